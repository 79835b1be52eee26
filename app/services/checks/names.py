"""Which domains are to be checked: names as typed, or a list in a text or table file, read leniently and reported on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import Problem, UserError
from app.rules.domains import parse_domain
from app.services.imports.cells import cell_text
from app.services.imports.sheets import Sheet, read_sheet

MOST_NAMES = 200_000
DOMAIN_TITLES = ("域名", "网站域名", "主域名", "已备案域名", "domain", "domains", "domain name", "host")
_SPLIT = re.compile(r"[\s,，;；、|]+")


@dataclass(frozen=True, slots=True)
class CheckName:
    """One domain to check: the registered name on the wire and as people write it."""

    ascii: str
    unicode: str
    suffix: str


@dataclass(frozen=True, slots=True)
class CheckNames:
    """The domains, each once in order of appearance, and what could not be read (line, problem)."""

    names: tuple[CheckName, ...]
    rejected: tuple[tuple[int, Problem], ...]


def check_names(texts: Iterable[tuple[int, str]]) -> CheckNames:
    """Reads numbered texts; names below a registered name count as that name."""
    names: dict[str, CheckName] = {}
    rejected: list[tuple[int, Problem]] = []
    for line, text in texts:
        for word in filter(None, _SPLIT.split(text)):
            try:
                domain = parse_domain(word)
            except UserError as error:
                rejected.append((line, error.problem("domain")))
                continue
            if domain.registrable_ascii not in names:
                if len(names) >= MOST_NAMES:
                    raise UserError("checks.too_many_names", limit=MOST_NAMES)
                names[domain.registrable_ascii] = CheckName(
                    domain.registrable_ascii, domain.registrable_unicode, domain.suffix
                )
    return CheckNames(tuple(names.values()), tuple(rejected))


def read_names(path: Path) -> CheckNames:
    """Reads a list: one or several names a line, or the domain column of a table (the first column without a header).

    Raises:
        UserError: the errors of `read_sheet`, `checks.too_many_names`.
    """
    return check_names(listed_texts(read_sheet(path)))


def listed_texts(sheet: Sheet) -> list[tuple[int, str]]:
    """The texts in which a list has its names, by line: the domain column, the first one, or whole lines of a text file."""
    column, first = _column(sheet.rows)
    whole = sheet.path.suffix.lower() == ".txt" and first == 0
    texts = []
    for index, row in enumerate(sheet.rows):
        cells = row if whole else row[column : column + 1]
        text = " ".join(map(cell_text, cells)).strip()
        if index >= first and text and not text.startswith("#"):
            texts.append((sheet.line(index), text))
    return texts


def _column(rows: Sequence[Sequence[object]]) -> tuple[int, int]:
    """Where the domains stand: (column, first row of data)."""
    for index, row in enumerate(rows[:10]):
        titles = [str(cell).strip().lower() for cell in row]
        for header in DOMAIN_TITLES:
            if header in titles:
                return titles.index(header), index + 1
    return 0, 0

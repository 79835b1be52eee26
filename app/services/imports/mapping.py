"""Which column of a sheet is which field: guessed from headers and contents, then edited by the window."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.resources import read_toml
from app.services.filing_fields import SITE_FIELDS, SUBJECT_FIELDS, TARGETS
from app.services.imports.cells import cell_text, column_letter
from app.services.imports.sheets import Sheet

_HEADER_ROWS = 30
_SAMPLE_ROWS = 200
_NOISE = re.compile(r"[\s*＊:：、/\\|_\-—·.。'\"“”‘’]+")
_BRACKETS = re.compile(r"[(（\[【<《].*?[)）\]】>》]")
_SITE_NUMBER = re.compile(r"备\s*\d{8,10}\s*号?\s*[-－]\s*\d+", re.IGNORECASE)
_FILING_NUMBER = re.compile(r"备\s*\d{8,10}|[ICPicp]{3}证|B2-\d")
_CONTENT = (
    ("lead_email", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("lead_phone", re.compile(r"(?:\+?86[- ]?)?1[3-9]\d{9}")),
    ("home_url", re.compile(r"https?://\S+", re.IGNORECASE)),
    ("domains", re.compile(r"(?:[\w一-鿿-]+\.)+[a-z一-鿿]{2,}", re.IGNORECASE)),
    ("certificate_number", re.compile(r"[0-9A-Z]{18}|\d{17}[\dXx]")),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet: where it stands, what its header says and which field it is (`subject.name`) or None."""

    index: int
    header: str
    target: str | None
    samples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The column's letter in the spreadsheet."""
        return column_letter(self.index)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns of a sheet and their fields. `header_row` is the index of the header in `Sheet.rows`, -1 for none."""

    header_row: int
    columns: tuple[Column, ...]

    def with_target(self, index: int, target: str | None) -> ColumnMapping:
        """The mapping with one column set; another column that had the field gives it up."""
        if target is not None and target not in TARGETS:
            raise ValueError(f"no such field: {target}")
        return replace(
            self,
            columns=tuple(
                replace(column, target=target)
                if column.index == index
                else replace(column, target=None)
                if target is not None and column.target == target
                else column
                for column in self.columns
            ),
        )

    def column_of(self, target: str) -> Column | None:
        """The column that holds a field."""
        return next((column for column in self.columns if column.target == target), None)

    @property
    def targets(self) -> frozenset[str]:
        """All fields that some column holds."""
        return frozenset(column.target for column in self.columns if column.target)


def guess_columns(sheet: Sheet, header_row: int | None = None) -> ColumnMapping:
    """Finds the header row (unless it is given) and the field of each column."""
    header_row = find_header(sheet) if header_row is None else header_row
    width = sheet.width
    headers = _row_texts(sheet.rows[header_row], width) if header_row >= 0 else [""] * width
    above = _row_texts(sheet.rows[header_row - 1], width) if header_row > 0 else [""] * width
    samples = _samples(sheet, header_row + 1, width)
    targets = _resolve(headers, _sections(above), samples)
    return ColumnMapping(
        header_row,
        tuple(
            Column(index, headers[index], targets[index], tuple(samples[index][:3]))
            for index in range(width)
            if headers[index] or samples[index]
        ),
    )


def find_header(sheet: Sheet) -> int:
    """The index of the row with the most known headers among the first rows; -1 when the sheet starts with data."""
    best, best_score = -1, 0
    first_filled: int | None = None
    for index, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        texts = [cell_text(cell) for cell in row]
        filled = sum(1 for text in texts if text)
        if not filled:
            continue
        if first_filled is None and filled > 1:
            first_filled = index
        score = sum(1 for text in texts if normal_header(text) in known_headers())
        if score > best_score and score * 3 >= filled:
            best, best_score = index, score
    if best >= 0:
        return best
    if first_filled is None:
        return -1
    texts = [cell_text(cell) for cell in sheet.rows[first_filled]]
    looks_like_data = any(_shape(text) for text in texts if text)
    return -1 if looks_like_data else first_filled


@lru_cache(maxsize=4096)
def normal_header(text: str) -> str:
    """A header without width, case, spacing, marks and remarks in brackets: `*主办单位 名称（必填）` is `主办单位名称`."""
    text = unicodedata.normalize("NFKC", text).lower()
    bare = _BRACKETS.sub("", text)
    return _NOISE.sub("", bare if _NOISE.sub("", bare) else text).replace("icp", "")


@lru_cache(maxsize=1)
def known_headers() -> dict[str, tuple[str, ...]]:
    """Every known header in its normal form, and the fields it may mean; a bare 备案号 may be a subject's or a site's."""
    prefixes = {record: _record_prefixes(record) for record in ("subject", "site")}
    found: dict[str, list[str]] = {}

    def add(header: str, target: str) -> None:
        if header and target not in found.setdefault(header, []):
            found[header].append(target)

    for record, names in (("subject", SUBJECT_FIELDS), ("site", SITE_FIELDS)):
        other = prefixes["site" if record == "subject" else "subject"]
        for name in names:
            for said in _names_of(name):
                header = normal_header(said)
                if any(header.startswith(prefix) and header != prefix for prefix in other):
                    continue
                add(header, f"{record}.{name}")
                for prefix in prefixes[record]:
                    add(prefix + header, f"{record}.{name}")
    return {header: tuple(targets) for header, targets in found.items()}


@lru_cache(maxsize=1)
def _field_table() -> dict[str, dict[str, object]]:
    table: dict[str, dict[str, object]] = read_toml("fields.toml")["field"]
    return table


def _names_of(name: str) -> list[str]:
    entries = [_field_table()[name]] + ([_field_table()["domain"]] if name == "domains" else [])
    said: list[str] = []
    for entry in entries:
        said += [str(entry["zh"]), str(entry["en"])]
        synonyms = entry.get("synonyms", [])
        said += [str(each) for each in synonyms] if isinstance(synonyms, list) else []
    return [*said, name]


@lru_cache(maxsize=2)
def _record_prefixes(record: str) -> tuple[str, ...]:
    entry = _field_table()[record]
    synonyms = entry.get("synonyms", [])
    said = [str(entry["zh"]), str(entry["en"]), *(synonyms if isinstance(synonyms, list) else [])]
    return tuple(dict.fromkeys(normal_header(str(each)) for each in said))


def _row_texts(row: Sequence[object], width: int) -> list[str]:
    texts = [cell_text(cell) for cell in row[:width]]
    return texts + [""] * (width - len(texts))


def _samples(sheet: Sheet, start: int, width: int) -> list[list[str]]:
    samples: list[list[str]] = [[] for _ in range(width)]
    for row in sheet.rows[start : start + _SAMPLE_ROWS]:
        for index, cell in enumerate(row[:width]):
            if text := cell_text(cell):
                samples[index].append(text)
    return samples


def _sections(above: list[str]) -> list[str | None]:
    """What the row above the header says of whole blocks: 主体信息 over some columns, 网站信息 over others."""
    records: list[str | None] = []
    for text in above:
        normal = normal_header(text)
        record = None
        if normal:
            record = next(
                (each for each in ("subject", "site") if any(normal.startswith(p) for p in _record_prefixes(each))), ""
            )
        records.append(record)
    if sum(1 for record in records if record) < 2:
        return [None] * len(above)
    current: str | None = None
    for index, record in enumerate(records):
        current = current if record is None else record or None
        records[index] = current
    return records


def _resolve(headers: list[str], sections: list[str | None], samples: list[list[str]]) -> list[str | None]:
    """Fields for all columns, left to right: clear headers first, then bare ones by their neighbours, then contents."""
    known = known_headers()
    wanted = [known.get(normal_header(header), ()) if header else () for header in headers]
    targets: list[str | None] = [None] * len(headers)
    taken: set[str] = set()

    def give(index: int, target: str) -> None:
        if target not in taken and targets[index] is None:
            targets[index] = target
            taken.add(target)

    for index, choices in enumerate(wanted):
        if any(choice.endswith(".filing_number") for choice in choices) and len(choices) > 1:
            give(index, f"{'site' if _mostly(_SITE_NUMBER, samples[index]) else 'subject'}.filing_number")
        elif len(choices) == 1 and sections[index] in (None, choices[0].partition(".")[0]):
            give(index, choices[0])
        elif len(choices) > 1 and sections[index]:
            for choice in choices:
                if choice.startswith(f"{sections[index]}."):
                    give(index, choice)
    only_sites = "site.domains" in taken and not any(each.startswith("subject.") for each in taken)
    current = "site" if only_sites else "subject"
    for index, choices in enumerate(wanted):
        target = targets[index]
        if target is None:
            for choice in sorted(choices, key=lambda each: not each.startswith(current)):
                give(index, choice)
        target = targets[index]
        if target is not None and (len(choices) == 1 or sections[index]):
            current = target.partition(".")[0]
    for index, choices in enumerate(wanted):
        if targets[index] is None and not choices and (target := _by_content(headers[index], samples[index], taken)):
            give(index, target)
    return targets


def _shape(text: str) -> bool:
    return bool(_FILING_NUMBER.search(text)) or any(pattern.fullmatch(text) for _, pattern in _CONTENT)


def _mostly(pattern: re.Pattern[str], samples: list[str]) -> bool:
    return bool(samples) and sum(1 for text in samples if pattern.search(text)) * 2 > len(samples)


def _by_content(header: str, samples: list[str], taken: set[str]) -> str | None:
    """A field for a column whose header says nothing known, when its values have one clear shape."""
    if not samples:
        return None
    if _mostly(_SITE_NUMBER, samples):
        return "site.filing_number"
    if _mostly(_FILING_NUMBER, samples):
        return "subject.filing_number"
    for name, pattern in _CONTENT:
        if sum(1 for text in samples if pattern.fullmatch(text)) * 5 > len(samples) * 4:
            records = ("site",) if name in ("home_url", "domains") else ("subject", "site")
            return next((f"{record}.{name}" for record in records if f"{record}.{name}" not in taken), None)
    return None

"""Checks the rows of a sheet by their columns: each value by its rule, then what the file says about itself.

This is the hot path of an import: 100,000 rows pass here, so a row costs no more than its own values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.errors import Problem, UserError
from app.services import quick_checks
from app.services.filing_checks import Cleaned, clean_site, clean_subject
from app.services.filing_fields import DIGIT_FIELDS
from app.services.imports.cells import DamagedNumber, cell_text, digits_text
from app.services.imports.mapping import Column, ColumnMapping
from app.services.imports.plan import Entry, RowProblem
from app.services.imports.sheets import Sheet
from app.services.masking import mask_value
from app.services.value_words import shown

Progress = Callable[[int, int], None]

_STEP = 2000
_EXCEL_LIMIT_DIGITS = 15


def check_rows(sheet: Sheet, mapping: ColumnMapping, progress: Progress | None = None) -> list[Entry]:
    """Every filled row below the header as an entry with its values and problems.

    `progress(step, total)` is called now and then; what it raises ends the work.
    """
    checker = _RowChecker(mapping)
    entries: list[Entry] = []
    total = len(sheet.rows)
    for index in range(mapping.header_row + 1, total):
        if progress is not None and index % _STEP == 0:
            progress(index, total)
        entry = checker.check(index, sheet.line(index), sheet.rows[index])
        if entry is not None:
            entries.append(entry)
    return entries


class _RowChecker:
    """Knows which cell is which field; checks one row after the other."""

    def __init__(self, mapping: ColumnMapping) -> None:
        mapped = [column for column in mapping.columns if column.target]
        self._subject = [_Cell(column) for column in mapped if str(column.target).startswith("subject.")]
        self._site = [_Cell(column) for column in mapped if str(column.target).startswith("site.")]
        self._columns: dict[str, Column] = {str(column.target): column for column in mapped}
        self._site_number_in_subject = "site.filing_number" not in self._columns and bool(self._site)
        self._last_given: dict[str, object] = {}
        self._last_subject: tuple[Cleaned, dict[str, object]] | None = None

    def check(self, index: int, line: int, row: object) -> Entry | None:
        subject = _values(self._subject, row)
        site = _values(self._site, row)
        if not subject and not site:
            return None
        entry = Entry(index, line, None, None)
        self._share_number(subject, site)
        damaged = _take_damaged(subject, "subject") + _take_damaged(site, "site")
        for path, found in damaged:
            self._add(entry, path, Problem(path, "imports.number_damaged"), found)
        if subject:
            self._check_subject(entry, subject, has_site=bool(site))
        if site:
            self._check_site(entry, site)
        _find_keys(entry)
        if entry.subject is None and site and entry.subject_key is None and not entry.problems:
            self._add(entry, "", Problem("", "imports.site_without_subject"), "")
        return entry

    def _share_number(self, subject: dict[str, object], site: dict[str, object]) -> None:
        """One number column for both: a site's number names its subject, a subject's column may hold the site's number."""
        if not site or not (subject or "filing_number" in site):
            return
        try:
            if self._site_number_in_subject and "filing_number" in subject:
                if quick_checks.filing_number(str(subject["filing_number"])).service is not None:
                    site["filing_number"] = subject["filing_number"]
            elif subject and "filing_number" not in subject and "filing_number" in site:
                subject["filing_number"] = str(quick_checks.filing_number(str(site["filing_number"])).subject)
        except UserError:
            return  # said of its own column by the checks that follow

    def _check_subject(self, entry: Entry, given: dict[str, object], *, has_site: bool) -> None:
        cleaned, filled = self._cleaned_subject(given)
        problems = cleaned.problems
        # A table of subjects that has only the site's number still names the subject.
        problems = [each for each in problems if each.code != "records.subject_number_with_service"]
        if set(given) == {"filing_number"} and has_site:
            problems = [each for each in problems if each.code != "records.required"]
        for problem in problems:
            self._add(entry, f"subject.{problem.path}", problem, str(given.get(problem.path, "")))
        if set(given) != {"filing_number"} or not has_site:
            entry.subject = filled
        number = cleaned.values.get("filing_number")
        if number:
            entry.subject_key = ("filing_number", str(number))

    def _cleaned_subject(self, given: dict[str, object]) -> tuple[Cleaned, dict[str, object]]:
        """Tables of sites repeat the subject's cells on each of its lines: what was just checked is not checked again."""
        if self._last_subject is None or given != self._last_given:
            cleaned = clean_subject(given)
            self._last_given, self._last_subject = given, (cleaned, _filled(cleaned.values))
        return self._last_subject

    def _check_site(self, entry: Entry, given: dict[str, object]) -> None:
        number = entry.subject_key[1] if entry.subject_key else None
        cleaned = clean_site(given, number)
        for problem in cleaned.problems:
            self._add(entry, f"site.{problem.path}", problem, str(given.get(problem.path, "")))
        entry.site = _filled(cleaned.values)

    def _add(self, entry: Entry, path: str, problem: Problem, found: str) -> None:
        column = self._columns.get(path)
        name = path.rpartition(".")[2]
        if problem.code.startswith("rules.certificate") and _looks_cut(found):
            problem = Problem(problem.path, "imports.number_maybe_damaged")
        entry.problems.append(
            RowProblem(
                line=entry.line,
                column=column.letter if column else "",
                header=column.header if column else "",
                found=shown(mask_value(name, found)) if found else "",
                problem=Problem(path, problem.code, problem.facts),
            )
        )


class _Cell:
    """One mapped column, with what the row loop needs of it."""

    __slots__ = ("digits", "index", "name")

    def __init__(self, column: Column) -> None:
        self.index = column.index
        self.name = str(column.target).partition(".")[2]
        self.digits = self.name in DIGIT_FIELDS


def _values(cells: list[_Cell], row: object) -> dict[str, object]:
    """The filled cells of a row by field; dates stay dates."""
    values: dict[str, object] = {}
    width = len(row)  # type: ignore[arg-type]
    for cell in cells:
        if cell.index >= width:
            continue
        raw = row[cell.index]  # type: ignore[index]
        text = raw.strip() if type(raw) is str and raw.isprintable() else cell_text(raw)
        if text:
            values[cell.name] = digits_text(text) if cell.digits else text
    return values


def _take_damaged(values: dict[str, object], record: str) -> list[tuple[str, str]]:
    damaged = [name for name, value in values.items() if type(value) is DamagedNumber]
    return [(f"{record}.{name}", str(values.pop(name))) for name in damaged]


def _looks_cut(found: str) -> bool:
    """An 18-digit number that ends in 000 is most often one that a spreadsheet has cut to 15 digits."""
    return len(found) == _EXCEL_LIMIT_DIGITS + 3 and found.isdecimal() and found.endswith("000")


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in ("", None, ())}


def _find_keys(entry: Entry) -> None:
    """What makes the subject and the site of a row the same as others: numbers, else papers, else nothing."""
    subject, site = entry.subject, entry.site
    if site and site.get("filing_number"):
        number = str(site["filing_number"])
        entry.site_key = ("filing_number", number)
        if entry.subject_key is None:
            entry.subject_key = ("filing_number", quick_checks.subject_text(quick_checks.filing_number(number)))
    if entry.subject_key is None and subject:
        if subject.get("certificate_number"):
            entry.subject_key = ("certificate_number", str(subject["certificate_number"]))
        else:
            entry.subject_key = ("line", str(entry.line))
    if site and entry.site_key is None and entry.subject_key is not None:
        domains = site.get("domains")
        first = domains[0].registrable_ascii if isinstance(domains, tuple) and domains else ""
        entry.site_key = ("domain", f"{entry.subject_key[1]}\n{site.get('name', '')}\n{first}")

"""The rows that an import left outside, as a file like the first one with one column more: why.

The file is meant to be mended and imported again, so its columns keep their headers and order; the
column of reasons is not taken for a field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.messages import Language
from app.services.filing_fields import column_title
from app.services.imports.cells import cell_text, column_letter
from app.services.imports.plan import Entry, ImportPlan, RowProblem
from app.services.table_files import Progress, write_table

Say = Callable[[str, Mapping[str, object]], str]

REASON_HEADER = {"zh": "未导入原因", "en": "why not imported"}
LINE_HEADER = {"zh": "原行号", "en": "line"}


def rejects_path(source: Path) -> Path:
    """Where the rejected rows of a file go unless the user says otherwise: beside it, as xlsx."""
    return source.with_name(f"{source.stem}-未导入.xlsx")


def write_rejects(
    plan: ImportPlan, path: Path, say: Say, language: Language = "zh", progress: Progress | None = None
) -> int:
    """Writes the rejected rows and returns how many there are; writes no file when there are none.

    `say` turns a code and its facts into a sentence (`Messages.text` of that language).

    Raises:
        UserError: exports.not_writable and the other errors of `table_files.write_table`.
    """
    rejected = plan.rejected
    if not rejected:
        return 0
    width = plan.sheet.width
    first = plan.mapping.header_row
    headers = [cell_text(cell) for cell in plan.sheet.rows[first]] if first >= 0 else []
    headers += [""] * (width - len(headers))
    if first < 0:
        headers = [_title(plan, index) for index in range(width)]
    rows = (_row(plan, entry, width, say, language) for entry in rejected)
    return write_table(
        path,
        [*headers, LINE_HEADER[language], REASON_HEADER[language]],
        rows,
        sheet=plan.sheet.name,
        total=len(rejected),
        progress=progress,
    )


def _title(plan: ImportPlan, index: int) -> str:
    """A header for a column of a file that has none: the field it was mapped to, else its letter."""
    column = next((each for each in plan.mapping.columns if each.index == index), None)
    return column_title(column.target) if column is not None and column.target else column_letter(index)


def reason(problem: RowProblem, say: Say, language: Language = "zh") -> str:
    """One problem as one line: the column as the file names it, then what is wrong."""
    path = problem.problem.path
    where = problem.header or (column_title(path, language) if path else "")
    sentence = say(problem.problem.code, problem.problem.facts)
    if not where:
        return sentence
    opening, closing, colon = ("（", "）", "：") if language == "zh" else (" (", ")", ": ")
    letter = f"{opening}{problem.column}{closing}" if problem.column else ""
    return f"{where}{letter}{colon}{sentence}"


def _row(plan: ImportPlan, entry: Entry, width: int, say: Say, language: Language) -> list[str]:
    cells = [cell_text(cell) for cell in plan.sheet.rows[entry.index]][:width]
    cells += [""] * (width - len(cells))
    return [*cells, str(entry.line), "\n".join(reason(problem, say, language) for problem in entry.problems)]

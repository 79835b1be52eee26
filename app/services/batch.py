"""Many packets of one flow from one table: a packet per row, the rows that cannot be done in a table of their own with the reasons."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import xlsxwriter

from app.errors import Invalid, Problem, UserError
from app.rules.in_force import RulesInForce
from app.services.batch_tables import DEREGISTRATION, BatchTable, batch_table
from app.services.case_settings import DeskRules
from app.services.form_editions import DatedForm, FormEditions
from app.services.imports.cells import DamagedNumber, cell_text
from app.services.imports.sheets import Sheet, read_sheet
from app.services.outputs import beside_and_replace, free_name
from app.services.paper_flows import PaperFlow, paper_flow
from app.services.rules_in_force import rules_of_desk
from app.services.table_files import write_table

MOST_ROWS = 20_000
FEW_ROWS = 40
"""Fewer rows are done sooner than another process has loaded the fonts."""
FAILED_NAME = "未完成.xlsx"
REASON_HEADER = "未完成的原因"

_YES = frozenset({"是", "有", "能", "知道", "yes", "y", "true", "1", "√"})
_NO = frozenset({"否", "无", "不能", "不知道", "no", "n", "false", "0", "×"})


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that became no packet: its line in the file and what is wrong."""

    line: int
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class BatchResult:
    """What came of a table."""

    done: list[Path] = field(default_factory=list)
    failed: list[FailedRow] = field(default_factory=list)
    failed_file: Path | None = None


def write_template(file: Path, flow: str = DEREGISTRATION) -> None:
    """An empty table with the headers that `run_batch` reads, choices as lists and numbers as text."""
    table = batch_table(flow)
    with beside_and_replace(file) as part:
        book = xlsxwriter.Workbook(str(part))
        sheet = book.add_worksheet(table.title)
        head, text = book.add_format({"bold": True, "bg_color": "#E8EEF7"}), book.add_format({"num_format": "@"})
        for column, (path, headers) in enumerate(table.columns.items()):
            sheet.set_column(column, column, max(14, len(headers[0]) * 2 + 4), text)
            sheet.write_string(0, column, headers[0], head)
            choices = tuple(table.choices.get(path, {}).values()) or (("是", "否") if path in table.yes_no else ())
            if choices:
                sheet.data_validation(1, column, MOST_ROWS, column, {"validate": "list", "source": list(choices)})
        sheet.freeze_panes(1, 0)
        book.close()


@dataclass(frozen=True, slots=True)
class _Task:
    """One row as another process needs it."""

    cells: tuple[str, ...]
    columns: Mapping[int, str]
    base_dir: Path
    today: date
    flow: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A packet, or what is wrong with the row as plain values: problems themselves do not travel between processes."""

    file_name: str = ""
    pdf: bytes = b""
    problems: tuple[tuple[str, str, dict[str, object]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a desk's own store adds: blanks that rows may be printed on, rules of provinces, and what was agreed on."""

    forms: FormEditions
    rules: RulesInForce
    agreed: DeskRules


_carried: list[_Desk] = []
"""The desk, in a working process; set when the process begins."""


def _begin(blanks: tuple[DatedForm, ...], rules: RulesInForce, agreed: DeskRules) -> None:
    _carried[:] = [_Desk(FormEditions(carried=blanks), rules, agreed)]


def _make_here(task: _Task) -> _Outcome:
    return _make(task, _carried[0])


def _make(task: _Task, desk: _Desk) -> _Outcome:
    try:
        flow = paper_flow(task.flow)
        read, unread = answers_of_row(task.cells, task.columns, batch_table(task.flow))
        answers = flow.with_provider(read, desk.agreed.provider_name)
        if unread:
            raise Invalid((*unread, *_besides(unread, flow, answers, task, desk)))
        draft = flow.check(answers, task.base_dir, task.today, desk.rules)
        service = flow.service(None, actor="", forms=desk.forms, desk=desk.agreed)
        prepared = service.prepare(draft, task.today)
    except Invalid as invalid:
        return _Outcome(problems=tuple((each.path, each.code, dict(each.facts)) for each in invalid.problems))
    except UserError as error:
        return _Outcome(problems=(("", error.code, dict(error.facts)),))
    return _Outcome(prepared.file_name, prepared.pdf)


def _besides(
    unread: tuple[Problem, ...], flow: PaperFlow, answers: Mapping[str, Any], task: _Task, desk: _Desk
) -> Iterator[Problem]:
    """What else is wrong with a row of which some cells could not be read: one run names every mistake."""
    try:
        flow.check(answers, task.base_dir, task.today, desk.rules)
    except Invalid as invalid:
        missed = {each.path for each in unread}
        yield from (each for each in invalid.problems if each.path not in missed)


def _repeated(tasks: list[_Task]) -> dict[int, int]:
    """Rows that say the same as an earlier one, by their places: the row, and the first that says it."""
    first: dict[tuple[str, ...], int] = {}
    again: dict[int, int] = {}
    for place, task in enumerate(tasks):
        said = tuple(str(task.cells[column]) if column < len(task.cells) else "" for column in sorted(task.columns))
        if said in first:
            again[place] = first[said]
        else:
            first[said] = place
    return again


@contextmanager
def _outcomes(tasks: list[_Task], workers: int, desk: _Desk) -> Iterator[Iterator[_Outcome]]:
    """What becomes of each row, in order: here for a few, in processes of their own for many.

    Processes are spawned, not forked: a window's threads must not be copied in the middle of something.
    """
    if workers <= 1 or len(tasks) < FEW_ROWS:
        yield (_make(task, desk) for task in tasks)
        return
    carried = (desk.forms.dated(), desk.rules, desk.agreed)
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin, initargs=carried) as pool:
        try:
            yield pool.map(_make_here, tasks, chunksize=4)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def run_batch(
    file: Path,
    out: Path,
    today: date,
    say: Callable[[Problem], str],
    report: Callable[[int, int], None] = lambda done, total: None,
    *,
    workers: int = 1,
    flow: str = DEREGISTRATION,
    forms: FormEditions | None = None,
    rules: RulesInForce | None = None,
    agreed: DeskRules | None = None,
    repeated: bool = False,
) -> BatchResult:
    """A packet for each good row of the table; the others, as they were, into `未完成.xlsx` with the reasons.

    A row that says the same as an earlier one is held back with the others and names that one.

    Args:
        say: a problem as a sentence, for the file of failed rows.
        report: called with rows done and rows in all; may raise `Cancelled`, finished packets stay.
        workers: processes that share the work of a long table.
        flow: whose answers the rows are.
        forms: where official blanks are found; only built-in forms without.
        rules: what provinces ask; the shipped rules without.
        agreed: what the desk has agreed on: how copies are marked, and the provider's name where a letter has none.
        repeated: a packet for identical rows as well.

    Raises:
        UserError: the file cannot be read, holds no rows or lacks a needed column (`batch.*`, `imports.*`).
    """
    sheet = read_sheet(file)
    start, columns = _columns(sheet, batch_table(flow))
    rows = [index for index, row in enumerate(sheet.rows) if index > start and any(map(cell_text, row))]
    if not rows:
        raise UserError("batch.no_rows")
    if len(rows) > MOST_ROWS:
        raise UserError("batch.too_many_rows", found=len(rows), most=MOST_ROWS)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("flows.cannot_write", file=out.name) from error
    base_dir = file.resolve().parent
    tasks = [_Task(tuple(map(cell_text, sheet.rows[index])), columns, base_dir, today, flow) for index in rows]
    again = {} if repeated else _repeated(tasks)
    wanted = [place for place in range(len(tasks)) if place not in again]
    result = BatchResult()
    # Mended rows of an earlier run: what that run made stays.
    again_here = file.resolve() == (out / FAILED_NAME).resolve()
    taken = {each.name.casefold() for each in out.iterdir()} if again_here else set()
    for place, before in again.items():
        problem = Problem("", "batch.repeated_row", {"line": sheet.line(rows[before])})
        result.failed.append(FailedRow(sheet.line(rows[place]), (problem,)))
    report(0, len(wanted))
    desk = _Desk(forms or FormEditions(), rules or rules_of_desk(None), agreed or DeskRules())
    with _outcomes([tasks[place] for place in wanted], workers, desk) as outcomes:
        for count, (place, outcome) in enumerate(zip(wanted, outcomes, strict=True), start=1):
            index = rows[place]
            if outcome.problems:
                problems = tuple(Problem(*each) for each in outcome.problems)
                result.failed.append(FailedRow(sheet.line(index), problems))
            else:
                target = out / free_name(outcome.file_name, taken)
                with beside_and_replace(target) as part:
                    part.write_bytes(outcome.pdf)
                result.done.append(target)
            report(count, len(wanted))
    result.failed.sort(key=lambda each: each.line)
    if result.failed:
        result.failed_file = out / FAILED_NAME
        placed = {column: base_dir for column, path in columns.items() if path == "enclosures"}
        _write_failed(result.failed_file, sheet, start, placed, result.failed, say)
    return result


def _columns(sheet: Sheet, table: BatchTable) -> tuple[int, dict[int, str]]:
    """The header row, the one of the first twenty that names most columns, and what its columns mean."""
    known = {_plain(header): path for path, headers in table.columns.items() for header in headers}
    best: tuple[int, dict[int, str]] = (0, {})
    for index, row in enumerate(sheet.rows[:20]):
        found: dict[int, str] = {}
        for column, cell in enumerate(row):
            path = known.get(_plain(cell_text(cell)))
            if path is not None and path not in found.values():
                found[column] = path
        if len(found) > len(best[1]):
            best = (index, found)
    missing = tuple(table.columns[path][0] for path in table.needed if path not in best[1].values())
    if missing:
        raise UserError("batch.no_columns", missing=missing)
    return best


def _plain(header: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", header).split()).strip("*:").lower()
    return folded.removesuffix("(必填)")


def answers_of_row(
    row: Any, columns: Mapping[int, str], table: BatchTable
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The answers that one row gives, in the shape of an answers file, and the cells that could not be read.

    Words that stand for no choice, numbers that were spoilt and enclosures that cannot be taken apart are left out.
    """
    answers: dict[str, Any] = {}
    problems: list[Problem] = []
    for column, path in columns.items():
        cell = row[column] if column < len(row) else ""
        text = cell if isinstance(cell, DamagedNumber) else cell_text(cell)
        if not text:
            continue
        try:
            if isinstance(text, DamagedNumber):
                raise UserError("batch.damaged_number")
            _put(answers, path, _value(path, text, table))
        except UserError as error:
            problems.append(error.problem(path))
    table.guess(answers)
    return answers, tuple(problems)


def _value(path: str, text: str, table: BatchTable) -> Any:
    if path in table.choices:
        value = table.choice_of(path, text)
        if value is None:
            raise UserError("batch.unknown_choice", found=text[:40], choices=tuple(table.choices[path].values()))
        return value
    if path in table.yes_no:
        if text.lower() in _YES:
            return True
        if text.lower() in _NO:
            return False
        raise UserError("batch.unknown_choice", found=text[:40], choices=("是", "否"))
    if path in table.lists:
        return list(_words(text))
    return list(_enclosures(text, table.enclosure_kinds)) if path == "enclosures" else text


def _words(text: str) -> Iterator[str]:
    for mark in "；;，,、\n\r\t":
        text = text.replace(mark, " ")
    yield from text.split()


def _enclosures(text: str, kinds: Mapping[str, str]) -> Iterator[dict[str, str]]:
    by_name = {title: kind for kind, title in kinds.items()} | {kind: kind for kind in kinds}
    for part in text.replace("；", ";").replace("\n", ";").split(";"):
        name, equals, file = part.replace("＝", "=").partition("=")
        if not part.strip():
            continue
        if not equals or name.strip() not in by_name:
            raise UserError("batch.bad_enclosure", found=part.strip()[:40])
        yield {"kind": by_name[name.strip()], "file": file.strip()}


def _put(answers: dict[str, Any], path: str, value: Any) -> None:
    head, _, rest = path.partition(".")
    if rest:
        answers.setdefault(head, {})[rest] = value
    else:
        answers[head] = value


def _write_failed(
    file: Path,
    sheet: Sheet,
    start: int,
    enclosures: Mapping[int, Path],
    failed: list[FailedRow],
    say: Callable[[Problem], str],
) -> None:
    """The rows as they were, to mend and run again; enclosures by their whole paths, for this file lies elsewhere.

    Args:
        enclosures: columns that name files, and the folder which these names count from.
    """
    reasons = {row.line: "\n".join(say(each) for each in row.problems) for row in failed}
    header = [REASON_HEADER, *map(cell_text, sheet.rows[start])]
    rows = []
    for index, row in enumerate(sheet.rows):
        if sheet.line(index) in reasons:
            cells = (cell_text(cell) for cell in row)
            placed = (
                _whole_paths(cell, enclosures[column]) if column in enclosures else cell
                for column, cell in enumerate(cells)
            )
            rows.append([reasons[sheet.line(index)], *placed])
    write_table(file, header, rows, sheet=FAILED_NAME.removesuffix(".xlsx"))


def _whole_paths(text: str, folder: Path) -> str:
    parts = text.replace("；", ";").replace("\n", ";").replace("＝", "=").split(";")
    named = [part.partition("=") for part in parts if part.strip()]
    return "；".join(
        f"{name.strip()}={folder / Path(file.strip()).expanduser()}" if file.strip() else f"{name}{equals}"
        for name, equals, file in named
    )

"""Many deregistrations from one table: a packet per row, the rows that cannot be done in a table of their own with the reasons."""

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
from app.rules.filing_numbers import parse_filing_number
from app.services.answers import check_answers
from app.services.deregistrations import Deregistrations
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.flows.wording import CHOICES, choice_of
from app.services.imports.cells import DamagedNumber, cell_text
from app.services.imports.sheets import Sheet, read_sheet
from app.services.outputs import beside_and_replace, free_name
from app.services.table_files import write_table

MOST_ROWS = 20_000
FEW_ROWS = 40
"""Fewer rows are done sooner than another process has loaded the fonts."""
FAILED_NAME = "未完成.xlsx"
REASON_HEADER = "未完成的原因"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ticket.number": ("工单号", "工单编号", "工单"),
    "ticket.customer": ("客户", "客户名称"),
    "relation": ("申请类别", "类别"),
    "ground": ("申请依据", "依据"),
    "filing.scope": ("注销范围", "范围"),
    "filing.number": ("备案号", "拟注销备案号", "备案/许可证号", "ICP备案号", "主体备案号", "网站备案号"),
    "filing.subject_name": ("备案主体名称", "拟注销备案主办单位名称", "主办单位名称", "主体名称"),
    "filing.subject_kind": ("备案主体性质", "主体性质"),
    "filing.certificate_type": ("备案主体证件类型", "主办单位证件类型"),
    "filing.certificate_number": ("备案主体证件号码", "主办单位证件号码"),
    "filing.site_name": ("网站名称",),
    "filing.domains": ("域名", "拟注销域名", "网站域名"),
    "filing.hollow": ("空壳主体", "是否空壳主体"),
    "filing.name_changed": ("名称或证件变更过", "名称变更过"),
    "filing.domain_lapsed": ("域名已过期或被他人注册", "域名已过期"),
    "filing.access_provider": ("原接入服务商", "接入服务商"),
    "provider_known": ("知道原接入服务商",),
    "can_log_in": ("能登录原备案系统",),
    "paper_anyway": ("仍用纸质办理",),
    "applicant.kind": ("申请人性质", "申请人类型"),
    "applicant.name": ("申请人名称", "申请人", "申请单位名称", "申请单位"),
    "applicant.certificate_type": ("申请人证件类型", "证件类型"),
    "applicant.certificate_number": ("申请人证件号码", "证件号码"),
    "applicant.contact_name": ("联系人姓名", "联系人"),
    "applicant.mobile": ("联系人手机", "手机号码", "手机"),
    "applicant.phone": ("联系人固定电话", "固定电话", "联系电话"),
    "applicant.email": ("联系人邮箱", "电子邮箱", "邮箱"),
    "applicant.legal_representative": ("法定代表人", "法人"),
    "agent.name": ("经办人姓名", "经办人"),
    "agent.certificate_type": ("经办人证件类型",),
    "agent.certificate_number": ("经办人证件号码",),
    "agent.phone": ("经办人电话",),
    "reason": ("注销理由", "注销原因", "备案注销申请理由"),
    "application_date": ("申请日期",),
    "suffix_confirmation": ("后缀确认",),
    "enclosures": ("附件",),
    "handwriting": ("留空手写",),
}
"""Each answer's headers; the first is the one the template writes."""

NEEDED = ("filing.number", "relation", "ground", "applicant.certificate_number")
_LISTS = frozenset({"filing.domains", "handwriting"})
_YES_NO = frozenset(
    {"filing.hollow", "filing.name_changed", "filing.domain_lapsed", "provider_known", "can_log_in", "paper_anyway"}
)
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


def write_template(file: Path) -> None:
    """An empty table with the headers that `run_batch` reads, choices as lists and numbers as text."""
    with beside_and_replace(file) as part:
        book = xlsxwriter.Workbook(str(part))
        sheet = book.add_worksheet("线下注销")
        head, text = book.add_format({"bold": True, "bg_color": "#E8EEF7"}), book.add_format({"num_format": "@"})
        for column, (path, headers) in enumerate(COLUMNS.items()):
            sheet.set_column(column, column, max(14, len(headers[0]) * 2 + 4), text)
            sheet.write_string(0, column, headers[0], head)
            choices = tuple(CHOICES[path].values()) if path in CHOICES else ("是", "否") if path in _YES_NO else ()
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


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A packet, or what is wrong with the row as plain values: problems themselves do not travel between processes."""

    file_name: str = ""
    pdf: bytes = b""
    problems: tuple[tuple[str, str, dict[str, object]], ...] = ()


def _make(task: _Task) -> _Outcome:
    try:
        draft = check_answers(answers_of_row(task.cells, task.columns), task.base_dir, task.today)
        prepared = Deregistrations(None, actor="").prepare(draft, task.today)
    except Invalid as invalid:
        return _Outcome(problems=tuple((each.path, each.code, dict(each.facts)) for each in invalid.problems))
    except UserError as error:
        return _Outcome(problems=(("", error.code, dict(error.facts)),))
    return _Outcome(prepared.file_name, prepared.pdf)


@contextmanager
def _outcomes(tasks: list[_Task], workers: int) -> Iterator[Iterator[_Outcome]]:
    """What becomes of each row, in order: here for a few, in processes of their own for many.

    Processes are spawned, not forked: a window's threads must not be copied in the middle of something.
    """
    if workers <= 1 or len(tasks) < FEW_ROWS:
        yield map(_make, tasks)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield pool.map(_make, tasks, chunksize=4)
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
) -> BatchResult:
    """A packet for each good row of the table; the others, as they were, into `未完成.xlsx` with the reasons.

    Args:
        say: a problem as a sentence, for the file of failed rows.
        report: called with rows done and rows in all; may raise `Cancelled`, finished packets stay.
        workers: processes that share the work of a long table.

    Raises:
        UserError: the file cannot be read, holds no rows or lacks a needed column (`batch.*`, `imports.*`).
    """
    sheet = read_sheet(file)
    start, columns = _columns(sheet)
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
    tasks = [_Task(tuple(map(cell_text, sheet.rows[index])), columns, base_dir, today) for index in rows]
    result = BatchResult()
    taken: set[str] = set()
    report(0, len(rows))
    with _outcomes(tasks, workers) as outcomes:
        for count, (index, outcome) in enumerate(zip(rows, outcomes, strict=True), start=1):
            if outcome.problems:
                problems = tuple(Problem(*each) for each in outcome.problems)
                result.failed.append(FailedRow(sheet.line(index), problems))
            else:
                target = out / free_name(outcome.file_name, taken)
                with beside_and_replace(target) as part:
                    part.write_bytes(outcome.pdf)
                result.done.append(target)
            report(count, len(rows))
    if result.failed:
        result.failed_file = out / FAILED_NAME
        _write_failed(result.failed_file, sheet, start, result.failed, say)
    return result


def _columns(sheet: Sheet) -> tuple[int, dict[int, str]]:
    """The header row, the one of the first twenty that names most columns, and what its columns mean."""
    known = {_plain(header): path for path, headers in COLUMNS.items() for header in headers}
    best: tuple[int, dict[int, str]] = (0, {})
    for index, row in enumerate(sheet.rows[:20]):
        found: dict[int, str] = {}
        for column, cell in enumerate(row):
            path = known.get(_plain(cell_text(cell)))
            if path is not None and path not in found.values():
                found[column] = path
        if len(found) > len(best[1]):
            best = (index, found)
    missing = tuple(COLUMNS[path][0] for path in NEEDED if path not in best[1].values())
    if missing:
        raise UserError("batch.no_columns", missing=missing)
    return best


def _plain(header: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", header).split()).strip("*:").lower()
    return folded.removesuffix("(必填)")


def answers_of_row(row: Any, columns: Mapping[int, str]) -> dict[str, Any]:
    """The answers that one row gives, in the shape of an answers file.

    Raises:
        Invalid: words that stand for no choice, enclosures that cannot be taken apart.
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
            _put(answers, path, _value(path, text))
        except UserError as error:
            problems.append(error.problem(path))
    if problems:
        raise Invalid(problems)
    _guess(answers)
    return answers


def _value(path: str, text: str) -> Any:
    if path in CHOICES:
        value = choice_of(path, text)
        if value is None:
            raise UserError("batch.unknown_choice", found=text[:40], choices=tuple(CHOICES[path].values()))
        return value
    if path in _YES_NO:
        if text.lower() in _YES:
            return True
        if text.lower() in _NO:
            return False
        raise UserError("batch.unknown_choice", found=text[:40], choices=("是", "否"))
    if path in _LISTS:
        return list(_words(text))
    return list(_enclosures(text)) if path == "enclosures" else text


def _words(text: str) -> Iterator[str]:
    for mark in "；;，,、\n\r\t":
        text = text.replace(mark, " ")
    yield from text.split()


def _enclosures(text: str) -> Iterator[dict[str, str]]:
    by_name = {title: kind for kind, title in ENCLOSURE_KINDS.items()} | {kind: kind for kind in ENCLOSURE_KINDS}
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


def _guess(answers: dict[str, Any]) -> None:
    """What a table may leave out because the rest of the row says it."""
    filing, applicant = answers.setdefault("filing", {}), answers.setdefault("applicant", {})
    if "scope" not in filing and "number" in filing:
        try:
            filing["scope"] = "subject" if parse_filing_number(filing["number"]).is_subject else "site"
        except UserError:
            filing["scope"] = "subject"  # the number itself is reported by the checks
    if "kind" not in applicant:
        person = applicant.get("certificate_type", "").strip() in ("id_card", "身份证", "居民身份证")
        applicant["kind"] = "individual" if person else "unit"
    usual = "id_card" if applicant["kind"] == "individual" else "credit_code"
    applicant.setdefault("certificate_type", usual)
    if answers.get("agent"):
        answers["agent"].setdefault("certificate_type", "id_card")


def _write_failed(file: Path, sheet: Sheet, start: int, failed: list[FailedRow], say: Callable[[Problem], str]) -> None:
    reasons = {row.line: "\n".join(say(each) for each in row.problems) for row in failed}
    header = [REASON_HEADER, *map(cell_text, sheet.rows[start])]
    rows = [
        [reasons[sheet.line(index)], *map(cell_text, row)]
        for index, row in enumerate(sheet.rows)
        if sheet.line(index) in reasons
    ]
    write_table(file, header, rows, sheet=FAILED_NAME.removesuffix(".xlsx"))

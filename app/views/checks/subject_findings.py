"""A subject without services (空壳主体) in words: verdict, what is recorded, the province's rule, the way out, the notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from app.rules.hollow import ADD_SERVICE
from app.rules.procedures import title_of
from app.services.checks.hollow_subjects import HollowSubjectRow, SubjectFinding
from app.views.checks.cards import Card, CardSection, cited_card
from app.views.checks.evidence_pane import Found
from app.views.checks.words import CheckWords, outcome_tone
from app.views.tables.columns import Column
from app.views.tables.record_columns import shown_date
from app.views.tables.words import RecordWords, number
from app.views.widgets.detail_grid import Detail


def subject_header() -> dict[str, str]:
    """The titles by column."""
    return {
        "name": QCoreApplication.translate("SubjectCheckWords", "Subject"),
        "outcome": QCoreApplication.translate("SubjectCheckWords", "Outcome"),
        "reason": QCoreApplication.translate("SubjectCheckWords", "Why"),
        "filing_number": QCoreApplication.translate("SubjectCheckWords", "Filing number"),
        "province": QCoreApplication.translate("SubjectCheckWords", "Province"),
        "services": QCoreApplication.translate("SubjectCheckWords", "Sites and apps"),
        "way": QCoreApplication.translate("SubjectCheckWords", "Way out"),
        "case": QCoreApplication.translate("SubjectCheckWords", "Case"),
    }


def subject_cells(row: HollowSubjectRow, words: CheckWords, records: RecordWords) -> dict[str, str]:
    """One line by column."""
    told = row.services
    counts = QCoreApplication.translate(
        "SubjectCheckWords", "{total} recorded, {gone} deregistered, {cancelled} access cancelled"
    )
    return {
        "name": row.name,
        "outcome": words.subject(row.verdict.outcome),
        "reason": words.subject(row.verdict.reason),
        "filing_number": row.filing_number,
        "province": records.province(row.province) if row.province else "",
        "services": counts.format(
            total=number(told.total), gone=number(told.deregistered), cancelled=number(told.cancelled)
        )
        if told.total
        else QCoreApplication.translate("SubjectCheckWords", "none recorded"),
        "way": _way(row),
        "case": QCoreApplication.translate("SubjectCheckWords", "open") if row.case_id is not None else "",
    }


def subject_columns(words: CheckWords, records: RecordWords) -> list[Column]:
    """The columns."""

    def column(key: str, width: int, **more: Any) -> Column:
        def text(row: HollowSubjectRow) -> str:
            return subject_cells(row, words, records)[key]

        def title() -> str:
            return subject_header()[key]

        return Column(key, title, text, width=width, **more)

    tone: Callable[[HollowSubjectRow], str] = lambda row: outcome_tone(row.verdict.outcome)  # noqa: E731
    return [
        column("name", 220),
        column("outcome", 168, sortable=False, tone=tone),
        column("reason", 300),
        column("filing_number", 160),
        column("province", 88),
        column("services", 260, align=Qt.AlignmentFlag.AlignLeft),
        column("way", 200, sortable=False, shown=False),
        column("case", 72, sortable=False),
    ]


def subject_found(finding: SubjectFinding, words: CheckWords, records: RecordWords) -> Found:
    """The line with everything behind it."""
    row = finding.row
    cells = subject_cells(row, words, records)
    head = subject_header()
    return Found(
        row_id=row.id,
        title=row.name,
        word=cells["outcome"],
        tone=outcome_tone(row.verdict.outcome),
        reason=cells["reason"],
        details=tuple(
            Detail(key, head[key], cells[key], copies=key == "filing_number")
            for key in ("filing_number", "province", "services", "way")
        ),
        sections=(
            CardSection(
                QCoreApplication.translate("SubjectCheckWords", "The province's rule"),
                tuple(map(cited_card, _province(finding))),
            ),
            CardSection(
                QCoreApplication.translate("SubjectCheckWords", "What to do"),
                tuple(map(cited_card, row.verdict.remedies)),
            ),
            CardSection(QCoreApplication.translate("SubjectCheckWords", "By when to look again"), _deadline(finding)),
            CardSection(QCoreApplication.translate("SubjectCheckWords", "What to hand in"), _materials(finding)),
            CardSection(
                QCoreApplication.translate("SubjectCheckWords", "What follows otherwise"),
                tuple(map(cited_card, row.verdict.consequences)),
            ),
            CardSection(QCoreApplication.translate("SubjectCheckWords", "Reply to the customer"), _reply(finding)),
        ),
        case_id=row.case_id,
        subject_id=row.id,
        failed=row.verdict.outcome == "fail",
        answerable=finding.reply is not None,
    )


def _way(row: HollowSubjectRow) -> str:
    if row.verdict.outcome == "pass":
        return ""
    if row.verdict.may_add_service:
        return title_of(ADD_SERVICE)
    return (
        title_of(row.verdict.procedure)
        if row.verdict.procedure
        else QCoreApplication.translate("SubjectCheckWords", "first establish whether it is hollow")
    )


def _province(finding: SubjectFinding) -> tuple[Any, ...]:
    return (*((finding.rule,) if finding.rule is not None else ()), *finding.differences)


def _deadline(finding: SubjectFinding) -> tuple[Card, ...]:
    due = finding.deadline
    if due is None or finding.row.verdict.outcome != "fail":
        return ()
    mark = QCoreApplication.translate("SubjectCheckWords", "this program's advice") if due.ours else ""
    steps = tuple(each["zh"] for each in due.steps())
    return (Card(shown_date(due.deadline.due), word=mark, tone="muted", lines=steps),)


def _materials(finding: SubjectFinding) -> tuple[Card, ...]:
    # Where a site can be added at once, the papers of a deregistration are only needed if the customer wants that.
    if finding.row.verdict.outcome != "fail" or finding.row.verdict.may_add_service:
        return ()
    return tuple(map(cited_card, finding.materials))


def _reply(finding: SubjectFinding) -> tuple[Card, ...]:
    reply = finding.reply
    if reply is None:
        return ()
    gaps = "、".join(each.description for each in reply.filled.missing)
    lines = (
        (QCoreApplication.translate("SubjectCheckWords", "Still to fill: {gaps}").format(gaps=gaps),) if gaps else ()
    )
    return (Card(reply.plain, lines=lines),)

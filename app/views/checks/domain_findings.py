"""A line of domain verification in words: six rules, each with outcome, reason, evidence, remedy, prompt and reply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.rules.verification_texts import background, guidance, prompt
from app.services.checks.domains import DomainRow, RuleRow
from app.services.checks.replies import CheckReply
from app.views.checks.cards import Card, CardSection, cited_card, origin_of
from app.views.checks.evidence_pane import Found
from app.views.checks.hollow_findings import registration_cards, reply_section
from app.views.checks.words import CheckWords, outcome_tone
from app.views.tables.columns import Column
from app.views.tables.record_columns import shown_date, shown_moment
from app.views.widgets.detail_grid import Detail


def domain_columns(words: CheckWords, before: Callable[[str], str]) -> list[Column]:
    """The columns; `before` gives the outcome of the run before, where it was another."""

    def column(key: str, title: Callable[[], str], text: Callable[[DomainRow], str], width: int, **more: Any) -> Column:
        return Column(key, title, text, width=width, **more)

    return [
        column("domain", lambda: words.header("domain"), lambda row: row.domain, 180),
        column("outcome", lambda: words.header("outcome"), lambda row: words.outcome(row.outcome), 200,
               tone=lambda row: outcome_tone(row.outcome)),
        column("before", lambda: QCoreApplication.translate("CheckWords", "Before"), lambda row: before(row.domain), 180, shown=False),
        column("failed", lambda: QCoreApplication.translate("CheckWords", "Not passed"), lambda row: _titles(row, "fail"), 200),
        column("open", lambda: QCoreApplication.translate("CheckWords", "Open"), lambda row: _titles(row, "unknown"), 200),
        column("expires", lambda: QCoreApplication.translate("CheckWords", "Counts until"), _until, 130),
        column("scope", lambda: QCoreApplication.translate("CheckWords", "In this filing"), lambda row: words.scope(row.scope), 200, shown=False),
        column("seen", lambda: words.header("seen"), lambda row: shown_moment(row.seen_at), 130),
    ]  # fmt: skip


def domain_header(words: CheckWords) -> list[str]:
    """The titles of a table that is written out."""
    return [words.header("domain"), words.header("outcome"), QCoreApplication.translate("CheckWords", "In this filing"), QCoreApplication.translate("CheckWords", "Rules"),
            QCoreApplication.translate("CheckWords", "Counts until"), words.header("seen")]  # fmt: skip


def domain_cells(row: DomainRow, words: CheckWords) -> list[str]:
    """One line of a table that is written out."""
    rules = "; ".join(
        f"{rule.title_zh}: {words.outcome(rule.outcome)} ({words.rule(rule.reason, rule.facts)})" for rule in row.rules
    )
    return [row.domain, words.outcome(row.outcome), words.scope(row.scope), rules, _until(row),
            shown_moment(row.seen_at)]  # fmt: skip


def domain_found(
    row: DomainRow, words: CheckWords, *, observer: str, before: str, replies: Sequence[CheckReply]
) -> Found:  # fmt: skip
    """The line with its evidence."""
    assert row.id is not None
    todo = [card for rule in row.rules for card in _remedies(rule)]
    return Found(
        row_id=row.id,
        title=row.domain,
        word=words.outcome(row.outcome),
        tone=outcome_tone(row.outcome),
        reason=words.scope(row.scope),
        details=(
            Detail(
                "seen", QCoreApplication.translate("CheckWords", "Seen at"), shown_moment(row.seen_at), copies=False
            ),
            Detail("before", QCoreApplication.translate("CheckWords", "Before"), before, copies=False),
            Detail("observer", QCoreApplication.translate("CheckWords", "Looked at by"), observer, copies=False),
            Detail("expires", QCoreApplication.translate("CheckWords", "Counts until"), _until(row), copies=False),
        ),
        sections=(
            CardSection(
                QCoreApplication.translate("CheckWords", "Rules"), tuple(_rule(each, words) for each in row.rules)
            ),
            CardSection(QCoreApplication.translate("CheckWords", "What to do"), tuple(todo)),
            CardSection(
                QCoreApplication.translate("CheckWords", "What the registries say"),
                tuple(registration_cards(row.registration, words)),
            ),
            reply_section(replies),
            CardSection(
                QCoreApplication.translate("CheckWords", "How each rule is looked at, and its exceptions"),
                tuple(_named(cited_card(each), rule.title_zh) for rule in row.rules for each in background(rule.rule)),
            ),
        ),
        case_id=row.case_id,
        site_id=row.site_id,
        subject_id=row.subject_id,
        failed=row.outcome == "fail",
        answerable=bool(replies),
    )


def _titles(row: DomainRow, outcome: str) -> str:
    return "、".join(rule.title_zh for rule in row.rules if rule.outcome == outcome)


def _until(row: DomainRow) -> str:
    return shown_moment(row.expires_at) if row.expires_at else ""


def _rule(rule: RuleRow, words: CheckWords) -> Card:
    lines = [_evidence(each, words) for each in rule.evidence]
    lines += [
        QCoreApplication.translate("CheckWords", "The platform then says: {text}").format(text=prompt(each).text_zh)
        for each in rule.prompts
    ]
    lines += [" · ".join(filter(None, (each.text_zh, origin_of(each.source, each.as_of)))) for each in rule.notes]
    if rule.valid_until:
        lines.append(
            QCoreApplication.translate("CheckWords", "Counts until {day}").format(day=shown_date(rule.valid_until))
        )
    return Card(
        words.rule(rule.reason, rule.facts), rule.title_zh, words.outcome(rule.outcome), outcome_tone(rule.outcome),
        tuple(lines),
    )  # fmt: skip


def _evidence(seen: dict[str, Any], words: CheckWords) -> str:
    source = {
        "agent": QCoreApplication.translate("CheckWords", "agent"),
        "list": QCoreApplication.translate("CheckWords", "reference list"),
    }.get(seen["source"]) or str(seen["source"]).upper()
    value = seen.get("value")
    said = (
        {
            True: QCoreApplication.translate("CheckWords", "yes"),
            False: QCoreApplication.translate("CheckWords", "no"),
        }.get(value)
        if isinstance(value, bool)
        else value
    )
    if said is None:
        said = words.rule(seen["why"], {}) if seen.get("why") else QCoreApplication.translate("CheckWords", "not said")
    return " · ".join(filter(None, (words.certificate(str(said)), source, seen.get("place", ""), seen["on"])))


def _remedies(rule: RuleRow) -> Iterable[Card]:
    for each in guidance(rule.rule, rule.outcome, rule.reason):
        yield _named(cited_card(each), rule.title_zh)


def _named(card: Card, title: str) -> Card:
    return replace(card, title=title)

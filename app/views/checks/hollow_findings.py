"""A hollow-site line in words: what each resolver said, what the registries said, what to do, with sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.rules.hollow import Cited, consequences
from app.services.checks.hollow import HollowRow
from app.services.checks.replies import CheckReply
from app.views.checks.cards import Card, CardSection, cited_card, origin_of
from app.views.checks.evidence_pane import Found
from app.views.checks.words import CheckWords, outcome_tone
from app.views.tables.columns import Column
from app.views.tables.record_columns import shown_moment
from app.views.widgets.detail_grid import Detail

_GOOD = "resolves_to_provider"
_BAD = frozenset(("hong_kong", "overseas", "other_network", "no_records"))


def hollow_columns(words: CheckWords, before: Callable[[str], str]) -> list[Column]:
    """The columns; `before` gives the outcome of the run before, where it was another."""

    def column(key: str, text: Callable[[HollowRow], str], width: int, **more: Any) -> Column:
        return Column(key, lambda: words.header(key), text, width=width, **more)

    return [
        column("domain", lambda row: row.domain, 170),
        column("outcome", lambda row: words.hollow(row.outcome), 200, tone=lambda row: outcome_tone(row.outcome)),
        Column(
            "before",
            lambda: QCoreApplication.translate("CheckWords", "Before"),
            lambda row: before(row.domain),
            width=200,
            shown=False,
        ),
        column("reason", lambda row: words.reason(row.reason), 280),
        column("addresses", lambda row: addresses_words(row, words), 200),
        column("aliases", lambda row: " → ".join(row.aliases), 140, shown=False),
        column("resolvers", lambda row: ", ".join(resolver for resolver, _ in row.views), 120, shown=False),
        column("seen", lambda row: shown_moment(row.seen_at), 130),
    ]


def addresses_words(row: HollowRow, words: CheckWords) -> str:
    """The addresses, each with whose it is."""
    pairs = zip(row.addresses, row.places, strict=True)
    return ", ".join(f"{address} ({words.place(place)})" if place else address for address, place in pairs)


def hollow_cells(row: HollowRow, words: CheckWords) -> list[str]:
    """One line of a table that is written out."""
    views = "; ".join(f"{resolver}: {words.reason(reason)}" for resolver, reason in row.views)
    return [row.domain, words.hollow(row.outcome), words.reason(row.reason), addresses_words(row, words),
            " → ".join(row.aliases), views, shown_moment(row.seen_at)]  # fmt: skip


def hollow_found(
    row: HollowRow, words: CheckWords, remedies: Sequence[Cited], *, observer: str, site_name: str, before: str,
    replies: Sequence[CheckReply]
) -> Found:  # fmt: skip
    """The line with its evidence."""
    assert row.id is not None
    expires = shown_moment(row.expires_at) if row.expires_at else ""
    return Found(
        row_id=row.id,
        title=row.domain,
        word=words.hollow(row.outcome),
        tone=outcome_tone(row.outcome),
        reason=words.reason(row.reason),
        details=(
            Detail("site", QCoreApplication.translate("CheckWords", "Site"), site_name),
            Detail(
                "addresses", QCoreApplication.translate("CheckWords", "Addresses"), "\n".join(_addresses(row, words))
            ),
            Detail("aliases", QCoreApplication.translate("CheckWords", "Aliases"), " → ".join(row.aliases)),
            Detail("before", QCoreApplication.translate("CheckWords", "Before"), before, copies=False),
            Detail(
                "seen", QCoreApplication.translate("CheckWords", "Seen at"), shown_moment(row.seen_at), copies=False
            ),
            Detail("observer", QCoreApplication.translate("CheckWords", "Looked at by"), observer, copies=False),
            Detail("expires", QCoreApplication.translate("CheckWords", "Counts until"), expires, copies=False),
        ),
        sections=(
            CardSection(QCoreApplication.translate("CheckWords", "The two conditions"), _conditions(row, words)),
            CardSection(QCoreApplication.translate("CheckWords", "What each resolver says"), tuple(_views(row, words))),
            CardSection(
                QCoreApplication.translate("CheckWords", "What the registries say"),
                tuple(registration_cards(row.registration, words)),
            ),
            CardSection(
                QCoreApplication.translate("CheckWords", "What to do"), tuple(cited_card(each) for each in remedies)
            ),
            CardSection(
                QCoreApplication.translate("CheckWords", "What follows otherwise"),
                tuple(cited_card(each) for each in consequences()) if row.outcome == "fail" else (),
            ),
            reply_section(replies),
        ),
        case_id=row.case_id,
        site_id=row.site_id,
        subject_id=row.subject_id,
        failed=row.outcome == "fail",
        answerable=bool(replies),
    )


def reply_section(replies: Sequence[CheckReply]) -> CardSection:
    """What may be written to the customer, and what of it is still open."""
    cards = []
    for each in replies:
        gaps = "、".join(one.description for one in each.copy.filled.missing)
        open_words = QCoreApplication.translate("CheckWords", "Still to fill: {gaps}").format(gaps=gaps) if gaps else ""
        title = "：".join(filter(None, (each.about, each.template.title)))
        lines = tuple(filter(None, (open_words,)))
        origin = origin_of(each.template.source, each.template.as_of)
        cards.append(Card(each.copy.plain, title, lines=lines, origin=origin))
    return CardSection(QCoreApplication.translate("CheckWords", "Reply to the customer"), tuple(cards))


def _addresses(row: HollowRow, words: CheckWords) -> Iterable[str]:
    for address, place in zip(row.addresses, row.places, strict=True):
        yield f"{address} ({words.place(place)})"


def _conditions(row: HollowRow, words: CheckWords) -> tuple[Card, ...]:
    looked = words.reason("validity_not_looked_at") if row.reason == "validity_not_looked_at" else ""
    validity = {
        "pass": QCoreApplication.translate("CheckWords", "The domain has not lapsed."),
        "fail": QCoreApplication.translate("CheckWords", "The domain has lapsed."),
    }.get(
        row.validity,
        looked
        or QCoreApplication.translate(
            "CheckWords", "Whether it has lapsed was not looked at, or could not be established."
        ),
    )
    resolution = {
        "pass": QCoreApplication.translate("CheckWords", "It resolves to the provider's mainland addresses."),
        "fail": QCoreApplication.translate("CheckWords", "It does not resolve to the provider's mainland addresses."),
    }.get(row.resolution, words.reason(row.reason))
    return (
        Card(
            resolution,
            QCoreApplication.translate("CheckWords", "Resolution"),
            words.outcome(row.resolution),
            outcome_tone(row.resolution),
        ),
        Card(
            validity,
            QCoreApplication.translate("CheckWords", "Validity"),
            words.outcome(row.validity),
            outcome_tone(row.validity),
        ),
    )


def _views(row: HollowRow, words: CheckWords) -> Iterable[Card]:
    for resolver, reason in row.views:
        outcome = "pass" if reason == _GOOD else "fail" if reason in _BAD else "unknown"
        answers = [each for each in row.answers if each["resolver"] == resolver]
        lines = tuple(_answer(each, words) for each in answers)
        yield Card(words.reason(reason), resolver, words.outcome(outcome), outcome_tone(outcome), lines)


def _answer(answer: dict[str, Any], words: CheckWords) -> str:
    said = ", ".join(answer.get("addresses", ())) or words.answer(answer["status"])
    chain = " → ".join(answer.get("chain", ()))
    proven = QCoreApplication.translate("CheckWords", "with the zone's own word") if answer.get("proven") else ""
    took = QCoreApplication.translate("CheckWords", "{ms} ms").format(ms=answer["ms"])
    parts = (f"{answer['record']} {answer['name']}: {said}", chain, proven, words.moment(answer["at"]), took)
    return " · ".join(filter(None, parts))


def registration_cards(told: Sequence[dict[str, Any]], words: CheckWords) -> Iterable[Card]:
    """What each registry said; what it hid or left out is said too."""
    for each in told:
        names = (
            ("holder", QCoreApplication.translate("CheckWords", "Holder")),
            ("registrar", QCoreApplication.translate("CheckWords", "Registrar")),
            ("created", QCoreApplication.translate("CheckWords", "Registered on")),
            ("expires", QCoreApplication.translate("CheckWords", "Expires on")),
        )
        lines = [f"{name}: {_value(each.get(key), words)}" for key, name in names if each["known"] == "fact"]
        if each.get("statuses"):
            lines.append(
                QCoreApplication.translate("CheckWords", "Status: {words}").format(words=", ".join(each["statuses"]))
            )
        lines.append(
            f"{words.moment(each['at'])} · {QCoreApplication.translate('CheckWords', '{ms} ms').format(ms=each['ms'])}"
        )
        title = " · ".join(filter(None, (each.get("protocol", "").upper(), each.get("server", ""))))
        outcome = {"fact": "pass", "absent": "fail"}.get(each["known"], "unknown")
        why = each.get("why", "")
        yield Card(words.known(each["known"], why), title, words.outcome(outcome) if outcome == "unknown" else "",
                   outcome_tone(outcome), tuple(lines))  # fmt: skip


def _value(value: Any, words: CheckWords) -> str:
    if isinstance(value, list):
        return words.rule(value[0], {}) if value and value[0] else QCoreApplication.translate("CheckWords", "not said")
    return str(value) if value else QCoreApplication.translate("CheckWords", "not said")

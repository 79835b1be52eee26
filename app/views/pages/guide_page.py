"""What is known of each province: channel, address, days, papers, restrictions, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.rules.in_force import RulesInForce
from app.rules.provinces import ProvinceFacts, province_keys
from app.services.changes import Change
from app.views.pages.list_page import ListPage
from app.views.surroundings import Surroundings
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement


class GuidePage(ListPage):
    """The provinces and how each deals with offline deregistration."""

    def __init__(self, around: Surroundings, rules: Callable[[], RulesInForce], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provinces: dict[str, ProvinceFacts] = {}
        self.facts = FactList(self)
        self.body.addWidget(self.facts, 1)
        self.status.hide()
        self.choices.chosen.connect(self._show)
        self.retranslate()
        self._around, self._rules = around, rules
        around.changes.changed.connect(self._on_changed)
        self._read()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Guide")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter by province, prefix or region"), self.tr("Provinces"))
        if self._provinces:
            self._list()
            self._show(self.choices.current)

    def _read(self) -> None:
        self._around.store_jobs.start(self, lambda _job: _facts(self._rules()), done=self._on_read)

    def _on_changed(self, change: Change) -> None:
        if change.rules:
            self._read()

    def _on_read(self, provinces: tuple[ProvinceFacts, ...]) -> None:
        self._provinces = {each.key: each for each in provinces}
        self._list()
        self._show(self.choices.current)

    def _list(self) -> None:
        self.choices.show_choices(
            Choice(
                each.key,
                f"{each.name_zh}（{each.prefix}）",
                each.authority,
                self.tr("%n stop(s)", "", stops) if (stops := _stops(each)) else "",
                "bad",
                also=f"{each.name} {each.filing_prefix} {each.region}",
            )
            for each in self._provinces.values()
        )

    def _show(self, key: str) -> None:
        known = self._provinces.get(key)
        if known is None:
            return
        self.name.setText(known.name_zh)
        self.below.setText(f"{known.authority} · {known.filing_prefix}")
        self.facts.show_sections(self._sections(known))

    def _sections(self, known: ProvinceFacts) -> Iterable[Section]:
        papers = (f"{each.title_zh}{'' if each.required else '（视情况）'}" for each in known.enclosure_rules)
        # The same paper stands there once for each situation.
        named = dict(zip(papers, known.enclosure_rules, strict=True))
        yield Section(
            self.tr("Restrictions"),
            tuple(
                _said(each.text_zh, each, tone={"stop": "bad", "warn": "warn"}.get(each.severity, ""))
                for each in known.restrictions
            ),
        )
        yield Section(self.tr("How to hand in"), tuple(_said(each.text_zh, each) for each in known.channels))
        yield Section(
            self.tr("Address"),
            tuple(
                _said("\n".join(filter(None, (each.recipient, each.text, each.postcode))), each, tone=_doubt(each))
                for each in known.addresses
            ),
        )
        yield Section(
            self.tr("Telephone"),
            tuple(_said(f"{each.number}（{each.what_zh}）", each, tone=_doubt(each)) for each in known.phones),
        )
        yield Section(
            self.tr("Days"), tuple(_said(each.text_zh, each, tone=_doubt(each)) for each in known.processing_times)
        )
        yield Section(
            self.tr("Papers named by this province"), tuple(_said(title, each) for title, each in named.items())
        )
        yield Section(self.tr("Printing"), tuple(_said(each.text_zh, each) for each in known.print_rules))
        yield Section(
            self.tr("Other facts"),
            tuple(_said(each.text_zh, each, tone="doubtful" if each.doubtful else "") for each in known.facts),
        )
        links = [link for link in (known.website, known.filing_portal) if link is not None and link.url]
        yield Section(self.tr("Websites"), tuple(_said(link.url, link) for link in links))


def _facts(rules: RulesInForce) -> tuple[ProvinceFacts, ...]:
    return tuple(rules.facts(key) for key in province_keys())


def _stops(known: ProvinceFacts) -> int:
    return sum(each.severity == "stop" for each in known.restrictions)


def _doubt(fact: Any) -> str:
    return "" if fact.printable else "doubtful"


def _said(text: str, fact: Any, *, tone: str = "") -> Statement:
    """A statement from any of the pack's records, which all carry source, confidence and date."""
    return Statement(text, fact.source, fact.confidence, fact.as_of, getattr(fact, "note_zh", ""), tone)

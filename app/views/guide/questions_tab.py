"""The questions that customers and systems raise, with cause and remedy."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.rules.faq import GROUP_ZH, FaqEntry, faq
from app.rules.procedures import procedure_ids, title_of
from app.views.guide.said import statement_of_said
from app.views.pages.list_page import ListPage
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import action_button


class QuestionsTab(ListPage):
    """Questions at the left, the answer at the right.

    Signals:
        procedure_wanted: the procedure that an answer leads to.
    """

    procedure_wanted = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._entries: dict[str, FaqEntry] = {each.id: each for each in faq()}
        self.copy = action_button("", self._copy, self, icon_name="copy")
        self.lead = action_button("", self._lead, self, icon_name="arrow-right")
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        bar.addWidget(self.lead)
        bar.addWidget(self.copy)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.facts = FactList(self)
        self.body.addWidget(self.facts, 1)
        self.status.hide()
        self.choices.chosen.connect(self._show)
        self.retranslate()
        self._show(self.choices.current)

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Questions")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter questions and prompts"), self.tr("Questions"))
        self.copy.setText(self.tr("Copy the answer"))
        self.lead.setText(self.tr("Open the procedure"))
        self.choices.show_choices(
            Choice(
                each.id,
                each.question,
                GROUP_ZH[each.group],
                also=" ".join((*each.keywords, each.prompt, *each.other_prompts, each.cause, each.action)),
            )
            for each in self._entries.values()
        )
        self._show(self.choices.current)

    def show_question(self, entry_id: str) -> None:
        """Put the cursor on a question."""
        self.choices.filter.clear()
        self.choices.choose(entry_id)

    def _show(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is None:
            return
        self.name.setText(entry.question)
        self.below.setText(GROUP_ZH[entry.group])
        self.lead.setVisible(entry.procedure in procedure_ids())
        self.facts.show_sections(self._sections(entry))

    def _sections(self, entry: FaqEntry) -> Iterable[Section]:
        prompts = [each for each in (entry.prompt, *entry.other_prompts) if each]
        yield Section(self.tr("What the system says"), tuple(Statement(each) for each in prompts))
        if entry.cause:
            yield Section(self.tr("Cause"), (statement_of_said(entry, text=entry.cause),))
        if entry.action:
            yield Section(self.tr("What to do"), (statement_of_said(entry, text=entry.action),))
        yield Section(self.tr("Newer word on it"), tuple(statement_of_said(each) for each in entry.newer))
        if entry.procedure:
            yield Section(self.tr("Leads to"), (Statement(title_of(entry.procedure)),))

    def _copy(self) -> None:
        entry = self._entries[self.choices.current]
        self._around.clipboard.copy("\n".join(part for part in (entry.question, entry.cause, entry.action) if part))
        self._around.notify(self.tr("Copied: the answer"))

    def _lead(self) -> None:
        self.procedure_wanted.emit(self._entries[self.choices.current].procedure)

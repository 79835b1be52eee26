"""A ticket's words, a prompt, a rejection or a word to look up in; procedures, questions and terms out, with why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.rules.faq import faq_entry
from app.rules.guidance import said_source_zh
from app.rules.triage import Triage, triage
from app.rules.triage_prompts import Prompt
from app.services.guide_search import GuideHit, GuideSearch
from app.views.guide.said import statement_of_said
from app.views.jobs import Job
from app.views.pages.page import Page
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import EmptyState, action_button, heading, plain_label

PAUSE_MS = 300
LOOKED_UP = 40
"""A longer text is a ticket: it is ranked, and not looked up word for word."""

EXAMPLE = "新买的域名去备案，提示域名已经被别人备案了，备案号粤ICP备12345678号-1，怎么办？"
"""Words of a fictional customer, for whoever sees the page for the first time."""


class TriageTab(Page):
    """Words at the left, what they are about in the middle, why at the right.

    Signals:
        procedure_wanted, question_wanted, term_wanted: the agent opens a result (its id).
        found: an answer is shown.
    """

    procedure_wanted = Signal(str)
    question_wanted = Signal(str)
    term_wanted = Signal(str)
    found = Signal()

    def __init__(self, around: Surroundings, search: GuideSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._search = around, search
        self._answer: Triage | None = None
        self._hits: dict[str, GuideHit] = {}
        self._job: Job | None = None
        self.lead = heading("", self)
        self.lead.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.to_ask = plain_label("", "", self)
        self.results = ChoiceList(self)
        self.results.filter.hide()
        self.facts = FactList(self)
        self.open = action_button("", self._open, self, icon_name="arrow-right", role="primary")
        self.open.hide()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.lead)
        column.addWidget(self.text, 1)
        column.addWidget(self.to_ask)
        right = QWidget(self)
        why = QVBoxLayout(right)
        why.setContentsMargins(0, 2 * GRID, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 0, 0, 0)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        why.addLayout(head)
        why.addWidget(self.facts, 1)
        self.found_here = _side_by_side((self.results, 340), (right, 480), parent=self)
        self.empty = EmptyState("search", self)
        self.empty.action.clicked.connect(lambda _checked: self._show_example())
        self.place = QStackedWidget(self)
        self.place.addWidget(self.empty)
        self.place.addWidget(self.found_here)
        splitter = _side_by_side((left, 360), (self.place, 820), parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.text.textChanged.connect(self._on_text)
        self.results.chosen.connect(self._show)
        self.results.list.itemActivated.connect(lambda _item: self._open())
        self.retranslate()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Find by words")

    def focus_first(self) -> None:
        """The cursor begins in the text."""
        self.text.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.lead.setText(self.tr("A customer's words, a system's prompt, a rejection, or words to look up"))
        self.text.setAccessibleName(self.lead.text())
        self.text.setPlaceholderText(self.tr("Paste it here."))
        self.results.name("", self.tr("What it is about"))
        self.open.setText(self.tr("Open"))
        self._say_empty()
        if self._answer is not None:
            self._on_found(self._answer, tuple(self._hits.values()))

    def _say_empty(self) -> None:
        """Why nothing stands at the right, and what to do about it."""
        if self.text.toPlainText().strip():
            self.empty.say(self.tr("Nothing in the guide speaks of these words. Try fewer, or the customer's own."))
            return
        self.empty.say(
            self.tr(
                "Paste a ticket, what the system says or a rejection at the left: procedures, questions and the words "
                "that counted appear here."
            ),
            self.tr("Show an example"),
        )

    def _show_example(self) -> None:
        # As if typed, so that Ctrl+Z takes it away again.
        self.text.insertPlainText(EXAMPLE)
        self.text.setFocus()

    def _on_text(self) -> None:
        if self.text.toPlainText().strip():
            self._pause.start()
            return
        self._pause.stop()
        if self._job is not None:
            self._job.forget()
        self._answer, self._hits = None, {}
        self.to_ask.hide()
        self._say_empty()
        self.place.setCurrentWidget(self.empty)

    def _ask(self) -> None:
        if self._job is not None:
            self._job.forget()
        words = self.text.toPlainText()
        self._job = self._around.free_jobs.start(
            self, lambda _job: (triage(words), self._look_up(words)), done=lambda found: self._on_found(*found)
        )

    def _look_up(self, words: str) -> tuple[GuideHit, ...]:
        """Where the words stand; a whole ticket stands nowhere."""
        return self._search.find(words) if len(words.strip()) <= LOOKED_UP else ()

    def _on_found(self, answer: Triage, hits: tuple[GuideHit, ...]) -> None:
        self._answer = answer
        asked = "\n".join(f"• {each}" for each in answer.questions)
        self.to_ask.setText(self.tr("Still to ask:") + "\n" + asked if asked else "")
        self.to_ask.setVisible(bool(asked))
        sure = self.tr("clear") if answer.sure else ""
        choices = [
            Choice(f"p:{each.id}", each.title, f"{each.share:.0%}", sure if place == 0 else "", "good")
            for place, each in enumerate(answer.procedures)
        ]
        choices += [Choice(f"q:{each.entry.id}", each.entry.question, self.tr("Question")) for each in answer.faq]
        ranked = {each.key for each in choices}
        self._hits = {f"{each.kind[0]}:{each.id}": each for each in hits}
        choices += [
            Choice(key, each.title, self._kind(each), self.tr("found"))
            for key, each in self._hits.items()
            if key not in ranked
        ]
        self.results.show_choices(choices)
        if choices:
            self.results.list.setCurrentRow(0)
        self._show(self.results.current)
        self._say_empty()
        self.place.setCurrentWidget(self.found_here if choices else self.empty)
        self.found.emit()

    def _show(self, key: str) -> None:
        self.open.setVisible(bool(key))
        self.facts.show_sections(self._sections(key) if key and self._answer else ())

    def _sections(self, key: str) -> Iterable[Section]:
        assert self._answer is not None
        kind, _, found = key.partition(":")
        answer = self._answer
        prompts = tuple(_prompt(each.prompt) for each in answer.prompts if not each.short)
        yield Section(self.tr("Prompts recognised"), prompts)
        if hit := self._hits.get(key):
            words = f"{hit.where}：{hit.excerpt}" if hit.where else hit.excerpt
            yield Section(self.tr("Found in"), (Statement(words),))
        ranked = next((each for each in answer.procedures if kind == "p" and each.id == found), None)
        if ranked is not None:
            counted = tuple(Statement(f"{each.words}　{each.weight:+.1f}") for each in ranked.hits)
            yield Section(self.tr("Words that counted"), counted)
            if ranked.example:
                yield Section(self.tr("Customers say of it"), (Statement(ranked.example),))
        if kind == "q":
            entry = faq_entry(found)
            if entry.cause:
                yield Section(self.tr("Cause"), (statement_of_said(entry, text=entry.cause),))
            yield Section(self.tr("What to do"), (statement_of_said(entry, text=entry.action),))
            yield Section(self.tr("Newer word on it"), tuple(map(statement_of_said, entry.newer)))

    def _kind(self, hit: GuideHit) -> str:
        names = {"procedure": self.tr("Procedure"), "question": self.tr("Question"), "term": self.tr("Word")}
        return "　".join(filter(None, (names[hit.kind], hit.where)))

    def _open(self) -> None:
        kind, _, found = self.results.current.partition(":")
        if kind == "p":
            self.procedure_wanted.emit(found)
        elif kind == "q":
            self.question_wanted.emit(found)
        elif kind == "t":
            self.term_wanted.emit(found)


def _prompt(prompt: Prompt) -> Statement:
    """A prompt with what is behind it and what to do."""
    details = "\n".join(filter(None, (prompt.cause, prompt.action)))
    return Statement(prompt.text, said_source_zh(prompt.source), "", prompt.as_of, details)


def _side_by_side(*parts: tuple[QWidget, int], parent: QWidget) -> QSplitter:
    """Widgets beside each other, each with the width that it begins with."""
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.setChildrenCollapsible(False)
    for widget, _width in parts:
        splitter.addWidget(widget)
    splitter.setSizes([width for _widget, width in parts])
    return splitter

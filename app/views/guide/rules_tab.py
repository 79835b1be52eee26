"""Rules by province: look through, search, compare two, and put a question to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.rules.provinces import province, province_keys
from app.services.rule_browser import COMMON_ZH, RuleBrowser, RuleLine
from app.views.jobs import Job
from app.views.pages.page import Page
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import plain_label

PAUSE_MS = 250
TONES = {"doubtful": "doubtful"}


class RulesTab(Page):
    """One line of questions over one list of answers.

    Signals:
        shown: the answer to the latest question is shown (how many lines).
    """

    shown = Signal(int)

    def __init__(self, around: Surroundings, browser: RuleBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._browser = around, browser
        self._job: Job | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.where = self._provinces("common", COMMON_ZH)
        self.beside = self._provinces("", "")
        self.asked = QComboBox(self)
        self.asked.addItem("", "")
        for choice in browser.filters():
            self.asked.addItem(choice.title, choice.id)
        self._labels = [QLabel(self) for _ in range(3)]
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        bar.addWidget(self.search, 2)
        for label, combo in zip(self._labels, (self.where, self.beside, self.asked), strict=True):
            label.setBuddy(combo)
            bar.addWidget(label)
            bar.addWidget(combo, 1)
        self.count = plain_label("", "hint", self)
        self.count.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self.facts = FactList(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.count)
        layout.addWidget(self.facts, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        for combo in (self.where, self.beside, self.asked):
            combo.currentIndexChanged.connect(lambda _index: self._ask())
        self.retranslate()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Rules by province")

    def focus_first(self) -> None:
        """The cursor begins in the search."""
        self.search.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.search.setPlaceholderText(self.tr("Search rules, notes and sources"))
        self.search.setAccessibleName(self.search.placeholderText())
        texts = (self.tr("Province"), self.tr("Beside"), self.tr("Ask all"))
        for label, combo, text in zip(self._labels, (self.where, self.beside, self.asked), texts, strict=True):
            label.setText(text)
            combo.setAccessibleName(text)
        self.beside.setItemText(0, self.tr("nobody"))
        self.asked.setItemText(0, self.tr("nothing"))

    def show_province(self, key: str) -> None:
        """Show the rules of a province."""
        self.where.setCurrentIndex(max(self.where.findData(key), 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None:
            self._ask()

    def _provinces(self, first: str, text: str) -> QComboBox:
        combo = QComboBox(self)
        combo.addItem(text, first)
        for key in province_keys():
            combo.addItem(province(key).name_zh, key)
        return combo

    def _ask(self) -> None:
        if self._job is not None:
            self._job.forget()
        where, beside, asked = self.where.currentData(), self.beside.currentData(), self.asked.currentData()
        text = self.search.text().strip()
        self._job = self._around.store_jobs.start(
            self, lambda _job: tuple(self._sections(text, where, beside, asked)), done=self._show
        )

    def _show(self, sections: tuple[Section, ...]) -> None:
        lines = sum(len(each.statements) for each in sections)
        self.count.setText(self.tr("%n line(s)", "", lines))
        self.facts.show_sections(sections)
        self.shown.emit(lines)

    def _sections(self, text: str, where: str, beside: str, asked: str) -> Iterable[Section]:
        browser = self._browser
        if asked:
            found = browser.answer(asked)
            yield Section(found.title, tuple(_said(each, named=True) for each in found.yes))
            silent = "、".join(province(key).name_zh for key in found.silent if key in province_keys())
            if silent:
                yield Section(self.tr("Nothing is stated for"), (Statement(silent),))
        elif beside:
            for each in browser.compare(where, beside, differences_only=True):
                both = (*each.left, *each.right)
                yield Section(each.label, tuple(_said(line, named=True) for line in both))
        elif text:
            key = "" if where == "common" else where
            for name, lines in groupby(browser.search(text, province_key=key), lambda line: line.province_zh):
                yield Section(name, tuple(_said(line, labelled=True) for line in lines))
        else:
            for label, lines in groupby(browser.lines(where), lambda line: line.label):
                yield Section(label, tuple(_said(line) for line in lines))


def _said(line: RuleLine, *, named: bool = False, labelled: bool = False) -> Statement:
    head = f"{line.province_zh}：" if named else f"{line.label}：" if labelled else ""
    mark = {"older": "【已有更新的说法】", "silent": "【资料未提及】"}.get(line.tone, "")
    own = "【本单位补充】" if line.overlay else ""
    return Statement(
        f"{mark}{own}{head}{line.text}", line.source, line.confidence, line.as_of, line.note, TONES.get(line.tone, "")
    )

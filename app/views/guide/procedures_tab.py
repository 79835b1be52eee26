"""Every procedure as a page: conditions, papers, steps, days, differences, what changed, each with source and date."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.errors import UserError
from app.rules.procedures import SubjectKind
from app.rules.provinces import province, province_keys
from app.services.guide import Guide, PageTitle
from app.services.guide import Page as GuideText
from app.services.guide_search import terms_on
from app.services.previews import preview_of
from app.views.guide.said import section_of
from app.views.pages.case_words import WIZARDS
from app.views.pages.list_page import ListPage
from app.views.printer import choose_printer
from app.views.printing import print_pages, save_pdf
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList
from app.views.widgets.labels import action_button, icon_button_style


class ProceduresTab(ListPage):
    """Procedures at the left, the chosen one at the right, for a subject kind and a province.

    Signals:
        wizard_wanted: the flow that does this procedure's papers.
        case_wanted: a procedure that a case is to be begun for.
        term_wanted: a word of the trade that stands on the page.
    """

    wizard_wanted = Signal(str)
    case_wanted = Signal(str)
    term_wanted = Signal(str)

    def __init__(self, around: Surroundings, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._guide = around, guide
        self._titles: dict[str, PageTitle] = {each.id: each for each in guide.titles()}
        self.kind = QComboBox(self)
        self.where = QComboBox(self)
        self.where.addItem("", "")
        for key in province_keys():
            self.where.addItem(province(key).name_zh, key)
        self.start = action_button("", self._start, self, icon_name="stamp", role="primary")
        self.begin = action_button("", self._begin, self, icon_name="plus")
        self.copy = action_button("", self._copy, self, icon_name="copy")
        self.paper = QPushButton(self)
        icon_button_style(self.paper, "printer")
        papers = QMenu(self)
        self.print_action = papers.addAction("", self._print)
        self.save_action = papers.addAction("", self._save)
        self.paper.setMenu(papers)
        self.words = QPushButton(self)
        self._terms = QMenu(self)
        self.words.setMenu(self._terms)
        self._for = QLabel(self)
        self.body.addLayout(_row(self._for, self.kind, self.where, self.words))
        self.body.addLayout(_row(self.start, self.begin, self.copy, self.paper))
        self.facts = FactList(self)
        self.body.addWidget(self.facts, 1)
        self.status.hide()
        self.retranslate()
        self.choices.chosen.connect(lambda _key: self._show())
        self.kind.currentIndexChanged.connect(lambda _index: self._show())
        self.where.currentIndexChanged.connect(lambda _index: self._show())
        self._show()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Procedures")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter procedures"), self.tr("Procedures"))
        self._for.setText(self.tr("For"))
        chosen = self.kind.currentIndex()
        blocked = self.kind.blockSignals(True)
        self.kind.clear()
        for value, text in (
            ("", self.tr("unit or individual")),
            ("unit", self.tr("a unit")),
            ("individual", self.tr("an individual")),
        ):
            self.kind.addItem(text, value)
        self.kind.setCurrentIndex(max(chosen, 0))
        self.kind.blockSignals(blocked)
        self.kind.setAccessibleName(self.tr("Subject kind"))
        self.where.setItemText(0, self.tr("all provinces"))
        self.where.setAccessibleName(self.tr("Province"))
        self.copy.setText(self.tr("Copy for customer"))
        self.paper.setText(self.tr("Paper"))
        self.print_action.setText(self.tr("Print…"))
        self.save_action.setText(self.tr("Save as PDF…"))
        self.start.setText(self.tr("Make papers…"))
        self.begin.setText(self.tr("New case…"))
        self.words.setText(self.tr("Words on this page"))
        self.choices.show_choices(
            Choice(each.id, each.title, each.summary, also=each.id) for each in self._titles.values()
        )

    def show_procedure(self, procedure_id: str) -> None:
        """Put the cursor on a procedure."""
        self.choices.filter.clear()
        self.choices.choose(procedure_id)

    def show_again(self) -> None:
        """Show the page anew: the rules of provinces have changed."""
        self._show()

    def _show(self) -> None:
        known = self._titles.get(self.choices.current)
        if known is None:
            return
        page = self._guide.page(known.id, subject_kind=self._kind(), province_key=self.where.currentData())
        self.name.setText(page.title)
        self.below.setText(page.summary)
        self.start.setVisible(known.id in WIZARDS)
        self._show_terms(page)
        self.facts.show_sections(section_of(each.title, each.lines) for each in page.sections)

    def _show_terms(self, page: GuideText) -> None:
        self._terms.clear()
        lines = [each for section in page.sections for each in section.lines]
        text = "\n".join((page.title, page.summary, *("\n".join((each.text, *each.details)) for each in lines)))
        for term in terms_on(text):
            self._terms.addAction(term.zh, partial(self.term_wanted.emit, term.en))
        self.words.setEnabled(not self._terms.isEmpty())

    def _kind(self) -> SubjectKind | None:
        return cast("SubjectKind | None", self.kind.currentData() or None)

    def _copy(self) -> None:
        kind = self._kind() or "unit"
        text = self._guide.customer_version(self.choices.current, kind, self.where.currentData())
        self._around.clipboard.copy(text)
        self._around.notify(self.tr("Copied: the customer's version"))

    def _paper(self) -> bytes:
        page = self._guide.page(self.choices.current, subject_kind=self._kind(), province_key=self.where.currentData())
        return self._guide.paper(page)

    def _print(self) -> None:
        preview = preview_of(self._paper())
        printer = choose_printer(self, preview.pages, self.name.text())
        if printer is not None:
            print_pages(printer, preview.image, preview.sizes)

    def _save(self) -> None:
        name = f"{self.name.text()}.pdf"
        path: Path | None = self._around.prompts.save_file(
            self, self.tr("Save the page"), name, self.tr("PDF files (*.pdf)")
        )
        if path is None:
            return
        try:
            saved = save_pdf(self._paper(), path)
        except UserError as error:
            self._around.prompts.show_error(self, error)
            return
        self._around.notify(self.tr("Saved: {path}").format(path=saved))

    def _start(self) -> None:
        self.wizard_wanted.emit(WIZARDS[self.choices.current])

    def _begin(self) -> None:
        self.case_wanted.emit(self.choices.current)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
    row.setSpacing(GRID)
    for widget in widgets:
        # Words are never cut: the list beside the page gives way first.
        widget.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row.addWidget(widget)
    row.addStretch(1)
    return row

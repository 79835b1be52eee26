"""Every letter that the program words itself: how it looks blank, where its blanks come from, and the way to fill it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QWidget

from app.services.letters import Letters
from app.services.letters_info import LetterInfo, letter_infos
from app.services.previews import Preview
from app.views.jobs import Job
from app.views.pages.draft_strip import DraftStrip
from app.views.pages.list_page import ListPage
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import action_button, plain_label
from app.views.widgets.pdf_pane import PdfPane


class LettersTab(ListPage):
    """The shelf of letters.

    Signals:
        write_wanted: a letter is to be filled in (its code).
    """

    write_wanted = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        letters: Letters,
        drafts: DraftStrip,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._around, self._letters, self.drafts, self._today = around, letters, drafts, today
        self._infos: Mapping[str, LetterInfo] = {}
        self._drawing: Job | None = None
        tools = QFrame(self)
        set_role(tools, "bar")
        line = QHBoxLayout(tools)
        line.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self.fill_in = action_button("", self._fill_in, tools, icon_name="pencil", role="primary")
        line.addWidget(self.fill_in)
        line.addStretch(1)
        self.caution = plain_label("", "warning", self)
        self.caution.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.pane = PdfPane(around.free_jobs, around.prompts, self)
        self.pane.saved.connect(lambda path: around.notify(self.tr("Saved: {path}").format(path=path)))
        self.facts = FactList(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.pane, "")
        self.tabs.addTab(self.facts, "")
        self.body.insertWidget(0, drafts)
        self.body.addWidget(tools)
        self.body.addWidget(self.caution)
        self.body.addWidget(self.tabs, 1)
        self.choices.chosen.connect(self._show)
        self.retranslate()
        around.free_jobs.start(self, lambda _job: letter_infos(), done=self._on_infos)

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Letters")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter by title"), self.tr("Letters"))
        self.fill_in.setText(self.tr("Fill in…"))
        self.tabs.setTabText(0, self.tr("The blank letter"))
        self.tabs.setTabText(1, self.tr("Sources and dates"))
        self._list()
        if self.choices.current:
            self._tell(self._infos[self.choices.current])

    def _on_infos(self, infos: tuple[LetterInfo, ...]) -> None:
        self._infos = {each.code: each for each in infos}
        self._list()

    def _list(self) -> None:
        self.choices.show_choices(
            Choice(
                code,
                f"{info.title}{info.subtitle}",
                info.province_zh or self.tr("All provinces"),
                "",
                "info",
                also=f"{code} {info.province}",
            )
            for code, info in self._infos.items()
        )
        self.fill_in.setEnabled(bool(self._infos))

    def _show(self, code: str) -> None:
        info = self._infos[code]
        self._tell(info)
        if self._drawing is not None:
            self._drawing.forget()
        today = self._today()
        self._drawing = self._around.store_jobs.start(
            self, lambda _job: self._letters.blank(code, today), done=lambda made: self._on_blank(info, made)
        )

    def _on_blank(self, info: LetterInfo, made: Preview) -> None:
        self._drawing = None
        if made.form_code != info.code:
            self.status.show_status(self.tr("Imported blank"), "good")
            used = self.tr("The blank that was brought in ({edition}) is used in place of our own wording.")
            self.caution.setText(used.format(edition=made.form_edition.partition("#")[0]))
            self.caution.show()
        self.pane.show_preview(made, f"{info.title}{info.subtitle}（空白）")

    def _tell(self, info: LetterInfo) -> None:
        self.name.setText(f"{info.title}{info.subtitle}")
        self.status.show_status(self.tr("Our own wording"), "info")
        edition = self.tr("Edition {edition}").format(edition=info.edition)
        self.below.setText(" · ".join(each for each in (info.province_zh, edition) if each))
        self.caution.setText(info.provider_blank_note)
        self.caution.setVisible(bool(info.provider_blank_note))
        remarks = tuple(Statement(each) for each in info.remarks)
        sources = tuple(Statement(each.says, each.source, each.confidence, each.as_of) for each in info.sources)
        self.facts.show_sections((Section(self.tr("Remarks"), remarks), Section(self.tr("Where it was read"), sources)))

    def _fill_in(self) -> None:
        if self.choices.current:
            self.write_wanted.emit(self.choices.current)

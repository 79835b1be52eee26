"""Every paper form: how it looks, how well it is known, where each part was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QTabWidget, QWidget

from app.services.forms_info import FormInfo, blank_form, form_infos
from app.services.previews import Preview
from app.views.jobs import Job
from app.views.pages.list_page import ListPage
from app.views.surroundings import Surroundings
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import plain_label
from app.views.widgets.pdf_pane import PdfPane

TONES = {"full table": "good", "instructions": "info", "inferred": "warn"}


class FormsPage(ListPage):
    """The forms of all provinces, each with its blank as it would be printed."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget | None = None,
        *,
        infos: Callable[[], tuple[FormInfo, ...]] = form_infos,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._infos: Mapping[str, FormInfo] = {}
        self._drawing: Job | None = None
        self.caution = plain_label("", "warning", self)
        self.caution.setContentsMargins(16, 0, 16, 8)
        self.body.addWidget(self.caution)
        self.pane = PdfPane(around.free_jobs, around.prompts, self)
        self.pane.saved.connect(lambda path: around.notify(self.tr("Saved: {path}").format(path=path)))
        self.facts = FactList(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.pane, "")
        self.tabs.addTab(self.facts, "")
        self.body.addWidget(self.tabs, 1)
        self.choices.chosen.connect(self._show)
        self.retranslate()
        around.free_jobs.start(self, lambda _job: infos(), done=self._on_infos)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Forms")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter by province"), self.tr("Forms"))
        self.tabs.setTabText(0, self.tr("The blank form"))
        self.tabs.setTabText(1, self.tr("Sources and dates"))
        self._list()
        if self.choices.current:
            self._tell(self._infos[self.choices.current])

    def _on_infos(self, infos: tuple[FormInfo, ...]) -> None:
        self._infos = {f"{each.code} {each.edition}": each for each in infos}
        self._list()

    def _list(self) -> None:
        self.choices.show_choices(
            Choice(
                key,
                info.province_zh,
                info.title,
                self._evidence(info.evidence),
                TONES.get(info.evidence, "muted"),
                also=info.province,
            )
            for key, info in self._infos.items()
        )

    def _evidence(self, evidence: str) -> str:
        words = {
            "full table": self.tr("Full table"),
            "instructions": self.tr("Instructions"),
            "inferred": self.tr("Inferred"),
        }
        return words.get(evidence, evidence)

    def _show(self, key: str) -> None:
        info = self._infos[key]
        self._tell(info)
        if self._drawing is not None:
            self._drawing.forget()
        self._drawing = self._around.free_jobs.start(
            self, lambda _job: blank_form(info.code, info.edition), done=lambda made: self._on_blank(info, made)
        )

    def _on_blank(self, info: FormInfo, made: Preview) -> None:
        self._drawing = None
        self.pane.show_preview(made, f"{info.title}（空白）")

    def _tell(self, info: FormInfo) -> None:
        self.name.setText(info.title)
        self.status.show_status(self._evidence(info.evidence), TONES.get(info.evidence, "muted"))
        edition = self.tr("Edition {edition}").format(edition=info.edition)
        self.below.setText(f"{info.authority} · {edition}")
        cautions = {
            "instructions": self.tr("Only the filling instructions of this form were seen, not the table itself."),
            "inferred": self.tr(
                "The official form of this province was not seen. This one follows what the known provinces have in common."
            ),
        }
        self.caution.setText(cautions.get(info.evidence, ""))
        self.caution.setVisible(info.evidence in cautions)
        sources = tuple(Statement(each.says, each.source, each.confidence, each.as_of) for each in info.sources)
        remarks = tuple(Statement(each) for each in info.remarks)
        self.facts.show_sections((Section(self.tr("Remarks"), remarks), Section(self.tr("Where it was read"), sources)))

"""Every paper form: how it looks, how well it is known, where each part was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QTabWidget, QWidget

from app.models.blank import BlankRow
from app.rules.provinces import province, province_keys
from app.services.blanks import is_copy, old_blanks
from app.services.forms_info import FormInfo, blank_form, form_infos
from app.services.previews import Preview
from app.views.blanks.shelf import BlankShelf
from app.views.blanks.words import BlankWords
from app.views.icons import icon
from app.views.jobs import Job
from app.views.pages.list_page import ListPage
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.choice_list import Choice
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import action_button, plain_label
from app.views.widgets.pdf_pane import PdfPane

TONES = {"full table": "good", "instructions": "info", "inferred": "warn"}


class FormsPage(ListPage):
    """The forms of all provinces, each as it would be printed empty; official blanks stand before the built-in forms."""

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget | None = None,
        *,
        infos: Callable[[], tuple[FormInfo, ...]] = form_infos,
        shelf: BlankShelf | None = None,
    ) -> None:
        """With a `shelf` there are official blanks, and the buttons that work on them."""
        super().__init__(parent)
        self.shelf = shelf
        self._rows: Mapping[str, BlankRow] = {}
        self._wanted = ""
        self._words = BlankWords(around.languages.messages, self)
        self._around = around
        self._infos: Mapping[str, FormInfo] = {}
        self._drawing: Job | None = None
        self._make_tools()
        self.caution = plain_label("", "warning", self)
        self.caution.setContentsMargins(16, 8, 16, 8)
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
        if shelf is not None:
            shelf.changed.connect(self._on_changed)
            self._read_blanks()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Forms")

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.choices.name(self.tr("Filter by province"), self.tr("Forms"))
        self.tabs.setTabText(0, self.tr("The blank form"))
        self.tabs.setTabText(1, self.tr("Sources and dates"))
        self.bring_in.setText(self.tr("Bring in a blank…"))
        self.edit.setText(self.tr("Edit mapping…"))
        self.copy.setText(self.tr("Copy built-in form…"))
        self.details.setText(self.tr("Details…"))
        self.more.setText(self.tr("More"))
        self.withdraw.setText(self.tr("Withdraw…"))
        self.delete.setText(self.tr("Delete…"))
        self.save_original.setText(self.tr("Save the original file…"))
        self.packs.setText(self.tr("Packs"))
        self.export.setText(self.tr("Export pack…"))
        self.import_pack.setText(self.tr("Import pack…"))
        self._list()
        if self.choices.current:
            self._tell(self.choices.current)

    def _on_infos(self, infos: tuple[FormInfo, ...]) -> None:
        self._infos = {f"{each.code} {each.edition}": each for each in infos}
        self._list()

    def _make_tools(self) -> None:
        self.tools = QFrame(self)
        set_role(self.tools, "bar")
        line = QHBoxLayout(self.tools)
        line.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        line.setSpacing(GRID)
        self.bring_in = self._tool("file-plus", lambda shelf: shelf.bring_in())
        self.edit = self._tool("pencil", lambda shelf: shelf.edit(self._rows[self.choices.current].id))
        self.copy = self._tool("copy", lambda shelf: shelf.copy(self._infos[self.choices.current]))
        self.details = self._tool("sliders-horizontal", lambda shelf: shelf.details(self._rows[self.choices.current]))
        self.more, self.packs = QPushButton(self.tools), QPushButton(self.tools)
        for button in (self.more, self.packs):
            button.setMenu(QMenu(button))
            button.setAutoDefault(False)
        self.withdraw = self._action(self.more, "archive", lambda shelf, row: shelf.withdraw(row))
        self.save_original = self._action(self.more, "download", lambda shelf, row: shelf.save_original(row))
        self.more.menu().addSeparator()
        self.delete = self._action(self.more, "trash-2", lambda shelf, row: shelf.delete(row))
        self.import_pack = self._action(self.packs, "download", lambda shelf, _row: shelf.import_pack())
        self.export = self._action(
            self.packs,
            "upload",
            lambda shelf, row: shelf.choose_export(tuple(self._rows.values()), row.id if row is not None else 0),
        )
        for button in (self.edit, self.copy, self.details, self.more):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.bring_in, self.packs):
            line.addWidget(button)
        self.body.addWidget(self.tools)
        self.tools.setVisible(self.shelf is not None)

    def _tool(self, icon_name: str, pressed: Callable[[BlankShelf], object]) -> QPushButton:
        return action_button(
            "", lambda: pressed(self.shelf) if self.shelf is not None else None, self.tools, icon_name=icon_name
        )

    def _action(self, button: QPushButton, icon_name: str, pressed: Callable[[BlankShelf, Any], object]) -> QAction:
        """An entry in a button's menu; what it does gets the blank that is looked at, or None."""
        action = button.menu().addAction(icon(icon_name), "")
        action.triggered.connect(
            lambda _checked: (
                pressed(self.shelf, self._rows.get(self.choices.current)) if self.shelf is not None else None
            )
        )
        return action

    def _read_blanks(self) -> None:
        shelf = self.shelf
        if shelf is not None:
            self._around.store_jobs.start(self, lambda _job: shelf.rows(), done=self._on_rows)

    def _on_changed(self, blank_id: int) -> None:
        self._wanted = f"blank {blank_id}" if blank_id else ""
        self._read_blanks()

    def _on_rows(self, rows: tuple[BlankRow, ...]) -> None:
        self._rows = {f"blank {each.id}": each for each in rows}
        self._list()
        if self._wanted:
            self.choices.choose(self._wanted)
            self._wanted = ""
        if self.choices.current:
            self._show(self.choices.current)

    def _list(self) -> None:
        order = province_keys()
        places = {key: place for place, key in enumerate(order)}
        listed = [
            (places.get(row.province, len(order)), 0, self._blank_choice(key, row)) for key, row in self._rows.items()
        ]
        listed += [(order.index(info.province), 1, self._choice(key, info)) for key, info in self._infos.items()]
        # Stable: within a province the order of the services holds.
        self.choices.show_choices(choice for *_, choice in sorted(listed, key=lambda each: each[:2]))
        self.export.setEnabled(bool(self._rows))

    def _choice(self, key: str, info: FormInfo) -> Choice:
        tone = TONES.get(info.evidence, "muted")
        return Choice(key, info.province_zh, info.title, self._evidence(info.evidence), tone, also=info.province)

    def _blank_choice(self, key: str, row: BlankRow) -> Choice:
        word, tone = self._words.state(row.state)
        below = f"{self._origin(row)} · {row.edition} · {row.title}"
        return Choice(key, self._words.place(row.province), below, word, tone, also=row.province)

    def _evidence(self, evidence: str) -> str:
        words = {
            "full table": self.tr("Full table"),
            "instructions": self.tr("Instructions"),
            "inferred": self.tr("Inferred"),
            "official blank": self.tr("Official blank"),
        }
        return words.get(evidence, evidence)

    def _show(self, key: str) -> None:
        self._tell(key)
        if self._drawing is not None:
            self._drawing.forget()
        shelf, row = self.shelf, self._rows.get(key)
        if row is not None and shelf is not None:
            self._drawing = self._around.store_jobs.start(
                self, lambda _job: shelf.paper(row.id), done=lambda made: self._on_blank(row.title, made)
            )
            return
        info = self._infos[key]
        self._drawing = self._around.free_jobs.start(
            self, lambda _job: blank_form(info.code, info.edition), done=lambda made: self._on_blank(info.title, made)
        )

    def _on_blank(self, title: str, made: Preview) -> None:
        self._drawing = None
        self.pane.show_preview(made, f"{title}（空白）")

    def _tell(self, key: str) -> None:
        row = self._rows.get(key)
        self.edit.setVisible(row is not None)
        self.details.setVisible(row is not None)
        self.more.setVisible(row is not None)
        self.withdraw.setEnabled(row is not None and row.state == "current")
        self.copy.setVisible(row is None)
        if row is not None:
            self._tell_blank(row)
        else:
            self._tell_built_in(self._infos[key])

    def _tell_blank(self, row: BlankRow) -> None:
        self.name.setText(row.title)
        self.status.show_status(*self._words.state(row.state))
        edition = self.tr("Edition {edition}").format(edition=row.edition)
        self.below.setText(f"{self._whose(row)} · {edition} · {self._origin(row)}")
        messages = self._around.languages.messages()
        findings = [messages.text(each["code"], each["facts"]) for each in row.findings]
        findings += [messages.text(each.code, each.facts) for each in old_blanks((row,), _today())]
        self.caution.setText("\n".join(findings))
        self.caution.setVisible(bool(findings))
        issued = row.issued_on.isoformat() if row.issued_on else ""
        file = self.tr("File {name}, SHA-256 {sha256}").format(name=row.file_name, sha256=row.original_sha256)
        remarks = tuple(Statement(each) for each in (row.note, file) if each)
        source = Statement(row.title, row.source, "official", issued)
        self.facts.show_sections(
            (Section(self.tr("Remarks"), remarks), Section(self.tr("Where it was read"), (source,)))
        )

    def _origin(self, row: BlankRow) -> str:
        """Whether it is the paper as it is handed out, or a copy of a form of ours."""
        if is_copy(row):
            return self.tr("Copy of a built-in form")
        return self.tr("Official blank") if row.province in province_keys() else self.tr("Letter handed out")

    def _whose(self, row: BlankRow) -> str:
        """Whose paper it is: the administration's, or for a letter what the letter is for."""
        return province(row.province).authority if row.province in province_keys() else self._words.procedure(row.kind)

    def _tell_built_in(self, info: FormInfo) -> None:
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


def _today() -> date:
    day = QDate.currentDate()
    return date(day.year(), day.month(), day.day())

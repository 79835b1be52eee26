"""The enclosures of a case: dropped, pasted, chosen or scanned in; looked at, straightened, joined, removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.models.material import MaterialRow
from app.rules.case_states import for_customers
from app.services.case_files import JOINED
from app.services.flows.checks import ENCLOSURE_KINDS
from app.views.cases.case_work import CaseWork
from app.views.cases.document_dialog import DocumentDialog
from app.views.pictures.file_intake import PATTERNS, has_files, local_files, picture_of
from app.views.theme import GRID
from app.views.widgets.labels import StatusBadge, action_button, plain_label
from app.views.widgets.layouts import empty
from app.views.widgets.line_card import LineCard

if TYPE_CHECKING:
    from app.services.materials import Added, HeldFile
    from app.services.pictures import PictureInHand, PictureRecipe, Source


class MaterialsPanel(QWidget):
    """Shows what is wanted and what has come."""

    def __init__(self, work: CaseWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._case_id = 0
        self._rows: Sequence[MaterialRow] = ()
        self.chosen: dict[int, QCheckBox] = {}
        self.setAcceptDrops(True)
        self.kind = QComboBox(self)
        for kind, title in ENCLOSURE_KINDS.items():
            self.kind.addItem(title, kind)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(6)
        self.choose = action_button("", self.choose_files, self, icon_name="folder-open")
        self.paste = action_button("", self.paste_now, self, icon_name="clipboard-list")
        self.join = action_button("", self.join_files, self, icon_name="file-plus")
        self.hint = plain_label("", "hint", self)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.kind, 1)
        head.addWidget(self.choose)
        head.addWidget(self.paste)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        foot = QHBoxLayout()
        foot.addWidget(self.join)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.hint)
        layout.addLayout(self._lines)
        layout.addLayout(foot)
        layout.addStretch(1)

    def begin_case(self, case_id: int) -> None:
        """Files that come now are this case's; what it holds is shown once the panel is looked at."""
        if case_id != self._case_id:
            self.show_materials(case_id, ())

    def show_materials(self, case_id: int, rows: Sequence[MaterialRow]) -> None:
        """Show these enclosures."""
        ticked = {each for each, box in self.chosen.items() if box.isChecked()} if case_id == self._case_id else set()
        self._case_id, self._rows = case_id, rows
        empty(self._lines)
        self.chosen = {}
        for row in rows:
            self._lines.addWidget(self._card(row))
        for each in ticked & self.chosen.keys():
            self.chosen[each].setChecked(True)
        self._on_ticked()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.kind.setAccessibleName(self.tr("Kind of the next file"))
        self.choose.setText(self.tr("Add files…"))
        self.paste.setText(self.tr("Paste"))
        self.hint.setText(self.tr("Drop files here. Choose the kind first; originals are kept unchanged."))
        self.show_materials(self._case_id, self._rows)

    def show_kind(self, kind: str) -> None:
        """Make a kind the one of the next file."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.choose.setFocus()

    def choose_files(self) -> None:
        """Ask for files."""
        patterns = self.tr("Pictures and PDF ({patterns})").format(patterns=PATTERNS)
        self.take_files(self._work.around.prompts.open_files(self, self.kind.currentText(), patterns))

    def paste_now(self) -> None:
        """Take the files or the picture that were copied."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        if paths := local_files(data):
            self.take_files(paths)
        elif picture := picture_of(data):
            self._add(*picture)
        else:
            self._work.around.prompts.show_error(self, UserError("cases.clipboard_without_picture"))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and take them in, one after the other."""
        from app.services.enclosed_files import read_bytes  # late: loads what reads pictures

        def start(path: Path) -> None:
            jobs = self._work.around.free_jobs
            jobs.start(self, lambda _job: read_bytes(path), done=partial(self._add, path.name), failed=self._failed)

        for path in paths:
            start(path)

    def _add(self, name: str, data: bytes) -> None:
        case_id, kind = self._case_id, self.kind.currentData()
        if case_id:
            services = self._work.services
            self._work.run(self, lambda: services.materials.add(case_id, kind, name, data), step=name, done=self._added)

    def _added(self, added: Added) -> None:
        words = self.tr("Taken in") if not added.findings else self.tr("Taken in, with something to look at")
        self._work.around.notify(words)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._work.around.prompts.show_error(self, error)

    def _card(self, row: MaterialRow) -> LineCard:
        card = LineCard(
            row.title,
            self,
            more=self.tr("What can be done with it"),
            more_of=self.tr("More about {line}").format(line=row.title),
        )
        card.box.setEnabled(row.file_id is not None)
        card.box.toggled.connect(lambda _on: self._on_ticked())
        card.more.clicked.connect(lambda: self._menu(row, card.more))
        self.chosen[row.id] = card.box
        kind = ENCLOSURE_KINDS.get(row.kind, row.kind)
        if kind != row.title:
            card.add_words(kind, "source")
        for finding in self.findings(row):
            card.add_words(finding, "warning")
        if row.purged_at is not None:
            card.add_badge(StatusBadge(self.tr("Purged"), "muted", card))
        elif row.file_id is None:
            card.add_badge(StatusBadge(self.tr("Wanted"), "warn", card))
        else:
            card.add_badge(StatusBadge(self.tr("Received"), "good", card))
        return card

    def findings(self, row: MaterialRow) -> list[str]:
        """What was found in a file, in sentences of the window's language."""
        messages = self._work.around.languages.messages()
        return [messages.text(each["code"], each["facts"]) for each in row.findings]

    def _menu(self, row: MaterialRow, button: QToolButton) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.file_id is None:
            menu.addAction(self.tr("Add its file…"), partial(self._add_for, row))
        else:
            menu.addAction(self.tr("Look"), partial(self.look, row))
            menu.addAction(self.tr("Straighten…"), partial(self.straighten, row))
            others = menu.addMenu(self.tr("It is something else"))
            for kind, title in ENCLOSURE_KINDS.items():
                if kind != row.kind:
                    others.addAction(title, partial(self._set_kind, row, kind))
            if any(for_customers(each["code"], each["facts"]) for each in row.findings):
                menu.addAction(self.tr("Copy what is wrong, for the customer"), partial(self._copy_findings, row))
        if row.purged_at is None:
            menu.addSeparator()
            menu.addAction(self.tr("Remove"), partial(self._remove, row))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _add_for(self, row: MaterialRow) -> None:
        self.show_kind(row.kind)
        self.choose_files()

    def look(self, row: MaterialRow) -> None:
        """Show a file."""
        services = self._work.services
        self._work.run(self, lambda: services.materials.read(row.id), done=partial(self._show, row.title))

    def _show(self, title: str, held: HeldFile) -> None:
        if held.is_pdf:
            from app.services.previews import preview_of  # late: draws pages

            DocumentDialog(self._work.around, title, preview_of(held.data), self).open()
        else:
            PictureDialog(title, held.data, self).open()

    def straighten(self, row: MaterialRow) -> None:
        """Open a picture for straightening; what is taken over becomes a copy beside it."""
        services = self._work.services
        self._work.run(self, lambda: services.materials.open_picture(row), done=partial(self._show_corners, row))

    def _show_corners(self, row: MaterialRow, picture: PictureInHand) -> None:
        from app.views.pictures.straighten_dialog import StraightenDialog  # late: few cases need it

        dialog = StraightenDialog(picture, self._work.around.free_jobs, self._work.around.languages.messages(), self)
        dialog.decided.connect(partial(self._take_straightened, row))
        dialog.open()

    def _take_straightened(self, row: MaterialRow, recipe: PictureRecipe) -> None:
        services = self._work.services
        self._work.run(
            self,
            lambda: services.materials.straightened(row, recipe),
            said=self.tr("Straightened; the original stays"),
            again=row.case_id,
        )

    def join_files(self) -> None:
        """Open the ticked ones, or none yet, to be put in order and joined."""
        from app.views.pictures.join_dialog import JoinDialog  # late: few cases need it

        rows = [row for row in self._rows if self.chosen[row.id].isChecked()]
        kind = rows[0].kind if rows else self.kind.currentData()
        around, services = self._work.around, self._work.services
        dialog = JoinDialog(
            around.free_jobs,
            around.prompts,
            around.languages.messages(),
            title=f"{ENCLOSURE_KINDS.get(kind, kind)}{JOINED}",
            paper_kind=kind,
            scan_folder=around.settings.settings.scan_folder,
            parent=self,
        )
        dialog.decided.connect(partial(self._take_joined, kind))

        def take(files: list[tuple[str, HeldFile]]) -> None:
            for title, held in files:
                dialog.take_bytes(title, held.data)

        if rows:
            self._work.run(dialog, lambda: [(row.title, services.materials.read(row.id)) for row in rows], done=take)
        dialog.open()

    def _take_joined(self, kind: str, title: str, files: list[tuple[Source, bytes]]) -> None:
        case_id, services = self._case_id, self._work.services
        self._work.run(
            self,
            lambda: services.materials.add_joined(case_id, kind, files, title=title),
            said=self.tr("Joined; the pictures stay"),
        )

    def _set_kind(self, row: MaterialRow, kind: str) -> None:
        services = self._work.services
        self._work.run(self, lambda: services.materials.set_kind(row, kind), step=row.title, again=row.case_id)

    def _copy_findings(self, row: MaterialRow) -> None:
        said = filter(None, (for_customers(each["code"], each["facts"]) for each in row.findings))
        text = f"{row.title}：" + "；".join(said)
        self._work.around.clipboard.copy(text)
        self._work.around.notify(self.tr("Copied"))

    def _remove(self, row: MaterialRow) -> None:
        services = self._work.services
        said = self.tr("“{title}” was removed").format(title=row.title)
        self._work.run(self, lambda: services.materials.remove(row), said=said, again=row.case_id)

    def _on_ticked(self) -> None:
        ticked = sum(box.isChecked() for box in self.chosen.values())
        self.join.setText(self.tr("Join %n ticked to one PDF…", "", ticked) if ticked else self.tr("Join to one PDF…"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._case_id and has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths, picture = local_files(event.mimeData()), picture_of(event.mimeData())
        event.acceptProposedAction()
        # The program that dragged waits until this returns; a dialog must not keep it.
        if paths:
            QTimer.singleShot(0, self, partial(self.take_files, paths))
        elif picture is not None:
            QTimer.singleShot(0, self, partial(self._add, *picture))


class PictureDialog(QDialog):
    """A picture as it came, as large as the window allows."""

    def __init__(self, title: str, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(800, 720)
        self.picture = QPixmap.fromImage(QImage.fromData(data))
        label = QLabel(self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if self.picture.isNull():
            label.setText(self.tr("This format cannot be shown here; it prints all the same."))
        else:
            room = self.size() * self.devicePixelRatioF()
            shown = self.picture.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            label.setPixmap(shown)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

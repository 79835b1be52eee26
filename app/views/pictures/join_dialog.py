"""Several photos and PDFs put in order, each straightened, and joined to one PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QKeySequence,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.messages import Messages
from app.services.enclosed_files import MOST_BYTES, read_bytes
from app.services.pictures import Joined, PictureInHand, PictureRecipe, open_picture, to_join
from app.views.icons import icon
from app.views.jobs import Jobs
from app.views.pictures.file_intake import MOST_AT_ONCE, PATTERNS, has_files, local_files, picture_of
from app.views.pictures.pixels import image_of
from app.views.pictures.scan_watch import ScanWatch
from app.views.pictures.straighten_dialog import StraightenDialog
from app.views.prompts import Prompts
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label

THUMB = QSize(96, 72)
LONGEST_TITLE = 100
_ENTRY = Qt.ItemDataRole.UserRole
_WANTED = Qt.ItemDataRole.UserRole + 1
"""The recipe that a picture is being made by; None where none is under way."""


class JoinDialog(QDialog):
    """Collects files and their order; joining itself is done by who asked.

    Signals:
        decided: a title and the files in their order, each with its source (`str`, list of `(Source, bytes)`).
    """

    decided = Signal(str, object)
    takes_scans = True

    def __init__(
        self,
        jobs: Jobs,
        prompts: Prompts,
        messages: Messages,
        *,
        title: str,
        paper_kind: str,
        scan_folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`jobs` is a lane that touches no store; `title` is offered as the name of the PDF; new scans are added."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jobs, self._prompts, self._messages = jobs, prompts, messages
        self._paper_kind = paper_kind
        self._waiting = 0
        self.scans = ScanWatch(self)
        self.scans.arrived.connect(self.take_files)
        self.scans.watch(scan_folder)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Join to one PDF"))
        self.resize(720, 640)
        self.name = QLineEdit(title, self)
        self.name.setMaxLength(LONGEST_TITLE)
        self.name.textChanged.connect(self._look)
        self.layout_choice = QComboBox(self)
        self.layout_choice.addItem(self.tr("One to a page"), False)
        self.layout_choice.addItem(self.tr("Two to a page"), True)
        self.files = QListWidget(self)
        self.files.setIconSize(THUMB)
        self.files.setSpacing(2)
        self.files.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.files.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.files.setAccessibleName(self.tr("Files in their order"))
        self.files.itemActivated.connect(lambda _item: self.straighten_chosen())
        self.files.currentRowChanged.connect(lambda _row: self._look())
        self.files.model().rowsMoved.connect(lambda *_moved: self._number())
        self.trouble = plain_label("", "error", self)
        self.trouble.hide()
        self.state = plain_label("", "hint", self)
        self._build()
        self._look()

    def _build(self) -> None:
        self.add = action_button(self.tr("Add files…"), self.choose_files, self, icon_name="folder-open")
        self.paste = action_button(self.tr("Paste"), self.paste_now, self, icon_name="clipboard-list")
        self.straighten = action_button(self.tr("Straighten…"), self.straighten_chosen, self, icon_name="pencil")
        self.turn = action_button(self.tr("Turn"), partial(self.turn_chosen, 1), self, icon_name="rotate-cw")
        self.up = action_button(self.tr("Up"), partial(self.move_chosen, -1), self, icon_name="chevron-up")
        self.down = action_button(self.tr("Down"), partial(self.move_chosen, 1), self, icon_name="chevron-down")
        self.away = action_button(self.tr("Remove"), self.remove_chosen, self, icon_name="trash-2")
        self.take = action_button(self.tr("Join"), self._on_take, self, icon_name="check", role="primary")
        self.give_up = action_button(self.tr("Cancel"), self.reject, self)
        buttons = (
            self.add,
            self.paste,
            self.straighten,
            self.turn,
            self.up,
            self.down,
            self.away,
            self.give_up,
            self.take,
        )
        for button in buttons:
            button.setAutoDefault(False)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self.paste_now),
            (QKeySequence("Alt+Up"), partial(self.move_chosen, -1)),
            (QKeySequence("Alt+Down"), partial(self.move_chosen, 1)),
            (QKeySequence("Ctrl+Return"), self._on_take),
        ):
            QShortcut(keys, self).activated.connect(act)
        for keys, act in (
            (QKeySequence("R"), partial(self.turn_chosen, 1)),
            (QKeySequence("Shift+R"), partial(self.turn_chosen, -1)),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.remove_chosen),
        ):
            QShortcut(keys, self.files, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(act)
        self.up.setToolTip(self.tr("Up (Alt+↑)"))
        self.down.setToolTip(self.tr("Down (Alt+↓)"))
        self.turn.setToolTip(self.tr("Turn right (R), left (Shift+R)"))
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.addRow(self.tr("Name of the PDF"), self.name)
        form.addRow(self.tr("Pages"), self.layout_choice)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.add)
        head.addWidget(self.paste)
        head.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(GRID)
        for button in (self.straighten, self.turn, self.up, self.down, self.away):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(GRID)
        middle.addWidget(self.files, 1)
        middle.addLayout(side)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.give_up)
        foot.addWidget(self.take)
        words = self.tr(
            "Drop files here. Identity cards stand two to a page at their true size, front above back. "
            "The originals stay as they are."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(form)
        layout.addLayout(head)
        layout.addWidget(plain_label(words, "hint", self))
        layout.addLayout(middle, 1)
        layout.addWidget(self.trouble)
        layout.addLayout(foot)
        self.add.setFocus()

    def entries(self) -> list[Joined]:
        """The files that could be read, in their order."""
        return [entry for item in self._items() if (entry := item.data(_ENTRY)) is not None]

    def choose_files(self) -> None:
        """Ask for files."""
        patterns = self.tr("Pictures and PDF ({patterns})").format(patterns=PATTERNS)
        self.take_files(self._prompts.open_files(self, self.windowTitle(), patterns))

    def paste_now(self) -> None:
        """Take the files or the picture that were copied."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        if paths := local_files(data):
            self.take_files(paths)
        elif picture := picture_of(data):
            self.take_bytes(*picture)
        else:
            self._say(UserError("cases.clipboard_without_picture"))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and add them, in this order."""
        for path in paths:
            self._read(path.name, partial(read_bytes, path))

    def take_bytes(self, name: str, data: bytes) -> None:
        """Add a file that is at hand."""
        self._read(name, lambda: data)

    def straighten_chosen(self) -> None:
        """Open the chosen picture for straightening."""
        entry, item = self._chosen()
        if entry is None or item is None or entry.recipe is None:
            return
        name, data, kind, recipe = entry.name, entry.data, self._paper_kind, item.data(_WANTED) or entry.recipe
        self._jobs.start(
            self,
            lambda _job: open_picture(name, data, kind, recipe=recipe),
            done=partial(self._show_corners, item),
            failed=self._on_failed,
        )

    def turn_chosen(self, quarters: int) -> None:
        """Turn the chosen picture by quarters."""
        entry, item = self._chosen()
        if entry is not None and item is not None and entry.recipe is not None:
            recipe: PictureRecipe = item.data(_WANTED) or entry.recipe  # pressed again before the former turn is done
            self._take_recipe(item, replace(recipe, turns=(recipe.turns + quarters) % 4))

    def move_chosen(self, steps: int) -> None:
        """Move the chosen file up or down."""
        row = self.files.currentRow()
        if row >= 0 and 0 <= row + steps < self.files.count():
            item = self.files.takeItem(row)
            self.files.insertItem(row + steps, item)
            self.files.setCurrentItem(item)
            self._number()

    def remove_chosen(self) -> None:
        """Take the chosen file out of the list."""
        row = self.files.currentRow()
        if row >= 0:
            self.files.takeItem(row)
            self._number()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths, picture = local_files(event.mimeData()), picture_of(event.mimeData())
        event.acceptProposedAction()
        # The program that dragged waits until this returns.
        if paths:
            QTimer.singleShot(0, self, partial(self.take_files, paths))
        elif picture is not None:
            QTimer.singleShot(0, self, partial(self.take_bytes, *picture))

    def _read(self, name: str, read: Callable[[], bytes]) -> None:
        if self.files.count() >= MOST_AT_ONCE:
            self._say(UserError("cases.too_many_to_join", limit=MOST_AT_ONCE))
            return
        item = QListWidgetItem(icon("clock", "muted"), name, self.files)
        item.setData(_ENTRY, None)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        kind = self._paper_kind
        self._start(item, lambda: to_join(name, read(), kind))

    def _start(self, item: QListWidgetItem, work: Callable[[], Joined]) -> None:
        self._waiting += 1
        self._jobs.start(
            self, lambda _job: work(), done=partial(self._on_read, item), failed=partial(self._on_unread, item)
        )
        self._number()

    def _on_read(self, item: QListWidgetItem, entry: Joined) -> None:
        self._waiting -= 1
        if self.files.row(item) < 0:
            return  # removed meanwhile
        if (wanted := item.data(_WANTED)) is not None:
            if entry.recipe != wanted:
                return  # another one is on its way
            item.setData(_WANTED, None)
        others = [each for each in self._items() if each is not item and each.data(_ENTRY) is not None]
        held = [each.data(_ENTRY) for each in others]
        if any(each.data == entry.data and each.recipe == entry.recipe for each in held):
            self._drop(item, UserError("cases.twice_in_list", file=entry.name))
        elif sum(len(each.data) for each in held) + len(entry.data) > MOST_BYTES:
            size = sum(len(each.data) for each in held) + len(entry.data)
            self._drop(item, UserError("flows.files_too_big", size=size >> 20, limit=MOST_BYTES >> 20))
        else:
            item.setData(_ENTRY, entry)
            thumb = icon("file-text", "muted") if entry.thumb is None else _thumb(image_of(entry.thumb))
            item.setIcon(thumb)
            if self.files.currentRow() < 0:
                self.files.setCurrentItem(item)
        self._number()

    def _on_unread(self, item: QListWidgetItem, error: Exception) -> None:
        self._waiting -= 1
        if not isinstance(error, UserError):
            raise error
        item.setData(_WANTED, None)
        if item.data(_ENTRY) is None and self.files.row(item) >= 0:
            self._drop(item, error)
        else:
            self._say(error)
        self._number()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(error)

    def _show_corners(self, item: QListWidgetItem, picture: PictureInHand) -> None:
        if self.files.row(item) < 0:
            return
        dialog = StraightenDialog(picture, self._jobs, self._messages, self)
        dialog.decided.connect(partial(self._take_recipe, item))
        dialog.open()

    def _take_recipe(self, item: QListWidgetItem, recipe: PictureRecipe) -> None:
        if self.files.row(item) < 0:
            return
        entry: Joined = item.data(_ENTRY)
        item.setData(_WANTED, recipe)
        self._start(item, lambda: to_join(entry.name, entry.data, recipe=recipe))

    def _chosen(self) -> tuple[Joined | None, QListWidgetItem | None]:
        item = self.files.currentItem()
        return (None, None) if item is None else (item.data(_ENTRY), item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.files.item(row) for row in range(self.files.count())]

    def _drop(self, item: QListWidgetItem, error: UserError) -> None:
        self.files.takeItem(self.files.row(item))
        self._say(error)

    def _say(self, error: UserError | None) -> None:
        self.trouble.setText("" if error is None else self._messages.error(error))
        self.trouble.setVisible(error is not None)

    def _number(self) -> None:
        """Say of each file its place, and what becomes of it."""
        for row, item in enumerate(self._items(), 1):
            entry: Joined | None = item.data(_ENTRY)
            if entry is None:
                item.setText(self.tr("{row}. being read…").format(row=row))
                continue
            if entry.is_card:
                said = self.tr("card at its true size")
            elif entry.pages > 1:
                said = self.tr("%n page(s)", "", entry.pages)
            else:
                said = self.tr("PDF") if entry.recipe is None else self.tr("picture")
            item.setText(f"{row}. {entry.name}\n{said}")
        self._look()

    def _look(self) -> None:
        entry, _item = self._chosen()
        row, count = self.files.currentRow(), self.files.count()
        picture = entry is not None and entry.recipe is not None
        self.straighten.setEnabled(picture)
        self.turn.setEnabled(picture)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.away.setEnabled(row >= 0)
        self.state.setText(self.tr("%n file(s)", "", count) if count else self.tr("No files yet"))
        self.take.setEnabled(bool(self.entries()) and not self._waiting and bool(self.name.text().strip()))

    def _on_take(self) -> None:
        if not self.take.isEnabled():
            return
        two = bool(self.layout_choice.currentData())
        files = [(each.source(two_to_a_page=two), each.data) for each in self.entries()]
        self.decided.emit(self.name.text().strip(), files)
        self.accept()


def _thumb(image: QImage) -> QIcon:
    """The picture in the middle of a fixed size, so that all names begin at the same place."""
    ground = QPixmap(THUMB)
    ground.fill(Qt.GlobalColor.transparent)
    shown = image.scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(ground)
    painter.drawImage((THUMB.width() - shown.width()) // 2, (THUMB.height() - shown.height()) // 2, shown)
    painter.end()
    return QIcon(ground)

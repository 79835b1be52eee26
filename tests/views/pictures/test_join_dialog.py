"""Several files chosen, dropped, pasted and scanned, put in order by keys, turned, straightened, joined."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.forms.enclosures import read_enclosure
from app.messages import Messages
from app.services.demo_pictures import picture
from app.services.made_files import Steps, make
from app.views.jobs import Jobs
from app.views.pictures.join_dialog import JoinDialog
from app.views.pictures.straighten_dialog import StraightenDialog

KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Chooser:
    """Answers the question for files; any other fails the test."""

    def __init__(self) -> None:
        self.files: list[Path] = []

    def open_files(self, _parent: object, _title: str, _patterns: str = "") -> list[Path]:
        return self.files


@pytest.fixture
def chooser() -> Chooser:
    return Chooser()


@pytest.fixture
def dialog(qtbot: QtBot, lane: Jobs, messages: Messages, chooser: Any, tmp_path: Path) -> Any:
    (tmp_path / "scans").mkdir()
    made = JoinDialog(
        lane, chooser, messages, title="身份证", paper_kind="id_card_copy", scan_folder=str(tmp_path / "scans")
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def drop(widget: Any, data: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9), copy, data, left, none)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, data, left, none))


def names(dialog: Any) -> list[str]:
    return [each.name for each in dialog.entries()]


def test_files_come_in_every_way_and_are_joined_in_order(
    qtbot: QtBot, dialog: Any, chooser: Chooser, card: Path, tmp_path: Path, quiet: Callable[[], None]
) -> None:
    letter = tmp_path / "letter.png"
    letter.write_bytes(picture("letter"))
    assert not dialog.take.isEnabled()
    chooser.files = [card]
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(dialog) == ["card.jpg"])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    drop(dialog, data)
    qtbot.waitUntil(lambda: names(dialog) == ["card.jpg", "letter.png"])
    image = QImage(600, 400, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(dialog.files, KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(names(dialog)) == 3)
    qtbot.waitUntil(lambda: dialog.scans.has_begun)
    (tmp_path / "scans" / "scan0001.png").write_bytes(picture("whois"))
    qtbot.waitUntil(lambda: len(names(dialog)) == 4, timeout=10_000)
    assert names(dialog)[3] == "scan0001.png"
    dialog.files.setFocus()
    dialog.files.setCurrentRow(1)
    qtbot.keyClick(dialog.files, KEY.Key_Up, ALT)
    assert names(dialog)[:2] == ["letter.png", "card.jpg"]
    dialog.files.setCurrentRow(3)
    qtbot.keyClick(dialog.files, KEY.Key_Delete)
    assert len(names(dialog)) == 3 and "true size" in dialog.files.item(1).text()
    quiet()
    with qtbot.waitSignal(dialog.decided) as taken:
        qtbot.keyClick(dialog, KEY.Key_Return, CONTROL)
    title, files = taken.args
    pdf = make(Steps(tuple(source for source, _ in files), title), [data for _, data in files])
    assert title == "身份证" and read_enclosure(pdf, "a.pdf").pages == 3


def test_keys_that_are_faster_than_the_turning_all_count(
    qtbot: QtBot, dialog: Any, card: Path, quiet: Callable[[], None]
) -> None:
    dialog.take_files([card])
    quiet()
    before = dialog.entries()[0].recipe.turns
    dialog.files.setFocus()
    for _ in range(3):
        qtbot.keyClick(dialog.files, KEY.Key_R)
    qtbot.keyClick(dialog.files, KEY.Key_R, Qt.KeyboardModifier.ShiftModifier)
    quiet()
    assert dialog.entries()[0].recipe.turns == (before + 2) % 4
    assert dialog.take.isEnabled()


def test_a_picture_is_turned_and_straightened_in_the_list(
    qtbot: QtBot, dialog: Any, card: Path, quiet: Callable[[], None]
) -> None:
    dialog.take_files([card])
    quiet()
    before = dialog.entries()[0]
    dialog.files.setFocus()
    qtbot.keyClick(dialog.files, KEY.Key_R)
    quiet()
    after = dialog.entries()[0]
    assert after.recipe.turns == (before.recipe.turns + 1) % 4 and after.thumb != before.thumb
    qtbot.keyClick(dialog.files, KEY.Key_Return)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(StraightenDialog)))
    editor = next(each for each in dialog.findChildren(StraightenDialog) if each.isVisible())
    assert editor.recipe == after.recipe, "it opens as it was left"
    qtbot.mouseClick(editor.whole, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.take, Qt.MouseButton.LeftButton)
    quiet()
    assert not dialog.entries()[0].is_card


def test_what_cannot_be_joined_is_said_and_left_out(
    qtbot: QtBot, dialog: Any, card: Path, tmp_path: Path, quiet: Callable[[], None]
) -> None:
    word = tmp_path / "letter.docx"
    word.write_bytes(b"PK\x03\x04 [Content_Types].xml")
    for paths, said in (
        ([tmp_path / "gone.jpg"], "gone.jpg"),
        ([word], "letter.docx"),
        ([card, card], "same as a file"),
    ):
        dialog.take_files(paths)
        quiet()
        assert said in dialog.trouble.text() and dialog.trouble.isVisible()
    assert names(dialog) == ["card.jpg"]
    QGuiApplication.clipboard().setText("nothing of the kind")
    dialog.paste_now()
    assert "clipboard" in dialog.trouble.text()
    assert dialog.take.isEnabled()
    dialog.name.clear()
    assert not dialog.take.isEnabled(), "a PDF has a name"


def test_a_scan_of_several_pages_goes_in_whole(dialog: Any, quiet: Callable[[], None]) -> None:
    stream = io.BytesIO()
    pages = [Image.new("L", (900, 1200), shade) for shade in (250, 200)]
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    dialog.take_bytes("scan.tiff", stream.getvalue())
    quiet()
    assert "2 page" in dialog.files.item(0).text() and not dialog.straighten.isEnabled()

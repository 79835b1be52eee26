"""Pictures on a wizard's page of enclosures: several at once, pasted, dropped, scanned, straightened, joined, marked."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import select

from app.db.database import Database
from app.models.material import StoredFile
from app.services.demo_pictures import picture
from app.services.flows.deregistration import Step
from app.services.flows.draft import Applicant, Draft, Filing, Mark, Ticket
from app.services.recipes import sha256_of
from app.views.pictures.join_dialog import JoinDialog
from app.views.pictures.mark_dialog import MarkDialog
from app.views.pictures.scan_watch import scans_go_elsewhere
from app.views.pictures.straighten_dialog import StraightenDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
OWN = Draft(
    ticket=Ticket(number="GD20261123002", customer="李示例"),
    filing=Filing(
        scope="subject",
        number="粤ICP备12345678号",
        subject_name="李示例",
        subject_kind="individual",
        certificate_type="id_card",
        certificate_number="110101199001010015",
    ),
    relation="own",
    ground="subject",
    provider_known=False,
    can_log_in=False,
    applicant=Applicant(
        kind="individual",
        name="李示例",
        certificate_type="id_card",
        certificate_number="110101199001010015",
        mobile="13800138000",
        email="a@example.com",
    ),
    reason="网站不再使用",
)


@pytest.fixture
def at_enclosures(open_wizard: Any, qtbot: Any) -> Callable[..., Any]:
    def make(**more: Any) -> Any:
        hand = open_wizard(OWN, step=Step.ENCLOSURES.value, **more)
        rows = hand.wizard.enclosures.rows
        qtbot.waitUntil(lambda: bool(rows()) and rows()[-1].choose.isVisible(), timeout=10_000)
        assert hand.wizard.step is Step.ENCLOSURES
        return hand

    return make


def row_of(hand: Any, kind: str) -> Any:
    return next(row for row in hand.wizard.enclosures.rows() if row.paper.kind == kind)


def shown(qtbot: Any, hand: Any, kind: type) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in hand.wizard.findChildren(kind)), timeout=10_000)
    return next(each for each in hand.wizard.findChildren(kind) if each.isVisible())


def enclosed(hand: Any) -> list[str]:
    return [Path(each.file).name for each in hand.wizard.draft.enclosures]


def test_files_are_pasted_dropped_and_chosen_together(
    at_enclosures: Any, answers: Any, store: Database, tmp_path: Path, qtbot: Any
) -> None:
    hand = at_enclosures()
    row = row_of(hand, "id_card_copy")
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    one.write_bytes(picture("id_card"))
    two.write_bytes(picture("agent"))
    answers.open_files = lambda *_asked: [one, two]
    hand.tab_to(row.choose)
    hand.press(Qt.Key.Key_Space)
    assert enclosed(hand) == ["one.png", "two.png"]
    image = QImage(640, 480, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.gray)
    QGuiApplication.clipboard().setImage(image)
    hand.press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(enclosed(hand)) == 3)
    assert enclosed(hand)[2].startswith("粘贴_") and hand.wizard.draft.enclosures[2].sha256
    QGuiApplication.clipboard().setText(str(one))
    other = row_of(hand, "other")
    hand.tab_to(other.choose)
    hand.press(Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(enclosed(hand)) == 4)
    assert hand.wizard.draft.enclosures[3].kind == "other", "into the row that has the focus"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(two))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(other, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(other, QDropEvent(QPointF(5, 5), copy, data, left, none))
    del data
    qtbot.waitUntil(lambda: len(enclosed(hand)) == 5)


def test_a_photo_is_straightened_and_its_original_stays(
    at_enclosures: Any, answers: Any, store: Database, tmp_path: Path, qtbot: Any, photographer: Any
) -> None:
    hand = at_enclosures()
    shot = tmp_path / "正面.jpg"
    shot.write_bytes(photographer.jpeg(photographer.picture("id_card", photographer.corners(85.6, 54, tilt=0.3))))
    answers.files = [shot]
    row = row_of(hand, "id_card_copy")
    hand.tab_to(row.choose)
    with qtbot.waitSignal(hand.wizard._autosave.saved):
        hand.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(hand.wizard.draft.enclosures[0].sha256))
    mend = next(each for each in row.findChildren(QPushButton) if each.accessibleName().startswith("Straighten"))
    hand.tab_to(mend)
    hand.press(Qt.Key.Key_Space)
    dialog = shown(qtbot, hand, StraightenDialog)
    with qtbot.waitSignal(dialog.decided):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: enclosed(hand) == ["正面_拉正.jpg"])
    qtbot.waitUntil(lambda: not hand.wizard._parts.jobs.busy)
    hand.wizard._autosave.keep_now()
    qtbot.waitUntil(lambda: not hand.wizard._parts.jobs.busy)
    with store.read() as session:
        kept = {each.sha256 for each in session.scalars(select(StoredFile))}
    assert kept == {sha256_of(shot.read_bytes()), hand.wizard.draft.enclosures[0].sha256}


def test_a_watermark_is_set_for_one_copy_and_printed(
    at_enclosures: Any, answers: Any, tmp_path: Path, qtbot: Any
) -> None:
    hand = at_enclosures()
    card = tmp_path / "card.png"
    card.write_bytes(picture("id_card"))
    answers.files = [card]
    row = row_of(hand, "id_card_copy")
    assert not row.mark.isEnabled(), "there is nothing to mark yet"
    hand.tab_to(row.choose)
    hand.press(Qt.Key.Key_Space)
    row.mark.trigger()
    dialog = shown(qtbot, hand, MarkDialog)
    assert dialog.text.placeholderText() == "仅用于办理粤ICP备12345678号注销 2026年11月23日"
    dialog.text.setText("仅供备案注销核验")
    with qtbot.waitSignal(hand.wizard._autosave.saved):
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert hand.wizard.draft.enclosures[0].mark == Mark(True, "仅供备案注销核验", "tiled", "normal")
    kept = hand.wizard._parts.drafts.all()[0]
    assert Draft.from_json(kept.answers).enclosures[0].mark == hand.wizard.draft.enclosures[0].mark
    prepared = hand.wizard.face.maker.prepare(hand.wizard.draft, hand.wizard._parts.today())
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(prepared.pdf)).pages)
    assert "仅供备案注销核验" in said.replace("\n", "") and "仅用于办理" not in said


def test_scans_are_offered_and_go_where_the_agent_says(at_enclosures: Any, tmp_path: Path, qtbot: Any) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    hand = at_enclosures(scan_folder=str(folder))
    offer = hand.wizard.enclosures.scans
    assert not offer.isVisible()
    qtbot.waitUntil(lambda: offer.watch.has_begun)
    (folder / "scan0001.png").write_bytes(picture("id_card"))
    qtbot.waitUntil(offer.isVisible, timeout=10_000)
    assert "scan0001.png" in offer.words.text()
    offer.papers.setCurrentIndex(offer.papers.findData("id_card_copy"))
    hand.tab_to(offer.take)
    hand.press(Qt.Key.Key_Space)
    assert enclosed(hand) == ["scan0001.png"] and hand.wizard.draft.enclosures[0].kind == "id_card_copy"
    assert not offer.isVisible()
    hand.wizard.setModal(True)
    hand.wizard.hide()
    hand.wizard.show()
    qtbot.waitUntil(scans_go_elsewhere)


def test_several_photos_become_one_enclosure(at_enclosures: Any, tmp_path: Path, qtbot: Any) -> None:
    hand = at_enclosures()
    row = row_of(hand, "id_card_copy")
    row.join_wanted.emit(row.paper.kind, row.paper.title)
    dialog = shown(qtbot, hand, JoinDialog)
    for name in ("id_card", "agent"):
        dialog.take_bytes(f"{name}.png", picture(name))
    qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(enclosed(hand)) == 1, timeout=10_000)
    [only] = hand.wizard.draft.enclosures
    assert only.file.endswith(".pdf") and only.sha256 and only.kind == "id_card_copy"

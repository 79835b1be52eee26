"""The mapping editor over blanks of other natures, and what it does beside moving boxes: checking, filling, languages."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.blank_editing import UNSURE, reading_order
from app.services.blanks import BlankDetails, bring_in
from app.services.flows.draft import Applicant, Draft, Filing
from app.views.blanks.editor_window import EditorWindow
from app.views.wizards.deregistration_face import DeregistrationFace

FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks"
TODAY = date(2026, 11, 23)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(qtbot, program, blanks):
    def open_(name):
        path = FOLDER / name
        details = BlankDetails("guangdong", f"2026-{len(blanks.rows())}", "备案注销申请表")
        row = blanks.add(bring_in(path.read_bytes(), path.name), details)
        made = EditorWindow(blanks.desk(row.id), blanks, program.around, program.window)
        made.show()
        qtbot.waitExposed(made)
        qtbot.waitUntil(lambda: made.canvas.is_drawn, timeout=10_000)
        return made

    return open_


def pixel(editor, x, y):
    editor.canvas.centerOn(x, y)
    return editor.canvas.point_of(x, y).toPoint()


def click(editor, x, y):
    QTest.mouseClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, pixel(editor, x, y))


def test_a_box_is_clicked_where_it_stands_on_the_paper(opened, settled):
    for name in ("scan.pdf", "rotated.pdf", "a3_folded.pdf", "cropped.pdf"):
        editor = opened(name)
        for place in (editor.mapping.places[0], editor.mapping.places[-1]):
            click(editor, *place.rect.centre)
            assert editor.canvas.keys == (place.key,), name
        frame = editor.mapping.pages[0]
        assert all(
            each.rect.right <= frame.width and each.rect.bottom <= frame.height for each in editor.mapping.places
        ), name
        editor.put_away()
        settled()


def test_a_cell_of_a_scan_gets_its_field_by_search_and_enter(opened, settled):
    editor = opened("scan.pdf")
    first = reading_order(editor.mapping, 0)[0]
    click(editor, *first.rect.centre)
    editor.panel.field.search.setText("备案号")  # QTest types only what a key has
    QTest.keyClick(editor.panel.field.search, Qt.Key.Key_Return)
    assert editor.mapping.place(first.key).field == "target_filing_number"
    editor.put_away()
    settled()


def test_pages_are_turned_by_key_and_each_keeps_its_boxes(opened, settled):
    editor = opened("lo_pages.pdf")
    assert editor.bar.pages.isVisibleTo(editor.bar) and editor.bar.pages.count() == 2
    QTest.keyClick(editor.canvas, Qt.Key.Key_PageDown)
    assert editor.canvas.page == 1 == editor.bar.pages.currentIndex()
    QTest.keyClick(editor.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert {editor.mapping.place(key).page for key in editor.canvas.keys} == {1}
    QTest.keyClick(editor.canvas, Qt.Key.Key_Delete)
    assert {each.page for each in editor.mapping.places} == {0}
    editor.undo()
    editor.put_away()
    settled()


def test_enter_confirms_a_doubtful_box_and_goes_to_the_next(editor, settled):
    keys = [each.key for each in reading_order(editor.mapping, 0) if each.prints][:3]
    doubtful = [each if each.key not in keys else replace(each, confidence=0.5)
                for each in editor.mapping.places]  # fmt: skip
    editor._on_edited(editor.mapping.with_places(doubtful), (keys[0],))
    assert editor.panel.confirm.isVisibleTo(editor.panel.widget())
    for key, following in pairwise(keys):
        QTest.keyClick(editor.canvas, Qt.Key.Key_Return)
        assert editor.mapping.place(key).confidence == 1.0
        assert editor.canvas.keys == (following,)
    editor.panel.confirm.click()
    assert not [each for each in editor.mapping.places if each.prints and each.confidence < UNSURE]
    editor.undo()
    assert editor.mapping.place(keys[2]).confidence == 0.5
    settled()


def test_the_page_is_shown_filled_under_its_boxes(editor, qtbot, settled):
    qtbot.waitUntil(lambda: editor.trial.shown is not None, timeout=10_000)
    settled()
    empty = editor.canvas._picture.pixmap().toImage()
    QTest.keyClick(editor, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert editor.bar.fill.isChecked()
    filled = editor.canvas._picture.pixmap().toImage()
    assert filled != empty
    assert not any(item.captioned for item in editor.canvas._items.values())
    menu = editor.bar.fill.menu().actions()
    menu[[each.text() for each in menu].index("Rare names")].trigger()
    settled()
    assert editor.canvas._picture.pixmap().toImage() != filled
    QTest.keyClick(editor, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert editor.canvas._picture.pixmap().toImage() == empty


def test_an_open_editor_follows_the_language_and_loses_nothing(editor, program, qtbot, settled):
    place = editor.mapping.places[2]
    editor.canvas.choose((place.key,))
    QTest.keyClick(editor.canvas, Qt.Key.Key_Right)
    changed = editor.mapping
    program.around.languages.choose("zh")
    qtbot.waitUntil(lambda: editor.save_button.text() == "保存")
    assert editor.save_button.isEnabled()
    assert editor.mapping == changed and editor.canvas.keys == (place.key,)
    qtbot.waitUntil(lambda: editor.canvas.is_drawn, timeout=10_000)
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not editor.is_changed
    program.around.languages.choose("en")
    qtbot.waitUntil(lambda: editor.save_button.text() == "Save")
    settled()


def test_the_wizard_does_not_warn_of_a_built_in_form_that_is_not_printed(pages, blanks, program, settled):
    draft = Draft(
        filing=Filing(scope="site", number="湘ICP备12345678号-1", subject_name="示例旧主网络有限公司"),
        relation="other",
        ground="domain",
        applicant=Applicant(kind="unit", name="示例商贸有限公司"),
    )
    face = DeregistrationFace(pages.deregistrations)
    told = "".join(line.text for line in face.handing_in(draft, TODAY))
    assert "未见本省官方表格" in told
    table = FOLDER / "lo_table.pdf"
    blanks.publish(blanks.add(bring_in(table.read_bytes(), table.name), BlankDetails("hunan", "2026", "申请表")))
    told = "".join(line.text for line in face.handing_in(draft, TODAY))
    assert "未见本省官方表格" not in told
    settled()

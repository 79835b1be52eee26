"""The mapping editor, driven by mouse and by keyboard, over real services and a real blank."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.messages import Messages
from app.services.blank_editing import PlaceKind, operations, reading_order
from app.services.drafts import Drafts
from app.services.flows.draft import Filing
from app.services.form_editions import FormEditions
from app.views.wizards.deregistration_face import DeregistrationFace
from app.views.wizards.flow_wizard import FlowWizard, WizardParts

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key(editor, which, held=NONE):
    QTest.keyClick(editor.canvas, which, held)


def at(editor, x, y) -> QPoint:
    return editor.canvas.point_of(x, y).toPoint()


def drag(editor, start, end):
    view = editor.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, at(editor, *start))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for point in (middle, end):
        QTest.mouseMove(view, at(editor, *point))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, at(editor, *end))


def placed(editor, field):
    return next(each for each in editor.mapping.places if each.field == field)


def test_the_first_guess_stands_on_the_page_with_its_confidence(editor):
    shown = [editor.boxes.list.item(row).text() for row in range(editor.boxes.list.count())]
    assert len(shown) == len(editor.mapping.places) > 10
    words = {editor._words.confidence(each)[0] for each in editor.mapping.places}
    assert words <= {"Certain", "Likely", "Check", "No field"} and "Likely" in words
    assert not editor.is_changed


def test_tab_walks_in_reading_order_and_says_where_it_is(editor):
    order = [each.key for each in reading_order(editor.mapping, 0)]
    walked = []
    for _ in order:
        key(editor, Qt.Key.Key_Tab)
        walked += editor.canvas.keys
    assert walked == order
    assert "mm" in editor.canvas.accessibleDescription()
    key(editor, Qt.Key.Key_Backtab)
    assert editor.canvas.keys == (order[-2],)


def test_arrows_move_and_with_shift_resize_by_half_a_millimetre(editor):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    key(editor, Qt.Key.Key_Right)
    key(editor, Qt.Key.Key_Up)
    key(editor, Qt.Key.Key_Left, SHIFT)
    moved = editor.mapping.place(place.key).rect
    assert (moved.x, moved.y) == pytest.approx((place.rect.x + 0.5, place.rect.y - 0.5))
    assert moved.width == pytest.approx(place.rect.width - 0.5)
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.mapping.place(place.key).rect == place.rect
    QTest.keyClick(editor, Qt.Key.Key_Y, CONTROL)
    assert editor.mapping.place(place.key).rect.x == pytest.approx(place.rect.x + 0.5)


def test_control_and_an_arrow_go_to_the_next_side(editor):
    place = placed(editor, "applicant_certificate_type")
    editor.canvas.choose((place.key,))
    for _ in range(3):
        key(editor, Qt.Key.Key_Right)
    key(editor, Qt.Key.Key_Left, CONTROL)
    assert editor.mapping.place(place.key).rect.x == pytest.approx(place.rect.x, abs=0.05)


def test_the_mouse_moves_a_box_and_snaps_it_to_the_ruled_lines(editor):
    place = placed(editor, "target_domains")
    middle = place.rect.centre
    editor.canvas.choose((place.key,))
    drag(editor, middle, (middle[0] + 30, middle[1] + 0.8))
    moved = editor.mapping.place(place.key).rect
    page = editor.mapping.pages[0].width
    assert moved.x > place.rect.x + 10 or moved.right == pytest.approx(page, abs=0.1)
    assert moved.y == pytest.approx(place.rect.y, abs=0.1), "the upper side stays on its line"
    assert editor.is_changed


def test_a_handle_resizes(editor):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    drag(editor, (place.rect.right, place.rect.centre[1]), (place.rect.right - 25, place.rect.centre[1]))
    changed = editor.mapping.place(place.key).rect
    assert changed.width == pytest.approx(place.rect.width - 25, abs=1.0)
    assert (changed.x, changed.y, changed.height) == pytest.approx((place.rect.x, place.rect.y, place.rect.height))


def test_a_box_is_drawn_named_by_search_and_deleted(editor):
    before = len(editor.mapping.places)
    frame = editor.mapping.pages[0]
    bottom = max(each.rect.bottom for each in editor.mapping.places)
    editor.canvas.centerOn(QPointF(frame.width / 2, frame.height))
    low = min(bottom + 8, frame.height - 14)
    drag(editor, (3.0, low), (14.0, low + 8))
    assert len(editor.mapping.places) == before + 1
    (made,) = editor.canvas.keys
    editor.panel.field.search.setFocus()
    QTest.keyClicks(editor.panel.field.search, "agent")
    QTest.keyClick(editor.panel.field.search, Qt.Key.Key_Return)
    assert editor.mapping.place(made).field == "agent_name"
    assert editor.mapping.place(made).confidence == 1.0
    editor.canvas.setFocus()
    key(editor, Qt.Key.Key_Delete)
    assert len(editor.mapping.places) == before
    editor.undo()
    assert editor.mapping.place(made).field == "agent_name"


def test_insert_puts_a_box_into_the_next_empty_cell(editor):
    place = placed(editor, "contact_email")
    editor.canvas.choose((place.key,))
    key(editor, Qt.Key.Key_Delete)
    previous = placed(editor, "contact_mobile")
    editor.canvas.choose((previous.key,))
    key(editor, Qt.Key.Key_Insert)
    (made,) = editor.canvas.keys
    rect = editor.mapping.place(made).rect
    assert rect.shared(place.rect) > 0.8 * place.rect.area
    assert editor._words.confidence(editor.mapping.place(made))[0] == "No field"


def test_a_double_click_puts_a_box_into_the_cell_under_it(editor):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    key(editor, Qt.Key.Key_Delete)
    count = len(editor.mapping.places)
    QTest.mouseDClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, at(editor, *place.rect.centre))
    assert len(editor.mapping.places) == count + 1
    assert editor.mapping.place(editor.canvas.keys[0]).rect.shared(place.rect) > 0.8 * place.rect.area


def test_several_boxes_are_aligned_and_take_a_property_together(editor):
    one, other = placed(editor, "contact_name"), placed(editor, "contact_mobile")
    editor.canvas.choose((one.key,))
    key(editor, Qt.Key.Key_Right)
    QTest.mouseClick(editor.canvas.viewport(), Qt.MouseButton.LeftButton, CONTROL, at(editor, *other.rect.centre))
    assert set(editor.canvas.keys) == {one.key, other.key}
    arrange = {action.text(): action for action in editor.bar.arrange.menu().actions()}
    arrange["Left sides in one line"].trigger()
    assert editor.mapping.place(one.key).rect.x == editor.mapping.place(other.key).rect.x
    editor.panel.largest.setValue(9.0)
    assert {editor.mapping.place(each).size for each in (one.key, other.key)} == {9.0}


ARRANGEMENTS = {
    "Middles in one upright line": partial(operations.align, side="centre"),
    "Right sides in one line": partial(operations.align, side="right"),
    "Upper sides in one line": partial(operations.align, side="top"),
    "Lower sides in one line": partial(operations.align, side="bottom"),
    "Equal gaps across": partial(operations.distribute, axis="across"),
    "Equal gaps downwards": partial(operations.distribute, axis="down"),
    "All as large as the first": operations.same_size,
}


def test_each_arrangement_is_one_step_that_can_be_undone_and_done_again(editor):
    keys = tuple(placed(editor, name).key for name in ("contact_name", "contact_mobile", "contact_email"))
    for number, each in enumerate(keys):
        editor.canvas.choose((each,))
        for _ in range(number**2 + 1):
            key(editor, Qt.Key.Key_Right)
            key(editor, Qt.Key.Key_Up, SHIFT)
    editor.canvas.choose(keys)
    before = editor.mapping
    arrange = {action.text(): action for action in editor.bar.arrange.menu().actions()}
    for words, change in ARRANGEMENTS.items():
        arrange[words].trigger()
        after = editor.mapping
        assert after == change(before, keys) != before, words
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        assert editor.mapping == before, words
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
        assert editor.mapping == after, words
        QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)


def test_a_box_goes_back_into_its_cell(editor):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    for _ in range(4):
        key(editor, Qt.Key.Key_Right)
        key(editor, Qt.Key.Key_Up, SHIFT)
    {action.text(): action for action in editor.bar.arrange.menu().actions()}["Fill the cell"].trigger()
    rect = editor.mapping.place(place.key).rect
    assert rect.shared(place.rect) > 0.95 * place.rect.area


def test_the_kind_brings_its_own_properties(editor):
    place = placed(editor, "applicant_certificate_number")
    editor.canvas.choose((place.key,))
    kind = editor.panel.kind
    kind.setCurrentIndex(list(PlaceKind).index(PlaceKind.COMB))
    kind.activated.emit(kind.currentIndex())
    comb = editor.mapping.place(place.key)
    assert comb.kind is PlaceKind.COMB and comb.cells > 1
    assert editor.panel.cells.isVisibleTo(editor.panel.rows)
    assert not editor.panel.overflow.isVisibleTo(editor.panel.rows)
    editor.panel.smallest.setValue(20.0)
    assert editor.mapping.place(place.key).size == 20.0, "the largest size is never below the smallest"


def test_control_and_the_wheel_zoom(editor):
    before = editor.canvas.scale_share
    middle = QPointF(editor.canvas.viewport().rect().center())
    wheel = QWheelEvent(
        middle, editor.canvas.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.canvas.viewport(), wheel)
    assert editor.canvas.scale_share > before
    key(editor, Qt.Key.Key_0, CONTROL)
    assert editor.canvas.scale_share == pytest.approx(1.0)


def test_the_test_fill_follows_the_boxes(editor, settled, qtbot):
    qtbot.waitUntil(lambda: editor.trial.shown is not None, timeout=10_000)
    ordinary = editor.trial.shown.pdf
    editor.trial.values.setCurrentIndex(1)
    editor.trial.fill()
    qtbot.waitUntil(lambda: editor.trial.shown.pdf != ordinary, timeout=10_000)
    assert editor.trial.shown.pages > 1, "the longest values go on on further sheets"
    editor.trial.values.setCurrentIndex(3)
    editor.trial.fill()
    settled()
    assert editor.trial.shown.pages == 1


def test_saved_and_put_to_use_it_is_what_the_province_prints_on(editor, blanks, pages, prompts, settled):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    key(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_S, CONTROL)
    settled()
    assert not editor.is_changed
    assert FormEditions(pages._database).blank("deregistration", "guangdong", date(2026, 11, 23)) is None
    editor.use_button.click()
    editor.use_dialog.use_button.click()
    settled()
    assert editor.state.text == "In use"
    form = FormEditions(pages._database).blank("deregistration", "guangdong", date(2026, 11, 23))
    assert form is not None
    assert form.mapping.place(place.key).rect.x == pytest.approx(place.rect.x + 0.5)


def test_the_wizard_shows_the_page_on_the_blank(editor, program, pages, prompts, settled, qtbot):
    editor.use_button.click()
    editor.use_dialog.use_button.click()
    settled()
    editor.reject()
    parts = WizardParts(
        drafts=Drafts(pages._database),
        jobs=program.store_jobs,
        paper_jobs=program.free_jobs,
        prompts=prompts,
        messages=Messages("en"),
        today=lambda: date(2026, 11, 23),
    )
    face = DeregistrationFace(pages.deregistrations)
    filing = Filing(number="粤ICP备12345678号", subject_name="示例旧主网络有限公司")
    wizard = FlowWizard(face, parts, replace(face.fresh(), filing=filing))
    face.setParent(wizard)
    qtbot.addWidget(wizard)
    shown = []
    wizard._paper.drawn.connect(shown.append)
    wizard.show()
    qtbot.waitUntil(lambda: bool(shown) and shown[-1] is not None, timeout=10_000)
    assert shown[-1].form_code == "blank-deregistration-guangdong"
    assert shown[-1].evidence == "official blank"
    settled()


def test_a_blank_is_put_to_use_between_two_days(editor, pages, settled):
    editor.use_button.click()
    dialog = editor.use_dialog
    dialog.has_since.setChecked(True)
    dialog.since.setDate(QDate(2026, 12, 1))
    dialog.use_button.click()
    settled()
    editions = FormEditions(pages._database)
    assert editions.blank("deregistration", "guangdong", date(2026, 11, 30)) is None
    assert editions.blank("deregistration", "guangdong", date(2026, 12, 1)) is not None


def test_a_mapping_without_boxes_is_not_put_to_use(editor, blanks, prompts):
    editor.canvas.setFocus()
    key(editor, Qt.Key.Key_A, CONTROL)
    key(editor, Qt.Key.Key_Delete)
    assert editor.mapping.places == ()
    editor.use()
    assert prompts.told and blanks.get(editor._row.id).state == "draft"
    editor.undo()


def test_closing_asks_about_changes_and_locking_keeps_them(editor, blanks, prompts, settled):
    place = placed(editor, "reason")
    editor.canvas.choose((place.key,))
    key(editor, Qt.Key.Key_Down)
    prompts.expect("ask", False)
    editor.close_button.click()
    assert editor.isVisible()
    row_id, changed = editor._row.id, editor.mapping
    editor.put_away()
    settled()
    assert blanks.desk(row_id).mapping == changed


def test_a_guess_anew_is_one_step(editor, settled):
    first = editor.mapping
    editor._on_edited(operations.delete(first, [first.places[0].key]), ())
    editor.guess_again()
    settled()
    assert len(editor.mapping.places) == len(first.places)
    editor.undo()
    assert len(editor.mapping.places) == len(first.places) - 1

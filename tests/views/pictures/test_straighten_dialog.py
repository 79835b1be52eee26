"""Corners dragged by the mouse and walked by keys, with the result beside them at once."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.messages import Messages
from app.services.demo_pictures import picture
from app.services.pictures import WHOLE, PictureRecipe, Shape, open_picture
from app.views.jobs import Jobs
from app.views.pictures.straighten_dialog import StraightenDialog

KEY, SHIFT, CONTROL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot, lane: Jobs, messages: Messages, shot: bytes, quiet: Callable[[], None]) -> Any:
    made = StraightenDialog(open_picture("card.jpg", shot, "id_card_copy"), lane, messages)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    quiet()
    return made


def test_the_first_guess_is_shown_flat(dialog: Any) -> None:
    image = dialog.outcome.image
    assert image.width() / image.height() == pytest.approx(85.6 / 54, rel=0.02)
    assert dialog.recipe.shape is Shape.CARD and dialog.take.isEnabled()
    assert not dialog.undo.isEnabled() and not dialog.reset.isEnabled()


def test_a_corner_is_dragged_and_taken_back(qtbot: QtBot, dialog: Any, quiet: Callable[[], None]) -> None:
    canvas, before = dialog.canvas, dialog.recipe
    at = canvas.corner_at(0).toPoint()
    drawn = dialog.outcome.image.copy()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPointF(20, 10).toPoint())
    QTest.mouseMove(canvas, at + QPointF(40, 30).toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPointF(40, 30).toPoint())
    after = dialog.recipe
    moved = canvas.corner_at(0) - QPointF(at)
    assert (moved.x(), moved.y()) == (pytest.approx(40, abs=2), pytest.approx(30, abs=2))
    assert after.corners.points()[1:] == before.corners.points()[1:]
    quiet()
    assert dialog.outcome.image != drawn, "the result followed"
    qtbot.keyClick(dialog, KEY.Key_Z, CONTROL)
    assert dialog.recipe == before
    qtbot.mouseClick(dialog.redo, Qt.MouseButton.LeftButton)
    assert dialog.recipe == after
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert dialog.recipe == before and dialog.undo.isEnabled(), "a reset can be taken back too"


def test_keys_walk_and_move_the_corners(qtbot: QtBot, dialog: Any) -> None:
    canvas = dialog.canvas
    assert canvas.hasFocus() and canvas.chosen == 0, "it begins at the first corner"
    steps = []
    for index in range(1, 4):
        qtbot.keyClick(canvas, KEY.Key_Tab)
        assert canvas.chosen == index
        assert canvas.accessibleDescription()
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT, CONTROL):
        before = canvas.corner_at(3)
        qtbot.keyClick(canvas, KEY.Key_Up, modifier)
        moved = canvas.corner_at(3) - before
        assert moved.x() == pytest.approx(0, abs=0.1)
        steps.append(-moved.y())
    plain, far, fine = steps
    assert far == pytest.approx(10 * plain, rel=0.05) and fine == pytest.approx(plain / 10, rel=0.2)
    assert len(dialog._before) == 3
    qtbot.keyClick(canvas, KEY.Key_Tab)
    assert not canvas.hasFocus() and canvas.chosen is None, "behind the last corner the focus goes on"
    canvas.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert canvas.chosen == 3


@pytest.mark.parametrize(("key", "turns"), [(Qt.KeyboardModifier.NoModifier, 1), (SHIFT, 3)])
def test_one_key_turns_picture_and_result(
    qtbot: QtBot, dialog: Any, key: Qt.KeyboardModifier, turns: int, quiet: Callable[[], None]
) -> None:
    upright = dialog.outcome.image
    places = [dialog.canvas.corner_at(each) for each in range(4)]
    qtbot.keyClick(dialog.canvas, KEY.Key_R, key)
    quiet()
    assert dialog.recipe.turns == turns
    assert (dialog.outcome.image.width(), dialog.outcome.image.height()) == (upright.height(), upright.width())
    turned = [dialog.canvas.corner_at(each) for each in range(4)]
    assert turned[0].x() < turned[1].x() and turned[0].y() < turned[3].y(), "named as they lie now"
    assert math.dist(turned[0].toTuple(), places[0].toTuple()) > 5
    kept = dialog.recipe.corners
    before = dialog.canvas.corner_at(0)
    qtbot.keyClick(dialog.canvas, KEY.Key_Right)
    assert dialog.canvas.corner_at(0).x() > before.x() + 0.5, "an arrow goes where it points, turned or not"
    changed = [a != b for a, b in zip(kept.points(), dialog.recipe.corners.points(), strict=True)]
    assert sum(changed) == 1


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Left, KEY.Key_Up, KEY.Key_Down])
def test_no_corner_is_moved_out_of_sight(qtbot: QtBot, dialog: Any, key: KEY) -> None:
    canvas = dialog.canvas
    for _ in range(45):
        qtbot.keyClick(canvas, key, SHIFT)
    assert canvas.rect().contains(canvas.corner_at(canvas.chosen).toPoint())
    area = canvas._area()
    assert not area.contains(canvas.corner_at(canvas.chosen)), "outside the picture it may be"


def test_crossed_corners_cannot_be_taken_over(qtbot: QtBot, dialog: Any) -> None:
    canvas = dialog.canvas
    for _ in range(40):
        qtbot.keyClick(canvas, KEY.Key_Right, SHIFT)
    assert not dialog.take.isEnabled() and "clockwise" in dialog.trouble.text()
    with qtbot.assertNotEmitted(dialog.decided):
        qtbot.keyClick(dialog, KEY.Key_Return, CONTROL)
    qtbot.mouseClick(dialog.whole, Qt.MouseButton.LeftButton)
    assert dialog.recipe.corners == WHOLE and dialog.take.isEnabled() and not dialog.trouble.isVisible()
    qtbot.mouseClick(dialog.finder, Qt.MouseButton.LeftButton)
    assert dialog.recipe.corners == dialog._picture.guess.recipe.corners


def test_the_recipe_is_taken_over(qtbot: QtBot, dialog: Any) -> None:
    dialog.shape.setFocus()
    qtbot.keyClick(dialog.shape, KEY.Key_Down)
    dialog.shape.activated.emit(dialog.shape.currentIndex())
    with qtbot.waitSignal(dialog.decided) as taken:
        qtbot.keyClick(dialog, KEY.Key_Return, CONTROL)
    assert taken.args[0] == dialog.recipe and taken.args[0].shape is Shape.A4
    assert not dialog.isVisible()


def test_a_scan_says_that_nothing_was_found(qtbot: QtBot, lane: Jobs, messages: Messages) -> None:
    made = StraightenDialog(open_picture("scan.png", picture("whois")), lane, messages)
    qtbot.addWidget(made)
    assert "No corners" in made.state.text() and made.recipe == PictureRecipe()

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.resources import listing
from app.views.clipboard import Clipboard
from app.views.icons import icon
from app.views.jobs import Job, Jobs
from app.views.theme import DARK, LIGHT, Colors, palette_of, set_role, tone_color
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import EmptyState, FieldError, StatusBadge
from app.views.widgets.toast import Toast

NUMBER = "110101190001010013"
MASKED = "1101**********0013"


@pytest.fixture
def grid(qtbot: QtBot) -> DetailGrid:
    made = DetailGrid(Clipboard())
    qtbot.addWidget(made)
    made.show_details(
        (
            Detail("name", "Name", "示例 <b>公司</b>"),
            Detail("certificate_number", "Number", MASKED, secret=True),
            Detail("note", "Note", ""),
        )
    )
    made.show()
    return made


def test_details_are_plain_text_and_empty_ones_are_left_out(grid: DetailGrid) -> None:
    assert grid.shown("name") == "示例 <b>公司</b>"
    assert "note" not in grid._lines


def test_a_secret_is_asked_for_shown_and_hidden(qtbot: QtBot, grid: DetailGrid) -> None:
    eye = grid._lines["certificate_number"]._eye
    assert eye is not None and eye.accessibleName() == "Show Number"
    with qtbot.waitSignal(grid.reveal_wanted) as asked:
        qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert asked.args == ["certificate_number"]
    assert grid.shown("certificate_number") == MASKED, "nothing is shown before it was given"
    grid.reveal("certificate_number", NUMBER)
    assert grid.shown("certificate_number") == NUMBER
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert grid.shown("certificate_number") == MASKED


def test_copying_a_masked_secret_is_left_to_the_caller(qtbot: QtBot, grid: DetailGrid) -> None:
    QGuiApplication.clipboard().setText("before")
    with qtbot.waitSignal(grid.copy_wanted):
        grid.copy("certificate_number")
    assert QGuiApplication.clipboard().text() == "before"
    grid.copy("name")
    assert QGuiApplication.clipboard().text() == "示例 <b>公司</b>"


def test_a_copied_secret_goes_again(qtbot: QtBot) -> None:
    clipboard = Clipboard(keep_ms=10)
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.copy_secret(NUMBER)
        assert QGuiApplication.clipboard().text() == NUMBER
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_since_stays(qtbot: QtBot) -> None:
    clipboard = Clipboard()
    clipboard.copy_secret(NUMBER)
    QGuiApplication.clipboard().setText("something else")
    with qtbot.assertNotEmitted(clipboard.cleared):
        clipboard.clear_secret()
    assert QGuiApplication.clipboard().text() == "something else"


def test_the_veil_appears_late_and_cancels(qtbot: QtBot, jobs: Jobs) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    veil = BusyOverlay(page, patience_ms=1)
    going = threading.Event()

    def work(job: Job) -> None:
        while True:
            job.report(3, 10)
            going.set()

    job = jobs.start(page, work, cancelled=veil.end, progress=veil.progress)
    veil.begin("Reading…", job)
    assert not veil.isVisible(), "short work shows nothing"
    qtbot.waitUntil(veil.isVisible)
    assert veil.geometry() == page.rect()
    with qtbot.waitSignal(jobs.idle):
        qtbot.mouseClick(veil.cancel, Qt.MouseButton.LeftButton)
    assert not veil.isVisible()


def test_a_problem_marks_its_field(qtbot: QtBot) -> None:
    field, error = QLineEdit(), FieldError()
    qtbot.addWidget(field)
    qtbot.addWidget(error)
    error.show_problem("18 characters are expected", field)
    assert error.isVisible() and field.property("role") == "wrong"
    assert field.accessibleDescription() == "18 characters are expected"
    error.show_problem("", field)
    assert not error.isVisible() and field.property("role") == ""


def test_a_newer_notice_takes_the_older_ones_place(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    toast = Toast(page)
    toast.notify("first", undo=lambda: pytest.fail("its notice is gone"))
    toast.notify("second")
    assert toast.words.text() == "second" and not toast.button.isVisible()
    assert not toast.undo()


def test_an_empty_page_offers_an_action_only_with_words(qtbot: QtBot) -> None:
    empty = EmptyState("globe")
    qtbot.addWidget(empty)
    empty.show()
    empty.say("No sites yet.")
    assert not empty.action.isVisible()
    empty.say("No sites yet.", "Import…")
    assert empty.action.isVisible() and empty.sentence == "No sites yet."


def test_a_status_is_read_aloud_as_its_word(qtbot: QtBot) -> None:
    badge = StatusBadge("Active", "good")
    qtbot.addWidget(badge)
    badge.show_status("Deregistered", "muted")
    assert badge.accessibleName() == badge.text == "Deregistered"


def test_a_list_is_filtered_and_keeps_its_place(qtbot: QtBot) -> None:
    chosen: list[str] = []
    choices = ChoiceList()
    qtbot.addWidget(choices)
    choices.chosen.connect(chosen.append)
    choices.show_choices([Choice("a", "北京市", also="beijing"), Choice("b", "天津市", "市局", "Inferred", "warn")])
    assert chosen == ["a"]
    qtbot.keyClicks(choices.filter, "INFER")
    assert choices.current == "b" and chosen[-1] == "b"
    choices.filter.clear()
    assert choices.current == "b" and choices.list.count() == 2
    assert not choices.choose("absent")


@pytest.mark.parametrize("held", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["text", "muted", "good", "warn", "bad", "info", "accent"])
def test_words_are_readable(held: Colors, name: str) -> None:
    for ground in (held.surface, held.window):
        assert contrast(getattr(held, name), ground) >= 4.5


@pytest.mark.parametrize("held", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_accent_are_readable(held: Colors) -> None:
    assert contrast(held.on_accent, held.accent) >= 4.5
    assert contrast(held.text, held.tint) >= 4.5


def contrast(first: str, second: str) -> float:
    """WCAG 2.1: relative luminance of both, the lighter over the darker."""

    def luminance(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    one, two = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (one + 0.05) / (two + 0.05)


def ink(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", [path.stem for path in listing("icons", suffix=".svg")])
def test_every_icon_is_drawn(qapp: QApplication, name: str) -> None:
    assert ink(icon(name).pixmap(QSize(24, 24), 2.0))


def test_icons_follow_the_theme_and_are_sharp(qapp: QApplication) -> None:
    kept = QGuiApplication.palette()
    drawn = icon("search")
    try:
        for held in (LIGHT, DARK):
            QGuiApplication.setPalette(palette_of(held))
            pixmap = drawn.pixmap(QSize(16, 16), 3.0)
            assert pixmap.size() == QSize(48, 48)
            assert held.text in ink(pixmap)
            assert tone_color("bad").name() == held.bad
    finally:
        QGuiApplication.setPalette(kept)


def test_a_misspelt_icon_is_a_bug_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_a_role_changes_the_look(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    set_role(field, "wrong")
    assert field.property("role") == "wrong"

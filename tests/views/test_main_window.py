from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program, read_arguments
from app.services.subjects import Subjects
from app.settings import Settings, SettingsFile
from app.views.desk_view import DeskView
from app.views.shortcuts import ShortcutsDialog
from app.views.single_instance import SingleInstance


def desk(program: Program) -> DeskView:
    view = program.window.desk_view
    assert view is not None
    return view


def press(qtbot: QtBot, program: Program, key: Qt.Key, *, control: bool = True) -> None:
    program.window.activateWindow()
    modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(program.window, key, modifier)


def test_the_rail_by_keys_and_clicks(qtbot: QtBot, program: Program) -> None:
    view = desk(program)
    assert view.current == "cases"
    keys = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_1)
    for key, name in zip(keys, ("subjects", "sites", "checks", "guide", "forms", "settings", "cases"), strict=True):
        with qtbot.waitSignal(view.page_shown):
            press(qtbot, program, key)
        assert view.current == name
        assert view.rail.button(name).isChecked()
    qtbot.mouseClick(view.rail.button("forms"), Qt.MouseButton.LeftButton)
    assert view.current == "forms"


def test_the_rail_is_walked_by_arrows(qtbot: QtBot, program: Program) -> None:
    rail = desk(program).rail
    first, second = rail.button("cases"), rail.button("subjects")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert desk(program).current == "subjects"


def test_the_page_and_the_place_are_remembered(
    qtbot: QtBot, program: Program, start_program: Callable[..., Program]
) -> None:
    desk(program).show_page("guide")
    program.window.resize(1000, 650)
    program.window.close()
    program.close()
    kept = SettingsFile(program.paths.settings).settings
    assert kept.page == "guide" and kept.window
    again = start_program()
    qtbot.waitUntil(lambda: again.window.desk_view is not None)
    assert desk(again).current == "guide"
    assert again.window.height() == 650


def test_every_word_changes_with_the_language(qtbot: QtBot, program: Program) -> None:
    view = desk(program)
    view.show_page("settings")
    assert view.rail.button("cases").text() == "Cases"
    program.languages.choose("zh")
    qtbot.waitUntil(lambda: view.rail.button("cases").text() == "工单")
    assert view.page("settings").title() == "设置"
    assert program.window.windowTitle() == "备案工作台"
    assert view.search.placeholderText().startswith("搜索")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own buttons speak Chinese too"
    program.languages.choose("en")
    qtbot.waitUntil(lambda: view.rail.button("cases").text() == "Cases")


def test_light_and_dark(program: Program) -> None:
    program.theme.choose("dark")
    dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness()
    program.theme.choose("light")
    assert dark < 60 < 200 < QApplication.palette().color(QPalette.ColorRole.Window).lightness()


def test_lock_closes_the_store_and_its_dialogs(qtbot: QtBot, program: Program) -> None:
    desk(program).show_page("guide")
    desk(program).show_shortcuts()
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert [type(each) for each in dialogs] == [ShortcutsDialog]
    with qtbot.waitSignal(program.window.locked):
        qtbot.keyClick(dialogs[0], Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.window.desk_view is None
    assert not any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets())
    # Only a closed store can be opened by another.
    program.stores.open(program.paths.data_dir).close()
    with qtbot.waitSignal(program.window.desk_shown):
        qtbot.mouseClick(program.window.unlock.passphrase.open, Qt.MouseButton.LeftButton)
    assert desk(program).current == "guide"


def test_idle_locks_and_a_key_puts_it_off(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.window.locked):
        program.idle.wait(0.001)
    with qtbot.waitSignal(program.window.desk_shown):
        qtbot.mouseClick(program.window.unlock.passphrase.open, Qt.MouseButton.LeftButton)
    program.idle.wait(0)
    with qtbot.assertNotEmitted(program.idle.idle, wait=50):
        qtbot.keyClick(program.window, Qt.Key.Key_Shift)


def test_the_overview_of_keys(qtbot: QtBot, program: Program) -> None:
    press(qtbot, program, Qt.Key.Key_F1, control=False)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ShortcutsDialog))
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_notices_offer_to_take_work_back(qtbot: QtBot, program: Program) -> None:
    taken: list[bool] = []
    program.around.notify("Deleted 示例公司", undo=lambda: taken.append(True))
    toast = program.window.toast
    assert toast.isVisible() and toast.words.text() == "Deleted 示例公司"
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert taken == [True] and not toast.isVisible()
    assert not toast.undo(), "once only"


def test_a_bad_settings_file_is_said(qtbot: QtBot, start_program: Callable[..., Program], data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "settings.toml").write_text("broken = ", encoding="utf-8")
    program = start_program()
    assert program.settings.settings == Settings()
    notices = [each.text() for each in program.window.findChildren(QLabel) if "set aside" in each.text()]
    assert len(notices) == 1 and "settings.toml.bad" in notices[0]


def test_search_finds_and_leads_to_the_record(qtbot: QtBot, program: Program) -> None:
    view = desk(program)
    database = view.page("subjects").subjects._database
    change = Subjects(database, "tester").create(
        {"kind": "individual", "name": "欧阳示例", "province": "beijing", "certificate_type": "passport",
         "certificate_number": "X1234567"}
    )  # fmt: skip
    program.around.changes.changed.emit(change)
    press(qtbot, program, Qt.Key.Key_K)
    assert view.search.hasFocus()
    view.search.setText("欧阳")
    with qtbot.waitSignal(view.search.shown):
        view.search.textEdited.emit("欧阳")
    assert view.search.popup.isVisible()
    assert [view.search.hits.item(row).text().split("  ")[0] for row in range(2)] == ["Subjects", "欧阳示例"]
    with qtbot.waitSignal(view.page_shown):
        qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.current == "subjects"
    assert view.search.text() == "" and not view.search.popup.isVisible()
    qtbot.waitUntil(lambda: "1" in view.count_label.text())


def test_search_says_when_there_is_nothing(qtbot: QtBot, program: Program) -> None:
    search = desk(program).search
    search.setFocus()
    with qtbot.waitSignal(search.shown):
        qtbot.keyClicks(search, "zz")
    assert "Nothing found" in search._nothing.text()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not search.popup.isVisible() and search.text() == "zz"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_a_second_copy_brings_the_first_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(f"beian-desk-test-{tmp_path.name}")
    assert first.first()
    with qtbot.waitSignal(first.raise_wanted):
        assert not SingleInstance(f"beian-desk-test-{tmp_path.name}").first()
    first.close()
    third = SingleInstance(f"beian-desk-test-{tmp_path.name}")
    assert third.first()
    third.close()


def test_arguments() -> None:
    read = read_arguments(["--data-dir", "x", "--lang", "zh", "-platform", "offscreen"])
    assert (read.data_dir, read.language, read.qt) == (Path("x"), "zh", ("-platform", "offscreen"))


def test_lock_waits_for_what_is_being_saved(qtbot: QtBot, program: Program) -> None:
    may_end = threading.Event()
    saved: list[bool] = []
    program.store_jobs.start(program.window, lambda _job: may_end.wait(10), done=saved.append)
    program.window.lock()
    program.window.lock()
    assert program.window.desk_view is not None
    assert program.window.toast.isVisible()
    with qtbot.waitSignal(program.window.locked):
        may_end.set()
    assert saved == [True]

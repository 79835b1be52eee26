from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.crash import build_report
from app.services.forms_info import blank_form, form_infos
from app.services.previews import Preview, preview_of
from app.settings import SettingsFile
from app.views.cases.document_dialog import DocumentDialog
from app.views.crash_dialog import CrashDialog
from app.views.jobs import Jobs
from app.views.pages.store_card import PassphraseDialog
from app.views.printing import print_pages, save_pdf
from app.views.shortcuts import ShortcutsDialog
from app.views.widgets.pdf_view import FIT_PAGE, PdfView


def page(program: Program, name: str) -> QWidget:
    view = program.window.desk_view
    assert view is not None
    view.show_page(name)
    return view.page(name)


@pytest.fixture(scope="module")
def blank() -> Preview:
    info = next(each for each in form_infos() if each.province == "guangdong")
    return blank_form(info.code, info.edition)


def test_forms_shows_all_31_with_evidence_and_the_blank_itself(qtbot: QtBot, program: Program) -> None:
    forms = page(program, "forms").forms
    qtbot.waitUntil(lambda: forms.choices.list.count() == 31)
    assert forms.choices.choose(next(key for key in forms._infos if "guangdong" in key))
    qtbot.waitUntil(lambda: forms.pane.view.pages >= 1)
    qtbot.waitUntil(lambda: forms.pane.view.is_drawn(0), timeout=15_000)
    assert forms.status.text == "Full table" and not forms.caution.isVisible()
    forms.choices.choose(next(key for key in forms._infos if "tianjin" in key))
    assert forms.status.text == "Inferred" and forms.caution.isVisible()
    qtbot.keyClicks(forms.choices.filter, "beijing")
    assert forms.choices.list.count() == 1
    qtbot.waitUntil(lambda: not program.free_jobs.busy)


def test_a_blank_is_saved_as_the_bytes_shown(qtbot: QtBot, program: Program, prompts: Any, tmp_path: Path) -> None:
    forms = page(program, "forms").forms
    qtbot.waitUntil(lambda: forms.pane.view.pages >= 1)
    prompts.expect("save_file", tmp_path / "blank")
    with qtbot.waitSignal(forms.pane.saved):
        qtbot.mouseClick(forms.pane.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "blank.pdf").read_bytes() == forms.pane._shown.pdf
    prompts.expect("save_file", tmp_path / "absent" / "blank.pdf")
    qtbot.mouseClick(forms.pane.save, Qt.MouseButton.LeftButton)
    assert prompts.errors == ["views.not_saved"]
    qtbot.waitUntil(lambda: not program.free_jobs.busy)


def test_the_guide_tells_source_and_date_of_everything(qtbot: QtBot, program: Program) -> None:
    guide = page(program, "guide").provinces
    qtbot.waitUntil(lambda: guide.choices.list.count() == 31)
    for key in ("beijing", "hunan", "guangdong"):
        assert guide.choices.choose(key)
        said = [each for section in guide.facts._sections for each in section.statements]
        assert said and all(each.source for each in said), key
        undated = [each.text for each in said if not each.as_of]
        assert all("/" in text or "." in text for text in undated), "only addresses of websites carry no date"
    guide.choices.filter.setText("粤")
    assert guide.choices.current == "guangdong"


def test_settings_are_taken_up_at_once_and_kept(qtbot: QtBot, program: Program) -> None:
    settings = page(program, "settings")
    for combo, value in ((settings.theme_choice, "dark"), (settings.lock_time, 15), (settings.language, "zh")):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    settings.operator.setText("示例坐席")
    settings.operator.editingFinished.emit()
    qtbot.waitUntil(lambda: settings.title() == "设置")
    kept = SettingsFile(program.paths.settings).settings
    assert (kept.theme, kept.lock_minutes, kept.language) == ("dark", 15, "zh")
    assert kept.operator == "示例坐席"
    program.theme.choose("light")


def test_licences_of_everything_shipped_can_be_read(program: Program) -> None:
    settings = page(program, "settings")
    names = {settings.licences.itemText(index) for index in range(settings.licences.count())}
    assert {"Lucide", "Noto-OFL", "Hanazono"} <= names
    settings.licences.setCurrentText("Lucide")
    assert "ISC" in settings.licence.toPlainText()


def test_backup_check_and_another_passphrase(qtbot: QtBot, program: Program, prompts: Any) -> None:
    card = page(program, "settings").store
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    assert card.last.text() == "None yet"
    qtbot.mouseClick(card.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 kept" in card.last.text())
    assert len(list(program.paths.backups.iterdir())) == 1
    qtbot.mouseClick(card.verify, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.toast.words.text() == "The store is sound.")
    qtbot.mouseClick(card.passphrase, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(PassphraseDialog)
    assert dialog is not None and not dialog.old.isVisible(), "the keyring opens: there is no old one"
    for field in (dialog.new.first, dialog.new.again):
        qtbot.keyClicks(field, "from now on by words")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(program.window.locked):
        program.window.lock()
    assert program.window.unlock.passphrase.passphrase.isVisible(), "the passphrase is asked for now"


def test_a_backup_is_restored_from_the_settings(qtbot: QtBot, program: Program, prompts: Any, tmp_path: Path) -> None:
    card = page(program, "settings").store
    prompts.expect("save_file", tmp_path / "kept.backup")
    qtbot.mouseClick(card.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (tmp_path / "kept.backup").exists() and not program.store_jobs.busy)
    view = program.window.desk_view
    change = page(program, "subjects").subjects.create(
        {"kind": "individual", "name": "示例", "province": "beijing", "certificate_type": "passport",
         "certificate_number": "X1234567"}
    )  # fmt: skip
    program.around.changes.changed.emit(change)
    assert view is not None
    qtbot.waitUntil(lambda: view.count_label.text().startswith("1 "))
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    view.show_page("settings")
    prompts.expect("ask", True)
    prompts.expect("open_file", tmp_path / "kept.backup")
    with qtbot.waitSignal(program.window.desk_shown):
        qtbot.mouseClick(card.restore, Qt.MouseButton.LeftButton)
    again = program.window.desk_view
    assert again is not None and again is not view
    qtbot.waitUntil(lambda: again.count_label.text().startswith("0 "))


def test_another_folder_for_backups_is_kept(qtbot: QtBot, program: Program, prompts: Any, tmp_path: Path) -> None:
    card = page(program, "settings").store
    prompts.expect("choose_folder", tmp_path / "else")
    qtbot.mouseClick(card.other_folder, Qt.MouseButton.LeftButton)
    assert SettingsFile(program.paths.settings).settings.backup_dir == str(tmp_path / "else")
    assert "else" in card.place.text()


def test_a_new_recovery_code_is_shown_and_the_old_one_asked_about(qtbot: QtBot, program: Program, prompts: Any) -> None:
    card = page(program, "settings").store
    prompts.expect("ask", False)
    qtbot.mouseClick(card.code, Qt.MouseButton.LeftButton)
    prompts.expect("ask", True)
    qtbot.mouseClick(card.code, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(isinstance(each, QDialog) and each.isVisible() for each in card.findChildren(QDialog)))
    dialog = next(each for each in card.findChildren(QDialog) if each.isVisible())
    dialog.reject()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_an_empty_desk_says_how_to_begin(qtbot: QtBot, program: Program) -> None:
    cases = page(program, "cases")
    qtbot.waitUntil(cases.empty.isVisible)
    assert cases.empty.action.isVisible() and not cases.views.isVisible()
    qtbot.mouseClick(cases.empty.action, Qt.MouseButton.LeftButton)
    beginning = next(each for each in cases.findChildren(QDialog) if each.isVisible())
    assert beginning.windowTitle() == "New case"
    beginning.reject()
    qtbot.mouseClick(cases.new, Qt.MouseButton.LeftButton)
    offered = QApplication.activePopupWidget()
    assert isinstance(offered, QMenu)
    assert len(offered.actions()) == 3
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in program.window.findChildren(QDialog)))
    wizard = next(each for each in program.window.findChildren(QDialog) if each.isVisible())
    assert wizard.windowTitle() == "Offline deregistration"
    wizard.close()
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy)


@pytest.fixture
def view(qtbot: QtBot, blank: Preview) -> Iterator[PdfView]:
    lane = Jobs(threads=2)
    made = PdfView(lane)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_pdf(blank.image, blank.sizes)
    yield made
    qtbot.waitUntil(lambda: not lane.busy)
    assert lane.shutdown()


def test_pages_are_drawn_at_the_screens_own_resolution(qtbot: QtBot, view: PdfView) -> None:
    qtbot.waitUntil(lambda: view.is_drawn(0), timeout=15_000)
    assert 0.7 < view.scale < 1.0, "page width"
    kept = view._pixmaps[0][1]
    assert abs(kept.width() - view._rects()[0].width() * view.devicePixelRatioF()) <= 1


def test_zoom_by_keys_and_wheel(qtbot: QtBot, view: PdfView) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_0, control)
    assert view.scale == 1.0
    with qtbot.waitSignal(view.zoom_changed):
        qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.scale == 1.1
    for delta, scale in ((-120, 1.0), (-120, 0.9), (120, 1.0)):
        event = QWheelEvent(QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
                            control, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert view.scale == scale
    view.set_zoom(FIT_PAGE)
    assert view._height() <= view.viewport().height() + 1
    qtbot.keyClick(view, Qt.Key.Key_9, control)
    assert view.scale > 0.7


def test_keys_scroll(qtbot: QtBot, view: PdfView) -> None:
    bar = view.verticalScrollBar()
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(view, key)
        assert bar.value() == place
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_new_preview_keeps_the_place(qtbot: QtBot, view: PdfView, blank: Preview) -> None:
    view.verticalScrollBar().setValue(200)
    view.set_pdf(blank.image, blank.sizes)
    assert view.verticalScrollBar().value() == 200
    assert not view.is_drawn(0)
    view.set_pdf(None)
    assert view.pages == 0


def test_paper_comes_out_at_actual_size(qtbot: QtBot, blank: Preview, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    out = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(out))
    assert print_pages(printer, blank.image, blank.sizes) == blank.pages
    printed = preview_of(out.read_bytes())
    assert printed.pages == blank.pages
    for ours, theirs in zip(blank.sizes, printed.sizes, strict=True):
        assert abs(ours.width - theirs.width) < 1 and abs(ours.height - theirs.height) < 1
    # The ink stands where it stands on the form: both drawn small, compared by darkness.
    one, two = (dark_box(each) for each in (blank, printed))
    assert all(abs(a - b) <= 2 for a, b in zip(one, two, strict=True)), (one, two)


def dark_box(preview: Preview) -> tuple[int, int, int, int]:
    page = preview.image(0, 72)
    image = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
    dark = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 120
    ]
    return min(x for x, _ in dark), min(y for _, y in dark), max(x for x, _ in dark), max(y for _, y in dark)


def test_saving_adds_what_the_name_lacks(tmp_path: Path) -> None:
    assert save_pdf(b"%PDF", tmp_path / "京ICP备1号.v2") == tmp_path / "京ICP备1号.v2.pdf"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_dialog_opens_in_both_languages(qtbot: QtBot, program: Program, language: str, blank: Preview) -> None:
    program.languages.choose(language)
    window = program.window
    makers: list[Callable[[], QDialog]] = [
        lambda: ShortcutsDialog(["a", "b"], window),
        lambda: CrashDialog("ValueError: x", build_report(ValueError("x")).text, window),
        lambda: PassphraseDialog(asks_old=True, parent=window),
        lambda: DocumentDialog(program.around, "示例", blank, window),
    ]
    for make in makers:
        dialog = make()
        dialog.open()
        assert dialog.isVisible() and dialog.windowTitle()
        texts = [each.text() for each in dialog.findChildren(QWidget) if hasattr(each, "text") and callable(each.text)]
        if language == "zh" and not isinstance(dialog, DocumentDialog):
            assert any("一" <= char <= "鿿" for text in texts for char in str(text)), type(dialog)
        dialog.close()
    qtbot.waitUntil(lambda: not program.free_jobs.busy)

"""Official blanks on the page of forms: brought in, copied, listed with their source, shared."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.services.blank_editing import fields_like
from app.services.blank_packs import BlankPacks
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.services.stores import Stores
from app.vault import SessionVault
from app.views.blanks.bring_in_dialog import CopyFormDialog, EditDetailsDialog
from app.views.blanks.editor_window import EditorWindow
from app.views.blanks.pack_export_dialog import PackExportDialog

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(program, settled):
    view = program.window.desk_view
    view.show_page("forms")
    settled()
    return view.page("forms").forms


@pytest.fixture
def file(tmp_path, table_pdf):
    path = tmp_path / "官方表格.pdf"
    path.write_bytes(table_pdf)
    return path


def titles(page):
    return {choice.key: choice.subtitle for choice in page.choices._choices}


def test_a_file_becomes_a_blank_and_the_editor_opens(page, file, prompts, settled, qtbot, blanks):
    dialog = page.shelf.bring_in()
    assert not dialog.keep_button.isEnabled()
    prompts.expect("open_file", file)
    dialog.choose_button.click()
    qtbot.waitUntil(dialog.keep_button.isEnabled, timeout=20_000)
    assert "1 page" in dialog.found.text()
    dialog.keep_button.click()
    settled()
    assert dialog.form._troubles["province"].text() == "Choose the province."
    assert dialog.form._troubles["edition"].text()
    assert blanks.rows() == ()
    dialog.form.fill_in(
        province="guangdong", edition="2026-03", title="备案注销申请表", source="https://example.com/form"
    )
    dialog.keep_button.click()
    settled()
    qtbot.waitUntil(lambda: isinstance(getattr(page.shelf, "editor", None), EditorWindow))
    (row,) = blanks.rows()
    assert blanks.original(row.id)[1] == file.read_bytes()
    settled()
    assert page.choices.current == f"blank {row.id}"
    assert "2026-03" in titles(page)[f"blank {row.id}"]
    assert page.status.text == "Draft"
    page.shelf.editor.put_away()
    settled()


def test_a_file_that_is_no_form_is_refused_in_words(page, tmp_path, settled, blanks):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"only words")
    dialog = page.shelf.bring_in()
    dialog.take(path)
    settled()
    assert "neither a PDF" in dialog.trouble.text()
    assert not dialog.keep_button.isEnabled()
    dialog.take(tmp_path / "gone.pdf")
    settled()
    assert "gone.pdf" in dialog.trouble.text()
    dialog.reject()


def test_a_built_in_form_is_copied_with_its_boxes(page, settled, qtbot, blanks):
    page.choices.list.setCurrentRow(3)
    settled()
    info = page._infos[page.choices.current]
    assert page.copy.isVisibleTo(page) and not page.edit.isVisibleTo(page)
    page.copy.click()
    (dialog,) = page.window().findChildren(CopyFormDialog)
    dialog.keep_button.click()
    settled()
    (row,) = blanks.rows()
    assert (row.province, row.edition, row.title) == (info.province, info.edition, info.title)
    assert blanks.desk(row.id).mapping.places
    qtbot.waitUntil(lambda: isinstance(getattr(page.shelf, "editor", None), EditorWindow))
    page.shelf.editor.put_away()
    settled()


def test_a_blank_in_use_is_withdrawn_after_asking(page, blanks, table_pdf, prompts, settled):
    row = blanks.add(bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表"))
    blanks.publish(row)
    page.shelf.changed.emit(row.id)
    settled()
    assert page.status.text == "In use" and page.withdraw.isEnabled()
    prompts.expect("ask", True)
    page.withdraw.trigger()
    settled()
    assert page.status.text == "Withdrawn" and not page.withdraw.isEnabled()


def test_a_pack_goes_out_and_a_different_one_comes_in_side_by_side(page, blanks, table_pdf, prompts, settled, tmp_path):
    database, _code = Stores(SessionVault(available=True)).create(tmp_path / "other")
    other = Blanks(database, actor="other")
    row = other.add(
        bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表", source="https://example.com/a")
    )
    pack = tmp_path / "theirs.beianblanks"
    pack.write_bytes(BlankPacks(database, actor="other").export([row.id]))
    database.close()
    blanks.add(bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表", source="https://example.org/b"))
    page.shelf.changed.emit(0)
    settled()
    prompts.expect("open_file", pack)
    page.import_pack.trigger()
    settled()
    dialog = page.shelf.pack_dialog
    cells = {dialog.table.item(r, c).text() for r in range(1, dialog.table.rowCount()) for c in range(3)}
    assert {"Source", "https://example.com/a", "https://example.org/b"} <= cells
    dialog.choices[0].setCurrentIndex(1)
    dialog.take_button.click()
    settled()
    assert blanks.rows()[0].source == "https://example.com/a"
    out = tmp_path / "ours.beianblanks"
    page.choices.choose(f"blank {blanks.rows()[0].id}")
    settled()
    prompts.expect("save_file", out)
    page.export.trigger()
    (chooser,) = page.window().findChildren(PackExportDialog)
    assert chooser.ticked() == (blanks.rows()[0].id,), "the blank that is looked at is ticked, draft or not"
    chooser.none_button.click()
    assert not chooser.export_button.isEnabled()
    chooser.all_button.click()
    chooser.export_button.click()
    settled()
    assert out.stat().st_size > 1000


def test_details_are_changed_and_what_papers_name_stays(page, blanks, table_pdf, settled):
    row = blanks.add(bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表", note="旧备注"))
    page.shelf.changed.emit(row.id)
    settled()
    page.details.click()
    (dialog,) = page.window().findChildren(EditDetailsDialog)
    assert dialog.form.note.toPlainText() == "旧备注"
    assert not any(each.isEnabled() for each in (dialog.form.kind, dialog.form.province, dialog.form.edition))
    dialog.form.heading.clear()
    dialog.keep_button.click()
    settled()
    assert dialog.form._troubles["title"].text()
    QTest.keyClicks(dialog.form.heading, "new title")
    dialog.form.note.setPlainText("新备注")
    dialog.keep_button.click()
    settled()
    (kept,) = blanks.rows()
    assert (kept.title, kept.note, kept.edition) == ("new title", "新备注", "2026")
    assert page.name.text() == "new title"


def test_a_draft_is_deleted_after_asking(page, blanks, table_pdf, prompts, settled):
    row = blanks.add(bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表"))
    page.shelf.changed.emit(row.id)
    settled()
    prompts.expect("ask", False)
    page.delete.trigger()
    settled()
    assert blanks.rows()
    prompts.expect("ask", True)
    page.delete.trigger()
    settled()
    assert blanks.rows() == ()
    assert f"blank {row.id}" not in titles(page)


def test_the_blank_of_a_letter_holds_for_every_province(page, file, settled, qtbot, blanks):
    dialog = page.shelf.bring_in()
    dialog.take(file)
    qtbot.waitUntil(dialog.keep_button.isEnabled, timeout=20_000)
    form = dialog.form
    as_table = dialog.found.text()
    form.kind.setCurrentIndex(form.kind.findData("authorization-transfer"))
    assert dialog.found.text() != as_table, "the words are read as those of a letter"
    assert form.province.currentText() == "All provinces"
    form.edition.setText("2026")
    form.heading.setText("授权委托书")
    dialog.keep_button.click()
    settled()
    (row,) = blanks.rows()
    assert (row.kind, row.province) == ("authorization-transfer", "")
    assert {each.field for each in blanks.desk(row.id).mapping.places} <= {"", *fields_like("", row.kind)}
    qtbot.waitUntil(lambda: isinstance(getattr(page.shelf, "editor", None), EditorWindow))
    assert "All provinces" in page.shelf.editor.use_button.text()
    page.shelf.editor.put_away()
    settled()


def test_a_file_is_dropped_onto_the_dialog(page, file, settled, qtbot):
    dialog = page.shelf.bring_in()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    dialog.dropEvent(drop)
    qtbot.waitUntil(dialog.keep_button.isEnabled, timeout=20_000)
    assert dialog.file.text() == file.name
    dialog.reject()

"""Official blanks on the page of forms: brought in, copied, listed with their source, shared."""

import pytest

from app.services.blank_packs import BlankPacks
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.services.stores import Stores
from app.vault import SessionVault
from app.views.blanks.bring_in_dialog import CopyFormDialog
from app.views.blanks.editor_window import EditorWindow


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
    dialog = page._shelf.bring_in()
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
    qtbot.waitUntil(lambda: isinstance(getattr(page._shelf, "editor", None), EditorWindow))
    (row,) = blanks.rows()
    assert blanks.original(row.id)[1] == file.read_bytes()
    settled()
    assert page.choices.current == f"blank {row.id}"
    assert "2026-03" in titles(page)[f"blank {row.id}"]
    assert page.status.text == "Draft"
    page._shelf.editor.put_away()
    settled()


def test_a_file_that_is_no_form_is_refused_in_words(page, tmp_path, settled, blanks):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"only words")
    dialog = page._shelf.bring_in()
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
    qtbot.waitUntil(lambda: isinstance(getattr(page._shelf, "editor", None), EditorWindow))
    page._shelf.editor.put_away()
    settled()


def test_a_blank_in_use_is_withdrawn_after_asking(page, blanks, table_pdf, prompts, settled):
    row = blanks.add(bring_in(table_pdf, "t.pdf"), BlankDetails("hunan", "2026", "申请表"))
    blanks.publish(row)
    page._shelf.changed.emit(row.id)
    settled()
    assert page.status.text == "In use" and page.withdraw.isEnabled()
    prompts.expect("ask", True)
    page.withdraw.click()
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
    page._shelf.changed.emit(0)
    settled()
    prompts.expect("open_file", pack)
    page.import_pack.click()
    settled()
    dialog = page._shelf.pack_dialog
    cells = {dialog.table.item(r, c).text() for r in range(1, dialog.table.rowCount()) for c in range(3)}
    assert {"Source", "https://example.com/a", "https://example.org/b"} <= cells
    dialog.choices[0].setCurrentIndex(1)
    dialog.take_button.click()
    settled()
    assert blanks.rows()[0].source == "https://example.com/a"
    out = tmp_path / "ours.beianblanks"
    prompts.expect("save_file", out)
    page.export.click()
    settled()
    assert out.stat().st_size > 1000

"""A program with one blank kept as a draft: a table drawn by the built-in form, brought in as any other PDF is."""

from collections.abc import Callable

import pytest

from app.bootstrap.desk import _Pages
from app.forms.catalogue import current
from app.forms.render import make_form
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.views.blanks.editor_window import EditorWindow


@pytest.fixture
def table_pdf() -> bytes:
    """An official-looking table."""
    return make_form(current("deregistration", "guangdong"), {}).pdf


@pytest.fixture
def pages(program) -> _Pages:
    found = program.window.findChild(_Pages)
    assert found is not None
    return found


@pytest.fixture
def blanks(pages) -> Blanks:
    return Blanks(pages._database, actor="tester")


@pytest.fixture
def settled(qtbot, program) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy, timeout=20_000)

    return wait


@pytest.fixture
def editor(qtbot, program, blanks, table_pdf, settled) -> EditorWindow:
    row = blanks.add(bring_in(table_pdf, "table.pdf"), BlankDetails("guangdong", "2026", "备案注销申请表"))
    made = EditorWindow(blanks.desk(row.id), blanks, program.around, program.window)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.canvas.is_drawn, timeout=10_000)
    return made

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.services.stores import Stores
from app.vault import SessionVault
from app.views.passphrase import strength

PASSPHRASE = "four words in A row 7"
START = Callable[..., Program]


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled() and button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def in_front(qtbot: QtBot, program: Program, form: object) -> None:
    qtbot.waitUntil(lambda: program.window.unlock.front is form)


def settled(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.window.desk_view is not None)
    qtbot.waitUntil(lambda: not program.store_jobs.busy)


def test_first_run_with_a_passphrase(qtbot: QtBot, start_program: START, data_dir: Path) -> None:
    program = start_program(vault=SessionVault())
    unlock = program.window.unlock
    form = unlock.new_store
    in_front(qtbot, program, form)
    assert not form.by_keyring.isVisible(), "this system has no keyring"
    assert not form.make.isEnabled()
    qtbot.keyClicks(form.passphrase.first, PASSPHRASE)
    qtbot.keyClicks(form.passphrase.again, "four more")
    assert not form.make.isEnabled(), "the two do not agree"
    form.passphrase.again.clear()
    qtbot.keyClicks(form.passphrase.again, PASSPHRASE)
    click(qtbot, form.make)
    in_front(qtbot, program, unlock.recovery_code)
    code = unlock.recovery_code.code.text()
    assert len(code.split("-")) == 7
    assert not unlock.recovery_code.go_on.isEnabled(), "not before the code is kept"
    unlock.recovery_code.promise.click()
    click(qtbot, unlock.recovery_code.go_on)
    settled(qtbot, program)
    assert unlock.recovery_code.code.text() == "", "the code is shown once"
    assert (data_dir / "beian.store").exists()


def test_first_run_with_the_keyring_and_the_next_start_asks_nothing(
    qtbot: QtBot, start_program: START, vault: SessionVault, data_dir: Path
) -> None:
    program = start_program()
    unlock = program.window.unlock
    in_front(qtbot, program, unlock.new_store)
    assert unlock.new_store.by_keyring.isChecked()
    click(qtbot, unlock.new_store.make)
    in_front(qtbot, program, unlock.recovery_code)
    unlock.recovery_code.promise.click()
    click(qtbot, unlock.recovery_code.go_on)
    settled(qtbot, program)
    program.window.close()
    program.close()
    again = start_program()
    settled(qtbot, again)


def test_a_wrong_passphrase_may_be_tried_again(qtbot: QtBot, start_program: START, data_dir: Path) -> None:
    vault = SessionVault()
    Stores(vault).create(data_dir, passphrase=PASSPHRASE)[0].close()
    program = start_program(vault=vault)
    form = program.window.unlock.passphrase
    in_front(qtbot, program, form)
    qtbot.keyClicks(form.passphrase, "not the right one")
    qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(form.problem.isVisible)
    assert "passphrase is not right" in form.problem.text()
    form.passphrase.clear()
    qtbot.keyClicks(form.passphrase, PASSPHRASE)
    qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    settled(qtbot, program)
    assert form.passphrase.text() == "", "nothing is left in the field"


def test_the_recovery_code_opens_and_sets_a_new_passphrase(qtbot: QtBot, start_program: START, data_dir: Path) -> None:
    vault = SessionVault()
    database, code = Stores(vault).create(data_dir, passphrase=PASSPHRASE)
    database.close()
    program = start_program(vault=vault)
    unlock = program.window.unlock
    in_front(qtbot, program, unlock.passphrase)
    click(qtbot, unlock.passphrase.recover)
    form = unlock.recovery
    in_front(qtbot, program, form)
    new = "another one entirely"
    form.code.setPlainText(code[:-1])
    for field in (form.passphrase.first, form.passphrase.again):
        qtbot.keyClicks(field, new)
    click(qtbot, form.recover)
    qtbot.waitUntil(form.problem.isVisible)
    assert "mistyped" in form.problem.text()
    form.code.setPlainText(code.lower())
    click(qtbot, form.recover)
    settled(qtbot, program)
    with qtbot.waitSignal(program.window.locked):
        program.window.lock()
    qtbot.keyClicks(unlock.passphrase.passphrase, new)
    click(qtbot, unlock.passphrase.open)
    settled(qtbot, program)


def test_a_key_that_is_gone_leads_to_the_recovery_code(qtbot: QtBot, start_program: START, data_dir: Path) -> None:
    Stores(SessionVault(available=True)).create(data_dir)[0].close()
    program = start_program()
    in_front(qtbot, program, program.window.unlock.recovery)


def test_a_store_in_use_is_said_plainly(
    qtbot: QtBot, start_program: START, vault: SessionVault, data_dir: Path
) -> None:
    database, _code = Stores(vault).create(data_dir)
    program = start_program()
    failure = program.window.unlock.failure
    in_front(qtbot, program, failure)
    assert "Another running copy" in failure.reason.text()
    assert not failure.restore.isVisible() and not failure.recover.isVisible()
    database.close()
    click(qtbot, failure.again)
    settled(qtbot, program)


def test_a_damaged_store_offers_a_backup(
    qtbot: QtBot, start_program: START, vault: SessionVault, data_dir: Path
) -> None:
    Stores(vault).create(data_dir)[0].close()
    store = data_dir / "beian.store"
    store.write_bytes(store.read_bytes()[:16] + b"\x00" * (store.stat().st_size - 16))
    program = start_program()
    failure = program.window.unlock.failure
    in_front(qtbot, program, failure)
    assert failure.restore.isVisible()
    assert failure.reason.text()


@pytest.mark.parametrize(
    ("passphrase", "grade"),
    [("", 0), ("short", 0), ("aaaaaaaaaaaaaaaaaaaaa", 1), ("password", 1), ("password12", 2),
     ("correct horse battery staple", 3), (PASSPHRASE, 3), ("示例口令四个词", 0), ("示例口令共八个字", 3)],
)  # fmt: skip
def test_the_strength_hint(passphrase: str, grade: int) -> None:
    assert strength(passphrase) == grade

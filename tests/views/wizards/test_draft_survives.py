"""What was typed is there again: after a crash, after closing in the middle of a write, after locking."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.db.database import Database
from app.services.drafts import Drafts
from app.services.flows.deregistration import FLOW, Step
from app.services.flows.draft import Draft
from app.views.jobs import Jobs

TYPING = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.db.database import Database
from app.messages import Messages
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.draft import Draft
from app.views.jobs import Jobs
from app.views.wizards.deregistration_face import DeregistrationFace
from app.views.wizards.flow_wizard import FlowWizard, WizardParts

application = QApplication(sys.argv[:1])
store = Database.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
parts = WizardParts(
    drafts=Drafts(store), jobs=Jobs(), paper_jobs=Jobs(), prompts=None, messages=Messages("zh"),
    today=lambda: date(2026, 11, 23),
)
wizard = FlowWizard(DeregistrationFace(Deregistrations(store, actor="客服")), parts)
wizard.show()
QTest.keyClicks(wizard.forms[wizard.step].editor("ticket.number").line, "GD20261123001")

def look():
    if wizard.saved.text():
        print("saved", flush=True)
        QTest.keyClicks(wizard.forms[wizard.step].editor("ticket.customer").line, "typed into the crash")
    else:
        QTimer.singleShot(10, look)

QTimer.singleShot(0, look)
application.exec()
"""


def test_a_killed_wizard_is_offered_again_and_goes_on(open_wizard, tmp_path: Path):
    path, key = tmp_path / "killed.store", os.urandom(32)
    Database.create(path, key).close()
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(path), key.hex()],
        cwd=Path(__file__).resolve().parents[3],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "saved\n"
        program.kill()
    with Database.open(path, key) as store:
        [kept] = Drafts(store).all(FLOW)
        draft = Draft.from_json(kept.answers)
    assert draft.ticket.number == "GD20261123001"
    hand = open_wizard(draft, step=kept.step)
    assert hand.wizard.step is Step.TRIAGE
    hand.line("filing.number", "粤ICP备12345678号-1")
    hand.choose("filing.scope", "site")
    hand.choose("relation", "other")
    hand.on()
    assert hand.wizard.step is Step.FILING
    assert hand.wizard.draft.ticket.number == "GD20261123001"


def test_keys_struck_while_the_draft_is_written_are_kept_too(open_wizard, store, lanes: tuple[Jobs, Jobs], qtbot):
    """The window is closed between a write's begin and its end: the handler that would write the rest never comes."""
    hand = open_wizard(Draft())
    wizard, lane = hand.wizard, lanes[0]
    writing, go = threading.Event(), threading.Event()
    save = wizard._autosave._save

    def slowly(state: object) -> object:
        writing.set()
        assert go.wait(5)
        return save(state)

    wizard._autosave._save = slowly
    hand.line("ticket.number", "GD1")
    wizard._autosave.keep_now()
    assert writing.wait(5)
    hand.line("ticket.number", "23")
    wizard.close()
    wizard._autosave.deleteLater()  # as it goes with the window
    go.set()
    qtbot.waitUntil(lambda: not lane.busy)
    [kept] = Drafts(store).all(FLOW)
    assert Draft.from_json(kept.answers).ticket.number == "GD123"


def test_escape_does_not_leave_while_the_case_is_made(open_wizard, qtbot):
    hand = open_wizard(Draft())
    hand.wizard._finishing = True
    hand.wizard.reject()
    assert hand.wizard.isVisible()
    hand.wizard._finishing = False
    hand.wizard.reject()
    assert not hand.wizard.isVisible()


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_leaving_the_window_keeps_the_wizard(qtbot, program, start_program, leave):
    program.window.desk_view.page("cases")
    wizards = []
    pages = next(each for each in program.window.children() if hasattr(each, "wizards"))
    pages.wizards.opened.connect(wizards.append)
    pages.wizards.start()
    qtbot.waitUntil(lambda: bool(wizards))
    [wizard] = wizards
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    qtbot.keyClicks(wizard.forms[wizard.step].editor("ticket.number").line, "GD77")
    if leave == "lock":
        with qtbot.waitSignal(program.window.locked):
            program.window.lock()
        with qtbot.waitSignal(program.window.desk_shown):
            program.window.unlock.begin()
        again = program
    else:
        program.window.close()
        program.close()
        again = start_program()
        if again.window.desk_view is None:
            with qtbot.waitSignal(again.window.desk_shown):
                pass
    pages = next(each for each in again.window.children() if hasattr(each, "wizards") and each is not pages)
    [kept] = Drafts(pages._database).all(FLOW)
    assert Draft.from_json(kept.answers).ticket.number == "GD77"

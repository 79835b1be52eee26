"""A wizard on a real store, driven by keys and clicks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.db.database import Database
from app.messages import Messages
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.draft import Draft
from app.views.jobs import Jobs
from app.views.wizards.deregistration_face import DeregistrationFace
from app.views.wizards.flow_wizard import FlowWizard, WizardParts

TODAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "desk.db", os.urandom(32)) as database:
        yield database


class Answers:
    """Answers the questions of file dialogs; any other question fails the test."""

    def __init__(self) -> None:
        self.files: list[Path] = []

    def open_file(self, _parent: object, _title: str, _patterns: str = "") -> Path | None:
        return self.files.pop(0)

    def open_files(self, _parent: object, _title: str, _patterns: str = "") -> list[Path]:
        return [self.files.pop(0)]


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def lanes(qapp: QApplication) -> Iterator[tuple[Jobs, Jobs]]:
    both = (Jobs(), Jobs())
    yield both
    for lane in both:
        assert lane.shutdown()


class Hand:
    """Types, presses and walks as a person without a mouse does."""

    def __init__(self, wizard: FlowWizard, qtbot) -> None:
        self.wizard = wizard
        self.qtbot = qtbot

    @property
    def at(self) -> QWidget:
        focused = self.wizard.focusWidget()
        assert focused is not None, "the focus is nowhere"
        return focused

    def tab_to(self, widget: QWidget) -> None:
        wanted = widget.focusProxy() or widget
        for _ in range(80):
            if self.at is wanted:
                return
            QTest.keyClick(self.at, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {widget.accessibleName() or widget}")

    def type(self, widget: QWidget, text: str) -> None:
        self.tab_to(widget)
        if text.isascii():
            QTest.keyClicks(self.at, text)
        else:
            # what an input method sends when the word is chosen
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.at, event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.at, key, modifier)

    def on(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def back(self) -> None:
        self.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    def troubles(self) -> list[str]:
        """What is said to be wrong on the page."""
        form = self.wizard.forms[self.wizard.step]
        return [field.trouble.text() for field in form._fields.values() if field.trouble.isVisible()]

    def line(self, path: str, text: str) -> None:
        editor = self.wizard.forms[self.wizard.step].editor(path)
        self.type(editor.focusProxy() or editor, text)

    def choose(self, path: str, value: object) -> None:
        """Reach the group by Tab, then move to the choice with the arrows and take it with Space."""
        editor = self.wizard.forms[self.wizard.step].editor(path)
        wanted = editor.button(value)
        for button in (wanted, editor):
            try:
                self.tab_to(button)
                break
            except AssertionError:
                continue
        for _ in range(6):
            if self.at is wanted:
                break
            here = self.at.pos()
            across = Qt.Key.Key_Right if wanted.x() > here.x() else Qt.Key.Key_Left
            along = Qt.Key.Key_Down if wanted.y() > here.y() else Qt.Key.Key_Up
            self.press(across if wanted.y() == here.y() else along)
        assert self.at is wanted
        self.press(Qt.Key.Key_Space)
        assert editor.value() == value

    def pick(self, path: str, value: str) -> None:
        """Open a list by key and go down to the value."""
        editor = self.wizard.forms[self.wizard.step].editor(path)
        self.tab_to(editor.combo)
        for _ in range(editor.combo.count()):
            if editor.value() == value:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{value} is not offered")


@pytest.fixture
def hand_of(qtbot):
    """Shows a wizard and gives the hand that drives it."""

    def show(wizard: FlowWizard) -> Hand:
        qtbot.addWidget(wizard)
        with qtbot.waitExposed(wizard):
            wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(lambda: wizard.focusWidget() is not None)
        return Hand(wizard, qtbot)

    return show


@pytest.fixture
def open_wizard(store: Database, lanes: tuple[Jobs, Jobs], answers: Answers, hand_of):
    def make(draft: Draft | None = None, *, scan_folder: str = "", **more) -> Hand:
        parts = WizardParts(
            drafts=Drafts(store),
            jobs=lanes[0],
            paper_jobs=lanes[1],
            prompts=answers,
            messages=Messages("zh"),
            today=lambda: TODAY,
            scan_folder=scan_folder,
        )
        face = DeregistrationFace(Deregistrations(store, actor="客服"))
        wizard = FlowWizard(face, parts, draft, **more)
        face.setParent(wizard)
        return hand_of(wizard)

    return make

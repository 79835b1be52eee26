"""A letter's blanks as questions of the window: labels, hints and editors, whatever letter it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from app.messages import Messages
from app.services.certificates import certificate_choices
from app.services.flows.letter_draft import LetterDraft
from app.services.letter_fields import Ask, LetterQuestion, day_of
from app.services.letters import Letters
from app.views.wizards.questions import Editor, Question

_EDITORS = {
    Ask.LINE: Editor.LINE,
    Ask.TEXT: Editor.TEXT,
    Ask.LINES: Editor.LINES,
    Ask.DAY: Editor.DATE,
    Ask.CERTIFICATE: Editor.LIST,
    Ask.CHOICE: Editor.CHOICE,
}


class LetterStep(StrEnum):
    """A letter has one page of questions."""

    FILL = "fill"


class LetterFace(QObject):
    """Asks for the blanks of one letter."""

    def __init__(self, letters: Letters, draft: LetterDraft, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters, self._messages = letters, messages
        self.handwritable = letters.blanks(draft.code)

    def asked(self, draft: LetterDraft) -> tuple[str, ...]:
        """The blanks that this letter asks for as it stands, in reading order."""
        return tuple(each.field for each in self._letters.questions(draft))

    def question(self, path: str, draft: LetterDraft) -> Question:
        """One blank; certificates are those of a unit or a person, as the blank is one's."""
        asked = self._asked(path, draft)
        choices: tuple[tuple[str, str], ...] = ()
        if asked.ask is Ask.CERTIFICATE:
            choices = certificate_choices(asked.kinds)
        elif asked.ask is Ask.CHOICE:
            choices = (("unit", self.tr("Unit")), ("individual", self.tr("Individual")))
        return Question(path, _EDITORS[asked.ask], self._label(asked), self._hint(asked), self._sample(path), choices)

    def answer(self, draft: LetterDraft, path: str) -> Any:
        """What stands in a blank, as its editor takes it."""
        text = draft.value(path)
        match self._asked(path, draft).ask:
            case Ask.DAY:
                return day_of(text)
            case Ask.LINES:
                return tuple(text.splitlines())
            case Ask.CERTIFICATE | Ask.CHOICE:
                return text or None
            case _:
                return text

    def fold(self, draft: LetterDraft, path: str, value: Any) -> LetterDraft:
        """The draft with one blank as the page has it."""
        if isinstance(value, date):
            return draft.with_value(path, value.isoformat())
        return draft.with_value(path, "\n".join(value) if isinstance(value, tuple) else value or "")

    def leave_for_pen(self, draft: LetterDraft, step: StrEnum, paths: Iterable[str]) -> LetterDraft:
        """The draft with exactly these blanks left as a line."""
        return replace(draft, handwriting=tuple(paths))

    def _asked(self, path: str, draft: LetterDraft) -> LetterQuestion:
        return next(each for each in self._letters.questions(draft) if each.field == path)

    def _label(self, asked: LetterQuestion) -> str:
        if asked.label and self._messages.language == "zh":
            label = asked.label
        else:
            named = self._messages.field(asked.field)
            label = named[:1].upper() + named[1:]
        return label if asked.required else self.tr("{label} (where it applies)").format(label=label)

    def _hint(self, asked: LetterQuestion) -> str:
        named = {
            "letter_date": self.tr(
                "Not after the day it is handed in, and at most three months old when it is looked at."
            ),
            "authority": self.tr("Left empty, it follows from the filing number."),
            "recipient": self.tr("Left empty, it is the administration that the filing number tells."),
            "legal_certificate_number": self.tr("The legal representative signs by hand; the number may be left too."),
            "provider_name": self.tr("Full name. The settings keep the usual one."),
        }
        shapes = {Ask.LINES: self.tr("One in a line. A pasted address is cut down to its domain.")}
        return "\n".join(each for each in (named.get(asked.field, shapes.get(asked.ask, "")), asked.hint) if each)

    def _sample(self, path: str) -> str:
        samples = {
            "filing_number": "粤ICP备12345678号",
            "contact_phone": "13800138000",
            "domains": "example.com",
            "target_domains": "example.com",
            "old_mailbox": "old@example.com",
            "new_mailbox": "new@example.com",
        }
        return samples.get(path, "")

"""The history of a case in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.messages import Messages
from app.services.case_history import CaseEvent
from app.views.pages.case_words import CaseWords

_UNSAID = frozenset({"subject_id", "site_id", "closed_at", "closing_reason", "due_provisional", "due_steps"})
"""Fields that follow from others and need no word of their own."""


class EventWords:
    """Turns events into lines."""

    def __init__(self, words: CaseWords, messages: Callable[[], Messages]) -> None:
        self._words, self._messages = words, messages

    def line(self, event: CaseEvent) -> str:
        """What was done, in a sentence."""
        if event.detail.get("undo"):
            what = self.tr("Taken back or done again")
        else:
            what = self._what(event)
        if not event.title:
            return what
        return self.tr("{title}: {what}").format(title=event.title, what=what)

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("EventWords", text)

    def _what(self, event: CaseEvent) -> str:
        detail = event.detail
        match event.record, event.action:
            case "case", "create":
                return self.tr("Case begun")
            case "case", "close":
                return self.tr("Closed")
            case "case", "purge":
                return self.tr("{count} file(s) purged, {days} days after closing").format(
                    count=detail.get("files", 0), days=detail.get("days", 0)
                )
            case "case", "change" if "to" in detail and "from" in detail:
                return self._move(event)
            case "case_item", "create":
                return self.tr("line added")
            case "case_item", "change" if "done" in detail:
                return self.tr("done") if detail["done"] else self.tr("open again")
            case "case_item", "change" if "due_at" in detail.get("fields", ()):
                if "hours" in detail:
                    return self.tr("clock of {hours} hours started").format(hours=detail["hours"])
                return self.tr("clock stopped")
            case "material", "import":
                return self.tr("taken in")
            case "material", "reveal":
                return self.tr("looked at")
            case "material", "delete":
                return self.tr("removed")
            case "material", "change":
                return self.tr("kind changed")
            case "document", "create":
                return self.tr("made")
            case "document", "print":
                return self.tr("opened or printed")
            case "document", "change":
                if "sent_on" in detail:
                    return self.tr("sent on {day}").format(day=detail["sent_on"])
                return self.tr("mark of sending taken away")
        return self._fields(event)

    def _move(self, event: CaseEvent) -> str:
        before, after = str(event.detail["from"]), str(event.detail["to"])
        if "state" in event.detail.get("fields", ()):
            before, after = self._words.state(before), self._words.state(after)
            return self.tr("{before} → {after}").format(before=before, after=after)
        return self.tr("deadline moved from {before} to {after}").format(before=before, after=after)

    def _fields(self, event: CaseEvent) -> str:
        messages = self._messages()
        names = [messages.field(str(each)) for each in event.detail.get("fields", ()) if each not in _UNSAID]
        if not names:
            return self.tr("changed")
        comma = "、" if messages.language == "zh" else ", "
        return self.tr("changed: {fields}").format(fields=comma.join(names))

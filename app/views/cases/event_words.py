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
        what = self._undone(event) if event.detail.get("undo") else self._what(event)
        if not event.title:
            return what
        return self.tr("{title}: {what}").format(title=event.title, what=what)

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("EventWords", text)

    def _undone(self, event: CaseEvent) -> str:
        """What was taken back, or done again after that."""
        detail = event.detail
        if "came" in detail:
            words = self.tr("“{line}” is there again") if detail["came"] else self.tr("“{line}” was taken back")
            return words.format(line=detail.get("line", ""))
        if "moved" in detail:
            what = self._move(event, "state" if detail["moved"] == "state" else "due_on")
        elif not (what := self._field_names(event)):
            return self.tr("Taken back or done again")
        return self.tr("Taken back or done again: {what}").format(what=what)

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
            case "case", "change" if "removed" in detail:
                return self.tr("“{line}” removed").format(line=detail["removed"])
            case "case", "change" if "to" in detail and "from" in detail:
                return self._move(event, "state" if "state" in detail.get("fields", ()) else "due_on")
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
            case "document", "create" if "added" in detail:
                return self.tr("made anew with {count} newer enclosure(s)").format(count=detail["added"])
            case "document", "create":
                return self.tr("made")
            case "document", "print":
                return self.tr("opened or printed")
            case "document", "change":
                if "sent_on" in detail:
                    return self.tr("sent on {day}").format(day=detail["sent_on"])
                return self.tr("mark of sending taken away")
        return self._fields(event)

    def _move(self, event: CaseEvent, field: str) -> str:
        before, after = str(event.detail["from"]), str(event.detail["to"])
        if field == "state":
            before, after = self._words.state(before), self._words.state(after)
            return self.tr("{before} → {after}").format(before=before, after=after)
        if not before:
            return self.tr("deadline set to {after}").format(after=after)
        return self.tr("deadline moved from {before} to {after}").format(before=before, after=after)

    def _fields(self, event: CaseEvent) -> str:
        names = self._field_names(event)
        return self.tr("changed: {fields}").format(fields=names) if names else self.tr("changed")

    def _field_names(self, event: CaseEvent) -> str:
        messages = self._messages()
        names = [messages.field(str(each)) for each in event.detail.get("fields", ()) if each not in _UNSAID]
        return ("、" if messages.language == "zh" else ", ").join(names)

"""The history of a record in words: who did what, when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.messages import Messages
from app.views.tables.record_columns import shown_moment

_MOST_FIELDS = 4


class HistoryWords:
    """Turns audit events into lines."""

    def __init__(self, messages: Callable[[], Messages]) -> None:
        self._messages = messages

    def line(self, event: Any) -> str:
        """What was done, in a few words."""
        detail: Mapping[str, Any] = event.detail or {}
        words = self._words(event.action, self._fields(detail))
        return self.tr("{what} (undo or redo)").format(what=words) if detail.get("undo") else words

    def who(self, event: Any) -> str:
        """When and by whom."""
        return self.tr("{when} · {who}").format(when=shown_moment(event.at), who=event.actor)

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("HistoryWords", text)

    def _words(self, action: str, fields: str) -> str:
        match action:
            case "create":
                return self.tr("Created")
            case "change":
                return self.tr("Changed: {fields}").format(fields=fields) if fields else self.tr("Changed")
            case "delete":
                return self.tr("Deleted")
            case "reveal":
                return self.tr("Looked at: {fields}").format(fields=fields)
            case "print":
                return self.tr("Made a paper")
            case "export":
                return self.tr("Exported")
            case "import":
                return self.tr("Imported")
            case "merge":
                return self.tr("Merged by an import: {fields}").format(fields=fields)
        return action

    def _fields(self, detail: Mapping[str, Any]) -> str:
        names = [str(each) for each in detail.get("fields", ())]
        messages = self._messages()
        aliases = {"account_id": "account_uid", "domain": "domains"}
        said = [messages.field(aliases.get(name, name)) for name in names]
        comma = "、" if messages.language == "zh" else ", "
        text = comma.join(said[:_MOST_FIELDS])
        more = len(said) - _MOST_FIELDS
        return self.tr("{fields} and {count} more").format(fields=text, count=more) if more > 0 else text

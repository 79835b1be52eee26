"""What the facts of subjects and of sites have in common: lines with masked numbers, the history in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.messages import Messages
from app.services.filing_fields import MASKED_FIELDS
from app.services.masking import mask_value
from app.views.pages.history_words import HistoryWords
from app.views.widgets.detail_grid import Detail

MOST_HISTORY = 20


def line(row: Any, field: str, name: str, *, copies: bool = True) -> Detail:
    """A field of a row as a line; personal numbers masked."""
    value = getattr(row, field) or ""
    return Detail(field, name, mask_value(field, value), secret=field in MASKED_FIELDS, copies=copies)


def history_lines(events: Iterable[Any], messages: Callable[[], Messages]) -> list[tuple[str, str]]:
    """The newest events in words."""
    words = HistoryWords(messages)
    return [(words.line(event), words.who(event)) for event in list(events)[:MOST_HISTORY]]

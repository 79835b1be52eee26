"""The base of the frozen rows: plain values that may leave the session and cross threads."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Self

_READERS: dict[type, Any] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it was read: its id and the version that a change must name."""

    id: int
    version: int

    @classmethod
    def of(cls, record: Any) -> Self:
        """The row of a mapped object, or of a result row that has columns of the same names."""
        reader = _READERS.get(cls)
        if reader is None:
            reader = _READERS[cls] = attrgetter(*(field.name for field in fields(cls)))
        return cls(*reader(record))

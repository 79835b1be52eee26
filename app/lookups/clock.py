"""When something was seen: the clock is handed in, so that a test can say what time it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)

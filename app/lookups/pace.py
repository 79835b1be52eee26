"""Politeness: no more questions a second than was agreed, spread evenly."""

from __future__ import annotations

import asyncio


class Pace:
    """Hands out turns in order of arrival, `per_second` of them, after a first `burst` at once.

    Every turn moves one point in time forward (the generic cell rate algorithm), so a thousand waiting tasks cost
    nothing but their own timers. Belongs to one event loop.
    """

    def __init__(self, per_second: float, *, burst: int = 1) -> None:
        if per_second <= 0 or burst < 1:
            raise ValueError(f"{per_second} a second, {burst} at once")
        self._step = 1 / per_second
        self._slack = (burst - 1) * self._step
        self._next = 0.0

    async def turn(self) -> None:
        """Returns when it is one's turn."""
        now = asyncio.get_running_loop().time()
        self._next = max(self._next, now - self._slack)
        wait = self._next - now
        self._next += self._step
        if wait > 0:
            await asyncio.sleep(wait)

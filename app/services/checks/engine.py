"""Runs many small network questions from a worker thread: bounded, reporting, stopping when asked, keeping as it goes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import TypeVar

Target = TypeVar("Target")
Result = TypeVar("Result")

Progress = Callable[[int, int], None]
"""Called with how many are done of how many; raises `app.errors.Cancelled` to stop."""

_TICK = 0.2


async def sweep(
    targets: Iterable[Target],
    observe: Callable[[Target], Awaitable[Result]],
    keep: Callable[[list[Result]], object],
    *,
    at_once: int,
    batch: int,
    total: int,
    progress: Progress | None = None,
) -> int:
    """Observes every target, `at_once` side by side, and hands the results over in batches; returns how many.

    Memory holds the targets in flight and one batch, whatever the number of targets. When `progress` or an
    observation raises, everything in flight is stopped, what is finished is kept, and the exception goes on.
    """
    waiting: list[Result] = []
    ordered = iter(targets)
    done = 0

    def hand_over() -> None:
        nonlocal waiting
        ready, waiting = waiting, []
        if ready:
            keep(ready)

    async def work() -> None:
        nonlocal done
        for target in ordered:
            # Two steps on purpose: `waiting` may be another list after the wait.
            result = await observe(target)
            waiting.append(result)
            done += 1
            if len(waiting) >= batch:
                hand_over()

    workers = {asyncio.create_task(work()) for _ in range(max(1, min(at_once, total or at_once)))}
    running = workers
    try:
        while running:
            if progress is not None:
                progress(done, total)
            ended, running = await asyncio.wait(running, timeout=_TICK, return_when=asyncio.FIRST_EXCEPTION)
            for worker in ended:
                worker.result()
    finally:
        for worker in workers:
            worker.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*workers, return_exceptions=True)
        hand_over()
    if progress is not None:
        progress(done, total)
    return done

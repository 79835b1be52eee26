"""The engine under every check: nothing lost, nothing hoarded, stops when told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from app.errors import Cancelled
from app.services.checks.engine import sweep


def test_nothing_is_lost_while_batches_are_handed_over() -> None:
    """Results come in while others wait for the network: each is kept exactly once."""
    kept: list[int] = []

    async def observe(number: int) -> int:
        for _ in range(number % 7):
            await asyncio.sleep(0)
        return number

    work = sweep(range(1000), observe, kept.extend, at_once=50, batch=3, total=1000)
    assert asyncio.run(work) == 1000
    assert sorted(kept) == list(range(1000))


def test_memory_holds_what_is_in_flight_and_one_batch() -> None:
    alive = 0
    most = 0

    def targets() -> Iterator[int]:
        nonlocal alive, most
        for number in range(500):
            alive += 1
            most = max(most, alive)
            yield number

    async def observe(number: int) -> int:
        await asyncio.sleep(0)
        return number

    def keep(batch: list[int]) -> None:
        nonlocal alive
        alive -= len(batch)

    asyncio.run(sweep(targets(), observe, keep, at_once=20, batch=10, total=500))
    assert alive == 0
    assert most <= 20 + 10


def test_stopping_does_not_wait_for_what_hangs_and_keeps_what_is_done() -> None:
    kept: list[int] = []
    ended: list[int] = []

    async def observe(number: int) -> int:
        if number >= 3:
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(number)
        return number

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        asyncio.run(sweep(range(10), observe, kept.extend, at_once=4, batch=100, total=10, progress=stop))
    assert sorted(kept) == [0, 1, 2]
    assert sorted(ended) == [3, 4, 5, 6]


def test_a_bug_in_an_observation_comes_out_and_the_rest_is_kept() -> None:
    kept: list[int] = []

    async def observe(number: int) -> int:
        if number == 5:
            raise ZeroDivisionError
        return number

    with pytest.raises(ZeroDivisionError):
        asyncio.run(sweep(range(10), observe, kept.extend, at_once=1, batch=100, total=10))
    assert kept == [0, 1, 2, 3, 4]


def test_nothing_to_do_is_done() -> None:
    told: list[tuple[int, int]] = []
    done = asyncio.run(
        sweep(
            (), lambda number: asyncio.sleep(0, number), list, at_once=4, batch=1, total=0,
            progress=lambda done, total: told.append((done, total)),
        )
    )  # fmt: skip
    assert done == 0
    assert told[-1] == (0, 0)

"""Work in a process of its own: it hangs, crashes or wants all memory, and the program goes on."""

from __future__ import annotations

import os
import time
from importlib.util import find_spec

import pytest

from app.errors import Cancelled, UserError
from app.services.apart import MOST_MEMORY, run_apart

BOUNDED = pytest.mark.skipif(find_spec("resource") is None, reason="the system bounds no process's memory")


def test_a_result_and_a_refusal_come_back() -> None:
    assert run_apart(sorted, [3, 1, 2], seconds=30) == [1, 2, 3]


@pytest.mark.parametrize(
    ("function", "argument", "seconds", "code"),
    [
        (time.sleep, 60, 0.3, "blanks.reading_took_long"),
        (os._exit, 3, 30, "blanks.reading_broke"),
        (bytearray, 10**12, 30, "blanks.reading_broke"),
        pytest.param(bytearray, MOST_MEMORY + 1, 30, "blanks.reading_broke", marks=BOUNDED),
    ],
)
def test_what_goes_wrong_there_is_one_sentence_here(function, argument, seconds, code) -> None:
    with pytest.raises(UserError) as raised:
        run_apart(function, argument, seconds=seconds)
    assert raised.value.code == code


def test_the_user_stops_it() -> None:
    def stop() -> None:
        raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        run_apart(time.sleep, 60, seconds=60, watch=stop)
    assert time.monotonic() - began < 30

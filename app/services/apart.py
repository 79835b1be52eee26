"""Runs a function of ours in a process of its own: what a foreign file may do to it, it does not do to the program.

A reader of PDFs or pictures that hangs is ended after a while, one that crashes takes nothing with it, one that wants all
memory is refused it, and what recognising words took goes back when it is done. The process is spawned, as a window's
threads must not be copied, and nothing is written to disk on the way.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from app.errors import UserError

T = TypeVar("T")

MOST_MEMORY = 2 * 1024**3
"""Bytes of address space that opening a file may take; ordinary ones take a quarter of it."""
READING_MEMORY = 6 * 1024**3
"""Bytes of address space; recognising the words of an A3 page takes about two thousand million."""
LOOK_EVERY = 0.1
"""Seconds between two looks at whether the user has stopped the work."""


def run_apart(function: Callable[..., T], *args: Any, seconds: float, watch: Callable[[], None] = lambda: None) -> T:
    """Call a function of a module with these arguments; they and its result travel as pickles between our own processes.

    Args:
        seconds: after so long the process is ended.
        watch: called ten times a second; may raise `Cancelled`, which ends the process.

    Raises:
        UserError: what the function raised; `blanks.reading_took_long`, `blanks.reading_broke` when it crashed.
    """
    here, there = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_work, args=(there, function, args), daemon=True)
    process.start()
    there.close()
    ends = time.monotonic() + seconds
    try:
        while not here.poll(LOOK_EVERY):
            watch()
            if time.monotonic() > ends:
                raise UserError("blanks.reading_took_long", seconds=round(seconds))
        kind, *found = here.recv()
    except (EOFError, OSError) as error:
        raise UserError("blanks.reading_broke") from error
    finally:
        here.close()
        process.kill()
        process.join()
        process.close()
    if kind == "done":
        result: T = found[0]
        return result
    if kind == "refused":
        code, facts = found
        raise UserError(code, **facts)
    raise UserError("blanks.reading_broke")


def _work(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """In the other process: whatever happens, one answer goes back, or the pipe breaks."""
    bound_memory(MOST_MEMORY)
    try:
        answer: tuple[Any, ...] = ("done", function(*args))
    except UserError as error:
        answer = ("refused", error.code, dict(error.facts))
    except Exception:  # noqa: BLE001 - readers raise many families on foreign files; the other side says one sentence
        answer = ("broke",)
    pipe.send(answer)
    pipe.close()


def bound_memory(most: int) -> None:
    """In the other process: how many bytes of address space it may take from now on."""
    # Windows has no such limit; there the system's own has to do.
    if find_spec("resource") is None:
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))

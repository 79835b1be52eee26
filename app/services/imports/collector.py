"""Keeps Python's garbage collector still while hundreds of thousands of values are built that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """No automatic collection within the block: each would walk over every value of the import and free none.

    Values without cycles are freed as always. Harmless when nested or used by two threads at once: the one
    that found the collector running starts it again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

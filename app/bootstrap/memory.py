"""The memory of the process: Python's collector around the start, and blocks of a million ids that go back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys

_M_MMAP_THRESHOLD = -3
_LARGE = 1 << 20


def hold_collector() -> None:
    """No garbage collection while the program is loaded: a fifth of the start would go to walks over what stays anyway."""
    gc.disable()


def settle_collector() -> None:
    """Collect from now on, and leave out what the start has made: a scroll never waits for a walk over the program."""
    gc.freeze()
    gc.enable()


def give_large_blocks_back() -> None:
    """Have the C library keep no freed block of a megabyte and more, which a list of ids that is sorted anew leaves behind.

    glibc takes such blocks from the system one by one at first, but learns from the first large one that is freed to keep
    up to 32 MB for itself. Said once, the limit stays: at 1,000,000 subjects some 40 MB less after an hour of sorting.
    Elsewhere nothing is to be done.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
    except (OSError, AttributeError):
        # Another C library, which does not learn that.
        return

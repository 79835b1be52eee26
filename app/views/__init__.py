"""All of Qt."""

from __future__ import annotations

import ctypes
import sys

_HELD = 1 << 40


def _hold_constants() -> None:
    """Keep `None`, `True` and `False` from being used up.

    WORKAROUND: measured with PySide6 6.12 on Python 3.11: each call of a method that returns nothing gives one
    reference to `None` away (`label.setText("…")`: -1), and booleans are given away in other places. Since Python 3.12
    these objects are immortal (PEP 683) and nothing comes of it; before, an hour's scrolling ends in "deallocating
    None". So they get more references here than any run can spend.
    """
    if sys.version_info >= (3, 12) or hasattr(sys, "getobjects"):
        return
    for constant in (None, True, False):
        # The count is the first word of every object in CPython without reference tracing.
        ctypes.c_ssize_t.from_address(id(constant)).value += _HELD


_hold_constants()

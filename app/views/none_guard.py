"""Keeps `None` alive under PySide6 wheels on Python 3.10 and 3.11.

The wheels of PySide6 6.12 are built against headers of Python 3.12 or newer, in which `None` needs no counting. On older
interpreters every call of Qt that returns nothing takes one reference to `None` away without having added one;
after some thousand calls (measured: 5,122 on Python 3.11) the interpreter stops with "deallocating None".
"""

from __future__ import annotations

import ctypes
import platform
import sys

FIRST_IMMORTAL = (3, 12)
_PLENTY = 1 << 40


def keep_none() -> None:
    """Give `None` more references than a run can lose; does nothing where `None` is immortal anyway."""
    version = (sys.version_info.major, sys.version_info.minor)
    if platform.python_implementation() == "CPython" and version < FIRST_IMMORTAL:
        # The count is the first field of every object.
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY

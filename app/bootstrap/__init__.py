"""The window's composition root: starts everything in a written order, and ends it in the reverse.

Only this package and `app.cli` may import every layer.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence


def run_window(argv: Sequence[str]) -> int:
    """Open the window and return the exit code of the run."""
    hold_collector()
    from app.bootstrap.start import run

    return run(argv)


def hold_collector() -> None:
    """No garbage collection while the program is loaded: a fifth of the start would go to walks over what stays anyway."""
    gc.disable()


def settle_collector() -> None:
    """Collect from now on, and leave out what the start has made: a scroll never waits for a walk over the program."""
    gc.freeze()
    gc.enable()

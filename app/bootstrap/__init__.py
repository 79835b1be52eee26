"""The window's composition root: starts everything in a written order, and ends it in the reverse.

Only this package and `app.cli` may import every layer.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.bootstrap.memory import give_large_blocks_back, hold_collector


def run_window(argv: Sequence[str]) -> int:
    """Open the window and return the exit code of the run."""
    hold_collector()
    give_large_blocks_back()
    from app.bootstrap.start import run

    return run(argv)

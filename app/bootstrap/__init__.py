"""The window's composition root: starts everything in a written order, and ends it in the reverse.

Only this package and `app.cli` may import every layer.
"""

from __future__ import annotations

from collections.abc import Sequence


def run_window(argv: Sequence[str]) -> int:
    """Open the window and return the exit code of the run."""
    from app.bootstrap.start import run

    return run(argv)

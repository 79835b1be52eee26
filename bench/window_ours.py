"""A process of its own: the program's window over a store; says on standard output what the parent times.

    python -m bench.window_ours FOLDER [--work]

`usable` comes when the window stands, the first rows are painted and the table takes keys, `whole` when every row of the
store can be scrolled to. With `--work` the same window is then scrolled and sorted as by hand, and a line of JSON tells
the milliseconds and the memory.
"""

from __future__ import annotations

import sys

from app.bootstrap.memory import give_large_blocks_back, hold_collector


def main(argv: list[str]) -> int:
    """See the module; loads the program as `app.bootstrap.run_window` does."""
    hold_collector()
    give_large_blocks_back()
    from bench.window_session import run

    return run(argv)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Hands the arguments to the window or to the command line; nothing else."""

import sys


def main(argv: list[str]) -> int:
    """Without a command the window opens; with one the same work is done without it."""
    from app.cli import has_command

    if has_command(argv):
        from app.cli import run

        return run(argv)
    from app.bootstrap import run_window

    return run_window(argv)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

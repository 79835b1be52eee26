"""The command line: the same work as the window's, through the same services, for batches and for machines without a screen.

Importing this package costs nothing, because `main.py` asks it at every start; the program itself is loaded on the first command.
"""

from __future__ import annotations

from collections.abc import Sequence

_WITH_VALUE = frozenset({"--data-dir", "--lang", "--passphrase-file", "--database"})
_ALONE = frozenset({"--help", "-h", "--version"})


def has_command(argv: Sequence[str]) -> bool:
    """Whether these arguments ask for the command line: they hold a command's word, `--help` or `--version`.

    Options of Qt's own (`-platform offscreen`) carry their value with them and do not count.
    """
    words = iter(argv)
    for word in words:
        if word in _ALONE:
            return True
        if word in _WITH_VALUE or (word.startswith("-") and not word.startswith("--")):
            next(words, None)
        elif not word.startswith("-"):
            return True
    return False


def run(argv: Sequence[str]) -> int:
    """Do what the arguments say. 0: done, 2: the input is wrong, 1: our fault."""
    from app.cli.program import main

    return main(argv)

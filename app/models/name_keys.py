"""Sort keys of names: the order an agent expects without a collation library in the store."""

from __future__ import annotations


def name_key(name: str) -> bytes:
    """The GB18030 bytes of a name, Latin letters lower-cased.

    GB 2312 level 1, which holds the characters that nearly all names are written with, stands in pinyin
    order, the rarer ones by radical; bytes compare alike in every database.
    """
    # A lone surrogate cannot be encoded; names with one are refused long before, but sorting must not fail.
    return name.strip().lower().encode("gb18030", "replace")

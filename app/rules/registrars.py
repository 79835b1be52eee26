"""Whether a registrar stands on the list of approved ones (域名注册服务机构) that the desk brought, as far as that list tells.

No list is shipped: none with a source, a date and a licence was at hand. Three answers: on it, not on a list that says
of itself to be complete, or unknown: an incomplete list, or a name in another script than the list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.rules.domain_verification import has_hanzi, plain_name

_BEHIND = re.compile(r"[(（〔][^()（）〔〕]*[)）〕]\s*$")


@dataclass(frozen=True)
class RegistrarList:
    """A dated list of registrars' names; every name that a registrar goes by is an entry of its own."""

    names: tuple[str, ...]
    source: str
    as_of: date
    complete: bool = False

    def look_up(self, name: str) -> tuple[bool | None, str]:
        """Whether the registrar is on the list, or None and why: not_on_list, other_script.

        A remark in brackets behind the name, such as a trade name, is left out where the whole name is not found.
        """
        plain = plain_name(name)
        if plain in self._plain or plain_name(_BEHIND.sub("", name)) in self._plain:
            return True, ""
        if has_hanzi(name) not in self._scripts:
            return None, "registrar_other_script"
        return (False, "") if self.complete else (None, "registrar_not_on_list")

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(map(plain_name, self.names))

    @cached_property
    def _scripts(self) -> frozenset[bool]:
        """Whether the list has names with Chinese characters, and whether without: a name is missing from its own kind."""
        return frozenset(map(has_hanzi, self.names))


def names_of(cells: Iterable[str]) -> tuple[str, ...]:
    """Every name once, in order; several in a cell stand apart by line, semicolon or bar."""
    found: dict[str, str] = {}
    for cell in cells:
        for part in re.split(r"[\n;；|]", cell):
            name = re.sub(r"\s+", " ", part).strip()
            if name:
                found.setdefault(plain_name(name), name)
    return tuple(found.values())

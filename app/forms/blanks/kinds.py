"""Of which papers blanks can be kept: the provinces' tables of deregistration, and every letter that the program words itself.

A letter's blank is usually the access provider's own and holds for every province; it takes the fields that the
program's own letter takes, so that either can be filled with the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.forms.letters import letters

DEREGISTRATION = "deregistration"
ANYWHERE = ""
"""Stands for the province of a blank that holds for all of them."""


@dataclass(frozen=True, slots=True)
class BlankKind:
    """One kind of paper.

    `fields` are all that its blanks can print, empty for the table of deregistration, whose fields stand in
    `resources/blanks.toml`; without the `needed` ones a blank of it means nothing.
    """

    key: str
    title: str
    fields: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    province: str = ""
    """Only where one province alone has this paper."""

    @property
    def is_letter(self) -> bool:
        """Whether it stands in for a letter of the program's own words."""
        return self.key != DEREGISTRATION


@lru_cache(maxsize=1)
def blank_kinds() -> tuple[BlankKind, ...]:
    """Every kind, the table of deregistration first; a letter's kind has the letter's code."""
    newest = {spec.code: spec for spec in letters()}
    return (
        BlankKind(DEREGISTRATION, "备案注销申请表", needed=("target_filing_number", "applicant_name", "reason")),
        *(
            BlankKind(
                spec.code,
                f"{spec.title}{spec.subtitle}",
                spec.fields(),
                tuple(each.field for each in spec.blanks if each.required),
                spec.province,
            )
            for spec in newest.values()
        ),
    )


def blank_kind(key: str) -> BlankKind:
    """One kind.

    Raises:
        KeyError: there is none of this name.
    """
    return {each.key: each for each in blank_kinds()}[key]

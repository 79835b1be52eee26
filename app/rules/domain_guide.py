"""What the manual teaches of domain verification and of hollow sites, as statements for the guide's pages.

The same file, `resources/domain_verification.toml`, is what the checks judge by (`domain_verification.py`, `hollow.py`);
here it is told: on what ground, which domains, which rules with how to check and what to do, which messages, and what
makes a site hollow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.guidance import Mark, Said

_PARTS = {"how_to_check": "怎么查", "on_failure": "不合格时", "exceptions": "例外"}
_HOLLOW_ZH = {"yes": "算空壳", "no": "不算空壳", "not_stated": "手册没有写"}
_EVIDENCE = "证据"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Said):
    """A statement with what stands before it (`lead`) and what is to be done about it (`actions`)."""

    lead: str = ""
    actions: tuple[str, ...] = ()


def verification_ground() -> tuple[Told, ...]:
    """On what ground domains are verified, and when."""
    return tuple(_told(each) for each in _data()["basis"]["statements"])


def verification_scope() -> tuple[Told, ...]:
    """Which domains each kind of filing has verified, with what other pages say of it."""
    return tuple(_scope())


def verification_rules() -> tuple[Told, ...]:
    """Every rule, followed by how to check it, what to do where it fails, its exceptions and its evidence."""
    return tuple(_rules())


def domain_holders() -> tuple[Told, ...]:
    """In whose name a domain may stand, and what proves it."""
    return tuple(
        _told(
            each,
            text=each["accepted"],
            lead=each["who"],
            actions=tuple(f"证明：{paper}" for paper in each["proof"]),
            note="；".join(filter(None, ("、".join(each.get("provinces", ())), each.get("note", "")))),
        )
        for each in _data()["owner_relation"]
    )


def failure_messages() -> tuple[Told, ...]:
    """What systems and reviewers write when a domain fails, with cause and remedy."""
    return tuple(
        _told(each, lead=each.get("kind", "提示"), actions=(f"原因：{each['cause']}", *each["actions"]))
        for each in _data()["failure_prompt"]
    )


def hollow_conditions() -> tuple[Told, ...]:
    """What makes a site hollow: the two conditions, then case by case where the domain resolves to."""
    hollow = _data()["hollow_site"]
    cases = (
        _told(each, text=f"{_HOLLOW_ZH[each['hollow']]}：{each['why']}", lead=each["resolves_to"])
        for each in hollow["resolution_case"]
    )
    return (*(_told(each) for each in hollow["definition"]), *cases)


def hollow_course() -> tuple[Told, ...]:
    """How the audit of hollow sites goes on, and the ways to set it right."""
    hollow = _data()["hollow_site"]
    return (
        *(_told(each) for each in hollow["rules"]),
        *(_told(each, lead="整改") for each in hollow["rectification"]),
    )


def _scope() -> Iterator[Told]:
    for each in _data()["scope"]:
        yield _told(each, text=each["domains_verified"], lead=each["title"])
        for other in each.get("newer_or_other", ()):
            yield _told(other, lead=f"{each['title']}，另一说")


def _rules() -> Iterator[Told]:
    for each in _data()["rule"]:
        yield _told(each, text=each["statement"], lead=f"{each['order']}. {each['title']}")
        for part, lead in _PARTS.items():
            yield from (_told(one, lead=lead) for one in each[part])
        yield from (_told(one, text=one["what"], lead=_EVIDENCE, note=one["where"]) for one in each["evidence"])


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_toml("domain_verification.toml")


def _told(
    table: Mapping[str, Any], *, text: str = "", lead: str = "", actions: tuple[str, ...] = (), note: str = ""
) -> Told:
    return Told(
        text=text or table["text"],
        source=table["source"],
        as_of=table["as_of"],
        marks=tuple(mark for mark in Mark if table.get(mark.value) is True),
        topic=table.get("topic", ""),
        note=note or table.get("note", ""),
        lead=lead,
        actions=actions,
    )

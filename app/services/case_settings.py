"""What the desk has agreed on, kept in the store: watermark, purging after closing, and the words of replies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem
from app.models.setting import Setting
from app.rules.procedure_providers import provider
from app.services import audit
from app.services.flows.draft import Mark

KEY = "desk"
MOST_DAYS = 3_650
LONGEST = 100
PLACES = ("tiled", "middle", "foot")
STRENGTHS = ("light", "normal", "strong")


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The rules.

    Attributes:
        purge_days: how many days after closing the files of a case are removed for good; 0 means never.
        watermark: whether copies of identity papers are marked with their purpose.
        watermark_text: written instead of the purpose that the packet words itself; empty means the packet's own words.
        watermark_place: `tiled` all over, `middle` once, `foot` once at the lower edge.
        watermark_strength: `light`, `normal`, `strong`.
        provider_name: the access provider's full name, as letters and replies write it.
        agent_name, contact_channel: as replies name them.
    """

    purge_days: int = 90
    watermark: bool = True
    watermark_text: str = ""
    watermark_place: str = "tiled"
    watermark_strength: str = "normal"
    provider_name: str = ""
    agent_name: str = ""
    contact_channel: str = ""

    def problems(self) -> list[Problem]:
        """What cannot be kept."""
        from app.forms.fonts import Family, FontSet  # late: fonts take a while, and rules are read at every start

        found = []
        if not 0 <= self.purge_days <= MOST_DAYS:
            found.append(Problem("purge_days", "cases.days_out_of_range"))
        for name in ("watermark_text", "provider_name", "agent_name", "contact_channel"):
            length = len(getattr(self, name))
            if length > LONGEST:
                found.append(Problem(name, "cases.too_long", {"length": length, "longest": LONGEST}))
        missing = FontSet.shared().missing(self.watermark_text, Family.SANS)
        if missing:
            found.append(Problem("watermark_text", "packet.watermark_glyph", {"characters": tuple(missing)}))
        return found

    @property
    def mark(self) -> Mark:
        """How copies of identity papers are marked."""
        return Mark(self.watermark, self.watermark_text, self.watermark_place, self.watermark_strength)


class DeskSettings:
    """Reads and keeps the rules."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def get(self) -> DeskRules:
        """The rules as they are; what a newer or older version wrote and this one cannot use is the default."""
        with self._database.read() as session:
            return desk_rules(session)

    def save(self, rules: DeskRules) -> None:
        """Keep other rules.

        Raises:
            Invalid: with a problem for each field.
        """
        if problems := rules.problems():
            raise Invalid(problems)
        with self._database.transaction() as session:
            before = desk_rules(session)
            kept = session.scalars(select(Setting).where(Setting.key == KEY)).first()
            if kept is None:
                session.add(Setting(key=KEY, value=asdict(rules)))
            else:
                kept.value = asdict(rules)
            changed = sorted(
                each.name for each in fields(rules) if getattr(before, each.name) != getattr(rules, each.name)
            )
            audit.record(session, self._actor, "change", "setting", None, {"fields": changed})


def desk_rules(session: Session) -> DeskRules:
    """The rules, read in a transaction that needs them."""
    value: Any = session.scalar(select(Setting.value).where(Setting.key == KEY))
    if not isinstance(value, Mapping):
        return DeskRules()
    standard = DeskRules()
    known = {
        each.name: value[each.name]
        for each in fields(DeskRules)
        if each.name in value and type(value[each.name]) is type(getattr(standard, each.name))
    }
    rules = DeskRules(**known)
    known_mark = rules.watermark_place in PLACES and rules.watermark_strength in STRENGTHS
    return rules if known_mark and 0 <= rules.purge_days <= MOST_DAYS else standard


def desk_rules_of(database: Database | None) -> DeskRules:
    """The rules of a store; the usual ones without one."""
    if database is None:
        return DeskRules()
    with database.read() as session:
        return desk_rules(session)


def provider_name(session: Session) -> str:
    """What letters to the access provider begin with: the desk's own words, else the name in the provider's profile."""
    return desk_rules(session).provider_name or provider().name

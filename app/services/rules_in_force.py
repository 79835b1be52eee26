"""The rules in force at this desk: read from the store once for a piece of work, then handed on as plain data.

Everything that acts on what a province asks begins here or with `rules.in_force.SHIPPED`; `tests/test_architecture.py` fails where
somebody reads the shipped rules past it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.models.rule_overlay import RuleOverlay, RuleOverlayRow
from app.rules.change_rules import Rule, Value
from app.rules.in_force import SHIPPED, RulesInForce


def rules_in_force(session: Session) -> RulesInForce:
    """The rules in force as this transaction sees them."""
    query = select(RuleOverlay).where(RuleOverlay.withdrawn.is_(False)).order_by(RuleOverlay.id)
    overlays = tuple(rule_of(RuleOverlayRow.of(each)) for each in session.scalars(query))
    return RulesInForce(overlays) if overlays else SHIPPED


def rules_of_desk(database: Database | None) -> RulesInForce:
    """The rules in force in a store; the shipped ones without one."""
    if database is None:
        return SHIPPED
    with database.read() as session:
        return rules_in_force(session)


def rule_of(row: RuleOverlayRow) -> Rule:
    """A kept rule as the merged view shows it."""
    value: Any = row.value
    plain: Value = tuple(value) if isinstance(value, list) else value
    return Rule(
        province=row.province,
        area=row.area,
        key=row.rule_key,
        value=plain,
        text_zh=row.text_zh,
        source=row.source,
        as_of=row.as_of,
        confidence=row.confidence,
        note_zh=row.note_zh,
        overlay=True,
        replaces=row.replaces,
    )

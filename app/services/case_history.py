"""The history of a case: its own events and those of its check list, enclosures and papers, in one line of time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.models.audit_event import AuditEvent
from app.models.case import CaseItem
from app.models.document import Document
from app.models.material import Material

MOST = 300


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One event. `record` is case, case_item, material or document; `title` names the line, enclosure or paper."""

    at: datetime
    actor: str
    action: str
    record: str
    title: str
    detail: Mapping[str, Any]


def history_of(session: Session, case_id: int, limit: int = MOST) -> list[CaseEvent]:
    """The events of a case, the newest first."""
    titles: dict[tuple[str, int], str] = {("case", case_id): ""}
    parts: tuple[tuple[str, type[CaseItem | Material | Document]], ...] = (
        ("case_item", CaseItem),
        ("material", Material),
        ("document", Document),
    )
    for kind, record in parts:
        for part_id, title in session.execute(select(record.id, record.title).where(record.case_id == case_id)):
            titles[(kind, part_id)] = title
    wanted = [
        and_(AuditEvent.record == kind, AuditEvent.record_id.in_([each for name, each in titles if name == kind]))
        for kind in {name for name, _ in titles}
    ]
    query = select(AuditEvent).where(or_(*wanted)).order_by(AuditEvent.at.desc(), AuditEvent.id.desc()).limit(limit)
    return [
        CaseEvent(
            each.at, each.actor, each.action, each.record, titles[(each.record, each.record_id or 0)], each.detail
        )
        for each in session.scalars(query)
    ]

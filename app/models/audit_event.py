"""Audit events: who did what to which record, and when; never the values themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Key, Recorded, UtcDateTime, utc_now
from app.models.row import Row


class AuditEvent(Recorded, Base):
    """One event. `record_id` is no reference: the event outlives its record. `detail` holds names and counts only."""

    __tablename__ = "audit_event"

    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=utc_now)
    actor: Mapped[str] = mapped_column(String(200), nullable=False)
    action: Mapped[str] = mapped_column(String(20), nullable=False)
    record: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    record_id: Mapped[int | None] = mapped_column(Key)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (Index(None, "record", "record_id"), Index(None, "at"))


@dataclass(frozen=True, slots=True)
class AuditEventRow(Row):
    """An event as it was read."""

    at: datetime
    actor: str
    action: str
    record: str
    record_id: int | None
    detail: dict[str, Any]

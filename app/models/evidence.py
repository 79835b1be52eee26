"""Evidence: what a check saw, who looked, from where and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Key, Recorded, UtcDateTime
from app.models.row import Row


class Evidence(Recorded, Base):
    """One observation with one of three outcomes; `unknown` is never read as `fail`."""

    __tablename__ = "evidence"

    case_id: Mapped[int | None] = mapped_column(Key, ForeignKey("case.id", ondelete="SET NULL"))
    subject_id: Mapped[int | None] = mapped_column(Key, ForeignKey("subject.id", ondelete="SET NULL"))
    site_id: Mapped[int | None] = mapped_column(Key, ForeignKey("site.id", ondelete="SET NULL"))
    check: Mapped[str] = mapped_column(String(64), nullable=False)
    outcome: Mapped[str] = mapped_column(String(16), nullable=False)
    observed: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)
    observer: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    place: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("outcome IN ('pass', 'fail', 'unknown')", name="outcome"),
            *(Index(None, column) for column in ("case_id", "subject_id", "site_id", "seen_at")),
        )


@dataclass(frozen=True, slots=True)
class EvidenceRow(Row):
    """An observation as it was read."""

    case_id: int | None
    subject_id: int | None
    site_id: int | None
    check: str
    outcome: str
    observed: dict[str, Any]
    observer: str
    place: str
    seen_at: datetime
    expires_at: datetime | None

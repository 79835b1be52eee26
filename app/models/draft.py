"""Drafts: wizards half done, kept as they are typed and offered again after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Dated, Key, Recorded
from app.models.row import Row


class Draft(Recorded, Dated, Base):
    """One run of a wizard: its flow, the step it stands at, and the answers so far (JSON)."""

    __tablename__ = "draft"

    flow: Mapped[str] = mapped_column(String(40), nullable=False)
    title: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    step: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)
    subject_id: Mapped[int | None] = mapped_column(Key, ForeignKey("subject.id", ondelete="SET NULL"))
    site_id: Mapped[int | None] = mapped_column(Key, ForeignKey("site.id", ondelete="SET NULL"))
    case_id: Mapped[int | None] = mapped_column(Key, ForeignKey("case.id", ondelete="SET NULL"))

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return tuple(Index(None, column) for column in ("flow", "updated_at", "subject_id", "site_id", "case_id"))


@dataclass(frozen=True, slots=True)
class DraftRow(Row):
    """A draft as it was read."""

    flow: str
    title: str
    step: str
    answers: dict[str, Any]
    subject_id: int | None
    site_id: int | None
    case_id: int | None
    created_at: datetime
    updated_at: datetime

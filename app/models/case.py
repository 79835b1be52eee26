"""Cases: one ticket on the agent's desk, with its check list and deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Dated, Key, Recorded, UtcDateTime
from app.models.row import Row

_INDEXED = (
    "ticket_number",
    "customer",
    "procedure",
    "province",
    "state",
    "owner",
    "subject_id",
    "site_id",
    "filing_number",
    "due_on",
    "closed_at",
    "created_at",
    "updated_at",
)


class Case(Recorded, Dated, Base):
    """A case. `due_steps` is the arithmetic of the deadline, as `rules.workdays` said it, to be shown again."""

    __tablename__ = "case"

    number: Mapped[str] = mapped_column(String(32), nullable=False)
    ticket_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    customer: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    procedure: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    province: Mapped[str] = mapped_column(String(32), nullable=False, default="")
    state: Mapped[str] = mapped_column(String(32), nullable=False, default="open")
    owner: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    subject_id: Mapped[int | None] = mapped_column(Key, ForeignKey("subject.id", ondelete="SET NULL"))
    site_id: Mapped[int | None] = mapped_column(Key, ForeignKey("site.id", ondelete="SET NULL"))
    filing_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    title: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    due_on: Mapped[date | None] = mapped_column(Date)
    due_provisional: Mapped[bool] = mapped_column(Boolean, nullable=False, default=False)
    due_steps: Mapped[list[Any]] = mapped_column(JSON, nullable=False, default=list)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closing_reason: Mapped[str] = mapped_column(Text, nullable=False, default="")
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("number"),
            CheckConstraint(
                "state IN ('open', 'waiting_customer', 'waiting_provider', 'waiting_administration', 'closed')",
                name="state",
            ),
            *(Index(None, column) for column in _INDEXED),
        )


class CaseItem(Recorded, Base):
    """One line of a case's check list, copied from the procedure when the case began.

    `due_at` is the moment a clock runs out that waits for nobody: the text message of the ministry lives 24 hours.
    """

    __tablename__ = "case_item"

    case_id: Mapped[int] = mapped_column(Key, ForeignKey("case.id", ondelete="CASCADE"), nullable=False)
    position: Mapped[int] = mapped_column(Integer, nullable=False)
    kind: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    title: Mapped[str] = mapped_column(String(400), nullable=False)
    required: Mapped[bool] = mapped_column(Boolean, nullable=False, default=True)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    material_id: Mapped[int | None] = mapped_column(Key, ForeignKey("material.id", ondelete="SET NULL"))

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("case_id", "position"), Index(None, "material_id"), Index(None, "due_at"))


@dataclass(frozen=True, slots=True)
class CaseRow(Row):
    """A case as it was read."""

    number: str
    ticket_number: str
    customer: str
    procedure: str
    province: str
    state: str
    owner: str
    subject_id: int | None
    site_id: int | None
    filing_number: str
    title: str
    due_on: date | None
    due_provisional: bool
    due_steps: list[Any]
    closed_at: datetime | None
    closing_reason: str
    note: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class CaseItemRow(Row):
    """A check list line as it was read."""

    case_id: int
    position: int
    kind: str
    title: str
    required: bool
    done_at: datetime | None
    done_by: str
    note: str
    due_at: datetime | None
    material_id: int | None

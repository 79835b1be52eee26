"""Subjects (主体): units and individuals that hold filings, as registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.db.base import Base, Dated, Key, Recorded
from app.models.name_keys import name_key
from app.models.row import Row

SORTABLE = (
    "kind",
    "nature",
    "name_key",
    "province",
    "certificate_type",
    "certificate_number",
    "lead_name",
    "lead_phone",
    "state",
    "filed_on",
    "account_id",
    "site_count",
    "created_at",
    "updated_at",
)
"""Columns with an index of their own, beside `filing_number`, which is unique. SQLite's indexes end in the id, so
`ORDER BY column, id` over a million rows reads one index and sorts nothing."""


class Subject(Recorded, Dated, Base):
    """A subject with its lead; the lead belongs to the filing, so it is not a `Contact`."""

    __tablename__ = "subject"

    kind: Mapped[str] = mapped_column(String(16), nullable=False)
    nature: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    name_key: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)
    province: Mapped[str] = mapped_column(String(32), nullable=False, default="")
    filing_number: Mapped[str | None] = mapped_column(String(64))
    certificate_type: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    certificate_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    certificate_address: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    address: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    lead_name: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    lead_certificate_type: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    lead_certificate_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    lead_phone: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    lead_email: Mapped[str] = mapped_column(String(254), nullable=False, default="")
    emergency_phone: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    state: Mapped[str] = mapped_column(String(16), nullable=False, default="unknown")
    filed_on: Mapped[date | None] = mapped_column(Date)
    account_id: Mapped[int | None] = mapped_column(Key, ForeignKey("account.id", ondelete="SET NULL"))
    site_count: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("filing_number"),
            CheckConstraint("kind IN ('individual', 'unit')", name="kind"),
            CheckConstraint("state IN ('active', 'hollow', 'deregistered', 'unknown')", name="state"),
            *(Index(None, column) for column in SORTABLE),
        )

    @validates("name")
    def _sort_by(self, _key: str, name: str) -> str:
        self.name_key = name_key(name)
        return name


@dataclass(frozen=True, slots=True)
class SubjectRow(Row):
    """A subject as it was read."""

    kind: str
    nature: str
    name: str
    province: str
    filing_number: str | None
    certificate_type: str
    certificate_number: str
    certificate_address: str
    address: str
    lead_name: str
    lead_certificate_type: str
    lead_certificate_number: str
    lead_phone: str
    lead_email: str
    emergency_phone: str
    state: str
    filed_on: date | None
    account_id: int | None
    site_count: int
    note: str
    created_at: datetime
    updated_at: datetime

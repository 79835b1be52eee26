"""Sites (网站), and the apps, mini programs and quick apps filed in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.db.base import Base, Dated, Key, Recorded
from app.models.name_keys import name_key
from app.models.row import Row

SORTABLE = (
    "subject_id",
    "kind",
    "name_key",
    "domain",
    "lead_name",
    "lead_phone",
    "access_provider",
    "access_state",
    "state",
    "approved_on",
    "province",
    "subject_name_key",
    "created_at",
    "updated_at",
)
"""Columns with an index of their own, beside `filing_number`, which is unique."""


class Site(Recorded, Dated, Base):
    """A site under a subject. `province` and `subject_name` repeat the subject's, so that a table can sort by them."""

    __tablename__ = "site"

    subject_id: Mapped[int] = mapped_column(Key, ForeignKey("subject.id", ondelete="CASCADE"), nullable=False)
    kind: Mapped[str] = mapped_column(String(16), nullable=False, default="site")
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    name_key: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)
    filing_number: Mapped[str | None] = mapped_column(String(64))
    domain: Mapped[str] = mapped_column(String(253), nullable=False, default="")
    home_url: Mapped[str] = mapped_column(String(2048), nullable=False, default="")
    lead_name: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    lead_certificate_type: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    lead_certificate_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    lead_phone: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    lead_email: Mapped[str] = mapped_column(String(254), nullable=False, default="")
    access_provider: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    access_state: Mapped[str] = mapped_column(String(16), nullable=False, default="unknown")
    state: Mapped[str] = mapped_column(String(16), nullable=False, default="unknown")
    approved_on: Mapped[date | None] = mapped_column(Date)
    province: Mapped[str] = mapped_column(String(32), nullable=False, default="")
    subject_name: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    subject_name_key: Mapped[bytes] = mapped_column(LargeBinary, nullable=False, default=b"")
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("filing_number"),
            CheckConstraint("kind IN ('site', 'app', 'mini_program', 'quick_app')", name="kind"),
            CheckConstraint("access_state IN ('accessed', 'cancelled', 'unknown')", name="access_state"),
            CheckConstraint("state IN ('active', 'deregistered', 'unknown')", name="state"),
            *(Index(None, column) for column in SORTABLE),
        )

    @validates("name", "subject_name")
    def _sort_by(self, key: str, name: str) -> str:
        setattr(self, f"{key}_key", name_key(name))
        return name


@dataclass(frozen=True, slots=True)
class SiteRow(Row):
    """A site as it was read."""

    subject_id: int
    kind: str
    name: str
    filing_number: str | None
    domain: str
    home_url: str
    lead_name: str
    lead_certificate_type: str
    lead_certificate_number: str
    lead_phone: str
    lead_email: str
    access_provider: str
    access_state: str
    state: str
    approved_on: date | None
    province: str
    subject_name: str
    note: str
    created_at: datetime
    updated_at: datetime

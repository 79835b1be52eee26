"""People met in tickets: applicants, agents of applicants, and leads who are not those of the filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.db.base import Base, Dated, Key, Recorded
from app.models.name_keys import name_key
from app.models.row import Row


class Contact(Recorded, Dated, Base):
    """A person with role, papers and ways to reach them."""

    __tablename__ = "contact"

    name: Mapped[str] = mapped_column(String(200), nullable=False)
    name_key: Mapped[bytes] = mapped_column(LargeBinary, nullable=False)
    role: Mapped[str] = mapped_column(String(16), nullable=False)
    certificate_type: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    certificate_number: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    phone: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    email: Mapped[str] = mapped_column(String(254), nullable=False, default="")
    subject_id: Mapped[int | None] = mapped_column(Key, ForeignKey("subject.id", ondelete="SET NULL"))
    site_id: Mapped[int | None] = mapped_column(Key, ForeignKey("site.id", ondelete="SET NULL"))
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("role IN ('subject_lead', 'site_lead', 'agent', 'applicant')", name="role"),
            *(Index(None, column) for column in ("name_key", "role", "subject_id", "site_id")),
        )

    @validates("name")
    def _sort_by(self, _key: str, name: str) -> str:
        self.name_key = name_key(name)
        return name


@dataclass(frozen=True, slots=True)
class ContactRow(Row):
    """A contact as it was read."""

    name: str
    role: str
    certificate_type: str
    certificate_number: str
    phone: str
    email: str
    subject_id: int | None
    site_id: int | None
    note: str
    created_at: datetime
    updated_at: datetime

"""Domains of a site, the first of which is its primary one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Key, Recorded
from app.models.row import Row


class Domain(Recorded, Base):
    """A domain as filed: both spellings, the suffix, and what is known of its holder."""

    __tablename__ = "domain"

    site_id: Mapped[int] = mapped_column(Key, ForeignKey("site.id", ondelete="CASCADE"), nullable=False)
    position: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    ascii: Mapped[str] = mapped_column(String(253), nullable=False)
    unicode: Mapped[str] = mapped_column(String(253), nullable=False)
    suffix: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    holder_name: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    holder_certificate_type: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    registrar: Mapped[str] = mapped_column(String(200), nullable=False, default="")
    expires_on: Mapped[date | None] = mapped_column(Date)
    real_name_state: Mapped[str] = mapped_column(String(16), nullable=False, default="unknown")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("site_id", "position"), Index(None, "ascii"), Index(None, "suffix"))


@dataclass(frozen=True, slots=True)
class DomainRow(Row):
    """A domain as it was read."""

    site_id: int
    position: int
    ascii: str
    unicode: str
    suffix: str
    holder_name: str
    holder_certificate_type: str
    registrar: str
    expires_on: date | None
    real_name_state: str

"""Accounts at the access provider under which filings are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Dated, Recorded
from app.models.row import Row


class Account(Recorded, Dated, Base):
    """A provider account: its UID, login name and station (中国站 or 国际站). Passwords are never kept."""

    __tablename__ = "account"

    uid: Mapped[str] = mapped_column(String(64), nullable=False)
    login_name: Mapped[str] = mapped_column(String(254), nullable=False, default="")
    station: Mapped[str] = mapped_column(String(16), nullable=False, default="china")
    note: Mapped[str] = mapped_column(Text, nullable=False, default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("uid"),
            CheckConstraint("station IN ('china', 'international')", name="station"),
            Index(None, "login_name"),
        )


@dataclass(frozen=True, slots=True)
class AccountRow(Row):
    """An account as it was read."""

    uid: str
    login_name: str
    station: str
    note: str
    created_at: datetime
    updated_at: datetime

"""Settings that belong to the store, not to a machine (the provider's profile, the shop's sender address)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Recorded
from app.models.row import Row


class Setting(Recorded, Base):
    """One value by its key."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(100), nullable=False)
    value: Mapped[Any] = mapped_column(JSON, nullable=False)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("key"),)


@dataclass(frozen=True, slots=True)
class SettingRow(Row):
    """A setting as it was read."""

    key: str
    value: Any

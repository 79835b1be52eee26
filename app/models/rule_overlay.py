"""Rules that a lead of this desk corrected or added, beside the ones the program ships."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Dated, Recorded
from app.models.row import Row


class RuleOverlay(Recorded, Dated, Base):
    """One rule. `province` is a province's key or `common`; `as_of` is as precise as the source (2026-11); a withdrawn
    one stays for the history and no longer holds. `pack` is the hash of the file it came with, empty for one's own.
    `replaces` is the fingerprint of the statement it stands for where several stand side by side, else empty.
    """

    __tablename__ = "rule_overlay"

    province: Mapped[str] = mapped_column(String(32), nullable=False)
    area: Mapped[str] = mapped_column(String(32), nullable=False)
    rule_key: Mapped[str] = mapped_column(String(64), nullable=False)
    value: Mapped[Any] = mapped_column(JSON, nullable=False)
    text_zh: Mapped[str] = mapped_column(Text, nullable=False)
    note_zh: Mapped[str] = mapped_column(Text, nullable=False, default="")
    source: Mapped[str] = mapped_column(Text, nullable=False)
    as_of: Mapped[str] = mapped_column(String(32), nullable=False)
    confidence: Mapped[str] = mapped_column(String(32), nullable=False)
    author: Mapped[str] = mapped_column(String(200), nullable=False)
    pack: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    withdrawn: Mapped[bool] = mapped_column(Boolean, nullable=False, default=False)
    replaces: Mapped[str] = mapped_column(String(64), nullable=False, default="", server_default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (Index(None, "province", "rule_key"),)


@dataclass(frozen=True, slots=True)
class RuleOverlayRow(Row):
    """A rule overlay as it was read."""

    province: str
    area: str
    rule_key: str
    value: Any
    text_zh: str
    note_zh: str
    source: str
    as_of: str
    confidence: str
    author: str
    pack: str
    withdrawn: bool
    replaces: str
    created_at: datetime
    updated_at: datetime

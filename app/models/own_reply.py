"""Replies that this desk wrote itself, and shipped ones that it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Dated, Recorded
from app.models.row import Row


class OwnReply(Recorded, Dated, Base):
    """One template; with the id of a shipped one in `reply_id` it stands in its place."""

    __tablename__ = "own_reply"

    reply_id: Mapped[str] = mapped_column(String(120), nullable=False)
    procedure: Mapped[str] = mapped_column(String(64), nullable=False)
    stage: Mapped[str] = mapped_column(String(40), nullable=False)
    title: Mapped[str] = mapped_column(String(200), nullable=False)
    text: Mapped[str] = mapped_column(Text, nullable=False)
    author: Mapped[str] = mapped_column(String(200), nullable=False)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("reply_id"), Index(None, "procedure"))


@dataclass(frozen=True, slots=True)
class OwnReplyRow(Row):
    """A reply of one's own as it was read."""

    reply_id: str
    procedure: str
    stage: str
    title: str
    text: str
    author: str
    created_at: datetime
    updated_at: datetime

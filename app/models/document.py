"""Documents: papers made, with everything needed to print them again as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, Key, Recorded, UtcDateTime, utc_now
from app.models.row import Row


class Document(Recorded, Base):
    """A paper: the form and edition it was made from, its values, its recipe, the SHA-256 (hex) of the PDF, and how it went out."""

    __tablename__ = "document"

    case_id: Mapped[int] = mapped_column(Key, ForeignKey("case.id", ondelete="CASCADE"), nullable=False)
    kind: Mapped[str] = mapped_column(String(40), nullable=False)
    title: Mapped[str] = mapped_column(String(400), nullable=False)
    form_code: Mapped[str] = mapped_column(String(100), nullable=False, default="")
    form_edition: Mapped[str] = mapped_column(String(40), nullable=False, default="")
    values: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)
    recipe: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False, default=dict)
    sha256: Mapped[str] = mapped_column(String(64), nullable=False, default="")
    pages: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=utc_now)
    sent_on: Mapped[date | None] = mapped_column(Date)
    carrier: Mapped[str] = mapped_column(String(100), nullable=False, default="", server_default="")
    tracking_number: Mapped[str] = mapped_column(String(100), nullable=False, default="", server_default="")

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (Index(None, "case_id"), Index(None, "form_code"), Index(None, "made_at"))


@dataclass(frozen=True, slots=True)
class DocumentRow(Row):
    """A document as it was read."""

    case_id: int
    kind: str
    title: str
    form_code: str
    form_edition: str
    values: dict[str, Any]
    recipe: dict[str, Any]
    sha256: str
    pages: int
    made_at: datetime
    sent_on: date | None
    carrier: str
    tracking_number: str

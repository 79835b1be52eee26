"""Official blanks that were brought in: the file as it came, what is printed on, and each mapping it was used with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.db.base import Base, Dated, Key, Recorded, UtcDateTime, utc_now
from app.models.row import Row


class Blank(Recorded, Dated, Base):
    """One blank of one province: facts, mapping in the making, and the two files by their SHA-256 (hex).

    `original` is the file as it was brought in and never changes; `paper` is the harmless PDF that is printed on;
    `converted` is the PDF between them where the file is a text document, because another LibreOffice lays it out otherwise.
    `effective_from` and `effective_until` are the first and the last day on which it is the current edition.
    """

    __tablename__ = "blank"

    kind: Mapped[str] = mapped_column(String(40), nullable=False)
    province: Mapped[str] = mapped_column(String(40), nullable=False)
    edition: Mapped[str] = mapped_column(String(30), nullable=False)
    title: Mapped[str] = mapped_column(String(200), nullable=False)
    state: Mapped[str] = mapped_column(String(16), nullable=False, default="draft")
    issued_on: Mapped[date | None] = mapped_column(Date)
    effective_from: Mapped[date | None] = mapped_column(Date)
    effective_until: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(400), nullable=False, default="")
    note: Mapped[str] = mapped_column(String(2000), nullable=False, default="")
    findings: Mapped[list[Any]] = mapped_column(JSON, nullable=False, default=list)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False)
    revision: Mapped[int] = mapped_column(Integer, nullable=False, default=0)
    file_name: Mapped[str] = mapped_column(String(255), nullable=False)
    media_type: Mapped[str] = mapped_column(String(100), nullable=False)
    original_sha256: Mapped[str] = mapped_column(String(64), nullable=False)
    paper_sha256: Mapped[str] = mapped_column(String(64), nullable=False)
    original: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False, sort_order=98))
    paper: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False, sort_order=99))
    converted: Mapped[bytes | None] = deferred(mapped_column(LargeBinary, sort_order=100))

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("state IN ('draft', 'current', 'withdrawn')", name="state"),
            UniqueConstraint("kind", "province", "edition"),
            Index(None, "original_sha256"),
        )


class BlankRevision(Recorded, Base):
    """A mapping as papers were printed with it; never changed, so that they print again."""

    __tablename__ = "blank_revision"

    blank_id: Mapped[int] = mapped_column(Key, ForeignKey("blank.id", ondelete="RESTRICT"), nullable=False)
    number: Mapped[int] = mapped_column(Integer, nullable=False)
    title: Mapped[str] = mapped_column(String(200), nullable=False)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False)
    sha256: Mapped[str] = mapped_column(String(64), nullable=False)
    published_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=utc_now)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("blank_id", "number"),)


@dataclass(frozen=True, slots=True)
class BlankRow(Row):
    """What is known of a blank without its files."""

    kind: str
    province: str
    edition: str
    title: str
    state: str
    issued_on: date | None
    effective_from: date | None
    effective_until: date | None
    source: str
    note: str
    findings: list[Any]
    mapping: dict[str, Any]
    revision: int
    file_name: str
    media_type: str
    original_sha256: str
    paper_sha256: str
    created_at: datetime
    updated_at: datetime

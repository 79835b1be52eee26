"""Materials: enclosures wanted or received for a case, and the files themselves, kept inside the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.db.base import Base, Dated, Key, Recorded, UtcDateTime, utc_now
from app.models.row import Row


class StoredFile(Recorded, Base):
    """A file by its SHA-256 (hex), and when it last came in; the bytes are read only when asked for."""

    __tablename__ = "stored_file"

    sha256: Mapped[str] = mapped_column(String(64), nullable=False)
    media_type: Mapped[str] = mapped_column(String(100), nullable=False)
    name: Mapped[str] = mapped_column(String(255), nullable=False)
    size: Mapped[int] = mapped_column(Integer, nullable=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=utc_now)
    data: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False, sort_order=99))

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("sha256"),)


class FileOrigin(Recorded, Base):
    """How a stored file was made from others that came: `steps` name them by SHA-256 (`services.made_files`)."""

    __tablename__ = "file_origin"

    file_id: Mapped[int] = mapped_column(Key, ForeignKey("stored_file.id", ondelete="CASCADE"), nullable=False)
    steps: Mapped[dict[str, Any]] = mapped_column(JSON, nullable=False)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("file_id"),)


class Material(Recorded, Dated, Base):
    """An enclosure of a case, with its file once it has come.

    `findings` are codes and facts of what the picture was found to lack; after `purged_at` the file is gone for good.
    """

    __tablename__ = "material"

    case_id: Mapped[int] = mapped_column(Key, ForeignKey("case.id", ondelete="CASCADE"), nullable=False)
    kind: Mapped[str] = mapped_column(String(40), nullable=False)
    title: Mapped[str] = mapped_column(String(400), nullable=False)
    state: Mapped[str] = mapped_column(String(16), nullable=False, default="wanted")
    file_id: Mapped[int | None] = mapped_column(Key, ForeignKey("stored_file.id", ondelete="RESTRICT"))
    findings: Mapped[list[Any]] = mapped_column(JSON, nullable=False, default=list, server_default="[]")
    purged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        return (
            CheckConstraint("state IN ('wanted', 'received')", name="state"),
            Index(None, "case_id"),
            Index(None, "file_id"),
        )


@dataclass(frozen=True, slots=True)
class StoredFileRow(Row):
    """What is known of a stored file without its bytes."""

    sha256: str
    media_type: str
    name: str
    size: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class MaterialRow(Row):
    """A material as it was read."""

    case_id: int
    kind: str
    title: str
    state: str
    file_id: int | None
    findings: list[Any]
    purged_at: datetime | None
    created_at: datetime
    updated_at: datetime

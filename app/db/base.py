"""What every mapped record shares: the metadata with constraint names by convention, keys, versions, moments.

How unknown is kept: text that is not known is the empty string, never NULL, so that a filter or a
comparison needs one test; dates, references and the two unique filing numbers are NULL.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Integer, MetaData
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Key = BigInteger().with_variant(Integer(), "sqlite")
"""The type of a record's id: 64 bits everywhere; on SQLite it must be spelt INTEGER to be the rowid."""


def utc_now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC without zone in the store. A naive moment is a bug of ours."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Python to store."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Store to Python."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The root of every mapped class; its metadata is what a fresh store must equal."""

    metadata = MetaData(naming_convention=NAMING)


class Recorded:
    """Mixed into each record: its id, never used twice, and the version that catches a second editor."""

    id: Mapped[int] = mapped_column(Key, primary_key=True, sort_order=-3)
    version: Mapped[int] = mapped_column(Integer, nullable=False, sort_order=-2)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.version}

    @declared_attr.directive
    def __table_args__(cls) -> Any:  # noqa: N805
        return (*cls._more_table_args(), {"sqlite_autoincrement": True})

    @classmethod
    def _more_table_args(cls) -> tuple[Any, ...]:
        """Indexes and constraints of this record beyond those of its columns."""
        return ()


class Dated:
    """Mixed into records that say when they were made and last changed (UTC)."""

    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False, default=utc_now, sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(
        UtcDateTime, nullable=False, default=utc_now, onupdate=utc_now, sort_order=91
    )

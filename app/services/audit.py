"""The history: who did what to which record, and when. Names of fields and counts are noted, values never."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.models.audit_event import AuditEvent, AuditEventRow

ACTIONS = frozenset(
    {
        "create",
        "change",
        "delete",
        "undo",
        "reveal",
        "print",
        "export",
        "import",
        "backup",
        "restore",
        "merge",
        "close",
        "purge",
    }
)

# An audit log is read by more people than the records are. What may stand in it is short and of few kinds.
_LONGEST = 120
_MOST = 64


def record(
    session: Session,
    actor: str,
    action: str,
    kind: str = "",
    record_id: int | None = None,
    detail: Mapping[str, Any] | None = None,
    *,
    at: datetime | None = None,
) -> None:
    """Note an event in the transaction that makes it true.

    `detail` holds names of fields, codes, editions and counts: short texts, numbers, and lists of them.
    Anything else, or an unknown action, is a bug and raises `ValueError`.
    """
    if action not in ACTIONS:
        raise ValueError(f"no such action: {action}")
    kept = {name: _plain(value) for name, value in (detail or {}).items()}
    session.add(
        AuditEvent(at=at or utc_now(), actor=actor, action=action, record=kind, record_id=record_id, detail=kept)
    )


class Audit:
    """The history as one actor writes it within one transaction."""

    def __init__(self, session: Session, actor: str) -> None:
        self._session = session
        self._actor = actor

    def note(
        self, action: str, kind: str = "", record_id: int | None = None, detail: Mapping[str, Any] | None = None
    ) -> None:
        """See `record`."""
        record(self._session, self._actor, action, kind, record_id, detail)


class AuditLog:
    """Reading the history."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: str, record_id: int, limit: int = 200) -> list[AuditEventRow]:
        """The events of one record, newest first."""
        with self._database.read() as session:
            return events_of(session, kind, record_id, limit)

    def newest(self, limit: int = 200) -> list[AuditEventRow]:
        """The newest events of the whole store."""
        query = select(AuditEvent).order_by(AuditEvent.at.desc(), AuditEvent.id.desc()).limit(limit)
        with self._database.read() as session:
            return [AuditEventRow.of(event) for event in session.scalars(query)]


def events_of(session: Session, kind: str, record_id: int, limit: int = 200) -> list[AuditEventRow]:
    """The events of one record, newest first, within a session."""
    query = (
        select(AuditEvent)
        .where(AuditEvent.record == kind, AuditEvent.record_id == record_id)
        .order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
        .limit(limit)
    )
    return [AuditEventRow.of(event) for event in session.scalars(query)]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if len(value) > _LONGEST:
            raise ValueError("an audit detail is a name or a code, not a text")
        return value
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else list(value)
        if len(items) > _MOST:
            raise ValueError("an audit detail lists a few names, not records")
        return [_plain(each) for each in items]
    raise ValueError(f"an audit detail cannot hold {type(value).__name__}")

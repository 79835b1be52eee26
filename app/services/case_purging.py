"""Removing the files of cases that were closed long ago, by the rule of the desk; the list of them stays, and so does the note.

Apart from `materials`, since the program looks at every start and need not load what reads pictures for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.models.case import Case
from app.models.document import Document
from app.models.material import Material, StoredFile
from app.rules.case_states import CLOSED
from app.services import audit
from app.services.case_settings import desk_rules
from app.services.changes import Change


class Purging:
    """Keeps the rule on how long files stay."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def purge(self, now: datetime) -> Change:
        """Remove the files of cases that have been closed for longer than the rule allows; the list of them stays."""
        with self._database.transaction() as session:
            days = desk_rules(session).purge_days
            if not days:
                return Change()
            query = (
                select(Material)
                .join(Case, Case.id == Material.case_id)
                .where(Case.state == CLOSED, Case.closed_at < now - timedelta(days=days), Material.file_id.is_not(None))
                .order_by(Material.case_id)
            )
            counts: dict[int, int] = {}
            files: set[int] = set()
            for material in session.scalars(query).all():
                files.add(material.file_id or 0)
                counts[material.case_id] = counts.get(material.case_id, 0) + 1
                material.file_id, material.purged_at, material.findings = None, now, []
            session.flush()
            for file_id in files:
                drop_unused(session, file_id, even_for_papers=True)
            for case_id, count in counts.items():
                audit.record(session, self._actor, "purge", "case", case_id, {"files": count, "days": days}, at=now)
        return Change(cases=frozenset(counts))


def drop_unused(session: Session, file_id: int | None, *, even_for_papers: bool = False) -> None:
    """Remove a file that no enclosure holds any more; one that a paper is printed from stays until it is purged."""
    if file_id is None or session.scalar(select(func.count()).where(Material.file_id == file_id)):
        return
    stored = session.get(StoredFile, file_id)
    if stored is None:
        return
    if not even_for_papers:
        for recipe in session.scalars(select(Document.recipe)):
            if any(stored.sha256 in paper.get("files", ()) for paper in recipe.get("enclosures", ())):
                return
    session.execute(delete(StoredFile).where(StoredFile.id == file_id))

"""Removing the files of cases that were closed long ago, by the rule of the desk; the list of them stays, and so does the note.

Apart from `materials`, since the program looks at every start and need not load what reads pictures for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from app.db.database import Database
from app.models.case import Case
from app.models.material import Material, StoredFile
from app.rules.case_states import CLOSED
from app.services import audit
from app.services.case_settings import desk_rules
from app.services.changes import Change
from app.services.stored_files import drop_unused, sweep


class Purging:
    """Keeps the rule on how long files stay."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def purge(self, now: datetime) -> Change:
        """Remove the files of cases that have been closed for longer than the rule allows; the list of them stays.

        Files that nothing needs any more go as well, whatever the rule: what held them was removed and not brought back.
        """
        with self._database.transaction() as session:
            sweep(session, now)
            days = desk_rules(session).purge_days
            if not days:
                return Change()
            query = (
                select(Material, StoredFile.sha256)
                .join(Case, Case.id == Material.case_id)
                .join(StoredFile, StoredFile.id == Material.file_id)
                .where(Case.state == CLOSED, Case.closed_at < now - timedelta(days=days))
                .order_by(Material.case_id)
            )
            counts: dict[int, int] = {}
            files: set[str] = set()
            for material, sha256 in session.execute(query).all():
                files.add(sha256)
                counts[material.case_id] = counts.get(material.case_id, 0) + 1
                material.file_id, material.purged_at, material.findings = None, now, []
            drop_unused(session, files, even_for_papers=True)
            for case_id, count in counts.items():
                audit.record(session, self._actor, "purge", "case", case_id, {"files": count, "days": days}, at=now)
        return Change(cases=frozenset(counts))

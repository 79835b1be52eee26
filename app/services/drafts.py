"""Drafts: what a wizard was told so far, one row for each run, kept until it finishes or is thrown away.

The files that were enclosed are kept with it, in the store: a draft goes on when the stick they came from is gone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.models.draft import Draft, DraftRow
from app.models.material import StoredFile
from app.services.stored_files import drop_unused, hashes_of, keep_file

if TYPE_CHECKING:
    from app.services.pictures import Pictures

MOST_BYTES = 4 * 1024 * 1024


class Drafts:
    """Saving, offering and discarding drafts. The view calls `save` within a second of typing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def pictures(self) -> Pictures:
        """The pictures that drafts enclose."""
        from app.services.pictures import Pictures  # late: reads pictures, and drafts are looked for at every start

        return Pictures(self._database)

    def save(
        self,
        flow: str,
        answers: Mapping[str, Any],
        *,
        step: str = "",
        title: str = "",
        draft_id: int | None = None,
        subject_id: int | None = None,
        site_id: int | None = None,
        case_id: int | None = None,
    ) -> int:
        """Keep the answers (plain JSON values) of a run and return the draft's id; give it back at the next save.

        The last save wins: a draft belongs to the one wizard that is open on it. A draft that was discarded
        meanwhile is made anew, so that nothing typed is lost.

        Files under `enclosures` are read and kept on the way, and the answers kept name them by `sha256`; one that
        cannot be read stays a path, to be named as missing where it is needed. Files that the answers no longer hold go.

        Raises:
            UserError: `store.draft_too_big` above 4 MiB, and the failures of a transaction.
        """
        size = len(json.dumps(answers, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        if size > MOST_BYTES:
            raise UserError("store.draft_too_big", megabytes=MOST_BYTES // 1024 // 1024)
        with self._database.transaction() as session:
            draft = session.get(Draft, draft_id) if draft_id is not None else None
            if draft is None:
                draft = Draft(flow=flow)
                session.add(draft)
            draft.flow, draft.step, draft.title = flow, step, title[:400]
            before = hashes_of(draft.answers or {})
            draft.answers = _with_files(session, answers)
            draft.subject_id, draft.site_id, draft.case_id = subject_id, site_id, case_id
            # Saved again unchanged, a draft still counts as touched: the newest is offered first.
            draft.updated_at = utc_now()
            drop_unused(session, before - hashes_of(draft.answers))
            return draft.id

    def load(self, draft_id: int) -> DraftRow:
        """One draft.

        Raises:
            UserError: `store.draft_gone`.
        """
        with self._database.read() as session:
            draft = session.get(Draft, draft_id)
            if draft is None:
                raise UserError("store.draft_gone")
            return DraftRow.of(draft)

    def all(self, flow: str | None = None, limit: int = 100) -> list[DraftRow]:
        """The drafts, of one flow or of all, last touched first."""
        query = select(Draft).order_by(Draft.updated_at.desc(), Draft.id.desc()).limit(limit)
        if flow is not None:
            query = query.where(Draft.flow == flow)
        with self._database.read() as session:
            return [DraftRow.of(draft) for draft in session.scalars(query)]

    def discard(self, draft_id: int) -> None:
        """Throw a draft away with the files that only it holds; harmless when it is gone already."""
        with self._database.transaction() as session:
            draft = session.get(Draft, draft_id)
            if draft is not None:
                session.delete(draft)
                drop_unused(session, hashes_of(draft.answers))


def _with_files(session: Session, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with every enclosure in the store that can be read."""
    enclosures = answers.get("enclosures")
    if not isinstance(enclosures, (list, tuple)) or not enclosures:
        return dict(answers)
    held = set(session.scalars(select(StoredFile.sha256).where(StoredFile.sha256.in_(hashes_of(answers)))))
    return {**answers, "enclosures": [_kept(session, dict(each), held) for each in enclosures]}


def _kept(session: Session, enclosure: dict[str, Any], held: Collection[str]) -> dict[str, Any]:
    if enclosure.get("sha256") in held:
        return enclosure
    # What another desk threw away meanwhile may still lie where it came from.
    enclosure.pop("sha256", None)
    file = str(enclosure.get("file", ""))
    if not file.strip():
        return enclosure
    from app.services.enclosed_files import (  # late: reads pictures, and the program looks for drafts at every start
        media_type_of,
        read_bytes,
        shown_name,
    )

    try:
        data = read_bytes(Path(file))
    except UserError:
        return enclosure
    name = shown_name(file)
    stored = keep_file(session, name, media_type_of(data, name), data)
    return {**enclosure, "sha256": stored.sha256}

"""Drafts: what a wizard was told so far, one row for each run, kept until it finishes or is thrown away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.models.draft import Draft, DraftRow

MOST_BYTES = 4 * 1024 * 1024


class Drafts:
    """Saving, offering and discarding drafts. The view calls `save` within a second of typing."""

    def __init__(self, database: Database) -> None:
        self._database = database

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
            draft.answers = dict(answers)
            draft.subject_id, draft.site_id, draft.case_id = subject_id, site_id, case_id
            # Saved again unchanged, a draft still counts as touched: the newest is offered first.
            draft.updated_at = utc_now()
            session.flush()
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
        """Throw a draft away; harmless when it is gone already."""
        with self._database.transaction() as session:
            draft = session.get(Draft, draft_id)
            if draft is not None:
                session.delete(draft)

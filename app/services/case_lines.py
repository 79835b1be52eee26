"""What a finished wizard makes of a case's check list: lines for its papers and for what is left to do.

A case that was begun without a wizard has its list already. Its lines then take what the wizard knows, and only what no
line stood for is added, so that nothing is asked for twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.models.case import CaseItem
from app.models.material import Material
from app.rules.case_states import OTHER_KIND
from app.services import audit
from app.services.check_lists import Paper


@dataclass(frozen=True, slots=True)
class Todo:
    """Something left to do after the papers."""

    kind: str
    title: str
    required: bool = True


def put_on_list(
    session: Session,
    actor: str,
    case_id: int,
    papers: Iterable[Paper],
    todo: Iterable[Todo],
    stored: Mapping[str, int],
) -> None:
    """Bring the check list and the enclosures of a case to what a wizard found.

    Args:
        session: the transaction.
        actor: who did it.
        case_id: the case.
        papers: the papers of the packet, in posting order.
        todo: what is left to do.
        stored: the ids of the papers' files by SHA-256.
    """
    query = select(CaseItem).where(CaseItem.case_id == case_id).order_by(CaseItem.position)
    lines = list(session.scalars(query))
    held = list(session.scalars(select(Material).where(Material.case_id == case_id).order_by(Material.id)))
    free = list(lines)
    position = lines[-1].position + 1 if lines else 0
    for paper in papers:
        line = _line_for(free, paper)
        if line is None:
            line = CaseItem(case_id=case_id, position=position, kind=paper.kind, title=paper.title)
            session.add(line)
            position += 1
        else:
            free.remove(line)
        line.title, line.required, line.note = paper.title, paper.required, line.note or paper.note
        if not paper.made:
            line.material_id = _enclosed(session, held, line, paper, stored)
        if paper.files and line.done_at is None:
            line.done_at, line.done_by = utc_now(), actor
            session.flush()
            detail = {"fields": ["done_at"], "done": True}
            audit.record(session, actor, "change", "case_item", line.id, detail)
    for each in todo:
        if not any(line.kind == each.kind and line.title == each.title for line in lines):
            line = CaseItem(
                case_id=case_id, position=position, kind=each.kind, title=each.title, required=each.required
            )
            session.add(line)
            position += 1
    session.flush()


def _line_for(lines: list[CaseItem], paper: Paper) -> CaseItem | None:
    """The line that waits for a paper, an open one first; papers of no kind of their own are told apart by their title."""
    same = [
        line for line in lines if line.kind == paper.kind and (paper.kind != OTHER_KIND or line.title == paper.title)
    ]
    return next((line for line in same if line.done_at is None), next(iter(same), None))


def _enclosed(
    session: Session, held: list[Material], line: CaseItem, paper: Paper, stored: Mapping[str, int]
) -> int | None:
    """The first enclosure of a paper: those of its files that the case has not got come in, into the waiting place first."""
    place = next((each for each in held if each.id == line.material_id), None)
    if place is not None:
        place.title = paper.title
    first = place.id if place is not None else None
    for file in paper.files:
        file_id = stored[file.sha256]
        here = next((each for each in held if each.file_id == file_id), None)
        if here is None and place is not None and place.file_id is None:
            here, place.state, place.file_id, place.purged_at = place, "received", file_id, None
        if here is None:
            here = Material(case_id=line.case_id, kind=paper.kind, title=paper.title, state="received", file_id=file_id)
            session.add(here)
            held.append(here)
        session.flush()
        first = first or here.id
    if first is None:
        wanted = Material(case_id=line.case_id, kind=paper.kind, title=paper.title, state="wanted")
        session.add(wanted)
        session.flush()
        held.append(wanted)
        first = wanted.id
    return first

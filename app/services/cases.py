"""Cases: the tickets on the agent's desk, from the ticket's arrival to its closing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.errors import Invalid, Problem, UserError
from app.models.case import Case, CaseItem, CaseItemRow, CaseRow
from app.models.document import Document, DocumentRow
from app.models.material import Material, MaterialRow
from app.models.site import Site, SiteRow
from app.models.subject import Subject, SubjectRow
from app.rules.case_states import CLOSED, case_states, check_move
from app.services import audit
from app.services.case_history import CaseEvent, history_of
from app.services.case_items import CaseItems
from app.services.case_queries import CASES, count_views
from app.services.case_records import check_files, found_case, fresh_case, fresh_cases, index_case, journal, note_undone
from app.services.changes import Change
from app.services.newer_materials import newer_materials
from app.services.tables import TableQuery, read_rows
from app.services.undo import Undo, rows_of, take_back

STATES = tuple(case_states())
LONGEST = {"ticket_number": 64, "customer": 200, "owner": 200, "title": 400, "note": 20_000}
"""The fields that an agent writes into, and how long each may be."""


@dataclass(frozen=True, slots=True)
class CaseWhole:
    """A case and everything that hangs on it, read at one moment."""

    case: CaseRow
    items: tuple[CaseItemRow, ...]
    materials: tuple[MaterialRow, ...]
    documents: tuple[DocumentRow, ...]
    subject: SubjectRow | None
    sites: tuple[SiteRow, ...]
    history: tuple[CaseEvent, ...]
    newer: tuple[MaterialRow, ...] = ()
    """Enclosures that came after the newest packet was made, and that it lacks."""

    @property
    def open_items(self) -> tuple[CaseItemRow, ...]:
        """The required lines that are not done."""
        return tuple(item for item in self.items if item.required and item.done_at is None)


class Cases(CaseItems):
    """What can be done with cases. Stateless apart from the database; every change is noted in the history."""

    @property
    def actor(self) -> str:
        """Whose desk this is: the owner of the view `mine`."""
        return self._actor

    def ids(self, query: TableQuery) -> array[int]:
        """The ids of the cases that a query (`CaseQuery` for the views) lets through, in its order."""
        with self._database.read() as session:
            return CASES.ids(session, query)

    def count(self, query: TableQuery) -> int:
        """How many cases the query lets through."""
        with self._database.read() as session:
            return CASES.count(session, query)

    def view_counts(self, now: datetime) -> Mapping[str, int]:
        """How many cases each view of the queue holds."""
        with self._database.read() as session:
            return count_views(session, self._actor, now)

    def owners(self) -> tuple[str, ...]:
        """Everybody who owns a case."""
        with self._database.read() as session:
            return CASES.values(session, "owner")

    def rows(self, ids: Sequence[int]) -> list[CaseRow]:
        """The cases with these ids, in this order; deleted ones are left out."""
        with self._database.read() as session:
            return read_rows(session, CaseRow, "case", ids)

    def get(self, case_id: int) -> CaseRow:
        """One case.

        Raises:
            UserError: `cases.no_such_case`.
        """
        with self._database.read() as session:
            return CaseRow.of(found_case(session, case_id))

    def whole(self, case_id: int) -> CaseWhole:
        """A case with everything that hangs on it.

        Raises:
            UserError: `cases.no_such_case`.
        """
        with self._database.read() as session:
            case = found_case(session, case_id)
            items = session.scalars(select(CaseItem).where(CaseItem.case_id == case_id).order_by(CaseItem.position))
            newest = select(Document).where(Document.case_id == case_id).order_by(Document.id.desc())
            papers = session.scalars(select(Material).where(Material.case_id == case_id).order_by(Material.id)).all()
            documents = session.scalars(newest).all()
            subject = session.get(Subject, case.subject_id) if case.subject_id is not None else None
            return CaseWhole(
                CaseRow.of(case),
                tuple(CaseItemRow.of(each) for each in items),
                tuple(MaterialRow.of(each) for each in papers),
                tuple(DocumentRow.of(each) for each in documents),
                SubjectRow.of(subject) if subject is not None else None,
                tuple(SiteRow.of(each) for each in _sites(session, case)),
                tuple(history_of(session, case_id)),
                tuple(MaterialRow.of(each) for each in newer_materials(session, papers, documents)),
            )

    def documents(self, case_id: int) -> list[DocumentRow]:
        """The papers made, newest first."""
        with self._database.read() as session:
            newest = select(Document).where(Document.case_id == case_id).order_by(Document.id.desc())
            return [DocumentRow.of(each) for each in session.scalars(newest)]

    def history(self, case_id: int) -> list[CaseEvent]:
        """What was done with a case, its check list, enclosures and papers, the newest first."""
        with self._database.read() as session:
            return history_of(session, case_id)

    def update(self, row: CaseRow, values: Mapping[str, str]) -> Change:
        """Change what an agent writes of a case: ticket_number, customer, owner, title, note.

        Raises:
            Invalid: `cases.too_long` with the field.
            UserError: `cases.no_such_case`, `cases.changed_elsewhere`.
        """
        clean = clean_values(values)
        with self._database.transaction() as session:
            case = fresh_case(session, row)
            before = rows_of(session, "case", "id", [row.id])
            fields = [name for name, value in clean.items() if getattr(case, name) != value]
            if not fields:
                return Change()
            for name in fields:
                setattr(case, name, clean[name])
            index_case(session, case)
            audit.record(session, self._actor, "change", "case", row.id, {"fields": sorted(fields)})
            return _changed(Undo(journal(session, "case", before)))

    def set_note(self, row: CaseRow, note: str) -> Change:
        """Replace the note of a case."""
        return self.update(row, {"note": note})

    def link(self, row: CaseRow, *, subject_id: int | None, site_id: int | None) -> Change:
        """Say which filing a case is about; its number and province follow.

        Raises:
            UserError: `records.gone`, `cases.no_such_case`, `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            case = fresh_case(session, row)
            before = rows_of(session, "case", "id", [row.id])
            link_case(session, case, subject_id, site_id)
            index_case(session, case)
            fields = ["subject_id", "site_id", "filing_number", "province"]
            audit.record(session, self._actor, "change", "case", row.id, {"fields": fields})
            return _changed(Undo(journal(session, "case", before)))

    def set_state(self, row: CaseRow, state: str, *, reason: str = "") -> Change:
        """Move a case on. Closing it past open items of the check list needs a reason.

        Raises:
            UserError: what `case_states.check_move` says, `cases.open_items`, `cases.changed_elsewhere`.
        """
        return self.set_states([row], state, reason=reason)

    def set_states(self, rows: Iterable[CaseRow], state: str, *, reason: str = "") -> Change:
        """Move several cases on, all of them or none; one undo takes all of it back.

        Raises:
            UserError: as `set_state`; `cases.not_all` names the case where there are several.
        """
        chosen = list(rows)
        with self._database.transaction() as session:
            before = rows_of(session, "case", "id", [row.id for row in chosen])
            for case in fresh_cases(session, chosen):
                try:
                    check_move(case.state, state)
                    _check_closing(session, case, state, reason)
                except UserError as error:
                    if len(chosen) == 1:
                        raise
                    raise UserError("cases.not_all", number=case.number, count=len(chosen)) from error
                if case.state == state:
                    continue
                detail = {"fields": ["state"], "from": case.state, "to": state}
                case.state = state
                case.closed_at = utc_now() if state == CLOSED else None
                case.closing_reason = reason.strip() if state == CLOSED else ""
                audit.record(session, self._actor, "close" if state == CLOSED else "change", "case", case.id, detail)
            return _changed(Undo(journal(session, "case", before)))

    def set_owner(self, rows: Iterable[CaseRow], owner: str) -> Change:
        """Hand cases over, all of them or none; one undo takes all of it back.

        Raises:
            Invalid: `cases.too_long`.
            UserError: `cases.no_such_case`, `cases.changed_elsewhere`.
        """
        name = clean_values({"owner": owner})["owner"]
        chosen = list(rows)
        with self._database.transaction() as session:
            before = rows_of(session, "case", "id", [row.id for row in chosen])
            handed = [case for case in fresh_cases(session, chosen) if case.owner != name]
            for case in handed:
                case.owner = name
                audit.record(session, self._actor, "change", "case", case.id, {"fields": ["owner"]})
            index_case(session, *handed)
            return _changed(Undo(journal(session, "case", before)))

    def undo(self, token: Undo) -> Change:
        """Take a change of cases back; the change this returns has a token that does it again.

        Raises:
            UserError: records.changed_elsewhere, `cases.undo_file_gone` when the file of an enclosure went meanwhile.
        """
        with self._database.transaction() as session:
            check_files(session, token)
            redo = take_back(session, token)
            session.expire_all()
            touched: set[int] = set()
            for change in redo.rows:
                row = change.after or change.before or {}
                case_id = int(row["id"] if change.table == "case" else row["case_id"])
                touched.add(case_id)
                note_undone(session, self._actor, change, case_id)
            index_case(session, *(found_case(session, case_id) for case_id in redo.ids("case")))
        return Change(cases=frozenset(touched), undo=redo)


def clean_values(values: Mapping[str, str]) -> dict[str, str]:
    """What an agent writes of a case, trimmed.

    Raises:
        Invalid: `cases.too_long` with the field.
        ValueError: a field that an agent does not write (a bug).
    """
    if unknown := set(values) - set(LONGEST):
        raise ValueError(f"not written by an agent: {sorted(unknown)}")
    clean = {name: value.strip() for name, value in values.items()}
    problems = [
        Problem(name, "cases.too_long", {"length": len(value), "longest": LONGEST[name]})
        for name, value in clean.items()
        if len(value) > LONGEST[name]
    ]
    if problems:
        raise Invalid(problems)
    return clean


def link_case(session: Session, case: Case, subject_id: int | None, site_id: int | None) -> None:
    """Put a filing into a case; a site brings its subject along.

    Raises:
        UserError: `records.gone`.
    """
    site = session.get(Site, site_id) if site_id is not None else None
    subject_id = site.subject_id if site is not None else subject_id
    subject = session.get(Subject, subject_id) if subject_id is not None else None
    if (site_id is not None and site is None) or (subject_id is not None and subject is None):
        raise UserError("records.gone")
    case.site_id, case.subject_id = site_id, subject_id
    number = (site.filing_number if site is not None else None) or (subject.filing_number if subject else None)
    case.filing_number = number or ""
    case.province = subject.province if subject is not None else ""


def _check_closing(session: Session, case: Case, state: str, reason: str) -> None:
    if state != CLOSED or case.state == CLOSED or reason.strip():
        return
    wanted = (CaseItem.case_id == case.id, CaseItem.required, CaseItem.done_at.is_(None))
    still_open = session.scalar(select(func.count()).select_from(CaseItem).where(*wanted)) or 0
    if still_open:
        raise UserError("cases.open_items", count=still_open)


def _sites(session: Session, case: Case) -> list[Site]:
    """The site of the case; of a case about a whole subject, its sites."""
    if case.site_id is not None:
        site = session.get(Site, case.site_id)
        return [site] if site is not None else []
    if case.subject_id is None:
        return []
    query = select(Site).where(Site.subject_id == case.subject_id).order_by(Site.name_key, Site.id).limit(20)
    return list(session.scalars(query))


def _changed(undo: Undo) -> Change:
    return Change(cases=undo.ids("case"), undo=undo if undo.rows else None)

"""Enclosures of a case: taken in, looked at, straightened, joined, removed.

The file that came stays in the store byte for byte; what is made from it is another file beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.errors import Problem, UserError
from app.forms.enclosures import arrangement_of, read_enclosure, shown_name
from app.forms.image_quality import examine
from app.models.case import Case, CaseItem
from app.models.material import Material, MaterialRow, StoredFile
from app.services import audit
from app.services.case_files import STRAIGHTENED
from app.services.case_records import CaseJournal, found_case
from app.services.changes import Change
from app.services.enclosed_files import MEDIA_TYPES, UNKNOWN_TYPE
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.made_files import Source, Steps, make
from app.services.pictures import PictureInHand, PictureRecipe, Pictures, keep_made, straightened_name
from app.services.recipes import sha256_of
from app.services.stored_files import keep_file


@dataclass(frozen=True, slots=True)
class Added:
    """A file that was taken in, and what was found in it (codes for the agent to pass on)."""

    material_id: int
    findings: tuple[Problem, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file of a material with its bytes."""

    name: str
    media_type: str
    data: bytes

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF and not a picture."""
        return self.media_type == "application/pdf"


class Materials:
    """What can be done with enclosures. Every step is noted in the history."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def add(self, case_id: int, kind: str, name: str, data: bytes, *, title: str = "") -> Added:
        """Take a file in: into the place that waits for its kind, else as one more enclosure.

        The line of the check list that waited for it is ticked.

        Raises:
            UserError: `cases.file_twice_here`, `cases.no_such_case`, `flows.not_a_choice`; as `forms.enclosures.read_enclosure`.
        """
        return self._add(case_id, kind, name, data, title=title)

    def _add(
        self,
        case_id: int,
        kind: str,
        name: str,
        data: bytes,
        *,
        title: str = "",
        made_by: tuple[Steps, Sequence[bytes]] | None = None,
        into: MaterialRow | None = None,
    ) -> Added:
        if kind not in ENCLOSURE_KINDS:
            raise UserError("flows.not_a_choice", found=kind[:40], choices=tuple(ENCLOSURE_KINDS))
        file = read_enclosure(data, name)
        findings = list(examine(data, name))
        sha256 = sha256_of(data)
        media_type = MEDIA_TYPES.get(file.kind, UNKNOWN_TYPE)
        with self._database.transaction() as session:
            found_case(session, case_id)
            findings += _elsewhere(session, case_id, sha256)
            journal = CaseJournal(session, case_id)
            if made_by is None:
                file_id = keep_file(session, shown_name(name), media_type, data).id
            else:
                file_id = keep_made(session, *made_by, name, data).id
            material = _fresh(session, into) if into is not None else _place(session, case_id, kind, title)
            material.state, material.file_id, material.purged_at = "received", file_id, None
            material.findings = [{"code": each.code, "facts": dict(each.facts)} for each in findings]
            session.flush()
            for item in session.scalars(select(CaseItem).where(CaseItem.material_id == material.id)):
                if item.done_at is None:
                    item.done_at, item.done_by = utc_now(), self._actor
                    detail = {"fields": ["done_at"], "done": True}
                    audit.record(session, self._actor, "change", "case_item", item.id, detail)
            audit.record(session, self._actor, "import", "material", material.id, {"kind": kind, "pages": file.pages})
            return Added(material.id, tuple(findings), Change(cases=frozenset({case_id}), undo=journal.undo()))

    def read(self, material_id: int) -> HeldFile:
        """A file with its bytes; the reading is noted.

        Raises:
            UserError: `flows.no_such_record`, `cases.file_purged`.
        """
        with self._database.transaction() as session:
            held = _held(session, material_id)
            audit.record(session, self._actor, "reveal", "material", material_id)
            return held

    def set_kind(self, row: MaterialRow, kind: str) -> Change:
        """Say that an enclosure is of another kind.

        Raises:
            UserError: `flows.not_a_choice`, `flows.no_such_record`, `cases.changed_elsewhere`.
        """
        if kind not in ENCLOSURE_KINDS:
            raise UserError("flows.not_a_choice", found=kind[:40], choices=tuple(ENCLOSURE_KINDS))
        with self._database.transaction() as session:
            material = _fresh(session, row)
            journal = CaseJournal(session, material.case_id)
            if material.title == ENCLOSURE_KINDS.get(material.kind):
                material.title = ENCLOSURE_KINDS[kind]
            material.kind = kind
            audit.record(session, self._actor, "change", "material", material.id, {"fields": ["kind"]})
            return Change(cases=frozenset({material.case_id}), undo=journal.undo())

    def remove(self, row: MaterialRow) -> Change:
        """Take an enclosure out: a place that the check list waits for stays and waits again, any other goes.

        The file stays in the store until the program starts again, so that this can be taken back (`stored_files.sweep`).

        Raises:
            UserError: `flows.no_such_record`, `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            material = _fresh(session, row)
            journal = CaseJournal(session, material.case_id)
            waiting = session.scalars(select(CaseItem).where(CaseItem.material_id == material.id)).all()
            if waiting:
                material.state, material.file_id, material.findings = "wanted", None, []
                for item in waiting:
                    item.done_at, item.done_by = None, ""
                audit.record(session, self._actor, "delete", "material", row.id)
            else:
                session.delete(material)
                detail = {"removed": row.title}
                audit.record(session, self._actor, "change", "case", row.case_id, detail)
            return Change(cases=frozenset({row.case_id}), undo=journal.undo())

    def straightened(self, row: MaterialRow, recipe: PictureRecipe | None = None) -> Added:
        """A straightened copy of a picture beside it; the original stays, and how it was done is kept.

        One that was straightened before is made anew from its original, in the same place.

        Args:
            row: the enclosure.
            recipe: what to do; without one, the first guess.

        Raises:
            UserError: `cases.not_a_picture`, `cases.file_purged`, `cases.file_twice_here`, `cases.corners_unsound`.
        """
        picture = self.open_picture(row)
        steps = Steps((Source(sha256_of(picture.data), picture.name, recipe or picture.recipe),))
        made = make(steps, [picture.data])
        name = straightened_name(picture.name)
        again = row.title.endswith(STRAIGHTENED)
        title = row.title if again else f"{row.title}{STRAIGHTENED}"[:400]
        return self._add(
            row.case_id, row.kind, name, made, title=title, made_by=(steps, [picture.data]), into=row if again else None
        )

    def open_picture(self, row: MaterialRow) -> PictureInHand:
        """The picture of an enclosure, to be straightened.

        Raises:
            UserError: `cases.not_a_picture`, `cases.file_purged`.
        """
        held = self.read(row.id)
        if held.is_pdf:
            raise UserError("cases.not_a_picture", title=row.title)
        return Pictures(self._database).open(held.name, held.data, row.kind)

    def joined(self, rows: Sequence[MaterialRow], *, title: str, kind: str) -> Added:
        """One PDF of several enclosures, in the order given, as a new enclosure; cards two to a page, the rest one.

        Raises:
            UserError: `cases.nothing_to_join`, `cases.file_purged`, `cases.file_twice_here`.
        """
        arrangement = arrangement_of(kind)
        files = [(row, self.read(row.id)) for row in rows]
        sources = [(Source(sha256_of(held.data), held.name, None, arrangement), held.data) for _, held in files]
        return self.add_joined(rows[0].case_id if rows else 0, kind, sources, title=title)

    def add_joined(self, case_id: int, kind: str, sources: Sequence[tuple[Source, bytes]], *, title: str) -> Added:
        """One PDF of several files, each straightened as its source says, as a new enclosure.

        Raises:
            UserError: `cases.nothing_to_join`, `cases.file_twice_here`; as `forms.join.join_sheets`.
        """
        steps = Steps(tuple(source for source, _ in sources), joined=title)
        contents = [data for _, data in sources]
        made = make(steps, contents)
        return self._add(case_id, kind, f"{title}.pdf", made, title=title, made_by=(steps, contents))


def _place(session: Session, case_id: int, kind: str, title: str) -> Material:
    """The first place that waits for this kind, else a new one; a title of its own is always a new one."""
    if not title:
        waits = select(Material).where(Material.case_id == case_id, Material.kind == kind, Material.state == "wanted")
        found = session.scalars(waits.order_by(Material.id)).first()
        if found is not None:
            return found
    made = Material(case_id=case_id, kind=kind, title=title or ENCLOSURE_KINDS[kind])
    session.add(made)
    return made


def _elsewhere(session: Session, case_id: int, sha256: str) -> list[Problem]:
    """The same file in this case is refused, in another one it is told."""
    query = (
        select(Case.id, Case.number, Material.title)
        .join(Material, Material.case_id == Case.id)
        .join(StoredFile, StoredFile.id == Material.file_id)
        .where(StoredFile.sha256 == sha256)
        .order_by(Case.id.desc())
    )
    found = session.execute(query).all()
    for owner, _number, title in found:
        if owner == case_id:
            raise UserError("cases.file_twice_here", title=title)
    return [Problem("file", "cases.file_elsewhere", {"number": n, "title": t}) for _, n, t in found[:1]]


def _held(session: Session, material_id: int) -> HeldFile:
    material = session.get(Material, material_id)
    if material is not None and material.purged_at is not None:
        raise UserError("cases.file_purged", title=material.title)
    stored = session.get(StoredFile, material.file_id) if material is not None and material.file_id else None
    if stored is None:
        raise UserError("flows.no_such_record")
    return HeldFile(stored.name, stored.media_type, stored.data)


def _fresh(session: Session, row: MaterialRow) -> Material:
    material = session.get(Material, row.id)
    if material is None:
        raise UserError("flows.no_such_record")
    if material.version != row.version:
        raise UserError("cases.changed_elsewhere")
    return material

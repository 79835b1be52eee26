"""Sharing blanks: a pack of some of them as one file, and taking a pack in, with what differs shown side by side.

A pack is taken in whole or not at all. A blank that is here already and equal is left as it is; one that differs is a
conflict, which somebody decides. Nothing of a pack is trusted: its papers are made anew from the original files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.forms.blanks.checks import mapping_errors
from app.forms.blanks.intake import is_office
from app.forms.blanks.mapping_json import mapping_from_json, mapping_sha256, mapping_to_json
from app.forms.blanks.pack import PackedBlank, differences, make_pack, read_pack
from app.models.blank import Blank, BlankRevision, BlankRow
from app.services.audit import Audit
from app.services.blank_documents import as_pdf
from app.services.blank_intake import BlankDetails, check_details, papers_apart
from app.services.form_editions import COPIED, CURRENT, HANDED_OUT, OFFICIAL, checked_file, facts_of

_COMPARED = ("title", "issued_on", "source", "note", "effective_from", "effective_until", "original_sha256", "places",
             "fields", "mapping_sha256")  # fmt: skip


class Choice(StrEnum):
    """What becomes of a blank that is here and in the pack, and differs."""

    KEEP = "keep"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A blank that differs: (what, here, in the pack) for each difference."""

    province: str
    kind: str
    edition: str
    differences: tuple[tuple[str, str, str], ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What the choice is made for."""
        return self.kind, self.province, self.edition

    def to_json(self) -> dict[str, Any]:
        """Plain values for another program."""
        sides = [{"what": what, "here": here, "pack": there} for what, here, there in self.differences]
        return {"province": self.province, "kind": self.kind, "edition": self.edition, "differences": sides}


@dataclass(frozen=True, slots=True)
class PackPreview:
    """What a pack would bring: new blanks, equal ones, and conflicts."""

    packed: tuple[PackedBlank, ...] = field(repr=False)
    new: tuple[BlankDetails, ...]
    equal: tuple[BlankDetails, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class PackResult:
    """What a pack brought; `kept` are conflicts that were decided for the blank here."""

    added: tuple[int, ...]
    replaced: tuple[int, ...]
    kept: int
    equal: int


class BlankPacks:
    """Packs of one store."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def export(self, blank_ids: Sequence[int]) -> bytes:
        """These blanks as one pack, each with the mapping that is in use, else with the one in the making.

        Raises:
            UserError: `blanks.gone`, `blanks.file_changed`.
        """
        with self._database.transaction() as session:
            packed = []
            for blank_id in dict.fromkeys(blank_ids):
                blank = session.get(Blank, blank_id)
                if blank is None:
                    raise UserError("blanks.gone")
                packed.append(_packed(session, blank))
            Audit(session, self._actor).note("export", "blank", None, {"count": len(packed)})
        return make_pack(packed)

    def preview(self, pack: bytes) -> PackPreview:
        """What taking the pack in would do; nothing is written.

        Raises:
            UserError: what is wrong with the pack (`blanks.pack_*`).
            Invalid: a blank's details are not in order.
        """
        packed = read_pack(pack)
        new, equal, conflicts = [], [], []
        with self._database.read() as session:
            for each in packed:
                details = _details(each)
                check_details(details)
                here = _here(session, details)
                if here is None:
                    new.append(details)
                elif told := _differences(session, here, each):
                    conflicts.append(Conflict(details.province, details.kind, details.edition, told))
                else:
                    equal.append(details)
        return PackPreview(packed, tuple(new), tuple(equal), tuple(conflicts))

    def take_in(self, pack: bytes, choices: Table[tuple[str, str, str], Choice] | None = None) -> PackResult:
        """Take a pack in, whole or not at all.

        Args:
            choices: for each conflict, by kind, province and edition.

        Raises:
            UserError: `blanks.pack_conflicts` when one is undecided, and as `preview`; what is wrong with a file.
        """
        preview = self.preview(pack)
        decided = choices or {}
        open_conflicts = [each for each in preview.conflicts if each.key not in decided]
        if open_conflicts:
            editions = tuple(f"{each.province} {each.edition}" for each in open_conflicts)
            raise UserError("blanks.pack_conflicts", count=len(editions), editions=editions)
        conflicts = {each.key for each in preview.conflicts}
        equal = {(each.kind, each.province, each.edition) for each in preview.equal}
        added: list[int] = []
        replaced: list[int] = []
        kept = 0
        papers = _papers_of(preview.packed)
        with self._database.transaction() as session:
            for each in preview.packed:
                key = (each.facts.kind, each.facts.province, each.facts.edition)
                if key in equal:
                    continue
                if key in conflicts and decided[key] is Choice.KEEP:
                    kept += 1
                    continue
                here = _here(session, _details(each))
                row = _write(session, each, papers[each.original_sha256], here)
                (replaced if here is not None else added).append(row.id)
                detail = {"edition": row.edition, "province": row.province}
                Audit(session, self._actor).note("import", "blank", row.id, detail)
        return PackResult(tuple(added), tuple(replaced), kept, len(equal))


def _papers_of(packed: Sequence[PackedBlank]) -> dict[str, bytes]:
    """The papers, made anew from the originals; a text document comes with the PDF it was made into where it was kept."""
    files = {}
    for each in packed:
        needs = is_office(each.original) and not each.converted
        files[each.original_sha256] = (
            as_pdf(each.original, each.file_name) if needs else each.converted or each.original
        )
    return dict(zip(files, papers_apart(tuple(files.values())), strict=True))


def _packed(session: Session, blank: Blank) -> PackedBlank:
    used = _revision(session, blank) if blank.state == CURRENT else None
    mapping = mapping_from_json(used.mapping if used is not None else blank.mapping)
    facts = replace(facts_of(blank), issued_on=_iso(blank.issued_on))
    return PackedBlank(
        facts=facts,
        mapping=mapping,
        original=checked_file(blank.original, blank.original_sha256),
        file_name=blank.file_name,
        media_type=blank.media_type,
        original_sha256=blank.original_sha256,
        paper_sha256=blank.paper_sha256,
        revision=blank.revision,
        effective_from=_iso(blank.effective_from),
        effective_until=_iso(blank.effective_until),
        in_use=used is not None,
        converted=blank.converted or b"",
    )


def _write(session: Session, packed: PackedBlank, paper: bytes, here: Blank | None) -> BlankRow:
    """The packed blank in the store; one that replaces another gets a new revision, so that old papers stay as they are."""
    details = _details(packed)
    values: dict[str, Any] = {
        "title": details.title,
        "issued_on": details.issued_on,
        "source": details.source,
        "note": details.note,
        "effective_from": _date(packed.effective_from),
        "effective_until": _date(packed.effective_until),
        "mapping": mapping_to_json(packed.mapping),
    }
    blank = here
    if here is not None and here.revision and here.original_sha256 != packed.original_sha256:
        # Papers were perhaps printed on the file that is here: it keeps its edition, the other one gets its own.
        here.state = "withdrawn"
        details, blank = replace(details, edition=_free_edition(session, details)), None
    if blank is None:
        blank = Blank(kind=details.kind, province=details.province, edition=details.edition, revision=0, findings=[])
    for name, value in values.items():
        setattr(blank, name, value)
    if packed.facts.evidence not in {OFFICIAL, HANDED_OUT}:
        blank.findings = [{"code": COPIED, "facts": {"evidence": packed.facts.evidence}}]
    blank.file_name, blank.media_type = packed.file_name, packed.media_type
    blank.original, blank.original_sha256 = packed.original, packed.original_sha256
    blank.converted = packed.converted or None
    blank.paper, blank.paper_sha256 = paper, hashlib.sha256(paper).hexdigest()
    usable = packed.in_use and not mapping_errors(packed.mapping, details.kind)
    blank.state = CURRENT if usable else "draft"
    session.add(blank)
    session.flush()
    if usable:
        blank.revision = max(blank.revision + 1, packed.revision)
        session.add(
            BlankRevision(
                blank_id=blank.id,
                number=blank.revision,
                title=blank.title,
                mapping=blank.mapping,
                sha256=mapping_sha256(packed.mapping),
            )
        )
    session.flush()
    return BlankRow.of(blank)


def _differences(session: Session, here: Blank, packed: PackedBlank) -> tuple[tuple[str, str, str], ...]:
    ours = _packed(session, here)
    return differences(_compared(ours), _compared(packed), _COMPARED)


def _compared(packed: PackedBlank) -> dict[str, Any]:
    return {
        "title": packed.facts.title,
        "issued_on": packed.facts.issued_on,
        "source": packed.facts.source,
        "note": packed.facts.note,
        "effective_from": packed.effective_from,
        "effective_until": packed.effective_until,
        "original_sha256": packed.original_sha256,
        "places": len(packed.mapping.places),
        "fields": "、".join(packed.mapping.fields()),
        "mapping_sha256": mapping_sha256(packed.mapping),
    }


def _details(packed: PackedBlank) -> BlankDetails:
    facts = packed.facts
    return BlankDetails(
        province=facts.province,
        edition=facts.edition,
        title=facts.title,
        kind=facts.kind,
        issued_on=_date(facts.issued_on),
        source=facts.source,
        note=facts.note,
    )


def _here(session: Session, details: BlankDetails) -> Blank | None:
    query = select(Blank).where(
        Blank.kind == details.kind, Blank.province == details.province, Blank.edition == details.edition
    )
    return session.scalars(query).first()


def _free_edition(session: Session, details: BlankDetails) -> str:
    for number in count(2):
        edition = f"{details.edition[:20]}.{number}"
        if _here(session, replace(details, edition=edition)) is None:
            return edition
    raise AssertionError("counting ended")


def _revision(session: Session, blank: Blank) -> BlankRevision | None:
    query = select(BlankRevision).where(BlankRevision.blank_id == blank.id, BlankRevision.number == blank.revision)
    return session.scalars(query).first()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("blanks.pack_unreadable", where=text[:20]) from error

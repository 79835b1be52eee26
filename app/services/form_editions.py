"""Which paper form is filled in today, and which one a saved paper was made from: official blanks first, ours as fallback.

`app.forms` knows no store; whoever prints asks here. Blanks that were once put to use stay known by code and edition,
so that older papers print again; each file is compared with its hash when it is read.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.forms import catalogue
from app.forms.blanks.form import BlankForm
from app.forms.blanks.kinds import ANYWHERE, DEREGISTRATION
from app.forms.blanks.mapping_json import mapping_from_json
from app.forms.blanks.model import BlankFacts
from app.forms.letters import letter, letter_for
from app.forms.paper_form import PaperForm
from app.forms.paper_letter import PaperLetter
from app.models.blank import Blank, BlankRevision
from app.rules.provinces import province, province_keys

CURRENT = "current"
OLD_MONTHS = 12
OFFICIAL, HANDED_OUT = "official blank", "handed out"
COPIED = "blanks.note_copied"
"""What is noted on a copy of a built-in form, with that form's evidence."""
_KEPT = 24
_BLANK = "blank-"
"""How the code of a blank begins, and of nothing else."""


@dataclass(frozen=True, slots=True)
class DatedForm:
    """A blank with the days on which it is the current edition; None leaves an end open."""

    form: BlankForm
    since: date | None
    until: date | None


class FormEditions:
    """Finds forms. With a store its blanks are known; with `carried` ones only those, as processes without a store need."""

    def __init__(self, database: Database | None = None, carried: Iterable[DatedForm] = ()) -> None:
        self._database = database
        self._carried = tuple(carried)
        self._read: OrderedDict[tuple[int, int], BlankForm] = OrderedDict()
        self._reading = threading.Lock()

    def current(self, kind: str, province_key: str, day: date) -> PaperForm:
        """The blank in force in a province on a day, the newest where there are several, else the built-in form.

        Raises:
            UserError: `forms.unknown_form`, or `blanks.file_changed` when the blank's file is not what it was.
        """
        return self.blank(kind, province_key, day) or catalogue.current(kind, province_key)

    def blank(self, kind: str, province_key: str, day: date) -> BlankForm | None:
        """The official blank in force, or None where the built-in form is used."""
        if self._database is None:
            found = [each for each in self._carried if each.form.kind == kind and each.form.province == province_key]
            return _newest(found, day)
        with self._database.read() as session:
            query = select(Blank).where(Blank.kind == kind, Blank.province == province_key, Blank.state == CURRENT)
            in_force = [
                each for each in session.scalars(query) if _holds(each.effective_from, each.effective_until, day)
            ]
            if not in_force:
                return None
            newest = max(in_force, key=lambda each: (each.effective_from or date.min, each.edition, each.id))
            return self._form(session, newest, newest.revision)

    def current_letter(self, code: str, province_key: str, day: date) -> PaperLetter:
        """The letter in force on a day: a blank of its kind, the province's before the one for all, else ours.

        Raises:
            UserError: `letters.unknown_letter`, or `blanks.file_changed` when the blank's file is not what it was.
        """
        ours = letter_for(code, province_key)
        for where in dict.fromkeys((province_key, ANYWHERE)):
            blank = self.blank(ours.code, where, day)
            if blank is not None:
                return blank
        return ours

    def letter(self, code: str, edition: str) -> PaperLetter:
        """The letter that a saved paper names.

        Raises:
            UserError: `letters.unknown_letter`, `forms.unknown_form`, `blanks.file_changed`.
        """
        return self._blank_named(code, edition) if code.startswith(_BLANK) else letter(code, edition)

    def form(self, code: str, edition: str) -> PaperForm:
        """The form that a saved paper names.

        Raises:
            UserError: `forms.unknown_form`, `blanks.file_changed`.
        """
        return self._blank_named(code, edition) if code.startswith(_BLANK) else catalogue.form(code, edition)

    def _blank_named(self, code: str, edition: str) -> BlankForm:
        for each in self._carried:
            if (each.form.code, each.form.edition) == (code, edition):
                return each.form
        name, _, number = edition.rpartition("#")
        kind, _, key = code.removeprefix(_BLANK).rpartition("-")  # a kind may hold hyphens, a province never does
        if self._database is not None and number.isdigit():
            with self._database.read() as session:
                query = select(Blank).where(Blank.kind == kind, Blank.province == key, Blank.edition == name)
                found = session.scalars(query).first()
                if found is not None:
                    return self._form(session, found, int(number))
        raise UserError("forms.unknown_form", form=f"{code} {edition}")

    def dated(self) -> tuple[DatedForm, ...]:
        """Every blank in use, to be carried into another process."""
        if self._database is None:
            return self._carried
        with self._database.read() as session:
            query = select(Blank).where(Blank.state == CURRENT).order_by(Blank.id)
            return tuple(
                DatedForm(self._form(session, each, each.revision), each.effective_from, each.effective_until)
                for each in session.scalars(query)
            )

    def _form(self, session: Session, blank: Blank, number: int) -> BlankForm:
        with self._reading:
            known = self._read.get((blank.id, number))
            if known is not None and known.facts == facts_of(blank):
                self._read.move_to_end((blank.id, number))
                return known
        query = select(BlankRevision).where(BlankRevision.blank_id == blank.id, BlankRevision.number == number)
        revision = session.scalars(query).first()
        if revision is None:
            raise UserError("forms.unknown_form", form=f"{blank.province} {blank.edition}#{number}")
        form = BlankForm(
            facts=facts_of(blank),
            mapping=mapping_from_json(revision.mapping),
            paper=checked_file(blank.paper, blank.paper_sha256),
            paper_sha256=blank.paper_sha256,
            revision=number,
        )
        with self._reading:
            self._read[(blank.id, number)] = form
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return form


def facts_of(blank: Blank) -> BlankFacts:
    """What the engine knows of a kept blank."""
    where = province(blank.province) if blank.province in province_keys() else None
    dated = blank.issued_on or blank.effective_from
    return BlankFacts(
        kind=blank.kind,
        province=blank.province,
        edition=blank.edition,
        title=blank.title,
        authority=where.authority if where else "",
        prefix=where.prefix if where else "",
        source=blank.source,
        issued_on=dated.isoformat() if dated else "",
        note=blank.note,
        evidence=evidence_of(blank.kind, blank.findings),
    )


def evidence_of(kind: str, findings: Iterable[Mapping[str, Any]]) -> str:
    """How well a kept blank is known: a copy of a built-in form says so among what was found when it was brought in.

    A letter is handed out by whoever asks for it; only the tables of the administrations are official.
    """
    copied = [each["facts"]["evidence"] for each in findings if each["code"] == COPIED]
    return str(copied[0]) if copied else OFFICIAL if kind == DEREGISTRATION else HANDED_OUT


def checked_file(data: bytes, sha256: str) -> bytes:
    """A kept file, if it is still what it was.

    Raises:
        UserError: `blanks.file_changed`.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UserError("blanks.file_changed")
    return data


def months_old(form: PaperForm, day: date) -> int | None:
    """How many whole months ago a blank was issued or put to use; None for built-in forms and where no day is known."""
    if not isinstance(form, BlankForm) or not form.facts.issued_on:
        return None
    since = date.fromisoformat(form.facts.issued_on)
    return (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)


def is_old(form: PaperForm, day: date) -> bool:
    """Whether a blank is so old that the administration may have another one."""
    months = months_old(form, day)
    return months is not None and months >= OLD_MONTHS


def _newest(found: list[DatedForm], day: date) -> BlankForm | None:
    in_force = [each for each in found if _holds(each.since, each.until, day)]
    return max(in_force, key=lambda each: (each.since or date.min, each.form.edition)).form if in_force else None


def _holds(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)

"""Official blanks: brought in, mapped, put to use, withdrawn. One transaction for each change, noted in the history.

A blank has one mapping in the making; putting it to use keeps a copy of that mapping as a revision which never
changes, because papers that were printed with it have to print again. The editor works on `BlankDesk` values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.forms.blanks.acroform import FormField, form_fields
from app.forms.blanks.builtin import copy_of
from app.forms.blanks.checks import mapping_doubts, mapping_errors
from app.forms.blanks.form import BlankForm
from app.forms.blanks.guess import guess
from app.forms.blanks.intake import take_blank
from app.forms.blanks.mapping_json import mapping_from_json, mapping_sha256, mapping_to_json
from app.forms.blanks.model import BlankFacts, Mapping
from app.forms.blanks.samples import Sample
from app.forms.blanks.surveys import PageSurvey, survey
from app.forms.catalogue import form as built_in_form
from app.models.blank import Blank, BlankRevision, BlankRow
from app.rules.provinces import province, province_keys
from app.services.audit import Audit
from app.services.blank_intake import (
    BlankDetails,
    BroughtBlank,
    bring_in,
    bring_in_apart,
    can_read,
    check_details,
    filled_with_sample,
    province_key,
    surveyed_apart,
)
from app.services.blank_uses import cases_printed_with
from app.services.form_editions import COPIED, CURRENT, checked_file, facts_of

DRAFT, WITHDRAWN = "draft", "withdrawn"
MOST_NAMED = 8
"""Cases that are named where a blank cannot be deleted because of them."""


@dataclass(frozen=True, slots=True)
class BlankDesk:
    """A kept blank as the editor wants it: the paper to show, what stands on it, the mapping to change."""

    row: BlankRow
    paper: bytes = field(repr=False)
    surveys: tuple[PageSurvey, ...] = field(repr=False)
    mapping: Mapping
    facts: BlankFacts

    def form(self, mapping: Mapping | None = None) -> BlankForm:
        """The blank with this mapping, ready for a test fill."""
        return BlankForm(self.facts, mapping or self.mapping, self.paper, self.row.paper_sha256, self.row.revision + 1)


__all__ = [
    "BlankDesk",
    "BlankDetails",
    "Blanks",
    "BroughtBlank",
    "Sample",
    "bring_in",
    "bring_in_apart",
    "can_read",
    "filled_with_sample",
    "province_key",
]


class Blanks:
    """The blanks of a store. Stateless apart from it; every method may be called from any thread."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def rows(self) -> tuple[BlankRow, ...]:
        """Every blank, by province (GB/T 2260) and newest edition first."""
        order = {key: place for place, key in enumerate(province_keys())}
        with self._database.read() as session:
            rows = [BlankRow.of(each) for each in session.scalars(select(Blank))]
        rows.sort(key=lambda each: each.edition, reverse=True)
        return tuple(sorted(rows, key=lambda each: (order.get(each.province, len(order)), each.kind)))

    def get(self, blank_id: int) -> BlankRow:
        """One blank.

        Raises:
            UserError: `blanks.gone`.
        """
        with self._database.read() as session:
            return BlankRow.of(_found(session, blank_id))

    def add(self, brought: BroughtBlank, details: BlankDetails, mapping: Mapping | None = None) -> BlankRow:
        """Keep a blank as a draft, its file unchanged.

        Raises:
            Invalid: the details are not in order.
            UserError: `blanks.edition_taken`.
        """
        check_details(details)
        return self._add(
            details,
            brought.mapping_for(details.kind) if mapping is None else mapping,
            original=brought.data,
            paper=brought.taken.paper,
            file_name=brought.file_name,
            media_type=brought.taken.media_type,
            findings=brought.notes,
            converted=brought.converted,
        )

    def copy_built_in(self, code: str, edition: str, details: BlankDetails) -> BlankRow:
        """Keep a copy of a built-in form as a draft, so that its lines and boxes can be changed here.

        Raises:
            Invalid, UserError: as `add`; `forms.unknown_form`.
        """
        check_details(details)
        form = built_in_form(code, edition)
        pdf, mapping = copy_of(form)
        taken = take_blank(pdf)
        name = f"{code}-{edition}.pdf"
        copied = Problem("file", COPIED, {"evidence": form.evidence})
        return self._add(
            details,
            mapping,
            original=pdf,
            paper=taken.paper,
            file_name=name,
            media_type=taken.media_type,
            findings=(copied,),
        )

    def desk(self, blank_id: int) -> BlankDesk:
        """A blank with its paper, ready for the editor.

        Raises:
            UserError: `blanks.gone`, `blanks.file_changed`, `blanks.mapping_unreadable`.
        """
        with self._database.read() as session:
            blank = _found(session, blank_id)
            row, facts = BlankRow.of(blank), facts_of(blank)
            paper = checked_file(blank.paper, blank.paper_sha256)
        return BlankDesk(row, paper, survey(paper), mapping_from_json(row.mapping), facts)

    def original(self, blank_id: int) -> tuple[str, bytes]:
        """The file as it was brought in, with its name.

        Raises:
            UserError: `blanks.gone`, `blanks.file_changed`.
        """
        with self._database.read() as session:
            blank = _found(session, blank_id)
            return blank.file_name, checked_file(blank.original, blank.original_sha256)

    def guess_again(self, blank_id: int, watch: Callable[[], None] = lambda: None) -> Mapping:
        """The first guess anew, for a mapping that went astray; nothing is kept. The words of scans are read again.

        Args:
            watch: called now and then; may raise `Cancelled`.

        Raises:
            UserError: as `desk`; `blanks.reading_took_long`, `blanks.reading_broke`.
        """
        desk = self.desk(blank_id)
        surveys = desk.surveys
        if any(each.scanned and not each.glyphs for each in surveys) and can_read():
            surveys = surveyed_apart(desk.paper, watch=watch)
        fields: tuple[FormField, ...] = ()
        if desk.row.media_type == "application/pdf":
            fields = form_fields(self.original(blank_id)[1])
        return guess(surveys, fields, desk.row.kind)

    def save_mapping(self, row: BlankRow, mapping: Mapping) -> BlankRow:
        """Keep the mapping in the making; papers in use go on with the one that was put to use.

        Raises:
            UserError: `blanks.gone`, `store.changed_elsewhere`.
        """
        return self._change(row, {"mapping": mapping_to_json(mapping)}, {"places": len(mapping.places)})

    def save_details(self, row: BlankRow, details: BlankDetails) -> BlankRow:
        """Change title, date, source and note; kind, province and edition stay, because papers name them.

        Raises:
            Invalid, UserError: as `add` and `save_mapping`.
        """
        kept = replace(details, kind=row.kind, province=row.province, edition=row.edition)
        check_details(kept)
        values = {name: getattr(kept, name) for name in ("title", "issued_on", "source", "note")}
        return self._change(row, values, {"fields": list(values)})

    def publish(self, row: BlankRow, *, since: date | None = None, until: date | None = None) -> BlankRow:
        """Put the blank to use with its present mapping, from one day to another; None leaves that end open.

        Raises:
            Invalid: the mapping cannot be used, or the days are swapped.
            UserError: as `save_mapping`.
        """
        mapping = mapping_from_json(row.mapping)
        problems = list(mapping_errors(mapping, row.kind))
        if since is not None and until is not None and until < since:
            problems.append(Problem("file", "blanks.dates_swapped"))
        if problems:
            raise Invalid(problems)
        digest = mapping_sha256(mapping)
        with self._database.transaction() as session:
            blank = _unchanged(session, row)
            last = session.scalars(
                select(BlankRevision).where(BlankRevision.blank_id == blank.id, BlankRevision.number == blank.revision)
            ).first()
            if last is None or (last.sha256, last.title) != (digest, blank.title):
                blank.revision += 1
                kept = mapping_to_json(mapping)
                session.add(
                    BlankRevision(
                        blank_id=blank.id, number=blank.revision, title=blank.title, mapping=kept, sha256=digest
                    )
                )
            blank.state, blank.effective_from, blank.effective_until = CURRENT, since, until
            self._note(session, "change", blank, {"state": CURRENT, "revision": blank.revision})
            session.flush()
            return BlankRow.of(blank)

    def withdraw(self, row: BlankRow) -> BlankRow:
        """Take the blank out of use; the next older one, or the built-in form, is filled from now on.

        Raises:
            UserError: as `save_mapping`.
        """
        return self._change(row, {"state": WITHDRAWN if row.revision else DRAFT}, {"state": WITHDRAWN})

    def delete(self, row: BlankRow) -> None:
        """Remove a blank that no paper was printed with.

        Raises:
            UserError: `blanks.in_use`, `blanks.gone`, `store.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            blank = _unchanged(session, row)
            cases = cases_printed_with(session, blank)
            if cases:
                raise UserError("blanks.in_use", count=len(cases), cases=cases[:MOST_NAMED])
            for each in session.scalars(select(BlankRevision).where(BlankRevision.blank_id == blank.id)):
                session.delete(each)
            session.flush()
            session.delete(blank)
            self._note(session, "delete", blank)

    def check(self, blank_id: int, today: date) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """What keeps a blank from being used, and what somebody should look at; its files are compared with their hashes.

        Raises:
            UserError: `blanks.gone`, `blanks.file_changed`, `blanks.mapping_unreadable`.
        """
        self.original(blank_id)
        desk = self.desk(blank_id)
        doubts = list(mapping_doubts(desk.mapping, desk.row.kind))
        doubts += old_blanks((desk.row,), today)
        return mapping_errors(desk.mapping, desk.row.kind), tuple(doubts)

    def _add(
        self,
        details: BlankDetails,
        mapping: Mapping,
        *,
        original: bytes,
        paper: bytes,
        file_name: str,
        media_type: str,
        findings: Sequence[Problem] = (),
        converted: bytes = b"",
    ) -> BlankRow:
        with self._database.transaction() as session:
            if edition_of(session, details) is not None:
                raise UserError("blanks.edition_taken", edition=details.edition)
            blank = Blank(
                **asdict(details),
                state=DRAFT,
                mapping=mapping_to_json(mapping),
                revision=0,
                findings=[{"code": each.code, "facts": dict(each.facts)} for each in findings],
                file_name=file_name[-200:],
                media_type=media_type,
                original=original,
                original_sha256=hashlib.sha256(original).hexdigest(),
                paper=paper,
                paper_sha256=hashlib.sha256(paper).hexdigest(),
                converted=converted or None,
            )
            session.add(blank)
            session.flush()
            self._note(session, "create", blank, {"edition": details.edition, "province": details.province})
            return BlankRow.of(blank)

    def _change(self, row: BlankRow, values: dict[str, Any], detail: dict[str, Any]) -> BlankRow:
        with self._database.transaction() as session:
            blank = _unchanged(session, row)
            for name, value in values.items():
                setattr(blank, name, value)
            self._note(session, "change", blank, detail)
            session.flush()
            return BlankRow.of(blank)

    def _note(self, session: Session, action: str, blank: Blank, detail: dict[str, Any] | None = None) -> None:
        Audit(session, self._actor).note(action, "blank", blank.id, detail)


def is_copy(row: BlankRow) -> bool:
    """Whether a blank is a copy of a built-in form, not the administration's own paper."""
    return any(each["code"] == COPIED for each in row.findings)


def old_blanks(rows: Sequence[BlankRow], today: date) -> tuple[Problem, ...]:
    """A warning for each blank in use that was issued, put to use or brought in more than a year ago."""
    found = []
    for row in rows:
        since = row.issued_on or row.effective_from or row.created_at.date()
        months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
        if months >= 12 and row.state != WITHDRAWN:
            where = province(row.province).name_zh if row.province in province_keys() else row.title
            facts = {"province": where, "edition": row.edition, "months": months}
            found.append(Problem("file", "blanks.old", facts))
    return tuple(found)


def edition_of(session: Session, details: BlankDetails) -> Blank | None:
    """The blank that has this kind, province and edition."""
    query = select(Blank).where(
        Blank.kind == details.kind, Blank.province == details.province, Blank.edition == details.edition
    )
    return session.scalars(query).first()


def _found(session: Session, blank_id: int) -> Blank:
    blank = session.get(Blank, blank_id)
    if blank is None:
        raise UserError("blanks.gone")
    return blank


def _unchanged(session: Session, row: BlankRow) -> Blank:
    blank = _found(session, row.id)
    if blank.version != row.version:
        raise UserError("store.changed_elsewhere")
    return blank

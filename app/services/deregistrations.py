"""Offline deregistration from complete answers to paper and to a case: the use cases behind the wizard and the commands."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.forms.catalogue import current
from app.forms.packet import Part
from app.forms.preflight import preflight
from app.forms.render import make_form
from app.models.case import Case
from app.models.document import Document
from app.models.material import StoredFile
from app.services import audit
from app.services.case_numbers import next_case_number
from app.services.changes import Change
from app.services.deregistration_cases import keep_case
from app.services.deregistration_packets import Paper, check_list, make_recipe, notices, unprintable_on_cover
from app.services.deregistration_starts import start_draft
from app.services.enclosed_files import EnclosedFiles, read_files
from app.services.flows.checks import all_problems
from app.services.flows.deregistration import FLOW, filing_number, province, prune, situation
from app.services.flows.draft import Draft
from app.services.flows.tidy import tidied
from app.services.form_values import form_values, in_answers
from app.services.outputs import safe_name
from app.services.previews import Preview, preview_of
from app.services.recipes import Recipe, sha256_of

_TRIES = 5
"""How often another case may take the number between looking and writing."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A packet ready to be saved or printed. `notices` are Chinese sentences that the agent should read."""

    pdf: bytes = field(repr=False)
    pages: int
    sha256: str
    parts: tuple[Part, ...]
    file_name: str
    form_code: str
    form_edition: str
    form_title: str
    evidence: str
    notices: tuple[str, ...]
    recipe: Recipe = field(repr=False)


@dataclass(frozen=True, slots=True)
class Finished:
    """What Finish made. `change` is for the views that are open."""

    case_id: int
    case_number: str
    document_id: int
    prepared: Prepared
    due_on: date | None
    change: Change


class Deregistrations:
    """Checks, previews, prepares and finishes offline deregistrations.

    Without a database it prepares packets only. Stateless apart from the database; every method may be called from
    any thread. The day is an argument throughout.
    """

    def __init__(self, database: Database | None, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def start(self, *, subject_id: int | None = None, site_id: int | None = None, case_id: int | None = None) -> Draft:
        """A draft that holds what the store knows of a record: of a site, a subject, or a case and its record.

        Raises:
            UserError: `flows.no_such_record`.
        """
        with self._store().read() as session:
            return start_draft(session, subject_id=subject_id, site_id=site_id, case_id=case_id)

    def check(self, draft: Draft, today: date) -> tuple[Problem, ...]:
        """Everything that keeps this draft from becoming paper: answers, enclosures, and what the form itself refuses."""
        return self._checked(tidied(prune(draft)), today)[0]

    def check_list(self, draft: Draft, today: date) -> tuple[Paper, ...]:
        """The papers that this situation needs, in posting order, each with the files that the draft has for it."""
        known = situation(draft, today)
        return check_list(draft, known, read_files(draft)) if known else ()

    def preview(self, draft: Draft, today: date, *, whole: bool = False) -> Preview | None:
        """The form as it stands now, quick enough for every pause in typing; missing values stay blank.

        Args:
            whole: the whole packet with cover and enclosures instead, once the answers are without problems.

        Returns:
            None as long as the number does not tell the province.
        """
        where = province(draft)
        if where is None:
            return None
        draft = tidied(prune(draft))
        spec = current(FLOW, where.key)
        if whole:
            problems, files = self._checked(draft, today)
            if not problems:
                prepared = self._prepared(draft, today, files, self._provisional_number(draft, today))
                return _shown(prepared.pdf, spec.code, spec.edition, spec.evidence, ())
        values = form_values(draft)
        try:
            made = make_form(spec, values)
            found = preflight(spec, values)
        except Invalid as invalid:
            found = invalid.problems
            left_blank = tuple({each.path.partition(".")[0] for each in found})
            by_hand = tuple(values.get("handwriting", ())) + left_blank
            made = make_form(spec, {**values, "handwriting": by_hand})
        return _shown(made.pdf, spec.code, spec.edition, spec.evidence, in_answers(found))

    def prepare(self, draft: Draft, today: date) -> Prepared:
        """The packet of complete answers; nothing is written anywhere.

        Raises:
            Invalid: with every problem that `check` finds.
        """
        draft = tidied(prune(draft))
        problems, files = self._checked(draft, today)
        if problems:
            raise Invalid(problems)
        return self._prepared(draft, today, files, _number_without_store(draft, today))

    def finish(self, draft: Draft, today: date, *, draft_id: int | None = None) -> Finished:
        """Make the case, its check list, materials, document and deadline in one transaction; the kept draft goes with it.

        Raises:
            Invalid: with every problem that `check` finds; nothing is written then, nor on any other failure.
        """
        database = self._store()
        draft = tidied(prune(draft))
        problems, files = self._checked(draft, today)
        if problems:
            raise Invalid(problems)
        for _ in range(_TRIES):
            number = self._case_number(draft, today)
            prepared = self._prepared(draft, today, files, number)
            with database.transaction() as session:
                if self._is_taken(session, draft, number):
                    continue
                kept = keep_case(
                    session,
                    self._actor,
                    draft=draft,
                    number=number,
                    recipe=prepared.recipe,
                    sha256=prepared.sha256,
                    pages=prepared.pages,
                    files=files,
                    today=today,
                    draft_id=draft_id,
                )
            change = Change(cases=frozenset({kept.case_id}))
            return Finished(kept.case_id, number, kept.document_id, prepared, kept.due_on, change)
        raise UserError("store.changed_elsewhere")

    def reprint(self, document_id: int) -> bytes:
        """The document again, byte for byte; the printing is noted in the history.

        Raises:
            UserError: `flows.no_such_document`, `flows.reprint_impossible`, or `flows.reprint_differs` when this version
                of the program would draw it otherwise.
        """
        with self._store().transaction() as session:
            document = session.get(Document, document_id)
            if document is None:
                raise UserError("flows.no_such_document")
            recipe = Recipe.from_json(document.recipe)
            wanted = recipe.file_hashes()
            stored = session.scalars(select(StoredFile).where(StoredFile.sha256.in_(wanted)))
            files = {each.sha256: each.data for each in stored}
            sha256 = document.sha256
            audit.record(session, self._actor, "print", "document", document_id)
        pdf = recipe.build(files).pdf
        if sha256_of(pdf) != sha256:
            raise UserError("flows.reprint_differs")
        return pdf

    def _checked(self, draft: Draft, today: date) -> tuple[tuple[Problem, ...], EnclosedFiles]:
        """All problems, the answers' first; the form is asked only about answers that are right in themselves."""
        files = read_files(draft)
        found = [*all_problems(draft, today), *files.problems]
        where = province(draft)
        if where is not None:
            wrong = {each.path for each in found}
            asked = in_answers(preflight(current(FLOW, where.key), form_values(draft)))
            asked += tuple(unprintable_on_cover(draft))
            found += {(each.path, each.code): each for each in asked if each.path not in wrong}.values()
        return tuple(found), files

    def _prepared(self, draft: Draft, today: date, files: EnclosedFiles, number: str) -> Prepared:
        where, known = province(draft), situation(draft, today)
        assert where is not None and known is not None
        spec = current(FLOW, where.key)
        recipe = make_recipe(draft, known, spec, files, case_number=number, today=today)
        made = recipe.build(files.contents())
        return Prepared(
            pdf=made.pdf,
            pages=made.pages,
            sha256=sha256_of(made.pdf),
            parts=made.parts,
            file_name=safe_name(f"注销申请_{filing_number(draft)}.pdf"),
            form_code=spec.code,
            form_edition=spec.edition,
            form_title=spec.title,
            evidence=spec.evidence,
            notices=notices(known, spec),
            recipe=recipe,
        )

    def _store(self) -> Database:
        if self._database is None:
            raise RuntimeError("finishing needs a store")
        return self._database

    def _provisional_number(self, draft: Draft, today: date) -> str:
        return self._case_number(draft, today) if self._database else _number_without_store(draft, today)

    def _case_number(self, draft: Draft, today: date) -> str:
        with self._store().read() as session:
            case = session.get(Case, draft.case_id) if draft.case_id is not None else None
            return case.number if case is not None else next_case_number(session, today)

    def _is_taken(self, session: Session, draft: Draft, number: str) -> bool:
        """Whether the number printed on the cover now belongs to a case that is not this one."""
        owner = session.scalars(select(Case.id).where(Case.number == number)).first()
        return owner is not None and owner != draft.case_id


def _number_without_store(draft: Draft, today: date) -> str:
    """A case number where nobody counts: from the answers, so that the same answers give the same paper."""
    plain = replace(draft, enclosures=tuple(replace(each, file="") for each in draft.enclosures)).to_json()
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"BD-{today:%Y%m%d}-{digest[:6].upper()}"


def _shown(pdf: bytes, code: str, edition: str, evidence: str, problems: tuple[Problem, ...]) -> Preview:
    return preview_of(pdf, problems=problems, form_code=code, form_edition=edition, evidence=evidence)

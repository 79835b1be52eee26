"""From complete answers to paper and to a case: what the services of all flows have in common."""

from __future__ import annotations

import hashlib
import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Generic, Literal, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.forms.packet import Part
from app.models.case import Case
from app.models.document import Document
from app.models.material import StoredFile
from app.services import audit
from app.services.case_files import CaseFile, files_of_case
from app.services.case_keeping import CasePlan, keep_case
from app.services.case_numbers import next_case_number
from app.services.case_settings import DeskRules, desk_rules
from app.services.changes import Change
from app.services.enclosed_files import EnclosedFiles, read_files
from app.services.flows.draft import Enclosure, Mark
from app.services.form_editions import FormEditions
from app.services.recipes import Recipe, sha256_of
from app.services.stored_files import kept_file

_TRIES = 5
"""How often another case may take the number between looking and writing."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A packet ready to be saved or printed. `notices` are Chinese sentences that the agent should read.

    `form_code`, edition, title and evidence are those of the form or letter; empty where the packet makes neither.
    """

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


class _Answers(Protocol):
    """What every flow's draft has; a frozen dataclass."""

    @property
    def enclosures(self) -> tuple[Enclosure, ...]: ...

    @property
    def case_id(self) -> int | None: ...

    def to_json(self) -> dict[str, Any]: ...


D = TypeVar("D", bound=_Answers)


class CasePapers(ABC, Generic[D]):
    """Checks, prepares, finishes and reprints; a flow says how its drafts are tidied, checked and put on paper.

    Without a database it prepares packets only; official blanks are then those of `forms`, and copies are marked as
    `desk` says. Stateless apart from the database; every method may be called from any thread. The day is an argument
    throughout.
    """

    def __init__(
        self,
        database: Database | None,
        *,
        actor: str,
        forms: FormEditions | None = None,
        desk: DeskRules | None = None,
    ) -> None:
        self._database = database
        self._actor = actor
        self._forms = forms or FormEditions(database)
        self._desk = desk or DeskRules()

    @property
    def forms(self) -> FormEditions:
        """Where this service finds its forms; who shows something about them asks the same one."""
        return self._forms

    def under_rules(self, draft: D) -> D:
        """The draft judged by the rules now in force; as it is for a flow that no province's rules touch."""
        return draft

    def check(self, draft: D, today: date) -> tuple[Problem, ...]:
        """Everything that keeps this draft from becoming paper: answers, enclosures, and what the paper itself refuses."""
        return self._checked(self._tidied(draft), today)[0]

    def prepare(self, draft: D, today: date) -> Prepared:
        """The packet of complete answers; nothing is written anywhere.

        Raises:
            Invalid: with every problem that `check` finds.
        """
        draft = self._tidied(draft)
        problems, files = self._checked(draft, today)
        if problems:
            raise Invalid(problems)
        return self._prepared(draft, today, files, number_without_store(draft, today))

    def finish(self, draft: D, today: date, *, draft_id: int | None = None) -> Finished:
        """Make the case, its check list, materials, document and deadline in one transaction; the kept draft goes with it.

        Raises:
            Invalid: with every problem that `check` finds; nothing is written then, nor on any other failure.
        """
        database = self._store()
        draft = self._tidied(draft)
        problems, files = self._checked(draft, today)
        if problems:
            raise Invalid(problems)
        for _ in range(_TRIES):
            number = self._case_number(draft, today)
            prepared = self._prepared(draft, today, files, number)
            with database.transaction() as session:
                if _is_taken(session, draft.case_id, number):
                    continue
                kept = keep_case(
                    session,
                    self._actor,
                    plan=self._plan(draft, today, files, number),
                    recipe=prepared.recipe,
                    sha256=prepared.sha256,
                    pages=prepared.pages,
                    files=files,
                    draft_id=draft_id,
                )
            change = Change(cases=frozenset({kept.case_id}))
            return Finished(kept.case_id, number, kept.document_id, prepared, kept.due_on, change)
        raise UserError("store.changed_elsewhere")

    def watermark(self, draft: D, today: date) -> tuple[str, Mark]:
        """What copies of identity papers say in this packet, and how the desk has agreed to mark them."""
        return self._purpose(draft, today), self._agreed()

    def _marked(self, recipe: Recipe) -> Recipe:
        """The recipe with its watermarks as each was set, else as the desk has agreed, else as the packet words them."""
        return recipe.marked(self._agreed())

    def _agreed(self) -> Mark:
        if self._database is None:
            return self._desk.mark
        with self._database.read() as session:
            return desk_rules(session).mark

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
        pdf = recipe.build(files, self._forms).pdf
        if sha256_of(pdf) != sha256:
            raise UserError("flows.reprint_differs")
        return pdf

    def note_use(self, document_id: int, action: Literal["print", "export"]) -> None:
        """Note in the history that a document just made was printed or saved as a file."""
        with self._store().transaction() as session:
            audit.record(session, self._actor, action, "document", document_id)

    @abstractmethod
    def _purpose(self, draft: D, today: date) -> str:
        """What the packet is for, in the words that stand across a copy."""

    @abstractmethod
    def _tidied(self, draft: D) -> D:
        """The draft without left branches, each answer in its rule's writing."""

    @abstractmethod
    def _checked(self, draft: D, today: date) -> tuple[tuple[Problem, ...], EnclosedFiles]:
        """All problems, the answers' first; the paper is asked only about answers that are right in themselves."""

    @abstractmethod
    def _prepared(self, draft: D, today: date, files: EnclosedFiles, number: str) -> Prepared:
        """The packet of a checked draft under this case number."""

    @abstractmethod
    def _plan(self, draft: D, today: date, files: EnclosedFiles, number: str) -> CasePlan:
        """The case of a checked draft."""

    def _files(self, draft: D) -> EnclosedFiles:
        """The files of a draft, those that the store holds from there."""
        if self._database is None or not any(each.sha256 for each in draft.enclosures):
            return read_files(draft)
        with self._database.read() as session:
            return read_files(draft, partial(kept_file, session))

    def case_files(self, draft: D) -> tuple[CaseFile, ...]:
        """The enclosures of the case that a draft was started from, to choose from."""
        if self._database is None or draft.case_id is None:
            return ()
        with self._database.read() as session:
            return files_of_case(session, draft.case_id)

    def _store(self) -> Database:
        if self._database is None:
            raise RuntimeError("finishing needs a store")
        return self._database

    def _provisional_number(self, draft: D, today: date) -> str:
        return self._case_number(draft, today) if self._database else number_without_store(draft, today)

    def _case_number(self, draft: D, today: date) -> str:
        with self._store().read() as session:
            case = session.get(Case, draft.case_id) if draft.case_id is not None else None
            return case.number if case is not None else next_case_number(session, today)


def number_without_store(draft: _Answers, today: date) -> str:
    """A case number where nobody counts: from the answers, so that the same answers give the same paper."""
    changes: dict[str, Any] = {"enclosures": tuple(replace(each, file="", sha256="") for each in draft.enclosures)}
    plain = replace(draft, **changes).to_json()  # type: ignore[type-var]
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return f"BD-{today:%Y%m%d}-{digest[:6].upper()}"


def _is_taken(session: Session, case_id: int | None, number: str) -> bool:
    """Whether the number printed on the cover now belongs to a case that is not this one."""
    owner = session.scalars(select(Case.id).where(Case.number == number)).first()
    return owner is not None and owner != case_id

"""Puts a finished flow into the store: case, check list, materials, files, document, people, deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.search import Document as Findable
from app.db.search import index
from app.errors import UserError
from app.forms.enclosures import shown_name
from app.models.case import Case
from app.models.contact import Contact
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.models.site import Site
from app.models.subject import Subject
from app.rules.workdays import Deadline
from app.services import audit
from app.services.case_lines import Todo, put_on_list
from app.services.check_lists import Paper
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.draft import Ticket
from app.services.recipes import Recipe
from app.services.stored_files import drop_unused, hashes_of, keep_file

__all__ = ["CasePlan", "Kept", "Person", "Todo", "keep_case"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the ticket to call."""

    role: str
    name: str
    phone: str = ""
    email: str = ""
    certificate_type: str = ""
    certificate_number: str = ""


@dataclass(frozen=True, slots=True)
class CasePlan:
    """What a finished flow makes of a case. The ids say which case and records it was started from."""

    number: str
    procedure: str
    province: str
    filing_number: str
    title: str
    ticket: Ticket
    due: Deadline | None
    papers: tuple[Paper, ...]
    todo: tuple[Todo, ...]
    people: tuple[Person, ...]
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The ids that the store gave."""

    case_id: int
    document_id: int
    due_on: date | None


def keep_case(
    session: Session,
    actor: str,
    *,
    plan: CasePlan,
    recipe: Recipe,
    sha256: str,
    pages: int,
    files: EnclosedFiles,
    draft_id: int | None,
) -> Kept:
    """Write everything of a finished flow into this transaction.

    Raises:
        UserError: `cases.no_such_case` when the case that the wizard was started from is gone.
    """
    case = _case(session, actor, plan)
    stored = {
        each.sha256: keep_file(session, shown_name(each.name), each.media_type, each.data).id for each in files.files
    }
    put_on_list(session, actor, case.id, plan.papers, plan.todo, stored)
    code, edition = recipe.main_paper
    document = Document(
        case_id=case.id,
        kind="packet",
        title=recipe.title,
        form_code=code,
        form_edition=edition,
        values=recipe.to_json()["values"],
        recipe=recipe.to_json(),
        sha256=sha256,
        pages=pages,
    )
    session.add(document)
    session.flush()
    audit.record(session, actor, "create", "document", document.id, {"form": code, "edition": edition})
    for person in plan.people:
        _person(session, actor, person, case)
    texts = (case.number, case.ticket_number, case.title, case.customer, case.filing_number, case.owner)
    index(session, [Findable("case", case.id, texts)])
    kept = session.get(KeptDraft, draft_id) if draft_id is not None else None
    if kept is not None:
        left_over = hashes_of(kept.answers) - stored.keys()
        session.delete(kept)
        drop_unused(session, left_over)
    session.flush()
    return Kept(case.id, document.id, case.due_on)


def _case(session: Session, actor: str, plan: CasePlan) -> Case:
    due = plan.due
    steps = [{"date": each.date.isoformat(), "kind": each.kind, "zh": each.zh} for each in due.steps] if due else []
    values: dict[str, Any] = {
        "procedure": plan.procedure,
        "province": plan.province,
        "filing_number": plan.filing_number,
        "title": plan.title,
        "due_on": due.due if due else None,
        "due_provisional": due.provisional if due else False,
        "due_steps": steps,
    }
    if plan.case_id is not None:
        case = session.get(Case, plan.case_id)
        if case is None:
            raise UserError("cases.no_such_case")
        for name, value in values.items():
            setattr(case, name, value)
        action = "change"
    else:
        case = Case(number=plan.number, state="open", **values)
        session.add(case)
        action = "create"
    case.ticket_number = plan.ticket.number or case.ticket_number or ""
    case.customer = plan.ticket.customer or case.customer or ""
    case.owner = plan.ticket.owner or case.owner or ""
    case.subject_id = _existing(session, Subject, plan.subject_id) or case.subject_id
    case.site_id = _existing(session, Site, plan.site_id) or case.site_id
    session.flush()
    audit.record(session, actor, action, "case", case.id, {"fields": sorted(values)})
    return case


def _existing(session: Session, kind: type[Subject | Site], record_id: int | None) -> int | None:
    """The id, unless the record was deleted while the wizard was open."""
    return record_id if record_id is not None and session.get(kind, record_id) is not None else None


def _person(session: Session, actor: str, person: Person, case: Case) -> None:
    """Somebody to call, once."""
    if not person.name:
        return
    same = select(Contact.id).where(
        Contact.name == person.name, Contact.phone == person.phone, Contact.role == person.role
    )
    if session.scalars(same).first() is not None:
        return
    contact = Contact(
        name=person.name,
        role=person.role,
        phone=person.phone,
        email=person.email,
        certificate_type=person.certificate_type,
        certificate_number=person.certificate_number,
        subject_id=case.subject_id,
        site_id=case.site_id,
    )
    session.add(contact)
    session.flush()
    texts = (contact.name, contact.phone, contact.email, contact.certificate_number)
    index(session, [Findable("contact", contact.id, texts)])
    audit.record(session, actor, "create", "contact", contact.id)

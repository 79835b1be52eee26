"""Puts a finished deregistration into the store: case, check list, materials, files, document, people, deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.search import Document as Findable
from app.db.search import index
from app.errors import UserError
from app.models.case import Case, CaseItem
from app.models.contact import Contact
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.models.material import Material, StoredFile
from app.models.site import Site
from app.models.subject import Subject
from app.services import audit
from app.services.deregistration_packets import Paper, check_list, deadline
from app.services.enclosed_files import EnclosedFile, EnclosedFiles
from app.services.flows.deregistration import filing_number, province, situation
from app.services.flows.draft import Agent, Draft
from app.services.form_values import contact_name
from app.services.recipes import Recipe

PROCEDURES = {False: "deregister_offline_other_unit", True: "deregister_offline_hollow_subject"}
"""The procedure of the manual, by whether the subject is hollow."""

FOLLOW_UP = (
    ("send", "盖章（签字）后按清单顺序递交"),
    ("confirm", "到公共查询确认已查不到该备案，告知客户"),
)
"""What is left to do after the papers, from the steps of the procedure."""


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
    draft: Draft,
    number: str,
    recipe: Recipe,
    sha256: str,
    pages: int,
    files: EnclosedFiles,
    today: date,
    draft_id: int | None,
) -> Kept:
    """Write everything of a finished draft into this transaction.

    Raises:
        UserError: `cases.no_such_case` when the case that the wizard was started from is gone.
    """
    case = _case(session, actor, draft, number, today)
    stored = {file.sha256: _stored(session, file) for file in files.files}
    known = situation(draft, today)
    assert known is not None
    _check_list(session, actor, case.id, check_list(draft, known, files), stored)
    document = Document(
        case_id=case.id,
        kind="packet",
        title=recipe.title,
        form_code=recipe.form_code,
        form_edition=recipe.form_edition,
        values=recipe.to_json()["values"],
        recipe=recipe.to_json(),
        sha256=sha256,
        pages=pages,
    )
    session.add(document)
    session.flush()
    audit.record(
        session, actor, "create", "document", document.id, {"form": recipe.form_code, "edition": recipe.form_edition}
    )
    _people(session, actor, draft, case)
    texts = (case.number, case.ticket_number, case.title, case.customer, case.filing_number, case.owner)
    index(session, [Findable("case", case.id, texts)])
    kept = session.get(KeptDraft, draft_id) if draft_id is not None else None
    if kept is not None:
        session.delete(kept)
    session.flush()
    return Kept(case.id, document.id, case.due_on)


def _case(session: Session, actor: str, draft: Draft, number: str, today: date) -> Case:
    where, target, known = province(draft), filing_number(draft), situation(draft, today)
    assert where is not None and target is not None and known is not None
    due = deadline(known, today)
    values: dict[str, Any] = {
        "procedure": PROCEDURES[draft.filing.hollow],
        "province": where.key,
        "filing_number": str(target),
        "title": f"线下注销 {target}",
        "due_on": due.due if due else None,
        "due_provisional": due.provisional if due else False,
        "due_steps": [{"date": each.date.isoformat(), "kind": each.kind, "zh": each.zh} for each in due.steps]
        if due
        else [],
    }
    if draft.case_id is not None:
        case = session.get(Case, draft.case_id)
        if case is None:
            raise UserError("cases.no_such_case")
        for name, value in values.items():
            setattr(case, name, value)
        action = "change"
    else:
        case = Case(number=number, state="open", **values)
        session.add(case)
        action = "create"
    case.ticket_number = draft.ticket.number or case.ticket_number or ""
    case.customer = draft.ticket.customer or case.customer or ""
    case.owner = draft.ticket.owner or case.owner or ""
    case.subject_id = _existing(session, Subject, draft.subject_id) or case.subject_id
    case.site_id = _existing(session, Site, draft.site_id) or case.site_id
    session.flush()
    audit.record(session, actor, action, "case", case.id, {"fields": sorted(values)})
    return case


def _existing(session: Session, kind: type[Subject | Site], record_id: int | None) -> int | None:
    """The id, unless the record was deleted while the wizard was open."""
    return record_id if record_id is not None and session.get(kind, record_id) is not None else None


def _stored(session: Session, file: EnclosedFile) -> int:
    known = session.scalars(select(StoredFile.id).where(StoredFile.sha256 == file.sha256)).first()
    if known is not None:
        return known
    kept = StoredFile(
        sha256=file.sha256, media_type=file.media_type, name=file.name[:255], size=len(file.data), data=file.data
    )
    session.add(kept)
    session.flush()
    return kept.id


def _check_list(session: Session, actor: str, case_id: int, papers: tuple[Paper, ...], stored: dict[str, int]) -> None:
    last = session.scalar(select(func.max(CaseItem.position)).where(CaseItem.case_id == case_id))
    position = 0 if last is None else last + 1
    now = utc_now()
    for paper in papers:
        material_id = None
        if paper.kind != "application_form":
            for file in paper.files or (None,):
                state = "wanted" if file is None else "received"
                file_id = None if file is None else stored[file.sha256]
                material = Material(case_id=case_id, kind=paper.kind, title=paper.title, state=state, file_id=file_id)
                session.add(material)
                session.flush()
                material_id = material_id or material.id
        session.add(
            CaseItem(
                case_id=case_id,
                position=position,
                kind=paper.kind,
                title=paper.title,
                required=paper.required,
                note=paper.note,
                done_at=now if paper.files else None,
                done_by=actor if paper.files else "",
                material_id=material_id,
            )
        )
        position += 1
    for kind, title in FOLLOW_UP:
        session.add(CaseItem(case_id=case_id, position=position, kind=kind, title=title, required=True))
        position += 1
    session.flush()


def _people(session: Session, actor: str, draft: Draft, case: Case) -> None:
    """The people to call, once each: the applicant's contact and the agent."""
    people: list[tuple[str, str, str, str, Agent | None]] = [
        ("applicant", contact_name(draft), draft.applicant.mobile, draft.applicant.email, None)
    ]
    if draft.agent is not None:
        people.append(("agent", draft.agent.name, draft.agent.phone, "", draft.agent))
    for role, name, phone, email, agent in people:
        if not name:
            continue
        same = select(Contact.id).where(Contact.name == name, Contact.phone == phone, Contact.role == role)
        if session.scalars(same).first() is not None:
            continue
        contact = Contact(
            name=name,
            role=role,
            phone=phone,
            email=email,
            certificate_type=(agent.certificate_type or "") if agent else "",
            certificate_number=agent.certificate_number if agent else "",
            subject_id=case.subject_id,
            site_id=case.site_id,
        )
        session.add(contact)
        session.flush()
        texts = (contact.name, contact.phone, contact.email, contact.certificate_number)
        index(session, [Findable("contact", contact.id, texts)])
        audit.record(session, actor, "create", "contact", contact.id)

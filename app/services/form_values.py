"""What the deregistration form is given: the draft's answers under the form's own field names, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from app.errors import Problem
from app.rules.certificates import CertificateType, label_zh
from app.rules.filing_numbers import ServiceKind
from app.services.flows.answer_tree import value_at
from app.services.flows.deregistration import filing_number
from app.services.flows.draft import Draft

FORM_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "filing.number": ("target_filing_number",),
        "filing.subject_name": ("target_subject_name",),
        "filing.certificate_type": ("target_certificate_type",),
        "filing.certificate_number": ("target_certificate_number",),
        "filing.site_name": ("target_site_name",),
        "filing.domains": ("target_domains",),
        "filing.scope": ("scope",),
        "filing.hollow": ("hollow",),
        "relation": ("relation",),
        "ground": ("ground",),
        "applicant.kind": ("applicant_kind",),
        "applicant.name": ("applicant_name",),
        "applicant.certificate_type": ("applicant_certificate_type",),
        "applicant.certificate_number": ("applicant_certificate_number",),
        "applicant.contact_name": ("contact_name",),
        "applicant.mobile": ("contact_mobile", "applicant_mobile"),
        "applicant.phone": ("contact_phone",),
        "applicant.email": ("contact_email",),
        "applicant.legal_representative": ("legal_representative_name",),
        "agent.name": ("agent_name",),
        "agent.certificate_number": ("agent_certificate_number",),
        "reason": ("reason",),
        "application_date": ("application_date",),
    }
)
"""Which places of the form an answer goes to."""

_ANSWER_OF = {field: path for path, named in FORM_FIELDS.items() for field in named}


def form_values(draft: Draft) -> dict[str, str | tuple[str, ...]]:
    """Field names to text; what was not answered is left out, what is left for the pen is named in `handwriting`."""
    number, filing, applicant, agent = filing_number(draft), draft.filing, draft.applicant, draft.agent
    domains = filing.domains
    if not domains and number is not None and number.service_kind not in (None, ServiceKind.SITE):
        domains = ("无",)  # an app or a mini program has no domain, and the form leaves no cell empty
    values: dict[str, str | tuple[str, ...]] = {
        "target_filing_number": str(number) if number else filing.number,
        "target_subject_name": filing.subject_name,
        "target_certificate_type": certificate_label(filing.certificate_type),
        "target_certificate_number": filing.certificate_number,
        "target_site_name": filing.site_name,
        "target_domains": domains,
        "scope": filing.scope or "",
        "hollow": "yes" if filing.hollow else "",
        "relation": draft.relation or "",
        "ground": draft.ground or "",
        "reason": draft.reason,
        "application_date": date_zh(draft.application_date) if draft.application_date else "",
        "applicant_kind": applicant.kind or "",
        "applicant_name": applicant.name,
        "applicant_mobile": applicant.mobile,
        "applicant_certificate_type": certificate_label(applicant.certificate_type),
        "applicant_certificate_number": applicant.certificate_number,
        "contact_name": contact_name(draft),
        "contact_phone": applicant.phone,
        "contact_mobile": applicant.mobile,
        "contact_email": applicant.email,
        "legal_representative_name": applicant.legal_representative,
        "agent_name": agent.name if agent else "",
        "agent_certificate_number": agent.certificate_number if agent else "",
    }
    paths = [*draft.handwriting]
    if contact_source(draft) in paths and "applicant.contact_name" not in paths:
        paths.append("applicant.contact_name")
    by_hand = tuple(field for path in paths for field in FORM_FIELDS.get(path, ()))
    given: dict[str, str | tuple[str, ...]] = {name: value for name, value in values.items() if value}
    return {**given, "handwriting": by_hand} if by_hand else given


def contact_source(draft: Draft) -> str:
    """The answer that names whom to call: the contact, else the agent, else the person who applies."""
    if draft.applicant.contact_name:
        return "applicant.contact_name"
    if draft.agent is not None:
        return "agent.name"
    return "applicant.name" if draft.applicant.kind == "individual" else "applicant.contact_name"


def contact_name(draft: Draft) -> str:
    """Whom to call, by name."""
    return str(value_at(draft, contact_source(draft)) or "")


def certificate_label(kind: str | None) -> str:
    """A certificate type as the form prints it; empty for none or an unknown one."""
    return label_zh(kind) if kind and kind in set(CertificateType) else ""


def date_zh(day: date) -> str:
    """2026年11月23日, as forms are dated."""
    return f"{day.year}年{day.month}月{day.day}日"


def in_answers(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of the form's fields said of the answers they came from, each once."""
    found: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        head, dot, rest = problem.path.partition(".")
        path = _ANSWER_OF.get(head, head)
        renamed = replace(problem, path=f"{path}.{rest}" if dot else path)
        found.setdefault((renamed.path, renamed.code), renamed)
    return tuple(found.values())

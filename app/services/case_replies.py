"""Replies to the customer of a case: the templates of its procedure, filled from the case, and what is still missing.

`rules.replies` says how a template is filled; here is where the values come from. Nothing personal goes into a reply but
the customer's name and the filing's own number, name and domain.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.db.database import Database
from app.models.material import MaterialRow
from app.rules.case_deadlines import OFFLINE
from app.rules.case_states import TEXT_KIND, for_customers
from app.rules.in_force import RulesInForce
from app.rules.procedures import procedure_ids
from app.rules.provinces import provinces
from app.rules.replies import FilledReply, ReplyTemplate, fill, replies_of
from app.services.case_settings import DeskRules, DeskSettings
from app.services.case_starts import STEP_KIND
from app.services.cases import Cases, CaseWhole
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.reply_values import procedure_values
from app.services.rules_in_force import rules_of_desk

STAGE_OF_STATE = {
    "open": "request_materials",
    "waiting_customer": "materials_incomplete",
    "waiting_provider": "submitted",
    "waiting_administration": "submitted",
    "closed": "done",
}
"""Which reply is meant where a case stands."""
MISSING_STAGE = "materials_incomplete"
FROM_PAPER = {"target_account": "target_uid", "source_account": "source_account", "new_mailbox": "new_mailbox"}
"""Variables that only the newest paper knows, by the name of its blank."""
NEXT_STEP_KINDS = frozenset({"claim", "import", "log_in", "look_up", "change_contacts"})
"""Lines of the check list that say how it goes on once the provider is done."""

Templates = Callable[[str], Sequence[ReplyTemplate]]


@dataclass(frozen=True, slots=True)
class CaseReply:
    """A template and what the case makes of it."""

    template: ReplyTemplate
    filled: FilledReply
    suggested: bool


class CaseReplies:
    """Fills the replies of a case."""

    def __init__(self, database: Database, *, actor: str, templates: Templates | None = None) -> None:
        """`templates` gives the replies of a procedure, the desk's own among them; by default the shipped ones."""
        self._database = database
        self._templates = templates or replies_of
        self._cases = Cases(database, actor=actor)
        self._settings = DeskSettings(database, actor=actor)

    def of(self, case_id: int, today: date) -> list[CaseReply]:
        """The replies of a case's procedure, each filled; the one that fits its state is suggested.

        Raises:
            UserError: `cases.no_such_case`.
        """
        whole = self._cases.whole(case_id)
        values = self._values(whole, today)
        missing = missing_materials(whole)
        if whole.case.procedure not in procedure_ids():
            return []
        wanted = MISSING_STAGE if missing and whole.case.state != "closed" else STAGE_OF_STATE[whole.case.state]
        return [
            CaseReply(each, fill(each.text, values), each.stage == wanted)
            for each in self._templates(whole.case.procedure)
        ]

    def values(self, case_id: int, today: date) -> Mapping[str, str | tuple[str, ...]]:
        """What a case says of the variables, to try a reply out while it is written.

        Raises:
            UserError: `cases.no_such_case`.
        """
        return self._values(self._cases.whole(case_id), today)

    def _values(self, whole: CaseWhole, today: date) -> Mapping[str, str | tuple[str, ...]]:
        findings, rules = customer_findings(whole.materials), rules_of_desk(self._database)
        return case_values(whole, self._settings.get(), today, findings, rules)


def customer_findings(materials: Sequence[MaterialRow]) -> dict[int, tuple[str, ...]]:
    """What customers are told of their files, by material; the agent's own notes stay out."""
    told = {
        each.id: tuple(filter(None, (for_customers(f["code"], f["facts"]) for f in each.findings)))
        for each in materials
    }
    return {material_id: said for material_id, said in told.items() if said}


def missing_materials(whole: CaseWhole) -> tuple[str, ...]:
    """The materials of the check list that have not come, required ones only."""
    return tuple(item.title for item in whole.open_items if item.kind in ENCLOSURE_KINDS or item.kind == TEXT_KIND)


def case_values(
    whole: CaseWhole, rules: DeskRules, today: date, findings: Mapping[int, Sequence[str]], in_force: RulesInForce
) -> dict[str, str | tuple[str, ...]]:
    """The variables of replies that a case, its filing and the rules of its procedure give."""
    case, subject = whole.case, whole.subject
    site = whole.sites[0] if whole.sites else None
    known = {each.key: each for each in provinces()}
    where = known.get(case.province)
    paper = whole.documents[0].values if whole.documents else {}
    sent = next((each for each in whole.documents if each.sent_on is not None), None)
    after = next((each.title for each in whole.items if each.kind in NEXT_STEP_KINDS), "")
    values: dict[str, str | tuple[str, ...]] = {
        "customer_name": case.customer,
        "ticket_number": case.ticket_number,
        "agent_name": rules.agent_name or case.owner,
        "provider_name": rules.provider_name,
        "contact_channel": rules.contact_channel,
        "filing_number": case.filing_number.rpartition("-")[0] or case.filing_number,
        "subject_name": subject.name if subject is not None else "",
        "province": where.name_zh if where is not None else "",
        "authority": where.authority if where is not None else "",
        "missing_materials": tuple(f"· {each}" for each in missing_materials(whole)),
        "rejected_materials": tuple(_rejected(whole.materials, findings)),
        "required_materials": tuple(f"· {each.title}" for each in whole.items if each.kind in ENCLOSURE_KINDS),
        "next_step": after,
        "required_actions": tuple(
            each.title.removeprefix("客户：") for each in whole.items if _is_customers(each.kind, each.title)
        ),
    }
    values |= {name: str(paper[field]) for name, field in FROM_PAPER.items() if paper.get(field)}
    if site is not None:
        values["domain"] = site.domain
        values["domain_list"] = tuple(each.domain for each in whole.sites if each.domain)
        values["site_filing_number"] = site.filing_number or ""
    if sent is not None and sent.sent_on is not None:
        values["submitted_on"] = f"{sent.sent_on.year}年{sent.sent_on.month}月{sent.sent_on.day}日"
        values["submission_channel"] = " ".join(part for part in (sent.carrier, sent.tracking_number) if part)
    elif case.state in ("waiting_provider", "waiting_administration"):
        values["submitted_on"] = f"{today.year}年{today.month}月{today.day}日"
    known_values = {name: value for name, value in values.items() if value}
    if case.procedure not in procedure_ids():
        return known_values
    kind = subject.kind if subject is not None else ""
    return _of_procedure(case.procedure, kind, where.key if where is not None else "", in_force) | known_values


def as_html(text: str) -> str:
    """A reply as simple HTML, paragraphs where blank lines are; nothing in it is read as markup."""
    paragraphs = [html.escape(each, quote=False).replace("\n", "<br>\n") for each in text.split("\n\n")]
    return "".join(f"<p>{each}</p>\n" for each in paragraphs if each.strip())


def _of_procedure(
    procedure_id: str, kind: str, province_key: str, in_force: RulesInForce
) -> dict[str, str | tuple[str, ...]]:
    found = procedure_values(procedure_id, "individual" if kind == "individual" else "unit", province_key, in_force)
    time = in_force.facts(province_key).processing if province_key and procedure_id in OFFLINE else None
    return found | {"review_time": time.text_zh} if time is not None else found


def _rejected(materials: Sequence[MaterialRow], findings: Mapping[int, Sequence[str]]) -> list[str]:
    return [f"· {each.title}：{'；'.join(findings[each.id])}" for each in materials if findings.get(each.id)]


def _is_customers(kind: str, title: str) -> bool:
    return kind == STEP_KIND and title.startswith("客户：")

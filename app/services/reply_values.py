"""Where the variables of a reply come from when there is no case yet: a procedure, a filing in the store, a wizard's draft.

Nothing personal goes into a reply: no identity number, no whole phone number. What is not known is left out, so that the
reply says it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.rules.contacts import mask_phone
from app.rules.guidance import Mark, newest_first
from app.rules.in_force import RulesInForce
from app.rules.procedures import Procedure, SubjectKind, procedure
from app.rules.provinces import province, province_keys
from app.services.flows.deregistration import filing_number
from app.services.flows.draft import Draft

Values = dict[str, str | tuple[str, ...]]


def procedure_values(procedure_id: str, subject_kind: SubjectKind, province_key: str, rules: RulesInForce) -> Values:
    """What a procedure itself says: papers, actions, effects, days, and the province's own demands."""
    told = procedure(procedure_id)
    where = province(province_key) if province_key in province_keys() else None
    papers = [each for each in told.materials[subject_kind] if not each.has(Mark.SUPERSEDED)]
    found: Values = {
        "required_materials": _numbered(f"{each.text}（{each.form_zh}）" for each in papers),
        "required_actions": _numbered(
            each.text for each in told.steps if each.actor == "customer" and not each.has(Mark.SUPERSEDED)
        ),
        "irreversible_notice": tuple(
            each.text for each in newest_first(told.irreversible_effects) if not each.has(Mark.SUPERSEDED)
        ),
        "review_time": _review_time(told),
        "sms_valid_hours": next((each.length_zh for each in told.durations if "短信" in each.text), ""),
    }
    if where is not None:
        found |= {"province": where.name, "authority": where.authority}
        found["provincial_notice"] = tuple(
            each.text
            for each in told.provincial_differences
            if where.name in each.provinces and not each.has(Mark.SUPERSEDED)
        )
        if told.id.startswith("deregister_offline"):
            facts = rules.facts(where.key)
            found["form_name"] = facts.form_title or ""
            found["submission_channel"] = facts.channel.text_zh if facts.channel is not None else ""
            found["mailing_address"] = facts.address.text if facts.address is not None else ""
    return _known(found)


def subject_values(subject: SubjectRow, sites: tuple[SiteRow, ...] = ()) -> Values:
    """What a filing in the store says."""
    where = province(subject.province) if subject.province in province_keys() else None
    found: Values = {
        "subject_name": subject.name,
        "filing_number": subject.filing_number or "",
        "province": where.name if where is not None else "",
        "authority": where.authority if where is not None else "",
        "sms_phone": mask_phone(subject.lead_phone) if subject.lead_phone else "",
        "domain": sites[0].domain if len(sites) == 1 else "",
        "site_filing_number": (sites[0].filing_number or "") if len(sites) == 1 else "",
        "domain_list": tuple(each.domain for each in sites if each.domain),
        "remaining_sites": tuple(f"{each.filing_number or ''} {each.domain}".strip() for each in sites),
    }
    return _known(found)


def draft_values(draft: Draft) -> Values:
    """What the draft of a deregistration says so far."""
    number = filing_number(draft)
    where = province(number.province) if number is not None and number.province else None
    domains = tuple(draft.filing.domains)
    found: Values = {
        "customer_name": draft.ticket.customer or "",
        "ticket_number": draft.ticket.number or "",
        "agent_name": draft.ticket.owner or "",
        "filing_number": str(number.subject) if number is not None else "",
        "site_filing_number": str(number) if number is not None and number.service is not None else "",
        "conflict_filing": "，".join(part for part in (str(number or ""), draft.filing.subject_name, *domains) if part),
        "domain": domains[0] if len(domains) == 1 else "",
        "domain_list": domains,
        "province": where.name if where is not None else "",
        "authority": where.authority if where is not None else "",
    }
    return _known(found)


def _review_time(told: Procedure) -> str:
    """The length that leads among those of a review by the administration; empty where none is stated."""
    reviews = [each for each in newest_first(told.durations) if "审核" in each.text and not each.has(Mark.UNKNOWN)]
    lengths = reviews or [each for each in told.durations if each.unit == "working_day" and not each.has(Mark.UNKNOWN)]
    return lengths[0].length_zh if lengths else ""


def _numbered(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _known(values: Mapping[str, str | tuple[str, ...]]) -> Values:
    return {name: value for name, value in values.items() if value}

"""Offline deregistration (线下注销) as a graph of steps over a frozen draft; knows no Qt, no store and no paper.

Pages only collect. `next_step` decides where the wizard goes, `visible` which questions a step asks in this
situation, `problems` (in `checks`) what is wrong with the answers, and `prune` takes out whatever belongs to a branch that
was left. The province comes from the prefix of the filing number and from nothing else.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.errors import UserError
from app.rules.deregistration import OnlineWay, Situation, online_way
from app.rules.domains import DomainName, parse_domain
from app.rules.filing_numbers import FilingNumber, NumberKind, ServiceKind, parse_filing_number
from app.rules.provinces import Province, province_of
from app.rules.suffixes import SuffixApproval, suffix_approval
from app.services.flows.draft import Draft, Filing
from app.services.flows.graph import Graph

FLOW = "deregistration"


class Step(StrEnum):
    """The pages of the wizard; `ONLINE_WAY` and `REVIEW` are where it ends."""

    TRIAGE = "triage"
    ONLINE_WAY = "online_way"
    FILING = "filing"
    RELATION = "relation"
    APPLICANT = "applicant"
    AGENT = "agent"
    LETTER = "letter"
    REASON = "reason"
    SUFFIX = "suffix"
    ENCLOSURES = "enclosures"
    REVIEW = "review"


START = Step.TRIAGE

ASKED: dict[Step, tuple[str, ...]] = {
    Step.TRIAGE: (
        "filing.number",
        "filing.province",
        "filing.scope",
        "filing.hollow",
        "relation",
        "provider_known",
        "can_log_in",
        "paper_anyway",
        "ticket.number",
        "ticket.customer",
        "ticket.owner",
    ),
    Step.ONLINE_WAY: (),
    Step.FILING: (
        "filing.subject_kind",
        "filing.subject_name",
        "filing.certificate_type",
        "filing.certificate_number",
        "filing.site_name",
        "filing.domains",
        "filing.access_provider",
    ),
    Step.RELATION: ("ground", "filing.name_changed", "filing.domain_lapsed"),
    Step.APPLICANT: (
        "applicant.kind",
        "applicant.name",
        "applicant.certificate_type",
        "applicant.certificate_number",
        "applicant.legal_representative",
        "applicant.contact_name",
        "applicant.mobile",
        "applicant.phone",
        "applicant.email",
        "agent",
    ),
    Step.AGENT: ("agent.name", "agent.certificate_type", "agent.certificate_number", "agent.phone", "letter.way"),
    Step.LETTER: ("letter.legal_certificate_number", "letter.dated", "letter.valid_until"),
    Step.REASON: ("reason", "application_date"),
    Step.SUFFIX: ("suffix_confirmation",),
    Step.ENCLOSURES: ("enclosures",),
    Step.REVIEW: (),
}
"""The questions of each step, in the order of the page. `agent` itself is the tick "somebody acts for the applicant"."""

HANDWRITABLE = frozenset(
    {
        "filing.subject_name",
        "filing.certificate_number",
        "filing.site_name",
        "filing.domains",
        "applicant.name",
        "applicant.certificate_number",
        "applicant.legal_representative",
        "applicant.contact_name",
        "applicant.mobile",
        "applicant.phone",
        "applicant.email",
        "agent.name",
        "agent.certificate_number",
        "letter.legal_certificate_number",
        "letter.dated",
        "letter.valid_until",
        "reason",
        "application_date",
    }
)
"""Answers that may be left as a line for the pen. The number and the choices may not: the form depends on them."""


def next_step(step: Step, draft: Draft) -> Step | None:
    """Where the wizard goes from here; None where it ends."""
    match step:
        case Step.TRIAGE:
            return Step.ONLINE_WAY if way_online(draft) else Step.FILING
        case Step.FILING:
            return Step.RELATION
        case Step.RELATION:
            return Step.APPLICANT
        case Step.APPLICANT:
            return Step.REASON if draft.agent is None else Step.AGENT
        case Step.AGENT:
            return Step.LETTER if _is_to_make(draft) else Step.REASON
        case Step.LETTER:
            return Step.REASON
        case Step.REASON:
            return Step.SUFFIX if gated_domains(draft) else Step.ENCLOSURES
        case Step.SUFFIX:
            return Step.ENCLOSURES
        case Step.ENCLOSURES:
            return Step.REVIEW
        case Step.ONLINE_WAY | Step.REVIEW:
            return None


def _is_to_make(draft: Draft) -> bool:
    """Whether the agent of a unit is to get a letter from here; persons give theirs in their own words."""
    unit_has_agent = draft.agent is not None and draft.applicant.kind == "unit"
    return unit_has_agent and draft.letter.way in (None, "make")


def makes_letter(draft: Draft) -> bool:
    """Whether the packet makes the agent's letter: one that somebody has sealed already takes its place."""
    return _is_to_make(draft) and not encloses_letter(draft)


def encloses_letter(draft: Draft) -> bool:
    """Whether a letter of authority stands among the enclosures."""
    return any(each.kind == "authorization_letter" for each in draft.enclosures)


def _is_asked(question: str, draft: Draft) -> bool:
    match question:
        case "filing.hollow":
            return draft.filing.scope != "site"
        case "provider_known":
            return draft.relation == "own" and not draft.filing.hollow
        case "can_log_in":
            return draft.relation == "own" and not draft.filing.hollow and draft.provider_known is not False
        case "paper_anyway":
            return online_choice(draft) is not None
        case "filing.site_name":
            return draft.filing.scope == "site"
        case "filing.access_provider":
            return not draft.filing.hollow
        case "filing.name_changed":
            return draft.ground == "subject"
        case "filing.domain_lapsed":
            # The holder of the domain cannot at once be without it.
            named = bool(draft.filing.domains) or "filing.domains" in draft.handwriting
            return draft.ground != "domain" and named
        case "letter.way":
            return draft.agent is not None and draft.applicant.kind == "unit"
        case "applicant.legal_representative":
            return draft.applicant.kind != "individual"
        case _:
            return not question.startswith("agent.") or draft.agent is not None


GRAPH = Graph(START, ASKED, next_step, _is_asked)

path = GRAPH.path
previous_step = GRAPH.previous
visible = GRAPH.visible
prune = GRAPH.prune
dropped = GRAPH.dropped
at_least_until = GRAPH.at_least_until
set_handwriting = GRAPH.set_handwriting


def filing_number(draft: Draft) -> FilingNumber | None:
    """The number that is to go, where it can be read and is a filing's."""
    try:
        number = parse_filing_number(draft.filing.number) if draft.filing.number else None
    except UserError:
        return None
    return number if number and number.kind is NumberKind.ICP_FILING else None


def province(draft: Draft) -> Province | None:
    """The province whose administration decides, from the prefix of the number."""
    number = filing_number(draft)
    return province_of(number) if number else None


def domain_names(draft: Draft) -> tuple[DomainName, ...]:
    """The domains that can be read, in the order given."""
    names = []
    for text in draft.filing.domains:
        try:
            names.append(parse_domain(text))
        except UserError:
            continue
    return tuple(names)


def gated_domains(draft: Draft) -> tuple[tuple[DomainName, SuffixApproval], ...]:
    """Domains that may never be filed again: their suffix is known as not approved, or nothing is known of it."""
    if "filing.domains" in draft.handwriting:
        return ()
    found = ((name, suffix_approval(name.suffix)) for name in domain_names(draft))
    return tuple((name, approval) for name, approval in found if approval.approved is not True)


def needs_domain(draft: Draft) -> bool:
    """Whether the paper is empty without a domain: a single website, or the ground that the domain is the applicant's."""
    number = filing_number(draft)
    is_website = number is None or number.service_kind in (None, ServiceKind.SITE)
    return draft.ground == "domain" or (draft.filing.scope == "site" and is_website)


def situation(draft: Draft, today: date) -> Situation | None:
    """The facts that rules ask for; None until number, scope and relation are known.

    What is still open is taken as the plainer case (subject ground, a unit, no agent).
    """
    where = province(draft)
    if where is None or draft.filing.scope is None or draft.relation is None:
        return None
    ground = draft.ground or ("subject" if draft.relation == "own" else "domain")
    return Situation(
        province=where.key,
        relation="own" if draft.relation == "own" else "other",
        ground="subject" if ground == "subject" else "domain",
        scope="site" if draft.filing.scope == "site" else "subject",
        applicant_kind="individual" if draft.applicant.kind == "individual" else "unit",
        has_agent=draft.agent is not None,
        hollow=draft.filing.hollow,
        domain_lapsed=draft.filing.domain_lapsed,
        name_changed=draft.filing.name_changed,
        provider_known=draft.provider_known,
        can_log_in=draft.can_log_in,
        today=today,
        in_force=draft.rules,
    )


def way_online(draft: Draft) -> OnlineWay | None:
    """The way that needs no paper and that the agent has not turned down."""
    return None if draft.paper_anyway else online_choice(draft)


def online_choice(draft: Draft) -> OnlineWay | None:
    """The way that needs no paper, where there is one; where it is not `sure`, the agent may well go on with paper.

    Only the answers of the first step count, so that a later answer never turns the path back there.
    """
    first = Draft(
        filing=Filing(scope=draft.filing.scope, number=draft.filing.number, hollow=draft.filing.hollow),
        relation=draft.relation,
        provider_known=draft.provider_known,
        can_log_in=draft.can_log_in,
        rules=draft.rules,
    )
    known = situation(first, date.min)
    return online_way(known) if known else None

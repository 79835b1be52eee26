"""What is wrong with the answers of the deregistration flow, in codes: one function per step, pure, no files read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from app.errors import Problem, UserError
from app.rules.contacts import check_email, check_mobile, check_phone
from app.rules.deregistration import restrictions
from app.rules.domains import parse_domain
from app.rules.filing_numbers import NumberKind, parse_filing_number
from app.rules.names import check_name
from app.rules.provinces import province_of, provinces
from app.services.flows import answer_checks
from app.services.flows.answer_checks import certificate, checked, plain_text
from app.services.flows.deregistration import (
    HANDWRITABLE,
    Step,
    encloses_letter,
    filing_number,
    gated_domains,
    needs_domain,
    path,
    situation,
    visible,
    way_online,
)
from app.services.flows.draft import Draft
from app.services.flows.tidy import name_kind
from app.services.flows.wording import CHOICES

ENCLOSURE_KINDS: dict[str, str] = {
    "id_card_copy": "身份证复印件",
    "unit_certificate_copy": "单位证件复印件",
    "domain_certificate": "域名证书",
    "whois_screenshot": "域名 Whois 查询截图",
    "legal_representative_id_copy": "法定代表人身份证复印件",
    "agent_id_copy": "经办人身份证复印件",
    "authorization_letter": "授权委托书",
    "change_proof": "名称或证件变更证明",
    "holding_photo": "手持证件照片",
    "free_letter": "情况说明",
    "other": "其他材料",
}
"""Papers that an agent can enclose; the form itself is made, not enclosed."""

LONGEST_REASON = 2000
DATE_TOLERANCE = timedelta(days=90)
"""A date further from today is a slip of the pen: letters older than three months are sent back (forms.md, section 11)."""


def problems(step: Step, draft: Draft, today: date) -> tuple[Problem, ...]:
    """What keeps the agent from going on from this step."""
    check = _CHECKS.get(step)
    return tuple(check(draft, today)) if check else ()


def all_problems(draft: Draft, today: date) -> tuple[Problem, ...]:
    """Every problem on the path, once each; an answer to the online way counts as one, for there is no paper then."""
    found = [problem for step in path(draft) for problem in problems(step, draft, today)]
    asked = {question for step in path(draft) for question in visible(step, draft)}
    found += answer_checks.handwriting(draft, asked, HANDWRITABLE)
    if Step.ONLINE_WAY in path(draft):
        way = way_online(draft)
        steps = tuple(step.text_zh for step in way.steps) if way else ()
        found.append(
            Problem("paper_anyway", "flows.online_way_exists", {"way": way.title_zh if way else "", "steps": steps})
        )
    unique = {(each.path, each.code): each for each in found}
    return tuple(unique.values())


def _triage(draft: Draft, today: date) -> Iterator[Problem]:
    yield from _number(draft)
    yield from _choice(draft, "filing.scope")
    yield from _choice(draft, "relation")
    number = filing_number(draft)
    if number is not None and draft.filing.scope == "subject" and number.service is not None:
        yield Problem("filing.number", "flows.number_has_suffix", {"subject": str(number.subject)})
    if number is not None and draft.filing.scope == "site" and number.service is None:
        yield Problem("filing.number", "flows.number_lacks_suffix", {"example": f"{number}-1"})
    if draft.filing.hollow and draft.filing.scope == "site":
        yield Problem("filing.hollow", "flows.hollow_has_no_site")
    for name, longest in (("ticket.number", 64), ("ticket.customer", 200), ("ticket.owner", 200)):
        yield from plain_text(draft, name, longest=longest)


def _number(draft: Draft) -> Iterator[Problem]:
    if not draft.filing.number:
        yield Problem("filing.number", "flows.required")
        return
    try:
        number = parse_filing_number(draft.filing.number)
        if number.kind is not NumberKind.ICP_FILING:
            yield Problem("filing.number", "flows.licence_not_filing", {"number": str(number)})
            return
        where = province_of(number)
    except UserError as error:
        yield error.problem("filing.number")
        return
    assert where is not None, "every filing's letter has a province"
    wanted = draft.filing.province.strip()
    if not wanted:
        return
    named = [each for each in provinces() if wanted in (each.key, each.code, each.name_zh, each.name, each.prefix)]
    if not named:
        yield Problem("filing.province", "flows.unknown_province", {"found": wanted[:20]})
    elif named[0].key != where.key:
        facts = {"prefix": number.prefix, "province": where.name_zh, "found": named[0].name_zh}
        yield Problem("filing.province", "flows.wrong_province", facts)


def _filing(draft: Draft, today: date) -> Iterator[Problem]:
    yield from _name(draft, "filing.subject_name", required=True)
    yield from _name(draft, "filing.site_name", required=False)
    yield from plain_text(draft, "filing.access_provider", longest=200)
    if draft.filing.subject_kind is not None:
        yield from _choice(draft, "filing.subject_kind")
    kinds = (draft.filing.subject_kind,) if draft.filing.subject_kind else ("unit", "individual")
    yield from certificate(draft, "filing", kinds, today, required=False)
    seen: dict[str, int] = {}
    for place, text in enumerate(draft.filing.domains):
        try:
            name = parse_domain(text)
        except UserError as error:
            yield error.problem(f"filing.domains.{place}")
            continue
        if name.registrable_ascii in seen:
            facts = {"domain": name.registrable_unicode, "first": seen[name.registrable_ascii] + 1}
            yield Problem(f"filing.domains.{place}", "flows.domain_twice", facts)
        seen.setdefault(name.registrable_ascii, place)
    if not draft.filing.domains and needs_domain(draft) and "filing.domains" not in draft.handwriting:
        yield Problem("filing.domains", "flows.domain_required")


def _relation(draft: Draft, today: date) -> Iterator[Problem]:
    yield from _choice(draft, "ground")
    if draft.ground == "domain" and not draft.filing.domains and "filing.domains" not in draft.handwriting:
        yield Problem("ground", "flows.domain_ground_without_domain")
    known = situation(draft, today)
    if known is not None:
        for restriction in restrictions(known):
            if restriction.severity == "stop":
                facts = {"text": restriction.text_zh, "source": restriction.source, "as_of": restriction.as_of}
                yield Problem("relation", "flows.restricted", facts)


def _applicant(draft: Draft, today: date) -> Iterator[Problem]:
    yield from _choice(draft, "applicant.kind")
    yield from _name(draft, "applicant.name", required=True)
    kinds = (draft.applicant.kind,) if draft.applicant.kind else ("unit", "individual")
    yield from certificate(draft, "applicant", kinds, today)
    yield from _name(draft, "applicant.legal_representative", required=False)
    speaks_for_itself = draft.applicant.kind == "individual" or draft.agent is not None
    yield from _name(draft, "applicant.contact_name", required=not speaks_for_itself)
    yield from checked(draft, "applicant.mobile", check_mobile, required=True)
    yield from checked(draft, "applicant.phone", check_phone, required=False)
    yield from checked(draft, "applicant.email", check_email, required=True)
    if draft.ground == "subject" and not draft.filing.name_changed:
        yield from _subject_ground(draft)


def _subject_ground(draft: Draft) -> Iterator[Problem]:
    """主体依据 holds only where name, certificate type and number of applicant and filing agree (forms.md, form 1)."""
    filing, applicant = draft.filing, draft.applicant
    by_hand = {"applicant.name", "applicant.certificate_number", "filing.subject_name", "filing.certificate_number"}
    if by_hand & set(draft.handwriting):
        return
    names_agree = _same(filing.subject_name, applicant.name)
    numbers_agree = _same(filing.certificate_number, applicant.certificate_number)
    if filing.certificate_number and applicant.certificate_number and not numbers_agree:
        yield Problem("applicant.certificate_number", "flows.certificate_differs")
    if draft.relation == "own" and filing.subject_name and applicant.name and not names_agree:
        yield Problem("applicant.name", "flows.name_differs", {"subject": filing.subject_name[:60]})
    misused = filing.certificate_number and numbers_agree
    if draft.relation == "other" and filing.subject_name and applicant.name and not names_agree and not misused:
        yield Problem("ground", "flows.subject_ground_without_match", {"subject": filing.subject_name[:60]})


def _agent(draft: Draft, today: date) -> Iterator[Problem]:
    yield from _name(draft, "agent.name", required=True)
    yield from certificate(draft, "agent", ("individual",), today)
    yield from checked(draft, "agent.phone", check_phone, required=False)
    yield from answer_checks.choice(draft, "letter.way", CHOICES["letter.way"], required=False)


def _letter(draft: Draft, today: date) -> Iterator[Problem]:
    yield from answer_checks.person_number(draft, "letter.legal_certificate_number", today)
    yield from answer_checks.letter_dates(draft, today)


def _reason(draft: Draft, today: date) -> Iterator[Problem]:
    if not draft.reason.strip() and "reason" not in draft.handwriting:
        yield Problem("reason", "flows.required")
    yield from plain_text(draft, "reason", longest=LONGEST_REASON, lines=True)
    if draft.application_date is not None and abs(draft.application_date - today) > DATE_TOLERANCE:
        facts = {"found": draft.application_date.isoformat(), "today": today.isoformat()}
        yield Problem("application_date", "flows.date_far_off", facts)


def _suffix(draft: Draft, today: date) -> Iterator[Problem]:
    wanted = {name.registrable_ascii: name.registrable_unicode for name, _ in gated_domains(draft)}
    typed = set()
    for word in draft.suffix_confirmation.replace("，", " ").replace(",", " ").replace("、", " ").split():
        try:
            typed.add(parse_domain(word).registrable_ascii)
        except UserError:
            continue
    left = tuple(shown for name, shown in wanted.items() if name not in typed)
    if left:
        yield Problem("suffix_confirmation", "flows.suffix_not_confirmed", {"domains": left})


def _enclosures(draft: Draft, today: date) -> Iterator[Problem]:
    yield from answer_checks.enclosures(draft, ENCLOSURE_KINDS)
    if draft.letter.way == "enclosed" and not encloses_letter(draft):
        yield Problem("enclosures", "letters.not_enclosed")


def _choice(draft: Draft, name: str) -> Iterator[Problem]:
    yield from answer_checks.choice(draft, name, CHOICES[name])


def _name(draft: Draft, name: str, *, required: bool) -> Iterator[Problem]:
    yield from checked(draft, name, lambda text: check_name(text, kind=name_kind(draft, name)), required=required)


def _same(one: str, other: str) -> bool:
    """Equal as a clerk reads it: width and blanks do not count."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


_CHECKS: dict[Step, Callable[[Draft, date], Iterator[Problem]]] = {
    Step.TRIAGE: _triage,
    Step.FILING: _filing,
    Step.RELATION: _relation,
    Step.APPLICANT: _applicant,
    Step.AGENT: _agent,
    Step.LETTER: _letter,
    Step.REASON: _reason,
    Step.SUFFIX: _suffix,
    Step.ENCLOSURES: _enclosures,
}

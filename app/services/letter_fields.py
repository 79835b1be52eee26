"""The blanks of a letter as questions: how each is answered, by which rule it is checked, and how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.errors import Problem, UserError
from app.forms.letters_spec import LetterSpec
from app.rules.certificates import CertificateType, certificate_type_named, certificate_types, check_certificate
from app.rules.contacts import check_email, check_mobile, check_phone
from app.rules.domains import parse_domain
from app.rules.filing_numbers import FilingNumber, NumberKind, parse_filing_number
from app.rules.letter_dates import letter_age
from app.rules.names import check_name
from app.rules.packs import source_zh
from app.rules.transfers import check_uid
from app.services.flows.answer_checks import FAR_OFF, LONGEST_LINE, LONGEST_NUMBER, characters, looks_like_id_card
from app.services.flows.letter_draft import LetterDraft
from app.services.form_values import certificate_label, date_zh

LONGEST_TEXT = 2000
WHOLE_SUBJECT = frozenset({"authorization-transfer", "authorization-mailbox", "request-hollow-shandong"})
"""Letters about a filing as a whole: a website's number would leave the rest behind."""
DECIDING: Mapping[str, tuple[str, ...]] = MappingProxyType({"applicant_kind": ("unit", "individual")})
"""What decides between paragraphs, and its values; the first is what is usual."""
PEOPLE = frozenset({"authorized_name", "contact_name"})
UNITS = frozenset({"unit_name", "current_name", "former_name", "target_subject_name"})


class Ask(StrEnum):
    """How a blank is answered."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    CERTIFICATE = "certificate"
    CHOICE = "choice"


_ASKED: Mapping[str, Ask] = MappingProxyType(
    {
        "letter_date": Ask.DAY,
        "valid_until": Ask.DAY,
        "changed_on": Ask.DAY,
        "domains": Ask.LINES,
        "target_domains": Ask.LINES,
        "reason": Ask.TEXT,
    }
)


@dataclass(frozen=True, slots=True)
class LetterQuestion:
    """One blank to be filled.

    Attributes:
        field: its name.
        ask: how it is answered.
        label: as the letter calls it; empty for what decides between paragraphs.
        hint: what the agent should know; may be empty.
        required: whether the letter means nothing without it.
        kinds: whose certificates are offered: `unit`, `individual` or both.
    """

    field: str
    ask: Ask
    label: str
    hint: str
    required: bool
    kinds: tuple[str, ...] = ()


def letter_questions(spec: LetterSpec, draft: LetterDraft) -> tuple[LetterQuestion, ...]:
    """What is asked for this letter, in reading order; what decides between paragraphs comes first."""
    whens = [*(each.when for each in spec.paragraphs), *(each.when for each in spec.signature)]
    deciding = [name for name in DECIDING if any(name in when for when in whens)]
    shown = _shown(spec, draft)
    return (
        *(LetterQuestion(name, Ask.CHOICE, "", "", True) for name in deciding),
        *(_question(spec, name, draft) for name in spec.fields() if name in shown),
    )


def every_question(spec: LetterSpec) -> tuple[LetterQuestion, ...]:
    """What may be asked for this letter whatever decides between its paragraphs, each once."""
    drafts = [LetterDraft(spec.code)]
    for name, values in DECIDING.items():
        drafts = [draft.with_value(name, value) for draft in drafts for value in values]
    found: dict[str, LetterQuestion] = {}
    for draft in drafts:
        for each in letter_questions(spec, draft):
            before = found.get(each.field)
            kinds = tuple(dict.fromkeys((*(before.kinds if before else ()), *each.kinds)))
            found[each.field] = replace(each, kinds=kinds)
    return tuple(found.values())


def _question(spec: LetterSpec, name: str, draft: LetterDraft) -> LetterQuestion:
    blank = spec.blank(name)
    ask = Ask.CERTIFICATE if name.endswith("certificate_type") else _ASKED.get(name, Ask.LINE)
    kinds = _kinds(name, draft) if ask is Ask.CERTIFICATE else ()
    return LetterQuestion(name, ask, blank.label, blank.note, blank.required, kinds)


def _shown(spec: LetterSpec, draft: LetterDraft) -> frozenset[str]:
    """The blanks of paragraphs that stand whatever is filled in; an optional one stands to be asked for."""
    deciding = {name: draft.value(name) or values[0] for name, values in DECIDING.items()}

    def holds(when: Mapping[str, str]) -> bool:
        return all(deciding.get(name) == value for name, value in when.items())

    found = {name for each in spec.paragraphs if holds(each.when) for name in each.fields()}
    found |= {each.field for each in spec.signature if each.field and holds(each.when)}
    return frozenset(found | {name for name in spec.fields() if f"{{{name}}}" in spec.addressee})


def _kinds(name: str, draft: LetterDraft) -> tuple[str, ...]:
    if name.startswith("authorized"):
        return ("individual",)
    if name.startswith("applicant"):
        return (draft.value("applicant_kind") or "unit",)
    return ("unit",)


def printed_values(spec: LetterSpec, draft: LetterDraft) -> dict[str, str | tuple[str, ...]]:
    """The values as the letter prints them; what decides between paragraphs goes with them."""
    values: dict[str, str | tuple[str, ...]] = {
        name: draft.value(name) or choices[0] for name, choices in DECIDING.items()
    }
    for question in letter_questions(spec, draft):
        text = draft.value(question.field).strip()
        match question.ask:
            case _ if not text:
                continue
            case Ask.CERTIFICATE:
                values[question.field] = certificate_label(text)
            case Ask.DAY:
                day = day_of(text)
                values[question.field] = date_zh(day) if day else ""
            case Ask.LINES:
                values[question.field] = tuple(line.strip() for line in text.splitlines() if line.strip())
            case _:
                values[question.field] = text
    return {**values, "handwriting": draft.handwriting}


def day_of(text: str) -> date | None:
    """A day as drafts write it; None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def rewritten(spec: LetterSpec, draft: LetterDraft) -> LetterDraft:
    """The draft with every answer that its rule accepts in that rule's writing."""
    for question in letter_questions(spec, draft):
        text = draft.value(question.field)
        if not text.strip() or question.ask in (Ask.DAY, Ask.CHOICE):
            continue
        try:
            draft = draft.with_value(question.field, _ruled(spec, question, draft, text))
        except UserError:
            continue
    return draft


def field_problems(spec: LetterSpec, draft: LetterDraft, today: date) -> Iterator[Problem]:
    """What is wrong with what was typed; what is missing is said by the letter itself."""
    for question in letter_questions(spec, draft):
        name, text = question.field, draft.value(question.field)
        if not text.strip():
            continue
        longest = LONGEST_TEXT if question.ask in (Ask.TEXT, Ask.LINES) else LONGEST_LINE
        if name.endswith("certificate_number"):
            longest = LONGEST_NUMBER
        found = [each.under(name) for each in characters(text, longest, lines=question.ask in (Ask.TEXT, Ask.LINES))]
        if not found:
            found = list(_ruled_problems(spec, question, draft, today))
        yield from found
    yield from _dates(draft, today)


def letter_notes(spec: LetterSpec, draft: LetterDraft, today: date) -> tuple[str, ...]:
    """What does not stop the agent and should be read: the letter's age. Chinese, with the source."""
    dated = day_of(draft.value("letter_date"))
    if "letter_date" not in spec.fields() or "letter_date" in draft.handwriting or dated is None:
        return ()
    age = letter_age(dated, today)
    return () if age.finding == "good" else (f"{age.text_zh}（来源：{source_zh(age.source)}，{age.as_of}）",)


def _ruled_problems(spec: LetterSpec, question: LetterQuestion, draft: LetterDraft, today: date) -> Iterator[Problem]:
    name, text = question.field, draft.value(question.field)
    if question.ask is Ask.DAY:
        if day_of(text) is None:
            yield Problem(name, "letters.not_a_day")
        return
    if question.ask is Ask.CERTIFICATE:
        allowed = tuple(str(each) for kind in question.kinds for each in certificate_types(kind))
        kind = certificate_type_named(text)
        if kind is None or kind.value not in allowed:
            yield Problem(name, "flows.not_a_choice", {"found": text[:40], "choices": allowed})
        return
    if question.ask is Ask.CHOICE:
        if text not in DECIDING[name]:
            yield Problem(name, "flows.not_a_choice", {"found": text[:40], "choices": DECIDING[name]})
        return
    try:
        _ruled(spec, question, draft, text, today)
    except UserError as error:
        yield error.problem(name)


def _ruled(spec: LetterSpec, question: LetterQuestion, draft: LetterDraft, text: str, today: date | None = None) -> str:
    """The text in its rule's writing.

    Raises:
        UserError: what the rule says of it.
    """
    name = question.field
    if question.ask is Ask.CERTIFICATE:
        kind = certificate_type_named(text)
        return kind.value if kind else text
    if question.ask is Ask.LINES:
        return "\n".join(parse_domain(line).registrable_unicode for line in text.splitlines() if line.strip())
    if name.endswith("certificate_number"):
        return _number(name, draft, text, today)
    if name in PEOPLE or name in UNITS:
        return check_name(text, kind="individual" if name in PEOPLE else "unit")
    if name == "applicant_name":
        return check_name(text, kind=draft.value("applicant_kind") or "unit")
    if name == "filing_number":
        return str(_filing(spec, text))
    rule = _RULES.get(name)
    return rule(text) if rule else text.strip()


def _number(name: str, draft: LetterDraft, text: str, today: date | None) -> str:
    """A certificate's number by its type; one without a type by its shape."""
    beside = name.replace("_number", "_type")
    kind = certificate_type_named(draft.value(beside)) if draft.value(beside) else None
    if kind is not None and not any(kind in certificate_types(each) for each in _kinds(beside, draft)):
        return text.strip().upper()
    if kind is None and looks_like_id_card(text) and name.startswith("legal"):
        kind = CertificateType.ID_CARD
    return check_certificate(kind, text, today=today) if kind else text.strip().upper()


def _filing(spec: LetterSpec, text: str) -> FilingNumber:
    number = parse_filing_number(text)
    if number.kind is not NumberKind.ICP_FILING:
        raise UserError("flows.licence_not_filing", number=str(number))
    if number.service is not None and spec.code in WHOLE_SUBJECT:
        raise UserError("letters.subject_number_wanted", subject=str(number.subject))
    return number


def _any_phone(text: str) -> str:
    try:
        return check_mobile(text)
    except UserError:
        return check_phone(text)


_RULES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "contact_phone": _any_phone,
        "target_uid": check_uid,
        "old_mailbox": check_email,
        "new_mailbox": check_email,
    }
)


def _dates(draft: LetterDraft, today: date) -> Iterator[Problem]:
    dated, until = day_of(draft.value("letter_date")), day_of(draft.value("valid_until"))
    changed = day_of(draft.value("changed_on"))
    if dated is not None and abs(dated - today) > FAR_OFF:
        yield Problem("letter_date", "flows.date_far_off", {"found": dated.isoformat(), "today": today.isoformat()})
    if until is not None and until < (dated or today):
        facts = {"dated": (dated or today).isoformat()}
        yield Problem("valid_until", "letters.ends_before_it_begins", facts)
    if changed is not None and changed > (dated or today):
        yield Problem("changed_on", "letters.changed_in_the_future", {"dated": (dated or today).isoformat()})

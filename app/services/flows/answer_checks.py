"""Checks of single answers, the same for every flow: choices, names, certificates, texts, the pen, and letters' dates.

Each yields problems of one dotted path of a draft; nothing is raised and no file is read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from app.errors import Problem, UserError
from app.rules.certificates import CertificateType, certificate_types, check_certificate
from app.rules.filing_numbers import NumberKind, parse_filing_number
from app.rules.letter_dates import letter_age
from app.rules.names import check_name
from app.rules.packs import source_zh
from app.services.flows.answer_tree import value_at

LONGEST_LINE = 200
LONGEST_NOTE = 500
LONGEST_MARK = 100
LONGEST_NUMBER = 60
FAR_OFF = timedelta(days=366)
"""A letter dated further from today than a year is a slip of the pen."""


def choice(draft: Any, name: str, choices: Mapping[str, str], *, required: bool = True) -> Iterator[Problem]:
    """One of the choices, or nothing where that is allowed."""
    value = value_at(draft, name)
    if value is None or value == "":
        if required:
            yield Problem(name, "flows.required")
    elif value not in choices:
        yield Problem(name, "flows.not_a_choice", {"found": str(value)[:40], "choices": tuple(choices)})


def answered(draft: Any, name: str) -> Iterator[Problem]:
    """A yes or a no."""
    if value_at(draft, name) is None:
        yield Problem(name, "flows.required")


def checked(draft: Any, name: str, check: Callable[[str], object], *, required: bool = True) -> Iterator[Problem]:
    """A text answer against its rule; one left for the pen may be empty, but what it holds is still checked."""
    value = value_at(draft, name) or ""
    if not value.strip():
        if required and name not in draft.handwriting:
            yield Problem(name, "flows.required")
        return
    try:
        check(value)
    except UserError as error:
        yield error.problem(name)


def person_or_unit(draft: Any, name: str, kind: str | None, *, required: bool = True) -> Iterator[Problem]:
    """A name by the rules of names."""
    return checked(draft, name, lambda text: check_name(text, kind=kind or "unit"), required=required)


def certificate(
    draft: Any, part: str, kinds: tuple[str, ...], today: date, *, required: bool = True
) -> Iterator[Problem]:
    """A certificate's type and number together; a number always needs its type."""
    kind_path, number_path = f"{part}.certificate_type", f"{part}.certificate_number"
    kind, number = value_at(draft, kind_path), value_at(draft, number_path) or ""
    allowed = [str(each) for subject in kinds for each in certificate_types(subject)]
    if kind is None:
        if required or number.strip():
            yield Problem(kind_path, "flows.required")
    elif kind not in allowed:
        yield Problem(kind_path, "flows.not_a_choice", {"found": str(kind)[:40], "choices": tuple(allowed)})
        kind = None
    if not number.strip():
        if required and number_path not in draft.handwriting:
            yield Problem(number_path, "flows.required")
    elif kind is not None:
        try:
            check_certificate(CertificateType(kind), number, today=today)
        except UserError as error:
            yield error.problem(number_path)


def subject_number(draft: Any, name: str) -> Iterator[Problem]:
    """The number of a whole filing; a website's suffix would leave the rest behind."""
    text = value_at(draft, name) or ""
    if not text.strip():
        yield Problem(name, "flows.required")
        return
    try:
        number = parse_filing_number(text)
    except UserError as error:
        yield error.problem(name)
        return
    if number.kind is not NumberKind.ICP_FILING:
        yield Problem(name, "flows.licence_not_filing", {"number": str(number)})
    elif number.service is not None:
        yield Problem(name, "letters.subject_number_wanted", {"subject": str(number.subject)})


def plain_text(draft: Any, name: str, longest: int = LONGEST_LINE, *, lines: bool = False) -> Iterator[Problem]:
    """Free text, on one line unless `lines`: not endless, and nothing in it that no font can print for sure."""
    for problem in characters(value_at(draft, name) or "", longest, lines=lines):
        yield problem.under(name)


def enclosures(draft: Any, kinds: Mapping[str, str]) -> Iterator[Problem]:
    """Each enclosure of a known kind and with a file."""
    for place, each in enumerate(draft.enclosures):
        if each.kind not in kinds:
            facts = {"found": each.kind[:40], "choices": tuple(kinds)}
            yield Problem(f"enclosures.{place}.kind", "flows.not_a_choice", facts)
        if not each.file.strip():
            yield Problem(f"enclosures.{place}.file", "flows.required")
        for problem in characters(each.note, LONGEST_NOTE):
            yield problem.under(f"enclosures.{place}.note")
        for problem in characters(each.mark.text if each.mark else "", LONGEST_MARK):
            yield problem.under(f"enclosures.{place}.mark.text")


def handwriting(draft: Any, asked: Collection[str], allowed: Collection[str]) -> Iterator[Problem]:
    """Only asked questions may be left for the pen, and only those that decide nothing."""
    for place, name in enumerate(draft.handwriting):
        if name not in allowed:
            facts = {"found": name[:60], "choices": tuple(sorted(allowed))}
            yield Problem(f"handwriting.{place}", "flows.not_for_the_pen", facts)
        elif name not in asked:
            yield Problem(f"handwriting.{place}", "flows.not_asked")


def person_number(draft: Any, name: str, today: date, *, required: bool = False) -> Iterator[Problem]:
    """The number of a person's certificate whose type nobody asks: what looks like an identity card's is held to its rule."""
    value = (value_at(draft, name) or "").strip()
    if not value and required and name not in draft.handwriting:
        yield Problem(name, "flows.required")
    yield from plain_text(draft, name, LONGEST_NUMBER)
    if looks_like_id_card(value):
        try:
            check_certificate(CertificateType.ID_CARD, value, today=today)
        except UserError as error:
            yield error.problem(name)


def looks_like_id_card(text: str) -> bool:
    """Whether a number has the shape of a mainland identity card's, digits in full width included."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    return len(folded) == 18 and folded[:17].isdigit()


def letter_dates(draft: Any, today: date) -> Iterator[Problem]:
    """Dates that cannot be meant; what is merely unwise is said by `letter_warnings`."""
    dated, until = draft.letter.dated, draft.letter.valid_until
    if dated is not None and abs(dated - today) > FAR_OFF:
        facts = {"found": dated.isoformat(), "today": today.isoformat()}
        yield Problem("letter.dated", "flows.date_far_off", facts)
    if until is not None and until < (dated or today):
        yield Problem("letter.valid_until", "letters.ends_before_it_begins", {"dated": (dated or today).isoformat()})


def letter_warnings(dated: date | None, today: date) -> tuple[str, ...]:
    """What the agent should know about a letter of that date, if it goes out today; Chinese, with the source."""
    age = letter_age(dated or today, today)
    return () if age.finding == "good" else (f"{age.text_zh}（来源：{source_zh(age.source)}，{age.as_of}）",)


def characters(text: str, longest: int, *, lines: bool = False) -> Iterator[Problem]:
    """What is wrong with the characters of a text, said of no path yet: too many, or such as no font prints for sure."""
    if len(text) > longest:
        yield Problem("", "flows.too_long", {"length": len(text), "longest": longest})
        return
    for character in text:
        category = unicodedata.category(character)
        if category == "Co":
            yield Problem("", "flows.private_use", {"codepoint": f"U+{ord(character):04X}"})
            return
        if category == "Cs" or (category == "Cc" and not (lines and character in "\r\n\t")):
            yield Problem("", "flows.control_character", {"codepoint": f"U+{ord(character):04X}"})
            return

"""The packet of a flow whose paper is a letter: cover check list, letter where there is one, enclosures in uploading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from app.errors import Problem
from app.forms.blanks.form import BlankForm
from app.forms.cover import CoverSection, CoverSheet
from app.forms.enclosures import IDENTITY_KINDS
from app.forms.fonts import Family, FontSet
from app.forms.paper_letter import PaperLetter
from app.rules.certificates import mask
from app.rules.packs import source_zh
from app.rules.procedure_facts import ProcedureFacts, WantedPaper
from app.services.check_lists import (
    BY_HAND,
    Paper,
    cover_line,
    cover_rule,
    cover_section,
    marks_zh,
    original_zh,
    own_mark,
    unasked,
    with_notes,
)
from app.services.enclosed_files import EnclosedFile, EnclosedFiles
from app.services.flows.answer_tree import value_at
from app.services.flows.letter_steps import LETTER_KIND
from app.services.form_values import certificate_label, date_zh
from app.services.recipes import EnclosedPaper, FormValues, MadeLetter, Recipe

LETTER_KEY = "letter"
AnsweredValues = dict[str, str | tuple[str, ...]]
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "filing.number": "filing_number",
        "filing.subject_name": "unit_name",
        "filing.certificate_type": "unit_certificate_type",
        "filing.certificate_number": "unit_certificate_number",
        "applicant.name": "authorized_name",
        "applicant.certificate_type": "authorized_certificate_type",
        "applicant.certificate_number": "authorized_certificate_number",
        "letter.provider_name": "provider_name",
        "letter.legal_certificate_number": "legal_certificate_number",
        "letter.dated": "letter_date",
        "letter.valid_until": "valid_until",
        "source.account": "source_account",
        "target.uid": "target_uid",
        "mailbox.old": "old_mailbox",
        "mailbox.new": "new_mailbox",
    }
)
"""Which blank of a letter an answer goes to."""


@dataclass(frozen=True, slots=True)
class LetterPacket:
    """Everything that a flow has to say about its packet.

    Attributes:
        title: of the PDF; no names of people.
        heading: under the cover's title.
        purpose: the watermark of identity papers.
        ticket_number: the provider's own; may be empty.
        letter: the letter that the packet makes; None where it makes none.
        values: what the letter is filled with.
        papers: the check list.
        sections: what is applied for and by whom, above the list.
        warnings: framed above the list.
        subject_kind: whose rules for printing count.
        facts: rules, sending and follow-up of the procedure.
        notes: for the agent alone; the cover says them elsewhere or not at all.
    """

    title: str
    heading: str
    purpose: str
    ticket_number: str
    letter: PaperLetter | None
    values: FormValues
    papers: tuple[Paper, ...]
    sections: tuple[CoverSection, ...]
    warnings: tuple[str, ...]
    subject_kind: str
    facts: ProcedureFacts
    notes: tuple[str, ...] = ()


def letter_values(draft: Any, fields: Mapping[str, str] = FIELDS) -> AnsweredValues:
    """Blanks to text; what was not answered is left out, what is left for the pen is named in `handwriting`."""
    values: AnsweredValues = {}
    for path, field in fields.items():
        if not hasattr(draft, path.partition(".")[0]):
            continue
        answer = value_at(draft, path)
        if path.endswith("certificate_type"):
            answer = certificate_label(answer)
        if isinstance(answer, date):
            answer = date_zh(answer)
        if answer:
            values[field] = answer
    by_hand = tuple(fields[path] for path in draft.handwriting if path in fields)
    return {**values, "handwriting": by_hand} if by_hand else values


def in_answers(problems: Iterable[Problem], fields: Mapping[str, str] = FIELDS) -> tuple[Problem, ...]:
    """Problems of the letter's blanks said of the answers they came from."""
    paths = {field: path for path, field in fields.items()}
    return tuple(replace(each, path=paths.get(each.path, each.path)) for each in problems)


def check_list(
    wanted: tuple[WantedPaper, ...], files: EnclosedFiles, titles: Mapping[str, str], *, makes_letter: bool
) -> tuple[Paper, ...]:
    """The papers in the order of uploading; files that nobody asked for come last."""
    left = dict(files.by_kind())
    papers = []
    for each in wanted:
        held: tuple[EnclosedFile, ...] = left.pop(each.kind, ())
        papers.append(
            Paper(
                kind=each.kind,
                title=each.title_zh,
                required=True,
                original=original_zh(each.form),
                marks=marks_zh(sealed=each.sealed, signed=each.signed, signer="法定代表人签字"),
                sides=each.sides,
                note=with_notes(each.note_zh, held),
                source=source_zh(each.source),
                as_of=each.as_of,
                ours=False,
                files=held,
                made=each.kind == LETTER_KIND and makes_letter,
            )
        )
    return (*papers, *unasked(left, titles))


def make_recipe(packet: LetterPacket, *, case_number: str, today: date) -> Recipe:
    """Everything that decides the packet's bytes."""
    enclosed = tuple(
        EnclosedPaper(
            key=_key(place, paper),
            kind=paper.kind,
            title=paper.title,
            files=tuple(file.sha256 for file in paper.files),
            watermark=packet.purpose if paper.kind in IDENTITY_KINDS or own_mark(paper) else None,
            mark=own_mark(paper),
        )
        for place, paper in enumerate(packet.papers)
        if paper.files
    )
    spec = packet.letter
    letters = (MadeLetter(LETTER_KEY, spec.code, spec.edition, spec.title, packet.values),) if spec else ()
    return Recipe(
        title=packet.title,
        form_code="",
        form_edition="",
        form_title="",
        values=packet.values,
        cover=_cover(packet, case_number, today),
        enclosures=enclosed,
        letters=letters,
        order=tuple(key for place, paper in enumerate(packet.papers) if (key := _key(place, paper))),
        purpose=packet.purpose,
    )


def people_section(draft: Any, title: str) -> CoverSection:
    """Whose filing it is and who applies; numbers masked, what is left for the pen said to be."""
    certificate = f"{certificate_label(draft.filing.certificate_type)} {mask(draft.filing.certificate_number)}"
    facts = [
        ("备案号", draft.filing.number),
        ("主体名称", shown(draft, "filing.subject_name")),
        ("证件", BY_HAND if "filing.certificate_number" in draft.handwriting else certificate.strip()),
        ("申请人", shown(draft, "applicant.name")),
        ("手机", shown(draft, "applicant.mobile")),
    ]
    return cover_section(title, facts)


def shown(draft: Any, path: str) -> str:
    """An answer as text; what is left for the pen is said to be, for no font may hold it."""
    return BY_HAND if path in draft.handwriting else str(value_at(draft, path) or "")


def unprintable_on_cover(draft: Any, paths: Iterable[str]) -> Iterator[Problem]:
    """Characters that the cover would have to print and that none of its fonts hold."""
    texts = {path: (shown(draft, path), Family.SANS) for path in paths}
    texts["ticket.number"] = (draft.ticket.number, Family.BOLD)
    for place, enclosure in enumerate(draft.enclosures):
        texts[f"enclosures.{place}.note"] = (enclosure.note, Family.SANS)
    for path, (text, family) in texts.items():
        missing = FontSet.shared().missing("".join(text.split()), family)
        if missing:
            characters = tuple(f"{char}（U+{ord(char):04X}）" for char in missing[:12])
            yield Problem(path, "forms.no_glyph", {"characters": characters, "count": len(missing)})


def pen_warning(packet_letter: PaperLetter | None, values: FormValues, name: str = "授权委托书") -> tuple[str, ...]:
    """Which blanks of the letter wait for the pen, in one sentence."""
    if packet_letter is None:
        return ()
    printed = packet_letter.fields()
    named = [packet_letter.label_of(field) for field in values.get("handwriting", ()) if field in printed]
    return (f"{name}以下各项留空，打印后用黑色签字笔填写：{'、'.join(named)}。",) if named else ()


def _cover(packet: LetterPacket, case_number: str, today: date) -> CoverSheet:
    facts = packet.facts
    follow_up = facts.follow_up
    due = follow_up.deadline(today)
    time = [("办理时间", follow_up.days_zh), ("复查日期", f"{due.summary_zh}（按当天提交计算）")]
    spec = packet.letter
    return CoverSheet(
        case_number=case_number,
        ticket_number=packet.ticket_number,
        heading=packet.heading,
        warnings=(*text_warning(spec), *packet.warnings),
        sections=packet.sections,
        lines=tuple(cover_line(paper, _key(place, paper)) for place, paper in enumerate(packet.papers)),
        rules=tuple(cover_rule(each.text_zh, each.basis_zh) for each in facts.print_rules(packet.subject_kind)),
        sending=(
            cover_section(
                "递交与时间", [*(("递交方式", each.text_zh) for each in facts.sending), *time], follow_up.basis_zh
            ),
        ),
        made_on=date_zh(today),
        form_edition=f"{spec.code} {spec.edition}" if spec else "",
        sent_by="upload",
    )


def text_warning(paper: PaperLetter | None, name: str = "授权委托书") -> tuple[str, ...]:
    """Whose words the letter is written in."""
    if paper is None:
        return ()
    if isinstance(paper, BlankForm):
        return (f"{name}用导入的空白件（{paper.edition.partition('#')[0]}），请核对是否为最新一版。",)
    return (f"{name}的文字为本工具自拟。{paper.provider_blank_note}",)


def seam_notice(pages: int, name: str = "授权委托书") -> tuple[str, ...]:
    """What a letter of several pages needs."""
    return (f"{name}共 {pages} 页，请加盖骑缝章。",) if pages > 1 else ()


def _key(place: int, paper: Paper) -> str:
    if paper.files:
        return f"enclosure-{place}"
    return LETTER_KEY if paper.made else ""

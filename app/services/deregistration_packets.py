"""Turns a situation and its answers into the words on the packet: check list, cover, watermark, label, notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Protocol

from app.errors import Problem
from app.forms.blanks.form import BlankForm
from app.forms.cover import CoverLine, CoverRule, CoverSection, CoverSheet, SentBy
from app.forms.enclosures import IDENTITY_KINDS
from app.forms.fonts import Family, FontSet
from app.forms.label import MailingLabel
from app.forms.paper_form import PaperForm
from app.forms.paper_letter import PaperLetter
from app.rules.certificates import mask
from app.rules.deregistration import (
    Delivery,
    Situation,
    channel,
    enclosures,
    follow_up,
    print_rules,
    restrictions,
    signature,
)
from app.rules.provinces import Address, as_of_zh, province, source_zh
from app.rules.workdays import Deadline
from app.services.agent_letters import agent_letter_notes, agent_letter_values
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
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.flows.deregistration import filing_number, gated_domains, makes_letter
from app.services.flows.draft import Draft
from app.services.flows.letter_steps import LETTER_KIND
from app.services.flows.wording import CHOICES, scope_zh, service_zh
from app.services.form_editions import is_old, months_old
from app.services.form_values import certificate_label, contact_name, contact_source, date_zh, form_values
from app.services.letter_packets import LETTER_KEY
from app.services.recipes import FORM_KEY, EnclosedPaper, MadeLetter, Recipe

FORM_KIND = "application_form"
LETTER_MARKS = marks_zh(sealed=True, signed=True, signer="法定代表人签字")
"""What the letter that the packet makes has places for."""
SENT_BY: Mapping[str, SentBy] = MappingProxyType(
    {
        "mail": "post",
        "online_then_mail": "post",
        "online": "upload",
        "online_account": "upload",
        "email": "email",
        "fax": "fax",
    }
)
"""How the papers go, by the province's channel; through the administration's own staff or nobody knows how otherwise."""
ON_COVER = ("filing.subject_name", "filing.site_name", "applicant.name", "applicant.contact_name", "agent.name")


def check_list(draft: Draft, known: Situation, files: EnclosedFiles) -> tuple[Paper, ...]:
    """The papers in posting order; files that nobody asked for come last, so that nothing handed in is lost."""
    left = dict(files.by_kind())
    papers = []
    for rule in enclosures(known):
        held: tuple[EnclosedFile, ...] = ()
        for kind in (rule.kind, *rule.alternatives):
            held += left.pop(kind, ())
        letter = rule.kind == LETTER_KIND and makes_letter(draft)
        papers.append(
            Paper(
                kind=rule.kind,
                title=rule.title_zh,
                required=rule.required,
                original=original_zh(rule.form),
                marks=LETTER_MARKS if letter else marks_zh(sealed=rule.sealed, signed=rule.signed),
                sides=rule.sides,
                note=with_notes(rule.note_zh, held),
                source=source_zh(rule.source),
                as_of=as_of_zh(rule.as_of),
                ours=rule.ours,
                write_into_reason=rule.write_into_reason_zh,
                files=held,
                made=rule.kind == FORM_KIND or letter,
            )
        )
    if makes_letter(draft) and all(each.kind != LETTER_KIND for each in papers):
        # A desk's own rules may ask for no letter; the one that is made is listed all the same.
        title = ENCLOSURE_KINDS[LETTER_KIND]
        papers.append(Paper(LETTER_KIND, title, False, "原件", LETTER_MARKS, 1, "", "", "", True, made=True))
    return (*papers, *unasked(left, ENCLOSURE_KINDS))


def deadline(known: Situation, today: date) -> Deadline:
    """The day to look at the public query again, as if the papers went out today."""
    return follow_up(known, today).deadline


def notices(known: Situation, spec: PaperForm) -> tuple[str, ...]:
    """What the agent should read before printing: how well the form is known, then what the province warns of."""
    found = [] if spec.evidence in {"full table", "official blank"} else [evidence_zh(spec)]
    if is_old(spec, known.today):
        months, edition = months_old(spec, known.today), spec.edition.partition("#")[0]
        found.append(f"所用官方空白表（{edition}）已有 {months} 个月，寄出前请到管局网站核对是否已换新表。")
    found += [
        f"所用空白表上没有“{name}”的勾选框，所选“{CHOICES[field][value]}”不会印出；表上若有此项，请打印后用笔勾选。"
        for field, name, value in (("relation", "申请类别", known.relation), ("ground", "申请依据", known.ground))
        if isinstance(spec, BlankForm) and value and field not in spec.fields()
    ]
    return (*found, *(each.text_zh for each in restrictions(known) if each.severity != "info"))


def evidence_zh(spec: PaperForm) -> str:
    """How well the form is known, in a sentence."""
    match spec.evidence:
        case "official blank":
            return "本表为导入的官方空白表。"
        case "full table":
            return "本表按见到的原表制作（第三方转载），寄出前请与管局公布的表格核对。"
        case "instructions":
            return "未见本省原表，本表按其填表说明制作；打印前请与 beian.miit.gov.cn“通知公告”中该省的表格核对。"
        case _:
            return (
                "未见本省官方表格，本表按同类表推定；打印前请到 beian.miit.gov.cn“通知公告”查该省表格，查到的以其为准。"
            )


@dataclass(frozen=True, slots=True)
class Papers:
    """What the packet makes itself: the form, and the agent's letter where there is one."""

    form: PaperForm
    letter: PaperLetter | None


def purpose_zh(draft: Draft, today: date) -> str:
    """What a copy of an identity paper is for, written across it."""
    return f"仅用于办理{filing_number(draft)}注销 {date_zh(today)}"


def make_recipe(
    draft: Draft, known: Situation, made: Papers, files: EnclosedFiles, *, case_number: str, today: date
) -> Recipe:
    """Everything that decides the packet of a checked draft."""
    spec, letter = made.form, made.letter
    papers = check_list(draft, known, files)
    papers = tuple(replace(paper, title=spec.title) if paper.kind == FORM_KIND else paper for paper in papers)
    purpose = purpose_zh(draft, today)
    enclosed = tuple(
        EnclosedPaper(
            key=f"enclosure-{place}",
            kind=paper.files[0].kind,
            title=paper.title,
            files=tuple(file.sha256 for file in paper.files),
            watermark=purpose if paper.files[0].kind in IDENTITY_KINDS or own_mark(paper) else None,
            mark=own_mark(paper),
        )
        for place, paper in enumerate(papers)
        if paper.files
    )
    delivery = channel(known)
    return Recipe(
        title=f"注销申请 {filing_number(draft)}",
        form_code=spec.code,
        form_edition=spec.edition,
        form_title=spec.title,
        values=form_values(draft),
        cover=_cover(draft, known, made, papers, delivery, case_number, today),
        enclosures=enclosed,
        label=_label(draft, known, delivery),
        letters=(
            MadeLetter(LETTER_KEY, letter.code, letter.edition, letter.title, agent_letter_values(draft, known.today)),
        )
        if letter is not None
        else (),
        order=tuple(key for place, paper in enumerate(papers) if (key := _key(place, paper))),
        purpose=purpose,
    )


def unprintable_on_cover(draft: Draft) -> Iterator[Problem]:
    """Characters that the cover would have to print and that none of its fonts hold; the form asks for itself."""
    shown = {path: (_shown(draft, path), Family.SANS) for path in ON_COVER}
    shown["ticket.number"] = (draft.ticket.number, Family.BOLD)
    for place, enclosure in enumerate(draft.enclosures):
        shown[f"enclosures.{place}.note"] = (enclosure.note, Family.SANS)
    for path, (text, family) in shown.items():
        missing = FontSet.shared().missing("".join(text.split()), family)
        if missing:
            characters = tuple(f"{char}（U+{ord(char):04X}）" for char in missing[:12])
            yield Problem(path, "forms.no_glyph", {"characters": characters, "count": len(missing)})


def _cover(
    draft: Draft,
    known: Situation,
    made: Papers,
    papers: tuple[Paper, ...],
    delivery: Delivery,
    case_number: str,
    today: date,
) -> CoverSheet:
    where, spec = province(known.province), made.form
    editions = [f"{each.code} {each.edition}" for each in (spec, made.letter) if each is not None]
    return CoverSheet(
        case_number=case_number,
        ticket_number=draft.ticket.number,
        heading=f"{where.authority}　{spec.title}",
        warnings=tuple(_warnings(draft, known, made, papers)),
        sections=_sections(draft),
        lines=tuple(_line(place, paper) for place, paper in enumerate(papers)),
        rules=_rules(known),
        sending=_sending(known, delivery, today),
        made_on=date_zh(today),
        form_edition="；".join(editions),
        sent_by=SENT_BY.get(delivery.channel.kind, "hand_in"),
    )


def _line(place: int, paper: Paper) -> CoverLine:
    return cover_line(paper, _key(place, paper))


def _key(place: int, paper: Paper) -> str:
    """The part of the packet that a paper is; empty where it is not there."""
    if paper.made:
        return FORM_KEY if paper.kind == FORM_KIND else LETTER_KEY
    return f"enclosure-{place}" if paper.files else ""


def _warnings(draft: Draft, known: Situation, made: Papers, papers: tuple[Paper, ...]) -> Iterator[str]:
    spec = made.form
    yield from notices(known, spec)
    yield from agent_letter_notes(draft, made.letter, known.today)
    for paper in papers:
        if paper.write_into_reason and not paper.is_here:
            yield f"没有“{paper.title}”的，理由中要写明：{paper.write_into_reason}"
    by_hand = form_values(draft).get("handwriting", ())
    named = dict.fromkeys(spec.label_of(field) for field in by_hand if field in spec.fields())
    if named:
        yield f"以下各项留空，打印后用黑色签字笔填写：{'、'.join(named)}。"
    gated = [name.registrable_unicode for name, _ in gated_domains(draft)]
    if gated:
        yield f"{'、'.join(gated)}的后缀未获批复或查不到批复，注销后可能不能再备案；客户已确认。"


def _sections(draft: Draft) -> tuple[CoverSection, ...]:
    filing = [
        ("拟注销备案号", str(filing_number(draft))),
        ("主办单位", _shown(draft, "filing.subject_name")),
        (f"{service_zh(draft)}名称", _shown(draft, "filing.site_name")),
        ("域名", _shown(draft, "filing.domains")),
        ("范围", scope_zh(draft)),
        ("申请类别", CHOICES["relation"][draft.relation or ""]),
        ("申请依据", CHOICES["ground"][draft.ground or ""]),
    ]
    number = draft.applicant.certificate_number
    certificate = f"{certificate_label(draft.applicant.certificate_type)} {mask(number) if number else ''}".strip()
    by_hand = set(draft.handwriting)
    applicant = [
        ("申请人", _shown(draft, "applicant.name")),
        ("证件", certificate if "applicant.certificate_number" not in by_hand else BY_HAND),
        ("联系人", _contact(draft)),
        ("手机", _shown(draft, "applicant.mobile")),
        ("经办人", _shown(draft, "agent.name")),
    ]
    return (cover_section("申请事项", filing), cover_section("申请人", applicant))


def _shown(draft: Draft, path: str) -> str:
    """An answer as text; what is left for the pen is said to be, for no font may hold it."""
    if path in draft.handwriting:
        return BY_HAND
    value = value_at(draft, path)
    return "、".join(value) if isinstance(value, tuple) else str(value or "")


def _contact(draft: Draft) -> str:
    by_hand = {contact_source(draft), "applicant.contact_name"} & set(draft.handwriting)
    return BY_HAND if by_hand else contact_name(draft)


def _rules(known: Situation) -> tuple[CoverRule, ...]:
    signing = signature(known)
    told = [each for each in restrictions(known) if each.severity == "info"]
    return (
        cover_rule(signing.text_zh, _origin(signing)),
        *(cover_rule(rule.text_zh, _origin(rule)) for rule in print_rules(known)),
        *(cover_rule(each.text_zh, _origin(each)) for each in told),
    )


def _sending(known: Situation, delivery: Delivery, today: date) -> tuple[CoverSection, ...]:
    way = delivery.channel
    facts = [("递交方式", way.text_zh), ("网址", way.url)]
    sections = [cover_section("递交", facts, _origin(way))]
    if delivery.address is not None:
        address = delivery.address
        lines = [("收件地址", address.text), ("收件人", address.recipient or province(known.province).authority)]
        lines += [("邮编", address.postcode)]
        lines += [("另一处地址", _other_address(other)) for other in delivery.other_addresses]
        sections.append(cover_section("地址", lines, _origin(address)))
    if delivery.phones:
        phones = [("电话", f"{phone.number}　{phone.what_zh}") for phone in delivery.phones]
        sections.append(cover_section("咨询", phones, _origin(delivery.phones[0])))
    again = follow_up(known, today)
    basis = "（按当天递交计算，本工具的建议）" if again.ours else "（按当天递交计算）"
    time = [("办理时间", delivery.days_zh), ("复查日期", again.deadline.summary_zh + basis)]
    sections.append(cover_section("时间", time, _origin(again)))
    return tuple(sections)


def _other_address(address: Address) -> str:
    recipient = f"，收件人：{address.recipient}" if address.recipient else ""
    return f"{address.text}{recipient}（{as_of_zh(address.as_of)}）"


def _label(draft: Draft, known: Situation, delivery: Delivery) -> MailingLabel | None:
    address = delivery.address
    if address is None or "mail" not in delivery.channel.kind.split("_"):
        return None
    phone = next((each.number for each in delivery.phones), "")
    return MailingLabel(
        recipient=address.recipient or province(known.province).authority,
        address=address.text,
        postcode=address.postcode,
        phone=phone,
        sender_name="" if _contact(draft) == BY_HAND else contact_name(draft),
        sender_phone="" if "applicant.mobile" in draft.handwriting else draft.applicant.mobile,
        source=_origin(address),
    )


class _Sourced(Protocol):
    @property
    def source(self) -> str: ...

    @property
    def as_of(self) -> str: ...


def _origin(said: _Sourced) -> str:
    """Where a line of the cover comes from and of when it is."""
    when = as_of_zh(said.as_of)
    return f"{source_zh(said.source)}，{when}" if when else source_zh(said.source)

"""The guide as pages: a procedure in sections of lines, each line with source, date and markers, ready to show or print.

A page is plain data. `Guide.page` reads it for a subject kind and a province; `customer_version` is the part that may
go to the customer; `paper` is the page as a PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from app.errors import UserError
from app.forms.guide_paper import GuidePaper, PaperLine, PaperSection, draw_guide
from app.rules.change_rules import CHANGE, COMMON, DEREGISTRATION
from app.rules.glossary import Term, find_terms
from app.rules.guidance import MARK_ZH, Mark, Said, newest_first, said_source_zh
from app.rules.in_force import RulesInForce
from app.rules.packs import as_of_zh
from app.rules.procedure_providers import DEFAULT, ProviderProfile, provider
from app.rules.procedures import (
    ACTOR_ZH,
    EVERYWHERE,
    LEAD_ZH,
    Development,
    Procedure,
    SubjectKind,
    procedure,
    procedure_ids,
    sms_verification,
    sources,
    title_of,
)
from app.rules.provinces import province
from app.services.guide_reference import REFERENCE_ZH, reference_statements, sms_rules, where_it_leads
from app.services.rule_overlay_drafts import key_label
from app.services.rules_in_force import rules_of_desk

SECTION_ZH = {
    "when": "什么时候办",
    "conditions": "办理条件",
    **REFERENCE_ZH,
    "not_possible": "不能办的情形",
    "not_done": "不办的后果",
    "access": "对网站访问的影响",
    "irreversible": "不可撤回的后果",
    "materials_individual": "所需材料（个人）",
    "materials_unit": "所需材料（单位）",
    "steps": "步骤",
    "durations": "办理时间",
    "sms": "短信核验",
    "provinces": "各省差异",
    "trouble": "可能遇到的问题",
    "after": "办完之后",
    "changes": "2019 年以来的变化",
    "related": "相关步骤",
}
_KINDS: tuple[SubjectKind, ...] = ("individual", "unit")
_FOR_CUSTOMERS = ("conditions", "irreversible", "materials_individual", "materials_unit", "steps", "durations", "after")
_NOT_FOR_CUSTOMERS = frozenset({Mark.SUPERSEDED, Mark.OURS, Mark.OTHER_PROVIDER, Mark.UNKNOWN, Mark.OPEN_QUESTION})


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a page. `lead` is what stands before it (客户, a number, 2019); `details` stand below it.

    `marks` are the markers' keys, `marks_zh` their words; `target` is the procedure that the line leads to.
    """

    text: str
    source_zh: str
    as_of: str
    lead: str = ""
    details: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    marks_zh: tuple[str, ...] = ()
    topic: str = ""
    target: str = ""

    @property
    def basis_zh(self) -> str:
        """Source and date in one."""
        return "，".join(part for part in (self.source_zh, self.as_of) if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed group of lines; `kind` is a key of `SECTION_ZH`."""

    kind: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A procedure as it is shown; sections without a line are left out."""

    id: str
    title: str
    summary: str
    manual_section: str
    province: str
    sections: tuple[Section, ...]

    def section(self, kind: str) -> Section | None:
        """One section, None where it has no line."""
        return next((each for each in self.sections if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A procedure in the list of the guide; `parent` groups the parts of a procedure."""

    id: str
    title: str
    summary: str
    manual_section: str
    parent: str


class Guide:
    """Reads the guide. Stateless; `rules` gives the rules of provinces in force, the shipped ones by default."""

    def __init__(self, provider_id: str = DEFAULT, *, rules: Callable[[], RulesInForce] | None = None) -> None:
        self._provider = provider_id
        self.rules = rules or partial(rules_of_desk, None)

    def titles(self) -> tuple[PageTitle, ...]:
        """Every procedure in the manual's order."""
        told = (procedure(each) for each in procedure_ids())
        return tuple(PageTitle(each.id, each.title, each.summary, each.seed_section, each.parent) for each in told)

    def provider(self) -> ProviderProfile:
        """The words of the access provider whose guide this is."""
        return provider(self._provider)

    def page(self, procedure_id: str, *, subject_kind: SubjectKind | None = None, province_key: str = "") -> Page:
        """A procedure as a page.

        Args:
            subject_kind: whose materials to show; both where it is not known.
            province_key: whose differences to show; all of them where it is not known.

        Raises:
            UserError: `guide.no_such_procedure`, `guide.no_such_province`.
        """
        told = _procedure(procedure_id)
        name = _province_name(province_key)
        kinds = (subject_kind,) if subject_kind else _KINDS
        lines: dict[str, Iterable[Line]] = {
            "when": _lines(told.when_it_applies),
            "conditions": _lines(told.preconditions),
            **{
                kind: (_line(each, lead=each.lead, details=each.actions) for each in statements)
                for kind, statements in reference_statements(told.id).items()
            },
            "not_possible": _lines(told.not_possible_when),
            "not_done": _lines(told.if_not_done),
            "access": _lines(told.access_effects),
            "irreversible": _lines(told.irreversible_effects),
            **{f"materials_{kind}": _materials(told, kind) for kind in kinds},
            "steps": (_line(each, lead=f"{each.n}. {ACTOR_ZH[each.actor]}") for each in told.steps),
            "durations": self._durations(told),
            "sms": _sms(told.id),
            "provinces": (*_own_rules(told.id, province_key, self.rules()), *_differences(told, name)),
            "trouble": (
                _line(each, details=(f"原因：{each.cause}", f"处理：{each.action}")) for each in told.what_can_go_wrong
            ),
            "after": _lines(told.after),
            "changes": (line for each in told.changes_since_2019 for line in _development(each)),
            "related": map(_lead, told.related),
        }
        sections = tuple(
            Section(kind, title, found) for kind, title in SECTION_ZH.items() if (found := tuple(lines.get(kind, ())))
        )
        return Page(told.id, told.title, told.summary, told.seed_section, name, sections)

    def customer_version(self, procedure_id: str, subject_kind: SubjectKind, province_key: str = "") -> str:
        """What the customer needs to know, as plain text to copy: no sources, nothing superseded, nothing of ours.

        Raises:
            UserError: `guide.no_such_procedure`, `guide.no_such_province`.
        """
        page = self.page(procedure_id, subject_kind=subject_kind, province_key=province_key)
        parts = [f"{page.title}\n{page.summary}"]
        for kind in (*_FOR_CUSTOMERS, "provinces"):
            section = page.section(kind)
            if section is None or (kind == "provinces" and not province_key):
                continue
            wanted = [each for each in section.lines if not _NOT_FOR_CUSTOMERS & set(each.marks)]
            if kind == "steps":
                wanted = [each for each in wanted if not each.lead.endswith(ACTOR_ZH["agent"])]
            if kind == "durations":
                wanted = _first_of_each(wanted)
            rows = [_for_customer(number, each) for number, each in enumerate(wanted, start=1)]
            if rows:
                title = section.title.partition("（")[0] if kind != "provinces" else f"{page.province}的要求"
                parts.append("\n".join((f"【{title}】", *rows)))
        parts.append("以上时间为一般时长，以管局审核为准。")
        return "\n\n".join(parts)

    def paper(self, page: Page, *, made_on: str = "") -> bytes:
        """The page as a PDF: sections with their lines, sources and markers; the same page gives the same bytes.

        Args:
            made_on: the date for the foot line, as it is to be read.
        """
        where = f"　{page.province}" if page.province else ""
        return draw_guide(
            GuidePaper(
                title=page.title,
                subtitle=f"{page.summary}",
                foot="　".join(part for part in (f"手册章节 {page.manual_section}{where}", made_on) if part),
                sections=tuple(
                    PaperSection(
                        each.title,
                        tuple(
                            PaperLine(line.lead, line.text, line.details, line.marks_zh, line.basis_zh)
                            for line in each.lines
                        ),
                    )
                    for each in page.sections
                ),
            )
        )

    def terms(self, text: str = "") -> tuple[Term, ...]:
        """The words of the trade that contain the text."""
        return find_terms(text)

    def sources(self) -> tuple[Line, ...]:
        """What the guide was drawn from."""
        return tuple(
            Line(each.what, each.key, each.as_of, details=(each.note,) if each.note else ()) for each in sources()
        )

    def _durations(self, told: Procedure) -> Iterable[Line]:
        own = self.provider().days.get(told.id)
        if own is not None:
            yield _line(own, lead=self.provider().name)
        for each in newest_first(told.durations):
            yield _line(each, text=f"{each.text}：{each.length_zh}")


def _procedure(procedure_id: str) -> Procedure:
    if procedure_id not in procedure_ids():
        raise UserError("guide.no_such_procedure", found=procedure_id[:60])
    return procedure(procedure_id)


def _province_name(key: str) -> str:
    if not key:
        return ""
    try:
        return province(key).name
    except KeyError:
        raise UserError("guide.no_such_province", found=key[:40]) from None


def _own_rules(procedure_id: str, key: str, rules: RulesInForce) -> Iterable[Line]:
    """What this desk knows better of a province than the program does, where it bears on a procedure."""
    area = CHANGE if procedure_id.startswith("change") else DEREGISTRATION if "deregister" in procedure_id else ""
    for each in rules.overlays:
        leads = any(rule.newest and rule.fingerprint == each.fingerprint for rule in rules.rules(each.province))
        if each.area == area and leads and (each.province in (key, COMMON) or not key):
            lead = each.province if each.province == COMMON else province(each.province).name
            lead = "全国" if lead == COMMON else lead
            yield Line(
                f"{key_label(each.key)}：{each.text_zh}",
                each.source_zh,
                each.as_of_zh,
                lead,
                (each.note_zh,) if each.note_zh else (),
                ("own_rule",),
                ("本单位规则",),
            )


def _line(said: Said, *, lead: str = "", text: str = "", details: tuple[str, ...] = ()) -> Line:
    notes = (*details, said.note) if said.note else details
    return Line(
        text or said.text,
        said.source_zh,
        as_of_zh(said.as_of),
        lead,
        notes,
        tuple(said.marks),
        said.marks_zh,
        said.topic,
    )


def _lines(statements: tuple[Said, ...]) -> Iterable[Line]:
    return (_line(each) for each in newest_first(statements))


def _materials(told: Procedure, kind: SubjectKind) -> Iterable[Line]:
    return (_line(each, lead=each.form_zh) for each in told.materials[kind])


def _differences(told: Procedure, name: str) -> Iterable[Line]:
    for each in newest_first(told.provincial_differences):
        if not name or each.holds_in(name):
            where = EVERYWHERE if EVERYWHERE in each.provinces else "、".join(each.provinces)
            yield _line(each, lead="" if name else where)


def _development(each: Development) -> Iterable[Line]:
    """The newer words first, then what was so in 2019."""
    now = _line(each.now, lead="现在", details=(each.note,) if each.note else ())
    if Mark.NEWEST.value not in now.marks:
        now = replace(now, marks=(Mark.NEWEST.value, *now.marks), marks_zh=(MARK_ZH[Mark.NEWEST], *now.marks_zh))
    yield replace(now, topic=each.topic)
    yield replace(_line(each.then, lead="2019 年"), topic=each.topic)


def _lead(procedure_id: str) -> Line:
    """The way to another procedure; one that the guide only points to says what it is."""
    details, source, as_of = where_it_leads(procedure_id)
    return Line(
        title_of(procedure_id),
        said_source_zh(source) if source else "",
        as_of_zh(as_of),
        details=details,
        target=procedure_id,
    )


def _sms(procedure_id: str) -> Iterable[Line]:
    for each in sms_verification().of(procedure_id):
        leads = "、".join(LEAD_ZH[one] for one in each.verified)
        yield _line(each, text=f"核验{leads}" if leads else "不核验", lead=f"{each.as_of[:4]} 年")
    yield from _lines(tuple(sms_rules(procedure_id)))


def _first_of_each(lines: list[Line]) -> list[Line]:
    """One length for each thing that takes time: the leading one, where sources differ."""
    seen: dict[str, Line] = {}
    for each in lines:
        seen.setdefault(each.text.partition("：")[0], each)
    return list(seen.values())


def _for_customer(number: int, line: Line) -> str:
    row = f"{number}. {line.text}"
    # A material's lead is the shape it is taken in; a step's lead names who does it.
    if line.lead and not line.lead[0].isdigit():
        row += f"（{line.lead}）"
    note = "；".join(line.details)
    return f"{row}：{note}" if note else row

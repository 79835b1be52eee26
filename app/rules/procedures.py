"""The procedures of the manual: when each applies, what it needs, who does what, how long, and what changed since 2019.

One TOML file per procedure under `resources/procedures/`, read when first asked for; `common.toml` holds their order, the
procedures that are only pointed to, and the ministry's text-message check. Every statement keeps source, date and markers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from app.resources import read_toml
from app.rules.guidance import Mark, Said, read_all, read_said

SubjectKind = Literal["individual", "unit"]

ACTOR_ZH: Mapping[str, str] = {
    "customer": "客户",
    "agent": "客服",
    "provider": "接入服务商",
    "administration": "管局",
}
FORM_ZH: Mapping[str, str] = {
    "original": "原件",
    "scan": "扫描件",
    "photo": "照片",
    "letter": "自拟或模板文书",
    "copy": "复印件",
    "text": "文字信息",
}
UNIT_ZH: Mapping[str, str] = {"working_day": "个工作日", "day": "天", "hour": "小时"}
LEAD_ZH: Mapping[str, str] = {"subject_lead": "主体负责人", "site_lead": "网站负责人"}
EVERYWHERE = "全国"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Said):
    """One step and who does it (`actor`: customer, agent, provider, administration)."""

    n: int
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Said):
    """How long something takes, in `unit`: working_day, day or hour. With the marker unknown the numbers are no answer."""

    min: int
    max: int
    unit: str

    @property
    def length_zh(self) -> str:
        """3 至 5 个工作日; what no source states is said so."""
        if self.has(Mark.UNKNOWN):
            return "来源没有给数"
        if self.max == 0:
            return "即时"
        unit = UNIT_ZH[self.unit]
        return f"{self.max} {unit}" if self.min in (0, self.max) else f"{self.min} 至 {self.max} {unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Said):
    """What some provinces do otherwise; `provinces` are Chinese short names, or 全国."""

    provinces: tuple[str, ...]

    def holds_in(self, province_name: str) -> bool:
        """Whether it speaks of this province, named 山东 or 山东省."""
        return EVERYWHERE in self.provinces or any(province_name.startswith(each) for each in self.provinces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(Said):
    """What can go wrong: `text` is the symptom."""

    cause: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Said):
    """A paper or a piece of information the customer brings; `form` lists the shapes it is taken in."""

    form: tuple[str, ...]

    @property
    def form_zh(self) -> str:
        """扫描件或照片."""
        return "或".join(FORM_ZH[each] for each in self.form)


@dataclass(frozen=True, slots=True)
class Development:
    """What was so in 2019 and what is so now."""

    topic: str
    then: Said
    now: Said
    note: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure, whole."""

    id: str
    title: str
    seed_section: str
    summary: str
    parent: str
    parts: tuple[str, ...]
    related: tuple[str, ...]
    when_it_applies: tuple[Said, ...]
    preconditions: tuple[Said, ...]
    not_possible_when: tuple[Said, ...]
    if_not_done: tuple[Said, ...]
    access_effects: tuple[Said, ...]
    irreversible_effects: tuple[Said, ...]
    steps: tuple[Step, ...]
    durations: tuple[Duration, ...]
    provincial_differences: tuple[Difference, ...]
    after: tuple[Said, ...]
    what_can_go_wrong: tuple[Trouble, ...]
    changes_since_2019: tuple[Development, ...]
    materials: Mapping[str, tuple[Material, ...]]


@dataclass(frozen=True, slots=True)
class ExternalProcedure:
    """Something the manual only points to."""

    id: str
    title: str
    note: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsByType(Said):
    """Whose phone is checked for one kind of filing; nobody's where `verified` is empty. `text` repeats the note."""

    filing_type: str
    verified: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmsVerification:
    """The ministry's check by text message: its rules, and whom it asks for which filing."""

    rules: tuple[Said, ...]
    by_filing_type: tuple[SmsByType, ...]

    def of(self, filing_type: str) -> tuple[SmsByType, ...]:
        """Everything said of one kind of filing."""
        return tuple(each for each in self.by_filing_type if each.filing_type == filing_type)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source that the data names: what it is and how far to trust it."""

    key: str
    what: str
    as_of: str
    note: str = ""


@lru_cache(maxsize=1)
def _common() -> dict[str, Any]:
    return read_toml("procedures", "common.toml")


def procedure_ids() -> tuple[str, ...]:
    """All ids in the manual's order, without reading the procedures."""
    return tuple(_common()["order"])


def procedures() -> tuple[Procedure, ...]:
    """All procedures in the manual's order."""
    return tuple(procedure(each) for each in procedure_ids())


@lru_cache(maxsize=64)
def procedure(procedure_id: str) -> Procedure:
    """One procedure.

    Raises:
        KeyError: there is none with this id (a bug: ids come from the data).
    """
    if procedure_id not in procedure_ids():
        raise KeyError(procedure_id)
    data = read_toml("procedures", f"{procedure_id}.toml")

    def said(name: str) -> tuple[Said, ...]:
        return read_all(Said, data.get(name, ()))

    return Procedure(
        id=data["id"],
        title=data["title"],
        seed_section=data["seed_section"],
        summary=data["summary"],
        parent=data.get("parent", ""),
        parts=tuple(data.get("parts", ())),
        related=tuple(data["related"]),
        when_it_applies=said("when_it_applies"),
        preconditions=said("preconditions"),
        not_possible_when=said("not_possible_when"),
        if_not_done=said("if_not_done"),
        access_effects=said("access_effects"),
        irreversible_effects=said("irreversible_effects"),
        steps=read_all(Step, data["steps"], "action"),
        durations=read_all(Duration, data["durations"], "what"),
        provincial_differences=read_all(Difference, data["provincial_differences"]),
        after=said("after"),
        what_can_go_wrong=read_all(Trouble, data["what_can_go_wrong"], "symptom"),
        changes_since_2019=tuple(_development(each) for each in data["changes_since_2019"]),
        materials={kind: read_all(Material, data["materials"][kind], "name") for kind in ("individual", "unit")},
    )


@lru_cache(maxsize=1)
def external_procedures() -> Mapping[str, ExternalProcedure]:
    """What the procedures point to and this program does not lead through, by id."""
    return {each["id"]: ExternalProcedure(**each) for each in _common()["external_procedure"]}


def title_of(procedure_id: str) -> str:
    """The title of a procedure, led through here or only pointed to.

    Raises:
        KeyError: no such procedure.
    """
    outside = external_procedures().get(procedure_id)
    return outside.title if outside else procedure(procedure_id).title


@lru_cache(maxsize=1)
def sms_verification() -> SmsVerification:
    """The ministry's check by text message."""
    data = _common()["sms_verification"]
    return SmsVerification(
        rules=read_all(Said, data["rules"]),
        by_filing_type=tuple(read_said(SmsByType, {**each, "text": each["note"]}) for each in data["by_filing_type"]),
    )


def sources() -> tuple[SourceNote, ...]:
    """The sources that the guidance is drawn from."""
    return tuple(SourceNote(**each) for each in _common()["source"])


def names() -> Mapping[str, str]:
    """What the manual calls the provider's systems."""
    return dict(_common()["names"])


def _development(table: Mapping[str, Any]) -> Development:
    return Development(
        topic=table["topic"],
        then=Said(text=table["then"], source=table["then_source"], as_of=table["then_as_of"], topic=table["topic"]),
        now=Said(text=table["now"], source=table["now_source"], as_of=table["now_as_of"], topic=table["topic"]),
        note=table.get("note", ""),
    )

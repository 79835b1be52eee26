"""What the data files of the transfer and mailbox-reset flows say: sentences with their source and date, and materials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.packs import as_of_zh, source_zh
from app.rules.workdays import Deadline, add_working_days


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence for the agent or the customer, with where and when it was read."""

    text_zh: str
    source: str
    as_of: str

    @property
    def basis_zh(self) -> str:
        """Source and date as they are printed."""
        return f"{source_zh(self.source)}，{as_of_zh(self.as_of)}"


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """One paper that the procedure asks for; `form` is `original`, `copy` or `file`."""

    kind: str
    title_zh: str
    subject_kinds: tuple[str, ...]
    form: str
    source: str
    as_of: str
    sealed: bool = False
    signed: bool = False
    sides: int = 1
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class NextItem:
    """Something left to do after the papers, for the case's check list; `way` limits it to one outcome."""

    kind: str
    text_zh: str
    source: str
    as_of: str
    way: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How many working days after submission somebody has to look again, and in whose words."""

    working_days: int
    days_zh: str
    source: str
    as_of: str

    def deadline(self, submitted: date) -> Deadline:
        """The day itself, with its arithmetic."""
        return add_working_days(submitted, self.working_days)

    @property
    def basis_zh(self) -> str:
        """Source and date as they are printed."""
        return f"{source_zh(self.source)}，{as_of_zh(self.as_of)}"


@dataclass(frozen=True, slots=True)
class ProcedureFacts:
    """One data file of `resources/flows/`; `raw` holds the tables that only one flow has."""

    materials: tuple[WantedPaper, ...]
    effects: tuple[Said, ...]
    remarks: tuple[Said, ...]
    sending: tuple[Said, ...]
    after: tuple[NextItem, ...]
    follow_up: FollowUp
    raw: Mapping[str, Any]

    def wanted(self, subject_kind: str) -> tuple[WantedPaper, ...]:
        """The papers of an individual or a unit, in the order of uploading."""
        return tuple(each for each in self.materials if subject_kind in each.subject_kinds)

    def print_rules(self, subject_kind: str) -> tuple[Said, ...]:
        """How to print, sign and upload, for an individual or a unit."""
        found = self.raw["print_rule"]
        return tuple(said(each) for each in found if subject_kind in each.get("subject_kinds", (subject_kind,)))

    def sentences(self, name: str) -> tuple[Said, ...]:
        """The sentences of one of the flow's own tables."""
        return tuple(said(each) for each in self.raw.get(name, ()))


@lru_cache(maxsize=4)
def procedure_facts(name: str) -> ProcedureFacts:
    """The facts of a flow, by its file's name without the ending."""
    data = read_toml("flows", f"{name}.toml")
    return ProcedureFacts(
        materials=tuple(
            WantedPaper(**{**each, "subject_kinds": tuple(each["subject_kinds"])}) for each in data["material"]
        ),
        effects=tuple(said(each) for each in data["effect"]),
        remarks=tuple(said(each) for each in data.get("remark", ())),
        sending=tuple(said(each) for each in data["sending"]),
        after=tuple(NextItem(**each) for each in data["after"]),
        follow_up=FollowUp(**data["follow_up"]),
        raw=data,
    )


def said(table: Mapping[str, Any]) -> Said:
    """The sentence of a table, whatever else it holds."""
    return Said(**{each.name: table[each.name] for each in fields(Said)})

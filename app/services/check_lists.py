"""The check list of a packet, whatever the flow: one line per paper, what it must be like and which files are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.forms.cover import CoverFact, CoverLine, CoverRule, CoverSection
from app.services.enclosed_files import EnclosedFile
from app.services.flows.draft import Mark

BY_HAND = "（留空手写）"


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the check list: what the situation asks for and which files the draft has for it.

    `ours` marks advice of this program, without a rule behind it; `made` a paper that the packet itself makes.
    """

    kind: str
    title: str
    required: bool
    original: str
    marks: str
    sides: int
    note: str
    source: str
    as_of: str
    ours: bool
    write_into_reason: str = ""
    files: tuple[EnclosedFile, ...] = ()
    made: bool = False

    @property
    def is_here(self) -> bool:
        """Whether the packet holds it."""
        return self.made or bool(self.files)


def own_mark(paper: Paper) -> Mark | None:
    """How the agent wants this paper marked; None where nothing was set for it. All its files are marked alike."""
    return next((file.mark for file in paper.files if file.mark is not None), None)


def marks_zh(*, sealed: bool, signed: bool, signer: str = "本人签字") -> str:
    """What must be on a paper, in the words of the check list."""
    return "、".join(word for word, wanted in (("加盖公章", sealed), (signer, signed)) if wanted)


def original_zh(form: str) -> str:
    """原件, 复印件, or 电子版 for what is uploaded."""
    return {"original": "原件", "file": "电子版"}.get(form, "复印件")


def with_notes(note: str, files: tuple[EnclosedFile, ...]) -> str:
    """The rule's note and what was said of each file, once each."""
    return "；".join(part for part in (note, *dict.fromkeys(file.note for file in files)) if part)


def unasked(left: Mapping[str, tuple[EnclosedFile, ...]], titles: Mapping[str, str]) -> tuple[Paper, ...]:
    """Files that no rule asked for, so that nothing handed in is lost."""
    return tuple(
        Paper(kind, titles[kind], False, "", "", 1, with_notes("", extra), "", "", True, files=extra)
        for kind, extra in left.items()
    )


def cover_line(paper: Paper, key: str) -> CoverLine:
    """A paper as a line of the cover; `key` names its part of the packet, empty while it is not there."""
    note = "；".join(part for part in (paper.note, "正反两面" if paper.sides == 2 else "") if part)
    return CoverLine(paper.title, paper.original, paper.marks, key=key, note=note, optional=not paper.required)


def cover_section(title: str, facts: list[tuple[str, str]], source: str = "") -> CoverSection:
    """A headed group of facts; empty ones are left out."""
    return CoverSection(title, tuple(CoverFact(label, value) for label, value in facts if value), source)


def cover_rule(text: str, source: str) -> CoverRule:
    """A rule as a sentence: sources write some as notes without a full stop, and they stand in one list."""
    return CoverRule(text if text.endswith(("。", "？", "！", "）")) else f"{text}。", source)

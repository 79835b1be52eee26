"""Lines of the guide as statements for a list of facts: markers before the words, source and date below them."""

from __future__ import annotations

from app.rules.guidance import Said
from app.services.guide import Line
from app.views.widgets.fact_list import Section, Statement

_MIND = frozenset({"contradiction", "unknown", "open_question"})
"""Markers of what cannot be taken as it stands."""


def statement_of(line: Line) -> Statement:
    """A line with what stands before it, its details and its markers; nothing of them may be missed."""
    return _statement(line.lead, line.text, line.details, line.marks, line.marks_zh, line.source_zh, line.as_of)


def section_of(title: str, lines: tuple[Line, ...]) -> Section:
    """A section of such lines."""
    return Section(title, tuple(statement_of(each) for each in lines))


def statement_of_said(said: Said, *, text: str = "", lead: str = "", details: tuple[str, ...] = ()) -> Statement:
    """A statement of the rules as it is read; `text` stands instead of its words."""
    notes = (*details, said.note) if said.note else details
    return _statement(lead, text or said.text, notes, said.marks, said.marks_zh, said.source_zh, said.as_of)


def _statement(
    lead: str,
    text: str,
    details: tuple[str, ...],
    marks: tuple[str, ...],
    marks_zh: tuple[str, ...],
    source_zh: str,
    as_of: str,
) -> Statement:
    marked = "".join(f"【{each}】" for each in marks_zh)
    head = f"{lead}：" if lead else ""
    tone = "warn" if _MIND & set(marks) else ""
    return Statement(f"{marked}{head}{text}", source_zh, "", as_of, "\n".join(details), tone)

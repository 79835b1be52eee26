"""Statements of the guide as the fact list shows them, markers first."""

from __future__ import annotations

from app.services.guide import Line
from app.views.widgets.fact_list import Section, Statement


def statement_of(line: Line) -> Statement:
    """A line with what stands before it, its details and its markers; nothing of them may be missed."""
    marks = "".join(f"【{each}】" for each in line.marks_zh)
    head = f"{line.lead}：" if line.lead else ""
    tone = "warn" if {"contradiction", "unknown"} & set(line.marks) else ""
    return Statement(f"{marks}{head}{line.text}", line.source_zh, "", line.as_of, "\n".join(line.details), tone)


def section_of(title: str, lines: tuple[Line, ...]) -> Section:
    """A section of such lines."""
    return Section(title, tuple(statement_of(each) for each in lines))

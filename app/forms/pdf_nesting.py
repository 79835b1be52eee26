"""Refuses PDFs whose forms draw each other without end, before any reader that would follow them sees the page.

A form XObject may draw others. One that draws itself, or ten levels that draw ten each, need a few hundred bytes
and all the memory there is; pdfium (seen in 5.15 of its binding) expands them when it loads the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from app.errors import UserError

MOST_DRAWN = 50_000
"""Forms drawn on one page, each time counted; a map or a drawing has some thousands."""
DEEPEST = 30
"""Forms within forms."""
_DRAWS = re.compile(rb"\bDo\b")


class _TooNested(Exception):
    """The page's forms cannot be drawn in sensible time and memory."""


def check_nesting(reader: PdfReader) -> None:
    """Walk the forms of every page.

    Raises:
        UserError: `packet.pdf_too_nested`, or `packet.pdf_damaged` when they cannot be followed.
    """
    known: dict[int, int] = {}
    try:
        for page in reader.pages:
            forms = list(_forms(page))
            if forms and _drawn(forms, _draws_of(page.get("/Contents")), known, set(), 0) > MOST_DRAWN:
                raise _TooNested
    except _TooNested as error:
        raise UserError("packet.pdf_too_nested") from error
    except Exception as error:
        raise UserError("packet.pdf_damaged") from error


def _drawn(forms: list[StreamObject], draws: int, known: dict[int, int], above: set[int], depth: int) -> int:
    """How many forms are drawn at most, when each drawing operator draws the worst of the forms at hand."""
    if depth > DEEPEST:
        raise _TooNested
    worst = 1
    for form in forms:
        key = id(form)
        if key in above:
            raise _TooNested
        if key not in known:
            inner = list(_forms(form))
            known[key] = 1 + (_drawn(inner, _draws_of(form), known, above | {key}, depth + 1) if inner else 0)
        worst = max(worst, known[key])
    return min(draws * worst, MOST_DRAWN + 1)


def _forms(holder: Any) -> Iterator[StreamObject]:
    """The form XObjects in the resources of a page or form, pictures left out."""
    resources = holder.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    found = resources.get("/XObject") if isinstance(resources, DictionaryObject) else None
    found = found.get_object() if found is not None else None
    if not isinstance(found, DictionaryObject):
        return
    for key in found:
        form = found[key].get_object()
        if isinstance(form, StreamObject) and form.get("/Subtype") != "/Image":
            yield form


def _draws_of(content: Any) -> int:
    """How many drawing operators a content stream may hold; at least one."""
    content = content.get_object() if content is not None else None
    if isinstance(content, ArrayObject):
        return sum(_draws_of(each) for each in content)
    if not isinstance(content, StreamObject):
        return 0
    return max(1, len(_DRAWS.findall(content.get_data())))

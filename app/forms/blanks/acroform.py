"""The fields of a fillable PDF: their names, their tooltips, and where they stand; hints for the mapping, never run.

The fields themselves are not kept: values are drawn as text, because a field shows them as each reader pleases and
needs a font that holds every character.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from app.forms.blanks.model import Rect
from app.forms.embed import PageView, plain_copy, view_of
from app.forms.laid import MM

MOST_FIELDS = 2_000
DEEPEST = 32
_MULTILINE, _COMB, _BUTTON = 1 << 12, 1 << 24, 1 << 16


@dataclass(frozen=True, slots=True)
class FormField:
    """One widget: where it is shown (mm), what it is called, and what it takes."""

    page: int
    rect: Rect
    kind: Literal["text", "tick", "choice", "signature"]
    name: str
    tooltip: str = ""
    value: str = ""
    """What a tick box stands for."""
    options: tuple[str, ...] = ()
    most: int = 0
    """Characters a comb holds; 0 for none."""
    many_lines: bool = False
    filled: bool = False
    required: bool = False


def form_fields(data: bytes) -> tuple[FormField, ...]:
    """The fields in page order; none where the file has none or they cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            reader = PdfReader(io.BytesIO(plain_copy(data, flatten=False)), strict=False)
        if "/AcroForm" not in reader.root_object:
            return ()
        return tuple(_fields(reader))
    except Exception:  # noqa: BLE001 - pypdf raises many families on odd files; the page itself may be fine
        return ()


def without_values(data: bytes) -> bytes:
    """The same file with its fields empty, so that nothing is printed into them twice."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_copy(data, flatten=False)), strict=False))
    for page in writer.pages:
        for widget in _widgets(page):
            kind = str(_inherited(widget, "/FT"))
            for holder in (widget, _at(widget, "/Parent")):
                if isinstance(holder, DictionaryObject):
                    holder.pop("/V", None)
                    holder.pop("/DV", None)
            if kind == "/Btn":
                widget[NameObject("/AS")] = NameObject("/Off")
            else:
                widget.pop("/AP", None)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def shown_rect(view: PageView, left: float, bottom: float, right: float, top: float) -> Rect:
    """A rectangle of a page's own space (points) as it is shown (mm from the top left)."""
    a, b, c, d, e, f = view.matrix()
    corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((left, bottom), (right, top))]
    (x1, y1), (x2, y2) = corners
    return Rect.between(x1 / MM, (view.height - y1) / MM, x2 / MM, (view.height - y2) / MM)


def _fields(reader: PdfReader) -> Iterator[FormField]:
    count = 0
    for number, page in enumerate(reader.pages):
        view = view_of(page)
        if view is None:
            continue
        for widget in _widgets(page):
            count += 1
            if count > MOST_FIELDS:
                return
            found = _field(widget, number, view)
            if found is not None:
                yield found


def _field(widget: DictionaryObject, page: int, view: PageView) -> FormField | None:
    box = _at(widget, "/Rect")
    flags = int(_inherited(widget, "/Ff") or 0)
    kind = str(_inherited(widget, "/FT"))
    hidden = int(_at(widget, "/F") or 0) & 0b10
    if not isinstance(box, ArrayObject) or len(box) != 4 or hidden or (kind == "/Btn" and flags & _BUTTON):
        return None
    rect = shown_rect(view, *(float(each.get_object()) for each in box))
    if rect.width < 0.5 or rect.height < 0.5:
        return None
    value = _inherited(widget, "/V")
    common: dict[str, Any] = {
        "page": page,
        "rect": rect.rounded(),
        "name": _name(widget),
        "tooltip": _text(_inherited(widget, "/TU")),
        "filled": value is not None and _text(value).strip("/") not in {"", "Off"},
        "required": bool(flags & 0b10),
    }
    match kind:
        case "/Btn":
            states = _at(widget, "/AP", "/N")
            names = [str(each) for each in states] if isinstance(states, DictionaryObject) else []
            on = next((each.removeprefix("/") for each in names if each != "/Off"), "Yes")
            return FormField(kind="tick", value=on, **common)
        case "/Ch":
            listed = _inherited(widget, "/Opt")
            options = tuple(_option(each) for each in listed) if isinstance(listed, ArrayObject) else ()
            return FormField(kind="choice", options=options[:50], **common)
        case "/Sig":
            return FormField(kind="signature", **common)
        case "/Tx":
            most = int(_inherited(widget, "/MaxLen") or 0) if flags & _COMB else 0
            return FormField(kind="text", most=min(most, 200), many_lines=bool(flags & _MULTILINE), **common)
        case _:
            return None


def _widgets(page: Any) -> Iterator[DictionaryObject]:
    listed = _at(page, "/Annots")
    for each in listed if isinstance(listed, ArrayObject) else ():
        widget = each.get_object()
        if isinstance(widget, DictionaryObject) and _at(widget, "/Subtype") == "/Widget":
            yield widget


def _name(widget: DictionaryObject) -> str:
    """The whole name, from the outermost field inwards."""
    parts: list[str] = []
    holder: Any = widget
    for _ in range(DEEPEST):
        if not isinstance(holder, DictionaryObject):
            break
        part = _at(holder, "/T")
        if part is not None:
            parts.append(_text(part))
        holder = _at(holder, "/Parent")
    return ".".join(reversed(parts))


def _inherited(widget: DictionaryObject, key: str) -> Any:
    holder: Any = widget
    for _ in range(DEEPEST):
        if not isinstance(holder, DictionaryObject):
            return None
        found = _at(holder, key)
        if found is not None:
            return found
        holder = _at(holder, "/Parent")
    return None


def _option(value: Any) -> str:
    value = value.get_object()
    return _text(value[-1].get_object() if isinstance(value, ArrayObject) and len(value) else value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)[:200]


def _at(value: Any, *path: str) -> Any:
    for key in path:
        if not isinstance(value, DictionaryObject):
            return None
        value = value.get(key)
        value = value.get_object() if value is not None else None
    return value

"""A built-in form as a blank that can be edited: the empty form as paper, its boxes taken from its own layout."""

from __future__ import annotations

from dataclasses import replace

from app.forms.blanks.model import Mapping, Overflow, PageFrame, Place, PlaceKind, Rect, Upright
from app.forms.cells import HEAD_ONE_LINE_FLOOR
from app.forms.fonts import FontSet
from app.forms.laid import MM, Box, Mark, PlacedText
from app.forms.layout import lay_out
from app.forms.render import make_form
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH, Cell, FormSpec
from app.forms.spec import Overflow as CellOverflow

PROBE = "示"
"""One character in every cell tells where the cell's text may stand."""


def copy_of(spec: FormSpec) -> tuple[bytes, Mapping]:
    """The empty form as a PDF, and a mapping that prints where the form itself would."""
    pdf = make_form(spec, {}).pdf
    cells = {cell.field: cell for cell in spec.cells() if cell.field and not cell.options}
    ticked = {cell.field for cell in spec.cells() if cell.options}
    probes = {field: PROBE for field in spec.fields() if field not in ticked}
    laid = lay_out(spec, probes, FontSet.shared().width)
    places: list[Place] = []
    for thing in laid.sheets[0]:
        if isinstance(thing, Mark):
            rect = Rect(thing.x / MM, thing.y / MM, thing.size / MM, thing.size / MM).rounded()
            option = _option(spec, thing.field, thing.value)
            places.append(Place("", 0, rect, PlaceKind.TICK, thing.field, option, value=thing.value))
    seen: set[str] = set()
    heads = {item.field: item for item in spec.head}
    for placed in laid.placed:
        if placed.page:
            continue
        is_head = placed.field in heads and placed.field not in seen
        seen.add(placed.field)
        if is_head:
            item = heads[placed.field]
            places.append(
                Place("", 0, _around(placed), field=placed.field, label=item.label, size=item.size,
                      floor=min(item.floor, HEAD_ONE_LINE_FLOOR), upright=Upright.BOTTOM, leading=1.15,
                      required=item.required)
            )  # fmt: skip
        else:
            places.append(_of_cell(cells[placed.field], placed))
    return pdf, _keyed(places)


def _of_cell(cell: Cell, placed: PlacedText) -> Place:
    return Place(
        key="",
        page=0,
        rect=_around(placed),
        field=cell.field,
        label=cell.label.replace("\n", ""),
        upright=Upright.TOP if cell.top else Upright.MIDDLE,
        size=cell.size,
        floor=cell.floor,
        leading=cell.leading,
        overflow=Overflow.REFUSE if cell.overflow is CellOverflow.REFUSE else Overflow.CONTINUE,
        required=cell.required and not cell.waived_when,
    )


def _keyed(places: list[Place]) -> Mapping:
    keyed = (replace(each, key=f"b{number}") for number, each in enumerate(places, start=1))
    return Mapping((PageFrame(PAGE_WIDTH, PAGE_HEIGHT),), tuple(keyed))


def _around(placed: PlacedText) -> Rect:
    """The cell's inside, a little larger because boxes have a margin of their own."""
    x, y, width, height = placed.box_mm
    box = Box(x, y, width, height).inset(-1.2, -0.4)
    return Rect(box.x, box.y, box.width, box.height).rounded()


def _option(spec: FormSpec, field: str, value: str) -> str:
    for cell in spec.cells():
        for option in cell.options:
            if cell.field == field and option.value == value:
                return option.text
    return value

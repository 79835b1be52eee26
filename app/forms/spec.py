"""What a paper form is, as data: title, evidence, blocks in millimetres, fields, ticks, seal, overflow.

A form edition is one file under `resources/forms/`; this module only says which shapes such a file
may take. Lengths are millimetres on A4, type sizes are points. Nothing here draws or measures.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0

Evidence = Literal["full table", "instructions", "inferred"]
Confidence = Literal["official", "provider-doc", "third-party", "unknown"]


class Overflow(StrEnum):
    """What happens to a value that does not fit its cell at the smallest size."""

    CONTINUE = "continue"
    """The cell shows the beginning and points to a continuation sheet with the whole."""
    REFUSE = "refuse"
    """The value is an error: a number or an address that long cannot be right."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Source(_Data):
    """Where one part of a form was read, how far it is trusted, and when it was true."""

    says: str
    source: str
    confidence: Confidence
    as_of: str


class Page(_Data):
    """Margins in millimetres."""

    left: float = 20.0
    right: float = 20.0
    top: float = 15.0
    bottom: float = 12.0


class Option(_Data):
    """One box to tick: the value it stands for and its printed words."""

    value: str
    text: str
    remark: str = ""
    inferred: bool = False
    """The words were not seen on the official form."""


class Cell(_Data):
    """A label and the place for its value: text of a field, boxes to tick, or nothing (office use)."""

    label: str
    field: str = ""
    options: tuple[Option, ...] = ()
    mark: Literal["box", "circle"] = "box"
    required: bool = False
    note: str = ""
    """Small words under the label."""
    label_width: float = 38.0
    width: float | None = None
    """Label and value together; `None` takes what the row leaves."""
    size: float = 11.0
    floor: float = 8.0
    leading: float = 1.3
    top: bool = False
    """The text starts at the top of the cell instead of standing in its middle."""
    indent: int = 0
    """Ems by which each paragraph's first line is set in."""
    overflow: Overflow = Overflow.CONTINUE
    waived_when: dict[str, str] = Field(default_factory=dict)
    """A required value may be absent while the named field has the given value."""
    waived_text: str = ""
    """What the cell then says."""
    spread: int = 0
    """A short label is set as wide as this many characters."""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.options and not self.field:
            raise ValueError(f"the boxes of {self.label} need a field")
        if not 5.0 <= self.floor <= self.size:
            raise ValueError(f"{self.label}: the floor {self.floor} lies outside 5 to {self.size} pt")
        return self


class Row(_Data):
    """One ruled row; a stretching row takes the height the page has left."""

    height: float = 10.0
    stretch: bool = False
    cells: tuple[Cell, ...]


class Seal(_Data):
    """The merged cell at the right of a block for the unit's seal or the person's signature."""

    label: str = "公章（个人签字）"
    hint: str = "（单位公章／个人签字）"
    width: float = 46.0


class Block(_Data):
    """A band with a heading and the rows under it."""

    heading: str
    note: str = ""
    rows: tuple[Row, ...]
    seal: Seal | None = None
    office: bool = False
    """The administration fills it in: no field may stand here."""

    @model_validator(mode="after")
    def _office_is_empty(self) -> Self:
        if self.office and any(cell.field for row in self.rows for cell in row.cells):
            raise ValueError(f"{self.heading} is for office use and may hold no field")
        return self


class HeadItem(_Data):
    """A label with an underlined value on the line above the table."""

    label: str
    field: str
    width: float
    required: bool = False
    size: float = 10.5
    floor: float = 7.0


class Accepts(_Data):
    """What the administration takes on this form; what rules alone know stands in `rules`."""

    scopes: tuple[Literal["subject", "site"], ...] = ("subject", "site")
    relations: tuple[Literal["own", "other"], ...] = ("own", "other")
    grounds: tuple[Literal["subject", "domain"], ...] = ("subject", "domain")
    pairs: tuple[tuple[str, str], ...] = ()
    """Allowed (relation, ground) pairs; empty allows each."""
    own_must_be_hollow: bool = False


class Instructions(_Data):
    """The form's own directions for filling in, our wording; a page that is not posted stays out of packets."""

    title: str = "填表说明"
    lines: tuple[str, ...]
    posted: bool = False


class FormSpec(_Data):
    """One edition of one form."""

    kind: Literal["deregistration"]
    code: str
    edition: str
    province: str
    prefix: str = Field(min_length=1, max_length=1)
    """The character every accepted filing number begins with."""
    authority: str
    title: str
    title_inferred: bool = False
    evidence: Evidence
    effective_from: str = ""
    """As far as known; empty when no source says."""
    layout: str
    """Name of the layout family, or the edition's own."""
    sources: tuple[Source, ...]
    remarks: tuple[str, ...] = ()
    """What the agent should know about this edition; never printed on it."""
    page: Page = Page()
    title_size: float = 18.0
    scope_line: str = ""
    head: tuple[HeadItem, ...] = ()
    blocks: tuple[Block, ...]
    foot: tuple[str, ...] = ()
    accepts: Accepts = Accepts()
    instructions: Instructions | None = None

    def cells(self) -> tuple[Cell, ...]:
        """Every cell in reading order."""
        return tuple(cell for block in self.blocks for row in block.rows for cell in row.cells)

    def fields(self) -> tuple[str, ...]:
        """The fields this form prints, each once, in reading order."""
        names = [item.field for item in self.head] + [cell.field for cell in self.cells() if cell.field]
        return tuple(dict.fromkeys(names))

    def label_of(self, field: str) -> str:
        """The words the form has for a field, without line breaks; the field's name where it prints none."""
        places: tuple[Cell | HeadItem, ...] = (*self.cells(), *self.head)
        for item in places:
            if item.field == field:
                return item.label.replace("\n", "")
        return field

    @model_validator(mode="after")
    def _fits_the_page(self) -> Self:
        widest = PAGE_WIDTH - self.page.left - self.page.right
        for block in self.blocks:
            free = widest - (block.seal.width if block.seal else 0.0)
            for row in block.rows:
                fixed = sum(cell.label_width if cell.width is None else cell.width for cell in row.cells)
                if fixed + 10.0 * sum(cell.width is None for cell in row.cells) > free:
                    raise ValueError(f"{self.code}: the row of {row.cells[0].label} is wider than the table")
        if sum(row.stretch for block in self.blocks for row in block.rows) == 0:
            raise ValueError(f"{self.code}: one row has to stretch to the foot of the page")
        return self

"""What a letter is, as data: paragraphs with blanks by field name, who signs and seals where, and on which evidence.

A letter edition is one file under `resources/letters/`. The words are this program's own; the blanks are the ones that
access providers and administrations ask for, each with its source. Type sizes are points, widths of blanks ems.
"""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.forms.spec import Page, Source

BLANK = re.compile(r"\{([a-z_]+)\}")
"""A blank inside a paragraph: the field's name in braces."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Blank(_Data):
    """One field of the letter: what it is called, and how much line the pen gets when it is left open."""

    field: str
    label: str
    required: bool = True
    pen: int = Field(default=8, ge=2, le=200)
    """Ems; more than a dozen may run over the end of a line."""
    note: str = ""
    """For the agent; never printed."""


class Paragraph(_Data):
    """One paragraph; `{field}` in it is a blank, underlined."""

    text: str
    indent: int = 2
    when: dict[str, str] = Field(default_factory=dict)
    """It stands only while each named field has the given value."""
    given: tuple[str, ...] = ()
    """It stands only while each of these fields has a value or is left for the pen."""
    absent: tuple[str, ...] = ()
    """It stands only while none of these fields has a value or is left for the pen."""

    def fields(self) -> tuple[str, ...]:
        """Its blanks in order."""
        return tuple(BLANK.findall(self.text))


class SignatureLine(_Data):
    """One line under the letter: a label, then a field's value or a line to sign on."""

    label: str
    field: str = ""
    """Empty: a line for the signature, which is always made by hand."""
    pen: int = 11
    when: dict[str, str] = Field(default_factory=dict)


class Seal(_Data):
    """The place beside the signature lines that stays free for a seal or a fingerprint."""

    hint: str = "（单位公章）"
    when: dict[str, str] = Field(default_factory=dict)


class LetterSpec(_Data):
    """One edition of one letter."""

    kind: Literal["authorization", "statement", "request"]
    code: str
    edition: str
    title: str
    subtitle: str = ""
    evidence: Literal["own text"]
    """The text is ours: no official wording was seen."""
    province: str = ""
    """Only where one province alone has this letter."""
    variant_of: str = ""
    """The code of the letter in whose place this one stands in its province."""
    procedures: tuple[str, ...] = ()
    """The procedures of the manual that ask for it."""
    sources: tuple[Source, ...]
    remarks: tuple[str, ...] = ()
    """What the agent should know about this letter; never printed on it."""
    replaced_by_provider_blank: bool = False
    """The access provider hands out its own blank by ticket; where it does, that one goes first."""
    provider_blank_note: str = ""
    page: Page = Page(left=28.0, right=26.0, top=30.0, bottom=22.0)
    title_size: float = 22.0
    size: float = 14.0
    floor: float = 12.0
    leading: float = 1.75
    addressee: str = ""
    paragraphs: tuple[Paragraph, ...]
    signature: tuple[SignatureLine, ...]
    seals: tuple[Seal, ...] = ()
    blanks: tuple[Blank, ...]

    def fields(self) -> tuple[str, ...]:
        """The fields that the letter can print, each once, in reading order."""
        return tuple(dict.fromkeys(self._mentioned()))

    def blank(self, field: str) -> Blank:
        """What is known of one field.

        Raises:
            KeyError: the letter has no such blank (a bug).
        """
        for each in self.blanks:
            if each.field == field:
                return each
        raise KeyError(field)

    def label_of(self, field: str) -> str:
        """The words for a field; its own name where the letter has no such blank."""
        return next((each.label for each in self.blanks if each.field == field), field)

    def _mentioned(self) -> tuple[str, ...]:
        named = list(BLANK.findall(self.addressee))
        for paragraph in self.paragraphs:
            named += paragraph.fields()
        return (*named, *(line.field for line in self.signature if line.field))

    @model_validator(mode="after")
    def _sound(self) -> Self:
        known = [each.field for each in self.blanks]
        if len(set(known)) != len(known):
            raise ValueError(f"{self.code}: a blank is described twice")
        if set(known) != set(self._mentioned()):
            raise ValueError(f"{self.code}: blanks and text differ: {sorted(set(known) ^ set(self._mentioned()))}")
        if not 9.0 <= self.floor <= self.size:
            raise ValueError(f"{self.code}: the floor {self.floor} lies outside 9 to {self.size} pt")
        if self.replaced_by_provider_blank != bool(self.provider_blank_note):
            raise ValueError(f"{self.code}: a provider's own blank and the note about it come together")
        if self.variant_of and not self.province:
            raise ValueError(f"{self.code}: a variant belongs to a province")
        if not self.signature:
            raise ValueError(f"{self.code}: nobody signs")
        return self

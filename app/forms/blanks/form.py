"""A blank as a paper form: facts, the paper, a mapping; the same questions can be asked of it as of a built-in form."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from app.forms.blanks.kinds import blank_kind
from app.forms.blanks.labels import LETTER, field_of
from app.forms.blanks.model import BlankFacts, Mapping, PlaceKind
from app.forms.spec import Page


@dataclass(frozen=True)
class BlankForm:
    """One edition of an official blank, ready to be filled. `revision` counts the mappings that were put to use."""

    facts: BlankFacts
    mapping: Mapping
    paper: bytes = field(repr=False)
    paper_sha256: str
    revision: int = 1

    @property
    def kind(self) -> str:
        """Of which procedure it is the form."""
        return self.facts.kind

    @property
    def code(self) -> str:
        """The code that documents name."""
        return self.facts.code

    @property
    def edition(self) -> str:
        """The edition that documents name: the blank's own, and which mapping of it."""
        return f"{self.facts.edition}#{self.revision}"

    @property
    def province(self) -> str:
        """The province's key."""
        return self.facts.province

    @property
    def prefix(self) -> str:
        """The character that accepted filing numbers begin with; empty asks nothing."""
        return self.facts.prefix

    @property
    def authority(self) -> str:
        """The administration's name."""
        return self.facts.authority

    @property
    def title(self) -> str:
        """The paper's title."""
        return self.facts.title

    @property
    def title_size(self) -> float:
        """Points of the title on continuation sheets."""
        return 18.0

    @property
    def page(self) -> Page:
        """Margins of continuation sheets, in millimetres."""
        return Page()

    @property
    def evidence(self) -> str:
        """How well the form is known: it is the official paper itself, or a copy of a built-in form."""
        return self.facts.evidence

    def fields(self) -> tuple[str, ...]:
        """The fields this form prints, each once, in reading order."""
        return self.mapping.fields()

    def label_of(self, name: str) -> str:
        """The words printed beside a field; the field's name where there are none."""
        return self._labels.get(name, name)

    def _is_label(self, words: str) -> bool:
        return field_of(words, LETTER if blank_kind(self.kind).is_letter else "") is not None

    @cached_property
    def _labels(self) -> dict[str, str]:
        labels: dict[str, str] = {}
        for place in self.mapping.places:
            is_choice = place.kind is PlaceKind.TICK
            if place.field and place.label and not is_choice and self._is_label(place.label):
                labels.setdefault(place.field, place.label.rstrip("*：: ").replace("\n", ""))
        return labels

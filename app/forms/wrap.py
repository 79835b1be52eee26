"""Breaks Chinese text into lines: pure, by measured widths, after the rules of GB/T 15834 and habit.

No line starts with closing punctuation or ends with opening punctuation (避头尾); words, numbers,
domains and filing numbers stay whole unless they are longer than a line; `·` keeps its name together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Measure = Callable[[str, str, float], float]
"""(text, font family, size in points) -> width in points; linear in the size."""

NO_START = frozenset("，。、：；？！）》」』】〕〉”’…—·％,.:;?!)]}%°～々ー")
NO_END = frozenset("（《「『【〔〈“‘·([{￥$#")
_SLACK = 1e-6
_TOKEN = re.compile(
    r"[\u4e00-\u9fff]ICP[备证]\s?\d+号(?:-\d+[A-Z]?)?"
    r"|[A-Za-z0-9\u00c0-\u024f@&+*/\\=_~'%#?.,:;!\-]+"
    r"|[—…]+"
    r"|[ \t]+"
    r"|.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of text that stays on one line; `ends_item` where a list may be cut."""

    text: str
    width: float
    """In ems."""
    ends_item: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `ends_paragraph` where the typed text has a line break."""

    atoms: tuple[Atom, ...]
    ends_paragraph: bool = False
    starts_paragraph: bool = False

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(atom.text for atom in self.atoms)

    @property
    def width(self) -> float:
        """In ems, trailing spaces included."""
        return sum(atom.width for atom in self.atoms)


def paragraphs(text: str, family: str, measure: Measure) -> list[list[Atom]]:
    """A typed text as paragraphs of atoms."""
    return [_atoms(part, family, measure) for part in text.split("\n")]


def item_paragraph(items: Sequence[str], separator: str, family: str, measure: Measure) -> list[list[Atom]]:
    """A list as one paragraph whose atoms are the whole items, each with its separator."""
    last = len(items) - 1
    atoms = []
    for index, item in enumerate(items):
        text = item if index == last else item + separator
        atoms.append(Atom(text, measure(text, family, 1.0), ends_item=True))
    return [atoms]


def break_lines(
    parts: Iterable[Sequence[Atom]], width: float, family: str, measure: Measure, *, indent: float = 0.0
) -> list[Line]:
    """Fill lines of `width` ems; the first line of each paragraph is `indent` ems shorter."""
    lines: list[Line] = []
    for part in parts:
        line: list[Atom] = []
        first = True
        room = width - indent
        for atom in part:
            longest = width - indent if first and not line else width
            whole = (atom,) if atom.width <= longest + _SLACK else _characters(atom, family, measure)
            for piece in whole:
                if line and piece.width > room + _SLACK and _seen_width(piece, family, measure) > room + _SLACK:
                    lines.append(Line(tuple(line), starts_paragraph=first))
                    line, first, room = [], False, width
                line.append(piece)
                room -= piece.width
        lines.append(Line(tuple(line), ends_paragraph=True, starts_paragraph=first))
    return lines


def _seen_width(atom: Atom, family: str, measure: Measure) -> float:
    """Its width without the spaces at its end, which may hang over the edge."""
    seen = atom.text.rstrip(" ")
    return atom.width if seen == atom.text else measure(seen, family, 1.0)


def _characters(atom: Atom, family: str, measure: Measure) -> list[Atom]:
    """The characters of an atom for which no line is long enough."""
    last = len(atom.text) - 1
    return [
        Atom(char, measure(char, family, 1.0), ends_item=atom.ends_item and index == last)
        for index, char in enumerate(atom.text)
    ]


def _atoms(text: str, family: str, measure: Measure) -> list[Atom]:
    pieces: list[str] = []
    glue = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        joins = bool(pieces) and (
            glue or token[0] in NO_START or token.isspace() or bool(unicodedata.combining(token[0]))
        )
        if joins:
            pieces[-1] += token
        else:
            pieces.append(token)
        glue = token[-1] in NO_END or token[-1] == "·"
    return [Atom(piece, measure(piece, family, 1.0)) for piece in pieces]

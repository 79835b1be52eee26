"""The shipped fonts, ready for reportlab: which font shows which character, and how wide it is.

Noto Serif SC sets forms and letters, Noto Sans SC (regular and bold) titles and guidance; HanaMinB
shows the rare characters both lack (extension B to F). A text is cut into runs, one font each, so
no missing-glyph box is ever drawn unseen: what no font has is named by `FontSet.missing`.

Fonts load when first needed and stay: about 0.05 s each, their outlines mapped from the file, not copied.
"""

from __future__ import annotations

import mmap
import threading
from collections import OrderedDict
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace
from reportlab.pdfgen.canvas import Canvas

from app.forms.tounicode import mend_reportlab
from app.resources import resource

SERIF_FONT = "NotoSerifSC"
SANS_FONT = "NotoSansSC"
BOLD_FONT = "NotoSansSC-Bold"
RARE_FONT = "HanaMinB"


class Family(StrEnum):
    """What a text is for; each family has its own order of fonts to look a character up in."""

    SERIF = "serif"
    SANS = "sans"
    BOLD = "bold"


FILES = MappingProxyType(
    {
        SERIF_FONT: "NotoSerifSC_400Regular.ttf",
        SANS_FONT: "NotoSansSC_400Regular.ttf",
        BOLD_FONT: "NotoSansSC_700Bold.ttf",
        RARE_FONT: "HanaMinB.ttf",
    }
)
ORDER = MappingProxyType(
    {
        Family.SERIF: (SERIF_FONT, RARE_FONT),
        Family.SANS: (SANS_FONT, SERIF_FONT, RARE_FONT),
        Family.BOLD: (BOLD_FONT, SANS_FONT, SERIF_FONT, RARE_FONT),
    }
)
ASCENT = 0.88
"""Height of the ideographic box above the baseline, in ems; the same in all four fonts."""
DESCENT = 0.12
"""Depth of the ideographic box below the baseline, in ems."""
NO_GLYPH_WIDTH = 1.0
_LEFT_OUT = frozenset({"name", "OS/2"})
"""Tables an embedded TrueType subset does not need (PDF 32000-1, 9.9); leaving them out saves 2 kB each."""
_KEPT_SUBSETS = 64


class FontSet:
    """All shipped fonts, registered with reportlab once per process; safe to use from several threads."""

    _shared: FontSet | None = None
    _sharing = threading.Lock()

    def __init__(self) -> None:
        self._loading = threading.RLock()
        self._fonts: dict[str, TTFont] = {}
        self._advances = {family: _Advances(self, family) for family in Family}

    @classmethod
    def shared(cls) -> FontSet:
        """The one set of this process."""
        with cls._sharing:
            if cls._shared is None:
                mend_reportlab()
                cls._shared = cls()
            return cls._shared

    def font_of(self, char: str, family: str = Family.SERIF) -> str | None:
        """The reportlab name of the first font of the family that has a glyph for the character."""
        point = ord(char)
        for name in ORDER[Family(family)]:
            if self._font(name).face.charToGlyph.get(point, 0):
                return name
        return None

    def runs(self, text: str, family: str = Family.SERIF) -> list[tuple[str, str]]:
        """The text cut where the font changes: (reportlab font name, piece).

        A character without a glyph stays in the family's first font; ask `missing` before drawing.
        """
        table = self._advances[Family(family)]
        runs: list[tuple[str, str]] = []
        start = 0
        current = ""
        for index, char in enumerate(text):
            name = table[char][0]
            if name != current:
                if index > start:
                    runs.append((current, text[start:index]))
                start, current = index, name
        if start < len(text):
            runs.append((current, text[start:]))
        return runs

    def width(self, text: str, family: str = Family.SERIF, size: float = 10.0) -> float:
        """How wide the text is when drawn at that size, in points."""
        table = self._advances[Family(family)]
        return size * sum(table[char][1] for char in text)

    def missing(self, text: str, family: str = Family.SERIF) -> list[str]:
        """The characters that no font of the family can show, each once, in order of appearance."""
        table = self._advances[Family(family)]
        return [char for char in dict.fromkeys(text) if not table[char][2]]

    def face(self, name: str) -> TTFontFace:
        """The face behind a reportlab font name."""
        return self._font(name).face

    def _font(self, name: str) -> TTFont:
        font = self._fonts.get(name)
        if font is None:
            with self._loading:
                font = self._fonts.get(name)
                if font is None:
                    font = _PaperFont(name, resource("fonts", FILES[name]))
                    pdfmetrics.registerFont(font)
                    self._fonts[name] = font
        return font


def draw_text(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    *,
    family: str = Family.SERIF,
    size: float = 10.0,
    spacing: float = 0.0,
) -> None:
    """Draw one line with its baseline starting at (x, y) points, each run in its own font.

    Args:
        spacing: points added after every character (for spread labels).
    """
    line = canvas.beginText(x, y)
    if spacing:
        line.setCharSpace(spacing)
    for name, piece in FontSet.shared().runs(text, family):
        line.setFont(name, size)
        line.textOut(piece)
    if spacing:
        line.setCharSpace(0)
    canvas.drawText(line)


class _Advances(dict[str, tuple[str, float, bool]]):
    """Character -> (font, advance in ems, whether the font has it), filled as characters are met."""

    def __init__(self, fonts: FontSet, family: Family) -> None:
        super().__init__()
        self._fonts = fonts
        self._family = family

    def __missing__(self, char: str) -> tuple[str, float, bool]:
        name = self._fonts.font_of(char, self._family)
        if name is None:
            found = (ORDER[self._family][0], NO_GLYPH_WIDTH, False)
        else:
            found = (name, self._fonts.face(name).charWidths[ord(char)] / 1000, True)
        self[char] = found
        return found


class _PaperFont(TTFont):
    """A TrueType font whose face subsets fast; reportlab's own class in every other way."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        face = _PaperFace.__new__(_PaperFace)
        face.__dict__.update(vars(self.face))
        face.prepare(path)
        self.face: TTFontFace = face


class _PaperFace(TTFontFace):
    """A face that maps its file instead of holding it, and remembers the subsets it made.

    reportlab copies the whole outline table (10 to 30 MB) for every subset and is not safe across
    threads while it seeks; forms of one edition often need the same subset again.
    """

    def prepare(self, path: Path) -> None:
        """Swap the file's bytes for a read-only map of the file."""
        with path.open("rb") as stream:
            self._ttf_data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        self._making = threading.Lock()
        self._made: OrderedDict[tuple[int, ...], bytes] = OrderedDict()
        self._tables: dict[str, bytes] = {}

    def get_table(self, tag: str) -> bytes | _Window:
        if tag in _LEFT_OUT:
            raise KeyError(tag)
        if tag == "glyf":
            start, length = self.get_table_pos(tag)
            return _Window(self._ttf_data.__getitem__, start, length)
        table = self._tables.get(tag)
        if table is None:
            table = self._tables[tag] = super().get_table(tag)
        return table

    def makeSubset(self, subset: list[int]) -> bytes:  # noqa: N802 - reportlab's name
        key = tuple(subset)
        with self._making:
            made = self._made.get(key)
            if made is None:
                made = self._made[key] = super().makeSubset(subset)
                if len(self._made) > _KEPT_SUBSETS:
                    self._made.popitem(last=False)
            else:
                self._made.move_to_end(key)
            return made


class _Window:
    """A table that is sliced out of the file only where it is asked for."""

    __slots__ = ("_length", "_read", "_start")

    def __init__(self, read: Callable[[slice], bytes], start: int, length: int) -> None:
        self._read = read
        self._start = start
        self._length = length

    def __getitem__(self, span: slice) -> bytes:
        if not 0 <= span.start <= span.stop <= self._length:
            raise IndexError(f"glyph data {span.start}:{span.stop} lies outside the table of {self._length} bytes")
        return self._read(slice(self._start + span.start, self._start + span.stop))

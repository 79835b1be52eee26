"""The packet: cover check list, papers and mailing label as one PDF, in posting order.

Everything is drawn in one pass onto one canvas, so each font is embedded once, and the same input gives the
same bytes: no dates, no file names, a document identity made from the content.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.forms.canvas import new_canvas
from app.forms.cover import TITLE, CoverSheet, draw_cover
from app.forms.embed import ForeignPages
from app.forms.enclosures import Enclosure, prepare_enclosure
from app.forms.label import MailingLabel, draw_label
from app.forms.pdf_intake import PdfIntake, take_in

COVER_KEY = "cover"
LABEL_KEY = "label"
LABEL_TITLE = "邮寄标签"


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A paper of ours (form, letter) that is already a PDF of A4 pages; it goes in unchanged, at full size."""

    key: str
    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A paper of ours that is drawn straight onto the packet's canvas: quicker, and it shares the fonts.

    Attributes:
        key: as `CoverLine.key`.
        title: of its bookmark.
        pages: how many pages `draw` makes.
        draw: draws them, each ended by `showPage`.
        sha256: of what it is drawn from, hexadecimal.
    """

    key: str
    title: str
    pages: int
    draw: Callable[[Canvas], None]
    sha256: str


@dataclass(frozen=True, slots=True)
class EnclosurePart:
    """A paper that somebody sent."""

    key: str
    enclosure: Enclosure


PacketPart = PaperPart | DrawnPart | EnclosurePart


@dataclass(frozen=True, slots=True)
class PacketSpec:
    """What goes into a packet.

    Attributes:
        title: of the PDF; no names or identity numbers of people.
        cover: the check list, the first page or pages; None for a preview of papers only.
        parts: in posting order, keys all different.
        label: the mailing label, the last page; None where no address is known.
    """

    title: str
    parts: tuple[PacketPart, ...]
    cover: CoverSheet | None = None
    label: MailingLabel | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Where a part stands in the packet: pages from 1, and the hash of what it was made from."""

    key: str
    title: str
    first_page: int
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PacketPdf:
    """The packet and its parts in order; cover and label have no hash, they are made here."""

    pdf: bytes
    parts: tuple[Part, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A part whose pages are counted and that can be drawn."""

    key: str
    title: str
    pages: int
    sha256: str
    draw: Callable[[Canvas], None]


def make_packet(spec: PacketSpec) -> PacketPdf:
    """Put a packet together.

    Raises:
        UserError: a file cannot be printed (`read_enclosure`), or a text of cover or label cannot
            (`packet.glyph_missing`, `packet.text_too_long`).
        ValueError: two parts have one key, or a part draws another number of pages than it says.
    """
    papers = [_ready(part, f"A{number}") for number, part in enumerate(spec.parts)]
    counts = {paper.key: paper.pages for paper in papers}
    if len(counts) != len(papers):
        raise ValueError("two parts of a packet have one key")
    stream = io.BytesIO()
    canvas = new_canvas(stream, title=spec.title)
    canvas.showOutline()
    done: list[Part] = []
    if spec.cover is not None:
        cover = spec.cover
        with_cover = _Ready(COVER_KEY, TITLE, 0, "", lambda each: draw_cover(each, cover, counts))
        done.append(_put(canvas, with_cover, prefix="清单-", first=1))
    posted = 1
    for paper in papers:
        done.append(_put(canvas, paper, prefix="", first=posted))
        posted += paper.pages
    if spec.label is not None:
        label = spec.label
        with_label = _Ready(LABEL_KEY, LABEL_TITLE, 1, "", lambda each: draw_label(each, label))
        done.append(_put(canvas, with_label, prefix="标签-", first=1))
    canvas.save()
    return PacketPdf(stream.getvalue(), tuple(done), sum(part.pages for part in done))


def _put(canvas: Canvas, paper: _Ready, *, prefix: str, first: int) -> Part:
    """Draw one part with its bookmark and page labels."""
    start: int = canvas.getPageNumber()
    canvas.bookmarkPage(paper.key)
    canvas.addOutlineEntry(paper.title, paper.key, level=0)
    canvas.addPageLabel(start - 1, style="ARABIC", start=first, prefix=prefix or None)
    paper.draw(canvas)
    pages = canvas.getPageNumber() - start
    if pages != (paper.pages or pages):
        raise ValueError(f"part {paper.key} drew {pages} pages instead of {paper.pages}")
    return Part(paper.key, paper.title, start, pages, paper.sha256)


def _ready(part: PacketPart, name: str) -> _Ready:
    match part:
        case DrawnPart():
            return _Ready(part.key, part.title, part.pages, part.sha256, part.draw)
        case PaperPart():
            intake = take_in(part.pdf)
            sha256 = hashlib.sha256(part.pdf).hexdigest()
            return _Ready(part.key, part.title, len(intake.sizes), sha256, lambda each: _full_size(each, intake, name))
        case EnclosurePart():
            prepared = prepare_enclosure(part.enclosure)
            return _Ready(
                part.key,
                part.enclosure.title,
                prepared.pages,
                prepared.sha256,
                lambda each: prepared.draw(each, name),
            )


def _full_size(canvas: Canvas, intake: PdfIntake, name: str) -> None:
    """Pages of ours as they are."""
    if intake.reader is None or intake.views is None:
        raise ValueError("a paper of ours is not a plain PDF")
    foreign = ForeignPages(canvas, intake.reader, name)
    for index, view in enumerate(intake.views):
        # An official blank may be A3; what is A4 but for a rounding stays exactly A4.
        if abs(view.width - A4[0]) > 1 or abs(view.height - A4[1]) > 1:
            canvas.setPageSize((view.width, view.height))
        foreign.draw(index, view, (1, 0, 0, 1, 0, 0))
        canvas.showPage()
        canvas.setPageSize(A4)

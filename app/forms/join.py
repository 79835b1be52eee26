"""Several pictures and PDFs of one paper as one PDF: what an administration's mailbox takes and a packet prints.

Cards stand two to a page at their true size, front above back; everything else one to a page, or two. The pages are
laid out as those of a packet are and say so, so that a packet prints them as they are, cards still at their true size.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.errors import UserError
from app.forms.canvas import new_canvas
from app.forms.enclosures import Enclosure, prepare_enclosure
from app.forms.placement import AREA, Arrangement

MOST_SHEETS = 100
"""What one enclosure may have (`pdf_intake.MAX_PAGES`); more could not be taken in again."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to join: its name for messages, its bytes, and how its pictures are put on paper."""

    name: str
    data: bytes
    arrangement: Arrangement = Arrangement.PAGE


def join_sheets(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """The files in their order as A4 pages without captions; same files, same bytes.

    Neighbours of one arrangement share pages: two cards, two halves.

    Raises:
        UserError: `cases.nothing_to_join`, `packet.too_many_pages`; as `enclosures.read_enclosure`.
    """
    if not sheets:
        raise UserError("cases.nothing_to_join")
    stream = io.BytesIO()
    canvas = new_canvas(stream, title=title)
    canvas.setArtBox((AREA.x, AREA.y, AREA.x + AREA.width, AREA.y + AREA.height))
    pages = 0
    for number, enclosure in enumerate(_enclosures(sheets)):
        prepared = prepare_enclosure(enclosure)
        pages += prepared.pages
        if pages > MOST_SHEETS:
            raise UserError("packet.too_many_pages", limit=MOST_SHEETS)
        prepared.draw(canvas, f"J{number}")
    canvas.save()
    return stream.getvalue()


def _enclosures(sheets: Sequence[Sheet]) -> Iterator[Enclosure]:
    for arrangement, group in groupby(sheets, key=lambda each: each.arrangement):
        together = tuple(group)
        yield Enclosure(together[0].name, tuple(each.data for each in together), None, arrangement, captioned=False)

"""Several pictures of one paper as one PDF, a page each: what an administration's mailbox takes and a packet prints."""

from __future__ import annotations

import io
from collections.abc import Sequence

from app.errors import UserError
from app.forms.canvas import new_canvas
from app.forms.embed import add_jpeg
from app.forms.enclosures import LARGEST_ENLARGEMENT, read_enclosure
from app.forms.images import for_paper, natural_size, upright_images
from app.forms.placement import on_page


def join_pictures(files: Sequence[tuple[str, bytes]], *, title: str) -> bytes:
    """Pictures, by name and content in their order, as A4 pages without captions; same files, same bytes.

    Raises:
        UserError: `cases.nothing_to_join`, `cases.not_a_picture`; as `enclosures.read_enclosure`.
    """
    if not files:
        raise UserError("cases.nothing_to_join")
    stream = io.BytesIO()
    canvas = new_canvas(stream, title=title)
    number = 0
    for name, data in files:
        kind = read_enclosure(data, name).kind
        if kind == "pdf":
            raise UserError("cases.not_a_picture", title=name)
        for picture, dpi in upright_images(data, kind):
            placement = on_page(*natural_size(picture.width, picture.height, dpi), LARGEST_ENLARGEMENT)
            box = placement.box
            paper = for_paper(picture, *((box.height, box.width) if placement.turned else (box.width, box.height)))
            key = f"J{number}"
            add_jpeg(canvas, key, paper.jpeg, paper.width, paper.height, grey=paper.grey)
            canvas.saveState()
            if placement.turned:
                canvas.transform(0, box.height, -box.width, 0, box.x + box.width, box.y)
            else:
                canvas.transform(box.width, 0, 0, box.height, box.x, box.y)
            canvas.doForm(key)
            canvas.restoreState()
            canvas.showPage()
            number += 1
    canvas.save()
    return stream.getvalue()

"""The one way a PDF is begun here: A4, same bytes every time, Chinese, no font that is not embedded."""

from __future__ import annotations

from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.forms.fonts import SERIF_FONT, FontSet

CREATOR = "Beian Desk"
# Page contents as bytes: text armour makes them a quarter longer and nothing asks for it.
rl_config.useA85 = 0


def new_canvas(stream: BinaryIO, *, title: str, subject: str = "", keywords: str = "") -> Canvas:
    """An A4 canvas (points, origin bottom left) in reportlab's invariant mode.

    The first font is ours, because reportlab otherwise names Helvetica, which is not embedded.
    """
    FontSet.shared().face(SERIF_FONT)
    canvas = Canvas(
        stream,
        pagesize=A4,
        pageCompression=1,
        invariant=1,
        initialFontName=SERIF_FONT,
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator(CREATOR)
    canvas.setSubject(subject)
    canvas.setKeywords(keywords)
    # Forms are measured in millimetres: a reader that shrinks them to its margins spoils them.
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas

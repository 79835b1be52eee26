"""Draws a laid-out form, as a PDF of its own or onto the pages of another: the same bytes for the same values and edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.errors import Invalid
from app.forms.canvas import new_canvas
from app.forms.fonts import FontSet, draw_text
from app.forms.laid import MM, Laid, Mark, PlacedText, Stroke, Thing, Words
from app.forms.layout import lay_out
from app.forms.preflight import unprintable
from app.forms.spec import PAGE_HEIGHT, FormSpec
from app.forms.values import FormValues


@dataclass(frozen=True, slots=True)
class FormPdf:
    """A form on paper: its bytes, how many pages, where each value stands, how many pages continue it."""

    pdf: bytes
    pages: int
    placed: tuple[PlacedText, ...]
    continuation: int


def make_form(spec: FormSpec, values: FormValues) -> FormPdf:
    """Lay out and draw a form, complete or not: a preview may lack values, a finished paper is asked by `preflight`.

    Args:
        values: field names to text or tuples of texts; `handwriting` names the fields left as blank lines.

    Raises:
        Invalid: a value holds characters that cannot be printed, or cannot fit on any sheet.
    """
    laid = laid_form(spec, values)
    return FormPdf(
        pdf=draw(laid, title=spec.title, code=spec.code, edition=spec.edition),
        pages=len(laid.sheets),
        placed=laid.placed,
        continuation=laid.continuation,
    )


def laid_form(spec: FormSpec, values: FormValues) -> Laid:
    """A form laid out, to be drawn with `draw_onto`; arguments and errors as `make_form`."""
    problems = unprintable(spec, values)
    if problems:
        raise Invalid(problems)
    return lay_out(spec, values, FontSet.shared().width)


def draw(laid: Laid, *, title: str, code: str, edition: str) -> bytes:
    """The PDF of a layout; code and edition go into its metadata only, never onto the official paper."""
    stream = BytesIO()
    canvas = new_canvas(stream, title=title, subject=f"{code} {edition}")
    draw_onto(canvas, laid)
    canvas.save()
    return stream.getvalue()


def draw_onto(canvas: Canvas, laid: Laid) -> None:
    """Draw the sheets of a layout as pages of an A4 canvas that stands at an empty one; it stands at the next afterwards."""
    for sheet in laid.sheets:
        draw_things(canvas, sheet)
        canvas.showPage()


def draw_things(canvas: Canvas, things: Iterable[Thing]) -> None:
    """Draw the lines, words and marks of one sheet onto an A4 page that is open."""
    canvas.setLineCap(2)
    for thing in things:
        match thing:
            case Stroke():
                canvas.setLineWidth(thing.weight)
                canvas.line(thing.x1, _up(thing.y1), thing.x2, _up(thing.y2))
            case Words():
                _words(canvas, thing)
            case Mark():
                _mark(canvas, thing)


def _words(canvas: Canvas, words: Words) -> None:
    if words.grey:
        canvas.setFillGray(words.grey)
    draw_text(
        canvas, words.x, _up(words.baseline), words.text, family=words.family, size=words.size, spacing=words.spacing
    )
    if words.grey:
        canvas.setFillGray(0)


def _mark(canvas: Canvas, mark: Mark) -> None:
    size, bottom = mark.size, _up(mark.y + mark.size)
    canvas.setLineWidth(0.7)
    if mark.shape == "circle":
        canvas.circle(mark.x + size / 2, bottom + size / 2, size / 2, stroke=1, fill=0)
    else:
        canvas.rect(mark.x, bottom, size, size, stroke=1, fill=0)
    if mark.ticked:
        tick = canvas.beginPath()
        tick.moveTo(mark.x + size * 0.16, bottom + size * 0.52)
        tick.lineTo(mark.x + size * 0.42, bottom + size * 0.20)
        tick.lineTo(mark.x + size * 0.98, bottom + size * 1.02)
        canvas.setLineWidth(1.5)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.drawPath(tick, stroke=1, fill=0)
        canvas.setLineCap(2)
        canvas.setLineJoin(0)


def _up(y: float) -> float:
    """From the top of the page downwards to PDF's upwards."""
    return PAGE_HEIGHT * MM - y

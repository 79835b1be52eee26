"""Prints values onto a blank: its pages are drawn as they are, the values over them, continuation sheets behind.

The same blank, mapping and values give the same bytes. Every font of ours is embedded, all text can be selected, and
the blank's own vectors are taken over untouched as form XObjects.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.errors import Invalid, Problem, UserError
from app.forms.blanks.form import BlankForm
from app.forms.blanks.intake import readable_paper
from app.forms.blanks.model import PlaceKind, TickMark
from app.forms.blanks.setting import SetBlank, Tick, set_values
from app.forms.canvas import new_canvas
from app.forms.continuation import continuation_sheets
from app.forms.embed import ForeignPages, NotEmbeddable, view_of
from app.forms.fit import as_text
from app.forms.fonts import FontSet, draw_text
from app.forms.laid import MM, PlacedText, Words
from app.forms.preflight import character_problems, number_problems
from app.forms.render import FormPdf, draw_things
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH
from app.forms.values import FormValues, filled, left_for_handwriting


def fill_blank(blank: BlankForm, values: FormValues) -> FormPdf:
    """Print values onto a blank, complete or not.

    Args:
        values: field names to text or tuples of texts; `handwriting` names the fields left for the pen.

    Raises:
        Invalid: a value holds characters that cannot be printed, or does not fit where it may not go on.
        UserError: `blanks.paper_damaged`.
    """
    problems = unprintable_on(blank, values)
    if problems:
        raise Invalid(problems)
    done = _set(blank, values)
    if done.refused:
        raise Invalid(done.refused)
    sheets, continued = continuation_sheets(blank, filled(values), done.continued, FontSet.shared().width)
    reader = readable_paper(blank.paper)
    pages = len(reader.pages)
    stream = BytesIO()
    canvas = new_canvas(stream, title=blank.title, subject=f"{blank.code} {blank.edition}")
    foreign = ForeignPages(canvas, reader, "BLANK")
    for index, page in enumerate(reader.pages):
        view = view_of(page)
        if view is None:
            raise UserError("blanks.paper_damaged")
        canvas.setPageSize((view.width, view.height))
        try:
            foreign.draw(index, view, (1, 0, 0, 1, 0, 0))
        except NotEmbeddable as error:
            raise UserError("blanks.paper_damaged") from error
        _overlay(canvas, done, index, view.height)
        canvas.showPage()
    for sheet in sheets:
        canvas.setPageSize((PAGE_WIDTH * MM, PAGE_HEIGHT * MM))
        draw_things(canvas, sheet)
        canvas.showPage()
    canvas.save()
    moved = tuple(replace(each, page=each.page + pages - 1) for each in continued)
    placed: tuple[PlacedText, ...] = (*done.placed, *moved)
    return FormPdf(stream.getvalue(), pages + len(sheets), placed, len(sheets))


def check_blank(blank: BlankForm, values: FormValues) -> tuple[Problem, ...]:
    """Every reason not to print these values on this blank; empty when it may go to the printer."""
    given = filled(values)
    by_hand = left_for_handwriting(values)
    problems = [*unprintable_on(blank, values), *_absent(blank, values), *number_problems(blank, given, by_hand)]
    for field, offered in _offered(blank).items():
        chosen = given.get(field, "")
        if chosen and field not in by_hand and chosen not in offered:
            taken = tuple(place.label or place.value for place in blank.mapping.places
                          if place.kind is PlaceKind.TICK and place.field == field)  # fmt: skip
            problems.append(Problem(field, "forms.choice_not_on_form", {"choices": taken}))
    if not problems:
        problems += _set(blank, values).refused
    return tuple(problems)


def unprintable_on(blank: BlankForm, values: FormValues) -> tuple[Problem, ...]:
    """What cannot stand on paper at all: characters without a glyph or a shape, and values beyond any sheet."""
    given = filled(values)
    by_hand = left_for_handwriting(values)
    ticked = {place.field for place in blank.mapping.places if place.kind is PlaceKind.TICK}
    problems: list[Problem] = []
    for field in blank.fields():
        text = as_text(given.get(field, ""))
        if text and field not in by_hand and field not in ticked:
            problems += character_problems(field, text)
    return tuple(problems)


def _set(blank: BlankForm, values: FormValues) -> SetBlank:
    labels = {field: blank.label_of(field) for field in blank.fields()}
    return set_values(
        blank.mapping, filled(values), left_for_handwriting(values), FontSet.shared().width,
        {field: label for field, label in labels.items() if label != field},
    )  # fmt: skip


def _absent(blank: BlankForm, values: FormValues) -> list[Problem]:
    given, by_hand = filled(values), left_for_handwriting(values)
    wanted = dict.fromkeys(place.field for place in blank.mapping.places if place.required and place.prints)
    return [
        Problem(field, "forms.required_missing", {"label": blank.label_of(field)})
        for field in wanted
        if field and field not in by_hand and not given.get(field)
    ]


def _offered(blank: BlankForm) -> dict[str, set[str]]:
    offered: dict[str, set[str]] = {}
    for place in blank.mapping.places:
        if place.kind is PlaceKind.TICK and place.field:
            offered.setdefault(place.field, set()).add(place.value)
    return offered


def _overlay(canvas: Canvas, done: SetBlank, page: int, height: float) -> None:
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    for index, words in done.words:
        if index == page:
            _words(canvas, words, height)
    for tick in done.ticks:
        if tick.page == page:
            _tick(canvas, tick, height)
    canvas.restoreState()


def _words(canvas: Canvas, words: Words, height: float) -> None:
    draw_text(canvas, words.x, height - words.baseline, words.text, family=words.family, size=words.size)


def _tick(canvas: Canvas, tick: Tick, height: float) -> None:
    """A mark within its box: drawn as lines, because the fonts have no ticks."""
    size = min(tick.box.width, tick.box.height)
    x = tick.box.x + (tick.box.width - size) / 2
    bottom = height - tick.box.y - (tick.box.height + size) / 2
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setLineWidth(max(0.8, size * 0.14))
    match tick.place.mark:
        case TickMark.FILL:
            canvas.rect(x + size * 0.2, bottom + size * 0.2, size * 0.6, size * 0.6, stroke=0, fill=1)
        case TickMark.CROSS:
            canvas.line(x + size * 0.18, bottom + size * 0.18, x + size * 0.82, bottom + size * 0.82)
            canvas.line(x + size * 0.18, bottom + size * 0.82, x + size * 0.82, bottom + size * 0.18)
        case TickMark.CHECK:
            path = canvas.beginPath()
            path.moveTo(x + size * 0.14, bottom + size * 0.50)
            path.lineTo(x + size * 0.40, bottom + size * 0.20)
            path.lineTo(x + size * 0.88, bottom + size * 0.84)
            canvas.drawPath(path, stroke=1, fill=0)

"""The shelf of letters, and what is done with one: say what is missing, draw it, leave it blank for the pen.

Same promises as for forms (`app.forms.render`): measured text that is never clipped, every font embedded, text that
copies out as typed, same values and edition the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.errors import Invalid, Problem, UserError
from app.forms.fit import as_text
from app.forms.fonts import FontSet
from app.forms.laid import Laid
from app.forms.letters_layout import lay_out_letter
from app.forms.letters_spec import LetterSpec
from app.forms.letters_text import Filling
from app.forms.preflight import character_problems
from app.forms.render import FormPdf, draw
from app.forms.values import HANDWRITING, FormValues, filled, left_for_handwriting
from app.resources import listing, read_toml


@lru_cache(maxsize=1)
def letters() -> tuple[LetterSpec, ...]:
    """Every edition of every letter, by code and edition."""
    found = [LetterSpec.model_validate(read_toml("letters", path.name)) for path in listing("letters", suffix=".toml")]
    return tuple(sorted(found, key=lambda spec: (spec.code, spec.edition)))


def letter(code: str, edition: str = "") -> LetterSpec:
    """One letter by its code; without an edition the newest.

    Raises:
        UserError: `letters.unknown_letter`.
    """
    found = [spec for spec in letters() if spec.code == code and edition in ("", spec.edition)]
    if not found:
        raise UserError("letters.unknown_letter", letter=f"{code} {edition}".strip())
    return max(found, key=lambda spec: spec.edition)


def letter_for(code: str, province: str = "") -> LetterSpec:
    """The newest edition of a letter, in a province's own variant where it has one.

    Raises:
        UserError: `letters.unknown_letter`.
    """
    variants = [spec for spec in letters() if spec.variant_of == code and spec.province == province != ""]
    return max(variants, key=lambda spec: spec.edition) if variants else letter(code)


def make_letter(spec: LetterSpec, values: FormValues) -> FormPdf:
    """Lay out and draw a letter, complete or not; a finished one is asked by `preflight_letter`.

    Args:
        values: field names to text or tuples of texts; `handwriting` names the fields left as blank lines.

    Raises:
        Invalid: a value holds characters that cannot be printed.
    """
    laid = laid_letter(spec, values)
    return FormPdf(
        pdf=draw(laid, title=spec.title, code=spec.code, edition=spec.edition),
        pages=len(laid.sheets),
        placed=laid.placed,
        continuation=laid.continuation,
    )


def laid_letter(spec: LetterSpec, values: FormValues) -> Laid:
    """A letter laid out, to be drawn with `render.draw_onto`; arguments and errors as `make_letter`."""
    problems = tuple(_unprintable(spec, values))
    if problems:
        raise Invalid(problems)
    return lay_out_letter(spec, values, FontSet.shared().width)


def preflight_letter(spec: LetterSpec, values: FormValues) -> tuple[Problem, ...]:
    """Every reason not to print this letter with these values; empty when it may go to the printer."""
    return (*_unprintable(spec, values), *_absent(spec, values))


def for_the_pen(spec: LetterSpec, values: FormValues) -> dict[str, object]:
    """The same letter with every blank left for handwriting; what decides between paragraphs is kept."""
    return {**values, HANDWRITING: spec.fields()}


def _unprintable(spec: LetterSpec, values: FormValues) -> Iterable[Problem]:
    given, by_hand = filled(values), left_for_handwriting(values)
    for field in spec.fields():
        text = as_text(given.get(field, ""))
        if text and field not in by_hand:
            yield from character_problems(field, text)


def _absent(spec: LetterSpec, values: FormValues) -> Iterable[Problem]:
    filling = Filling(spec, filled(values), left_for_handwriting(values), FontSet.shared().width)
    for field in _asked(filling):
        if spec.blank(field).required and not filling.has(field):
            yield Problem(field, "letters.required_missing", {"label": spec.label_of(field)})


def _asked(filling: Filling) -> Iterable[str]:
    """The fields of the parts that stand with these values, each once, in reading order."""
    spec = filling.spec
    mentioned = [field for paragraph in filling.shown() for field in paragraph.fields()]
    signed = [line.field for line in spec.signature if line.field and filling.holds(line.when)]
    shown = {*mentioned, *signed}
    return [field for field in spec.fields() if field in shown or f"{{{field}}}" in spec.addressee]

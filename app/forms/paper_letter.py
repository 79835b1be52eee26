"""A letter, whoever drew it: one of ours, or the access provider's own blank that was brought in; filled and asked the same way."""

from __future__ import annotations

from app.errors import Problem
from app.forms.blanks.fill import check_blank, fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.letters import make_letter, preflight_letter
from app.forms.letters_spec import LetterSpec
from app.forms.render import FormPdf
from app.forms.values import FormValues

PaperLetter = LetterSpec | BlankForm


def make_paper_letter(paper: PaperLetter, values: FormValues) -> FormPdf:
    """Print values onto a letter; arguments and errors as `make_letter`."""
    return fill_blank(paper, values) if isinstance(paper, BlankForm) else make_letter(paper, values)


def check_paper_letter(paper: PaperLetter, values: FormValues) -> tuple[Problem, ...]:
    """Every reason not to print these values on this letter; empty when it may go to the printer."""
    return check_blank(paper, values) if isinstance(paper, BlankForm) else preflight_letter(paper, values)

"""A paper form, whoever drew it: one of ours, or an official blank that was brought in; filled and asked the same way."""

from __future__ import annotations

from app.errors import Problem
from app.forms.blanks.fill import check_blank, fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.preflight import preflight
from app.forms.render import FormPdf, make_form
from app.forms.spec import FormSpec
from app.forms.values import FormValues

PaperForm = FormSpec | BlankForm


def make_paper(form: PaperForm, values: FormValues) -> FormPdf:
    """Print values onto a form; arguments and errors as `make_form`."""
    return fill_blank(form, values) if isinstance(form, BlankForm) else make_form(form, values)


def check_paper(form: PaperForm, values: FormValues) -> tuple[Problem, ...]:
    """Every reason not to print these values on this form; empty when it may go to the printer."""
    return check_blank(form, values) if isinstance(form, BlankForm) else preflight(form, values)

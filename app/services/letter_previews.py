"""A letter as far as it is filled in, to look at: what is missing stays open, what cannot be printed as well."""

from __future__ import annotations

from collections.abc import Mapping

from app.errors import Invalid
from app.forms.paper_letter import PaperLetter, check_paper_letter, make_paper_letter
from app.forms.values import HANDWRITING, FormValues, left_for_handwriting
from app.services.letter_packets import in_answers
from app.services.previews import Preview, preview_of


def letter_preview(paper: PaperLetter, values: FormValues, fields: Mapping[str, str]) -> Preview:
    """The letter with its problems.

    Args:
        fields: which answer each blank is filled from, so that problems are said of the answers.
    """
    found = check_paper_letter(paper, values)
    try:
        made = make_paper_letter(paper, values)
    except Invalid as invalid:
        left = {each.path.partition(".")[0] for each in invalid.problems}
        made = make_paper_letter(paper, {**values, HANDWRITING: tuple(left_for_handwriting(values) | left)})
    return preview_of(
        made.pdf,
        problems=in_answers(found, fields),
        form_code=paper.code,
        form_edition=paper.edition,
        evidence=paper.evidence,
    )

"""The values of a kept paper as answers again: for a wizard or a letter that asks for what the paper does not say.

A newer edition may want more than an older one. What was printed is taken as it was printed; what a paper never says,
such as which steps the customer confirmed, is asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from app.db.database import Database
from app.errors import UserError
from app.forms.blanks.form import BlankForm
from app.models.document import Document
from app.rules.certificates import certificate_type_named
from app.services import agent_letters, letter_packets
from app.services.case_records import found_case
from app.services.flows.answer_tree import with_value
from app.services.flows.draft import Draft
from app.services.flows.letter_draft import LetterDraft
from app.services.form_editions import FormEditions
from app.services.form_values import FORM_FIELDS
from app.services.letters import DOCUMENT_KIND
from app.services.recipes import FormValues, Recipe

D = TypeVar("D")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_DAYS = frozenset(
    {"application_date", "letter.dated", "letter.valid_until", "letter_date", "valid_until", "changed_on"}
)
_NONE = ("无",)
"""Printed in the cell for domains where there are none."""


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A document as far as its answers go; `letter` is set where it is a letter on its own."""

    case_id: int
    procedure: str
    recipe: Recipe
    letter: LetterDraft | None


def kept_paper(database: Database, document_id: int) -> KeptPaper:
    """What a document was made from.

    Raises:
        UserError: `flows.no_such_document`, `flows.reprint_impossible`.
    """
    with database.read() as session:
        document = session.get(Document, document_id)
        if document is None:
            raise UserError("flows.no_such_document")
        case = found_case(session, document.case_id)
        recipe, kind, case_id, procedure = Recipe.from_json(document.recipe), document.kind, case.id, case.procedure
    if kind != DOCUMENT_KIND:
        return KeptPaper(case_id, procedure, recipe, None)
    [made] = recipe.letters
    paper = FormEditions(database).letter(made.code, made.edition)
    code = paper.kind if isinstance(paper, BlankForm) else paper.code
    return KeptPaper(case_id, procedure, recipe, _letter_draft(code, made.values, case_id))


def answered(draft: D, recipe: Recipe) -> D:
    """The draft of a flow with everything that its older packet says; what was left for the pen is left for it again."""
    found: D
    if not isinstance(draft, Draft):
        found = _overlaid(draft, recipe.values, letter_packets.FIELDS)
        return found
    found = _overlaid(draft, recipe.values, {path: fields[0] for path, fields in FORM_FIELDS.items()})
    for made in recipe.letters:
        found = _overlaid(found, made.values, agent_letters.FIELDS)
    return found


def _overlaid(draft: Any, values: FormValues, fields: Mapping[str, str]) -> Any:
    by_hand = values.get("handwriting", ())
    pen = [path for path, field in fields.items() if field in by_hand and path not in draft.handwriting]
    for path, field in fields.items():
        held = values.get(field)
        if not held or held == _NONE or not hasattr(draft, path.partition(".")[0]):
            continue
        answer = _answer(path, held)
        if answer is not None:
            draft = with_value(draft, path, answer)
    return replace(draft, handwriting=(*draft.handwriting, *pen))


def _answer(path: str, held: str | tuple[str, ...]) -> object:
    """A printed value as it was answered; None where it cannot be read back."""
    if isinstance(held, tuple):
        return held
    if path.endswith("certificate_type"):
        return certificate_type_named(held)
    if path in _DAYS:
        return _day(held)
    return held == "yes" if path == "filing.hollow" else held


def _letter_draft(code: str, values: FormValues, case_id: int) -> LetterDraft:
    texts = {}
    for name, held in values.items():
        if name == "handwriting":
            continue
        answer = _answer(name, held)
        if isinstance(answer, date):
            texts[name] = answer.isoformat()
        elif answer is not None:
            texts[name] = "\n".join(answer) if isinstance(answer, tuple) else str(answer)
    by_hand = tuple(values.get("handwriting", ()))
    return LetterDraft(code, MappingProxyType(texts), handwriting=by_hand, case_id=case_id)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    return date(*map(int, found.groups())) if found else None

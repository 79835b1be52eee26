"""What was printed with a blank: those papers have to print again, so the blank has to stay."""

from __future__ import annotations

from sqlalchemy import Text, and_, cast, or_, select
from sqlalchemy.orm import Session

from app.models.blank import Blank
from app.models.case import Case
from app.models.document import Document
from app.services.form_editions import facts_of


def cases_printed_with(session: Session, blank: Blank) -> tuple[str, ...]:
    """The numbers of the cases that hold a paper made with any revision of this blank, be it their form or a letter beside it."""
    code, edition = facts_of(blank).code, f"{blank.edition}#"
    recipe = cast(Document.recipe, Text)
    query = (
        select(Case.number)
        .join(Document, Document.case_id == Case.id)
        .where(
            or_(
                and_(Document.form_code == code, Document.form_edition.startswith(edition, autoescape=True)),
                and_(recipe.contains(f'"{code}"', autoescape=True), recipe.contains(f'"{edition}', autoescape=True)),
            )
        )
        .distinct()
        .order_by(Case.number)
    )
    return tuple(session.scalars(query))

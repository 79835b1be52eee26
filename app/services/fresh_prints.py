"""A kept paper made anew with the edition in force today, from the values it was made with; the old one stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.forms.blanks.form import BlankForm
from app.forms.cover import CoverSheet
from app.forms.paper_form import PaperForm, check_paper
from app.forms.paper_letter import PaperLetter, check_paper_letter
from app.models.document import Document
from app.models.material import StoredFile
from app.services import audit
from app.services.case_records import found_case
from app.services.changes import Change
from app.services.cover_days import count_case, counted_from, cover_counted
from app.services.deregistration_packets import evidence_zh
from app.services.form_editions import FormEditions
from app.services.form_values import date_zh
from app.services.letter_packets import text_warning
from app.services.recipes import FORM_KEY, MadeLetter, Recipe, sha256_of


@dataclass(frozen=True, slots=True)
class NewerEdition:
    """One paper of a document whose edition is no longer the one in force; editions as a reader knows them."""

    title: str
    made_with: str
    in_force: str


@dataclass(frozen=True, slots=True)
class FreshPrint:
    """The document made anew. `change` is for the views that are open."""

    document_id: int
    pdf: bytes
    change: Change


@dataclass(frozen=True, slots=True)
class _Renewed:
    """A recipe with the papers in force, and what was changed for it."""

    case_id: int
    recipe: Recipe
    newer: tuple[NewerEdition, ...]
    problems: tuple[Problem, ...]


class FreshPrints:
    """Finds documents whose edition is out of date, and makes them anew."""

    def __init__(self, database: Database, *, actor: str, forms: FormEditions | None = None) -> None:
        self._database = database
        self._actor = actor
        self._forms = forms or FormEditions(database)

    def newer(self, document_id: int, today: date) -> tuple[NewerEdition, ...]:
        """The papers of a document that have another edition in force now; empty where it is up to date.

        Raises:
            UserError: `flows.no_such_document`, `flows.reprint_impossible`.
        """
        return self._renewed(document_id, today).newer

    def make(self, document_id: int, today: date, *, redrawn: bool = False) -> FreshPrint:
        """Make the document anew from its kept values; it stands beside the old one in the case.

        Args:
            redrawn: also with the same editions, where this version of the program draws them otherwise.

        Raises:
            Invalid: the editions in force ask for more than the kept values say.
            UserError: `flows.no_such_document`, `flows.reprint_impossible`, `flows.edition_in_force` when there is no other.
        """
        renewed = self._renewed(document_id, today)
        if not renewed.newer and not redrawn:
            raise UserError("flows.edition_in_force")
        if renewed.problems:
            raise Invalid(renewed.problems)
        recipe = renewed.recipe
        with self._database.read() as session:
            due = counted_from(session, found_case(session, renewed.case_id), today)
            if recipe.cover is not None:
                recipe = replace(recipe, cover=cover_counted(replace(recipe.cover, made_on=date_zh(today)), due))
            stored = session.scalars(select(StoredFile).where(StoredFile.sha256.in_(recipe.file_hashes())))
            files = {each.sha256: each.data for each in stored}
        made = recipe.build(files, self._forms)
        code, edition = recipe.main_paper
        with self._database.transaction() as session:
            old = session.get(Document, document_id)
            if old is None:
                raise UserError("flows.no_such_document")
            fresh = Document(
                case_id=old.case_id,
                kind=old.kind,
                title=old.title,
                form_code=code,
                form_edition=edition,
                values=recipe.to_json()["values"],
                recipe=recipe.to_json(),
                sha256=sha256_of(made.pdf),
                pages=made.pages,
            )
            session.add(fresh)
            session.flush()
            audit.record(session, self._actor, "create", "document", fresh.id, {"form": code, "edition": edition})
            case_id, fresh_id = old.case_id, fresh.id
            if recipe.cover is not None:
                count_case(session, self._actor, found_case(session, case_id), due)
        return FreshPrint(fresh_id, made.pdf, Change(cases=frozenset({case_id})))

    def _renewed(self, document_id: int, today: date) -> _Renewed:
        with self._database.read() as session:
            document = session.get(Document, document_id)
            if document is None:
                raise UserError("flows.no_such_document")
            case = found_case(session, document.case_id)
            case_id, where = case.id, case.province
            recipe = Recipe.from_json(document.recipe)
        newer: list[NewerEdition] = []
        problems: list[Problem] = []
        if recipe.form_code:
            old = self._forms.form(recipe.form_code, recipe.form_edition)
            form = self._forms.current(old.kind, old.province, today)
            if (form.code, form.edition) != (old.code, old.edition):
                newer.append(NewerEdition(form.title, _edition(old), _edition(form)))
                problems += check_paper(form, recipe.values)
                cover = _with_form(recipe.cover, old, form)
                recipe = replace(
                    recipe, form_code=form.code, form_edition=form.edition, form_title=form.title, cover=cover
                )
        letters: list[MadeLetter] = []
        for each in recipe.letters:
            before = self._forms.letter(each.code, each.edition)
            kind = before.kind if isinstance(before, BlankForm) else before.code
            letter = self._forms.current_letter(kind, before.province or where, today)
            if (letter.code, letter.edition) != (before.code, before.edition):
                newer.append(NewerEdition(letter.title, _edition(before), _edition(letter)))
                problems += check_paper_letter(letter, each.values)
                recipe = replace(recipe, cover=_with_letter(recipe.cover, before, letter))
                each = replace(each, code=letter.code, edition=letter.edition, title=letter.title)
            letters.append(each)
        return _Renewed(case_id, replace(recipe, letters=tuple(letters)), tuple(newer), tuple(problems))


def _edition(paper: PaperForm | PaperLetter) -> str:
    """An edition as a reader knows it; which mapping of a blank it is stays inside."""
    return paper.edition.partition("#")[0]


def _named(paper: PaperForm | PaperLetter) -> str:
    return f"{paper.code} {paper.edition}"


def _with_form(cover: CoverSheet | None, old: PaperForm, new: PaperForm) -> CoverSheet | None:
    if cover is None:
        return None
    lines = tuple(replace(each, title=new.title) if each.key == FORM_KEY else each for each in cover.lines)
    kept = [each for each in cover.warnings if each != evidence_zh(old)]
    told = [] if new.evidence in {"full table", "official blank"} else [evidence_zh(new)]
    return replace(
        cover,
        heading=cover.heading.replace(old.title, new.title),
        lines=lines,
        warnings=(*told, *kept),
        form_edition=cover.form_edition.replace(_named(old), _named(new)),
    )


def _with_letter(cover: CoverSheet | None, old: PaperLetter, new: PaperLetter) -> CoverSheet | None:
    if cover is None:
        return None
    kept = [each for each in cover.warnings if each not in text_warning(old)]
    return replace(
        cover,
        warnings=(*text_warning(new), *kept),
        form_edition=cover.form_edition.replace(_named(old), _named(new)),
    )

"""Letters on their own: filled in blank by blank, looked at, printed, saved, and kept with a case to be printed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.db.database import Database
from app.errors import Invalid, Problem
from app.forms.blanks.form import BlankForm
from app.forms.letters import letter
from app.forms.letters_spec import LetterSpec
from app.forms.paper_letter import PaperLetter, check_paper_letter, make_paper_letter
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.rules.provinces import province
from app.services import audit
from app.services.case_records import found_case
from app.services.changes import Change
from app.services.flows.letter_draft import LetterDraft
from app.services.form_editions import FormEditions
from app.services.letter_fields import (
    DECIDING,
    LetterQuestion,
    field_problems,
    letter_notes,
    letter_questions,
    printed_values,
    rewritten,
)
from app.services.letter_packets import LETTER_KEY, pen_warning, seam_notice, text_warning
from app.services.letter_prefill import prefilled, province_key, with_authority
from app.services.letter_previews import letter_preview
from app.services.outputs import safe_name
from app.services.previews import Preview, preview_of
from app.services.recipes import MadeLetter, Recipe, sha256_of

DOCUMENT_KIND = "letter"


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """A letter ready to be printed. `notices` are Chinese sentences that the agent should read."""

    pdf: bytes = field(repr=False)
    pages: int
    sha256: str
    title: str
    file_name: str
    code: str
    edition: str
    evidence: str
    notices: tuple[str, ...]
    recipe: Recipe = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter that a case keeps. `change` is for the views that are open."""

    document_id: int
    letter: WrittenLetter
    change: Change


class Letters:
    """Starts, checks, shows, prepares and keeps letters.

    Without a database it prepares only. Stateless apart from the database; every method may be called from any thread.
    The day is an argument throughout.
    """

    def __init__(self, database: Database | None, *, actor: str, forms: FormEditions | None = None) -> None:
        self._database = database
        self._actor = actor
        self._forms = forms or FormEditions(database)

    def start(
        self,
        code: str,
        today: date,
        *,
        subject_id: int | None = None,
        site_id: int | None = None,
        case_id: int | None = None,
    ) -> LetterDraft:
        """A draft with what the store knows of a subject, a site or a case.

        Raises:
            UserError: `letters.unknown_letter`, `flows.no_such_record`.
        """
        if self._database is None:
            return prefilled(None, code, today)
        with self._database.read() as session:
            return prefilled(session, code, today, subject_id=subject_id, site_id=site_id, case_id=case_id)

    def title(self, code: str) -> str:
        """What a letter is called, its matter included.

        Raises:
            UserError: `letters.unknown_letter`.
        """
        spec = letter(code)
        return f"{spec.title}{spec.subtitle}"

    def blanks(self, code: str) -> frozenset[str]:
        """Every blank of a letter; each may be left as a line for the pen.

        Raises:
            UserError: `letters.unknown_letter`.
        """
        return frozenset(letter(code).fields())

    def blank(self, code: str, today: date) -> Preview:
        """A letter as it would be filled in now, every blank left for the pen: ours, or the blank that was brought in for it.

        Raises:
            UserError: `letters.unknown_letter`, `blanks.file_changed`.
        """
        spec = letter(code)
        paper = self._forms.current_letter(code, spec.province, today)
        usual = {name: choices[0] for name, choices in DECIDING.items()}
        made = make_paper_letter(paper, {**usual, "handwriting": paper.fields()})
        return preview_of(made.pdf, form_code=paper.code, form_edition=paper.edition, evidence=paper.evidence)

    def questions(self, draft: LetterDraft) -> tuple[LetterQuestion, ...]:
        """What is asked for this letter, in reading order."""
        return letter_questions(letter(draft.code), draft)

    def check(self, draft: LetterDraft, today: date) -> tuple[Problem, ...]:
        """Everything that keeps the letter from being printed, each said of its blank."""
        spec, tidied = self._tidied(draft)
        found = list(field_problems(spec, tidied, today))
        wrong = {each.path.partition(".")[0] for each in found}
        paper = self._paper(spec, tidied, today)
        asked = check_paper_letter(paper, printed_values(spec, tidied))
        return (*found, *(each for each in asked if each.path.partition(".")[0] not in wrong))

    def notes(self, draft: LetterDraft, today: date) -> tuple[str, ...]:
        """What the agent should read about this letter as it is filled in now."""
        spec, tidied = self._tidied(draft)
        paper = self._paper(spec, tidied, today)
        where = (f"本件是{province(spec.province).name_zh}的样式。",) if spec.province else ()
        own = (spec.provider_blank_note,) if spec.provider_blank_note else ()
        origin = text_warning(paper, spec.title) if isinstance(paper, BlankForm) else own
        return (*where, *origin, *letter_notes(spec, tidied, today))

    def preview(self, draft: LetterDraft, today: date) -> Preview:
        """The letter as far as it is filled in; what is missing stays open, and is named among its problems."""
        spec, tidied = self._tidied(draft)
        return letter_preview(self._paper(spec, tidied, today), printed_values(spec, tidied), {})

    def prepare(self, draft: LetterDraft, today: date) -> WrittenLetter:
        """The letter of complete answers; nothing is written anywhere.

        Raises:
            Invalid: with every problem that `check` finds.
        """
        if problems := self.check(draft, today):
            raise Invalid(problems)
        spec, tidied = self._tidied(draft)
        paper, values = self._paper(spec, tidied, today), printed_values(spec, tidied)
        recipe = letter_recipe(paper, values)
        made = recipe.build({}, self._forms)
        named = tidied.value("filing_number") or tidied.value("unit_name") or tidied.value("applicant_name")
        notices = (
            *self.notes(draft, today),
            *pen_warning(paper, values, spec.title),
            *seam_notice(made.pages, spec.title),
        )
        return WrittenLetter(
            pdf=made.pdf,
            pages=made.pages,
            sha256=sha256_of(made.pdf),
            title=f"{spec.title}{spec.subtitle}",
            file_name=safe_name(f"{spec.title}{spec.subtitle}{'_' if named else ''}{named}.pdf"),
            code=paper.code,
            edition=paper.edition,
            evidence=paper.evidence,
            notices=notices,
            recipe=recipe,
        )

    def keep(self, draft: LetterDraft, today: date, *, draft_id: int | None = None) -> KeptLetter:
        """Put the letter among the papers of the case it was started from; the kept draft goes with it.

        Raises:
            Invalid: with every problem that `check` finds; nothing is written then.
            UserError: `cases.no_such_case`.
        """
        if self._database is None or draft.case_id is None:
            raise RuntimeError("only a letter that was started from a case can be kept")
        written = self.prepare(draft, today)
        with self._database.transaction() as session:
            found_case(session, draft.case_id)
            document = Document(
                case_id=draft.case_id,
                kind=DOCUMENT_KIND,
                title=written.title,
                form_code=written.code,
                form_edition=written.edition,
                values=written.recipe.to_json()["values"],
                recipe=written.recipe.to_json(),
                sha256=written.sha256,
                pages=written.pages,
            )
            session.add(document)
            kept = session.get(KeptDraft, draft_id) if draft_id is not None else None
            if kept is not None:
                session.delete(kept)
            session.flush()
            facts = {"form": written.code, "edition": written.edition}
            audit.record(session, self._actor, "create", "document", document.id, facts)
            document_id = document.id
        return KeptLetter(document_id, written, Change(cases=frozenset({draft.case_id})))

    def _tidied(self, draft: LetterDraft) -> tuple[LetterSpec, LetterDraft]:
        spec = letter(draft.code)
        return spec, with_authority(spec, rewritten(spec, draft))

    def _paper(self, spec: LetterSpec, draft: LetterDraft, today: date) -> PaperLetter:
        where = spec.province or province_key(draft.value("filing_number"))
        return self._forms.current_letter(spec.code, where, today)


def letter_recipe(paper: PaperLetter, values: Mapping[str, str | tuple[str, ...]]) -> Recipe:
    """Everything that decides the bytes of a letter on its own."""
    kept = {name: value for name, value in values.items() if value}
    return Recipe(
        title=paper.title,
        form_code="",
        form_edition="",
        form_title="",
        values=kept,
        cover=None,
        letters=(MadeLetter(LETTER_KEY, paper.code, paper.edition, paper.title, kept),),
    )

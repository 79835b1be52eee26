"""Offline deregistration from complete answers to paper and to a case: the use cases behind the wizard and the commands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.errors import Invalid, Problem
from app.forms.paper_form import check_paper, make_paper
from app.forms.paper_letter import check_paper_letter
from app.services.agent_letters import FIELDS as LETTER_FIELDS
from app.services.agent_letters import agent_letter, agent_letter_notes, agent_letter_values
from app.services.case_keeping import CasePlan
from app.services.case_papers import CasePapers, Finished, Prepared
from app.services.check_lists import Paper
from app.services.deregistration_cases import case_plan
from app.services.deregistration_packets import (
    Papers,
    check_list,
    make_recipe,
    notices,
    purpose_zh,
    unprintable_on_cover,
)
from app.services.deregistration_starts import start_draft
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.checks import all_problems
from app.services.flows.deregistration import FLOW, Step, filing_number, province, prune, situation
from app.services.flows.draft import Draft
from app.services.flows.tidy import tidied
from app.services.form_values import form_values, in_answers
from app.services.letter_packets import LETTER_KEY, seam_notice
from app.services.letter_packets import in_answers as in_letter_answers
from app.services.letter_previews import letter_preview
from app.services.outputs import safe_name
from app.services.previews import Preview, preview_of
from app.services.recipes import sha256_of
from app.services.rules_in_force import rules_in_force, rules_of_desk

__all__ = ["Deregistrations", "Finished", "Prepared"]


class Deregistrations(CasePapers[Draft]):
    """Checks, previews, prepares and finishes offline deregistrations.

    Without a database it prepares packets only. Stateless apart from the database; every method may be called from
    any thread. The day is an argument throughout.
    """

    def start(self, *, subject_id: int | None = None, site_id: int | None = None, case_id: int | None = None) -> Draft:
        """A draft that holds what the store knows of a record: of a site, a subject, or a case and its record.

        Raises:
            UserError: `flows.no_such_record`.
        """
        with self._store().read() as session:
            draft = start_draft(session, subject_id=subject_id, site_id=site_id, case_id=case_id)
            return replace(draft, rules=rules_in_force(session))

    def under_rules(self, draft: Draft) -> Draft:
        """The draft judged by the rules now in force at this desk; without a store by those that it came with."""
        return draft if self._database is None else replace(draft, rules=rules_of_desk(self._database))

    def check_list(self, draft: Draft, today: date) -> tuple[Paper, ...]:
        """The papers that this situation needs, in posting order, each with the files that the draft has for it."""
        draft = self.under_rules(draft)
        known = situation(draft, today)
        return check_list(draft, known, self._files(draft)) if known else ()

    def preview(self, draft: Draft, today: date, *, whole: bool = False, step: str = "") -> Preview | None:
        """The form as it stands now, quick enough for every pause in typing; missing values stay blank.

        Args:
            step: where the agent is; at the letter it is the letter that is shown.
            whole: the whole packet with cover and enclosures instead, once the answers are without problems.

        Returns:
            None as long as the number does not tell the province.
        """
        where = province(draft)
        if where is None:
            return None
        draft = self._tidied(draft)
        spec = self._forms.current(FLOW, where.key, today)
        if whole:
            problems, files = self._checked(draft, today)
            if not problems:
                prepared = self._prepared(draft, today, files, self._provisional_number(draft, today))
                return _shown(prepared.pdf, spec.code, spec.edition, spec.evidence, ())
        letter = agent_letter(draft, self._forms, today)
        if step == Step.LETTER and letter is not None and not whole:
            return letter_preview(letter, agent_letter_values(draft, today), LETTER_FIELDS)
        values = form_values(draft)
        try:
            made = make_paper(spec, values)
            found = check_paper(spec, values)
        except Invalid as invalid:
            found = invalid.problems
            left_blank = tuple({each.path.partition(".")[0] for each in found})
            by_hand = tuple(values.get("handwriting", ())) + left_blank
            made = make_paper(spec, {**values, "handwriting": by_hand})
        return _shown(made.pdf, spec.code, spec.edition, spec.evidence, in_answers(found))

    def _purpose(self, draft: Draft, today: date) -> str:
        return purpose_zh(draft, today)

    def _tidied(self, draft: Draft) -> Draft:
        return tidied(prune(self.under_rules(draft)))

    def _checked(self, draft: Draft, today: date) -> tuple[tuple[Problem, ...], EnclosedFiles]:
        files = self._files(draft)
        found = [*all_problems(draft, today), *files.problems]
        where = province(draft)
        if where is not None:
            wrong = {each.path for each in found}
            asked = in_answers(check_paper(self._forms.current(FLOW, where.key, today), form_values(draft)))
            letter = agent_letter(draft, self._forms, today)
            if letter is not None:
                asked += in_letter_answers(check_paper_letter(letter, agent_letter_values(draft, today)), LETTER_FIELDS)
            asked += tuple(unprintable_on_cover(draft))
            found += {(each.path, each.code): each for each in asked if each.path not in wrong}.values()
        return tuple(found), files

    def _prepared(self, draft: Draft, today: date, files: EnclosedFiles, number: str) -> Prepared:
        where, known = province(draft), situation(draft, today)
        assert where is not None and known is not None
        spec = self._forms.current(FLOW, where.key, today)
        papers = Papers(spec, agent_letter(draft, self._forms, today))
        recipe = self._marked(make_recipe(draft, known, papers, files, case_number=number, today=today))
        made = recipe.build(files.contents(), self._forms)
        letter_pages = next((part.pages for part in made.parts if part.key == LETTER_KEY), 0)
        told = (*agent_letter_notes(draft, papers.letter, today), *seam_notice(letter_pages))
        return Prepared(
            pdf=made.pdf,
            pages=made.pages,
            sha256=sha256_of(made.pdf),
            parts=made.parts,
            file_name=safe_name(f"注销申请_{filing_number(draft)}.pdf"),
            form_code=spec.code,
            form_edition=spec.edition,
            form_title=spec.title,
            evidence=spec.evidence,
            notices=(*notices(known, spec), *told),
            recipe=recipe,
        )

    def _plan(self, draft: Draft, today: date, files: EnclosedFiles, number: str) -> CasePlan:
        known = situation(draft, today)
        assert known is not None
        return case_plan(draft, known, files, number=number, today=today)


def _shown(pdf: bytes, code: str, edition: str, evidence: str, problems: tuple[Problem, ...]) -> Preview:
    return preview_of(pdf, problems=problems, form_code=code, form_edition=edition, evidence=evidence)

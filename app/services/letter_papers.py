"""What the services of the two letter flows have in common: preview of the letter, packet, case."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from app.errors import Problem, UserError
from app.forms.paper_letter import PaperLetter, check_paper_letter
from app.rules.filing_numbers import parse_filing_number
from app.rules.provinces import province_of
from app.services.case_keeping import CasePlan, Person, Todo
from app.services.case_papers import CasePapers, Prepared
from app.services.check_lists import Paper
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.letter_packets import (
    FIELDS,
    LetterPacket,
    in_answers,
    letter_values,
    make_recipe,
    seam_notice,
    unprintable_on_cover,
)
from app.services.letter_previews import letter_preview
from app.services.letter_starts import start_letter_draft
from app.services.outputs import safe_name
from app.services.previews import Preview, preview_of
from app.services.recipes import sha256_of

D = TypeVar("D", bound=Any)

ON_COVER = ("filing.subject_name", "applicant.name")


class LetterPapers(CasePapers[D]):
    """Checks, previews, prepares and finishes; the flow says its papers, words and check list."""

    procedure: str
    title: str
    """What the case and the file are called, before the filing number."""
    letter_code: str
    """The letter of this flow."""
    on_cover: tuple[str, ...] = ON_COVER
    """Answers that the cover prints."""
    kinds: Mapping[str, str] = ENCLOSURE_KINDS
    """The enclosures that the flow knows, of all kinds that a case may hold."""

    def start(self, *, subject_id: int | None = None, site_id: int | None = None, case_id: int | None = None) -> D:
        """A draft that holds what the store knows of a record: of a site, a subject, or a case and its record.

        Raises:
            UserError: `flows.no_such_record`.
        """
        with self._store().read() as session:
            return start_letter_draft(
                session, self._fresh(), kinds=self.kinds, subject_id=subject_id, site_id=site_id, case_id=case_id
            )

    def check_list(self, draft: D, today: date) -> tuple[Paper, ...]:
        """The papers that this subject needs, in uploading order, each with the files that the draft has for it."""
        return self._papers(draft, self._files(draft))

    def preview(self, draft: D, today: date, *, whole: bool = False, step: str = "") -> Preview | None:
        """The letter as it stands now, quick enough for every pause in typing; missing values stay blank.

        Args:
            step: where the agent is; these flows have one paper to show, whatever the step.
            whole: the whole packet with cover and enclosures instead, once the answers are without problems.

        Returns:
            None where there is no letter and the packet is not complete yet.
        """
        draft = self._tidied(draft)
        spec = self._letter(draft, today)
        if whole or spec is None:
            problems, files = self._checked(draft, today)
            if not problems:
                prepared = self._prepared(draft, today, files, self._provisional_number(draft, today))
                return self._shown(prepared.pdf, spec)
        if spec is None:
            return None
        return letter_preview(spec, letter_values(draft), FIELDS)

    def _checked(self, draft: D, today: date) -> tuple[tuple[Problem, ...], EnclosedFiles]:
        files = self._files(draft)
        found = [*self._problems(draft, today), *files.problems]
        wrong = {each.path for each in found}
        spec = self._letter(draft, today)
        asked = [*in_answers(check_paper_letter(spec, letter_values(draft)))] if spec else []
        asked += unprintable_on_cover(draft, self.on_cover)
        found += {(each.path, each.code): each for each in asked if each.path not in wrong}.values()
        return tuple(found), files

    def _prepared(self, draft: D, today: date, files: EnclosedFiles, number: str) -> Prepared:
        packet = self._packet(draft, today, files)
        recipe = self._marked(make_recipe(packet, case_number=number, today=today))
        made = recipe.build(files.contents(), self._forms)
        spec = packet.letter
        letter = next((part for part in made.parts if part.key == "letter"), None)
        notices = (*packet.warnings, *packet.notes, *seam_notice(letter.pages if letter else 0))
        return Prepared(
            pdf=made.pdf,
            pages=made.pages,
            sha256=sha256_of(made.pdf),
            parts=made.parts,
            file_name=safe_name(f"{self.title}_{draft.filing.number}.pdf"),
            form_code=spec.code if spec else "",
            form_edition=spec.edition if spec else "",
            form_title=spec.title if spec else "",
            evidence=spec.evidence if spec else "",
            notices=notices,
            recipe=recipe,
        )

    def _plan(self, draft: D, today: date, files: EnclosedFiles, number: str) -> CasePlan:
        target = parse_filing_number(draft.filing.number)
        where = province_of(target)
        return CasePlan(
            number=number,
            procedure=self.procedure,
            province=where.key if where else "",
            filing_number=str(target),
            title=f"{self.title} {target}",
            ticket=draft.ticket,
            due=self._packet(draft, today, files).facts.follow_up.deadline(today),
            papers=self._papers(draft, files),
            todo=self._todo(draft),
            people=self._people(draft),
            subject_id=draft.subject_id,
            site_id=draft.site_id,
            case_id=draft.case_id,
        )

    def _people(self, draft: D) -> tuple[Person, ...]:
        """The applicant of a unit; an individual is the filing's own subject and stands with it."""
        applicant = draft.applicant
        if not applicant.name:
            return ()
        kind = applicant.certificate_type or ""
        return (Person("applicant", applicant.name, applicant.mobile, "", kind, applicant.certificate_number),)

    def _shown(self, pdf: bytes, spec: PaperLetter | None) -> Preview:
        if spec is None:
            return preview_of(pdf)
        return preview_of(pdf, form_code=spec.code, form_edition=spec.edition, evidence=spec.evidence)

    def _letter(self, draft: D, today: date) -> PaperLetter | None:
        """The letter that the packet makes: the blank that was brought in for it, else our own text."""
        if not self._wants_letter(draft):
            return None
        try:
            where = province_of(parse_filing_number(draft.filing.number))
        except UserError:
            where = None
        return self._forms.current_letter(self.letter_code, where.key if where else "", today)

    @abstractmethod
    def _fresh(self) -> D:
        """A draft without answers."""

    @abstractmethod
    def _problems(self, draft: D, today: date) -> tuple[Problem, ...]:
        """What the flow finds wrong with the answers."""

    @abstractmethod
    def _wants_letter(self, draft: D) -> bool:
        """Whether the packet makes a letter."""

    @abstractmethod
    def _papers(self, draft: D, files: EnclosedFiles) -> tuple[Paper, ...]:
        """The check list."""

    @abstractmethod
    def _packet(self, draft: D, today: date, files: EnclosedFiles) -> LetterPacket:
        """The words of the packet."""

    @abstractmethod
    def _todo(self, draft: D) -> tuple[Todo, ...]:
        """What is left to do after the papers."""

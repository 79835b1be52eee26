"""Offline transfers of filings to another account, from complete answers to paper and to a case."""

from __future__ import annotations

from datetime import date

from app.errors import Problem
from app.rules.procedure_facts import procedure_facts
from app.rules.transfers import FLOW, check_uid
from app.services.case_keeping import Todo
from app.services.check_lists import Paper, cover_section
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.letter_steps import wants_letter
from app.services.flows.tidy import tidied_letter
from app.services.flows.transfer import (
    CHOICES,
    ENCLOSURE_KINDS,
    GRAPH,
    PROCEDURE,
    all_problems,
    materials,
    remarks,
    warnings,
)
from app.services.flows.transfer_draft import TransferDraft
from app.services.form_values import date_zh
from app.services.letter_packets import LetterPacket, check_list, letter_values, pen_warning, people_section
from app.services.letter_papers import ON_COVER, LetterPapers

LETTER = "authorization-transfer"


class Transfers(LetterPapers[TransferDraft]):
    """Checks, previews, prepares, finishes and reprints offline transfers."""

    procedure = PROCEDURE
    letter_code = LETTER
    title = "线下转移"
    kinds = ENCLOSURE_KINDS
    on_cover = (*ON_COVER, "source.account")

    def _fresh(self) -> TransferDraft:
        return TransferDraft()

    def _tidied(self, draft: TransferDraft) -> TransferDraft:
        return tidied_letter(GRAPH.prune(draft), {"target.uid": check_uid, "source.account": str.strip})

    def _problems(self, draft: TransferDraft, today: date) -> tuple[Problem, ...]:
        return all_problems(draft, today)

    def _wants_letter(self, draft: TransferDraft) -> bool:
        return wants_letter(draft)

    def _papers(self, draft: TransferDraft, files: EnclosedFiles) -> tuple[Paper, ...]:
        return check_list(materials(draft), files, ENCLOSURE_KINDS, makes_letter=wants_letter(draft))

    def _purpose(self, draft: TransferDraft, today: date) -> str:
        return f"仅用于办理{draft.filing.number}备案转移 {date_zh(today)}"

    def _packet(self, draft: TransferDraft, today: date, files: EnclosedFiles) -> LetterPacket:
        spec, values = self._letter(draft, today), letter_values(draft)
        stations = CHOICES["source.station"]
        accounts = [
            (
                "原账号",
                f"{draft.source.account or '账号名不详'}（{stations[draft.source.station or 'china']}，无法在线转移）",
            ),
            ("转入账号", f"UID {draft.target.uid}（{stations[draft.target.station or 'china']}）"),
            ("后果", "客户已确认：转移后由转入账号管理备案"),
        ]
        return LetterPacket(
            title=f"线下转移 {draft.filing.number}",
            heading="备案信息线下转移至另一账号",
            purpose=self._purpose(draft, today),
            ticket_number=draft.ticket.number,
            letter=spec,
            values=values,
            papers=self._papers(draft, files),
            sections=(people_section(draft, "备案"), cover_section("转移", accounts)),
            warnings=(*pen_warning(spec, values), *warnings(draft, today)),
            subject_kind=draft.filing.subject_kind or "unit",
            facts=procedure_facts(FLOW),
            notes=remarks(),
        )

    def _todo(self, draft: TransferDraft) -> tuple[Todo, ...]:
        return tuple(Todo(each.kind, each.text_zh, each.required) for each in procedure_facts(FLOW).after)

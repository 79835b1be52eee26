"""New login mailboxes for filings of the former 万网 platform, from complete answers to paper and to a case."""

from __future__ import annotations

from datetime import date

from app.errors import Problem
from app.rules.contacts import check_email
from app.rules.domains import parse_domain
from app.rules.procedure_facts import procedure_facts
from app.rules.wanwang import FLOW
from app.services.case_keeping import Todo
from app.services.check_lists import Paper, cover_section
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.letter_steps import wants_letter
from app.services.flows.mailbox_reset import (
    CHOICES,
    ENCLOSURE_KINDS,
    GRAPH,
    PROCEDURE,
    WAY_ZH,
    all_problems,
    decision,
    decision_notes,
    materials,
    next_items,
    period,
    remarks,
    warnings,
)
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.tidy import tidied_letter
from app.services.form_values import date_zh
from app.services.letter_packets import LetterPacket, check_list, letter_values, pen_warning, people_section
from app.services.letter_papers import ON_COVER, LetterPapers

LETTER = "authorization-mailbox"


class MailboxResets(LetterPapers[MailboxDraft]):
    """Checks, previews, prepares, finishes and reprints mailbox resets."""

    procedure = PROCEDURE
    letter_code = LETTER
    title = "邮箱初始化"
    kinds = ENCLOSURE_KINDS
    on_cover = (*ON_COVER, "mailbox.old", "mailbox.new", "domain")

    def _fresh(self) -> MailboxDraft:
        return MailboxDraft()

    def _tidied(self, draft: MailboxDraft) -> MailboxDraft:
        own = {
            "mailbox.old": check_email,
            "mailbox.new": check_email,
            "mailbox.new_again": check_email,
            "domain": lambda text: parse_domain(text).registrable_unicode,
        }
        return tidied_letter(GRAPH.prune(draft), own)

    def _problems(self, draft: MailboxDraft, today: date) -> tuple[Problem, ...]:
        return all_problems(draft, today)

    def _wants_letter(self, draft: MailboxDraft) -> bool:
        return wants_letter(draft)

    def _papers(self, draft: MailboxDraft, files: EnclosedFiles) -> tuple[Paper, ...]:
        return check_list(materials(draft), files, ENCLOSURE_KINDS, makes_letter=wants_letter(draft))

    def _purpose(self, draft: MailboxDraft, today: date) -> str:
        return f"仅用于办理{draft.filing.number}备案邮箱重置 {date_zh(today)}"

    def _packet(self, draft: MailboxDraft, today: date, files: EnclosedFiles) -> LetterPacket:
        spec, values = self._letter(draft, today), letter_values(draft)
        when, decided = period(draft), decision(draft)
        filed = date_zh(draft.history.filed_on) if draft.history.filed_on else ""
        reset = [
            ("备案域名", draft.domain),
            ("提交备案时间", filed or (CHOICES["history.period"][when] if when else "")),
            ("原登录邮箱", draft.mailbox.old or "不清楚"),
            ("新登录邮箱", draft.mailbox.new),
            ("重置之后", WAY_ZH[decided.way] if decided else ""),
            ("判断依据", "；".join(each.text_zh for each in decided.reasons) if decided else ""),
        ]
        basis = decided.reasons[0].basis_zh if decided else ""
        return LetterPacket(
            title=f"邮箱初始化 {draft.filing.number}",
            heading="原万网备案账号邮箱初始化",
            purpose=self._purpose(draft, today),
            ticket_number=draft.ticket.number,
            letter=spec,
            values=values,
            papers=self._papers(draft, files),
            sections=(people_section(draft, "备案"), cover_section("邮箱", reset, basis)),
            warnings=(*pen_warning(spec, values), *warnings(draft, today)),
            subject_kind=draft.filing.subject_kind or "unit",
            facts=procedure_facts(FLOW),
            notes=(*decision_notes(draft), *remarks()),
        )

    def _todo(self, draft: MailboxDraft) -> tuple[Todo, ...]:
        return tuple(Todo(each.kind, each.text_zh, each.required) for each in next_items(draft))

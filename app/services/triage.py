"""A customer's words at the desk: what they are about, what to ask, and the first reply, from one paste.

`rules.triage` ranks; here the answer is made ready to show and to hand on: the procedure's page, its reply, JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from app.rules.procedures import SubjectKind
from app.rules.replies import ReplyTemplate
from app.rules.triage import RankedFaq, RankedProcedure, Triage, triage
from app.rules.triage_prompts import FoundPrompt
from app.services.guide import Guide, Page
from app.services.replies import Replies, ReplyCopy
from app.services.reply_values import procedure_values

FIRST_STAGE = "request_materials"
FAMILY_ZH = {"faq": "常见问题", "audit": "专项核查", "domain": "域名核验"}
HOW_ZH = {"exact": "逐字相符", "part": "关键句相符", "near": "很像"}


@dataclass(frozen=True, slots=True)
class TriageAnswer:
    """What a text is about, and for the first procedure its page and its first reply."""

    result: Triage
    page: Page
    reply: ReplyCopy

    @property
    def procedures(self) -> tuple[RankedProcedure, ...]:
        """Ranked, the likeliest first."""
        return self.result.procedures

    @property
    def faq(self) -> tuple[RankedFaq, ...]:
        """Questions that fit."""
        return self.result.faq

    def to_json(self) -> dict[str, Any]:
        """Plain values for another program."""
        found = self.result
        return {
            "sure": found.sure,
            "province": found.province,
            "filing_numbers": list(found.filing_numbers),
            "procedures": [
                {
                    "id": each.id,
                    "title": each.title,
                    "score": each.score,
                    "share": each.share,
                    "matched": [{"words": hit.words, "weight": hit.weight} for hit in each.hits],
                    "reads_like": each.example,
                }
                for each in found.procedures
            ],
            "prompts": [_prompt(each) for each in found.prompts],
            "faq": [
                {
                    "id": each.entry.id,
                    "question": each.entry.question,
                    "cause": each.entry.cause,
                    "action": each.entry.action,
                    "procedure": each.entry.procedure,
                    "score": each.score,
                    "matched": list(each.words),
                    "source": each.entry.source_zh,
                    "as_of": each.entry.as_of,
                    "marks": list(each.entry.marks),
                    "newer": [
                        {"text": said.text, "marks": list(said.marks), "source": said.source_zh, "as_of": said.as_of}
                        for said in each.entry.newer
                    ],
                }
                for each in found.faq
            ],
            "questions": list(found.questions),
            "page": page_json(self.page),
            "reply": {
                "text": self.reply.plain,
                "complete": self.reply.filled.complete,
                "missing": [each.name for each in self.reply.filled.missing],
            },
        }


class TriageDesk:
    """Answers for pasted texts."""

    def __init__(self, guide: Guide, replies: Replies) -> None:
        self._guide = guide
        self._replies = replies

    def answer(self, text: str, *, subject_kind: SubjectKind | None = None) -> TriageAnswer:
        """What a ticket, a prompt or a rejection is about.

        Raises:
            UserError: `guide.text_empty`; `guide.nothing_found` when nothing in the text says what is wanted.
        """
        if not text.strip():
            raise UserError("guide.text_empty")
        found = triage(text)
        if not found.procedures:
            raise UserError("guide.nothing_found")
        first = found.procedures[0].id
        page = self._guide.page(first, subject_kind=subject_kind, province_key=found.province)
        values = procedure_values(first, subject_kind or "unit", found.province, self._guide.rules())
        prompt = next((each for each in found.prompts if not each.short), None)
        if prompt is not None:
            values |= {"failure_prompt": prompt.prompt.text, "failure_reason": prompt.prompt.cause}
        if found.filing_numbers:
            values["filing_number"] = found.filing_numbers[0]
        return TriageAnswer(found, page, self._replies.fill(self._first_reply(first).id, values))

    def _first_reply(self, procedure_id: str) -> ReplyTemplate:
        found = self._replies.templates(procedure_id)
        return next((each for each in found if each.stage == FIRST_STAGE), found[0])


def page_json(page: Page) -> dict[str, Any]:
    """A page of the guide as plain values."""
    return {
        "id": page.id,
        "title": page.title,
        "summary": page.summary,
        "manual_section": page.manual_section,
        "province": page.province,
        "sections": [
            {
                "kind": section.kind,
                "title": section.title,
                "lines": [
                    {
                        "lead": line.lead,
                        "text": line.text,
                        "details": list(line.details),
                        "marks": list(line.marks),
                        "source": line.source_zh,
                        "as_of": line.as_of,
                        **({"target": line.target} if line.target else {}),
                    }
                    for line in section.lines
                ],
            }
            for section in page.sections
        ],
    }


def _prompt(found: FoundPrompt) -> dict[str, Any]:
    prompt = found.prompt
    return {
        "family": prompt.family,
        "key": prompt.key,
        "title": prompt.title,
        "text": prompt.text,
        "how": found.how,
        "hint_only": found.short,
        "procedure": prompt.procedure,
        "cause": prompt.cause,
        "action": prompt.action,
        "as_of": prompt.as_of,
    }

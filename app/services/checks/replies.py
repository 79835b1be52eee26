"""What is written to the customer about a failed check: the procedure's reply, filled from what was found.

Where a case stands behind the line its own values lead; what neither knows stays a gap that is named. `said` words a
reason in Chinese, the language of replies; it comes from the face, which has the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.db.database import Database
from app.errors import UserError
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.rules.domain_verification import REPLY_ASK, REPLY_FAIL
from app.rules.domains import parse_domain
from app.rules.hollow import PROCEDURE, REPLY
from app.rules.procedures import SubjectKind
from app.rules.replies import ReplyTemplate
from app.rules.suffixes import suffix_approval
from app.rules.verification_texts import guidance, wait_zh
from app.services.checks.domain_rows import DomainRow, RuleRow
from app.services.checks.hollow_rows import HollowRow
from app.services.replies import Replies, ReplyCopy
from app.services.reply_values import procedure_values, subject_values
from app.services.rules_in_force import rules_of_desk
from app.services.sites import Sites
from app.services.subjects import Subjects

Values = dict[str, str | tuple[str, ...]]
Said = Callable[[str, Mapping[str, str]], str]
"""The Chinese sentence of a reason with its facts."""
_PLACES = {
    "mainland": "本接入服务商，中国大陆",
    "hong_kong": "本接入服务商，中国香港",
    "overseas": "本接入服务商，境外",
}
_DOMAIN = "domain_verification_fix"


@dataclass(frozen=True, slots=True)
class CheckReply:
    """A filled reply to one finding; `about` is the rule's title, or empty for the whole line."""

    about: str
    template: ReplyTemplate
    copy: ReplyCopy


class CheckReplies:
    """Fills replies from the lines of checks. Works in the thread that calls it."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._replies = Replies(database, actor=actor)
        self._subjects, self._sites = Subjects(database, actor), Sites(database, actor)

    def of_domain(self, row: DomainRow, said: Said, today: date) -> tuple[CheckReply, ...]:
        """A reply for each rule that failed, for all that failed together where there are several, and for what is open."""
        failed = [each for each in row.rules if each.outcome == "fail"]
        still_open = [each for each in row.rules if each.outcome == "unknown"]
        values = self._record_values(row.subject_id, row.site_id, _DOMAIN) | {
            "domain": row.domain,
            "data_wait": wait_zh(),
        }
        found = []
        if len(failed) > 1:
            found.append(self._filled("", REPLY_FAIL, values | _failed(failed, said), row.case_id, today))
        found += [
            self._filled(each.title_zh, REPLY_FAIL, values | _failed([each], said), row.case_id, today)
            for each in failed
        ]
        if still_open:
            about = "" if not failed else still_open[0].title_zh if len(still_open) == 1 else "待证据"
            found.append(self._filled(about, REPLY_ASK, values | _asked(still_open), row.case_id, today))
        return tuple(found)

    def of_hollow(self, row: HollowRow, said: Said, today: date) -> tuple[CheckReply, ...]:
        """The reply to the holder of a hollow site; none where the site is not, or may not be."""
        if row.outcome != "fail":
            return ()
        values = self._record_values(row.subject_id, row.site_id, PROCEDURE)
        owners = dict.fromkeys(_PLACES.get(place, "不在本接入服务商的网段清单内") for place in row.places)
        values |= {
            "domain": row.domain,
            "resolved_ip": "、".join(row.addresses) or "没有解析记录",
            "resolved_owner": "；".join(owners) or "无",
            "failure_reason": said(str(row.reason), {}),
        }
        approval = suffix_approval(parse_domain(row.domain).suffix)
        if approval.approved is False:
            values["suffix_notice"] = approval.note_zh
        return (self._filled("", REPLY, values, row.case_id, today),)

    def _filled(self, about: str, reply_id: str, values: Values, case_id: int | None, today: date) -> CheckReply:
        template = self._replies.template(reply_id)
        if case_id is not None:
            try:
                return CheckReply(about, template, self._replies.fill_for_case(reply_id, case_id, today, values))
            except UserError:
                pass  # the case was deleted meanwhile: the finding's own values are left
        return CheckReply(about, template, self._replies.fill(reply_id, values))

    def _record_values(self, subject_id: int | None, site_id: int | None, procedure_id: str) -> Values:
        """What the procedure and the records behind a line say; a record that is gone says nothing."""
        subject: SubjectRow | None = None
        sites: tuple[SiteRow, ...] = ()
        if site_id is not None:
            sites = tuple(self._sites.rows([site_id]))
        if subject_id is not None:
            subject = next(iter(self._subjects.rows([subject_id])), None)
        kind: SubjectKind = "individual" if subject is not None and subject.kind == "individual" else "unit"
        province = subject.province if subject is not None else ""
        found = procedure_values(procedure_id, kind, province, rules_of_desk(self._database))
        return found | (subject_values(subject, sites) if subject is not None else {})


def _failed(rules: Sequence[RuleRow], said: Said) -> Values:
    actions = dict.fromkeys(
        one.text_zh for each in rules for one in guidance(each.rule, "fail", each.reason) if not one.superseded
    )
    papers = dict.fromkeys(one.text_zh for each in rules for one in guidance(each.rule, "unknown"))
    return {
        "failure_reason": "；".join(f"{each.title_zh}：{said(each.reason, each.facts)}" for each in rules),
        "required_actions": tuple(f"{number}. {text}" for number, text in enumerate(actions, 1)),
        "required_materials": tuple(f"{number}. {text}" for number, text in enumerate(papers, 1)),
        "provincial_notice": tuple(dict.fromkeys(one.text_zh for each in rules for one in each.notes if one.newest)),
    }


def _asked(rules: Sequence[RuleRow]) -> Values:
    papers = dict.fromkeys(one.text_zh for each in rules for one in guidance(each.rule, "unknown"))
    return {"missing_materials": tuple(f"· {text}" for text in papers)}

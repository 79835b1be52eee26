"""Replies to customers: the shipped ones, the desk's own beside or in place of them, filled and ready to copy.

A reply is finished only when nothing is missing; until then its gaps are shown as 【…】 and listed. What case, filing or
draft it is filled from is the caller's choice (`reply_values`, `case_replies`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.models.own_reply import OwnReply, OwnReplyRow
from app.rules.procedures import procedure_ids
from app.rules.replies import (
    FilledReply,
    ReplyTemplate,
    Stage,
    Variable,
    check_template,
    fill,
    replies_of,
    stages,
    style,
    variables,
)
from app.services import audit
from app.services.case_replies import as_html, case_values
from app.services.case_settings import DeskSettings
from app.services.cases import Cases
from app.services.rules_in_force import rules_of_desk

LONGEST_TITLE = 200
_OWN_SOURCE = "本处自拟"
_ID = re.compile(r"own\.(\d+)")

Values = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """A reply of one's own before it is kept; with the id of a shipped one it takes that one's place."""

    procedure: str
    stage: str
    title: str
    text: str
    reply_id: str = ""


@dataclass(frozen=True, slots=True)
class ReplyCopy:
    """A filled reply as it goes to the clipboard, as plain text and as HTML; `filled` says what is missing."""

    filled: FilledReply
    plain: str
    html: str


class Replies:
    """Keeps and fills replies. Without a store only the shipped ones are there."""

    def __init__(self, database: Database | None = None, *, actor: str = "") -> None:
        self._database = database
        self._actor = actor

    def templates(self, procedure_id: str) -> tuple[ReplyTemplate, ...]:
        """The replies of a procedure by stage: shipped ones, or the desk's version of them, then the desk's further ones.

        Raises:
            UserError: `guide.no_such_procedure`.
        """
        if procedure_id not in procedure_ids():
            raise UserError("guide.no_such_procedure", found=procedure_id[:60])
        own = {row.reply_id: _template(row) for row in self.own_rows() if row.procedure == procedure_id}
        shipped = [own.pop(each.id, each) for each in replies_of(procedure_id)]
        order = {each.id: place for place, each in enumerate(stages())}
        return tuple(sorted([*shipped, *own.values()], key=lambda each: order[each.stage]))

    def template(self, reply_id: str) -> ReplyTemplate:
        """One reply by its id, the desk's version where there is one.

        Raises:
            UserError: `guide.no_such_reply`.
        """
        for row in self.own_rows():
            if row.reply_id == reply_id:
                return _template(row)
        return _shipped(reply_id)

    def own_rows(self) -> list[OwnReplyRow]:
        """The replies that the desk wrote or changed."""
        if self._database is None:
            return []
        with self._database.read() as session:
            return [OwnReplyRow.of(each) for each in session.scalars(select(OwnReply).order_by(OwnReply.id))]

    def save(self, draft: ReplyDraft, row: OwnReplyRow | None = None) -> ReplyTemplate:
        """Keep a reply of one's own; `row` is the one that is changed, None for a new one.

        Raises:
            Invalid: what is wrong, by field.
            UserError: `guide.no_such_reply`, `guide.changed_elsewhere`.
        """
        text = _checked(draft)
        if draft.reply_id and not _ID.fullmatch(draft.reply_id):
            _shipped(draft.reply_id)
        with self._store().transaction() as session:
            kept = self._fresh(session, row) if row is not None else self._new(session, draft.reply_id)
            kept.procedure, kept.stage, kept.title, kept.text = draft.procedure, draft.stage, draft.title.strip(), text
            kept.author = self._actor
            session.flush()
            audit.record(session, self._actor, "change" if row else "create", "own_reply", kept.id)
            return _template(OwnReplyRow.of(kept))

    def delete(self, row: OwnReplyRow) -> None:
        """Remove a reply of one's own; a shipped one that it stood for comes back.

        Raises:
            UserError: `guide.no_such_reply`, `guide.changed_elsewhere`.
        """
        with self._store().transaction() as session:
            session.delete(self._fresh(session, row))
            audit.record(session, self._actor, "delete", "own_reply", row.id)

    def fill(self, reply_id: str, values: Values) -> ReplyCopy:
        """A reply with values; what is missing is named, never printed empty.

        Raises:
            UserError: `guide.no_such_reply`.
        """
        filled = fill(self.template(reply_id).text, {**self._desk_values(), **values})
        return ReplyCopy(filled, filled.text, as_html(filled.text))

    def fill_for_case(self, reply_id: str, case_id: int, today: date, more: Values | None = None) -> ReplyCopy:
        """A reply filled from a case, its filing and its procedure; `more` is what the agent added by hand.

        Raises:
            UserError: `guide.no_such_reply`, `cases.no_such_case`.
        """
        store = self._store()
        whole = Cases(store, actor=self._actor).whole(case_id)
        rules = DeskSettings(store, actor=self._actor).get()
        return self.fill(
            reply_id, {**case_values(whole, rules, today, {}, rules_of_desk(self._database)), **(more or {})}
        )

    @staticmethod
    def variables() -> tuple[Variable, ...]:
        """The variables that a reply may name."""
        return tuple(variables().values())

    @staticmethod
    def stages() -> tuple[Stage, ...]:
        """When replies are sent."""
        return stages()

    @staticmethod
    def style() -> tuple[str, ...]:
        """How replies are written."""
        return style()

    def _desk_values(self) -> dict[str, str]:
        if self._database is None:
            return {}
        rules = DeskSettings(self._database, actor=self._actor).get()
        names = ("provider_name", "agent_name", "contact_channel")
        return {name: value for name in names if (value := str(getattr(rules, name)))}

    def _new(self, session: Session, reply_id: str) -> OwnReply:
        if reply_id and session.scalar(select(OwnReply.id).where(OwnReply.reply_id == reply_id)) is not None:
            raise UserError("guide.changed_elsewhere")
        taken = [int(found[1]) for each in session.scalars(select(OwnReply.reply_id)) if (found := _ID.fullmatch(each))]
        kept = OwnReply(reply_id=reply_id or f"own.{max(taken, default=0) + 1}")
        session.add(kept)
        return kept

    @staticmethod
    def _fresh(session: Session, row: OwnReplyRow) -> OwnReply:
        kept = session.get(OwnReply, row.id)
        if kept is None:
            raise UserError("guide.no_such_reply", found=row.reply_id)
        if kept.version != row.version:
            raise UserError("guide.changed_elsewhere")
        return kept

    def _store(self) -> Database:
        if self._database is None:
            raise RuntimeError("replies of one's own need a store")
        return self._database


def override_of(template: ReplyTemplate, text: str) -> ReplyDraft:
    """A draft that puts other words in the place of a reply."""
    return ReplyDraft(template.procedure, template.stage, template.title, text, template.id)


def _shipped(reply_id: str) -> ReplyTemplate:
    procedure_id = reply_id.partition(".")[0]
    found = replies_of(procedure_id) if procedure_id in procedure_ids() else ()
    for each in found:
        if each.id == reply_id:
            return each
    raise UserError("guide.no_such_reply", found=reply_id[:80])


def _template(row: OwnReplyRow) -> ReplyTemplate:
    as_of = row.updated_at.date().isoformat()
    shown = ReplyTemplate(row.reply_id, row.procedure, row.stage, row.title, row.text, _OWN_SOURCE, as_of)
    return replace(shown, own=True)


def _checked(draft: ReplyDraft) -> str:
    """The text as it is kept."""
    found = []
    known = tuple(each.id for each in stages())
    if draft.procedure not in procedure_ids():
        found.append(Problem("procedure", "guide.no_such_procedure", {"found": draft.procedure[:60]}))
    if draft.stage not in known:
        found.append(Problem("stage", "guide.reply_unknown_stage", {"found": draft.stage[:40], "choices": known}))
    if not draft.title.strip():
        found.append(Problem("title", "guide.reply_title_missing"))
    elif len(draft.title.strip()) > LONGEST_TITLE:
        facts = {"length": len(draft.title.strip()), "longest": LONGEST_TITLE}
        found.append(Problem("title", "guide.reply_too_long", facts))
    text = ""
    try:
        text = check_template(draft.text)
    except UserError as error:
        found.append(error.problem("reply_text"))
    if found:
        raise Invalid(found)
    return text

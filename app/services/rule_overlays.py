"""Rules that a lead corrects or adds: kept in the store with source and date, handed on in packs, merged for all callers.

Nothing shipped is ever changed: an overlay stands beside it and leads. Withdrawing one brings the shipped rule back; the
withdrawn one stays for the history.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, UserError
from app.models.rule_overlay import RuleOverlay, RuleOverlayRow
from app.rules.change_rules import NOT_STATED, SIDE_BY_SIDE, Rule
from app.rules.in_force import SHIPPED, RulesInForce
from app.services import audit
from app.services.rule_overlay_drafts import RuleDraft, as_rule, problems
from app.services.rule_packs import RulePack, drafts_of, read_pack, write_pack
from app.services.rules_in_force import rule_of, rules_in_force


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """What accepting one rule of a pack would change.

    `kind`: added (nothing is known here, or it stands beside what is known), changed (it would lead in place of a shipped
    rule), withdrawn (it says that a rule no longer holds), conflict (it would lead in place of a rule of this desk), agrees
    (the leading rule says the same), known (this very rule is kept already). `place` is its place in the pack.
    """

    place: int
    rule: RuleDraft
    kind: str
    now: Rule | None

    @property
    def changes(self) -> bool:
        """Whether another rule would hold after accepting it."""
        return self.kind in ("added", "changed", "withdrawn", "conflict")


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack and what it would change; `accept` takes its hash, so that what was seen is what is kept."""

    pack: RulePack
    differences: tuple[RuleDifference, ...]

    @property
    def changes(self) -> int:
        """After how many rules something else would hold."""
        return sum(each.changes for each in self.differences)


class RuleOverlays:
    """Keeps the desk's own rules. Stateless apart from the store; every change is noted in the history."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def rows(self, *, withdrawn: bool = False) -> list[RuleOverlayRow]:
        """The rules of one's own by province and key; with the withdrawn ones for the history."""
        query = select(RuleOverlay).order_by(RuleOverlay.province, RuleOverlay.rule_key, RuleOverlay.id)
        if not withdrawn:
            query = query.where(RuleOverlay.withdrawn.is_(False))
        with self._database.read() as session:
            return [RuleOverlayRow.of(each) for each in session.scalars(query)]

    def in_force(self) -> RulesInForce:
        """What holds in every province, shipped and one's own."""
        with self._database.read() as session:
            return rules_in_force(session)

    def row_of(self, fingerprint: str) -> RuleOverlayRow:
        """The kept rule that a shown one came from.

        Raises:
            UserError: `guide.rule_gone`.
        """
        for row in self.rows():
            if rule_of(row).fingerprint == fingerprint:
                return row
        raise UserError("guide.rule_gone")

    @staticmethod
    def shipped_beside(draft: RuleDraft) -> Rule | None:
        """What the program ships where a rule of one's own stands: the very statement it replaces, else the leading one."""
        return _beside(draft, SHIPPED)

    def add(self, draft: RuleDraft, today: date) -> RuleOverlayRow:
        """Keep a rule of one's own.

        Raises:
            Invalid: what is missing or wrong, by field.
        """
        found = problems(draft, today)
        if found:
            raise Invalid(found)
        with self._database.transaction() as session:
            return RuleOverlayRow.of(self._keep(session, draft, pack=""))

    def correct(self, row: RuleOverlayRow, draft: RuleDraft, today: date) -> RuleOverlayRow:
        """Put another rule in the place of one's own: the old one is withdrawn, the new one kept.

        Raises:
            Invalid: what is missing or wrong, by field.
            UserError: `guide.rule_gone`, `guide.changed_elsewhere`.
        """
        found = problems(draft, today)
        if found:
            raise Invalid(found)
        with self._database.transaction() as session:
            self._fresh(session, row).withdrawn = True
            return RuleOverlayRow.of(self._keep(session, draft, pack=""))

    def withdraw(self, row: RuleOverlayRow) -> None:
        """Let a rule of one's own hold no longer; it stays for the history.

        Raises:
            UserError: `guide.rule_gone`, `guide.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            self._fresh(session, row).withdrawn = True
            audit.record(session, self._actor, "change", "rule_overlay", row.id, {"fields": ["withdrawn"]})

    def reinstate(self, row: RuleOverlayRow) -> None:
        """Let a withdrawn rule hold again.

        Raises:
            UserError: `guide.rule_gone`.
        """
        with self._database.transaction() as session:
            kept = session.get(RuleOverlay, row.id)
            if kept is None:
                raise UserError("guide.rule_gone")
            kept.withdrawn = False
            audit.record(session, self._actor, "undo", "rule_overlay", row.id, {"fields": ["withdrawn"]})

    def export(self, path: Path, *, title: str, today: date, ids: Collection[int] | None = None) -> RulePack:
        """Write rules of one's own into one file: those with these ids, or all that hold.

        Raises:
            UserError: `guide.pack_empty`.
        """
        wanted = [each for each in self.rows() if ids is None or each.id in ids]
        rules = drafts_of(map(rule_of, wanted))
        if not rules:
            raise UserError("guide.pack_empty")
        with self._database.transaction() as session:
            pack = write_pack(path, rules, title=title, made_by=self._actor, made_on=today)
            audit.record(session, self._actor, "export", "rule_overlay", None, {"count": len(rules)})
        return pack

    def preview(self, path: Path, today: date) -> PackPreview:
        """A pack and its differences from what holds here; nothing is kept.

        Raises:
            UserError: as `rule_packs.read_pack`.
            Invalid: a rule in it is not as it must be.
        """
        pack = read_pack(path, today)
        in_force = self.in_force()
        kept = set(drafts_of(in_force.overlays))
        found = (_difference(place, each, in_force, kept) for place, each in enumerate(pack.rules))
        return PackPreview(pack, tuple(found))

    def accept(self, path: Path, seen_sha256: str, today: date, *, places: Collection[int] | None = None) -> int:
        """Keep rules of the pack that was previewed, in one transaction; gives how many were new here.

        A rule of this desk that one of them stands for is withdrawn and stays for the history.

        Args:
            places: the chosen rules by their place in the pack; None for all of them.

        Raises:
            UserError: as `preview`, and `guide.pack_not_as_seen` when the file is another than the one that was seen.
        """
        preview = self.preview(path, today)
        if preview.pack.sha256 != seen_sha256:
            raise UserError("guide.pack_not_as_seen")
        chosen = [each for each in preview.differences if places is None or each.place in places]
        wanted = [each for each in chosen if each.kind != "known"]
        with self._database.transaction() as session:
            for each in wanted:
                if each.kind == "conflict":
                    self._withdraw_like(session, each)
                self._keep(session, each.rule, pack=seen_sha256)
            audit.record(session, self._actor, "import", "rule_overlay", None, {"count": len(wanted)})
        return len(wanted)

    def _withdraw_like(self, session: Session, difference: RuleDifference) -> None:
        assert difference.now is not None
        query = select(RuleOverlay).where(
            RuleOverlay.withdrawn.is_(False), RuleOverlay.province == difference.now.province
        )
        for kept in session.scalars(query):
            if rule_of(RuleOverlayRow.of(kept)).fingerprint == difference.now.fingerprint:
                kept.withdrawn = True
                audit.record(session, self._actor, "change", "rule_overlay", kept.id, {"fields": ["withdrawn"]})

    def _keep(self, session: Session, draft: RuleDraft, *, pack: str) -> RuleOverlay:
        rule = as_rule(draft)
        kept = RuleOverlay(
            province=rule.province,
            area=rule.area,
            rule_key=rule.key,
            value=list(rule.value) if isinstance(rule.value, tuple) else rule.value,
            text_zh=rule.text_zh,
            note_zh=rule.note_zh,
            source=rule.source,
            as_of=rule.as_of,
            confidence=rule.confidence,
            author=self._actor,
            pack=pack,
            replaces=rule.replaces,
        )
        session.add(kept)
        session.flush()
        audit.record(
            session, self._actor, "create", "rule_overlay", kept.id, {"province": rule.province, "key": rule.key}
        )
        return kept

    @staticmethod
    def _fresh(session: Session, row: RuleOverlayRow) -> RuleOverlay:
        kept = session.get(RuleOverlay, row.id)
        if kept is None:
            raise UserError("guide.rule_gone")
        if kept.version != row.version or kept.withdrawn:
            raise UserError("guide.changed_elsewhere")
        return kept


def _beside(draft: RuleDraft, in_force: RulesInForce) -> Rule | None:
    if draft.key not in SIDE_BY_SIDE:
        return in_force.leading(draft.province, draft.key)
    rules = in_force.rules(draft.province)
    own = next((each for each in rules if draft.replaces and each.overlay and each.replaces == draft.replaces), None)
    named = next((each for each in rules if draft.replaces and each.fingerprint == draft.replaces), None)
    return own or named


def _difference(place: int, draft: RuleDraft, in_force: RulesInForce, kept: set[RuleDraft]) -> RuleDifference:
    now = _beside(draft, in_force)
    same = now is not None and now.value == draft.value and now.text_zh == draft.text_zh
    if draft in kept:
        kind = "known"
    elif now is None:
        kind = "added"
    elif same:
        kind = "agrees"
    elif now.overlay:
        kind = "conflict"
    else:
        kind = "withdrawn" if draft.value == NOT_STATED else "changed"
    return RuleDifference(place, draft, kind, now)

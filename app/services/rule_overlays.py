"""Rules that a lead corrects or adds: kept in the store with source and date, handed on in packs, merged for all callers.

Nothing shipped is ever changed: an overlay stands beside it and leads. Withdrawing one brings the shipped rule back; the
withdrawn one stays for the history.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, UserError
from app.models.rule_overlay import RuleOverlay, RuleOverlayRow
from app.rules.change_rules import Rule, Value, leading, merged
from app.rules.packs import Address, Channel, Processing, Province
from app.rules.provinces import province
from app.services import audit
from app.services.rule_overlay_drafts import RuleDraft, as_rule, problems
from app.services.rule_packs import RulePack, content_hash, drafts_of, read_pack, write_pack


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """What accepting one rule of a pack would change.

    `kind`: new (nothing is known here), replaces (another rule leads now), agrees (the leading rule says the same),
    known (this very rule is kept already).
    """

    rule: RuleDraft
    kind: str
    now: Rule | None


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack and what it would change; `accept` takes its hash, so that what was seen is what is kept."""

    pack: RulePack
    differences: tuple[RuleDifference, ...]

    @property
    def changes(self) -> int:
        """How many rules would lead in place of another, or where nothing was known."""
        return sum(each.kind in ("new", "replaces") for each in self.differences)


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

    def overlays(self) -> tuple[Rule, ...]:
        """The rules of one's own as `rules.change_rules` merges them, oldest first."""
        return tuple(rule_of(each) for each in sorted(self.rows(), key=lambda row: row.id))

    def rules(self, province_key: str) -> tuple[Rule, ...]:
        """Everything that holds in a province (or `common`): shipped and one's own, the leading ones marked."""
        return merged(province_key, self.overlays())

    def province(self, province_key: str) -> Province:
        """The province's pack with one's own channel, address, days and hollow rule in front, for papers."""
        return overlaid(province(province_key), self.overlays())

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

    def export(self, path: Path, *, title: str, today: date) -> RulePack:
        """Write every rule of one's own into one file."""
        rules = drafts_of(self.overlays())
        with self._database.transaction() as session:
            pack = write_pack(path, rules, title=title, made_by=self._actor, made_on=today)
            audit.record(session, self._actor, "export", "rule_overlay", None, {"count": len(rules)})
        return pack

    def preview(self, path: Path, today: date) -> PackPreview:
        """A pack and its differences from what holds here; nothing is kept.

        Raises:
            UserError: `guide.pack_unreadable`, `guide.pack_too_big`, `guide.pack_newer`, `guide.pack_changed`.
            Invalid: a rule in it is not as it must be.
        """
        pack = read_pack(path, today)
        own = self.overlays()
        kept = set(drafts_of(own))
        return PackPreview(pack, tuple(_difference(each, own, kept) for each in pack.rules))

    def accept(self, path: Path, seen_sha256: str, today: date) -> int:
        """Keep the rules of the pack that was previewed; gives how many were new here. All or nothing.

        Raises:
            UserError: as `preview`, and `guide.pack_not_as_seen` when the file is another than the one that was seen.
        """
        preview = self.preview(path, today)
        if preview.pack.sha256 != seen_sha256 or content_hash(preview.pack.rules) != seen_sha256:
            raise UserError("guide.pack_not_as_seen")
        wanted = [each.rule for each in preview.differences if each.kind != "known"]
        with self._database.transaction() as session:
            for draft in wanted:
                self._keep(session, draft, pack=seen_sha256)
            audit.record(session, self._actor, "import", "rule_overlay", None, {"count": len(wanted)})
        return len(wanted)

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


def rule_of(row: RuleOverlayRow) -> Rule:
    """A kept rule as the merged view shows it."""
    value: Any = row.value
    plain: Value = tuple(value) if isinstance(value, list) else value
    return Rule(
        province=row.province,
        area=row.area,
        key=row.rule_key,
        value=plain,
        text_zh=row.text_zh,
        source=row.source,
        as_of=row.as_of,
        confidence=row.confidence,
        note_zh=row.note_zh,
        overlay=True,
    )


def overlaid(pack: Province, overlays: tuple[Rule, ...]) -> Province:
    """A province's pack with what the desk added to it: what goes on paper then comes from the desk's own rule.

    An address is printed only where its source is trusted with fair confidence, as for shipped ones.
    """
    rules = merged(pack.key, overlays)
    own = {key: rule for key in _ON_PAPER if (rule := leading(rules, key)) is not None and rule.overlay}
    changes: dict[str, Any] = {}
    if rule := own.get("submission_channel"):
        led = tuple(replace(each, leading=False) for each in pack.channels)
        changes["channels"] = (Channel("contact", rule.text_zh, True, rule.source, rule.confidence, rule.as_of), *led)
    if rule := own.get("address"):
        others = tuple(replace(each, leading=False) for each in pack.addresses)
        fair = rule.confidence in ("official", "provider-doc")
        first = Address(rule.text_zh, True, fair, rule.source, rule.confidence, rule.as_of, note_zh=rule.note_zh)
        changes["addresses"] = (first, *others)
    if (rule := own.get("processing_time")) is not None:
        later = tuple(replace(each, leading=False) for each in pack.processing_times)
        days = int(rule.value) if isinstance(rule.value, str) and rule.value.isdecimal() else 0
        if days:
            told = Processing(
                days, days, "working_day", rule.text_zh, True, True, rule.source, rule.confidence, rule.as_of
            )
            changes["processing_times"] = (told, *later)
    if (rule := own.get("hollow_may_add_service")) is not None and isinstance(rule.value, bool):
        link = replace(pack.hollow_source, source=rule.source, confidence=rule.confidence, as_of=rule.as_of)
        changes |= {"hollow_may_add_service": rule.value, "hollow_source": link}
    return replace(pack, **changes) if changes else pack


_ON_PAPER = ("submission_channel", "address", "processing_time", "hollow_may_add_service")


def _difference(draft: RuleDraft, own: tuple[Rule, ...], kept: set[RuleDraft]) -> RuleDifference:
    now = leading(merged(draft.province, own), draft.key)
    if draft in kept:
        return RuleDifference(draft, "known", now)
    if now is None:
        return RuleDifference(draft, "new", None)
    same = now.value == draft.value and now.text_zh == draft.text_zh
    return RuleDifference(draft, "agrees" if same else "replaces", now)

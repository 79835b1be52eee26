"""What can be done with a desk's own rules, from the browser and from their own page: on the store's lane, undoable."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Invalid, UserError
from app.models.draft import DraftRow
from app.models.rule_overlay import RuleOverlayRow
from app.rules.change_rules import Rule
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.rule_overlay_drafts import RuleDraft, draft_of
from app.services.rule_overlays import PackPreview, RuleOverlays
from app.views.rules.pack_dialog import RulePackDialog
from app.views.rules.rule_dialog import EMPTY, RuleDialog
from app.views.surroundings import Surroundings
from app.views.wizards.autosave import Autosave

FLOW = "rule_overlay"
"""The name under which a half-made rule is kept."""
PATTERN = "*.toml"


class RuleWork(QObject):
    """Adds, corrects, withdraws, exports and imports.

    Signals:
        opened: a dialog is shown.
        previewed: a pack was read (the `PackPreview`).
        exported: a pack was written (its path).
    """

    opened = Signal(object)
    previewed = Signal(object)
    exported = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        overlays: RuleOverlays,
        drafts: Drafts,
        *,
        today: Callable[[], date] = date.today,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around, self._overlays, self._drafts, self._today = around, overlays, drafts, today

    def add(self, asker: QWidget, province_key: str) -> None:
        """Ask for a new rule."""
        draft = RuleDraft(province_key, *[getattr(EMPTY, name) for name in RuleDraft.__slots__[1:]])
        self._open(asker, draft, None)

    def correct(self, asker: QWidget, rule: Rule) -> None:
        """Ask for a better rule in the place of a shown one."""
        if not rule.overlay:
            # What the desk knows better comes from a source of its own.
            self._open(asker, replace(draft_of(rule), source="", as_of="", confidence="official"), None, fixed=True)
            return
        self._around.store_jobs.start(
            self,
            lambda _job: self._overlays.row_of(rule.fingerprint),
            done=lambda row: self._open(asker, draft_of(rule), row, fixed=True),
        )

    def withdraw(self, row: RuleOverlayRow) -> None:
        """Let a rule of the desk hold no longer; Undo brings it back."""
        said = self.tr("Withdrawn: what the program ships holds again")
        self._run(lambda: self._overlays.withdraw(row), (row.id,), said, undo=lambda: self.reinstate(row))

    def withdraw_rule(self, rule: Rule) -> None:
        """The same for a rule as it is shown."""
        self._around.store_jobs.start(self, lambda _job: self._overlays.row_of(rule.fingerprint), done=self.withdraw)

    def reinstate(self, row: RuleOverlayRow) -> None:
        """Let a withdrawn rule hold again."""
        self._run(lambda: self._overlays.reinstate(row), (row.id,), self.tr("The rule holds again"))

    def export(self, asker: QWidget, rows: Sequence[RuleOverlayRow]) -> None:
        """Write rules of the desk into one file."""
        day = self._today()
        title = self._around.prompts.ask_text(
            asker, self.tr("Export rules"), self.tr("Name of the pack"), start=f"{day:%Y-%m} 各省规则"
        )
        if not title:
            return
        name = f"rules-{day:%Y%m%d}.toml"
        path = self._around.prompts.save_file(asker, self.tr("Export rules"), name, self._patterns())
        if path is None:
            return
        ids = [each.id for each in rows]
        self._around.store_jobs.start(
            self,
            lambda _job: self._overlays.export(path, title=title, today=day, ids=ids),
            done=lambda pack: self._on_exported(path, pack.sha256),
        )

    def import_pack(self, asker: QWidget) -> None:
        """Ask for a pack and show what it would change."""
        path = self._around.prompts.open_file(asker, self.tr("Import a pack of rules"), self._patterns())
        if path is None:
            return
        day = self._today()
        self._around.store_jobs.start(
            self,
            lambda _job: self._overlays.preview(path, day),
            done=lambda preview: self._show_pack(asker, path, preview),
            failed=lambda error: self._refused(asker, error),
        )

    def offer_kept(self, asker: QWidget) -> None:
        """Look for a rule that was half made when the window was lost, and offer it."""
        self._around.store_jobs.start(
            self, lambda _job: self._drafts.all(FLOW, limit=1), done=lambda found: self._on_kept(asker, found)
        )

    def go_on(self, asker: QWidget, kept: DraftRow) -> None:
        """Open a half-made rule where it was left."""
        row_id = kept.answers.get("row_id")

        def read() -> RuleOverlayRow | None:
            return next((each for each in self._overlays.rows() if each.id == row_id), None)

        def show(row: RuleOverlayRow | None) -> None:
            values = dict(kept.answers["values"])
            start = RuleDraft(values["province"], values["key"], "", "", "", "", replaces=values["replaces"])
            dialog = self._open(asker, start, row, fixed=bool(kept.answers.get("fixed")), draft_id=kept.id)
            dialog.type_in(values)

        self._around.store_jobs.start(self, lambda _job: read(), done=show)

    def _open(
        self, asker: QWidget, draft: RuleDraft, row: RuleOverlayRow | None, *, fixed: bool = False,
        draft_id: int | None = None,
    ) -> RuleDialog:  # fmt: skip
        around = self._around
        dialog = RuleDialog(
            draft,
            shipped=self._overlays.shipped_beside,
            prompts=around.prompts,
            messages=around.languages.messages,
            fixed=fixed,
            parent=asker.window(),
        )
        held: dict[str, int | None] = {"draft": draft_id}

        def keep(values: Mapping[str, Any]) -> None:
            answers = {"row_id": row.id if row is not None else None, "fixed": fixed, "values": values}
            held["draft"] = self._drafts.save(FLOW, answers, title=dialog.windowTitle(), draft_id=held["draft"])

        saving = Autosave(around.store_jobs, keep, dialog)
        dialog.edited.connect(saving.keep)
        dialog.finished.connect(lambda _result: saving.keep_now())

        def discard() -> None:
            saving.stop()
            around.store_jobs.start(self, lambda _job: self._discard(held["draft"]), must_run=True)

        dialog.settled.connect(discard)
        dialog.save_wanted.connect(lambda typed: self._save(dialog, typed, row))
        dialog.open()
        self.opened.emit(dialog)
        return dialog

    def _discard(self, draft_id: int | None) -> None:
        if draft_id is not None:
            self._drafts.discard(draft_id)

    def _save(self, dialog: RuleDialog, draft: RuleDraft, row: RuleOverlayRow | None) -> None:
        day, overlays = self._today(), self._overlays

        def work() -> RuleOverlayRow:
            return overlays.add(draft, day) if row is None else overlays.correct(row, draft, day)

        def failed(error: Exception) -> None:
            dialog.set_busy(False)
            if isinstance(error, Invalid):
                dialog.show_problems(error.problems)
            elif isinstance(error, UserError):
                self._around.prompts.show_error(dialog, error)
            else:
                raise error

        def done(kept: RuleOverlayRow) -> None:
            dialog.finish()
            self._changed((kept.id,), self.tr("Saved: the rule holds from now on"))

        dialog.set_busy(True)
        self._around.store_jobs.start(self, lambda _job: work(), done=done, failed=failed)

    def _show_pack(self, asker: QWidget, path: Path, preview: PackPreview) -> None:
        dialog = RulePackDialog(preview, asker.window())
        dialog.accepted_places.connect(lambda places: self._accept(path, preview, places))
        dialog.open()
        self.previewed.emit(preview)
        self.opened.emit(dialog)

    def _accept(self, path: Path, preview: PackPreview, places: Collection[int]) -> None:
        day, digest = self._today(), preview.pack.sha256

        def done(count: int) -> None:
            self._changed((0,), self.tr("%n rule(s) accepted", "", count))

        self._around.store_jobs.start(
            self, lambda _job: self._overlays.accept(path, digest, day, places=places), done=done
        )

    def _refused(self, asker: QWidget, error: Exception) -> None:
        if isinstance(error, Invalid):
            messages = self._around.languages.messages()
            told = "\n".join(messages.problem(each) for each in error.problems[:10])
            self._around.prompts.tell(asker, self.tr("The pack is refused"), told)
        elif isinstance(error, UserError):
            self._around.prompts.show_error(asker, error)
        else:
            raise error

    def _run(
        self, work: Callable[[], None], ids: Sequence[int], said: str, undo: Callable[[], object] | None = None
    ) -> None:
        self._around.store_jobs.start(self, lambda _job: work(), done=lambda _none: self._changed(ids, said, undo))

    def _changed(self, ids: Sequence[int], said: str, undo: Callable[[], object] | None = None) -> None:
        self._around.changes.changed.emit(Change(rules=frozenset(ids)))
        self._around.notify(said, undo=undo)

    def _on_exported(self, path: Path, sha256: str) -> None:
        self._around.notify(self.tr("Exported: {path}, SHA-256 {hash}").format(path=path, hash=sha256[:16]))
        self.exported.emit(path)

    def _on_kept(self, asker: QWidget, found: Sequence[DraftRow]) -> None:
        if found:
            text = self.tr("A half-made rule was kept")
            self._around.notify(text, undo=lambda: self.go_on(asker, found[0]), undo_text=self.tr("Go on"))

    def _patterns(self) -> str:
        return self.tr("Packs of rules ({pattern})").format(pattern=PATTERN)

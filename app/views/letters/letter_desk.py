"""Ways to a letter: from the shelf, from a case, from a half-written one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import UserError
from app.models.draft import DraftRow
from app.services.drafts import Drafts
from app.services.flows.letter_draft import LetterDraft
from app.services.letters import KeptLetter, Letters
from app.services.letters_info import letter_infos
from app.services.search import Search, SearchHit
from app.views.letters.letter_window import LetterParts, LetterWindow
from app.views.letters.record_picker import RecordPicker
from app.views.surroundings import Surroundings


class LetterDesk(QObject):
    """Opens letters over the window.

    Signals:
        opened: a letter is shown (the `LetterWindow`).
        closed: it is gone again, kept with a case or left as a draft.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        around: Surroundings,
        letters: Letters,
        drafts: Drafts,
        search: Search,
        window: QWidget,
        *,
        parent: QObject,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`window` is what the letters stand over."""
        super().__init__(parent)
        self._around, self._letters, self._drafts, self._search = around, letters, drafts, search
        self._window, self._today = window, today

    def write(self, code: str, kind: str = "", record_id: int | None = None) -> None:
        """Begin a letter, from a `subject`, `site` or `case` where there is one."""
        ids = {f"{kind}_id": record_id} if kind else {}
        today = self._today()
        self._around.store_jobs.start(
            self, lambda _job: self._letters.start(code, today, **ids), done=lambda draft: self._open(draft, None)
        )

    def complete(self, draft: LetterDraft) -> None:
        """Open a letter with what an older print of it says."""
        self._open(draft, None)

    def go_on(self, kept: DraftRow) -> None:
        """Go on with a half-written one."""
        try:
            draft = LetterDraft.from_json(kept.answers)
            self._letters.title(draft.code)
        except UserError as error:
            self._around.prompts.show_error(self._window, error)
            return
        self._open(draft, kept.id)

    def offer(self, case_id: int, procedure: str) -> None:
        """Offer the letters of a case under the button that was pressed."""
        below = self._window.focusWidget() or self._window
        self.menu(self._window, "case", case_id, procedure).popup(below.mapToGlobal(below.rect().bottomLeft()))

    def menu(self, parent: QWidget, kind: str, record_id: int, procedure: str = "") -> QMenu:
        """The letters for a `case`, a `subject` or a `site`; those that the procedure asks for stand first."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = {each.code for each in letter_infos(procedure)} if procedure else set()
        infos = {each.code: each for each in letter_infos()}
        ordered = sorted(infos.values(), key=lambda each: each.code not in wanted)
        for place, info in enumerate(ordered):
            if place and wanted and place == len(wanted):
                menu.addSeparator()
            named = f"{info.title}{info.subtitle}" + (f"（{info.province_zh}）" if info.province_zh else "")
            action = menu.addAction(named)
            action.triggered.connect(lambda _checked, code=info.code: self.write(code, kind, record_id))
        return menu

    def _open(self, draft: LetterDraft, draft_id: int | None) -> None:
        parts = LetterParts(
            letters=self._letters,
            drafts=self._drafts,
            around=self._around,
            today=self._today,
            pick_record=self._pick,
        )
        window = LetterWindow(parts, draft, draft_id=draft_id, parent=self._window)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.kept.connect(self._on_kept)
        window.finished.connect(lambda _result: self.closed.emit())
        window.open()
        self.opened.emit(window)

    def _pick(self, parent: QWidget, picked: Callable[[SearchHit], None]) -> None:
        picker = RecordPicker(self._search, self._around.store_jobs, parent)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.picked.connect(picked)
        picker.open()

    def _on_kept(self, made: KeptLetter) -> None:
        self._around.changes.changed.emit(made.change)
        self._around.notify(self.tr("The letter now stands among the papers of the case"))

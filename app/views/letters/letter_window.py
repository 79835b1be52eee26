"""A letter as a window: its blanks on the left, the very page that will be printed on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.errors import Invalid, Problem, UserError
from app.services.drafts import Drafts
from app.services.flows.letter_draft import FLOW, LetterDraft
from app.services.letters import KeptLetter, Letters, WrittenLetter
from app.services.previews import Preview, preview_of
from app.services.search import SearchHit
from app.views.letters.letter_face import LetterFace, LetterStep
from app.views.printer import choose_printer
from app.views.printing import print_pages, save_pdf
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label
from app.views.wizards.autosave import Autosave
from app.views.wizards.preview_panel import PreviewPanel
from app.views.wizards.question_form import QuestionForm

PREVIEW_PAUSE_MS = 250
SIZE = (1180, 800)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterParts:
    """What the window works with; `pick_record` asks for a subject or a site and calls back with it."""

    letters: Letters
    drafts: Drafts
    around: Surroundings
    today: Callable[[], date]
    pick_record: Callable[[QWidget, Callable[[SearchHit], None]], None]


@dataclass(frozen=True, slots=True)
class _Look:
    """A letter as it stands: its page, what is wrong with it, and what to know of it."""

    preview: Preview
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]


def _looked_at(letters: Letters, draft: LetterDraft, today: date) -> _Look:
    return _Look(letters.preview(draft, today), letters.check(draft, today), letters.notes(draft, today))


class LetterWindow(QDialog):
    """Fills in one letter. What was typed is kept as a draft until the letter is kept with a case or thrown away.

    Signals:
        kept: the letter now stands among the papers of a case (`KeptLetter`).
        drawn: the page beside the blanks was drawn (`Preview`).
    """

    kept = Signal(object)
    drawn = Signal(object)

    def __init__(
        self,
        parts: LetterParts,
        draft: LetterDraft,
        *,
        draft_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Start with what is known of a record, or go on with a kept draft (`draft_id`)."""
        super().__init__(parent)
        self._parts, self.draft, self._draft_id = parts, draft, draft_id
        self._messages = parts.around.languages.messages()
        # A draft that was kept is the agent's own in every blank; else only what is typed here is.
        self._typed = set(draft.values) if draft_id is not None else set()
        self._tried, self._asked, self._working = False, 0, False
        self._found: Sequence[Problem] = ()
        self._autosave = Autosave(parts.around.store_jobs, self._save_draft, self)
        self._autosave.saved.connect(lambda: self.saved.setText(self.tr("Draft saved")))
        self._autosave.failed.connect(self._on_save_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._draw)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        over = parent.window().size() if parent is not None else QSize(*SIZE)
        self.resize(QSize(*SIZE).boundedTo(over))
        self._lay_out()
        self._show_draft()
        self.form.focus_question()
        self._pause.start(0)

    def _lay_out(self) -> None:
        self.title = plain_label("", "title", self)
        self.notes = plain_label("", "warning", self)
        self.general = plain_label("", "error", self)
        self.from_record = action_button(self.tr("Fill in from a record…"), self._pick_record, self, icon_name="search")
        self.from_record.setAutoDefault(False)
        self._face = LetterFace(self._parts.letters, self.draft, self._messages, self)
        self.form = QuestionForm(self._face, LetterStep.FILL, self._messages, self._parts.today, self)
        self.form.edited.connect(self._on_edited)
        self.form.walked_out.connect(lambda: self._first_button().setFocus(Qt.FocusReason.TabFocusReason))
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        inner.setSpacing(2 * GRID)
        inner.addWidget(self.title)
        inner.addWidget(self.from_record, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.notes, self.general, self.form):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(column)
        self.preview = PreviewPanel(self._parts.around.free_jobs, self.tr("The letter appears here in a moment."), self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.area)
        split.addWidget(self.preview)
        split.setChildrenCollapsible(False)
        split.setSizes([520, 660])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(split, 1)
        outer.addWidget(self._footer())
        for keys, pressed in (("Ctrl+P", self.print), ("Ctrl+S", self.save), ("Ctrl+Return", self.keep)):
            QShortcut(QKeySequence(keys), self, pressed)

    def _footer(self) -> QWidget:
        footer = QFrame(self)
        set_role(footer, "status")
        row = QHBoxLayout(footer)
        row.setContentsMargins(3 * GRID, GRID + GRID // 2, 3 * GRID, GRID + GRID // 2)
        row.setSpacing(GRID)
        self.saved = plain_label("", "hint", footer)
        row.addWidget(self.saved, 1)
        self.close_button = action_button(self.tr("Close"), self.reject, footer)
        self.save_button = action_button(self.tr("Save as PDF…"), self.save, footer, icon_name="download")
        in_case = self.draft.case_id is not None
        self.print_button = action_button(
            self.tr("Print…"), self.print, footer, icon_name="printer", role="" if in_case else "primary"
        )
        self.keep_button = action_button(self.tr("Keep in the case"), self.keep, footer, role="primary")
        self.keep_button.setVisible(in_case)
        for button in (self.close_button, self.save_button, self.print_button, self.keep_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return footer

    def _first_button(self) -> QWidget:
        return self.keep_button if self.draft.case_id is not None else self.print_button

    def _show_draft(self) -> None:
        title = self._parts.letters.title(self.draft.code)
        self.setWindowTitle(title)
        self.title.setText(title)
        self.form.show_draft(self.draft, self._face.asked(self.draft))

    def _show_problems(self) -> None:
        """Say what is wrong where it was typed; what nobody has come to yet is not held against anyone."""
        shown = [each for each in self._found if self._tried or self._was_typed(each)]
        homeless = self.form.show_problems(shown)
        self.general.setText("\n".join(self._messages.problem(each) for each in homeless))
        self.general.setVisible(bool(homeless))

    def _was_typed(self, problem: Problem) -> bool:
        return problem.path.partition(".")[0] in self._typed and problem.code != "letters.required_missing"

    def _on_edited(self, field: str) -> None:
        self._typed.add(field)
        self.draft = self.form.fold(self.draft)
        self._show_draft()
        self._keep_draft()

    def _keep_draft(self) -> None:
        self._autosave.keep(self.draft)
        self._pause.start(PREVIEW_PAUSE_MS)

    def _pick_record(self) -> None:
        self._parts.pick_record(self, self._take_record)

    def _take_record(self, hit: SearchHit) -> None:
        letters, code, today = self._parts.letters, self.draft.code, self._parts.today()
        ids = {f"{hit.kind}_id": hit.id}
        self._parts.around.store_jobs.start(
            self, lambda _job: letters.start(code, today, **ids), done=self._fill_in, failed=self._on_failed
        )

    def _fill_in(self, known: LetterDraft) -> None:
        """Take what the store knows, and nothing of a record picked before; what was typed by hand stays."""
        if known.code != self.draft.code:  # the province has a letter of its own
            self.draft = replace(self.draft, code=known.code)
        for name, text in known.values.items():
            if name not in self._typed:
                self.draft = self.draft.with_value(name, text)
        self.draft = replace(self.draft, subject_id=known.subject_id, site_id=known.site_id)
        self._show_draft()
        self._keep_draft()

    def _draw(self) -> None:
        self._asked += 1
        number, draft, today = self._asked, self.draft, self._parts.today()
        self._parts.around.store_jobs.start(
            self,
            lambda _job: _looked_at(self._parts.letters, draft, today),
            done=lambda look: self._on_looked(number, look),
            failed=self._on_failed,
        )

    def _on_looked(self, number: int, look: _Look) -> None:
        if number != self._asked:
            return
        self._found = look.problems
        self._show_problems()
        self.notes.setText("\n".join(look.notes))
        self.notes.setVisible(bool(look.notes))
        self.preview.show_preview(look.preview)
        self.drawn.emit(look.preview)

    def print(self) -> None:
        """Print the letter, once nothing is wrong with it."""
        self._write(self._print)

    def save(self) -> None:
        """Save it as PDF, once nothing is wrong with it."""
        self._write(self._save)

    def keep(self) -> None:
        """Put it among the papers of the case, once nothing is wrong with it."""
        if self.draft.case_id is None:
            return
        draft, today = self.draft, self._parts.today()
        self._autosave.keep_now()
        # The kept draft's id is asked for in the lane, behind its last write.
        self._start(lambda: self._parts.letters.keep(draft, today, draft_id=self._draft_id), self._on_kept)

    def _write(self, use: Callable[[WrittenLetter], None]) -> None:
        draft, today = self.draft, self._parts.today()
        self._start(lambda: self._parts.letters.prepare(draft, today), use)

    def _start(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        if self._working:
            return
        self._working = True

        def on_done(result: object) -> None:
            self._working = False
            done(result)

        self._parts.around.store_jobs.start(
            self, lambda _job: work(), done=on_done, failed=self._on_failed, must_run=True
        )

    def _print(self, written: WrittenLetter) -> None:
        made = preview_of(written.pdf)
        printer = choose_printer(self, made.pages, written.title)
        if printer is None:
            return
        try:
            print_pages(printer, made.image, made.sizes)
        except UserError as error:
            self._on_failed(error)

    def _save(self, written: WrittenLetter) -> None:
        prompts = self._parts.around.prompts
        path = prompts.save_file(self, self.tr("Save the letter"), written.file_name, self.tr("PDF files (*.pdf)"))
        if path is None:
            return
        try:
            self._on_file(save_pdf(written.pdf, path))
        except UserError as error:
            self._on_failed(error)

    def _on_file(self, path: Path) -> None:
        self.saved.setText(self.tr("Saved: {path}").format(path=path))

    def _on_kept(self, made: KeptLetter) -> None:
        self._autosave.stop()
        self.kept.emit(made)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._working = False
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, Invalid):
            self._tried, self._found = True, error.problems
            self._show_problems()
            self.form.focus_question(error.problems[0].path.partition(".")[0])
            return
        self._parts.around.prompts.show_error(self, error)

    def _save_draft(self, draft: LetterDraft) -> None:
        self._draft_id = self._parts.drafts.save(
            FLOW,
            draft.to_json(),
            title=self._draft_title(draft),
            draft_id=self._draft_id,
            subject_id=draft.subject_id,
            site_id=draft.site_id,
            case_id=draft.case_id,
        )

    def _draft_title(self, draft: LetterDraft) -> str:
        named = draft.value("filing_number") or draft.value("unit_name") or draft.value("applicant_name")
        return f"{self._parts.letters.title(draft.code)} {named}".strip()

    def _on_save_failed(self, error: UserError) -> None:
        self.saved.setText(self.tr("The draft could not be saved: {why}").format(why=self._messages.error(error)))

    def put_away(self) -> None:
        """The desk is locked: keep the draft and close."""
        self.reject()

    def done(self, result: int) -> None:
        """However the window is left: what was typed is kept, and offered again."""
        self._pause.stop()
        self._asked += 1
        self._autosave.keep_now()
        super().done(result)

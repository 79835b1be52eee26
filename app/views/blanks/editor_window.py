"""The mapping editor: the boxes of a blank listed, on the page, and one by one; tried, saved, put to use."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.models.blank import BlankRow
from app.services.blank_editing import (
    History,
    Mapping,
    Place,
    mapping_doubts,
    mapping_errors,
    next_doubtful,
    operations,
    reading_order,
)
from app.services.blanks import BlankDesk, Blanks
from app.services.previews import preview_of
from app.views.blanks.canvas import BlankCanvas
from app.views.blanks.editor_bar import EditorBar
from app.views.blanks.property_panel import PropertyPanel
from app.views.blanks.trial import Trial
from app.views.blanks.use_dialog import UseDialog
from app.views.blanks.words import BlankWords
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.labels import StatusBadge, plain_label

LIST_WIDTH, PAGE_WIDTH, SIDE_WIDTH = 248, 640, 400
LEAST_LIST, LEAST_SIDE = 176, 292
"""Pixels in which names and properties can still be read."""


class EditorWindow(QDialog):
    """Edits the mapping of one kept blank; nothing is kept before Save, Close with changes asks.

    Signals:
        kept: the blank's row after it was saved or put to use.
    """

    kept = Signal(object)

    def __init__(self, desk: BlankDesk, blanks: Blanks, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(LIST_WIDTH + PAGE_WIDTH + SIDE_WIDTH, 820)
        self._desk, self._blanks, self._around = desk, blanks, around
        self._row: BlankRow = desk.row
        self._history = History(desk.mapping)
        self._saved = desk.mapping
        self._saving = False
        self._words = BlankWords(around.languages.messages, self)
        self._paper = preview_of(desk.paper).image
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget(self)
        self._make()
        self.overlay = BusyOverlay(self)
        save = QAction(self)
        save.setShortcut(QKeySequence("Ctrl+S"))
        save.triggered.connect(lambda _checked: self.save())
        self.addAction(save)
        self.canvas.setFocus()

    @property
    def mapping(self) -> Mapping:
        """The mapping as it is on the screen."""
        return self._history.now

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self._history.now != self._saved

    def undo(self) -> None:
        """One step back."""
        self._go(self._history.undone())

    def redo(self) -> None:
        """The step that was taken back again."""
        self._go(self._history.redone())

    def save(self) -> None:
        """Keep the mapping; papers in use go on as they are."""
        self._keep(publish=False)

    def use(self) -> None:
        """Keep the mapping and fill the blank from now on."""
        messages = self._around.languages.messages()
        errors = mapping_errors(self.mapping, self._row.kind)
        if errors:
            lines = "\n".join(messages.problem(each) for each in errors)
            self._around.prompts.tell(self, self.tr("The mapping is not ready"), lines)
            return
        doubts = [messages.problem(each) for each in mapping_doubts(self.mapping, self._row.kind)]
        row = self._row
        self.use_dialog = UseDialog(self._where(), doubts, row.effective_from, row.effective_until, self)
        self.use_dialog.agreed.connect(lambda since, until: self._keep(publish=True, since=since, until=until))
        self.use_dialog.open()

    def guess_again(self) -> None:
        """Replace all boxes by a new first guess; it can be undone."""
        blank_id = self._row.id
        job = self._around.store_jobs.start(
            self,
            lambda job: self._blanks.guess_again(blank_id, lambda: job.report(0, 0)),
            done=self._on_guessed,
            failed=self._on_not_guessed,
            cancelled=self.overlay.end,
        )
        self.overlay.begin(self.tr("Reading the form…"), job)

    def confirm(self) -> None:
        """The chosen boxes are right as they are; go on to the next one that somebody has to look at."""
        if self.canvas.keys:
            self._on_edited(operations.confirm(self.mapping, self.canvas.keys), self.canvas.keys)
        following = next_doubtful(self.mapping, self.canvas.keys)
        if following is not None:
            self.canvas.choose((following.key,))

    def reject(self) -> None:
        """Close; changes that are not saved are asked about."""
        if self._saving:
            return
        if self.is_changed:
            text = self.tr("The changes to the boxes are not saved.")
            if not self._around.prompts.ask(self, self.tr("Close"), text, yes=self.tr("Discard"), dangerous=True):
                return
        super().reject()

    def put_away(self) -> None:
        """The store closes: keep what was done, ask nothing."""
        if self.is_changed and not self._saving:
            row, mapping = self._row, self.mapping
            blanks = self._blanks
            self._around.store_jobs.start(
                self, lambda _job: blanks.save_mapping(row, mapping), failed=_unsaid, must_run=True
            )
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        # What was done lives in this window, not in its parts: they can be made anew in the other language.
        if event.type() == QEvent.Type.LanguageChange and self._spoken != self._around.languages.language:
            page, keys, filled = self.canvas.page, self.canvas.keys, self.bar.fill.isChecked()
            tab, sample = self.tabs.currentIndex(), self.trial.values.currentIndex()
            self._inside.deleteLater()
            self._inside = QWidget(self)
            self._make()
            self.canvas.show_page(page)
            self.canvas.choose(keys)
            self.tabs.setCurrentIndex(tab)
            self.trial.values.setCurrentIndex(sample)
            self.bar.fill.setChecked(filled)
        super().changeEvent(event)

    def _make(self) -> None:
        """Every part of the window, in the language of the moment."""
        around, inside = self._around, self._inside
        self._spoken = around.languages.language
        self.boxes = ChoiceList(inside)
        self.boxes.name(self.tr("Filter boxes"), self.tr("Boxes"))
        self.canvas = BlankCanvas(around.free_jobs, self._caption, inside)
        self.canvas.setAccessibleName(self.tr("Page of the blank"))
        self.trial = Trial(around, inside)
        self.bar = EditorBar(self.canvas, inside)
        self.panel = PropertyPanel(self._words, inside)
        self.panel.field.set_paper(self._row.kind)
        self.tabs = QTabWidget(inside)
        self.tabs.addTab(self.panel, self.tr("Box"))
        self.tabs.addTab(self.trial, self.tr("Test fill"))
        self.state = StatusBadge(parent=inside)
        self.doubts = plain_label("", "hint", inside)
        self.save_button = QPushButton(self.tr("Save"), inside)
        self.use_button = QPushButton(self.tr("Use for {province}").format(province=self._where()), inside)
        set_role(self.use_button, "primary")
        self.close_button = QPushButton(self.tr("Close"), inside)
        self._lay_out()
        self._connect()
        self.canvas.set_blank(self._paper, self._desk.surveys)
        self.bar.set_pages(len(self._desk.surveys))
        self._show()

    def _connect(self) -> None:
        self.canvas.edited.connect(self._on_edited)
        self.canvas.chosen_changed.connect(self._on_chosen)
        self.canvas.page_changed.connect(lambda _page: self._list())
        self.boxes.chosen.connect(lambda key: self.canvas.choose((key,)))
        self.panel.changed.connect(self._on_property)
        self.panel.placed.connect(self._on_placed)
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)
        self.bar.guess_wanted.connect(self.guess_again)
        self.bar.fill.toggled.connect(lambda _on: self._show_filled())
        self.bar.sample_chosen.connect(self._on_sample)
        self.trial.filled.connect(lambda _made: self._show_filled())
        self.canvas.confirmed.connect(self.confirm)
        self.panel.confirmed.connect(self.confirm)
        self.bar.bind_keys(self._inside)
        self.save_button.clicked.connect(lambda _checked: self.save())
        self.use_button.clicked.connect(lambda _checked: self.use())
        self.close_button.clicked.connect(lambda _checked: self.reject())

    def _show_filled(self) -> None:
        """The page filled with the values of the test fill, or empty."""
        made = self.trial.shown if self.bar.fill.isChecked() else None
        self.canvas.show_print(made.image if made is not None else self._paper, captioned=made is None)

    def _on_sample(self, place: int) -> None:
        self.trial.values.setCurrentIndex(place)
        self.trial.fill()

    def _on_edited(self, mapping: Mapping, keys: tuple[str, ...]) -> None:
        self._history = self._history.done(mapping)
        self._show()
        self.canvas.choose(keys)

    def _on_guessed(self, made: Mapping) -> None:
        self.overlay.end()
        self._on_edited(made, ())

    def _on_not_guessed(self, error: Exception) -> None:
        self.overlay.end()
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)

    def _on_property(self, values: dict[str, object]) -> None:
        self._on_edited(operations.change(self.mapping, self.canvas.keys, **values), self.canvas.keys)

    def _on_placed(self, rect: object) -> None:
        keys = self.canvas.keys
        self._on_edited(operations.resize(self.mapping, keys[0], rect), keys)  # type: ignore[arg-type]

    def _on_chosen(self, keys: tuple[str, ...]) -> None:
        self.panel.show_places([self.mapping.place(key) for key in keys])
        if len(keys) == 1:
            blocked = self.boxes.blockSignals(True)
            self.boxes.choose(keys[0])
            self.boxes.blockSignals(blocked)
        self._tell()

    def _go(self, history: History) -> None:
        self._history = history
        self._show()

    def _show(self) -> None:
        self.canvas.show_mapping(self.mapping)
        self._list()
        self.panel.show_places([self.mapping.place(key) for key in self.canvas.keys])
        self.trial.show_blank(self._desk, self.mapping)
        self._tell()

    def _list(self) -> None:
        blocked = self.boxes.blockSignals(True)
        self.boxes.show_choices(self._choice(each) for each in reading_order(self.mapping, self.canvas.page))
        self.boxes.blockSignals(blocked)

    def _choice(self, place: Place) -> Choice:
        word, tone = self._words.confidence(place)
        below = place.label if place.field and place.label else self._words.kind(place.kind)
        return Choice(place.key, self._words.name(place), below, word, tone, also=place.field)

    def _caption(self, place: Place) -> tuple[str, str]:
        return self._words.name(place), self._words.confidence(place)[1]

    def _tell(self) -> None:
        self.bar.show_state(self.mapping, undo=bool(self._history.past), redo=bool(self._history.future))
        changed = self.is_changed
        mark = "*" if changed else ""
        edition = self.tr("edition {edition}").format(edition=self._row.edition)
        self.setWindowTitle(f"{mark}{self._where()} · {self._row.title} · {edition}")
        self.state.show_status(*self._words.state(self._row.state))
        self.save_button.setEnabled(changed and not self._saving)
        self.use_button.setEnabled(not self._saving)
        doubts = mapping_doubts(self.mapping, self._row.kind)
        messages = self._around.languages.messages()
        self.doubts.setText(messages.problem(doubts[0]) if doubts else self.tr("Every box has its field."))
        self.doubts.setToolTip("\n".join(messages.problem(each) for each in doubts))

    def _keep(self, *, publish: bool, since: date | None = None, until: date | None = None) -> None:
        if self._saving:
            return
        self._saving = True
        row, mapping, blanks = self._row, self.mapping, self._blanks

        def work(_job: object) -> BlankRow:
            kept = blanks.save_mapping(row, mapping) if mapping != self._saved else row
            return blanks.publish(kept, since=since, until=until) if publish else kept

        self._around.store_jobs.start(
            self, work, done=lambda kept: self._on_kept(kept, mapping, publish), failed=self._on_failed
        )
        self._tell()

    def _on_kept(self, row: BlankRow, mapping: Mapping, published: bool) -> None:
        self._saving = False
        self._row, self._saved = row, mapping
        self._tell()
        self.kept.emit(row)
        said = self.tr("{province} now prints on this blank") if published else self.tr("Mapping saved")
        self._around.notify(said.format(province=self._where()))

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self._tell()
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)

    def _where(self) -> str:
        return self._words.place(self._row.province)

    def _lay_out(self) -> None:
        inside = self._inside
        middle = QWidget(inside)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.canvas, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, inside)
        splitter.setChildrenCollapsible(False)
        for part in (self.boxes, middle, self.tabs):
            splitter.addWidget(part)
        self.boxes.setMinimumWidth(LEAST_LIST)
        self.tabs.setMinimumWidth(LEAST_SIDE)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, PAGE_WIDTH, SIDE_WIDTH])
        foot = QFrame(inside)
        set_role(foot, "status")
        line = QHBoxLayout(foot)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(GRID)
        line.addWidget(self.state)
        line.addWidget(self.doubts, 1)
        line.addWidget(self.close_button)
        line.addWidget(self.save_button)
        line.addWidget(self.use_button)
        for button in (self.close_button, self.save_button, self.use_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addWidget(foot)
        self._outer.addWidget(inside)


def _unsaid(_error: Exception) -> None:
    """Locking asks nothing and says nothing; the blank stays as it was saved last."""

"""The desk's own rules: which hold, what they stand for, who wrote them when; withdraw, export, import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.models.rule_overlay import RuleOverlayRow
from app.rules.change_rules import NOT_STATED
from app.rules.packs import as_of_zh
from app.services.changes import Change
from app.services.rule_browser import province_zh
from app.services.rule_overlay_drafts import draft_of, key_label, said_value
from app.services.rule_overlays import RuleOverlays
from app.services.rules_in_force import rule_of
from app.views.jobs import Job
from app.views.pages.page import Page
from app.views.rules.rule_table import Cell, RuleTable, TableRow
from app.views.rules.rule_work import RuleWork
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import EmptyState, action_button


class OwnRulesTab(Page):
    """A table of the desk's rules over the chosen one beside what the program ships."""

    def __init__(
        self, around: Surroundings, overlays: RuleOverlays, work: RuleWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._overlays, self._work = around, overlays, work
        self._job: Job | None = None
        self._shown: Sequence[RuleOverlayRow] = ()
        self.add = action_button("", lambda: work.add(self, "common"), self, icon_name="plus", role="primary")
        self.correct = action_button("", self._correct, self, icon_name="pencil")
        self.withdraw = action_button("", self._withdraw, self, icon_name="undo-2")
        self.bring_in = action_button("", lambda: work.import_pack(self), self, icon_name="upload")
        self.export = action_button("", self._export, self, icon_name="download")
        self.old = QCheckBox(self)
        self.table = RuleTable(self)
        self.left, self.right = FactList(self), FactList(self)
        self.empty = EmptyState("book-open", self)
        self.empty.action.clicked.connect(lambda _checked: work.add(self, "common"))
        self._lay_out()
        self.table.current_changed.connect(self._show)
        self.table.opened.connect(lambda _row: self._correct())
        self.table.ticks_changed.connect(self._show_buttons)
        self.old.toggled.connect(lambda _on: self._fill())
        around.changes.changed.connect(self._on_changed)
        self.retranslate()
        self._read()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Own rules")

    def focus_first(self) -> None:
        """The cursor begins in the table."""
        (self.table if self._shown else self.add).setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.add.setText(self.tr("Add a rule…"))
        self.correct.setText(self.tr("Correct…"))
        self.bring_in.setText(self.tr("Import a pack…"))
        self.export.setText(self.tr("Export chosen…"))
        self.old.setText(self.tr("Withdrawn ones too"))
        self.table.setAccessibleName(self.title())
        self.empty.say(
            self.tr("No rules of your own yet. Correct one in “Rules by province”, add one, or import a pack."),
            self.tr("Add a rule…"),
        )
        self._fill()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        for button in (self.add, self.correct, self.withdraw):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self.old)
        for button in (self.bring_in, self.export):
            bar.addWidget(button)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        for side in (self.left, self.right):
            sides.addWidget(side)
        sides.setSizes([500, 500])
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.setChildrenCollapsible(False)
        whole.addWidget(self.table)
        whole.addWidget(sides)
        whole.setSizes([380, 260])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(whole)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)

    def _read(self) -> None:
        if self._job is not None:
            self._job.forget()
        self._job = self._around.store_jobs.start(
            self, lambda _job: self._overlays.rows(withdrawn=True), done=self._on_read
        )

    def _on_changed(self, change: Change) -> None:
        if change.rules:
            self._read()

    def _on_read(self, rows: Sequence[RuleOverlayRow]) -> None:
        self._shown = rows
        self._fill()

    def _fill(self) -> None:
        self.stack.setCurrentIndex(0 if self._shown else 1)
        self.old.setVisible(any(each.withdrawn for each in self._shown))
        heads = (
            self.tr("Province"),
            self.tr("Rule"),
            self.tr("In words"),
            self.tr("State"),
            self.tr("Source"),
            self.tr("Date"),
            self.tr("By"),
        )
        rows = [each for each in self._shown if self.old.isChecked() or not each.withdrawn]
        self.table.show_rows(heads, map(self._row, rows), wide=(2, 4), widths=(90, 130, 0, 120, 0, 96, 90))
        self._show_buttons()

    def _row(self, row: RuleOverlayRow) -> TableRow:
        if row.withdrawn:
            state = Cell(self.tr("Withdrawn"), "muted")
        elif row.value == NOT_STATED:
            state = Cell(self.tr("Ends a rule"), "warn")
        else:
            state = Cell(self.tr("In force"), "good")
        who = f"{row.author}（{row.pack[:8]}）" if row.pack else row.author
        cells = (
            Cell(province_zh(row.province)),
            Cell(key_label(row.rule_key)),
            Cell(row.text_zh),
            state,
            Cell(row.source),
            Cell(as_of_zh(row.as_of), order=row.as_of),
            Cell(who),
        )
        return TableRow(cells, row, None if row.withdrawn else True)

    def _show(self, row: RuleOverlayRow | None) -> None:
        self._show_buttons()
        if row is None:
            for side in (self.left, self.right):
                side.show_sections(())
            return
        draft = draft_of(rule_of(row))
        shipped = self._overlays.shipped_beside(draft)
        value = row.value if not isinstance(row.value, list) else tuple(row.value)
        note = " · ".join(filter(None, (said_value(row.rule_key, value), row.note_zh)))
        own = Statement(row.text_zh, row.source, row.confidence, row.as_of, note)
        there: tuple[Statement, ...] = (Statement(self.tr("The program says nothing here.")),)
        if shipped is not None:
            there = (Statement(shipped.text_zh, shipped.source, shipped.confidence, shipped.as_of, shipped.note_zh),)
        self.left.show_sections((Section(self.tr("Your rule"), (own,)), *self._history(row)))
        self.right.show_sections((Section(self.tr("What the program ships"), there),))

    def _history(self, row: RuleOverlayRow) -> Iterable[Section]:
        same = [each for each in self._shown if (each.province, each.rule_key) == (row.province, row.rule_key)]
        said = tuple(
            Statement(
                f"{each.created_at:%Y-%m-%d}　{each.author}：{each.text_zh}",
                note=self.tr("Withdrawn") if each.withdrawn else "",
            )
            for each in sorted(same, key=lambda each: each.id)
            if each.id != row.id
        )
        yield Section(self.tr("Written here before and after"), said)

    def _show_buttons(self) -> None:
        row = self.table.current
        holds = row is not None and not row.withdrawn
        self.correct.setEnabled(holds)
        self.withdraw.setEnabled(row is not None)
        self.withdraw.setText(self.tr("Withdraw") if row is None or holds else self.tr("Let it hold again"))
        self.export.setEnabled(bool(self.table.ticked))

    def _correct(self) -> None:
        row = self.table.current
        if row is not None and not row.withdrawn:
            self._work.correct(self, rule_of(row))

    def _withdraw(self) -> None:
        row = self.table.current
        if row is not None:
            (self._work.reinstate if row.withdrawn else self._work.withdraw)(row)

    def _export(self) -> None:
        self._work.export(self, self.table.ticked)

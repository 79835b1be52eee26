"""A pack of rules before it is taken in: who made it when, its hash, and rule by rule what would change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.rules.packs import as_of_zh
from app.services.rule_browser import province_zh
from app.services.rule_overlay_drafts import key_label
from app.services.rule_overlays import PackPreview, RuleDifference
from app.views.rules.rule_table import Cell, RuleTable, TableRow
from app.views.theme import GRID, set_role
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import plain_label

TONES = {"added": "good", "changed": "info", "withdrawn": "warn", "conflict": "bad"}


class RulePackDialog(QDialog):
    """Shows the differences; takes all of them or the ticked ones.

    Signals:
        accepted_places: the places of the chosen rules in the pack.
    """

    accepted_places = Signal(object)

    def __init__(self, preview: PackPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import a pack of rules"))
        self.resize(920, 640)
        pack = preview.pack
        self.head = plain_label(
            self.tr("“{title}”, made by {who} on {day}").format(title=pack.title, who=pack.made_by, day=pack.made_on),
            "heading",
            self,
        )
        self.hash = plain_label(self._hash_words(pack.sha256), "source", self)
        counts = (
            self.tr("%n rule(s)", "", len(preview.differences)),
            self.tr("%n would hold in place of what holds now", "", preview.changes),
        )
        self.summary = plain_label(" · ".join(counts), "", self)
        self.table = RuleTable(self)
        self.table.setAccessibleName(self.tr("Differences"))
        self.left, self.right = FactList(self), FactList(self)
        self.take_all, self.take_none = (
            QPushButton(self.tr("Choose all"), self),
            QPushButton(self.tr("Choose none"), self),
        )
        self.take = QPushButton(self)
        self.take.setDefault(True)
        set_role(self.take, "primary")
        self._lay_out()
        self.table.current_changed.connect(self._show)
        self.table.ticks_changed.connect(self._count)
        self._fill(preview.differences)
        self._count()
        self.table.setFocus()

    def _hash_words(self, sha256: str) -> str:
        parts = " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))
        told = self.tr(
            "The content agrees with its hash. Read it out to the maker: it shows alteration, not who wrote it."
        )
        return f"SHA-256  {parts}\n{told}"

    def _lay_out(self) -> None:
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.setChildrenCollapsible(False)
        for side in (self.left, self.right):
            side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            sides.addWidget(side)
        sides.setSizes([460, 460])
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(sides)
        both.setSizes([320, 220])
        cancel = QPushButton(self.tr("Cancel"), self)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        foot.setSpacing(GRID)
        for button in (self.take_all, self.take_none, cancel):
            button.setAutoDefault(False)
        for button in (self.take_all, self.take_none):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 2 * GRID)
        layout.setSpacing(GRID // 2)
        for label in (self.head, self.hash, self.summary):
            label.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
            layout.addWidget(label)
        layout.addWidget(both, 1)
        layout.addLayout(foot)
        cancel.clicked.connect(lambda _checked: self.reject())
        self.take_all.clicked.connect(lambda _checked: self.table.tick_all(True))
        self.take_none.clicked.connect(lambda _checked: self.table.tick_all(False))
        self.take.clicked.connect(lambda _checked: self._take())

    def _fill(self, differences: Iterable[RuleDifference]) -> None:
        words = {
            "added": self.tr("Added"),
            "changed": self.tr("Changed"),
            "withdrawn": self.tr("Withdrawn"),
            "conflict": self.tr("Conflict with yours"),
            "agrees": self.tr("Says the same"),
            "known": self.tr("Here already"),
        }
        heads = (self.tr("Province"), self.tr("Rule"), self.tr("In words"), self.tr("Effect"), self.tr("Date"))
        rows = [
            TableRow(
                (
                    Cell(province_zh(each.rule.province)),
                    Cell(key_label(each.rule.key)),
                    Cell(each.rule.text_zh),
                    Cell(words[each.kind], TONES.get(each.kind, "muted")),
                    Cell(as_of_zh(each.rule.as_of), order=each.rule.as_of),
                ),
                each,
                # A rule of this desk goes only where somebody says so.
                None if each.kind == "known" else each.kind != "conflict",
            )
            for each in differences
        ]
        self.table.show_rows(heads, rows, wide=(2,), widths=(90, 150, 0, 170, 96))

    def _show(self, difference: RuleDifference | None) -> None:
        if difference is None:
            return
        rule, now = difference.rule, difference.now
        here: tuple[Statement, ...] = (Statement(self.tr("Nothing is known here yet.")),)
        if now is not None:
            here = (Statement(now.text_zh, now.source, now.confidence, now.as_of, now.note_zh),)
        there = (Statement(rule.text_zh, rule.source, rule.confidence, rule.as_of, rule.note_zh),)
        self.left.show_sections((Section(self.tr("Holds here now"), here),))
        self.right.show_sections((Section(self.tr("In the pack"), there),))

    def _count(self) -> None:
        chosen = len(self.table.ticked)
        self.take.setText(self.tr("Accept %n rule(s)", "", chosen))
        self.take.setEnabled(bool(chosen))

    def _take(self) -> None:
        self.accepted_places.emit([each.place for each in self.table.ticked])
        self.accept()

"""Rules by province: look through, search, compare two, put a question to all of them, correct what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from app.rules.change_rules import COMMON
from app.rules.provinces import province, province_keys
from app.services.changes import Change
from app.services.rule_browser import COMMON_ZH, Comparison, FilterAnswer, RuleBrowser, RuleLine
from app.views.jobs import Job
from app.views.pages.page import Page
from app.views.rules.rule_table import Cell, RuleTable, TableRow
from app.views.rules.rule_work import RuleWork
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import action_button, plain_label

PAUSE_MS = 250
TONES = {"leading": "good", "older": "muted", "silent": "muted", "doubtful": "warn", "ended": "bad"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What stands in the bar."""

    text: str
    where: str
    beside: str
    question: str


class RulesTab(Page):
    """One line of questions over a table of answers, the chosen one in full below with everything said of it by date.

    Signals:
        shown: the answer to the latest question is shown (how many lines).
    """

    shown = Signal(int)

    def __init__(
        self, around: Surroundings, browser: RuleBrowser, work: RuleWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._browser, self._work = around, browser, work
        self._job: Job | None = None
        self._detail_job: Job | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.where = self._provinces(COMMON, COMMON_ZH)
        self.beside = self._provinces("", "")
        self.asked = QComboBox(self)
        self.asked.addItem("", "")
        for choice in browser.filters():
            self.asked.addItem(choice.title, choice.id)
        for combo in (self.where, self.beside, self.asked):
            combo.setMinimumContentsLength(6)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._labels = [QLabel(self) for _ in range(3)]
        self.count = plain_label("", "hint", self)
        self.copy = action_button("", self._copy, self, icon_name="copy")
        self.correct = action_button("", self._correct, self, icon_name="pencil")
        self.withdraw = action_button("", self._withdraw, self, icon_name="undo-2")
        self.add = action_button("", lambda: work.add(self, self.where.currentData()), self, icon_name="plus")
        self.table = RuleTable(self)
        self.facts = FactList(self)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self.asked.currentIndexChanged.connect(lambda _index: self._offer_beside())
        for combo in (self.where, self.beside, self.asked):
            combo.currentIndexChanged.connect(lambda _index: self._ask())
        self.table.current_changed.connect(self._show_detail)
        self.table.opened.connect(lambda _item: self._correct())
        self.table.copy_wanted.connect(lambda _item: self._copy())
        around.changes.changed.connect(self._on_changed)
        self.retranslate()

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Rules by province")

    def focus_first(self) -> None:
        """The cursor begins in the search."""
        self.search.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.search.setPlaceholderText(self.tr("Search rules, notes and sources"))
        self.search.setAccessibleName(self.search.placeholderText())
        texts = (self.tr("Province"), self.tr("Beside"), self.tr("Ask all"))
        for label, combo, text in zip(self._labels, (self.where, self.beside, self.asked), texts, strict=True):
            label.setText(text)
            combo.setAccessibleName(text)
        self.beside.setItemText(0, self.tr("nobody"))
        self.asked.setItemText(0, self.tr("nothing"))
        self._offer_beside()
        self.copy.setText(self.tr("Copy for the customer"))
        self.copy.setToolTip(self.tr("Copy the line for the customer (Ctrl+C)"))
        self.correct.setText(self.tr("Correct this rule…"))
        self.correct.setToolTip(self.tr("Correct this rule (Enter)"))
        self.withdraw.setText(self.tr("Withdraw your rule"))
        self.add.setText(self.tr("Add a rule…"))
        self.table.setAccessibleName(self.title())
        if self._job is not None:
            self._ask()

    def show_province(self, key: str) -> None:
        """Show the rules of a province."""
        self.where.setCurrentIndex(max(self.where.findData(key), 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._job is None:
            self._ask()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        bar.addWidget(self.search, 2)
        for label, combo in zip(self._labels, (self.where, self.beside, self.asked), strict=True):
            label.setBuddy(combo)
            bar.addWidget(label)
            bar.addWidget(combo, 1)
        line = QHBoxLayout()
        line.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        line.setSpacing(GRID)
        line.addWidget(self.count, 1)
        for button in (self.copy, self.correct, self.withdraw, self.add):
            line.addWidget(button)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.facts)
        both.setSizes([400, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(line)
        layout.addWidget(both, 1)

    def _provinces(self, first: str, text: str) -> QComboBox:
        combo = QComboBox(self)
        combo.addItem(text, first)
        for key in province_keys():
            combo.addItem(province(key).name_zh, key)
        return combo

    def _on_changed(self, change: Change) -> None:
        if change.rules and self._job is not None:
            self._ask()

    def _offer_beside(self) -> None:
        """A question is put to all provinces: there is nothing to set beside, which the tool tip says."""
        free = not self.asked.currentData()
        self.beside.setEnabled(free)
        self.beside.setToolTip(
            "" if free else self.tr("“Ask all” speaks of every province: set it to “nothing” to compare two")
        )

    def _ask(self) -> None:
        if self._job is not None:
            self._job.forget()
        asked = _Asked(
            self.search.text().strip(),
            self.where.currentData(),
            self.beside.currentData(),
            self.asked.currentData(),
        )
        self._job = self._around.store_jobs.start(
            self, lambda _job: self._found(asked), done=lambda found: self._show(asked, found)
        )

    def _found(self, asked: _Asked) -> FilterAnswer | tuple[Comparison, ...] | tuple[RuleLine, ...]:
        if asked.question:
            return self._browser.answer(asked.question)
        if asked.beside:
            return self._browser.compare(asked.where, asked.beside)
        if asked.text:
            return self._browser.search(asked.text, province_key="" if asked.where == COMMON else asked.where)
        return self._browser.lines(asked.where)

    def _show(self, asked: _Asked, found: FilterAnswer | tuple[Comparison, ...] | tuple[RuleLine, ...]) -> None:
        silent = ""
        if isinstance(found, FilterAnswer):
            silent = "、".join(found.silent)
            lines: tuple[Comparison | RuleLine, ...] = tuple(each for each in found.yes if _has(each, asked.text))
        else:
            lines = tuple(each for each in found if not asked.beside or _has(each, asked.text))
        if asked.beside and not asked.question:
            self._show_comparison(asked, lines)
        else:
            self._show_lines(lines, named=bool(asked.question or asked.text))
        told = self.tr("%n line(s)", "", len(lines))
        if silent:
            told += " · " + self.tr("Nothing is stated for: {provinces}").format(provinces=silent)
        self.count.setText(told)
        self.count.setToolTip(told)
        self.shown.emit(len(lines))

    def _show_lines(self, lines: Iterable[Comparison | RuleLine], *, named: bool) -> None:
        heads = [self.tr("Rule"), self.tr("In words"), self.tr("State"), self.tr("Date"), self.tr("Confidence")]
        heads.append(self.tr("Source"))
        widths = [150, 0, 130, 92, 130, 0]
        rows = [(each, self._cells(each)) for each in lines if isinstance(each, RuleLine)]
        if named:
            heads.insert(0, self.tr("Province"))
            widths.insert(0, 76)
            rows = [(line, (Cell(line.province_zh), *cells)) for line, cells in rows]
        first = 1 if named else 0
        items = [TableRow(cells, line) for line, cells in rows]
        self.table.show_rows(heads, items, wide=(first + 1, first + 5), widths=widths)

    def _cells(self, line: RuleLine) -> tuple[Cell, ...]:
        states = {
            "leading": self.tr("Holds"),
            "older": self.tr("Superseded"),
            "silent": self.tr("Not stated"),
            "doubtful": self.tr("Doubtful"),
            "ended": self.tr("No longer holds"),
        }
        own = self.tr("Yours · {state}") if line.overlay else "{state}"
        tone = "info" if line.overlay and line.tone == "leading" else TONES[line.tone]
        words = f"{line.text}\n{line.note}" if line.note else line.text
        return (
            Cell(line.label),
            Cell(words),
            Cell(own.format(state=states[line.tone]), tone),
            Cell(line.as_of, order=line.dated or " "),
            Cell(self.facts.trust(line.confidence)),
            Cell(line.source),
        )

    def _show_comparison(self, asked: _Asked, lines: Iterable[Comparison | RuleLine]) -> None:
        names = [COMMON_ZH if key == COMMON else province(key).name_zh for key in (asked.where, asked.beside)]
        heads = (self.tr("Rule"), *names, self.tr("Alike"))
        alike, apart = Cell(self.tr("Same"), "muted"), Cell(self.tr("Different"), "warn")
        rows = [
            TableRow(
                (
                    Cell(each.label),
                    Cell(_side(each.left)),
                    Cell(_side(each.right)),
                    alike if each.same else apart,
                ),
                each,
            )
            for each in sorted((each for each in lines if isinstance(each, Comparison)), key=lambda each: each.same)
        ]
        self.table.show_rows(heads, rows, wide=(1, 2), widths=(150, 0, 0, 100))

    def _show_detail(self, item: RuleLine | Comparison | None) -> None:
        line = _line_of(item)
        self.copy.setEnabled(line is not None)
        self.correct.setEnabled(line is not None)
        self.withdraw.setVisible(line is not None and line.overlay)
        if self._detail_job is not None:
            self._detail_job.forget()
        if isinstance(item, Comparison):
            self._show_sections(
                Section(side[0].province_zh, tuple(_said(each) for each in side))
                for side in (item.left, item.right)
                if side
            )
        elif line is not None:
            where, key = line.province, line.key
            self._detail_job = self._around.store_jobs.start(
                self, lambda _job: self._browser.history(where, key), done=lambda said: self._show_history(line, said)
            )
        else:
            self._show_sections(())

    def _show_history(self, line: RuleLine, said: tuple[RuleLine, ...]) -> None:
        title = f"{line.province_zh}：{line.label}"
        others = tuple(_said(each, dated=True) for each in said if each != line)
        self._show_sections(
            (Section(title, (_said(line),)), Section(self.tr("Everything said of it, the oldest first"), others))
        )

    def _show_sections(self, sections: Iterable[Section]) -> None:
        self.facts.show_sections(sections)

    def _copy(self) -> None:
        item = self.table.current
        sides = (*item.left, *item.right) if isinstance(item, Comparison) else (item,) if item is not None else ()
        if sides:
            self._around.clipboard.copy("\n".join(each.customer_text for each in sides))
            self._around.notify(self.tr("Copied: the line for the customer"))

    def _correct(self) -> None:
        line = _line_of(self.table.current)
        if line is not None:
            self._work.correct(self, line.rule)

    def _withdraw(self) -> None:
        line = _line_of(self.table.current)
        if line is not None and line.overlay:
            self._work.withdraw_rule(line.rule)


def _line_of(item: RuleLine | Comparison | None) -> RuleLine | None:
    """The one line that a button acts on; of two provinces side by side the left one."""
    if isinstance(item, Comparison):
        return next(iter((*item.left, *item.right)), None)
    return item


def _side(lines: tuple[RuleLine, ...]) -> str:
    marked = (f"【本单位】{each.text}" if each.overlay else each.text for each in lines)
    return "\n".join(marked) or "—"


def _has(item: RuleLine | Comparison, text: str) -> bool:
    """Whether the words of the search stand in an answer."""
    lines = (*item.left, *item.right) if isinstance(item, Comparison) else (item,)
    where = "".join(f"{each.province_zh}{each.label}{each.text}{each.note}{each.source}" for each in lines).casefold()
    return all(word in where for word in text.casefold().split())


def _said(line: RuleLine, *, dated: bool = False) -> Statement:
    mark = {"older": "【已有更新的说法】", "silent": "【资料未提及】", "ended": "【不再执行】"}.get(line.tone, "")
    own = "【本单位补充】" if line.overlay else ""
    head = f"{line.as_of}　" if dated else ""
    tone = "doubtful" if line.tone == "doubtful" else ""
    return Statement(f"{head}{mark}{own}{line.text}", line.source, line.confidence, line.as_of, line.note, tone)

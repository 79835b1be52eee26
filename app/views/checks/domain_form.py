"""What domain verification begins with: the kind of filing, whose it is, the domains and what was seen of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid, Problem
from app.models.subject import SubjectRow
from app.rules.domains import parse_domain
from app.services.checks.domains import DomainChecks
from app.services.checks.facts import AgentDomainFacts, VerificationFacts, check_facts
from app.services.checks.facts_tables import FactsTable, read_facts_table
from app.services.checks.names import check_names
from app.services.checks.runs import CheckTarget
from app.services.subjects import Subjects
from app.views.checks.domain_facts_form import DomainFactsForm
from app.views.checks.filing_form import FilingForm
from app.views.checks.list_words import ListNote
from app.views.checks.start_strip import start_strip
from app.views.checks.words import CheckWords
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords, number
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button, heading, plain_label

_FACTS = Qt.ItemDataRole.UserRole
_SITE = Qt.ItemDataRole.UserRole + 1
MOST_SAID = 5
WIDTH = 900


@dataclass(frozen=True, slots=True)
class DomainWish:
    """What is to be verified, whether registries are asked, the stored subject it is for and its sites by domain."""

    facts: VerificationFacts
    ask_registry: bool
    subject_id: int | None
    sites: Mapping[str, int]


class DomainForm(QWidget):
    """Asks nobody.

    Signals:
        start_wanted: everything is filled in (`DomainWish`).
        listed: domains of a file or of the subject were put on the list.
        lists_wanted: the page of reference lists is to be shown.
    """

    start_wanted = Signal(object)
    listed = Signal()
    lists_wanted = Signal()

    def __init__(
        self, subjects: Subjects, checks: DomainChecks, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._checks = around, checks
        self.setAcceptDrops(True)
        self._words = CheckWords(around.languages.messages)
        self._records = RecordWords(around.languages.messages)
        self._shown: QListWidgetItem | None = None
        self.heads = [heading("", self) for _ in range(4)]
        self.registrars = ListNote(self._words, self)
        self.registrars.lists_wanted.connect(self.lists_wanted)
        self.filing = FilingForm(subjects, around.store_jobs, self._words, self._records, self)
        self.picker = self.filing.picker
        self.line = QLineEdit(self)
        self.add = action_button("", self._on_add, self, icon_name="plus")
        self.file = action_button("", self.choose_file, self, icon_name="folder-open")
        self.theirs = action_button("", self.add_theirs, self, icon_name="globe")
        self.names_error = FieldError(self)
        self.unread = plain_label("", "warning", self)
        self.unread.hide()
        self._rejected: Sequence[tuple[int, Problem]] = ()
        self.nothing = plain_label("", "hint", self)
        self.count = plain_label("", "hint", self)
        self.count.hide()
        self.list = QListWidget(self)
        self.list.setFixedWidth(240)
        self.remove = action_button("", self._on_remove, self, role="quiet")
        self.facts = DomainFactsForm(self._words, self._records, self)
        self.registry = QCheckBox(self)
        self.start = action_button("", self._on_start, self, icon_name="shield-check", role="primary")
        self.promise = plain_label("", "hint", self)
        self._lay_out()
        self.setFocusProxy(self.filing)
        self.picker.picked.connect(self._on_picked)
        self.line.returnPressed.connect(self._on_add)
        self.list.currentItemChanged.connect(lambda item, _before: self._on_item(item))
        self.facts.same_wanted.connect(self._on_same)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_start)
        self.retranslate()
        self._on_item(None)

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        for label, title in zip(
            self.heads,
            (
                self.tr("Filing"),
                self.tr("Domains"),
                self.tr("What you saw of the domain"),
                self.tr("Approved registrars"),
            ),
            strict=True,
        ):
            label.setText(title)
        self.filing.retranslate()
        self.line.setPlaceholderText(self.tr("Domains; Enter adds them"))
        self.line.setAccessibleName(self.tr("Domains"))
        self.add.setText(self.tr("Add"))
        self.file.setText(self.tr("From a file…"))
        self.file.setToolTip(
            self.tr("Excel, CSV or text; columns such as holder, registrar and expiry are taken along")
        )
        self.theirs.setText(self.tr("Domains of this subject"))
        self.remove.setText(self.tr("Remove"))
        self.list.setAccessibleName(self.tr("Domains"))
        self.registry.setText(self.tr("Also ask the registries (RDAP, WHOIS)"))
        self.start.setText(self.tr("Verify"))
        self.start.setToolTip(self.tr("Verify (Ctrl+Enter)"))
        self.promise.setText(
            self.tr("What is empty counts as not seen. The network is asked only now, and only if that is ticked.")
        )
        self.nothing.setText(
            self.tr("Add a domain, and note here what you saw of it: holder, real name, expiry, registrar.")
        )
        self.registrars.retranslate()
        self.facts.retranslate()
        self._show_unread()
        self._count()

    def add_domains(self, text: str) -> None:
        """Put domains on the list; those that cannot be read are said."""
        found = check_names([(1, text)])
        messages = self._around.languages.messages()
        said = "\n".join(messages.problem(problem) for _, problem in found.rejected)
        self.names_error.show_problem(said, self.line)
        self._put([(each.unicode, {}, None) for each in found.names])
        if found.names and not said:
            self.line.clear()

    def choose_file(self) -> None:
        """Ask for a table or a list."""
        path = self._around.prompts.open_file(
            self, self.tr("Domains to verify"), self.tr("Tables and lists (*.xlsx *.csv *.txt *.xls *.ods)")
        )
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Take the domains of a file with what was seen of them."""

        def done(found: FactsTable) -> None:
            self._put([(each.domain, _shown(each), None) for each in found.domains])
            self._rejected = found.rejected
            self._show_unread()
            self.listed.emit()

        self._around.free_jobs.start(self, lambda _job: read_facts_table(path), done=done)

    def _show_unread(self) -> None:
        messages = self._around.languages.messages()
        said = [
            self.tr("Line {line}: {problem}").format(line=line, problem=messages.problem(problem))
            for line, problem in self._rejected[:MOST_SAID]
        ]
        more = len(self._rejected) - len(said)
        if more:
            said.append(self.tr("and {count} more").format(count=number(more)))
        self.unread.setText("\n".join((self.tr("Not read:"), *said)))
        self.unread.setVisible(bool(said))

    def add_theirs(self) -> None:
        """Put the domains of the subject's sites on the list."""
        subject, checks = self.picker.subject, self._checks
        if subject is None:
            return

        def done(found: Sequence[CheckTarget]) -> None:
            self.put_targets(found)
            if not found:
                self._around.notify(self.tr("The store knows no domain of this subject."))
            self.listed.emit()

        self._around.store_jobs.start(self, lambda _job: checks.subject_targets(subject.id), done=done)

    def put_targets(self, targets: Sequence[CheckTarget]) -> None:
        """Put domains of the store on the list, with their sites."""
        self._put([(each.unicode, {}, each.site_id) for each in targets])

    @property
    def is_begun(self) -> bool:
        """Whether a filing or domains are filled in already."""
        return bool(self.list.count() or self.line.text().strip() or self.filing.name.text().strip())

    def _put(self, entries: Sequence[tuple[str, Mapping[str, Any], int | None]]) -> None:
        """Put domains with their facts and sites on the list; one that stands there keeps what was filled in."""
        present = {self.list.item(row).text(): self.list.item(row) for row in range(self.list.count())}
        for domain, facts, site_id in entries:
            item = present.get(domain)
            if item is None:
                item = present[domain] = QListWidgetItem(domain, self.list)
                item.setData(_FACTS, dict(facts))
            if site_id is not None:
                item.setData(_SITE, site_id)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._count()

    def _count(self) -> None:
        self.count.setText(self.tr("%n domain(s)", "", self.list.count()))
        some = self.list.count() > 0
        self.nothing.setVisible(not some)
        for part in self._of_domains:
            part.setVisible(some)

    def clear(self) -> None:
        """Another filing: nothing is filled in."""
        self._shown = None
        self.list.clear()
        self.line.clear()
        self._rejected = ()
        self._show_unread()
        self._count()
        self._on_item(None)

    def _on_add(self) -> None:
        self.add_domains(self.line.text())

    def _on_remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._shown = None
            self.list.takeItem(row)
            self._on_item(self.list.currentItem())
            self._count()

    def _on_item(self, item: QListWidgetItem | None) -> None:
        self._put_away()
        self._shown = item
        self.facts.show_facts(item.data(_FACTS) if item is not None else {})
        self.facts.setEnabled(item is not None)
        self.remove.setEnabled(item is not None)

    def _put_away(self) -> None:
        if self._shown is not None:
            self._shown.setData(_FACTS, self.facts.facts())

    def _on_picked(self, subject: SubjectRow | None) -> None:
        self.theirs.setEnabled(subject is not None)

    def _on_same(self) -> None:
        self.facts.show_facts(self.facts.facts() | self.filing.as_holder())

    def _on_start(self) -> None:
        if self.line.text().strip():
            self._on_add()
            if not self.names_error.isHidden():
                self.line.setFocus()
                return
        self._put_away()
        if not self.list.count():
            self.names_error.show_problem(self.tr("Add a domain first"), self.line)
            self.line.setFocus()
            return
        domains: list[dict[str, Any]] = []
        sites: dict[str, int] = {}
        for row in range(self.list.count()):
            item = self.list.item(row)
            facts = {key: value for key, value in item.data(_FACTS).items() if key != "number_masked"}
            domains.append({"domain": item.text(), **facts})
            if (site_id := item.data(_SITE)) is not None:
                sites[parse_domain(item.text()).registrable_ascii] = site_id
        raw = {
            "filing_type": self.filing.filing_type.currentData(),
            "subject": self.filing.subject_facts(),
            "domains": domains,
        }
        try:
            facts_given = check_facts(raw)
        except Invalid as error:
            self._show_invalid(error)
            return
        subject = self.picker.subject
        subject_id = subject.id if subject else None
        self.start_wanted.emit(DomainWish(facts_given, self.registry.isChecked(), subject_id, sites))

    def _show_invalid(self, error: Invalid) -> None:
        problem = error.problems[0]
        parts = problem.path.split(".")
        if len(parts) > 1 and parts[0] == "domains" and parts[1].isdecimal():
            self.list.setCurrentRow(int(parts[1]))
        words = self._around.languages.messages().text(problem.code, problem.facts)
        if parts[-1] in ("filed_on", "real_name_on", "expires_on", "seen_on"):
            words = self.tr("Write the day as 2027-05-01")
        self.facts.show_problem(parts[-1], words)

    def _lay_out(self) -> None:
        typed = QHBoxLayout()
        typed.setSpacing(GRID)
        typed.addWidget(self.line, 1)
        typed.addWidget(self.add)
        for button in (self.file, self.theirs):
            typed.addWidget(button)
        self.theirs.setEnabled(False)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.list, 1)
        left.addWidget(self.count)
        left.addWidget(self.remove)
        self._of_domains = (self.list, self.count, self.remove, self.heads[2], self.facts)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.heads[2])
        right.addWidget(self.facts)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self.heads[0])
        column.addWidget(self.filing)
        self.heads[1].setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.heads[1])
        column.addLayout(typed)
        column.addWidget(self.names_error)
        column.addWidget(self.unread)
        column.addWidget(self.nothing)
        column.addLayout(both)
        self.heads[3].setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.heads[3])
        column.addWidget(self.registrars)
        column.addStretch(1)
        inside = QWidget(self)
        set_role(inside, "page")
        middle = QWidget(inside)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        around = QHBoxLayout(inside)
        around.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        around.addWidget(middle, 1)
        around.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(start_strip(self, self.registry, self.start, self.promise))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read_file(paths[0])


def _shown(facts: AgentDomainFacts) -> dict[str, Any]:
    """Facts of a table as the fields show them."""
    return {
        name: value for name, value in facts.model_dump(mode="json", exclude_defaults=True).items() if name != "domain"
    }

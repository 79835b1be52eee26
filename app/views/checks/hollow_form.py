"""What a hollow-site check begins with: domains, resolvers, the provider's ranges, whether registries are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Problem, UserError
from app.services.checks.means import Resolver, system_resolvers
from app.services.checks.names import CheckName, CheckNames, check_names, read_names
from app.services.checks.runs import CheckTarget
from app.views.checks.list_words import ListNote
from app.views.checks.start_strip import start_strip
from app.views.checks.words import CheckWords
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button, heading, plain_label
from app.views.widgets.layouts import empty

MOST_SAID = 5
WIDTH = 760


@dataclass(frozen=True, slots=True)
class Listed:
    """Domains from a file or, with an empty label, from the table of sites, beside those that are typed.

    Attributes:
        unread: lines of the file that could not be read, by number; put in words in the language of the moment.
        without: how many of the sites have no domain.
    """

    label: str
    targets: tuple[CheckName | CheckTarget, ...]
    unread: tuple[tuple[int, Problem], ...] = ()
    without: int = 0


@dataclass(frozen=True, slots=True)
class HollowWish:
    """What is to be checked, and how."""

    targets: tuple[CheckName | CheckTarget, ...]
    resolvers: tuple[Resolver, ...]
    ask_registry: bool


class HollowForm(QWidget):
    """Asks nobody; the network is asked by whoever answers `start_wanted`.

    Signals:
        start_wanted: everything is filled in (`HollowWish`).
        listed: a file was read.
        lists_wanted: the page of reference lists is to be shown.
    """

    start_wanted = Signal(object)
    listed = Signal()
    lists_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        parent: QWidget | None = None,
        *,
        resolvers: Callable[[], Sequence[Resolver]] = system_resolvers,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._sources: list[Listed] = []
        self.setAcceptDrops(True)
        inside = QWidget(self)
        set_role(inside, "page")
        self.heads = [heading("", inside) for _ in range(4)]
        self.names = QPlainTextEdit(inside)
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(132)
        self.names_error = FieldError(inside)
        self.file = action_button("", self.choose_file, inside, icon_name="folder-open")
        self._listed = QVBoxLayout()
        self._listed.setSpacing(GRID // 2)
        self.resolvers = QLineEdit(inside)
        self.resolvers_hint = plain_label("", "hint", inside)
        self.resolvers_error = FieldError(inside)
        self.ranges = ListNote(CheckWords(around.languages.messages), inside)
        self.ranges.lists_wanted.connect(self.lists_wanted)
        self.registry = QCheckBox(inside)
        self.registry_hint = plain_label("", "hint", inside)
        self.start = action_button("", self._on_start, inside, icon_name="shield-check", role="primary")
        self.promise = plain_label("", "hint", inside)
        self._lay_out(inside)
        self.setFocusProxy(self.names)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_start)
        self.retranslate()
        around.free_jobs.start(self, lambda _job: resolvers(), done=self._on_resolvers, failed=self._on_no_resolvers)

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        titles = (
            self.tr("Domains"),
            self.tr("Resolvers"),
            self.tr("The access provider's addresses"),
            self.tr("Has the domain lapsed?"),
        )
        for label, title in zip(self.heads, titles, strict=True):
            label.setText(title)
        self.names.setPlaceholderText(self.tr("One or several a line; addresses of pages count as their domain"))
        self.names.setAccessibleName(titles[0])
        self.file.setText(self.tr("From a file…"))
        self.file.setToolTip(self.tr("Text, CSV or Excel; the column of domains is found by its title"))
        self.resolvers.setAccessibleName(titles[1])
        self.resolvers_hint.setText(
            self.tr("This computer's own, unless you change them. Several resolvers establish more than one alone.")
        )
        self.registry.setText(self.tr("Also ask the registries (RDAP, WHOIS)"))
        self.registry_hint.setText(
            self.tr(
                "One question a second to each registry. Without this a good resolution stays open, since nobody looked "
                "whether the domain has lapsed."
            )
        )
        self.start.setText(self.tr("Start the check"))
        self.start.setToolTip(self.tr("Start (Ctrl+Enter)"))
        self.promise.setText(
            self.tr("Only now are questions sent to the network: to these resolvers, and to registries if ticked.")
        )
        self.ranges.retranslate()
        self._show_sources()

    def choose_file(self) -> None:
        """Ask for a list of domains."""
        path = self._around.prompts.open_file(
            self, self.tr("Domains to check"), self.tr("Lists (*.txt *.csv *.xlsx *.xls *.ods)")
        )
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Take the domains of a file."""

        def done(found: CheckNames) -> None:
            self.add(Listed(path.name, found.names, tuple(found.rejected)))
            self.listed.emit()

        self._around.free_jobs.start(self, lambda _job: read_names(path), done=done)

    def add(self, listed: Listed) -> None:
        """Domains from elsewhere; a list of the same name is replaced."""
        self._sources = [each for each in self._sources if each.label != listed.label] + [listed]
        self.names_error.show_problem("", self.names)
        self._show_sources()

    def clear(self) -> None:
        """Nothing is to be checked any more; resolvers and ranges stay."""
        self.names.clear()
        self._sources = []
        self._show_sources()

    def _on_start(self) -> None:
        text, sources = self.names.toPlainText(), tuple(self._sources)
        self.names_error.show_problem("", self.names)
        self.resolvers_error.show_problem("", self.resolvers)
        messages = self._around.languages.messages()
        try:
            parts = self.resolvers.text().replace(",", " ").replace("，", " ").replace(";", " ").split()
            resolvers = tuple(dict.fromkeys(map(Resolver.of, parts)))
        except UserError as error:
            self.resolvers_error.show_problem(messages.error(error), self.resolvers)
            self.resolvers.setFocus()
            return
        if not resolvers:
            self.resolvers_error.show_problem(self.tr("Name at least one resolver, such as 192.0.2.1"), self.resolvers)
            self.resolvers.setFocus()
            return

        def done(typed: CheckNames) -> None:
            self.start.setEnabled(True)
            if typed.rejected:
                said = [
                    self.tr("Line {line}: {problem}").format(line=line, problem=messages.problem(problem))
                    for line, problem in typed.rejected[:MOST_SAID]
                ]
                more = len(typed.rejected) - len(said)
                self.names_error.show_problem("\n".join(said) + ("\n…" if more else ""), self.names)
                self.names.setFocus()
                return
            every = {each.ascii: each for each in typed.names}
            # A target of the store's table knows its site; it counts more than the bare name.
            for listed in sources:
                for each in listed.targets:
                    if each.ascii not in every or isinstance(each, CheckTarget):
                        every[each.ascii] = each  # type: ignore[assignment]
            if not every:
                self.names_error.show_problem(self.tr("Type a domain, or take a file"), self.names)
                self.names.setFocus()
                return
            self.start_wanted.emit(HollowWish(tuple(every.values()), resolvers, self.registry.isChecked()))

        def failed(error: Exception) -> None:
            self.start.setEnabled(True)
            if not isinstance(error, UserError):
                raise error
            self.names_error.show_problem(messages.error(error), self.names)

        def work(_job: Job) -> CheckNames:
            return check_names(enumerate(text.splitlines(), 1))

        self.start.setEnabled(False)
        self._around.free_jobs.start(self, work, done=done, failed=failed)

    def _on_resolvers(self, found: Sequence[Resolver]) -> None:
        if not self.resolvers.text():
            self.resolvers.setText(", ".join(map(str, found)))

    def _on_no_resolvers(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.resolvers_hint.setText(self.tr("This computer has no resolver configured: name one."))

    def _show_sources(self) -> None:
        empty(self._listed)
        for listed in self._sources:
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GRID)
            words = self.tr("{name}: %n domain(s)", "", len(listed.targets)).format(
                name=listed.label or self.tr("From the table of sites")
            )
            row.addWidget(plain_label(words, "label", line), 1)
            remove = action_button(self.tr("Remove"), partial(self._remove, listed), line, role="link")
            row.addWidget(remove)
            self._listed.addWidget(line)
            said = self._not_read(listed)
            if said:
                self._listed.addWidget(plain_label(self.tr("Not read:") + "\n" + "\n".join(said), "warning", self))

    def _not_read(self, listed: Listed) -> list[str]:
        messages = self._around.languages.messages()
        said = [
            self.tr("Line {line}: {problem}").format(line=line, problem=messages.problem(problem))
            for line, problem in listed.unread[:MOST_SAID]
        ]
        if len(listed.unread) > MOST_SAID:
            said.append(self.tr("and {count} more").format(count=number(len(listed.unread) - MOST_SAID)))
        if listed.without:
            said.append(self.tr("%n site(s) without a domain", "", listed.without))
        return said

    def _remove(self, listed: Listed) -> None:
        self._sources.remove(listed)
        self._show_sources()
        self.names.setFocus()

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        beside = QHBoxLayout()
        beside.addWidget(self.file)
        beside.addStretch(1)
        parts: tuple[tuple[QLabel, tuple[QWidget | QHBoxLayout | QVBoxLayout, ...]], ...] = (
            (self.heads[0], (self.names, self.names_error, beside, self._listed)),
            (self.heads[1], (self.resolvers, self.resolvers_error, self.resolvers_hint)),
            (self.heads[2], (self.ranges,)),
            (self.heads[3], (self.registry, self.registry_hint)),
        )
        for title, widgets in parts:
            title.setContentsMargins(0, GRID, 0, 0)
            column.addWidget(title)
            for each in widgets:
                column.addWidget(each) if isinstance(each, QWidget) else column.addLayout(each)
        column.addStretch(1)
        middle = QWidget(inside)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        layout.addWidget(middle, 1)
        layout.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(start_strip(self, self.start, self.promise))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read_file(paths[0])

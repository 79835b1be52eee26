"""What can be begun from a subject or a site besides a deregistration: other papers, a plan of changes, a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.models.subject import SubjectRow
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.surroundings import Surroundings

FLOWS = ("transfer", "mailbox_reset")
"""Wizards that start from a record; a deregistration has a button of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where each of them leads.

    Attributes:
        start_flow: a wizard (flow, `subject` or `site`, id).
        flow_names: what the wizards are called in the language now set.
        letter_menu: the letters for a record (parent, kind, id).
        plan_change: the plan of its changes (`subject` or `site`, id).
        begin_case: a case of a subject, or of its site (subject, site's id or None).
    """

    start_flow: Callable[[str, str, int], object]
    flow_names: Callable[[], dict[str, str]]
    letter_menu: Callable[[QWidget, str, int], QMenu]
    plan_change: Callable[[str, int], object]
    begin_case: Callable[[SubjectRow, int | None], object]


class RecordWays(QObject):
    """Offers them as a menu."""

    def __init__(
        self, around: Surroundings, subjects: Subjects, sites: Sites, ways: Ways, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around, self._subjects, self._sites, self._ways, self._window = around, subjects, sites, ways, window

    def offer(self, kind: str, record_id: int, at: QPoint) -> None:
        """Show what can be begun from a record at this place of the screen."""
        self.menu(kind, record_id).popup(at)

    def menu(self, kind: str, record_id: int) -> QMenu:
        """Everything that can be begun from a record (`subject` or `site`)."""
        menu, ways, names = QMenu(self._window), self._ways, self._ways.flow_names()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for flow in FLOWS:
            start = menu.addAction(names[flow])
            start.triggered.connect(lambda _checked, flow=flow: ways.start_flow(flow, kind, record_id))
        letters = ways.letter_menu(menu, kind, record_id)
        letters.setTitle(self.tr("Write a letter"))
        menu.addMenu(letters)
        menu.addSeparator()
        menu.addAction(self.tr("Plan a change…")).triggered.connect(lambda _checked: ways.plan_change(kind, record_id))
        menu.addAction(self.tr("Begin a case…")).triggered.connect(lambda _checked: self._begin_case(kind, record_id))
        return menu

    def _begin_case(self, kind: str, record_id: int) -> None:
        subjects, sites, begin = self._subjects, self._sites, self._ways.begin_case
        site = record_id if kind == "site" else None

        def read() -> SubjectRow:
            return subjects.get(sites.get(record_id).subject_id if kind == "site" else record_id)

        self._around.store_jobs.start(self, lambda _job: read(), done=lambda row: begin(row, site))

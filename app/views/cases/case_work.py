"""What every piece of the page of cases works with: the services, and one way of doing something to a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.models.document import DocumentRow
from app.services.case_purging import Purging
from app.services.case_replies import CaseReplies
from app.services.case_settings import DeskSettings
from app.services.case_starts import CaseStarts
from app.services.cases import Cases
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.reminders import Reminders
from app.services.replies import Replies
from app.services.sending import SendingDesk
from app.services.subjects import Subjects
from app.views.surroundings import Surroundings

if TYPE_CHECKING:
    from app.services.fresh_prints import FreshPrints
    from app.services.materials import Materials


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseServices:
    """The services of the page of cases.

    `reprint` makes a document again by its id, `make_anew` a packet with further enclosures (their ids) as of a day; both
    in the lane of the store. `choose_letter` offers the letters for a case and its procedure. What takes a while to load
    is had when first needed: what reads pictures from `make_materials`, always the same one, what makes old papers anew
    from `make_fresh`, in the lane of the store. `complete_paper` opens the wizard or the letter of a document (its id)
    with its kept values, for what a newer edition asks beyond them.
    """

    cases: Cases
    starts: CaseStarts
    purging: Purging
    make_materials: Callable[[], Materials]
    sending: SendingDesk
    replies: CaseReplies
    own_replies: Replies
    drafts: Drafts
    reminders: Reminders
    desk: DeskSettings
    subjects: Subjects
    reprint: Callable[[int], bytes]
    make_anew: Callable[[DocumentRow, Sequence[int], date], Change]
    choose_letter: Callable[[int, str], object] | None = None
    make_fresh: Callable[[], FreshPrints] | None = None
    complete_paper: Callable[[int], object] | None = None

    @property
    def materials(self) -> Materials:
        """Enclosures."""
        return self.make_materials()


class CaseWork(QObject):
    """Does things to cases on the store's lane and tells everybody; what can be taken back goes into the undo history."""

    def __init__(
        self,
        around: Surroundings,
        services: CaseServices,
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self.around, self.services, self.today = around, services, today

    def run(
        self,
        asker: QWidget,
        work: Callable[[], Any],
        *,
        said: str = "",
        step: str = "",
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        again: int | None = None,
    ) -> None:
        """Do it; a `Change` (or what carries one as `change`) goes to all views.

        Args:
            asker: over which an error is shown, and whose end ends the handlers.
            said: a notice for afterwards; what can be undone gets its button with it.
            step: what the undo history calls it where nothing is said.
            failed: takes the error instead of a dialog.
            again: the case to read again after an error.
        """

        def on_done(result: Any) -> None:
            change = result if isinstance(result, Change) else getattr(result, "change", None)
            if isinstance(change, Change) and change:
                self.around.undo.add(said or step, change, self.services.cases.undo)
                self.around.changes.changed.emit(change)
                if said:
                    undo = self.around.undo.undo if change.undo is not None else None
                    self.around.notify(said, undo=undo)
            if done is not None:
                done(result)

        def on_failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            (failed or (lambda each: self.around.prompts.show_error(asker, each)))(error)
            if again is not None:
                self.around.changes.changed.emit(Change(cases=frozenset({again})))

        self.around.store_jobs.start(asker, lambda _job: work(), done=on_done, failed=on_failed)

    def day(self, day: date | None, *, long: bool = False) -> str:
        """A day as the window's language writes it."""
        if day is None:
            return ""
        shape = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
        return self.around.languages.locale.toString(QDate(day), shape)

    def moment(self, at: datetime) -> str:
        """A moment in this computer's time."""
        moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
        return self.around.languages.locale.toString(moment, QLocale.FormatType.ShortFormat)

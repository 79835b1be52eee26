"""The services of the page of cases; what takes a while to load is loaded when first needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.db.database import Database
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
from app.views.cases.case_work import CaseServices

if TYPE_CHECKING:
    from app.services.fresh_prints import FreshPrints
    from app.services.materials import Materials


def make_case_services(
    database: Database,
    actor: str,
    *,
    drafts: Drafts,
    subjects: Subjects,
    cases: Cases,
    own_replies: Replies,
    desk: DeskSettings,
    reprint: Callable[[int], bytes],
    offer_letter: Callable[[int, str], object],
    complete_paper: Callable[[int], object],
) -> CaseServices:
    """Over an open store; `reprint`, `offer_letter` and `complete_paper` belong to what makes paper."""
    late = _Late(database, actor)
    return CaseServices(
        cases=cases,
        starts=CaseStarts(database, actor=actor),
        purging=Purging(database, actor=actor),
        make_materials=late.materials,
        sending=SendingDesk(database, actor=actor),
        replies=CaseReplies(database, actor=actor, templates=own_replies.templates),
        own_replies=own_replies,
        drafts=drafts,
        reminders=Reminders(database, actor=actor),
        desk=desk,
        subjects=subjects,
        reprint=reprint,
        make_fresh=late.fresh_prints,
        choose_letter=offer_letter,
        make_anew=late.make_anew,
        complete_paper=complete_paper,
    )


class _Late:
    """What reads pictures and makes paper; asked for in the lane of the store only."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor
        self._enclosures: Materials | None = None

    def materials(self) -> Materials:
        """Enclosures, always the same service."""
        if self._enclosures is None:
            from app.services.materials import Materials

            self._enclosures = Materials(self._database, actor=self._actor)
        return self._enclosures

    def fresh_prints(self) -> FreshPrints:
        """Documents of cases made anew."""
        from app.services.fresh_prints import FreshPrints

        return FreshPrints(self._database, actor=self._actor)

    def make_anew(self, packet: DocumentRow, material_ids: Sequence[int], today: date) -> Change:
        """A packet with further enclosures."""
        from app.services.packet_additions import PacketAdditions

        return PacketAdditions(self._database, actor=self._actor).make_anew(packet, material_ids, today)

"""Several steps on the same records, taken back one after the other and done again."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.db.database import Database
from app.models.document import Document
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases, CaseWhole
from app.services.changes import Change
from app.services.sending import Sending, SendingDesk
from app.services.undo import Undo, rebased

TODAY = date(2026, 9, 30)


class History:
    """What the window's undo history does with the steps."""

    def __init__(self, cases: Cases) -> None:
        self.cases = cases
        self.done: list[Undo] = []
        self.taken: list[Undo] = []

    def add(self, change: Change) -> None:
        assert change.undo is not None, "every step can be taken back"
        self.done.append(change.undo)

    def move(self, source: list[Undo], target: list[Undo]) -> None:
        step = source.pop()
        redo = self.cases.undo(step).undo
        assert redo is not None
        for steps in (self.done, self.taken):
            steps[:] = [rebased(each, step, redo) for each in steps]
        target.append(redo)


def standing(whole: CaseWhole) -> tuple[object, ...]:
    """What an agent sees of a case."""
    case, [paper] = whole.case, whole.documents
    items = tuple((item.id, item.title, item.note, item.done_at is not None, item.due_at) for item in whole.items)
    how = (paper.sent_on, paper.carrier, paper.tracking_number)
    return (
        case.state,
        case.owner,
        case.note,
        case.due_on,
        tuple(map(str, case.due_steps)),
        case.closing_reason,
        items,
        how,
    )


def test_a_days_work_on_one_case_is_taken_back_and_done_again(database: Database) -> None:
    cases = Cases(database, actor="小林")
    case_id = CaseStarts(database, actor="小林").create(CaseStart("transfer_offline"), TODAY)[0]
    with database.transaction() as session:
        made = datetime(2026, 9, 28, 8, tzinfo=UTC)
        session.add(Document(case_id=case_id, kind="packet", title="线下转移", made_at=made, pages=3))
    desk, history = SendingDesk(database, actor="小林"), History(cases)
    seen = [standing(cases.whole(case_id))]

    def done(change: Change) -> None:
        history.add(change)
        seen.append(standing(cases.whole(case_id)))

    done(cases.set_item_done(cases.items(case_id)[0], True))
    done(cases.set_item_note(cases.items(case_id)[0], "原件已核"))
    done(cases.add_item(case_id, "寄出", kind="send"))
    done(cases.set_owner([cases.get(case_id)], "小周"))
    done(cases.move_due(cases.get(case_id), date(2026, 10, 20), "客户出差"))
    done(desk.mark_sent(cases.documents(case_id)[0], Sending(TODAY, "EMS", "EX123"), TODAY))
    done(desk.mark_unsent(cases.documents(case_id)[0]))
    done(cases.remove_item(cases.items(case_id)[-1]))
    done(cases.reckon_due(cases.get(case_id), date(2026, 10, 9)))
    done(cases.set_state(cases.get(case_id), "closed", reason="客户撤回"))
    for _ in range(2):
        for before in reversed(seen[:-1]):
            history.move(history.done, history.taken)
            assert standing(cases.whole(case_id)) == before
        for after in seen[1:]:
            history.move(history.taken, history.done)
            assert standing(cases.whole(case_id)) == after
    undone = [event for event in cases.history(case_id) if event.detail.get("undo")]
    assert len(undone) >= 40 and {event.actor for event in undone} == {"小林"}, "the history shows both ways"
    moved = [event.detail for event in undone if event.detail.get("moved") == "state"]
    assert {(each["from"], each["to"]) for each in moved} >= {
        ("closed", "waiting_administration"),
        ("waiting_administration", "open"),
    }

"""Cases as services drive them: begun, moved, handed over, sent, reminded of, closed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.models.document import Document
from app.rules.case_deadlines import follow_up_day
from app.rules.case_states import case_states, check_move, material_kind
from app.rules.guidance import Mark
from app.rules.in_force import SHIPPED
from app.rules.procedures import procedure, procedure_ids
from app.services.case_queries import VIEWS, CaseQuery
from app.services.case_replies import CaseReplies, as_html, missing_materials
from app.services.case_settings import DeskRules, DeskSettings
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases
from app.services.changes import Change
from app.services.reminders import Reminders
from app.services.search import Search
from app.services.sending import Sending, SendingDesk
from app.services.sites import Sites
from app.services.subjects import Subjects

TODAY = date(2026, 9, 28)
NOON = datetime(2026, 9, 28, 12, tzinfo=UTC)


@pytest.fixture
def cases(database: Database) -> Cases:
    return Cases(database, actor="小林")


@pytest.fixture
def begin(database: Database) -> Callable[..., int]:
    def make(procedure_id: str = "transfer_offline", today: date = TODAY, **values: Any) -> int:
        return CaseStarts(database, actor="小林").create(CaseStart(procedure_id, **values), today)[0]

    return make


def take_back(cases: Cases, change: Change) -> Change:
    assert change.undo is not None
    return cases.undo(change.undo)


def query(view: str, **values: Any) -> CaseQuery:
    return CaseQuery(sort=values.pop("sort", "number"), view=view, owner="小林", now=NOON, **values)


@pytest.mark.parametrize("procedure_id", procedure_ids())
def test_a_case_begins_with_the_materials_and_steps_of_its_procedure(
    cases: Cases, begin: Callable[..., int], procedure_id: str
) -> None:
    whole = cases.whole(begin(procedure_id, customer="王女士", ticket_number="T-1"))
    told = procedure(procedure_id)
    papers = [each.text for each in told.materials["unit"] if not each.has(Mark.SUPERSEDED)]
    assert [item.title for item in whole.items if item.kind != "step"] == papers
    steps = [each for each in told.steps if not each.has(Mark.SUPERSEDED)]
    assert sum(item.kind == "step" for item in whole.items) == len(steps)
    assert whole.case.due_on is not None and whole.case.due_steps, "every case has a day and its arithmetic"
    assert whole.case.owner == "小林" and told.title in whole.case.title
    wanted = [item for item in whole.items if item.material_id is not None]
    assert {material.id for material in whole.materials} == {item.material_id for item in wanted}


def test_a_case_takes_number_and_province_from_its_filing(
    database: Database, cases: Cases, begin: Callable[..., int], subject_values: Any, site_values: Any
) -> None:
    [subject] = Subjects(database, "t").create(subject_values(1)).subjects
    [site] = Sites(database, "t").create(subject, site_values(1)).sites
    whole = cases.whole(begin(site_id=site))
    assert (whole.case.subject_id, whole.case.filing_number) == (subject, "京ICP备10000001号-1")
    assert whole.case.province == "beijing" and [each.id for each in whole.sites] == [site]
    [hit] = Search(database).find(whole.case.number)
    assert (hit.kind, hit.id) == ("case", whole.case.id)
    change = cases.link(whole.case, subject_id=None, site_id=None)
    assert cases.get(whole.case.id).filing_number == ""
    take_back(cases, change)
    assert cases.get(whole.case.id).site_id == site


def test_an_individual_is_asked_for_other_materials(
    database: Database, cases: Cases, begin: Callable[..., int]
) -> None:
    unit = {item.title for item in cases.items(begin())}
    individual = {item.title for item in cases.items(begin(subject_kind="individual"))}
    assert "企业申请人授权委托书" in unit - individual


def test_every_state_can_be_reached_and_left() -> None:
    known = case_states()
    for state in known.values():
        assert set(state.moves) <= set(known) and state.id not in state.moves
        refused = set(known) - set(state.moves) - {state.id}
        assert bool(refused) == bool(state.refused), "a refusal always has a reason"
        for each in refused:
            with pytest.raises(UserError) as error:
                check_move(state.id, each)
            assert error.value.code == state.refused
    with pytest.raises(UserError) as error:
        check_move("open", "lost")
    assert error.value.code == "cases.unknown_state"


def test_closing_past_open_lines_needs_a_reason(cases: Cases, begin: Callable[..., int]) -> None:
    case = cases.get(begin())
    with pytest.raises(UserError) as error:
        cases.set_state(case, "closed", reason="  ")
    assert error.value.code == "cases.open_items"
    cases.set_state(case, "closed", reason="客户撤回")
    closed = cases.get(case.id)
    assert closed.closing_reason == "客户撤回" and closed.closed_at is not None
    with pytest.raises(UserError) as error:
        cases.set_state(closed, "waiting_customer")
    assert error.value.code == "cases.reopen_first"
    cases.set_state(closed, "open")
    assert cases.get(case.id).closed_at is None


def test_a_second_editor_is_told(cases: Cases, begin: Callable[..., int]) -> None:
    case = cases.get(begin())
    cases.update(case, {"note": "先到"})
    for work in (lambda: cases.update(case, {"note": "后到"}), lambda: cases.set_state(case, "waiting_customer")):
        with pytest.raises(UserError) as error:
            work()
        assert error.value.code == "cases.changed_elsewhere"
    with pytest.raises(Invalid):
        cases.update(cases.get(case.id), {"customer": "长" * 201})


def test_many_cases_move_together_or_not_at_all_and_come_back(cases: Cases, begin: Callable[..., int]) -> None:
    ids = [begin() for _ in range(3)]
    change = cases.set_states(cases.rows(ids), "waiting_customer")
    assert change.cases == frozenset(ids)
    redo = take_back(cases, change)
    assert {row.state for row in cases.rows(ids)} == {"open"}
    take_back(cases, redo)
    assert {row.state for row in cases.rows(ids)} == {"waiting_customer"}
    handed = cases.set_owner(cases.rows(ids), "小周")
    assert len(cases.ids(query("mine"))) == 0 and "小周" in cases.owners()
    take_back(cases, handed)
    assert len(cases.ids(query("mine"))) == 3
    cases.set_state(cases.get(ids[1]), "closed", reason="重复")
    with pytest.raises(UserError) as error:
        cases.set_states(cases.rows(ids), "waiting_provider")
    assert error.value.code == "cases.not_all"
    assert [row.state for row in cases.rows(ids)] == ["waiting_customer", "closed", "waiting_customer"]


def test_views_hold_what_they_say_and_their_counts_agree(cases: Cases, begin: Callable[..., int]) -> None:
    late, today, later, clock, others, closed = (begin() for _ in range(6))
    for case_id, due in ((late, TODAY - timedelta(1)), (today, TODAY), (later, TODAY + timedelta(5))):
        cases.move_due(cases.get(case_id), due, "试")
    for case_id in (clock, others, closed):
        cases.move_due(cases.get(case_id), TODAY + timedelta(9), "试")
    cases.set_item_clock(cases.items(clock)[0], NOON - timedelta(hours=20))
    cases.set_owner([cases.get(others)], "小周")
    cases.move_due(cases.get(closed), TODAY, "试")
    cases.set_state(cases.get(closed), "closed", reason="试")
    cases.set_state(cases.get(later), "waiting_provider")
    expected = {
        "active": {late, today, later, clock, others},
        "mine": {late, today, later, clock},
        "due_today": {today, clock},
        "overdue": {late},
        "waiting_customer": set(),
        "waiting_provider": {later},
        "waiting_administration": set(),
        "closed": {closed},
    }
    assert tuple(expected) == VIEWS
    assert {view: set(cases.ids(query(view))) for view in VIEWS} == expected
    assert cases.view_counts(NOON) == {view: len(ids) for view, ids in expected.items()}
    by_day = cases.ids(query("active", sort="due_on"))
    assert list(by_day)[:2] == [late, today]


def test_reminders_name_own_cases_and_clocks(database: Database, cases: Cases, begin: Callable[..., int]) -> None:
    late, today, others = begin(), begin(), begin()
    cases.move_due(cases.get(late), TODAY - timedelta(3), "试")
    cases.move_due(cases.get(today), TODAY, "试")
    cases.move_due(cases.get(others), TODAY, "试")
    cases.set_owner([cases.get(others)], "小周")
    due = Reminders(database, actor="小林").due(NOON)
    assert [row.id for row in due.overdue] == [late] and [row.id for row in due.today] == [today]
    item = cases.items(today)[-1]
    cases.set_item_clock(item, NOON - timedelta(hours=1))
    [clock] = Reminders(database, actor="小林").due(NOON).clocks
    assert clock.due_at == NOON + timedelta(hours=23), "24 hours, whatever the day"
    cases.set_item_done(cases.items(today)[-1], True)
    assert Reminders(database, actor="小林").due(NOON).clocks == ()


@pytest.mark.parametrize(
    ("procedure_id", "province", "start", "due"),
    [
        ("transfer_offline", "", date(2024, 9, 27), date(2024, 10, 8)),
        ("transfer_offline", "", date(2025, 1, 24), date(2025, 2, 5)),
        ("transfer_offline", "", date(2026, 9, 29), date(2026, 10, 9)),
        ("reset_wanwang_mailbox", "", date(2026, 2, 12), date(2026, 2, 14)),
        ("deregister_offline_other_unit", "hunan", date(2026, 9, 25), date(2026, 10, 9)),
        ("deregister_offline_other_unit", "hunan", date(2026, 11, 23), date(2026, 11, 27)),
    ],
)
def test_deadlines_equal_those_counted_by_hand(procedure_id: str, province: str, start: date, due: date) -> None:
    """国庆 and 春节 with their make-up Saturdays and Sundays, and Hunan's Fridays."""
    found = follow_up_day(procedure_id, province, start, SHIPPED)
    assert found.deadline.due == due
    assert found.steps()[0]["kind"] == "note" and len(found.steps()) > 1


def test_moving_a_day_keeps_the_reason_in_the_arithmetic(cases: Cases, begin: Callable[..., int]) -> None:
    case = cases.get(begin())
    with pytest.raises(UserError) as error:
        cases.move_due(case, TODAY, " ")
    assert error.value.code == "cases.reason_missing"
    change = cases.move_due(case, date(2026, 10, 20), "客户出差")
    moved = cases.get(case.id)
    assert moved.due_on == date(2026, 10, 20) and "客户出差" in moved.due_steps[-1]["zh"]
    take_back(cases, change)
    assert cases.get(case.id).due_on == case.due_on


def test_sending_reckons_the_deadline_from_that_day(
    database: Database, cases: Cases, begin: Callable[..., int]
) -> None:
    case_id = begin("deregister_offline_hollow_subject")
    cases.add_item(case_id, "寄出", kind="send")
    made = datetime(2026, 9, 28, 8, tzinfo=UTC)
    with database.transaction() as session:
        session.add(Document(case_id=case_id, kind="packet", title="注销申请", made_at=made, pages=3))
    [document] = cases.documents(case_id)
    desk = SendingDesk(database, actor="小林")
    for wrong, code in ((date(2026, 9, 20), "cases.sent_before_made"), (date(2026, 11, 1), "cases.sent_in_future")):
        with pytest.raises(Invalid) as error:
            desk.mark_sent(document, Sending(wrong), date(2026, 10, 9))
        assert error.value.problems[0].code == code
    desk.mark_sent(document, Sending(date(2026, 9, 30), " EMS ", "EX123"), date(2026, 10, 9))
    [sent] = cases.documents(case_id)
    assert (sent.sent_on, sent.carrier, sent.tracking_number) == (date(2026, 9, 30), "EMS", "EX123")
    case = cases.get(case_id)
    assert case.state == "waiting_administration"
    assert case.due_on == date(2026, 10, 13), "five working days: 8, 9, the make-up Saturday 10, 12, 13 October"
    assert next(item for item in cases.items(case_id) if item.kind == "send").done_by == "小林"
    desk.mark_unsent(sent)
    assert cases.documents(case_id)[0].sent_on is None


def test_the_history_tells_everything_of_a_case(cases: Cases, begin: Callable[..., int]) -> None:
    case_id = begin()
    item = cases.items(case_id)[0]
    cases.set_item_done(item, True)
    cases.set_item_note(cases.items(case_id)[0], "原件已核")
    cases.set_state(cases.get(case_id), "waiting_provider")
    told = [(event.record, event.action, event.title) for event in cases.history(case_id)]
    assert told[0][0] == "case" and told[-1] == ("case", "create", "")
    assert ("case_item", "change", item.title) in told
    assert all(event.actor == "小林" for event in cases.history(case_id))
    assert "原件已核" not in str([event.detail for event in cases.history(case_id)])


def test_replies_ask_for_what_is_missing(database: Database, cases: Cases, begin: Callable[..., int]) -> None:
    DeskSettings(database, actor="t").save(DeskRules(provider_name="示例云", agent_name="小林", contact_channel="工单"))
    case_id = begin(customer="王女士", ticket_number="T-9")
    whole = cases.whole(case_id)
    assert "企业申请人授权委托书" in missing_materials(whole)
    replies = CaseReplies(database, actor="小林").of(case_id, TODAY)
    [reply] = [each for each in replies if each.suggested]
    assert reply.template.stage == "materials_incomplete" and reply.filled.complete
    assert "王女士" in reply.filled.text and "· 企业申请人授权委托书" in reply.filled.text
    done = next(item for item in whole.items if item.title == "企业申请人授权委托书")
    cases.set_item_done(done, True)
    [reply] = [each for each in CaseReplies(database, actor="小林").of(case_id, TODAY) if each.suggested]
    assert "授权委托书" not in reply.filled.text
    gaps = [each for each in CaseReplies(database, actor="小林").of(case_id, TODAY) if not each.filled.complete]
    assert gaps and all("【" in each.filled.text for each in gaps), "a missing variable is shown, never empty"


def test_html_of_a_reply_is_never_read_as_markup() -> None:
    assert as_html("您好：\n<b>\n\n完") == "<p>您好：<br>\n&lt;b&gt;</p>\n<p>完</p>\n"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("手持身份证半身照", "holding_photo"), ("申请人身份证正反面", "id_card_copy"), ("营业执照等单位证件复印件", "unit_certificate_copy"),
     ("法定代表人和申请人身份证复印件", "legal_representative_id_copy"), ("网站负责人授权书", "authorization_letter"), ("居住证", "other")],
)  # fmt: skip
def test_materials_of_the_manual_know_their_kind(name: str, kind: str) -> None:
    assert material_kind(name, ("scan",)) == kind
    assert material_kind("转入账号 UID", ("text",)) == "text"


def test_desk_rules_refuse_nonsense_and_survive_a_newer_version(database: Database) -> None:
    desk = DeskSettings(database, actor="t")
    with pytest.raises(Invalid):
        desk.save(DeskRules(purge_days=-1))
    with pytest.raises(Invalid):
        desk.save(DeskRules(watermark_text="\U0010ffff"))
    desk.save(DeskRules(purge_days=30, watermark_text="仅供备案"))
    assert desk.get() == DeskRules(purge_days=30, watermark_text="仅供备案")
    assert desk.get().mark.text == "仅供备案" and not DeskRules(watermark=False).mark.written

"""Replies at the desk: the shipped ones, one's own beside or in place of them, filled from a case, filing or draft."""

from datetime import date

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.rules.in_force import SHIPPED
from app.rules.procedures import procedure_ids
from app.services.case_settings import DeskRules, DeskSettings
from app.services.case_starts import CaseStart, CaseStarts
from app.services.flows.draft import Draft, Filing, Ticket
from app.services.replies import Replies, ReplyDraft, override_of
from app.services.reply_values import draft_values, procedure_values, subject_values
from app.services.subjects import Subjects

TODAY = date(2026, 11, 23)
ASK = "cancel_access.request_materials"


@pytest.fixture
def replies(database: Database) -> Replies:
    DeskSettings(database, actor="小林").save(
        DeskRules(provider_name="某某云", agent_name="小林", contact_channel="本工单")
    )
    return Replies(database, actor="小林")


def test_without_a_store_the_shipped_ones_are_there() -> None:
    shelf = Replies()
    for key in procedure_ids():
        assert [each.stage for each in shelf.templates(key)] == [each.id for each in shelf.stages()]
    assert len(shelf.variables()) == 45
    copy = shelf.fill(ASK, {})
    assert not copy.filled.complete
    assert "customer_name" in {each.name for each in copy.filled.missing}


def test_a_version_of_ones_own_takes_the_place_and_goes_again(replies: Replies) -> None:
    shipped = replies.template(ASK)
    kept = replies.save(override_of(shipped, "{{customer_name}}：请先接入新服务商。"))
    assert (kept.id, kept.own, kept.stage) == (ASK, True, shipped.stage)
    assert [each.id for each in replies.templates("cancel_access")].count(ASK) == 1
    (row,) = replies.own_rows()
    changed = replies.save(override_of(shipped, "{{customer_name}}：请先办接入备案。"), row)
    assert changed.text == "{{customer_name}}：请先办接入备案。"
    with pytest.raises(UserError) as caught:
        replies.delete(row)
    assert caught.value.code == "guide.changed_elsewhere"
    with pytest.raises(UserError) as caught:
        replies.save(override_of(shipped, "第二个"))
    assert caught.value.code == "guide.changed_elsewhere"
    replies.delete(replies.own_rows()[0])
    assert replies.template(ASK) == shipped


def test_further_replies_stand_beside_the_shipped_ones(replies: Replies) -> None:
    draft = ReplyDraft("cancel_access", "submitted", "催办", "{{customer_name}}，请回复工单 {{ticket_number}}。")
    first, second = replies.save(draft), replies.save(draft)
    assert {first.id, second.id} == {"own.1", "own.2"}
    assert len(replies.templates("cancel_access")) == 6
    assert replies.template("own.2").title == "催办"


WRONG = [
    ({"procedure": "nothing"}, "guide.no_such_procedure"),
    ({"stage": "later"}, "guide.reply_unknown_stage"),
    ({"title": " "}, "guide.reply_title_missing"),
    ({"title": "长" * 201}, "guide.reply_too_long"),
    ({"text": ""}, "guide.reply_empty"),
    ({"text": "{{secret}}"}, "guide.reply_unknown_variable"),
    ({"text": "{{customer_name"}, "guide.reply_braces"),
]


@pytest.mark.parametrize(("change", "code"), WRONG, ids=lambda value: str(value)[:40])
def test_what_could_not_be_sent_is_not_kept(replies: Replies, change: dict[str, str], code: str) -> None:
    given = {"procedure": "cancel_access", "stage": "done", "title": "标题", "text": "正文"}
    with pytest.raises(Invalid) as caught:
        replies.save(ReplyDraft(**{**given, **change}))
    assert [each.code for each in caught.value.problems] == [code]
    assert replies.own_rows() == []


def test_a_reply_is_filled_from_a_case(database: Database, replies: Replies) -> None:
    start = CaseStart("cancel_access", ticket_number="T-17", customer="王女士", owner="小林")
    case_id, _ = CaseStarts(database, actor="小林").create(start, TODAY)
    copy = replies.fill_for_case("cancel_access.done", case_id, TODAY, {"query_result": "已接入别家"})
    assert copy.plain.startswith("王女士，您好：")
    assert "某某云 小林" in copy.plain
    assert "已接入别家" in copy.plain
    assert "query_result" not in {each.name for each in copy.filled.missing}
    assert "<p>王女士，您好：</p>" in copy.html


def test_html_takes_nothing_for_markup(replies: Replies) -> None:
    copy = replies.fill(ASK, {"customer_name": "<b>甲</b> & 乙"})
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; 乙" in copy.html
    assert "<b>" not in copy.html


def test_a_filing_gives_its_values_without_a_whole_phone(database: Database) -> None:
    subjects = Subjects(database, "小林")
    change = subjects.create(
        {"kind": "unit", "name": "示例有限公司", "filing_number": "粤ICP备12345678号", "lead_phone": "13800138000"}
    )
    row = subjects.get(next(iter(change.subjects)))
    values = subject_values(row)
    assert values["sms_phone"] == "138****8000"
    assert values["authority"] == "广东省通信管理局"
    assert "13800138000" not in str(values)


def test_a_draft_gives_its_values() -> None:
    draft = Draft(
        ticket=Ticket("T-1", "李先生", "小林"),
        filing=Filing(scope="subject", number="湘ICP备12345678号", subject_name="示例公司", domains=("example.com",)),
    )
    values = draft_values(draft)
    assert (values["customer_name"], values["domain"], values["province"]) == ("李先生", "example.com", "湖南")
    assert values["conflict_filing"] == "湘ICP备12345678号，示例公司，example.com"
    assert draft_values(Draft()) == {}


@pytest.mark.parametrize("key", procedure_ids())
def test_a_procedure_gives_its_values(key: str) -> None:
    values = procedure_values(key, "unit", "hunan", SHIPPED)
    assert values["required_materials"]
    assert values["authority"] == "湖南省通信管理局"
    assert all(values.values())
    assert "来源没有给数" not in str(values.get("review_time", ""))


def test_an_unknown_reply_is_said() -> None:
    for call in (lambda: Replies().template("nothing"), lambda: Replies().templates("nothing")):
        with pytest.raises(UserError):
            call()

"""A pasted text answered at the desk, for the window and for programs."""

import json

import pytest

from app.errors import UserError
from app.services.guide import Guide
from app.services.replies import Replies
from app.services.triage import TriageDesk

DESK = TriageDesk(Guide(), Replies())


def test_an_answer_holds_page_and_reply() -> None:
    answer = DESK.answer("核查邮件：主办单位名称不合格，单位名称已发生变更，备案号 苏ICP备12345678号")
    assert answer.procedures[0].id == answer.page.id == "special_audit_rectification"
    assert answer.page.province == "江苏"
    assert "主办单位名称不合格，单位名称已发生变更" in answer.reply.plain
    assert "苏ICP备12345678号" in answer.reply.plain
    assert not answer.reply.filled.complete


def test_json_is_whole_and_plain() -> None:
    answer = DESK.answer("该账号未激活，此备案平台已停止使用", subject_kind="individual").to_json()
    again = json.loads(json.dumps(answer, ensure_ascii=False))
    assert again == answer
    assert answer["procedures"][0]["id"] == "import_wanwang_filing"
    assert answer["prompts"][0]["key"] == "merge_account_inactive"
    assert answer["faq"][0]["source"].startswith("备案信息维护手册")
    assert {each["kind"] for each in answer["page"]["sections"]} >= {"steps", "materials_individual"}
    assert "materials_unit" not in {each["kind"] for each in answer["page"]["sections"]}
    assert answer["reply"]["missing"]


@pytest.mark.parametrize(("text", "code"), [("  ", "guide.text_empty"), ("今天天气真好", "guide.nothing_found")])
def test_what_cannot_be_answered_is_said(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        DESK.answer(text)
    assert caught.value.code == code

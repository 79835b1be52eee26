"""From a customer's words to the procedure: the share that comes first, prompts in every disguise, and what to ask."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.audit_reasons import audit_guide
from app.rules.faq import faq
from app.rules.procedures import procedure_ids
from app.rules.triage import triage
from app.rules.triage_prompts import find_prompts
from app.rules.triage_shelf import read_examples
from app.rules.triage_text import MOST, plain_text

DATA = Path(__file__).resolve().parents[1] / "data"
KNOWN = tomllib.loads((DATA / "customer_messages.toml").read_text(encoding="utf-8"))["message"]
"""Messages that the rules were made with."""
FRESH = tomllib.loads((DATA / "customer_messages_fresh.toml").read_text(encoding="utf-8"))["message"]
"""Messages that were written down before the rules took their shape and were never used to change them."""

BLIND = tomllib.loads((DATA / "customer_messages_blind.toml").read_text(encoding="utf-8"))["message"]
"""Messages by another hand, who knew the manual and nothing of the rules."""


def shares(messages: list[dict[str, str]]) -> tuple[float, float]:
    """How often the right procedure came first, and how often among the first three."""
    ranks = [[each.id for each in triage(message["text"]).procedures] for message in messages]
    first = sum(rank[:1] == [message["procedure"]] for rank, message in zip(ranks, messages, strict=True))
    three = sum(message["procedure"] in rank[:3] for rank, message in zip(ranks, messages, strict=True))
    return first / len(messages), three / len(messages)


@pytest.mark.parametrize("messages", [KNOWN, FRESH], ids=["known", "fresh"])
def test_the_messages_are_many_and_of_every_procedure(messages: list[dict[str, str]]) -> None:
    assert len(messages) >= 200
    assert len({each["text"] for each in messages}) == len(messages)
    count = Counter(each["procedure"] for each in messages)
    assert set(count) == set(procedure_ids())
    assert min(count.values()) >= max(count.values()) - 1


def test_the_messages_by_another_hand_are_of_every_procedure_too() -> None:
    assert len(BLIND) >= 200
    count = Counter(each["procedure"] for each in BLIND)
    assert set(count) == set(procedure_ids())
    assert min(count.values()) >= 8


def test_fresh_messages_are_written_in_every_way() -> None:
    styles = Counter(each["style"] for each in FRESH)
    assert set(styles) == {
        "terse", "long", "typo", "traditional", "english", "width", "prompt", "polite", "mixed",
    }  # fmt: skip
    assert min(styles.values()) >= 18


def test_fresh_messages_are_neither_examples_nor_known() -> None:
    examples = {plain_text(text).plain for texts in read_examples().values() for text in texts}
    seen = examples | {plain_text(each["text"]).plain for each in KNOWN}
    assert not [each["text"] for each in [*FRESH, *BLIND] if plain_text(each["text"]).plain in seen]


@pytest.mark.parametrize("messages", [KNOWN, FRESH, BLIND], ids=["known", "fresh", "blind"])
def test_the_right_procedure_comes_first(messages: list[dict[str, str]]) -> None:
    first, three = shares(messages)
    assert first >= 0.90
    assert three >= 0.98


@pytest.mark.parametrize("style", sorted({each["style"] for each in FRESH}))
def test_no_way_of_writing_is_left_behind(style: str) -> None:
    first, three = shares([each for each in FRESH if each["style"] == style])
    assert first >= 0.85
    assert three >= 0.95


DISGUISES = [
    lambda text: text,
    lambda text: f"客户反馈：系统提示 “{text}”，请问怎么处理？",
    lambda text: text.replace("，", ",").replace("。", ".").replace("（", "("),
    lambda text: text.replace(",", "，").replace("(", "（"),
    " ".join,
    lambda text: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text),
    lambda text: text.replace("，", "\n"),
]


@pytest.mark.parametrize("disguise", DISGUISES, ids=["plain", "quoted", "half", "full", "spaced", "wide", "broken"])
def test_platform_prompts_are_recognised_however_they_are_pasted(disguise) -> None:
    for entry in faq():
        if entry.prompt and len(entry.prompt) > 8:
            found = find_prompts(disguise(entry.prompt))
            assert entry.id in {each.prompt.key for each in found if not each.short}, entry.prompt


MERGED_PLATFORM = [
    ("您的备案信息已导入阿里云账号，此备案平台已停止使用", "merge_already_imported"),
    ("此备案账号无备案信息，请更换账号继续导入", "merge_no_filing"),
    ("此阿里云账号已导入备案信息，请更换账号重新导入", "merge_account_has_subject"),
    ("该账号未激活,此备案平台已停止使用", "merge_account_inactive"),
    ("需通过验证原备案账号 XXXX@XXX.com，将备案信息导入后继续备案", "merge_must_import_first"),
    ("需通过验证原备案账号 w***g@example.com ，将备案信息导入后继续备案", "merge_must_import_first"),
    ("您的备案信息已导入腾讯云账号，此备案平台已停止使用", "merge_already_imported"),
]


@pytest.mark.parametrize(("text", "key"), MERGED_PLATFORM)
def test_the_prompts_of_the_merged_platform(text: str, key: str) -> None:
    found = triage(text)
    assert found.prompts[0].prompt.key == key
    assert found.faq[0].entry.id == key
    assert found.procedures[0].id == "import_wanwang_filing"
    assert found.procedures[0].hits[0].weight == 20


@pytest.mark.parametrize("reason", [each for each in audit_guide().reasons if not each.newer], ids=lambda each: each.id)
def test_every_prompt_of_an_audit_is_recognised(reason) -> None:
    for said in reason.prompts:
        if len(said.text) > 8:
            text = said.text.replace("xxxxx.cn", "shili.example.cn").replace("，", ",")
            assert reason.id in {each.prompt.key for each in find_prompts(f"通知：{text}") if not each.short}, text


def test_a_domain_stands_for_the_placeholder() -> None:
    text = "域名验证未通过，域名为 shili-demo.com (该域名不存在注册商验证库中)。"
    (found, *_) = find_prompts(text)
    assert (found.prompt.family, found.how) == ("domain", "exact")
    assert triage(text).procedures[0].id == "domain_verification_fix"


def test_what_a_message_speaks_of_is_shown_with_its_words() -> None:
    (first, *_) = triage("服务器搬到别家了，接入想撤掉，备案号不能动").procedures
    assert first.id == "cancel_access"
    assert "搬到别家" in {hit.words for hit in first.hits if hit.weight > 0}


@pytest.mark.parametrize(
    ("text", "procedure"),
    [
        ("我不想注销备案，只是不在你们这里托管了", "cancel_access"),
        ("不是空壳主体，是通知说我域名没解析到你们的服务器", "hollow_site_rectification"),
        ("主體負責人換人了，備案要怎麼改", "change_subject"),
        ("Two sites under one entity, please deregister only one of them and keep the other", "deregister_online_site"),
        ("备安在万网老平台，帐号密马都记得，怎么倒入新系统", "import_wanwang_filing"),
    ],
)
def test_negations_foreign_spellings_and_slips(text: str, procedure: str) -> None:
    assert triage(text).procedures[0].id == procedure


def test_a_prompt_typed_with_slips_is_nearly_recognised() -> None:
    text = "此备案账户无备案信息，请更换账号继续导入"
    (found, *_) = find_prompts(text)
    assert (found.prompt.key, found.how) == ("merge_no_filing", "near")
    assert 0.8 <= found.score < 1


def test_an_ordinary_word_is_a_hint_and_no_prompt() -> None:
    found = find_prompts("我的域名过期了")
    assert [each.short for each in found if each.prompt.key == "domain_expired"] == [True]
    assert triage("我的域名过期不要了，想把整个备案注销掉").procedures[0].id == "deregister_online_subject"


def test_the_words_that_matched_are_the_customers_own() -> None:
    text = "你好，原来的账号　登录不上了 ，想把备案转移到新账号"
    (first, *_) = triage(text).procedures
    assert first.id == "transfer_offline"
    for hit in first.hits:
        assert hit.words in " ".join(text.split()) or hit.words in text
    assert any("登录不上" in hit.words for hit in first.hits)


def test_what_is_known_is_not_asked_again() -> None:
    asked = triage("新买的域名已经有别人的备案，怎么注销").questions
    assert any("备案号" in each for each in asked)
    told = triage("新买的域名 example.com 已经有别人的备案 粤ICP备12345678号-2，怎么注销")
    assert not any("备案号" in each or "域名是哪个" in each for each in told.questions)
    assert told.province == "guangdong"
    assert told.filing_numbers == ("粤ICP备12345678号-2",)


def test_a_province_is_found_by_its_name_too() -> None:
    assert triage("四川的空壳主体怎么办").province == "sichuan"
    assert triage("空壳主体怎么办").province == ""


def test_a_doubtful_case_opens_with_the_question_that_decides() -> None:
    found = triage("备案转移到别的账号")
    assert {each.id for each in found.procedures[:2]} == {"transfer_online", "transfer_offline"}
    if not found.sure:
        assert "原账号还能登录吗" in found.questions[0]


@pytest.mark.parametrize("text", ["", "  \n ", "今天天气真好，一起去公园散步吧", "……", "asdf qwer zxcv", "12345"])
def test_a_text_about_something_else_ranks_nothing(text: str) -> None:
    assert triage(text).procedures == ()
    assert triage(text).questions == ()


@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    found = triage(text)
    assert all(each.score > 0 for each in found.procedures)
    assert [each.score for each in found.procedures] == sorted((each.score for each in found.procedures), reverse=True)


def test_a_huge_ticket_is_read_to_its_limit() -> None:
    text = "想取消接入。" + "无关的话，" * 100_000
    assert triage(text).procedures[0].id == "cancel_access"
    assert len(plain_text(text).plain) <= MOST


def test_the_same_text_gives_the_same_answer() -> None:
    assert triage("想注销备案") == triage("想注销备案")


def test_a_phrase_never_reaches_across_a_sentence() -> None:
    assert "\n" in plain_text("注销。网站").plain
    assert plain_text("ＩＣＰ备　１２３").plain == "icp备123"
    told = plain_text("甲，乙 丙")
    assert told.words(0, 3) == "甲，乙 丙"

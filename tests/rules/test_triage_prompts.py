"""Prompts that systems show, in every disguise a paste can give them."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.resources import read_toml
from app.rules.procedures import procedure_ids
from app.rules.triage import triage
from app.rules.triage_prompts import Prompt, find_prompts, known_prompts

PROMPTS = [each for each in known_prompts() if sum(char.isalnum() for char in each.text) >= 9]
TRADITIONAL = {pair[1]: pair[0] for pair in reversed(read_toml("triage_words.toml")["traditional"]["pairs"].split())}
"""A traditional character for each simplified one."""
MERGED_PLATFORM = [
    "merge_already_imported", "merge_no_filing", "merge_account_has_subject", "merge_account_inactive",
    "merge_must_import_first",
]  # fmt: skip


def wide(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char


HALF = str.maketrans("，。（）：；？！“”", ',.():;?!""')
DISGUISES: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: "".join(map(wide, text)),
    lambda text: text.translate(HALF),
    lambda text: "".join(char for char in text if char not in "，。（）：；“”"),
    lambda text: "".join(TRADITIONAL.get(char, char) for char in text),
    lambda text: text.upper(),
]
DOMAINS = ["shili.example.com", "例子.中国", "a-1.example.cn", "X.EXAMPLE.NET"]
ACCOUNTS = ["w***g@example.com", "zhang.wei@example.cn", "13x****8888", "demo_user"]
PROVIDERS = ["阿里云", "腾讯云", "华为云", "百度云", "天翼云", "本公司"]


def filled(prompt: Prompt, domain: str, account: str, provider: str) -> str:
    """The prompt as a customer sees it: placeholders and the provider's name filled in."""
    text = prompt.text
    for blank in ("XXXX@XXX.com", "..."):
        text = text.replace(blank, account)
    for blank in ("xxxxx.cn", "xxxx.com", "xxxx.cn", "xxxx.cc"):
        text = text.replace(blank, domain)
    for name in PROVIDERS[:4]:
        text = text.replace(name, provider)
    return text.replace("XXX", "王小明")


@settings(max_examples=120)
@given(
    prompt=st.sampled_from(PROMPTS),
    disguise=st.sampled_from(DISGUISES),
    domain=st.sampled_from(DOMAINS),
    account=st.sampled_from(ACCOUNTS),
    provider=st.sampled_from(PROVIDERS),
    gaps=st.lists(st.sampled_from(["", "", "", " ", "\u3000", "\n"]), min_size=7, max_size=7),
    before=st.sampled_from(["", "你好，系统提示：", "【通知】", "客户截图上写着“"]),
    after=st.sampled_from(["", "，请问怎么办？", "”这是什么意思", "\n\n谢谢"]),
)
def test_a_prompt_is_recognised_in_any_disguise(
    prompt: Prompt,
    disguise: Callable[[str], str],
    domain: str,
    account: str,
    provider: str,
    gaps: list[str],
    before: str,
    after: str,
) -> None:
    shown = disguise(filled(prompt, domain, account, provider))
    broken = "".join(char + gaps[place % len(gaps)] for place, char in enumerate(shown))
    found = find_prompts(before + broken + after)
    assert (prompt.family, prompt.key) in {
        (each.prompt.family, each.prompt.key) for each in found if each.how != "near" and not each.short
    }


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.text[:16])
def test_a_prompt_word_for_word_leads_and_tells_what_to_do(prompt: Prompt) -> None:
    found = triage(prompt.text)
    assert found.prompts[0].how == "exact"
    assert prompt.text in {each.prompt.text for each in found.prompts} or found.prompts[0].prompt.key == prompt.key
    assert prompt.action and prompt.source
    if prompt.procedure in procedure_ids():
        assert prompt.procedure in {each.id for each in found.procedures[:3]}


@pytest.mark.parametrize("key", MERGED_PLATFORM)
@pytest.mark.parametrize("disguise", DISGUISES, ids=["plain", "wide", "half", "bare", "traditional", "capitals"])
def test_the_five_of_the_merged_platform_come_first(key: str, disguise: Callable[[str], str]) -> None:
    (prompt,) = [each for each in known_prompts() if each.key == key]
    found = triage(disguise(filled(prompt, DOMAINS[0], ACCOUNTS[0], "腾讯云")))
    assert found.prompts[0].prompt.key == key
    assert found.faq[0].entry.id == key
    assert found.procedures[0].id == "import_wanwang_filing"


@given(prompt=st.sampled_from([each for each in PROMPTS if len(each.text) >= 18]), place=st.integers(0, 200))
def test_one_wrong_character_is_still_recognised(prompt: Prompt, place: int) -> None:
    spot = place % len(prompt.text)
    found = find_prompts(prompt.text[:spot] + "某" + prompt.text[spot + 1 :])
    assert prompt.key in {each.prompt.key for each in found if not each.short}


def test_a_text_with_the_words_of_a_prompt_in_another_order_is_none() -> None:
    assert not [each for each in find_prompts("平台停止使用之前我的备案就导入了吗，想问一下云账号") if not each.short]

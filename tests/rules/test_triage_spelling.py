"""Different spellings read as one, and the way back to the customer's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resources import read_toml
from app.rules.triage_spelling import simplified
from app.rules.triage_text import plain_text

WORDS = read_toml("triage_words.toml")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("網域持有者", "域名持有者"),
        ("登入信箱", "登录邮箱"),
        ("匯入備案", "导入备案"),
        ("注消备按", "注销备案"),
        ("取消介入", "取消接入"),
        ("认令", "认领"),
        ("帐号", "账号"),
        ("主题负责人", "主体负责人"),
        ("import my ICP filing", "导入备案"),
        ("the hollow subject", "空壳主体"),
        ("can't log in", "登不上"),
        ("ＩＣＰ filing", "备案"),
    ],
)
def test_spellings_of_one_word(said: str, read: str) -> None:
    assert plain_text(said + " please if you would kindly").plain.startswith(read)


@pytest.mark.parametrize(
    "said", ["网站主题换了", "管局介入调查", "转一下", "www.import.example.com", "a.filing@example.com"]
)
def test_words_that_only_look_alike_stay(said: str) -> None:
    assert plain_text(said).plain == "".join(char for char in said if char.isalnum() or char in "@-")


def test_few_latin_words_in_a_chinese_text_stay() -> None:
    assert plain_text("把 A 号的备案转到 B 号").plain == "把a号的备案转到b号"


def test_the_english_of_a_whole_sentence_leaves_only_what_it_means() -> None:
    assert plain_text("Could you kindly cancel access? We keep the domain.").plain == "取消接入\n保留域名\n"


def test_the_words_shown_are_the_original() -> None:
    told = plain_text("我要 cancel access 的說明")
    start = told.plain.index("取消接入")
    assert told.words(start, start + 4) == "cancel access"
    assert told.words(start + 5, start + 7) == "說明"


def test_every_pair_is_a_traditional_and_a_simplified_character() -> None:
    pairs = WORDS["traditional"]["pairs"].split()
    assert len({pair[0] for pair in pairs}) == len(pairs) >= 500
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    assert simplified("".join(pair[0] for pair in pairs)) == "".join(pair[1] for pair in pairs)


def test_the_words_the_program_is_written_in_are_no_slips() -> None:
    for entry in read_toml("glossary.toml")["term"]:
        for word in (entry["zh"], *(each["term"] for each in entry.get("synonyms", ()))):
            if word.isalpha() and not any("a" <= char.lower() <= "z" for char in word):
                assert plain_text(word).plain in {word, WORDS["regional"].get(word), word.replace("帐号", "账号")}
    for each in WORDS["slips"]["terms"]:
        assert plain_text(each).plain == each


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_character_stands_for_a_stretch_of_the_original(text: str) -> None:
    told = plain_text(text)
    assert len(told.plain) == len(told.spans)
    assert all(0 <= start < end <= len(text) for start, end in told.spans)
    assert told.spans == tuple(sorted(told.spans))

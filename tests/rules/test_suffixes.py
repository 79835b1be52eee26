"""Approval of suffixes: dated, three-valued."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.suffixes import cn_second_level, domain_rules, suffix_approval


@pytest.mark.parametrize("suffix", ["com", ".cn", "中国", "com.cn", "政务.cn", "tv", "me", "xn--fiqs8s", "CLUB"])
def test_suffixes_on_the_newest_list(suffix: str) -> None:
    approval = suffix_approval(suffix)
    assert approval.approved is True
    assert approval.as_of == date(2022, 8, 30)
    assert approval.source


@pytest.mark.parametrize("suffix", ["org", "name", "hk", "io", "notatld"])
def test_suffixes_off_the_newest_list(suffix: str) -> None:
    approval = suffix_approval(suffix)
    assert approval.approved is False
    assert "2022-08-30" in approval.note_zh


@pytest.mark.parametrize("suffix", ["", "foo.cn", "uk.com", "1"])
def test_what_the_lists_cannot_say(suffix: str) -> None:
    assert suffix_approval(suffix).approved is None


def test_history_tells_when_a_suffix_came() -> None:
    assert suffix_approval("cc").first_seen == date(2020, 7, 24)
    assert suffix_approval("com").first_seen == date(2019, 12, 23)
    assert suffix_approval("me").first_seen == date(2022, 8, 30)
    assert suffix_approval("org").first_seen is None
    assert [present for _, present in suffix_approval("tv").history] == [False, True, True]
    assert "2019-09" in suffix_approval("cc").note_zh


def test_beijing_takes_fewer() -> None:
    (refusal,) = suffix_approval("me").refusals
    assert (refusal.province, refusal.since) == ("beijing", date(2019, 1, 1))
    assert suffix_approval("com").refusals == ()


def test_the_categories_under_cn() -> None:
    assert len(cn_second_level()) == 42
    assert {"gov.cn", "bj.cn", "公益.cn"} <= cn_second_level()


def test_country_codes_off_the_list_need_no_filing() -> None:
    assert "不需要备案" in suffix_approval("jp").note_zh
    assert "不需要备案" not in suffix_approval("org").note_zh
    assert all(rule.source and rule.as_of for rule in domain_rules())
    assert len(domain_rules()) == 4

"""Rules by province: typed, dated, the newest in front, and questions put to all of them."""

import pytest

from app.rules.change_rules import (
    COMMON,
    SIDE_BY_SIDE,
    Rule,
    change_rules,
    filters,
    history,
    labels,
    leading,
    merged,
    provinces_where,
    shipped_rules,
    silent_provinces,
    with_newest,
)
from app.rules.packs import confidence_zh
from app.rules.provinces import province, province_keys

ALL = (*province_keys(), COMMON)
ASKED = {each.id: each for each in filters()}


def names(filter_id: str) -> set[str]:
    return {province(each.province).name for each in provinces_where(ASKED[filter_id])}


@pytest.mark.parametrize("key", ALL)
def test_every_rule_can_be_traced(key: str) -> None:
    for each in shipped_rules(key):
        assert each.text_zh.strip()
        assert each.source_zh.strip()
        assert each.as_of_zh.strip()
        assert confidence_zh(each.confidence)
        assert each.area == "deregistration" or each.key in labels()


@pytest.mark.parametrize("key", ALL)
def test_one_rule_leads_under_each_key(key: str) -> None:
    rules = change_rules(key)
    for name in {each.key for each in rules} - SIDE_BY_SIDE:
        stated = [each for each in rules if each.key == name and each.stated]
        assert len([each for each in rules if each.key == name and each.newest]) == (1 if stated else 0)


def test_provinces_of_the_manual_accept_a_shareholder() -> None:
    """The eleven whose 2019 page takes a shareholder, principal or executive as owner of a unit's domain."""
    eleven = {"上海", "天津", "四川", "内蒙古", "辽宁", "江西", "浙江", "河南", "湖北", "海南", "青海"}
    assert names("shareholder_may_own_domain") == eleven
    assert names("executive_may_own_domain") == eleven


def test_a_newer_page_takes_a_permission_back() -> None:
    owners = history(merged("ningxia"), "domain_owner")
    assert [each.as_of for each in owners] == ["2019-09", "2021-07", "2025-12"]
    assert leading(merged("ningxia"), "domain_owner").value == ("unit",)
    assert "宁夏" not in names("legal_representative_may_own_domain")


def test_hollow_subjects_may_add_in_eleven_provinces() -> None:
    assert names("hollow_may_add_service") == {
        "天津",
        "辽宁",
        "四川",
        "云南",
        "江苏",
        "浙江",
        "上海",
        "广西",
        "山西",
        "北京",
        "贵州",
    }


def test_a_question_to_all_tells_no_from_not_stated() -> None:
    asked = ASKED["phone_must_be_local"]
    yes = {each.province for each in provinces_where(asked)}
    silent = set(silent_provinces(asked))
    assert yes
    assert silent
    assert not yes & silent
    assert "guangxi" in yes


def test_yunnan_keeps_its_contradiction() -> None:
    contradictory = [each for key in province_keys() for each in change_rules(key) if each.value == "contradictory"]
    assert [each.province for each in contradictory] == ["yunnan"]


@pytest.mark.parametrize("asked", filters(), ids=lambda each: each.id)
def test_every_filter_finds_some_provinces(asked) -> None:
    assert 0 < len(provinces_where(asked)) < 31


def rule(as_of: str, value: str = "allowed", *, overlay: bool = False, key: str = "person_to_unit") -> Rule:
    return Rule("beijing", "change", key, value, value, "某通知", as_of, "official", overlay=overlay)


@pytest.mark.parametrize(
    ("dates", "leads"),
    [
        (("2019-09", "2021-07"), 1),
        (("2021-07", "2019-09"), 0),
        (("before 2019", "2019-02"), 1),
        (("after 2020", "2020-03"), 0),
        (("undated", "2008-06"), 1),
        (("2021", "2021-07"), 1),
    ],
)
def test_the_later_date_leads(dates: tuple[str, str], leads: int) -> None:
    marked = with_newest([rule(each) for each in dates])
    assert [each.newest for each in marked] == [place == leads for place in range(2)]


def test_silence_never_leads() -> None:
    marked = with_newest([rule("2019-09"), rule("2026-02", "not_stated")])
    assert [each.newest for each in marked] == [True, False]


def test_an_overlay_leads_whatever_its_date_and_leaves_others_alone() -> None:
    own = rule("2018", "not_allowed", overlay=True)
    with_own = merged("beijing", (own,))
    assert leading(with_own, "person_to_unit").text_zh == "not_allowed"
    assert leading(with_own, "unit_lead") == leading(merged("beijing"), "unit_lead")
    assert leading(merged("tianjin", (own,)), "person_to_unit") == leading(merged("tianjin"), "person_to_unit")
    assert len(history(with_own, "person_to_unit")) == len(history(merged("beijing"), "person_to_unit")) + 1

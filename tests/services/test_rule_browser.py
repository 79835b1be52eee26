"""Looking through the rules: search, comparison, questions to all provinces, history."""

import pytest

from app.errors import UserError
from app.services.rule_browser import RuleBrowser

BROWSER = RuleBrowser()


def test_every_line_shows_source_date_and_confidence() -> None:
    for line in (*BROWSER.lines("jiangsu"), *BROWSER.lines("common")):
        assert line.source
        assert line.as_of
        assert line.confidence
        assert line.label
        assert line.tone in ("leading", "older", "silent", "doubtful")


def test_lines_of_one_key_stand_together_with_the_leading_one_first() -> None:
    lines = BROWSER.lines("ningxia", area="change")
    keys = [each.key for each in lines]
    assert len(set(keys)) == sum(1 for place, key in enumerate(keys) if place == 0 or keys[place - 1] != key)
    owners = [each.tone for each in lines if each.key == "domain_owner"]
    assert owners == ["leading", "older", "older"]


def test_search_finds_all_words_in_any_width() -> None:
    found = BROWSER.search("居住证 学生")
    assert found
    assert all("居住证" in line.text and "学生" in line.text for line in found)
    assert {each.province for each in BROWSER.search("华苑")} == {"tianjin"}
    assert BROWSER.search("１８", province_key="tianjin")
    assert not BROWSER.search("没有这样的规则")
    assert len(BROWSER.search("", limit=5)) == 5


def test_two_provinces_side_by_side() -> None:
    compared = {each.key: each for each in BROWSER.compare("beijing", "tianjin")}
    assert not compared["domain_owner"].same
    assert compared["unit_to_person"].same
    assert compared["domain_owner"].right[0].province_zh == "天津"
    differing = BROWSER.compare("beijing", "tianjin", differences_only=True)
    assert all(not each.same for each in differing)
    assert 0 < len(differing) < len(compared)
    assert not BROWSER.compare("beijing", "beijing", differences_only=True)


def test_a_question_to_all_provinces() -> None:
    answer = BROWSER.answer("shareholder_may_own_domain")
    assert len(answer.yes) == 11
    assert answer.silent == ()
    assert all("股东" in each.text for each in answer.yes)
    assert BROWSER.answer("age_limit").silent
    assert {each.id for each in BROWSER.filters()} >= {"phone_must_be_local", "hollow_may_add_service"}


def test_history_runs_forward() -> None:
    dates = [each.as_of for each in BROWSER.history("ningxia", "domain_owner")]
    assert dates == sorted(dates)
    assert BROWSER.leading("ningxia", "domain_owner").as_of == dates[-1]
    assert BROWSER.leading("beijing", "minimum_age") is None


def test_what_is_not_there_is_said() -> None:
    for call, code in (
        (lambda: BROWSER.lines("mars"), "guide.no_such_province"),
        (lambda: BROWSER.compare("beijing", "mars"), "guide.no_such_province"),
        (lambda: BROWSER.answer("nothing"), "guide.no_such_filter"),
    ):
        with pytest.raises(UserError) as caught:
            call()
        assert caught.value.code == code

"""Looking words up in the whole guide, and the terms that stand in a text."""

import pytest

from app.rules.faq import faq
from app.rules.glossary import glossary
from app.rules.procedures import procedure_ids
from app.services.guide import Guide
from app.services.guide_search import GuideSearch, terms_on

SEARCH = GuideSearch(Guide())


def keys(text: str) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in SEARCH.find(text)]


def test_everything_is_found_by_its_title() -> None:
    titles = {("procedure", each.id): each.title for each in Guide().titles()}
    titles |= {("question", each.id): each.question for each in faq()}
    titles |= {("term", each.en): each.zh for each in glossary()}
    assert len(titles) == len(procedure_ids()) + len(faq()) + len(glossary())
    for key, title in titles.items():
        assert key in keys(title), title


def test_a_title_comes_before_a_line_that_mentions_it() -> None:
    assert keys("空壳主体")[0] == ("procedure", "deregister_offline_hollow_subject")
    hits = SEARCH.find("空壳主体")
    mentions = [place for place, each in enumerate(hits) if "空壳主体" not in each.title]
    assert mentions and min(mentions) > hits.index(next(each for each in hits if each.kind == "term"))


@pytest.mark.parametrize("said", ["备案服务号 复用", "備案服務號　複用", "复用 备案服务号"])
def test_all_words_in_any_order_width_and_script(said: str) -> None:
    assert ("procedure", "cancel_access") in keys(said)


def test_a_find_says_where_it_stands() -> None:
    (hit,) = [each for each in SEARCH.find("028icp.com") if each.kind == "procedure"]
    assert (hit.id, hit.where) == ("deregister_offline_other_unit", "各省差异")
    assert "028icp.com" in hit.excerpt


def test_nothing_is_found_for_nothing() -> None:
    assert SEARCH.find("  ") == ()
    assert SEARCH.find("没有这样的词语") == ()


def test_terms_on_a_page_are_told_apart() -> None:
    names = [each.zh for each in terms_on("取消接入后备案号仍在，备案服务号不可复用")]
    assert {"取消接入", "备案号", "备案服务号"} <= set(names)
    assert "备案号" not in [each.zh for each in terms_on("备案服务号")]

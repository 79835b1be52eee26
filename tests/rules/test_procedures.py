"""Eighteen procedures, whole: every statement with source and date, every reference to something that is there."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from app.resources import listing
from app.rules.faq import GROUP_ZH, faq, faq_entry, faq_of
from app.rules.glossary import find_terms, glossary
from app.rules.guidance import Mark, Said
from app.rules.procedure_providers import provider, provider_ids
from app.rules.procedures import (
    ACTOR_ZH,
    FORM_ZH,
    LEAD_ZH,
    UNIT_ZH,
    Duration,
    Procedure,
    external_procedures,
    names,
    procedure,
    procedure_ids,
    procedures,
    sms_verification,
    sources,
    title_of,
)
from app.rules.provinces import provinces

SECTIONS = (
    "when_it_applies",
    "preconditions",
    "not_possible_when",
    "if_not_done",
    "access_effects",
    "irreversible_effects",
    "steps",
    "durations",
    "provincial_differences",
    "after",
    "what_can_go_wrong",
)


def statements(told: Procedure) -> Iterator[Said]:
    for section in SECTIONS:
        yield from getattr(told, section)
    for each in told.changes_since_2019:
        yield from (each.then, each.now)
    for papers in told.materials.values():
        yield from papers


def test_there_is_a_file_for_each_and_no_other() -> None:
    files = {path.stem for path in listing("procedures", suffix=".toml")} - {"common"}
    assert files == set(procedure_ids())
    assert len(procedure_ids()) == 18


def test_nothing_of_the_manual_is_lost() -> None:
    """The figures of the manual as it was restated; a line lost in a file shows here."""
    count = Counter({section: sum(len(getattr(each, section)) for each in procedures()) for section in SECTIONS})
    assert count == {
        "when_it_applies": 54,
        "preconditions": 65,
        "not_possible_when": 64,
        "if_not_done": 27,
        "access_effects": 6,
        "irreversible_effects": 51,
        "steps": 137,
        "durations": 65,
        "provincial_differences": 65,
        "after": 46,
        "what_can_go_wrong": 90,
    }
    assert sum(len(each.changes_since_2019) for each in procedures()) == 60
    assert sum(len(each.materials["unit"]) for each in procedures()) == 59
    assert sum(len(each.materials["individual"]) for each in procedures()) == 40


@pytest.mark.parametrize("key", procedure_ids())
def test_every_statement_says_where_and_when_it_was_read(key: str) -> None:
    for said in statements(procedure(key)):
        assert said.text.strip() or said.note.strip()
        assert said.source_zh.strip()
        assert re.match(r"\d{4}(-\d{2}){0,2}$", said.as_of), said.as_of
        assert not re.search(r"\.toml|\.md|[a-z]+_[a-z]+", said.text + said.note), said.text


@pytest.mark.parametrize("key", procedure_ids())
def test_every_reference_leads_somewhere(key: str) -> None:
    told = procedure(key)
    for other in (*told.related, *told.parts, *([told.parent] if told.parent else [])):
        assert title_of(other)
    known = {each.name for each in provinces()} | {"全国"}
    for each in told.provincial_differences:
        assert set(each.provinces) <= known
    assert {step.actor for step in told.steps} <= set(ACTOR_ZH)
    assert {form for papers in told.materials.values() for paper in papers for form in paper.form} <= set(FORM_ZH)
    assert {each.unit for each in told.durations} <= set(UNIT_ZH)


def test_every_marker_of_the_data_reaches_a_statement() -> None:
    found = {mark for told in procedures() for said in statements(told) for mark in said.marks}
    found |= {mark for rule in sms_verification().rules for mark in rule.marks}
    assert found >= {
        Mark.NEWEST,
        Mark.SUPERSEDED,
        Mark.CONTRADICTION,
        Mark.INFERENCE,
        Mark.OTHER_PROVIDER,
        Mark.UNKNOWN,
        Mark.RECOMMENDED,
        Mark.OURS,
    }


@pytest.mark.parametrize(
    ("least", "most", "unit", "said"),
    [
        (3, 5, "working_day", "3 至 5 个工作日"),
        (7, 7, "day", "7 天"),
        (0, 48, "hour", "48 小时"),
        (0, 0, "hour", "即时"),
    ],
)
def test_lengths_are_said_in_words(least: int, most: int, unit: str, said: str) -> None:
    assert Duration(text="审核", source="seed 2", as_of="2019", min=least, max=most, unit=unit).length_zh == said


def test_a_length_that_no_source_gives_is_never_a_number() -> None:
    unknown = [each for told in procedures() for each in told.durations if each.has(Mark.UNKNOWN)]
    assert len(unknown) == 3
    assert {each.length_zh for each in unknown} == {"来源没有给数"}


def test_text_messages_are_asked_for_by_kind_of_filing() -> None:
    sms = sms_verification()
    assert [each.verified for each in sms.of("cancel_access")] == [()]
    said = sms.of("deregister_online_site")
    assert {each.verified for each in said if each.has(Mark.CONTRADICTION)} == {("site_lead",), ()}
    assert {lead for each in sms.by_filing_type for lead in each.verified} <= set(LEAD_ZH)
    assert len(external_procedures()) == 14


def test_questions_and_words_are_complete() -> None:
    assert len(faq()) == len({each.id for each in faq()}) == 102
    assert {each.group for each in faq()} == set(GROUP_ZH)
    for each in faq():
        assert title_of(each.procedure)
        assert each.action.strip() or each.cause.strip()
        assert not re.search(r"\.toml|\.md", each.cause + each.action)
    assert faq_entry("merge_must_import_first").prompt.startswith("需通过验证原备案账号")
    assert [each.has(Mark.NEWEST) for each in faq_entry("change_domain").newer] in ([], [True])
    assert {each.id for each in faq_of("cancel_access")} >= {"cancel_meaning", "cancel_after", "cancel_batch"}
    assert len(glossary()) == len({term.en for term in glossary()}) == 78
    assert [term.en for term in find_terms("管局")][:1] == ["communications_administration"]
    assert find_terms("没有这个词") == ()


def test_a_provider_has_its_own_words_and_days() -> None:
    assert provider_ids() == ("aliyun",)
    own = provider()
    assert own.name == "阿里云"
    assert set(own.days) <= set(procedure_ids())
    assert own.names["cloud_account"] == "阿里云账号"
    assert all(each.source_zh for each in (*own.channels.values(), *own.days.values()))
    with pytest.raises(KeyError):
        provider("nobody")
    assert names()["public_query"].endswith("beian.miit.gov.cn")
    assert {each.key for each in sources()} >= {"seed"}


def test_an_unknown_procedure_is_a_bug() -> None:
    with pytest.raises(KeyError):
        procedure("nothing")

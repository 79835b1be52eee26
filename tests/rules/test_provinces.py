"""The 31 packs: complete, each fact with its source, nothing doubtful in what goes on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.errors import UserError
from app.resources import listing
from app.rules.packs import as_of_zh, confidence_zh
from app.rules.prefixes import LETTER_MEANT, PROVINCE_OF_LETTER
from app.rules.provinces import (
    ProvinceFacts,
    common,
    province,
    province_by_prefix,
    province_keys,
    province_of,
    shipped_facts,
)

# Names of the keys of all facts that were collected, per province; a fact dropped from a pack is noticed here.
COLLECTED = json.loads((Path(__file__).parent / "data" / "province_facts.json").read_text(encoding="utf-8"))
CODES = [
    "11",
    "12",
    "13",
    "14",
    "15",
    "21",
    "22",
    "23",
    "31",
    "32",
    "33",
    "34",
    "35",
    "36",
    "37",
    "41",
    "42",
    "43",
    "44",
    "45",
    "46",
    "50",
    "51",
    "52",
    "53",
    "54",
    "61",
    "62",
    "63",
    "64",
    "65",
]
HOLLOW = ["北京", "天津", "山西", "辽宁", "上海", "江苏", "浙江", "广西", "四川", "贵州", "云南"]
DOUBTFUL_WORDS = ("machine-written", "historic", "do not print")
PACKS = tuple(map(shipped_facts, province_keys()))
ALL = pytest.mark.parametrize("pack", PACKS, ids=province_keys())


def test_all_31_are_there_in_the_order_of_the_standard() -> None:
    assert [pack.code for pack in PACKS] == CODES
    assert {path.stem for path in listing("provinces", suffix=".toml")} == {*province_keys(), "common"}
    assert len({pack.prefix for pack in PACKS}) == 31
    assert set(LETTER_MEANT.values()) <= {pack.prefix for pack in PACKS}


def test_the_letters_are_those_of_the_packs() -> None:
    assert {pack.prefix: pack.key for pack in PACKS} == dict(PROVINCE_OF_LETTER)
    for letter in PROVINCE_OF_LETTER:
        pack = province_by_prefix(letter)
        assert pack.filing_prefix == f"{letter}ICP备"
        assert province_of(f"{letter}ICP备12345678号-1") is province(pack.key)
    assert province_of("浙B2-20080101") is None
    with pytest.raises(UserError):
        province_of("川ICP备12345678号")
    with pytest.raises(KeyError):
        shipped_facts("common")


@ALL
def test_every_collected_fact_is_carried_with_its_source(pack: ProvinceFacts) -> None:
    assert sorted(fact.key for fact in pack.facts) == COLLECTED[pack.key]
    for fact in pack.facts:
        assert fact.source, fact
        assert fact.as_of, fact
        assert fact.value, fact
        assert confidence_zh(fact.confidence), fact
        assert as_of_zh(fact.as_of)[0].isdigit() or as_of_zh(fact.as_of)[0] in "约未", fact
        assert any("一" <= char <= "鿿" for char in fact.text_zh), fact
        assert bool(fact.note) == bool(fact.note_zh), fact
        assert fact.doubtful == any(word in fact.note for word in DOUBTFUL_WORDS), fact
        assert not (fact.doubtful and fact.newest), fact


def test_what_holds_for_all_is_carried() -> None:
    assert sorted(fact.key for fact in common().facts) == COLLECTED["common"]
    assert sum(len(pack.facts) for pack in PACKS) == 125


@ALL
def test_structured_parts_carry_their_source_and_one_leads(pack: ProvinceFacts) -> None:
    parts = (
        *pack.channels, *pack.addresses, *pack.phones, *pack.processing_times,
        *pack.print_rules, *pack.restrictions, *pack.enclosure_rules,
    )  # fmt: skip
    for part in parts:
        assert part.source, part
        assert part.as_of, part
        assert confidence_zh(part.confidence), part
    for group in (pack.channels, [each for each in pack.addresses if each.printable]):
        assert sum(each.leading for each in group) == (1 if group else 0)
    assert pack.form_evidence in ("full table", "instructions", "link only")
    assert pack.authority.endswith("通信管理局")


@ALL
def test_nothing_doubtful_goes_on_paper(pack: ProvinceFacts) -> None:
    doubtful = {str(fact.value) for fact in pack.facts if fact.doubtful}
    printable = [pack.form_title, *(each.text_zh for each in pack.channels)]
    printable += [each.number for each in pack.phones if each.printable]
    printable += [each.text for each in pack.addresses if each.printable]
    if pack.processing:
        printable.append(pack.processing.source)
    assert not doubtful & {text for text in printable if text}
    sources = {fact.source for fact in pack.facts if fact.doubtful and "machine-written" in fact.note}
    assert not sources & {each.source for each in pack.phones + pack.enclosure_rules + pack.print_rules}


def test_addresses_and_numbers_are_known_of_shandong_and_guizhou_only() -> None:
    assert [pack.key for pack in PACKS if pack.address] == ["shandong"]
    assert [pack.key for pack in PACKS if any(each.printable for each in pack.phones)] == ["shandong", "guizhou"]
    shandong = shipped_facts("shandong")
    assert shandong.address is not None
    assert (shandong.address.text, shandong.address.as_of) == ("山东省济南市经十一路40号203室", "2022-09")
    assert shandong.addresses[1].text == "山东省济南市经十一路40号一楼备案办公室"
    assert [each.printable for each in shipped_facts("shanghai").addresses] == [False]


def test_titles_are_the_newest_that_can_be_trusted() -> None:
    assert {pack.key: pack.form_title for pack in PACKS if pack.form_title} == {
        "beijing": "北京市ICP用户注销（删除）备案申请表",
        "shanghai": "上海市ICP用户注销备案申请表",
        "shandong": "山东省ICP用户注销备案申请表",
        "henan": "河南省网站备案注销（删除）申请表",
        "hubei": "湖北省ICP用户注销（删除）备案申请表",
        "hunan": "备案注销申请表",
        "guangdong": "广东省ICP用户注销备案申请表",
        "ningxia": "注销备案申请表",
    }


def test_form_evidence() -> None:
    evidence = {pack.key: pack.form_evidence for pack in PACKS}
    assert [key for key, seen in evidence.items() if seen == "full table"] == ["guangdong"]
    assert {key for key, seen in evidence.items() if seen == "instructions"} == {
        "beijing", "shanghai", "shandong", "henan", "hubei",
    }  # fmt: skip


def test_the_hollow_subjects_that_may_add_a_service() -> None:
    assert [pack.name for pack in PACKS if pack.hollow_may_add_service] == HOLLOW
    (fact,) = (fact for fact in common().facts if fact.key == "hollow_subject_may_add_service")
    assert sorted(fact.value) == sorted(HOLLOW)


@ALL
def test_pages_named_by_sources_are_listed(pack: ProvinceFacts) -> None:
    assert pack.links
    assert all(link.url.startswith("http") and link.source for link in pack.links)
    assert pack.facts_of("form_download_2019")[0].value in {link.url for link in pack.links}


def test_messages_checks_began_when_the_sources_say() -> None:
    assert sum(pack.sms_pilot for pack in PACKS) == 22
    assert all((pack.sms_since is not None) == pack.sms_pilot for pack in PACKS)


def test_packs_are_loaded_once() -> None:
    assert shipped_facts("beijing") is shipped_facts("beijing")
    assert isinstance(shipped_facts("shandong").letter.must_contain, tuple)

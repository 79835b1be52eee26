"""What only some pages have: domain verification and hollow sites told whole, text messages, and procedures outside."""

import pytest

from app.db.database import Database
from app.resources import read_toml
from app.rules.coverage import coverage, statements_at
from app.rules.guidance import MARK_ZH, Mark
from app.rules.procedures import procedure, procedure_ids
from app.services.case_starts import CaseStarts
from app.services.guide import Guide, Line

GUIDE = Guide()
DOMAIN = read_toml("domain_verification.toml")


def lines(procedure_id: str, *kinds: str) -> list[Line]:
    return [each for kind in kinds for each in GUIDE.page(procedure_id).section(kind).lines]


def whole(line: Line) -> str:
    return " ".join((line.lead, line.text, *line.details))


def test_domain_verification_is_told_whole() -> None:
    told = lines("domain_verification_fix", "domain_ground", "domain_scope", "domain_rules", "domain_holders")
    words = "\n".join(map(whole, told))
    for each in DOMAIN["basis"]["statements"]:
        assert each["text"] in words
    for each in DOMAIN["scope"]:
        assert f"{each['title']} {each['domains_verified']}" in words
    for each in DOMAIN["rule"]:
        assert each["statement"] in words
        for part in ("how_to_check", "on_failure", "exceptions"):
            assert all(one["text"] in words for one in each[part])
    assert len(lines("domain_verification_fix", "domain_messages")) == len(DOMAIN["failure_prompt"])
    for line, each in zip(lines("domain_verification_fix", "domain_messages"), DOMAIN["failure_prompt"], strict=True):
        assert line.text == each["text"]
        assert line.details == (f"原因：{each['cause']}", *each["actions"])


def test_hollow_sites_are_told_whole() -> None:
    told = lines("hollow_site_rectification", "hollow_conditions", "hollow_course")
    hollow = DOMAIN["hollow_site"]
    assert len(told) == sum(len(hollow[part]) for part in ("definition", "resolution_case", "rules", "rectification"))
    said = {each.lead: each.text for each in told}
    assert said["本接入服务商的中国香港节点"].startswith("算空壳")
    assert said["本接入服务商的大陆节点 IP"].startswith("不算空壳")


def test_other_pages_do_not_repeat_them() -> None:
    assert GUIDE.page("cancel_access").section("domain_rules") is None


def test_the_rules_of_text_messages_stand_where_messages_are_sent() -> None:
    assert any("24 小时内有效" in each.text for each in lines("change_subject", "sms"))
    assert GUIDE.page("cancel_access").section("sms").lines[0].text == "不核验"
    assert not any("24 小时内有效" in each.text for each in lines("cancel_access", "sms"))


def test_a_procedure_outside_the_guide_says_what_it_is() -> None:
    (outside,) = [each for each in lines("hollow_site_rectification", "related") if each.target == "access_filing"]
    assert "增加或更换接入服务商" in outside.details[0]
    assert outside.source_zh and outside.as_of


@pytest.mark.parametrize("key", procedure_ids())
def test_every_marker_of_a_procedure_reaches_the_page(key: str) -> None:
    told = procedure(key)
    shown = [each for section in GUIDE.page(key).sections for each in section.lines]
    groups = (
        told.when_it_applies, told.preconditions, told.not_possible_when, told.if_not_done, told.access_effects,
        told.irreversible_effects, told.steps, told.durations, told.provincial_differences, told.what_can_go_wrong,
        told.after, *told.materials.values(),
        *((each.then, each.now) for each in told.changes_since_2019),
    )  # fmt: skip
    for said in (each for group in groups for each in group):
        found = [
            each for each in shown if said.text in each.text and {mark.value for mark in said.marks} <= set(each.marks)
        ]
        assert found, (said.text, said.marks)
        assert {MARK_ZH[mark] for mark in said.marks} <= set(found[0].marks_zh)


def test_every_marker_of_domains_reaches_a_page() -> None:
    told = lines(
        "domain_verification_fix", "domain_ground", "domain_scope", "domain_rules", "domain_holders", "domain_messages"
    ) + lines("hollow_site_rectification", "hollow_conditions", "hollow_course")  # fmt: skip
    marked = {mark.value for mark in Mark if f"'{mark.value}': True" in str({k: DOMAIN[k] for k in PARTS})}
    assert marked == {mark for each in told for mark in each.marks}
    assert marked >= {"newest", "superseded", "contradiction", "open_question", "other_provider", "inference"}


PARTS = ("basis", "scope", "rule", "owner_relation", "failure_prompt", "hollow_site")


@pytest.mark.parametrize(
    "row", [each for each in coverage() if any(p.startswith(("procedure:", "domain:", "external:")) for p in each.places)],
    ids=lambda row: f"{row.section} {row.rule[:24]}",
)  # fmt: skip
def test_what_a_rule_of_the_manual_says_stands_on_a_page(row) -> None:
    pages = EVERYTHING
    for probe in row.holds:
        if probe.isascii():
            continue
        places = [p for p in row.places if any(probe in text for text in statements_at(p))]
        if all(place.startswith(("procedure:", "domain:", "external:")) for place in places):
            assert probe in pages or probe.partition("：")[0] in pages, probe


EVERYTHING = "\n".join(
    "\n".join((page.summary, *(whole(each) for section in page.sections for each in section.lines)))
    for page in map(GUIDE.page, procedure_ids())
)


def test_a_case_asks_for_nothing_that_is_no_longer_done(tmp_path) -> None:
    with Database.create(tmp_path / "desk.store", bytes(range(32))) as database:
        starts = CaseStarts(database, actor="tester")
        for key in procedure_ids():
            lines = [each.title for each in starts.check_list(key)]
            for step in procedure(key).steps:
                assert any(step.text[:12] in each for each in lines) is not step.has(Mark.SUPERSEDED), step.text
    assert any(step.has(Mark.SUPERSEDED) for step in procedure("cancel_access").steps)

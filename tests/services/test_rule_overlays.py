"""A desk's own rules: kept with source and date, leading until withdrawn, handed on in packs that cannot be altered."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.rules.change_rules import COMMON, Rule, shipped_rules
from app.rules.deregistration import Situation, channel
from app.rules.in_force import SHIPPED
from app.rules.provinces import province_keys
from app.services.audit import AuditLog
from app.services.rule_browser import RuleBrowser
from app.services.rule_overlay_drafts import RuleDraft, choices, draft_of, ended, key_label, keys, problems
from app.services.rule_overlays import RuleOverlays
from app.services.rule_packs import content_hash, write_pack

TODAY = date(2026, 11, 23)
OWNER = RuleDraft(
    "ningxia", "domain_owner", ("unit", "shareholder"), "股东名下也收", "管局电话答复", "2026-11-20", "official"
)


@pytest.fixture
def overlays(database: Database) -> RuleOverlays:
    return RuleOverlays(database, actor="组长")


@pytest.fixture
def other(empty_store: bytes, tmp_path: Path):
    path = tmp_path / "other.store"
    path.write_bytes(empty_store)
    with Database.open(path, bytes(range(32))) as opened:
        yield RuleOverlays(opened, actor="另一处")


def test_an_own_rule_leads_and_the_shipped_one_stays(database: Database, overlays: RuleOverlays) -> None:
    row = overlays.add(OWNER, TODAY)
    assert (row.author, row.withdrawn, row.pack) == ("组长", False, "")
    browser = RuleBrowser(database)
    assert "宁夏" in {each.province_zh for each in browser.answer("shareholder_may_own_domain").yes}
    lines = browser.history("ningxia", "domain_owner")
    assert [each.tone for each in lines] == ["older", "older", "older", "leading"]
    assert lines[-1].overlay
    overlays.withdraw(row)
    assert "宁夏" not in {each.province_zh for each in browser.answer("shareholder_may_own_domain").yes}
    assert [each.withdrawn for each in overlays.rows(withdrawn=True)] == [True]
    assert overlays.rows() == []
    assert {each.action for each in AuditLog(database).of("rule_overlay", row.id)} == {"create", "change"}


def test_a_correction_replaces_ones_own_rule(overlays: RuleOverlays) -> None:
    row = overlays.add(OWNER, TODAY)
    changed = RuleDraft(
        **{**{name: getattr(OWNER, name) for name in OWNER.__slots__}, "value": ("unit",), "text_zh": "只收本单位"}
    )
    overlays.correct(row, changed, TODAY)
    assert overlays.in_force().leading("ningxia", "domain_owner").text_zh == "只收本单位"
    with pytest.raises(UserError) as caught:
        overlays.withdraw(row)
    assert caught.value.code == "guide.changed_elsewhere"


def test_papers_follow_the_desks_own_rule(overlays: RuleOverlays) -> None:
    overlays.add(
        RuleDraft("shandong", "address", "text", "济南市示例路 1 号", "管局通知", "2026-11", "official"), TODAY
    )
    overlays.add(
        RuleDraft("shandong", "processing_time", "15", "15 个工作日", "管局通知", "2026-11", "official"), TODAY
    )
    facts = overlays.in_force().facts("shandong")
    assert facts.address.text == "济南市示例路 1 号"
    assert (facts.processing.min, facts.processing.max) == (15, 15)
    situation = Situation(
        "shandong",
        "other",
        "domain",
        "subject",
        "unit",
        has_agent=False,
        hollow=False,
        domain_lapsed=False,
        name_changed=False,
        provider_known=None,
        can_log_in=None,
        today=TODAY,
        in_force=overlays.in_force(),
    )
    assert channel(situation).address.text == "济南市示例路 1 号"


def test_an_address_that_nobody_vouches_for_is_not_printed(overlays: RuleOverlays) -> None:
    overlays.add(RuleDraft("gansu", "address", "text", "兰州市示例路", "听说", "2026", "unknown"), TODAY)
    assert overlays.in_force().facts("gansu").address is None


def test_a_hollow_rule_changes_what_paper_asks(overlays: RuleOverlays) -> None:
    assert overlays.in_force().facts("hunan").hollow_may_add_service is False
    overlays.add(
        RuleDraft("hunan", "hollow_may_add_service", True, "可直接新增", "管局通知", "2026-11", "official"), TODAY
    )
    assert overlays.in_force().facts("hunan").hollow_may_add_service is True


WRONG = [
    ({"province": "mars"}, "guide.no_such_province"),
    ({"key": "colour"}, "guide.rule_unknown_key"),
    ({"value": ("unit", "dog")}, "guide.rule_unknown_value"),
    ({"value": ()}, "guide.rule_unknown_value"),
    ({"key": "unit_lead", "value": "anyone"}, "guide.rule_unknown_value"),
    ({"key": "minimum_age", "value": 400}, "guide.rule_unknown_value"),
    ({"key": "minimum_age", "value": True}, "guide.rule_unknown_value"),
    ({"key": "hollow_may_add_service", "value": "yes"}, "guide.rule_unknown_value"),
    ({"text_zh": " "}, "guide.rule_text_missing"),
    ({"source": ""}, "guide.rule_source_missing"),
    ({"text_zh": "字" * 1001}, "guide.rule_too_long"),
    ({"as_of": "yesterday"}, "guide.rule_date"),
    ({"as_of": "2026-02-30"}, "guide.rule_date"),
    ({"as_of": "2026-12"}, "guide.rule_date"),
    ({"confidence": "sure"}, "guide.rule_unknown_confidence"),
]


@pytest.mark.parametrize(("change", "code"), WRONG, ids=str)
def test_a_rule_without_what_it_needs_is_refused(overlays: RuleOverlays, change: dict[str, object], code: str) -> None:
    given = {name: getattr(OWNER, name) for name in OWNER.__slots__}
    with pytest.raises(Invalid) as caught:
        overlays.add(RuleDraft(**{**given, **change}), TODAY)
    assert [each.code for each in caught.value.problems] == [code]
    assert overlays.rows() == []


def test_a_pack_goes_from_desk_to_desk(overlays: RuleOverlays, other: RuleOverlays, tmp_path: Path) -> None:
    overlays.add(OWNER, TODAY)
    overlays.add(
        RuleDraft("ningxia", "remark", "text", "只收“原件”\n两份\\", "管局\t电话", "2026-11", "third-party", "备注"),
        TODAY,
    )
    path = tmp_path / "rules.toml"
    made = overlays.export(path, title="十一月", today=TODAY)
    preview = other.preview(path, TODAY)
    assert preview.pack == made
    assert preview.changes == 2
    replaced = next(each for each in preview.differences if each.rule.key == "domain_owner")
    assert (replaced.kind, replaced.now.as_of) == ("changed", "2025-12")
    assert other.rows() == []
    assert other.accept(path, preview.pack.sha256, TODAY) == 2
    assert {each.pack for each in other.rows()} == {made.sha256}
    assert set(other.in_force().overlays) == set(overlays.in_force().overlays)
    again = other.preview(path, TODAY)
    assert {each.kind for each in again.differences} == {"known"}
    assert other.accept(path, made.sha256, TODAY) == 0


def test_an_altered_pack_is_refused(overlays: RuleOverlays, other: RuleOverlays, tmp_path: Path) -> None:
    overlays.add(OWNER, TODAY)
    path = tmp_path / "rules.toml"
    made = overlays.export(path, title="十一月", today=TODAY)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("股东名下也收", "谁都可以"), encoding="utf-8")
    for damaged, code in (
        (path.read_text(encoding="utf-8"), "guide.pack_changed"),
        (whole.partition("[[rule]]")[0], "guide.pack_changed"),
        (whole.replace(f'sha256 = "{made.sha256}"', 'sha256 = ""'), "guide.pack_unsigned"),
        ("nonsense", "guide.pack_unreadable"),
        (whole.replace("format = 2", "format = 3"), "guide.pack_newer"),
        (whole.replace('value = ["unit", "shareholder"]', "value = {a = 1}"), "guide.pack_unreadable"),
    ):
        path.write_text(damaged, encoding="utf-8")
        with pytest.raises(UserError) as caught:
            other.accept(path, made.sha256, TODAY)
        assert caught.value.code == code
    path.write_text(whole, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        other.accept(path, "0" * 64, TODAY)
    assert caught.value.code == "guide.pack_not_as_seen"
    with pytest.raises(UserError) as caught:
        other.preview(tmp_path / "nothing.toml", TODAY)
    assert caught.value.code == "guide.pack_unreadable"
    assert other.rows() == []


def test_every_key_has_a_name() -> None:
    assert all(key_label(key) != key for key in keys())
    assert choices("person_to_unit") == ("not_allowed", "conditional", "allowed")


def restriction(**changes: object) -> RuleDraft:
    given = RuleDraft("gansu", "restriction", ("stop", "other"), "暂停受理他人申请", "管局通知", "2026-11", "official")
    return replace(given, **changes)


def test_one_statement_among_several_is_replaced_or_ended(overlays: RuleOverlays) -> None:
    rules = SHIPPED.rules("shandong")
    old = next(each for each in rules if each.key == "restriction" and "两种写法" in each.text_zh)
    before = {each.text_zh for each in SHIPPED.facts("shandong").restrictions}
    changed = replace(
        draft_of(old), value=("info",), text_zh="收件地址以 203 室为准", source="管局电话", as_of="2026-11"
    )
    row = overlays.add(changed, TODAY)
    shown = {each.text_zh for each in overlays.in_force().facts("shandong").restrictions}
    assert shown == before - {old.text_zh} | {"收件地址以 203 室为准"}
    overlays.correct(row, ended(changed), TODAY)
    assert {each.text_zh for each in overlays.in_force().facts("shandong").restrictions} == before - {old.text_zh}
    with pytest.raises(Invalid) as caught:
        overlays.add(ended(restriction()), TODAY)
    assert [each.code for each in caught.value.problems] == ["guide.rule_ends_nothing"]


def test_a_rule_that_no_longer_holds_leaves_nothing_in_force(database: Database, overlays: RuleOverlays) -> None:
    address = SHIPPED.leading("shandong", "address")
    assert address is not None
    told = replace(ended(draft_of(address)), source="管局电话", as_of="2026-11-20", text_zh="不再收邮寄")
    row = overlays.add(told, TODAY)
    assert overlays.in_force().facts("shandong").address is None
    assert overlays.in_force().leading("shandong", "address") is None
    assert [each.tone for each in RuleBrowser(database).history("shandong", "address")][-1] == "ended"
    overlays.withdraw(row)
    assert overlays.in_force() == SHIPPED
    overlays.reinstate(overlays.rows(withdrawn=True)[0])
    assert overlays.in_force().facts("shandong").address is None


@pytest.mark.parametrize(
    "rule",
    [each for key in (*province_keys(), COMMON) for each in shipped_rules(key)][::7],
    ids=lambda rule: rule.fingerprint,
)
def test_any_shipped_rule_can_be_corrected(rule: Rule) -> None:
    draft = replace(draft_of(rule), text_zh="改了", source="管局通知", as_of="2026-11")
    left_open = draft.value in ("", ())
    assert [each.path for each in problems(draft, TODAY)] == ["rule_value"] * left_open


def test_a_pack_is_taken_in_part_and_conflicts_are_named(
    overlays: RuleOverlays, other: RuleOverlays, tmp_path: Path
) -> None:
    overlays.add(OWNER, TODAY)
    overlays.add(restriction(), TODAY)
    lifted = next(each for each in SHIPPED.rules("shandong") if each.key == "restriction")
    overlays.add(replace(ended(draft_of(lifted)), source="管局通知", as_of="2026-11"), TODAY)
    theirs = other.add(replace(OWNER, value=("unit",), text_zh="只收本单位"), TODAY)
    path = tmp_path / "rules.toml"
    made = overlays.export(path, title="十一月", today=TODAY)
    seen = other.preview(path, TODAY)
    kinds = {each.rule.key + each.rule.province: each.kind for each in seen.differences}
    assert kinds == {"restrictiongansu": "added", "domain_ownerningxia": "conflict", "restrictionshandong": "withdrawn"}
    chosen = [each.place for each in seen.differences if each.kind == "conflict"]
    assert other.accept(path, made.sha256, TODAY, places=chosen) == 1
    assert [each.text_zh for each in other.rows()] == [OWNER.text_zh]
    assert next(each for each in other.rows(withdrawn=True) if each.id == theirs.id).withdrawn
    assert other.accept(path, made.sha256, TODAY) == 2


def test_chosen_rules_are_exported(overlays: RuleOverlays, tmp_path: Path) -> None:
    overlays.add(OWNER, TODAY)
    row = overlays.add(restriction(), TODAY)
    assert len(overlays.export(tmp_path / "some.toml", title="t", today=TODAY, ids={row.id}).rules) == 1
    with pytest.raises(UserError) as caught:
        overlays.export(tmp_path / "none.toml", title="t", today=TODAY, ids=set())
    assert caught.value.code == "guide.pack_empty"


def test_a_pack_of_the_first_format_is_still_read(overlays: RuleOverlays, tmp_path: Path) -> None:
    rules = (OWNER,)
    path = tmp_path / "old.toml"
    write_pack(path, rules, title="旧", made_by="组长", made_on=TODAY)
    text = path.read_text(encoding="utf-8").replace("format = 2", "format = 1").replace('replaces = ""\n', "")
    path.write_text(text.replace(content_hash(rules), content_hash(rules, 1)), encoding="utf-8")
    assert overlays.preview(path, TODAY).pack.rules == rules

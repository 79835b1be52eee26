"""A desk's own rules: kept with source and date, leading until withdrawn, handed on in packs that cannot be altered."""

from datetime import date
from pathlib import Path

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.rules.change_rules import leading
from app.rules.deregistration import Situation, channel
from app.services.audit import AuditLog
from app.services.deregistrations import Deregistrations
from app.services.flows.draft import Draft, Filing
from app.services.rule_browser import RuleBrowser
from app.services.rule_overlay_drafts import RuleDraft, choices, key_label, keys
from app.services.rule_overlays import RuleOverlays

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
    assert leading(overlays.rules("ningxia"), "domain_owner").text_zh == "只收本单位"
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
    pack = overlays.province("shandong")
    assert pack.address.text == "济南市示例路 1 号"
    assert (pack.processing.min, pack.processing.max) == (15, 15)
    situation = Situation(
        "shandong", "other", "domain", "subject", "unit", False, False, False, False, None, None, TODAY, pack
    )
    assert channel(situation).address.text == "济南市示例路 1 号"


def test_an_address_that_nobody_vouches_for_is_not_printed(overlays: RuleOverlays) -> None:
    overlays.add(RuleDraft("gansu", "address", "text", "兰州市示例路", "听说", "2026", "unknown"), TODAY)
    assert overlays.province("gansu").address is None


def test_a_hollow_rule_changes_what_paper_asks(overlays: RuleOverlays) -> None:
    assert overlays.province("hunan").hollow_may_add_service is False
    overlays.add(
        RuleDraft("hunan", "hollow_may_add_service", True, "可直接新增", "管局通知", "2026-11", "official"), TODAY
    )
    assert overlays.province("hunan").hollow_may_add_service is True


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
    assert (replaced.kind, replaced.now.as_of) == ("replaces", "2025-12")
    assert other.rows() == []
    assert other.accept(path, preview.pack.sha256, TODAY) == 2
    assert {each.pack for each in other.rows()} == {made.sha256}
    assert set(other.overlays()) == set(overlays.overlays())
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
        ("nonsense", "guide.pack_unreadable"),
        (whole.replace("format = 1", "format = 2"), "guide.pack_newer"),
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


def test_a_packet_follows_the_desks_own_rule(database: Database, overlays: RuleOverlays) -> None:
    draft = Draft(
        filing=Filing(scope="subject", number="鲁ICP备12345678号", subject_name="示例公司", domains=("example.com",)),
        relation="other",
        ground="domain",
    )
    service = Deregistrations(database, actor="组长")
    shipped = service.situation(draft, TODAY)
    assert channel(shipped).address.text != "济南市示例路 1 号"
    overlays.add(
        RuleDraft("shandong", "address", "text", "济南市示例路 1 号", "管局通知", "2026-11", "official"), TODAY
    )
    assert channel(service.situation(draft, TODAY)).address.text == "济南市示例路 1 号"
    assert Deregistrations(None, actor="").situation(draft, TODAY).pack is None

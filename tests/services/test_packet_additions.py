"""Packets made anew with enclosures that came later: the older paper stays, nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.db.database import Database
from app.errors import UserError
from app.services.cases import Cases
from app.services.demo_pictures import picture
from app.services.flows.parts import Authorized, FiledSubject, LetterAnswers
from app.services.flows.transfer_draft import Source, Target, TransferDraft
from app.services.materials import Materials
from app.services.packet_additions import PacketAdditions
from app.services.recipes import Recipe
from app.services.sending import Sending, SendingDesk
from app.services.transfers import Transfers

TODAY, LATER = date(2026, 11, 23), date(2026, 11, 25)
TRANSFER = TransferDraft(
    can_log_in=False,
    filing=FiledSubject("粤ICP备12345678号", "unit", "深圳市示例网络科技有限公司", "credit_code", "91440300MA5DFAXX01"),
    source=Source("old@example.com", "china", False),
    target=Target("1234567890", "china", False, False),
    applicant=Authorized("张示例", "id_card", "11010119900307109X", "13800138000"),
    letter=LetterAnswers(
        provider_name="示例云计算有限公司",
        legal_certificate_number="11010119900307109X",
        dated=TODAY,
        valid_until=date(2027, 2, 23),
    ),
    effects_confirmed=True,
)


@pytest.fixture
def case_id(database: Database) -> int:
    return Transfers(database, actor="小林").finish(TRANSFER, TODAY).case_id


@pytest.fixture
def cases(database: Database) -> Cases:
    return Cases(database, actor="小林")


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_what_came_later_goes_into_a_new_packet(database: Database, cases: Cases, case_id: int) -> None:
    assert cases.whole(case_id).newer == (), "nothing is missing that had not come"
    materials, service = Materials(database, actor="小林"), Transfers(database, actor="小林")
    materials.add(case_id, "unit_certificate_copy", "执照.png", picture("licence"))
    materials.add(case_id, "agent_id_copy", "证.png", picture("id_card"))
    materials.add(case_id, "other", "信.png", picture("letter"), title="客户说明")
    whole = cases.whole(case_id)
    assert [each.kind for each in whole.newer] == ["unit_certificate_copy", "agent_id_copy", "other"]
    [first] = whole.documents
    older = service.reprint(first.id)
    additions = PacketAdditions(database, actor="小林")
    change = additions.make_anew(first, [each.id for each in whole.newer], LATER)
    after = cases.whole(case_id)
    assert after.newer == () and [each.id for each in after.documents][1] == first.id
    packet = after.documents[0]
    recipe = Recipe.from_json(packet.recipe)
    assert len(recipe.file_hashes()) == 3 and packet.pages > first.pages
    marks = {each.kind: each.watermark for each in recipe.enclosures}
    assert marks["agent_id_copy"] == "仅用于办理粤ICP备12345678号备案转移 2026年11月23日"
    assert marks["unit_certificate_copy"] is None
    titles = [line.title for line in recipe.cover.lines]
    assert len(titles) == len(set(titles)) and titles[-1] == "客户说明", "a waiting line is taken, not doubled"
    keys = [line.key for line in recipe.cover.lines if line.key]
    assert [each.key for each in recipe.enclosures] == [key for key in keys if key.startswith("enclosure")]
    printed = service.reprint(packet.id)
    assert "2026年11月25日补入附件" in text_of(printed)
    assert "2026年11月30日" in text_of(printed) and after.case.due_on == date(2026, 11, 30), "three days on from LATER"
    assert "2026年11月26日" in text_of(older) and whole.case.due_on == date(2026, 11, 26)
    moved = [event.detail for event in after.history if event.detail.get("fields") == ["due_on"]]
    assert moved == [{"fields": ["due_on"], "from": "2026-11-26", "to": "2026-11-30"}], "the first day is kept"
    assert service.reprint(first.id) == older, "the older paper prints as it was"
    made = [event.detail for event in after.history if event.record == "document" and event.action == "create"]
    assert made[0]["added"] == 3 and made[0]["from"] == first.id
    taken = cases.undo(change.undo)
    assert cases.whole(case_id).case.due_on == date(2026, 11, 26)
    assert len(cases.documents(case_id)) == 1 and len(cases.whole(case_id).newer) == 3
    cases.undo(taken.undo)
    assert service.reprint(cases.documents(case_id)[0].id) == printed


def test_a_second_side_stands_with_the_first_and_a_straight_copy_instead(
    database: Database, cases: Cases, case_id: int
) -> None:
    materials = Materials(database, actor="小林")
    additions = PacketAdditions(database, actor="小林")
    first = materials.add(case_id, "holding_photo", "a.png", picture("whois"))
    [packet] = cases.documents(case_id)
    additions.make_anew(packet, [first.material_id], LATER)
    row = next(each for each in cases.materials(case_id) if each.id == first.material_id)
    materials.add(case_id, "holding_photo", "b.png", picture("letter"), title=row.title)
    copy = materials.straightened(row)
    whole = cases.whole(case_id)
    assert len(whole.newer) == 2 and copy.material_id in {each.id for each in whole.newer}
    additions.make_anew(whole.documents[0], [each.id for each in whole.newer], LATER)
    recipe = Recipe.from_json(cases.documents(case_id)[0].recipe)
    [paper] = recipe.enclosures
    assert len(paper.files) == 2 and recipe.cover.made_on.count("补入附件") == 1


def test_a_day_set_by_hand_and_papers_that_went_out_are_left_alone(
    database: Database, cases: Cases, case_id: int
) -> None:
    materials, additions = Materials(database, actor="小林"), PacketAdditions(database, actor="小林")
    added = materials.add(case_id, "unit_certificate_copy", "执照.png", picture("licence"))
    cases.move_due(cases.get(case_id), date(2026, 12, 24), "客户要求")
    additions.make_anew(cases.documents(case_id)[0], [added.material_id], LATER)
    assert cases.get(case_id).due_on == date(2026, 12, 24)
    other = Transfers(database, actor="小林").finish(TRANSFER, TODAY).case_id
    sending = SendingDesk(database, actor="小林")
    sent = sending.mark_sent(cases.documents(other)[0], Sending(date.today()), date.today())
    assert sent
    counted = cases.get(other).due_on
    added = materials.add(other, "agent_id_copy", "证.png", picture("id_card"))
    additions.make_anew(cases.documents(other)[0], [added.material_id], LATER)
    assert cases.get(other).due_on == counted


def test_nothing_to_add_is_said(database: Database, cases: Cases, case_id: int) -> None:
    [packet] = cases.documents(case_id)
    with pytest.raises(UserError) as error:
        PacketAdditions(database, actor="t").make_anew(packet, [99], LATER)
    assert error.value.code == "cases.nothing_to_add"
    with pytest.raises(UserError) as error:
        PacketAdditions(database, actor="t").make_anew(replace(packet, id=99), [1], LATER)
    assert error.value.code == "flows.no_such_document"

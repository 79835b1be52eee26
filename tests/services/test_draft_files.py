"""Files of half-made wizards in the store: they stay when the stick is pulled, and go with the draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.db.database import Database
from app.models.case import CaseItem
from app.models.document import Document
from app.models.material import Material, StoredFile
from app.services.case_purging import Purging
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases
from app.services.demo_pictures import picture
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.draft import Draft, Enclosure
from app.services.flows.parts import Authorized, FiledSubject, LetterAnswers
from app.services.flows.transfer_draft import Source, Target, TransferDraft
from app.services.mailbox_resets import MailboxResets
from app.services.materials import Materials
from app.services.recipes import Recipe
from app.services.transfers import Transfers

TODAY = date(2026, 11, 23)
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
def licence(tmp_path: Path) -> Path:
    file = tmp_path / "执照.png"
    file.write_bytes(picture("licence"))
    return file


@pytest.fixture
def drafts(database: Database) -> Drafts:
    return Drafts(database)


def stored(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(StoredFile)) or 0


def enclosing(*files: Path) -> TransferDraft:
    return replace(TRANSFER, enclosures=tuple(Enclosure("unit_certificate_copy", str(each)) for each in files))


def test_a_file_outlives_the_stick_it_came_from(database: Database, drafts: Drafts, licence: Path) -> None:
    number = drafts.save("transfer", enclosing(licence).to_json())
    licence.unlink()
    kept = TransferDraft.from_json(drafts.load(number).answers)
    assert kept.enclosures[0].sha256 and kept.enclosures[0].file == str(licence)
    service = Transfers(database, actor="小林")
    assert service.check(kept, TODAY) == ()
    finished = service.finish(kept, TODAY, draft_id=number)
    with database.read() as session:
        [material] = session.scalars(select(Material).where(Material.file_id.is_not(None)))
        assert (material.case_id, material.kind) == (finished.case_id, "unit_certificate_copy")
    assert service.reprint(finished.document_id) == finished.prepared.pdf


def test_saving_again_neither_reads_again_nor_keeps_twice(database: Database, drafts: Drafts, licence: Path) -> None:
    number = drafts.save("transfer", enclosing(licence).to_json())
    first = drafts.load(number).answers
    licence.write_bytes(picture("letter"))
    drafts.save("transfer", first, draft_id=number)
    assert drafts.load(number).answers == first and stored(database) == 1


def test_a_file_goes_with_its_draft_unless_something_else_holds_it(
    database: Database, drafts: Drafts, licence: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.png"
    letter.write_bytes(picture("letter"))
    one = drafts.save("transfer", enclosing(licence, letter).to_json())
    other = drafts.save("transfer", enclosing(licence).to_json())
    assert stored(database) == 2
    held = TransferDraft.from_json(drafts.load(one).answers)
    drafts.save("transfer", replace(held, enclosures=held.enclosures[:1]).to_json(), draft_id=one)
    assert stored(database) == 1, "what was taken out of the draft is gone"
    drafts.discard(one)
    assert stored(database) == 1, "the other draft needs it"
    drafts.discard(other)
    assert stored(database) == 0


def test_what_cannot_be_read_stays_a_path_and_is_named(database: Database, drafts: Drafts, tmp_path: Path) -> None:
    number = drafts.save("transfer", enclosing(tmp_path / "fort.png").to_json())
    kept = TransferDraft.from_json(drafts.load(number).answers)
    assert not kept.enclosures[0].sha256
    assert [each.code for each in Transfers(database, actor="t").check(kept, TODAY)] == ["flows.no_file"]
    lost = replace(kept, enclosures=(Enclosure("unit_certificate_copy", "执照.png", sha256="0" * 64),))
    assert [each.code for each in Transfers(database, actor="t").check(lost, TODAY)] == ["flows.kept_file_gone"]


def test_a_draft_thrown_away_elsewhere_is_saved_with_its_files(
    database: Database, drafts: Drafts, licence: Path
) -> None:
    number = drafts.save("transfer", enclosing(licence).to_json())
    answers = drafts.load(number).answers
    drafts.discard(number)
    again = drafts.load(drafts.save("transfer", answers, draft_id=number)).answers
    assert again["enclosures"] == answers["enclosures"] and stored(database) == 1


def test_sweeping_leaves_what_a_draft_or_a_paper_holds(database: Database, drafts: Drafts, licence: Path) -> None:
    drafts.save("transfer", enclosing(licence).to_json())
    case_id = CaseStarts(database, actor="t").create(CaseStart("transfer_offline"), TODAY)[0]
    with database.transaction() as session:
        for name in ("printed", "unneeded"):
            session.add(StoredFile(sha256=name * 8, media_type="image/png", name=name, size=1, data=b"x"))
        session.add(Document(case_id=case_id, kind="packet", title="线下转移", recipe={"files": ["printed" * 8]}))
    Purging(database, actor="t").purge(datetime.now(UTC) + timedelta(days=2))
    with database.read() as session:
        assert set(session.scalars(select(StoredFile.name))) == {"printed", "执照.png"}


@pytest.mark.parametrize(
    ("make", "procedure_id", "kinds"),
    [
        (Transfers, "transfer_offline", ["unit_certificate_copy", "holding_photo"]),
        (MailboxResets, "reset_wanwang_mailbox", ["holding_photo"]),
        (
            Deregistrations,
            "deregister_offline_other_unit",
            ["unit_certificate_copy", "domain_certificate", "holding_photo"],
        ),
    ],
)
def test_a_wizard_begins_with_what_its_case_has_received(
    database: Database, make: type, procedure_id: str, kinds: list[str]
) -> None:
    case_id = CaseStarts(database, actor="小林").create(CaseStart(procedure_id), TODAY)[0]
    materials = Materials(database, actor="小林")
    for kind, name in (("unit_certificate_copy", "licence"), ("domain_certificate", "whois"), ("other", "id_card")):
        materials.add(case_id, kind, f"{name}.png", picture(name))
    photo = materials.add(case_id, "holding_photo", "photo.png", picture("letter"))
    service = make(database, actor="小林")
    draft = service.start(case_id=case_id)
    assert sorted(each.kind for each in draft.enclosures) == sorted(kinds)
    assert all(each.sha256 for each in draft.enclosures)
    assert len(service.case_files(draft)) == 4, "the rest is offered"
    row = next(each for each in Cases(database, actor="小林").materials(case_id) if each.id == photo.material_id)
    copy = materials.straightened(row)
    again = service.start(case_id=case_id)
    [shown] = [each for each in again.enclosures if each.kind == "holding_photo"]
    assert "拉正" in shown.file and copy.material_id, "the straightened copy goes out, not the photograph as well"


def test_finishing_from_a_case_asks_for_nothing_twice(database: Database) -> None:
    case_id = CaseStarts(database, actor="小林").create(CaseStart("transfer_offline"), TODAY)[0]
    Materials(database, actor="小林").add(case_id, "unit_certificate_copy", "执照.png", picture("licence"))
    cases, service = Cases(database, actor="小林"), Transfers(database, actor="小林")
    before = cases.whole(case_id)
    given = service.start(case_id=case_id)
    draft = replace(TRANSFER, case_id=case_id, ticket=given.ticket, enclosures=given.enclosures)
    service.finish(draft, TODAY)
    after = cases.whole(case_id)
    assert [each.file_id for each in after.materials].count(before.materials[0].file_id or 1) <= 1
    kinds = [item.kind for item in after.items if item.kind not in ("step", "other")]
    assert len(kinds) == len(set(kinds)), kinds
    received = [each for each in after.materials if each.file_id is not None]
    assert len(received) == 1
    [line] = [item for item in after.items if item.kind == "unit_certificate_copy"]
    assert line.done_at is not None and line.material_id == received[0].id
    service.finish(draft, TODAY)
    assert len(cases.whole(case_id).items) == len(after.items), "made anew, the list stays as it is"
    [packet, _older] = cases.documents(case_id)
    assert len(Recipe.from_json(packet.recipe).file_hashes()) == 1


def test_a_first_draft_of_a_record_has_no_enclosures(database: Database) -> None:
    assert Deregistrations(database, actor="t").case_files(Draft()) == ()
    with database.read() as session:
        assert session.scalars(select(CaseItem)).all() == []

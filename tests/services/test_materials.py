"""Enclosures of a case over a real store: taken in, doubled, straightened, joined, removed, purged."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from PIL import Image
from sqlalchemy import func, select

from app.db.database import Database
from app.errors import UserError
from app.forms.canvas import new_canvas
from app.forms.cover import CoverSheet
from app.forms.enclosures import Enclosure, prepare_enclosure, read_enclosure
from app.forms.raster import PageImage, page_image
from app.forms.watermark import WatermarkPlace
from app.models.audit_event import AuditEvent
from app.models.material import StoredFile
from app.services.case_purging import Purging
from app.services.case_settings import DeskRules, DeskSettings
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases
from app.services.demo_pictures import picture
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.materials import Materials
from app.services.recipes import EnclosedPaper, Recipe, sha256_of
from app.services.undo import rebased

TODAY = date(2026, 9, 28)


@pytest.fixture
def materials(database: Database) -> Materials:
    return Materials(database, actor="小林")


@pytest.fixture
def cases(database: Database) -> Cases:
    return Cases(database, actor="小林")


@pytest.fixture
def case_id(database: Database) -> int:
    return CaseStarts(database, actor="小林").create(CaseStart("transfer_offline"), TODAY)[0]


@pytest.fixture(scope="module")
def crooked() -> bytes:
    paper = Image.open(io.BytesIO(picture("letter"))).convert("RGB")
    table = Image.new("RGB", (paper.width + 400, paper.height + 400), (92, 70, 50))
    table.paste(paper, (200, 200))
    stream = io.BytesIO()
    table.rotate(4, expand=True, fillcolor=(92, 70, 50)).save(stream, "JPEG", quality=85)
    return stream.getvalue()


def files(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(StoredFile)) or 0


def test_a_file_takes_the_place_that_waits_for_it(materials: Materials, cases: Cases, case_id: int) -> None:
    wanted = next(item for item in cases.items(case_id) if item.kind == "authorization_letter")
    data = picture("letter")
    added = materials.add(case_id, "authorization_letter", "11010119900101001X.png", data)
    assert added.material_id == wanted.material_id and added.findings == ()
    item = next(each for each in cases.items(case_id) if each.id == wanted.id)
    assert item.done_at is not None and item.done_by == "小林"
    held = materials.read(added.material_id)
    assert held.data == data and "11010119900101001X" not in held.name, "kept as it came, named without the number"
    count = len(cases.materials(case_id))
    materials.add(case_id, "authorization_letter", "b.png", picture("licence"))
    assert len(cases.materials(case_id)) == count + 1


def test_what_is_wrong_with_a_picture_stays_with_it(materials: Materials, cases: Cases, case_id: int) -> None:
    small = Image.open(io.BytesIO(picture("id_card"))).resize((300, 190))
    stream = io.BytesIO()
    small.convert("RGB").save(stream, "PNG")
    added = materials.add(case_id, "id_card_copy", "card.png", stream.getvalue())
    assert [each.code for each in added.findings] == ["cases.picture_small"]
    [kept] = [each for each in cases.materials(case_id) if each.id == added.material_id]
    assert kept.findings[0]["facts"]["width"] == 300


def test_the_same_file_is_told_here_and_in_other_cases(
    database: Database, materials: Materials, cases: Cases, case_id: int
) -> None:
    materials.add(case_id, "holding_photo", "a.png", picture("licence"))
    with pytest.raises(UserError) as error:
        materials.add(case_id, "other", "again.png", picture("licence"))
    assert error.value.code == "cases.file_twice_here"
    other = CaseStarts(database, actor="小林").create(CaseStart("transfer_offline"), TODAY)[0]
    added = materials.add(other, "holding_photo", "a.png", picture("licence"))
    assert [each.code for each in added.findings] == ["cases.file_elsewhere"]
    assert added.findings[0].facts["number"] == cases.get(case_id).number
    assert files(database) == 1, "kept once"


def test_straightening_makes_another_file_and_keeps_the_original(
    materials: Materials, cases: Cases, case_id: int, crooked: bytes
) -> None:
    added = materials.add(case_id, "authorization_letter", "photo.jpg", crooked)
    assert "cases.picture_crooked" in {each.code for each in added.findings}
    row = next(each for each in cases.materials(case_id) if each.id == added.material_id)
    copy = materials.straightened(row)
    assert copy.findings == ()
    assert sha256_of(materials.read(row.id).data) == sha256_of(crooked)
    assert materials.read(copy.material_id).data != crooked


def test_taking_in_and_renaming_are_taken_back(materials: Materials, cases: Cases, case_id: int) -> None:
    before = cases.whole(case_id)
    added = materials.add(case_id, "authorization_letter", "a.png", picture("letter"))
    extra = materials.add(case_id, "other", "b.png", picture("licence"), title="照片")
    row = next(each for each in cases.materials(case_id) if each.id == extra.material_id)
    renamed = materials.set_kind(row, "holding_photo")
    steps = [added.change.undo, extra.change.undo, renamed.undo]
    while steps:
        taken = steps.pop()
        redo = cases.undo(taken)
        assert redo.cases == {case_id}
        steps = [rebased(each, taken, redo.undo) for each in steps]
    after = cases.whole(case_id)
    assert [(each.kind, each.state) for each in after.materials] == [(e.kind, e.state) for e in before.materials]
    assert [each.done_at for each in after.items] == [each.done_at for each in before.items]


def test_pictures_become_one_pdf(materials: Materials, cases: Cases, case_id: int) -> None:
    for name in ("letter", "licence"):
        materials.add(case_id, "other", f"{name}.png", picture(name), title=name)
    rows = [each for each in cases.materials(case_id) if each.title in ("letter", "licence")]
    added = materials.joined(rows, title="合并", kind="other")
    held = materials.read(added.material_id)
    assert held.is_pdf and read_enclosure(held.data, held.name).pages == 2
    pdf = next(each for each in cases.materials(case_id) if each.id == added.material_id)
    with pytest.raises(UserError) as error:
        materials.straightened(pdf)
    assert error.value.code == "cases.not_a_picture"


def test_removing_frees_the_place_and_after_the_next_start_the_file(
    database: Database, materials: Materials, cases: Cases, case_id: int
) -> None:
    added = materials.add(case_id, "authorization_letter", "a.png", picture("letter"))
    row = next(each for each in cases.materials(case_id) if each.id == added.material_id)
    removed = materials.remove(row)
    left = next(each for each in cases.materials(case_id) if each.id == row.id)
    assert left.state == "wanted" and left.file_id is None
    assert next(each for each in cases.items(case_id) if each.material_id == row.id).done_at is None
    back = cases.undo(removed.undo)
    assert materials.read(row.id).data == picture("letter")
    assert next(each for each in cases.items(case_id) if each.material_id == row.id).done_at is not None
    again = cases.undo(back.undo)
    Purging(database, actor="小林").purge(datetime.now(UTC) + timedelta(days=2))
    assert files(database) == 0
    with pytest.raises(UserError) as error:
        cases.undo(again.undo)
    assert error.value.code == "cases.undo_file_gone"
    with pytest.raises(UserError) as error:
        materials.remove(row)
    assert error.value.code == "cases.changed_elsewhere"


def test_files_are_purged_after_the_time_of_the_rule(
    database: Database, materials: Materials, cases: Cases, case_id: int
) -> None:
    added = materials.add(case_id, "authorization_letter", "a.png", picture("letter"))
    now = datetime.now(UTC)
    purging = Purging(database, actor="小林")
    assert not purging.purge(now + timedelta(days=900)), "an open case keeps its files"
    cases.set_state(cases.get(case_id), "closed", reason="办结")
    assert not purging.purge(now + timedelta(days=89))
    assert purging.purge(now + timedelta(days=91)).cases == {case_id}
    assert files(database) == 0
    with pytest.raises(UserError) as error:
        materials.read(added.material_id)
    assert error.value.code == "cases.file_purged"
    with database.read() as session:
        [event] = session.scalars(select(AuditEvent).where(AuditEvent.action == "purge"))
        assert event.detail == {"files": 1, "days": 90}
    DeskSettings(database, actor="t").save(DeskRules(purge_days=0))
    assert not purging.purge(now + timedelta(days=9000))


def test_what_cannot_be_printed_is_refused(materials: Materials, case_id: int) -> None:
    with pytest.raises(UserError) as error:
        materials.add(case_id, "other", "x.docx", b"PK\x03\x04 [Content_Types].xml")
    assert error.value.code == "packet.file_is_office"
    with pytest.raises(UserError) as error:
        materials.add(case_id, "ticket", "x.png", picture("letter"))
    assert error.value.code == "flows.not_a_choice" and "other" in ENCLOSURE_KINDS


@pytest.mark.parametrize("place", ["tiled", "middle", "foot"])
def test_the_watermark_of_the_desk_goes_onto_copies(place: str) -> None:
    plain, marked = (
        Enclosure("身份证", (picture("id_card"),), text, watermark_place=WatermarkPlace(place))
        for text in (None, "仅供备案核验")
    )
    rows = [page_image(pages_of(each), 0, 50) for each in (plain, marked)]
    changed = [number for number, (a, b) in enumerate(zip(*(each.rgb for each in rows), strict=True)) if a != b]
    height = [number // rows[0].stride for number in changed]
    assert changed
    if place == "foot":
        assert min(height) > sum(height_of_card(rows[0])) / 2, "only the lower half is written on"


def test_rules_of_the_desk_reword_a_recipe() -> None:
    paper = EnclosedPaper("enclosure-1", "id_card_copy", "身份证", ("0" * 64,), "仅用于办理注销")
    plain = EnclosedPaper("enclosure-2", "domain_certificate", "域名证书", ("1" * 64,))
    recipe = Recipe("包", "", "", "", {}, CoverSheet("BD-1", ()), (paper, plain))
    rules = DeskRules(watermark_text="仅供备案", watermark_place="foot")
    marked = recipe.marked(rules.mark).enclosures
    assert (marked[0].watermark, marked[0].watermark_place, marked[1].watermark) == ("仅供备案", "foot", None)
    assert recipe.marked(DeskRules(watermark=False).mark).enclosures[0].watermark is None


def pages_of(enclosure: Enclosure) -> bytes:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="x")
    prepare_enclosure(enclosure).draw(canvas, "E")
    canvas.save()
    return stream.getvalue()


def height_of_card(page: PageImage) -> tuple[int, int]:
    """First and last row of a drawn page that hold something of the card, the caption left out."""
    image = Image.frombuffer("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride, 1)
    middle = image.convert("L").crop((page.width // 3, page.height // 12, 2 * page.width // 3, page.height))
    box = middle.point([255 if each < 235 else 0 for each in range(256)]).getbbox()
    assert box is not None
    return box[1] + page.height // 12, box[3] + page.height // 12

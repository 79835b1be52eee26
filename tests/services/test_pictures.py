"""Pictures straightened and joined over a real store: the originals stay, and the same recipe gives the same bytes."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import update

from app.db.database import Database
from app.errors import UserError
from app.forms.enclosures import read_enclosure
from app.models.material import MaterialRow, StoredFile
from app.services.case_purging import Purging
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases
from app.services.demo_pictures import picture
from app.services.drafts import Drafts
from app.services.made_files import Source, Steps
from app.services.materials import Materials
from app.services.pictures import PictureRecipe, Pictures, Shape, open_picture, to_join
from app.services.recipes import sha256_of
from app.services.stored_files import kept_file

TODAY = date(2026, 11, 23)


@pytest.fixture
def materials(database: Database) -> Materials:
    return Materials(database, actor="小林")


@pytest.fixture
def case_id(database: Database) -> int:
    return CaseStarts(database, actor="小林").create(CaseStart("transfer_offline"), TODAY)[0]


@pytest.fixture(scope="module")
def shot(photographer: Any) -> bytes:
    data: bytes = photographer.jpeg(photographer.picture("id_card", photographer.corners(85.6, 54, tilt=0.3, pan=0.2)))
    return data


def held(database: Database, data: bytes) -> bool:
    with database.read() as session:
        return kept_file(session, sha256_of(data)) is not None


def only(database: Database, case_id: int, title: str) -> MaterialRow:
    [row] = [each for each in Cases(database, actor="t").materials(case_id) if each.title == title]
    return row


def test_a_straightened_picture_can_be_made_again_from_its_original(
    database: Database, materials: Materials, case_id: int, shot: bytes
) -> None:
    materials.add(case_id, "id_card_copy", "a.jpg", shot, title="正面")
    added = materials.straightened(only(database, case_id, "正面"))
    copy = materials.read(added.material_id).data
    assert Pictures(database).made_again(sha256_of(copy)) == copy
    assert held(database, shot)
    with pytest.raises(UserError):
        Pictures(database).made_again(sha256_of(shot))


def test_a_straightened_picture_opens_as_it_was_left(
    database: Database, materials: Materials, case_id: int, shot: bytes
) -> None:
    materials.add(case_id, "id_card_copy", "a.jpg", shot, title="正面")
    picture_of_row = materials.open_picture(only(database, case_id, "正面"))
    assert picture_of_row.guess.found and picture_of_row.recipe.shape is Shape.CARD
    chosen = PictureRecipe(picture_of_row.recipe.corners, Shape.FREE, turns=2)
    materials.straightened(only(database, case_id, "正面"), chosen)
    row = only(database, case_id, "正面（拉正）")
    again = materials.open_picture(row)
    assert again.data == shot and again.recipe == chosen
    other = PictureRecipe(turns=1)
    materials.straightened(row, other)
    row = only(database, case_id, "正面（拉正）")
    assert materials.open_picture(row).recipe == other, "in the same place, from the same original"


def test_an_original_goes_when_what_was_made_of_it_has_gone(
    database: Database, materials: Materials, case_id: int, shot: bytes
) -> None:
    materials.add(case_id, "id_card_copy", "a.jpg", shot, title="正面")
    added = materials.straightened(only(database, case_id, "正面"))
    copy = materials.read(added.material_id).data
    materials.remove(only(database, case_id, "正面"))
    purging = Purging(database, actor="t")
    purging.purge(datetime.now(UTC) + timedelta(days=2))
    assert held(database, shot) and held(database, copy), "the copy keeps its original"
    materials.remove(only(database, case_id, "正面（拉正）"))
    purging.purge(datetime.now(UTC) + timedelta(days=2))
    assert not held(database, shot) and not held(database, copy)


def test_a_wizard_keeps_what_it_was_made_from(database: Database, shot: bytes) -> None:
    pictures = Pictures(database)
    opened = pictures.open("110101199001010012.jpg", shot, "id_card_copy")
    assert "199001010012" not in opened.name
    kept = pictures.keep_straightened(opened, opened.recipe)
    drafts = Drafts(database)
    draft = drafts.save(
        "deregistration", {"enclosures": [{"kind": "id_card_copy", "file": kept.name, "sha256": kept.sha256}]}
    )
    Purging(database, actor="t").purge(datetime.now(UTC) + timedelta(days=2))
    assert held(database, shot)
    drafts.discard(draft)
    assert not held(database, shot), "the draft was all that needed it"


def test_cleaning_spares_what_a_wizard_has_in_hand(database: Database, shot: bytes) -> None:
    pictures, purging = Pictures(database), Purging(database, actor="t")
    pictures.keep("旧.jpg", shot)
    with database.transaction() as session:
        session.execute(update(StoredFile).values(created_at=datetime.now(UTC) - timedelta(days=30)))
    kept = pictures.keep("正面.jpg", shot)  # the same picture pasted again, and its draft not saved yet
    purging.purge(datetime.now(UTC))
    assert held(database, shot)
    drafts = Drafts(database)
    drafts.save("deregistration", {"enclosures": [{"kind": "other", "file": kept.name, "sha256": kept.sha256}]})
    purging.purge(datetime.now(UTC) + timedelta(days=30))
    assert held(database, shot), "the draft holds it now"


def test_what_nobody_came_back_for_goes_after_a_day(database: Database, shot: bytes) -> None:
    Pictures(database).keep("正面.jpg", shot)
    purging = Purging(database, actor="t")
    purging.purge(datetime.now(UTC) + timedelta(hours=23))
    assert held(database, shot)
    purging.purge(datetime.now(UTC) + timedelta(hours=25))
    assert not held(database, shot)


def test_several_become_one_pdf_that_can_be_made_again(
    database: Database, materials: Materials, case_id: int, shot: bytes
) -> None:
    front = to_join("front.jpg", shot, "id_card_copy")
    assert front.is_card and front.thumb is not None
    files = [(each.source(two_to_a_page=True), each.data) for each in (front, to_join("b.png", picture("letter")))]
    added = materials.add_joined(case_id, "other", files, title="材料")
    pdf = materials.read(added.material_id).data
    assert read_enclosure(pdf, "a.pdf").pages == 2
    assert Pictures(database).made_again(sha256_of(pdf)) == pdf
    kept = Pictures(database).keep_joined(files, "材料")
    assert kept.sha256 == sha256_of(pdf)


def test_a_scan_of_several_pages_is_joined_whole() -> None:
    stream = io.BytesIO()
    pages = [Image.new("L", (900, 1200), shade) for shade in (250, 200, 150)]
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    entry = to_join("scan.tiff", stream.getvalue())
    assert entry.pages == 3 and entry.recipe is None and entry.thumb is not None
    with pytest.raises(UserError) as error:
        open_picture("a.pdf", b"%PDF-1.4")
    assert error.value.code.startswith("packet.pdf")


def test_damaged_steps_say_so() -> None:
    whole = Steps((Source("0" * 64, "a", PictureRecipe()),)).to_json()
    assert Steps.from_json(whole).to_json() == whole
    for bad in ({}, {**whole, "version": 9}, {**whole, "sources": [{}]}, {**whole, "sources": 5}):
        with pytest.raises(UserError) as error:
            Steps.from_json(bad)
        assert error.value.code == "cases.recipe_damaged"


def test_trying_a_recipe_is_small_and_true(photographer: Any, shot: bytes) -> None:
    opened = open_picture("a.jpg", shot, "id_card_copy")
    pixels = opened.tried(opened.recipe)
    assert pixels.width / pixels.height == pytest.approx(85.6 / 54, rel=0.01)
    assert len(pixels.rgb) == 3 * pixels.width * pixels.height <= 3 * 1100 * 1100

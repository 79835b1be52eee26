"""Official blanks in a store: kept unchanged, put to use, filled by the flows, printed again later, shared in packs."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import update

from app.db.database import Database
from app.db.keys import new_key
from app.errors import Invalid, UserError
from app.forms.blanks import operations
from app.forms.blanks.form import BlankForm
from app.forms.blanks.pack import make_pack, read_pack
from app.forms.spec import FormSpec
from app.models.blank import Blank
from app.models.document import Document
from app.services import blank_documents
from app.services.blank_packs import BlankPacks, Choice
from app.services.blanks import BlankDetails, Blanks, Sample, bring_in, filled_with_sample, province_key
from app.services.deregistrations import Deregistrations
from app.services.flows.draft import Applicant, Draft, Enclosure, Filing
from app.services.form_editions import FormEditions
from app.services.forms_info import form_infos

FOLDER = Path(__file__).resolve().parents[1] / "data" / "blanks"
TODAY = date(2026, 11, 23)
DETAILS = BlankDetails(
    "shandong", "2026-03", "山东省ICP用户注销备案申请表", issued_on=date(2026, 3, 1), source="管局网站"
)


@pytest.fixture
def blanks(database: Database) -> Blanks:
    return Blanks(database, actor="tester")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "other.store", new_key()) as opened:
        yield opened


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    licence = tmp_path / "licence.png"
    licence.write_bytes((FOLDER / "photo.png").read_bytes())
    return Draft(
        filing=Filing(
            scope="site", number="鲁ICP备12345678号-1", subject_name="青岛旧主网络有限公司", domains=("example.com",)
        ),
        relation="other",
        ground="domain",
        applicant=Applicant(
            kind="unit",
            name="济南示例商贸有限公司",
            certificate_type="credit_code",
            certificate_number="91370100MA3C00000E",
            contact_name="王五",
            mobile="13800138000",
            email="contact@example.com",
        ),
        reason="本单位已购得该域名，与原备案主体不符，申请注销。",
        application_date=TODAY,
        enclosures=(
            Enclosure("unit_certificate_copy", str(licence)),
            Enclosure("domain_certificate", str(licence)),
        ),
    )


def brought(name: str = "lo_table.pdf"):
    return bring_in((FOLDER / name).read_bytes(), name)


def test_a_blank_is_kept_as_it_came(blanks: Blanks) -> None:
    file = brought("active.pdf")
    row = blanks.add(file, DETAILS)
    assert (row.state, row.revision, row.original_sha256) == ("draft", 0, hashlib.sha256(file.data).hexdigest())
    assert blanks.original(row.id) == ("active.pdf", file.data)
    assert {each["code"] for each in row.findings} >= {"packet.note_scripts_dropped"}
    desk = blanks.desk(row.id)
    assert desk.mapping == file.mapping
    assert blanks.guess_again(row.id) == file.mapping
    assert [each.id for each in blanks.rows()] == [row.id]


def test_details_are_asked(blanks: Blanks) -> None:
    with pytest.raises(Invalid) as caught:
        blanks.add(brought(), BlankDetails("atlantis", "new", " ", "marriage"))
    assert {each.path for each in caught.value.problems} == {"province", "edition", "title", "kind"}
    blanks.add(brought(), DETAILS)
    with pytest.raises(UserError) as again:
        blanks.add(brought(), DETAILS)
    assert again.value.code == "blanks.edition_taken"


def test_provinces_have_many_names() -> None:
    assert {province_key(word) for word in ("粤", "guangdong", "广东", "广东省")} == {"guangdong"}
    with pytest.raises(UserError):
        province_key("Atlantis")


def test_the_blank_in_force_is_filled_and_the_built_in_form_is_the_fallback(blanks: Blanks, database: Database) -> None:
    forms = FormEditions(database)
    row = blanks.add(brought(), DETAILS)
    assert isinstance(forms.current("deregistration", "shandong", TODAY), FormSpec)
    row = blanks.publish(row, since=date(2026, 3, 1), until=date(2026, 12, 31))
    found = forms.current("deregistration", "shandong", TODAY)
    assert isinstance(found, BlankForm)
    assert (found.code, found.edition, found.prefix) == ("blank-deregistration-shandong", "2026-03#1", "鲁")
    for day in (date(2026, 2, 28), date(2027, 1, 1)):
        assert isinstance(forms.current("deregistration", "shandong", day), FormSpec)
    assert isinstance(forms.current("deregistration", "beijing", TODAY), FormSpec)
    newer = blanks.add(brought("lo_pairs.pdf"), replace(DETAILS, edition="2026-09"))
    blanks.publish(newer, since=date(2026, 9, 1))
    assert forms.current("deregistration", "shandong", TODAY).edition == "2026-09#1"
    blanks.withdraw(blanks.get(newer.id))
    assert forms.current("deregistration", "shandong", TODAY).edition == "2026-03#1"


def test_an_empty_mapping_is_not_put_to_use(blanks: Blanks) -> None:
    row = blanks.add(brought("scan.pdf"), DETAILS)
    with pytest.raises(Invalid) as caught:
        blanks.publish(row)
    assert [each.code for each in caught.value.problems] == ["blanks.nothing_mapped"]


def test_the_second_editor_is_told(blanks: Blanks) -> None:
    row = blanks.add(brought(), DETAILS)
    moved = operations.move(blanks.desk(row.id).mapping, {"b1"}, 1, 1)
    blanks.save_mapping(row, moved)
    with pytest.raises(UserError) as caught:
        blanks.save_mapping(row, moved)
    assert caught.value.code == "store.changed_elsewhere"


def test_flows_print_on_the_blank_and_older_papers_print_again(
    blanks: Blanks, database: Database, draft: Draft
) -> None:
    service = Deregistrations(database, actor="tester")
    row = blanks.publish(blanks.add(brought(), DETAILS))
    preview = service.preview(draft, TODAY)
    assert preview is not None
    assert (preview.form_edition, preview.evidence) == ("2026-03#1", "official blank")
    assert service.check(draft, TODAY) == ()
    finished = service.finish(draft, TODAY)
    assert finished.prepared.form_code == "blank-deregistration-shandong"
    first = service.reprint(finished.document_id)
    # The mapping is changed, the blank replaced and withdrawn: what was printed prints again as it was.
    changed = operations.move(blanks.desk(row.id).mapping, {"b5", "b6"}, 3, 2)
    row = blanks.publish(blanks.save_mapping(row, changed))
    assert row.revision == 2
    assert service.prepare(draft, TODAY).pdf != first
    blanks.withdraw(row)
    fresh = Deregistrations(database, actor="tester")
    assert fresh.reprint(finished.document_id) == first
    assert fresh.prepare(draft, TODAY).evidence != "official blank"
    with pytest.raises(UserError) as caught:
        blanks.delete(blanks.get(row.id))
    assert caught.value.code == "blanks.in_use"


def test_a_changed_file_is_never_printed_on(blanks: Blanks, database: Database, draft: Draft) -> None:
    row = blanks.publish(blanks.add(brought(), DETAILS))
    with database.transaction() as session:
        session.execute(update(Blank).where(Blank.id == row.id).values(paper=brought("lo_pairs.pdf").taken.paper))
    with pytest.raises(UserError) as caught:
        Deregistrations(database, actor="tester").prepare(draft, TODAY)
    assert caught.value.code == "blanks.file_changed"


def test_an_old_blank_is_warned_of(blanks: Blanks, database: Database, draft: Draft) -> None:
    row = blanks.publish(blanks.add(brought(), replace(DETAILS, issued_on=date(2025, 10, 1))))
    errors, doubts = blanks.check(row.id, TODAY)
    assert not errors
    assert [each.facts["months"] for each in doubts if each.code == "blanks.old"] == [13]
    assert any("13 个月" in notice for notice in Deregistrations(database, actor="t").prepare(draft, TODAY).notices)
    assert not [each for each in blanks.check(row.id, date(2026, 9, 30))[1] if each.code == "blanks.old"]


def test_a_blank_without_papers_can_go(blanks: Blanks) -> None:
    row = blanks.publish(blanks.add(brought(), DETAILS))
    blanks.delete(row)
    assert blanks.rows() == ()
    with pytest.raises(UserError) as caught:
        blanks.get(row.id)
    assert caught.value.code == "blanks.gone"


@pytest.mark.parametrize("sample", list(Sample))
def test_a_test_fill_is_always_shown(blanks: Blanks, sample: Sample) -> None:
    desk = blanks.desk(blanks.add(brought("lo_pairs.pdf"), DETAILS).id)
    shown = filled_with_sample(desk.form(), sample)
    assert shown.pages >= 1
    assert all(each.code == "forms.too_long_for_cell" for each in shown.problems)


def test_a_copy_of_a_built_in_form_is_a_blank(blanks: Blanks, database: Database, draft: Draft) -> None:
    row = blanks.copy_built_in("deregistration-shandong", "2022", DETAILS)
    moved = operations.move(blanks.desk(row.id).mapping, {"b1"}, 0.5, 0)
    blanks.publish(blanks.save_mapping(row, moved))
    assert Deregistrations(database, actor="t").prepare(draft, TODAY).form_edition == "2026-03#1"


def test_a_sheet_of_a3_stays_a3_in_the_packet(blanks: Blanks, database: Database, draft: Draft) -> None:
    blanks.publish(blanks.add(brought("a3_folded.pdf"), DETAILS))
    service = Deregistrations(database, actor="t")
    shown = service.preview(draft, TODAY, whole=True)
    assert shown is not None
    widths = [round(size.width / 72 * 25.4) for size in shown.sizes]
    assert widths.count(420) == 1
    assert set(widths) == {210, 420}


def test_forms_say_where_they_come_from(blanks: Blanks, database: Database) -> None:
    blanks.publish(blanks.add(brought(), DETAILS))
    infos = form_infos(blanks=FormEditions(database).dated())
    ours = [info for info in infos if info.province == "shandong"]
    assert [info.origin for info in ours] == ["official blank", "built-in"]
    assert ours[0].to_json()["sources"][0]["source"] == "管局网站"
    assert len(infos) == len(form_infos()) + 1


def test_a_pack_prints_the_same_bytes_on_another_empty_store(
    blanks: Blanks, database: Database, other: Database, draft: Draft
) -> None:
    row = blanks.publish(blanks.add(brought(), DETAILS), since=date(2026, 3, 1))
    blanks.add(brought("acroform.pdf"), replace(DETAILS, province="beijing", edition="2025"))
    ids = [each.id for each in blanks.rows()]
    pack = BlankPacks(database, actor="t").export(ids)
    assert BlankPacks(database, actor="t").export(ids) == pack
    result = BlankPacks(other, actor="t").take_in(pack)
    assert (len(result.added), result.replaced, result.kept) == (2, (), 0)
    here, there = FormEditions(database), FormEditions(other)
    values = {"applicant_name": "济南示例商贸有限公司", "ground": "domain", "contact_name": "欧阳𬭎"}
    from app.forms.blanks.fill import fill_blank

    mine, theirs = here.blank("deregistration", "shandong", TODAY), there.blank("deregistration", "shandong", TODAY)
    assert mine is not None
    assert theirs is not None
    assert fill_blank(mine, values).pdf == fill_blank(theirs, values).pdf
    first, second = Deregistrations(database, actor="t"), Deregistrations(other, actor="t")
    assert first.prepare(draft, TODAY).pdf == second.prepare(draft, TODAY).pdf
    assert Blanks(other, actor="t").original(result.added[0])[1] in {
        brought(n).data for n in ("lo_table.pdf", "acroform.pdf")
    }
    assert BlankPacks(other, actor="t").take_in(pack).equal == 2
    assert row.revision == 1


def test_conflicts_are_shown_side_by_side(blanks: Blanks, database: Database, other: Database) -> None:
    row = blanks.publish(blanks.add(brought(), DETAILS))
    pack = BlankPacks(database, actor="t").export([row.id])
    theirs = Blanks(other, actor="t")
    kept = theirs.publish(theirs.add(brought("lo_pairs.pdf"), replace(DETAILS, title="另一张表")))
    packs = BlankPacks(other, actor="t")
    (conflict,) = packs.preview(pack).conflicts
    told = {what: (here, there) for what, here, there in conflict.differences}
    assert told["title"] == ("另一张表", DETAILS.title)
    assert told["original_sha256"] == (kept.original_sha256, row.original_sha256)
    with pytest.raises(UserError) as caught:
        packs.take_in(pack)
    assert caught.value.code == "blanks.pack_conflicts"
    assert packs.take_in(pack, {conflict.key: Choice.KEEP}).kept == 1
    assert theirs.get(kept.id).title == "另一张表"
    taken = packs.take_in(pack, {conflict.key: Choice.TAKE})
    states = {each.edition: each.state for each in theirs.rows()}
    # The file that papers may have been printed on keeps its edition, so that they print again.
    assert states == {"2026-03": "withdrawn", "2026-03.2": "current"}
    assert len(taken.replaced) == 1


def spoilt(pack: bytes, name: str, change) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(pack)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            data = old.read(each)
            new.writestr(each, change(data) if each.endswith(name) else data)
    return stream.getvalue()


def test_a_pack_that_was_changed_is_refused_whole(blanks: Blanks, database: Database, other: Database) -> None:
    kept = blanks.add(brought(), DETAILS).id
    pack = BlankPacks(database, actor="t").export([kept, kept])
    packs = BlankPacks(other, actor="t")
    for broken, code in (
        (make_pack(read_pack(pack) * 2), "blanks.pack_unreadable"),
        (spoilt(pack, "original", lambda data: data + b" "), "blanks.pack_changed"),
        (spoilt(pack, "mapping.json", lambda data: data.replace(b"reason", b"ground")), "blanks.pack_changed"),
        (
            spoilt(pack, "manifest.json", lambda data: data.replace(b'"version": 1', b'"version": 9')),
            "blanks.pack_newer",
        ),
        (spoilt(pack, "manifest.json", lambda data: data[:40]), "blanks.pack_unreadable"),
        (pack[:-40], "blanks.pack_unreadable"),
        (b"no zip", "blanks.pack_unreadable"),
    ):
        with pytest.raises(UserError) as caught:
            packs.take_in(broken)
        assert caught.value.code == code
    assert Blanks(other, actor="t").rows() == ()


def test_word_documents_need_libreoffice_and_say_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not blank_documents.can_convert()
    with pytest.raises(UserError) as caught:
        bring_in(b"{\\rtf1 x}", "blank.rtf")
    assert caught.value.code == "blanks.office"


@pytest.mark.skipif(not blank_documents.can_convert(), reason="LibreOffice is not installed")
def test_a_word_document_becomes_a_blank_where_libreoffice_is() -> None:
    rtf = (
        rb"{\rtf1\ansi\trowd\trgaph100\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs\cellx3000"
        rb"\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs\cellx9000\intbl contact email\cell\cell\row}"
    )
    file = bring_in(rtf, "blank.rtf")
    assert file.taken.sha256 == hashlib.sha256(rtf).hexdigest()
    assert "blanks.note_converted" in {each.code for each in file.notes}
    assert [each.field for each in file.mapping.places] == ["contact_email"]


def test_documents_name_the_blank(blanks: Blanks, database: Database, draft: Draft) -> None:
    blanks.publish(blanks.add(brought(), DETAILS))
    finished = Deregistrations(database, actor="t").finish(draft, TODAY)
    with database.read() as session:
        document = session.get(Document, finished.document_id)
        assert document is not None
        assert (document.form_code, document.form_edition) == ("blank-deregistration-shandong", "2026-03#1")

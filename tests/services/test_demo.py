"""The demo: fictional records of every kind, packets of many provinces, on a machine without keyring and display."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.rules.in_force import SHIPPED
from app.services.answers import check_answers, load_answers
from app.services.cases import Cases
from app.services.demo import Demo, make_demo
from app.services.demo_pictures import picture
from app.services.forms_info import blank_form, form_infos
from app.services.paper_flows import paper_flow
from app.services.stores import Stores
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.vault import SessionVault

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return make_demo(tmp_path_factory.mktemp("demo"), TODAY)


def test_the_demo_is_rich(demo: Demo) -> None:
    assert demo.subjects >= 40 and demo.sites >= 80
    assert all(file.is_file() and file.stat().st_size for file in demo.files)
    files = [each for each in demo.files if each.suffix == ".json"]
    letters = [each for each in files if each.stem.startswith(("transfer", "mailbox-reset"))]
    assert len(letters) == 4
    for each in letters:
        flow = "transfer" if each.stem.startswith("transfer") else "mailbox-reset"
        assert paper_flow(flow).check(load_answers(each), each.parent, TODAY, SHIPPED).enclosures
    drafts = [check_answers(load_answers(each), each.parent, TODAY) for each in files if each not in letters]
    assert len({draft.filing.number[0] for draft in drafts}) >= 8
    assert {draft.relation for draft in drafts} == {"own", "other"}
    assert {draft.ground for draft in drafts} == {"subject", "domain"}
    assert {draft.applicant.kind for draft in drafts} == {"unit", "individual"}
    assert any(draft.filing.hollow for draft in drafts) and any(draft.agent for draft in drafts)
    assert any(draft.suffix_confirmation for draft in drafts)
    for packet in demo.packets:
        assert len(PdfReader(packet).pages) >= 3
    json.dumps(demo.to_json())


def test_the_store_opens_with_the_passphrase_only(demo: Demo) -> None:
    assert b"SQLite format 3" not in Stores.path(demo.data_dir).read_bytes()[:100]
    for file in demo.data_dir.iterdir():
        assert demo.passphrase.encode() not in file.read_bytes()
    with Stores(SessionVault()).open(demo.data_dir, passphrase=demo.passphrase) as database:
        assert len(Cases(database, actor="tester").ids(TableQuery(sort="number"))) == len(demo.packets)
        subjects = Subjects(database, "tester")
        assert len(subjects.ids(TableQuery())) == demo.subjects
        assert len(subjects.ids(TableQuery(state="hollow"))) >= 3


def test_a_second_demo_leaves_the_first_alone(demo: Demo) -> None:
    before = Stores.path(demo.data_dir).read_bytes()
    again = make_demo(demo.data_dir.parent, TODAY)
    assert again.data_dir != demo.data_dir
    assert Stores.path(demo.data_dir).read_bytes() == before


@pytest.mark.parametrize("name", ["agent", "whois"])
def test_pictures_are_the_same_every_time(name: str) -> None:
    assert picture(name) == picture(name)


def test_there_is_a_form_for_every_province() -> None:
    infos = form_infos("deregistration")
    assert len({info.province for info in infos}) == 31
    assert infos[0].province == "beijing" and infos[-1].province == "xinjiang"
    for info in infos:
        assert info.title and info.edition and info.sources
        assert info.evidence in ("full table", "instructions", "inferred")
    shown = blank_form(infos[0].code, infos[0].edition)
    assert shown.pages == 1 and shown.image(0, 30).rgb


def test_paths_of_the_demo_are_below_its_folder(demo: Demo) -> None:
    root = demo.data_dir.parent
    assert all(Path(each).is_relative_to(root) for each in demo.files)

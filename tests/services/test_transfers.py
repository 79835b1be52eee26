"""Transfers and mailbox resets from answers to paper and to a case: packets, Finish, reprint, starts, answers files."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import func, select

from app.db.database import Database
from app.db.keys import new_key
from app.errors import Invalid, UserError
from app.messages import Messages
from app.models.audit_event import AuditEvent
from app.models.case import Case, CaseItem
from app.models.contact import Contact
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.models.material import Material, StoredFile
from app.services.batch import run_batch, write_template
from app.services.batch_tables import TRANSFER_COLUMNS
from app.services.case_replies import CaseReplies
from app.services.case_settings import DeskRules, DeskSettings
from app.services.cases import Cases
from app.services.drafts import Drafts
from app.services.flows.answer_tree import with_value
from app.services.flows.parts import Enclosure, LetterAnswers
from app.services.flows.transfer_draft import TransferDraft
from app.services.letter_answers import check_transfer, transfer_schema
from app.services.paper_flows import paper_flow
from app.services.search import Search
from app.services.subjects import Subjects
from app.services.transfers import Transfers

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
UNIT = "91370100MA3C00000E"
GOOD: dict[str, Any] = {
    "ticket": {"number": "GD20261123001", "customer": "王先生", "owner": "李同事"},
    "can_log_in": False,
    "filing": {
        "number": "鲁ICP备12345678号",
        "subject_kind": "unit",
        "subject_name": "济南示例商贸有限公司",
        "certificate_type": "credit_code",
        "certificate_number": UNIT,
    },
    "source": {"account": "old@example.com", "station": "china", "has_order": False},
    "target": {"uid": "1000 2000 3000 4000", "station": "china", "has_order": False, "has_subject": False},
    "applicant": {"name": "周示例", "certificate_number": PERSON, "mobile": "138 0013 8001"},
    "letter": {"provider_name": "示例云计算有限公司", "legal_certificate_number": PERSON},
    "effects_confirmed": True,
    "enclosures": [
        {"kind": "agent_id_copy", "file": "front.png"},
        {"kind": "agent_id_copy", "file": "back.png"},
        {"kind": "unit_certificate_copy", "file": "licence.png", "note": "年检页"},
    ],
}
INDIVIDUAL: dict[str, Any] = {
    "can_log_in": True,
    "receives_codes": False,
    "filing": {
        "number": "京ICP备12345678号",
        "subject_kind": "individual",
        "subject_name": "阿卜杜拉·买买提䶮𬭎𬍛㛃𠅤",
        "certificate_type": "id_card",
        "certificate_number": PERSON,
    },
    "source": {"station": "china", "has_order": False},
    "target": {"uid": "1000200030004000", "station": "china", "has_order": False, "has_subject": False},
    "effects_confirmed": True,
    "enclosures": [{"kind": "holding_photo", "file": "front.png"}],
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "beian.store", new_key()) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, colour in (("licence.png", "white"), ("front.png", "red"), ("back.png", "blue")):
        Image.new("RGB", (600, 400), colour).save(tmp_path / name)
    return tmp_path


@pytest.fixture
def draft(folder: Path) -> TransferDraft:
    return check_transfer(GOOD, folder, TODAY)


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def refused(raw: dict[str, Any], folder: Path) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        check_transfer(raw, folder, TODAY)
    for language in ("zh", "en"):
        assert Messages(language).error(caught.value)
    return {each.path: each.code for each in caught.value.problems}


def changed(path: str, value: Any) -> dict[str, Any]:
    answers = deepcopy(GOOD)
    *parts, last = path.split(".")
    table = answers
    for part in parts:
        table = table.setdefault(part, {})
    table[last] = value
    return answers


def test_a_units_packet_is_cover_letter_and_enclosures_in_uploading_order(draft: TransferDraft) -> None:
    prepared = Transfers(None, actor="").prepare(draft, TODAY)
    assert [part.key for part in prepared.parts] == ["cover", "letter", "enclosure-1", "enclosure-3"]
    assert (
        prepared.pages == sum(part.pages for part in prepared.parts) == len(PdfReader(io.BytesIO(prepared.pdf)).pages)
    )
    text = text_of(prepared.pdf)
    for value in (
        "济南示例商贸有限公司",
        "1000200030004000",
        "old@example.com",
        "2026年11月26日（星期四）",
        "GD20261123001",
    ):
        assert value in text
    assert text.count(PERSON) == 2, "the letter names both certificates, the cover none"
    assert UNIT in text and "9137**********000E" in text
    assert "2027年2月23日" in text
    assert prepared.file_name == "线下转移_鲁ICP备12345678号.pdf"
    assert (prepared.form_code, prepared.form_edition) == ("authorization-transfer", "2026")
    assert "上传" in text and "寄送" not in text


def test_an_individuals_packet_has_no_letter(folder: Path) -> None:
    draft = check_transfer(INDIVIDUAL, folder, TODAY)
    prepared = Transfers(None, actor="").prepare(draft, TODAY)
    assert [part.key for part in prepared.parts] == ["cover", "enclosure-1"]
    assert prepared.form_code == "" and "授权委托书" not in text_of(prepared.pdf)


def test_a_sealed_letter_takes_the_place_of_ours(draft: TransferDraft, folder: Path) -> None:
    sealed = Enclosure("authorization_letter", str(folder / "licence.png"))
    prepared = Transfers(None, actor="").prepare(with_value(draft, "enclosures", (*draft.enclosures, sealed)), TODAY)
    assert [part.key for part in prepared.parts] == ["cover", "enclosure-0", "enclosure-1", "enclosure-3"]
    assert "现授权" not in text_of(prepared.pdf)


def test_the_same_answers_make_the_same_bytes(draft: TransferDraft) -> None:
    service = Transfers(None, actor="")
    assert service.prepare(draft, TODAY).pdf == service.prepare(draft, TODAY).pdf


def test_a_preview_shows_the_letter_while_answers_are_missing(draft: TransferDraft) -> None:
    service = Transfers(None, actor="")
    half = with_value(with_value(draft, "letter.provider_name", ""), "applicant.name", "\ue000")
    shown = service.preview(half, TODAY)
    assert shown is not None and shown.pages == 1
    assert {each.path for each in shown.problems} >= {"letter.provider_name", "applicant.name"}
    whole = service.preview(draft, TODAY, whole=True)
    assert whole is not None and whole.pages == service.prepare(draft, TODAY).pages
    assert service.preview(TransferDraft(), TODAY) is None


def test_left_for_the_pen_is_said_on_the_cover(draft: TransferDraft) -> None:
    open_draft = with_value(draft, "handwriting", ("letter.legal_certificate_number", "applicant.name"))
    prepared = Transfers(None, actor="").prepare(open_draft, TODAY)
    assert any("法定代表人证件号码" in each and "被授权人姓名" in each for each in prepared.notices)
    assert "周示例" not in text_of(prepared.pdf)


def test_finish_keeps_case_check_list_files_document_people_and_deadline(
    database: Database, draft: TransferDraft
) -> None:
    kept = Drafts(database).save("transfer", draft.to_json(), step="review")
    finished = Transfers(database, actor="tester").finish(draft, TODAY, draft_id=kept)
    cases = Cases(database, actor="tester")
    case = cases.get(finished.case_id)
    assert (case.procedure, case.province, case.filing_number) == ("transfer_offline", "shandong", "鲁ICP备12345678号")
    assert (case.ticket_number, case.customer, case.owner) == ("GD20261123001", "王先生", "李同事")
    assert case.due_on == finished.due_on == date(2026, 11, 26)
    assert not case.due_provisional and len(case.due_steps) == 4
    items = cases.items(finished.case_id)
    assert [each.kind for each in items] == [
        "authorization_letter",
        "unit_certificate_copy",
        "holding_photo",
        "agent_id_copy",
        "submit",
        "confirm",
        "change_contacts",
    ]
    assert [bool(each.done_at) for each in items] == [False, True, False, True, False, False, False]
    assert not items[-1].required
    materials = cases.materials(finished.case_id)
    assert sorted((each.kind, each.state) for each in materials) == [
        ("agent_id_copy", "received"),
        ("agent_id_copy", "received"),
        ("holding_photo", "wanted"),
        ("unit_certificate_copy", "received"),
    ]
    [document] = cases.documents(finished.case_id)
    assert (document.form_code, document.form_edition) == ("authorization-transfer", "2026")
    with database.read() as session:
        assert session.get(KeptDraft, kept) is None
        [contact] = session.scalars(select(Contact))
        assert (contact.role, contact.name, contact.phone) == ("applicant", "周示例", "13800138001")
    assert [hit.kind for hit in Search(database).find("GD20261123001")] == ["case"]


def test_the_replies_of_the_case_know_account_materials_and_time(database: Database, draft: TransferDraft) -> None:
    finished = Transfers(database, actor="tester").finish(draft, TODAY)
    replies = {each.template.stage: each for each in CaseReplies(database, actor="tester").of(finished.case_id, TODAY)}
    asked, done = replies["request_materials"].filled, replies["done"].filled
    assert "1000200030004000" in asked.text and "手持单位证件半身照" in asked.text and "工作日" in asked.text
    assert "1000200030004000" in done.text and "变更备案" in done.text
    settings = {"provider_name", "contact_channel"}
    for reply in replies.values():
        missing = {each.name for each in reply.filled.missing} - settings
        assert missing <= {"submitted_on"}, reply.template.stage


def test_a_reprint_has_the_same_bytes_and_is_noted(database: Database, draft: TransferDraft) -> None:
    service = Transfers(database, actor="tester")
    finished = service.finish(draft, TODAY)
    assert service.reprint(finished.document_id) == finished.prepared.pdf
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(AuditEvent).where(AuditEvent.action == "print")) == 1
    with pytest.raises(UserError, match=r"flows\.no_such_document"):
        service.reprint(finished.document_id + 1)


def test_a_damaged_recipe_is_not_reprinted(database: Database, draft: TransferDraft) -> None:
    service = Transfers(database, actor="tester")
    finished = service.finish(draft, TODAY)
    with database.transaction() as session:
        document = session.get(Document, finished.document_id)
        assert document is not None
        document.recipe = {**document.recipe, "letters": [{"key": "letter"}]}
    with pytest.raises(UserError, match=r"flows\.reprint_impossible"):
        service.reprint(finished.document_id)


def test_a_failure_writes_nothing(database: Database, draft: TransferDraft) -> None:
    wrong = with_value(draft, "target.has_order", True)
    with pytest.raises(Invalid):
        Transfers(database, actor="tester").finish(wrong, TODAY)
    gone = with_value(draft, "case_id", 99)
    with pytest.raises(UserError, match=r"cases\.no_such_case"):
        Transfers(database, actor="tester").finish(gone, TODAY)
    with database.read() as session:
        for kind in (Case, CaseItem, Material, StoredFile, Document, Contact):
            assert session.scalar(select(func.count()).select_from(kind)) == 0


def test_a_start_from_a_record_knows_what_the_store_knows(
    database: Database, subject_values: Callable[..., dict[str, object]]
) -> None:
    [subject_id] = Subjects(database, "tester").create(subject_values(1)).subjects
    service = Transfers(database, actor="tester")
    started = service.start(subject_id=subject_id)
    assert started.filing.number == "京ICP备10000001号" and started.filing.subject_kind == "unit"
    assert started.source.account == "1000200030004000" and started.source.station == "china"
    assert started.subject_id == subject_id
    assert service.start() == TransferDraft(letter=LetterAnswers(provider_name="阿里云"))
    with pytest.raises(UserError, match=r"flows\.no_such_record"):
        service.start(subject_id=99)
    with pytest.raises(UserError, match=r"flows\.no_such_record"):
        service.start(case_id=99)


def test_a_start_from_a_case_brings_its_ticket_and_finish_keeps_the_case(
    database: Database, draft: TransferDraft
) -> None:
    service = Transfers(database, actor="tester")
    first = service.finish(draft, TODAY)
    started = service.start(case_id=first.case_id)
    assert started.ticket == draft.ticket and started.filing.number == "鲁ICP备12345678号"
    again = service.finish(with_value(draft, "case_id", first.case_id), TODAY)
    assert again.case_id == first.case_id and again.case_number == first.case_number


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("target.uid", 1000200030004000, "answers.text_expected"),
        ("target.uuid", "1", "answers.unknown_key_close"),
        ("target.has_order", "no", "answers.yes_no_expected"),
        ("target.station", "mars", "flows.not_a_choice"),
        ("enclosures", [{"kind": "whois_screenshot", "file": "a.png"}], "flows.not_a_choice"),
        ("enclosures", [{"kind": "other", "file": "none.png"}], "flows.no_file"),
        ("letter.dated", 20261123, "answers.date_expected"),
        ("filing", "鲁ICP备12345678号", "answers.table_expected"),
        ("effects_confirmed", False, "letters.effects_not_confirmed"),
        ("nobody", 1, "answers.unknown_key"),
    ],
)
def test_each_wrong_answer_of_a_file_is_named(folder: Path, path: str, value: Any, code: str) -> None:
    found = refused(changed(path, value), folder)
    assert code in found.values()
    assert any(each == path or each.startswith(path) for each in found)


def test_several_wrong_answers_are_named_in_one_run(folder: Path) -> None:
    raw = changed("target.uid", "me@example.com")
    raw["letter"]["provder_name"] = raw["letter"].pop("provider_name")
    raw["filing"]["certificate_number"] = "1"
    found = refused(raw, folder)
    assert found["target.uid"] == "letters.uid_is_login_name"
    assert found["letter.provder_name"] == "answers.unknown_key_close"
    assert found["filing.certificate_number"] == "rules.certificate_credit_code_shape"


def test_answers_of_the_other_branch_are_not_swallowed(folder: Path) -> None:
    raw = deepcopy(INDIVIDUAL) | {"applicant": {"name": "周示例"}}
    assert refused(raw, folder) == {"applicant.name": "flows.not_asked"}
    online = deepcopy(GOOD) | {"can_log_in": True, "receives_codes": True}
    assert refused(online, folder) == {"paper_anyway": "flows.online_way_exists"}


def test_no_answer_file_quotes_a_number(folder: Path) -> None:
    with pytest.raises(Invalid) as caught:
        check_transfer(changed("applicant.certificate_number", "110101190001010015"), folder, TODAY)
    assert "110101190001010015" not in Messages("zh").error(caught.value)


def test_the_schema_describes_every_answer() -> None:
    schema = transfer_schema()
    assert schema["title"] == "TransferAnswers" and set(GOOD) <= set(schema["properties"])
    for part in schema["$defs"].values():
        assert all("title" in each for each in part["properties"].values())


def test_a_table_makes_a_packet_for_each_good_row(folder: Path) -> None:
    header = [headers[0] for headers in TRANSFER_COLUMNS.values()]
    cells = {
        "filing.number": "鲁ICP备12345678号",
        "filing.subject_name": "济南示例商贸有限公司",
        "filing.certificate_number": UNIT,
        "source.station": "中国站",
        "source.has_order": "否",
        "target.uid": "1000200030004000",
        "target.station": "中国站",
        "target.has_order": "无",
        "target.has_subject": "否",
        "effects_confirmed": "是",
        "applicant.name": "周示例",
        "applicant.certificate_number": PERSON,
        "letter.provider_name": "示例云",
        "letter.legal_certificate_number": PERSON,
        "enclosures": "主体备案证件=licence.png",
    }
    book = openpyxl.Workbook()
    book.active.append(header)
    for change in ({}, {"target.station": "国际站"}, {"source.station": "火星站"}):
        book.active.append([(cells | change).get(path, "") for path in TRANSFER_COLUMNS])
    book.save(folder / "t.xlsx")
    result = run_batch(folder / "t.xlsx", folder / "out", TODAY, Messages("zh").problem, flow="transfer")
    assert [each.name for each in result.done] == ["线下转移_鲁ICP备12345678号.pdf"]
    assert [[each.code for each in row.problems] for row in result.failed] == [
        ["letters.condition_failed"],
        ["batch.unknown_choice"],
    ]


def test_the_template_of_a_table_has_every_header(folder: Path) -> None:
    write_template(folder / "template.xlsx", "transfer")
    sheet = openpyxl.load_workbook(folder / "template.xlsx").active
    assert [cell.value for cell in sheet[1]] == [headers[0] for headers in TRANSFER_COLUMNS.values()]


def test_the_desks_name_of_the_provider_stands_where_nobody_writes_one(database: Database, tmp_path: Path) -> None:
    flow, answers = paper_flow("transfer"), {"filing": {"subject_kind": "unit"}, "letter": {"dated": "2026-11-20"}}
    told = flow.with_provider(answers, "示例云计算有限公司")
    assert told["letter"] == {"dated": "2026-11-20", "provider_name": "示例云计算有限公司"}
    for other in (
        {"filing": {"subject_kind": "individual"}},
        {"filing": {"subject_kind": "unit"}, "letter": {"from_provider": True}},
        {"filing": {"subject_kind": "unit"}, "handwriting": ["letter.provider_name"]},
        {"filing": {"subject_kind": "unit"}, "handwriting": 5},
        {"filing": {"subject_kind": "unit"}, "letter": "x"},
    ):
        assert flow.with_provider(other, "示例云计算有限公司") is other
    service = Transfers(database, actor="tester")
    assert service.start().letter.provider_name == "阿里云"
    DeskSettings(database, actor="tester").save(DeskRules(provider_name="示例云计算有限公司"))
    assert service.start().letter.provider_name == "示例云计算有限公司"

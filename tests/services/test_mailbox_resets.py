"""Mailbox resets from answers to paper and to a case, and every documented answers file of the letter flows."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader

from app.db.database import Database
from app.db.keys import new_key
from app.errors import Invalid
from app.messages import Messages
from app.rules.in_force import SHIPPED
from app.services.batch import run_batch
from app.services.batch_tables import MAILBOX_COLUMNS
from app.services.case_replies import CaseReplies
from app.services.cases import Cases
from app.services.letter_answers import check_mailbox_reset, mailbox_reset_schema
from app.services.mailbox_resets import MailboxResets
from app.services.paper_flows import paper_flow
from app.services.sites import Sites
from app.services.subjects import Subjects

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
EXAMPLES = re.findall(
    r"## ([^\n]+)\n(?:(?!\n## ).)*?```toml\n(.*?)```",
    (ROOT / "docs" / "answers-letters.md").read_text("utf-8"),
    re.DOTALL,
)
GOOD: dict[str, Any] = {
    "ticket": {"number": "GD20261123002"},
    "account_known": False,
    "domain": "www.example.com",
    "history": {"filed_on": date(2012, 3, 4), "imported": False},
    "filing": {
        "number": "鲁ICP备12345678号",
        "subject_kind": "unit",
        "subject_name": "济南示例商贸有限公司",
        "certificate_type": "credit_code",
        "certificate_number": "91370100MA3C00000E",
    },
    "mailbox": {"old": "old@example.com", "new": "new@Example.com", "new_again": "NEW@example.com"},
    "applicant": {"name": "周示例", "certificate_number": PERSON, "mobile": "13800138001"},
    "letter": {"provider_name": "示例云计算有限公司", "legal_certificate_number": PERSON},
    "enclosures": [{"kind": "holding_photo", "file": "front.png"}],
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "beian.store", new_key()) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (600, 400), "red").save(tmp_path / "front.png")
    return tmp_path


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def individual() -> dict[str, Any]:
    raw = deepcopy(GOOD)
    del raw["applicant"], raw["letter"]
    raw["filing"] |= {
        "subject_kind": "individual",
        "subject_name": "张示例",
        "certificate_type": "id_card",
        "certificate_number": PERSON,
    }
    return raw


def test_a_units_packet_holds_letter_decision_and_warning(folder: Path) -> None:
    prepared = MailboxResets(None, actor="").prepare(check_mailbox_reset(GOOD, folder, TODAY), TODAY)
    assert [part.key for part in prepared.parts] == ["cover", "letter", "enclosure-1"]
    text = text_of(prepared.pdf)
    for value in (
        "由old@example.com更换为new@example.com",
        "导入原万网备案",
        "2012年3月4日",
        "2026年11月25日（星期三）",
    ):
        assert value in text
    assert any("替换" in each for each in prepared.notices)
    assert prepared.file_name == "邮箱初始化_鲁ICP备12345678号.pdf"
    assert PERSON not in "".join(prepared.notices)


def test_an_individuals_packet_has_no_letter(folder: Path) -> None:
    prepared = MailboxResets(None, actor="").prepare(check_mailbox_reset(individual(), folder, TODAY), TODAY)
    assert [part.key for part in prepared.parts] == ["cover", "enclosure-1"]
    assert "授权书" not in text_of(prepared.pdf)


@pytest.mark.parametrize(
    ("history", "kind"),
    [
        ({"filed_on": date(2012, 3, 4)}, "import"),
        ({"period": "unknown"}, "look_up"),
        ({"period": "before_2010_06", "accessed_elsewhere": True}, "look_up"),
    ],
)
def test_the_case_goes_on_with_password_and_decision(
    database: Database, folder: Path, history: dict[str, Any], kind: str
) -> None:
    draft = check_mailbox_reset(GOOD | {"history": history}, folder, TODAY)
    finished = MailboxResets(database, actor="tester").finish(draft, TODAY)
    cases = Cases(database, actor="tester")
    items = [each.kind for each in cases.items(finished.case_id)]
    assert items == [
        "authorization_letter",
        "holding_photo",
        "agent_id_copy",
        "submit",
        "set_password",
        kind,
        "confirm",
    ]
    case = cases.get(finished.case_id)
    assert case.procedure == "reset_wanwang_mailbox" and case.due_on == date(2026, 11, 25)
    assert MailboxResets(database, actor="tester").reprint(finished.document_id) == finished.prepared.pdf


def test_the_replies_of_the_case_know_mailbox_and_next_step(database: Database, folder: Path) -> None:
    draft = check_mailbox_reset(GOOD, folder, TODAY)
    finished = MailboxResets(database, actor="tester").finish(draft, TODAY)
    replies = {each.template.stage: each for each in CaseReplies(database, actor="tester").of(finished.case_id, TODAY)}
    assert "new@example.com" in replies["request_materials"].filled.text
    assert "new@example.com" in replies["done"].filled.text and "导入云账号" in replies["done"].filled.text


def test_a_claim_is_made_to_a_case_only_when_told_to(folder: Path) -> None:
    claim = GOOD | {"history": {"period": "before_2010_06", "accessed_elsewhere": False, "imported": False}}
    with pytest.raises(Invalid) as caught:
        check_mailbox_reset(claim, folder, TODAY)
    assert [each.path for each in caught.value.problems] == ["reset_anyway"]
    assert "提交认领" in Messages("zh").error(caught.value)
    draft = check_mailbox_reset(claim | {"reset_anyway": True}, folder, TODAY)
    assert "重置之后认领原万网备案" in text_of(MailboxResets(None, actor="").prepare(draft, TODAY).pdf)


@pytest.mark.parametrize(
    ("changes", "path", "code"),
    [
        ({"mailbox": {"old": "a@example.com", "new": "A@example.com", "new_again": "a@example.com"}}, "mailbox.new", "letters.mailbox_unchanged"),
        ({"mailbox": {"new": "a@example.com", "new_again": "b@example.com"}}, "mailbox.new_again", "letters.mailbox_not_confirmed"),
        ({"mailbox": {"new": "a@example.com"}}, "mailbox.new_again", "flows.required"),
        ({"account_known": True, "mailbox_works": True}, "mailbox_works", "letters.password_is_enough"),
        ({"history": {}}, "history.period", "flows.required"),
        ({"history": {"filed_on": date(2012, 3, 4), "accessed_elsewhere": True}}, "history.accessed_elsewhere", "flows.not_asked"),
    ],
)  # fmt: skip
def test_each_wrong_answer_of_a_file_is_named(folder: Path, changes: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        check_mailbox_reset(GOOD | changes, folder, TODAY)
    assert {each.path: each.code for each in caught.value.problems} == {path: code}
    assert Messages("en").error(caught.value)


def test_a_start_from_a_site_knows_domain_and_day(
    database: Database,
    subject_values: Callable[..., dict[str, object]],
    site_values: Callable[..., dict[str, object]],
) -> None:
    [subject_id] = Subjects(database, "tester").create(subject_values(1, filed_on="2012年3月4日")).subjects
    [site_id] = Sites(database, "tester").create(subject_id, site_values(1)).sites
    started = MailboxResets(database, actor="tester").start(site_id=site_id)
    assert (started.subject_id, started.site_id) == (subject_id, site_id)
    assert started.domain == "example1-1.com" and started.history.filed_on == date(2012, 3, 4)
    assert started.filing.number == "京ICP备10000001号"


def test_the_schema_describes_every_answer() -> None:
    schema = mailbox_reset_schema()
    assert set(GOOD) <= set(schema["properties"])
    for part in schema["$defs"].values():
        assert all("title" in each for each in part["properties"].values())


def test_a_table_makes_a_packet_for_each_good_row(folder: Path) -> None:
    cells = {
        "filing.number": "京ICP备12345678号",
        "filing.subject_kind": "个人",
        "filing.subject_name": "张示例",
        "filing.certificate_number": PERSON,
        "history.period": "不清楚",
        "mailbox.new": "new@example.com",
        "mailbox.new_again": "new@example.com",
    }
    book = openpyxl.Workbook()
    book.active.append([headers[0] for headers in MAILBOX_COLUMNS.values()])
    for change in ({}, {"mailbox.new_again": ""}):
        book.active.append([(cells | change).get(path, "") for path in MAILBOX_COLUMNS])
    book.save(folder / "t.xlsx")
    result = run_batch(folder / "t.xlsx", folder / "out", TODAY, Messages("zh").problem, flow="mailbox-reset")
    assert [each.name for each in result.done] == ["邮箱初始化_京ICP备12345678号.pdf"]
    assert [[each.path for each in row.problems] for row in result.failed] == [["mailbox.new_again"]]


def test_there_is_an_example_of_each_kind() -> None:
    assert [title for title, _ in EXAMPLES] == [
        "Transfer, a unit",
        "Transfer, an individual",
        "Mailbox reset, a unit",
        "Mailbox reset, an individual",
    ]


@pytest.mark.parametrize(("title", "text"), EXAMPLES, ids=[title for title, _ in EXAMPLES])
def test_every_example_of_the_documentation_becomes_paper(title: str, text: str) -> None:
    flow = paper_flow("transfer" if title.startswith("Transfer") else "mailbox-reset")
    draft = flow.check(tomllib.loads(text), ROOT, TODAY, SHIPPED)
    assert flow.service(None, actor="").prepare(draft, TODAY).pages == (2 if "unit" in title else 1)

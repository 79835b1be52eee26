"""From answers to paper and to a case: previews, packets, Finish in one transaction, the same bytes again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from sqlalchemy import func, select

from app.db.database import Database
from app.db.keys import new_key
from app.errors import Invalid, UserError
from app.models.audit_event import AuditEvent
from app.models.case import Case, CaseItem
from app.models.contact import Contact
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.models.material import Material, StoredFile
from app.rules.provinces import provinces
from app.services.cases import Cases
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.answer_tree import with_value
from app.services.flows.deregistration import Step
from app.services.flows.draft import Agent, Applicant, Draft, Enclosure, Filing, Ticket
from app.services.flows.wording import default_reason
from app.services.search import Search
from app.services.subjects import Subjects
from app.services.tables import TableQuery

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
AGENT = {"certificate_type": "id_card", "certificate_number": PERSON}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "beian.store", new_key()) as opened:
        yield opened


@pytest.fixture
def service(database: Database) -> Deregistrations:
    return Deregistrations(database, actor="tester")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    for name, colour in (("licence.png", "white"), ("front.png", "red"), ("back.png", "blue")):
        Image.new("RGB", (600, 400), colour).save(tmp_path / name)
    whole = Draft(
        ticket=Ticket(number="GD20261123009", customer="王先生", owner="李同事"),
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
        agent=Agent("周九", "id_card", PERSON, "13800138001"),
        application_date=TODAY,
        enclosures=(
            Enclosure("unit_certificate_copy", str(tmp_path / "licence.png"), "加盖公章"),
            Enclosure("agent_id_copy", str(tmp_path / "front.png")),
            Enclosure("agent_id_copy", str(tmp_path / "back.png")),
        ),
    )
    return replace(whole, reason=default_reason(whole))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def counts(database: Database) -> dict[str, int]:
    kinds = (Case, CaseItem, Material, StoredFile, Document, Contact, AuditEvent)
    with database.read() as session:
        return {kind.__tablename__: session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds}


def test_a_packet_holds_what_was_answered(draft: Draft) -> None:
    prepared = Deregistrations(None, actor="").prepare(draft, TODAY)
    text = text_of(prepared.pdf).replace("\n", "")
    for value in ("济南示例商贸有限公司", "鲁ICP备12345678号-1", "example.com", "GD20261123009", "2026年11月23日"):
        assert value in text
    assert prepared.file_name == "注销申请_鲁ICP备12345678号-1.pdf"
    assert (
        prepared.pages == sum(part.pages for part in prepared.parts) == len(PdfReader(io.BytesIO(prepared.pdf)).pages)
    )
    cover = next(part for part in prepared.parts if part.key == "cover")
    shown = [page.extract_text() for page in PdfReader(io.BytesIO(prepared.pdf)).pages[: cover.pages]]
    assert PERSON not in "".join(shown)
    assert "周九" in text and prepared.evidence == "instructions"
    assert prepared.notices


def test_the_same_answers_give_the_same_bytes(draft: Draft) -> None:
    service = Deregistrations(None, actor="")
    assert service.prepare(draft, TODAY).pdf == service.prepare(draft, TODAY).pdf
    other = service.prepare(with_value(draft, "applicant.contact_name", "赵六"), TODAY)
    assert other.sha256 != service.prepare(draft, TODAY).sha256


def test_both_sides_of_a_card_are_one_paper(service: Deregistrations, draft: Draft) -> None:
    [card] = [paper for paper in service.check_list(draft, TODAY) if paper.kind == "agent_id_copy"]
    assert len(card.files) == 2 and card.is_here
    assert service.check_list(draft, TODAY)[0].kind == "application_form"


def test_copies_of_identity_papers_are_marked_with_their_purpose_and_no_others(
    service: Deregistrations, draft: Draft
) -> None:
    prepared = service.prepare(draft, TODAY)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(prepared.pdf)).pages]
    for part in prepared.parts:
        marked = "仅用于办理鲁ICP备12345678号-1注销 2026年11月23日" in pages[part.first_page - 1]
        assert marked == ("身份证" in part.title), part.title
    assert any("身份证" in part.title for part in prepared.parts)


def test_papers_that_are_not_here_stay_on_the_list(service: Deregistrations, draft: Draft) -> None:
    bare = replace(draft, enclosures=(Enclosure("holding_photo", draft.enclosures[0].file),))
    papers = {paper.kind: paper for paper in service.check_list(bare, TODAY)}
    assert not papers["domain_certificate"].is_here and papers["domain_certificate"].required
    assert papers["holding_photo"].files and not papers["holding_photo"].required
    assert service.prepare(bare, TODAY).pages


@pytest.mark.parametrize("where", provinces(), ids=lambda each: each.key)
def test_every_province_makes_a_packet(draft: Draft, where) -> None:
    service = Deregistrations(None, actor="")
    there = with_value(draft, "filing.number", f"{where.prefix}ICP备12345678号-1")
    prepared = service.prepare(there, TODAY)
    assert prepared.form_code == f"deregistration-{where.key}"
    assert f"{where.prefix}ICP备12345678号-1" in text_of(prepared.pdf)


@pytest.mark.parametrize(("suffix", "word"), [("-1", "网站"), ("-2A", "App"), ("-3X", "小程序"), ("-4K", "快应用")])
def test_the_cover_names_the_service_that_goes(draft: Draft, suffix: str, word: str) -> None:
    draft = with_value(draft, "filing.number", f"鲁ICP备12345678号{suffix}")
    cover = text_of(Deregistrations(None, actor="").prepare(with_value(draft, "filing.site_name", "示例"), TODAY).pdf)
    assert f"注销单个{word}" in cover and f"{word}名称 示例" in cover


def test_what_goes_in_online_is_not_listed_for_the_post(draft: Draft) -> None:
    for number, badge in (("湘ICP备12345678号-1", "不用上传"), ("鲁ICP备12345678号-1", "不用寄出")):
        first = text_of(Deregistrations(None, actor="").prepare(with_value(draft, "filing.number", number), TODAY).pdf)
        assert badge in first.splitlines()[0]


def test_every_heading_stands_on_one_line_and_other_addresses_name_who_signs_for_them(draft: Draft) -> None:
    made = text_of(Deregistrations(None, actor="").prepare(draft, TODAY).pdf)
    assert "山东省通信管理局 山东省ICP用户注销备案申请表" in made.replace("\u3000", " ")
    assert "收件人：备案办公室" in made


def test_a_preview_is_there_from_the_number_on(service: Deregistrations, draft: Draft) -> None:
    assert service.preview(Draft(), TODAY) is None
    first = service.preview(Draft(filing=Filing(number="粤ICP备12345678号", scope="subject")), TODAY)
    assert first is not None and first.pages == 1 and first.form_code == "deregistration-guangdong"
    assert "applicant.name" in {problem.path for problem in first.problems}
    image = first.image(0, 40)
    assert image.width > 300 and len(image.rgb) == image.stride * image.height
    whole = service.preview(draft, TODAY, whole=True)
    assert whole is not None and whole.pages > 3 and not whole.problems


def test_a_preview_shows_the_page_even_with_unprintable_answers(service: Deregistrations, draft: Draft) -> None:
    odd = with_value(draft, "applicant.name", "甲\ue000")
    shown = service.preview(odd, TODAY)
    assert shown is not None
    assert "applicant.name" in {problem.path for problem in shown.problems}
    assert "青岛旧主网络有限公司" in text_of(shown.pdf)


def test_finish_makes_the_case_and_all_that_belongs_to_it(
    database: Database, service: Deregistrations, draft: Draft
) -> None:
    kept = Drafts(database).save("deregistration", draft.to_json(), step=Step.REVIEW)
    finished = service.finish(draft, TODAY, draft_id=kept)
    cases = Cases(database, actor="tester")
    case = cases.get(finished.case_id)
    assert case.number == finished.case_number == "BD-20261123-001"
    assert (case.ticket_number, case.customer, case.owner) == ("GD20261123009", "王先生", "李同事")
    assert (case.province, case.filing_number, case.state) == ("shandong", "鲁ICP备12345678号-1", "open")
    assert case.due_on == finished.due_on == date(2026, 12, 21)  # 20 working days
    assert len([step for step in case.due_steps if step["kind"] in ("working", "makeup")]) == 20
    items = cases.items(case.id)
    assert [item.position for item in items] == list(range(len(items)))
    done = {item.kind: bool(item.done_at) for item in items}
    assert (
        done
        | {
            "application_form": False,
            "unit_certificate_copy": True,
            "agent_id_copy": True,
            "domain_certificate": False,
            "send": False,
            "confirm": False,
        }
        == done
    )
    materials = cases.materials(case.id)
    assert sorted(each.state for each in materials if each.kind == "agent_id_copy") == ["received", "received"]
    assert [each.state for each in materials if each.kind == "domain_certificate"] == ["wanted"]
    name, data = cases.file(next(each.id for each in materials if each.kind == "unit_certificate_copy"))
    assert (name, data) == ("licence.png", Path(draft.enclosures[0].file).read_bytes())
    [document] = cases.documents(case.id)
    assert (document.sha256, document.pages) == (finished.prepared.sha256, finished.prepared.pages)
    assert document.form_code == "deregistration-shandong" and finished.change.cases == {case.id}
    with database.read() as session:
        assert session.get(KeptDraft, kept) is None
        assert {(each.name, each.role) for each in session.scalars(select(Contact))} == {
            ("王五", "applicant"),
            ("周九", "agent"),
        }
        assert {(each.action, each.record) for each in session.scalars(select(AuditEvent))} >= {
            ("create", "case"),
            ("create", "document"),
        }
    assert {hit.kind for hit in Search(database).find("GD20261123009")} == {"case"}
    assert list(cases.ids(TableQuery(sort="due_on"))) == [case.id]
    assert cases.count(TableQuery(state="closed")) == 0


def test_a_document_prints_again_as_it_was(database: Database, service: Deregistrations, draft: Draft) -> None:
    finished = service.finish(draft, TODAY)
    for enclosure in draft.enclosures:
        Path(enclosure.file).unlink()
    assert service.reprint(finished.document_id) == finished.prepared.pdf
    with database.read() as session:
        assert session.scalars(select(AuditEvent).where(AuditEvent.action == "print")).first() is not None


def test_a_reprint_that_would_differ_is_not_handed_out(
    database: Database, service: Deregistrations, draft: Draft
) -> None:
    finished = service.finish(draft, TODAY)
    with database.transaction() as session:
        document = session.get(Document, finished.document_id)
        assert document is not None
        document.recipe = {**document.recipe, "title": "other"}
    with pytest.raises(UserError) as caught:
        service.reprint(finished.document_id)
    assert caught.value.code == "flows.reprint_differs"
    with database.transaction() as session:
        document = session.get(Document, finished.document_id)
        assert document is not None
        document.recipe = {"version": 99}
    with pytest.raises(UserError) as caught:
        service.reprint(finished.document_id)
    assert caught.value.code == "flows.reprint_impossible"
    with pytest.raises(UserError) as caught:
        service.reprint(999)
    assert caught.value.code == "flows.no_such_document"


def test_cases_of_a_day_are_counted_through(service: Deregistrations, draft: Draft) -> None:
    numbers = [service.finish(draft, day).case_number for day in (TODAY, TODAY, date(2026, 11, 24))]
    assert numbers == ["BD-20261123-001", "BD-20261123-002", "BD-20261124-001"]


def test_a_file_is_kept_once(database: Database, service: Deregistrations, draft: Draft) -> None:
    service.finish(draft, TODAY)
    before = counts(database)
    service.finish(draft, TODAY)
    after = counts(database)
    assert after["stored_file"] == before["stored_file"] == 3
    assert after["contact"] == before["contact"]


def test_a_failure_in_the_middle_leaves_nothing(
    database: Database, service: Deregistrations, draft: Draft, tmp_path: Path
) -> None:
    before = counts(database)
    with pytest.raises(UserError) as caught:  # the case it was started from was deleted meanwhile
        service.finish(replace(draft, case_id=4711), TODAY)
    assert caught.value.code == "cases.no_such_case"
    too_long = replace(draft, ticket=Ticket(number="GD", owner="x" * 200, customer="y" * 200))
    # The last thing written is the search index; a broken one must take the whole case back with it.
    with database.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE search_text RENAME TO search_text_away")
    with pytest.raises(Exception):  # noqa: B017 - whatever the driver says
        service.finish(too_long, TODAY)
    assert counts(database) == before


def test_wrong_answers_finish_nothing(
    database: Database, service: Deregistrations, draft: Draft, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    wrong = replace(draft, enclosures=(Enclosure("other", str(broken)), Enclosure("other", str(tmp_path / "none.png"))))
    wrong = with_value(wrong, "applicant.mobile", "12")
    before = counts(database)
    for attempt in (service.prepare, service.finish):
        with pytest.raises(Invalid) as caught:
            attempt(wrong, TODAY)
        paths = {problem.path for problem in caught.value.problems}
        assert paths == {"applicant.mobile", "enclosures.0.file", "enclosures.1.file"}
    assert counts(database) == before


def test_what_no_font_holds_is_named_wherever_it_would_stand(service: Deregistrations, draft: Draft) -> None:
    odd = "\u1f00"  # a Greek letter with breathing: in a ticket's number only by a slip
    wrong = replace(draft, ticket=Ticket(number=f"GD{odd}"))
    wrong = with_value(with_value(wrong, "agent.name", f"周{odd}"), "applicant.name", f"甲{odd}")
    wrong = replace(wrong, enclosures=(replace(draft.enclosures[0], note=odd),))
    found = {(each.path, each.code) for each in service.check(wrong, TODAY)}
    where = ("ticket.number", "agent.name", "applicant.name", "enclosures.0.note")
    assert found == {(path, "forms.no_glyph") for path in where}
    by_hand = replace(draft, handwriting=("agent.name",), agent=replace(Agent(), **{**AGENT, "name": f"周{odd}"}))
    assert service.prepare(by_hand, TODAY).pages


def test_the_form_is_asked_as_well(service: Deregistrations, draft: Draft) -> None:
    """Henan takes the own filing only when it is hollow: the form's own rule, said of the answer it is about."""
    own = with_value(draft, "filing.number", "豫ICP备12345678号")
    own = with_value(with_value(own, "filing.scope", "subject"), "filing.subject_name", own.applicant.name)
    own = replace(own, relation="own", ground="subject", provider_known=False)
    assert service.check(own, TODAY)
    hollow = with_value(own, "filing.hollow", True)
    assert not [each for each in service.check(hollow, TODAY) if each.code.startswith("forms.")]


def test_a_wizard_started_from_a_case_comes_back_to_it(
    database: Database, service: Deregistrations, draft: Draft
) -> None:
    first = service.finish(draft, TODAY)
    again = service.finish(replace(draft, case_id=first.case_id, ticket=Ticket()), TODAY)
    assert (again.case_id, again.case_number) == (first.case_id, first.case_number)
    cases = Cases(database, actor="tester")
    assert len(cases.documents(first.case_id)) == 2
    assert cases.get(first.case_id).ticket_number == "GD20261123009"
    positions = [item.position for item in cases.items(first.case_id)]
    assert positions == sorted(set(positions))


def test_drafts_start_from_records(database: Database, service: Deregistrations, draft: Draft) -> None:
    subjects = Subjects(database, "tester")
    [subject_id] = subjects.create(
        {"kind": "unit", "name": "青岛旧主网络有限公司", "filing_number": "鲁ICP备12345678号", "state": "hollow"}
    ).subjects
    started = service.start(subject_id=subject_id)
    assert (started.filing.number, started.filing.scope, started.filing.hollow) == (
        "鲁ICP备12345678号",
        "subject",
        True,
    )
    assert started.subject_id == subject_id
    finished = service.finish(draft, TODAY)
    from_case = service.start(case_id=finished.case_id)
    assert from_case.case_id == finished.case_id and from_case.filing.number == "鲁ICP备12345678号-1"
    assert from_case.ticket.number == "GD20261123009"
    with pytest.raises(UserError) as caught:
        service.start(site_id=5)
    assert caught.value.code == "flows.no_such_record"


def test_a_case_moves_on_and_closes_with_a_reason(database: Database, service: Deregistrations, draft: Draft) -> None:
    cases = Cases(database, actor="tester")
    case = cases.get(service.finish(draft, TODAY).case_id)
    item = cases.items(case.id)[0]
    cases.set_item_done(item, True)
    done = cases.items(case.id)[0]
    assert done.done_at is not None and done.done_by == "tester"
    with pytest.raises(UserError) as caught:
        cases.set_item_done(item, False)
    assert caught.value.code == "cases.changed_elsewhere"
    cases.set_item_done(done, False)
    with pytest.raises(UserError) as caught:
        cases.set_state(case, "closed")
    assert caught.value.code == "cases.open_items"
    with pytest.raises(UserError) as caught:
        cases.set_state(case, "eaten")
    assert caught.value.code == "cases.unknown_state"
    cases.set_state(case, "closed", reason="客户撤回")
    closed = cases.get(case.id)
    assert (closed.state, closed.closing_reason) == ("closed", "客户撤回") and closed.closed_at is not None
    with pytest.raises(UserError) as caught:
        cases.set_note(case, "迟了")
    assert caught.value.code == "cases.changed_elsewhere"
    cases.set_note(closed, "管局来电")
    assert cases.rows([case.id])[0].note == "管局来电"
    with pytest.raises(UserError) as caught:
        cases.get(999)
    assert caught.value.code == "cases.no_such_case"

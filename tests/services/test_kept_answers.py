"""Kept papers as answers again: of all three flows and of a letter, and what they print is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.db.database import Database
from app.errors import UserError
from app.services.deregistrations import Deregistrations
from app.services.flows.draft import Agent, AgentLetter, Applicant, Draft, Filing, Ticket
from app.services.flows.letter_draft import LetterDraft
from app.services.flows.parts import Authorized, FiledSubject, LetterAnswers
from app.services.flows.transfer_draft import Source, Target, TransferDraft
from app.services.kept_answers import answered, kept_paper
from app.services.letters import Letters
from app.services.transfers import Transfers

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
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
DEREGISTRATION = Draft(
    ticket=Ticket("T-1", "王女士"),
    filing=Filing(
        scope="site",
        number="鲁ICP备12345678号-1",
        subject_name="青岛旧主网络有限公司",
        domains=("example.com", "example.net"),
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
    agent=Agent("周九", "id_card", PERSON),
    letter=AgentLetter(legal_certificate_number="110101190001010022"),
    reason="该备案与本单位拟办理的备案冲突。",
    application_date=TODAY,
    handwriting=("applicant.mobile",),
)


def test_a_deregistration_comes_back(database: Database) -> None:
    service = Deregistrations(database, actor="t")
    made = service.finish(DEREGISTRATION, TODAY)
    kept = kept_paper(database, made.document_id)
    again = answered(service.start(case_id=made.case_id), kept.recipe)
    assert kept.letter is None and kept.case_id == made.case_id
    for part in ("relation", "ground", "reason", "application_date", "handwriting", "agent"):
        assert getattr(again, part) == getattr(DEREGISTRATION, part), part
    assert again.applicant == DEREGISTRATION.applicant
    assert again.filing.domains == DEREGISTRATION.filing.domains and again.filing.scope == "site"
    assert again.letter.legal_certificate_number == "110101190001010022" and again.ticket.number == "T-1"
    assert service.prepare(again, TODAY).recipe.values == kept.recipe.values


def test_a_transfer_comes_back(database: Database) -> None:
    service = Transfers(database, actor="t")
    made = service.finish(TRANSFER, TODAY)
    again = answered(service.start(case_id=made.case_id), kept_paper(database, made.document_id).recipe)
    assert again.letter == TRANSFER.letter and again.target.uid == "1234567890"
    assert again.applicant == replace(TRANSFER.applicant, mobile=again.applicant.mobile)
    assert again.filing.certificate_number == TRANSFER.filing.certificate_number
    assert again.effects_confirmed is False, "what no paper says is asked for again"


def test_a_letter_comes_back(database: Database) -> None:
    case_id = Transfers(database, actor="t").finish(TRANSFER, TODAY).case_id
    letters = Letters(database, actor="t")
    draft = letters.start("authorization-transfer", TODAY, case_id=case_id)
    filled = {
        "provider_name": "示例云计算有限公司",
        "unit_name": "深圳市示例网络科技有限公司",
        "unit_certificate_type": "credit_code",
        "unit_certificate_number": "91440300MA5DFAXX01",
        "filing_number": "粤ICP备12345678号",
        "source_account": "old@example.com",
        "target_uid": "1234567890",
        "authorized_name": "张示例",
        "authorized_certificate_type": "id_card",
        "authorized_certificate_number": "11010119900307109X",
        "legal_certificate_number": "11010119900307109X",
        "letter_date": "2026-11-23",
        "valid_until": "2027-02-23",
    }
    for name, text in filled.items():
        draft = draft.with_value(name, text)
    kept = letters.keep(draft, TODAY)
    again = kept_paper(database, kept.document_id).letter
    assert isinstance(again, LetterDraft) and again.case_id == case_id and again.code == "authorization-transfer"
    assert {name: again.value(name) for name in filled} == filled
    assert letters.prepare(again, TODAY).sha256 == kept.letter.sha256, "the same letter again"


def test_no_document_is_said(database: Database) -> None:
    with pytest.raises(UserError) as error:
        kept_paper(database, 99)
    assert error.value.code == "flows.no_such_document"

"""Every ideograph of GB18030-2022 level 2, and a sample of level 3, from an answers file through the store onto paper and back."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pypdfium2
from pypdf import PdfReader

from app.db.database import Database
from app.models.document import Document
from app.services.answers import check_answers, load_answers
from app.services.deregistrations import Deregistrations

TODAY = date(2026, 11, 23)
CHUNK = 2000
RARE = "䶮𬭎𬍛㛃𠅤"


def level_two() -> str:
    lines = (Path(__file__).parent.parent / "data" / "beyond_basic_plane.txt").read_text("utf-8").splitlines()
    beyond = "".join(line for line in lines if not line.startswith("#"))
    return "".join(map(chr, [*range(0x4E00, 0x9FF0), *range(0x3400, 0x4DB6)])) + beyond


def level_three_sample() -> str:
    blocks = ((0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0))
    return "".join(chr(point) for first, last in blocks for point in range(first, last + 1, 97))


def answers(reason: str, name: str) -> dict[str, object]:
    return {
        "relation": "other",
        "ground": "domain",
        "reason": reason,
        "filing": {"scope": "site", "number": "滇ICP备12345678号-1", "subject_name": name, "domains": ["example.com"]},
        "applicant": {
            "kind": "individual",
            "name": name,
            "certificate_type": "id_card",
            "certificate_number": "110101190001010014",
            "mobile": "13800138000",
            "email": "person@example.com",
        },
    }


def read(pdf: bytes) -> tuple[str, str]:
    one = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    document = pypdfium2.PdfDocument(pdf)
    other = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(one.split()), "".join(other.split())


def test_every_character_comes_back(database: Database, tmp_path: Path) -> None:
    everything = level_two() + level_three_sample()
    service = Deregistrations(database, actor="tester")
    for start in range(0, len(everything), CHUNK):
        reason = everything[start : start + CHUNK]
        name = reason[:50]
        file = tmp_path / "answers.json"
        file.write_text(json.dumps(answers(reason, name), ensure_ascii=False), "utf-8")
        draft = check_answers(load_answers(file), tmp_path, TODAY)
        assert (draft.reason, draft.applicant.name) == (reason, name)
        finished = service.finish(draft, TODAY)
        with database.read() as session:
            kept = session.get(Document, finished.document_id)
            assert kept is not None and kept.values["reason"] == reason and kept.values["applicant_name"] == name
        pdf = service.reprint(finished.document_id)
        for text in read(pdf):
            assert set(reason) <= set(text), sorted(set(reason) - set(text))[:20]


def test_rare_names_stand_whole_on_cover_and_form(database: Database, tmp_path: Path) -> None:
    service = Deregistrations(database, actor="tester")
    for name in (RARE, "阿卜杜拉·买买提", RARE * 10):
        draft = check_answers(answers("域名冲突", name), tmp_path, TODAY)
        for text in read(service.prepare(draft, TODAY).pdf):
            assert text.count(name) >= 2, text

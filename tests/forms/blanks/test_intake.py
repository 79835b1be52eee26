"""Files as they come: opened, mended, made harmless; hostile ones give a clear error in bounded time, never a changed file."""

from __future__ import annotations

import hashlib
import io
import random
import time
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from app.errors import UserError
from app.forms.blanks.acroform import form_fields
from app.forms.blanks.guess import guess
from app.forms.blanks.intake import is_office, take_blank
from app.forms.blanks.surveys import survey

FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks"
MUTATED = 240
SLOWEST = 20.0


def codes(taken) -> set[str]:
    return {note.code for note in taken.notes}


def test_the_hash_is_that_of_the_file_and_the_paper_is_always_the_same(opened_blank) -> None:
    for name in ("lo_table.pdf", "damaged.pdf", "encrypted.pdf", "scan.pdf", "photo.png"):
        data = (FOLDER / name).read_bytes()
        taken = take_blank(data)
        assert taken.sha256 == hashlib.sha256(data).hexdigest()
        assert taken.paper == opened_blank(name).taken.paper


@pytest.mark.parametrize(("name", "size"), [("rotated.pdf", (210, 297)), ("cropped.pdf", (210, 297)),
                                            ("a3_folded.pdf", (420, 297)), ("photo.png", (210, 297))])  # fmt: skip
def test_pages_are_as_they_are_shown(name, size, opened_blank) -> None:
    frame = opened_blank(name).taken.pages[0]
    assert (frame.width, frame.height) == pytest.approx(size, abs=1.0)
    page = PdfReader(io.BytesIO(opened_blank(name).taken.paper)).pages[0]
    assert (float(page.mediabox.left), float(page.mediabox.bottom), page.rotation) == (0, 0, 0)


def test_what_a_pdf_could_do_is_dropped_and_said(opened_blank) -> None:
    blank = opened_blank("active.pdf")
    assert b"JavaScript" in blank.data
    assert {"packet.note_scripts_dropped", "packet.note_files_dropped"} <= codes(blank.taken)
    for word in (b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"/AcroForm"):
        assert word not in blank.taken.paper
    assert "blanks.note_mended" in codes(opened_blank("damaged.pdf").taken)
    assert "packet.note_restricted" in codes(opened_blank("encrypted.pdf").taken)


def test_fields_are_read_and_left_behind(opened_blank) -> None:
    fields = form_fields(opened_blank("acroform.pdf").data)
    assert {each.kind for each in fields} == {"text", "tick"}
    assert len(fields) == 11
    assert "/Annots" not in PdfReader(io.BytesIO(opened_blank("acroform.pdf").taken.paper)).pages[0]


def test_words_and_lines_stay_vectors(opened_blank) -> None:
    assert len(opened_blank("lo_table.pdf").surveys[0].glyphs) > 100
    assert not opened_blank("lo_table.pdf").surveys[0].scanned
    assert opened_blank("scan.pdf").surveys[0].scanned


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "blanks.empty"),
        (b"hello", "blanks.unknown_file"),
        (b"%PDF-1.7\n%%EOF", "packet.pdf_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "blanks.office"),
        (b"{\\rtf1 x}", "blanks.office"),
        (b"PK\x03\x04" + bytes(100), "blanks.unknown_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "packet.image_damaged"),
    ],
)
def test_what_cannot_be_a_blank_is_named(data, code) -> None:
    with pytest.raises(UserError) as caught:
        take_blank(data)
    assert caught.value.code == code


def test_a_flat_document_is_an_office_file() -> None:
    assert is_office(b'<?xml version="1.0"?><office:document xmlns:office="x">')
    assert not is_office((FOLDER / "lo_table.pdf").read_bytes())


def test_a_sheet_that_is_none_is_refused() -> None:
    stream = io.BytesIO()
    Image.new("L", (3000, 60), 255).save(stream, "PNG", dpi=(300, 300))
    with pytest.raises(UserError) as caught:
        take_blank(stream.getvalue())
    assert caught.value.code == "blanks.page_size"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file that somebody, or something, spoilt."""
    spoilt = bytearray(data)
    match chance.randrange(7):
        case 0:
            del spoilt[chance.randrange(len(spoilt)) :]
        case 1:
            for _ in range(chance.randrange(1, 60)):
                spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        case 2:
            at = chance.randrange(len(spoilt))
            del spoilt[at : at + chance.randrange(1, 4000)]
        case 3:
            at, other = chance.randrange(len(spoilt)), chance.randrange(len(spoilt))
            spoilt[at:at] = spoilt[other : other + 2000]
        case 4:
            digits = [index for index, byte in enumerate(spoilt) if 48 <= byte <= 57]
            for index in chance.sample(digits, min(len(digits), 25)):
                spoilt[index] = 48 + chance.randrange(10)
        case 5:
            for old, new in (
                (b"/Page", b"/Pfge"),
                (b"/Length", b"/Lfngth"),
                (b"/Kids", b"/Kide"),
                (b"endobj", b"endobx"),
            ):
                if chance.random() < 0.5:
                    spoilt = bytearray(bytes(spoilt).replace(old, new, 1))
        case _:
            for word in (b"/MediaBox", b"/Rotate", b"/Rect", b"/Contents"):
                at = spoilt.find(word)
                if at >= 0:
                    spoilt[at + len(word) : at + len(word) + 6] = chance.choice(
                        (b"[9 0 R", b"[-1e9 ", b"<<>>  ", b" null ")
                    )
    return bytes(spoilt)


@pytest.mark.parametrize("seed", range(8))
def test_spoilt_files_give_a_blank_or_a_clear_error(seed) -> None:
    """Thirty files for each seed, in all two hundred and forty."""
    names = ("lo_table.pdf", "acroform.pdf", "rotated.pdf", "active.pdf", "encrypted.pdf", "combs.pdf", "photo.png")
    chance = random.Random(seed)
    good = 0
    for _ in range(MUTATED // 8):
        data = mutated((FOLDER / chance.choice(names)).read_bytes(), chance)
        digest = hashlib.sha256(data).hexdigest()
        begun = time.monotonic()
        try:
            taken = take_blank(data)
            guess(survey(taken.paper), taken.fields)
            good += 1
            assert taken.sha256 == digest
        except UserError as error:
            assert error.code.startswith(("blanks.", "packet."))
        assert time.monotonic() - begun < SLOWEST
        assert hashlib.sha256(data).hexdigest() == digest
    assert good >= 3


def test_bombs_are_defused() -> None:
    """A form that draws itself, and a page of endless lines."""

    def pdf(content: bytes, more: bytes = b"", resources: bytes = b"") -> bytes:
        return (
            b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>endobj\n"
            b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n%s\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%%%EOF"
            % (resources, len(content), content, more)
        )

    own = b"5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Length 5>>stream\n/A Do\nendstream endobj"
    with pytest.raises(UserError) as caught:
        take_blank(pdf(b"/A Do", own, b"/XObject<</A 5 0 R>>"))
    assert caught.value.code == "packet.pdf_too_nested"
    begun = time.monotonic()
    many = b"".join(b"%d %d m %d %d l S\n" % (x, y, x + 40, y) for x in range(0, 560, 8) for y in range(0, 800, 2))
    taken = take_blank(pdf(many))
    guess(survey(taken.paper))
    assert time.monotonic() - begun < SLOWEST

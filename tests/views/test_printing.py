"""Paper comes out at the size it has: printed to a PDF and measured there."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter

from app.services.forms_info import blank_form, form_infos
from app.services.previews import Preview
from app.views.printing import print_pages

A4 = (595.28, 841.89)
DPI = 150


def ink(pdf: bytes) -> tuple[tuple[float, float], tuple[int, int, int, int]]:
    """The first page's size in points, and the box that holds its ink, in dots."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    picture: Image.Image = page.render(scale=DPI / 72).to_pil().convert("L")
    box = picture.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert box is not None
    return page.get_size(), box


@pytest.fixture
def paper() -> Preview:
    info = form_infos("deregistration")[0]
    return blank_form(info.code, info.edition)


def test_a_page_is_printed_at_its_own_size(qapp, tmp_path: Path, paper: Preview):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(printer, paper.image, paper.sizes) == paper.pages
    size, printed = ink((tmp_path / "printed.pdf").read_bytes())
    assert size == pytest.approx(A4, abs=1)
    _size, meant = ink(paper.pdf)
    # A dot is 0.17 mm: what a ruler on the sheet would show, and no more.
    assert printed == pytest.approx(meant, abs=2)

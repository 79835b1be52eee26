"""PDFs that people send as enclosures: opened, mended, checked, and made harmless before they are printed.

Two readers look at each file. pdfium decides whether it opens and mends what is damaged; pypdf takes it apart.
A page that pypdf cannot take over as vectors is put on paper as the picture that pdfium makes of it.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from app.errors import Problem, UserError
from app.forms.embed import PageView, plain_copy, view_of
from app.forms.pdf_nesting import check_nesting
from app.forms.raster import PageSize, opened

MAX_PAGES = 100
STANDARD_FONTS = frozenset(
    {
        "Courier", "Courier-Bold", "Courier-BoldOblique", "Courier-Oblique", "Helvetica", "Helvetica-Bold",
        "Helvetica-BoldOblique", "Helvetica-Oblique", "Symbol", "Times-Bold", "Times-BoldItalic", "Times-Italic",
        "Times-Roman", "ZapfDingbats",
    }
)  # fmt: skip
"""What every reader brings itself (PDF 32000-1, 9.6.2.2); none of them is Chinese."""
_ACTIVE = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE", "/Rendition"})

# pypdf reports what it mends to the log; without a handler of its own that would reach standard error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class PdfIntake:
    """A PDF ready to be put on A4 pages.

    `views` is None where the whole file goes onto paper as pictures.
    """

    pdf: bytes
    sizes: tuple[PageSize, ...]
    reader: PdfReader | None
    views: tuple[PageView, ...] | None
    notes: tuple[Problem, ...]


def take_in(data: bytes) -> PdfIntake:
    """Open an enclosure and say what will be left behind.

    Raises:
        UserError: `packet.pdf_password`, `packet.pdf_damaged`, `packet.pdf_without_pages`,
            `packet.too_many_pages`, `packet.page_empty`, `packet.pdf_page_damaged`, `packet.pdf_too_nested`.
    """
    count = _count(data)
    notes: list[Problem] = []
    pdf, reader = data, _reader(data)
    if reader is not None and reader.is_encrypted:
        notes.append(Problem("file", "packet.note_restricted"))
    if reader is None or reader.is_encrypted or not _same_pages(reader, count):
        pdf = plain_copy(data, flatten=False)
        reader = _reader(pdf)
        if reader is None or not _same_pages(reader, count):
            raise UserError("packet.pdf_damaged")
    # Before pdfium loads a page: it follows forms that draw each other until memory ends.
    check_nesting(reader)
    sizes = _sizes(pdf)
    try:
        notes += _left_behind(reader)
        hidden = _has_hidden_layers(reader)
        if any("/Annots" in page for page in reader.pages):
            pdf = plain_copy(pdf, flatten=True)
            reader = PdfReader(io.BytesIO(pdf), strict=False)
        views = tuple(_view(page, index) for index, page in enumerate(reader.pages))
    except UserError:
        raise
    except Exception:  # noqa: BLE001 - pypdf raises many families on odd files; pdfium can still draw them
        return _as_pictures(plain_copy(pdf, flatten=True), sizes, notes)
    if hidden:
        return _as_pictures(pdf, sizes, notes)
    return PdfIntake(pdf, sizes, reader, views, tuple(notes))


def _count(data: bytes) -> int:
    with opened(data) as document:
        pages = len(document)
    if not pages:
        raise UserError("packet.pdf_without_pages")
    if pages > MAX_PAGES:
        raise UserError("packet.too_many_pages", limit=MAX_PAGES)
    return pages


def _sizes(pdf: bytes) -> tuple[PageSize, ...]:
    with opened(pdf) as document:
        return tuple(_page_size(document, index) for index in range(len(document)))


def _page_size(document: Any, index: int) -> PageSize:
    """Loads the page: one that pdfium cannot load is named now, not met at printing time."""
    try:
        page = document[index]
    except RuntimeError as error:  # pdfium's own family
        raise UserError("packet.pdf_page_damaged", page=index + 1) from error
    try:
        return PageSize(*page.get_size())
    finally:
        page.close()


def _as_pictures(pdf: bytes, sizes: tuple[PageSize, ...], notes: list[Problem]) -> PdfIntake:
    for index, size in enumerate(sizes):
        if not (size.width >= 1 and size.height >= 1):
            raise UserError("packet.page_empty", page=index + 1)
    return PdfIntake(pdf, sizes, None, None, (*notes, Problem("file", "packet.note_as_pictures")))


def _reader(data: bytes) -> PdfReader | None:
    try:
        return PdfReader(io.BytesIO(data), strict=False)
    except Exception:  # noqa: BLE001 - pypdf raises many families on odd files
        return None


def _same_pages(reader: PdfReader, pages: int) -> bool:
    """Whether pypdf sees the pages that pdfium sees; where it does not, it repaired differently."""
    try:
        return len(reader.pages) == pages
    except Exception:  # noqa: BLE001 - pypdf raises many families on odd files
        return False


def _view(page: Any, index: int) -> PageView:
    view = view_of(page)
    if view is None:
        raise UserError("packet.page_empty", page=index + 1)
    return view


def _has_hidden_layers(reader: PdfReader) -> bool:
    layers = _at(reader.root_object, "/OCProperties", "/D", "/OFF")
    return isinstance(layers, ArrayObject) and len(layers) > 0


def _left_behind(reader: PdfReader) -> Iterator[Problem]:
    """One note for each kind of thing in the file that will not be in the packet."""
    root = reader.root_object
    pages = list(reader.pages)
    actions = list(_actions(root, pages))
    if _at(root, "/Names", "/JavaScript") is not None or any(kind in _ACTIVE for kind in actions):
        yield Problem("file", "packet.note_scripts_dropped")
    attached = _at(root, "/Names", "/EmbeddedFiles") is not None or "/AF" in root
    if attached or any(_at(each, "/Subtype") == "/FileAttachment" for each in _annotations(pages)):
        yield Problem("file", "packet.note_files_dropped")
    if _at(root, "/AcroForm", "/XFA") is not None:
        yield Problem("file", "packet.note_dynamic_form")
    if any(_lends_a_font(page) for page in pages):
        yield Problem("file", "packet.note_fonts_missing")


def _lends_a_font(page: Any) -> bool:
    """Whether the page uses a font that is not in the file and that not every reader has."""
    fonts = _at(page, "/Resources", "/Font")
    if not isinstance(fonts, DictionaryObject):
        return False
    for key in fonts:
        font = _at(fonts, key)
        parts = _at(font, "/DescendantFonts")
        for each in parts if isinstance(parts, ArrayObject) else [font]:
            face = each.get_object() if each is not None else None
            if _at(face, "/Subtype") == "/Type3" or str(_at(face, "/BaseFont")).removeprefix("/") in STANDARD_FONTS:
                continue
            if all(_at(face, "/FontDescriptor", file) is None for file in ("/FontFile", "/FontFile2", "/FontFile3")):
                return True
    return False


def _actions(root: DictionaryObject, pages: list[Any]) -> Iterator[str]:
    """The kinds of the actions of the document, its pages, and what lies on them."""
    holders: list[DictionaryObject] = [root, *pages, *_annotations(pages)]
    for holder in holders:
        for key in ("/OpenAction", "/A"):
            kind = _at(holder, key, "/S")
            if kind is not None:
                yield str(kind)
        triggers = _at(holder, "/AA")
        if isinstance(triggers, DictionaryObject):
            yield from (str(_at(triggers, key, "/S")) for key in triggers)


def _annotations(pages: list[Any]) -> Iterator[DictionaryObject]:
    for page in pages:
        found = _at(page, "/Annots")
        if isinstance(found, ArrayObject):
            for each in found:
                annotation = each.get_object()
                if isinstance(annotation, DictionaryObject):
                    yield annotation


def _at(value: Any, *path: str) -> Any:
    """What stands at a path of dictionary keys, references followed, or None."""
    for key in path:
        if not isinstance(value, DictionaryObject):
            return None
        value = value.get(key)
        value = value.get_object() if value is not None else None
    return value

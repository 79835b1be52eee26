"""Makes the blanks of the tests and `truth.json`, which says where each value belongs; run by hand, the files are committed.

Other programs make the blanks: LibreOffice lays out the tables (`soffice` has to be installed), reportlab draws the rest,
pypdf turns, crops and encrypts. The truth of LibreOffice's tables is read with pdfplumber, which shares no code with what
is tested. All words are those of ordinary tables; nobody's data is in them.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pdfplumber
from drawing import (
    FIRST_PAGE,
    MM,
    PAIRS,
    SECOND_PAGE,
    TABLE,
    TALL,
    Truth,
    acroform,
    combs,
    folded,
    place,
    ruled_lines,
    vertical,
)
from PIL import Image
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import DictionaryObject, NameObject, RectangleObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
FONTS = HERE.parents[2] / "resources" / "fonts"


def main() -> None:
    """Make everything anew."""
    pdfmetrics.registerFont(TTFont("Serif", str(FONTS / "NotoSerifSC_400Regular.ttf")))
    truth: dict[str, Truth] = {}
    for name, tables in (("lo_table", [TABLE]), ("lo_pairs", [PAIRS]), ("lo_pages", [FIRST_PAGE, SECOND_PAGE])):
        (HERE / f"{name}.pdf").write_bytes(libreoffice(fodt(tables)))
        truth[f"{name}.pdf"] = read_truth(HERE / f"{name}.pdf", tables)
    table, pairs = (HERE / "lo_table.pdf").read_bytes(), (HERE / "lo_pairs.pdf").read_bytes()
    made = {
        "rotated.pdf": (rotated(table), truth["lo_table.pdf"]),
        "cropped.pdf": (cropped(pairs), truth["lo_pairs.pdf"]),
        "encrypted.pdf": (encrypted(table), truth["lo_table.pdf"]),
        "damaged.pdf": (damaged(table), truth["lo_table.pdf"]),
        "active.pdf": (active(table), truth["lo_table.pdf"]),
        "acroform.pdf": acroform(),
        "a3_folded.pdf": folded(),
        "combs.pdf": combs(),
        "vertical.pdf": vertical(),
        "lines.pdf": ruled_lines(),
    }
    scan = scanned(table)
    made["scan.pdf"] = (scan[0], truth["lo_table.pdf"])
    made["photo.png"] = (scan[1], truth["lo_table.pdf"])
    for name, (data, places) in made.items():
        (HERE / name).write_bytes(data)
        truth[name] = places
    text = json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / "truth.json").write_text(text + "\n", encoding="utf-8")


# LibreOffice


def libreoffice(document: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "fonts.conf")
        config.write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{FONTS}</dir>'
            f"<cachedir>{folder}/cache</cachedir></fontconfig>"
        )
        source = Path(folder, "blank.fodt")
        source.write_text(document, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--convert-to",
                   "pdf:writer_pdf_Export", "--outdir", folder, str(source)]  # fmt: skip
        subprocess.run(
            command, env={**os.environ, "FONTCONFIG_FILE": str(config), "HOME": folder}, check=True, capture_output=True
        )
        return source.with_suffix(".pdf").read_bytes()


def fodt(tables: list[list[object]]) -> str:
    body = []
    for number, rows in enumerate(tables):
        style = "Next" if number else "Title"
        body.append(f'<text:p text:style-name="{style}">ICP用户注销备案申请表</text:p>')
        if number == 0:
            body.append('<text:p text:style-name="Body">请用黑色签字笔填写，字迹清楚，涂改无效。</text:p>')
        body.append(f'<table:table table:name="T{number}" table:style-name="T">')
        body += [f'<table:table-column table:style-name="{"L" if place % 2 == 0 else "V"}"/>' for place in range(4)]
        body += [fodt_row(row) for row in rows]
        body.append("</table:table>")
    columns = "".join(
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for name, width in (("L", 36), ("V", 49))
    )
    heights = "".join(
        f'<style:style style:name="R{height}" style:family="table-row">'
        f'<style:table-row-properties style:min-row-height="{height}mm"/></style:style>'
        for height in (9, 11, 14, 30)
    )
    font = 'style:font-name-asian="Serif" style:font-name="Serif" fo:font-size="10.5pt" style:font-size-asian="10.5pt"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="&apos;Noto Serif SC&apos;"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties {font}/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin-left="20mm" fo:margin-right="20mm" fo:margin-top="18mm" fo:margin-bottom="15mm"/></style:page-layout>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="4mm"/>
<style:text-properties fo:font-size="18pt" style:font-size-asian="18pt"/></style:style>
<style:style style:name="Next" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:break-before="page" fo:margin-bottom="4mm"/>
<style:text-properties fo:font-size="18pt" style:font-size-asian="18pt"/></style:style>
<style:style style:name="Body" style:family="paragraph"/>
<style:style style:name="T" style:family="table"><style:table-properties style:width="170mm" table:align="margins"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties style:vertical-align="middle"
 fo:padding="1mm" fo:border="0.5pt solid #000000"/></style:style>
{columns}{heights}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>"""


def fodt_row(row: object) -> str:
    if isinstance(row, str):
        return f'<table:table-row table:style-name="R9">{fodt_cell(row, 4)}</table:table-row>'
    assert isinstance(row, list)
    height = max((int(TALL.get(field, 11)) for _, field in row if not isinstance(field, list)), default=11)
    cells = ""
    for label, field in row:
        said = "　　".join(f"□ {text}" for _, _, text in field) if isinstance(field, list) else ""
        cells += fodt_cell(label, 1) + fodt_cell(said, 3 if len(row) == 1 else 1)
    return f'<table:table-row table:style-name="R{height}">{cells}</table:table-row>'


def fodt_cell(text: str, span: int) -> str:
    covered = "<table:covered-table-cell/>" * (span - 1)
    return (
        f'<table:table-cell table:style-name="C" table:number-columns-spanned="{span}">'
        f'<text:p text:style-name="Body">{escape(text)}</text:p></table:table-cell>{covered}'
    )


def read_truth(path: Path, tables: list[list[object]]) -> Truth:
    """The cell at the right of each label, in the order of the rows, as another reader sees the page."""
    places: Truth = []
    with pdfplumber.open(path) as pdf:
        assert len(pdf.pages) == len(tables), len(pdf.pages)
        for number, (page, rows) in enumerate(zip(pdf.pages, tables, strict=True)):
            cells = sorted({cell for table in page.find_tables() for cell in table.cells}, key=lambda c: (c[1], c[0]))
            words = {cell: said(page, cell) for cell in cells}
            after = -1.0
            for row in rows:
                if isinstance(row, str):
                    after = next(cell[1] for cell in cells if words[cell] == row.replace(" ", "") and cell[1] > after)
                    continue
                assert isinstance(row, list)
                for label, field in row:
                    found = next(cell for cell in cells if words[cell] == label and cell[1] >= after - 1)
                    value = next(cell for cell in cells if abs(cell[0] - found[2]) < 2 and abs(cell[1] - found[1]) < 2)
                    if isinstance(field, list):
                        places += ticks(page, number, value, field)
                    elif field:
                        places.append(place(number, field, *(each / MM for each in value)))
                after = found[1]
    return places


def said(page: object, cell: tuple[float, float, float, float]) -> str:
    return "".join(c["text"] for c in page.chars if cell[0] <= (c["x0"] + c["x1"]) / 2 <= cell[2]
                   and cell[1] <= (c["top"] + c["bottom"]) / 2 <= cell[3]).replace(" ", "")  # fmt: skip


def ticks(page: object, number: int, cell: tuple[float, float, float, float], options: list) -> Truth:
    boxes = [c for c in page.chars if c["text"] == "□" and cell[1] <= c["top"] <= cell[3]]
    assert len(boxes) == len(options)
    return [
        {**place(number, field, *(box[k] / MM for k in ("x0", "top", "x1", "bottom"))), "value": value}
        for (field, value, _), box in zip(options, boxes, strict=True)
    ]


# pypdf


def written(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def rotated(pdf: bytes) -> bytes:
    """Drawn lying, shown upright."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page = writer.pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    page.add_transformation(Transformation().rotate(90).translate(height, 0))
    for key in ("/MediaBox", "/CropBox"):
        page[NameObject(key)] = RectangleObject((0, 0, height, width))
    page.rotate(90)
    return written(writer)


def cropped(pdf: bytes) -> bytes:
    """The page lies in the middle of a larger sheet whose origin is elsewhere."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page = writer.pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    page.add_transformation(Transformation().translate(90, -110))
    page[NameObject("/MediaBox")] = RectangleObject((50, -150, 50 + width + 80, -150 + height + 80))
    page[NameObject("/CropBox")] = RectangleObject((90, -110, 90 + width, -110 + height))
    return written(writer)


def encrypted(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    return written(writer)


def damaged(pdf: bytes) -> bytes:
    """Cut off before its table of contents, as broken downloads are."""
    return pdf[: pdf.rindex(b"startxref") - 200]


def active(pdf: bytes) -> bytes:
    """With a script, a launch action and a file inside."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    writer.add_attachment("note.txt", b"nothing")
    launch = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc")})
    writer.root_object[NameObject("/OpenAction")] = launch
    return written(writer)


def scanned(pdf: bytes) -> tuple[bytes, bytes]:
    """Printed, laid a little askew on the glass, scanned grey with dust."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=200 / 72).to_pil().convert("L")
    picture = picture.rotate(0.15, resample=Image.Resampling.BICUBIC, fillcolor=255)
    chance = random.Random(5)
    pixels = picture.load()
    for _ in range(9_000):
        x, y = chance.randrange(picture.width), chance.randrange(picture.height)
        pixels[x, y] = chance.randrange(256)
    picture = picture.point([min(250, value + 4) if value > 128 else value + 30 for value in range(256)])
    jpeg, png, stream = io.BytesIO(), io.BytesIO(), io.BytesIO()
    picture.save(jpeg, "JPEG", quality=60, dpi=(200, 200))
    picture.quantize(8).save(png, "PNG", dpi=(200, 200), optimize=True)
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(jpeg), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return stream.getvalue(), png.getvalue()


if __name__ == "__main__":
    main()

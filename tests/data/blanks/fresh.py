"""Makes the fresh blanks and their truth: blanks of other natures than those by which the first guess was tuned.

Run by hand; the files are committed, and the guess is measured on them as `docs/blanks.md` says. LibreOffice lays each table
out twice: once as the blank, once with a mark in every cell to be filled in; pdfplumber reads from the second where
the marks stand. Nobody's data is in them.
"""

from __future__ import annotations

import io
import json
import random
from pathlib import Path
from xml.sax.saxutils import escape

import pdfplumber
from drawing import MM, Drawing, Truth, place
from fresh_tables import (
    CAPITAL,
    CENTRE,
    EAST,
    FORM_FIELDS,
    LETTER,
    LINE_FIELDS,
    LINES,
    LISTED,
    NOTES,
    PLAIN,
    SOUTH,
    Row,
)
from last_tables import NORTH, UNIT, WEST
from later_tables import CENTRAL, COAST, LEAST, NARROW, PROVIDER
from make import FONTS, libreoffice, written
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, RectangleObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from unseen_tables import COUNTED, DESK, ENGLISH, GROUPED, SIDES

HERE = Path(__file__).parent / "fresh"
BOXES = "□○"
A4_MM, A3_MM = (210, 297), (420, 297)


def main() -> None:
    """Make everything anew."""
    pdfmetrics.registerFont(TTFont("Serif", str(FONTS / "NotoSerifSC_400Regular.ttf")))
    made: dict[str, tuple[bytes, Truth]] = {
        "south.pdf": laid([([36, 49, 36, 49], SOUTH)], ["广东省ICP用户注销备案申请表", "@申请人：　　　　　　　手机号码：　　　　　　　申请日期："]),
        "capital.pdf": laid([([34, 52, 34, 52], CAPITAL)], ["ICP用户注销（删除）备案申请表"]),
        "merged.pdf": laid([([18, 44, 54, 54], EAST)], ["ICP用户注销备案申请表"]),
        "plain.pdf": laid([([52, 44, 34, 40], PLAIN)], ["备案注销申请表"]),
        "bilingual.pdf": laid([([30, 55, 30, 55], CENTRE)], ["ICP备案注销申请表"], border="1.5pt double #000000"),
        "listed.pdf": laid([([24, 50, 48, 48], LISTED)], ["网站备案注销申请表"], border="0.75pt dotted #808080"),
        "pages.pdf": laid([([30, 50, 30, 60], []), ([30, 55, 30, 55], CENTRE), ([34, 52, 34, 52], CAPITAL[4:])], NOTES),
        "a3.pdf": laid([([50, 140, 50, 140], CAPITAL)], ["ICP用户注销（删除）备案申请表"], size=A3_MM),
        "underlined.pdf": underlined(),
        "fields.pdf": fields(),
        "columns.pdf": columns(),
        "upright.pdf": upright(),
    }  # fmt: skip
    made["turned.pdf"] = turned(made["merged.pdf"][0]), made["merged.pdf"][1]
    made["scan.pdf"] = scanned(made["capital.pdf"][0], 0.35), made["capital.pdf"][1]
    made["scan_merged.pdf"] = scanned(made["merged.pdf"][0], -0.25), made["merged.pdf"][1]
    made["photo.jpg"] = photographed(made["plain.pdf"][0]), made["plain.pdf"][1]
    made |= {
        "later_provider.pdf": laid([([40, 45, 35, 50], PROVIDER)], ["备案注销申请表"]),
        "later_central.pdf": laid([([36, 49, 36, 49], CENTRAL)], ["网站备案注销（删除）申请表"]),
        "later_coast.pdf": laid([([30, 55, 30, 55], COAST)], ["ICP用户注销备案申请表"]),
        "later_least.pdf": laid([([120], LEAST)], ["备案注销申请"]),
        "later_narrow.pdf": laid([([18, 67, 18, 67], NARROW)], ["注销申请表"], border="1pt solid #404040"),
    }
    made |= {
        "last_north.pdf": laid([([32, 53, 32, 53], NORTH)], ["网站备案注销申请表"]),
        "last_west.pdf": laid([([42, 43, 35, 50], WEST)], ["ICP备案注销登记表"]),
        "last_unit.pdf": laid([([40, 45, 35, 50], UNIT)], ["备案注销申请"]),
    }
    made |= {
        "unseen_counted.pdf": laid([([14, 56, 50, 50], COUNTED)], ["ICP备案注销申请表"]),
        "unseen_sides.pdf": laid([([40, 65, 65], SIDES)], ["备案注销申请表"]),
        "unseen_grouped.pdf": laid([([14, 36, 44, 34, 44], GROUPED)], ["非经营性互联网信息服务备案注销申请表"]),
        "unseen_english.pdf": laid(
            [([38, 47, 38, 47], ENGLISH)], ["Application for Cancellation of ICP Filing 备案注销申请表"]
        ),
        "unseen_desk.pdf": laid([([24, 34, 24, 34, 24, 34], DESK)], ["ICP备案注销业务受理单"]),
    }
    made["later_scan.pdf"] = scanned(made["later_central.pdf"][0], -0.6), made["later_central.pdf"][1]
    (HERE.parent / "letter.pdf").write_bytes(letter())
    for name, (data, _) in made.items():
        (HERE / name).write_bytes(data)
    truth = {name: places for name, (_, places) in made.items()}
    (HERE / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


# LibreOffice


def laid(
    tables: list[tuple[list[int], list[Row]]], head: list[str], *, border: str = "0.5pt solid #000000",
    size: tuple[int, int] = A4_MM,
) -> tuple[bytes, Truth]:  # fmt: skip
    blank = libreoffice(document(tables, head, border, size, marked=False))
    marked = libreoffice(document(tables, head, border, size, marked=True))
    names = [cell[1] for _, rows in tables for _, row in rows for cell in row if cell[1] and cell[0] == ""]
    wanted = [choice for _, rows in tables for _, row in rows for cell in row if cell[1] and cell[0]
              for choice in cell[1].split()]  # fmt: skip
    truth: Truth = []
    boxes = []
    with pdfplumber.open(io.BytesIO(marked)) as pdf:
        for number, page in enumerate(pdf.pages):
            cells = {cell for table in page.find_tables() for cell in table.cells}
            for char in page.chars:
                middle = ((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
                if char["text"] == "※":
                    field = names.pop(0)
                    around = [c for c in cells if c[0] < middle[0] < c[2] and c[1] < middle[1] < c[3]]
                    cell = min(around, key=lambda c: (c[2] - c[0]) * (c[3] - c[1]))
                    if field != "-":
                        truth.append(place(number, field, *(each / MM for each in cell)))
                elif char["text"] in BOXES:
                    boxes.append((number, char))
    assert not names and len(boxes) == len(wanted), (names, len(boxes), wanted)
    for (number, box), choice in zip(boxes, wanted, strict=True):
        field, _, value = choice.partition("=")
        truth.append({**place(number, field, *(box[k] / MM for k in ("x0", "top", "x1", "bottom"))), "value": value})
    if any(each.startswith("@") for each in head):
        truth += behind_colons(blank, ["applicant_name", "applicant_mobile", "application_date"])
    return blank, truth


def behind_colons(pdf: bytes, fields: list[str]) -> Truth:
    """The room behind each colon of the first line that has as many."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        colons = [each for each in page.chars if each["text"] == "："]
        line = [each for each in colons if abs(each["top"] - colons[0]["top"]) < 2][: len(fields)]
        truth = []
        for number, (field, colon) in enumerate(zip(fields, line, strict=True)):
            behind = [
                c
                for c in page.chars
                if abs(c["top"] - colon["top"]) < 2 and c["x0"] > colon["x1"] and c["text"].strip()
            ]
            end = behind[0]["x0"] if behind and number < len(fields) - 1 else float(page.width) - 20 * MM
            truth.append(place(0, field, colon["x1"] / MM, colon["top"] / MM - 1, end / MM, colon["bottom"] / MM + 1))
        return truth


def document(
    tables: list[tuple[list[int], list[Row]]], head: list[str], border: str, size: tuple[int, int], *, marked: bool
) -> str:
    body = []
    for number, words in enumerate(head):
        style = "Title" if number == 0 and not words.startswith("@") else "Body"
        body.append(f'<text:p text:style-name="{style}">{spaced(words.removeprefix("@"))}</text:p>')
    styles = []
    for number, (widths, rows) in enumerate(tables):
        if number:
            body.append('<text:p text:style-name="Next">注销备案申请表</text:p>')
        if not rows:
            continue
        width = sum(widths)
        styles.append(f'<style:style style:name="T{number}" style:family="table"><style:table-properties '
                      f'style:width="{width}mm" table:align="left"/></style:style>')  # fmt: skip
        body.append(f'<table:table table:name="T{number}" table:style-name="T{number}">')
        for place_, each in enumerate(widths):
            name = f"K{number}-{place_}"
            styles.append(f'<style:style style:name="{name}" style:family="table-column">'
                          f'<style:table-column-properties style:column-width="{each}mm"/></style:style>')  # fmt: skip
            body.append(f'<table:table-column table:style-name="{name}"/>')
        body += table_rows(rows, len(widths), styles, number, marked=marked)
        body.append("</table:table>")
    font = 'style:font-name-asian="Serif" style:font-name="Serif" fo:font-size="10.5pt" style:font-size-asian="10.5pt"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:ooo="http://openoffice.org/2004/office"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="&apos;Noto Serif SC&apos;"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties {font}/></style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="{size[0]}mm" fo:page-height="{size[1]}mm"
 fo:margin-left="20mm" fo:margin-right="15mm" fo:margin-top="18mm" fo:margin-bottom="12mm"/></style:page-layout>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="4mm"/>
<style:text-properties fo:font-size="17pt" style:font-size-asian="17pt"/></style:style>
<style:style style:name="Next" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:break-before="page"/>
<style:text-properties fo:font-size="17pt" style:font-size-asian="17pt"/></style:style>
<style:style style:name="Body" style:family="paragraph"/>
<style:style style:name="Wide" style:family="paragraph"><style:paragraph-properties fo:line-height="200%"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties style:vertical-align="middle"
 fo:padding="0.8mm" fo:border="{border}"/></style:style>
{"".join(styles)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>"""


def table_rows(rows: list[Row], columns: int, styles: list[str], number: int, *, marked: bool) -> list[str]:
    """Rows with their covered cells where others span over them."""
    covered: set[tuple[int, int]] = set()
    done = []
    for row, (height, cells) in enumerate(rows):
        name = f"R{number}-{row}"
        styles.append(f'<style:style style:name="{name}" style:family="table-row"><style:table-row-properties '
                      f'style:min-row-height="{height}mm"/></style:style>')  # fmt: skip
        inner, column, waiting = "", 0, list(cells)
        while column < columns:
            if (row, column) in covered:
                inner += "<table:covered-table-cell/>"
                column += 1
                continue
            words, field, wide, high = waiting.pop(0)
            covered |= {(row + down, column + across) for down in range(high) for across in range(wide)}
            text = "※" if marked and field and not words else words
            paragraphs = "".join(f'<text:p text:style-name="Body">{spaced(each)}</text:p>' for each in text.split("\n"))
            inner += (f'<table:table-cell table:style-name="C" table:number-columns-spanned="{wide}" '
                      f'table:number-rows-spanned="{high}">{paragraphs}</table:table-cell>')  # fmt: skip
            column += 1
        assert not waiting, waiting
        done.append(f'<table:table-row table:style-name="{name}">{inner}</table:table-row>')
    return done


def spaced(words: str) -> str:
    return escape(words)


def underlined() -> tuple[bytes, Truth]:
    """A letter of application: room is underscores, two and three to a line."""
    text = document([], ["注销备案申请书"], "none", A4_MM, marked=False)
    lines = "".join(f'<text:p text:style-name="Wide">{escape(each)}</text:p>' for each in LINES)
    pdf = libreoffice(text.replace("</office:text>", lines + "</office:text>"))
    runs: list[list[dict[str, float]]] = []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        last = None
        for char in opened.pages[0].chars:
            if char["text"] == "_":
                if last is None or char["x0"] - last["x1"] > 1 or abs(char["top"] - last["top"]) > 2:
                    runs.append([])
                runs[-1].append(char)
                last = char
    assert len(runs) == len(LINE_FIELDS), len(runs)
    truth = []
    for run, field in zip(runs, LINE_FIELDS, strict=True):
        name, _, part = field.partition("/")
        box = place(0, name, run[0]["x0"] / MM, run[0]["top"] / MM - 1, run[-1]["x1"] / MM, run[0]["bottom"] / MM + 1)
        truth.append({**box, **({"part": part} if part else {})})
    return pdf, truth


def fields() -> tuple[bytes, Truth]:
    """Form controls as a word processor sets them, some with its own names; exported as a fillable PDF."""
    controls, lines = "", ""
    for number, (label, field, name) in enumerate(FORM_FIELDS):
        high = "25mm" if field == "reason" else "8mm"
        controls += (f'<form:text form:name="{name}" form:control-implementation="ooo:com.sun.star.form.component.TextField" '
                     f'xml:id="c{number}" form:id="c{number}"/>')  # fmt: skip
        lines += (f'<text:p text:style-name="Wide">{label}　<draw:control text:anchor-type="as-char" svg:width="110mm" '
                  f'svg:height="{high}" draw:control="c{number}"/></text:p>')  # fmt: skip
    forms = (f'<office:forms><form:form form:name="F" form:control-implementation="ooo:com.sun.star.form.component.Form">'
             f"{controls}</form:form></office:forms>")  # fmt: skip
    text = document([], ["备案注销申请表"], "none", A4_MM, marked=False)
    pdf = libreoffice(
        text.replace("<office:text>", "<office:text>" + forms).replace("</office:text>", lines + "</office:text>")
    )
    reader = PdfReader(io.BytesIO(pdf))
    page = reader.pages[0]
    height = float(page.mediabox.height)
    rects = {str(each.get_object()["/T"]): [float(v) for v in each.get_object()["/Rect"]] for each in page["/Annots"]}
    truth = [place(0, field, rects[name][0] / MM, (height - rects[name][3]) / MM, rects[name][2] / MM,
                   (height - rects[name][1]) / MM) for _, field, name in FORM_FIELDS]  # fmt: skip
    return pdf, truth


# reportlab


def columns() -> tuple[bytes, Truth]:
    """A lying page in two columns; the labels stand above their boxes, which do not touch."""
    page = Drawing((A4[1], A4[0]))
    page.text(120, 18, "备案注销申请表", 17)
    left = [("拟注销备案号", "target_filing_number"), ("主办单位名称", "target_subject_name"), ("证件号码", "target_certificate_number"),
            ("网站域名", "target_domains"), ("注销原因", "reason")]  # fmt: skip
    right = [("单位名称", "applicant_name"), ("统一社会信用代码", "applicant_certificate_number"), ("法定代表人", "legal_representative_name"),
             ("联系人", "contact_name"), ("手机", "contact_mobile"), ("电子邮箱", "contact_email")]  # fmt: skip
    for x, title, rows in ((15, "一、拟注销备案", left), (155, "二、申请单位", right)):
        page.text(x, 30, title, 12)
        y = 36.0
        for words, field in rows:
            high = 38.0 if field == "reason" else 9.0
            page.text(x, y + 4, words)
            page.box(x, y + 6, 125, high)
            page.true(field, x, y + 6, 125, high)
            y += 6 + high + 5
    return page.done()


def upright() -> tuple[bytes, Truth]:
    """Labels set downwards in narrow cells, beside the room they are for."""
    page = Drawing(A4)
    page.text(72, 22, "注销备案申请表", 18)
    y = 32.0
    rows = [
        ([("备案号", "target_filing_number"), ("主办单位", "target_subject_name")], 24),
        ([("域名", "target_domains")], 20),
        ([("申请人", "applicant_name"), ("证件号码", "applicant_certificate_number")], 26),
        ([("联系人", "contact_name"), ("手机", "contact_mobile"), ("邮箱", "contact_email")], 22),
        ([("注销理由", "reason")], 50),
    ]
    for row, high in rows:
        each = 170 / len(row)
        for number, (words, field) in enumerate(row):
            x = 20 + number * each
            page.box(x, y, 9, high)
            for place_, char in enumerate(words):
                page.text(x + 2.6, y + high / 2 - len(words) * 2.4 + place_ * 4.8 + 3.6, char)
            page.cell(x + 9, y, each - 9, high, "", field)
        y += high
    return page.done()


def letter() -> bytes:
    """An access provider's letter of authorization in the usual words; its fields are told by the test."""
    page = Drawing(A4)
    page.text(85, 30, "授权委托书", 18)
    for number, words in enumerate(LETTER):
        page.text(25, 50 + number * 12, words)
    return page.done()[0]


# Turned, scanned, photographed


def turned(pdf: bytes) -> bytes:
    """Drawn the other way round on a lying page, shown upright."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    page = writer.pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    page.add_transformation(Transformation().rotate(-90).translate(0, width))
    for key in ("/MediaBox", "/CropBox"):
        page[NameObject(key)] = RectangleObject((0, 0, height, width))
    page.rotate(270)
    return written(writer)


def drawn(pdf: bytes, dpi: int) -> Image.Image:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")


def scanned(pdf: bytes, lean: float) -> bytes:
    """Grey, a little askew, with dust."""
    picture = drawn(pdf, 200).rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=250)
    chance = random.Random(11)
    pixels = picture.load()
    for _ in range(6_000):
        pixels[chance.randrange(picture.width), chance.randrange(picture.height)] = chance.randrange(256)
    jpeg, stream = io.BytesIO(), io.BytesIO()
    picture.save(jpeg, "JPEG", quality=50, dpi=(200, 200))
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(jpeg), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def photographed(pdf: bytes) -> bytes:
    """By telephone, from above: light falls off to one corner, half a degree askew."""
    picture = drawn(pdf, 180).rotate(0.5, resample=Image.Resampling.BICUBIC, fillcolor=245)
    shade = Image.new("L", (16, 16))
    pen = ImageDraw.Draw(shade)
    for x in range(16):
        for y in range(16):
            pen.point((x, y), 255 - 5 * (x + y))
    shade = shade.resize(picture.size, Image.Resampling.BICUBIC)
    from PIL import ImageChops

    stream = io.BytesIO()
    ImageChops.multiply(picture, shade).save(stream, "JPEG", quality=60, dpi=(180, 180))
    return stream.getvalue()


if __name__ == "__main__":
    main()

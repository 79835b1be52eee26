"""The plain alternatives on paper: a docx filled in and turned into PDF by LibreOffice, and Typst; where installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from app.resources import resource

NOT_INSTALLED = "not installed"
_TIMEOUT = 300

_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_A4_EMU = (5_760_000, 8_147_000)


def soffice() -> str | None:
    """LibreOffice's program, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def write_docx(file: Path, pages: Sequence[Mapping[str, Any]], image: bytes | None = None) -> None:
    """A docx with a table of names and values on each page, then the image on a page of its own."""
    body = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.join(_page(values) for values in pages)
    if image is not None:
        body += '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + _image()
    document = (
        '<?xml version="1.0" encoding="UTF-8"?><w:document '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:r="{_OFFICE}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"><w:body>{body}</w:body></w:document>'
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
        archive.writestr("_rels/.rels", _relationships("officeDocument", "word/document.xml"))
        archive.writestr("word/document.xml", document)
        if image is not None:
            archive.writestr("word/_rels/document.xml.rels", _relationships("image", "media/image.png"))
            archive.writestr("word/media/image.png", image)


def libreoffice(files: Sequence[Path], out: Path, profile: Path) -> tuple[float, int]:
    """Turn docx files into PDF in one run of LibreOffice: milliseconds, and bytes of the first PDF."""
    program = soffice()
    assert program is not None
    started = time.perf_counter()
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(out),
            *map(str, files),
        ],
        check=True, capture_output=True, timeout=_TIMEOUT,
    )  # fmt: skip
    took = (time.perf_counter() - started) * 1000
    return took, (out / files[0].with_suffix(".pdf").name).stat().st_size


def typst_ms(values: Sequence[Mapping[str, Any]]) -> tuple[list[float], int] | None:
    """Milliseconds of each form in Typst with the same font, and bytes of the last; None where it is not installed."""
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as name:
        folder = Path(name)
        times, size = [], 0
        if importlib.util.find_spec("typst") is not None:
            import typst  # type: ignore[import-not-found, unused-ignore]

            for number, each in enumerate(values):
                file = folder / f"form-{number}.typ"
                file.write_text(_typst(each), encoding="utf-8")
                started = time.perf_counter()
                pdf = typst.compile(str(file), font_paths=[str(resource("fonts"))], ignore_system_fonts=True)
                times.append((time.perf_counter() - started) * 1000)
                size = len(pdf)
            return times, size
        program = shutil.which("typst")
        if program is None:
            return None
        for number, each in enumerate(values):
            file = folder / f"form-{number}.typ"
            file.write_text(_typst(each), encoding="utf-8")
            started = time.perf_counter()
            subprocess.run(
                [program, "compile", "--ignore-system-fonts", "--font-path", str(resource("fonts")), str(file)],
                check=True, capture_output=True, timeout=_TIMEOUT,
            )  # fmt: skip
            times.append((time.perf_counter() - started) * 1000)
            size = file.with_suffix(".pdf").stat().st_size
        return times, size


def _page(values: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{_paragraph(name)}</w:tc>"
        f"<w:tc><w:tcPr><w:tcW w:w='6000' w:type='dxa'/></w:tcPr>{_paragraph(_text(value))}</w:tc></w:tr>"
        for name, value in values.items()
    )
    borders = "".join(
        f"<w:{side} w:val='single' w:sz='4'/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = f"<w:tbl><w:tblPr><w:tblW w:w='9000' w:type='dxa'/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{rows}</w:tbl>"
    return _paragraph("注销备案信息申请表") + table + _paragraph("本单位承诺以上信息真实有效。")


def _paragraph(text: str) -> str:
    fonts = "<w:rPr><w:rFonts w:ascii='Noto Serif SC' w:eastAsia='Noto Serif SC'/></w:rPr>"
    return f"<w:p><w:r>{fonts}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


def _image() -> str:
    wide, high = _A4_EMU
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="image"/><a:graphic>'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image"/><pic:cNvPicPr/>'
        '</pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _relationships(kind: str, target: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_RELS}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _typst(values: Mapping[str, Any]) -> str:
    cells = "\n".join(f"  [#{_quoted(name)}], [#{_quoted(_text(value))}]," for name, value in values.items())
    return (
        '#set page(paper: "a4", margin: 20mm)\n#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh")\n'
        f"#align(center)[#text(16pt)[注销备案信息申请表]]\n#table(columns: (50mm, 1fr),\n{cells}\n)\n"
        "本单位承诺以上信息真实有效。\n"
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(value: Any) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)

"""Reads the first useful sheet of an xlsx, xls, ods or csv file into plain rows.

Nothing is interpreted here beyond finding out how the file is written: cells come out as
python-calamine gives them (text, float, date …) and, for csv, as text.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import python_calamine

from app.errors import UserError
from app.services.imports.cells import cell_text, unescape_csv
from app.services.imports.collector import collector_paused
from app.services.imports.file_kinds import SUFFIXES

#: Files above this are not tables of filings; refused before anything is unpacked (bytes).
LARGEST_FILE = 256 * 1024 * 1024
#: What a zipped table may grow to (bytes); 1,000,000 rows of 25 columns stay well below.
LARGEST_UNPACKED = 4 * 1024 * 1024 * 1024
#: A csv cell above this is a broken quote rather than a cell (characters).
LARGEST_CELL = 1024 * 1024

_TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\bhidden="(?:1|true)"')
_SHEET_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetName:
    """One sheet of a file, for the chooser."""

    name: str
    hidden: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A sheet as read: every row from the first line on, empty ones included.

    `lines[i]` is the line number that a person sees for `rows[i]`; it is None where that is `i + 1`.
    `hidden_rows` counts rows that the spreadsheet hides (filtered out); they are read like the others.
    """

    path: Path
    name: str
    sheets: tuple[SheetName, ...]
    rows: Sequence[Sequence[object]]
    lines: Sequence[int] | None = None
    encoding: str = ""
    delimiter: str = ""
    hidden_rows: int = 0
    notes: tuple[str, ...] = field(default=())

    def line(self, index: int) -> int:
        """The line number in the file of a row."""
        return index + 1 if self.lines is None else self.lines[index]

    @property
    def width(self) -> int:
        """How many columns the widest of the first rows has."""
        return max((len(row) for row in self.rows[:1000]), default=0)


def read_sheet(path: Path, name: str | None = None) -> Sheet:
    """Reads one sheet; without a name the visible sheet with the most rows.

    Raises:
        UserError: imports.file_missing, imports.file_too_big, imports.file_kind_unknown,
            imports.file_unreadable, imports.file_encrypted, imports.file_encoding_unknown,
            imports.sheet_missing, imports.file_empty.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UserError("imports.file_missing", file=path.name) from error
    if size > LARGEST_FILE:
        raise UserError("imports.file_too_big", file=path.name, size=size // 1024 // 1024, limit=LARGEST_FILE >> 20)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError("imports.file_kind_unknown", file=path.name, expected=tuple(s[1:] for s in SUFFIXES))
    try:
        with collector_paused():
            sheet = _read_text(path) if _is_text(path, suffix) else _read_workbook(path, name)
    except OSError as error:
        raise UserError("imports.file_unreadable", file=path.name) from error
    if not any(any(cell_text(cell) for cell in row) for row in sheet.rows):
        raise UserError("imports.file_empty", file=path.name)
    return sheet


def _is_text(path: Path, suffix: str) -> bool:
    """Whether the file is text, whatever it calls itself: exports named .xls are often tab-separated text."""
    with path.open("rb") as stream:
        head = stream.read(8)
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return False
    if suffix in _TEXT_SUFFIXES:
        return True
    # The oldest xls files start with a BIFF record and no container.
    return not head.startswith((b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")) and b"\x00" not in head


def _read_workbook(path: Path, name: str | None) -> Sheet:
    _refuse_bomb(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as workbook:
            names = tuple(
                SheetName(each.name, each.visible != python_calamine.SheetVisibleEnum.Visible)
                for each in workbook.sheets_metadata
                if each.typ == python_calamine.SheetTypeEnum.WorkSheet
            )
            if not names:
                raise UserError("imports.file_empty", file=path.name)
            if name is not None and name not in {each.name for each in names}:
                raise UserError("imports.sheet_missing", sheet=name, sheets=tuple(each.name for each in names))
            if name is None and len(names) > 1:
                visible = [each.name for each in names if not each.hidden] or [each.name for each in names]
                heights = {each: workbook.get_sheet_by_name(each).total_height for each in visible}
                name = max(visible, key=lambda each: heights[each])
            name = name or names[0].name
            rows: list[list[Any]] = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except python_calamine.PasswordError as error:
        raise UserError("imports.file_encrypted", file=path.name) from error
    except (python_calamine.CalamineError, ValueError) as error:
        if _is_encrypted_package(path):
            raise UserError("imports.file_encrypted", file=path.name) from error
        raise UserError("imports.file_unreadable", file=path.name) from error
    return Sheet(path=path, name=name, sheets=names, rows=rows, hidden_rows=_hidden_rows(path, name))


def _is_encrypted_package(path: Path) -> bool:
    """An xlsx with a password is an OLE container with a stream of this name."""
    with path.open("rb") as stream:
        head = stream.read(1 << 20)
    return head.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in head


def _refuse_bomb(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as package:
            unpacked = sum(item.file_size for item in package.infolist())
    except zipfile.BadZipFile as error:
        raise UserError("imports.file_unreadable", file=path.name) from error
    if unpacked > LARGEST_UNPACKED:
        raise UserError(
            "imports.file_too_big", file=path.name, size=unpacked // 1024 // 1024, limit=LARGEST_UNPACKED >> 20
        )


def _hidden_rows(path: Path, name: str) -> int:
    """How many rows of an xlsx sheet are hidden; calamine does not tell."""
    if not zipfile.is_zipfile(path):
        return 0
    hidden = 0
    try:
        with zipfile.ZipFile(path) as package:
            part = _sheet_part(package, name)
            if part is None:
                return 0
            with package.open(part) as stream:
                tail = b""
                while block := stream.read(1 << 20):
                    piece = tail + block
                    if b"hidden=" in piece:
                        cut = piece.rfind(b"<row")
                        cut = cut if cut > 0 else len(piece)
                        hidden += len(_HIDDEN_ROW.findall(piece[:cut]))
                        tail = piece[cut:]
                    else:
                        tail = piece[-512:]
                hidden += len(_HIDDEN_ROW.findall(tail))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError):
        return 0
    return hidden


def _sheet_part(package: zipfile.ZipFile, name: str) -> str | None:
    if "xl/workbook.xml" not in package.namelist():
        return None
    # Both parts are small, and expat bounds what entities may grow to.
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))  # noqa: S314
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in book.iter(f"{_SHEET_NS}sheet"):
        if sheet.get("name") == name:
            target = targets.get(sheet.get(_REL_ID), "")
            return target[1:] if target.startswith("/") else f"xl/{target}"
    return None


def _read_text(path: Path) -> Sheet:
    data = path.read_bytes()
    text, encoding = _decode(data, path.name)
    delimiter = _delimiter(text)
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    rows: list[list[str]] = []
    lines: list[int] = []
    before = 0
    try:
        for row in reader:
            rows.append([unescape_csv(cell) for cell in row] if any("'" in cell for cell in row) else row)
            lines.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        raise UserError("imports.csv_quote_open", file=path.name, line=before + 1) from error
    return Sheet(
        path=path,
        name=path.stem,
        sheets=(SheetName(path.stem, False),),
        rows=rows,
        lines=lines,
        encoding=encoding,
        delimiter=delimiter,
    )


def _decode(data: bytes, file_name: str) -> tuple[str, str]:
    """UTF-8 with or without BOM, UTF-16 with BOM (Excel's "Unicode text"), else GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        tries: tuple[tuple[str, str], ...] = (("utf-16", "UTF-16"),)
    else:
        tries = (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"))
    for codec, label in tries:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text, label
    raise UserError("imports.file_encoding_unknown", file=file_name)


def _delimiter(text: str) -> str:
    """The separator that cuts the first rows most evenly; quoted text does not count."""
    sample = text[:65536]
    if len(text) > len(sample):
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", (0, 0)
    for delimiter in (",", "\t", ";", "|"):
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row][:50]
        except csv.Error:
            continue
        if not widths:
            continue
        common = max(set(widths), key=lambda width: (widths.count(width), width))
        score = (widths.count(common) * (common > 1), common)
        if score > best_score:
            best, best_score = delimiter, score
    return best

"""Rows of text written as xlsx or csv, beside the target and then put in its place.

Nothing that stands in a cell is ever run by the spreadsheet that opens the file. In xlsx every cell
is a text cell, which is inert whatever it starts with. In csv a spreadsheet decides by the first
character, so a cell that starts with one of `= + - @` (half or full width), `|`, a tab or a line end
gets an apostrophe in front, also `+86 …` phones and `-`; a cell that starts with apostrophes and
then such a character gets one more. `imports.cells.unescape_csv` takes exactly one off again, so a
round trip loses nothing.
"""

from __future__ import annotations

import csv
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import xlsxwriter

from app.errors import UserError

SUFFIXES = (".xlsx", ".csv")
#: What a sheet of xlsx can hold below its header.
LARGEST_SHEET = 1_048_575
_LONGEST_CELL = 32_767
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠|\t\r\n]")
_STEP = 2000
_WIDEST, _NARROWEST = 48, 8

Progress = Callable[[int, int], None]


def write_table(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    sheet: str = "Sheet1",
    total: int = 0,
    progress: Progress | None = None,
) -> int:
    """Writes the rows and returns how many there were; the suffix says xlsx or csv.

    The file appears whole or not at all: what `progress` raises, a full disk or a locked target leave the
    old file as it was.

    Raises:
        UserError: exports.file_kind_unknown, exports.too_many_rows, exports.not_writable.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError("exports.file_kind_unknown", file=path.name, expected=tuple(each[1:] for each in SUFFIXES))
    if suffix == ".xlsx" and total > LARGEST_SHEET:
        raise UserError("exports.too_many_rows", count=total, limit=LARGEST_SHEET)
    write = _write_xlsx if suffix == ".xlsx" else _write_csv
    try:
        # A folder of its own beside the target: what a failed or cancelled export leaves goes with it.
        with tempfile.TemporaryDirectory(prefix=".beian-", dir=path.parent, ignore_cleanup_errors=True) as folder:
            beside = Path(folder) / path.name
            count = write(beside, header, _reported(rows, total, progress), sheet)
            beside.chmod(0o600)
            os.replace(beside, path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise UserError("exports.not_writable", file=path.name) from error
    return count


def csv_cell(text: str) -> str:
    """A cell's text as csv may hold it: inert in every spreadsheet."""
    return f"'{text}" if _FORMULA.match(text) else text


def _reported(rows: Iterable[Sequence[str]], total: int, progress: Progress | None) -> Iterable[Sequence[str]]:
    for count, row in enumerate(rows):
        if progress is not None and count % _STEP == 0:
            progress(count, max(total, count))
        yield row


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], _sheet: str) -> int:
    count = 0
    # Excel takes a csv for the system's old code page unless it starts with a BOM.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([csv_cell(text) for text in header])
        for row in rows:
            writer.writerow([csv_cell(text) for text in row])
            count += 1
        stream.flush()
        os.fsync(stream.fileno())
    return count


def _write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], sheet: str) -> int:
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # Rows wait in a file until the book is closed: beside it, never in a folder that others read.
        "tmpdir": str(path.parent),
    }
    book = xlsxwriter.Workbook(str(path), options)
    try:
        page = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", sheet)[:31] or "Sheet1")
        text_format = book.add_format({"num_format": "@", "valign": "top"})
        head_format = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
        page.freeze_panes(1, 0)
        ordered = iter(rows)
        first = [row for _, row in zip(range(200), ordered, strict=False)]
        # Written before the rows: constant memory mode keeps only the present row.
        for index, title in enumerate(header):
            widest = max([_width(title), *(_width(row[index]) for row in first if index < len(row))])
            page.set_column(index, index, min(max(widest + 2, _NARROWEST), _WIDEST), text_format)
        for index, title in enumerate(header):
            page.write_string(0, index, title, head_format)
        count = 0
        for row in _chained(first, ordered):
            count += 1
            if count > LARGEST_SHEET:
                raise UserError("exports.too_many_rows", count=count, limit=LARGEST_SHEET)
            for index, text in enumerate(row):
                if text:
                    page.write_string(count, index, text[:_LONGEST_CELL], text_format)
        page.autofilter(0, 0, count, max(len(header) - 1, 0))
    except BaseException:
        with suppress(OSError):
            book.close()
        raise
    book.close()
    return count


def _chained(first: list[Sequence[str]], rest: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    yield from first
    yield from rest


def _width(text: str) -> int:
    """Columns a text takes on screen: Chinese counts double."""
    line = text.partition("\n")[0]
    return sum(2 if ord(char) > 0x2E7F else 1 for char in line[:_WIDEST])

"""Real stores and fictional records for the tests of services."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from stdnum.cn import uscc

from app.db.database import Database

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A fresh, empty, encrypted store."""
    with Database.create(tmp_path / "records.store", bytes(range(32))) as opened:
        yield opened


@pytest.fixture(scope="session")
def id_number() -> Callable[[int], str]:
    """Fictional identity card numbers, right by their check digit: born on the first of January 1901 or so."""

    def make(n: int) -> str:
        body = f"110101{1901 + n % 90:04d}0101{n % 1000:03d}"
        return body + "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, body, strict=True)) % 11]

    return make


@pytest.fixture(scope="session")
def credit_code() -> Callable[[int], str]:
    """Fictional credit codes, right by their check digit."""

    def make(n: int) -> str:
        body = f"91110000{n:09d}"
        return body + uscc.calc_check_digit(body)

    return make


@pytest.fixture
def subject_values(
    id_number: Callable[[int], str], credit_code: Callable[[int], str]
) -> Callable[..., dict[str, object]]:
    """Every field of a subject, as somebody fills it in; `n` makes them different."""

    def make(n: int = 1, **overrides: object) -> dict[str, object]:
        values: dict[str, object] = {
            "name": f"示例科技{n}有限公司",
            "kind": "单位",
            "nature": "企业",
            "filing_number": f"京ICP备{10_000_000 + n}号",
            "certificate_type": "营业执照",
            "certificate_number": credit_code(n),
            "certificate_address": "北京市海淀区示例路 1 号",
            "address": "北京市海淀区示例路 2 号",
            "lead_name": "张示例",
            "lead_certificate_type": "身份证",
            "lead_certificate_number": id_number(n),
            "lead_phone": f"138{n:08d}",
            "lead_email": f"lead{n}@example.com",
            "emergency_phone": "010-82092828",
            "state": "正常",
            "filed_on": "2019年9月16日",
            "account_uid": "1000200030004000",
            "note": "第一行\n第二行",
        }
        return values | overrides

    return make


@pytest.fixture
def site_values() -> Callable[..., dict[str, object]]:
    """Every field of a site of the subject with the same `n`."""

    def make(n: int = 1, service: int = 1, **overrides: object) -> dict[str, object]:
        values: dict[str, object] = {
            "name": f"示例网{n}-{service}",
            "filing_number": f"京ICP备{10_000_000 + n}号-{service}",
            "domains": f"example{n}-{service}.com 示例{n}-{service}.中国",
            "home_url": f"www.example{n}-{service}.com",
            "lead_name": "李示例",
            "lead_phone": "13900139000",
            "lead_email": "site@example.com",
            "access_provider": "示例云",
            "access_state": "已接入",
            "state": "正常",
            "approved_on": "2020-01-02",
            "note": "",
        }
        return values | overrides

    return make


@pytest.fixture(scope="session")
def write_xls() -> Callable[[Path, list[list[object]]], None]:
    """Writes an old xls (BIFF8 in a compound file) by hand: there is no writer to test the reader with."""

    def record(code: int, body: bytes) -> bytes:
        return struct.pack("<HH", code, len(body)) + body

    def stream(rows: list[list[object]]) -> bytes:
        cells = b""
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                where = struct.pack("<HHH", y, x, 0)
                if isinstance(value, str):
                    text = value.encode("utf-16-le")
                    cells += record(0x0204, where + struct.pack("<HB", len(text) // 2, 1) + text)
                elif isinstance(value, (int, float)):
                    cells += record(0x0203, where + struct.pack("<d", float(value)))
        width = max(map(len, rows))
        size = record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
        sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + size + cells + record(0x000A, b"")
        book = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + record(
            0x0042, struct.pack("<H", 1200)
        )
        name = "主体".encode("utf-16-le")
        length = len(book) + 4 + 8 + len(name) + 4
        book += record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(name) // 2, 1) + name) + record(0x000A, b"")
        assert len(book) == length
        return book + sheet

    def write(path: Path, rows: list[list[object]]) -> None:
        data = stream(rows)
        data += bytes(max(4096, -(-len(data) // 512) * 512) - len(data))
        sectors = len(data) // 512
        assert sectors + 2 <= 128
        end, fat_mark, free = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
        fat = [fat_mark, end, *range(3, sectors + 2), end]
        fat += [free] * (128 - len(fat))

        def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
            raw = name.encode("utf-16-le")
            head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw) + 2 if raw else 0, kind, 1)
            return head + struct.pack("<III", free, free, child) + bytes(36) + struct.pack("<IQ", start, size)

        header = (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        )
        header += (
            struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0) + b"\xff" * (108 * 4)
        )
        directory = (
            entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, len(data)) + entry("", 0, free, 0, 0) * 2
        )
        path.write_bytes(header + struct.pack("<128I", *fat) + directory + data)

    return write


@pytest.fixture(scope="session")
def write_ods() -> Callable[[Path, list[list[object]]], None]:
    """Writes an OpenDocument spreadsheet by hand: the least that is one."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )

    def cell(value: object) -> str:
        if isinstance(value, (int, float)):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    def write(path: Path, rows: list[list[object]]) -> None:
        body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        content = (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
            f'<table:table table:name="主体">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
        )
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", kind, zipfile.ZIP_STORED)
            package.writestr(
                "META-INF/manifest.xml",
                '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
            )
            package.writestr("content.xml", content)

    return write

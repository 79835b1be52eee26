"""Real stores and fictional records for the tests of services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

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

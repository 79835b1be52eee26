"""A registrar on the desk's list: found, missing from a whole list, or nothing that the list could tell."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.registrars import RegistrarList, names_of

CHINESE = ("示例域名注册有限公司", "样例（北京）信息技术有限公司")


@pytest.mark.parametrize(
    ("name", "complete", "told"),
    [
        ("示例域名注册有限公司", False, (True, "")),
        ("示例域名注册有限公司（示例网）", True, (True, "")),
        ("样例(北京)信息技术有限公司", True, (True, "")),
        ("样例信息技术有限公司", True, (False, "")),
        ("样例信息技术有限公司", False, (None, "registrar_not_on_list")),
        ("Example Registrar, Inc.", True, (None, "registrar_other_script")),
        ("", True, (None, "registrar_other_script")),
    ],
)
def test_look_up(name: str, complete: bool, told: tuple[bool | None, str]) -> None:
    assert RegistrarList(CHINESE, "示例名单", date(2026, 10, 1), complete).look_up(name) == told


def test_a_list_in_both_scripts_tells_of_both() -> None:
    both = RegistrarList((*CHINESE, "EXAMPLE REGISTRAR, INC."), "示例名单", date(2026, 10, 1), True)
    assert both.look_up("Example Registrar, Inc.") == (True, "")
    assert both.look_up("Other Registrar Ltd") == (False, "")


def test_names_of_cells() -> None:
    cells = ["示例 注册商；Example Ltd", "", "ＥＸＡＭＰＬＥ ltd\n样例注册商 | 样例"]
    assert names_of(cells) == ("示例 注册商", "Example Ltd", "样例注册商", "样例")

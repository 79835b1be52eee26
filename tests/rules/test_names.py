"""Names: every character kept, the dot made one, what cannot be a name refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.names import LONGEST_NAME, check_name

RARE = "䶮𬭎𬍛㛃𠅤"


@pytest.mark.parametrize("kind", ["individual", "unit", "site"])
def test_rare_and_long_names_are_kept(kind: str) -> None:
    assert check_name(f" {RARE}\u3000", kind=kind) == RARE
    assert check_name("示" * 50, kind=kind) == "示" * 50
    assert check_name("示例（北京）有限公司 A&B Co., Ltd.", kind=kind) == "示例（北京）有限公司 A&B Co., Ltd."


@pytest.mark.parametrize("dot", "·•‧∙⋅・･●")
def test_dots_between_chinese_characters_become_one(dot: str) -> None:
    assert check_name(f"阿卜杜拉{dot}买买提", kind="individual") == "阿卜杜拉·买买提"
    assert check_name(f"阿卜杜拉 {dot} 买买提", kind="individual") == "阿卜杜拉·买买提"


def test_other_dots_are_left_alone() -> None:
    assert check_name("阿卜杜拉.买买提", kind="individual") == "阿卜杜拉·买买提"
    assert check_name("示例.公司", kind="unit") == "示例.公司"
    assert check_name("A•B", kind="unit") == "A•B"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (" \u3000", "rules.name_empty"),
        ("示" * (LONGEST_NAME + 1), "rules.name_long"),
        ("张\ue863", "rules.name_private_use"),
        ("张\U000f0000", "rules.name_private_use"),
        ("张\u0007三", "rules.name_control"),
        ("张\u202e三", "rules.name_control"),
        ("张\n三", "rules.name_control"),
        ("张\ufffd", "rules.name_damaged"),
        ("张\ud800", "rules.name_damaged"),
    ],
)
def test_what_cannot_be_a_name_is_refused_by_name(name: str, code: str) -> None:
    with pytest.raises(UserError) as raised:
        check_name(name, kind="unit")
    assert raised.value.code == code


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x2FFFF, categories=["Lo"]), min_size=1, max_size=50))
def test_no_letter_is_ever_changed(name: str) -> None:
    checked = check_name(name, kind="unit")
    assert checked == name
    assert check_name(checked, kind="unit") == checked

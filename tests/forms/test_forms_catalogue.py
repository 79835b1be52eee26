from __future__ import annotations

import pytest
from pydantic import ValidationError

from app.errors import UserError
from app.forms.catalogue import current, form, forms
from app.forms.spec import Cell, FormSpec
from app.resources import read_toml

PREFIXES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新"


def test_each_of_the_31_provinces_has_its_form() -> None:
    specs = forms("deregistration")
    assert len({spec.province for spec in specs}) == 31
    assert {spec.prefix for spec in specs} == set(PREFIXES)
    assert all(spec.code == f"deregistration-{spec.province}" for spec in specs)
    assert all(current("deregistration", spec.province).edition >= spec.edition for spec in specs)


def test_evidence_is_stated_as_found() -> None:
    evidence = {spec.province: spec.evidence for spec in forms("deregistration")}
    seen = {province for province, level in evidence.items() if level == "instructions"}
    assert seen == {"beijing", "shanghai", "shandong", "henan", "hubei"}
    assert [province for province, level in evidence.items() if level == "full table"] == ["guangdong"]


@pytest.mark.parametrize(
    ("province", "title"),
    [
        ("beijing", "北京市ICP用户注销（删除）备案申请表"),
        ("shanghai", "上海市ICP用户注销备案申请表"),
        ("shandong", "山东省ICP用户注销备案申请表"),
        ("henan", "河南省网站备案注销（删除）申请表"),
        ("hubei", "湖北省ICP用户注销（删除）备案申请表"),
        ("guangdong", "广东省ICP用户注销备案申请表"),
        ("hunan", "备案注销申请表"),
        ("ningxia", "注销备案申请表"),
    ],
)
def test_known_titles(province: str, title: str) -> None:
    spec = current("deregistration", province)
    assert (spec.title, spec.title_inferred) == (title, False)


def test_titles_nobody_saw_say_so() -> None:
    known = {"beijing", "shanghai", "shandong", "henan", "hubei", "guangdong", "hunan", "ningxia"}
    assert {spec.province for spec in forms() if not spec.title_inferred} == known


def test_every_form_says_where_it_was_read() -> None:
    for spec in forms():
        assert spec.sources
        assert all(source.as_of and source.source for source in spec.sources)


def test_guangdong_has_the_entries_of_its_table_in_order() -> None:
    spec = current("deregistration", "guangdong")
    labels = [item.label for item in spec.head]
    labels += [cell.label.replace("\n", "") + "*" * cell.required for cell in spec.cells()]
    assert labels == [
        "申请人", "手机号码", "申请日期",
        "申请类别*", "申请依据*", "拟注销备案主办单位名称*", "拟注销备案号*", "拟注销域名*", "备案注销申请理由*",
        "主办单位名称*", "主办单位证件类型*", "主办单位证件号码*", "联系人姓名*", "联系人手机*", "联系人邮箱*",
        "处理日期", "备注",
    ]  # fmt: skip
    assert spec.blocks[1].seal is not None
    assert spec.blocks[1].seal.label == "公章（个人签字）"
    assert spec.foot == ("（*必填）",)
    assert [block.office for block in spec.blocks] == [False, False, True]
    assert spec.instructions is not None
    assert not spec.instructions.posted


def test_words_of_a_family_speak_of_the_province() -> None:
    spec = current("deregistration", "neimenggu")
    assert "蒙ICP备" in spec.scope_line
    assert "内蒙古自治区通信管理局" in spec.blocks[-1].note


def test_a_saved_edition_is_found_again() -> None:
    spec = current("deregistration", "hebei")
    assert form(spec.code, spec.edition) is spec


@pytest.mark.parametrize("ask", [lambda: form("deregistration-hebei", "1999"), lambda: current("deregistration", "x")])
def test_an_unknown_form_is_told(ask) -> None:
    with pytest.raises(UserError) as caught:
        ask()
    assert caught.value.code == "forms.unknown_form"


def test_all_fields_have_names() -> None:
    names = read_toml("fields.toml")["field"]
    assert {field for spec in forms() for field in spec.fields()} <= set(names)


def test_an_office_block_may_hold_no_field() -> None:
    data = current("deregistration", "guangdong").model_dump()
    data["blocks"][2]["rows"][0]["cells"][0]["field"] = "reason"
    with pytest.raises(ValidationError, match="office use"):
        FormSpec.model_validate(data)


def test_a_row_wider_than_the_table_is_an_error() -> None:
    data = current("deregistration", "guangdong").model_dump()
    data["blocks"][0]["rows"][0]["cells"][0]["width"] = 300.0
    with pytest.raises(ValidationError, match="wider than the table"):
        FormSpec.model_validate(data)


def test_a_floor_above_the_size_is_an_error() -> None:
    with pytest.raises(ValidationError, match="floor"):
        Cell(label="备注", size=8.0, floor=9.0)

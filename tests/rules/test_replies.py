"""Replies: all variables documented, nothing printed empty, nothing in a value read as a template."""

import pytest

from app.errors import UserError
from app.rules.procedures import procedure_ids
from app.rules.replies import check_template, fill, replies, replies_of, stages, style, variables, variables_in

EVERYTHING = {name: ("甲", "乙") if each.multiline else each.example for name, each in variables().items()}


def test_there_are_four_for_each_procedure() -> None:
    assert len(replies()) == 72
    assert len(variables()) == 45
    for key in procedure_ids():
        assert [each.stage for each in replies_of(key)] == [each.id for each in stages()]
    assert len(style()) == 6


@pytest.mark.parametrize("reply", replies(), ids=lambda each: each.id)
def test_every_reply_fills_completely(reply) -> None:
    assert set(reply.variables) <= set(variables())
    filled = fill(reply.text, EVERYTHING)
    assert filled.complete
    assert not filled.left_out
    assert "{{" not in filled.text
    assert "【" not in filled.text
    assert check_template(reply.text) == reply.text.strip()


@pytest.mark.parametrize("reply", replies(), ids=lambda each: each.id)
def test_nothing_is_printed_empty(reply) -> None:
    """Each variable taken away alone: it is missing and shown as a gap, or its line goes without a trace."""
    for name in reply.variables:
        filled = fill(reply.text, {each: value for each, value in EVERYTHING.items() if each != name})
        if filled.missing:
            assert [each.name for each in filled.missing] == [name]
            assert f"【{variables()[name].description}】" in filled.text
        else:
            assert [each.name for each in filled.left_out] == [name]
        assert "{{" not in filled.text
        assert "\n\n\n" not in filled.text


def test_a_reply_that_asks_for_papers_names_one() -> None:
    (reply,) = (each for each in replies_of("change_site") if each.stage == "materials_incomplete")
    without = {
        name: value for name, value in EVERYTHING.items() if name not in ("missing_materials", "rejected_materials")
    }
    assert {each.name for each in fill(reply.text, without).missing} == {"missing_materials", "rejected_materials"}
    only = fill(reply.text, {**without, "missing_materials": ("营业执照",)})
    assert only.complete
    assert "缺少：\n营业执照" in only.text
    assert "需要更换" not in only.text


def test_a_value_is_never_read_as_a_template() -> None:
    filled = fill("您好，{{customer_name}}。", {"customer_name": "{{agent_name}} {0} %s \\1"})
    assert filled.text == "您好，{{agent_name}} {0} %s \\1。"


def test_blank_values_count_as_missing() -> None:
    assert not fill("{{customer_name}}：", {"customer_name": " \n "}).complete
    assert not fill("{{customer_name}}：", {"customer_name": ("", " ")}).complete


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  \n", "guide.reply_empty"),
        ("字" * 20_001, "guide.reply_too_long"),
        ("{{nobody}}", "guide.reply_unknown_variable"),
        ("{{customer_name}", "guide.reply_braces"),
        ("{{ Customer }}", "guide.reply_braces"),
    ],
)
def test_a_template_that_could_not_be_filled_is_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        check_template(text)
    assert caught.value.code == code


def test_variables_are_found_with_spaces_too() -> None:
    assert variables_in("{{ customer_name }} {{domain}} {{domain}}") == ("customer_name", "domain")

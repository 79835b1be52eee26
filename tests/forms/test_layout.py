from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms.fit import SEPARATOR, as_text, fit, room_for, tidy
from app.forms.wrap import NO_END, NO_START, break_lines, paragraphs


def measure(text: str, family: str, size: float) -> float:
    """Wide characters are one em, ASCII half of one."""
    return size * sum(0.5 if char.isascii() else 1.0 for char in text)


def wrapped(text: str, ems: float) -> list[str]:
    return [line.text for line in break_lines(paragraphs(text, "serif", measure), ems, "serif", measure)]


def fitted(value: str | tuple[str, ...], *, width: float = 100.0, height: float = 30.0, pointer: str = "（见续页）"):
    return fit(
        value, width, height, measure, family="serif", size=10.0, floor=8.0, leading=1.2, indent=0, pointer=pointer
    )


@given(st.text(alphabet="甲乙丙，。《》（）·、ab1-. \n“”", max_size=200), st.integers(3, 20))
def test_wrapping_loses_and_moves_nothing(text: str, ems: int) -> None:
    lines = break_lines(paragraphs(text, "serif", measure), ems, "serif", measure)
    said = "".join(line.text + ("\n" if line.ends_paragraph else "") for line in lines)
    assert said == text + "\n"


@given(st.text(alphabet="甲乙丙丁，。《》（）、", max_size=120), st.integers(6, 20))
def test_no_line_is_too_wide(text: str, ems: int) -> None:
    assert all(measure(line.rstrip(" "), "serif", 1.0) <= ems + 1e-6 for line in wrapped(text, ems))


@given(st.lists(st.sampled_from(["甲", "乙乙", "丙，", "《丁》", "（戊）。", "己：", "“庚”"]), max_size=60))
def test_lines_neither_start_with_closing_nor_end_with_opening_marks(words: list[str]) -> None:
    lines = wrapped("".join(words), 8)
    assert all(line[0] not in NO_START for line in lines[1:])
    assert all(line[-1] not in NO_END for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("请核对域名example.com后办理", 7, ["请核对域名", "example.com后", "办理"]),
        ("备案号粤ICP备12345678号-1已注销", 12, ["备案号", "粤ICP备12345678号-1已注", "销"]),
        ("姓名阿卜杜拉·买买提", 6, ["姓名阿卜杜", "拉·买买提"]),
        ("Example Co Ltd", 4.5, ["Example ", "Co Ltd"]),
        ("甲乙丙丁（戊己）", 5, ["甲乙丙丁", "（戊己）"]),
    ],
)
def test_words_numbers_and_names_stay_whole(text: str, ems: float, expected: list[str]) -> None:
    assert wrapped(text, ems) == expected


def test_a_word_longer_than_a_line_is_broken_rather_than_lost() -> None:
    lines = wrapped("a" * 25, 5)
    assert "".join(lines) == "a" * 25
    assert all(len(line) <= 10 for line in lines)


def test_typed_line_breaks_are_kept() -> None:
    assert wrapped("甲\n\n乙", 5) == ["甲", "", "乙"]


def test_a_value_that_fits_keeps_its_size() -> None:
    result = fitted("甲" * 10)
    assert (result.size, result.complete, len(result.lines)) == (10.0, True, 1)


def test_a_longer_value_shrinks_only_as_far_as_it_must() -> None:
    # The height holds two lines down to 9 points, of 10 characters at 10 and at 9.5, of 11 at 9; then three.
    assert [fitted("甲" * count).size for count in (20, 21, 22, 23)] == [10.0, 9.0, 9.0, 8.5]


def test_an_address_is_made_smaller_before_it_is_broken() -> None:
    result = fitted("contact@example.com")
    assert result.size == 10.0
    result = fitted("a" * 23)
    assert len(result.lines) == 1
    assert result.size < 10.0


def test_beyond_the_floor_the_beginning_and_the_pointer_stand_in_the_cell() -> None:
    text = "".join(chr(0x4E00 + index) for index in range(300))
    result = fitted(text)
    shown = "".join(line.text for line in result.lines)
    assert not result.complete
    assert result.size == 8.0
    assert text.startswith(shown)
    assert measure(result.lines[-1].text + "（见续页）", "serif", 8.0) <= 100.0
    assert len(result.lines) <= room_for(30.0, 8.0, 1.2)


def test_a_list_is_cut_only_between_items() -> None:
    items = tuple(f"site-{index}.example.com" for index in range(60))
    result = fitted(items, width=200.0)
    shown = "".join(line.text for line in result.lines)
    assert not result.complete
    count = shown.count(SEPARATOR)
    assert count > 0
    assert shown == SEPARATOR.join(items[:count]) + SEPARATOR


def test_a_cell_too_small_for_anything_shows_the_pointer_alone() -> None:
    result = fitted(("a" * 40,) * 20, width=50.0, height=9.0)
    assert not result.complete
    assert "".join(line.text for line in result.lines) == ""


def test_tidying_changes_only_edges_and_line_ends() -> None:
    assert tidy(" 甲\r\n乙\r丙 ") == "甲\n乙\n丙"
    assert tidy((" a ", "", "b")) == ("a", "b")
    assert as_text(("a", "b")) == "a、b"

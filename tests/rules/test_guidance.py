"""Sources named for a reader, markers that reach the eye, the newest of a topic in front."""

import pytest

from app.rules.guidance import MARK_ZH, Mark, Said, newest_first, read_said, said_source_zh


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("seed 4.2", "备案信息维护手册 2019-09-16 版 4.2"),
        ("seed 1.2 / 4.2", "备案信息维护手册 2019-09-16 版 1.2、4.2"),
        (
            "自拟；事实依据工作步骤 change_site（seed 2）",
            "自拟；事实依据工作步骤 change_site（备案信息维护手册 2019-09-16 版 2）",
        ),
        ("《某某办法》第十条；文本：github owner/name @abc: a.md", "《某某办法》第十条"),
        ("github owner/name @26ccf09: a/b/注销.md", "owner/name《注销》"),
        ("各省规则：天津（2019）", "各省规则：天津（2019）"),
    ],
)
def test_a_source_is_named_so_that_a_reader_finds_it(source: str, named: str) -> None:
    assert said_source_zh(source) == named


def test_markers_are_read_and_have_words() -> None:
    table = {"text": "一句", "source": "seed 2", "as_of": "2019-09-16", "newest": True, "contradiction": True}
    said = read_said(Said, table)
    assert said.marks == (Mark.NEWEST, Mark.CONTRADICTION)
    assert said.marks_zh == (MARK_ZH[Mark.NEWEST], MARK_ZH[Mark.CONTRADICTION])
    assert set(MARK_ZH) == set(Mark)


def test_an_unknown_key_is_a_mistake_in_the_file() -> None:
    with pytest.raises(ValueError, match="surprise"):
        read_said(Said, {"text": "一句", "source": "seed 2", "as_of": "2019-09-16", "surprise": 1})


def test_the_newest_of_a_topic_leads_where_the_topic_first_stood() -> None:
    def said(text: str, topic: str = "", *marks: Mark) -> Said:
        return Said(text=text, source="seed 2", as_of="2019-09-16", topic=topic, marks=marks)

    told = (
        said("旧", "days", Mark.SUPERSEDED),
        said("别的"),
        said("另一家", "days"),
        said("新", "days", Mark.NEWEST),
        said("建议", "days", Mark.RECOMMENDED),
    )
    assert [each.text for each in newest_first(told)] == ["建议", "新", "另一家", "旧", "别的"]

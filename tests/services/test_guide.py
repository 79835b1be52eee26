"""The guide: pages with source and markers on every line, the customer's version, the paper, the words of the trade."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.errors import UserError
from app.rules.procedures import procedure_ids
from app.services.guide import SECTION_ZH, Guide

GUIDE = Guide()


@pytest.mark.parametrize("key", procedure_ids())
def test_every_line_of_a_page_says_where_it_was_read(key: str) -> None:
    page = GUIDE.page(key)
    assert [each.kind for each in page.sections] == [kind for kind in SECTION_ZH if page.section(kind)]
    for section in page.sections:
        for line in section.lines:
            assert line.text.strip()
            assert line.target or (line.source_zh and line.as_of), line
            assert len(line.marks) == len(line.marks_zh)


def test_the_newer_words_lead_and_both_dates_stand() -> None:
    lines = GUIDE.page("deregister_online_subject").section("changes").lines
    assert [each.lead for each in lines[:2]] == ["现在", "2019 年"]
    assert lines[0].as_of > lines[1].as_of
    assert lines[1].source_zh.startswith("备案信息维护手册")
    waits = GUIDE.page("domain_verification_fix").section("durations").lines
    assert "建议采用" in waits[0].marks_zh
    assert "已被更新的说法取代" in waits[3].marks_zh


def test_a_province_filters_its_differences() -> None:
    everywhere = GUIDE.page("deregister_online_site").section("provinces").lines
    jiangsu = GUIDE.page("deregister_online_site", province_key="jiangsu").section("provinces").lines
    assert 0 < len(jiangsu) < len(everywhere)
    assert any("江苏" in each.lead for each in everywhere)
    assert not any("江苏" in each.lead for each in jiangsu)
    assert GUIDE.page("deregister_online_site", province_key="jiangsu").province == "江苏"


def test_a_subject_kind_filters_the_papers() -> None:
    both = {each.kind for each in GUIDE.page("transfer_offline").sections}
    assert {"materials_individual", "materials_unit"} <= both
    unit = {each.kind for each in GUIDE.page("transfer_offline", subject_kind="unit").sections}
    assert "materials_individual" not in unit


@pytest.mark.parametrize("key", procedure_ids())
@pytest.mark.parametrize("kind", ["unit", "individual"])
def test_the_customers_version_is_plain(key: str, kind: str) -> None:
    text = GUIDE.customer_version(key, kind, "guangdong")
    for hidden in ("来源", "github", "seed", "本程序", "已停用", "另一家", "由手册推出"):
        assert hidden not in text
    assert "【步骤】" in text
    assert text.endswith("以管局审核为准。")


def test_the_customers_version_gives_one_length_for_each_thing() -> None:
    text = GUIDE.customer_version("deregister_online_subject", "unit")
    days = text.partition("【办理时间】")[2].partition("【")[0]
    assert days.count("管局审核") == 1
    assert "3 至 5 个工作日" in days


@pytest.mark.parametrize("key", procedure_ids())
def test_a_page_prints_with_its_sources(key: str) -> None:
    page = GUIDE.page(key)
    pdf = GUIDE.paper(page, made_on="2026-11-23")
    assert pdf == GUIDE.paper(page, made_on="2026-11-23")
    reader = PdfReader(BytesIO(pdf))
    text = "".join(each.extract_text() for each in reader.pages).replace("\n", "")
    assert page.title in text
    for section in page.sections:
        assert section.title in text
    first = page.sections[0].lines[0]
    assert first.text.replace(" ", "") in text.replace(" ", "")
    assert f"来源：{first.basis_zh}".replace(" ", "") in text.replace(" ", "")
    assert f"第 {len(reader.pages)} 页".replace(" ", "") in text.replace(" ", "")


def test_what_is_not_there_is_said() -> None:
    for wrong, code in (
        (("nothing", ""), "guide.no_such_procedure"),
        (("cancel_access", "mars"), "guide.no_such_province"),
    ):
        with pytest.raises(UserError) as caught:
            GUIDE.page(wrong[0], province_key=wrong[1])
        assert caught.value.code == code


def test_titles_terms_and_sources() -> None:
    titles = GUIDE.titles()
    assert [each.id for each in titles] == list(procedure_ids())
    assert {each.id for each in titles if each.parent == "change_filing"} == {"change_subject", "change_site"}
    assert GUIDE.terms("管局")
    assert {each.source_zh for each in GUIDE.sources()} >= {"seed"}
    assert GUIDE.page("transfer_online").section("durations").lines[0].lead == "阿里云"

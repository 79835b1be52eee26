import pytest

from app.rules.provinces import source_zh


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (
            "stored public page without address, title 网站备案注销申请表 (copy of the Guangdong form, 2020)",
            "留存网页《网站备案注销申请表》（无网址）",
        ),
        (
            "seed document: Aliyun ICP filing maintenance guide, version 20190916, 4.1",
            "备案信息维护手册 2019-09-16 版 4.1",
        ),
        ("seed document: Aliyun ICP filing maintenance guide, version 20190916", "备案信息维护手册 2019-09-16 版"),
        ("github owner/name @26ccf09 (fork of other, 2021-07-15): a/b/注销空壳主体.md", "owner/name《注销空壳主体》"),
        ("github owner/name @c54c1bc: kb/备案注销咨询.md (dated 2025-12-31)", "owner/name《备案注销咨询》"),
        (
            "https://example.com/a.html; https://example.com/b.html",
            "https://example.com/a.html；https://example.com/b.html",
        ),
        ("本工具的建议", "本工具的建议"),
    ],
)
def test_a_source_is_named_so_that_a_reader_finds_it(source, named):
    assert source_zh(source) == named

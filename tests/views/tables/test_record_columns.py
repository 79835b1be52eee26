from types import SimpleNamespace

from app.messages import Messages
from app.views.tables.record_columns import RecordColumns
from app.views.tables.words import RecordWords


def test_a_chinese_domain_is_shown_and_copied_as_people_write_it(qapp):
    columns = RecordColumns(RecordWords(lambda: Messages("zh"))).sites()
    column = next(each for each in columns if each.key == "domain")
    row = SimpleNamespace(domain="xn--fsq092h.xn--fiqs8s")
    assert column.text(row) == "示例.中国"
    assert column.copied is None or column.copied(row) == "示例.中国"
    assert column.text(SimpleNamespace(domain=None)) == ""

from array import array
from types import SimpleNamespace

from app.messages import Messages
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_columns import RecordColumns
from app.views.tables.record_table import RecordTable
from app.views.tables.words import RecordWords


def test_a_chinese_domain_is_shown_and_copied_as_people_write_it(qapp):
    columns = RecordColumns(RecordWords(lambda: Messages("zh"))).sites()
    column = next(each for each in columns if each.key == "domain")
    row = SimpleNamespace(domain="xn--fsq092h.xn--fiqs8s")
    assert column.text(row) == "示例.中国"
    assert column.copied is None or column.copied(row) == "示例.中国"
    assert column.text(SimpleNamespace(domain=None)) == ""


def test_choosing_all_of_a_million_rows_does_not_ask_for_every_cell(qtbot, fonts):
    rows = 1_000_000
    columns = RecordColumns(RecordWords(lambda: Messages("zh"))).subjects()
    asked = 0

    class Counting(IdListModel):
        def flags(self, index):
            nonlocal asked
            asked += 1
            return super().flags(index)

    model = Counting(columns, lambda ids: [])
    table = RecordTable(model)
    qtbot.addWidget(table)
    table.show()
    table.show_ids(array("q", range(rows)))
    asked = 0
    table.selectAll()
    table.grab()
    assert len(table.selected_ids()) == rows
    assert asked < 10_000

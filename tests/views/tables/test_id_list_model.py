from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from app.views.tables.columns import Column
from app.views.tables.id_list_model import PAGE_ROWS, PAGES_KEPT, ROW_ROLE, IdListModel


@dataclass(frozen=True)
class Record:
    id: int
    name: str
    state: str = "active"


class Shelf:
    """Records by id that counts how often it is read."""

    def __init__(self, count: int) -> None:
        self.names = {number: f"示例公司{number}" for number in range(1, count + 1)}
        self.reads: list[int] = []

    def rows(self, ids):
        self.reads.append(len(ids))
        return [Record(number, self.names[number]) for number in ids if number in self.names]


COLUMNS = (
    Column("name", lambda: "名称", lambda row: row.name),
    Column("state", lambda: "状态", lambda row: row.state, tone=lambda row: "good"),
    Column("note", lambda: "备注", lambda row: "", sortable=False),
)


@pytest.fixture
def shelf():
    return Shelf(1000)


@pytest.fixture
def model(shelf, qtmodeltester):
    model = IdListModel(COLUMNS, shelf.rows)
    qtmodeltester.check(model)
    model.set_ids(array("q", range(1, 1001)))
    return model


def text(model, row, column=0):
    return model.data(model.index(row, column))


def test_shows_records_in_the_order_of_the_ids(model):
    model.set_ids(array("q", [7, 3, 5]))
    assert [text(model, row) for row in range(model.rowCount())] == ["示例公司7", "示例公司3", "示例公司5"]


def test_reads_a_page_once_and_only_where_it_is_looked_at(model, shelf):
    text(model, 0)
    text(model, PAGE_ROWS - 1)
    text(model, 0, 1)
    assert shelf.reads == [PAGE_ROWS]
    text(model, 999)
    assert len(shelf.reads) == 2


def test_keeps_a_bounded_number_of_pages(shelf):
    big = Shelf(PAGE_ROWS * (PAGES_KEPT + 5))
    model = IdListModel(COLUMNS, big.rows)
    model.set_ids(array("q", range(1, len(big.names) + 1)))
    for page in range(PAGES_KEPT + 5):
        text(model, page * PAGE_ROWS)
    text(model, 0)
    assert len(big.reads) == PAGES_KEPT + 6, "the first page had been dropped and is read again"


def test_a_record_deleted_behind_the_list_shows_empty_not_another_record(model, shelf):
    del shelf.names[2]
    model.set_ids(array("q", [1, 2, 3]))
    assert text(model, 1) is None
    assert text(model, 2) == "示例公司3"


def test_refresh_reads_changed_records_again(model, shelf, qtbot):
    assert text(model, 4) == "示例公司5"
    shelf.names[5] = "示例新名"
    with qtbot.waitSignal(model.dataChanged) as blocker:
        model.refresh([5])
    assert blocker.args[0].row() == 0
    assert text(model, 4) == "示例新名"


def test_a_header_click_asks_for_an_order_and_does_not_sort_itself(model, qtbot):
    with qtbot.waitSignal(model.sort_wanted) as blocker:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert blocker.args == ["name", True]
    with qtbot.assertNotEmitted(model.sort_wanted):
        model.sort(2)


def test_roles(model):
    index = model.index(0, 0)
    assert index.data(ROW_ROLE) == Record(1, "示例公司1")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "名称"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.row_of(17) == 16
    assert model.row_of(-1) is None


def test_a_longer_list_goes_on_behind_the_rows_that_are_shown(model, qtbot):
    model.set_ids(array("q", range(1, PAGE_ROWS + 3)))
    assert text(model, PAGE_ROWS) == f"示例公司{PAGE_ROWS + 1}"
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        assert model.go_on_with(array("q", range(1, 1001)))
    assert inserted.args[1:] == [PAGE_ROWS + 2, 999]
    assert [text(model, row) for row in (0, PAGE_ROWS + 5, 999)] == [
        "示例公司1",
        f"示例公司{PAGE_ROWS + 6}",
        "示例公司1000",
    ]


def test_another_list_does_not_go_on(model):
    assert model.go_on_with(array("q", range(1, 1001)))
    assert not model.go_on_with(array("q", [2, *range(3, 1500)]))
    assert not model.go_on_with(array("q", range(1, 500)))
    assert model.rowCount() == 1000
    model.set_ids(array("q"))
    assert model.go_on_with(array("q"))
    assert not model.go_on_with(array("q", [1]))

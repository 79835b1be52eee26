import threading
from array import array

import pytest

from app.services.tables import TableQuery
from app.views.tables.id_feed import IdFeed


class Shelf:
    """Five ids, and a list that waits until it may be told."""

    def __init__(self):
        self.may_tell = threading.Event()

    def ids(self, query):
        assert self.may_tell.wait(10)
        return array("q", [5, 4, 3, 2, 1] if query.descending else [1, 2, 3, 4, 5])

    def first(self, query, most):
        return (array("q", [5, 4, 3, 2, 1]) if query.descending else array("q", [1, 2, 3, 4, 5]))[:most]


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def feed(shelf, jobs):
    return IdFeed(shelf.ids, jobs, first_ids=shelf.first)


def test_the_first_ids_come_ahead_of_the_list(feed, shelf, qtbot):
    with qtbot.assertNotEmitted(feed.answered), qtbot.waitSignal(feed.begun) as begun:
        feed.ask(TableQuery(), ahead=2)
    assert list(begun.args[0]) == [1, 2]
    with qtbot.waitSignal(feed.answered) as answered:
        shelf.may_tell.set()
    assert list(answered.args[0]) == [1, 2, 3, 4, 5]


def test_a_text_is_answered_in_one_go(feed, shelf, qtbot):
    shelf.may_tell.set()
    with qtbot.assertNotEmitted(feed.begun), qtbot.waitSignal(feed.answered):
        feed.ask(TableQuery(text="示例"), ahead=2)


def test_first_ids_of_an_overtaken_question_are_not_shown(feed, shelf, qtbot):
    shelf.may_tell.set()
    with qtbot.assertNotEmitted(feed.begun), qtbot.waitSignal(feed.answered) as answered:
        feed.ask(TableQuery(), ahead=2)
        feed.ask(TableQuery(descending=True))
    assert list(answered.args[0]) == [5, 4, 3, 2, 1]

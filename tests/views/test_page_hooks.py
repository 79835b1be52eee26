"""Every page that is made says all that its base leaves open; Qt's metaclass does not see to that by itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import app.views
from app.views.pages.list_page import ListPage
from app.views.pages.page import Page
from app.views.pages.records_page import RecordsPage
from app.views.unlock_forms import Form

BASES = {Page, ListPage, RecordsPage, Form}


def _below(base: type) -> Iterator[type]:
    for each in base.__subclasses__():
        yield each
        yield from _below(each)


def _left_open(made: type) -> list[str]:
    return [name for name in dir(made) if getattr(getattr(made, name, None), "__isabstractmethod__", False)]


@pytest.mark.parametrize("base", [Page, Form])
def test_nothing_is_left_open(base: type) -> None:
    for module in pkgutil.walk_packages(app.views.__path__, "app.views."):
        importlib.import_module(module.name)
    made = {each for each in _below(base) if each not in BASES and each.__module__.startswith("app.")}
    assert made
    assert {each.__name__: _left_open(each) for each in made if _left_open(each)} == {}
    assert _left_open(base)

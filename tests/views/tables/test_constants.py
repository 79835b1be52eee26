import sys

import pytest
from PySide6.QtWidgets import QLabel

import app.views


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal since Python 3.12")
def test_none_has_more_references_than_a_long_day_of_painting_gives_away(qtbot):
    assert app.views.__doc__
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(100_000):
        label.update()
    assert sys.getrefcount(None) > 1 << 39

import gc

import pytest

from app.bootstrap import hold_collector, settle_collector


@pytest.fixture(autouse=True)
def collector():
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_until_the_program_has_settled() -> None:
    hold_collector()
    assert not gc.isenabled()
    made = [[number] for number in range(100)]
    settle_collector()
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from app.bootstrap.memory import hold_collector, settle_collector


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what other systems keep is theirs")
def test_a_large_block_goes_back_when_it_is_freed() -> None:
    """In a process of its own: the setting is for good, and only a fresh heap shows what it keeps."""
    code = """
import sys
from collections.abc import Iterator
from app.bootstrap.memory import give_large_blocks_back
def resident():
    with open('/proc/self/statm') as told:
        return int(told.read().split()[1]) * 4096 >> 20
give_large_blocks_back()
learnt_from = bytearray(24 << 20)
del learnt_from
blocks, between = [], []
for _ in range(4):
    blocks.append(bytearray(b'x' * (8 << 20)))
    between.append(bytearray(b'y' * 200_000))
most = resident()
del blocks
print(most - resident())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) >= 24

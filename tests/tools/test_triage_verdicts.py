"""The tool that solves what examples say of procedures: right on a small shelf, and the shipped file is its work."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.rules.procedures import procedure_ids
from app.rules.triage_shelf import Example, Shelf


@pytest.fixture(scope="module")
def tool(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("triage_verdicts", repository / "tools" / "triage_verdicts.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def small() -> Shelf:
    """Two procedures, each with its own word and one that both share."""
    one, other = procedure_ids()[:2]
    examples = tuple(Example(one if n % 2 else other, f"text {n}", 1.0) for n in range(20))
    root = 0.5**0.5
    return Shelf(
        examples,
        {"own one": 1.0, "own other": 1.0, "shared": 1.0},
        {
            "shared": tuple((n, root) for n in range(20)),
            "own one": tuple((n, root) for n in range(1, 20, 2)),
            "own other": tuple((n, root) for n in range(0, 20, 2)),
        },
    )


def test_the_weights_solve_the_equations(tool: ModuleType) -> None:
    weights = tool.solved(small())
    for column, key in enumerate(procedure_ids()[:2]):
        for place, each in enumerate(small().examples):
            said = sum(weights[near][column] * (1.0 if (near - place) % 2 == 0 else 0.5) for near in range(20))
            wanted = tool.SCALE if each.owner == key else -tool.SCALE
            assert said + weights[place][column] == pytest.approx(wanted, abs=20)


def test_what_is_left_out_is_named_by_what_is_left(tool: ModuleType) -> None:
    assert tool.left_out(small()) == (1.0, 1.0)


def test_the_file_is_only_looked_at_with_check(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["triage_verdicts.py", "--check"])
    assert tool.main() == 0
    monkeypatch.setattr(tool, "read_toml", lambda *_: {"mark": "of other examples"})
    assert tool.main() == 1

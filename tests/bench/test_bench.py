"""The benchmark itself works: small stores, every table, no judgement of the times."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.figures import Figure, markdown, percentile, table

ROOT = Path(__file__).resolve().parents[2]


def run(tmp_path: Path, *arguments: str) -> list[dict[str, object]]:
    said = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--cache", str(tmp_path / "cache"), "--json", str(said), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures: list[dict[str, object]] = json.loads(said.read_text(encoding="utf-8"))["figures"]
    for each in figures:
        assert str(each["what"]) in done.stdout
    return figures


def test_measures_search_tables_and_import_of_a_small_store(tmp_path: Path) -> None:
    figures = run(tmp_path, "--sizes", "200", "--only", "search,scroll,import", "--each", "1", "--rows", "200")
    sections = {each["section"] for each in figures}
    assert {"store", "search", "scroll", "sort", "import"} <= sections
    assert all(isinstance(each["ours"], float) and each["ours"] > 0 for each in figures)
    # Every comparison has the other side's value from the same run.
    assert all(each["peer"] for each in figures if each["section"] in ("scroll", "sort"))


def test_refuses_a_name_it_does_not_know(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--only", "coffee"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "coffee" in done.stderr
    assert not any(tmp_path.iterdir())


def test_figures_say_whether_the_budget_is_kept() -> None:
    kept = Figure("form", "one form", 0, 8.0, "ms", 800.0, "LibreOffice", 10.0)
    missed = Figure("packets", "a thousand", 1_000_000, 25.0, "s", None, "not installed", 20.0)
    free = Figure("form", "cold", 0, 90.0, "ms")
    assert (kept.met, missed.met, free.met) == (True, False, None)
    assert kept.ratio == 100.0
    lines = table([kept, missed, free]).splitlines()
    assert any("8.00 ms" in line and "100x" in line and "yes" in line for line in lines)
    assert any("1,000,000" in line and "NO" in line for line in lines)
    assert "| cold |  |  | 90.0 ms |  |  |  |" in markdown([free])


def test_percentiles_are_values_that_occurred() -> None:
    values = [float(each) for each in range(1, 101)]
    assert percentile(values, 0.95) == 95.0
    assert percentile([7.0], 0.95) == 7.0
    assert percentile(values, 1.0) == 100.0

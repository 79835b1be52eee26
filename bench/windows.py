"""Start, scrolling, sorting and memory of the whole window, beside a bare one with QtSql; each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from bench import stores
from bench.figures import Figure, p50, p95

ROOT = Path(__file__).resolve().parent.parent
START_S, SCROLL_MS, SORT_S, MEMORY_MB = 1.0, 16.0, 0.5, 250.0
LARGE = 1_000_000
PEER = "QSqlTableModel, plain SQLite"
_TIMEOUT = 240.0


class ChildFailed(RuntimeError):
    """A window's process ended without saying what it was asked for."""


def start_seconds(module: str, target: Path) -> tuple[float, float]:
    """From starting the process to the words `usable` and `whole`; to the first twice where the second is not said."""
    said = _run(module, target)[0]
    return said["usable"], said.get("whole", said["usable"])


def measure_start(store: Path, subjects: int, runs: int) -> list[Figure]:
    """Median of several starts; the first warms the system's file cache and does not count."""
    plain = stores.plain_of(store)
    start_seconds("bench.window_ours", store.parent)
    used = _processor_seconds()
    ours = [start_seconds("bench.window_ours", store.parent) for _ in range(runs)]
    used = (_processor_seconds() - used) / runs
    peer = [start_seconds("bench.window_peer", plain)[0] for _ in range(runs + 1)][1:]
    times = [usable for usable, _ in ours]
    note = f"median of {runs} processes, slowest {max(times):.2f} s; key from the keyring, file cache warm"
    if used:
        # Includes closing again; on a machine that others use it says more than the clock.
        note += f"; {used:.2f} s of processor time, closing included"
    return [
        Figure("start", "process to usable window", subjects, p50(times), "s", p50(peer), PEER, START_S, note=note),
        Figure(
            "start", "every row of the store listed", subjects, p50([whole for _, whole in ours]), "s",
            note="behind the first rows, beside other work",
        ),
    ]  # fmt: skip


def _processor_seconds() -> float:
    """Processor time of all processes that were started and have ended; 0 where the system does not say."""
    times = os.times()
    return times.children_user + times.children_system


def measure_table(store: Path, subjects: int) -> list[Figure]:
    """Scrolling, sorting and memory in one session of each window."""
    ours = _run("bench.window_ours", store.parent, "--work")[1]
    peer = _run("bench.window_peer", stores.plain_of(store), "--work")[1]
    ours_sorts = [time for times in ours["sort"].values() for time in times]
    peer_sorts = [time for times in peer["sort"].values() for time in times]
    slowest = max(ours["sort"], key=lambda key: max(ours["sort"][key]))
    peer_all = f"{PEER}, {peer['rows']:,} rows fetched"
    peer_first = f"{PEER}, indexed, first 256 rows only"
    figures = [
        Figure("scroll", "step of 3 rows, p50", subjects, p50(ours["step"]), "ms", p50(peer["step"]), peer_all),
        Figure("scroll", "step of 3 rows, p95", subjects, p95(ours["step"]), "ms", p95(peer["step"]), peer_all, SCROLL_MS),
        Figure(
            "scroll", "jump to anywhere, p95", subjects, p95(ours["jump"]), "ms", p95(peer["jump"]), peer_all, SCROLL_MS,
        ),
        Figure(
            "scroll", "to the last row after opening", subjects, ours["jump"][0], "ms", peer["fetch_all"],
            PEER + ("" if peer["whole"] else f", gave up after {peer['rows']:,} rows"),
        ),
        Figure("sort", "click on a header, p50", subjects, p50(ours_sorts) / 1000, "s", p50(peer_sorts) / 1000, peer_first),
        Figure(
            "sort", "click on a header, p95", subjects, p95(ours_sorts) / 1000, "s", p95(peer_sorts) / 1000, peer_first,
            SORT_S, note=f"slowest column {slowest}, {max(ours_sorts) / 1000:.2f} s",
        ),
    ]  # fmt: skip
    if ours["opened_mb"] is not None:
        budget = MEMORY_MB if subjects >= LARGE else None
        figures += [
            Figure("memory", "window open", subjects, ours["opened_mb"], "MB", peer["opened_mb"], PEER, budget),
            Figure(
                "memory", "after scrolling, sorting and the sites", subjects, ours["worked_mb"], "MB", peer["worked_mb"],
                peer_all, budget,
            ),
        ]  # fmt: skip
    return figures


def _run(module: str, target: Path, *more: str) -> tuple[dict[str, float], dict[str, Any]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    # As after the first start anywhere: modules are compiled once and kept, here beside the stores.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(stores.cache_folder() / "compiled")
    started = time.perf_counter()
    said: dict[str, float] = {}
    found: dict[str, Any] = {}
    with subprocess.Popen(
        [sys.executable, "-m", module, str(target), *more], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        watchdog = threading.Timer(_TIMEOUT, child.kill)
        watchdog.start()
        try:
            for line in child.stdout:
                if line.strip() in ("usable", "whole"):
                    said[line.strip()] = time.perf_counter() - started
                elif line.startswith("{"):
                    found = json.loads(line)
        finally:
            watchdog.cancel()
    if "usable" not in said or child.returncode != 0 or (more and not found):
        raise ChildFailed(f"{module} ended with {child.returncode}")
    return said, found

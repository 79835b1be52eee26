"""Figures against the budgets of the design, beside the plain alternatives in the same run.

    python -m bench                                          everything; the first run makes a store of a million subjects
    python -m bench --sizes 1000 --only search,scroll        parts, small
    python -m bench --json FILE --markdown FILE              the same for a program, and for docs/benchmarks.md

Run it on a machine that has nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import hollow, importing, paper, searching, stores, windows
from bench.figures import Figure, markdown, table
from bench.machine import machine

SIZES = (1_000, 100_000, 1_000_000)
NAMES = ("start", "search", "tables", "import", "form", "packets", "hollow")


def main(argv: list[str]) -> int:
    """See the module."""
    arguments = _arguments(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    cache: Path = arguments.cache
    cache.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    failures: list[str] = []
    facts = machine()
    for name, value in facts.items():
        print(f"{name}: {value}")

    def add(measure: Callable[[], list[Figure]]) -> None:
        try:
            figures.extend(measure())
        except (windows.ChildFailed, subprocess.SubprocessError) as error:
            # One window that does not open must not cost the other figures.
            failures.append(str(error))
            print(error, file=sys.stderr, flush=True)
            return
        print(table(figures[-1:]).splitlines()[-1].strip(), file=sys.stderr, flush=True)

    wanted: set[str] = arguments.only
    if wanted & {"start", "search", "tables"}:
        for size in arguments.sizes:
            built = stores.store_of(size, cache)
            if built.seconds:
                note = f"{built.size >> 20:,} MB, with search index; kept for the next run"
                figures.append(Figure("store", "making the benchmark's store", size, built.seconds, "s", note=note))
            if "start" in wanted:
                add(partial(windows.measure_start, built.path, size, arguments.runs))
            if "search" in wanted:
                add(partial(searching.measure, built.path, size, arguments.each))
            if "tables" in wanted:
                add(partial(windows.measure_table, built.path, size))
    if "import" in wanted:
        add(partial(importing.measure, arguments.rows, cache))
    if "form" in wanted:
        add(partial(paper.measure_form, max(1, arguments.each // 5), arguments.runs))
    if "packets" in wanted:
        add(partial(paper.measure_packets, arguments.packets))
    if "hollow" in wanted:
        add(partial(hollow.measure, arguments.domains))
    order = {name: place for place, name in enumerate(dict.fromkeys(each.section for each in figures))}
    figures.sort(key=lambda each: order[each.section])
    print(table(figures))
    missed = [each for each in figures if each.met is False]
    print(f"{len(missed)} of {sum(each.met is not None for each in figures)} budgets missed")
    if arguments.json is not None:
        said = {"machine": facts, "figures": [each.to_json() for each in figures]}
        arguments.json.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if arguments.markdown is not None:
        arguments.markdown.write_text(markdown(figures) + "\n", encoding="utf-8")
    return 1 if failures else 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="subjects in the store, 1000,100000,1000000")
    parser.add_argument("--only", type=_names, default=set(NAMES), help=f"some of {','.join(NAMES)}")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--markdown", type=Path, help="write the table there as Markdown")
    parser.add_argument("--cache", type=Path, default=stores.cache_folder(), help="where the stores are kept")
    parser.add_argument("--each", type=int, default=40, help="searches of each kind and length")
    parser.add_argument("--runs", type=int, default=5, help="processes started of each kind")
    parser.add_argument("--rows", type=int, default=importing.BUDGET_ROWS, help="rows of the imported file")
    parser.add_argument("--packets", type=int, default=paper.PACKETS, help="packets made")
    parser.add_argument("--domains", type=int, default=hollow.DOMAINS, help="domains of the hollow check")
    return parser.parse_args(argv)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(part.replace("_", "")) for part in text.split(","))


def _names(text: str) -> set[str]:
    names = {part.strip() for part in text.split(",")}
    # Scrolling, sorting and memory are measured in one session of a window.
    names = {"tables" if name in ("scroll", "sort", "memory") else name for name in names}
    if not names <= set(NAMES):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(names - set(NAMES)))}; there are {', '.join(NAMES)}")
    return names


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

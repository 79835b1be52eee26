"""Solve what each example of triage says for and against each procedure, and write `resources/triage_verdicts.toml`.

Run it after a change of `triage_examples.toml`, `triage_concepts.toml`, `triage_words.toml`, the questions or the
procedures' own sentences; `--check` only says whether the file fits them (exit code 1 when it does not). `--measure` says
how often the examples alone name the right procedure of a customer's words, each tenth part left out in turn.

Ridge regression in its dual form: with K the products of the examples' vectors and Y +1 where an example belongs to a
procedure and -1 elsewhere, (K + penalty) A = Y is solved by conjugate gradients, all procedures side by side.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.resources import read_toml, resource
from app.rules.procedures import procedure_ids
from app.rules.triage_likeness import SCALE
from app.rules.triage_shelf import Shelf, shelf

PENALTY = 1.0
ENOUGH = 1e-4
"""The equations are solved when what is left of every one of them is this small beside its right side."""
MOST_ROUNDS = 200
Row = dict[str, float]


def main() -> int:
    """Write the file, or with `--check` compare its mark, or with `--measure` leave examples out in turn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="only say whether the file fits the examples")
    parser.add_argument(
        "--measure", action="store_true", help="only say how well the examples name what they do not hold"
    )
    arguments = parser.parse_args()
    found = shelf()
    if arguments.check:
        return 0 if read_toml("triage_verdicts.toml")["mark"] == found.mark else 1
    if arguments.measure:
        first, three = left_out(found)
        print(f"first: {first:.1%}, among the first three: {three:.1%}")
        return 0
    resource("triage_verdicts.toml").write_text(_file(found, solved(found)), encoding="utf-8", newline="\n")
    return 0


def left_out(found: Shelf, parts: int = 10) -> tuple[float, float]:
    """How often a customer's words are named right, first and among the first three, by the examples of the other parts."""
    rows, ids = _rows(found), procedure_ids()
    asked = [place for place, each in enumerate(found.examples) if each.weight == 1.0]
    first = three = 0
    for part in range(parts):
        out = set(asked[part::parts])
        kept = [place for place in range(len(rows)) if place not in out]
        columns = [
            _together(
                [rows[place] for place in kept],
                _solve(
                    [rows[place] for place in kept],
                    [1.0 if found.examples[place].owner == key else -1.0 for place in kept],
                ),
            )
            for key in ids
        ]
        for place in out:
            said = [sum(value * each.get(feature, 0.0) for feature, value in rows[place].items()) for each in columns]
            ranked = sorted(ids, key=lambda key: -said[ids.index(key)])
            first += ranked[0] == found.examples[place].owner
            three += found.examples[place].owner in ranked[:3]
    return first / len(asked), three / len(asked)


def solved(found: Shelf) -> list[list[int]]:
    """The weights in thousandths: a row for each example, a column for each procedure."""
    rows = _rows(found)
    columns = [_solve(rows, [1.0 if each.owner == key else -1.0 for each in found.examples]) for key in procedure_ids()]
    return [[round(column[place] * SCALE) for column in columns] for place in range(len(rows))]


def _rows(found: Shelf) -> list[Row]:
    """The vectors of the examples, by their place."""
    rows: list[Row] = [{} for _ in found.examples]
    for feature, places in found.postings.items():
        for place, value in places:
            rows[place][feature] = value
    return rows


def _solve(rows: list[Row], right: list[float]) -> list[float]:
    """(rows · rowsᵀ + penalty) x = right, by conjugate gradients."""
    answer = [0.0] * len(right)
    rest = list(right)
    step = list(rest)
    size = first = sum(value * value for value in rest)
    for _ in range(MOST_ROUNDS):
        if size <= first * ENOUGH * ENOUGH:
            break
        moved = _product(rows, step)
        pace = size / sum(one * other for one, other in zip(step, moved, strict=True))
        answer = [one + pace * other for one, other in zip(answer, step, strict=True)]
        rest = [one - pace * other for one, other in zip(rest, moved, strict=True)]
        size, before = sum(value * value for value in rest), size
        step = [one + size / before * other for one, other in zip(rest, step, strict=True)]
    return answer


def _together(rows: list[Row], by: list[float]) -> Row:
    """The sum of the rows, each times its factor."""
    together: Row = {}
    for row, factor in zip(rows, by, strict=True):
        for feature, value in row.items():
            together[feature] = together.get(feature, 0.0) + value * factor
    return together


def _product(rows: list[Row], by: list[float]) -> list[float]:
    together = _together(rows, by)
    return [
        sum(value * together[feature] for feature, value in row.items()) + PENALTY * factor
        for row, factor in zip(rows, by, strict=True)
    ]


def _file(found: Shelf, rows: list[list[int]]) -> str:
    lines = "".join(
        f'  "{each.key} {" ".join(map(str, row))}",\n' for each, row in zip(found.examples, rows, strict=True)
    )
    return (
        "# 由 tools/triage_verdicts.py 算出，不手改：每个例句（先写它的短名）对每个步骤的分量，单位千分之一，正为支持、负为反对。\n"
        f"# 列的次序：{' '.join(procedure_ids())}。\n\n"
        f'mark = "{found.mark}"\nrows = [\n{lines}]\n'
    )


if __name__ == "__main__":
    sys.exit(main())

"""No rule of the manual without its place in the program, and none of the places empty or untested."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from app.rules.coverage import coverage, page_of, statements_at, unheld, words_at
from app.rules.provinces import province_keys

ROOT = Path(__file__).resolve().parents[2]
ROWS = coverage()


@cache
def functions_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef))


def test_every_rule_of_the_manual_is_named() -> None:
    assert len(ROWS) == 120
    count = {
        section: sum(each.section == section for each in ROWS) for section in dict.fromkeys(r.section for r in ROWS)
    }
    assert list(count) == ["前言", "1.1", "1.2", "1.3", "2", "3", "4.1", "4.2", "5.1", "5.2", "6", "6.1", "6.2", "6.3"]
    assert sum(bool(each.not_data) for each in ROWS) == 3
    assert not [each.rule for each in ROWS if re.search(r"unique_\d", each.rule)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section} {row.rule[:24]}")
def test_every_rule_stands_somewhere_and_a_test_holds_it(row) -> None:
    assert bool(row.places) != bool(row.not_data)
    assert bool(row.holds) == bool(row.places)
    assert unheld(row) == ()
    assert all(page_of(place) for place in row.places)
    assert bool(row.tests) == bool(row.places)
    for each in row.tests:
        path, _, name = each.partition("::")
        assert name in functions_of(path), each


@pytest.mark.parametrize("row", [each for each in ROWS if each.holds], ids=lambda row: f"{row.section} {row.rule[:24]}")
def test_a_fact_that_is_taken_out_shows(row) -> None:
    """Few statements say each probe, and without them the row no longer holds."""
    for probe in row.holds:
        told = [(place, text) for place in row.places for text in statements_at(place) if probe in text]
        everywhere = any(place.startswith("rule:") or "*" in place for place, _ in told)
        assert 1 <= len(told) <= (2 * len(province_keys()) if everywhere else 4), probe

        def without(place: str, probe: str = probe) -> tuple[str, ...]:
            return tuple(text for text in statements_at(place) if probe not in text)

        assert probe in unheld(row, without)


@pytest.mark.parametrize(
    "place",
    [
        "procedure:nothing",
        "procedure:cancel_access.nothing",
        "faq:nothing",
        "glossary:nothing",
        "audit:reason.nothing",
        "audit:nothing",
        "rule:nothing",
        "province:mars",
        "province:beijing.nothing",
        "domain:rule.nothing",
        "nothing:x",
    ],
)
def test_a_place_that_is_not_there_shows(place: str) -> None:
    with pytest.raises(KeyError):
        words_at(place)

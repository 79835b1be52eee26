"""What the examples together say of a text: the solved weights fit them, and each part can be shown."""

import math

import pytest

from app.resources import read_toml
from app.rules.procedures import procedure_ids
from app.rules.triage_likeness import concept_verdicts, likeness, near_questions, verdicts
from app.rules.triage_shelf import CONCEPT, concepts, read_examples, shelf
from app.rules.triage_text import plain_text


def test_the_solved_weights_were_made_from_these_examples() -> None:
    """When it fails: run tools/triage_verdicts.py."""
    data = read_toml("triage_verdicts.toml")
    assert data["mark"] == shelf().mark
    assert [row.split()[0] for row in data["rows"]] == [each.key for each in shelf().examples]
    assert {len(row.split()) for row in data["rows"]} == {len(procedure_ids()) + 1}


def test_the_weights_solve_the_equations() -> None:
    """For an example that stands in the file the residual of its own equation is its weight times the penalty (1)."""
    rows = [list(map(int, row.split()[1:])) for row in read_toml("triage_verdicts.toml")["rows"]]
    for place in range(0, len(rows), 97):
        each = shelf().examples[place]
        said = verdicts(plain_text(each.text).plain)
        for column, key in enumerate(procedure_ids()):
            wanted = 1.0 if each.owner == key else -1.0
            assert said[key] * each.weight + rows[place][column] / 1000 == pytest.approx(wanted, abs=0.02), each.text


def test_every_vector_is_as_long_as_its_weight() -> None:
    found = shelf()
    squares = [0.0] * len(found.examples)
    for places in found.postings.values():
        for place, value in places:
            squares[place] += value * value
    for each, square in zip(found.examples, squares, strict=True):
        assert math.sqrt(square) == pytest.approx(each.weight)


def test_every_concept_is_spoken_of_by_some_example() -> None:
    for name in read_toml("triage_concepts.toml")["concepts"]:
        assert len(shelf().postings.get(CONCEPT + name, ())) >= 2, name


def test_a_concept_adds_its_part_of_the_verdict() -> None:
    plain = plain_text("备案想保留，不要注销").plain
    assert [plain[each.start : each.end] for each in concepts(plain) if each.name == "not_deregister"] == ["不要注销"]
    parts = concept_verdicts(plain)
    assert parts["not_deregister"]["cancel_access"] > 0 > parts["not_deregister"]["deregister_online_subject"]


def test_an_example_is_most_like_itself() -> None:
    for key, texts in read_examples().items():
        found = likeness(plain_text(texts[0]).plain)
        assert found[key].example == texts[0]


def test_a_question_is_near_itself() -> None:
    found = near_questions(plain_text("变更要审多久").plain)
    assert max(found, key=lambda key: found[key]) == "change_review_time"

"""How much a text reads like what customers say of each procedure, and what the examples together say for and against it.

`likeness` is the nearness of the nearest examples, which the agent sees. `verdicts` weigh every example for and against
every procedure: the weights were solved once from the examples (`tools/triage_verdicts.py`, least squares with a
penalty) and stand in `resources/triage_verdicts.toml`. Nothing is learnt at run time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.resources import read_toml
from app.rules.faq import faq
from app.rules.procedures import procedure_ids
from app.rules.triage_shelf import CONCEPT, concepts, features, shelf, weights
from app.rules.triage_text import plain_text

_NEAREST = (1.0, 0.6, 0.4, 0.2)
"""What the nearest examples of a procedure count, one after the other."""
_TOLD = 0.6
"""Weight of an answer's words beside those of its question."""
SCALE = 1000
"""Verdicts are kept as whole thousandths."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like the text is to one procedure (0 to 1), and the example that comes nearest."""

    value: float
    example: str


@dataclass(frozen=True, slots=True)
class _Vector:
    """A text's features; `known` is the length of those that some example has, `whole` counts the strange ones too."""

    weighed: Mapping[str, float]
    known: float
    whole: float


def likeness(plain: str) -> Mapping[str, Likeness]:
    """The likeness of a text in comparable form (`plain_text`) to every procedure."""
    examples = shelf().examples
    nearest: dict[str, list[tuple[float, str]]] = {key: [] for key in procedure_ids()}
    whole = _vector(plain).whole
    for place, value in _closeness(plain).items():
        if owner := examples[place].owner:
            nearest[owner].append((value / whole, examples[place].text))
    return {key: _joined(found) for key, found in nearest.items()}


def near_questions(plain: str) -> Mapping[str, float]:
    """How near a text in comparable form comes to each question of `faq.toml` and its answer, by the entry's id (0 to 1)."""
    vector = _vector(plain)
    found: dict[str, float] = {}
    for feature, weight in vector.weighed.items():
        for entry, there in _answers().get(feature, ()):
            found[entry] = found.get(entry, 0.0) + weight * there
    return {entry: value / vector.whole for entry, value in found.items()}


@lru_cache(maxsize=1)
def _answers() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """The entries by the features of question, keywords and, at less weight, prompts and answer; vectors of length 1."""
    telling = shelf().telling
    postings: dict[str, list[tuple[str, float]]] = {}
    for entry in faq():
        told = "。".join((entry.prompt, *entry.other_prompts, entry.cause, entry.action))
        vector: dict[str, float] = {}
        for text, part in ((f"{entry.question}。{'。'.join(entry.keywords)}", 1.0), (told, _TOLD)):
            for feature, weight in weights(features(plain_text(text).plain), telling).items():
                vector[feature] = max(vector.get(feature, 0.0), weight * part)
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        for feature, weight in vector.items():
            postings.setdefault(feature, []).append((entry.id, weight / length))
    return {feature: tuple(found) for feature, found in postings.items()}


def verdicts(plain: str) -> Mapping[str, float]:
    """What all examples together say of a text: about 1 for a procedure it belongs to, about -1 for one it does not."""
    ids = procedure_ids()
    sums = [0.0] * len(ids)
    for place, value in _closeness(plain).items():
        for column, weight in enumerate(_solved()[place]):
            sums[column] += value * weight
    known = _vector(plain).known
    return {key: total / known / SCALE for key, total in zip(ids, sums, strict=True)}


def concept_verdicts(plain: str) -> Mapping[str, Mapping[str, float]]:
    """What each concept of a text adds to the verdict on each procedure, by the concept's name."""
    vector = _vector(plain)
    ids = procedure_ids()
    found = {}
    for each in concepts(plain):
        sums = [0.0] * len(ids)
        for place, there in shelf().postings.get(CONCEPT + each.name, ()):
            for column, weight in enumerate(_solved()[place]):
                sums[column] += there * weight
        share = vector.weighed.get(CONCEPT + each.name, 0.0) / vector.known / SCALE
        found[each.name] = {key: total * share for key, total in zip(ids, sums, strict=True)}
    return found


@lru_cache(maxsize=8)
def _closeness(plain: str) -> Mapping[int, float]:
    """The product of the text with every example that it shares a feature with."""
    postings = shelf().postings
    close: dict[int, float] = {}
    for feature, weight in _vector(plain).weighed.items():
        for place, there in postings.get(feature, ()):
            close[place] = close.get(place, 0.0) + weight * there
    return close


@lru_cache(maxsize=8)
def _vector(plain: str) -> _Vector:
    """The features of a text; pairs that no example has make it unlike every one."""
    telling = shelf().telling
    made_of = features(plain)
    weighed = weights(made_of, telling)
    strange = sum(len(each) == 2 and each not in telling for each in made_of)
    known = sum(value * value for value in weighed.values())
    most = max(telling.values())
    return _Vector(weighed, math.sqrt(known) or 1.0, math.sqrt(known + strange * most * most) or 1.0)


def _joined(found: list[tuple[float, str]]) -> Likeness:
    found.sort(reverse=True)
    value = sum(part * weight for (part, _), weight in zip(found, _NEAREST, strict=False)) / sum(_NEAREST)
    return Likeness(round(value, 4), found[0][1] if found else "")


@lru_cache(maxsize=1)
def _solved() -> tuple[tuple[int, ...], ...]:
    """The weight of every example for every procedure, by its place on the shelf; none where none was solved yet."""
    rows = dict(row.split(maxsplit=1) for row in read_toml("triage_verdicts.toml")["rows"])
    none = (0,) * len(procedure_ids())
    return tuple(tuple(map(int, rows[each.key].split())) if each.key in rows else none for each in shelf().examples)

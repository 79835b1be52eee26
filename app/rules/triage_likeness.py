"""How much a text reads like what customers say of each procedure: its nearest examples, by the characters they share.

The examples are `resources/triage_examples.toml`, the questions of `faq.toml`, and the procedure's own title, summary and
symptoms. Rare pairs of characters count for more than common ones. Nothing is learnt: the data is read and compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.resources import read_toml
from app.rules.faq import faq
from app.rules.procedures import procedure, procedure_ids
from app.rules.triage_text import STOP, plain_text

_NAMES = re.compile(r"[a-z0-9@-]{5,}|[0-9@-]+")
"""Domains, numbers and accounts: they say whose filing it is, not what is wanted. Short Latin words (ip, cdn) stay."""
_NEAREST = (1.0, 0.6, 0.4, 0.2)
"""What the nearest examples of a procedure count, one after the other."""
_GUIDE = 0.6
"""Weight of the guide's own sentences beside the customers' words."""
_QUESTION = 0.9
_SINGLE = 0.35
"""Weight of a single character beside that of a pair."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like the text is to one procedure (0 to 1), and the example that comes nearest."""

    value: float
    example: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Every example as a vector of length 1, found by the features it has.

    `owners` are procedures, empty for a question that leads to none of them; `questions` are entries' ids by place.
    """

    texts: tuple[str, ...]
    owners: tuple[str, ...]
    questions: Mapping[int, str]
    telling: Mapping[str, float]
    postings: Mapping[str, tuple[tuple[int, float], ...]]


def likeness(plain: str) -> Mapping[str, Likeness]:
    """The likeness of a text in comparable form (`plain_text`) to every procedure."""
    shelf = _shelf()
    nearest: dict[str, list[tuple[float, str]]] = {key: [] for key in procedure_ids()}
    for index, value in _closeness(plain).items():
        if owner := shelf.owners[index]:
            nearest[owner].append((value, shelf.texts[index]))
    return {key: _joined(found) for key, found in nearest.items()}


def near_questions(plain: str) -> Mapping[str, float]:
    """How near a text in comparable form comes to each question of `faq.toml`, by the entry's id (0 to 1)."""
    shelf = _shelf()
    found: dict[str, float] = {}
    for index, value in _closeness(plain).items():
        if entry := shelf.questions.get(index):
            found[entry] = max(value, found.get(entry, 0.0))
    return found


@lru_cache(maxsize=8)
def _closeness(plain: str) -> Mapping[int, float]:
    """The cosine of the text with every example that shares a character with it."""
    shelf = _shelf()
    close: dict[int, float] = {}
    for feature, weight in _vector(_features(plain), shelf.telling).items():
        for index, there in shelf.postings.get(feature, ()):
            close[index] = close.get(index, 0.0) + weight * there
    return close


def _joined(found: list[tuple[float, str]]) -> Likeness:
    found.sort(reverse=True)
    value = sum(part * weight for (part, _), weight in zip(found, _NEAREST, strict=False)) / sum(_NEAREST)
    return Likeness(round(value, 4), found[0][1] if found else "")


@dataclass(frozen=True, slots=True)
class _Example:
    owner: str
    text: str
    weight: float
    question: str = ""


@lru_cache(maxsize=1)
def _shelf() -> _Shelf:
    examples = [*(each for key in procedure_ids() for each in _examples(key)), *_questions()]
    features = [_features(plain_text(each.text).plain) for each in examples]
    spread = Counter(feature for each in features for feature in each)
    telling = {feature: math.log((len(examples) + 1) / count) for feature, count in spread.items()}
    postings: dict[str, list[tuple[int, float]]] = {}
    for index, each in enumerate(features):
        for feature, weight in _vector(each, telling).items():
            postings.setdefault(feature, []).append((index, weight * examples[index].weight))
    return _Shelf(
        texts=tuple(each.text for each in examples),
        owners=tuple(each.owner for each in examples),
        questions={index: each.question for index, each in enumerate(examples) if each.question},
        telling=telling,
        postings={feature: tuple(found) for feature, found in postings.items()},
    )


def _examples(key: str) -> Iterable[_Example]:
    """The texts of a procedure; what the guide writes counts for less than what customers say."""
    known = procedure(key)
    yield from (_Example(key, each, 1.0) for each in read_examples()[key])
    for text in (known.title, known.summary, *(each.text for each in known.when_it_applies)):
        yield _Example(key, text, _GUIDE)
    yield from (_Example(key, each.text, _GUIDE) for each in known.what_can_go_wrong)


def _questions() -> Iterable[_Example]:
    led_through = set(procedure_ids())
    for entry in faq():
        owner = entry.procedure if entry.procedure in led_through else ""
        yield _Example(owner, entry.question, _QUESTION, entry.id)


@lru_cache(maxsize=1)
def read_examples() -> Mapping[str, tuple[str, ...]]:
    """The examples of customers' words by procedure."""
    return {key: tuple(each["examples"]) for key, each in read_toml("triage_examples.toml")["procedure"].items()}


@lru_cache(maxsize=1)
def _same_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The other spellings of a word, longest first, and the word that stands for them."""
    said_for = {
        plain_text(other).plain: word
        for word, all_ in read_toml("triage_examples.toml")["same"].items()
        for other in all_
    }
    longest_first = sorted(said_for, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), said_for


def _features(plain: str) -> frozenset[str]:
    spellings, said_for = _same_words()
    found: set[str] = set()
    words = _NAMES.sub("", spellings.sub(lambda word: said_for[word[0]], plain))
    for part in words.split(STOP):
        found.update(part)
        found.update(part[place : place + 2] for place in range(len(part) - 1))
        found.update(part[place : place + 3] for place in range(len(part) - 2))
    return frozenset(found)


def _vector(features: frozenset[str], telling: Mapping[str, float]) -> dict[str, float]:
    """The known features, scaled by the length of all: pairs that no example has make a text unlike every one."""
    weighed = {
        feature: telling[feature] * (_SINGLE if len(feature) == 1 else 1.0)
        for feature in features
        if feature in telling
    }
    strange = sum(len(feature) == 2 and feature not in telling for feature in features)
    most = max(telling.values()) if telling else 0.0
    length = math.sqrt(sum(value * value for value in weighed.values()) + strange * most * most) or 1.0
    return {feature: value / length for feature, value in weighed.items()}

"""The examples that a text is compared with, each as a vector of what it is made of.

The examples are `resources/triage_examples.toml`, the questions of `faq.toml`, and the procedure's own title, summary and
symptoms. A text is made of its characters, their pairs and triples, and the concepts it speaks of
(`resources/triage_concepts.toml`); what is rare counts for more than what is common.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.faq import faq
from app.rules.procedures import procedure, procedure_ids
from app.rules.triage_text import STOP, phrase_pattern, plain_text

_NAMES = re.compile(r"[a-z0-9@-]{5,}|[0-9@-]+")
"""Domains, numbers and accounts: they say whose filing it is, not what is wanted. Short Latin words (ip, cdn) stay."""
_GUIDE = 0.6
"""Weight of the guide's own sentences beside the customers' words."""
_QUESTION = 0.9
_SINGLE = 0.35
"""Weight of a single character beside that of a pair."""
CONCEPT = "#"
"""Begins the name of a concept among the features; no text in comparable form has it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the procedure it belongs to (empty: none of them) and, for a question, its entry's id."""

    owner: str
    text: str
    weight: float
    question: str = ""

    @property
    def key(self) -> str:
        """A short name made from what it says, where it belongs and what it weighs."""
        return hashlib.blake2s(f"{self.owner}\t{self.text}\t{self.weight}".encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every example as a vector, found by the features it has; `postings` name examples by their place.

    Vectors have length 1 times the example's weight.
    """

    examples: tuple[Example, ...]
    telling: Mapping[str, float]
    postings: Mapping[str, tuple[tuple[int, float], ...]]

    @property
    def mark(self) -> str:
        """A hash of everything that the vectors come from; a change of any example or concept changes it."""
        digest = hashlib.sha256()
        for each in self.examples:
            digest.update(f"{each.owner}\t{each.text}\t{each.weight}\n".encode())
        for feature, weight in sorted(self.telling.items()):
            digest.update(f"{feature}\t{weight:.6f}\n".encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class FoundConcept:
    """A concept that a text speaks of, and where its words stand in the comparable form."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """The shelf of all examples."""
    examples = (*(each for key in procedure_ids() for each in _examples(key)), *_questions())
    made_of = [features(plain_text(each.text).plain) for each in examples]
    spread = Counter(feature for each in made_of for feature in each)
    telling = {feature: math.log((len(examples) + 1) / count) for feature, count in spread.items()}
    postings: dict[str, list[tuple[int, float]]] = {}
    for place, each in enumerate(made_of):
        weighed = weights(each, telling)
        length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
        for feature, value in weighed.items():
            postings.setdefault(feature, []).append((place, value / length * examples[place].weight))
    return Shelf(examples, telling, {feature: tuple(found) for feature, found in postings.items()})


def features(plain: str) -> frozenset[str]:
    """What a text in comparable form is made of: characters, pairs, triples and concepts."""
    spellings, said_for = _same_words()
    found = {CONCEPT + each.name for each in concepts(plain)}
    words = _NAMES.sub("", spellings.sub(lambda word: said_for[word[0]], plain))
    for part in words.split(STOP):
        found.update(part)
        found.update(part[place : place + 2] for place in range(len(part) - 1))
        found.update(part[place : place + 3] for place in range(len(part) - 2))
    return frozenset(found)


def weights(made_of: frozenset[str], telling: Mapping[str, float]) -> dict[str, float]:
    """How much each feature that some example has counts."""
    return {
        feature: telling[feature] * (_SINGLE if len(feature) == 1 else 1.0)
        for feature in sorted(made_of)
        if feature in telling
    }


@lru_cache(maxsize=8)
def concepts(plain: str) -> tuple[FoundConcept, ...]:
    """What a text in comparable form speaks of, each concept once by the first of its wordings that is found."""
    found = []
    for name, patterns in _concepts().items():
        match = next((hit for pattern in patterns if (hit := pattern.search(plain))), None)
        if match is not None:
            found.append(FoundConcept(name, *match.span()))
    return tuple(found)


@lru_cache(maxsize=1)
def read_examples() -> Mapping[str, tuple[str, ...]]:
    """The examples of customers' words by procedure."""
    return {key: tuple(each["examples"]) for key, each in _read()["procedure"].items()}


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    return read_toml("triage_examples.toml")


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    data = read_toml("triage_concepts.toml")
    return {
        name: tuple(phrase_pattern(wording, data["gap"]) for wording in wordings)
        for name, wordings in data["concepts"].items()
    }


def _examples(key: str) -> Iterable[Example]:
    """The texts of a procedure; what the guide writes counts for less than what customers say."""
    known = procedure(key)
    yield from (Example(key, each, 1.0) for each in read_examples()[key])
    for text in (known.title, known.summary, *(each.text for each in known.when_it_applies)):
        yield Example(key, text, _GUIDE)
    yield from (Example(key, each.text, _GUIDE) for each in known.what_can_go_wrong)


def _questions() -> Iterable[Example]:
    led_through = set(procedure_ids())
    for entry in faq():
        owner = entry.procedure if entry.procedure in led_through else ""
        yield Example(owner, entry.question, _QUESTION, entry.id)


@lru_cache(maxsize=1)
def _same_words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The other spellings of a word, longest first, and the word that stands for them."""
    said_for = {plain_text(other).plain: word for word, all_ in _read()["same"].items() for other in all_}
    longest_first = sorted(said_for, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), said_for

"""The words of the trade: one term for each concept, what others call it, and what it is easily taken for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.resources import read_toml


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another word for a term and who uses it."""

    term: str
    used_by: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term in Chinese, its English name, and what it means, in both languages."""

    zh: str
    en: str
    meaning: str
    meaning_zh: str
    synonyms: tuple[Synonym, ...]
    source: str
    as_of: str
    not_the_same_as: str = ""
    note: str = ""


@lru_cache(maxsize=1)
def glossary() -> tuple[Term, ...]:
    """All terms."""
    return tuple(
        Term(**{**each, "synonyms": tuple(Synonym(**other) for other in each["synonyms"])})
        for each in read_toml("glossary.toml")["term"]
    )


def find_terms(text: str) -> tuple[Term, ...]:
    """The terms whose name, English name or synonym contains the text; all of them for an empty text."""
    wanted = text.strip().lower()
    return tuple(
        term
        for term in glossary()
        if any(wanted in each.lower() for each in (term.zh, term.en, *(other.term for other in term.synonyms)))
    )

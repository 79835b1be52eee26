"""Looking something up in the guide: every page, question and term that has the words, and where on it they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.rules.faq import GROUP_ZH, faq
from app.rules.glossary import Term, glossary
from app.rules.triage_text import simplified_text
from app.services.guide import Guide

HitKind = Literal["procedure", "question", "term"]
_AROUND = 16
"""Characters shown before the words that were found."""
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class GuideHit:
    """One find. `where` is the section or group it stands in, `excerpt` the words around it."""

    kind: HitKind
    id: str
    title: str
    where: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class _Passage:
    kind: HitKind
    id: str
    title: str
    where: str
    text: str
    folded: str
    rank: int


class GuideSearch:
    """Finds words in all that the guide holds; reads the pages once, until it is told to forget them."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._pages: tuple[tuple[_Passage, ...], ...] = ()

    def forget(self) -> None:
        """The pages say something else now: read them again with the next search."""
        self._pages = ()

    def find(self, text: str) -> tuple[GuideHit, ...]:
        """Every page, question and term that has all the words of a text, titles first, each by its best passage.

        Case, width and traditional characters make no difference; nothing is found for an empty text.
        """
        words = [simplified_text(each) for each in text.split()]
        if not words:
            return ()
        self._pages = self._pages or _by_page(self._read())
        found = [
            max(each, key=lambda passage: (_said(passage, words), -passage.rank))
            for each in self._pages
            if all(any(word in passage.folded for passage in each) for word in words)
        ]
        found.sort(key=lambda passage: (-_said(passage, words), passage.rank))
        return tuple(GuideHit(each.kind, each.id, each.title, each.where, _excerpt(each, words)) for each in found)

    def _read(self) -> Iterator[_Passage]:
        for known in self._guide.titles():
            page = self._guide.page(known.id)
            yield _passage("procedure", page.id, page.title, "", page.title, 0)
            yield _passage("procedure", page.id, page.title, "", page.summary, 1)
            for section in page.sections:
                for line in section.lines:
                    text = "；".join(filter(None, (line.lead, line.text, *line.details)))
                    yield _passage("procedure", page.id, page.title, section.title, text, 2)
        for entry in faq():
            group = GROUP_ZH[entry.group]
            yield _passage("question", entry.id, entry.question, group, entry.question, 0)
            rest = (entry.prompt, *entry.other_prompts, entry.cause, entry.action, *(each.text for each in entry.newer))
            yield _passage("question", entry.id, entry.question, group, "；".join(filter(None, rest)), 2)
            yield _passage("question", entry.id, entry.question, group, " ".join(entry.keywords), 2)
        for term in glossary():
            others = "、".join(each.term for each in term.synonyms)
            yield _passage("term", term.en, term.zh, others, f"{term.zh} {term.en} {others}", 0)
            yield _passage("term", term.en, term.zh, others, f"{term.meaning_zh} {term.meaning} {term.note}", 2)


def terms_on(text: str) -> tuple[Term, ...]:
    """The terms whose name or synonym stands in a text, in the glossary's order; a longer word hides one inside it."""
    found: list[tuple[Term, str]] = []
    for term in glossary():
        words = [each for each in (term.zh, *(other.term for other in term.synonyms)) if len(each) > 1 and each in text]
        if words:
            found.append((term, max(words, key=len)))
    left = text
    shown = []
    for term, word in sorted(found, key=lambda one: -len(one[1])):
        if word in left:
            shown.append(term)
            left = left.replace(word, "\n")
    return tuple(each for each in glossary() if each in shown)


def _passage(kind: HitKind, key: str, title: str, where: str, text: str, rank: int) -> _Passage:
    return _Passage(kind, key, title, where, text, simplified_text(text), rank)


def _by_page(passages: Iterable[_Passage]) -> tuple[tuple[_Passage, ...], ...]:
    pages: dict[tuple[HitKind, str], list[_Passage]] = {}
    for each in passages:
        pages.setdefault((each.kind, each.id), []).append(each)
    return tuple(map(tuple, pages.values()))


def _said(passage: _Passage, words: list[str]) -> int:
    """How many of the words stand in a passage."""
    return sum(word in passage.folded for word in words)


def _excerpt(passage: _Passage, words: list[str]) -> str:
    first = min((passage.folded.find(word) for word in words if word in passage.folded), default=0)
    start = max(0, first - _AROUND)
    cut = passage.text[start : start + _EXCERPT]
    return f"{'…' if start else ''}{cut}{'…' if start + _EXCERPT < len(passage.text) else ''}"

"""From a customer's words to the procedure: a ranking with the words that led to it and the questions still to ask.

Weighted phrases (`resources/triage.toml`), the prompts that systems show, and what all written examples together say of
the text (`triage_likeness`). Everything that counted can be shown to the agent; nothing is learnt at run time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.faq import FaqEntry, faq
from app.rules.prefixes import PROVINCE_OF_LETTER
from app.rules.procedures import procedure
from app.rules.provinces import province as province_pack
from app.rules.triage_likeness import concept_verdicts, likeness, near_questions, verdicts
from app.rules.triage_prompts import FoundPrompt, find_prompts
from app.rules.triage_shelf import concepts
from app.rules.triage_text import PlainText, phrase_pattern, plain_text, squeezed

_NUMBER = re.compile(rf"([{''.join(PROVINCE_OF_LETTER)}])icp备(\d{{6,10}})号?(-\d+)?")
_DOMAIN = re.compile(r"(?<![a-z0-9@])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,3}|[\u4e00-\u9fff]{2,}\.(?:中国|公司|网络)")
_YEAR = re.compile(r"(?:19|20)\d\d年|\d\d年|零几年")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of the text that counted, and how much; a negative weight spoke against."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class RankedProcedure:
    """A procedure with its score; `share` is its part of what the first three scored together.

    `hits` are the words that counted; `example` is what customers say of this procedure that comes nearest to the text.
    """

    id: str
    title: str
    score: float
    share: float
    hits: tuple[Hit, ...]
    likeness: float
    example: str


@dataclass(frozen=True, slots=True)
class RankedFaq:
    """A question that fits, with the words that matched."""

    entry: FaqEntry
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triage:
    """What a text is about. `sure`: the first procedure leads clearly; else `questions` opens with what would decide."""

    procedures: tuple[RankedProcedure, ...]
    faq: tuple[RankedFaq, ...]
    prompts: tuple[FoundPrompt, ...]
    questions: tuple[str, ...]
    sure: bool
    filing_numbers: tuple[str, ...]
    province: str


@dataclass(frozen=True, slots=True)
class _Ask:
    question: str
    unless_known: str
    unless_said: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Profile:
    phrases: tuple[tuple[re.Pattern[str], float], ...]
    against: tuple[tuple[re.Pattern[str], float], ...]
    ask: tuple[_Ask, ...]


def triage(text: str, *, most: int = 5) -> Triage:
    """Rank procedures and questions for a text; nothing is ranked for a text that says nothing."""
    plain = plain_text(text)
    prompts = find_prompts(text)
    like = likeness(plain.plain)
    said = verdicts(plain.plain)
    spoken_of = _concept_hits(plain)
    ranked = []
    for key, profile in _profiles().items():
        hits = [*_phrase_hits(plain, profile), *_prompt_hits(prompts, key)]
        spoken = min(sum(each.weight for each in hits), _weight("most_by_phrases"))
        shown = [*hits, *spoken_of.get(key, ())]
        score = spoken + max(said[key] + 1.0, 0.0) * _weight("verdict")
        if score > 0 and (any(each.weight > 0 for each in shown) or like[key].value >= _LIKE_ENOUGH):
            ranked.append((score, key, shown))
    ranked.sort(key=lambda one: -one[0])
    together = sum(score for score, _, _ in ranked[:3])
    procedures = tuple(
        RankedProcedure(
            key,
            procedure(key).title,
            round(score, 2),
            round(score / together, 3),
            _shown(hits),
            like[key].value,
            like[key].example if like[key].value >= _LIKE_ENOUGH else "",
        )
        for score, key, hits in ranked[:most]
    )
    numbers = tuple(dict.fromkeys(found[0] for found in _NUMBER.finditer(plain.plain)))
    where = _province(plain)
    sure = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= _weight("close"))
    return Triage(
        procedures=procedures,
        faq=_faq(plain, prompts, procedures, most),
        prompts=prompts,
        questions=_questions(text, plain, procedures, prompts, where, sure),
        sure=sure,
        filing_numbers=tuple(each.upper() for each in numbers),
        province=where,
    )


_LIKE_ENOUGH = 0.062
"""Below this likeness a text without a single telling phrase is about something else."""


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_toml("triage.toml")


def _weight(name: str) -> float:
    return float(_data()["weights"][name])


@lru_cache(maxsize=1)
def _profiles() -> Mapping[str, _Profile]:
    gap = int(_data()["weights"]["gap"])
    return {
        each["id"]: _Profile(
            phrases=tuple((phrase_pattern(words, gap), weight) for words, weight in each["phrases"]),
            against=tuple((phrase_pattern(words, gap), weight) for words, weight in each["against"]),
            ask=tuple(
                _Ask(
                    one["question"],
                    one.get("unless_known", ""),
                    tuple(phrase_pattern(words, gap) for words in one.get("unless_said", ())),
                )
                for one in each["ask"]
            ),
        )
        for each in _data()["procedure"]
    }


def _phrase_hits(plain: PlainText, profile: _Profile) -> Iterable[Hit]:
    for pattern, weight in (*profile.phrases, *profile.against):
        found = pattern.search(plain.plain)
        if found is not None:
            yield Hit(plain.words(*found.span()), weight)


def _concept_hits(plain: PlainText) -> Mapping[str, list[Hit]]:
    """By procedure: the words behind what the text speaks of, and what they add to the verdict, for show."""
    counted = concept_verdicts(plain.plain)
    found: dict[str, list[Hit]] = {}
    for each in concepts(plain.plain):
        for key, value in counted[each.name].items():
            weight = round(value * _weight("verdict"), 1)
            if abs(weight) >= _SHOWN_LEAST:
                found.setdefault(key, []).append(Hit(plain.words(each.start, each.end), weight))
    return found


_SHOWN_LEAST = 0.5
"""What adds less to a score is not worth showing."""


def _prompt_hits(prompts: tuple[FoundPrompt, ...], key: str) -> Iterable[Hit]:
    best: Hit | None = None
    for found in prompts:
        if key == found.prompt.procedure:
            weight = _weight("prompt_short" if found.short else "prompt_near" if found.how == "near" else "prompt")
        elif key == found.prompt.second and not found.short:
            weight = _weight("prompt_second")
        else:
            continue
        if best is None or weight > best.weight:
            best = Hit(found.prompt.text, weight)
    return (best,) if best else ()


def _shown(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The words each once, the weightiest first."""
    strongest: dict[str, Hit] = {}
    for hit in hits:
        known = strongest.get(hit.words)
        if known is None or abs(hit.weight) > abs(known.weight):
            strongest[hit.words] = hit
    return tuple(sorted(strongest.values(), key=lambda hit: -hit.weight))


# --- questions that fit ------------------------------------------------------------------------------------------------


def _faq(
    plain: PlainText, prompts: tuple[FoundPrompt, ...], ranked: tuple[RankedProcedure, ...], most: int
) -> tuple[RankedFaq, ...]:
    flat = squeezed(plain.original)
    shown = {found.prompt.key: found for found in prompts if found.prompt.family == "faq"}
    near = near_questions(plain.plain)
    lead = {each.id: _LEAD / (place + 1) for place, each in enumerate(ranked[:3])}
    near_enough = {each.id: _NEAR_FIRST if place == 0 else _NEAR_NEXT for place, each in enumerate(ranked[:3])}
    scored = []
    for entry in faq():
        words = [each for each in entry.keywords if squeezed(each) in flat]
        close = near.get(entry.id, 0.0)
        score = 10.0 * close + 2.0 * len(words) / len(entry.keywords) + lead.get(entry.procedure, 0.0)
        found = shown.get(entry.id)
        if found is not None:
            score += 5.0 if found.short else 20.0 * found.score
            words.insert(0, found.prompt.text)
        if found is not None or close >= near_enough.get(entry.procedure, _NEAR_QUESTION):
            scored.append(RankedFaq(entry, round(score, 2), tuple(words)))
    return tuple(sorted(scored, key=lambda each: -each.score)[:most])


_LEAD = 1.5
"""What a question gains when it leads to the first procedure; half and a third of it for the second and third."""
_NEAR_QUESTION, _NEAR_NEXT, _NEAR_FIRST = 0.12, 0.06, 0.03
"""How near a question must come: any, one that leads to the second or third procedure, one that leads to the first."""


# --- what is still to be asked -----------------------------------------------------------------------------------------


def _questions(
    text: str,
    plain: PlainText,
    ranked: tuple[RankedProcedure, ...],
    prompts: tuple[FoundPrompt, ...],
    where: str,
    sure: bool,
) -> tuple[str, ...]:
    if not ranked:
        return ()
    known = {
        "province": bool(where),
        "number": bool(_NUMBER.search(plain.plain)),
        "site_number": any(found[3] for found in _NUMBER.finditer(plain.plain)),
        "domain": bool(_DOMAIN.search(text.lower())),
        "prompt": any(not found.short for found in prompts),
        "year": bool(_YEAR.search(plain.plain)),
    }
    asked = []
    if not sure:
        first, second = ranked[0].id, ranked[1].id
        asked += [each["question"] for each in _data()["between"] if {first, second} == set(each["procedures"])]
    for each in _profiles()[ranked[0].id].ask:
        said = any(pattern.search(plain.plain) for pattern in each.unless_said)
        if not said and not known.get(each.unless_known, False):
            asked.append(each.question)
    return tuple(dict.fromkeys(asked))


def _province(plain: PlainText) -> str:
    """The key of the province that the text names, by a filing number first."""
    found = _NUMBER.search(plain.plain)
    if found is not None:
        return PROVINCE_OF_LETTER[found[1]]
    for key in PROVINCE_OF_LETTER.values():
        if province_pack(key).name in plain.plain:
            return key
    return ""

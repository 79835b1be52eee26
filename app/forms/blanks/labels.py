"""Reads printed words: which field a label names, in which part of the table, and which choice a word offers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from app.forms.blanks.kinds import DEREGISTRATION, blank_kind, blank_kinds
from app.resources import read_toml

HEAD = "head"
OFFICE = "office"
LETTER = "letter"
"""The only part that a letter has: its words mean other fields than those of a table."""
_BRACKETS = re.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]*[）)\]】〕]")
_NUMBERING = re.compile(r"^(?:第?[一二三四五六七八九十]+(?:部分|[部、.．])|[ivx]+[.、．]|\d+[.、．)])")
_KEPT = re.compile(r"[^\w\u3400-\u9fff]+|_+")
FUZZY = 0.8
"""Likeness from which a label may be a field's name with a slip or another wording."""
LONGEST_LABEL = 40
HEADED = 0.9
"""How surely a heading has to be one field's own name to begin the part of that field's owner: `第二部分 申请人`."""
TELLING = {
    "target_filing_number": "target",
    "target_subject_name": "target",
    "applicant_name": "applicant",
    "contact_name": "applicant",
    "agent_name": "agent",
}
"""Fields whose label tells whose data follow."""
OWNED = 0.93
"""What a label is worth that names its owner, then what is asked of him."""
BARE = 0.97
"""What a likeness is worth that only shows once synonyms are made one."""
_LEADING = re.compile(r"^[（(【〔]\s*[0-9一二三四五六七八九十ivx]{1,4}\s*[）)】〕]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FOREIGN = re.compile(r"[a-z]{4,}")
_AND = re.compile(r"[及和与、]")
_APPLIES = re.compile(
    r"^(?:第?[一二三四五六七八九十0-9]+(?:部分)?)?申请[\u3400-\u9fff]{0,4}(?:方|人|者|单位|主体)(?:信息|情况|资料)?$"
)
_EITHER = re.compile(r"[/／|｜]|或者?")


@dataclass(frozen=True, slots=True)
class Match:
    """What a label was read as."""

    field: str
    confidence: float


@lru_cache(maxsize=8192)
def readings(text: str) -> tuple[tuple[str, float], ...]:
    """The ways in which a label may be read, each with what it is worth: bare, with its brackets, each language alone.

    A label may give alternatives: `姓名/单位名称` names what either of them names.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    found = {plain(text): 1.0}
    spoken = _NUMBERING.sub("", _LEADING.sub("", folded.strip()))
    found.setdefault(_KEPT.sub("", spoken), 0.97)
    han = "".join(_HAN.findall(folded))
    if len(han) >= 2 and _FOREIGN.search(folded):
        found.setdefault(plain(han), 0.97)
        found.setdefault(plain(_BRACKETS.sub("", _HAN.sub("", folded))), 0.9)
    for piece in _EITHER.split(spoken):
        found.setdefault(plain(piece), 0.95)
    for piece in _AND.split(spoken):
        found.setdefault(plain(piece), 0.88)
    return tuple((word, worth) for word, worth in found.items() if word)


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """A plain word with its synonyms made one and its particles gone, so that one wording stands for many."""
    for same, others in _data().same:
        for other in others:
            word = word.replace(other, same)
    for particle in _data().particles:
        if len(word) > len(particle) + 1:
            word = word.replace(particle, "")
    for ending in _data().endings:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A label without width, case, blanks, numbering, punctuation and what stands in brackets."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = _BRACKETS.sub("", folded)
    if not _KEPT.sub("", bare):
        bare = folded
    return _KEPT.sub("", _NUMBERING.sub("", bare.strip()))


@lru_cache(maxsize=4096)
def field_of(label: str, part: str = "") -> Match | None:
    """The field that a label names in a part of the table; None for words that are no label.

    Exact wordings come first, then a known wording within the label, then likeness; a tie is no answer.
    """
    if len(plain(label)) > LONGEST_LABEL:
        return None
    scores: dict[str, float] = {}
    for word, worth in readings(label):
        for known, field, score in _wordings(part):
            found = worth * score * max(_likeness(word, known), BARE * _likeness(bare(word), bare(known)))
            if found > scores.get(field, 0.0):
                scores[field] = found
        owned = _owned(word) if part != LETTER else None
        if owned is not None and worth * OWNED > scores.get(owned, 0.0):
            scores[owned] = worth * OWNED
    ordered = sorted(scores.items(), key=lambda each: -each[1])
    if not ordered or ordered[0][1] < 0.5:
        return None
    (field, best), second = ordered[0], ordered[1][1] if len(ordered) > 1 else 0.0
    if best - second < 0.02 and best < 0.9:
        return None
    return Match(field, round(min(best, 1.0), 2))


def _owned(word: str) -> str | None:
    """The field of a label that says whose it is and then what: `经办人手机`."""
    data = _data()
    for owner, part in data.owners:
        if word.startswith(owner) and len(word) - len(owner) >= 2:
            rest = bare(word.removeprefix(owner))
            for known, field, _ in data.inside[part]:
                if bare(known) == rest:
                    return field
    return None


@lru_cache(maxsize=4096)
def part_of(heading: str) -> str:
    """The part of the table that a heading begins, empty for none."""
    words = _KEPT.sub("", unicodedata.normalize("NFKC", heading).casefold())
    best, length = "", 0
    for part, names in _data().parts:
        for name in names:
            if name in words and len(name) > length:
                best, length = part, len(name)
    # The administration's own part keeps its name whatever else its heading says.
    if any(name in words for part, names in _data().parts if part == OFFICE for name in names):
        return OFFICE
    # 申请注销方信息 holds a word of the filing's own part, but what it speaks of is who applies.
    if _APPLIES.search(words):
        return "applicant"
    if not best and (match := field_of(heading)) is not None and match.confidence >= HEADED:
        return TELLING.get(match.field, "")
    return best


def use_of(label: str) -> str:
    """`seal` or `photo` where the words say that the cell is for one, else empty."""
    words = _KEPT.sub("", unicodedata.normalize("NFKC", label).casefold())
    for use, names in _data().uses:
        if any(name in words for name in names):
            return use
    return ""


def choices() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Every choice: field, value, and its words, the longest first."""
    return _data().choices


def firmer(label: str, field: str) -> str:
    """The field that a label means where another label names `field` outright; empty when this one does so itself."""
    words, other = _data().loose.get(field, (frozenset(), ""))
    return other if any(word in words for word, _ in readings(label)) else ""


def is_long(field: str) -> bool:
    """Whether the field's value is a text of several lines."""
    return field in _data().long


def is_exact(field: str) -> bool:
    """Whether a value of this field that is too long must be wrong."""
    return field in _data().exact


def mappable_fields(kind: str = DEREGISTRATION) -> tuple[str, ...]:
    """The fields that a blank of this kind can print, in the order in which they are offered."""
    return blank_kind(kind).fields or _data().fields


@dataclass(frozen=True, slots=True)
class _Data:
    anywhere: tuple[tuple[str, str, float], ...]
    inside: dict[str, tuple[tuple[str, str, float], ...]]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    uses: tuple[tuple[str, tuple[str, ...]], ...]
    choices: tuple[tuple[str, str, tuple[str, ...]], ...]
    long: frozenset[str]
    exact: frozenset[str]
    fields: tuple[str, ...]
    owners: tuple[tuple[str, str], ...]
    same: tuple[tuple[str, tuple[str, ...]], ...]
    loose: dict[str, tuple[frozenset[str], str]]
    particles: tuple[str, ...]
    endings: tuple[str, ...]


@lru_cache(maxsize=1)
def _data() -> _Data:
    kept, names = read_toml("blanks.toml"), read_toml("fields.toml")["field"]
    fields = set(kept["anywhere"]) | {each for part, table in kept["in"].items() if part != LETTER for each in table}
    anywhere = [(plain(word), field, 1.0) for field, words in kept["anywhere"].items() for word in words]
    for field in fields & set(names):
        said = (names[field]["zh"], names[field]["en"], field, *names[field].get("synonyms", ()))
        anywhere += [(plain(word), field, 1.0) for word in said]
    inside = {
        part: tuple((plain(word), field, 1.0) for field, words in table.items() for word in words)
        for part, table in kept["in"].items()
    }
    for field in {field for kind in blank_kinds() for field in kind.fields} & set(names):
        said = (names[field]["zh"], names[field]["en"], field, *names[field].get("synonyms", ()))
        inside[LETTER] += tuple((plain(word), field, 1.0) for word in said)
    return _Data(
        anywhere=tuple(dict.fromkeys(anywhere)),
        inside=inside,
        parts=tuple((part, tuple(plain(word) for word in table["words"])) for part, table in kept["part"].items()),
        uses=tuple((use, tuple(map(plain, words))) for use, words in kept["without_field"].items()),
        choices=tuple(
            (field, value, tuple(sorted(map(plain, words), key=len, reverse=True)))
            for field, values in kept["choice"].items()
            for value, words in values.items()
        ),
        long=frozenset(kept["long"]["fields"]),
        exact=frozenset(kept["exact"]["fields"]),
        fields=tuple(name for name in names if name in fields),
        owners=tuple((owner, part) for part, owners in kept["owner"].items() for owner in owners),
        same=tuple((same, tuple(others)) for same, others in kept["same"].items()),
        loose={field: (frozenset(map(plain, table["words"])), table["else"]) for field, table in kept["loose"].items()},
        particles=tuple(kept["bare"]["particles"]),
        endings=tuple(kept["bare"]["endings"]),
    )


@lru_cache(maxsize=16)
def _wordings(part: str) -> tuple[tuple[str, str, float], ...]:
    """Known wordings with what they are worth here: those of the part itself, and those that mean one thing anywhere."""
    data = _data()
    here = data.inside.get(part, ())
    if part == LETTER:
        return here
    if part:
        # 申请人 inside the applicant's own part is his name; a bare 备案号 is never the agent's.
        return (*here, *((word, field, 0.97) for word, field, _ in data.anywhere))
    guessed = [(word, field, 0.8) for word, field, _ in data.inside["applicant"]]
    return (*data.anywhere, *guessed)


def _likeness(word: str, known: str) -> float:
    if word == known:
        return 1.0
    if len(known) >= 2 and known in word:
        # 拟注销备案号以系统查询为准 holds 拟注销备案号; the more of the label it is, the surer.
        # The last word of a label is what it is about: 单位法人 is a 法人.
        share = len(known) / len(word)
        return (0.6 + 0.35 * share) * (1.0 if word.endswith(known) else 0.95) if share >= 0.45 else 0.0
    if len(word) >= 4 and known.endswith(word):
        return 0.8
    if len(word) >= 3 and len(known) >= 3 and abs(len(word) - len(known)) <= 3:
        ratio = SequenceMatcher(None, word, known, autojunk=False).ratio()
        return 0.85 * ratio if ratio >= FUZZY else 0.0
    return 0.0

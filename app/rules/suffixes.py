"""Which domain suffixes the ministry has approved, as far as dated lists tell.

Three answers: on the newest list (approved as of its date), not on it (not approved as of that date, perhaps since), or
unknown (no suffix the lists could speak about). A domain under an unapproved suffix cannot be filed again once it has
been deregistered, so the answer gates the deregistration wizard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import idna

from app.resources import read_toml


@dataclass(frozen=True, slots=True)
class SuffixRefusal:
    """A province that takes fewer suffixes than the ministry approved."""

    province: str
    since: date
    text_zh: str
    source: str


@dataclass(frozen=True, slots=True)
class DomainRule:
    """Something said of domains in filings that holds beside the lists."""

    key: str
    text_zh: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class SuffixApproval:
    """What the lists say of one suffix.

    `approved` is True or False as of `as_of`, or None when it could not be established; `history` holds each list's
    date and whether the suffix stood on it, oldest first.
    """

    suffix: str
    approved: bool | None
    as_of: date
    source: str
    note_zh: str
    history: tuple[tuple[date, bool], ...]
    refusals: tuple[SuffixRefusal, ...]
    live_list: str

    @property
    def first_seen(self) -> date | None:
        """The date of the oldest list that holds the suffix."""
        return next((when for when, present in self.history if present), None)


@dataclass(frozen=True, slots=True)
class _Lists:
    dates: tuple[date, ...]
    sources: tuple[str, ...]
    lists: tuple[frozenset[str], ...]
    cn_second_level: frozenset[str]
    refusals: tuple[tuple[frozenset[str], SuffixRefusal], ...]
    notes: tuple[tuple[frozenset[str], str], ...]
    rules: tuple[DomainRule, ...]
    live_list: str


def suffix_approval(suffix: str) -> SuffixApproval:
    """What the lists say of a suffix, with or without its dot: `com`, `.中国`, `com.cn`."""
    lists = _lists()
    plain = _written(suffix)
    last = plain.rpartition(".")[2]
    history = tuple((when, last in names) for when, names in zip(lists.dates, lists.lists, strict=True))
    as_of, source = lists.dates[-1], lists.sources[-1]
    approved: bool | None = history[-1][1] if last and _is_suffix_like(last) else None
    if approved and plain.endswith(".cn") and plain not in lists.cn_second_level:
        approved = None
    elif approved and "." in plain and not plain.endswith(".cn"):
        # 'co.com' and its like are no suffixes of a registry the lists speak about.
        approved = None
    return SuffixApproval(
        plain,
        approved,
        as_of,
        source,
        _note_zh(plain, last, approved, history, lists),
        history,
        tuple(refusal for names, refusal in lists.refusals if last in names),
        lists.live_list,
    )


@dataclass(frozen=True, slots=True)
class SuffixList:
    """The newest list: its date, where it is from, how many suffixes it holds."""

    as_of: date
    source: str
    count: int


def suffix_list() -> SuffixList:
    """The newest list of approved suffixes."""
    lists = _lists()
    return SuffixList(lists.dates[-1], lists.sources[-1], len(lists.lists[-1]))


def cn_second_level() -> frozenset[str]:
    """The second-level suffixes under .cn, such as `com.cn` and `政务.cn`."""
    return _lists().cn_second_level


def domain_rules() -> tuple[DomainRule, ...]:
    """What is said of domains beside the lists: country codes, foreign registrars, waiting days, days to expiry."""
    return _lists().rules


def _note_zh(
    plain: str, last: str, approved: bool | None, history: tuple[tuple[date, bool], ...], lists: _Lists
) -> str:
    newest = history[-1][0].isoformat()
    if approved is None:
        said = f".{plain} 是否获批复未能确定（已知名单到 {newest}）" if plain else "没有填写后缀"
    elif approved:
        first = next(when for when, present in history if present)
        said = f".{plain} 在 {newest} 的可备案后缀表内"
        if first != history[0][0]:
            said += f"（{first.isoformat()} 起见于名单）"
    else:
        said = f".{plain} 不在 {newest} 的可备案后缀表内；此后是否批复未知"
    told = [text for names, text in lists.notes if last in names]
    if approved is False and len(last) == 2 and last.isascii():
        told += [rule.text_zh for rule in lists.rules if rule.key == "country_codes_and_foreign_hosting"]
    return "；".join([said, *told]) + f"。以 {lists.live_list.removeprefix('https://')} 当日查询为准。"


def _written(suffix: str) -> str:
    """The suffix as people write it: no dot in front, xn-- labels decoded."""
    plain = suffix.strip().strip(".。").lower()
    try:
        return idna.decode(plain) if "xn--" in plain else plain
    except (idna.IDNAError, UnicodeError):
        return plain


def _is_suffix_like(label: str) -> bool:
    return len(label) >= 2 and not label.isdigit() and all(char.isalnum() or char == "-" for char in label)


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = read_toml("suffixes.toml")
    current: set[str] = set()
    lists: list[frozenset[str]] = []
    for snapshot in data["snapshot"]:
        current |= set(snapshot["added"])
        current -= set(snapshot["removed"])
        if len(current) != snapshot["count"]:
            raise ValueError(
                f"suffixes.toml: the list of {snapshot['date']} holds {len(current)}, not {snapshot['count']}"
            )
        lists.append(frozenset(current))
    return _Lists(
        tuple(snapshot["date"] for snapshot in data["snapshot"]),
        tuple(snapshot["source"] for snapshot in data["snapshot"]),
        tuple(lists),
        frozenset(data["cn_second_level"]["names"]),
        tuple(
            (
                frozenset(each["suffixes"]),
                SuffixRefusal(each["province"], each["since"], each["text_zh"], each["source"]),
            )
            for each in data["refused"]
        ),
        tuple((frozenset(note["suffixes"]), note["text_zh"]) for note in data["note"]),
        tuple(DomainRule(each["key"], each["text_zh"], each["source"], each["as_of"]) for each in data["rule"]),
        data["live_list"],
    )

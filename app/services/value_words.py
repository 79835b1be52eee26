"""Fixed values by the words that people use for them: 企业 is a unit, 已注销 is deregistered, 粤 is Guangdong."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.errors import UserError
from app.resources import read_toml
from app.rules.certificates import CertificateType, certificate_type_named, label_zh
from app.rules.provinces import provinces

_DIGIT_RUN = re.compile(r"\d{7,}")


def shown(text: str) -> str:
    """What was found, fit for a message: short, and with runs of digits that may be an identity number blotted out."""
    text = " ".join(text.split())
    text = _DIGIT_RUN.sub(lambda run: "*" * len(run[0]), text)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


@lru_cache(maxsize=8)
def _by_word(field: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for value, said in read_toml("value_words.toml").get(field, {}).items():
        for word in (value, *said):
            words.setdefault(_plain(word), value)
    return words


@lru_cache(maxsize=8)
def _expected(field: str) -> tuple[str, ...]:
    """The word to say for each value when none was understood."""
    if field == "certificate_type":
        return tuple(label_zh(kind) for kind in CertificateType)
    return tuple(said[0] for said in read_toml("value_words.toml")[field].values())


@lru_cache(maxsize=4096)
def value_of(field: str, text: str) -> str:
    """The value a word stands for.

    Args:
        field: kind, site_kind, state, access_state or certificate_type.

    Raises:
        UserError: records.value_unknown, with the words that are understood.
    """
    found = _by_word(field).get(_plain(text))
    if found is None and field == "certificate_type":
        named = certificate_type_named(text)
        found = named.value if named is not None else None
    if found is None:
        raise UserError("records.value_unknown", found=shown(text), expected=_expected(field))
    return found


@lru_cache(maxsize=64)
def word_of(field: str, value: str) -> str:
    """The Chinese word for a value, as exports write it; the value itself where there is none."""
    if field == "certificate_type":
        return next((label_zh(kind) for kind in CertificateType if kind.value == value), value)
    if field == "province":
        return next((each.name_zh for each in provinces() if each.key == value), value)
    said = read_toml("value_words.toml").get(field, {}).get(value)
    return str(said[0]) if said else value


@lru_cache(maxsize=1)
def _province_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for province in provinces():
        for word in (province.key, province.name_zh, province.name, province.filing_prefix, str(province.code)):
            words.setdefault(_plain(word), province.key)
        for tail in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"):
            if province.name_zh.endswith(tail):
                words.setdefault(_plain(province.name_zh.removesuffix(tail)), province.key)
                break
    return words


@lru_cache(maxsize=4096)
def province_key(text: str) -> str:
    """A province by its name, short name, prefix letter, key or GB/T 2260 code; 广东省深圳市 is Guangdong too.

    Raises:
        UserError: records.province_unknown.
    """
    words = _province_words()
    plain = _plain(text)
    if plain in words:
        return words[plain]
    for word, key in words.items():
        if len(word) > 1 and not word.isascii() and plain.startswith(word):
            return key
    raise UserError("records.province_unknown", found=shown(text))

"""Mappings as plain values: kept in the store, put into packs, written by hand; read with suspicion.

Keys that are at their default are left out, so that a file shows what somebody decided. `mapping_sha256` is taken
over one fixed writing.
"""

from __future__ import annotations

import hashlib
import json
import math
import tomllib
from collections.abc import Mapping as Table
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any

from app.errors import UserError
from app.forms.blanks.model import (
    LARGEST_SIZE,
    MAPPING_VERSION,
    SMALLEST_SIZE,
    Align,
    DatePart,
    Mapping,
    Overflow,
    PageFrame,
    Place,
    PlaceKind,
    Rect,
    TickMark,
    Upright,
)

MOST_PLACES = 2_000
MOST_PAGES = 100
LONGEST_TEXT = 2_000
LARGEST_FILE = 4_000_000
_FARTHEST = 20_000.0
_ENUMS: dict[str, type[StrEnum]] = {
    "kind": PlaceKind, "align": Align, "upright": Upright, "overflow": Overflow, "mark": TickMark, "part": DatePart,
}  # fmt: skip
_DEFAULTS = {each.name: each.default for each in fields(Place) if each.default is not MISSING}


def mapping_to_json(mapping: Mapping) -> dict[str, Any]:
    """Plain values; `mapping_from_json` reads them."""
    return {
        "version": mapping.version,
        "pages": [[page.width, page.height] for page in mapping.pages],
        "places": [_place_to_json(each) for each in mapping.places],
    }


def mapping_from_json(kept: object) -> Mapping:
    """A mapping from plain values.

    Raises:
        UserError: `blanks.mapping_newer`, or `blanks.mapping_unreadable` saying where.
    """
    if not isinstance(kept, Table):
        raise UserError("blanks.mapping_unreadable", where="-")
    version = kept.get("version")
    if isinstance(version, int) and version > MAPPING_VERSION:
        raise UserError("blanks.mapping_newer", found=version, known=MAPPING_VERSION)
    where = "pages"
    try:
        if version != MAPPING_VERSION or not 1 <= len(kept["pages"]) <= MOST_PAGES:
            raise ValueError
        pages = tuple(PageFrame(_length(width), _length(height)) for width, height in kept["pages"])
        where = "places"
        if len(kept["places"]) > MOST_PLACES:
            raise ValueError
        places = []
        for number, each in enumerate(kept["places"], start=1):
            where = f"places {number}"
            places.append(_place_from_json(each, len(pages)))
        where = "key"
        if len({each.key for each in places}) != len(places):
            raise ValueError
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError("blanks.mapping_unreadable", where=where) from error
    return Mapping(pages, tuple(places))


def mapping_from_text(text: str | bytes) -> Mapping:
    """A mapping written as JSON or TOML.

    Raises:
        UserError: as `mapping_from_json`.
    """
    plain = text.decode("utf-8-sig", errors="replace") if isinstance(text, bytes) else text
    if len(plain) > LARGEST_FILE:
        raise UserError("blanks.mapping_unreadable", where="-")
    try:
        kept = json.loads(plain) if plain.lstrip().startswith("{") else tomllib.loads(plain)
    except (ValueError, RecursionError) as error:
        raise UserError("blanks.mapping_unreadable", where="-") from error
    return mapping_from_json(kept)


def mapping_text(mapping: Mapping) -> str:
    """The one fixed writing, as JSON."""
    return json.dumps(mapping_to_json(mapping), ensure_ascii=False, sort_keys=True, indent=1)


def mapping_sha256(mapping: Mapping) -> str:
    """The mapping's hash (hex)."""
    return hashlib.sha256(mapping_text(mapping).encode()).hexdigest()


def _place_to_json(place: Place) -> dict[str, Any]:
    rect = place.rect.rounded()
    written: dict[str, Any] = {
        "key": place.key,
        "page": place.page,
        "rect": [rect.x, rect.y, rect.width, rect.height],
    }
    for name, default in _DEFAULTS.items():
        value = getattr(place, name)
        if value != default:
            written[name] = str(value) if isinstance(value, StrEnum) else value
    return written


def _place_from_json(kept: Table[str, Any], pages: int) -> Place:
    strangers = set(kept) - set(_DEFAULTS) - {"key", "page", "rect"}
    page = kept["page"]
    if strangers or type(page) is not int or not 0 <= page < pages:
        raise ValueError
    x, y, width, height = (_number(each) for each in kept["rect"])
    if width <= 0 or height <= 0:
        raise ValueError
    given = {name: _checked(name, kept[name]) for name in _DEFAULTS if name in kept}
    place = Place(_text(kept["key"]), page, Rect(x, y, width, height), **given)
    if not (SMALLEST_SIZE <= place.floor <= place.size <= LARGEST_SIZE and 1.0 <= place.leading <= 4.0):
        raise ValueError
    if not (0.0 <= place.confidence <= 1.0 and 0 <= place.lines <= 500 and 0 <= place.cells <= 200):
        raise ValueError
    if not place.key or (place.kind is PlaceKind.COMB and place.cells < 1):
        raise ValueError
    return place


def _checked(name: str, value: Any) -> Any:
    if name in _ENUMS:
        return _ENUMS[name](value)
    default = _DEFAULTS[name]
    if isinstance(default, bool):
        if type(value) is not bool:
            raise ValueError
        return value
    if isinstance(default, int):
        if type(value) is not int:
            raise ValueError
        return value
    return _number(value) if isinstance(default, float) else _text(value)


def _number(value: Any) -> float:
    if type(value) not in {int, float} or not math.isfinite(value) or abs(value) > _FARTHEST:
        raise ValueError
    return float(value)


def _length(value: Any) -> float:
    found = _number(value)
    if found <= 0:
        raise ValueError
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError
    return value

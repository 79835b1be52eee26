"""Frozen trees of answers, whatever flow they belong to: kept as plain JSON values, read and changed by dotted path.

A tree is a frozen dataclass whose fields all have defaults; a part may be another such dataclass, None while it is
not there, a tuple, a date or a plain value. Unanswered is whatever the default is.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from app.errors import UserError

T = TypeVar("T")
NOT_KEPT: Mapping[str, Any] = types.MappingProxyType({"kept": False})
"""Metadata of a field that belongs to a tree while it is in use and is no answer."""


def to_plain(tree: Any, version: int) -> dict[str, Any]:
    """The answers as plain values for the store; unanswered ones are left out."""
    return {"version": version, **_plain(tree)}


def from_plain(kind: type[T], kept: Mapping[str, Any], version: int) -> T:
    """What `to_plain` gave.

    Raises:
        UserError: `flows.draft_newer` for answers of a later version of the program, `flows.draft_damaged` else.
    """
    found = kept.get("version")
    if not isinstance(found, int) or isinstance(found, bool):
        raise UserError("flows.draft_damaged")
    if found > version:
        raise UserError("flows.draft_newer", version=found)
    return from_answers(kind, {name: value for name, value in kept.items() if name != "version"})


def from_answers(kind: type[T], answers: Mapping[str, Any]) -> T:
    """A tree from nested plain values; names it does not know are left out.

    Raises:
        UserError: `flows.draft_damaged` where a value is of another type than the field.
    """
    built: T = _built(kind, answers)
    return built


def value_at(tree: Any, path: str) -> Any:
    """The answer under a dotted path; None below a part that is not there."""
    value: Any = tree
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def with_value(tree: T, path: str, value: Any) -> T:
    """The tree with one answer changed; an answer below a missing part brings that part in."""
    head, _, rest = path.partition(".")
    if rest:
        part = getattr(tree, head)
        value = with_value(_fresh_part(type(tree), head) if part is None else part, rest, value)
    changes: dict[str, Any] = {head: value}
    return replace(tree, **changes)  # type: ignore[type-var]


def without(tree: T, path: str) -> T:
    """The tree with one answer taken back to its default."""
    head, _, rest = path.partition(".")
    part = getattr(tree, head)
    if rest and part is None:
        return tree
    value = without(part, rest) if rest else getattr(type(tree)(), head)
    changes: dict[str, Any] = {head: value}
    return replace(tree, **changes)  # type: ignore[type-var]


def is_given(tree: Any, path: str) -> bool:
    """Whether something was answered under this path; an unticked box counts as nothing."""
    return value_at(tree, path) not in (None, "", (), False)


def _fresh_part(kind: type, name: str) -> Any:
    hint = _hints(kind)[name]
    part = next(each for each in typing.get_args(hint) or (hint,) if is_dataclass(each))
    assert isinstance(part, type)
    return part()


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        default = type(value)()
        shown = {each.name: getattr(value, each.name) for each in fields(value) if each.metadata.get("kept", True)}
        return {name: _plain(each) for name, each in shown.items() if each != getattr(default, name)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _built(kind: type, values: Mapping[str, Any]) -> Any:
    if not isinstance(values, Mapping):
        raise UserError("flows.draft_damaged")
    kept = {each.name for each in fields(kind) if each.metadata.get("kept", True)}
    known = {name: hint for name, hint in _hints(kind).items() if name in kept}
    return kind(**{name: _value(known[name], value) for name, value in values.items() if name in known})


def _value(hint: Any, value: Any) -> Any:
    if isinstance(hint, types.UnionType):
        if value is None:
            return None
        hint = next(each for each in typing.get_args(hint) if each is not type(None))
    if is_dataclass(hint):
        return _built(typing.cast(type, hint), value)
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, (list, tuple)):
            raise UserError("flows.draft_damaged")
        return tuple(_value(typing.get_args(hint)[0], each) for each in value)
    if hint is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise UserError("flows.draft_damaged") from None
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise UserError("flows.draft_damaged")
    return value

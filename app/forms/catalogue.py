"""The shelf of forms: every edition found under `resources/forms/`, read when first asked for.

An edition's file either holds its whole layout or names a family in `resources/forms/layouts/` and
says only what differs: `[cell.<field>]` changes a cell, `[row.<field>]` the row it stands in,
`drop` takes cells away, `[[insert]]` adds a row behind one. `{prefix}` and `{authority}` in any
printed words stand for the edition's own.
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import Any

from app.errors import UserError
from app.forms.spec import FormSpec
from app.resources import listing, read_toml

KINDS = ("deregistration",)
OWN_LAYOUT = "own"
_LAYOUT_KEYS = ("page", "title_size", "scope_line", "head", "blocks", "foot")


def forms(kind: str | None = None) -> tuple[FormSpec, ...]:
    """Every edition of every form, current and old, by code and edition."""
    kinds = KINDS if kind is None else (kind,)
    found = [_read(each, path.name) for each in kinds for path in listing("forms", each, suffix=".toml")]
    return tuple(sorted(found, key=lambda spec: (spec.code, spec.edition)))


def current(kind: str, province: str) -> FormSpec:
    """The newest edition of a province's form.

    Raises:
        UserError: `forms.unknown_form`, no such kind or province.
    """
    editions = [_read(kind, name) for name in _names(kind) if name.rpartition("-")[0].partition("-")[0] == province]
    if not editions:
        raise UserError("forms.unknown_form", form=f"{kind}-{province}")
    return max(editions, key=lambda spec: spec.edition)


def form(code: str, edition: str) -> FormSpec:
    """One edition by its code, so that a saved paper prints again as it was.

    Raises:
        UserError: `forms.unknown_form`.
    """
    for spec in forms():
        if (spec.code, spec.edition) == (code, edition):
            return spec
    raise UserError("forms.unknown_form", form=f"{code} {edition}")


def _names(kind: str) -> tuple[str, ...]:
    return tuple(path.name for path in listing("forms", kind, suffix=".toml")) if kind in KINDS else ()


@lru_cache(maxsize=256)
def _read(kind: str, name: str) -> FormSpec:
    return FormSpec.model_validate(_assembled(read_toml("forms", kind, name)))


def _assembled(edition: dict[str, Any]) -> dict[str, Any]:
    """An edition's file and its family as one table."""
    changes = {key: edition.pop(key, {}) for key in ("cell", "row")}
    dropped = set(edition.pop("drop", ()))
    inserted = edition.pop("insert", [])
    if edition["layout"] != OWN_LAYOUT:
        family = deepcopy(_family(edition["layout"]))
        edition = {**{key: family[key] for key in _LAYOUT_KEYS if key in family}, **edition}
    for block in edition["blocks"]:
        block["rows"] = _changed_rows(block["rows"], changes["cell"], changes["row"], dropped)
    _insert(edition["blocks"], inserted)
    fields = {cell.get("field") for block in edition["blocks"] for row in block["rows"] for cell in row["cells"]}
    strangers = (set(changes["cell"]) | set(changes["row"])) - fields
    if strangers:
        raise ValueError(f"{edition['code']}: no cell for {sorted(strangers)}")
    said: dict[str, Any] = _said(edition, {"{prefix}": edition["prefix"], "{authority}": edition["authority"]})
    return said


@lru_cache(maxsize=16)
def _family(name: str) -> dict[str, Any]:
    return read_toml("forms", "layouts", f"{name}.toml")


def _changed_rows(
    rows: list[dict[str, Any]], cells: dict[str, Any], heights: dict[str, Any], dropped: set[str]
) -> list[dict[str, Any]]:
    kept = []
    for row in rows:
        row["cells"] = [
            {**cell, **cells.get(cell.get("field", ""), {})}
            for cell in row["cells"]
            if cell.get("field") not in dropped
        ]
        for cell in row["cells"]:
            row |= heights.get(cell.get("field", ""), {})
        if row["cells"]:
            kept.append(row)
    return kept


def _insert(blocks: list[dict[str, Any]], inserted: list[dict[str, Any]]) -> None:
    for addition in inserted:
        after = addition.pop("after")
        for block in blocks:
            for index, row in enumerate(block["rows"]):
                if any(cell.get("field") == after for cell in row["cells"]):
                    block["rows"].insert(index + 1, addition)
                    break
            else:
                continue
            break
        else:
            raise ValueError(f"no row of {after} to insert behind")


def _said(value: Any, names: dict[str, str]) -> Any:
    """The same data with the edition's own names in its words."""
    if isinstance(value, dict):
        return {key: _said(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_said(each, names) for each in value]
    if isinstance(value, str):
        for name, words in names.items():
            value = value.replace(name, words)
    return value

"""What a form is filled with: field names to texts or lists of texts, and the fields left for the pen."""

from __future__ import annotations

from collections.abc import Mapping

from app.forms.fit import Value, tidy

HANDWRITING = "handwriting"
FormValues = Mapping[str, object]
"""Field name -> text, or tuple (list, where it comes from a file) of texts; `handwriting` names fields."""


def filled(values: FormValues) -> dict[str, Value]:
    """The values that can stand on paper, tidied; other kinds are none of the form's business."""
    found: dict[str, Value] = {}
    for name, value in values.items():
        if isinstance(value, str):
            found[name] = tidy(value)
        elif isinstance(value, (list, tuple)) and name != HANDWRITING:
            found[name] = tidy(tuple(str(item) for item in value))
    return found


def left_for_handwriting(values: FormValues) -> frozenset[str]:
    """The fields that get a blank line."""
    names = values.get(HANDWRITING, ())
    return frozenset(str(name) for name in names) if isinstance(names, (list, tuple)) else frozenset()

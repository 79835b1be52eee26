"""Certificates as choices for the window."""

from __future__ import annotations

from app.rules.certificates import certificate_types, label_zh


def certificate_choices(kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Value and Chinese name of every certificate that a subject of one of these kinds can hold, each once."""
    found = {str(each): label_zh(each) for kind in kinds for each in certificate_types(kind)}
    return tuple(found.items())

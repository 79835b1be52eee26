#!/usr/bin/env python3
"""Estimates how long mapping a blank takes after its first guess: an estimate from a model, not a measurement with people.

    tools/mapping_effort.py [--ocr]

For each fresh blank of the tests the guess is compared with the truth, and what is left to do in the editor is counted:
boxes to name, to add, to delete, to confirm, and every box to look at. Each step costs what the keystroke-level model
says (Card, Moran and Newell, 1980): a key 0.28 s, pointing 1.1 s, a press or release of the mouse 0.1 s, a hand between
mouse and keyboard 0.4 s, a decision 1.35 s. Reading the program's words for the first time is not in it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.forms.blanks.checks import UNSURE  # noqa: E402
from app.forms.blanks.guess import guess  # noqa: E402
from app.forms.blanks.intake import take_blank  # noqa: E402
from app.forms.blanks.model import Mapping, Place, Rect  # noqa: E402
from app.forms.blanks.surveys import survey  # noqa: E402

KEY, POINT, PRESS, HAND, DECIDE = 0.28, 1.1, 0.1, 0.4, 1.35
CLICK = POINT + 2 * PRESS
TYPED = 4
"""Keys of a field's name until it stands first in the list, by pinyin or Latin letters."""
LOOK = DECIDE
NAME = DECIDE + CLICK + CLICK + HAND + (TYPED + 1) * KEY + HAND
"""The box clicked, the search field clicked, the name begun, Enter, back to the mouse."""
ADD = DECIDE + CLICK + 2 * PRESS + NAME - CLICK
"""A double click into the cell, then the name."""
DELETE = DECIDE + CLICK + KEY
CONFIRM = KEY
SAVE = 2 * (DECIDE + CLICK)
"""Use, and Use again in the dialog that asks for the days."""


@dataclass(frozen=True)
class Effort:
    """What is left to do on one blank."""

    boxes: int
    to_name: int
    to_add: int
    to_delete: int
    to_confirm: int

    @property
    def seconds(self) -> float:
        """Of all steps together."""
        return (
            self.boxes * LOOK + self.to_name * NAME + self.to_add * ADD + self.to_delete * DELETE
            + self.to_confirm * CONFIRM + SAVE
        )  # fmt: skip


def effort(truth: list[dict[str, Any]], mapping: Mapping) -> Effort:
    """Compare a guess with the truth."""
    named = added = confirmed = 0
    used: set[str] = set()
    for each in truth:
        cell = Rect(*each["box"]).inset(-0.7)
        here = [place for place in mapping.on_page(each["page"]) if cell.holds(*place.rect.centre)]
        used |= {place.key for place in here}
        right = next((place for place in here if _is(place, each)), None)
        if right is not None:
            confirmed += right.confidence < UNSURE
        elif here:
            named += 1
        else:
            added += 1
    spare = sum(place.prints and place.key not in used for place in mapping.places)
    return Effort(len(truth), named, added, spare, confirmed)


def _is(place: Place, truth: dict[str, Any]) -> bool:
    wanted = (truth["field"], truth.get("value", ""), truth.get("part", "whole"))
    return (place.field, place.value, str(place.part)) == wanted


def main() -> int:
    folder = ROOT / "tests" / "data" / "blanks" / "fresh"
    found = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    print(f"{'blank':20} boxes name add delete confirm seconds")
    for name, truth in sorted(found.items()):
        taken = take_blank((folder / name).read_bytes())
        mapping = guess(survey(taken.paper, recognise="--ocr" in sys.argv), taken.fields)
        left = effort(truth, mapping)
        print(
            f"{name:20} {left.boxes:5} {left.to_name:4} {left.to_add:3} {left.to_delete:6} "
            f"{left.to_confirm:7} {left.seconds:7.0f}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Names of people, units and websites: every character is kept, only what cannot be in a name is refused.

Rare characters (䶮, 𬭎, extension B and beyond) are as good as common ones; whether the paper's fonts hold them is the
preflight's business. Private-use characters are refused because GBK-era systems kept rare characters there and no two
machines agree on what they show (䶮 at U+E863).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from app.errors import UserError

NameKind = Literal["individual", "unit", "site"]

#: No certificate seen holds more; longer text is a mistake of pasting.
LONGEST_NAME = 200

_HAN = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
#: Dots that stand for U+00B7 between two Chinese characters: bullet, katakana dots, dot operator, Greek ano teleia …
_MIDDLE_DOTS = "\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u2e31\u16eb\u25cf\u2024"
_DOT_BETWEEN_HAN = re.compile(rf"(?<={_HAN})[ \u3000]*[{_MIDDLE_DOTS}\u00b7][ \u3000]*(?={_HAN})")
_STOP_BETWEEN_HAN = re.compile(rf"(?<={_HAN})[.\uff0e](?={_HAN})")
_EDGES = " \t\r\n\u00a0\u3000\ufeff\u200b"


def check_name(text: str, *, kind: NameKind | str) -> str:
    """The name as it goes on paper: trimmed, the middle dot as U+00B7, every other character as typed.

    A full stop between two Chinese characters counts as the middle dot in a person's name only; in the name of a unit
    or a website it may be meant.

    Raises:
        UserError: `rules.name_empty`, `rules.name_long`, `rules.name_private_use`, `rules.name_control`,
            `rules.name_damaged`.
    """
    name = text.strip(_EDGES)
    if not name:
        raise UserError("rules.name_empty")
    if len(name) > LONGEST_NAME:
        raise UserError("rules.name_long", count=len(name), limit=LONGEST_NAME)
    for position, char in enumerate(name, start=1):
        category = unicodedata.category(char)
        point = f"U+{ord(char):04X}"
        if category == "Co":
            raise UserError("rules.name_private_use", position=position, point=point)
        if category in ("Cc", "Cf", "Zl", "Zp"):
            raise UserError("rules.name_control", position=position, point=point)
        if category == "Cs" or char == "\ufffd" or ord(char) & 0xFFFE == 0xFFFE:
            raise UserError("rules.name_damaged", position=position, point=point)
    name = _DOT_BETWEEN_HAN.sub("·", name)
    return _STOP_BETWEEN_HAN.sub("·", name) if kind in ("individual", "person") else name

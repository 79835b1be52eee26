"""Cells of a sheet as text: numbers without their `.0`, dates in ISO form, damaged numbers marked as such.

Spreadsheets keep numbers as 64-bit floats and show 15 digits. An 18-digit identity number typed
into a cell that was not formatted as text has lost its last three digits for good; this module
makes that visible instead of passing on a number that looks whole.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_WHOLE_DIGITS = 1e15
_SCIENTIFIC = re.compile(r"[+-]?(\d)(?:\.(\d+))?[eE]\+?(\d{1,3})")
_ESCAPED = re.compile(r"'+[=+\-@＝＋－＠|\t\r\n]")
_EDGES = "﻿\u200b‌‍ 　"


class DamagedNumber(str):
    """Text of a number whose last digits the spreadsheet has thrown away."""

    __slots__ = ()


def cell_text(cell: object) -> str:
    """A cell as a person reads it, without white space around it."""
    kind = type(cell)
    if isinstance(cell, str):
        text = cell.strip()
        if text and (text[0] in _EDGES or text[-1] in _EDGES):
            text = text.strip(_EDGES).strip()
        return text
    if cell is None:
        return ""
    if kind is float or kind is int:
        return number_text(cell)  # type: ignore[arg-type]
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (time, timedelta)):
        return str(cell)
    return str(cell).strip()


def number_text(number: float) -> str:
    """A numeric cell as the digits that were typed; `DamagedNumber` when some of them are lost."""
    if number != number or number in (float("inf"), float("-inf")):
        return ""
    if number == int(number):
        if abs(number) >= _WHOLE_DIGITS:
            # The 15 digits that are still right, and zeros for what is lost: what the spreadsheet itself shows.
            return DamagedNumber(f"{Decimal(f'{number:.15g}'):.0f}")
        return str(int(number))
    return repr(number)


def digits_text(text: str) -> str:
    """Text of a digits column with scientific notation undone, `1.3800138E+10` is `13800138000`.

    When the notation no longer holds all the digits (`1.38E+10`) the text comes back as `DamagedNumber`.
    """
    if type(text) is DamagedNumber or ("E" not in text and "e" not in text and "." not in text):
        return text
    if text.endswith(".0") and text[:-2].isdecimal():
        return text[:-2]
    found = _SCIENTIFIC.fullmatch(text)
    if found is None:
        return text
    first, rest, power = found[1], (found[2] or "").rstrip("0"), int(found[3])
    if power < len(rest) or power >= 15:
        return DamagedNumber(text)
    # Excel shows the mantissa with what fits the cell, often five places: only as many digits as the number has are whole.
    return f"{first}{rest}{'0' * (power - len(rest))}" if len(rest) >= power - 3 and rest else DamagedNumber(text)


def unescape_csv(text: str) -> str:
    """Takes off the apostrophe that our CSV export puts before a cell a spreadsheet would run as a formula."""
    return text[1:] if text[:1] == "'" and _ESCAPED.match(text) else text


def column_letter(index: int) -> str:
    """A column's letters as the spreadsheet shows them: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

"""The blanks that other programs made, opened and measured once for all tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.forms.blanks.guess import guess
from app.forms.blanks.intake import TakenBlank, take_blank
from app.forms.blanks.model import Mapping
from app.forms.blanks.surveys import PageSurvey, survey

FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks"


@dataclass(frozen=True)
class Opened:
    """One blank and where each of its values belongs."""

    data: bytes
    taken: TakenBlank
    surveys: tuple[PageSurvey, ...]
    guessed: Mapping
    truth: tuple[dict[str, Any], ...]


@cache
def _opened(name: str) -> Opened:
    data = (FOLDER / name).read_bytes()
    taken = take_blank(data)
    surveys = survey(taken.paper)
    truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))[name]
    return Opened(data, taken, surveys, guess(surveys, taken.fields), tuple(truth))


@pytest.fixture(scope="session")
def opened_blank() -> Callable[[str], Opened]:
    return _opened

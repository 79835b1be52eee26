"""The shipped data files, found in a checkout and in a frozen build alike."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)


def read_toml(*parts: str) -> dict[str, Any]:
    """A TOML file under `resources/`, parsed."""
    with resource(*parts).open("rb") as stream:
        return tomllib.load(stream)


def listing(*parts: str, suffix: str) -> tuple[Path, ...]:
    """The files with that suffix in a folder under `resources/`, in name order."""
    return tuple(sorted(resource(*parts).glob(f"*{suffix}")))

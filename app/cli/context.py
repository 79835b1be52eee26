"""What a command may use: messages in the chosen language, the store when it asks for it, and two ways to speak."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import typer

from app.messages import Messages


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one run."""

    data_dir: Path | None
    passphrase_file: Path | None
    messages: Messages

    def say(self, code: str, /, **facts: object) -> None:
        """A sentence on standard output."""
        print(self.messages.text(code, facts))

    def note(self, code: str, /, **facts: object) -> None:
        """A sentence on standard error: progress and warnings, never mixed into what a program reads."""
        print(self.messages.text(code, facts), file=sys.stderr)


def session(context: typer.Context) -> Session:
    """The run that a command belongs to."""
    found = context.obj
    assert isinstance(found, Session)
    return found


def today() -> date:
    """The day on this computer's calendar: papers are dated where the applicant sits, not in UTC."""
    return datetime.now().astimezone().date()


def print_json(value: Any) -> None:
    """Plain values for another program: UTF-8, two spaces."""
    print(json.dumps(value, ensure_ascii=False, indent=2))

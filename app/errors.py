"""The two families of failure: the user's world (`UserError`) and our own bugs (everything else).

Code below the views speaks in codes and facts. `app.messages` turns them into sentences; a test
fails when a code has no sentence in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field: which field, which rule, and the facts for the sentence.

    `path` is dotted, its last name is listed in `resources/fields.toml`
    (`applicant.certificate_number`, `enclosures.2.file`). `facts` never holds a whole identity
    number or password: it ends up in messages and logs.
    """

    path: str
    code: str
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def under(self, prefix: str) -> Problem:
        """The same problem seen from one level up."""
        return Problem(f"{prefix}.{self.path}" if self.path else prefix, self.code, self.facts)


class UserError(Exception):
    """Something in the user's world that the user can mend; `code` has a sentence in messages."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = MappingProxyType(facts)

    def problem(self, path: str) -> Problem:
        """This error, said of one field."""
        return Problem(path, self.code, self.facts)


class Invalid(UserError):
    """Several fields are wrong at once; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__("input.invalid")
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.facts = MappingProxyType({"count": len(self.problems)})


class Cancelled(Exception):
    """The user stopped a long piece of work; not an error."""

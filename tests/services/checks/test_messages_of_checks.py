"""Every reason that a check can give has its sentence, with the facts it needs, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from app.messages import Messages
from app.rules import domain_verification
from app.rules.hollow import HollowReason

FACTS = dict.fromkeys(
    ("holder", "day", "left", "least", "suffix", "registrar", "done", "natural", "most", "status"), "x"
)
# What look-ups say when they could not establish something, as `Seen.why` hands it on.
LOOKUPS = ("not_said", "redacted", "proxy", "unreadable", "blocked", "empty", "timeout", "unreachable", "server_error",
           "another_name", "reserved", "no_server", "not_registered", "not_seen", "expired", "conflict")  # fmt: skip


def reasons_in_the_rules() -> set[str]:
    """The literal reasons handed to `_result`, its fourth-last word from the left, either branch of a conditional."""
    tree = ast.parse(Path(domain_verification.__file__).read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_result":
            found |= {each.value for each in ast.walk(node.args[2]) if isinstance(each, ast.Constant) and each.value}
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_has_its_sentence(language: str) -> None:
    said = Messages(language)  # type: ignore[arg-type]
    for reason in HollowReason:
        assert said.text(f"checks.reason_{reason}")
    reasons = reasons_in_the_rules()
    assert {"holder_same", "expired_on", "suffix_refused_here"} <= reasons
    for reason in (*reasons, *LOOKUPS):
        assert "{" not in said.text(f"checks.rule_{reason}", FACTS)

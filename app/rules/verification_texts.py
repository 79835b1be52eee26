"""What the data file says beside the judgement of domain verification: remedies, papers, background, platform prompts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.hollow import Cited, cited


def guidance(rule: str, outcome: str, reason: str = "") -> tuple[Cited, ...]:
    """What to do about a rule that fails, or which papers would establish it; with `reason` only what fits that."""
    data = rule_data(rule)
    if outcome == "pass":
        return ()
    if outcome == "unknown":
        return tuple(map(_asked, data["evidence"]))
    return tuple(cited(each) for each in data["on_failure"] if not reason or reason in each.get("reasons", (reason,)))


def background(rule: str) -> tuple[Cited, ...]:
    """How a rule is looked at and its exceptions, for every domain alike; where sources differ, all of them."""
    data = rule_data(rule)
    return (*map(cited, data["how_to_check"]), *map(cited, data["exceptions"]))


@lru_cache(maxsize=64)
def prompt(prompt_id: str) -> Cited:
    """The words in which the platform refuses, by their id in the data file; xxxx stands for the domain."""
    return cited(next(each for each in verification_data()["failure_prompt"] if each["id"] == prompt_id))


def wait_zh() -> str:
    """How long real-name data takes to reach the administration, by every source that still counts."""
    told = [each for each in verification_data()["timing"]["durations"] if each.get("topic") == "realname_wait"]
    units = {"day": "个自然日", "working_day": "个工作日"}
    lengths = []
    for each in told:
        if not each.get("superseded"):
            most = "" if each["min"] == each["max"] else f" 至 {each['max']}"
            lengths.append(f"{each['min']}{most} {units[each['unit']]}")
    return "，或 ".join(dict.fromkeys(lengths))


def _asked(evidence: dict[str, Any]) -> Cited:
    """A paper that would establish the rule."""
    return cited({"text": f"{evidence['what']}：{evidence['where']}", **evidence})


def title_zh(rule: str) -> str:
    """What a rule is called; its key where there is none such."""
    return next((str(each["title"]) for each in verification_data()["rule"] if each["id"] == rule), rule)


def rule_data(rule: str) -> dict[str, Any]:
    """One rule as the data file has it."""
    found: dict[str, Any] = next(each for each in verification_data()["rule"] if each["id"] == rule)
    return found


@lru_cache(maxsize=1)
def verification_data() -> dict[str, Any]:
    """The whole data file."""
    return read_toml("domain_verification.toml")

"""Every code has its sentences, every sentence its code, and the facts that a sentence needs are given."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.errors import Invalid, Problem, UserError
from app.messages import Messages

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


@cache
def texts() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path in sorted((ROOT / "resources" / "messages").glob("*.toml")):
        for area, codes in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for code, both in codes.items():
                assert f"{area}.{code}" not in found, f"{area}.{code} stands twice, again in {path.name}"
                found[f"{area}.{code}"] = both
    return found


def field_names() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / "resources" / "fields.toml").read_text(encoding="utf-8"))["field"]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def none_of(found: list[str]) -> None:
    """Fails with the whole list, not with its first item."""
    assert not found, "\n" + "\n".join(found)


@cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "app").rglob("*.py"))
    }


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees().items():
        for node in ast.walk(tree):
            yield f"{name}:{getattr(node, 'lineno', 0)}", node


def strings_in(node: ast.AST) -> list[str]:
    """The literal codes an argument can turn out as: `"a.b"`, or either branch of a conditional."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return strings_in(node.body) + strings_in(node.orelse)
    return []


def said() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where a code is put into words: (place, code, names of the facts, or None where they are not literal)."""
    for place, node in nodes():
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func).rpartition(".")[2]
        given: dict[str | None, ast.expr] = {each.arg: each.value for each in node.keywords}
        facts: set[str] | None
        if called == "UserError":
            argument = node.args[0] if node.args else given.get("code")
            facts = None if None in given else {name for name in given if name and name != "code"}
        elif called == "Problem":
            argument = node.args[1] if len(node.args) > 1 else given.get("code")
            facts = literal_keys(node.args[2] if len(node.args) > 2 else given.get("facts"))
        elif called == "text":  # Messages.text; Qt's own text() takes nothing
            argument = node.args[0] if node.args else given.get("code")
            facts = literal_keys(node.args[1] if len(node.args) > 1 else given.get("facts"))
        elif called == "__init__":  # an error of its own kind hands its code up
            argument, facts = (node.args[0] if node.args else None), None
        else:
            continue
        if argument is not None:
            codes = strings_in(argument)
            shaped = codes if called in {"UserError", "Problem"} else filter(CODE.fullmatch, codes)
            yield from ((place, code, facts) for code in shaped)


def literal_keys(node: ast.AST | None) -> set[str] | None:
    if node is None:
        return set()
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}
    return None


def test_codes_are_well_formed() -> None:
    none_of([code for code in texts() if not CODE.fullmatch(code)])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_is_there(language: str) -> None:
    none_of([code for code, both in texts().items() if not both.get(language, "").strip()])


def test_no_text_in_a_third_language() -> None:
    none_of([code for code, both in texts().items() if set(both) != {"zh", "en"}])


def test_both_languages_name_the_same_facts() -> None:
    none_of([code for code, both in texts().items() if placeholders(both["zh"]) != placeholders(both["en"])])


def test_facts_are_plain_names() -> None:
    """A text never reaches into a fact (`{x.y}`): the facts come from data, the texts from a file."""
    odd = [code for code, both in texts().items() for name in placeholders(both["zh"]) if not name.isidentifier()]
    none_of(odd)


def test_every_code_said_has_its_texts() -> None:
    none_of([f"{place} {code}" for place, code, _ in said() if code not in texts()])


def test_every_fact_that_a_text_needs_is_given() -> None:
    missing = [
        f"{place} {code} {sorted(placeholders(texts()[code]['en']) - facts)}"
        for place, code, facts in said()
        if facts is not None and code in texts() and placeholders(texts()[code]["en"]) - facts
    ]
    none_of(missing)


def test_every_text_is_used() -> None:
    """A code counts as used where it stands as a literal, or where an f-string can turn into it."""
    literal, patterns = set(), []
    for _, node in nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(each.value)) if isinstance(each, ast.Constant) else "[a-z0-9_]+" for each in node.values
            ]
            if CODE.match(str(getattr(node.values[0], "value", "")) + "x"):
                patterns.append(re.compile("".join(parts)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            literal.add(node.value)
    unused = [code for code in texts() if code not in literal and not any(each.fullmatch(code) for each in patterns)]
    none_of(unused)


def test_every_field_has_a_name_in_both_languages() -> None:
    nameless = [name for name, both in field_names().items() if not (both.get("zh") and both.get("en"))]
    none_of(nameless)


def test_every_field_that_a_problem_points_at_has_a_name() -> None:
    """The last part of a literal path; in front of it may stand whatever the caller is looking at."""
    unnamed = []
    for place, node in nodes():
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func).rpartition(".")[2]
        if called in {"Problem", "problem"} and node.args:
            for path in strings_in(node.args[0]):
                last = path.rpartition(".")[2]
                if last and not last.isdigit() and last not in field_names():
                    unnamed.append(f"{place} {path}")
    none_of(unnamed)


def test_a_problem_reads_as_one_line_with_its_field() -> None:
    first = next(code for code, both in texts().items() if not placeholders(both["zh"]))
    assert Messages("zh").problem(Problem("applicant.name", first)).startswith("申请人 › 名称：")
    assert Messages("en").problem(Problem("enclosures.0.name", first)).startswith("enclosures › item 1 › name: ")


def test_several_problems_read_as_several_lines() -> None:
    first = next(code for code, both in texts().items() if not placeholders(both["zh"]))
    both = Invalid([Problem("name", first), Problem("filing_number", first)])
    assert len(Messages("zh").error(both).splitlines()) == 2
    assert Messages("zh").error(UserError(first)) == texts()[first]["zh"]

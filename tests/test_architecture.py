"""Imports point down, parts stay in their layer, files stay readable: `docs/architecture.md` as a test."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
LONGEST = 400

# Small modules beside the layers count as layers of their own. What is absent here may be imported by nobody
# but the composition roots.
SMALL = {"errors", "resources"}
MAY_IMPORT = {
    "errors": set(),
    "resources": set(),
    "messages": SMALL,
    "paths": SMALL,
    "settings": {"errors", "paths"},
    "logs": {"paths"},
    "crash": {"paths", "logs"},
    "vault": {"errors", "paths"},
    "db": SMALL,
    "models": {"db", "errors"},
    "rules": SMALL,
    "forms": SMALL,
    "lookups": SMALL,
    "services": {"models", "rules", "forms", "lookups", "db", "vault", "messages"} | SMALL,
    "views": {"services", "rules", "models", "messages", "settings", "paths", "crash"} | SMALL,
}
ROOTS = {"bootstrap", "cli"}
# Arrows along which some names may pass and others may not: views see rows, never mapped classes; services
# say in which language a table is wanted, never a sentence.
ONLY_NAMES = {("views", "models"): re.compile(r"\w+Row"), ("services", "messages"): re.compile("Language")}

# Where each part that is not ours may be used; a part that is not named here has no place yet.
ONLY_IN = {
    "PySide6": {"views", "bootstrap"},
    "shiboken6": {"views", "bootstrap"},
    "sqlalchemy": {"db", "models", "services"},
    "alembic": {"db"},
    "sqlcipher3": {"db"},
    "argon2": {"db", "vault"},
    "cryptography": {"db", "vault"},
    "keyring": {"vault"},
    "reportlab": {"forms"},
    "pypdf": {"forms"},
    "pypdfium2": {"forms"},
    "PIL": {"forms", "services"},
    "pi_heif": {"forms"},
    # The extra `ocr`.
    "rapidocr": {"forms"},
    "onnxruntime": {"forms"},
    "numpy": {"forms"},
    "cv2": {"forms"},
    "pydantic": {"forms", "rules", "services"},
    "pydantic_core": {"forms", "rules", "services"},
    "stdnum": {"rules"},
    "phonenumbers": {"rules"},
    "idna": {"rules", "lookups"},
    "publicsuffixlist": {"rules"},
    "chinese_calendar": {"rules"},
    "python_calamine": {"services"},
    "xlsxwriter": {"services"},
    "platformdirs": {"paths"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
    # The network.
    "dns": {"lookups"},
    "httpx": {"lookups"},
    "asyncwhois": {"lookups"},
    "whoisit": {"lookups"},
    "socket": {"lookups"},
    "ssl": {"lookups"},
    "urllib.request": {"lookups"},
    "http": {"lookups"},
    "smtplib": {"lookups"},
    "ftplib": {"lookups"},
    # The plain driver would open the store without its cipher.
    "sqlite3": {"db"},
}
# Same input, same answer: these layers take the date as an argument and know no locale.
NO_CLOCK = {"rules", "forms"}
CLOCK_MODULES = {"time", "locale"}
CLOCK_CALLS = {"today", "now", "utcnow", "fromtimestamp"}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_of(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every import wherever it stands, under `if TYPE_CHECKING` too: (dotted module, imported names)."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import, line {node.lineno}"
            yield node.module or "", tuple(alias.name for alias in node.names)


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(APP).parts[0].removesuffix(".py")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def place_of(module: str) -> set[str] | None:
    """The layers that may use a module of others, or None for the ordinary standard library."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        allowed = ONLY_IN.get(".".join(parts[:length]))
        if allowed is not None:
            return allowed
    return None if parts[0] in sys.stdlib_module_names else set()


@pytest.mark.parametrize("path", sources("app"), ids=named)
def test_imports_point_down(path: Path) -> None:
    layer = layer_of(path)
    for module, names in imports_of(path):
        top, _, rest = module.partition(".")
        if top != "app":
            continue
        targets = {rest.partition(".")[0]} if rest else set(names)
        if layer in ROOTS or layer == "__init__":
            continue
        assert targets <= MAY_IMPORT[layer] | {layer}, f"{layer} imports {module}"
        for target in targets:
            if allowed := ONLY_NAMES.get((layer, target)):
                assert names, f"{module}: import names from it, not the module"
                assert all(map(allowed.fullmatch, names)), f"{layer} imports {names} from {module}"


@pytest.mark.parametrize("path", sources("app"), ids=named)
def test_parts_stay_where_they_belong(path: Path) -> None:
    layer = layer_of(path)
    for module, names in imports_of(path):
        if module.partition(".")[0] == "app" or module == "__future__":
            continue
        # `from urllib import request` is the same as `import urllib.request`.
        for each in (module, *(f"{module}.{name}" for name in names)):
            allowed = place_of(each)
            assert allowed is None or layer in allowed, (
                f"{layer} imports {each}, which belongs to {allowed or 'nobody'}"
            )


@pytest.mark.parametrize("path", sources("app"), ids=named)
def test_no_import_by_name(path: Path) -> None:
    """An import by string would go round the two tests above."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"importlib.import_module", "import_module", "__import__"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", [path for path in sources("app") if layer_of(path) in NO_CLOCK], ids=named)
def test_rules_and_forms_know_no_clock(path: Path) -> None:
    for module, _ in imports_of(path):
        assert module.partition(".")[0] not in CLOCK_MODULES, module
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK_CALLS, f"{ast.unparse(node.func)}, line {node.lineno}"


@pytest.mark.parametrize("path", sources("app", "tests"), ids=named)
def test_nothing_sleeps_or_pumps_events(path: Path) -> None:
    for module, names in imports_of(path):
        assert (module, "sleep") not in {(module, name) for name in names if module in {"time", "asyncio"}}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Attribute):
            assert node.attr != "processEvents", f"line {node.lineno}"
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"time.sleep", "qtbot.wait"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", [ROOT / "main.py", *sources("app", "tests", "tools", "bench")], ids=named)
def test_files_stay_readable(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines: split it"


def test_every_layer_is_in_the_table() -> None:
    layers = {layer_of(path) for path in sources("app")} - ROOTS - {"__init__"}
    assert layers <= set(MAY_IMPORT)


def test_the_table_has_no_cycle() -> None:
    done: set[str] = set()
    while ready := {layer for layer, below in MAY_IMPORT.items() if layer not in done and below <= done}:
        done |= ready
    assert done == set(MAY_IMPORT)


# The shipped rules of provinces, and who may read them: everybody else takes `rules.in_force`, where a desk's own lead.
SHIPPED_RULES = {
    "app.rules.provinces": {"shipped_facts"},
    "app.rules.change_rules": {"change_rules", "deregistration_rules", "shipped_rules", "merged"},
    "app.rules.in_force": {"SHIPPED"},
}
READS_SHIPPED = {
    "rules/change_rules.py",
    "rules/coverage.py",
    "rules/domain_verification.py",
    "rules/deregistration.py",
    "rules/in_force.py",
    "rules/verification_scope.py",
    "services/flows/draft.py",
    "services/rule_overlays.py",
    "services/rules_in_force.py",
}


@pytest.mark.parametrize("path", sources("app"), ids=named)
def test_nobody_reads_the_shipped_rules_past_the_desks_own(path: Path) -> None:
    """A correction that one caller does not see is worse than none: paper and advice would differ."""
    if path.relative_to(APP).as_posix() in READS_SHIPPED:
        return
    for module, names in imports_of(path):
        read = set(names) & SHIPPED_RULES.get(module, set())
        assert not read, f"{', '.join(read)}: take the rules in force"

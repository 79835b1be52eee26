from __future__ import annotations

import importlib.util
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def catalogues(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", repository / "tools" / "catalogues.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def sources(*texts: str, counted: bool = False) -> ET.Element:
    root = ET.Element("TS")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "Page"
    for text in texts:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if counted else {})
        ET.SubElement(message, "source").text = text
        ET.SubElement(message, "translation", type="unfinished")
    return root


def test_a_translation_is_put_in(catalogues: ModuleType) -> None:
    root = sources("Open {name}")
    assert catalogues.fill(root, "zh_CN", {("Page", "Open {name}"): "打开 {name}"}) == []
    slot = root.find(".//translation")
    assert slot is not None and slot.text == "打开 {name}" and slot.get("type") is None


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        ({}, "missing"),
        ({("Page", "Open {name}"): "打开"}, "other placeholders"),
        ({("Page", "Open {name}"): "打开 {name} {more}"}, "other placeholders"),
        ({("Page", "Open {name}"): "打开 {name}", ("Page", "Gone"): "没了"}, "not in the sources any more"),
    ],
)
def test_what_is_wrong_is_named(catalogues: ModuleType, given: dict[tuple[str, str], str], trouble: str) -> None:
    found = catalogues.fill(sources("Open {name}"), "zh_CN", given)
    assert len(found) == 1 and trouble in found[0]


def test_english_needs_only_its_plurals(catalogues: ModuleType) -> None:
    assert catalogues.fill(sources("Open"), "en", {}) == []
    counted = sources("%n page(s)", counted=True)
    assert "missing" in catalogues.fill(counted, "en", {})[0]
    assert catalogues.fill(counted, "en", {("Page", "%n page(s)"): ["One page", "%n pages"]}) == []
    assert [each.text for each in counted.iter("numerusform")] == ["One page", "%n pages"]


def test_texts_are_never_put_together_before_translation(repository: Path) -> None:
    """An f-string in tr() is filed with its braces and never matches at run time."""
    for path in sorted((repository / "app" / "views").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert '.tr(f"' not in text and ".tr(f'" not in text, path


def test_the_catalogues_are_complete_and_fresh(catalogues: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    code = catalogues.main(["--check"])
    assert code == 0, capsys.readouterr().out

"""What may not stand in the repository, and what must stand there unchanged."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".svg",
    ".lock",
    ".cfg",
    ".ini",
    ".json",
    ".ts",
    ".csv",
    ".qss",
    ".sh",
    ".mako",
    "",
}

# Paths of one machine, and addresses of package registries; written so that they do not match themselves.
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_.])/(?:work|farm|root|opt|home/[a-z]+|Users/[a-z]+)/[A-Za-z]")
REGISTRY = re.compile(
    r"pypi\.org|python[h]osted|registry\.npm|npm[m]irror|deb\.debian\.org|(?:index|find)-[u]rl[ =]https?:"
)

FONTS = {
    "NotoSerifSC_400Regular.ttf": "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    "NotoSansSC_400Regular.ttf": "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    "NotoSansSC_700Bold.ttf": "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    "HanaMinB.ttf": "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c",
}


def tracked() -> list[Path]:
    """The files of the repository: what git knows, that still stands there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name.decode() for name in listed.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        if path.suffix in TEXT:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if pattern.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


def test_no_paths_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_registry_addresses() -> None:
    assert lines_with(REGISTRY) == []


def test_the_patterns_see_what_they_are_for() -> None:
    assert MACHINE_PATH.search("see /" + "root/notes")
    assert REGISTRY.search("https://pypi" + ".org/simple")


def test_tracked_text_ends_in_one_newline_and_lf() -> None:
    for path in tracked():
        if path.suffix in {".py", ".toml", ".md"}:
            text = path.read_bytes()
            assert b"\r" not in text, path
            assert not text or (text.endswith(b"\n") and not text.endswith(b"\n\n")), path


@pytest.mark.parametrize(("name", "digest"), FONTS.items())
def test_fonts_are_the_pinned_ones(name: str, digest: str) -> None:
    with (ROOT / "resources" / "fonts" / name).open("rb") as stream:
        assert hashlib.file_digest(stream, "sha256").hexdigest() == digest


def test_no_font_without_a_pin() -> None:
    shipped = {
        path.name for path in (ROOT / "resources" / "fonts").iterdir() if path.suffix in {".ttf", ".otf", ".ttc"}
    }
    assert shipped == set(FONTS)


def test_licence_files_ship_with_what_they_license() -> None:
    for name in (
        "LICENSE",
        "THIRD_PARTY.md",
        "resources/fonts/LICENSE-Noto-OFL.txt",
        "resources/fonts/LICENSE-Hanazono.txt",
        "resources/icons/LICENSE-Lucide.txt",
    ):
        assert (ROOT / name).stat().st_size > 500, name


def test_icons_take_the_colour_of_their_place() -> None:
    icons = sorted((ROOT / "resources" / "icons").glob("*.svg"))
    assert len(icons) > 40
    for icon in icons:
        root = ET.parse(icon).getroot()
        assert root.get("stroke") == "currentColor", icon.name
        assert root.get("viewBox") == "0 0 24 24", icon.name


def test_lock_files_pin_every_dependency_by_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = pinned("requirements.lock")
    ocr = pinned("requirements-ocr.lock")
    dev = pinned("requirements-dev.lock")
    assert run.items() <= ocr.items() <= dev.items()
    assert {name_of(each) for each in project["project"]["optional-dependencies"]["ocr"]} <= set(ocr)
    # Two OpenCVs in one environment overwrite each other.
    assert [each for each in dev if each.startswith("opencv")] == ["opencv-python-headless"]
    assert {name_of(each) for each in project["project"]["dependencies"]} <= set(run)
    assert {name_of(each) for each in project["dependency-groups"]["dev"]} <= set(dev)


def name_of(requirement: str) -> str:
    return re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-").replace(".", "-")  # type: ignore[index]


def pinned(name: str) -> dict[str, str]:
    """Package and version of each entry; an entry without a hash fails."""
    versions = {}
    for entry in re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8").strip()):
        found = re.match(r"([a-z0-9-]+)==(\S+)", entry)
        assert found and "--hash=sha256:" in entry, entry[:80]
        versions[found[1]] = found[2]
    return versions


def test_links_between_documents_lead_somewhere() -> None:
    """Relative links and pictures of README and docs, and the files that they name as paths."""
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"

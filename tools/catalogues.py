#!/usr/bin/env python3
"""Makes the window's catalogues: `resources/i18n/beian_<locale>.ts` and `.qm`.

    tools/catalogues.py           collect the source strings, put the translations in, compile
    tools/catalogues.py --check   exit 1 when a catalogue is stale or a translation is missing, unused or wrong

Translations stand in `resources/i18n/<locale>/*.toml`, one table a context:

    [MainWindow]
    "Beian Desk" = "备案工作台"

English needs none, except for texts with `%n`, which have a list: singular, plural. Chinese has one form. Needs no display.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
SOURCES = ("app/views", "app/bootstrap")
LOCALES = {"zh_CN": 1, "en": 2}
"""Locale and how many plural forms it has."""
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n")

Key = tuple[str, str]
Text = str | list[str]


def tool(name: str) -> str:
    """The program itself, as it ships in the wheel."""
    folder = Path(PySide6.__file__).parent
    return str(folder / (f"{name}.exe" if sys.platform == "win32" else name))


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def collect(folder: Path) -> ET.Element:
    """The source strings of the window, sorted, without places, so that a moved line is no change."""
    made = folder / "sources.ts"
    files = sorted(path.relative_to(ROOT).as_posix() for each in SOURCES for path in (ROOT / each).rglob("*.py"))
    listing = folder / "files.lst"
    listing.write_text("\n".join(files), encoding="utf-8")
    run(
        tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", "-extensions", "py",
        "-source-language", "en", "-target-language", "zh_CN", f"@{listing}", "-ts", str(made),
    )  # fmt: skip
    root = ET.parse(made).getroot()
    contexts = sorted(root.findall("context"), key=lambda each: each.findtext("name") or "")
    for context in contexts:
        messages = sorted(context.findall("message"), key=lambda each: each.findtext("source") or "")
        for message in messages:
            context.remove(message)
        context.extend(messages)
        root.remove(context)
    root.extend(contexts)
    return root


def translations(locale: str) -> dict[Key, Text]:
    """What the translators wrote."""
    found: dict[Key, Text] = {}
    for path in sorted((I18N / locale).glob("*.toml")):
        for context, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for source, text in texts.items():
                if (context, source) in found:
                    raise SystemExit(f"{path.name}: [{context}] {source!r} is translated twice")
                found[context, source] = text
    return found


def fill(root: ET.Element, locale: str, given: dict[Key, Text]) -> list[str]:
    """Put the translations into the messages; returns what is missing or wrong."""
    troubles: list[str] = []
    used: set[Key] = set()
    root.set("language", locale)
    forms = LOCALES[locale]
    for context in root.findall("context"):
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            source = message.findtext("source") or ""
            counted = message.get("numerus") == "yes"
            text = given.get((name, source))
            if text is None and locale == "en" and not counted:
                text = source
            used.add((name, source))
            texts = [text] if isinstance(text, str) else text
            slot = message.find("translation")
            assert slot is not None
            slot.clear()
            if texts is None or len(texts) != (forms if counted else 1):
                slot.set("type", "unfinished")
                troubles.append(f"{locale}: missing [{name}] {source!r}")
                texts = [""] * (forms if counted else 1)
            elif wrong := [each for each in texts if not same_places(source, each, counted=counted)]:
                troubles.append(f"{locale}: other placeholders [{name}] {source!r} in {wrong[0]!r}")
            if counted:
                for each in texts:
                    ET.SubElement(slot, "numerusform").text = each
            else:
                slot.text = texts[0]
    troubles += [
        f"{locale}: not in the sources any more [{name}] {source!r}" for name, source in sorted(given.keys() - used)
    ]
    return troubles


def same_places(source: str, text: str, *, counted: bool) -> bool:
    """Whether a translation fills in the same things; a singular form may leave the number out."""
    ours, theirs = set(PLACEHOLDER.findall(source)), set(PLACEHOLDER.findall(text))
    return ours == theirs or (counted and ours - {"%n"} == theirs)


def build(folder: Path) -> tuple[list[Path], list[str]]:
    """Both catalogues, made in a folder."""
    made: list[Path] = []
    troubles: list[str] = []
    for locale in LOCALES:
        root = collect(folder)
        troubles += fill(root, locale, translations(locale))
        ET.indent(root, " ")
        source = folder / f"beian_{locale}.ts"
        body = ET.tostring(root, encoding="unicode")
        source.write_text(
            f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n"
        )
        compiled = source.with_suffix(".qm")
        run(tool("lrelease"), "-silent", "-nounfinished", "-removeidentical", str(source), "-qm", str(compiled))
        made += [source, compiled]
    return made, troubles


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is not in order")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        made, troubles = build(Path(name))
        for path in made:
            kept = I18N / path.name
            fresh = path.read_bytes()
            if arguments.check:
                if not kept.exists() or kept.read_bytes() != fresh:
                    troubles.append(f"{kept.relative_to(ROOT).as_posix()} is stale: run tools/catalogues.py")
            else:
                kept.write_bytes(fresh)
    for each in troubles:
        print(each)
    print(f"{len(troubles)} thing(s) to mend" if troubles else "catalogues are complete")
    return 1 if troubles else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Packs: blanks in one zip file to hand to colleagues: each with its original file, mapping, facts, sources and hashes.

`manifest.json` lists every file with its SHA-256; a pack that says otherwise than it holds is refused whole. The paper
that is printed on is not in the pack: it is made anew from the original, so that nothing foreign is ever printed on
that was not made harmless here. The same blanks make the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, asdict, dataclass, field, fields
from typing import Any

from app.errors import UserError
from app.forms.blanks.mapping_json import mapping_from_json, mapping_text
from app.forms.blanks.model import BlankFacts, Mapping

PACK_VERSION = 1
FORMAT = "beian-desk-blanks"
MANIFEST = "manifest.json"
CONVERTED = "converted.pdf"
LARGEST_PACK = 300_000_000
MOST_BLANKS = 200
LONGEST_FACT = 2_000
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PackedBlank:
    """One blank as it travels. `paper_sha256` says which paper its mapping was made for."""

    facts: BlankFacts
    mapping: Mapping
    original: bytes = field(repr=False)
    file_name: str
    media_type: str
    original_sha256: str
    paper_sha256: str
    revision: int = 1
    effective_from: str = ""
    effective_until: str = ""
    in_use: bool = False
    converted: bytes = field(default=b"", repr=False)
    """The PDF that a text document was made into; empty for other files."""


def make_pack(blanks: Sequence[PackedBlank]) -> bytes:
    """The pack of these blanks."""
    files: dict[str, bytes] = {}
    listed = []
    for number, blank in enumerate(blanks, start=1):
        folder = f"{number:03d}-{blank.facts.province}-{blank.facts.edition}"
        parts = {"original": blank.original, "mapping.json": mapping_text(blank.mapping).encode()}
        if blank.converted:
            parts[CONVERTED] = blank.converted
        files |= {f"{folder}/{name}": data for name, data in parts.items()}
        listed.append(
            {
                "folder": folder,
                "facts": asdict(blank.facts),
                "file_name": blank.file_name,
                "media_type": blank.media_type,
                "paper_sha256": blank.paper_sha256,
                "revision": blank.revision,
                "effective_from": blank.effective_from,
                "effective_until": blank.effective_until,
                "in_use": blank.in_use,
                "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
            }
        )
    manifest = {"format": FORMAT, "version": PACK_VERSION, "blanks": listed}
    files[MANIFEST] = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as box:
        for name in sorted(files, key=lambda each: (each != MANIFEST, each)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            box.writestr(entry, files[name])
    return stream.getvalue()


def read_pack(data: bytes) -> tuple[PackedBlank, ...]:
    """The blanks of a pack, each file compared with its hash.

    Raises:
        UserError: `blanks.pack_unreadable`, `blanks.pack_newer`, `blanks.pack_changed`, `blanks.pack_too_big`, and what
            `mapping_from_json` says.
    """
    if len(data) > LARGEST_PACK:
        raise UserError("blanks.pack_too_big", limit=LARGEST_PACK // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            if sum(each.file_size for each in box.infolist()) > LARGEST_PACK:
                raise UserError("blanks.pack_too_big", limit=LARGEST_PACK // 1_000_000)
            return _read(box)
    except UserError:
        raise
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError, NotImplementedError, OSError,
            RuntimeError, EOFError, RecursionError) as error:  # fmt: skip
        # zlib.error is a plain Exception of its own; zipfile turns what it can into BadZipFile.
        raise UserError("blanks.pack_unreadable", where=MANIFEST) from error
    except Exception as error:
        raise UserError("blanks.pack_unreadable", where="zip") from error


def _read(box: zipfile.ZipFile) -> tuple[PackedBlank, ...]:
    manifest = json.loads(box.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise UserError("blanks.pack_unreadable", where="format")
    version = manifest["version"]
    if isinstance(version, int) and version > PACK_VERSION:
        raise UserError("blanks.pack_newer", found=version, known=PACK_VERSION)
    if version != PACK_VERSION or not 1 <= len(manifest["blanks"]) <= MOST_BLANKS:
        raise UserError("blanks.pack_unreadable", where="version")
    blanks = tuple(_blank(box, each) for each in manifest["blanks"])
    editions = {(each.facts.kind, each.facts.province, each.facts.edition) for each in blanks}
    if len(editions) != len(blanks):
        # Of two blanks of one edition the later would take the place of the first without a word.
        raise UserError("blanks.pack_unreadable", where="edition")
    return blanks


def _blank(box: zipfile.ZipFile, listed: dict[str, Any]) -> PackedBlank:
    folder = _text(listed["folder"])
    parts = {}
    for name in ("original", "mapping.json", *((CONVERTED,) if CONVERTED in listed["sha256"] else ())):
        parts[name] = box.read(f"{folder}/{name}")
        if hashlib.sha256(parts[name]).hexdigest() != listed["sha256"][name]:
            raise UserError("blanks.pack_changed", name=f"{folder}/{name}"[:80])
    said = {name: _text(value) for name, value in listed["facts"].items()}
    facts = {
        each.name: said.get(each.name, "")
        for each in fields(BlankFacts)
        if each.default is MISSING or each.name in said
    }
    revision = listed["revision"]
    if type(revision) is not int or not 0 <= revision <= 100_000:
        raise ValueError
    return PackedBlank(
        facts=BlankFacts(**facts),
        mapping=mapping_from_json(json.loads(parts["mapping.json"])),
        original=parts["original"],
        file_name=_text(listed["file_name"]).replace("/", "_").replace("\\", "_")[:200],
        media_type=_text(listed["media_type"])[:100],
        original_sha256=listed["sha256"]["original"],
        paper_sha256=_text(listed["paper_sha256"]),
        revision=revision,
        effective_from=_text(listed["effective_from"]),
        effective_until=_text(listed["effective_until"]),
        in_use=listed["in_use"] is True,
        converted=parts.get(CONVERTED, b""),
    )


def differences(here: dict[str, Any], there: dict[str, Any], names: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """What two blanks say differently: (what, here, in the pack)."""
    return tuple(
        (name, str(here.get(name, "")), str(there.get(name, "")))
        for name in names
        if str(here.get(name, "")) != str(there.get(name, ""))
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_FACT:
        raise ValueError
    return value

"""The files behind the enclosures of a draft: read once, checked, and put together by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.errors import Problem, UserError
from app.forms.enclosures import MAX_BYTES, arrangement_of, read_enclosure, shown_name
from app.forms.fonts import Family, FontSet
from app.services.flows.answer_checks import LONGEST_MARK, characters
from app.services.flows.draft import Enclosure, Mark
from app.services.recipes import sha256_of
from app.services.stored_files import KeptFiles

MOST_BYTES = 200 * 1024 * 1024
"""Of all enclosures of one packet: they are kept inside the store."""

MEDIA_TYPES = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "webp": "image/webp",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "pdf": "application/pdf",
}
UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """One readable file: which enclosure of the draft it is, and what it holds."""

    place: int
    kind: str
    note: str
    name: str
    media_type: str
    pages: int
    sha256: str
    data: bytes
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class EnclosedFiles:
    """What could be read, in the draft's order, and what is wrong with the rest."""

    files: tuple[EnclosedFile, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    def by_kind(self) -> dict[str, tuple[EnclosedFile, ...]]:
        """Files of one kind together: both sides of a card are two files of one paper."""
        found: dict[str, tuple[EnclosedFile, ...]] = {}
        for file in self.files:
            found[file.kind] = (*found.get(file.kind, ()), file)
        return found

    def contents(self) -> Mapping[str, bytes]:
        """The bytes by SHA-256."""
        return {file.sha256: file.data for file in self.files}


class _Enclosing(Protocol):
    @property
    def enclosures(self) -> tuple[Enclosure, ...]: ...


def read_files(draft: _Enclosing, kept: KeptFiles = lambda _sha256: None) -> EnclosedFiles:
    """Read and check every file; nothing is raised, each failure is a problem of its enclosure.

    Args:
        draft: whose enclosures are read.
        kept: gives the files that the store holds.
    """
    files: list[EnclosedFile] = []
    problems: list[Problem] = []
    notes: list[Problem] = []
    total = 0
    for place, enclosure in enumerate(draft.enclosures):
        if not enclosure.file.strip():
            continue
        path = f"enclosures.{place}.file"
        try:
            data = _held(enclosure, kept) if enclosure.sha256 else read_bytes(Path(enclosure.file))
            total += len(data)
            if total > MOST_BYTES:
                raise UserError("flows.files_too_big", size=total >> 20, limit=MOST_BYTES >> 20)
            found = read_enclosure(data, Path(enclosure.file).name, arrangement_of(enclosure.kind))
        except UserError as error:
            problems.append(error.problem(path))
            if error.code == "flows.files_too_big":
                break
            continue
        notes += [Problem(path, note.code, note.facts) for note in found.notes]
        problems += [each.under(f"enclosures.{place}.mark.text") for each in _mark_problems(enclosure.mark)]
        media_type = MEDIA_TYPES.get(found.kind, UNKNOWN_TYPE)
        name = Path(enclosure.file).name
        files.append(
            EnclosedFile(
                place,
                enclosure.kind,
                enclosure.note,
                name,
                media_type,
                found.pages,
                sha256_of(data),
                data,
                enclosure.mark,
            )
        )
    return EnclosedFiles(tuple(files), tuple(problems), tuple(notes))


def _mark_problems(mark: Mark | None) -> Iterator[Problem]:
    """What keeps a copy's own mark from being written across it, said of no path yet."""
    if mark is None or not mark.written or any(characters(mark.text, LONGEST_MARK)):
        return  # what the answers' own check names is not said twice
    if missing := FontSet.shared().missing(mark.text, Family.SANS):
        yield Problem("", "packet.watermark_glyph", {"characters": tuple(missing)})


def _held(enclosure: Enclosure, kept: KeptFiles) -> bytes:
    data = kept(enclosure.sha256)
    if data is None:
        raise UserError("flows.kept_file_gone", file=shown_name(enclosure.file))
    return data


def media_type_of(data: bytes, name: str) -> str:
    """The media type that the content says; `application/octet-stream` for what cannot be printed."""
    try:
        return MEDIA_TYPES.get(read_enclosure(data, name).kind, UNKNOWN_TYPE)
    except UserError:
        return UNKNOWN_TYPE


def read_bytes(file: Path) -> bytes:
    """The file, or one byte more than an enclosure may have.

    Raises:
        UserError: `flows.no_file`, `flows.unreadable_file`.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UserError("flows.no_file", file=shown_name(file.name)) from None
    except (OSError, ValueError):  # ValueError: a name with a zero byte in it
        raise UserError("flows.unreadable_file", file=shown_name(file.name)) from None

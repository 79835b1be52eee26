"""Ways for files to come in by hand: dropped, pasted as files, as a picture, or as the words of a path."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

PATTERNS = "*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.bmp *.webp *.pdf"
ENDINGS = frozenset(pattern.removeprefix("*") for pattern in PATTERNS.split())
MOST_AT_ONCE = 50
_LONGEST_PATH = 1000


def has_files(data: QMimeData) -> bool:
    """Whether something that was dropped or copied holds a file, a picture, or a path to a file."""
    return data.hasImage() or bool(local_files(data))


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that were dropped or copied, each once; folders stand for the files in them.

    Words count where each line is the whole path of a file, as file managers copy it, in quotes or not.
    """
    named = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not named and not data.hasImage() and data.hasText():
        named = _paths_in(data.text())
    found: dict[Path, None] = {}
    for path in named:
        for each in _files_of(path):
            found[each] = None
    return list(found)[:MOST_AT_ONCE]


def picture_of(data: QMimeData) -> tuple[str, bytes] | None:
    """A copied picture as PNG with a name by the clock, None where none is there."""
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call refuses them
    buffer.close()
    return f"粘贴_{datetime.now(UTC).astimezone():%Y%m%d_%H%M%S}.png", bytes(held.data())


def _paths_in(text: str) -> list[Path]:
    """The files that lines of text name; none where one line names none, for then the text is about something else."""
    lines = [line.strip().strip("\"'“”") for line in text.splitlines() if line.strip()]
    paths = []
    for line in lines[:MOST_AT_ONCE]:
        if len(line) > _LONGEST_PATH or "\0" in line:
            return []
        path = Path(QUrl(line).toLocalFile() if line.startswith("file:") else line)
        try:
            if not path.is_absolute() or not path.is_file():
                return []
        except OSError:
            return []
        paths.append(path)
    return paths


def _files_of(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        inside = [each for each in path.iterdir() if each.suffix.lower() in ENDINGS and each.is_file()]
    except OSError:
        return [path]
    return sorted(inside, key=lambda each: _by_number(each.name))


def _by_number(name: str) -> list[tuple[int, str]]:
    """`page2` before `page10`."""
    return [(int(part), "") if part.isdigit() else (-1, part.casefold()) for part in re.split(r"(\d+)", name)]

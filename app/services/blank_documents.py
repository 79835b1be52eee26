"""Word documents as PDF, through LibreOffice where it is installed; nothing of the document is run, nothing is fetched."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from app.errors import UserError

PROGRAMS = ("soffice", "libreoffice")
LONGEST = 120.0
"""Seconds; a first start makes a profile, which takes some."""
_ENDINGS = frozenset({".doc", ".docx", ".odt", ".fodt", ".rtf", ".wps"})
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOWHERE = "http://127.0.0.1:9"


def office_type(data: bytes, file_name: str) -> str:
    """The media type of a text document, by what it holds; its name decides only between WPS and Word."""
    if data.startswith(b"{\\rtf"):
        return "application/rtf"
    if data.startswith(b"PK\x03\x04"):
        text = b"word/document.xml" in data
        return _DOCX if text else "application/vnd.oasis.opendocument.text"
    if data[:200].lstrip().startswith(b"<?xml"):
        return "application/vnd.oasis.opendocument.text-flat-xml"
    return "application/vnd.ms-works" if file_name.lower().endswith(".wps") else "application/msword"


def can_convert() -> bool:
    """Whether LibreOffice is there."""
    return _program() is not None


def as_pdf(data: bytes, file_name: str) -> bytes:
    """The document as LibreOffice lays it out.

    Raises:
        UserError: `blanks.office` without LibreOffice, `blanks.office_failed` when it makes no PDF of it.
    """
    program = _program()
    if program is None:
        raise UserError("blanks.office")
    ending = Path(file_name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="blank-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "document" + (ending if ending in _ENDINGS else ".docx"))
        source.write_bytes(data)
        # A profile of its own: no macros, no running window that would answer instead, no traces.
        profile = Path(folder, "profile").as_uri()
        # Linked pictures would be fetched: the proxy leads nowhere.
        surroundings = {**os.environ, "http_proxy": _NOWHERE, "https_proxy": _NOWHERE, "HOME": folder}
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo", "--convert-to",
                   "pdf:writer_pdf_Export", "--outdir", folder, str(source)]  # fmt: skip
        try:
            subprocess.run(command, env=surroundings, capture_output=True, timeout=LONGEST, check=False, cwd=folder)
            return source.with_suffix(".pdf").read_bytes()
        except (subprocess.TimeoutExpired, OSError) as error:
            raise UserError("blanks.office_failed") from error


def _program() -> str | None:
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)

"""The files inside the store: the same bytes are kept once, and as long as something needs them.

An enclosure of a case needs its file, so does a half-made wizard, and so does a paper that is to be printed again.
What reads pictures is loaded only where a file comes in: the program looks here at every start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, cast, delete, exists, select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.models.document import Document
from app.models.draft import Draft
from app.models.material import FileOrigin, Material, StoredFile

KeptFiles = Callable[[str], bytes | None]
"""The bytes of a file by its SHA-256 (hex); None where the store does not hold it."""


SPARED = timedelta(days=1)
"""How long a file that came in is safe from sweeping: a wizard keeps a picture first and says a moment later that it does."""


def keep_file(session: Session, name: str, media_type: str, data: bytes) -> StoredFile:
    """The row of these bytes, made where the store does not hold them yet. `name` comes without personal numbers.

    Bytes that come in again count as having come just now.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    known = session.scalars(select(StoredFile).where(StoredFile.sha256 == sha256)).first()
    if known is not None:
        known.created_at = utc_now()
        return known
    made = StoredFile(sha256=sha256, media_type=media_type, name=name[:255], size=len(data), data=data)
    session.add(made)
    session.flush()
    return made


def kept_file(session: Session, sha256: str) -> bytes | None:
    """The bytes of a file, None where the store does not hold it."""
    return session.scalar(select(StoredFile.data).where(StoredFile.sha256 == sha256))


def hashes_of(answers: Mapping[str, Any]) -> frozenset[str]:
    """The stored files that a wizard's answers (plain values) hold."""
    enclosures = answers.get("enclosures", ())
    if not isinstance(enclosures, (list, tuple)):
        return frozenset()
    return frozenset(str(each["sha256"]) for each in enclosures if isinstance(each, Mapping) and each.get("sha256"))


def drop_unused(session: Session, hashes: Iterable[str], *, even_for_papers: bool = False) -> int:
    """Remove those of these files that nothing needs any more, and say how many; what was not written yet is, first.

    Args:
        session: the transaction.
        hashes: SHA-256 (hex) of the files.
        even_for_papers: papers made from a file do not keep it: the time of the desk's rule is over.
    """
    session.flush()
    in_drafts: frozenset[str] | None = None
    dropped = 0
    waiting = sorted(set(hashes))
    while waiting:
        sha256 = waiting.pop()
        file_id = session.scalar(select(StoredFile.id).where(StoredFile.sha256 == sha256))
        if file_id is None or session.scalar(select(exists().where(Material.file_id == file_id))):
            continue
        if in_drafts is None:
            in_drafts = frozenset().union(*(hashes_of(each) for each in session.scalars(select(Draft.answers))))
        if (
            sha256 in in_drafts
            or _made_into(session, sha256)
            or not (even_for_papers or not _on_paper(session, sha256))
        ):
            continue
        # What it was made from was kept for its sake alone.
        waiting += _sources(session, file_id)
        session.execute(delete(StoredFile).where(StoredFile.id == file_id))
        dropped += 1
    return dropped


def sweep(session: Session, now: datetime) -> int:
    """Remove every file that nothing needs: enclosures that were removed and can no longer be brought back. How many.

    What came in within `SPARED` stays for now: somebody may have it in hand whose draft is not saved yet.
    """
    held = exists().where(Material.file_id == StoredFile.id)
    waiting = select(StoredFile.sha256).where(~held, StoredFile.created_at < now - SPARED)
    return drop_unused(session, session.scalars(waiting).all())


def _on_paper(session: Session, sha256: str) -> bool:
    """Whether a paper is printed from this file."""
    return bool(session.scalar(select(exists().where(cast(Document.recipe, String).contains(sha256)))))


def _made_into(session: Session, sha256: str) -> bool:
    """Whether another kept file was made from this one: a straightened picture keeps its original."""
    return bool(session.scalar(select(exists().where(cast(FileOrigin.steps, String).contains(sha256)))))


def sources_of(session: Session, hashes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What files were made from, by their SHA-256; those that came as they are stand not in it."""
    query = select(StoredFile.sha256, FileOrigin.steps).join(FileOrigin, FileOrigin.file_id == StoredFile.id)
    found = session.execute(query.where(StoredFile.sha256.in_(list(hashes))))
    return {sha256: tuple(str(each["sha256"]) for each in steps.get("sources", ())) for sha256, steps in found}


def _sources(session: Session, file_id: int) -> list[str]:
    steps = session.scalar(select(FileOrigin.steps).where(FileOrigin.file_id == file_id)) or {}
    return [str(each["sha256"]) for each in steps.get("sources", ())]

"""Which enclosures came into a case after its newest packet was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.audit_event import AuditEvent
from app.models.document import Document
from app.models.material import Material, StoredFile

PACKET_KIND = "packet"


def newest_packet(documents: Sequence[Document]) -> Document | None:
    """The packet made last."""
    return max((each for each in documents if each.kind == PACKET_KIND), key=lambda each: each.id, default=None)


def newer_materials(
    session: Session, materials: Sequence[Material], documents: Sequence[Document]
) -> tuple[Material, ...]:
    """What was taken in after the newest packet and is not in it; what the agent left out before is not asked for again."""
    packet = newest_packet(documents)
    held = {each.file_id: each for each in materials if each.file_id is not None}
    if packet is None or not held:
        return ()
    taken_in = select(AuditEvent.record_id).where(
        AuditEvent.record == "material",
        AuditEvent.action == "import",
        AuditEvent.record_id.in_([each.id for each in held.values()]),
        AuditEvent.at > packet.made_at,
    )
    late = set(session.scalars(taken_in))
    if not late:
        return ()
    inside = hashes_of_recipe(packet.recipe)
    hashes = session.execute(select(StoredFile.id, StoredFile.sha256).where(StoredFile.id.in_(held))).all()
    lacking = {file_id for file_id, sha256 in hashes if sha256 not in inside}
    return tuple(each for each in materials if each.id in late and each.file_id in lacking)


def hashes_of_recipe(recipe: Mapping[str, Any]) -> frozenset[str]:
    """The files that a kept recipe holds."""
    return frozenset(sha256 for paper in recipe.get("enclosures", ()) for sha256 in paper.get("files", ()))

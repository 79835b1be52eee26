"""The enclosures that a case has received, handed to the wizard that makes its papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.material import Material, StoredFile
from app.rules.case_states import OTHER_KIND
from app.services.flows.draft import Enclosure
from app.services.stored_files import sources_of

STRAIGHTENED = "（拉正）"
JOINED = "（合并）"
"""What the title of a copy ends with that was made from pictures of the case and goes out in their place."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A received enclosure; `replaced` when a straightened copy of it, or a file it was joined into, stands for it."""

    kind: str
    title: str
    name: str
    sha256: str
    replaced: bool = False

    def enclosure(self, kind: str = "") -> Enclosure:
        """As an enclosure of a wizard's answers, of another kind where one is given."""
        return Enclosure(kind=kind or self.kind, file=self.name, sha256=self.sha256)


def files_of_case(session: Session, case_id: int) -> tuple[CaseFile, ...]:
    """What the case has received and still has, in the order in which it came."""
    query = (
        select(Material.kind, Material.title, StoredFile.name, StoredFile.sha256)
        .join(StoredFile, StoredFile.id == Material.file_id)
        .where(Material.case_id == case_id)
        .order_by(Material.id)
    )
    found = [CaseFile(*row) for row in session.execute(query)]
    sources = sources_of(session, [each.sha256 for each in found])
    replaced = {source for made_from in sources.values() for source in made_from}
    return tuple(replace(each, replaced=each.sha256 in replaced) for each in found)


def handed_over(files: Sequence[CaseFile], kinds: Mapping[str, str]) -> tuple[Enclosure, ...]:
    """The enclosures that a flow begins with: all of its kinds but what copies stand for and what no rule asks for."""
    return tuple(
        each.enclosure() for each in files if each.kind in kinds and each.kind != OTHER_KIND and not each.replaced
    )

"""Files made from files that came: a picture straightened, several joined; the originals stay as long as what was made.

What was done is kept as plain values with the file that was made, so that anybody can make it again from the originals
and get the same bytes, or straighten the original anew from where the last one stopped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.forms.join import Sheet, join_sheets
from app.forms.placement import Arrangement
from app.forms.straighten import PictureRecipe, straightened
from app.models.material import FileOrigin, StoredFile
from app.services.stored_files import kept_file

VERSION = 1


@dataclass(frozen=True, slots=True)
class Source:
    """One file that something was made from.

    Attributes:
        sha256: of the file as it came.
        name: for messages, without personal numbers.
        recipe: how its picture was straightened; None where it goes in as it is.
        arrangement: how it stands on its page; of joined files only.
    """

    sha256: str
    name: str
    recipe: PictureRecipe | None = None
    arrangement: Arrangement = Arrangement.PAGE


@dataclass(frozen=True, slots=True)
class Steps:
    """What was done: one picture straightened (`joined` is None), or several joined under that title."""

    sources: tuple[Source, ...]
    joined: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store."""
        sources = [
            {
                "sha256": each.sha256,
                "name": each.name,
                "recipe": each.recipe.to_json() if each.recipe else None,
                "arrangement": each.arrangement.value,
            }
            for each in self.sources
        ]
        return {"version": VERSION, "joined": self.joined, "sources": sources}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Steps:
        """What `to_json` gave.

        Raises:
            UserError: `cases.recipe_damaged` for anything else.
        """
        try:
            if kept["version"] != VERSION:
                raise UserError("cases.recipe_damaged")
            sources = tuple(
                Source(
                    each["sha256"],
                    each["name"],
                    PictureRecipe.from_json(each["recipe"]) if each["recipe"] else None,
                    Arrangement(each["arrangement"]),
                )
                for each in kept["sources"]
            )
            return cls(sources, kept["joined"])
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("cases.recipe_damaged") from error


def make(steps: Steps, contents: Sequence[bytes]) -> bytes:
    """Do the steps to the files, given in the order of the sources; same files and steps, same bytes.

    Raises:
        UserError: as `straighten.straightened` and `join.join_sheets`.
    """
    made = [
        straightened(data, source.name, source.recipe).jpeg if source.recipe else data
        for source, data in zip(steps.sources, contents, strict=True)
    ]
    if steps.joined is None:
        return made[0]
    sheets = [Sheet(source.name, data, source.arrangement) for source, data in zip(steps.sources, made, strict=True)]
    return join_sheets(sheets, title=steps.joined)


def note_origin(session: Session, file: StoredFile, steps: Steps) -> None:
    """Keep how a file was made; noted once, the first way stands."""
    known = session.scalars(select(FileOrigin).where(FileOrigin.file_id == file.id)).first()
    if known is None:
        session.add(FileOrigin(file_id=file.id, steps=steps.to_json()))


def steps_of(session: Session, sha256: str) -> Steps | None:
    """How a file was made; None for one that came as it is."""
    query = select(FileOrigin.steps).join(StoredFile, StoredFile.id == FileOrigin.file_id)
    kept = session.scalar(query.where(StoredFile.sha256 == sha256))
    return None if kept is None else Steps.from_json(kept)


def originals(session: Session, steps: Steps) -> list[bytes]:
    """The files that something was made from, in the order of the sources.

    Raises:
        UserError: `cases.original_gone`.
    """
    found = [kept_file(session, each.sha256) for each in steps.sources]
    whole = [each for each in found if each is not None]
    if len(whole) < len(found):
        raise UserError("cases.original_gone")
    return whole

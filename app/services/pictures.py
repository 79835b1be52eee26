"""Pictures in an agent's hands: opened for straightening with a first guess, looked at while corners move, kept.

Views meet pictures here: plain pixels go out, recipes come in. What is kept is the original, what was made from it, and
how (`made_files`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from PIL import Image
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.forms.corner_finder import find_corners
from app.forms.enclosures import read_enclosure, shown_name
from app.forms.images import small_image
from app.forms.placement import Arrangement
from app.forms.print_lines import Lying
from app.forms.quad import WHOLE, Corners, Point, Shape
from app.forms.straighten import PictureRecipe, Suggestion, flattened, suggested
from app.models.material import StoredFile
from app.services.enclosed_files import media_type_of, read_bytes
from app.services.flows.draft import Enclosure
from app.services.made_files import Source, Steps, make, note_origin, originals, steps_of
from app.services.recipes import sha256_of
from app.services.stored_files import keep_file, kept_file

__all__ = [
    "WHOLE", "Corners", "Joined", "KeptFile", "Lying", "PictureInHand", "PictureRecipe", "Pictures", "Pixels", "Point",
    "Shape", "Source", "Suggestion", "open_picture", "to_join",
]  # fmt: skip

SHOWN_SIDE = 2400
"""Pixels on the long side of the picture that corners are set on: enough for a loupe."""
THUMB_SIDE = 160
TRIED_SIDE = 1100
"""Pixels on the long side of the copy that the live result is made from."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture to show: 8-bit red, green, blue, rows without gaps."""

    width: int
    height: int
    rgb: bytes

    @classmethod
    def of(cls, image: Image.Image) -> Pixels:
        """From a grey or RGB picture."""
        return cls(image.width, image.height, image.convert("RGB").tobytes())


class PictureInHand:
    """A picture that came, opened: the original, its first guess, and how it was straightened the last time."""

    def __init__(self, name: str, data: bytes, kind: str, guess: Suggestion, recipe: PictureRecipe) -> None:
        self.name = name
        self.data = data
        self.guess = guess
        self.recipe = recipe
        shown = small_image(data, kind, SHOWN_SIDE)
        self.shown = Pixels.of(shown)
        shown.thumbnail((TRIED_SIDE, TRIED_SIDE), Image.Resampling.BOX, reducing_gap=None)
        self._tried = shown

    def tried(self, recipe: PictureRecipe) -> Pixels:
        """What a recipe makes of it, small; from any thread.

        Raises:
            UserError: `cases.corners_unsound`.
        """
        return Pixels.of(flattened(self._tried, recipe))

    def found(self) -> Corners | None:
        """The corners as the program finds them, None where it does not."""
        return self.guess.recipe.corners if self.guess.found else find_corners(self._tried)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that the store holds: its hash, and its name for a list."""

    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """One file that is to be joined: a picture as its recipe has it, or a PDF as it is (`recipe` None).

    `thumb` is small; the bytes are kept, decoded pictures are not, so that fifty photos take no more than their files.
    """

    name: str
    data: bytes
    recipe: PictureRecipe | None
    thumb: Pixels | None
    pages: int

    @property
    def is_card(self) -> bool:
        """Whether it is printed as a card, at its true size."""
        return self.recipe is not None and self.recipe.shape is Shape.CARD

    def source(self, *, two_to_a_page: bool = False) -> Source:
        """How it goes into the joined file: cards two to a page, the rest as asked."""
        arrangement = Arrangement.CARD if self.is_card else Arrangement.PAIR if two_to_a_page else Arrangement.PAGE
        return Source(sha256_of(self.data), self.name, self.recipe, arrangement)


def to_join(name: str, data: bytes, paper_kind: str = "", *, recipe: PictureRecipe | None = None) -> Joined:
    """A file to be joined, a picture with its first guess where no recipe is given. No store is needed.

    Raises:
        UserError: as `enclosures.read_enclosure`; `cases.corners_unsound`.
    """
    file = read_enclosure(data, name)
    if file.kind == "pdf":
        return Joined(shown_name(name), data, None, None, file.pages)
    if file.pages > 1:  # a scan of several pages: a recipe would do only the first
        return Joined(shown_name(name), data, None, Pixels.of(small_image(data, file.kind, THUMB_SIDE)), file.pages)
    chosen = recipe or suggested(data, file.kind, paper_kind).recipe
    thumb = flattened(small_image(data, file.kind, 3 * THUMB_SIDE), chosen)
    thumb.thumbnail((THUMB_SIDE, THUMB_SIDE), Image.Resampling.BOX, reducing_gap=None)
    return Joined(shown_name(name), data, chosen, Pixels.of(thumb), 1)


def open_picture(name: str, data: bytes, paper_kind: str = "", *, recipe: PictureRecipe | None = None) -> PictureInHand:
    """Open a picture, without a store.

    Raises:
        UserError: `cases.not_a_picture` for a PDF; as `enclosures.read_enclosure`.
    """
    kind = read_enclosure(data, name).kind
    if kind == "pdf":
        raise UserError("cases.not_a_picture", title=shown_name(name))
    guess = suggested(data, kind, paper_kind)
    return PictureInHand(shown_name(name), data, kind, guess, recipe or guess.recipe)


class Pictures:
    """Opens pictures that the store holds and keeps what is made of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, name: str, data: bytes, paper_kind: str = "") -> PictureInHand:
        """Open a picture; one that was straightened before opens as the original it was made from, as it was left.

        Raises:
            UserError: as `open_picture`.
        """
        with self._database.read() as session:
            name, data, recipe = _original_of(session, name, data)
        return open_picture(name, data, paper_kind, recipe=recipe)

    def read(self, enclosure: Enclosure) -> bytes:
        """The bytes of a draft's enclosure: from the store, or from where it lies.

        Raises:
            UserError: `flows.no_file`, `flows.unreadable_file`.
        """
        if enclosure.sha256:
            with self._database.read() as session:
                data = kept_file(session, enclosure.sha256)
            if data is not None:
                return data
        return read_bytes(Path(enclosure.file))

    def open_enclosure(self, enclosure: Enclosure) -> PictureInHand:
        """Open the picture of a draft's enclosure.

        Raises:
            UserError: as `read` and `open_picture`.
        """
        return self.open(Path(enclosure.file).name, self.read(enclosure), enclosure.kind)

    def keep(self, name: str, data: bytes) -> KeptFile:
        """Keep a file that lies nowhere: a picture that was pasted.

        Raises:
            UserError: as `enclosures.read_enclosure`.
        """
        read_enclosure(data, name)
        with self._database.transaction() as session:
            file = keep_file(session, shown_name(name), media_type_of(data, name), data)
            return KeptFile(file.sha256, shown_name(name))

    def keep_straightened(self, picture: PictureInHand, recipe: PictureRecipe) -> KeptFile:
        """Make it, and keep it with its original.

        Raises:
            UserError: as `straighten.straightened`.
        """
        steps = Steps((Source(sha256_of(picture.data), picture.name, recipe),))
        return self._keep(steps, [picture.data], straightened_name(picture.name))

    def keep_joined(self, sources: Sequence[tuple[Source, bytes]], title: str) -> KeptFile:
        """Make one PDF of several, and keep it with its originals.

        Raises:
            UserError: as `join.join_sheets`.
        """
        steps = Steps(tuple(source for source, _ in sources), joined=title)
        return self._keep(steps, [data for _, data in sources], f"{title}.pdf")

    def made_again(self, sha256: str) -> bytes:
        """A kept file made anew from its originals.

        Raises:
            UserError: `flows.no_such_record` for one that came as it is; `cases.original_gone`.
        """
        with self._database.read() as session:
            steps = steps_of(session, sha256)
            if steps is None:
                raise UserError("flows.no_such_record")
            contents = originals(session, steps)
        return make(steps, contents)

    def _keep(self, steps: Steps, contents: Sequence[bytes], name: str) -> KeptFile:
        made = make(steps, contents)
        with self._database.transaction() as session:
            return KeptFile(keep_made(session, steps, contents, name, made).sha256, name)


def straightened_name(name: str) -> str:
    """What a straightened picture is called."""
    return f"{PurePath(name).stem}_拉正.jpg"


def keep_made(session: Session, steps: Steps, contents: Sequence[bytes], name: str, made: bytes) -> StoredFile:
    """Keep a file that was made, its originals, and how; the row of the made one."""
    for source, data in zip(steps.sources, contents, strict=True):
        keep_file(session, source.name, media_type_of(data, source.name), data)
    file = keep_file(session, shown_name(name), media_type_of(made, name), made)
    note_origin(session, file, steps)
    return file


def _original_of(session: Session, name: str, data: bytes) -> tuple[str, bytes, PictureRecipe | None]:
    """Where a picture was straightened from one original that is still there: that original and the recipe."""
    steps = steps_of(session, sha256_of(data))
    if steps is None or steps.joined is not None or len(steps.sources) != 1:
        return name, data, None
    try:
        [original] = originals(session, steps)
    except UserError:
        return name, data, None
    source = steps.sources[0]
    return source.name, original, source.recipe

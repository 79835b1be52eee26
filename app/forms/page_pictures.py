"""Pictures as they go onto paper: decoded once, encoded once, and remembered by content for the next page or packet.

A packet is checked, previewed, checked again and made; decoding its photos each time would take most of that. What is
remembered are the small JPEGs of the pages, never decoded pictures, and no more than `MOST_HELD` bytes of them.
Remembered or not, the bytes are the same.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from PIL import Image

from app.forms.images import ImageInfo, PaperImage, for_paper, natural_size, upright_images
from app.forms.placement import Arrangement, Placement, place_picture

MOST_HELD = 24 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One picture of a file, ready for the page: how big it is by itself, in points, and as it is printed."""

    natural: tuple[float, float]
    paper: PaperImage


@dataclass(frozen=True, slots=True)
class FilePictures:
    """All pictures of one file, and what the first one is."""

    info: ImageInfo
    pictures: tuple[PagePicture, ...]

    @property
    def size(self) -> int:
        """Bytes held."""
        return sum(len(each.paper.jpeg) for each in self.pictures)


_Key = tuple[str, bool, Arrangement]
_held: OrderedDict[_Key, FilePictures] = OrderedDict()
_lock = threading.Lock()


def page_pictures(
    data: bytes, kind: str, sha256: str, arrangement: Arrangement, *, upright: bool = True
) -> FilePictures:
    """The pictures of a file as this arrangement prints them; each decoded picture is let go before the next is.

    Args:
        data: the file.
        kind: as its first bytes say.
        sha256: of the file.
        arrangement: how big a picture is on its page.
        upright: turn pictures as their EXIF orientation says.

    Raises:
        UserError: as `images.read_image`.
    """
    key = (sha256, upright, arrangement)
    with _lock:
        if key in _held:
            _held.move_to_end(key)
            return _held[key]
    pictures: list[PagePicture] = []
    first: tuple[int, int, float | None] = (0, 0, None)
    for image, dpi in upright_images(data, kind, upright):
        if not pictures:
            first = (image.width, image.height, dpi)
        natural = natural_size(image.width, image.height, dpi)
        pictures.append(PagePicture(natural, encoded(image, place_picture(natural, arrangement))))
    made = FilePictures(ImageInfo(kind, *first, len(pictures)), tuple(pictures))
    with _lock:
        _held[key] = made
        while _held and sum(each.size for each in _held.values()) > MOST_HELD:
            _held.popitem(last=False)
    return made


def encoded(image: Image.Image, placement: Placement) -> PaperImage:
    """A decoded picture for its place on the page."""
    box = placement.box
    return for_paper(image, *((box.height, box.width) if placement.turned else (box.width, box.height)))

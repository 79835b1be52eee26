"""Pictures of papers, as people send them: told by content, checked, turned upright, made ready for a page.

Only the decoder of the format found is ever called, and only after its size is known to be sane, so a small
file that unpacks to gigabytes is refused before it does. What goes onto paper is encoded anew: place and
camera data of the phone (EXIF, GPS, XMP) stay behind, and same picture means same bytes.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PIL import BmpImagePlugin, Image, ImageFile, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from app.errors import UserError

MAX_PIXELS = 100_000_000
MAX_FRAMES = 100
MAX_TOTAL_PIXELS = 1_000_000_000
"""Over all pictures of one file: a hundred scanned pages have nine hundred million."""
MAX_SCANS = 200
"""A progressive JPEG with more passes than this was made to keep a decoder busy."""
LEAST_DPI = 60
MOST_DPI = 1200
"""What a file says of its own resolution is believed between these; phones write 72 for nothing."""
ASSUMED_DPI = 96.0
PAGE_DPI = 300.0
"""No picture goes onto paper finer than this."""
JPEG_QUALITY = 86
ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture with that EXIF orientation upright (Exif 2.32, 4.6.4)."""
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What a picture file holds: its format, the size of its first picture once upright, its resolution."""

    kind: str
    width: int
    height: int
    dpi: float | None
    """As the file says it, None where it does not or cannot be believed."""
    frames: int


@dataclass(frozen=True, slots=True)
class PaperImage:
    """A picture ready for a page: a JPEG without metadata, grey or red-green-blue."""

    jpeg: bytes
    width: int
    height: int
    grey: bool


def image_kind(data: bytes) -> str | None:
    """The picture format that the first bytes show: jpeg, png, tiff, bmp, webp, heic; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith((b"II*\x00", b"MM\x00*")):
        return "tiff"
    if data.startswith(b"BM"):
        return "bmp"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "heic"
    return None


def read_image(data: bytes, kind: str) -> ImageInfo:
    """Decode every picture of the file once, so that what is accepted can also be printed.

    Raises:
        UserError: `packet.image_damaged`, `packet.image_too_big`, `packet.image_empty`, `packet.too_many_pages`.
    """
    width = height = frames = 0
    dpi = None
    for frame in _frames(data, kind):
        with _decoding():
            frame.load()
            if not frames:
                width, height = _upright_size(frame)
                dpi = _dpi(frame)
        frames += 1
    return ImageInfo(kind, width, height, dpi, frames)


def natural_size(width: int, height: int, dpi: float | None) -> tuple[float, float]:
    """How big a picture is by itself, in points."""
    points = 72.0 / (dpi or ASSUMED_DPI)
    return width * points, height * points


def upright_images(data: bytes, kind: str, upright: bool = True) -> Iterator[tuple[Image.Image, float | None]]:
    """Every picture of the file, turned as its EXIF orientation says, grey or RGB on white, with its dpi.

    A picture holds until the next is asked for.
    """
    for frame in _frames(data, kind):
        with _decoding():
            frame.load()
            dpi = _dpi(frame)
            turned = _turned(frame) if upright else frame
            plain = _on_white(turned)
        yield plain, dpi


def small_image(data: bytes, kind: str, side: int) -> Image.Image:
    """The first picture of a file, upright as `upright_images` gives it, no more than `side` pixels long: to look at.

    A JPEG is decoded at the size next above, so that a photo of fifty million pixels takes the memory of one of three.

    Raises:
        UserError: as `read_image`.
    """
    frame = next(_frames(data, kind))
    with _decoding():
        if isinstance(frame, JpegImagePlugin.JpegImageFile):
            frame.draft(None, (side, side))
        frame.load()
        if frame.mode in {"RGB", "L"}:  # others change their values when they are made smaller: palettes, 16 bits
            frame.thumbnail((side, side), Image.Resampling.BOX, reducing_gap=None)
        plain = _on_white(_turned(frame))
        plain.thumbnail((side, side), Image.Resampling.BOX, reducing_gap=None)
    return plain


def for_paper(image: Image.Image, width_points: float, height_points: float) -> PaperImage:
    """Encode a picture for the rectangle it is shown in, no finer than `PAGE_DPI`."""
    widest = max(1, round(width_points / 72.0 * PAGE_DPI))
    highest = max(1, round(height_points / 72.0 * PAGE_DPI))
    if image.width > widest * 1.05 and image.height > highest * 1.05:
        image = image.resize((widest, highest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    grey = image.mode == "L"
    image.info.clear()  # Pillow would write comments, colour profiles and camera data into the new file
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=JPEG_QUALITY, optimize=False, progressive=False, subsampling=0 if grey else 1)
    return PaperImage(stream.getvalue(), image.width, image.height, grey)


@contextmanager
def _decoding() -> Iterator[None]:
    """Around calls into a picture library: whatever it raises means that the file is damaged."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        raise UserError("packet.image_damaged") from error


def _frames(data: bytes, kind: str) -> Iterator[Image.Image]:
    """The pictures of a file one after the other, sizes checked, not yet decoded."""
    if kind == "heic":
        yield _heif(data)
        return
    if kind == "webp":
        _check_size(*_webp_size(data))
    if kind == "jpeg" and data.count(b"\xff\xda") > MAX_SCANS:
        raise UserError("packet.image_damaged")
    with _decoding():
        # The decoder's class, not Image.open: that warns through the process's warning filters about sizes.
        image: ImageFile.ImageFile = _DECODERS[kind](io.BytesIO(data))
    _check_size(image.width, image.height)
    total = image.width * image.height
    yield image
    if kind != "tiff":
        return
    for index in range(1, MAX_FRAMES + 1):
        try:
            with _decoding():
                image.seek(index)
        except UserError as error:
            if isinstance(error.__cause__, EOFError):
                return
            raise
        if index == MAX_FRAMES:
            raise UserError("packet.too_many_pages", limit=MAX_FRAMES)
        _check_size(image.width, image.height)
        total += image.width * image.height
        if total > MAX_TOTAL_PIXELS:
            raise UserError(
                "packet.image_too_big", width=image.width, height=image.height, limit=MAX_TOTAL_PIXELS // 1_000_000
            )
        yield image


_DECODERS: dict[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "jpeg": JpegImagePlugin.JpegImageFile,
    "png": PngImagePlugin.PngImageFile,
    "tiff": TiffImagePlugin.TiffImageFile,
    "bmp": BmpImagePlugin.BmpImageFile,
    "webp": WebPImagePlugin.WebPImageFile,
}


def _heif(data: bytes) -> Image.Image:
    """The main picture of a HEIC file; the library has turned it already and says so in its EXIF data."""
    import pi_heif  # late: 10 ms that few packets need

    with _decoding():
        file: Any = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
        width, height = file.size
    _check_size(width, height)
    with _decoding():
        image: Image.Image = file.to_pillow()
        image.info.pop("exif", None)
        return image


def _webp_size(data: bytes) -> tuple[int, int]:
    """The canvas of a WebP file, read before its decoder sets memory aside for it (RFC 9649, 2.5 to 2.7)."""
    with _decoding():
        chunk = data[12:16]
        if chunk == b"VP8X":
            return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        if chunk == b"VP8L":
            bits = struct.unpack_from("<I", data, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF


def _check_size(width: int, height: int) -> None:
    if width <= 0 or height <= 0:
        raise UserError("packet.image_empty")
    if width * height > MAX_PIXELS:
        raise UserError("packet.image_too_big", width=width, height=height, limit=MAX_PIXELS // 1_000_000)


def _dpi(image: Image.Image) -> float | None:
    """The file's own resolution, where it states one that paper could have."""
    try:
        dpi = float(image.info["dpi"][0])
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError):
        return None
    return dpi if LEAST_DPI <= dpi <= MOST_DPI and round(dpi) != 72 else None


def _orientation(image: Image.Image) -> int:
    """The EXIF orientation (1 to 8) of a decoded picture; 1 where the data is absent or broken."""
    try:
        return int(image.getexif().get(ORIENTATION_TAG, 1))
    except Exception:  # noqa: BLE001 - a broken note about a good picture does not spoil it
        return 1


def _upright_size(image: Image.Image) -> tuple[int, int]:
    sideways = _orientation(image) in {5, 6, 7, 8}
    return (image.height, image.width) if sideways else (image.width, image.height)


def _turned(image: Image.Image) -> Image.Image:
    method = _TURNS.get(_orientation(image))
    return image if method is None else image.transpose(method)


def _on_white(image: Image.Image) -> Image.Image:
    """Grey or RGB, with what was transparent white, as paper is."""
    if image.mode in {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}:
        return _eight_bit(image)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        paper = Image.new("RGB", layer.size, (255, 255, 255))
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    if image.mode in {"RGB", "L"}:
        return image  # a copy of fifty million pixels would take as much again
    return image.convert("L" if image.mode == "1" else "RGB")


def _eight_bit(image: Image.Image) -> Image.Image:
    """A deep grey picture brought to 256 steps; Pillow's own conversion cuts instead of scaling."""
    deep = image.convert("F")
    brightest = deep.getextrema()[1]
    if isinstance(brightest, float) and brightest > 255:
        deep = deep.point(lambda value: value * (255.0 / 65535.0) + 0.0)
    return deep.convert("L")

"""What every test stands on: no screen, no real keyring, no real user folders, no unnoticed warnings.

Nothing here starts Qt by itself; a test that wants it asks for `qtbot` or `qapp`.
"""

from __future__ import annotations

import io
import logging
import math
import os
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from PIL import Image, ImageChops, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from app.db.database import Database

ROOT = Path(__file__).resolve().parent.parent

# Two busy cores are shared by the test processes: how long an example takes says nothing about it.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows that the tests drive")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Runs before Qt loads."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The system's keyring belongs to whoever runs the tests: every access fails instead.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(scope="session", autouse=True)
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever asks for the user's folders gets empty ones of this run."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            own = folder / name.lower()
            own.mkdir(mode=0o700)
            patch.setenv(name, str(own))
        yield


class LogWatch(logging.Handler):
    """Collects warnings of our own loggers, told apart into expected and unexpected ones."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._expected: list[re.Pattern[str]] = []
        self._seen: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(record)

    def expect(self, pattern: str) -> None:
        """This test is to log a warning or error whose text matches; it fails without it."""
        self._expected.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        texts = [record.getMessage() for record in self._seen]
        absent = [each.pattern for each in self._expected if not any(map(each.search, texts))]
        surprises = [
            f"{record.name} {record.levelname}: {text}"
            for record, text in zip(self._seen, texts, strict=True)
            if not any(each.search(text) for each in self._expected)
        ]
        return [f"expected and not logged: {each}" for each in absent] + [f"logged: {each}" for each in surprises]


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    """A warning in the log that no one expected fails the test."""
    watch = LogWatch()
    logger = logging.getLogger("app")
    logger.addHandler(watch)
    yield watch
    logger.removeHandler(watch)
    complaints = watch.complaints()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(_log_watch: LogWatch) -> Callable[[str], None]:
    """`expect_log("pattern")`: the test is to log such a warning, and fails when it does not."""
    return _log_watch.expect


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return ROOT


STORE_KEY = bytes(range(32))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a fresh store under `STORE_KEY`: made once, because running the migrations takes its time."""
    from app.db.database import Database

    path = tmp_path_factory.mktemp("store") / "empty.store"
    Database.create(path, STORE_KEY).close()
    return path.read_bytes()


@pytest.fixture
def database(empty_store: bytes, tmp_path: Path) -> Iterator[Database]:
    """A store of its own for the test, open and empty: a real encrypted file."""
    from app.db.database import Database

    path = tmp_path / "beian.store"
    path.write_bytes(empty_store)
    opened = Database.open(path, STORE_KEY)
    yield opened
    opened.close()


class Photographer:
    """Photographs demo pictures on a table, as a telephone sees them: from an angle, in uneven light, with noise.

    Noise is drawn from a fixed seed, so every run sees the same photo.
    """

    def __init__(self) -> None:
        self._taken: dict[object, Image.Image] = {}

    def corners(
        self, wide: float, high: float, *, tilt: float = 0.0, pan: float = 0.0, roll: float = 0.0, far: float = 1.6
    ) -> list[tuple[float, float]]:
        """Where the corners of a paper of this size fall, as fractions; angles in radians, a lens of 28 mm."""
        width, height = (1600, 1200) if wide >= high else (1200, 1600)
        found = []
        for x, y in ((-wide / 2, -high / 2), (wide / 2, -high / 2), (wide / 2, high / 2), (-wide / 2, high / 2)):
            x, y = x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll)
            y, z = y * math.cos(tilt), y * math.sin(tilt)
            x, z = x * math.cos(pan) + z * math.sin(pan), -x * math.sin(pan) + z * math.cos(pan)
            z += far * max(wide, high)
            found.append(((1280 * x / z + width / 2) / width, (1280 * y / z + height / 2) / height))
        return found

    def picture(
        self, name: str, corners: Sequence[tuple[float, float]], *, ground: str = "wood", upright: bool = False
    ) -> Image.Image:
        """The photo, 1600 × 1200, or upright 1200 × 1600; taken once."""
        key = (name, tuple(corners), ground, upright)
        if key not in self._taken:
            self._taken[key] = self._take(name, corners, ground, upright)
        return self._taken[key].copy()

    def _take(self, name: str, corners: Sequence[tuple[float, float]], ground: str, upright: bool) -> Image.Image:
        from app.forms.quad import perspective
        from app.services.demo_pictures import picture

        paper = Image.open(io.BytesIO(picture(name))).convert("RGB")
        size = (1200, 1600) if upright else (1600, 1200)
        points = [(x * size[0], y * size[1]) for x, y in corners]
        back = _inverted(perspective(points, paper.width, paper.height))
        how = (size, Image.Transform.PERSPECTIVE, back)
        mask = Image.new("L", paper.size, 255).transform(*how, Image.Resampling.BILINEAR)
        table = _table(size, ground)
        shadow = Image.new("L", size, 0)
        ImageDraw.Draw(shadow).polygon([(x + 12, y + 14) for x, y in points], fill=110)
        table.paste((0, 0, 0), mask=shadow.filter(ImageFilter.GaussianBlur(14)))
        table.paste(paper.transform(*how, Image.Resampling.BICUBIC), mask=mask)
        light = Image.linear_gradient("L").resize(size).point([255 - each * 80 // 255 for each in range(256)])
        lit = ImageChops.multiply(table, Image.merge("RGB", [light] * 3))
        tile = Image.frombytes("L", (200, 200), random.Random(7).randbytes(40_000)).point(
            [120 + each // 16 for each in range(256)]
        )
        noise = Image.new("L", size)
        for x in range(0, size[0], 200):
            for y in range(0, size[1], 200):
                noise.paste(tile, (x, y))
        return ImageChops.add(lit, Image.merge("RGB", [noise] * 3), scale=1, offset=-128)

    def jpeg(self, image: Image.Image, **options: Any) -> bytes:
        """A photo as a telephone keeps it."""
        stream = io.BytesIO()
        image.save(stream, "JPEG", **{"quality": 90, **options})
        return stream.getvalue()


def _table(size: tuple[int, int], ground: str) -> Image.Image:
    plain = {"wood": (120, 86, 58), "light": (205, 196, 180), "dark": (40, 42, 48), "cloth": (70, 90, 120)}[ground]
    table = Image.new("RGB", size, plain)
    pen, chance = ImageDraw.Draw(table), random.Random(3)
    if ground == "wood":
        for _ in range(60):
            y, step = chance.randrange(size[1]), chance.randrange(-18, 18)
            shade = (plain[0] + step, plain[1] + step, plain[2] + step)
            pen.line([(0, y), (size[0], y + chance.randrange(-60, 60))], fill=shade, width=chance.randrange(2, 14))
        return table.filter(ImageFilter.GaussianBlur(2))
    if ground == "cloth":
        for place in range(0, max(size), 40):
            pen.line([(place, 0), (place, size[1])], fill=(84, 104, 134), width=6)
            pen.line([(0, place), (size[0], place)], fill=(60, 80, 108), width=6)
    return table


def _inverted(forth: Sequence[float]) -> list[float]:
    a, b, c, d, e, f, g, h = forth
    i = 1.0
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    flat = [value / rows[2][2] for row in rows for value in row]
    return flat[:8]


@pytest.fixture(scope="session")
def photographer() -> Photographer:
    """Makes realistic photos of papers that do not exist."""
    return Photographer()

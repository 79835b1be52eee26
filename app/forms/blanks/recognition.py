"""Reads the words of a scanned page, where the extra `ocr` is installed; the models lie inside rapidocr's wheel.

Nothing is ever fetched: the models are named by their paths, and without them the scan stays without words. What was
read is a help for the first guess and never a value on paper: a reader takes rare characters for common ones and does
not say so. It wants a few hundred megabytes while it works, so callers run it in a process of its own.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PIL import Image

from app.errors import UserError
from app.forms.blanks.model import Rect

_PARTS = ("rapidocr", "onnxruntime", "cv2", "numpy")
_DETECTS, _READS = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
LEAST_SCORE = 0.6
"""Lines that the reader is less sure of are left out."""
FLAT = 0.86
"""Share of a line's height that its characters take; the reader frames them with some air."""


@lru_cache(maxsize=1)
def can_read_scans() -> bool:
    """Whether everything is here that reading needs; nothing is loaded for the answer."""
    if any(find_spec(each) is None for each in _PARTS):
        return False
    folder = _models()
    return all((folder / name).is_file() for name in (_DETECTS, _READS))


def words_on(picture: Image.Image, pixels_per_mm: float) -> tuple[tuple[str, Rect], ...]:
    """Each character that is read on a picture, with the room it takes in millimetres.

    Raises:
        UserError: `blanks.no_reader` without the extra.
    """
    if not can_read_scans():
        raise UserError("blanks.no_reader")
    import numpy

    found = _reader()(numpy.asarray(picture.convert("RGB")), return_word_box=True)
    if not found.word_results:
        return ()
    return tuple(_characters(found, pixels_per_mm))


def _characters(found: Any, pixels_per_mm: float) -> Iterator[tuple[str, Rect]]:
    for score, line in zip(found.scores, found.word_results, strict=True):
        if score < LEAST_SCORE:
            continue
        for text, _score, corners in line:
            xs = [float(x) / pixels_per_mm for x, _ in corners]
            ys = [float(y) / pixels_per_mm for _, y in corners]
            whole = Rect.between(min(xs), min(ys), max(xs), max(ys)).inset(0.0, (max(ys) - min(ys)) * (1 - FLAT) / 2)
            shown = [char for char in text if not char.isspace()]
            width = whole.width / max(len(shown), 1)
            for place, char in enumerate(shown):
                yield char, Rect(whole.x + place * width, whole.y, width, whole.height)


@lru_cache(maxsize=1)
def _reader() -> Any:
    import onnxruntime
    from rapidocr import RapidOCR

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    disable = getattr(onnxruntime, "disable_telemetry_events", None)
    if disable is not None:
        disable()
    folder = _models()
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "error",
            "Det.model_path": str(folder / _DETECTS),
            "Rec.model_path": str(folder / _READS),
            "EngineConfig.onnxruntime.intra_op_num_threads": min(4, os.cpu_count() or 1),
        }
    )


def _models() -> Path:
    spec = find_spec("rapidocr")
    return Path(spec.origin).parent / "models" if spec is not None and spec.origin else Path()

"""Qt calls that return nothing must not use up the references to None."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CALLS = """
import app.views
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["x", "-platform", "offscreen"])
widget = QWidget()
for _ in range(50_000):
    widget.update()
print("alive")
"""


def test_survives_more_calls_than_none_has_references() -> None:
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", CALLS], cwd=root, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "alive", done.stderr[-400:]

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only here a session can be without a screen")
def test_without_a_display_the_window_says_so(repository: Path, tmp_path: Path) -> None:
    away = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    plain = {name: value for name, value in os.environ.items() if name not in away}
    ended = subprocess.run(
        [sys.executable, "main.py", "--data-dir", str(tmp_path / "data")],
        cwd=repository,
        env=plain | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "main.py demo" in ended.stderr
    assert not (tmp_path / "data").exists()

"""Set-up in a clone of its own: makes the environment, returns at once afterwards, notices a changed lock file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EMPTY_LOCK = "# nothing to install\n"


@pytest.fixture
def clone(tmp_path: Path, repository: Path) -> Path:
    (tmp_path / "tools").mkdir()
    shutil.copy(repository / "tools" / "setup.py", tmp_path / "tools")
    for name in ("requirements.lock", "requirements-ocr.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(EMPTY_LOCK, encoding="utf-8")
    return tmp_path


def set_up(clone: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(clone / "tools" / "setup.py"), *options]
    return subprocess.run(command, cwd=clone.parent, capture_output=True, text=True, check=False)


def test_set_up_from_nothing_again_and_after_a_change(clone: Path) -> None:
    first = set_up(clone)
    assert first.returncode == 0, first.stderr
    assert "Making .venv" in first.stdout

    again = set_up(clone)
    assert again.returncode == 0, again.stderr
    assert "Making" not in again.stdout
    assert "Installing the packages" not in again.stdout

    (clone / "requirements.lock").write_text(EMPTY_LOCK + "# changed\n", encoding="utf-8")
    changed = set_up(clone)
    assert changed.returncode == 0, changed.stderr
    assert "Making" not in changed.stdout
    assert "Installing the packages of requirements.lock" in changed.stdout

    # What the tests need holds what the program needs, not the other way round.
    assert "requirements-dev.lock" in set_up(clone, "--dev").stdout
    assert "Installing the packages" not in set_up(clone).stdout


def test_a_package_without_a_hash_is_refused_and_set_up_is_not_stamped(clone: Path) -> None:
    (clone / "requirements.lock").write_text("idna==3.20\n", encoding="utf-8")
    refused = set_up(clone)
    assert refused.returncode == 1
    assert "hash" in refused.stderr
    assert "Set-up stopped" in refused.stderr
    assert not (clone / ".venv" / "beian-desk-setup.json").exists()

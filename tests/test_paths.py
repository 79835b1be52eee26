from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.errors import UserError
from app.paths import Paths


def test_a_named_folder_moves_everything(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path / "elsewhere")
    for place in (paths.store, paths.settings, paths.log, paths.crash, paths.backups):
        assert place.is_relative_to(tmp_path / "elsewhere")


def test_without_a_name_it_is_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if sys.platform.startswith("linux"):
        assert Paths.of().data_dir == tmp_path / "BeianDesk"
    assert Paths.of().data_dir.is_absolute()


def test_folders_are_made_for_this_user_alone(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path / "a" / "b")
    paths.create()
    paths.create()
    assert paths.logs.is_dir()
    if sys.platform != "win32":
        assert paths.data_dir.stat().st_mode & 0o077 == 0


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Paths.of(tmp_path / "data").create()
    assert caught.value.code == "app.data_dir_unusable"


def test_copies_agree_on_a_name_that_says_nothing_of_the_folder(tmp_path: Path) -> None:
    name = Paths.of(tmp_path).instance_name
    assert name == Paths.of(tmp_path).instance_name != Paths.of(tmp_path / "other").instance_name
    assert tmp_path.name not in name

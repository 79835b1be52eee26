from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.settings import Settings, SettingsFile, to_toml, write_beside


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_defaults_hold_and_nothing_is_written(path: Path) -> None:
    assert SettingsFile(path).settings == Settings()
    assert not path.exists()


def test_changes_survive(path: Path) -> None:
    layouts = {"subjects": {"order": ["name", "province"], "hidden": [], "widths": {"name": 200}}}
    SettingsFile(path).change(language="en", lock_minutes=15, operator="示例坐席", layouts=layouts)
    again = SettingsFile(path)
    assert again.settings == Settings(language="en", lock_minutes=15, operator="示例坐席", layouts=layouts)
    assert again.set_aside is None and again.ignored == ()


def test_keys_of_a_newer_version_are_kept(path: Path) -> None:
    path.write_text('language = "zh"\nfuture = {deep = [1, 2.5, "三"]}\nsince = 2026-11-23\n', encoding="utf-8")
    SettingsFile(path).change(theme="dark")
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    assert kept == {
        "language": "zh",
        "theme": "dark",
        "future": {"deep": [1, 2.5, "三"]},
        "since": date(2026, 11, 23),
    }


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b'language = "zh"\nlanguage = "en"\n'])
def test_a_bad_file_is_set_aside_and_never_overwritten(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = SettingsFile(path)
    assert found.settings == Settings()
    assert found.set_aside == path.with_suffix(".toml.bad")
    found.change(language="en")
    assert found.set_aside.read_bytes() == content
    assert SettingsFile(path).settings.language == "en"


@pytest.mark.parametrize(
    "line",
    [
        "language = 'fr'",
        "theme = 3",
        "lock_minutes = -1",
        "lock_minutes = 7",
        "lock_minutes = true",
        "page = 3",
        "layouts = 'wide'",
    ],
)
def test_a_value_that_makes_no_sense_is_named_and_its_default_holds(path: Path, line: str) -> None:
    path.write_text(f'operator = "示例"\n{line}\n', encoding="utf-8")
    found = SettingsFile(path)
    assert found.settings == Settings(operator="示例")
    assert found.ignored == (line.split(" ", maxsplit=1)[0],)


def test_what_cannot_be_saved_holds_for_this_run(tmp_path: Path) -> None:
    found = SettingsFile(tmp_path / "absent" / "settings.toml")
    with pytest.raises(UserError) as caught:
        found.change(language="en")
    assert caught.value.code == "app.settings_not_saved"
    assert found.settings.language == "en"


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="disk full"):
        write_beside(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


plain = st.recursive(
    st.one_of(st.booleans(), st.integers(-(2**60), 2**60), st.text(st.characters(exclude_categories=("Cs",)))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text(st.characters(exclude_categories=("Cs",)), max_size=5), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8), plain, max_size=4))
def test_every_plain_value_reads_back(values: dict[str, object]) -> None:
    assert tomllib.loads(to_toml(values)) == values

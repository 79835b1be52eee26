"""Files handed to the user: whole or not there at all, under names that every system takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import UserError
from app.services.outputs import beside_and_replace, free_name, safe_name


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "纸.pdf"
    with beside_and_replace(target) as part:
        part.write_bytes(b"whole")
        assert not target.exists()
    assert [each.name for each in target.parent.iterdir()] == ["纸.pdf"] and target.read_bytes() == b"whole"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, UserError])
def test_what_breaks_off_leaves_the_old_file_and_nothing_beside(tmp_path: Path, failure: type[BaseException]) -> None:
    target = tmp_path / "纸.pdf"
    target.write_bytes(b"old")
    with pytest.raises(failure), beside_and_replace(target) as part:
        part.write_bytes(b"half")
        raise failure("flows.cannot_write")
    assert [each.name for each in tmp_path.iterdir()] == ["纸.pdf"] and target.read_bytes() == b"old"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "纸.pdf").mkdir()
    with pytest.raises(UserError) as caught, beside_and_replace(tmp_path / "纸.pdf") as part:
        part.write_bytes(b"x")
    assert caught.value.code == "flows.cannot_write"
    assert [each.name for each in tmp_path.iterdir()] == ["纸.pdf"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('注销/申请:"京".pdf', "注销_申请_京_.pdf"),
        ("con.pdf", "_con.pdf"),
        (" .. ", "_"),
        ("名" * 300 + ".pdf", "名" * 65 + ".pdf"),
        ("名" * 300, "名" * 66),
    ],
)
def test_names_are_taken_by_every_system(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_name_given_out_before_gets_a_counter_whatever_its_case() -> None:
    taken: set[str] = set()
    names = [free_name(name, taken) for name in ("a.pdf", "A.pdf", "a.pdf", "b", "b")]
    assert names == ["a.pdf", "A（2）.pdf", "a（3）.pdf", "b", "b（2）"]

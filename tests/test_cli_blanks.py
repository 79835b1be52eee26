"""Official blanks from the command line: add, list, check, export, import; the list of forms shows where each comes from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.program import main
from app.forms.blanks.recognition import can_read_scans

FOLDER = Path(__file__).resolve().parent / "data" / "blanks"
Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    words = tmp_path / "words.txt"
    words.write_text("a passphrase of this test 7\n", encoding="utf-8")

    def ran(*command: str, data: str = "one") -> int:
        options = ["--lang", "en", "--data-dir", str(tmp_path / data), "--passphrase-file", str(words)]
        return main([*options, *command])

    return ran


def add(run: Run, name: str, *more: str, data: str = "one") -> int:
    facts = ["--province", "粤", "--edition", "2026-03", "--title", "广东省ICP用户注销备案申请表"]
    return run("blank", "add", str(FOLDER / name), *facts, *more, data=data)


def test_a_blank_is_added_listed_checked_and_shown(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(run, "lo_table.pdf", "--issued", "2026-03-01", "--source", "the site", "--use") == 0
    assert "14 of them" in capsys.readouterr().out
    assert run("blank", "list", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["province"], row["state"], row["revision"], row["issued_on"]) == (
        "guangdong", "current", 1, "2026-03-01"
    )  # fmt: skip
    assert run("blank", "check", "--json") == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert report["errors"] == []
    assert run("forms", "--json") == 0
    found = [each for each in json.loads(capsys.readouterr().out) if each.get("province") == "guangdong"]
    assert found[0]["origin"] == "official blank"
    assert found[0]["sources"][0]["source"] == "the site"


@pytest.mark.skipif(not can_read_scans(), reason="needs the extra ocr")
def test_a_scan_is_not_put_to_use_before_somebody_has_looked_at_it(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(run, "scan.pdf", "--use") == 2
    assert "look at each" in capsys.readouterr().err
    assert run("blank", "list", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["state"] == "draft"


def test_packs_travel_and_conflicts_stop_them(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "blanks.zip"
    assert add(run, "lo_table.pdf", "--use") == 0
    assert run("blank", "export", "--out", str(pack)) == 0
    assert run("blank", "import", str(pack), data="two") == 0
    assert run("blank", "import", str(pack), "--json", data="two") == 0
    assert json.loads("{" + capsys.readouterr().out.rpartition("{")[2])["equal"] == 1
    assert add(run, "lo_pairs.pdf", data="three") == 0
    capsys.readouterr()
    assert run("blank", "import", str(pack), data="three") == 2
    assert "original_sha256" in capsys.readouterr().err
    assert run("blank", "import", str(pack), "--keep", "--json", data="three") == 0
    assert json.loads(capsys.readouterr().out)["kept"] == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [(("--issued", "soon"), "soon"), (("--mapping", "absent.json"), "absent.json"), (("--edition", "new"), "edition")],
)
def test_wrong_input_is_named(run: Run, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], said: str) -> None:
    assert add(run, "lo_table.pdf", *more) == 2
    assert said in capsys.readouterr().err

"""One letter from the command line: filled from a file, its schema, and what is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.cli import run

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "answers-letters.md").read_text("utf-8")
EXAMPLE = re.findall(r"```toml\n(# authorization-deregistration.*?)```", TEXT, re.DOTALL)[0]


def test_a_letter_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "letter.toml"
    answers.write_text(EXAMPLE, "utf-8")
    out = ["--answers", str(answers), "--out", str(tmp_path / "out")]
    assert run(["letter", "authorization-deregistration", *out, "--json"]) == 0
    done = capsys.readouterr()
    said = json.loads(done.out)
    assert Path(said["file"]).read_bytes().startswith(b"%PDF")
    assert (said["letter"], said["pages"]) == ("authorization-deregistration", 1)
    assert "法定代表人证件号码" in done.err


def test_the_schema_and_an_unknown_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["letter", "request-hollow-shandong", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["applicant_kind"]["enum"] == ["unit", "individual"]
    assert run(["letter", "nothing", "--schema"]) == 2
    assert "nothing" in capsys.readouterr().err


def test_wrong_answers_leave_no_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "letter.toml"
    answers.write_text(EXAMPLE.replace("110101190001010014", "110101190001010015"), "utf-8")
    out = ["--answers", str(answers), "--out", str(tmp_path / "out")]
    assert run(["--lang", "zh", "letter", "authorization-deregistration", *out]) == 2
    assert "校验位" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

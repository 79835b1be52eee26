"""Transfers and mailbox resets from the command line: prepare, schema, tables, and what a wrong flow is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.cli import run

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "answers-letters.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize(("flow", "example"), [("transfer", 0), ("mailbox-reset", 3)])
def test_a_packet_is_prepared(tmp_path: Path, capsys: pytest.CaptureFixture[str], flow: str, example: int) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(EXAMPLES[example], "utf-8")
    assert run(["prepare", flow, "--answers", str(answers), "--out", str(tmp_path / "out"), "--json"]) == 0
    done = capsys.readouterr()
    said = json.loads(done.out)
    assert Path(said["file"]).read_bytes().startswith(b"%PDF")
    assert said["form"] == ("authorization-transfer" if flow == "transfer" else "")
    assert done.err


@pytest.mark.parametrize("flow", ["transfer", "mailbox-reset"])
def test_schema_and_template(tmp_path: Path, capsys: pytest.CaptureFixture[str], flow: str) -> None:
    assert run(["prepare", flow, "--schema"]) == 0
    assert "filing" in json.loads(capsys.readouterr().out)["properties"]
    assert run(["batch", flow, "--template", str(tmp_path / "t.xlsx")]) == 0
    assert (tmp_path / "t.xlsx").stat().st_size > 1000


def test_wrong_answers_leave_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(EXAMPLES[0].replace('station = "china"', 'station = "international"'), "utf-8")
    assert run(["--lang", "zh", "prepare", "transfer", "--answers", str(answers), "--out", str(tmp_path / "out")]) == 2
    assert "中国站" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_unknown_flow_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prepare", "transfers", "--schema"]) == 2
    assert "mailbox-reset" in capsys.readouterr().err


def test_letters_are_listed_after_the_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "zh", "forms"]) == 0
    said = capsys.readouterr().out
    assert "authorization-transfer\t\t2026\t文字自拟\t授权委托书" in said
    assert run(["forms", "--json"]) == 0
    kinds = [row["kind"] for row in json.loads(capsys.readouterr().out)]
    assert {"deregistration", "authorization", "statement", "request"} == set(kinds)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("authorization-transfer", "授权委托书（备案信息转移）（空白）.pdf"),
        ("deregistration-guangdong", "广东省ICP用户注销备案申请表（空白）.pdf"),
    ],
)
def test_a_blank_is_written_for_the_pen(tmp_path: Path, code: str, name: str) -> None:
    assert run(["forms", "--blank", code, "--out", str(tmp_path)]) == 0
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_a_blank_needs_a_known_code_and_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forms", "--blank", "nothing", "--out", str(tmp_path)]) == 2
    assert run(["forms", "--blank", "authorization-transfer"]) == 2
    assert "--out" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_province_variant_does_not_take_the_place_of_the_usual_blank(tmp_path: Path) -> None:
    for code in ("authorization-site-lead", "authorization-site-lead-shanghai"):
        assert run(["forms", "--blank", code, "--out", str(tmp_path)]) == 0
    assert {each.name for each in tmp_path.iterdir()} == {
        "网站负责人授权书（空白）.pdf",
        "网站负责人授权书（上海市，空白）.pdf",
    }

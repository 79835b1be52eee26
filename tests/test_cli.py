"""The command line: what it writes, what it refuses, its exit codes, and that a refusal leaves no file behind."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zlib
from copy import deepcopy
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from app.cli import has_command, run

GOOD: dict[str, Any] = {
    "relation": "other",
    "ground": "domain",
    "ticket": {"number": "GD1"},
    "filing": {
        "scope": "site",
        "number": "鲁ICP备12345678号-1",
        "subject_name": "青岛旧主网络有限公司",
        "domains": ["example.com"],
    },
    "applicant": {
        "kind": "unit",
        "name": "济南示例商贸有限公司",
        "certificate_type": "credit_code",
        "certificate_number": "91370100MA3C00000E",
        "contact_name": "王五",
        "mobile": "13800138000",
        "email": "contact@example.com",
    },
}


def with_change(path: str, value: Any) -> dict[str, Any]:
    answers = deepcopy(GOOD)
    *parts, last = path.split(".")
    table = answers
    for part in parts:
        table = table[part]
    if value is None:
        del table[last]
    else:
        table[last] = value
    return answers


def enclosed(*files: str) -> dict[str, Any]:
    return {**deepcopy(GOOD), "enclosures": [{"kind": "other", "file": file} for file in files]}


def write(folder: Path, answers: dict[str, Any] | str) -> Path:
    if isinstance(answers, str):
        file = folder / "answers.toml"
        file.write_text(answers, "utf-8")
    else:
        file = folder / "answers.json"
        file.write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    return file


def bomb() -> bytes:
    """A PNG of 60,000 by 60,000 black pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + chunk(b"IEND", b"")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (600, 400), "white").save(tmp_path / "good.png")
    (tmp_path / "corrupt.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"rubbish" * 100)
    (tmp_path / "bomb.png").write_bytes(bomb())
    (tmp_path / "empty.pdf").write_bytes(b"")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret")
    stream = io.BytesIO()
    writer.write(stream)
    (tmp_path / "locked.pdf").write_bytes(stream.getvalue())
    return tmp_path


def prepare(folder: Path, answers: dict[str, Any] | str, *more: str) -> int:
    return run(
        [
            "--lang",
            "en",
            "prepare",
            "deregistration",
            "--answers",
            str(write(folder, answers)),
            "--out",
            str(folder / "out"),
            *more,
        ]
    )


BAD: dict[str, tuple[dict[str, Any] | str, list[str]]] = {
    "wrong prefix for the province": (
        with_change("filing.number", "豫ICP备12345678号-1")
        | {"filing": {**GOOD["filing"], "number": "豫ICP备12345678号-1", "province": "山东"}},
        ["province"],
    ),
    "no such prefix": (with_change("filing.number", "川ICP备12345678号-1"), ["filing number"]),
    "wrong check digit": (with_change("applicant.certificate_number", "91370100MA3C00000F"), ["certificate number"]),
    "missing ground": (with_change("ground", None), ["ground"]),
    "unknown key": (with_change("applicant.emial", "x"), ["emial", "email"]),
    "broken TOML": ('relation = "other"\nground = ', ["line 2"]),
    "private-use character": (with_change("applicant.name", "甲\ue000"), ["applicant", "U+E000"]),
    "1 MB name": (with_change("applicant.name", "名" * 350_000), ["applicant", "350000"]),
    "missing enclosure": (enclosed("none.png"), ["enclosures", "item 1", "there is no file “none.png”"]),
    "corrupt enclosure": (enclosed("good.png", "corrupt.jpg"), ["enclosures", "item 2", "damaged"]),
    "bomb": (enclosed("bomb.png"), ["enclosures", "item 1", "60000 × 60000 pixels"]),
    "encrypted PDF": (enclosed("locked.pdf"), ["enclosures", "item 1", "asks for a password"]),
    "empty PDF": (enclosed("empty.pdf"), ["enclosures", "item 1", "empty"]),
    "a folder as enclosure": (enclosed("."), ["enclosures", "item 1"]),
    "not a table": ({"filing": []} | {k: v for k, v in GOOD.items() if k != "filing"}, ["filing"]),
    "several at once": (
        {**with_change("applicant.mobile", "12"), "ground": "none", "fax": 1},
        ["ground", "fax"],
    ),
}


@pytest.mark.parametrize(("answers", "named"), BAD.values(), ids=BAD.keys())
def test_bad_answers_are_named_and_leave_no_file(
    folder: Path, capsys: pytest.CaptureFixture[str], answers: dict[str, Any] | str, named: list[str]
) -> None:
    before = {path.name for path in folder.iterdir()}
    assert prepare(folder, answers) == 2
    said = capsys.readouterr()
    assert said.out == ""
    for word in named:
        assert word in said.err, said.err
    assert len(said.err) < 4000
    left = {path.name for path in folder.iterdir()} - before - {"answers.json", "answers.toml"}
    assert left <= {"out"} and not list((folder / "out").glob("*"))


def test_good_answers_make_a_packet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = enclosed("good.png")
    assert prepare(folder, answers, "--json") == 0
    made = json.loads(capsys.readouterr().out)
    [file] = (folder / "out").iterdir()
    assert made["file"] == str(file) and file.name == "注销申请_鲁ICP备12345678号-1.pdf"
    assert len(PdfReader(file).pages) == made["pages"]
    first = file.read_bytes()
    assert prepare(folder, answers) == 0
    assert [each.read_bytes() for each in (folder / "out").iterdir()] == [first]


def test_it_runs_as_a_program_of_its_own(folder: Path, repository: Path) -> None:
    def main(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
        # The C locale is what services and containers have; the words must come out as UTF-8 all the same.
        return subprocess.run(
            [sys.executable, str(repository / "main.py"), *words],
            check=False,
            capture_output=True,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(folder), **more},
            timeout=120,
        )

    good = main("prepare", "deregistration", "--answers", str(write(folder, GOOD)), "--out", "out")
    assert good.returncode == 0, good.stderr.decode()
    assert "已生成" in good.stdout.decode("utf-8")
    bad = main(
        "--lang=zh",
        "prepare",
        "deregistration",
        "--answers",
        str(write(folder, with_change("ground", None))),
        "--out",
        "o",
    )
    assert bad.returncode == 2 and bad.stdout == b""
    if sys.platform == "linux":  # elsewhere file names are Unicode whatever the locale says
        ascii_only = main(
            "prepare", "deregistration", "--answers", str(write(folder, GOOD)), "--out", "p", PYTHONUTF8="0"
        )
        assert ascii_only.returncode == 2 and "UTF-8" in ascii_only.stderr.decode("utf-8")
        assert not list((folder / "p").glob("*"))
    assert "申请依据" in bad.stderr.decode("utf-8") and not (folder / "o").exists()


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["prepare", "deregistration", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["filing"]["title"] == "拟注销备案"


def test_forms_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forms", "--json"]) == 0
    rows = [row for row in json.loads(capsys.readouterr().out) if row["kind"] == "deregistration"]
    assert len({row["province"] for row in rows}) == 31
    assert all(row[name] for row in rows for name in ("code", "province", "title", "evidence", "edition"))
    assert run(["--lang", "zh", "forms"]) == 0
    assert "广东省ICP用户注销备案申请表" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["prepare", "transfer"], 2),
        (["prepare", "deregistration"], 2),
        (["prepare", "deregistration", "--answers", "none.toml", "--out", "o"], 2),
        (["--lang", "fr", "forms"], 2),
        (["--database", "postgresql://x", "forms"], 2),
        (["nonsense"], 2),
        (["forms", "--nonsense"], 2),
        (["batch", "deregistration"], 2),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_wrong_commands_exit_with_two(words: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == code
    said = capsys.readouterr()
    assert (said.err if code else said.out).strip()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["nonsense"], "prepare"),
        (["forms", "--nonsense"], "--nonsense"),
        (["prepare"], "FLOW"),
        (["prepare", "deregistration", "--answers"], "--answers"),
        (["search", "--limit", "0", "x"], "--limit"),
        (["forms", "more"], "-h"),
    ],
)
def test_a_mistyped_command_is_explained_in_the_language_chosen(
    words: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "zh", *words]) == 2
    said = capsys.readouterr().err
    assert named in said and "用法见 main.py" in said
    assert not any(word in said for word in ("Error", "Usage", "Missing", "Invalid"))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["prepare", "deregistration", "--answers", "none.toml", "--out", "o", "--json"], "answers.no_file"),
        (["prepare", "--json"], "cli.argument_missing"),
        (["--lang", "fr", "forms", "--json"], "cli.unknown_language"),
    ],
)
def test_a_program_gets_failures_as_json_too(words: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    said = capsys.readouterr()
    failure = json.loads(said.out)["error"]
    assert failure["code"] == code and failure["message"] in said.err


def test_a_program_gets_every_wrong_field_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert prepare(folder, with_change("applicant.mobile", "1") | {"ground": "none"}, "--json") == 2
    problems = json.loads(capsys.readouterr().out)["error"]["problems"]
    assert [each["field"] for each in problems] == ["ground", "applicant.mobile"]


def test_the_help_of_every_command_is_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    commands = capsys.readouterr().out.partition("Commands:")[2].strip().splitlines()
    assert len(commands) >= 10
    assert all(re.search(r"[a-z]\. .*[一-鿿]|[a-z] .*[一-鿿]", line) for line in commands), commands


def test_chinese_is_spoken_where_the_system_names_no_language(folder: Path, repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(repository / "main.py"), "nonsense"],
        check=False, capture_output=True, cwd=folder, env={"PATH": os.environ["PATH"]}, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2 and "没有这个命令" in done.stderr.decode("utf-8")


def test_a_bug_of_ours_exits_with_one(folder: Path, repository: Path) -> None:
    """An installation without the provinces' files: nothing that the user could have typed otherwise."""
    shutil.copytree(repository / "resources" / "messages", folder / "resources" / "messages")
    shutil.copy(repository / "resources" / "fields.toml", folder / "resources")
    code = (
        f"import sys; sys._MEIPASS = {str(folder)!r}; sys.path.insert(0, {str(repository)!r})\n"
        f"from app.cli import run; sys.exit(run(['--lang', 'en', 'prepare', 'deregistration', "
        f"'--answers', {str(write(folder, GOOD))!r}, '--out', 'out']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=folder, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "internal error" in done.stderr and str(folder) not in done.stderr and not (folder / "out").exists()


def test_a_batch_writes_its_template_and_its_packets(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = folder / "table.xlsx"
    assert run(["--lang", "en", "batch", "deregistration", "--template", str(table)]) == 0
    book = openpyxl.load_workbook(table)
    header = [cell.value for cell in book.active[1]]
    filled = {
        "申请类别": "他单位备案", "申请依据": "域名依据", "备案号": "鲁ICP备12345678号-1", "备案主体名称": "青岛旧主网络有限公司",
        "域名": "example.com", "申请人名称": "济南示例商贸有限公司", "申请人证件号码": "91370100MA3C00000E",
        "联系人姓名": "王五", "联系人手机": "13800138000", "联系人邮箱": "contact@example.com",
    }  # fmt: skip
    book.active.append([filled.get(name, "") for name in header])
    book.active.append([{**filled, "联系人手机": "1"}.get(name, "") for name in header])
    book.save(table)
    capsys.readouterr()
    assert run(["--lang", "en", "batch", "deregistration", str(table), "--out", str(folder / "out"), "--json"]) == 2
    said = capsys.readouterr()
    result = json.loads(said.out)
    assert len(result["done"]) == 1 and [row["line"] for row in result["failed"]] == [3]
    assert "line 3" in said.err and Path(result["failed_file"]).is_file()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], False),
        (["--data-dir", "here"], False),
        (["--data-dir=here", "--lang", "zh"], False),
        (["-platform", "offscreen"], False),
        (["forms"], True),
        (["--data-dir", "here", "search", "x"], True),
        (["--help"], True),
        (["-h"], True),
        (["--version"], True),
        (["nonsense"], True),
    ],
)
def test_the_window_opens_only_without_a_command(words: list[str], expected: bool) -> None:
    assert has_command(words) is expected


def test_asking_for_a_command_loads_nothing(repository: Path) -> None:
    code = "import sys; from app.cli import has_command; has_command([]); print([m for m in sys.modules if m.startswith(('typer', 'rich', 'sqlalchemy', 'reportlab', 'pydantic', 'PySide6'))])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, cwd=repository, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]"

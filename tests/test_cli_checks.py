"""`check domain` and `check hollow` on a store: stopped by Ctrl+C and carried on, repeated, lists and tables."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import main

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def common(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Global options over a fresh store."""
    secret, table = tmp_path / "pass.txt", tmp_path / "t.csv"
    secret.write_text("一二三四五六七八九十abc\n", encoding="utf-8")
    table.write_text("主办单位名称,备案号\n", encoding="utf-8")
    options = ["--lang", "zh", "--data-dir", str(tmp_path / "data"), "--passphrase-file", str(secret)]
    main([*options, "import", str(table)])
    capsys.readouterr()
    return options


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_verification_is_kept_repeated_and_written_out(
    common: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, registrars, out = tmp_path / "domains.csv", tmp_path / "registrars.csv", tmp_path / "out.csv"
    table.write_text("域名,注册商,到期日\nshili.cn,示例注册商,2020-01-01\nshili.org,,\n", encoding="utf-8")
    registrars.write_text("注册商\n示例注册商\n", encoding="utf-8")
    look = [*common, "check", "domain", "--json"]
    assert main([*look, "--keep", "--file", str(table), "--out", str(out)]) == 0
    first = told(capsys)
    rules = {rule["rule"]: rule for rule in first["domains"][0]["rules"]}
    assert rules["domain_in_validity"]["outcome"] == "fail" and rules["registrar_approved"]["outcome"] == "unknown"
    # What the platform says stands there in its own words, not as a key of the data file.
    assert rules["domain_in_validity"]["prompts"] == ["域名验证未通过，域名为xxxx.com(该域名核验出现错误:域名已过期)。"]
    assert "shili.org" in out.read_text(encoding="utf-8-sig")
    again = ["--again", first["run"], "--registrars", str(registrars), "--registrars-source", "工信部网站"]
    assert main([*look, *again]) == 2
    assert told(capsys)["error"]["code"] == "checks.list_origin"
    assert main([*look, *again, "--registrars-date", "2026-10-01"]) == 0
    second = told(capsys)
    assert {each["domain"]: each["changed"] for each in second["domains"]} == {"shili.cn": True, "shili.org": False}
    assert second["run"] != first["run"]


def test_wrong_lines_of_a_table_are_said_and_the_rest_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "domains.csv"
    table.write_text("域名,到期日\nshili.cn,2028-01-01\n???,\nshili.org,明年\n", encoding="utf-8")
    assert main(["--lang", "zh", "check", "domain", "--file", str(table), "--json"]) == 2
    out, err = capsys.readouterr()
    assert [each["domain"] for each in json.loads(out)["domains"]] == ["shili.cn", "shili.org"]
    assert "第 3 行" in err and "“到期日”" in err


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A name server that answers nobody."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to another process there")
def test_ctrl_c_keeps_the_run_and_says_how_to_go_on(
    common: list[str], silent: socket.socket, capsys: pytest.CaptureFixture[str]
) -> None:
    port = silent.getsockname()[1]
    command = [*common, "check", "hollow", "gone.cn", "lost.cn", "--keep", "--resolver", f"127.0.0.1:{port}"]
    # Tests that were started in the background of a shell ignore Ctrl+C, and hand that on; a handler is not handed on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "main.py", *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    # The first question arrives: the run is written down and under way.
    asked = threading.Thread(target=silent.recvfrom, args=(4096,))
    asked.start()
    asked.join(30)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "check hollow --resume" in err
    run = next(
        word for line in err.splitlines() if "--resume" in line for word in line.split() if word.startswith("20")
    )
    assert main([*common, "check", "domain", "--resume", "20260101T000000Z-00000000", "--json"]) == 2
    assert told(capsys)["error"]["code"] == "checks.no_such_run"
    answering = threading.Thread(target=_refuse, args=(silent,), daemon=True)
    answering.start()
    assert main([*common, "check", "hollow", "--resume", run, "--resolver", f"127.0.0.1:{port}", "--json"]) == 0
    assert {each["domain"] for each in told(capsys)["domains"]} == {"gone.cn", "lost.cn"}


def _refuse(server: socket.socket) -> None:
    """Answers every question with REFUSED until the socket is closed."""
    while True:
        try:
            data, address = server.recvfrom(4096)
            server.sendto(data[:2] + b"\x81\x85" + data[4:], address)
        except OSError:
            return

"""Commands on the store: demo, import, search, export, backup, restore, verify, without keyring and display."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from app.cli import run

CSV = """主办单位名称,主办单位性质,备案号,网站名称,网站备案号,网站域名
济南示例商贸有限公司,企业,鲁ICP备12345678号,示例商城,鲁ICP备12345678号-1,example.com
阿卜杜拉·买买提,个人,新ICP备12345678号,示例博客,新ICP备12345678号-1,example.net
"""


class Store:
    """A data folder with its passphrase, and commands run on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.secret = folder / "secret.txt"
        self.secret.write_text("correct horse battery\n", "utf-8")
        self._capsys = capsys

    def run(self, *words: str) -> tuple[int, str, str]:
        common = ["--data-dir", str(self.folder / "data"), "--passphrase-file", str(self.secret), "--lang", "en"]
        code = run([*common, *words])
        said = self._capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Store:
    return Store(tmp_path, capsys)


@pytest.fixture
def filled(store: Store) -> Store:
    file = store.folder / "records.csv"
    file.write_text(CSV, "utf-8-sig")
    code, out, err = store.run("import", str(file))
    assert code == 0, err
    assert "2 new subjects" in out and "recovery code" in err
    return store


def test_a_demo_is_written_and_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--out", str(tmp_path / "demo"), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert len(made["packets"]) >= 8 and all(Path(each).is_file() for each in made["files"])
    secret = tmp_path / "secret"
    secret.write_text(made["passphrase"], "utf-8")
    common = ["--data-dir", made["data_dir"], "--passphrase-file", str(secret)]
    assert run([*common, "search", "粤ICP备10000001号", "--json"]) == 0
    assert {each["kind"] for each in json.loads(capsys.readouterr().out)} == {"case"}
    assert run([*common, "verify"]) == 0


def test_records_come_in_are_found_and_go_out(filled: Store) -> None:
    code, out, _ = filled.run("search", "买买提", "--json")
    assert code == 0 and [hit["kind"] for hit in json.loads(out)] == ["subject"]
    code, out, _ = filled.run("search", "example.com")
    assert code == 0 and "示例商城" in out
    code, _, err = filled.run("search", "没有这个名字")
    assert code == 0 and "nothing found" in err
    target = filled.folder / "out.xlsx"
    code, _, err = filled.run("export", str(target), "--full")
    assert code == 0, err
    rows = list(openpyxl.load_workbook(target).active.iter_rows(values_only=True))
    assert len(rows) == 3 and any("鲁ICP备12345678号" in row for row in rows)


def test_an_import_is_all_or_nothing(filled: Store) -> None:
    file = filled.folder / "more.csv"
    bad = "乙公司,企业,川ICP备22222222号,,,\n丙公司,企业,豫ICP备22222222号,,,\n"
    file.write_text(CSV.splitlines()[0] + "\n" + bad, "utf-8")
    code, _, err = filled.run("import", str(file))
    assert code == 2 and "line 2" in err and "nothing was imported" in err
    code, out, _ = filled.run("search", "丙公司", "--json")
    assert json.loads(out) == []
    code, _, _ = filled.run("import", str(file), "--dry-run", "--skip-bad")
    assert code == 2
    code, out, _ = filled.run("import", str(file), "--skip-bad", "--json")
    result = json.loads(out)
    assert code == 2 and result["subjects"] == 1 and Path(result["rejects_file"]).is_file()
    code, out, _ = filled.run("search", "丙公司", "--json")
    assert len(json.loads(out)) == 1


def test_a_backup_brings_the_records_back(filled: Store) -> None:
    target = filled.folder / "copy.beian-backup"
    code, out, err = filled.run("backup", "--to", str(target))
    assert code == 0 and target.is_file(), err
    extra = filled.folder / "extra.csv"
    extra.write_text(CSV.splitlines()[0] + "\n丁公司,企业,豫ICP备33333333号,,,\n", "utf-8")
    assert filled.run("import", str(extra))[0] == 0
    assert json.loads(filled.run("search", "丁公司", "--json")[1])
    code, out, err = filled.run("restore", str(target))
    assert code == 0, err
    assert json.loads(filled.run("search", "丁公司", "--json")[1]) == []
    assert json.loads(filled.run("search", "示例商城", "--json")[1])
    code, out, _ = filled.run("verify", "--json")
    assert code == 0 and json.loads(out)["sound"] is True
    code, out, _ = filled.run("verify", str(target), "--json")
    assert code == 0 and json.loads(out)["sound"] is True
    code, out, _ = filled.run("backup", "--json")
    assert code == 0 and Path(json.loads(out)["file"]).is_file()


def test_what_cannot_be_opened_says_why(filled: Store, tmp_path: Path) -> None:
    filled.secret.write_text("wrong passphrase\n", "utf-8")
    assert filled.run("search", "x")[0] == 2
    filled.secret.write_text("\n", "utf-8")
    code, _, err = filled.run("search", "x")
    assert code == 2 and "first line" in err
    filled.secret.unlink()
    code, _, err = filled.run("search", "x")
    assert code == 2 and "secret.txt" in err
    assert run(["--data-dir", str(tmp_path / "nowhere"), "search", "x"]) == 2
    assert run(["--data-dir", str(tmp_path / "nowhere"), "restore", str(tmp_path / "none")]) == 2
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_is_checked_although_the_store_no_longer_opens(filled: Store) -> None:
    backup = filled.folder / "kept"
    assert filled.run("backup", "--to", str(backup))[0] == 0
    (filled.folder / "data" / "beian.store").write_bytes(b"rubbish" * 5000)
    assert filled.run("verify", str(backup))[0] == 0
    data = bytearray(backup.read_bytes())
    data[50_000] ^= 1
    backup.write_bytes(data)
    code, out, err = filled.run("verify", str(backup))
    assert code == 2 and "data pages were altered" in err and "HMAC" not in err
    code, out, _ = filled.run("verify", str(backup), "--json")
    assert code == 2 and "HMAC" in json.loads(out)["findings"][0]


@pytest.mark.parametrize("filters", [["--province", "nowhere"], ["--kind", "thing"], ["--state", "gone"]])
def test_an_export_of_no_such_filter_is_refused(filled: Store, filters: list[str]) -> None:
    file = filled.folder / "o.csv"
    code, _, err = filled.run("export", str(file), *filters)
    assert code == 2 and filters[1] in err and not file.exists()


def test_an_export_is_filtered_by_the_words_people_use(filled: Store) -> None:
    for filters in (["--province", "山东"], ["--province", "鲁", "--kind", "单位"], ["--kind", "unit"]):
        code, out, err = filled.run("export", str(filled.folder / "o.csv"), *filters)
        assert code == 0 and "1 rows" in out, out + err


def test_a_file_is_checked_before_there_is_a_store(store: Store) -> None:
    file = store.folder / "records.csv"
    file.write_text(CSV, "utf-8")
    code, out, _ = store.run("import", str(file), "--dry-run")
    assert code == 0 and "checked 2 rows: 0 with errors" in out
    assert not (store.folder / "data").exists()


def test_the_same_file_again_changes_nothing_and_is_no_mistake(filled: Store) -> None:
    for more in ([], ["--merge"]):
        code, out, err = filled.run("import", str(filled.folder / "records.csv"), *more)
        assert code == 0, err
        assert "0 new subjects" in out

"""What can be dropped and pasted, and the scan folder: whole files once, whatever the scanner does meanwhile."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from app.views.pictures import scan_watch
from app.views.pictures.file_intake import has_files, local_files, picture_of
from app.views.pictures.scan_watch import ScanWatch

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_watch, "SETTLE_MS", 60)
    monkeypatch.setattr(scan_watch, "LOOK_ANYWAY_MS", 150)


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path) -> ScanWatch:
    made = ScanWatch()
    with qtbot.waitSignal(made.began, timeout=5_000):
        made.watch(str(tmp_path))
    return made


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def test_paths_are_taken_as_words_too(tmp_path: Path) -> None:
    one, two = tmp_path / "页 1.jpg", tmp_path / "b.pdf"
    for path in (one, two):
        path.write_bytes(b"x")
    assert local_files(text(str(one))) == [one]
    assert local_files(text(f'"{one}"\n{two}\n{one}')) == [one, two], "in quotes, each once"
    assert local_files(text(QUrl.fromLocalFile(str(one)).toString())) == [one]
    for other in ("", "你好", "relative.jpg", str(tmp_path / "gone.jpg"), f"see {one}", f"{one}\nand more", "a\0b"):
        assert local_files(text(other)) == [] and not has_files(text(other))
    assert picture_of(text("x")) is None


def test_a_folder_stands_for_its_pictures_in_order(tmp_path: Path) -> None:
    for name in ("page10.jpg", "page2.jpg", "page1.png", "note.txt"):
        (tmp_path / name).write_bytes(b"x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://www.example.com/a.jpg")])
    assert [path.name for path in local_files(data)] == ["page1.png", "page2.jpg", "page10.jpg"]


def test_a_file_still_being_written_waits(qtbot: QtBot, watch: ScanWatch, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    looks = []
    watch.looked.connect(lambda: looks.append(1))
    with scan.open("wb") as stream:
        stream.write(PDF[:-7])
        stream.flush()
        with qtbot.assertNotEmitted(watch.arrived):
            qtbot.waitUntil(lambda: len(looks) >= 4, timeout=5_000)
        stream.write(PDF[-7:])
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        pass
    assert found.args == [[scan]]


def test_a_file_without_its_end_is_taken_at_last(qtbot: QtBot, watch: ScanWatch, tmp_path: Path) -> None:
    with qtbot.waitSignal(watch.arrived, timeout=8_000) as found:
        (tmp_path / "odd.pdf").write_bytes(b"%PDF-1.4 and no end")
    assert found.args == [[tmp_path / "odd.pdf"]]


def test_what_vanishes_is_forgotten_and_a_name_used_again_is_new(
    qtbot: QtBot, watch: ScanWatch, tmp_path: Path
) -> None:
    first, gone = tmp_path / "scan0001.pdf", tmp_path / "gone.pdf"
    gone.write_bytes(b"%PDF-")
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        first.write_bytes(PDF)
        gone.unlink()
    assert found.args == [[first]]
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        first.write_bytes(PDF + b"%another scan under the same name\n%%EOF")
    assert found.args == [[first]]
    first.unlink()
    with qtbot.waitSignal(watch.looked, timeout=5_000):
        pass
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        first.write_bytes(PDF)
    assert found.args == [[first]]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is locked for the administrator")
def test_a_locked_file_waits_until_it_opens(qtbot: QtBot, watch: ScanWatch, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(PDF)
    scan.chmod(0)
    looks = []
    watch.looked.connect(lambda: looks.append(1))
    with qtbot.assertNotEmitted(watch.arrived):
        qtbot.waitUntil(lambda: len(looks) >= 4, timeout=5_000)
    with qtbot.waitSignal(watch.arrived, timeout=5_000):
        scan.chmod(0o600)


def test_a_folder_that_comes_back_is_watched_again(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    watch = ScanWatch()
    with qtbot.waitSignal(watch.began, timeout=5_000):
        watch.watch(str(folder))
    with qtbot.waitSignal(watch.lost, timeout=5_000):
        folder.rmdir()
    folder.mkdir()
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        (folder / "new.png").write_bytes(b"\x89PNG\r\n\x1a\nIEND")
    assert found.args == [[folder / "new.png"]]


def test_a_folder_that_is_not_there_yet_is_watched_once_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "later"
    watch = ScanWatch()
    with qtbot.waitSignal(watch.lost, timeout=5_000):
        watch.watch(str(folder))
    assert watch.folder == folder
    with qtbot.waitSignal(watch.began, timeout=5_000):
        folder.mkdir()
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        (folder / "new.pdf").write_bytes(PDF)
    assert found.args == [[folder / "new.pdf"]]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe stands for a file on a share that does not answer")
def test_a_share_that_does_not_answer_holds_no_window(
    qtbot: QtBot, watch: ScanWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_watch, "ANSWERS_WITHIN", 0.3)
    scan = tmp_path / "scan.pdf"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    is_whole = scan_watch._is_whole

    def held(path: Path) -> bool:
        pipe.read_bytes()  # until somebody writes
        return is_whole(path)

    monkeypatch.setattr(scan_watch, "_is_whole", held)
    with qtbot.waitSignal(watch.lost, timeout=5_000):
        scan.write_bytes(PDF)
    with qtbot.waitSignal(watch.arrived, timeout=5_000) as found:
        pipe.write_bytes(b"the share is back")
    assert found.args == [[scan]]

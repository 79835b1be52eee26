#!/usr/bin/env python3
"""Grabs the pages of the running window into docs/images, in both languages and both colours.

    tools/screenshots.py [--out DIR] [--only cases,forms] [--lang zh] [--theme light]

The window runs over a fresh store with the fictional records of the demo, in a folder that is removed again. Needs no
screen: QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.bootstrap.start import Program  # noqa: E402
from app.paths import Paths  # noqa: E402
from app.services.demo import make_demo  # noqa: E402
from app.services.stores import Stores  # noqa: E402
from app.vault import SessionVault  # noqa: E402
from app.views.application import create_application  # noqa: E402
from app.views.theme import colors  # noqa: E402

SIZE = QSize(1280, 800)
QUIET_MS = 120
Shot = Callable[[Program], QWidget | None]


def settle(program: Program) -> None:
    """Until nothing runs any more and the last page is painted."""
    calm = 0
    while calm < 3:
        loop = QEventLoop()
        QTimer.singleShot(QUIET_MS, loop.quit)
        loop.exec()
        calm = 0 if program.store_jobs.busy or program.free_jobs.busy else calm + 1


def _page(name: str) -> Shot:
    def show(program: Program) -> None:
        view = program.window.desk_view
        assert view is not None
        view.show_page(name)
        settle(program)
        page: Any = view.page(name)
        if name in ("cases", "subjects", "sites") and page.model.rowCount():
            page.table.select_row(0)
        if name == "settings":
            page.store.place.setText("~/BeianDesk/backups")

    return show


def _search(program: Program) -> QWidget:
    """The window with the list of hits over it, which is a window of its own."""
    view = program.window.desk_view
    assert view is not None
    view.show_page("cases")
    program.window.activateWindow()
    view.search.setFocus()
    view.search.setText("示例")
    view.search.textEdited.emit("示例")
    settle(program)
    return view.search.popup


def _wizard(program: Program) -> QWidget | None:
    view = program.window.desk_view
    assert view is not None
    view.show_page("subjects")
    settle(program)
    page: Any = view.page("subjects")
    page.table.select_row(0)
    page.deregister_wanted.emit("subject", page.table.current_id())
    settle(program)
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
    )


def _keys(program: Program) -> QWidget | None:
    view = program.window.desk_view
    assert view is not None
    view.show_page("cases")
    view.show_shortcuts()
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
    )


def _locked(program: Program) -> None:
    program.window.lock()


SHOTS: dict[str, Shot] = {
    **{name: _page(name) for name in ("cases", "subjects", "sites", "guide", "forms", "settings")},
    "search": _search,
    "wizard": _wizard,
    "keys": _keys,
    "locked": _locked,
}
"""Name of the picture, and what brings the window there; a returned widget is put over the window's picture."""


def grab(program: Program, name: str) -> QImage:
    over = SHOTS[name](program)
    settle(program)
    window = program.window
    image = window.grab().toImage()
    if isinstance(over, QDialog) and not window.rect().contains(over.rect()):
        image = over.grab().toImage()
        over.close()
    elif over is not None:
        painter = QPainter(image)
        if isinstance(over, QDialog):
            veil = QColor("black")
            veil.setAlphaF(0.35)
            painter.fillRect(window.rect(), veil)
            place = window.rect().center() - over.rect().center()
        else:
            place = window.mapFromGlobal(over.mapToGlobal(over.rect().topLeft()))
        picture = over.grab()
        painter.drawPixmap(place, picture)
        painter.setPen(QColor(colors().muted))
        painter.drawRect(QRect(place, picture.deviceIndependentSize().toSize()).adjusted(-1, -1, 0, 0))
        painter.end()
        over.close()
    return image


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--only", default=",".join(SHOTS))
    parser.add_argument("--lang", default="zh,en")
    parser.add_argument("--theme", default="light,dark")
    arguments = parser.parse_args(argv)
    arguments.out.mkdir(parents=True, exist_ok=True)
    application = create_application(sys.argv[:1])
    vault = SessionVault(available=True)
    with tempfile.TemporaryDirectory() as folder:
        demo = make_demo(Path(folder) / "demo", datetime.now().astimezone().date())
        # The stand-in for the system's keyring opens the store, so that locking and opening need no typing.
        with Stores(vault).open(demo.data_dir, passphrase=demo.passphrase) as database:
            Stores(vault).change_passphrase(database, old=demo.passphrase, new=None)
        paths = Paths.of(demo.data_dir)
        paths.create()
        program = Program(application, paths, vault=vault)
        program.window.resize(SIZE)
        loop = QEventLoop()
        program.window.desk_shown.connect(loop.quit)
        QTimer.singleShot(0, program.show)
        loop.exec()
        program.idle.wait(0)
        for language in arguments.lang.split(","):
            program.languages.choose(language)
            for theme in arguments.theme.split(","):
                program.theme.choose(theme)
                for name in arguments.only.split(","):
                    if program.window.desk_view is None:
                        program.window.desk_shown.connect(loop.quit)
                        QTimer.singleShot(0, program.window.unlock.begin)
                        loop.exec()
                        program.idle.wait(0)
                    image = grab(program, name)
                    image.save(str(arguments.out / f"{name}-{language}-{theme}.png"))
                    print(f"{name}-{language}-{theme}.png", flush=True)
        program.window.close()
        program.close()
    QGuiApplication.clipboard().clear()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Grabs pages of the running window: the pictures that the README shows, or any page in any language and colour.

    tools/screenshots.py [--only subjects,wizard]
    tools/screenshots.py --out DIR [--only cases,forms] [--lang zh,en] [--theme light,dark] [--size 960x600]

Without `--out` the README's pictures in docs/images are made anew, under the names it uses; with it, `NAME-LANGUAGE-THEME.png`
of every shot go into that folder. The window runs over a fresh store with the fictional records of the demo, in a folder that is removed again. Needs no
screen: QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEventLoop, QRect, QSize, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from app.bootstrap.start import Program  # noqa: E402
from app.paths import Paths  # noqa: E402
from app.services.blanks import BlankDetails, bring_in  # noqa: E402
from app.services.demo import make_demo  # noqa: E402
from app.services.stores import Stores  # noqa: E402
from app.vault import SessionVault  # noqa: E402
from app.views.application import create_application  # noqa: E402
from app.views.theme import colors  # noqa: E402

SIZE = "1280x800"
COLORS = 256
"""A window has few colours: a palette makes a quarter of the bytes of it, and nobody sees the difference."""
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
        view.search.clear()
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
    view.show_page("sites")
    settle(program)
    program.window.activateWindow()
    view.search.setFocus()
    view.search.setText("示例")
    view.search.textEdited.emit("示例")
    settle(program)
    return view.search.popup


def _dialog() -> Any:
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
    )


def _wizard(program: Program) -> QWidget | None:
    """From a filing in Guangdong to the applicant, as an agent would."""
    view = program.window.desk_view
    assert view is not None
    view.show_page("subjects")
    settle(program)
    page: Any = view.page("subjects")
    rows = range(page.model.rowCount())
    row = next(row for row in rows if page.model.record(row).province == "guangdong")
    page.table.select_row(row)
    page.deregister_wanted.emit("subject", page.table.current_id())
    settle(program)
    wizard = _dialog()
    for step in WIZARD_ANSWERS:
        for path, value in step.items():
            editor = wizard.forms[wizard.step].editor(path)
            editor.set_value(value)
            editor.edited.emit()
        settle(program)
        if step is not WIZARD_ANSWERS[-1]:
            wizard.go_on()
    settle(program)
    return wizard  # type: ignore[no-any-return]


WIZARD_ANSWERS: tuple[dict[str, object], ...] = (
    {"relation": "other", "ticket.number": "GD20261123001", "ticket.customer": "样例客户"},
    {},
    {"ground": "domain"},
    {
        "applicant.kind": "unit",
        "applicant.name": "深圳市示例网络科技有限公司",
        "applicant.certificate_type": "credit_code",
        "applicant.certificate_number": "91440300MA5DFAXX01",
        "applicant.contact_name": "张示例",
        "applicant.mobile": "13800138000",
        "applicant.email": "name@example.com",
    },
)
"""Fictional answers, step by step."""


def _kept_blank(program: Program) -> Any:
    """The page of forms with one blank of the tests on its shelf, brought in as any other."""
    view = program.window.desk_view
    assert view is not None
    view.show_page("forms")
    settle(program)
    page: Any = cast("Any", view.page("forms")).forms
    shelf = page.shelf
    if not shelf.rows():
        brought = bring_in((ROOT / BLANK).read_bytes(), Path(BLANK).name)
        details = BlankDetails("guangdong", "2026-03", "广东省ICP用户注销备案申请表", source="https://example.com/form")
        row = shelf.blanks.add(brought, details)
        shelf.changed.emit(row.id)
        settle(program)
    page.choices.choose(f"blank {shelf.rows()[0].id}")
    settle(program)
    return page


def _blank(program: Program) -> None:
    """An official blank on the shelf."""
    _kept_blank(program)


def _editor(program: Program, *, filled: bool = False) -> QWidget | None:
    """The mapping editor with a box chosen; with the page filled, or empty under its boxes."""
    page = _kept_blank(program)
    page.edit.click()
    settle(program)
    editor = page.shelf.editor
    editor.resize(program.window.size() if program.window.width() < editor.width() else editor.size())
    editor.canvas.choose((editor.mapping.places[8].key,))
    editor.bar.fill.setChecked(filled)
    settle(program)
    return _dialog()  # type: ignore[no-any-return]


def _bring_in(program: Program) -> QWidget | None:
    """A scan as it is being brought in."""
    page = _kept_blank(program)
    dialog = page.shelf.bring_in()
    dialog.take(ROOT / SCAN)
    settle(program)
    return _dialog()  # type: ignore[no-any-return]


BLANK, SCAN = "tests/data/blanks/fresh/south.pdf", "tests/data/blanks/fresh/scan.pdf"


def _letters(program: Program) -> None:
    """The shelf of letters beside the forms."""
    view = program.window.desk_view
    assert view is not None
    view.show_page("forms")
    page: Any = view.page("forms")
    page.tabs.setCurrentWidget(page.letters)


def _letter(program: Program) -> QWidget | None:
    """A letter half filled in, from a subject of the demo."""
    _letters(program)
    settle(program)
    view = program.window.desk_view
    assert view is not None
    page: Any = view.page("forms")
    page.letters.choices.choose("authorization-site-lead")
    page.letters.fill_in.click()
    settle(program)
    window = _dialog()
    for field, value in (("authorized_name", "周示例"), ("unit_name", "深圳市示例网络科技有限公司")):
        editor = window.form.editor(field)
        editor.set_value(value)
        editor.edited.emit()
    settle(program)
    return window  # type: ignore[no-any-return]


def _keys(program: Program) -> QWidget | None:
    view = program.window.desk_view
    assert view is not None
    view.show_page("cases")
    view.show_shortcuts()
    return _dialog()  # type: ignore[no-any-return]


def _locked(program: Program) -> None:
    program.window.lock()


SHOTS: dict[str, Shot] = {
    **{name: _page(name) for name in ("cases", "subjects", "sites", "checks", "guide", "forms", "settings")},
    "search": _search,
    "wizard": _wizard,
    "blank": _blank,
    "blank-editor": _editor,
    "blank-filled": partial(_editor, filled=True),
    "blank-scan": _bring_in,
    "letters": _letters,
    "letter": _letter,
    "keys": _keys,
    "locked": _locked,
}
"""Name of the picture, and what brings the window there; a returned widget is put over the window's picture."""


README_PICTURES: dict[str, tuple[str, str, str]] = {
    "subjects": ("subjects", "zh", "light"),
    "wizard": ("wizard", "zh", "light"),
    "cases": ("cases", "zh", "light"),
    "search": ("search", "zh", "light"),
    "forms-dark": ("forms", "zh", "dark"),
    "blank-editor": ("blank-editor", "zh", "light"),
}
"""File name in docs/images, and the shot, language and colours it shows."""


def write(image: QImage, file: Path) -> None:
    """Write a picture small enough for a repository."""
    picture = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = Image.frombytes(
        "RGB", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "RGB", picture.bytesPerLine()
    )
    raw.quantize(COLORS, dither=Image.Dither.NONE).save(file, optimize=True)
    print(file.name, flush=True)


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


def pictures(arguments: argparse.Namespace) -> dict[Path, tuple[str, str, str]]:
    """What is to be made: the file, and the shot, language and colours it shows."""
    folder = arguments.out or ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    only = arguments.only.split(",") if arguments.only else None
    if arguments.out is None:
        return {folder / f"{file}.png": shot for file, shot in README_PICTURES.items() if only is None or file in only}
    return {
        folder / f"{name}-{language}-{theme}.png": (name, language, theme)
        for language in arguments.lang.split(",")
        for theme in arguments.theme.split(",")
        for name in only or SHOTS
    }


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--lang", default="zh,en")
    parser.add_argument("--theme", default="light,dark")
    parser.add_argument("--size", default=SIZE)
    arguments = parser.parse_args(argv)
    wanted = pictures(arguments)
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
        program.window.resize(QSize(*map(int, arguments.size.split("x"))))
        loop = QEventLoop()
        program.window.desk_shown.connect(loop.quit)
        QTimer.singleShot(0, program.show)
        loop.exec()
        program.idle.wait(0)
        for file, (name, language, theme) in wanted.items():
            program.languages.choose(cast("Any", language))
            program.theme.choose(cast("Any", theme))
            if program.window.desk_view is None:
                program.window.desk_shown.connect(loop.quit)
                QTimer.singleShot(0, program.window.unlock.begin)
                loop.exec()
                program.idle.wait(0)
            write(grab(program, name), file)
        program.window.close()
        program.close()
    QGuiApplication.clipboard().clear()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

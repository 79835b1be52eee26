"""From arguments to the event loop and back, in this order.

Arguments; paths; log; hooks; settings; QApplication; translators; single copy; the way into the store; services and
pages; the window; what the last run left behind; the event loop; shutdown.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.bootstrap.desk import build_desk
from app.bootstrap.memory import settle_collector
from app.crash import Crashes, Report
from app.errors import UserError
from app.logs import start_log, stop_log
from app.messages import Messages
from app.paths import Paths
from app.services.stores import Stores
from app.settings import SettingsFile
from app.vault import SystemVault, Vault
from app.views.application import create_application, log_qt_messages
from app.views.changes import ChangeBus
from app.views.clipboard import Clipboard
from app.views.crash_dialog import CrashDialog
from app.views.idle import IdleWatch
from app.views.jobs import Jobs
from app.views.languages import Languages
from app.views.main_window import MainWindow
from app.views.prompts import Prompts, QtPrompts
from app.views.single_instance import SingleInstance
from app.views.surroundings import Navigation, Notices, Surroundings
from app.views.theme import Theme
from app.views.undo_history import UndoHistory
from app.views.unlock import UnlockView

_log = logging.getLogger(__name__)

SETTLED_MS = 3_000
"""How long after the window the first page stands for certain, or a passphrase is being typed."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line of the window may say; Qt's own options are passed on."""

    data_dir: Path | None
    language: str | None
    passphrase_file: Path | None
    qt: tuple[str, ...]


def read_arguments(argv: Sequence[str]) -> Arguments:
    """Our options and Qt's."""
    parser = argparse.ArgumentParser(prog="beian-desk", add_help=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--database")
    known, rest = parser.parse_known_args([*argv])
    return Arguments(known.data_dir, known.lang, known.passphrase_file, tuple(rest))


class _Hop(QObject):
    """Brings a crash report from whatever thread it happened on to the window's."""

    reported = Signal(object)


class Program:
    """A started program: everything that lives as long as the application."""

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        *,
        vault: Vault,
        language: str | None = None,
        prompts: Prompts | None = None,
    ) -> None:
        """`prompts` and `vault` are given by tests; the program itself asks on the screen and trusts the system."""
        self.application, self.paths = application, paths
        self.settings = SettingsFile(paths.settings)
        chosen = self.settings.settings
        self.languages = Languages(language or chosen.language, application)  # type: ignore[arg-type]
        self.theme = Theme(application, chosen.theme)
        self.store_jobs = Jobs(application, threads=1)
        self.free_jobs = Jobs(application, threads=max(2, min(4, os.cpu_count() or 2)))
        changes = ChangeBus(application)
        self.around = Surroundings(
            store_jobs=self.store_jobs,
            free_jobs=self.free_jobs,
            prompts=prompts or QtPrompts(self.languages.messages),
            changes=changes,
            navigation=Navigation(application),
            languages=self.languages,
            settings=self.settings,
            clipboard=Clipboard(application),
            undo=UndoHistory(self.store_jobs, changes, application),
            notify=Notices(application),
        )
        self.stores = Stores(vault)
        self.idle = IdleWatch(application)
        unlock = UnlockView(self.stores, paths.data_dir, self.store_jobs, self.around.prompts, self.languages.messages)
        self.window = MainWindow(unlock, self.around, self.idle)
        self.window.store_opened.connect(self._on_store_opened)
        if self.settings.set_aside is not None:
            self.window.add_notice(
                QCoreApplication.translate(
                    "Start", "The settings could not be read. They were set aside as {path}; defaults hold now."
                ).format(path=self.settings.set_aside)
            )

    def show(self) -> None:
        """Show the window and the way in."""
        self.window.show()
        self.window.unlock.begin()

    def close(self) -> None:
        """End everything in order; harmless when the window was never shown."""
        self.idle.wait(0)
        self.application.removeEventFilter(self.idle)
        for jobs in (self.free_jobs, self.store_jobs):
            if not jobs.shutdown():
                _log.error("a job did not end in time")
        self.window.put_down()
        self.languages.close()

    def _on_store_opened(self, database: Any) -> None:
        self.window.show_desk(
            build_desk(
                database, self.around, self.paths, self.window, stores=self.stores, theme=self.theme, idle=self.idle
            )
        )


def _need_display(qt: Sequence[str]) -> None:
    """Qt ends the process where it finds no screen; a sentence is better.

    Raises:
        UserError: `app.no_display`.
    """
    chosen = "QT_QPA_PLATFORM" in os.environ or any(each.startswith("-platform") for each in qt)
    screen = any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not chosen and not screen:
        raise UserError("app.no_display")


def run(argv: Sequence[str]) -> int:
    """Everything, from the arguments to the exit code."""
    arguments = read_arguments(argv)
    paths = Paths.of(arguments.data_dir)
    os.umask(0o077)
    try:
        _need_display(arguments.qt)
        paths.create()
    except UserError as error:
        print(Messages("zh").error(error), Messages("en").error(error), sep="\n", file=sys.stderr)  # noqa: T201
        return 2
    handler = start_log(paths)
    hop = _Hop()
    crashes = Crashes(paths, hop.reported.emit)
    left_behind = crashes.install()
    log_qt_messages()
    application = create_application([sys.argv[0] if sys.argv else "beian-desk", *arguments.qt])
    instance = SingleInstance(paths.instance_name, application)
    if not instance.first():
        _log.info("another copy is running and was brought to the front")
        crashes.uninstall()
        stop_log(handler)
        return 0
    program = Program(application, paths, vault=SystemVault(), language=arguments.language)
    instance.raise_wanted.connect(program.window.bring_to_front)

    def show_report(report: Report) -> None:
        CrashDialog(report.headline, report.text, program.window).open()

    hop.reported.connect(show_report, Qt.ConnectionType.QueuedConnection)
    program.show()
    QTimer.singleShot(SETTLED_MS, settle_collector)
    if left_behind:
        program.window.add_notice(
            QCoreApplication.translate(
                "Start", "Last time the program stopped without warning. Your records are not affected."
            ),
            QCoreApplication.translate("Start", "Show the report"),
            lambda: CrashDialog("", left_behind, program.window).open(),
        )
    code = application.exec()
    program.close()
    instance.close()
    crashes.uninstall()
    stop_log(handler)
    return code


__all__ = ["Arguments", "Program", "read_arguments", "run"]

"""The QApplication and what belongs to the whole run: names, fonts, Qt's own messages in the log."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.views.fonts import RARE, load, set_application_font
from app.views.icons import icon

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger("qt")


def create_application(argv: Sequence[str]) -> QApplication:
    """The one application object, with its fonts."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([*argv])
    application.setApplicationName("BeianDesk")
    application.setApplicationDisplayName("Beian Desk")
    application.setDesktopFileName("beian-desk")
    application.setQuitOnLastWindowClosed(True)
    load(RARE)
    set_application_font()
    application.setWindowIcon(icon("stamp", "info"))
    return application


def log_qt_messages() -> None:
    """Send what Qt says to the log."""
    qInstallMessageHandler(_on_message)


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    _log.log(LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, text)

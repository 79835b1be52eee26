"""The window's language: which catalogue is installed, and the sentences of error codes that go with it."""

from __future__ import annotations

import logging
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from app.messages import Language, Messages
from app.resources import resource
from app.settings import LanguageChoice

CATALOGUES: dict[Language, str] = {"zh": "zh_CN", "en": "en"}

_log = logging.getLogger(__name__)


def system_language(locale: QLocale | None = None) -> Language:
    """The first language of the system that the window speaks; Chinese where it speaks none of them."""
    for name in (locale or QLocale.system()).uiLanguages():
        start = name.replace("_", "-").partition("-")[0].lower()
        if start in ("zh", "en"):
            return "zh" if start == "zh" else "en"
    return "zh"


class Languages(QObject):
    """Installs catalogues; open widgets hear of a change by `QEvent.LanguageChange`.

    Signals:
        changed: another language is spoken now.
    """

    changed = Signal()

    def __init__(self, choice: LanguageChoice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self._language: Language = "zh"
        self._install(self._resolved(choice))

    @property
    def language(self) -> Language:
        """What is spoken now."""
        return self._language

    @property
    def locale(self) -> QLocale:
        """For dates and numbers on the screen; paper follows its form."""
        return QLocale(CATALOGUES[self._language])

    def messages(self) -> Messages:
        """The sentences of error codes in this language."""
        return _messages(self._language)

    def choose(self, choice: LanguageChoice) -> None:
        """Speak another language from now on."""
        wanted = self._resolved(choice)
        if wanted != self._language:
            self._install(wanted)
            self.changed.emit()

    def close(self) -> None:
        """Take the catalogues out of the application again."""
        for each in self._translators:
            QCoreApplication.removeTranslator(each)
        self._translators = []

    @staticmethod
    def _resolved(choice: LanguageChoice) -> Language:
        return system_language() if choice == "system" else choice

    def _install(self, language: Language) -> None:
        self.close()
        self._language = language
        name = CATALOGUES[language]
        shipped_with_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for folder, stem in ((shipped_with_qt, "qtbase"), (str(resource("i18n")), "beian")):
            translator = QTranslator(self)
            if translator.load(f"{stem}_{name}", folder):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
            else:
                _log.warning("no catalogue %s_%s", stem, name)
        QLocale.setDefault(self.locale)


@lru_cache(maxsize=2)
def _messages(language: Language) -> Messages:
    return Messages(language)

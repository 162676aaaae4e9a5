"""The window's own words, ready to be translated: every text that a user reads goes through ``tr``.

The first argument is always written out where it is used, so that ``packaging/translations.py`` finds it; what varies
comes in afterwards: ``tr("Showing {shown} of {total}").format(shown=8, total=20)``. Texts of tables, which are made before a
language is loaded, are only marked there, with ``mark``, and said with ``said`` where they are shown. What is recorded in a
project is never translated.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

CONTEXT: Final = "kgapp"
ENGLISH: Final = "en"
_FOLDER: Final = Path(__file__).resolve().parent / "translations"
_NAME: Final = "kgapp_"
_KEY: Final = "appearance/language"


def tr(text: str) -> str:
    """``text`` in the user's language; English where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)


def mark(text: str) -> str:
    """``text`` as it is, found by the tools for translators; ``said`` translates it later."""
    return text


def said(text: str) -> str:
    """A marked text in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def languages() -> tuple[str, ...]:
    """The languages there are, as codes such as ``en``."""
    return tuple(sorted(each.stem.removeprefix(_NAME) for each in _FOLDER.glob(f"{_NAME}*.qm")))


def chosen() -> str:
    """The language the user chose; empty for that of the system."""
    return str(QSettings().value(_KEY, ""))


def choose(language: str) -> None:
    """Keep a language for the next start; empty for that of the system."""
    settings = QSettings()
    settings.setValue(_KEY, language)
    settings.sync()


def load(application: QCoreApplication) -> str:
    """Put the language that was chosen in force, else the system's; returns the one that is. Before the first window."""
    wanted = chosen() or QLocale.system().name()
    found = next((each for each in (wanted, wanted.partition("_")[0]) if each in languages()), ENGLISH)
    translator = QTranslator(application)
    if translator.load(str(_FOLDER / f"{_NAME}{found}.qm")):
        application.installTranslator(translator)
    return found

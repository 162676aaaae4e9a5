"""The window's own words, ready to be translated: every text that a user reads goes through ``tr``.

The first argument is always written out where it is used, so that the tools for translators find it; what varies
comes in afterwards: ``tr("Showing {shown} of {total}").format(shown=8, total=20)``.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "kgapp"


def tr(text: str) -> str:
    """``text`` in the user's language; English where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)

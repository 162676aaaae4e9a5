"""A sentence in a dialog, as plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kgapp.ui.texts import line

_LONGEST = 500


def message(parent: QWidget, sentence: str, hint: str = "") -> None:
    """Show it; the dialog goes when it is closed. The same sentence is said once, however many ask for it."""
    if any(box.text() == line(sentence, _LONGEST) for box in parent.findChildren(QMessageBox) if box.isVisible()):
        return
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("kgapp")
    box.setText(line(sentence, _LONGEST))
    box.setInformativeText(line(hint, _LONGEST))
    box.open()

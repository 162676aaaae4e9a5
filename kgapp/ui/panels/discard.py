"""The question before unsaved input is given up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kgapp.ui.words import tr


def ask_discard(parent: QWidget, words: str) -> bool:
    """Whether unsaved input is to be discarded; keeping it is what Enter and Escape do. Waits for the answer."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Not saved"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    drop = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is drop

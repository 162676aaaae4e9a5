"""The file to write that somebody chose without its ending."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kgapp.ui.texts import line
from kgapp.ui.words import tr


def with_ending(parent: QWidget, chosen: str, ending: str) -> Path | None:
    """The file with its ending; ``None`` when it is there and not to be replaced: the system's dialog did not ask that."""
    path = Path(chosen + ending)
    if not path.exists():
        return path
    box = QMessageBox(parent)
    box.setWindowTitle(tr("File exists"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("There is a file “{name}” already. Replace it?").format(name=line(path.name, 120)))
    replace = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return path if box.clickedButton() is replace else None

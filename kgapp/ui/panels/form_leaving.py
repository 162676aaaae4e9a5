"""The question what becomes of unsaved input when a form is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from kgapp.ui.texts import line
from kgapp.ui.words import tr


def ask_before_leaving(
    parent: QWidget, name: str, save: Callable[[], None], set_aside: Callable[[], None], give_up: Callable[[], None]
) -> None:
    """Ask whether to save, to keep the input as a draft or to discard it; returns at once."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("Unsaved input"))
    box.setText(tr("You changed “{name}” and did not save it.").format(name=line(name, 120)))
    box.setInformativeText(tr("A draft stays on this computer and is offered again."))
    first = box.addButton(tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
    draft = box.addButton(tr("Keep as draft"), QMessageBox.ButtonRole.ActionRole)
    away = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(first)
    box.setEscapeButton(box.addButton(tr("Go on editing"), QMessageBox.ButtonRole.RejectRole))
    what: dict[QAbstractButton, Callable[[], None]] = {first: save, draft: set_aside, away: give_up}

    def answered() -> None:
        done = what.get(box.clickedButton())
        if done is not None:
            done()

    box.finished.connect(lambda _: answered())
    box.open()

"""What a copy of a thing is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from kgapp.services.entities import copy_label
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH = 460


class DuplicateDialog(QDialog):
    """Says what is copied and what is not, and asks for the label."""

    def __init__(self, desk: Desk, label: str, named: Callable[[str], None]) -> None:
        super().__init__(QApplication.activeWindow())
        self._named = named
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Duplicate"))
        self.setMinimumWidth(desk.theme.px(_WIDTH))
        self.label = QLineEdit(copy_label(label)[:1000])
        self.label.setAccessibleName(tr("Label of the copy"))
        self.label.selectAll()
        self.copy = parts.button(tr("Copy it…"), self._copy, primary=True)
        self.copy.setDefault(True)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Copy “{name}”").format(name=line(label, 120)), desk.theme, 16))
        layout.addWidget(self.label)
        words = tr(
            "All that is said of it is copied, with its links, but not its id and review. What refers to it stays with it alone."
        )
        layout.addWidget(parts.text(words, ink="second"))
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.copy))
        self.label.textChanged.connect(lambda text: self.copy.setEnabled(bool(text.strip())))
        self.label.setFocus()

    def _copy(self) -> None:
        label = self.label.text().strip()
        self.accept()
        self._named(label)

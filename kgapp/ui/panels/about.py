"""What this program is, in which version, and what it is made of."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QWidget

from kgapp.ui import about_text
from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_SIZE: Final = (600, 560)


class AboutDialog(QDialog):
    """Version, purpose, licences; all of it can be copied as text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About kgapp"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Libraries and their licences"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels([tr("Library"), tr("Version"), tr("Licence")])
        for part in about_text.needed():
            QTreeWidgetItem(self.table, [part.name, part.version, part.licence])
        for column, width in enumerate((190, 120)):
            self.table.setColumnWidth(column, theme.px(width))
        layout = parts.column(self, (20, 18, 20, 14), 8)
        layout.addWidget(parts.heading(f"kgapp {about_text.version()}", theme, 19))
        purpose = tr("It says what a change touches, why, and how sure that is. It supports decisions; it takes none.")
        layout.addWidget(parts.text(purpose))
        layout.addWidget(parts.text(about_text.surroundings(), ink="second"))
        licence = tr("kgapp is licensed under the Apache License 2.0. It stands on these libraries:")
        layout.addWidget(parts.text(licence, ink="second"))
        layout.addWidget(self.table, 1)
        buttons = parts.row(parts.button(tr("Copy as text"), self._copy))
        close = parts.button(tr("Close"), self.accept, primary=True)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        parts.size(self, *_SIZE, theme)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(about_text.as_text())

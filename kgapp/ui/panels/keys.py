"""The overview of all keys, with a search."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from kgapp.ui import key_table
from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_SIZE: Final = (620, 560)


class KeysDialog(QDialog):
    """Keys by the place where they work."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search keys and what they do"))
        self.words.setAccessibleName(tr("Search keys and what they do"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._fill)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Keys"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([tr("Keys"), tr("What they do")])
        self.tree.setUniformRowHeights(True)
        layout = parts.column(self, (16, 16, 16, 12), 10)
        layout.addWidget(parts.heading(tr("Everything a mouse can do, keys can do"), theme, 16))
        layout.addWidget(self.words)
        layout.addWidget(self.tree, 1)
        buttons = parts.row()
        close = parts.button(tr("Close"), self.accept, primary=True)
        close.setAutoDefault(False)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        parts.size(self, *_SIZE, theme)
        self._fill("")
        self.tree.setColumnWidth(0, theme.px(210))
        self.words.setFocus()

    def _fill(self, words: str) -> None:
        wanted = words.casefold().split()
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for row in key_table.overview():
            if not all(word in f"{row.keys} {row.does} {row.where}".casefold() for word in wanted):
                continue
            group = groups.get(row.where)
            if group is None:
                group = groups[row.where] = QTreeWidgetItem(self.tree, [row.where])
                group.setFirstColumnSpanned(True)
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            QTreeWidgetItem(group, [row.keys, row.does])
        if not groups:
            none = QTreeWidgetItem(self.tree, [tr("No key does that.")])
            none.setFirstColumnSpanned(True)
        self.tree.expandAll()

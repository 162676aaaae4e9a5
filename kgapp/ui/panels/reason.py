"""The dialog that asks why, once for each save."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.panels.marked_rows import MarkedRows
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

MOST_CHARACTERS: Final = 2_000
_WIDTH: Final = 480
_ROW: Final = 28


class ReasonDialog(QDialog):
    """Says what will be saved, takes a reason, offers the recent ones.

    The last reason is chosen in the list, but only a key or a click brings it into the field, where it is seen: nothing is
    saved with a reason that was not looked at.
    """

    given = Signal(str, bool)
    """The reason, and whether it holds for the saves to come too."""

    def __init__(self, name: str, recent: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._recent = theme, recent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Save"))
        self.setMinimumWidth(theme.px(_WIDTH))
        self.reason, self.list = QLineEdit(), QListView()
        self.for_all = QCheckBox(tr("Use this reason for &all saves until I end it"))
        self.save = parts.button(tr("Save"), self._give, primary=True, tip=tr("Save (Ctrl+Enter)"))
        self._lay_out(name)
        self._join()
        self._suit("")
        self.reason.setFocus()

    def start_with(self, reason: str) -> None:
        """Put a reason into the field: the one of a save that failed."""
        self.reason.setText(reason)
        self.reason.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._give()
        elif event.key() == Qt.Key.Key_Down and self.focusWidget() is self.reason and self._recent:
            self.list.setFocus()
            self._take(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _lay_out(self, name: str) -> None:
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(line(name, 300), self._theme, 15))
        asked = QLabel(tr("&Why?"))
        asked.setBuddy(self.reason)
        layout.addWidget(asked)
        self.reason.setMaxLength(MOST_CHARACTERS)
        self.reason.setPlaceholderText(tr("What led to this change; it stays in the history"))
        layout.addWidget(self.reason)
        if self._recent:
            self._add_recent(layout)
        layout.addWidget(self.for_all)
        buttons = parts.row()
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        self.save.setDefault(True)
        buttons.addWidget(self.save)
        layout.addLayout(buttons)

    def _add_recent(self, layout: QVBoxLayout) -> None:
        label = QLabel(tr("&Reasons given lately (Down, then Enter)"))
        label.setProperty("ink", "second")
        label.setBuddy(self.list)
        self.list.setModel(QStringListModel([line(one, 300) for one in self._recent], self))
        self.list.setItemDelegate(MarkedRows(self.list, self._theme, height_px=_ROW))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Reasons given lately"))
        self.list.setFixedHeight(self._theme.px(_ROW) * min(5, len(self._recent)) + 4)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        layout.addWidget(label)
        layout.addWidget(self.list)

    def _join(self) -> None:
        self.reason.textChanged.connect(self._suit)
        self.list.clicked.connect(self._take)
        if self._recent:
            self.list.selectionModel().currentChanged.connect(
                lambda index, _: self._take(index) if self.focusWidget() is self.list else None
            )

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._recent):
            self.reason.setText(self._recent[index.row()])

    def _suit(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _give(self) -> None:
        why = self.reason.text().strip()
        if why:
            self.given.emit(why, self.for_all.isChecked())
            self.accept()

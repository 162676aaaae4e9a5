"""The keys of a field that narrows a list: Down goes to what was found, Escape shows everything again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FilterKeys(QObject):
    """Watches a field; lives as long as it."""

    def __init__(self, field: QLineEdit, into: Callable[[], None]) -> None:
        super().__init__(field)
        self._field, self._into = field, into
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the field must not have the event."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Down:
            self._into()
            return True
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            return True
        return False

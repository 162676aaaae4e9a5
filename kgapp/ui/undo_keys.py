"""Ctrl+Z where there is nothing of one's own to take back: an empty field leaves the key to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class LeavesUndo(QObject):
    """Watches a field; lives as long as it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the field must not have the event."""
        if not isinstance(event, QKeyEvent) or self._field.text():
            return False
        if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            return False
        event.ignore()
        return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

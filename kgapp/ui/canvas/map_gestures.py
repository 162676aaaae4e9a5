"""What leaves the map by hand or by voice: things dragged onto forms, and words for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDrag
from PySide6.QtWidgets import QWidget

from kgapp.domain.terms import Iri
from kgapp.ui import dragging
from kgapp.ui.canvas.map_spots import Spot


def drag(source: QWidget, spot: Spot) -> None:
    """Begin to drag what a spot stands for out of a widget; returns when it is dropped."""
    began = QDrag(source)
    began.setMimeData(dragging.mime_of(carried(spot)))
    began.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)


def carried(spot: Spot) -> tuple[Iri, ...]:
    """The thing of a spot; of a badge everything on its list."""
    return tuple(dict.fromkeys(entry.thing for entry in spot.entries)) or (spot.thing,)


def announce(source: QWidget, words: str) -> None:
    """Say what was chosen, if the widget has the keyboard."""
    source.setAccessibleDescription(words)
    if source.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))

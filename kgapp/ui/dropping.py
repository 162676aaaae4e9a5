"""A project file that is dropped onto the window is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from kgapp.ui.places import SUFFIX


class Dropping(QObject):
    """Watches a window for files that come over it; ``opened`` is called with the first project among them."""

    def __init__(self, window: QWidget, opened: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._opened = opened
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and project_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            path = project_in(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self._opened(path)
                return True
        return False


def project_in(mime: QMimeData) -> Path | None:
    """The first project file of this computer among what is dragged."""
    local = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next((path for path in local if path.suffix == SUFFIX), None)

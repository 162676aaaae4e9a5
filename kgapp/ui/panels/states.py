"""The states every view has beside its content: empty, busy and failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_LONGEST: Final = 400
"""Letters of a hint: what a part of the program said in its last moment would push all else out of sight."""


class States(QStackedWidget):
    """A view's content, or a page that says why there is none."""

    def __init__(self, content: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self.addWidget(content)

    @property
    def showing(self) -> str:
        """``content``, ``empty``, ``busy`` or ``failed``."""
        page = self.currentWidget()
        return "content" if page is None or page is self._content else page.objectName()

    def content(self) -> None:
        """Show the content."""
        self._replace(None)

    def empty(self, title: str, words: str, *buttons: QWidget) -> None:
        """Nothing to show: say what would be here and how to put it there."""
        self._replace(self._page("empty", title, words, buttons))

    def busy(self, title: str, stop: Callable[[], None] | None = None) -> None:
        """Say what is being done, with a way to stop it."""
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(self._theme.px(220))
        bar.setAccessibleName(title)
        widgets: tuple[QWidget, ...] = (parts.button(tr("Stop"), stop),) if stop else ()
        self._replace(self._page("busy", title, "", widgets, bar))

    def show_page(self, page: QWidget) -> None:
        """A page of the view's own for when it is empty."""
        page.setObjectName("empty")
        self._replace(page)

    def failed(self, failure: Failure, again: Callable[[], None] | None = None, *others: QWidget) -> None:
        """Say what happened, that nothing is lost, and what to do."""
        widgets: tuple[QWidget, ...] = (*((parts.button(tr("Try again"), again),) if again else ()), *others)
        words = block(failure.hint, _LONGEST) or tr("Nothing in the project was changed.")
        self._replace(self._page("failed", failure.sentence, words, widgets))

    def _replace(self, page: QWidget | None) -> None:
        while (old := self.widget(1)) is not None:
            self.removeWidget(old)
            old.deleteLater()
        if page is not None:
            self.addWidget(page)
            self.setCurrentWidget(page)
        else:
            self.setCurrentWidget(self._content)

    def _page(
        self, name: str, title: str, words: str, buttons: tuple[QWidget, ...], bar: QWidget | None = None
    ) -> QWidget:
        page = QWidget()
        page.setObjectName(name)
        layout = parts.column(page, (32, 32, 32, 32), 12)
        layout.addStretch(2)
        for label in (parts.heading(title, self._theme, 15), parts.text(words, ink="second")):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(10)
            layout.addWidget(label)
        if bar is not None:
            layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        line = parts.row(*buttons, stretch=False)
        line.insertStretch(0, 1)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(3)
        return page

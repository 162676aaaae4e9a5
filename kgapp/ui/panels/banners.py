"""Strips below the top bar: something about the whole project that one should know, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kgapp.ui.panels import parts
from kgapp.ui.theme import Theme


class Banners(QWidget):
    """One strip for each subject; a newer message on a subject replaces the older one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strips: dict[str, QWidget] = {}
        self._layout: QVBoxLayout = parts.column(self)

    def show_strip(self, subject: str, words: str, *buttons: tuple[str, Callable[[], None]]) -> tuple[QPushButton, ...]:
        """Say something, with buttons as pairs of text and what they do; gives the buttons."""
        self.drop(subject)
        strip = QWidget()
        strip.setObjectName("banner")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = parts.row(stretch=False)
        line.setContentsMargins(12, 5, 12, 5)
        line.addWidget(parts.text(words), 1)
        made = tuple(parts.button(text, pressed) for text, pressed in buttons)
        for each in made:
            line.addWidget(each)
        strip.setLayout(line)
        self._strips[subject] = strip
        self._layout.addWidget(strip)
        return made

    def drop(self, subject: str) -> None:
        """Take a strip away."""
        old = self._strips.pop(subject, None)
        if old is not None:
            old.hide()
            old.deleteLater()

    def clear(self) -> None:
        """Take all away: another project is opened."""
        for subject in tuple(self._strips):
            self.drop(subject)

    def words(self) -> tuple[str, ...]:
        """What the strips say."""
        return tuple(label.text() for strip in self._strips.values() for label in strip.findChildren(QLabel))

"""Small pictures that style sheets ask for by the name of a file: ticks and arrows in the colours and the size in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDir, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QImage, QPainter

from kgapp.ui import icons

_SHARP: Final = 2
"""Screens with more points for each pixel take the file named ``@2x``."""


class Marks:
    """Draws each picture once, into a folder that goes when the program ends."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir(f"{QDir.tempPath()}/kgapp-marks-XXXXXX")
        self._made: dict[str, str] = {}

    def file(self, kind: str, colour: str, side: int) -> str:
        """The file of an icon in a colour, with slashes as style sheets want them; empty where nothing can be written."""
        name = f"{kind}-{colour.removeprefix('#')}-{side}"
        if name not in self._made:
            path = self._folder.filePath(name)
            drawn = [
                _draw(kind, colour, side * times).save(f"{path}{end}.png") for times, end in ((1, ""), (_SHARP, "@2x"))
            ]
            self._made[name] = f"{path}.png" if all(drawn) else ""
        return self._made[name]


def _draw(kind: str, colour: str, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, kind, QRectF(0, 0, side, side), QColor(colour))
    painter.end()
    return image

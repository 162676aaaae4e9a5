"""How a drawing looks: the colours and sizes that everything drawn asks for, on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QFont, QFontMetricsF

from kgapp.ui.colours import LIGHT, Colours
from kgapp.ui.theme import TEXT_PX


class Look(Protocol):
    """What a drawing asks for. The window's ``Theme`` is one; ``Paper`` is the other."""

    @property
    def colours(self) -> Colours: ...
    def px(self, length: float) -> int:
        """A length of the drawings at the size in force."""
        ...

    def font(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFont:
        """The program's font at a size of the drawings."""
        ...

    def metrics(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFontMetricsF:
        """Measures of that font."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """Light colours at 100 %, whatever the window shows: a picture does not depend on who made it. May be used on any thread."""

    family: str

    @classmethod
    def like(cls, look: Look) -> Paper:
        """Paper with the font of the window."""
        return cls(look.font().family())

    @property
    def colours(self) -> Colours:
        """Dark on light."""
        return LIGHT

    def px(self, length: float) -> int:
        """Lengths are those of the drawings."""
        return round(length)

    def font(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFont:
        """The window's font at the size of the drawings."""
        font = QFont(self.family)
        font.setPixelSize(max(8, round(size_px)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def metrics(self, size_px: float = TEXT_PX, *, strong: bool = False) -> QFontMetricsF:
        """Measures of that font."""
        return QFontMetricsF(self.font(size_px, strong=strong))

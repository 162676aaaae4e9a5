"""The three levels of the process map, and how zooming passes from one to the next."""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Level(IntEnum):
    """How much a card says."""

    OVERVIEW = 1
    STEP = 2
    PARAMETER = 3


ZOOM_STEP: Final = 1.2
_BOUNDS: Final = {Level.OVERVIEW: (0.6, 1.5), Level.STEP: (0.75, 1.4), Level.PARAMETER: (0.75, 2.5)}
"""Within these a level can be read; beyond them the next one says more, or the one before less."""


def zoomed(level: Level, zoom: float, factor: float) -> tuple[Level, float]:
    """Level and zoom after zooming in (> 1) or out; at the end of a level the next begins."""
    low, high = _BOUNDS[level]
    wanted = zoom * factor
    if wanted > high * _GRIP and zoom >= high / _GRIP and level < Level.PARAMETER:
        return Level(level + 1), 1.0
    if wanted < low / _GRIP and zoom <= low * _GRIP and level > Level.OVERVIEW:
        return Level(level - 1), 1.0
    return level, max(low, min(high, wanted))


_GRIP: Final = 1.01

"""Python's collector of cycles runs on the GUI thread only.

Left to itself it runs on whichever thread happens to allocate, and takes widgets and timers away from there, which
Qt does not survive. So it is switched off, and a timer collects where it is safe.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1_000


class Collector(QObject):
    """Collects now and then for as long as it lives; afterwards Python does as before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.collect()
        gc.freeze()  # modules and tables stay for good: looking through them again and again only takes time
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation whose count has passed its threshold, as Python itself would."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return

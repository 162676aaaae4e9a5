"""What models answer beside Qt's own roles."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

_FIRST: Final = int(Qt.ItemDataRole.UserRole)

IRI: Final = _FIRST + 1
"""The thing a row leads to, as text; empty for none."""
ICON: Final = _FIRST + 2
"""The name of a shape of ``ui.icons``."""
NOTE: Final = _FIRST + 3
"""What stands at the end of a row in a lighter ink."""
CHIP: Final = _FIRST + 4
"""A word to show as a chip, with its tone: ``(word, Tone value)``."""
HEADING: Final = _FIRST + 5
"""Whether a row is the heading of a group."""
INK: Final = _FIRST + 6
"""``first``, ``second`` or ``accent``."""
FOUND: Final = _FIRST + 7
"""Whether a row is what was looked for."""
KIND: Final = _FIRST + 9
"""The class whose things a row holds, as text; empty for others."""
MARKS: Final = _FIRST + 8
"""The parts of the text to mark: pairs of where one begins and how long it is."""
REASON: Final = _FIRST + 20
"""Why a row was found, on a line of its own."""
REASON_MARKS: Final = _FIRST + 21
"""The parts of that to mark."""

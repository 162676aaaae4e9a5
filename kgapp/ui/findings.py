"""What the shapes say of the open project, as far as it was checked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kgapp.domain.findings import Finding
from kgapp.domain.terms import Iri


class LiveFindings(QObject):
    """The findings of the open project by the thing they are about."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: dict[str, tuple[Finding, ...]] = {}

    def of(self, thing: Iri) -> tuple[Finding, ...]:
        """The findings about a thing, worst first."""
        return self._found.get(thing, ())

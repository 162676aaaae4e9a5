"""What happened, told after the fact; nobody waits for a listener's work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri


@dataclass(frozen=True, slots=True)
class ChangeCommitted:
    """A revision was committed; ``subjects`` are those with altered quads, empty for an import (reload all)."""

    revision: Revision
    subjects: frozenset[Iri]


Listener = Callable[[ChangeCommitted], None]


class Events:
    """Tells listeners, in the order they came, on the thread that committed: a window queues what it hears."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; the returned call removes it again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: ChangeCommitted) -> None:
        """Call every listener that is here now."""
        for listener in tuple(self._listeners):
            listener(event)

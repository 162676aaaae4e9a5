"""Following long work from another thread: how far it is, and stopping it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kgapp.domain.errors import QueryStopped


def _nobody(_done: int, _total: int) -> None:
    """Nobody wants to know."""


class Watch:
    """Handed to one piece of work. ``told`` is called with how much is done of how much, on the thread that works."""

    def __init__(self, told: Callable[[int, int], None] = _nobody) -> None:
        self.told = told
        self._lock = threading.Lock()
        self._kill: Callable[[], None] | None = None
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """Whether somebody said stop."""
        return self._stopped

    def stop(self) -> None:
        """End the work, whether it began or not; callable from any thread, and harmless when repeated."""
        with self._lock:
            self._stopped = True
            kill = self._kill
        if kill is not None:
            kill()

    @contextmanager
    def killing(self, kill: Callable[[], None]) -> Iterator[None]:
        """While the block runs, ``stop`` calls ``kill``. Raises ``QueryStopped`` when it was stopped before."""
        with self._lock:
            if self._stopped:
                raise QueryStopped("The check was stopped.", hint="Nothing was changed. Start it again when it suits.")
            self._kill = kill
        try:
            yield
        finally:
            with self._lock:
                self._kill = None

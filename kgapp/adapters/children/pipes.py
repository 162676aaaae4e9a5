"""Two ends of pipes that keep to a time: no thread watches them, the system's ``poll`` does.

Where there is no ``poll`` (Windows) the reads and writes simply block and ``Child`` uses a timer instead.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable
from typing import IO, Final

POLLS: Final = hasattr(select, "poll")
_PIECE: Final = 1 << 16


class Clock:
    """Until when a child may work; ``over`` is called once that is past."""

    def __init__(self, over: Callable[[], None]) -> None:
        self._over = over
        self._until: float | None = None

    def set(self, limit_s: float | None) -> None:
        """Begin to count, or stop counting."""
        self._until = None if limit_s is None else time.monotonic() + limit_s

    def wait(self, ready: select.poll) -> None:
        """Return when the pipe is ready or broken, at the latest when time is over."""
        while True:
            left_s = None if self._until is None else self._until - time.monotonic()
            if ready.poll(None if left_s is None else max(0.0, left_s * 1000)):
                return
            if left_s is not None and left_s <= 0:
                self._over()
                return


class Reader:
    """The end that reads."""

    def __init__(self, pipe: IO[bytes], clock: Clock) -> None:
        self._pipe = pipe
        self._descriptor = pipe.fileno()
        self._clock = clock
        self._ready = bytearray()
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)

    def read(self, size: int) -> bytes:
        """Exactly ``size`` bytes, fewer only at the end."""
        while len(self._ready) < size:
            self._clock.wait(self._poll)
            piece = os.read(self._descriptor, max(_PIECE, size - len(self._ready)))
            if not piece:
                break
            self._ready += piece
        found = bytes(self._ready[:size])
        del self._ready[:size]
        return found

    def close(self) -> None:
        """Close the pipe."""
        self._pipe.close()


class Writer:
    """The end that writes."""

    def __init__(self, pipe: IO[bytes], clock: Clock) -> None:
        self._pipe = pipe
        self._descriptor = pipe.fileno()
        self._clock = clock
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLOUT)
        os.set_blocking(self._descriptor, False)

    def write(self, piece: bytes) -> int:
        """Write all of it."""
        left = memoryview(piece)
        while left:
            try:
                left = left[os.write(self._descriptor, left) :]
            except BlockingIOError:
                self._clock.wait(self._poll)
        return len(piece)

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        """Close the pipe."""
        self._pipe.close()

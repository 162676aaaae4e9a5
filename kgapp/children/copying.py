"""How a child copies itself: it forks, and the copy goes on with pipes of its own.

Everything that was loaded is in the copy without being loaded again. The child stays to be copied again, and remembers its
copies until it is told to bury them, so that nobody else gets their number. A copy ends with its child, and when nobody has
asked it anything for a while: then its part of the memory is free again.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import threading
import time
from typing import Final

from kgapp.children.protocol import Channel

REST_S: Final = 60.0


class Copier:
    """Copies this process. ``doorway`` is the socket through which the ends of a copy's pipes come."""

    def __init__(self, doorway: int) -> None:
        self._door = socket.socket(fileno=doorway)
        self._ends_with_us = os.pipe()
        self._copy = 0
        self._idle_since: float | None = None

    def fork(self, ours: Channel) -> tuple[int, Channel]:
        """The copy's number and our own channel here; 0 and its own channel in the copy. No other thread may work here."""
        _, (incoming, outgoing), _, _ = socket.recv_fds(self._door, 1, 2)
        self._copy = os.fork()
        if self._copy:
            os.close(incoming)
            os.close(outgoing)
            return self._copy, ours
        ours.close()
        self._door.close()
        os.close(self._ends_with_us[1])
        self._watch(incoming)
        return 0, Channel(os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb"))

    def works(self) -> None:
        """Something is being done, or is not yet done with."""
        self._idle_since = None

    def rests(self) -> None:
        """Nothing is to be done."""
        self._idle_since = time.monotonic()

    def bury(self) -> int:
        """How the last copy ended: its code, or less than 0 for a signal."""
        return os.waitstatus_to_exitcode(os.waitpid(self._copy, 0)[1])

    def _watch(self, incoming: int) -> None:
        """End this copy when the other end of its pipe closes or its child is gone, even in mid query, and after a rest."""
        hung_up = select.poll()
        for each in (incoming, self._ends_with_us[0]):
            hung_up.register(each, 0)

        def watch() -> None:
            while not hung_up.poll(REST_S / 4 * 1000) and not self._rested():
                pass
            os.kill(os.getpid(), signal.SIGKILL)

        threading.Thread(target=watch, daemon=True).start()

    def _rested(self) -> bool:
        since = self._idle_since
        return since is not None and time.monotonic() - since >= REST_S

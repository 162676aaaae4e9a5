"""Copies of a child that holds something large: forked in milliseconds, spoken to in its place, killed without loss.

The copy shares the memory of the child until one of the two writes to it. Where the system has no ``fork`` (Windows) there
are no copies, and the child itself is spoken to.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from contextlib import suppress
from typing import Final

from kgapp.adapters.children.conversation import Conversation
from kgapp.adapters.children.pipes import POLLS
from kgapp.adapters.children.process import PIPE_BYTES, Child, ended
from kgapp.domain.errors import ChildDied
from kgapp.domain.messages import Buried, Bury, Copied, Fork, Hello

FORKS: Final = POLLS and hasattr(os, "fork") and hasattr(socket, "send_fds")
USED_S: Final = 50.0
"""A copy that was used longer ago is not used again: it ends by itself after ``kgapp.children.copying.REST_S``."""
_LIMIT_S: Final = 30.0


class Forked(Conversation):
    """A copy of ``child``, which must be idle while the copy is made and when it is closed.

    Raises ``ChildDied`` when ``child`` is no more; whoever kills the child ends its copies too.
    """

    def __init__(self, child: Child) -> None:
        self._child = child
        self._complained = child.complained()
        self._alive = threading.Lock()  # held while it is killed or forgotten: its number is ours until it is buried
        self._buried = False
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        super().__init__(os.fdopen(ours_in, "rb", 0), os.fdopen(ours_out, "wb", 0))
        try:
            _widen(ours_in, ours_out)
            with child.within(_LIMIT_S):
                child.hand_over(theirs_in, theirs_out)
                child.send(Fork())
                self.pid = child.receive(Copied).pid
        except BaseException:
            self._close_pipes()
            raise
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        try:
            with self.within(_LIMIT_S):
                self.receive(Hello)
        except BaseException:  # whatever stopped the greeting: no copy is left behind
            self.close()
            raise

    def close(self) -> None:
        """End it. Harmless when repeated; call it on the thread that uses the child."""
        self._end()
        with suppress(ChildDied):
            self._bury()
        self._close_pipes()

    def _end(self) -> None:
        with self._alive:
            if not self._buried and self._child.runs:  # a copy ends with its child
                with suppress(ProcessLookupError):
                    os.kill(self.pid, signal.SIGKILL)

    def _died(self) -> ChildDied:
        self._end()
        try:
            code = self._bury()
        except ChildDied as died:
            return died
        return ended(self._child.name, code, self._child.said(self._complained))

    def _bury(self) -> int:
        """Let the child take note of its end: how it ended."""
        with self._alive:
            if self._buried:
                return 0
            self._buried = True
        with self._child.within(_LIMIT_S):
            self._child.send(Bury())
            return self._child.receive(Buried).code


def _widen(*pipes: int) -> None:
    """As large as the pipes of other children, where the system lets that be said."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl
    except ImportError:
        return
    for pipe in pipes:
        with suppress(OSError):
            fcntl(pipe, F_SETPIPE_SZ, PIPE_BYTES)

"""What passes between kgapp and a child, within a time: messages, and an end that whoever waits is told of.

A conversation is led by one thread at a time; ``kill`` may be called from any thread, which ends a blocked ``receive``
with ``ChildDied``.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, BinaryIO, TypeVar, cast, overload

from kgapp.adapters.children.pipes import POLLS, Clock, Reader, Writer
from kgapp.children.protocol import Channel, Closed, ProtocolError
from kgapp.domain.errors import ChildDied

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
W = TypeVar("W")


class Conversation:
    """One child, spoken to over a pair of pipes; subclasses know how it ends."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes], *, polls: bool = POLLS) -> None:
        self._late = False
        self._polls = polls
        self._clock = Clock(self._kill_late)
        self._pipes = incoming, outgoing
        if polls:
            self._channel = Channel(Reader(incoming, self._clock), Writer(outgoing, self._clock))
        else:
            self._channel = Channel(cast(BinaryIO, incoming), cast(BinaryIO, outgoing))

    @property
    def late(self) -> bool:
        """Whether it was killed because its time was over."""
        return self._late

    def send(self, message: object) -> None:
        """Send a message. Raises ``ChildDied``."""
        try:
            self._channel.send(message)
        except Closed as error:
            raise self._died() from error

    def send_quads(self, lines: bytes) -> None:
        """Send whole lines of N-Quads. Raises ``ChildDied``."""
        try:
            self._channel.send_quads(lines)
        except Closed as error:
            raise self._died() from error

    @overload
    def receive(self, first: type[T], /) -> T: ...
    @overload
    def receive(self, first: type[T], second: type[U], /) -> T | U: ...
    @overload
    def receive(self, first: type[T], second: type[U], third: type[V], /) -> T | U | V: ...
    @overload
    def receive(self, first: type[T], second: type[U], third: type[V], fourth: type[W], /) -> T | U | V | W: ...
    def receive(self, *types: type[Any]) -> Any:
        """The next message. Raises ``ChildDied``, also for bytes that make no sense."""
        try:
            return self._channel.receive(*types)
        except (Closed, ProtocolError, ValueError) as error:
            raise self._died() from error

    @contextmanager
    def within(self, limit_s: float) -> Iterator[None]:
        """Kill the child when the block takes longer; what it waits for then raises ``ChildDied``."""
        if not self._polls:
            with self._timer(limit_s):
                yield
            return
        self._clock.set(limit_s)
        try:
            yield
        finally:
            self._clock.set(None)

    @contextmanager
    def _timer(self, limit_s: float) -> Iterator[None]:
        timer = threading.Timer(max(limit_s, 0.0), self._kill_late)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def kill(self) -> None:
        """End it, and what it started, now; callable from any thread."""
        self._end()

    def close(self) -> None:
        """End it and give back everything it held. Harmless when repeated; call it on the thread that uses the child."""
        raise NotImplementedError

    def _kill_late(self) -> None:
        self._late = True
        self._end()

    def _end(self) -> None:
        raise NotImplementedError

    def _died(self) -> ChildDied:
        """Why it ended."""
        raise NotImplementedError

    def _close_pipes(self) -> None:
        for pipe in self._pipes:
            with suppress(OSError):  # unsent bytes for a dead child: nobody is left to miss them
                pipe.close()

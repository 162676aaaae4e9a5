"""One child process: start, handshake, limits, and an end that leaves nothing behind.

A child is used by one thread at a time; ``kill`` may be called from any thread, which ends a blocked ``receive``
with ``ChildDied``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar, cast, overload

from kgapp.adapters.children.pipes import POLLS, Clock, Reader, Writer
from kgapp.children.protocol import Channel, Closed, ProtocolError
from kgapp.domain.errors import ChildDied
from kgapp.domain.messages import PROTOCOL, Hello

GIB: Final = 1024**3
_PACKAGE_PARENT: Final = Path(__file__).resolve().parents[3]
_PIPE_BYTES: Final = 1 << 20
_START_S: Final = 60.0
_STDERR_CHARACTERS: Final = 2000
_PASSED_ON: Final = (
    "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "JAVA_HOME", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG",
)  # fmt: skip

T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use; 0 bytes means as much as the system gives (the JVM reserves more than it uses)."""

    memory_bytes: int = 2 * GIB
    open_files: int = 256


class Child:
    """A running child called ``name`` in the worker's tables."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self._errors = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - lives as long as the child
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-s",
                "-m",
                "kgapp.children.worker",
                name,
                str(limits.memory_bytes),
                str(limits.open_files),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_environment(),
            start_new_session=True,  # Ctrl-C reaches kgapp, which decides what ends
            bufsize=0 if POLLS else -1,
            pipesize=_PIPE_BYTES,
        )
        self._late = False
        self._clock = Clock(self._kill_late)
        self._channel = self._connected()
        try:
            self._greet()
        except BaseException:  # whatever stopped the greeting: no child is left behind
            self.close()
            raise

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
        if not POLLS:
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
        self._end()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)
        self._errors.close()

    def _connected(self) -> Channel:
        incoming, outgoing = self._process.stdout, self._process.stdin
        assert incoming is not None
        assert outgoing is not None
        if POLLS:
            return Channel(Reader(incoming, self._clock), Writer(outgoing, self._clock))
        return Channel(cast(BinaryIO, incoming), cast(BinaryIO, outgoing))

    def _greet(self) -> None:
        with self.within(_START_S):
            hello = self.receive(Hello)
        if hello.name != self.name or hello.protocol != PROTOCOL:
            raise ChildDied(f"The part “{self.name}” of kgapp is of another version; install kgapp again.")

    def _kill_late(self) -> None:
        self._late = True
        self._end()

    def _end(self) -> None:
        """A child leads a group of its own (``start_new_session``), in which a Java that it started dies with it."""
        if hasattr(os, "killpg") and self._process.poll() is None:
            with suppress(ProcessLookupError, PermissionError):  # it ended by itself in this moment
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _died(self) -> ChildDied:
        self._end()
        code = self._process.wait()
        said = self._said()
        reason = f"signal {-code}" if code < 0 else f"code {code}"
        return ChildDied(f"The part “{self.name}” of kgapp ended ({reason})." + (f"\n{said}" if said else ""))

    def _said(self) -> str:
        if self._errors.closed:
            return ""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - _STDERR_CHARACTERS))
        return self._errors.read().decode(errors="replace").strip()


def _close(pipe: Any) -> None:
    with suppress(OSError):  # unsent bytes for a dead child: nobody is left to miss them
        pipe.close()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | {"PYTHONPATH": str(_PACKAGE_PARENT), "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}

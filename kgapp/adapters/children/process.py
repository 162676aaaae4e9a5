"""One child process: start, handshake, limits, and an end that leaves nothing behind.

A child is used by one thread at a time; ``kill`` may be called from any thread, which ends a blocked ``receive``
with ``ChildDied``.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from kgapp.adapters.children.conversation import Conversation
from kgapp.adapters.children.pipes import POLLS
from kgapp.domain.errors import ChildDied
from kgapp.domain.messages import PROTOCOL, Hello

GIB: Final = 1024**3
_PACKAGE_PARENT: Final = Path(__file__).resolve().parents[3]
PIPE_BYTES: Final = 1 << 20
_START_S: Final = 60.0
_STDERR_CHARACTERS: Final = 2000
_PASSED_ON: Final = (
    "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "JAVA_HOME", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use; 0 bytes means as much as the system gives (the JVM reserves more than it uses)."""

    memory_bytes: int = 2 * GIB
    open_files: int = 256


class Child(Conversation):
    """A running child called ``name`` in the worker's tables; one that ``forks`` can be copied (see ``copies``)."""

    def __init__(self, name: str, limits: Limits, *, forks: bool = False) -> None:
        self.name = name
        self._errors = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - lives as long as the child
        self._door: socket.socket | None = None
        inside: socket.socket | None = None
        if forks:
            self._door, inside = socket.socketpair()
        handed = () if inside is None else (inside.fileno(),)
        try:
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
                    *map(str, handed),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=_environment(),
                start_new_session=True,  # Ctrl-C reaches kgapp, which decides what ends
                bufsize=0 if POLLS else -1,
                pipesize=PIPE_BYTES,
                pass_fds=handed,
            )
        finally:
            if inside is not None:
                inside.close()
        incoming, outgoing = self._process.stdout, self._process.stdin
        assert incoming is not None
        assert outgoing is not None
        super().__init__(incoming, outgoing, polls=POLLS)
        try:
            self._greet()
        except BaseException:  # whatever stopped the greeting: no child is left behind
            self.close()
            raise

    @property
    def pid(self) -> int:
        """The number that the system gave it."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it and give back everything it held. Harmless when repeated; call it on the thread that uses the child."""
        self._end()
        self._process.wait()
        self._close_pipes()
        if self._door is not None:
            self._door.close()
        self._errors.close()

    def hand_over(self, *descriptors: int) -> None:
        """Give ends of pipes to a child that forks. Raises ``ChildDied``."""
        assert self._door is not None
        try:
            socket.send_fds(self._door, [b"."], descriptors)
        except OSError as error:
            raise self._died() from error

    def complained(self) -> int:
        """How much it wrote to standard error so far, in bytes."""
        return os.fstat(self._errors.fileno()).st_size

    def said(self, since: int = 0) -> str:
        """The end of what it wrote to standard error."""
        if self._errors.closed:
            return ""
        size = self.complained()
        begin = max(since, size - _STDERR_CHARACTERS)
        if hasattr(os, "pread"):  # the place where the child writes is the same as the place where we read
            return os.pread(self._errors.fileno(), size - begin, begin).decode(errors="replace").strip()
        self._errors.seek(begin)
        return self._errors.read().decode(errors="replace").strip()

    def _greet(self) -> None:
        with self.within(_START_S):
            hello = self.receive(Hello)
        if hello.name != self.name or hello.protocol != PROTOCOL:
            raise ChildDied(f"The part “{self.name}” of kgapp is of another version; install kgapp again.")

    def _end(self) -> None:
        """A child leads a group of its own (``start_new_session``), in which what it started dies with it."""
        if hasattr(os, "killpg") and self._process.poll() is None:
            with suppress(ProcessLookupError, PermissionError):  # it ended by itself in this moment
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _died(self) -> ChildDied:
        self._end()
        return ended(self.name, self._process.wait(), self.said())


def ended(name: str, code: int, said: str) -> ChildDied:
    """The error that says how a child ended."""
    reason = f"signal {-code}" if code < 0 else f"code {code}"
    return ChildDied(f"The part “{name}” of kgapp ended ({reason})." + (f"\n{said}" if said else ""))


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return kept | {"PYTHONPATH": str(_PACKAGE_PARENT), "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}

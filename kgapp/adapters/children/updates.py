"""Runs updates on a copy, in a child of its own that ends with them; implements the port ``Updates``."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Final

from kgapp.adapters.children.jobs import because
from kgapp.adapters.children.process import GIB, Child, Limits
from kgapp.domain import sparql_errors
from kgapp.domain.errors import ChildDied, QueryFailed, QueryStopped, QueryTimeout
from kgapp.domain.messages import EndOfQuads, JobFailed, RunUpdate, UpdateRan
from kgapp.services.updating import Ran

_LIMITS: Final = Limits(memory_bytes=4 * GIB)


class ChildUpdates:
    """``stop`` may be called from any thread; one update runs at a time, others wait. What was stopped stays stopped."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._lock = threading.Lock()  # guards the two below
        self._child: Child | None = None
        self._stopped = threading.Event()

    def run(
        self,
        chunks: Iterable[bytes],
        request: RunUpdate,
        alike: Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]],
        *,
        limit_s: float,
    ) -> Ran:
        """Run it; see the port."""
        with self._turn:
            child = self._started()
            try:
                with child.within(limit_s):
                    return _ran(child, chunks, request, alike)
            except ChildDied as died:
                raise self._why(died, child, limit_s) from died
            finally:
                with self._lock:
                    self._child = None
                child.close()

    def stop(self) -> None:
        """End what runs or is about to, now."""
        with self._lock:
            self._stopped.set()
            if self._child is not None:
                self._child.kill()

    def _started(self) -> Child:
        if self._stopped.is_set():  # while it waited for its turn
            raise _was_stopped()
        child = Child("update", _LIMITS)
        with self._lock:
            self._child = child
            if self._stopped.is_set():  # while the child started
                child.kill()
        return child

    def _why(self, died: ChildDied, child: Child, limit_s: float) -> Exception:
        if self._stopped.is_set():
            return _was_stopped()
        late = because(died, child, limit_s)
        if isinstance(late, QueryTimeout):
            return QueryTimeout(
                f"The update was stopped at its limit of {limit_s:g} seconds; nothing was changed.",
                hint="Narrow it down, or give it more time.",
            )
        return QueryFailed("The update needs more memory than allowed; nothing was changed.", hint=str(died))


def _ran(
    child: Child,
    chunks: Iterable[bytes],
    request: RunUpdate,
    alike: Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]],
) -> Ran:
    child.send(request)
    for lines in chunks:
        child.send_quads(lines)
    child.send(EndOfQuads())
    answer = child.receive(UpdateRan, JobFailed)
    if isinstance(answer, JobFailed):
        said = sparql_errors.explained(answer.sentence, request.text).replace("The query", "The update", 1)
        raise QueryFailed(said, hint="Nothing was changed.")
    changed = _lines(child, answer.removed + answer.added)
    removed, added = changed[: answer.removed], changed[answer.removed :]
    asked = alike(removed, added)
    child.send_quads("".join(f"{line}\n" for line in asked).encode())
    child.send(EndOfQuads())
    return Ran(removed, added, answer.written, tuple(zip(asked, _lines(child, len(asked)), strict=True)))


def _was_stopped() -> QueryStopped:
    return QueryStopped("The update was stopped.", hint="Nothing was changed.")


def _lines(child: Child, count: int) -> tuple[str, ...]:
    found: list[str] = []
    while True:
        found += child.receive(bytes).decode().split("\n")[:-1]
        if len(found) >= count:
            return tuple(found)

"""The client of the shape checks: a job for a whole graph, a warm child for small pieces."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kgapp.adapters.children.jobs import because
from kgapp.adapters.children.process import GIB, Child, Limits
from kgapp.domain.errors import BadInput, ChildDied, QueryStopped
from kgapp.domain.messages import CheckShapes, ChecksMade, EndOfQuads, Findings, JobFailed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgapp.domain.findings import Finding
    from kgapp.domain.terms import Iri
    from kgapp.services.watch import Watch

WHOLE_LIMIT_S: Final = 1800.0
PIECE_LIMIT_S: Final = 30.0
_LIMITS: Final = Limits(memory_bytes=4 * GIB)


class ChildChecker:
    """Implements the port ``ShapeChecker``. The warm child starts with the first piece and again after it died."""

    def __init__(self, shapes: Path, ontology: tuple[Path, ...]) -> None:
        self._shapes = shapes
        self._ontology = tuple(str(path) for path in ontology)
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._ended = False

    def whole(self, chunks: Iterable[bytes], shapes: Path | None, watch: Watch) -> Findings:
        """Check all statements. Raises ``BadInput``, ``QueryTimeout``, ``QueryStopped`` and ``ChildDied``."""
        child = Child("shacl", _LIMITS)
        try:
            with watch.killing(child.kill), child.within(WHOLE_LIMIT_S):
                child.send(CheckShapes((str((shapes or self._shapes).resolve()),), self._ontology))
                for lines in chunks:
                    child.send_quads(lines)
                child.send(EndOfQuads())
                while isinstance(answer := child.receive(Findings, JobFailed, ChecksMade), ChecksMade):
                    watch.told(answer.done, answer.total)
        except ChildDied as died:
            if watch.stopped:
                raise QueryStopped("The check was stopped.", hint="Nothing was changed.") from died
            raise because(died, child, WHOLE_LIMIT_S) from died.__cause__
        finally:
            child.close()
        return _findings(answer)

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        """Check some nodes of a small piece. Raises ``ChildDied``, also once it was stopped."""
        with self._lock:
            child = self._warm()
            try:
                with child.within(PIECE_LIMIT_S):
                    child.send(CheckShapes((str(self._shapes),), self._ontology, focus))
                    child.send_quads(nquads)
                    child.send(EndOfQuads())
                    answer = child.receive(Findings, JobFailed)
            except ChildDied:
                self._drop()
                raise
        return _findings(answer).findings

    def fingerprint(self) -> str:
        """A digest of the shapes and of what they are read with."""
        total = hashlib.sha256()
        for path in (self._shapes, *map(Path, self._ontology)):
            total.update(path.read_bytes())
        return total.hexdigest()

    def _warm(self) -> Child:
        """The warm child; the lock is held. None is left behind by a stop before, while or after one is made."""
        child = self._child
        if child is None and not self._ended:
            child = self._child = Child("checker", _LIMITS)
        if child is None or self._ended:
            self._drop()
            raise ChildDied("The check was ended.")
        return child

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def stop(self) -> None:
        """End the warm child, also while it checks, for good; returns at once, callable from any thread."""
        self._ended = True
        running = self._child
        if running is not None:
            running.kill()

    def close(self) -> None:
        """Stop, and give back what the warm child held. Harmless when repeated."""
        self.stop()
        with self._lock:
            self._drop()


def _findings(answer: Findings | JobFailed) -> Findings:
    if isinstance(answer, JobFailed):
        raise BadInput(answer.sentence, hint=answer.hint)
    return answer

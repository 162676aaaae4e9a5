"""The client of the shape checks: a job for a whole graph, a warm child for small pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kgapp.adapters.children import jobs
from kgapp.adapters.children.process import GIB, Child, Limits
from kgapp.domain.errors import BadInput, ChildDied
from kgapp.domain.messages import CheckShapes, EndOfQuads, Findings, JobFailed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kgapp.domain.findings import Finding
    from kgapp.domain.terms import Iri

WHOLE_LIMIT_S: Final = 1800.0
PIECE_LIMIT_S: Final = 30.0
_LIMITS: Final = Limits(memory_bytes=4 * GIB)


class ChildChecker:
    """Implements the port ``ShapeChecker``. The warm child starts with the first piece and again after it died."""

    def __init__(self, shapes: Path, ontology: tuple[Path, ...]) -> None:
        self._shapes = shapes
        self._ontology = tuple(str(path) for path in ontology)
        self._child: Child | None = None

    def whole(self, chunks: Iterable[bytes], shapes: Path | None = None) -> Findings:
        """Check all statements. Raises ``BadInput``, ``QueryTimeout`` and ``ChildDied``."""
        request = CheckShapes((str((shapes or self._shapes).resolve()),), self._ontology)
        return jobs.write("shacl", request, chunks, Findings, limit_s=WHOLE_LIMIT_S, limits=_LIMITS)

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        """Check some nodes of a small piece. Raises ``ChildDied``."""
        child = self._child = self._child or Child("checker", _LIMITS)
        try:
            with child.within(PIECE_LIMIT_S):
                child.send(CheckShapes((str(self._shapes),), self._ontology, focus))
                child.send_quads(nquads)
                child.send(EndOfQuads())
                answer = child.receive(Findings, JobFailed)
        except ChildDied:
            self.close()
            raise
        if isinstance(answer, JobFailed):
            raise BadInput(answer.sentence, hint=answer.hint)
        return answer.findings

    def close(self) -> None:
        """End the warm child. Harmless when repeated."""
        child, self._child = self._child, None
        if child is not None:
            child.close()

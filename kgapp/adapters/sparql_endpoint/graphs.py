"""The graph that CONSTRUCT and DESCRIBE answer: kept in a file, read by a child."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kgapp.adapters.children.jobs import because
from kgapp.adapters.children.process import Child, Limits
from kgapp.domain.answers import Row
from kgapp.domain.errors import ChildDied, QueryFailed, QueryTimeout, UserError
from kgapp.domain.messages import JobFailed, Page, ReadGraph

SYNTAXES: Final = {
    "application/n-triples": "nt",
    "text/plain": "nt",
    "text/turtle": "ttl",
    "application/x-turtle": "ttl",
}
ACCEPT: Final = "application/n-triples, text/turtle;q=0.8"
_LIMITS: Final = Limits()


class Reading:
    """A child at work on one graph; ``stop`` may be called from any thread."""

    def __init__(self, file: Path, syntax: str, base: str) -> None:
        self._request = ReadGraph(str(file), syntax, base)
        self._child = Child("graph", _LIMITS)
        self._stopped: UserError | None = None

    def rows(self, limit_s: float) -> tuple[Row, ...]:
        """All statements. Raises ``QueryFailed``, ``QueryTimeout`` or what ``stop`` was told."""
        return tuple(row for page in self._pages(limit_s) for row in page)

    def stop(self, why: UserError) -> None:
        """End it now."""
        self._stopped = why
        self._child.kill()

    def close(self) -> None:
        """Give everything back."""
        self._child.close()

    def _pages(self, limit_s: float) -> Iterator[tuple[Row, ...]]:
        try:
            with self._child.within(limit_s):
                self._child.send(self._request)
                while isinstance(answer := self._child.receive(Page, JobFailed), Page):
                    yield answer.rows
                    if not answer.answer:
                        return
        except ChildDied as died:
            if self._stopped is not None:
                raise self._stopped from died
            late = because(died, self._child, limit_s)
            raise late if isinstance(late, QueryTimeout) else _too_heavy(died) from died
        raise QueryFailed(
            f"The endpoint sent a graph that cannot be read: {answer.sentence}", hint="Is it a SPARQL 1.1 endpoint?"
        )


def kept(pieces: Iterator[bytes], file: Path) -> None:
    """Write what arrives to a file, and nothing else."""
    with file.open("wb") as out:
        for piece in pieces:
            out.write(piece)


def _too_heavy(died: ChildDied) -> QueryFailed:
    return QueryFailed("The graph that the endpoint sent is too large or damaged: its reader ended.", hint=str(died))

"""One-shot children: a request in, a response out, nothing left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kgapp.adapters.children.process import Child, Limits
from kgapp.domain.errors import BadInput, ChildDied, QueryTimeout
from kgapp.domain.messages import EndOfQuads, JobFailed

T = TypeVar("T")

_USUAL = Limits()


def read(name: str, request: object, response: type[T], *, limit_s: float, limits: Limits = _USUAL) -> Iterator[bytes]:
    """Run a job that answers with N-Quads and then its response; yields the quads.

    Raises ``BadInput`` with the job's own sentence, ``QueryTimeout`` when it is late and ``ChildDied`` when it ends.
    """
    child = Child(name, limits)
    try:
        with child.within(limit_s):
            child.send(request)
            while isinstance(answer := child.receive(bytes, response, JobFailed), bytes):
                yield answer
            _checked(answer)
    except ChildDied as died:
        raise because(died, child, limit_s) from died.__cause__
    finally:
        child.close()


def write(
    name: str,
    request: object,
    quads: Iterable[bytes],
    response: type[T],
    *,
    limit_s: float,
    limits: Limits = _USUAL,
    begun: Callable[[Child], None] | None = None,
) -> T:
    """Run a job that takes N-Quads after its request; ``begun`` is given its child, to end it early. Raises like ``read``."""
    child = Child(name, limits)
    try:
        if begun is not None:
            begun(child)
        with child.within(limit_s):
            child.send(request)
            for lines in quads:
                child.send_quads(lines)
            child.send(EndOfQuads())
            return _checked(child.receive(response, JobFailed))
    except ChildDied as died:
        raise because(died, child, limit_s) from died.__cause__
    finally:
        child.close()


def _checked(answer: T | JobFailed) -> T:
    if isinstance(answer, JobFailed):
        raise BadInput(answer.sentence, hint=answer.hint)
    return answer


def because(died: ChildDied, child: Child, limit_s: float) -> ChildDied | QueryTimeout:
    """What to raise for a child that died: another error when it was too late."""
    return (
        QueryTimeout(f"The job “{child.name}” was stopped at its limit of {limit_s:g} seconds.") if child.late else died
    )

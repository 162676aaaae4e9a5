"""The warm checker: shapes on small pieces, again and again, so that an edit is checked at once.

The shapes stay loaded between requests; other shapes than those of the request before are loaded anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.children.received import all_quads
from kgapp.children.shacl import Shapes
from kgapp.domain.errors import UserError
from kgapp.domain.messages import CheckShapes, Findings, JobFailed

if TYPE_CHECKING:
    from kgapp.children.protocol import Channel


def serve(channel: Channel) -> None:
    """Answer requests until the other end is gone."""
    checker = Checker()
    while True:
        request = channel.receive(CheckShapes)
        nquads = all_quads(channel)
        try:
            channel.send(checker.check(request, nquads))
        except UserError as error:
            channel.send(JobFailed(error.sentence, error.hint))


class Checker:
    """Checks pieces against the shapes that it loaded last."""

    def __init__(self) -> None:
        self._shapes: Shapes | None = None
        self._loaded: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def check(self, request: CheckShapes, nquads: bytes) -> Findings:
        """Check one piece. Raises ``BadInput`` for shapes that cannot be used."""
        wanted = (request.shapes, request.ontology)
        if self._shapes is None or self._loaded != wanted:
            self._shapes = Shapes(*wanted)
            self._loaded = wanted
        findings, checked = self._shapes.check(nquads, request.focus)
        return Findings(findings, checked)

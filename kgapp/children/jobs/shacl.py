"""A job: a whole graph against the shapes, or against other shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgapp.children.received import all_quads
from kgapp.children.shacl import Shapes
from kgapp.domain.errors import UserError
from kgapp.domain.messages import CheckShapes, Findings, JobFailed

if TYPE_CHECKING:
    from kgapp.children.protocol import Channel


def serve(channel: Channel) -> None:
    """Answer one request."""
    request = channel.receive(CheckShapes)
    try:
        channel.send(run(request, all_quads(channel)))
    except UserError as error:
        channel.send(JobFailed(error.sentence, error.hint))


def run(request: CheckShapes, nquads: bytes) -> Findings:
    """Check N-Quads, without regard to their graphs. Raises ``BadInput`` for shapes that cannot be used."""
    findings, checked = Shapes(request.shapes, request.ontology).check(nquads, request.focus)
    return Findings(findings, checked)

"""A job: a whole graph against the shapes, or against other shapes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from kgapp.children.received import all_quads
from kgapp.children.shacl import Shapes
from kgapp.domain.errors import UserError
from kgapp.domain.messages import CheckShapes, ChecksMade, Findings, JobFailed

if TYPE_CHECKING:
    from kgapp.children.protocol import Channel
    from kgapp.children.shape_runs import Told


_TOLD_EVERY_S: Final = 0.1


def serve(channel: Channel) -> None:
    """Answer one request, saying how far it is meanwhile."""
    request = channel.receive(CheckShapes)
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _TOLD_EVERY_S:
            last = time.monotonic()
            channel.send(ChecksMade(done, total))

    try:
        channel.send(run(request, all_quads(channel), tell))
    except UserError as error:
        channel.send(JobFailed(error.sentence, error.hint))


def run(request: CheckShapes, nquads: bytes, told: Told | None = None) -> Findings:
    """Check N-Quads, without regard to their graphs. Raises ``BadInput`` for shapes that cannot be used."""
    findings, checked = Shapes(request.shapes, request.ontology).check(nquads, request.focus, told)
    return Findings(findings, checked)

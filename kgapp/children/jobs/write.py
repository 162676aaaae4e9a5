"""The job that writes N-Quads as Turtle, TriG, JSON-LD or RDF/XML, with the lexical forms it receives."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from pyoxigraph import Quad, RdfFormat, parse, serialize

from kgapp.children.jobs import rdf_xml
from kgapp.children.protocol import Channel, QuadStream
from kgapp.domain.errors import UserError
from kgapp.domain.messages import JobFailed, WriteFile, Written

_DATASETS: Final = {"trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
_PREFIX: Final = re.compile(r"(?:[A-Za-z][A-Za-z0-9_-]*)?")  # the writer does not check them


def serve(channel: Channel) -> None:
    """Write the one file that is asked for; its folder and name were chosen by the parent."""
    request = channel.receive(WriteFile)
    incoming = QuadStream(channel)
    try:
        with Path(request.path).open("wb") as file:
            written = _write(file, request, _Counted(incoming))
            file.flush()
            os.fsync(file.fileno())
    except UserError as error:
        incoming.drain()
        channel.send(JobFailed(error.sentence, error.hint))
    except OSError as error:
        incoming.drain()
        channel.send(JobFailed(f"The file cannot be written: {error.strerror or error}."))
    else:
        channel.send(Written(written))


def _write(file: BinaryIO, request: WriteFile, quads: _Counted) -> int:
    prefixes = {prefix: name for prefix, name in request.prefixes if _PREFIX.fullmatch(prefix)}
    if request.syntax == "rdf":
        rdf_xml.write(file, quads, request.prefixes)
    elif request.syntax in _DATASETS:
        # no prefixes in JSON-LD: one such as "urn" would swallow whole IRIs
        serialize(
            quads, file, format=_DATASETS[request.syntax], prefixes=prefixes if request.syntax == "trig" else None
        )
    else:
        serialize((quad.triple for quad in quads), file, format=RdfFormat.TURTLE, prefixes=prefixes)
    return quads.count


class _Counted:
    """The quads of a stream, counted while they pass."""

    def __init__(self, incoming: QuadStream) -> None:
        self.count = 0
        self._quads = parse(cast(IO[bytes], incoming), format=RdfFormat.N_QUADS, lenient=True)

    def __iter__(self) -> Iterator[Quad]:
        for quad in self._quads:
            self.count += 1
            yield quad

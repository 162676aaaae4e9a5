"""The port ``RdfFiles`` on the file system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kgapp.adapters.rdf_files import reading, writing
from kgapp.domain.terms import Iri
from kgapp.services.ports import RdfSource, RdfTarget


class FileSystem:
    """RDF files in folders of this computer."""

    def look(self, path: Path) -> RdfSource:
        """What a file is, from outside."""
        return reading.look(path)

    def quads(self, source: RdfSource, base: Iri, graph: Iri) -> Iterator[bytes]:
        """The content of a file as canonical N-Quads."""
        return reading.quads(source, base, graph)

    def write(self, target: RdfTarget, lines: Iterable[bytes]) -> int:
        """Write a file, whole or not at all."""
        return writing.write(target, lines)

"""Reads RDF files: looks at them from outside, leaves their content to a child."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kgapp.adapters.children import jobs
from kgapp.domain import syntaxes
from kgapp.domain.errors import BadInput, ChildDied
from kgapp.domain.messages import Parsed, ParseFile
from kgapp.domain.syntaxes import Syntax
from kgapp.domain.terms import Iri
from kgapp.services.ports import RdfSource

MOST_BYTES: Final = 4 * 1024**3
_LIMIT_S: Final = 3600.0
_HEAD_BYTES: Final = 4096


def look(path: Path) -> RdfSource:
    """What a file is, without reading its content: raises ``BadInput`` with a sentence when it is no RDF file."""
    try:
        if path.is_dir():
            raise BadInput(f"“{path}” is a folder, not a file.", hint="Name the files in it.")
        size = path.stat().st_size
        if not path.is_file():
            raise BadInput(f"“{path}” is not an ordinary file.", hint="Copy its content into one.")
        if size == 0:
            raise BadInput(f"“{path.name}” is empty: it has 0 bytes.", hint="Was it saved or downloaded completely?")
        if size > MOST_BYTES:
            raise BadInput(f"“{path.name}” has {size:,} bytes; the limit is {MOST_BYTES:,}.", hint="Split it.")
        return _described(path)
    except FileNotFoundError as error:
        raise BadInput(f"There is no file “{path}”.") from error
    except OSError as error:
        raise BadInput(f"“{path}” cannot be opened: {error.strerror}.") from error


def quads(source: RdfSource, base: Iri, graph: Iri) -> Iterator[bytes]:
    """The content as canonical N-Quads in chunks of whole lines, without blank nodes.

    Raises ``BadInput`` with the place of what cannot be read, after the chunks before it.
    """
    request = ParseFile(str(source.path.resolve()), source.syntax.key, base, graph, source.sha256)
    try:
        yield from jobs.read("parse", request, Parsed, limit_s=_LIMIT_S)
    except ChildDied as died:
        raise BadInput(
            f"“{source.path.name}” cannot be read: the reader ended on it. Nothing was imported.",
            hint=f"The file may be damaged, too deeply nested, or need more memory than allowed. {died}",
        ) from died


def _described(path: Path) -> RdfSource:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return RdfSource(path, syntaxes.of_extension(path.suffix, path.name) or _sniffed(head, path.name), digest)


def _sniffed(head: bytes, name: str) -> Syntax:
    other = syntaxes.foreign(head)
    if other:
        raise BadInput(f"“{name}” is in {other}, which kgapp does not read.", hint="Save it as RDF/XML or Turtle.")
    found = syntaxes.looks_like(head.removeprefix(b"\xef\xbb\xbf"))
    if found is None:
        raise BadInput(
            f"“{name}” is not RDF/XML, Turtle, JSON-LD or N-Triples in its first line.", hint="Save it as RDF/XML."
        )
    return syntaxes.by_key("ttl") if found.key == "nt" else found

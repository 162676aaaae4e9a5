"""The job that reads one RDF file: foreign bytes in, canonical N-Quads without blank nodes out.

Literals keep the lexical form of the file (JSON-LD's native numbers become what its specification says). Blank
nodes become IRIs numbered in the order in which the file first uses them, so the same bytes give the same IRIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO, Final, TypeVar, cast
from xml.parsers import expat

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kgapp.children.jobs import xml_literals
from kgapp.children.protocol import Channel
from kgapp.domain import syntaxes, terms
from kgapp.domain.errors import BadInput, UserError
from kgapp.domain.messages import JobFailed, Parsed, ParseFile
from kgapp.domain.terms import Iri, shorten

FORMATS: Final = {
    "nq": RdfFormat.N_QUADS,
    "nt": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
_Term = TypeVar("_Term")

_ALIKE: Final = frozenset({("ttl", "trig"), ("nt", "ttl"), ("nt", "trig"), ("nt", "nq")})
"""Syntaxes that begin alike: what a file looks like, and what its name says."""
_BATCH: Final = 1000
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_HEAD_BYTES: Final = 4096
_SUSPECT: Final = (b"_:", b"<<(", b"--ltr", b"--rtl")
_CONTEXT: Final = re.compile(r'"@context"\s*:\s*\[?[^"\]]*?"([^"{}]*)"\s*[,}\]]')
_CONTEXT_BYTES: Final = 1024 * 1024
_LONGEST_ENTITY: Final = 4096
_REFERENCE: Final = re.compile(r"[&%](?!(?:amp|lt|gt|quot|apos);)[^;\s]+;")
_ENCODING: Final = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)[\"']")
_PLACE: Final = re.compile(r"\s*\(line \d+\)$")
_PREFIX: Final = re.compile(r"^Parser error (?:at|between) .*?: ", re.DOTALL)


def serve(channel: Channel) -> None:
    """Read the one file that is asked for."""
    request = channel.receive(ParseFile)
    try:
        channel.send(_send(request, channel))
    except UserError as error:
        channel.send(JobFailed(error.sentence, error.hint))


def _send(request: ParseFile, channel: Channel) -> Parsed:
    name = Path(request.path).name
    names = _BlankNodes(terms.skolem_prefix(Iri(request.base), request.sha256))
    total = 0
    with Path(request.path).open("rb") as file:
        _check(file, name, request.syntax)
        for batch in _batches(file, name, request):
            total += len(batch)
            channel.send_quads(_canonical(batch, request.graph, names, name))
    if not total:
        raise BadInput(f"“{name}” holds no statements.", hint="Is it RDF at all? The project is unchanged.")
    return Parsed(total, len(names.seen))


def _batches(file: BinaryIO, name: str, request: ParseFile) -> Iterator[list[Quad]]:
    try:
        quads = parse(file, format=FORMATS[request.syntax], base_iri=request.base)
        while batch := list(islice(quads, _BATCH)):
            yield [_mended(quad) for quad in batch] if request.syntax == "rdf" else batch
    except (SyntaxError, ValueError, OSError) as error:
        raise _unreadable(error, file, name, request.syntax) from error


def _canonical(batch: list[Quad], graph: str, names: _BlankNodes, name: str) -> bytes:
    lines = _lines(batch)
    if any(sign in lines for sign in _SUSPECT):
        batch = [_plain(quad, names, name) for quad in batch]
        lines = _lines(batch)
    outside = sum(type(quad.graph_name) is DefaultGraph for quad in batch)
    if outside == len(batch):
        return lines.replace(b" .\n", f" <{graph}> .\n".encode())  # a line end occurs only between statements
    if outside:
        main = NamedNode(graph)
        return _lines([_moved(quad, main) if type(quad.graph_name) is DefaultGraph else quad for quad in batch])
    return lines


def _lines(batch: list[Quad]) -> bytes:
    return serialize(batch, format=RdfFormat.N_QUADS) or b""


def _mended(quad: Quad) -> Quad:
    value = quad.object
    if not isinstance(value, Literal) or value.datatype.value != xml_literals.XML_LITERAL:
        return quad
    return Quad(quad.subject, quad.predicate, xml_literals.mended(value), quad.graph_name)


def _moved(quad: Quad, graph: NamedNode) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def _plain(quad: Quad, names: _BlankNodes, name: str) -> Quad:
    """RDF 1.1 without blank nodes, or a sentence that says what is not."""
    for term in quad.triple:
        if isinstance(term, Triple):
            raise BadInput(
                f"“{name}” has a statement about a statement: {shorten(str(quad))}",
                hint="kgapp keeps RDF 1.1; use rdf:Statement.",
            )
        if isinstance(term, Literal) and term.direction is not None:
            raise BadInput(
                f"“{name}” has a text with a writing direction: {shorten(str(quad))}",
                hint="kgapp keeps RDF 1.1; leave the direction out.",
            )
    subject, predicate, value, graph = quad
    return Quad(names.replaced(subject), predicate, names.replaced(value), names.replaced(graph))


class _BlankNodes:
    """IRIs for the blank nodes of one file, numbered as they come."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self.seen: dict[str, NamedNode] = {}

    def replaced(self, term: _Term) -> _Term | NamedNode:
        """The IRI of a blank node; every other term unaltered."""
        if not isinstance(term, BlankNode):
            return term
        found = self.seen.get(term.value)
        if found is None:
            found = self.seen[term.value] = NamedNode(f"{self._prefix}{len(self.seen) + 1}")
        return found


def _check(file: BinaryIO, name: str, syntax: str) -> None:
    """Refuse what no parser should see; leave the file at its first character."""
    head = file.read(_HEAD_BYTES)
    file.seek(len(_UTF8_MARK) if head.startswith(_UTF8_MARK) else 0)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"“{name}” is in UTF-16.", hint="Save it as UTF-8.")
    if head.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise BadInput(f"“{name}” is compressed, whatever its name says.", hint="Unpack it first.")
    if syntax == "rdf":
        _check_xml(file, head, name)


def _check_xml(file: BinaryIO, head: bytes, name: str) -> None:
    """Refuse XML that is not well-formed to its end, and entities that could grow (the RDF parser overlooks both)."""
    encoding = _ENCODING.match(head.removeprefix(_UTF8_MARK))
    if encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"utf8"):
        raise BadInput(f"“{name}” is in {encoding[1].decode(errors='replace')}.", hint="Save it as UTF-8.")
    start = file.tell()
    reader = expat.ParserCreate()
    reader.EntityDeclHandler = lambda *entity: _check_entity(reader.CurrentLineNumber, name, *entity)
    try:
        reader.ParseFile(file)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise BadInput(
            f"“{name}” cannot be read as RDF/XML: {place}: {expat.ErrorString(error.code)}.", hint=_looks(file, "rdf")
        ) from error
    file.seek(start)


def _check_entity(line: int, name: str, entity: str, is_parameter: bool, value: str | None, *_: object) -> None:
    if value is None or is_parameter or _REFERENCE.search(value) or len(value) > _LONGEST_ENTITY:
        raise BadInput(
            f"“{name}” defines the entity “{shorten(entity, 40)}” in line {line} by other entities, by another file "
            "or by a very long text.",
            hint="kgapp accepts only entities that stand for a short text. The project is unchanged.",
        )


def _unreadable(error: Exception, file: BinaryIO, name: str, key: str) -> BadInput:
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    place = f"line {line}, column {column}: " if line else f"near line {_line_of_failure(file, key)}: "
    said = _PLACE.sub("", _PREFIX.sub("", str(error)))
    if "LoadDocumentCallback" in said:
        return BadInput(
            f"“{name}” names a context on the web ({_remote_context(file)}); kgapp fetches nothing.",
            hint="Put the context itself into the file. The project is unchanged.",
        )
    return BadInput(
        f"“{name}” cannot be read as {syntaxes.by_key(key).name}: {place}{shorten(said, 300)}.", hint=_looks(file, key)
    )


def _line_of_failure(file: BinaryIO, key: str) -> int:
    """Read the file again, line by line, until it fails again."""
    file.seek(0)
    lines = _Lines(file)
    try:
        for _ in parse(cast(IO[bytes], lines), format=FORMATS[key], base_iri="http://localhost/"):
            pass
    except (SyntaxError, ValueError, OSError):
        return lines.number
    return lines.number


class _Lines:
    """A file that gives one line at a time."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        """The next line or what fits of it."""
        line = self._file.readline(size)
        self.number += line.endswith(b"\n")
        return line


def _remote_context(file: BinaryIO) -> str:
    file.seek(0)
    found = _CONTEXT.search(file.read(_CONTEXT_BYTES).decode(errors="replace"))
    return found[1] if found else "inside another one"


def _looks(file: BinaryIO, key: str) -> str:
    file.seek(0)
    head = file.read(_HEAD_BYTES).removeprefix(_UTF8_MARK)
    other = syntaxes.foreign(head)
    if other:
        return f"It looks like {other}, which kgapp does not read: save it as RDF/XML or Turtle."
    like = syntaxes.looks_like(head)
    alike = like is None or like.key == key or (like.key, key) in _ALIKE
    return "The project is unchanged." if like is None or alike else f"It looks like {like.name}."

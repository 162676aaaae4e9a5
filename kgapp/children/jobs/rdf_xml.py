"""RDF/XML 1.1 as it must be: what XML 1.0 cannot say is refused by name, a carriage return is escaped.

One ``rdf:Description`` for each run of statements with the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import XSD_STRING, shorten

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_NAME_START: Final = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME: Final = f"[{_NAME_START}][{_NAME_START}0-9.\xb7\u0300-\u036f\u203f-\u2040-]*"
_PREDICATE: Final = re.compile(f"(.*?)({_NAME})", re.DOTALL)
_PREFIX: Final = re.compile(f"(?!(?i:xml)){_NAME}")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_NO_PROPERTY: Final = frozenset(
    RDF + name
    for name in (
        "RDF",
        "Description",
        "ID",
        "about",
        "bagID",
        "parseType",
        "resource",
        "nodeID",
        "datatype",
        "li",
        "aboutEach",
        "aboutEachPrefix",
    )
)


def write(file: BinaryIO, quads: Iterable[Quad], prefixes: Iterable[tuple[str, str]]) -> None:
    """Write the triples of ``quads``. Raises ``BadInput`` naming the first statement that RDF/XML cannot say."""
    known = {name: prefix for prefix, name in prefixes if _PREFIX.fullmatch(prefix) and prefix != "rdf"} | {RDF: "rdf"}
    declared = "".join(
        f'\n  xmlns:{prefix}="{_escaped(name)}"' for name, prefix in sorted(known.items(), key=lambda n: n[1])
    )
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    subject = None
    for quad in quads:
        if quad.subject != subject:
            file.write(b"" if subject is None else b"  </rdf:Description>\n")
            subject = quad.subject
            file.write(f"  <rdf:Description {_named(subject, 'about')}>\n".encode())
        file.write(_property(quad, known).encode())
    file.write(b"</rdf:RDF>\n" if subject is None else b"  </rdf:Description>\n</rdf:RDF>\n")


def _property(quad: Quad, known: dict[str, str]) -> str:
    split = _PREDICATE.fullmatch(quad.predicate.value)
    if not split or not split[1] or quad.predicate.value in _NO_PROPERTY:
        raise _unsayable(quad, "the predicate cannot be written as an XML name")
    prefix = known.get(split[1])
    name = f"{prefix}:{split[2]}" if prefix else f"p:{split[2]}"
    opening = name if prefix else f'{name} xmlns:p="{_escaped(split[1])}"'
    value = quad.object
    if isinstance(value, Literal):
        if _NOT_XML.search(value.value):
            raise _unsayable(quad, "XML has no such control character")
        return f"    <{opening}{_kind(value)}>{_escaped(value.value)}</{name}>\n"
    return f"    <{opening} {_named(value, 'resource')}/>\n"


def _kind(value: Literal) -> str:
    if value.language:
        return f' xml:lang="{value.language}"'
    return "" if value.datatype.value == XSD_STRING else f' rdf:datatype="{_escaped(value.datatype.value)}"'


def _named(term: object, attribute: str) -> str:
    if isinstance(term, BlankNode):
        return f'rdf:nodeID="{term.value}"'
    assert isinstance(term, NamedNode)
    return f'rdf:{attribute}="{_escaped(term.value)}"'


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _unsayable(quad: Quad, why: str) -> BadInput:
    return BadInput(
        f"RDF/XML cannot say this statement, because {why}: {shorten(str(quad.triple), 400)} .",
        hint="Nothing was written. Turtle, TriG, N-Quads, N-Triples and JSON-LD can say it.",
    )

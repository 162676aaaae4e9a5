"""RDF terms as values: IRIs, literals and quads, exact to the character.

Blank nodes do not occur here: they become IRIs where data enters (``skolem_prefix``). The N-Triples form
of a term (RDF 1.1 N-Triples, canonical escapes) is its written form everywhere: in the record, in what is
hashed, and in what the engine receives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NewType

from kgapp.domain.errors import BadTerm

Iri = NewType("Iri", str)

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING: Final = Iri(XSD + "string")
RDF_LANG_STRING: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
GENID: Final = ".well-known/genid/"

_NOT_IN_IRI = re.compile(
    r'[\x00-\x20<>"{}|^`\\\x7f-\x9f\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff'
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + r"]|%(?![0-9A-Fa-f]{2})|(?<!//)(?<!@)\[|#[^#]*#"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LANGUAGE = re.compile(r"([A-Za-z]{2,8}|[XxIi](?=-))(-[A-Za-z0-9]{1,8})*\Z")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_MUST_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\\ufffe\uffff]')
_UNESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf\"'\\]))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_LITERAL = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"(?:\^\^<([^>]*)>|@([A-Za-z0-9-]+))?\Z', re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal with the lexical form it was written in; ``7.40`` is not ``7.4``.

    ``language`` is a lower-case BCP 47 tag (RDF 1.1 section 3.3) or empty.
    """

    lexical: str
    datatype: Iri = XSD_STRING
    language: str = ""


Term = Iri | Literal


@dataclass(frozen=True, slots=True)
class Quad:
    """One statement in a named graph; kgapp stores nothing in the default graph."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri


def iri(text: str) -> Iri:
    """Return ``text`` as an absolute IRI.

    Raises ``BadTerm`` for a relative IRI and for characters that RFC 3987 forbids.
    """
    if not _SCHEME.match(text) or _NOT_IN_IRI.search(text):
        raise BadTerm(f"“{shorten(text)}” is not an absolute IRI.", hint="Write it like https://example.org/name.")
    return Iri(text)


def language_literal(text: str, tag: str) -> Literal:
    """Return a language-tagged literal; the tag is lower-cased. Raises ``BadTerm`` for a bad tag."""
    if not _LANGUAGE.match(tag):
        raise BadTerm(f"“{shorten(tag)}” is not a language tag.", hint="Write a tag like en or pt-br.")
    return Literal(text, RDF_LANG_STRING, tag.lower())


def ntriples(term: Term) -> str:
    """The canonical N-Triples form of a term."""
    if isinstance(term, str):
        return f"<{term}>"
    quoted = f'"{_MUST_ESCAPE.sub(_escape, term.lexical)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype == XSD_STRING else f"{quoted}^^<{term.datatype}>"


def parse(text: str) -> Term:
    """The term that an N-Triples form stands for. Raises ``BadTerm``; blank nodes are refused."""
    if text.startswith("<") and text.endswith(">"):
        return iri(_UNESCAPE.sub(_unescape, text[1:-1]) if "\\" in text else text[1:-1])
    match = _LITERAL.match(text)
    if not match:
        raise BadTerm(
            f"“{shorten(text)}” is not a term in N-Triples syntax.",
            hint='Write <https://example.org/x>, "text", "text"@en or "7.40"^^<datatype IRI>.',
        )
    lexical = _UNESCAPE.sub(_unescape, match[1])
    if match[3]:
        return language_literal(lexical, match[3])
    return Literal(lexical, iri(match[2]) if match[2] else XSD_STRING)


def sparql(term: Term) -> str:
    """The term as SPARQL text, safe to place in ``VALUES``: the only way a term enters a query.

    Raises ``BadTerm`` for an IRI that would break out of its angle brackets.
    """
    return ntriples(iri(term)) if isinstance(term, str) else ntriples(term)


def nquad(quad: Quad) -> str:
    """One canonical N-Quads line, without the newline."""
    return f"<{quad.subject}> <{quad.predicate}> {ntriples(quad.object)} <{quad.graph}> ."


def skolem_prefix(base: Iri, sha256_hex: str) -> str:
    """Prefix of the IRIs that replace the blank nodes of the file with this SHA-256 (RDF 1.1 section 3.5)."""
    return f"{base}{GENID}{sha256_hex[:16]}"


def is_skolem(term: Term) -> bool:
    """Whether an IRI stands for a blank node of an imported file."""
    return isinstance(term, str) and GENID in term


def shorten(text: str, length: int = 80) -> str:
    """``text`` on one line, cut for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _unescape(match: re.Match[str]) -> str:
    if match[3]:
        return _SHORT[match[3]]
    code = int(match[1] or match[2], 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise BadTerm(f"{match[0]} is no character.", hint="Use a Unicode scalar value.")
    return chr(code)

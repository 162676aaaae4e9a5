"""The RDF syntaxes that kgapp reads and writes, and how a file shows which one it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import BadInput


@dataclass(frozen=True, slots=True)
class Syntax:
    """One syntax. ``name`` is what people call it, ``key`` how messages name it."""

    key: str
    name: str
    extensions: tuple[str, ...]
    has_graphs: bool


SYNTAXES: Final = (
    Syntax("nq", "N-Quads", (".nq",), has_graphs=True),
    Syntax("nt", "N-Triples", (".nt",), has_graphs=False),
    Syntax("trig", "TriG", (".trig",), has_graphs=True),
    Syntax("ttl", "Turtle", (".ttl",), has_graphs=False),
    Syntax("jsonld", "JSON-LD", (".jsonld", ".json"), has_graphs=True),
    Syntax("rdf", "RDF/XML", (".rdf", ".xml"), has_graphs=False),
)
OWL_EXTENSION: Final = ".owl"
_BY_EXTENSION: Final = {extension: syntax for syntax in SYNTAXES for extension in syntax.extensions}
_BY_KEY: Final = {syntax.key: syntax for syntax in SYNTAXES}
_COMPRESSED: Final = frozenset({".gz", ".bz2", ".xz", ".zip", ".zst", ".7z"})
_KNOWN: Final = ", ".join((*_BY_EXTENSION, OWL_EXTENSION))

_SIGNS: Final = (
    (re.compile(rb"\s*(?:<\?xml|<!--|<!DOCTYPE|<rdf:RDF)"), "rdf"),
    (re.compile(rb"\s*[\[{]\s*[\[\]{}\"]"), "jsonld"),
    (re.compile(rb"(?:\s|#[^\r\n]*[\r\n])*@?(?:prefix|base)\s", re.IGNORECASE), "ttl"),
    (re.compile(rb"(?:\s|#[^\r\n]*[\r\n])*(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s"), "nt"),
)
_FOREIGN: Final = (
    (re.compile(rb"<Ontology\b"), "OWL/XML"),
    (re.compile(rb"(?:\s|#[^\r\n]*[\r\n])*(?:Prefix|Ontology)\s*\("), "OWL functional syntax"),
    (re.compile(rb"(?:\s|#[^\r\n]*[\r\n])*(?:Prefix|Ontology):\s"), "OWL Manchester syntax"),
    (re.compile(rb"format-version:"), "OBO"),
)


def by_key(key: str) -> Syntax:
    """The syntax that a message names."""
    return _BY_KEY[key]


def of_extension(extension: str, name: str) -> Syntax | None:
    """The syntax that an extension such as ``.ttl`` stands for; ``None`` for ``.owl``, which may be in any.

    Raises ``BadInput`` for every other extension; ``name`` is the file's name for the sentence.
    """
    extension = extension.lower()
    if extension in _COMPRESSED:
        raise BadInput(f"“{name}” is compressed.", hint="Unpack it first.")
    if extension != OWL_EXTENSION and extension not in _BY_EXTENSION:
        raise BadInput(
            f"kgapp does not know what is in “{name}”: its name ends in “{extension}”.", hint=f"It knows {_KNOWN}."
        )
    return _BY_EXTENSION.get(extension)


def looks_like(head: bytes) -> Syntax | None:
    """The syntax that the first bytes of a file show, if they do; OWL's own syntaxes are none of ours."""
    if foreign(head):
        return None
    return next((_BY_KEY[key] for sign, key in _SIGNS if sign.match(head)), None)


def foreign(head: bytes) -> str:
    """The name of a syntax that the first bytes show and that kgapp cannot read, or nothing."""
    return next((name for sign, name in _FOREIGN if sign.search(head)), "") if b"<rdf:RDF" not in head else ""

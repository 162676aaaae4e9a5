"""The cells of answers as terms, with what a record could not hold: blank nodes, statements as terms, text with a direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kgapp.domain import terms
from kgapp.domain.errors import BadTerm
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Iri, Literal

_PART: Final = re.compile(
    r"\s*(?:(?P<open><<\(?)|(?P<close>\)?>>)|(?P<iri><[^<>\s]*>)|(?P<blank>_:\S+)"
    r'|(?P<text>"(?:[^"\\]|\\.)*"(?:\^\^<[^<>\s]*>|@[A-Za-z0-9-]+)?))',
    re.DOTALL,
)
_DIRECTED: Final = re.compile(r'("(?:[^"\\]|\\.)*")@([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)--(ltr|rtl)', re.DOTALL)
_TAGGED: Final = re.compile(r'("(?:[^"\\]|\\.)*")(?:@([A-Za-z0-9-]+)|\^\^<([^<>\s]*)>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank node by its label in one answer."""

    label: str


@dataclass(frozen=True, slots=True)
class Directed:
    """Text in a language with the direction it is written in (RDF 1.2)."""

    text: Literal
    direction: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as a term (RDF 1.2)."""

    subject: Value
    predicate: Value
    object: Value


Value = Iri | Literal | Blank | Directed | Statement


def read(cell: str) -> Value | None:
    """The term in a cell; ``None`` for what is none."""
    if is_statement(cell):
        parts = list(_PART.finditer(cell if cell.startswith("<<") else f"<<( {cell} )>>"))
        found, at = _statement(parts, 0)
        return found if at == len(parts) else None
    return _single(cell)


def thing(cell: str | None) -> Iri | None:
    """The IRI in a cell; a statement as a term, a blank node and a literal are none."""
    if cell is None or not cell.startswith("<") or is_statement(cell):
        return None
    return Iri(cell[1:-1])


def is_statement(cell: str) -> bool:
    """Whether a cell holds a statement as a term, in the form that engines write or in that of N-Triples 1.2."""
    return cell.startswith("<<") or (cell[:1] in {"<", "_"} and " " in cell)


def spelled(cell: str) -> str:
    """A cell as N-Triples 1.2 has it."""
    return f"<<( {cell} )>>" if is_statement(cell) and not cell.startswith("<<") else cell


def _single(cell: str) -> Value | None:
    if cell.startswith("_:"):
        return Blank(cell[2:])
    try:
        return terms.parse(cell)
    except BadTerm:
        return _odd(cell)


def _odd(cell: str) -> Value | None:
    """What the record would refuse and an endpoint may answer: directions, IRIs and tags that are not quite right."""
    if cell.startswith("<") and cell.endswith(">"):
        return Iri(cell[1:-1])
    try:
        if match := _DIRECTED.fullmatch(cell):
            return Directed(Literal(_lexical(match[1]), RDF_LANG_STRING, match[2].lower()), match[3])
        if match := _TAGGED.fullmatch(cell):
            kind = RDF_LANG_STRING if match[2] else Iri(match[3])
            return Literal(_lexical(match[1]), kind, (match[2] or "").lower())
    except BadTerm:
        return None
    return None


def _lexical(quoted: str) -> str:
    found = terms.parse(quoted)
    assert isinstance(found, Literal)
    assert found.datatype == XSD_STRING
    return found.lexical


def _statement(parts: list[re.Match[str]], at: int) -> tuple[Statement | None, int]:
    """The statement that begins at a part, and where the next part begins."""
    found: list[Value] = []
    at += 1
    while at < len(parts) and not parts[at]["close"]:
        if parts[at]["open"]:
            inner, at = _statement(parts, at)
            value: Value | None = inner
        else:
            value, at = _single(parts[at][0].strip()), at + 1
        if value is None:
            return None, -1
        found.append(value)
    return (Statement(*found), at + 1) if len(found) == 3 else (None, -1)

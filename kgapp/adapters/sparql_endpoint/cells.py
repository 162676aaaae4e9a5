"""Terms of SPARQL 1.1 JSON results, RDF-star included, as the cells that all answers have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kgapp.domain.errors import BadTerm, QueryFailed
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Literal, language_literal, ntriples, shorten

_DEEPEST: Final = 20
_PARTS: Final = ("subject", "predicate", "object")
_NOT_BETWEEN_BRACKETS: Final = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f]')


class Cells:
    """Makes the cells of one answer; blank nodes are numbered as they come."""

    def __init__(self) -> None:
        self._blank: dict[str, str] = {}

    def cell(self, term: object, depth: int = 0) -> str:
        """The N-Triples form of a term. Raises ``QueryFailed`` for what is none."""
        if not isinstance(term, dict):
            raise _no_term(term)
        kind, value = term.get("type"), term.get("value")
        if kind == "triple" and isinstance(value, dict) and depth < _DEEPEST:
            return f"<< {' '.join(self.cell(value.get(part), depth + 1) for part in _PARTS)} >>"
        if not isinstance(value, str):
            raise _no_term(term)
        if kind == "uri":
            return written(value)
        if kind in ("literal", "typed-literal"):  # the second is of the draft that older servers follow
            return _literal(value, term)
        if kind == "bnode":
            return self._blank.setdefault(value, f"_:b{len(self._blank)}")
        raise _no_term(term)


def written(iri: str) -> str:
    """An IRI in angle brackets; what cannot stand there is escaped, so that a cell is never read as something else."""
    return f"<{_NOT_BETWEEN_BRACKETS.sub(_escaped, iri)}>"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"


def _literal(value: str, term: Mapping[str, object]) -> str:
    language, datatype = term.get("xml:lang"), term.get("datatype")
    if isinstance(language, str) and language:
        try:
            return ntriples(language_literal(value, language))
        except BadTerm as error:
            raise _no_term(term) from error
    if not isinstance(datatype, str) or datatype in (XSD_STRING, RDF_LANG_STRING):
        return ntriples(Literal(value))
    return f"{ntriples(Literal(value))}^^{written(datatype)}"


def _no_term(term: object) -> QueryFailed:
    return QueryFailed(
        f"The endpoint sent what is no RDF term: {shorten(repr(term))}", hint="Is it a SPARQL 1.1 endpoint?"
    )

"""XML literals of RDF/XML as the parser gives them: a namespace declared inside the literal comes twice, which is no XML."""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import Literal

XML_LITERAL: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"
_START_TAG: Final = re.compile(r"<[^\s<>/!?]+(?:\s+[^\s=<>]+=\"[^\"]*\")+")
_DECLARATION: Final = re.compile(r"\s+(xmlns(?::[^\s=]+)?)=\"[^\"]*\"")


def mended(literal: Literal) -> Literal:
    """The literal with each declaration once in its start tag."""
    return Literal(_START_TAG.sub(_once, literal.value), datatype=literal.datatype)


def _once(tag: re.Match[str]) -> str:
    seen: set[str] = set()

    def first(declaration: re.Match[str]) -> str:
        if declaration[1] in seen:
            return ""
        seen.add(declaration[1])
        return declaration[0]

    return _DECLARATION.sub(first, tag[0])

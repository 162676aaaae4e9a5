"""What an engine says of a text that is no SPARQL, in plain words and with the place in the user's own text."""

from __future__ import annotations

import re
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.terms import shorten

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_MEANINGS: Final = (
    ("Prefix not found", "the prefix is not declared"),
    ("IRI parsing failed", "the IRI is not absolute"),
    ("contains a variable that is unbound", "a selected variable must be grouped or come from an aggregate"),
    ("already been used", "the variable has a value already"),
)


def explained(message: str, text: str) -> str:
    """A sentence for an engine's message about ``text``; a message without a place stays as it is."""
    found = _PLACE.search(message)
    if not found:
        return f"The query cannot be answered: {shorten(message, 300)}."
    line, column = int(found[1]), int(found[2])
    shown = line - text.partition("\n")[0].endswith(sparql_text.ADDED)
    meaning = next((words for sign, words in _MEANINGS if sign in found[3]), "")
    said = f": {meaning}" if meaning else _there(text, line, column)
    return f"The query is not SPARQL at line {shown}, column {column}{said}."


def _there(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]]) if line <= len(lines) else ""
    token = next(sparql_text.tokens(rest[:1000]), None)
    return f": “{shorten(token.text, 40)}” cannot stand there" if token else ": something is missing at its end"

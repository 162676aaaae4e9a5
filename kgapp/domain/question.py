"""Questions that people ask of a project: a sentence with blanks, their parameters, and the query that answers it.

A query marks where a parameter enters by an empty block ``VALUES ?name { }``, which is SPARQL as it stands. A term enters
there and nowhere else, through ``terms.sparql``. Where a parameter that may stay empty has no value the block is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.terms import Iri, Term

UNIT_COLUMN: Final = "_unit"
"""How the name of a column ends that holds the unit of the column before it."""

_BLANK = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
_EMPTY_BLOCK: Final = 4
"""Tokens of ``VALUES ?name { }``."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A blank: things of ``classes``, or words of a ``scheme``, or a value of a ``datatype``, in a ``unit`` if that is given.

    ``default`` fills it when nobody says, or the value that the project has for ``default_from``.
    """

    name: str
    label: str
    classes: tuple[Iri, ...] = ()
    scheme: Iri | None = None
    datatype: Iri | None = None
    unit: Iri | None = None
    default: Term | None = None
    default_from: Iri | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question; ``own`` when it is the project's and not shipped. Parameters stand in the order of the sentence."""

    iri: Iri
    label: str
    sentence: str
    group: Iri
    explanation: str
    query: str
    parameters: tuple[Parameter, ...] = ()
    own: bool = False


def blanks(sentence: str) -> tuple[str, ...]:
    """The names of the blanks of a sentence, in order, each once.

    >>> blanks("Who at {site} is qualified for {step} on {day}?")
    ('site', 'step', 'day')
    """
    return tuple(dict.fromkeys(_BLANK.findall(sentence)))


def pieces(sentence: str) -> tuple[tuple[str, bool], ...]:
    """The sentence cut at its blanks: texts, and names of blanks marked true; no empty texts.

    >>> pieces("Who knows {step}?")
    (('Who knows ', False), ('step', True), ('?', False))
    """
    cut = _BLANK.split(sentence)
    return tuple((text, bool(at % 2)) for at, text in enumerate(cut) if text)


def worded(sentence: str, words: Mapping[str, str]) -> str:
    """The sentence with words in its blanks; a blank without words stays as it is.

    >>> worded("Who knows {step}?", {"step": "Expansion"})
    'Who knows Expansion?'
    """
    return "".join(words.get(text, f"{{{text}}}") if blank else text for text, blank in pieces(sentence))


def places(query: str) -> tuple[str, ...]:
    """The names for which a query has an empty block, in order, each once.

    >>> places("SELECT ?a { VALUES ?a { } ?a ?b ?c }")
    ('a',)
    """
    return tuple(dict.fromkeys(name for name, _, _ in _blocks(query)))


def fill(question: Question, values: Mapping[str, Term]) -> str:
    """The query with the values in its blocks. Blocks of names without a value are left out."""
    text, end = [], 0
    for name, start, stop in _blocks(question.query):
        text.append(question.query[end:start])
        if name in values:
            text.append(sparql_text.values(name, (values[name],)))
        end = stop
    return "".join((*text, question.query[end:]))


def _blocks(query: str) -> list[tuple[str, int, int]]:
    """The empty blocks of a query: name of the variable, start and end."""
    found = []
    window: list[sparql_text.Token] = []
    for token in sparql_text.tokens(query):
        window = [*window[1 - _EMPTY_BLOCK :], token]
        if len(window) == _EMPTY_BLOCK and _is_block(window):
            found.append((window[1].text[1:], window[0].start, token.start + 1))
    return found


def _is_block(window: list[sparql_text.Token]) -> bool:
    first, variable, opening, closing = window
    return (
        first.kind == "word"
        and first.text.upper() == "VALUES"
        and variable.kind == "variable"
        and (opening.text, closing.text) == ("{", "}")
    )

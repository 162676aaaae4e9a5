"""Queries that say how large the answer of another query is, so that a cut answer is found out.

Some servers cut an answer without a word (Virtuoso at its row limit, CONSTRUCT above all). Grammar is left to the server:
what is made here from a text that it accepts is accepted too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kgapp.domain import sparql_text
from kgapp.domain.sparql_text import Token

_SIDE: Final = 100
PROBE: Final = _SIDE * _SIDE
"""So many rows an answer needs to have before it is counted, if the server gives so many at all."""
LONG_GRAPH: Final = 1000
"""So many statements a graph needs to have before it is counted: what a server gives of rows says less about statements."""
COLUMN: Final = "kgapp_rows"
_COUNT: Final = f"SELECT (COUNT(*) AS ?{COLUMN})"
_SIGNS: Final = ("+", "-")


def probe() -> str:
    """A query with ``PROBE`` rows on every server, whatever it holds."""
    return f"SELECT ?x WHERE {{ {_probe('x', 'y')} }}"


def _probe(one: str, other: str) -> str:
    side = " ".join(f'"{each}"' for each in range(_SIDE))
    return f"{{ VALUES ?{one} {{ {side} }} }} {{ VALUES ?{other} {{ {side} }} }}"


def with_probe(text: str) -> str:
    """A SELECT of our own for one variable, and beside its rows those of the probe, whose second column is bound."""
    variable = text.split(maxsplit=2)[1]
    return f"SELECT {variable} ?kgapp_x WHERE {{ {{ {text} }} UNION {{ {_probe('kgapp_x', 'kgapp_y')} }} }}"


def limit_of(text: str) -> int | None:
    """The LIMIT of the whole query, if it has one."""
    depth = 0
    found: int | None = None
    before = ""
    for token in sparql_text.tokens(text):
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0 and before == "LIMIT" and token.text.isdigit():
            found = int(token.text)
        before = token.text.upper()
    return found


def of_select(text: str) -> str:
    """How many rows a SELECT query has."""
    tokens = tuple(sparql_text.tokens(text))
    start = _word(tokens, "SELECT")
    prologue, dataset, body = _parted(text, tokens, start)
    return f"{prologue} {_COUNT} {dataset} WHERE {{ {body}\n}}"


def of_construct(text: str) -> str | None:
    """How many different statements a CONSTRUCT query has; ``None`` for a template that is not a list of plain triples."""
    tokens = tuple(sparql_text.tokens(text))
    start = _word(tokens, "CONSTRUCT")
    prologue, dataset, _ = _parted(text, tokens, start)
    where = _where(tokens, start)
    pattern = text[tokens[where].start :]
    template = start + 1 if tokens[start + 1].text == "{" else where
    triples = _triples(tokens[template + 1 : _closing(tokens, template)])
    if not triples:
        return None
    return f"{prologue} {_COUNT} {dataset} WHERE {{ SELECT DISTINCT ?kgapp_s ?kgapp_p ?kgapp_o WHERE {{ {_union(triples, pattern)} }} }}"


def _union(triples: Sequence[tuple[str, str, str]], pattern: str) -> str:
    """A sub-select keeps LIMIT and ORDER of the pattern where they belong."""
    branches = (
        f"{{ {{ SELECT * WHERE {pattern}\n }} BIND({subject} AS ?kgapp_s) BIND({predicate} AS ?kgapp_p) "
        f"BIND({value} AS ?kgapp_o) FILTER(!isLiteral(?kgapp_s) && isIRI(?kgapp_p) && BOUND(?kgapp_o)) }}"
        for subject, predicate, value in triples
    )
    return " UNION ".join(branches)


def _parted(text: str, tokens: Sequence[Token], start: int) -> tuple[str, str, str]:
    """The text before a word, its FROM clauses, and the rest of it."""
    kept: list[str] = []
    dataset: list[str] = []
    at = tokens[start].start
    for first, last in _from_clauses(tokens, start):
        kept.append(text[at : tokens[first].start])
        at = tokens[last].start + len(tokens[last].text)
        dataset.append(text[tokens[first].start : at])
    kept.append(text[at:])
    return text[: tokens[start].start], " ".join(dataset), "".join(kept)


def _from_clauses(tokens: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    for place in range(start, len(tokens)):
        if tokens[place].kind == "word" and tokens[place].text.upper() == "FROM":
            named = tokens[place + 1].text.upper() == "NAMED"
            yield place, place + 1 + named


def _word(tokens: Sequence[Token], word: str) -> int:
    return next(place for place, token in enumerate(tokens) if token.kind == "word" and token.text.upper() == word)


def _where(tokens: Sequence[Token], start: int) -> int:
    """The brace that opens the pattern: the one behind the template, or the only one."""
    if tokens[start + 1].text != "{":
        return next(place for place in range(start, len(tokens)) if tokens[place].text == "{")
    behind = _closing(tokens, start + 1) + 1
    return next(place for place in range(behind, len(tokens)) if tokens[place].text == "{")


def _closing(tokens: Sequence[Token], brace: int) -> int:
    depth = 0
    for place in range(brace, len(tokens)):
        depth += (tokens[place].kind == "open") - (tokens[place].kind == "close")
        if depth == 0:
            return place
    return len(tokens)


def _triples(tokens: Sequence[Token]) -> tuple[tuple[str, str, str], ...]:
    """The triples of a template, or none when it holds more than terms and marks."""
    found: list[tuple[str, str, str]] = []
    terms: list[str] = []
    joined = False
    for token in (*tokens, Token("mark", ".", 0)):
        if token.kind in ("open", "close", "other") or token.text.startswith("_:"):
            return ()
        if token.kind == "mark":
            if len(terms) == 3:
                found.append((terms[0], terms[1], terms[2]))
            terms = terms[: {".": 0, ";": 1, ",": 2}[token.text]]
        elif joined or token.kind == "language" or token.text == "^^":
            terms[-1:] = ["".join(terms[-1:]) + token.text]
        else:
            terms.append(_RDF_TYPE if token.text == "a" else token.text)
        joined = token.text == "^^" or token.text in _SIGNS
        if len(terms) > 3:
            return ()
    return tuple(found)


_RDF_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

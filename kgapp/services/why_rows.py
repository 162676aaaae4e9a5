"""Why a row is in an answer that was asked with what follows: which of the statements it rests on nobody stated.

The row's values are put into the query, the engine gives one match as statements, and each of them is asked for its
reason in the record. What cannot be taken apart (sums, queries within queries) is refused or named, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain import sparql_text, terms
from kgapp.domain.answers import Row
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.sparql import parsing
from kgapp.domain.sparql.parsing import Group, Parsed, Statement
from kgapp.domain.sparql.tokens import Kind
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.services import inference, queries, why
from kgapp.services.asking import parts
from kgapp.services.asking.parts import Pattern
from kgapp.services.ports import RecordReader, SparqlSource
from kgapp.services.why import Fact

SECONDS: Final = 20.0
MOST: Final = 30
"""So many statements of a row are asked for their reason."""
_SUMS: Final = frozenset({"GROUP", "HAVING", "COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"})
_CLOSED: Final = frozenset({"MINUS", "EXISTS", "SERVICE"})
"""What stands before the braces of a group whose statements need not hold for a match."""
_QUERY: Final = "a query within the query"
_SUFFIX: Final = re.compile(r"@[A-Za-z0-9-]+|\^\^(?:<[^>]*>|[^\s;,.)}\]]+)")
_UNNAMED: Final = ("_:", "<<")
_ONE: Final = frozenset({Kind.PREFIXED, Kind.IRI, Kind.VARIABLE})


@dataclass(frozen=True, slots=True)
class RowReasons:
    """``facts`` follow and the row needs them; ``stated`` counts those that are stated; ``left`` names what was not looked at."""

    facts: tuple[Fact, ...]
    stated: int
    left: tuple[str, ...] = ()


def reasons(
    reader: RecordReader,
    engine: SparqlSource,
    text: str,
    columns: tuple[str, ...],
    row: Row,
    *,
    timeout_s: float = SECONDS,
) -> RowReasons:
    """What a row of an answer to ``text`` rests on.

    Raises ``BadInput`` with a sentence where that cannot be told, and what a query raises.
    """
    found = _taken_apart(text)
    query = _match(found, columns, row)
    with queries.run(reader, inference.source(engine, inferred=True), query, timeout_s=timeout_s) as result:
        rows, _ = queries.first_rows(result.answer, MOST)
    facts, unnamed = _facts(rows)
    if not facts:
        raise BadInput(
            "The engine no longer finds what this row rests on.",
            hint="The project may have changed since: run the query again.",
        )
    following, stated = [], 0
    for fact in facts:
        try:
            reason = why.why(reader, *fact)
        except NotFound:  # of a part that this match does not need, such as another branch
            continue
        if reason.rule is None:
            stated += 1
        else:
            following.append(fact)
    if not following:
        raise BadInput(
            "What was looked at of this row is stated: nothing of it follows.",
            hint=" ".join((_OTHER, *_left(found, columns, unnamed=unnamed))),
        )
    return RowReasons(tuple(following), stated, _left(found, columns, unnamed=unnamed))


_OTHER: Final = "It may be new for another reason: a LIMIT without an order cuts elsewhere, or a part of the query was not looked at."


@dataclass(frozen=True, slots=True)
class _Apart:
    pattern: Pattern
    names: frozenset[str]
    """Variables of the pattern."""
    triples: tuple[str, ...]
    """Its statements one by one, paths in steps."""
    steps: tuple[str, ...]
    """Those of them that are steps of paths, to be asked beside the path itself."""
    left: tuple[str, ...]


def _taken_apart(text: str) -> _Apart:
    if sparql_text.gate(text).form is not Form.SELECT:
        raise BadInput("Only rows of a SELECT query can be explained.")
    words = {token.text.upper() for token in sparql_text.tokens(text) if token.kind == "word"}
    if words & _SUMS:
        raise BadInput(
            "This row sums up several matches (COUNT, GROUP BY and the like): there is no single match to explain.",
            hint="Ask for the same pattern without summing up, and ask why of one of its rows.",
        )
    pattern = parts.pattern(text)
    triples, steps, left = _triples(text, parsing.parse(text))
    if pattern is None or not triples:
        raise BadInput(
            "The query has no statement that could be looked at by itself.",
            hint="A query within the query and paths that repeat (* and +) are not taken apart.",
        )
    names = frozenset(
        token.text[1:]
        for piece in pattern.pieces
        for token in sparql_text.tokens(piece.text)
        if token.kind == "variable"
    )
    return _Apart(pattern, names, triples, steps, left)


def _triples(text: str, parsed: Parsed) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    triples: list[str] = []
    steps: list[str] = []
    left: list[str] = []
    for at, group in enumerate(parsed.groups):
        outside = _closed(parsed.groups, at)
        if outside:
            left += [outside] if group.statements else []
            continue
        for number, statement in enumerate(group.statements):
            said = _said(text, statement, f"kgapp_{at}_{number}_")
            if said is None:
                left.append("a path that repeats or chooses, or a thing in brackets")
                continue
            triples += said
            steps += said if len(said) > 1 or len(statement.path) > 1 else ()
    return tuple(triples), tuple(steps), tuple(dict.fromkeys(left))


def _closed(groups: tuple[Group, ...], at: int) -> str:
    """What a group is in whose statements need not hold for a match, in words; empty where they do."""
    while at > 0:
        group = groups[at]
        if group.select:
            return _QUERY
        if group.word in _CLOSED:
            return group.word
        at = group.parent
    return ""


def _said(text: str, statement: Statement, fresh: str) -> tuple[str, ...] | None:
    """A statement as triples: a path of steps goes over fresh variables; ``None`` for what has no single steps."""
    subject, value = statement.subject, statement.value
    if subject is None or value is None or Kind.BLANK in (subject.kind, value.kind):
        return None
    steps = _steps(statement)
    if not steps:
        return None
    suffix = _SUFFIX.match(text, value.end) if value.kind is Kind.STRING else None
    last = value.text + (suffix.group() if suffix else "")
    stops = [subject.text, *(f"?{fresh}{number}" for number in range(1, len(steps))), last]
    return tuple(
        f"{end} {name} {start} ." if backwards else f"{start} {name} {end} ."
        for (name, backwards), start, end in zip(steps, stops, stops[1:], strict=False)
    )


def _steps(statement: Statement) -> list[tuple[str, bool]]:
    """The properties of ``a``, ``p``, ``^p`` and ``p/q``, each perhaps backwards; nothing for other paths."""
    found: list[tuple[str, bool]] = []
    wanted, backwards = True, False
    for piece in statement.path:
        if wanted and piece.text == "^" and not backwards:
            backwards = True
        elif wanted and (piece.kind in _ONE or piece.text == "a"):
            found.append((piece.text, backwards))
            wanted = backwards = False
        elif not wanted and piece.text == "/":
            wanted = True
        else:
            return []
    return [] if wanted else found


def _match(found: _Apart, columns: tuple[str, ...], row: Row) -> str:
    """The query for one match with the values of the row, as statements."""
    given = [(name, cell) for name, cell in zip(columns, row, strict=True) if name in found.names]
    bound = [(name, cell) for name, cell in given if cell is not None and not cell.startswith(_UNNAMED)]
    if not bound:
        raise BadInput(
            "No value of this row stands in the pattern of the query: its match cannot be found again.",
            hint="Ask for the things of the pattern too, and ask why of a row of that answer.",
        )
    names, cells = " ".join(f"?{name}" for name, _ in bound), " ".join(_cell(cell) for _, cell in bound)
    values = f"VALUES ({names}) {{ ({cells}) }}"
    body = " ".join(
        f"{piece.text} {'.' if piece.kind is parts.Kind.STATEMENT else ''}" for piece in found.pattern.pieces
    )
    unbound = " ".join(f"FILTER(!BOUND(?{name}))" for name, cell in given if cell is None)
    inner = f"{body} {values}" if "BIND" in body.upper() else f"{values} {body}"
    where = f"{{ {inner} {' '.join(found.steps)} {unbound} }}"
    return f"{found.pattern.prologue}CONSTRUCT {{ {' '.join(found.triples)} }} {found.pattern.dataset} WHERE {where} LIMIT 1"


def _cell(cell: str) -> str:
    return terms.sparql(terms.parse(cell))


def _facts(rows: tuple[Row, ...]) -> tuple[tuple[Fact, ...], bool]:
    """The statements of a match, each once, and whether some have a thing without a name."""
    found: dict[Fact, None] = {}
    unnamed = False
    for subject, predicate, value in rows:
        assert subject is not None
        assert predicate is not None
        assert value is not None
        if subject.startswith(_UNNAMED) or value.startswith(_UNNAMED):
            unnamed = True
            continue
        found[Fact(Iri(subject[1:-1]), Iri(predicate[1:-1]), terms.parse(value))] = None
    return tuple(found), unnamed


def _left(found: _Apart, columns: tuple[str, ...], *, unnamed: bool) -> tuple[str, ...]:
    return tuple(_left_sentences(found, columns, unnamed=unnamed))


def _left_sentences(found: _Apart, columns: tuple[str, ...], *, unnamed: bool) -> Iterator[str]:
    named = (*found.left, *(("things without a name",) if unnamed else ()))
    if named:
        yield f"Not looked at: {', '.join(named)}."
    worked_out = [name for name in columns if name not in found.names]
    if worked_out:
        yield f"Columns that are worked out were not used to find the match again: {', '.join(worked_out)}."

"""Writes what ``outgoing`` planned into one graph of a server, in batches, and compares the graph with it afterwards.

Guarantees: into a graph that holds anything else nothing is written, unless it is to be replaced; what a broken run wrote is told
and the next run goes on from there; ``Published`` comes only after every statement was read back and compared by value.
Sending a batch twice does no harm: blank nodes are IRIs here, so a statement that is there already stays one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from kgapp.domain.answers import Table
from kgapp.domain.errors import BadInput, IncompleteAnswer, QueryFailed, QuestionTooLarge, UserError
from kgapp.domain.terms import Iri, Literal, parse, sparql
from kgapp.services.remote import by_value
from kgapp.services.remote.outgoing import Plan, Triple, written

MOST_STATEMENTS: Final = 500
MOST_CHARACTERS: Final = 200_000
_PART: Final = 200
"""So many subjects are compared in one question; less where the server gives fewer rows."""
_TIMEOUT_S: Final = 300.0
_SHOWN: Final = 5


class Target(Protocol):
    """A server that is read and written."""

    @property
    def address(self) -> str: ...
    def select(self, query: str, *, timeout_s: float = ...) -> Table: ...
    def insert(self, graph: Iri, lines: tuple[str, ...]) -> None: ...
    def clear(self, graph: Iri) -> None: ...


class Closable(Target, Protocol):
    """A server that whoever opened it closes; ``stop`` ends what runs, from any thread. ``try_write`` changes nothing."""

    def try_write(self) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class States(Protocol):
    """How many statements of a publication a server has confirmed, kept until it is finished."""

    def read(self, key: str) -> int: ...
    def write(self, key: str, confirmed: int) -> None: ...
    def forget(self, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class There:
    """What a graph holds before: statements in all, and those of them that are not of the project."""

    statements: int
    foreign: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, in statements."""

    doing: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: ``sent`` in this run, ``resumed_at`` that many confirmed before, ``removed`` from the graph before."""

    statements: int
    sent: int
    resumed_at: int
    removed: int
    compared: int
    rewritten: int

    @property
    def sentence(self) -> str:
        """What was compared, and how."""
        forms = f" {self.rewritten:,} of them are written in another form there (1.0 as 1)." if self.rewritten else ""
        return (
            f"Compared afterwards: all {self.statements:,} statements were read back and are the same by value, and the "
            f"graph holds nothing else ({self.compared:,} statements there).{forms}"
        )


def look(target: Target, graph: Iri, plan: Plan) -> There:
    """What the graph holds now, read but for what is about other things, which is counted."""
    there = _count(target, graph)
    if not there:
        return There(0, 0)
    wanted = {_key(each) for each in plan.triples}
    ours = sum(_key(each) in wanted for part in _read(target, graph, _subjects(plan)) for each in part)
    return There(there, there - ours)


def refusal(graph: Iri, there: There) -> BadInput:
    """Why nothing is written into such a graph."""
    return BadInput(
        f"The graph <{graph}> holds {there.foreign:,} statements that are not of this project's revision; nothing was written.",
        hint=f"Name another graph, or have it emptied first (--replace): that removes all {there.statements:,} statements of the graph.",
    )


def unconfirmed(plan: Plan) -> BadInput:
    """Why nothing is written unless somebody says that what is confidential is meant to be read there."""
    return BadInput(
        f"Whoever may read the server would read what is confidential: {plan.becomes_visible or '0 things'}. Nothing was written.",
        hint=f"When that is meant, say so with the number: --confidential {plan.confidential}.",
    )


def try_writing(target: Closable) -> None:
    """Send a write that changes nothing. Raises ``UserError`` for what keeps the server from taking writes from us."""
    try:
        target.try_write()
    except QueryFailed as error:
        sentence = f"It answers, but writing does not work: {error.sentence}"
        raise QueryFailed(sentence, hint=error.hint or "Is this the address that takes updates?") from error


def begun(target: Target, states: States, graph: Iri, plan: Plan) -> int:
    """How many statements an earlier run that did not come to its end had confirmed."""
    return min(states.read(_state(target, graph, plan)), len(plan.triples))


def publish(
    target: Target, states: States, graph: Iri, plan: Plan, *, replace: bool = False, confidential: int = 0
) -> Iterator[Progress | Published]:
    """Write and compare; ends with ``Published``. Whoever stops taking steps stops it between two batches.

    ``confidential`` is how much somebody agreed to make visible: ``plan.confidential``, or nothing is sent. Raises ``BadInput``
    for another number and for a graph with other statements, ``QueryFailed`` for what broke, with what is there and how to go on.
    """
    if confidential != plan.confidential:
        raise unconfirmed(plan)
    total = len(plan.triples)
    yield Progress("Looking at the graph", 0, total)
    there = look(target, graph, plan)
    if there.foreign and not replace:
        raise refusal(graph, there)
    key = _state(target, graph, plan)
    if there.foreign:
        states.forget(key)
        target.clear(graph)
        if left := _count(target, graph):
            raise QueryFailed(f"The server did not empty the graph: {left:,} statements are left; nothing was written.")
    start = min(states.read(key), total) if there.statements and not there.foreign else 0
    yield from _send(target, states, key, graph, plan, start)
    yield Progress("Comparing", 0, total)
    compared = rewritten = 0
    wanted: dict[Triple, set[Triple]] = {}
    for each in plan.triples:
        wanted.setdefault(_key(each), set()).add(each)
    missing = dict(wanted)
    for part in _read(target, graph, _subjects(plan)):
        for each in part:
            compared += 1
            missing.pop(_key(each), None)
            rewritten += each not in wanted.get(_key(each), ())
        yield Progress("Comparing", min(compared, total), total)
    states.forget(key)  # whatever was found: a next run sends all of it again
    _judge(graph, missing, _count(target, graph), sum(1 for _ in wanted), compared)
    yield Published(total, total - start, start, there.statements if there.foreign else 0, compared, rewritten)


def _send(target: Target, states: States, key: str, graph: Iri, plan: Plan, start: int) -> Iterator[Progress]:
    total, at, most = len(plan.triples), start, MOST_STATEMENTS
    while at < total:
        yield Progress("Sending", at, total)
        lines = _batch(plan.triples[at : at + most])
        try:
            target.insert(graph, lines)
        except QuestionTooLarge:
            if len(lines) == 1:
                raise
            most = len(lines) // 2
            continue
        except UserError as error:
            raise type(error)(
                f"{error.sentence.rstrip('.')}. Confirmed are {at:,} of {total:,} statements in <{graph}>; "
                f"up to {len(lines):,} more may be there.",
                hint=f"{error.hint} Publish the same again: it goes on after the confirmed ones.".strip(),
            ) from error
        at += len(lines)
        states.write(key, at)
    yield Progress("Sending", total, total)


def _batch(triples: tuple[Triple, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    characters = 0
    for each in triples:
        line = written(each)
        characters += len(line)
        if lines and characters > MOST_CHARACTERS:
            break
        lines.append(line)
    return tuple(lines)


def _judge(graph: Iri, missing: Iterable[Triple], there: int, wanted: int, compared: int) -> None:
    lost = sorted(missing, key=written)
    if lost:
        names = "; ".join(written(each)[:200] for each in lost[:_SHOWN])
        more = f" (showing {_SHOWN} of {len(lost):,})" if len(lost) > _SHOWN else ""
        raise IncompleteAnswer(
            f"The server confirmed all, but {len(lost):,} of {wanted:,} statements are not in <{graph}> with the same value: "
            f"{names}{more}",
            hint="The graph is not complete: do not work with it. Publish again, which sends everything once more.",
        )
    if there != compared or compared < wanted:
        raise IncompleteAnswer(
            f"All statements are in <{graph}>, but it holds {there:,} and {compared:,} were read: somebody else writes there.",
            hint="Look at the graph, then publish again.",
        )


def _key(triple: Triple) -> Triple:
    subject, predicate, value = triple
    return subject, predicate, by_value.of(value)


def _subjects(plan: Plan) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(each[0] for each in plan.triples))


def _read(target: Target, graph: Iri, subjects: tuple[Iri, ...]) -> Iterator[tuple[Triple, ...]]:
    """All statements about the subjects, part by part; a part of which the answer would be cut is asked in halves."""
    waiting = [subjects[at : at + _PART] for at in range(0, len(subjects), _PART)][::-1]
    while waiting:
        part = waiting.pop()
        values = " ".join(map(sparql, part))
        query = f"SELECT ?s ?p ?o WHERE {{ GRAPH {sparql(graph)} {{ VALUES ?s {{ {values} }} ?s ?p ?o }} }}"
        try:
            rows = target.select(query, timeout_s=_TIMEOUT_S).rows
        except IncompleteAnswer:
            if len(part) == 1:
                raise
            half = len(part) // 2
            waiting += [part[half:], part[:half]]
            continue
        yield tuple(_triple(row) for row in rows)


def _triple(row: tuple[str | None, ...]) -> Triple:
    subject, predicate, value = (_term(each or "") for each in row)
    return Iri(str(subject)), Iri(str(predicate)), value


def _term(cell: str) -> Iri | Literal:
    try:
        return parse(cell)
    except UserError:
        return Literal(cell, Iri("urn:kgapp:unreadable"))  # a blank node or worse: never equal to what was sent


def _count(target: Target, graph: Iri) -> int:
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {sparql(graph)} {{ ?s ?p ?o }} }}"
    rows = target.select(query, timeout_s=_TIMEOUT_S).rows
    cell = rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else None
    found = parse(cell) if cell else None
    if not isinstance(found, Literal) or not found.lexical.isdigit():
        raise QueryFailed("The server does not tell how many statements the graph holds; nothing was compared.")
    return int(found.lexical)


def _state(target: Target, graph: Iri, plan: Plan) -> str:
    return hashlib.sha256(f"{target.address}\n{graph}\n{plan.revision_hash}\n{plan.digest}".encode()).hexdigest()

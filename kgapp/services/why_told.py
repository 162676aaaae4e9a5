"""The reason of a statement for people: its sentence, the rule in words, where a premise is stated, and what leads on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kgapp.domain.inference import Rule
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDF
from kgapp.services import why
from kgapp.services.browsing import labels
from kgapp.services.ports import RecordReader
from kgapp.services.why import Fact, Reason


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and why it holds: stated in ``graphs`` (names), or by ``rule`` in words from ``premises``.

    ``things`` are what it is about, with their names. ``own`` as in ``Reason``.
    """

    fact: Fact
    sentence: str
    graphs: tuple[str, ...] = ()
    kind: Rule | None = None
    rule: str = ""
    own: bool = False
    things: tuple[tuple[Iri, str], ...] = ()
    premises: tuple[Told, ...] = ()

    @property
    def follows(self) -> bool:
        """Whether nobody stated it."""
        return self.kind is not None


def told(reader: RecordReader, fact: Fact) -> Told:
    """Why a statement holds. Raises as ``why.why``."""
    reason = why.why(reader, *fact)
    return _told(reason, labels(reader, frozenset(_named(reason))))


def _named(reason: Reason) -> set[Iri]:
    found = {*_things(reason.fact), *reason.graphs}
    for premise in reason.premises:
        found |= _named(premise)
    return found


def _things(fact: Fact) -> tuple[Iri, ...]:
    """What a statement is about; a class is not a thing."""
    value = fact.object
    if fact.predicate == RDF.type or not isinstance(value, str) or value == fact.subject:
        return (fact.subject,)
    return (fact.subject, value)


def _told(reason: Reason, names: Mapping[Iri, str]) -> Told:
    return Told(
        reason.fact,
        reason.sentence,
        tuple(_short(graph, names[graph]) for graph in reason.graphs),
        reason.rule,
        reason.axiom,
        reason.own,
        tuple((thing, names[thing]) for thing in _things(reason.fact)),
        tuple(_told(premise, names) for premise in reason.premises),
    )


def _short(graph: Iri, name: str) -> str:
    """What a graph is called; the end of its address where it has no name."""
    return re.split(r"[/#:]", graph.rstrip("/#"))[-1] if name == graph else name

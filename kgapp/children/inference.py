"""What follows from the statements of the store, in a graph of its own, worked out once and then kept up to date.

An edit is followed by deleting and deriving again (Gupta, Mumick and Subrahmanian, SIGMOD 1993): whatever had a derivation
that used a removed statement goes, then what still follows from the rest comes back. So only what an edit touches is
looked at; an edit of axioms, or one that touches more than ``MOST_TOUCHED``, makes it forgotten until it is asked for again.
No statement is both stated and in this graph.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from kgapp.domain import inference
from kgapp.domain.axiom_table import AXIOMS
from kgapp.domain.inference import INFERRED, KINDS, MOST_INFERRED, RELATIONS
from kgapp.domain.vocabulary import RDF

if TYPE_CHECKING:
    from kgapp.domain.inference import Axiom, Axioms, Link

MOST_TOUCHED: Final = 20_000
_GRAPH: Final = NamedNode(INFERRED)
_TYPE: Final = NamedNode(RDF.type)

_Subject = NamedNode | BlankNode | Triple
_Object = NamedNode | BlankNode | Literal | Triple
_Graph = NamedNode | BlankNode | DefaultGraph


class Fact(NamedTuple):
    """A statement in whichever graph."""

    subject: _Subject
    predicate: NamedNode
    object: _Object


class TooMany(Exception):
    """More follows than the limit allows."""


class Places(NamedTuple):
    """What an edit leaves at one (subject, predicate, graph)."""

    subject: _Subject
    predicate: NamedNode
    graph: _Graph
    objects: frozenset[_Object]


class Edit(NamedTuple):
    """What an edit makes true that nobody stated, and false that somebody stated; ``lost`` is inferred and may go with it."""

    stated: frozenset[Fact]
    withdrawn: frozenset[Fact]
    lost: frozenset[Fact]


class Inference:
    """What follows from the statements of one store; nothing until ``work_out``."""

    def __init__(self, store: Store, most: int = MOST_INFERRED, touched: int = MOST_TOUCHED) -> None:
        self._store = store
        self._most = most
        self._touched = touched
        self._axioms: Axioms | None = None
        self.count = 0

    @property
    def ready(self) -> bool:
        """Whether the graph holds all that follows."""
        return self._axioms is not None

    def work_out(self) -> None:
        """Fill the graph, unless it is full. Raises ``ValueError`` with a sentence."""
        if self.ready:
            return
        if next(self._store.quads_for_pattern(None, None, None, _GRAPH), None) is not None:
            raise ValueError(
                f"The project itself states something in the graph {INFERRED}, which is kept for what follows. "
                "Move it to another graph, or ask without what follows."
            )
        self._axioms = inference.index((*AXIOMS, *self._own_axioms()))
        try:
            self._all_classes()
            self._spread(deque(self._starts()))
        except TooMany as error:
            self.forget()
            raise ValueError(
                f"More than {self._most:,} statements follow from this project, too many to hold. Ask without what follows."
            ) from error

    def forget(self) -> None:
        """Empty the graph; harmless when nothing was worked out."""
        if self.ready:
            self._store.remove_graph(_GRAPH)
        self._axioms = None
        self.count = 0

    def stated_graphs(self) -> list[NamedNode | BlankNode]:
        """All named graphs but this one."""
        return [graph for graph in self._store.named_graphs() if graph != _GRAPH]

    def before(self, places: list[Places]) -> Edit | None:
        """Look at an edit that is not made yet; ``None`` when there is nothing to follow, or no longer."""
        if not self.ready:
            return None
        if any(place.graph == _GRAPH for place in places) or self._alters_axioms(places):
            self.forget()
            return None
        stated, withdrawn = self._net(places)
        lost = self._resting_on(withdrawn)
        if lost is None:
            self.forget()
            return None
        return Edit(stated, withdrawn, lost)

    def after(self, edit: Edit | None) -> None:
        """Follow an edit that is made now."""
        if edit is None:
            return
        for fact in edit.lost:
            self._store.remove(Quad(*fact, _GRAPH))
        self.count -= len(edit.lost)
        for fact in edit.stated:
            if Quad(*fact, _GRAPH) in self._store:  # what followed is stated now
                self._store.remove(Quad(*fact, _GRAPH))
                self.count -= 1
        try:
            again = [fact for fact in edit.lost | edit.withdrawn if not self._holds(fact) and self._follows(fact)]
            self._add(again)
            self._spread(deque(chain(edit.stated, again)))
        except TooMany:
            self.forget()

    # Axioms ----------------------------------------------------------------------------------------------------

    def _own_axioms(self) -> tuple[Axiom, ...]:
        patterns: list[tuple[NamedNode, NamedNode | None]] = [(NamedNode(predicate), None) for predicate in RELATIONS]
        patterns += [(_TYPE, NamedNode(kind)) for kind in KINDS]
        quads = chain.from_iterable(self._store.quads_for_pattern(None, p, o, None) for p, o in patterns)
        told = [
            (quad.subject.value, quad.predicate.value, quad.object.value)
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        ]
        return inference.read(told, own=True)

    def _alters_axioms(self, places: list[Places]) -> bool:
        for place in places:
            if place.predicate.value in RELATIONS:
                return True
            if place.predicate == _TYPE:
                now = self._store.quads_for_pattern(place.subject, _TYPE, None, place.graph)
                kinds = {
                    term.value
                    for term in (*place.objects, *(quad.object for quad in now))
                    if isinstance(term, NamedNode)
                }
                if kinds & set(KINDS):
                    return True
        return False

    # Forwards --------------------------------------------------------------------------------------------------

    def _all_classes(self) -> None:
        """The kinds of everything at once: most of what follows is of this sort."""
        for kind in self._known.of_class:
            wider = [NamedNode(name) for name in sorted(self._known.wider(kind))]
            members = [quad.subject for quad in self._store.quads_for_pattern(None, _TYPE, NamedNode(kind), None)]
            for wide in wider:
                self._add(
                    [
                        fact
                        for fact in dict.fromkeys(Fact(member, _TYPE, wide) for member in members)
                        if not self._holds(fact)
                    ]
                )

    def _starts(self) -> Iterator[Fact]:
        for name in self._known.of_property:
            for quad in self._store.quads_for_pattern(None, NamedNode(name), None, None):
                yield _fact(quad)

    def _spread(self, ahead: deque[Fact]) -> None:
        """Add all that follows from some facts together with what is there."""
        while ahead:
            new = [fact for fact in set(self._conclusions(ahead.popleft())) if not self._holds(fact)]
            self._add(new)
            ahead.extend(new)

    def _add(self, facts: list[Fact]) -> None:
        self.count += len(facts)
        if self.count > self._most:
            self.count -= len(facts)
            raise TooMany
        self._store.extend(Quad(*fact, _GRAPH) for fact in facts)

    def _conclusions(self, fact: Fact) -> Iterator[Fact]:
        """What follows in one step from a fact and others that are there."""
        if fact.predicate == _TYPE:
            if isinstance(fact.object, NamedNode):
                for axiom in self._known.of_class.get(fact.object.value, ()):
                    yield Fact(fact.subject, _TYPE, NamedNode(axiom.head))
            return
        for axiom, place in self._known.of_property.get(fact.predicate.value, ()):
            near, far = (fact.object, fact.subject) if axiom.body[place].backwards else (fact.subject, fact.object)
            starts = self._walk({near}, [_turned(link) for link in reversed(axiom.body[:place])])
            ends = self._walk({far}, axiom.body[place + 1 :])
            head = NamedNode(axiom.head)
            for start in starts:
                if not isinstance(start, Literal):
                    yield from (Fact(start, head, end) for end in ends)

    def _walk(self, found: set[_Object], links: Iterable[Link]) -> set[_Object]:
        for link in links:
            found = {end for start in found for end in self._step(start, link)}
        return found

    def _step(self, start: _Object, link: Link) -> Iterator[_Object]:
        predicate = NamedNode(link.property)
        if link.backwards:
            return (quad.subject for quad in self._store.quads_for_pattern(None, predicate, start, None))
        if isinstance(start, Literal):
            return iter(())
        return (quad.object for quad in self._store.quads_for_pattern(start, predicate, None, None))

    # Backwards -------------------------------------------------------------------------------------------------

    def _follows(self, fact: Fact) -> bool:
        """Whether it follows in one step from what is there."""
        if fact.predicate == _TYPE:
            narrower = self._known.to_class.get(fact.object.value, ()) if isinstance(fact.object, NamedNode) else ()
            return any(self._holds(Fact(fact.subject, _TYPE, NamedNode(a.body[0].property))) for a in narrower)
        return any(
            fact.object in self._walk({fact.subject}, axiom.body)
            for axiom in self._known.to_property.get(fact.predicate.value, ())
        )

    def _resting_on(self, withdrawn: frozenset[Fact]) -> frozenset[Fact] | None:
        """What is inferred with the help of facts that go, near and far; ``None`` for too much."""
        lost: set[Fact] = set()
        ahead = deque(withdrawn)
        while ahead:
            for fact in self._conclusions(ahead.popleft()):
                if fact not in lost and Quad(*fact, _GRAPH) in self._store:
                    lost.add(fact)
                    ahead.append(fact)
            if len(lost) > self._touched:
                return None
        return frozenset(lost)

    # Statements ------------------------------------------------------------------------------------------------

    @property
    def _known(self) -> Axioms:
        assert self._axioms is not None, "worked out"
        return self._axioms

    def _holds(self, fact: Fact) -> bool:
        return next(self._store.quads_for_pattern(*fact, None), None) is not None

    def _net(self, places: list[Places]) -> tuple[frozenset[Fact], frozenset[Fact]]:
        """What becomes stated that no graph stated, and what no graph states any more."""
        now = {(place.subject, place.predicate, place.graph): place.objects for place in places}
        was = {_fact(quad) for key in now for quad in self._store.quads_for_pattern(key[0], key[1], None, key[2])}
        new = {Fact(s, p, o) for (s, p, _), objects in now.items() for o in objects}
        before = {fact: set(self._stating(fact)) for fact in was | new}
        left = {
            fact: any(fact.object in now.get((fact.subject, fact.predicate, graph), (fact.object,)) for graph in graphs)
            for fact, graphs in before.items()
        }
        stated = frozenset(fact for fact in new if not before[fact])
        return stated, frozenset(fact for fact in was if not left[fact] and fact not in new)

    def _stating(self, fact: Fact) -> Iterator[_Graph]:
        quads = self._store.quads_for_pattern(*fact, None)
        return (quad.graph_name for quad in quads if quad.graph_name != _GRAPH)


def places(entries: Iterable[list[Quad]]) -> list[Places]:
    """The places of an edit: each is a statement that only names it, and the statements that are there afterwards."""
    return [
        Places(place.subject, place.predicate, place.graph_name, frozenset(quad.object for quad in now))
        for place, *now in entries
    ]


def _fact(quad: Quad) -> Fact:
    return Fact(quad.subject, quad.predicate, quad.object)


def _turned(link: Link) -> Link:
    return link._replace(backwards=not link.backwards)

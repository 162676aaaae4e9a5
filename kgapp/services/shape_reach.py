"""How far the shapes look: from a thing to what decides about it, and from a statement back to the things it decides about.

One table of paths serves both ways, so that the piece of a graph that is cut out for a check holds exactly what the shapes
of ``ontology/shapes.ttl`` can ask of the things in it. A test compares with checks of everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, OWL, PROV, RDF, RDFS, UNITS
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgapp.domain.terms import Quad, Term
    from kgapp.services.ports import RecordReader

    Triple = tuple[Iri, Iri, Term]

MOST: Final = 400
"""With more things than this at one step, or touched at once, a check of everything is simpler and hardly slower."""


class TooFar(Exception):
    """A change reaches more things than can be checked at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """Along a property, or ``back`` against it; without one along any property."""

    predicate: Iri | None
    back: bool = False


_ANY: Final = Step(None)
_FACTOR: Final = (Step(KG.forFactor),)
_SAME_FACTOR: Final = (*_FACTOR, Step(KG.forFactor, back=True))
_COMPARED: Final = (
    RDF.type, KG.rangeType, KG.atSite, KG.basis, KG.lowerLimit, KG.upperLimit, KG.unit, KG.forAttribute,
    KG.inSiteProcess, KG.atStep, KG.status, OWL.deprecated,
)  # fmt: skip
_BRIDGES: Final = (Step(KG.bridgedTo), Step(KG.bridgedTo, back=True))
_OF_UNITS: Final = (RDF.type, KG.quantityKind, KG.conversionMultiplier, KG.conversionOffset)


def _along(*predicates: Iri) -> tuple[Step, ...]:
    return tuple(Step(predicate) for predicate in predicates)


PATHS: Final = (
    (_ANY, Step(RDF.type)),
    *(_along(KG.unit, said) for said in _OF_UNITS),
    *((*_FACTOR, Step(KG.unit), Step(said)) for said in _OF_UNITS),
    _along(KG.forFactor, KG.criticality),
    _along(KG.forFactor, KG.basis),
    *((*to, Step(KG.basis), bridge) for to in ((), _FACTOR, _SAME_FACTOR) for bridge in _BRIDGES),
    *((*_SAME_FACTOR, Step(compared)) for compared in _COMPARED),
    *((*_SAME_FACTOR, Step(KG.unit), Step(said)) for said in _OF_UNITS),
    *((*_FACTOR, Step(owns, back=True), Step(KG.partOf)) for owns in (KG.hasFactor, KG.hasIndicator)),
    _along(KG.inSiteProcess, PROV.wasDerivedFrom, KG.hasFactor),
    _along(KG.inSiteProcess, KG.atSite),
    _along(KG.madeBy, KG.atSite),
    *(_along(KG.forAttribute, KG.unit, said) for said in _OF_UNITS),
    *(_along(KG.changes, KG.unit, said) for said in _OF_UNITS),
    (Step(KG.choosesOption), Step(KG.excludes)),
    (Step(KG.choosesOption), Step(KG.excludes, back=True)),
)
"""What shapes look at beyond the statements of a thing itself. Circles of ``kg:precedes`` are followed besides."""

NAMED: Final = (
    *(_along(seen, RDFS.label) for seen in (KG.unit, KG.atSite, KG.basis, KG.forFactor, KG.forAttribute, KG.changes)),
    (*_SAME_FACTOR, Step(RDFS.label)),
    *((*_SAME_FACTOR, Step(seen), Step(RDFS.label)) for seen in (KG.unit, KG.atSite, KG.basis, KG.forAttribute)),
    *((*_SAME_FACTOR, Step(seen), Step(RDF.type)) for seen in (KG.atSite, KG.basis, KG.forAttribute)),
)
"""What the sentences of findings name besides."""


def touched(reader: RecordReader, changed: Iterable[Quad]) -> frozenset[Iri]:
    """The things about which a shape may judge differently once these quads were added or removed. Raises ``TooFar``."""
    graph = _Graph(reader)
    found: set[Iri] = set()
    for quad in changed:
        found.add(quad.subject)
        if isinstance(quad.object, str) and quad.predicate == KG.unit and quad.object not in UNITS:
            found.add(quad.object)
        if isinstance(quad.object, str) and quad.predicate == KG.precedes:
            found |= graph.chain({quad.object})
        for path in PATHS:
            for at, step in enumerate(path):
                if step.predicate in {None, quad.predicate}:
                    found |= graph.retraced(quad, path[: at + 1])
        _bounded(found)
    return frozenset(found)


def piece(reader: RecordReader, focus: Iterable[Iri]) -> frozenset[Triple]:
    """All that the shapes ask about some things. Raises ``TooFar``."""
    graph, starts = _Graph(reader), frozenset(focus)
    found: set[Triple] = set()
    for thing in starts:
        found.update(graph.out(thing))
        found.update((quad.subject, quad.predicate, quad.object) for quad in graph.unit_uses(thing))
    for thing in graph.chain(starts):
        found.update(triple for triple in graph.out(thing) if triple[1] == KG.precedes)
    _follow(graph, starts, _TREE, found)
    return frozenset(found)


class _Graph:
    """The record seen from some things, each looked up once."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader = reader
        self._out: dict[Iri, tuple[Triple, ...]] = {}
        self._into: dict[tuple[Iri, Iri | None], tuple[Triple, ...]] = {}

    def out(self, thing: Iri) -> tuple[Triple, ...]:
        """What is said of a thing."""
        found = self._out.get(thing)
        if found is None:
            found = self._out[thing] = tuple(
                (quad.subject, quad.predicate, quad.object) for quad in self._reader.quads(Pattern(subject=thing))
            )
        return found

    def into(self, thing: Iri, predicate: Iri | None) -> tuple[Triple, ...]:
        """What points to a thing. Raises ``TooFar`` at a hub."""
        found = self._into.get((thing, predicate))
        if found is None:
            quads = self._reader.quads(Pattern(predicate=predicate, object=thing), limit=MOST + 1)
            found = self._into[thing, predicate] = tuple((quad.subject, quad.predicate, quad.object) for quad in quads)
        _bounded(found)
        return found

    def types_of_values(self, things: Iterable[Iri]) -> Iterator[Triple]:
        """Of what kind the values of some things are."""
        values = {triple[2] for thing in things for triple in self.out(thing)}
        for value, kinds in self._reader.types(term for term in values if isinstance(term, str)).items():
            yield from ((value, RDF.type, kind) for kind in kinds)

    def unit_uses(self, thing: Iri) -> tuple[Quad, ...]:
        """One use of a thing as a unit, if there is one: that makes it a unit for the shapes."""
        return tuple(self._reader.quads(Pattern(predicate=KG.unit, object=thing), limit=1))

    def chain(self, starts: Iterable[Iri]) -> set[Iri]:
        """What follows on some steps, with them."""
        found, new = set(starts), set(starts)
        while new:
            new = {end for thing in new for end in _ends(self.out(thing), Step(KG.precedes))} - found
            found |= new
            _bounded(found)
        return found

    def matching(self, thing: Iri, step: Step) -> Iterator[Triple]:
        """The statements of a thing that a step takes."""
        if step.back:
            yield from self.into(thing, step.predicate)
        else:
            yield from (triple for triple in self.out(thing) if step.predicate in {None, triple[1]})

    def retraced(self, quad: Quad, path: tuple[Step, ...]) -> set[Iri]:
        """From where a path leads over a quad with its last step."""
        last = path[-1]
        near = quad.object if last.back else quad.subject
        things = {near} if isinstance(near, str) else set[Iri]()
        for step in reversed(path[:-1]):
            inverse = Step(step.predicate, not step.back)
            things = {
                end for thing in things for triple in self.matching(thing, inverse) for end in _ends((triple,), inverse)
            }
            _bounded(things)
        return things


def _follow(graph: _Graph, starts: Iterable[Iri], tree: _Tree, found: set[Triple]) -> None:
    for step, further in tree.items():
        if step == _ANY:
            found.update(graph.types_of_values(starts))
            continue
        taken = {triple for thing in starts for triple in graph.matching(thing, step)}
        found |= taken
        _follow(graph, set(_ends(taken, step)), further, found)


def _ends(triples: Iterable[Triple], step: Step) -> Iterator[Iri]:
    for triple in triples:
        end = triple[0] if step.back else triple[2]
        if isinstance(end, str) and (step.predicate is None or triple[1] == step.predicate):
            yield end


class _Tree(dict["Step", "_Tree"]):
    """Paths with a common beginning, walked once."""


def _tree(paths: Iterable[tuple[Step, ...]]) -> _Tree:
    root = _Tree()
    for path in paths:
        node = root
        for step in path:
            node = node.setdefault(step, _Tree())
    return root


_TREE: Final = _tree((*PATHS, *NAMED))


def _bounded(things: set[Iri] | tuple[Triple, ...]) -> None:
    if len(things) > MOST:
        raise TooFar("This change reaches more than can be checked at once.")

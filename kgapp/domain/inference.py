"""What follows from statements by the axioms of an ontology: the axioms as values, and the graph that holds what follows.

Classes: what is of a kind is of every wider kind. Properties: an axiom's head follows wherever its body, a chain of
properties of which some are walked backwards, leads from one thing to another. Of subproperty, inverse, symmetry,
transitivity and chains each is such an axiom, so that materialising and explaining need one rule each.

Left out: axioms on the words of RDF and OWL themselves, restrictions (classes without a name), domains and ranges, which
the shapes check; and what only the reasoner in ``children.jobs.owl`` can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from kgapp.domain.terms import GENID, Iri
from kgapp.domain.vocabulary import OWL, PREFIXES, RDF, RDFS

INFERRED: Final = Iri("urn:kgapp:inferred")
"""The graph that holds what follows, in the engine only: never in the record, never exported."""
MOST_INFERRED: Final = 1_000_000
"""With more, nothing is inferred at all: a part would look like the whole."""

_OWL: Final = PREFIXES["owl"]
INVERSE_OF: Final = Iri(_OWL + "inverseOf")
CHAIN: Final = Iri(_OWL + "propertyChainAxiom")
_SAME_CLASS: Final = Iri(_OWL + "equivalentClass")
_SAME_PROPERTY: Final = Iri(_OWL + "equivalentProperty")
TRANSITIVE: Final = Iri(_OWL + "TransitiveProperty")
SYMMETRIC: Final = Iri(_OWL + "SymmetricProperty")
RELATIONS: Final = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    _SAME_CLASS,
    _SAME_PROPERTY,
    INVERSE_OF,
    CHAIN,
    RDF.first,
    RDF.rest,
)
"""Predicates of statements that are axioms or parts of them."""
KINDS: Final = (TRANSITIVE, SYMMETRIC)
"""Types of properties that are axioms."""

_RESERVED: Final = frozenset({RDF.type, *RELATIONS})
_SAYS_NOTHING: Final = frozenset({OWL.Thing, PREFIXES["rdfs"] + "Resource"})

Triple = tuple[str, str, str]
_Each = TypeVar("_Each")


class Rule(StrEnum):
    """Why something follows."""

    SUBCLASS = "subclass"
    SUBPROPERTY = "subproperty"
    INVERSE = "inverse"
    SYMMETRIC = "symmetric"
    TRANSITIVE = "transitive"
    CHAIN = "chain"


class Link(NamedTuple):
    """A property on the way, perhaps walked from its value to its subject."""

    property: Iri
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Axiom:
    """``head`` follows from ``body``: a class from one class, a property from a chain of properties."""

    rule: Rule
    head: Iri
    body: tuple[Link, ...]
    own: bool = False
    """Whether the project states it itself, not the ontology of the program."""


@dataclass(frozen=True, slots=True)
class Axioms:
    """Axioms by what they start from and by what follows."""

    every: tuple[Axiom, ...]
    of_class: Mapping[str, tuple[Axiom, ...]]
    """By the narrower class."""
    to_class: Mapping[str, tuple[Axiom, ...]]
    of_property: Mapping[str, tuple[tuple[Axiom, int], ...]]
    """By a property of the body, with its place there."""
    to_property: Mapping[str, tuple[Axiom, ...]]

    def wider(self, kind: str) -> frozenset[str]:
        """The classes above one, near and far; itself only where classes go round in a ring."""
        found: set[str] = set()
        ahead = [kind]
        while ahead:
            for axiom in self.of_class.get(ahead.pop(), ()):
                if axiom.head not in found:
                    found.add(axiom.head)
                    ahead.append(axiom.head)
        return frozenset(found)


def index(axioms: Iterable[Axiom]) -> Axioms:
    """Axioms ready for use, each once; one that the program's ontology states counts as its own."""
    every = tuple({(axiom.head, axiom.body): axiom for axiom in sorted(axioms, key=_own_first)}.values())
    of_class, to_class, to_property = (defaultdict[str, list[Axiom]](list) for _ in range(3))
    of_property = defaultdict[str, list[tuple[Axiom, int]]](list)
    for axiom in every:
        if axiom.rule is Rule.SUBCLASS:
            of_class[axiom.body[0].property].append(axiom)
            to_class[axiom.head].append(axiom)
            continue
        to_property[axiom.head].append(axiom)
        for place, link in enumerate(axiom.body):
            of_property[link.property].append((axiom, place))
    return Axioms(every, _frozen(of_class), _frozen(to_class), _frozen(of_property), _frozen(to_property))


def read(triples: Iterable[Triple], *, own: bool) -> tuple[Axiom, ...]:
    """The axioms that some statements make, IRIs only; lists that are broken make none."""
    told = frozenset(triples)
    backwards = {s: o for s, p, o in told if p == INVERSE_OF and GENID in s}
    first = {s: o for s, p, o in told if p == RDF.first}
    rest = {s: o for s, p, o in told if p == RDF.rest}
    found: set[Axiom] = set()
    for s, p, o in told:
        if p == CHAIN:
            found.add(Axiom(Rule.CHAIN, Iri(s), _chain(o, first, rest, backwards), own))
        elif p in {RDFS.subClassOf, _SAME_CLASS}:
            found |= _class_axioms(s, o, own=own, both=p == _SAME_CLASS)
        else:
            found |= _property_axioms(s, p, o, own)
    return tuple(sorted(filter(_speaks, found), key=lambda axiom: (axiom.rule, axiom.head, axiom.body)))


def _class_axioms(s: str, o: str, *, own: bool, both: bool) -> set[Axiom]:
    pairs = ((s, o), (o, s)) if both else ((s, o),)
    return {Axiom(Rule.SUBCLASS, Iri(wide), (Link(Iri(narrow)),), own) for narrow, wide in pairs}


def _property_axioms(s: str, p: str, o: str, own: bool) -> set[Axiom]:
    one, other = Iri(s), Iri(o)
    if p == RDFS.subPropertyOf:
        return {Axiom(Rule.SUBPROPERTY, other, (Link(one),), own)}
    if p == _SAME_PROPERTY:
        return {Axiom(Rule.SUBPROPERTY, head, (Link(body),), own) for head, body in ((one, other), (other, one))}
    if p == INVERSE_OF:
        pairs = ((one, other), (other, one))
        return {Axiom(Rule.INVERSE, head, (Link(body, backwards=True),), own) for head, body in pairs}
    if p == RDF.type and o == SYMMETRIC:
        return {Axiom(Rule.SYMMETRIC, one, (Link(one, backwards=True),), own)}
    if p == RDF.type and o == TRANSITIVE:
        return {Axiom(Rule.TRANSITIVE, one, (Link(one), Link(one)), own)}
    return set()


def _chain(
    node: str, first: Mapping[str, str], rest: Mapping[str, str], backwards: Mapping[str, str]
) -> tuple[Link, ...]:
    """The properties of a list; nothing for one that is broken or goes round."""
    links: list[Link] = []
    seen: set[str] = set()
    while node != RDF.nil:
        if node in seen or node not in first or node not in rest:
            return ()
        seen.add(node)
        name = first[node]
        links.append(Link(Iri(backwards[name]), backwards=True) if name in backwards else Link(Iri(name)))
        node = rest[node]
    return tuple(links)


def _speaks(axiom: Axiom) -> bool:
    """Whether something can follow that was not said, about named things."""
    names = {axiom.head, *(link.property for link in axiom.body)}
    if not axiom.body or names & _RESERVED or axiom.head in _SAYS_NOTHING or axiom.body == (Link(axiom.head),):
        return False
    return not any(GENID in name for name in names)


def _own_first(axiom: Axiom) -> bool:
    return not axiom.own


def _frozen(found: Mapping[str, list[_Each]]) -> dict[str, tuple[_Each, ...]]:
    return {name: tuple(each) for name, each in found.items()}

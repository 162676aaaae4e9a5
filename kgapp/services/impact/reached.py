"""What a change reaches, as a graph of states: the working values of an impact analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import Named
from kgapp.domain.rules import Kind, Rule
from kgapp.domain.terms import Iri, Literal, Quad, parse
from kgapp.domain.vocabulary import CLASSES, KG, OWL, RDF, RDFS

ANYWHERE = Iri("")
"""The site scope of a change that names no site."""


_IN_FORCE: Final = frozenset({KG.inForce, KG.approved, KG.accepted, KG.finalGuidance})


class State(NamedTuple):
    """An entity, in what way it is concerned, and at which site (``ANYWHERE`` for all).

    ``under`` is the number of the regime of rules that led there: kinds of change leave different rules silent. ``begun``
    tells what changes itself from the same entity reached by another change.
    """

    entity: Iri
    kind: Kind
    site: Iri
    under: int = 0
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What was read of an entity. ``facts`` maps a predicate to cells in N-Triples form; ``step`` is the step it belongs to."""

    iri: Iri
    label: str
    types: frozenset[Iri]
    sites: tuple[Iri, ...]
    facts: Mapping[str, tuple[str, ...]]
    step: Named | None = None

    @property
    def named(self) -> Named:
        """The entity with the words for it and its most specific class."""
        chosen = lowest_class(self.types)
        return Named(self.iri, self.label, chosen, CLASSES[chosen].label if chosen else "")

    def thing(self, predicate: Iri) -> Iri | None:
        """The first entity or concept that a property names."""
        return next(iter(self.things(predicate)), None)

    def things(self, predicate: Iri) -> tuple[Iri, ...]:
        """All entities or concepts that a property names."""
        return tuple(Iri(cell[1:-1]) for cell in self.facts.get(predicate, ()) if cell[0] == "<")

    def texts(self, predicate: Iri) -> frozenset[str]:
        """The lexical forms of all literals of a property."""
        terms = (parse(cell) for cell in self.facts.get(predicate, ()) if cell[0] == '"')
        return frozenset(term.lexical for term in terms if isinstance(term, Literal))

    @property
    def in_force(self) -> bool:
        """Whether nothing says otherwise: a draft, a hypothesis and what is rejected or retired hold nothing."""
        return set(self.things(KG.status)) <= _IN_FORCE and not self.retired

    @property
    def retired(self) -> bool:
        """Whether it is marked as no longer used, beside its status or where its class has none."""
        return KG.retired in self.things(KG.status) or not self.texts(OWL.deprecated).isdisjoint({"true", "1"})

    def text(self, predicate: Iri) -> str:
        """The lexical form of the first literal of a property; empty when there is none."""
        terms = (parse(cell) for cell in self.facts.get(predicate, ()) if cell[0] == '"')
        return next((term.lexical for term in terms if isinstance(term, Literal)), "")


@dataclass(frozen=True, slots=True)
class Link:
    """One application of a rule. ``strength`` is ``None`` when unknown; ``sign`` is +1, -1 or 0 (not known).

    ``via_site`` is the site for which a judgement was made.
    """

    source: Iri
    rule: Rule
    via: Iri | None
    target: Iri
    strength: Grade | None
    evidence: Evidence
    sign: int
    via_site: Iri
    quads: tuple[Quad, ...]
    guessed: bool = False
    """Whether the judgement is a hypothesis."""

    @property
    def judged(self) -> bool:
        """Whether it carries evidence, and so can be taken away."""
        return self.via is not None


class Edge(NamedTuple):
    """A link as taken from one state to another (by number)."""

    source: int
    target: int
    link: Link


@dataclass(slots=True)
class Reached:
    """Everything that changes reach: entities, states (number 0 and following are the starts) and edges by state.

    ``changed`` is what changes itself. ``without_effect`` are the links that were assessed with strength none: not
    followed, but assessed. ``elsewhere`` are provisions of other regions, which were left out. ``labels`` are those of what
    the entities name.
    """

    changed: frozenset[Iri]
    entities: dict[Iri, Entity]
    states: list[State] = field(default_factory=list)
    starts: tuple[int, ...] = ()
    leaving: list[list[Edge]] = field(default_factory=list)
    links: dict[Iri, list[Link]] = field(default_factory=dict)
    without_effect: list[Link] = field(default_factory=list)
    elsewhere: set[Iri] = field(default_factory=set)
    labels: dict[Iri, str] = field(default_factory=dict)


@cache
def lowest_class(types: frozenset[Iri]) -> Iri | None:
    """The most specific class that the ontology knows."""
    known = sorted(each for each in types if each in CLASSES)
    lowest = [each for each in known if not any(each in CLASSES[other].parents for other in known)]
    return lowest[0] if lowest else None


def entity_of(iri: Iri, cells: Mapping[str, list[str]], sites: tuple[Iri, ...], step: Named | None = None) -> Entity:
    """An entity from the cells that describe it."""
    types = frozenset(Iri(cell[1:-1]) for cell in cells.get(RDF.type, ()) if cell[0] == "<")
    if KG.Site in types:
        sites = (iri,)
    return Entity(
        iri,
        best_label(cells.get(RDFS.label, ())) or local_name(iri),
        types,
        sites,
        {p: tuple(sorted(set(c))) if len(c) > 1 else tuple(c) for p, c in cells.items()},
        step,
    )


def best_label(cells: list[str] | tuple[str, ...]) -> str:
    """The English label, else one without language, else any; empty for none."""
    if not cells:
        return ""
    ranked = sorted(cells, key=lambda cell: (not cell.endswith('"@en'), not cell.endswith('"'), cell))
    term = parse(ranked[0])
    return term.lexical if isinstance(term, Literal) else ""


def local_name(iri: str) -> str:
    """The end of an IRI, for what has no label."""
    return iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2] or iri

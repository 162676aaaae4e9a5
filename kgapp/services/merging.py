"""Making one of two things that are the same: what both say, where they disagree, and the one change that joins them.

Guarantees: no statement of either is lost but those that were decided against and those between the two; a label or synonym that is
not kept as label stays as a synonym; what referred to the one that goes refers to the one that stays; the one that goes
stays readable: its class and label, what replaces it, and that it is retired.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri, Literal, Quad, Term, ntriples, shorten
from kgapp.domain.vocabulary import DCTERMS, KG, OWL, PROPERTIES, RDF, RDFS, SKOS, XSD
from kgapp.services import browsing, retiring
from kgapp.services.browsing import Named
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace


class Side(Enum):
    """Whose value is kept."""

    STAYS = "of the one that stays"
    GOES = "of the one that goes"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property of which there can be one value, and the two have different ones; texts are as people read them.

    One side is empty where only one of two figures says its unit or basis: taken over, it would make another figure of
    the one that says none.
    """

    predicate: Named
    stays: tuple[Term, ...]
    goes: tuple[Term, ...]
    stays_text: str
    goes_text: str


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What joining two things means, before it is done: conflicts to decide, and what moves by itself."""

    stays: Named
    goes: Named
    conflicts: tuple[Conflict, ...]
    moved: int
    redirected: int
    between: int
    of_other_kind: bool


def plan(reader: RecordReader, stays: Iri, goes: Iri) -> MergePlan:
    """What joining would do. Raises ``BadInput`` for things that cannot be joined."""
    two = _read(reader, stays, goes)
    names = browsing.labels(reader, (stays, goes))
    types = reader.types((stays, goes))
    return MergePlan(
        Named(stays, names[stays]),
        Named(goes, names[goes]),
        _conflicts(reader, two),
        len(
            {(quad.predicate, quad.object) for quad in two.movable}
            - {(quad.predicate, quad.object) for quad in two.own}
        ),
        len(two.uses),
        len(two.between),
        set(types.get(stays, ())) != set(types.get(goes, ())),
    )


def merge(workspace: Workspace, stays: Iri, goes: Iri, chosen: Mapping[Iri, Side], why: str) -> Revision | None:
    """Join two things as one revision; a conflict that is not in ``chosen`` keeps the value of the one that stays."""
    return workspace.commit(merging(workspace.reader, stays, goes, chosen), Note(workspace.author, why))


def merging(reader: RecordReader, stays: Iri, goes: Iri, chosen: Mapping[Iri, Side]) -> ChangeSet:
    """The one change that joins two things. Raises ``BadInput`` for things that cannot be joined."""
    two = _read(reader, stays, goes)
    conflicts = {conflict.predicate.iri for conflict in _conflicts(reader, two)}
    taken = {path for path in conflicts if chosen.get(path) is Side.GOES}
    main = main_graph(reader.meta().base)
    replaced = {quad for quad in two.own if quad.predicate in taken}
    arriving = {quad for quad in two.movable if quad.predicate in taken or quad.predicate not in conflicts}
    unnamed = {quad for quad in replaced | (two.movable - arriving) if quad.predicate in _NAMES}
    mark = retiring.marking(two.other, goes, "", main, retiring.status_shape(reader.types((goes,)).get(goes, ())))
    leaving = {quad for quad in two.other if quad.predicate not in _RECOGNISED}
    removed = two.between | replaced | two.uses | leaving
    kept_values = {(quad.predicate, quad.object) for quad in two.own - replaced}
    added = {
        *(quad for quad in _at(stays, arriving) if (quad.predicate, quad.object) not in kept_values),
        *(Quad(stays, SKOS.altLabel, quad.object, quad.graph) for quad in unnamed),
        *(Quad(quad.subject, quad.predicate, stays, quad.graph) for quad in two.uses),
        *mark.added,
        Quad(goes, DCTERMS.isReplacedBy, stays, main),
    }
    names = browsing.labels(reader, (stays, goes))
    summary = shorten(f"Merge “{names[goes]}” into “{names[stays]}”", 200)
    return ChangeSet(summary, frozenset(removed - added), frozenset(added - removed))


@dataclass(frozen=True, slots=True)
class _Two:
    """What is said of two things, what refers to the one that goes, and what links the two.

    ``movable`` is what the one that goes can hand over.
    """

    stays: Iri
    goes: Iri
    own: frozenset[Quad]
    other: frozenset[Quad]
    uses: frozenset[Quad]
    between: frozenset[Quad]

    @property
    def movable(self) -> frozenset[Quad]:
        return frozenset(quad for quad in self.other - self.between if not _is_its_end(quad))


def _read(reader: RecordReader, stays: Iri, goes: Iri) -> _Two:
    if stays == goes:
        raise BadInput("A thing cannot be merged with itself.", hint="Choose another one.")
    own, other = (frozenset(reader.quads(Pattern(subject=thing))) for thing in (stays, goes))
    for thing, quads in ((stays, own), (goes, other)):
        if not quads:
            name = browsing.compact(reader, thing)
            raise BadInput(f"Nothing is said of “{name}” here.", hint="Choose a thing of this project.")
    if retiring.is_retired(reader, stays):
        name = browsing.labels(reader, (stays,))[stays]
        raise BadInput(f"“{name}” is retired.", hint="Let the other one stay, or take this one back into use first.")
    both = {stays, goes}
    between = frozenset(quad for quad in own | other if quad.object in both)
    uses = frozenset(quad for quad in reader.quads(Pattern(object=goes)) if quad.subject not in both)
    return _Two(stays, goes, own - between, other, uses, between)


def _is_its_end(quad: Quad) -> bool:
    """Whether a statement says what a thing is and whether it is used: that of the one that goes is its own."""
    return quad.predicate in (RDF.type, OWL.deprecated) or quad.object == KG.retired


def _at(thing: Iri, quads: set[Quad]) -> set[Quad]:
    return {Quad(thing, quad.predicate, quad.object, quad.graph) for quad in quads}


def _conflicts(reader: RecordReader, two: _Two) -> tuple[Conflict, ...]:
    single = _single(reader, two.stays, two.goes)
    own, other = _by_property(two.own), _by_property(two.movable)
    both = own.keys() & other.keys()
    if _has_figure(two.own) and _has_figure(two.movable):
        both |= single & _MEASURES & (own.keys() | other.keys())
    sides = {path: (own.get(path, _NOTHING), other.get(path, _NOTHING)) for path in both if path in single}
    found = {path: each for path, each in sides.items() if each[0] != each[1]}
    things = {term for mine, theirs in found.values() for term in mine | theirs if isinstance(term, str)}
    names = browsing.labels(reader, {*found, *things})
    made = (
        Conflict(
            Named(path, names[path]),
            tuple(sorted(mine, key=ntriples)),
            tuple(sorted(theirs, key=ntriples)),
            _spoken(names, mine),
            _spoken(names, theirs),
        )
        for path, (mine, theirs) in found.items()
    )
    return tuple(sorted(made, key=lambda conflict: (conflict.predicate.iri != RDFS.label, conflict.predicate.label)))


def _has_figure(quads: frozenset[Quad]) -> bool:
    return any(isinstance(quad.object, Literal) and quad.object.datatype in _FIGURES for quad in quads)


def _single(reader: RecordReader, stays: Iri, goes: Iri) -> frozenset[Iri]:
    """Properties with one value at most: by the shapes, by the ontology, and names, of which one is shown."""
    types = {kind for each in reader.types((stays, goes)).values() for kind in each}
    shaped = {shape.path for shape in shapes.properties_of(types, SHAPES) if shape.max_count == 1}
    return frozenset(shaped | {path for path, term in PROPERTIES.items() if term.functional} | _NAMES)


def _by_property(quads: frozenset[Quad]) -> dict[Iri, frozenset[Term]]:
    found: dict[Iri, set[Term]] = {}
    for quad in quads:
        found.setdefault(quad.predicate, set()).add(quad.object)
    return {path: frozenset(values) for path, values in found.items()}


def _spoken(names: Mapping[Iri, str], terms: frozenset[Term]) -> str:
    return ", ".join(sorted(names[term] if isinstance(term, str) else shorten(term.lexical, 200) for term in terms))


_NAMES: Final = frozenset((RDFS.label, SKOS.prefLabel))
"""One of them is shown, so two different ones are a choice; the other one becomes a synonym."""
_NOTHING: Final = frozenset[Term]()
_MEASURES: Final = frozenset((KG.unit, KG.basis, KG.durationUnit))
_FIGURES: Final = frozenset((XSD.decimal, XSD.integer, XSD.double))
_RECOGNISED: Final = frozenset((RDF.type, RDFS.label, OWL.deprecated))
"""What the one that goes keeps."""

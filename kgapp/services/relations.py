"""Relations between two things: which ones the model allows, in both directions and in words, and making and removing one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Quad, shorten
from kgapp.domain.vocabulary import PROPERTIES
from kgapp.services import browsing
from kgapp.services.browsing import Named
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that two things can have. ``present`` tells that they have it; ``replaces`` what it would take the place of."""

    subject: Named
    predicate: Named
    object: Named
    definition: str
    present: bool = False
    replaces: tuple[Named, ...] = ()

    @property
    def sentence(self) -> str:
        """The relation in words, as it is recorded: ``MOI — has effect → Vector copy number``."""
        return f"{self.subject.label} — {self.predicate.label} → {self.object.label}"


def between(reader: RecordReader, one: Iri, other: Iri) -> tuple[Relation, ...]:
    """What can be said of two things; what is there comes first, what may be said of any two things comes last.

    Else from the first to the second before the other way round.
    """
    types = reader.types((one, other))
    names = browsing.labels(reader, (one, other))
    ends = (Named(one, names[one]), Named(other, names[other]))
    ways = (ends,) if one == other else (ends, ends[::-1])
    found = [
        (_relation(reader, first, shape, second), shape.entity)
        for first, second in ways
        for shape in allowed(types.get(first.iri, ()), types.get(second.iri, ()))
    ]
    return tuple(one for one, _ in sorted(found, key=lambda each: (not each[0].present, each[1])))


def allowed(from_types: Iterable[Iri], to_types: Iterable[Iri]) -> tuple[PropertyShape, ...]:
    """The properties that can lead from things of some classes to things of others: by the shapes, then by the ontology."""
    sources, targets = tuple(from_types), frozenset(shapes.with_superclasses(to_types))
    shaped = shapes.properties_of(sources, SHAPES)
    fitting = [shape for shape in shaped if shape.entity or targets.intersection(shape.classes)]
    known, domains = {shape.path for shape in shaped}, frozenset(shapes.with_superclasses(sources))
    more = (
        PropertyShape(path, term.label, 0, term.definition, max_count=1 if term.functional else None)
        for path, term in sorted(PROPERTIES.items())
        if term.kind == "object"
        and path not in known
        and domains.intersection(term.domains)
        and targets.intersection(term.ranges)
    )
    return (*(shape for shape in fitting if not shape.entity), *more, *(shape for shape in fitting if shape.entity))


def relate(workspace: Workspace, subject: Iri, predicate: Iri, thing: Iri, why: str) -> Revision | None:
    """Add a relation; one of which there can be only one replaces the one before. ``None`` when it is there."""
    return workspace.commit(relating(workspace.reader, subject, predicate, thing), Note(workspace.author, why))


def unrelate(workspace: Workspace, subject: Iri, predicate: Iri, thing: Iri, why: str) -> Revision | None:
    """Remove a relation. Raises ``NotFound`` for one that is not there."""
    reader = workspace.reader
    removed = frozenset(reader.quads(Pattern(subject=subject, predicate=predicate, object=thing)))
    names = browsing.labels(reader, (subject, predicate, thing))
    if not removed:
        raise NotFound(
            f"“{names[subject]}” has no “{names[predicate]}” “{names[thing]}”.", hint="It may be gone already."
        )
    summary = shorten(f"Remove “{names[predicate]}” {names[thing]} of “{names[subject]}”", 200)
    return workspace.commit(ChangeSet(summary, removed=removed), Note(workspace.author, why))


def relating(reader: RecordReader, subject: Iri, predicate: Iri, thing: Iri) -> ChangeSet:
    """The change that adds a relation. Raises ``BadInput`` for one that the model does not allow between the two."""
    types = reader.types((subject, thing))
    names = browsing.labels(reader, (subject, predicate, thing))
    fitting = allowed(types.get(subject, ()), types.get(thing, ()))
    shape = next((each for each in fitting if each.path == predicate), None)
    if shape is None:
        raise BadInput(
            f"“{names[predicate]}” does not lead from “{names[subject]}” to “{names[thing]}”.",
            hint="Choose one of the relations that are offered.",
        )
    present = frozenset(reader.quads(Pattern(subject=subject, predicate=predicate)))
    graphs = {quad.graph for quad in present}
    home = next(iter(graphs)) if len(graphs) == 1 else main_graph(reader.meta().base)
    replaced = frozenset(quad for quad in present if quad.object != thing) if shape.max_count == 1 else frozenset()
    added = frozenset() if any(quad.object == thing for quad in present) else {Quad(subject, predicate, thing, home)}
    summary = shorten(f"Add “{names[predicate]}” {names[thing]} to “{names[subject]}”", 200)
    return ChangeSet(summary, replaced, frozenset(added))


def _relation(reader: RecordReader, first: Named, shape: PropertyShape, second: Named) -> Relation:
    present = [quad.object for quad in reader.quads(Pattern(subject=first.iri, predicate=shape.path))]
    others = (
        {term for term in present if isinstance(term, str) and term != second.iri} if shape.max_count == 1 else set()
    )
    names = browsing.labels(reader, others)
    term = PROPERTIES.get(shape.path)
    return Relation(
        first,
        Named(shape.path, shape.name),
        second,
        term.definition if term else shape.message,
        second.iri in present,
        tuple(Named(thing, names[thing]) for thing in sorted(others)),
    )

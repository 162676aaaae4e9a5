"""What a grid shows: things as rows, the properties of their shapes as columns, values as texts that can be typed again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.names import fold
from kgapp.domain.quantity import symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, RDF, RDFS, SKOS, UNITS, XSD
from kgapp.services import browsing
from kgapp.services.ports import Pattern, RecordReader

BETWEEN: Final = "; "
"""Stands between several values of one cell."""

_NOT_SHOWN: Final = frozenset((RDF.type,))
_NAMES: Final = frozenset((RDFS.label, SKOS.prefLabel))
_LOOKED_AT: Final = 5_000


@dataclass(frozen=True, slots=True)
class Choice:
    """Some things that could be the rows: those of a class, or those of a class that are linked with a thing."""

    kind: Iri
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class RowThing:
    """A thing that is a row."""

    thing: Iri
    name: str
    types: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows, in the order of their names, and every property that one of their shapes has."""

    rows: tuple[RowThing, ...]
    columns: tuple[PropertyShape, ...]


@dataclass(frozen=True, slots=True)
class CellNow:
    """What a cell holds: its values as one text. ``fits`` is false where the row's class has no such property.

    ``several`` texts in one cell cannot be told apart, so they are not typed here.
    """

    text: str = ""
    fits: bool = True
    several: bool = False


def classes(reader: RecordReader) -> tuple[Choice, ...]:
    """The classes that have a form and things, by name."""
    found = (
        Choice(kind, CLASSES[kind].label, count)
        for kind in CLASSES
        if _with_form((kind,))
        for predicate, count in reader.usage(kind)
        if predicate == RDF.type
    )
    return tuple(sorted(found, key=lambda choice: choice.label))


def linked(reader: RecordReader, thing: Iri) -> tuple[Choice, ...]:
    """The classes of what is linked with a thing, most things first."""
    counts: dict[Iri, int] = {}
    for kinds in reader.types(_around(reader, thing)).values():
        for kind in kinds:
            if kind in CLASSES and _with_form((kind,)):
                counts[kind] = counts.get(kind, 0) + 1
    found = (Choice(kind, CLASSES[kind].label, count) for kind, count in counts.items())
    return tuple(sorted(found, key=lambda choice: (choice.kind not in _FIRST, -choice.count, choice.label)))


def of_class(reader: RecordReader, kind: Iri) -> Plan:
    """All things of a class and of its subclasses."""
    return plan(reader, reader.instances(shapes.with_subclasses((kind,))))


def of_thing(reader: RecordReader, thing: Iri, kind: Iri) -> Plan:
    """The things of one class that are linked with a thing."""
    around = reader.types(_around(reader, thing))
    return plan(reader, (one for one, kinds in around.items() if kind in kinds))


def plan(reader: RecordReader, things: Iterable[Iri]) -> Plan:
    """A grid of these things; what has no class with a form is left out."""
    types = {thing: kinds for thing, kinds in reader.types(things).items() if _with_form(kinds)}
    names = browsing.labels(reader, types)
    rows = sorted((RowThing(thing, names[thing], kinds) for thing, kinds in types.items()), key=_by_name)
    return Plan(tuple(rows), columns_of({row.types for row in rows}))


def columns_of(kinds: Iterable[tuple[Iri, ...]]) -> tuple[PropertyShape, ...]:
    """The properties of the shapes of some classes: figures with unit and basis first, the names last (they stand at the left)."""
    found: dict[Iri, PropertyShape] = {}
    for types in sorted(kinds):
        for shape in shapes.properties_of(types, SHAPES):
            if shape.path not in _NOT_SHOWN:
                found.setdefault(shape.path, shape)
    return tuple(sorted(found.values(), key=_place))


def _place(shape: PropertyShape) -> int:
    if shape.path in _NAMES:
        return 3
    if shape.datatype in _FIGURES:
        return 0
    return 1 if shape.path in _BESIDE_FIGURES else 2


def cells(
    reader: RecordReader, rows: Sequence[RowThing], columns: Sequence[PropertyShape]
) -> tuple[tuple[CellNow, ...], ...]:
    """What the cells of some rows hold now."""
    values = [_values(reader, row.thing) for row in rows]
    names = browsing.labels(
        reader, {term for each in values for terms in each.values() for term in terms if isinstance(term, str)}
    )
    fitting = {types: shape_paths(types) for types in {row.types for row in rows}}
    return tuple(
        tuple(
            cell(each.get(column.path, ()), names) if column.path in fitting[row.types] else CellNow(fits=False)
            for column in columns
        )
        for row, each in zip(rows, values, strict=True)
    )


def shape_paths(types: tuple[Iri, ...]) -> frozenset[Iri]:
    """The properties that things of these classes have in their forms."""
    return frozenset(shape.path for shape in shapes.properties_of(types, SHAPES))


def cell(terms: Iterable[Term], names: dict[Iri, str]) -> CellNow:
    """Values as the text of a cell."""
    known = tuple(terms)
    several = len(known) > 1 and any(isinstance(term, Literal) for term in known)
    return CellNow(BETWEEN.join(sorted(told(term, names) for term in known)), several=several)


def told(term: Term, names: dict[Iri, str]) -> str:
    """A value as it would be typed: words and things by their names, units by their symbols."""
    if isinstance(term, Literal):
        return term.lexical
    if term in CONCEPTS:
        return CONCEPTS[term].label
    return symbol(term) if term in UNITS else names[term]


def _values(reader: RecordReader, thing: Iri) -> dict[Iri, list[Term]]:
    found: dict[Iri, list[Term]] = {}
    for quad in reader.quads(Pattern(subject=thing)):
        if quad.object not in found.setdefault(quad.predicate, []):
            found[quad.predicate].append(quad.object)
    return found


def _around(reader: RecordReader, thing: Iri) -> frozenset[Iri]:
    """What a thing says something of, what says something of it, and what is about its factors."""
    said = tuple(reader.quads(Pattern(subject=thing), limit=_LOOKED_AT))
    found = {quad.object for quad in said if isinstance(quad.object, str)}
    found |= {quad.subject for quad in reader.quads(Pattern(object=thing), limit=_LOOKED_AT)}
    for factor in _factors(said):
        about = Pattern(predicate=KG.forFactor, object=factor)
        found |= {quad.subject for quad in reader.quads(about, limit=_LOOKED_AT)}
    return frozenset(found - {thing})


def _factors(said: Iterable[Quad]) -> tuple[Iri, ...]:
    return tuple(quad.object for quad in said if quad.predicate == KG.hasFactor and isinstance(quad.object, str))


def _with_form(kinds: Iterable[Iri]) -> bool:
    return any(kind in SHAPES for kind in shapes.with_superclasses(kinds))


def _by_name(row: RowThing) -> tuple[str, str]:
    return fold(row.name), row.thing


_FIGURES: Final = frozenset((XSD.decimal, XSD.integer))
_BESIDE_FIGURES: Final = frozenset((KG.unit, KG.basis, KG.textValue))
_FIRST: Final = frozenset((KG.SiteSetting, KG.ProcessParameter))
"""What one mostly wants to edit in a grid."""

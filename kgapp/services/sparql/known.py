"""The names a query can use: of the model with label and definition, and how often the data uses them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, PREFIXES, PROPERTIES, RDFS, SKOS, UNITS
from kgapp.services.ports import RecordReader


@dataclass(frozen=True, slots=True)
class Word:
    """A name with what it is called, what it means, and of what kind it is."""

    iri: Iri
    label: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What the data held at a revision: things of each class, and with each property, in all and by class."""

    revision: str
    classes: Mapping[Iri, int] = field(default_factory=dict)
    properties: Mapping[Iri, int] = field(default_factory=dict)
    by_class: Mapping[Iri, Mapping[Iri, int]] = field(default_factory=dict)


def counted(reader: RecordReader, revision: str) -> Counted:
    """Count. Takes a second for a million statements."""
    properties: dict[Iri, int] = {}
    by_class: dict[Iri, dict[Iri, int]] = {}
    for use in reader.term_uses():
        held = properties if use.kind is None else by_class.setdefault(use.kind, {})
        held[use.predicate] = use.things
    return Counted(revision, dict(reader.classes()), properties, by_class)


def words() -> dict[Iri, Word]:
    """Every name of the model, and the usual ones for names and notes."""
    found = {each.iri: Word(each.iri, each.label, each.definition, "class") for each in CLASSES.values()}
    found |= {each.iri: Word(each.iri, each.label, each.definition, "property") for each in PROPERTIES.values()}
    found |= {each.iri: Word(each.iri, each.label, each.definition, "word") for each in CONCEPTS.values()}
    found |= {each.iri: Word(each.iri, each.label, each.symbol, "unit") for each in UNITS.values()}
    for iri, (label, meaning) in _USUAL.items():
        found.setdefault(iri, Word(iri, label, meaning, "property"))
    return found


_USUAL: Final = {
    RDFS.label: ("label", "The name of a thing."),
    RDFS.comment: ("note", "A remark on a thing."),
    SKOS.prefLabel: ("preferred label", "The name a thing is shown by."),
    SKOS.altLabel: ("also called", "Another name of a thing."),
    SKOS.notation: ("id", "A short mark of a thing."),
    SKOS.definition: ("definition", "What a thing is, in words."),
}
OWN: Final = frozenset(
    value for value in vars(KG).values() if isinstance(value, str) and value.startswith(PREFIXES["kg"])
)
"""Every name of the kgapp ontology, also those that no table explains."""


def fits(predicate: Iri, classes: tuple[Iri, ...]) -> bool:
    """Whether the model lets things of all these classes have a property; one it does not know or restrict fits."""
    term = PROPERTIES.get(predicate)
    if term is None or not term.domains:
        return True
    return all(set(term.domains).intersection(with_superclasses((kind,))) for kind in classes if kind in CLASSES)


def restricted(predicate: Iri) -> bool:
    """Whether the model says of which classes a property is."""
    term = PROPERTIES.get(predicate)
    return term is not None and bool(term.domains)


@cache
def words_of(predicate: Iri) -> frozenset[Iri]:
    """The controlled words that are values of a property; empty when it has others."""
    return frozenset(
        word for shape in SHAPES.values() for each in shape.properties if each.path == predicate for word in each.words
    )


def leads_to(predicate: Iri, types: tuple[Iri, ...]) -> bool:
    """Whether the model lets a property have things of some classes as its value; one it does not restrict leads to all."""
    term = PROPERTIES.get(predicate)
    if term is None or not set(term.ranges) & set(CLASSES) or not types:
        return True
    return bool(set(term.ranges).intersection(with_superclasses(types)))

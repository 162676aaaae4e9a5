"""What decides who may see something: the marks, and what counts for things that nobody marked."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from kgapp.domain.bundle import Level
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import with_subclasses, with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG, PREFIXES, RDFS, SKOS
from kgapp.services.for_inspection import PERSONAL

NEVER: Final = (KG.Assessment, KG.Verdict, KG.Assignment, KG.RuleException)
"""The record of what the sender decides: in no bundle."""

INTERNAL_UNLESS_MARKED: Final = (KG.KnowHow, KG.Question, KG.QuestionParameter, KG.Deviation, KG.Change)
"""Know-how, what people ask, what went wrong and what is planned: internal, until somebody marks it otherwise."""

NOTES: Final = (RDFS.comment, SKOS.note, SKOS.editorialNote, SKOS.changeNote)
ABOUT_STATEMENTS: Final = tuple(
    Iri(PREFIXES[prefix] + name)
    for prefix, names in (
        ("rdf", ("subject", "predicate", "object")),
        ("owl", ("annotatedSource", "annotatedProperty", "annotatedTarget")),
    )
    for name in names
)
"""How one statement is said to be about another."""

GOES_WITHOUT: Final = frozenset({(KG.TacitAssertion, KG.elicitedFrom), (KG.Site, KG.inRegion)})
"""What a shape asks for that a thing can do without: know-how goes without the name of whoever said it."""

WORDS: Final = {Level.PUBLIC: KG.public, Level.PARTNER: KG.partner, Level.INTERNAL: KG.internal}
PERSONAL_PROPERTIES: Final = PERSONAL
OWN_GRAPHS: Final = ("graph/assessments", "graph/rules", "graph/exchange")
"""Graphs below the base that hold how the sender works, not what is known."""


@lru_cache(100_000)
def written(iri: Iri) -> bytes:
    """An IRI as it stands in N-Quads."""
    return f"<{iri}>".encode()


@cache
def kinds(classes: tuple[Iri, ...]) -> frozenset[bytes]:
    """Classes and all below them, as written."""
    return frozenset(written(each) for each in with_subclasses(classes))


@cache
def needed() -> dict[bytes, frozenset[bytes]]:
    """For each class, the properties without whose things a thing of it means nothing, as written: a setting its factor."""
    found: dict[bytes, frozenset[bytes]] = {}
    for kind in CLASSES:
        shapes = (SHAPES[each] for each in with_superclasses((kind,)) if each in SHAPES)
        paths = frozenset(
            written(each.path)
            for shape in shapes
            for each in shape.properties
            if each.min_count and not each.recommended and (each.classes or each.entity)
            if (shape.target, each.path) not in GOES_WITHOUT
        )
        if paths:
            found[written(kind)] = paths
    return found

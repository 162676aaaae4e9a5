"""Setting and removing values of one property of one entity.

Values are typed by the shapes of the entity's classes, else by the property's range in the ontology, else by the values that
are there; what none of them types must be written in N-Triples syntax. An edited statement stays in its graph; a new one goes
to the project's main graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import (
    RDF_LANG_STRING,
    XSD_STRING,
    Iri,
    Literal,
    Quad,
    Term,
    language_literal,
    ntriples,
    parse,
    shorten,
)
from kgapp.domain.terms import XSD as XSD_NAMESPACE
from kgapp.domain.vocabulary import CLASSES, PROPERTIES, RDF, RDFS, SKOS
from kgapp.services import browsing
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

_LABELS: Final = frozenset((RDFS.label, RDFS.comment, SKOS.prefLabel, SKOS.altLabel, SKOS.definition))
_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a property of an entity is expected to hold: a shape, or a datatype, or a thing, or nothing known (all empty)."""

    shape: PropertyShape | None = None
    datatype: Iri | None = None
    language: str = ""
    thing: bool = False


def set_values(workspace: Workspace, entity: Iri, predicate: Iri, texts: Sequence[str], why: str) -> Revision | None:
    """Replace all values of a property; ``None`` when it has exactly these. Raises ``BadInput`` for a value that does not fit."""
    values = frozenset(value(workspace.reader, entity, predicate, text) for text in texts)
    return replace_values(workspace, entity, predicate, values, why)


def replace_values(
    workspace: Workspace, entity: Iri, predicate: Iri, values: frozenset[Term], why: str
) -> Revision | None:
    """Replace all values of a property by terms that are typed already; ``None`` when it has exactly these."""
    reader = workspace.reader
    present = frozenset(reader.quads(Pattern(subject=entity, predicate=predicate)))
    kept = {quad.object for quad in present}
    removed = frozenset(quad for quad in present if quad.object not in values)
    graph = _graph(removed or present, main_graph(reader.meta().base))
    added = frozenset(Quad(entity, predicate, new, graph) for new in values - kept)
    return workspace.commit(
        ChangeSet(_summary(reader, "Set", entity, predicate, values), removed, added), Note(workspace.author, why)
    )


def unset_values(workspace: Workspace, entity: Iri, predicate: Iri, texts: Sequence[str], why: str) -> Revision:
    """Remove these values of a property, all of them when none is named. Raises ``NotFound`` for one that is not there."""
    reader = workspace.reader
    present = frozenset(reader.quads(Pattern(subject=entity, predicate=predicate)))
    removed = frozenset(quad for text in texts for quad in _meant(reader, present, text)) if texts else present
    summary = _summary(reader, "Remove", entity, predicate, {quad.object for quad in removed})
    revision = workspace.commit(ChangeSet(summary, removed=removed), Note(workspace.author, why))
    if revision is None:
        names = browsing.labels(reader, (entity, predicate))
        raise NotFound(f"“{names[entity]}” has no “{names[predicate]}”.", hint="kgapp show lists what it has.")
    return revision


def value(reader: RecordReader, entity: Iri, predicate: Iri, text: str) -> Term:
    """The term that a person means who enters ``text`` there. Raises ``BadInput``, ``NotFound`` or ``Ambiguous``."""
    if _is_ntriples(text):
        return parse(text)
    expected = expectation(reader, entity, predicate)
    if expected.shape is not None:
        return _by_shape(reader, expected, text)
    if expected.thing:
        return browsing.resolve(reader, text)
    if expected.language:
        return language_literal(text, expected.language)
    if expected.datatype is not None:
        return shapes.literal(_plain_shape(predicate, expected.datatype), text)
    name = browsing.labels(reader, (predicate,))[predicate]
    raise BadInput(
        f"kgapp does not know what kind of value “{name}” takes.",
        hint='Write it in N-Triples syntax: <https://example.org/x>, "text", "text"@en or "7.40"^^<datatype IRI>.',
    )


def expectation(reader: RecordReader, entity: Iri, predicate: Iri) -> Expected:
    """What the shapes, the ontology or the values that are there say about a property of an entity."""
    present = [quad.object for quad in reader.quads(Pattern(subject=entity, predicate=predicate))]
    language = next((term.language for term in present if isinstance(term, Literal) and term.language), "")
    types = reader.types((entity,)).get(entity, ())
    shape = next((shape for shape in shapes.properties_of(types, SHAPES) if shape.path == predicate), None)
    if shape is not None:
        return Expected(shape, shape.datatype, language)
    if predicate == RDF.type:
        return Expected(thing=True)
    return (
        _by_range(predicate, language)
        or _by_values(present, language)
        or Expected(language=_LANGUAGE if predicate in _LABELS else "")
    )


def by_shape(reader: RecordReader, shape: PropertyShape, text: str) -> Term:
    """The term that a person means who enters ``text`` where a thing that is not there yet has this shape. Raises as ``value``."""
    return parse(text) if _is_ntriples(text) else _by_shape(reader, Expected(shape, shape.datatype), text)


def _by_shape(reader: RecordReader, expected: Expected, text: str) -> Term:
    shape = expected.shape
    assert shape is not None
    if shape.words:
        thing = browsing.spelled(reader, text)
        return shapes.word(shape, thing if thing is not None else text)
    if not shapes.holds_literals(shape):
        return _of_kind(reader, shape, browsing.resolve(reader, text))
    entered = shapes.literal(shape, text)
    if entered.datatype == RDF_LANG_STRING or (entered.datatype == XSD_STRING and _has_language(expected, shape)):
        return language_literal(text, expected.language or _LANGUAGE)
    return entered


def _of_kind(reader: RecordReader, shape: PropertyShape, thing: Iri) -> Iri:
    """A thing of the wrong kind is refused; one whose kind is not recorded is left to validation."""
    types = reader.types((thing,)).get(thing, ())
    known = [kind for kind in types if kind in CLASSES]
    if shape.classes and known and not set(shapes.with_superclasses(known)).intersection(shape.classes):
        name = browsing.labels(reader, (thing,))[thing]
        kinds = " and ".join(sorted(CLASSES[kind].label for kind in known))
        raise BadInput(f"“{name}” is of the kind {kinds}, which does not fit here.", hint=shape.message)
    return thing


def _has_language(expected: Expected, shape: PropertyShape) -> bool:
    return shape.datatype is None and not shape.texts and bool(expected.language or shape.path in _LABELS)


def _by_range(predicate: Iri, language: str) -> Expected | None:
    term = PROPERTIES.get(predicate)
    if term is None or term.kind == "annotation" or predicate in _LABELS:
        return None
    if term.kind == "object":
        return Expected(thing=True)
    datatype = next((kind for kind in term.ranges if kind.startswith(XSD_NAMESPACE)), None)
    if language or datatype is None:
        return Expected(language=language or _LANGUAGE)
    return Expected(datatype=datatype)


def _by_values(present: Iterable[Term], language: str) -> Expected | None:
    kinds = Counter(term.datatype if isinstance(term, Literal) else None for term in present)
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    if kind is None:
        return Expected(thing=True)
    return Expected(language=language) if kind == RDF_LANG_STRING else Expected(datatype=kind)


def _meant(reader: RecordReader, present: frozenset[Quad], text: str) -> frozenset[Quad]:
    """The statements whose value is written like ``text``; a value's lexical form or a thing's name is enough."""
    wanted = parse(text) if _is_ntriples(text) else None
    found = frozenset(
        quad
        for quad in present
        if quad.object == wanted or (isinstance(quad.object, Literal) and quad.object.lexical == text)
    )
    if not found and wanted is None and any(isinstance(quad.object, str) for quad in present):
        thing = browsing.resolve(reader, text)
        found = frozenset(quad for quad in present if quad.object == thing)
    if not found:
        known = ", ".join(sorted(_told(reader, quad.object) for quad in present)) or "none"
        raise NotFound(f"“{shorten(text)}” is not among its values.", hint=f"Its values: {known}.")
    return found


def _told(reader: RecordReader, term: Term) -> str:
    if isinstance(term, Literal):
        return shorten(ntriples(term), 60)
    return f"{browsing.labels(reader, (term,))[term]} ({browsing.compact(reader, term)})"


def _graph(present: Iterable[Quad], main: Iri) -> Iri:
    graphs = sorted(Counter(quad.graph for quad in present).items(), key=lambda pair: (-pair[1], pair[0]))
    return graphs[0][0] if graphs else main


def _summary(reader: RecordReader, verb: str, entity: Iri, predicate: Iri, values: Iterable[Term]) -> str:
    names = browsing.labels(reader, {entity, predicate} | {term for term in values if isinstance(term, str)})
    spoken = ", ".join(
        sorted(shorten(term.lexical, 60) if isinstance(term, Literal) else names[term] for term in values)
    )
    end = f" to {spoken}" if verb == "Set" else f" {spoken}"
    return shorten(f"{verb} “{names[predicate]}” of “{names[entity]}”{end}", 200)


def _is_ntriples(text: str) -> bool:
    return (text.startswith("<") and text.endswith(">")) or (text.startswith('"') and text.rfind('"') > 0)


def _plain_shape(predicate: Iri, datatype: Iri) -> PropertyShape:
    term = PROPERTIES.get(predicate)
    name = term.label if term else predicate
    return PropertyShape(
        predicate, name, 0, f"A value of type {datatype.rpartition('#')[2] or datatype}.", datatype=datatype
    )

"""The page of one entity, its first part: what it is, where it belongs, its facts in the order of its form, and what is missing.

What belongs to it, what uses it, its sources and its history are parts of their own (``portrait_*``), so that a page is
there at once however much the project says of the entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.names import local_name
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape, properties_of
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import DCTERMS, KG, OWL, PROPERTIES, RDF, RDFS, SKOS, UNITS, XSD
from kgapp.services import browsing, portrait_sources, retiring
from kgapp.services.browsing import Named
from kgapp.services.portrait_sections import Value, thing
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements

MOST_FACTS: Final = 2_000
"""Statements of one entity that its page reads."""

VALUES: Final = 60
"""Values of one property that the page names; the total is complete up to ``MOST_FACTS``."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One property with its values; ``about`` is what the ontology says of the property, ``total`` counts all values."""

    predicate: Iri
    name: str
    values: tuple[Value, ...]
    about: str
    total: int


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A property that the form asks for and that is not recorded."""

    predicate: Iri
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """The first part of a page. ``marks`` are the few words to see first, such as ``held by one person``.

    ``above`` leads from the most general to where the entity belongs. ``retired`` says that it is no longer used, and
    ``replaced_by`` what took its place.
    """

    entity: Named
    types: tuple[Named, ...]
    notation: str
    above: tuple[Named, ...]
    marks: tuple[str, ...]
    rows: tuple[FactRow, ...]
    missing: tuple[MissingRow, ...] = ()
    retired: bool = False
    replaced_by: tuple[Named, ...] = ()

    @property
    def classes(self) -> tuple[Iri, ...]:
        """The classes as IRIs."""
        return tuple(kind.iri for kind in self.types)


def portrait(reader: RecordReader, entity: Iri) -> Portrait:
    """The first part of the page of an entity. Raises ``NotFound`` when no statement names it."""
    own = tuple(reader.quads(Pattern(subject=entity), limit=MOST_FACTS))
    if not own and not any(reader.quads(Pattern(object=entity), limit=1)):
        browsing.page(reader, entity)  # raises, with names that are near
    known = Statements(reader)
    types = tuple(known.named(kind) for kind in known.types(entity))
    form = properties_of((kind.iri for kind in types), SHAPES)
    return Portrait(
        known.named(entity),
        types,
        known.text(entity, SKOS.notation),
        _above(known, entity),
        _marks(known, entity),
        tuple(_rows(known, entity, own, form)),
        tuple(_missing(own, form)),
        retiring.is_retired(reader, entity),
        tuple(known.named(one) for one in _successors(known, entity)),
    )


def called(name: str, predicate: Iri) -> str:
    """What a property is called on a page, in the words of advice from a colleague where there are some."""
    words = _WORDS.get(predicate) or name
    return words[:1].upper() + words[1:]


def _above(known: Statements, entity: Iri) -> tuple[Named, ...]:
    """Where an entity belongs: the step of a factor, the process of a step, the site of what stands there."""
    found: list[Iri] = []
    whole = _whole(known, entity)
    while whole is not None and whole not in (entity, *found) and len(found) < _DEEPEST:
        found.insert(0, whole)
        whole = _whole(known, whole)
    return tuple(known.named(one) for one in found)


def _whole(known: Statements, part: Iri) -> Iri | None:
    holders = (step for holds in _HOLDING for step in known.reader.users(part, holds, limit=1))
    wholes = (whole for predicate in _PART_OF for whole in known.things(part, predicate))
    return next((one for each in (holders, wholes) for one in each), None)


def _marks(known: Statements, entity: Iri) -> tuple[str, ...]:
    marks = ["invented for the demo"] if known.text(entity, KG.invented) == "true" else []
    holders = {one for predicate in _HELD for one in known.things(entity, predicate)}
    if len(holders) == 1:
        marks.append("held by one person")
    return tuple(marks)


def _successors(known: Statements, entity: Iri) -> tuple[Iri, ...]:
    newer = known.reader.users(entity, KG.supersedes, limit=_SUCCESSORS)
    return tuple(dict.fromkeys((*known.things(entity, DCTERMS.isReplacedBy), *newer)))


def _rows(known: Statements, entity: Iri, own: tuple[Quad, ...], form: tuple[PropertyShape, ...]) -> Iterator[FactRow]:
    """Facts in the order of the form, then by name; a unit stands with its figures, not in a row of its own."""
    places = {shape.path: place for place, shape in enumerate(form)}
    said = _by_property(own)
    hidden = _HIDDEN | (frozenset({KG.unit}) if any(predicate in _FIGURES for predicate in said) else frozenset())
    names = {predicate: called(known.name(predicate), predicate) for predicate in said}
    for predicate in sorted(said, key=lambda each: (places.get(each, len(places)), names[each], each)):
        if predicate not in hidden:
            values = sorted((_value(known, entity, predicate, term) for term in said[predicate][:VALUES]), key=_by_text)
            term = PROPERTIES.get(predicate)
            yield FactRow(
                predicate, names[predicate], tuple(values), term.definition if term else "", len(said[predicate])
            )


def _by_property(quads: Iterable[Quad]) -> Mapping[Iri, list[Iri | Literal]]:
    """The values of each property, each once whatever graphs it is in."""
    found: dict[Iri, dict[Iri | Literal, None]] = {}
    for quad in quads:
        found.setdefault(quad.predicate, {}).setdefault(quad.object)
    return {predicate: list(values) for predicate, values in found.items()}


def _missing(own: tuple[Quad, ...], form: tuple[PropertyShape, ...]) -> Iterator[MissingRow]:
    """What the form asks for, in its order, and nobody has recorded."""
    said = {quad.predicate for quad in own}
    for shape in form:
        if (shape.recommended or shape.min_count) and shape.path not in said:
            yield MissingRow(shape.path, called(shape.name or local_name(shape.path), shape.path), shape.message)


def _value(known: Statements, entity: Iri, predicate: Iri, value: Iri | Literal) -> Value:
    if isinstance(value, Literal):
        if predicate == KG.evidenceWord:
            return Value(portrait_sources.in_words(value.lexical), term=value)
        unit = known.unit(entity) if predicate in _FIGURES else ""
        return Value(
            f"{_written(value)} {unit}".strip(), term=value, note=value.language if value.language != "en" else ""
        )
    if value in UNITS:
        return Value(UNITS[value].symbol or UNITS[value].label, term=value)
    return thing(known, value, portrait_sources.grounds(known, value))


def _written(value: Literal) -> str:
    return _BOOLEANS.get(value.lexical, value.lexical) if value.datatype == XSD.boolean else value.lexical


def _by_text(value: Value) -> tuple[bool, str]:
    return (value.iri is None, value.text.casefold())


_DEEPEST: Final = 4
_SUCCESSORS: Final = 5
_HOLDING: Final = (KG.hasFactor, KG.hasIndicator)
_PART_OF: Final = (
    KG.partOf, KG.forFactor, KG.atStep, KG.inSiteProcess, KG.ofMethod, KG.ofMaterial, KG.ofModel, KG.worksAt, KG.locatedAt,
)  # fmt: skip
_HELD: Final = (KG.heldBy, KG.knownBy, KG.doneBy, KG.taughtBy)
_BOOLEANS: Final = {"true": "yes", "1": "yes", "false": "no", "0": "no"}
_HIDDEN: Final = frozenset((RDF.type, RDFS.label, SKOS.notation, KG.invented, KG.attachment, OWL.deprecated))
_FIGURES: Final = frozenset(predicate for predicate, term in PROPERTIES.items() if XSD.decimal in term.ranges)
_WORDS: Final = {
    KG.cue: "When you see",
    KG.action: "Do",
    KG.rationale: "Because",
    KG.consequenceIfIgnored: "If ignored",
    KG.condition: "Only if",
    KG.notWhen: "Not when",
    KG.affectsAttribute: "Affects",
    KG.procedureStatus: "Allowed?",
    KG.senseChannel: "Noticed by",
    KG.seenTimes: "Seen (times)",
    KG.confidentiality: "May be seen by",
    KG.transferMethod: "Best taught by",
    KG.evidenceWord: "How the source was read",
    KG.cites: "Source",
    RDFS.comment: "Note",
    SKOS.altLabel: "Also called",
}

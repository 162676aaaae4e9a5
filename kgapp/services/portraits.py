"""The page of one entity: its facts in the order of its form, what belongs to it, what is known about it, its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kgapp.domain.history import Revision
from kgapp.domain.quantity import decimal
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import properties_of
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import KG, PROPERTIES, RDF, RDFS, SKOS, UNITS, XSD
from kgapp.services import browsing, history
from kgapp.services.browsing import EntityPage, Fact, Named
from kgapp.services.portrait_sections import Section, Value, know_how_about, related, thing, uses
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

HISTORY: Final = 12
_SENTENCES: Final = 6
_SMALL_CHANGE: Final = 200


@dataclass(frozen=True, slots=True)
class FactRow:
    """One property with all its values; ``about`` is what the ontology says of the property."""

    name: str
    values: tuple[Value, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Event:
    """One revision that touched the entity, in words; ``sentences`` is empty for an import."""

    revision: Revision
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """One recorded result of an attribute; ``on`` is the day of manufacture of its batch."""

    batch: Named
    site: str
    on: date
    figure: Decimal
    unit: str
    basis: str


@dataclass(frozen=True, slots=True)
class Limits:
    """A specification to draw beside results; an open end is ``None``."""

    label: str
    low: Decimal | None
    high: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that the page of an entity says. ``marks`` are the few words to see first, such as ``held by one person``.

    ``above`` leads from the most general to where the entity belongs. ``uses`` counts every statement about it.
    """

    entity: Named
    types: tuple[Named, ...]
    notation: str
    above: tuple[Named, ...]
    marks: tuple[str, ...]
    rows: tuple[FactRow, ...]
    sections: tuple[Section, ...]
    know_how: Section
    used_by: tuple[Section, ...]
    uses: int
    events: tuple[Event, ...]
    results: tuple[BatchResult, ...] = ()
    limits: tuple[Limits, ...] = ()

    @property
    def classes(self) -> tuple[Iri, ...]:
        """The classes as IRIs."""
        return tuple(kind.iri for kind in self.types)


def portrait(reader: RecordReader, entity: Iri) -> Portrait:
    """The page of an entity. Raises ``NotFound`` when no statement names it."""
    page = browsing.page(reader, entity)
    known = Statements(reader)
    attribute = KG.QualityAttribute in known.types(entity)
    return Portrait(
        page.entity,
        page.types,
        known.text(entity, SKOS.notation),
        _above(known, entity),
        _marks(known, entity),
        tuple(_rows(known, page)),
        related(known, entity),
        know_how_about(known, entity),
        uses(known, entity),
        sum(use.count for use in page.used_by),
        tuple(_event(reader, entity, revision) for revision in reader.revisions(entity=entity, limit=HISTORY)),
        _results(known, entity) if attribute else (),
        _limits(known, entity) if attribute else (),
    )


def _above(known: Statements, entity: Iri) -> tuple[Named, ...]:
    """Where an entity belongs: the step of a factor, the process of a step, the site of what stands there."""
    holders = (step for holds in _HOLDING for step in known.that(holds, entity))
    wholes = (whole for predicate in _PART_OF for whole in known.things(entity, predicate))
    whole = next((one for each in (holders, wholes) for one in each), None)
    if whole is None or whole == entity:
        return ()
    upper = [known.named(one) for one in known.things(whole, KG.partOf)[:1]]
    return (*upper, known.named(whole))


def _marks(known: Statements, entity: Iri) -> tuple[str, ...]:
    marks = ["invented for the demo"] if known.text(entity, KG.invented) == "true" else []
    holders = {one for predicate in _HELD for one in known.things(entity, predicate)}
    if len(holders) == 1:
        marks.append("held by one person")
    return tuple(marks)


def _rows(known: Statements, page: EntityPage) -> Iterator[FactRow]:
    """Facts in the order of the form, then by name; a unit stands with its figures, not in a row of its own."""
    form = properties_of((kind.iri for kind in page.types), SHAPES)
    places = {shape.path: place for place, shape in enumerate(form)}
    by_property: dict[Iri, list[Fact]] = {}
    for fact in page.facts:
        by_property.setdefault(fact.predicate.iri, []).append(fact)
    figures = any(predicate in _FIGURES for predicate in by_property)
    hidden = _HIDDEN | (frozenset({KG.unit}) if figures else frozenset())
    for predicate in sorted(by_property, key=lambda each: (places.get(each, len(places)), _called(known, each))):
        if predicate not in hidden:
            values = (_value(known, page.entity.iri, fact) for fact in by_property[predicate])
            term = PROPERTIES.get(predicate)
            yield FactRow(_called(known, predicate), tuple(dict.fromkeys(values)), term.definition if term else "")


def _value(known: Statements, entity: Iri, fact: Fact) -> Value:
    if isinstance(fact.value, str):
        return Value(UNITS[fact.value].symbol) if fact.value in UNITS else thing(known, fact.value)
    unit = known.unit(entity) if fact.predicate.iri in _FIGURES else ""
    return Value(f"{_written(fact.value)} {unit}".strip())


def _written(value: Literal) -> str:
    return _BOOLEANS.get(value.lexical, value.lexical) if value.datatype == XSD.boolean else value.lexical


def _called(known: Statements, predicate: Iri) -> str:
    name = _WORDS.get(predicate) or known.name(predicate)
    return name[:1].upper() + name[1:]


def _event(reader: RecordReader, entity: Iri, revision: Revision) -> Event:
    if revision.removed_count + revision.added_count > _SMALL_CHANGE:
        return Event(revision, ())
    change = reader.change(revision.seq)
    own = type(change)(
        change.summary,
        frozenset(quad for quad in change.removed if quad.subject == entity),
        frozenset(quad for quad in change.added if quad.subject == entity),
    )
    return Event(revision, history.sentences(reader, own)[:_SENTENCES])


def _results(known: Statements, attribute: Iri) -> tuple[BatchResult, ...]:
    found = (_result(known, one) for one in known.that(KG.forAttribute, attribute) if KG.Result in known.types(one))
    return tuple(sorted((one for one in found if one), key=lambda each: (each.on, each.batch.label)))


def _result(known: Statements, result: Iri) -> BatchResult | None:
    batch, figure = known.thing(result, KG.ofBatch), decimal(known.text(result, KG.value))
    if batch is None or figure is None:
        return None
    on = known.text(batch, KG.manufacturedOn) or known.text(result, KG.resultDate)
    site = known.thing(batch, KG.atSite)
    try:
        day = date.fromisoformat(on[:10])
    except ValueError:
        return None
    basis = known.thing(result, KG.basis)
    return BatchResult(
        known.named(batch),
        known.name(site) if site else "no site recorded",
        day,
        figure,
        known.unit(result),
        known.name(basis) if basis else "",
    )


def _limits(known: Statements, attribute: Iri) -> tuple[Limits, ...]:
    criteria = [one for one in known.that(KG.forAttribute, attribute) if KG.Specification in known.types(one)]
    return tuple(
        Limits(
            known.name(one),
            decimal(known.text(one, KG.lowerLimit)),
            decimal(known.text(one, KG.upperLimit)),
            known.unit(one),
        )
        for one in criteria
    )


_HOLDING: Final = (KG.hasFactor, KG.hasIndicator)
_PART_OF: Final = (KG.partOf, KG.inSiteProcess, KG.forFactor, KG.ofMethod, KG.ofMaterial, KG.ofModel, KG.worksAt)
_HELD: Final = (KG.heldBy, KG.knownBy, KG.doneBy, KG.taughtBy)
_BOOLEANS: Final = {"true": "yes", "1": "yes", "false": "no", "0": "no"}
_HIDDEN: Final = frozenset((RDF.type, RDFS.label, SKOS.notation, KG.invented))
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

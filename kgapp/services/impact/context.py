"""What surrounds a change, read in one request.

The entity itself, the sites, and what is recorded of the changed factor: ranges, settings,
interactions, registration details.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kgapp.domain.errors import NotFound
from kgapp.domain.impact import Named
from kgapp.domain.quantity import Quantity, Span, decimal
from kgapp.domain.rules import matches
from kgapp.domain.terms import Iri, sparql
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, OWL, RDF, RDFS
from kgapp.services.impact import ways
from kgapp.services.impact.asking import Asking, Branch
from kgapp.services.impact.reached import ANYWHERE, Entity, best_label, entity_of, local_name

_READ: Final = (
    *(RDF.type, RDFS.label, KG.atSite, KG.locatedAt, KG.worksAt, KG.inRegion, KG.severity, KG.status, OWL.deprecated),
    *(KG.unit, KG.basis, KG.bridgedTo, KG.forFactor, KG.forAttribute, KG.rangeType, KG.lowerLimit, KG.upperLimit),
    *(
        KG.setpoint,
        KG.textValue,
        KG.finding,
        KG.onEquipmentModel,
        KG.othersHeldAt,
        KG.atScale,
        KG.evidenceLevel,
        KG.ofFactor,
        KG.hasEffect,
    ),
    *(
        KG.ofMethod,
        KG.measuresAttribute,
        KG.methodStatus,
        KG.resultAvailable,
        KG.turnaround,
        KG.atStep,
        KG.controls,
        KG.statusAtSite,
    ),
    *(KG.concerns, KG.filedRange, KG.inSiteProcess, KG.lifecycleStage, KG.criticality, KG.fromRange, KG.toRange),
)
_FILED_IN: Final = Iri("urn:kgapp:filed-in")
"""Stands in an answer for what no property says: a region in which anything is filed."""
_GRAPH: Final = Iri("urn:kgapp:graph")
"""Stands in an answer for a graph of the source."""
_UNREADABLE: Final = Quantity(Decimal("NaN"), None, "")
_SCALES: Final = {KG.commercial: KG.commercialScale, KG.clinical: KG.clinicalScale}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is recorded around the changed entity. ``factor`` is the factor it is, or is about, if any.

    ``models`` maps a setting to the equipment models its step uses, ``unknown_equipment`` to equipment there without a
    model; ``controlling`` are the models that control the factor. ``filed`` are the ranges that registration details name.
    Registration details and settings that are retired are left out, with what only those details filed; ranges that are
    retired are kept, to be told as such.
    ``others`` are the further entities that the question names, ``filed_in`` the regions in which anything is filed.
    ``only_graph`` is the graph that holds everything, if there is only one and its name is known.
    """

    start: Entity
    factor: Entity | None
    sites: Mapping[Iri, Entity]
    ranges: tuple[Entity, ...]
    settings: tuple[Entity, ...]
    interactions: tuple[Entity, ...]
    registrations: tuple[Entity, ...]
    filed: frozenset[Iri]
    processes: Mapping[Iri, Entity]
    models: Mapping[Iri, frozenset[Iri]]
    unknown_equipment: Mapping[Iri, frozenset[Iri]]
    controlling: frozenset[Iri]
    sending: Named | None
    labels: Mapping[Iri, str]
    bridges: frozenset[frozenset[Iri]]
    others: Mapping[Iri, Entity]
    filed_in: frozenset[Iri]
    only_graph: Iri | None

    def named(self, iri: Iri) -> Named:
        """An entity with the best words known for it."""
        concept = CONCEPTS.get(iri)
        return Named(iri, self.labels.get(iri) or (concept.label if concept else local_name(iri)))

    def site(self, iri: Iri) -> Named | None:
        """A site with its label; ``None`` for anywhere."""
        return None if iri == ANYWHERE else self.named(iri)

    def settings_at(self, site: Iri) -> tuple[Entity, ...]:
        """The settings of the factor at a site, or at all: the changed one alone when the change is about one."""
        changed = tuple(each for each in self.settings if each.iri == self.start.iri)
        return changed or tuple(each for each in self.settings if site == ANYWHERE or site in each.sites)

    def bases_at(self, site: Iri) -> frozenset[Iri | None]:
        """How the factor is measured at a site: as its settings there say, else as the factor says; ``None`` is not recorded."""
        own: tuple[Iri, ...] = self.factor.things(KG.basis) if self.factor else ()
        recorded = [each.things(KG.basis) or own for each in self.settings_at(site)] or [own]
        return frozenset(basis for bases in recorded for basis in (bases or (None,)))

    def equipment_at(self, site: Iri) -> tuple[frozenset[Iri], frozenset[Iri]]:
        """The models in use where the factor is set at a site, and the equipment whose model is not recorded."""
        settings = self.settings_at(site)
        known: frozenset[Iri] = frozenset().union(*(self.models.get(each.iri, frozenset()) for each in settings))
        unknown: frozenset[Iri] = frozenset().union(
            *(self.unknown_equipment.get(each.iri, frozenset()) for each in settings)
        )
        return known & self.controlling or known, unknown

    def scales_at(self, site: Iri) -> frozenset[Iri | None]:
        """The scales at which the factor is set at a site: as the processes say, else as their stages say."""
        named = {each.thing(KG.inSiteProcess) for each in self.settings_at(site)} - {None}
        chosen = [each for iri, each in self.processes.items() if iri in named or (not named and site in each.sites)]
        return frozenset(scale for each in chosen for scale in _scales(each)) or frozenset({None})

    def same_basis(self, one: Iri | None, other: Iri | None) -> bool:
        """Whether figures on these bases compare: the same one, or a study bridges them. Not recorded is not the same."""
        if one is None or other is None:
            return False
        return one == other or frozenset({one, other}) in self.bridges


def limits(entity: Entity, default_unit: Iri | None) -> Span | None:
    """The limits of a range or criterion; an end without a figure is open.

    ``None`` when they cannot be read: a limit in words, or figures or units that contradict each other.
    """
    units = entity.things(KG.unit)
    ends = [_limit(entity, end, units[0] if units else default_unit) for end in (KG.lowerLimit, KG.upperLimit)]
    low, high = ends
    if low is _UNREADABLE or high is _UNREADABLE or len(units) > 1:
        return None
    return Span(low, high)


def range_words(entity: Entity, allowed: Span | None) -> str:
    """The limits of a range for people: its figures, or what is written where there are none."""
    if allowed is not None and (allowed.low is not None or allowed.high is not None):
        return str(allowed)
    written = sorted(
        {text for each in (KG.textValue, KG.lowerLimit, KG.upperLimit, KG.finding) for text in entity.texts(each)}
    )
    return f"given in words, “{' / '.join(written)}”" if written else "without figures"


def read(asking: Asking, start: Iri, others: tuple[Iri, ...] = ()) -> Surroundings:
    """Read what surrounds a change; ``others`` are further entities it names. Raises ``NotFound`` for an unknown entity."""
    cells: dict[Iri, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    labels: dict[Iri, list[str]] = defaultdict(list)
    graphs: list[str | None] = []
    for about, predicate, value, name, process in asking.rows(ways.DESCRIBED_COLUMNS, _branches(start, others)):
        assert about is not None
        assert predicate is not None
        if predicate[1:-1] == _GRAPH:
            graphs.append(value)  # Virtuoso tells none of them by name
            continue
        assert value is not None
        entity = Iri(about[1:-1])
        if value not in cells[entity][predicate[1:-1]]:
            cells[entity][predicate[1:-1]].append(value)
        if process and process not in cells[entity][KG.partOf]:
            cells[entity][KG.partOf].append(process)
        if name:
            labels[Iri(value[1:-1])].append(name)
    known = set(cells.get(start, ())) - {_FILED_IN}  # what is filed anywhere says nothing about it
    if not known and not _mentioned(asking, start):
        raise NotFound(f"The graph says nothing about {local_name(start)}.", hint="Look it up with “kgapp find”.")
    cells.setdefault(start, defaultdict(list))
    only = Iri(graphs[0][1:-1]) if len(graphs) == 1 and graphs[0] else None
    return _arranged(start, others, cells, labels, only)


def _mentioned(asking: Asking, start: Iri) -> bool:
    """Whether a statement names something of which nothing else is said."""
    named = Branch("{ SELECT ?a WHERE { %about% ?s ?p ?a } LIMIT 1 }", (start,))
    return any(True for _ in asking.rows(("a",), [named]))


def _arranged(
    start: Iri,
    others: tuple[Iri, ...],
    cells: Mapping[Iri, dict[str, list[str]]],
    labels: Mapping[Iri, list[str]],
    only_graph: Iri | None,
) -> Surroundings:
    words = {iri: best_label(names) for iri, names in labels.items()}
    entities = {iri: entity_of(iri, said, _sites(said), _step(said, words)) for iri, said in cells.items()}
    words.update({iri: each.label for iri, each in entities.items()})
    begun = entities[start]
    factor = _factor(begun, entities)
    about = factor.iri if factor else ANYWHERE
    listed = [entities[iri] for iri in sorted(entities)]
    every = [
        each for each in listed if about in each.things(KG.concerns) and matches(each.types, KG.RegistrationDetail)
    ]
    details = [each for each in every if not each.retired]
    filed = frozenset(each for detail in details for each in detail.things(KG.filedRange))
    withdrawn = frozenset(each for detail in every for each in detail.things(KG.filedRange)) - filed
    of_factor = [each for each in listed if about in each.things(KG.forFactor)]
    return Surroundings(
        start=begun,
        factor=factor,
        sites={each.iri: each for each in listed if KG.Site in each.types},
        ranges=tuple(
            each
            for each in listed
            if each.iri in filed or (each in of_factor and _is_range(each) and each.iri not in withdrawn)
        ),
        settings=tuple(each for each in of_factor if _is_setting(each) and (each is begun or not each.retired)),
        interactions=tuple(each for each in listed if about in each.things(KG.ofFactor)),
        registrations=tuple(details),
        filed=filed,
        processes={each.iri: each for each in listed if KG.SiteProcess in each.types},
        models={each.iri: frozenset(each.things(KG.usesEquipment)) for each in of_factor},
        unknown_equipment={each.iri: frozenset(each.things(KG.instrument)) for each in of_factor},
        controlling=frozenset(factor.things(KG.controlsFactor) if factor else ()),
        sending=next(
            (Named(each, words.get(each, local_name(each))) for each in begun.things(KG.sendingProcess)), None
        ),
        labels=words,
        bridges=frozenset(frozenset({each.iri, other}) for each in listed for other in each.things(KG.bridgedTo)),
        others={iri: entities[iri] for iri in others if iri in entities},
        filed_in=frozenset(begun.things(_FILED_IN)),
        only_graph=only_graph,
    )


def _factor(begun: Entity, entities: Mapping[Iri, Entity]) -> Entity | None:
    """The changed entity when it is a factor, or may be one; else the factor that it is about."""
    about = begun.thing(KG.forFactor)
    if about is not None and about in entities:
        return entities[about]
    return begun if matches(begun.types, KG.Factor) else None


def _is_setting(each: Entity) -> bool:
    return matches(each.types, KG.SiteSetting) and not _is_range(each)


def _is_range(each: Entity) -> bool:
    if each.types.isdisjoint(CLASSES):
        return bool(each.facts.keys() & {KG.rangeType, KG.lowerLimit, KG.upperLimit})
    return matches(each.types, KG.AcceptableRange)


def _scales(process: Entity) -> tuple[Iri | None, ...]:
    stages = tuple(_SCALES.get(stage) for stage in process.things(KG.lifecycleStage))
    return process.things(KG.atScale) or stages or (None,)


def _branches(start: Iri, others: tuple[Iri, ...]) -> list[Branch]:
    read = f"?p ?o FILTER(?p IN ({', '.join(map(sparql, _READ))})) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    described = f"?a {read}"
    # spelled out for both: with ?z from COALESCE, Virtuoso joins it with everything where ?start has no factor
    itself = f"VALUES ?z {{ {sparql(start)} }}"
    its_factor = f"VALUES ?start {{ {sparql(start)} }} ?start {sparql(KG.forFactor)} ?z ."
    for_factor, concerns = sparql(KG.forFactor), sparql(KG.concerns)
    found = (
        f"?a {for_factor} ?z .",
        f"?a {sparql(KG.ofFactor)} ?z .",
        f"?a {concerns} ?z .",
        f"?detail {concerns} ?z . ?detail {sparql(KG.filedRange)} ?a .",
        f"?set {for_factor} ?z . ?set {sparql(KG.inSiteProcess)} ?a .",
    )
    equipment = (
        f"?a {for_factor} ?z . ?a {sparql(KG.atStep)} ?step . ?step {sparql(KG.usesEquipment)} ?one . "
        f"OPTIONAL {{ ?one {sparql(KG.ofModel)} ?model }} BIND(COALESCE(?model, ?one) AS ?o) "
        f"BIND(IF(BOUND(?model), {sparql(KG.usesEquipment)}, {sparql(KG.instrument)}) AS ?p) "
        f"OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    )
    controlling = f"?o {sparql(KG.controlsFactor)} ?a . BIND({sparql(KG.controlsFactor)} AS ?p)"
    of_factor = (
        *(f"{pattern} {described}" for pattern in found),
        equipment,
        f"BIND(?z AS ?a) {controlling}",
        f"BIND(?z AS ?a) {ways.step_of_factor()}",
    )
    sending = (
        f"?project {sparql(KG.receivingProcess)} ?a . ?project {sparql(KG.sendingProcess)} ?o . "
        f"BIND({sparql(KG.sendingProcess)} AS ?p) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    )
    filings = " ".join(map(sparql, sorted(ways.subclasses(KG.RegistrationDetail))))
    filed_in = (
        f"{{ SELECT DISTINCT ?o WHERE {{ VALUES ?class {{ {filings} }} ?filing a ?class . ?filing {sparql(KG.inRegion)} ?o "
        f"FILTER(!isBlank(?o) && !isLiteral(?o)) }} }} BIND({sparql(_FILED_IN)} AS ?p)"
    )
    classes = f"{sparql(KG.Site)} {sparql(KG.MeasurementBasis)}"
    return [
        Branch(described, (start, *others)),
        Branch(f"{its_factor} BIND(?z AS ?a) {described}"),
        *(Branch(f"{factor} {pattern}") for factor in (itself, its_factor) for pattern in of_factor),
        Branch(sending, (start,)),
        Branch(filed_in, (start,)),
        Branch(f"VALUES ?class {{ {classes} }} ?a a ?class . {described}"),
        Branch(f"GRAPH ?o {{}} BIND({sparql(start)} AS ?a) BIND({sparql(_GRAPH)} AS ?p)"),
    ]


def _sites(said: Mapping[str, list[str]]) -> tuple[Iri, ...]:
    return tuple(sorted({Iri(cell[1:-1]) for each in ways.SITES for cell in said.get(each, ()) if cell[0] == "<"}))


def _step(said: Mapping[str, list[str]], words: Mapping[Iri, str]) -> Named | None:
    for cell in sorted(said.get(KG.hasFactor, ())):
        iri = Iri(cell[1:-1])
        return Named(iri, words.get(iri) or local_name(iri), KG.UnitOperation, "unit operation")
    return None


def _limit(entity: Entity, predicate: Iri, unit: Iri | None) -> Quantity | None:
    said = entity.facts.get(predicate, ())
    figures = {figure: written for written in entity.texts(predicate) if (figure := decimal(written)) is not None}
    if not said:
        return None
    if (
        len(figures) != 1
        or len(said) != len(entity.texts(predicate))
        or any(decimal(text) is None for text in entity.texts(predicate))
    ):
        return _UNREADABLE
    ((figure, written),) = figures.items()
    return Quantity(figure, unit, written)

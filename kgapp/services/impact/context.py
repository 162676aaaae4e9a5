"""What surrounds a change, read in one request.

The entity itself, the sites, and what is recorded of the changed factor: ranges, settings,
interactions, registration details.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.errors import NotFound
from kgapp.domain.impact import Named
from kgapp.domain.quantity import Quantity, Span, decimal
from kgapp.domain.terms import Iri, sparql
from kgapp.domain.vocabulary import CONCEPTS, KG, RDF, RDFS
from kgapp.services.impact import ways
from kgapp.services.impact.asking import Asking, Branch
from kgapp.services.impact.reached import ANYWHERE, Entity, best_label, entity_of, local_name

_READ: Final = (
    *(RDF.type, RDFS.label, KG.atSite, KG.locatedAt, KG.worksAt, KG.inRegion, KG.severity, KG.status),
    *(KG.unit, KG.basis, KG.bridgedTo, KG.forFactor, KG.forAttribute, KG.rangeType, KG.lowerLimit, KG.upperLimit),
    *(
        KG.setpoint,
        KG.textValue,
        KG.finding,
        KG.onEquipmentModel,
        KG.atScale,
        KG.evidenceLevel,
        KG.ofFactor,
        KG.hasEffect,
    ),
    *(KG.ofMethod, KG.methodStatus, KG.resultAvailable, KG.turnaround, KG.atStep, KG.controls, KG.statusAtSite),
    *(KG.filedRange, KG.inSiteProcess, KG.lifecycleStage, KG.criticality, KG.fromRange, KG.toRange),
)
_SCALES: Final = {KG.commercial: KG.commercialScale, KG.clinical: KG.clinicalScale}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is recorded around the changed entity. ``factor`` is the factor it is, or is about, if any.

    ``models`` maps a setting to the equipment models its step uses; ``controlling`` are the models that control the factor.
    """

    start: Entity
    factor: Entity | None
    sites: Mapping[Iri, Entity]
    ranges: tuple[Entity, ...]
    settings: tuple[Entity, ...]
    interactions: tuple[Entity, ...]
    registrations: tuple[Entity, ...]
    processes: Mapping[Iri, Entity]
    models: Mapping[Iri, frozenset[Iri]]
    controlling: frozenset[Iri]
    sending: Named | None
    labels: Mapping[Iri, str]
    bridges: frozenset[frozenset[Iri]]

    def named(self, iri: Iri) -> Named:
        """An entity with the best words known for it."""
        concept = CONCEPTS.get(iri)
        return Named(iri, self.labels.get(iri) or (concept.label if concept else local_name(iri)))

    def site(self, iri: Iri) -> Named | None:
        """A site with its label; ``None`` for anywhere."""
        return None if iri == ANYWHERE else self.named(iri)

    def setting_at(self, site: Iri) -> Entity | None:
        """The setting of the factor at a site, if one is recorded."""
        return next((each for each in self.settings if site in each.sites), None)

    def basis_at(self, site: Iri) -> Iri | None:
        """How the factor is measured at a site: as its setting there says, else as the factor says."""
        setting = self.setting_at(site)
        recorded = setting.thing(KG.basis) if setting else None
        return recorded or (self.factor.thing(KG.basis) if self.factor else None)

    def models_at(self, site: Iri) -> frozenset[Iri]:
        """The equipment models in use where the factor is set at a site."""
        setting = self.setting_at(site)
        return self.models.get(setting.iri, frozenset()) if setting else frozenset()

    def scale_at(self, site: Iri) -> Iri | None:
        """The scale of the site's process: as it says, else as its stage says."""
        setting = self.setting_at(site)
        process = self.processes.get(setting.thing(KG.inSiteProcess) or ANYWHERE) if setting else None
        if process is None:
            process = next((each for each in self.processes.values() if site in each.sites), None)
        if process is None:
            return None
        return process.thing(KG.atScale) or _SCALES.get(process.thing(KG.lifecycleStage) or ANYWHERE)

    def same_basis(self, one: Iri | None, other: Iri | None) -> bool:
        """Whether figures on these bases compare: the same one, or a study bridges them. Not recorded is not the same."""
        return one == other or (one is not None and other is not None and frozenset({one, other}) in self.bridges)


def limits(entity: Entity, default_unit: Iri | None) -> Span:
    """The limits of a range or specification; ends without a figure are open."""
    unit = entity.thing(KG.unit) or default_unit
    return Span(_limit(entity, KG.lowerLimit, unit), _limit(entity, KG.upperLimit, unit))


def read(asking: Asking, start: Iri, others: tuple[Iri, ...] = ()) -> Surroundings:
    """Read what surrounds a change; ``others`` are further entities it names. Raises ``NotFound`` for an unknown entity."""
    cells: dict[Iri, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    labels: dict[Iri, list[str]] = defaultdict(list)
    for about, predicate, value, name, process in asking.rows(ways.DESCRIBED_COLUMNS, _branches(start, others)):
        assert about is not None
        assert predicate is not None
        assert value is not None
        entity = Iri(about[1:-1])
        if value not in cells[entity][predicate[1:-1]]:
            cells[entity][predicate[1:-1]].append(value)
        if process and process not in cells[entity][KG.partOf]:
            cells[entity][KG.partOf].append(process)
        if name:
            labels[Iri(value[1:-1])].append(name)
    if start not in cells:
        raise NotFound(f"The graph says nothing about {local_name(start)}.", hint="Look it up with “kgapp find”.")
    return _arranged(start, cells, labels)


def _arranged(start: Iri, cells: Mapping[Iri, dict[str, list[str]]], labels: Mapping[Iri, list[str]]) -> Surroundings:
    words = {iri: best_label(names) for iri, names in labels.items()}
    entities = {iri: entity_of(iri, said, _sites(said), _step(said, words)) for iri, said in cells.items()}
    words.update({iri: each.label for iri, each in entities.items()})
    begun = entities[start]
    about = begun.thing(KG.forFactor)
    factor = entities.get(about) if about else begun if _is(begun, KG.Factor) else None
    of_factor = [each for each in _by_iri(entities) if factor and factor.iri in each.things(KG.forFactor)]
    return Surroundings(
        start=begun,
        factor=factor,
        sites=_of_class(entities, KG.Site),
        ranges=tuple(each for each in of_factor if _is(each, KG.AcceptableRange)),
        settings=tuple(each for each in of_factor if _is(each, KG.SiteSetting)),
        interactions=tuple(_of_class(entities, KG.Interaction).values()),
        registrations=tuple(_of_class(entities, KG.RegistrationDetail).values()),
        processes=_of_class(entities, KG.SiteProcess),
        models={each.iri: frozenset(each.things(KG.usesEquipment)) for each in of_factor},
        controlling=frozenset(begun.things(KG.controlsFactor))
        | frozenset(factor.things(KG.controlsFactor) if factor else ()),
        sending=next(
            (Named(each, words.get(each, local_name(each))) for each in begun.things(KG.sendingProcess)), None
        ),
        labels=words,
        bridges=frozenset(
            frozenset({each.iri, other}) for each in entities.values() for other in each.things(KG.bridgedTo)
        ),
    )


def _branches(start: Iri, others: tuple[Iri, ...]) -> list[Branch]:
    described = f"?a ?p ?o FILTER(?p IN ({', '.join(map(sparql, _READ))})) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    factor = f"VALUES ?start {{ {sparql(start)} }} OPTIONAL {{ ?start {sparql(KG.forFactor)} ?of }} BIND(COALESCE(?of, ?start) AS ?z)"
    for_factor, concerns = sparql(KG.forFactor), sparql(KG.concerns)
    found = (
        f"?a {for_factor} ?z .",
        f"?a {sparql(KG.ofFactor)} ?z .",
        f"?a a ?detail . VALUES ?detail {{ {_listed(KG.RegistrationDetail)} }} ?a {concerns} ?z .",
        f"?set {for_factor} ?z . ?set {sparql(KG.inSiteProcess)} ?a .",
        "BIND(?z AS ?a)",
    )
    steps = (
        f"?a {for_factor} ?z . ?a {sparql(KG.atStep)} ?step . ?step {sparql(KG.usesEquipment)} ?one . "
        f"?one {sparql(KG.ofModel)} ?o . BIND({sparql(KG.usesEquipment)} AS ?p) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    )
    controlling = f"?o {sparql(KG.controlsFactor)} ?a . BIND({sparql(KG.controlsFactor)} AS ?p)"
    sending = (
        f"?project {sparql(KG.receivingProcess)} ?a . ?project {sparql(KG.sendingProcess)} ?o . "
        f"BIND({sparql(KG.sendingProcess)} AS ?p) OPTIONAL {{ ?o {sparql(RDFS.label)} ?n }}"
    )
    classes = f"{sparql(KG.Site)} {sparql(KG.MeasurementBasis)}"
    return [
        Branch(described, (start, *others)),
        *(Branch(f"{factor} {pattern} {described}") for pattern in found),
        Branch(f"{factor} {steps}"),
        Branch(f"{factor} BIND(?z AS ?a) {controlling}"),
        Branch(f"{factor} BIND(?z AS ?a) {ways.step_of_factor()}"),
        Branch(sending, (start,)),
        Branch(f"VALUES ?class {{ {classes} }} ?a a ?class . {described}"),
    ]


def _listed(wanted: Iri) -> str:
    return " ".join(map(sparql, sorted(ways.subclasses(wanted))))


def _sites(said: Mapping[str, list[str]]) -> tuple[Iri, ...]:
    return tuple(sorted({Iri(cell[1:-1]) for each in ways.SITES for cell in said.get(each, ()) if cell[0] == "<"}))


def _step(said: Mapping[str, list[str]], words: Mapping[Iri, str]) -> Named | None:
    for cell in sorted(said.get(KG.hasFactor, ())):
        iri = Iri(cell[1:-1])
        return Named(iri, words.get(iri) or local_name(iri), KG.UnitOperation, "unit operation")
    return None


def _is(entity: Entity, wanted: Iri) -> bool:
    return not entity.types.isdisjoint(ways.subclasses(wanted))


def _of_class(entities: Mapping[Iri, Entity], wanted: Iri) -> dict[Iri, Entity]:
    return {each.iri: each for each in _by_iri(entities) if _is(each, wanted)}


def _by_iri(entities: Mapping[Iri, Entity]) -> list[Entity]:
    return [entities[iri] for iri in sorted(entities)]


def _limit(entity: Entity, predicate: Iri, unit: Iri | None) -> Quantity | None:
    written = entity.text(predicate)
    figure = decimal(written)
    return None if figure is None else Quantity(figure, unit, written)

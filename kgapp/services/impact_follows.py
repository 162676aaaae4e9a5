"""What follows from a change outside the product, from the items of its report and what the record says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from kgapp.domain.follows import Citation, Filing, FollowGroup, Following, Follows, RegionFilings, Stage, Told, Topic
from kgapp.domain.impact import ChangeKind, Effect, ImpactReport, Item, Named
from kgapp.domain.names import unmarked
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, PROPERTIES
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_STAGES: Final = {KG.clinical: Stage.CLINICAL, KG.commercial: Stage.COMMERCIAL}
_SETTLED: Final = frozenset({KG.inForce, KG.finalGuidance})
_CLOSED: Final = frozenset({KG.closed, KG.retired})


def follows(reader: RecordReader, report: ImpactReport) -> Follows:
    """All items that are not affected, by topic; the filings by region, with every region that has a process."""
    known = Statements(reader)
    sorted_items: dict[Topic, list[Item]] = defaultdict(list)
    for item in report.items:
        if item.effect is not Effect.AFFECTED:
            sorted_items[_topic(known, item)].append(item)
    filings = [_filing(known, item, report) for item in sorted_items.pop(Topic.FILINGS, ())]
    groups = (
        FollowGroup(topic, tuple(Following(item, _told(known, item, topic)) for item in sorted_items[topic]))
        for topic in Topic
        if topic in sorted_items
    )
    return Follows(_regions(known, filings, report), tuple(groups))


def _topic(known: Statements, item: Item) -> Topic:
    """The first topic that has its class; a risk or a change that is closed is no open one."""
    classes = with_superclasses((item.class_iri,)) if item.class_iri else frozenset()
    topic = next((topic for topic, kinds in _CLASSES.items() if not kinds.isdisjoint(classes)), Topic.OTHERS)
    closed = topic in (Topic.RISKS, Topic.CHANGES) and known.thing(item.iri, KG.status) in _CLOSED
    return Topic.OTHERS if closed else topic


def _filing(known: Statements, item: Item, report: ImpactReport) -> Filing:
    ranges = known.things(item.iri, KG.filedRange)
    category = known.thing(item.iri, KG.reportingCategory)
    cited = dict.fromkeys(
        (
            *known.things(item.iri, KG.citesProvision),
            *(known.things(category, KG.citesProvision) if category else ()),
        )
    )
    return Filing(
        item=item,
        established=KG.EstablishedCondition in known.types(item.iri),
        section=known.text(item.iri, KG.dossierSection),
        filed="; ".join(filter(None, (_limits(known, each) for each in ranges))),
        standing=tuple(each for each in report.positions if each.range.iri in ranges),
        category=known.name(category) if category else "",
        citations=tuple(_citation(known, each) for each in cited),
        stage=_stage(known, item.iri),
        concerns=tuple(_named(known, each) for each in known.things(item.iri, KG.concerns)),
    )


def _limits(known: Statements, one: Iri) -> str:
    limits = known.limits(one) or known.text(one, KG.textValue)
    return f"{limits} {known.unit(one)}".strip() if limits else ""


def _citation(known: Statements, provision: Iri) -> Citation:
    status = known.thing(provision, KG.status)
    return Citation(
        _named(known, provision),
        known.text(provision, KG.citation),
        known.word(provision, KG.status),
        status in _SETTLED and KG.Announcement not in known.types(provision),
    )


def _stage(known: Statements, detail: Iri) -> Stage:
    """Its own, else that of the processes in its region; where both stages are there, nobody has said which."""
    own = _stage_of(known, detail)
    if own is not Stage.UNKNOWN:
        return own
    region = known.thing(detail, KG.inRegion)
    stages = {_stage_of(known, each) for each in _processes(known, region)}
    if not stages or Stage.UNKNOWN in stages:
        return Stage.UNKNOWN
    return Stage.BOTH if len(stages) > 1 else next(iter(stages))


def _stage_of(known: Statements, thing: Iri) -> Stage:
    stage = known.thing(thing, KG.lifecycleStage)
    return _STAGES.get(stage, Stage.UNKNOWN) if stage else Stage.UNKNOWN


def _processes(known: Statements, region: Iri | None) -> Iterable[Iri]:
    sites = known.that(KG.inRegion, region) if region else ()
    return (each for site in sites for each in known.that(KG.atSite, site) if KG.SiteProcess in known.types(each))


def _regions(known: Statements, filings: Iterable[Filing], report: ImpactReport) -> tuple[RegionFilings, ...]:
    by_region: dict[Iri | None, list[Filing]] = defaultdict(list)
    for filing in filings:
        by_region[known.thing(filing.item.iri, KG.inRegion)].append(filing)
    regions = {each for each in by_region if each is not None} | _with_processes(known)
    told = [
        RegionFilings(_named(known, each), tuple(by_region[each])) if each in by_region else _gap(known, each, report)
        for each in sorted(regions, key=lambda each: (each not in by_region, known.name(each)))
    ]
    if None in by_region:
        told.append(RegionFilings(None, tuple(by_region[None])))
    return tuple(told)


def _with_processes(known: Statements) -> set[Iri]:
    """The regions in which the product is made, or is planned to be made."""
    processes = known.reader.instances((KG.SiteProcess,))
    sites = {site for each in processes if not known.retired(each) for site in known.things(each, KG.atSite)}
    return {region for site in sites for region in known.things(site, KG.inRegion)}


def _gap(known: Statements, region: Iri, report: ImpactReport) -> RegionFilings:
    """A region of which the report reaches no filing: whether something is filed there about what changes is told."""
    recorded = "; ".join(_filed_there(known, region, report))
    name = known.name(region)
    if not recorded:
        said = f"{name}: no filing recorded for what this change reaches: unknown, not “nothing to file”."
    elif all(each.kind is ChangeKind.EXCURSION for each in report.changes):
        said = (
            f"{name}: {recorded}. An excursion does not change what is filed, so the registration is not touched; whether "
            "it has to be reported there is not recorded: unknown, not “nothing to report”."
        )
    else:
        said = (
            f"{name}: {recorded}. By the rules applied, this change does not touch it; whether something has to be filed "
            "there is unknown, not “nothing to file”."
        )
    return RegionFilings(_named(known, region), (), said, recorded)


def _filed_there(known: Statements, region: Iri, report: ImpactReport) -> Iterable[str]:
    """The registration details about what changes, then filed ranges that no such detail names."""
    changed = [each.entity.iri for each in report.changes]
    about = dict.fromkeys((*changed, *(factor for each in changed for factor in known.things(each, KG.forFactor))))
    details = [
        detail
        for detail in dict.fromkeys(each for one in about for each in known.that(KG.concerns, one))
        if KG.RegistrationDetail in with_superclasses(known.types(detail))
        and region in known.things(detail, KG.inRegion)
        and not known.retired(detail)
    ]
    for detail in details:
        limits = "; ".join(filter(None, (_limits(known, each) for each in known.things(detail, KG.filedRange))))
        yield f"{unmarked(known.name(detail))}{f' ({limits})' if limits else ''}"
    named = {each for detail in details for each in known.things(detail, KG.filedRange)}
    for each in report.positions:
        if each.range_type == KG.filed and each.region and each.region.iri == region and each.range.iri not in named:
            yield f"{unmarked(each.range.label)}{f' ({each.words})' if each.words else ''}, without a registration detail"


def _told(known: Statements, item: Item, topic: Topic) -> tuple[Told, ...]:
    predicates = _TOLD.get(topic, {}).get(item.class_iri, ())
    return tuple(_one(known, item.iri, predicate) for predicate in predicates)


def _one(known: Statements, thing: Iri, predicate: Iri) -> Told:
    values = known.about(thing).get(predicate, ())
    words = [
        unmarked(known.word(thing, predicate) if len(values) == 1 else known.name(value))
        if isinstance(value, str)
        else _SPOKEN.get((predicate, value.lexical), value.lexical)
        for value in values
    ]
    return Told(_NAMES.get(predicate) or PROPERTIES[predicate].label, ", ".join(words))


def _named(known: Statements, thing: Iri) -> Named:
    return Named(thing, known.name(thing), next(iter(known.types(thing)), None))


_CLASSES: Final[Mapping[Topic, frozenset[Iri]]] = {
    Topic.FILINGS: frozenset({KG.RegistrationDetail}),
    Topic.METHODS: frozenset({KG.AnalyticalMethod, KG.MethodAtSite}),
    Topic.PAPERS: frozenset({KG.Document, KG.BatchRecordStep}),
    Topic.TRAININGS: frozenset({KG.KnowledgeTransfer, KG.Qualification}),
    Topic.KNOW_HOW: frozenset({KG.KnowHow}),
    Topic.STUDIES: frozenset({KG.ComparabilityStudy}),
    Topic.RISKS: frozenset({KG.RiskItem}),
    Topic.SUPPLY: frozenset({KG.SupplyOffering, KG.MaterialAtSite, KG.Supplier}),
    Topic.GAPS: frozenset({KG.Gap}),
    Topic.CHANGES: frozenset({KG.Change}),
    Topic.PROVISIONS: frozenset({KG.Provision}),
}

_KNOW_HOW: Final = (KG.status, KG.heldBy, KG.codifiedIn, KG.confidence)
_TOLD: Final[Mapping[Topic, Mapping[Iri | None, tuple[Iri, ...]]]] = {
    Topic.METHODS: {
        KG.MethodAtSite: (KG.methodStatus, KG.methodVersion, KG.instrument, KG.referenceStandard),
    },
    Topic.PAPERS: {
        KG.Document: (KG.version,),
        KG.BatchRecordStep: (KG.stepNumber, KG.inDocument),
    },
    Topic.TRAININGS: {
        KG.KnowledgeTransfer: (KG.toPerson, KG.transfers, KG.competent, KG.eventDate),
        KG.Qualification: (KG.ofPerson, KG.validUntil),
    },
    Topic.KNOW_HOW: {KG.TacitAssertion: _KNOW_HOW, KG.PublishedKnowHow: (KG.status, KG.heldBy, KG.codifiedIn)},
    Topic.STUDIES: {KG.ComparabilityStudy: (KG.status, KG.margin, KG.unit, KG.due)},
    Topic.RISKS: {KG.RiskItem: (KG.severityScore, KG.occurrence, KG.detection, KG.mitigatedBy)},
    Topic.SUPPLY: {
        KG.SupplyOffering: (KG.offeredBy, KG.leadTimeDays, KG.qualifiedFor),
        KG.MaterialAtSite: (KG.qualificationStatus, KG.grade),
    },
    Topic.GAPS: {KG.Gap: (KG.gapSeverity, KG.disposition, KG.owner, KG.due)},
    Topic.CHANGES: {KG.Change: (KG.status, KG.externalId, KG.effectiveFrom, KG.owner)},
    Topic.PROVISIONS: {KG.Provision: (KG.inRegion, KG.status)},
}
"""What is told of a thing, by its class: what the next step is decided on."""

_NAMES: Final = {KG.competent: "competence", KG.eventDate: "on", KG.severityScore: "severity"}
_SPOKEN: Final = {(KG.competent, "true"): "shown", (KG.competent, "false"): "not shown"}

"""Process graphs of any size from a seed: many products, each made by one general process at two of a few sites.

The same seed and size give the same bytes. Everything is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice
from random import Random
from typing import Final

from kgapp.domain.terms import Iri, Literal, Quad, language_literal
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS, XSD

BASE: Final = Iri("https://example.org/bench/")
GRAPH: Final = Iri(f"{BASE}graph/main")
SEED: Final = 20260101

MATERIALS: Final = 12
STEPS, FACTORS, ATTRIBUTES, INFLUENCES, KNOW_HOW, BATCHES = 10, 40, 15, 150, 20, 6
_WORDS: Final = [
    "thaw",
    "wash",
    "activate",
    "transduce",
    "expand",
    "harvest",
    "formulate",
    "freeze",
    "dissolve",
    "mix",
    "hold",
    "feed",
    "perfuse",
    "sample",
    "seed",
    "rest",
    "spin",
    "rinse",
    "temperature",
    "agitation",
    "ratio",
    "density",
    "volume",
    "duration",
    "gradient",
    "oxygen",
    "glucose",
    "lactate",
    "viability",
    "potency",
    "purity",
    "identity",
    "bead",
    "vector",
    "cytokine",
    "serum",
    "medium",
    "buffer",
    "bag",
    "filter",
    "pump",
    "rotor",
]
_STRENGTHS: Final = (KG.none, KG.low, KG.medium, KG.high, None)
_LEVELS: Final = (KG.unknownEvidence, KG.opinion, KG.otherProduct, KG.smallScale, KG.qualifiedModel, KG.atScaleStudy)
_DIRECTIONS: Final = (KG.increases, KG.decreases, KG.nonMonotonic, KG.directionUnknown)
_SITES: Final = ("Aarhus", "Basel", "Cork", "Delft")


def quads(size: int, seed: int = SEED) -> Iterator[Quad]:
    """The first ``size`` statements; no statement comes twice."""
    return islice(_all(seed), size)


def name(*parts: object) -> Iri:
    """The IRI of a thing of the graph, such as ``name("P", 3, 17)``: factor 17 of product 3."""
    return Iri(BASE + "-".join(map(str, parts)))


def _all(seed: int) -> Iterator[Quad]:
    for site in range(len(_SITES)):
        yield from _named(name("SITE", site), KG.Site, f"{_SITES[site]} site", f"S{site}")
    for person in range(40):
        yield from _named(name("PERSON", person), KG.Person, f"Person {person}", f"EX{person}")
        yield _link(name("PERSON", person), KG.worksAt, name("SITE", person % len(_SITES)))
    for material in range(MATERIALS):
        yield from _named(name("M", material), KG.Material, f"Shared material {material}", f"M{material}")
    for product in count():
        yield from _Product(product, Random(f"{seed}-{product}")).quads()


class _Product:
    """Everything about one product, about 3,800 statements."""

    def __init__(self, number: int, random: Random) -> None:
        self._number = number
        self._random = random
        self._sites = (number % len(_SITES), (number + 1) % len(_SITES))

    def quads(self) -> Iterator[Quad]:
        """The process first, then what is known about it."""
        yield from self._process()
        yield from self._quality()
        yield from self._influences()
        for site in self._sites:
            yield from self._at(site)
        yield from self._know_how()
        yield from self._obligations()
        yield from self._batches()

    def _iri(self, kind: str, *rest: object) -> Iri:
        return name(kind, self._number, *rest)

    def _words(self, number: int) -> str:
        return " ".join(self._random.choice(_WORDS) for _ in range(number))

    def _process(self) -> Iterator[Quad]:
        yield from _named(self._iri("GP"), KG.GeneralProcess, f"Process {self._number}", f"GP{self._number}")
        for step in range(STEPS):
            this = self._iri("UO", step)
            yield from _named(this, KG.UnitOperation, f"{self._words(1).title()} {self._number}.{step}", f"UO{step}")
            yield _link(this, KG.partOf, self._iri("GP"))
            yield _value(this, KG.order, str(step), XSD.integer)
            if step + 1 < STEPS:
                yield _link(this, KG.precedes, self._iri("UO", step + 1))
        for factor in range(FACTORS):
            this = self._iri("P", factor)
            yield from _named(this, KG.ProcessParameter, f"{self._words(2)} {self._number}.{factor}", f"P{factor}")
            yield _link(this, KG.criticality, self._random.choice((KG.CPP, KG.nonCPP)))
            yield _link(self._iri("UO", factor % STEPS), KG.hasFactor, this)
            if factor % STEPS == 0:
                yield _link(name("M", self._random.randrange(MATERIALS)), KG.affectsFactor, this)

    def _quality(self) -> Iterator[Quad]:
        for attribute in range(ATTRIBUTES):
            this = self._iri("Q", attribute)
            yield from _named(
                this, KG.QualityAttribute, f"{self._words(2)} {self._number}.{attribute}", f"Q{attribute}"
            )
            yield _link(this, KG.severity, self._random.choice((KG.low, KG.medium, KG.high)))
            yield _link(this, KG.role, KG.release)
        for method in range(ATTRIBUTES):
            this = self._iri("AM", method)
            yield from _named(this, KG.AnalyticalMethod, f"Method for Q{method} of {self._number}", f"AM{method}")
            yield _link(this, KG.measuresAttribute, self._iri("Q", method))

    def _influences(self) -> Iterator[Quad]:
        for influence in range(INFLUENCES):
            this, evidence = self._iri("INF", influence), self._iri("EV", influence)
            cause = self._random.randrange(FACTORS)
            effect = (
                self._iri("P", (cause + self._random.randrange(1, FACTORS)) % FACTORS)
                if self._random.random() < 0.4
                else self._iri("Q", self._random.randrange(ATTRIBUTES))
            )
            level = self._random.choice(_LEVELS)
            yield from _named(this, KG.Influence, f"Influence {influence} of process {self._number}", f"I{influence}")
            yield _link(this, KG.hasCause, self._iri("P", cause))
            yield _link(this, KG.hasEffect, effect)
            yield _link(this, KG.direction, self._random.choice(_DIRECTIONS))
            yield _link(this, KG.status, KG.accepted)
            yield _link(this, KG.evidenceLevel, level)
            if strength := self._random.choice(_STRENGTHS):
                yield _link(this, KG.strength, strength)
            yield _link(this, KG.hasEvidence, evidence)
            yield _link(evidence, RDF.type, KG.Evidence)
            yield _link(evidence, KG.evidenceLevel, level)

    def _at(self, site: int) -> Iterator[Quad]:
        process, place = self._iri("SP", site), name("SITE", site)
        yield from _named(
            process, KG.SiteProcess, f"Process {self._number} at {_SITES[site]}", f"SP{self._number}.{site}"
        )
        yield _link(process, KG.atSite, place)
        for step in range(STEPS):
            this = self._iri("ST", site, step)
            yield from _named(this, KG.SiteStep, f"Step {step} at {_SITES[site]}", f"ST{step}")
            yield _link(this, KG.inSiteProcess, process)
            yield _link(this, KG.ofUnitOperation, self._iri("UO", step))
            yield _link(this, KG.atSite, place)
        for factor in range(FACTORS):
            setting, proven = self._iri("SET", site, factor), self._iri("PAR", site, factor)
            middle = self._random.randrange(10, 900)
            yield _link(setting, RDF.type, KG.SiteSetting)
            yield _link(setting, KG.forFactor, self._iri("P", factor))
            yield _link(setting, KG.atSite, place)
            yield _link(setting, KG.inSiteProcess, process)
            yield _link(setting, KG.atStep, self._iri("ST", site, factor % STEPS))
            yield _value(setting, KG.setpoint, f"{middle / 10:.2f}", XSD.decimal)
            yield _link(proven, RDF.type, KG.AcceptableRange)
            yield _link(proven, KG.forFactor, self._iri("P", factor))
            yield _link(proven, KG.rangeType, KG.PAR)
            yield _link(proven, KG.atSite, place)
            yield _value(proven, KG.lowerLimit, f"{middle / 10 - 1:.2f}", XSD.decimal)
            yield _value(proven, KG.upperLimit, f"{middle / 10 + 1:.2f}", XSD.decimal)

    def _know_how(self) -> Iterator[Quad]:
        for number in range(KNOW_HOW):
            this = self._iri("T", number)
            yield from _named(this, KG.TacitAssertion, f"{self._words(4)} ({self._number})", f"T{number}")
            yield _link(this, KG.concerns, self._iri("P", self._random.randrange(FACTORS)))
            yield _link(this, KG.affectsAttribute, self._iri("Q", self._random.randrange(ATTRIBUTES)))
            yield _link(this, KG.heldBy, name("PERSON", self._random.randrange(40)))
            yield _text(this, KG.cue, self._words(8))
            yield _text(this, KG.action, self._words(8))
            if number % 3:
                yield _link(this, KG.status, KG.approved)

    def _obligations(self) -> Iterator[Quad]:
        for number in range(5):
            this = self._iri("EC", number)
            yield from _named(
                this, KG.EstablishedCondition, f"Condition {number} of process {self._number}", f"EC{number}"
            )
            yield _link(this, KG.concerns, self._iri("P", self._random.randrange(FACTORS)))

    def _batches(self) -> Iterator[Quad]:
        for number in range(BATCHES):
            site = self._sites[number % 2]
            batch = self._iri("B", number)
            yield from _named(batch, KG.Batch, f"Batch {self._number}-{number}", f"B{self._number}.{number}")
            yield _link(batch, KG.madeBy, self._iri("SP", site))
            yield _link(batch, KG.atSite, name("SITE", site))
            for attribute in range(ATTRIBUTES):
                result = self._iri("R", number, attribute)
                yield _link(result, RDF.type, KG.Result)
                yield _link(result, KG.ofBatch, batch)
                yield _link(result, KG.forAttribute, self._iri("Q", attribute))
                yield _value(result, KG.value, f"{self._random.randrange(0, 10000) / 100:.2f}", XSD.decimal)
                yield _value(result, KG.resultDate, f"2025-{number + 1:02}-{attribute + 1:02}", XSD.date)


def _named(thing: Iri, kind: Iri, label: str, notation: str) -> Iterator[Quad]:
    yield _link(thing, RDF.type, kind)
    yield _text(thing, RDFS.label, label)
    yield Quad(thing, SKOS.notation, Literal(notation), GRAPH)


def _link(thing: Iri, predicate: Iri, other: Iri) -> Quad:
    return Quad(thing, predicate, other, GRAPH)


def _text(thing: Iri, predicate: Iri, words: str) -> Quad:
    return Quad(thing, predicate, language_literal(words, "en"), GRAPH)


def _value(thing: Iri, predicate: Iri, written: str, datatype: Iri) -> Quad:
    return Quad(thing, predicate, Literal(written, datatype), GRAPH)

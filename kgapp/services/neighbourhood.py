"""The things around a thing: by which links, how many, and a bounded page of them; what a drawn graph must know.

Things are what a project is about. Classes and controlled words are no things: "CPP" would join half of a project. Every
count is complete, also where a thing has a hundred thousand links; only so many neighbours are ranked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from kgapp.domain.names import IDENTIFIERS
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import CLASSES, KG
from kgapp.services import browsing, retiring
from kgapp.services.ports import Link, RecordReader

RANKED: Final = 1_000
"""Of more neighbours than these by one link, only the first that came into the project are ranked."""


class Way(Enum):
    """Which way a link is followed."""

    TO = "to"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is drawn. ``kind`` names its most special class of the ontology, else any class, else nothing.

    ``retired`` is looked up for what is drawn, not for what could be.
    """

    iri: Iri
    label: str
    notation: str
    types: tuple[Iri, ...]
    kind: str
    retired: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A link type followed one way from a thing."""

    predicate: Iri
    way: Way

    def of(self, link: Link) -> tuple[Iri, Iri] | None:
        """The ends of a link in the order of this step; ``None`` for a link of another type."""
        if link.predicate != self.predicate:
            return None
        return (link.subject, link.object) if self.way is Way.TO else (link.object, link.subject)


@dataclass(frozen=True, slots=True)
class Branch:
    """One link type of a thing, in words, and how many things it leads to."""

    step: Step
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """The first neighbours by one link type in the order of their usefulness. ``total`` counts them all."""

    branch: Branch
    neighbours: tuple[Thing, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a drawing of some things must know. ``gone`` are those that no statement names any more."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...]
    words: tuple[tuple[Iri, str], ...]
    counts: tuple[tuple[Iri, Step, int], ...]
    gone: tuple[Iri, ...]


def branches(reader: RecordReader, thing: Iri) -> tuple[Branch, ...]:
    """The link types of a thing: what it says of others first, then what others say of it; few before many."""
    found = [(Step(predicate, Way.TO), count) for predicate, count in reader.outgoing(thing)]
    found += [(Step(predicate, Way.FROM), count) for predicate, count in reader.incoming(thing)]
    names = browsing.labels(reader, {step.predicate for step, _ in found})
    made = (Branch(step, wording(names[step.predicate], step.way), count) for step, count in found)
    return tuple(sorted(made, key=lambda one: (one.step.way is Way.FROM, one.label.casefold(), one.step.predicate)))


def page(reader: RecordReader, thing: Iri, step: Step, limit: int, known: Collection[Iri] = ()) -> Page:
    """The first neighbours by a link type that are not yet ``known``, useful kinds first, then by name."""
    if step.way is Way.TO:
        found = reader.values(thing, step.predicate, limit=RANKED + len(known))
    else:
        found = reader.users(thing, step.predicate, limit=RANKED + len(known))
    counts = dict(reader.outgoing(thing) if step.way is Way.TO else reader.incoming(thing))
    label = browsing.labels(reader, (step.predicate,))[step.predicate]
    branch = Branch(step, wording(label, step.way), counts.get(step.predicate, 0))
    new = [one for one in found if one not in known and one != thing]
    ranked = sorted(things(reader, new), key=_rank)
    return Page(branch, tuple(ranked[:limit]), branch.count)


def wording(label: str, way: Way) -> str:
    """A link type in words, as read from the thing that it is followed from.

    >>> wording("has factor", Way.FROM)
    'used by: has factor'
    """
    return label if way is Way.TO else f"used by: {label}"


def things(reader: RecordReader, iris: Iterable[Iri]) -> tuple[Thing, ...]:
    """Some things with name, id and kind, in their order."""
    wanted = tuple(dict.fromkeys(iris))
    names, types, literals = browsing.labels(reader, wanted), reader.types(wanted), reader.literals(wanted)
    kinds = browsing.labels(reader, {kind for classes in types.values() for kind in classes})
    return tuple(
        Thing(
            iri,
            names[iri],
            _notation(literals.get(iri, ())),
            types.get(iri, ()),
            kinds[_special(types[iri])] if types.get(iri) else "",
        )
        for iri in wanted
    )


def surroundings(reader: RecordReader, iris: Iterable[Iri], rests: Iterable[tuple[Iri, Step]]) -> Surroundings:
    """What is recorded of some things and the links among them; of each rest how many things it stands for in all."""
    wanted = tuple(dict.fromkeys(iris))
    there = reader.degrees(wanted, limit=1)
    gone = tuple(one for one in wanted if not there.get(one))
    present = tuple(one for one in wanted if there.get(one))
    links = reader.between(present)
    asked = tuple(dict.fromkeys(rests))
    words = browsing.labels(reader, {link.predicate for link in links} | {step.predicate for _, step in asked})
    retired = retiring.retired(reader, present)
    return Surroundings(
        tuple(replace(thing, retired=thing.iri in retired) for thing in things(reader, present)),
        links,
        tuple(sorted(words.items())),
        tuple((origin, step, _count(reader, origin, step)) for origin, step in asked),
        gone,
    )


def _count(reader: RecordReader, origin: Iri, step: Step) -> int:
    counts = reader.outgoing(origin) if step.way is Way.TO else reader.incoming(origin)
    return dict(counts).get(step.predicate, 0)


def _notation(literals: Iterable[tuple[Iri, Literal]]) -> str:
    found = sorted(
        (IDENTIFIERS.index(predicate), value.lexical) for predicate, value in literals if predicate in IDENTIFIERS
    )
    return found[0][1] if found else ""


def _special(types: tuple[Iri, ...]) -> Iri:
    known = [one for one in types if one in CLASSES]
    return max(known, key=lambda one: (len(with_superclasses((one,))), one)) if known else types[0]


def _rank(thing: Thing) -> tuple[int, str, Iri]:
    classes = with_superclasses(thing.types)
    useful = min((_USEFUL.index(one) for one in classes if one in _USEFUL), default=len(_USEFUL))
    return (useful, thing.label.casefold(), thing.iri)


_USEFUL: Final = (
    KG.ProcessStep,
    KG.Factor,
    KG.QualityAttribute,
    KG.KnowHow,
    KG.Influence,
    KG.Interaction,
    KG.RiskItem,
    KG.Gap,
    KG.Change,
    KG.Deviation,
    KG.ControlStrategyElement,
    KG.AnalyticalMethod,
    KG.Material,
    KG.EquipmentModel,
    KG.Equipment,
    KG.Supplier,
    KG.Site,
    KG.Person,
    KG.RegistrationDetail,
    KG.Provision,
    KG.AcceptableRange,
    KG.SiteSetting,
)
"""Which neighbours are shown first."""

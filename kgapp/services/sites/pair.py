"""Two site processes of one general process, with what is looked up for every dimension. What is retired never counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import grade_of
from kgapp.domain.impact import Named
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.sites import Dimension, Place, Row, Side, Start, State
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.domain.vocabulary import CONCEPTS, KG, PROV
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.process_board import plain_name
from kgapp.services.process_map import factors_of, steps_of
from kgapp.services.statements import Statements


class Fit(Enum):
    """Whether a thing belongs to a process, by the options chosen there."""

    APPLIES = "no option is needed for it"
    BROUGHT = "an option chosen here brings it"
    LEFT_OUT = "another option is chosen"
    UNDECIDED = "no option of that group is chosen"


class Recorded(Statements):
    """Statements that also say which quads they were read from."""

    def __init__(self, reader: RecordReader) -> None:
        super().__init__(reader)
        self._quads: dict[Iri, tuple[Quad, ...]] = {}

    def quads(self, subject: Iri, *predicates: Iri) -> tuple[Quad, ...]:
        """The quads of some properties of a thing, in the order of the store."""
        if subject not in self._quads:
            self._quads[subject] = tuple(self.reader.quads(Pattern(subject=subject)))
        return tuple(quad for quad in self._quads[subject] if quad.predicate in predicates)

    def that(self, predicate: Iri, value: Iri) -> tuple[Iri, ...]:
        """Things in use that have this value for a property, by IRI."""
        return self.used(super().that(predicate, value))

    def used(self, things: Iterable[Iri]) -> tuple[Iri, ...]:
        """Those of some things that are not retired."""
        return tuple(one for one in things if not self.retired(one))

    def named_by(self, predicate: Iri, value: Iri) -> frozenset[Iri]:
        """Things that have this value for a property, retired or not: nothing else is read of them."""
        return frozenset(super().that(predicate, value))

    def entity(self, iri: Iri) -> Named:
        """A thing with its name."""
        return Named(iri, self.name(iri))

    def word(self, subject: Iri, predicate: Iri) -> str:
        """The names of all controlled words of a property: two that stand side by side are never told by the first."""
        return " / ".join(
            CONCEPTS[one].label if one in CONCEPTS else self.name(one) for one in self.things(subject, predicate)
        )

    def written(self, subject: Iri, predicate: Iri) -> str:
        """All texts of a property that are in the language of the first."""
        texts = [each for each in self.about(subject).get(predicate, ()) if isinstance(each, Literal)]
        return " / ".join(each.lexical for each in texts if each.language == texts[0].language)

    def side(self, text: str, things: Iterable[Iri], *predicates: Iri) -> Side:
        """What a site records, with the statements it was read from."""
        return Side(text, tuple(quad for thing in things for quad in self.quads(thing, *predicates)))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about: the step, the dimension and the thing; ``bears_on`` are the attributes it bears on."""

    step: Iri | None
    dimension: Dimension
    thing: Iri
    bears_on: frozenset[Iri] = frozenset()
    about: tuple[Iri, ...] = ()


class Pair:
    """The two processes, and what rows share: options, gaps, severities. Sides are always sending first."""

    def __init__(self, reader: RecordReader, sending: Iri, receiving: Iri, on: date) -> None:
        self.known = known = Recorded(reader)
        self.on = on
        self.general = _general(known, sending, receiving)
        self.sending, self.receiving = _place(known, sending), _place(known, receiving)
        self.places = (self.sending, self.receiving)
        self.steps = steps_of(known, self.general)
        self.factors = {step: known.used(factors_of(known, step)) for step in self.steps}
        self.project = _project(known, sending, receiving)
        self._chosen = {
            place.process.iri: known.used(known.things(place.process.iri, KG.choosesOption)) for place in self.places
        }
        self._bringing: dict[Iri, tuple[Iri, ...]] = {}
        self._near: frozenset[Iri] | None = None
        self._gaps = _gaps(known, self.project)
        self._bears: dict[Iri, frozenset[Iri]] = {}

    def chosen(self, place: Place) -> tuple[Iri, ...]:
        """The options of a process."""
        return self._chosen[place.process.iri]

    def fit(self, thing: Iri, place: Place) -> Fit:
        """Left out by design only where an option is chosen that stands for another one that brings the thing."""
        options = self.bringing(thing)
        chosen = self.chosen(place)
        if not options:
            return Fit.APPLIES
        if set(options) & set(chosen):
            return Fit.BROUGHT
        replaced = all(any(self._excludes(one, other) for other in chosen) for one in options)
        return Fit.LEFT_OUT if replaced else Fit.UNDECIDED

    def bringing(self, thing: Iri) -> tuple[Iri, ...]:
        """The options that bring a thing."""
        if thing not in self._bringing:
            self._bringing[thing] = self.known.that(KG.brings, thing)
        return self._bringing[thing]

    def site_steps(self, step: Iri, place: Place) -> tuple[Iri, ...]:
        """A unit operation as that process does it."""
        known = self.known
        every = known.that(KG.ofUnitOperation, step)
        return tuple(one for one in every if self.belongs(one, place))

    def belongs(self, one: Iri, place: Place) -> bool:
        """Whether something is of a process: by what it says of the process, else by its site."""
        processes = self.known.things(one, KG.inSiteProcess)
        if processes:
            return place.process.iri in processes
        return place.site.iri in self.known.things(one, KG.atSite)

    def recorded(self, *classes: Iri) -> list[Iri]:
        """Things in use of some classes that belong to one of the processes, by IRI."""
        known = self.known
        if self._near is None:
            near = [known.named_by(KG.atSite, place.site.iri) for place in self.places]
            near += [known.named_by(KG.inSiteProcess, place.process.iri) for place in self.places]
            self._near = frozenset[Iri]().union(*near)
        found = known.used(sorted(self._near.intersection(known.reader.instances(classes))))
        return [one for one in found if any(self.belongs(one, place) for place in self.places)]

    def bears_on(self, things: Iterable[Iri]) -> frozenset[Iri]:
        """The attributes that factors bear on directly, by influences that somebody judged to have an effect."""
        return frozenset(one for thing in things for one in self._of_factor(thing))

    def gaps_about(self, subject: Subject) -> tuple[Iri, ...]:
        """Recorded gaps of this transfer that concern what a row is about; one that names a respect or a step is of no other."""
        things = (subject.thing, *subject.about)
        found = dict.fromkeys(gap for thing in things for gap in self._gaps.get(thing, ()))
        return tuple(gap for gap in found if self._is_of(gap, subject))

    def row(self, subject: Subject, sides: tuple[Side, Side], state: State, meaning: str, start: Start | None) -> Row:
        """A row with what is the same for all dimensions: justification, severity and gaps."""
        known = self.known
        gaps = self.gaps_about(subject)
        reason = next((text for gap in gaps if (text := self._justified(gap))), "")
        if reason and state in _JUSTIFIABLE:
            state, meaning = State.JUSTIFIED, f"{meaning} Justified: {reason}"
        grades = [grade_of(known.thing(each, KG.severity)) for each in subject.bears_on]
        return Row(
            known.entity(subject.step) if subject.step else None,
            subject.dimension,
            known.entity(subject.thing),
            *sides,
            state,
            meaning,
            max((each for each in grades if each is not None), default=None),
            start if state in _STARTS else None,
            tuple(known.entity(gap) for gap in gaps),
        )

    def is_open(self, gap: Iri) -> bool:
        """Whether nobody has closed a gap."""
        return self.known.thing(gap, KG.status) != KG.closed

    def _is_of(self, gap: Iri, subject: Subject) -> bool:
        respect, steps = self.known.text(gap, KG.gapDimension), self.known.things(gap, KG.atStep)
        here = set(steps) | {one for each in steps for one in self.known.things(each, KG.ofUnitOperation)}
        return respect in ("", subject.dimension.value) and (not here or subject.step in here)

    def _justified(self, gap: Iri) -> str:
        """The justification of a gap that is closed with one; a proposed one justifies nothing yet."""
        if self.is_open(gap) or self.known.thing(gap, KG.disposition) != KG.justifyGap:
            return ""
        return self.known.text(gap, KG.justification)

    def _excludes(self, one: Iri, other: Iri) -> bool:
        known = self.known
        if other in known.things(one, KG.excludes) or one in known.things(other, KG.excludes):
            return True
        group = known.text(one, KG.optionGroup)
        return bool(group) and group == known.text(other, KG.optionGroup)

    def _of_factor(self, factor: Iri) -> frozenset[Iri]:
        if factor not in self._bears:
            known = self.known
            judged = [one for one in known.that(KG.hasCause, factor) if not _IDLE & set(known.things(one, KG.status))]
            acting = [one for one in judged if known.thing(one, KG.strength) != KG.none]
            self._bears[factor] = frozenset(each for one in acting for each in known.things(one, KG.hasEffect))
        return self._bears[factor]


def known_about(pair: Pair, thing: Iri) -> list[Iri]:
    """The know-how in use that concerns a thing."""
    known = pair.known
    return [one for one in known.that(KG.concerns, thing) if KG.KnowHow in with_superclasses(known.types(one))]


def spoken(names: Iterable[str]) -> str:
    """Names in one line, each once."""
    return ", ".join(dict.fromkeys(name for name in names if name))


def apart(known: Recorded, sending: Iterable[Iri], receiving: Iterable[Iri]) -> tuple[str, str]:
    """The names of two sets of things; different things that are called the same are told apart by their IRIs."""
    ours, theirs = (sorted(set(each), key=lambda one: (known.name(one), one)) for each in (sending, receiving))
    names = spoken(map(known.name, ours)), spoken(map(known.name, theirs))
    if names[0] != names[1] or ours == theirs:
        return names
    told = [spoken(f"{known.name(one)} <{one}>" for one in each) for each in (ours, theirs)]
    return told[0], told[1]


def _place(known: Recorded, process: Iri) -> Place:
    site = known.thing(process, KG.atSite)
    if site is None:
        raise BadInput(f"{known.name(process)} does not say at which site it is.", hint="Set kg:atSite first.")
    region = known.thing(site, KG.inRegion)
    name = plain_name(known.name(site))
    return Place(known.entity(process), known.entity(site), name, known.notation(region) if region else "")


def _general(known: Recorded, sending: Iri, receiving: Iri) -> Iri:
    for process in (sending, receiving):
        if KG.SiteProcess not in known.types(process):
            raise BadInput(f"{known.name(process)} is not a site process.", hint=f"Site processes: {_listed(known)}.")
        if known.retired(process):
            raise BadInput(f"{known.name(process)} is retired.", hint="Compare a process that is in use.")
    if sending == receiving:
        raise BadInput("Both are the same process.", hint="Name the sending process, then the receiving one.")
    theirs = known.things(receiving, PROV.wasDerivedFrom)
    shared = [one for one in known.things(sending, PROV.wasDerivedFrom) if one in theirs]
    if not shared:
        raise BadInput(
            f"{known.name(sending)} and {known.name(receiving)} are not derived from one general process.",
            hint="Say so with prov:wasDerivedFrom, or compare others.",
        )
    return shared[0]


def _listed(known: Recorded) -> str:
    """Some site processes in use to choose from, and how many more there are."""
    every = known.used(known.reader.instances((KG.SiteProcess,)))
    more = f" and {len(every) - _NAMED} more" if len(every) > _NAMED else ""
    return (spoken(sorted(map(known.name, every))[:_NAMED]) or "none") + more


def _project(known: Recorded, sending: Iri, receiving: Iri) -> tuple[Iri, ...]:
    ours = known.that(KG.sendingProcess, sending)
    return tuple(one for one in ours if receiving in known.things(one, KG.receivingProcess))


def _gaps(known: Recorded, projects: Iterable[Iri]) -> dict[Iri, tuple[Iri, ...]]:
    found: dict[Iri, tuple[Iri, ...]] = {}
    for gap in (one for each in projects for one in known.that(KG.inTransferProject, each)):
        if KG.Gap in known.types(gap):
            for thing in known.things(gap, KG.concerns):
                found[thing] = (*found.get(thing, ()), gap)
    return found


_JUSTIFIABLE = frozenset({State.DIFFERS, State.WIDER, State.NARROWER})
_STARTS = _JUSTIFIABLE | {State.MISSING, State.JUSTIFIED}
_NAMED = 12
_IDLE = {KG.rejected, KG.retired}

"""What happens when in a transfer: gates with what they require, days that things are due, runs, ends of qualifications.

A person's day of leaving is personal: it stands here only where it was asked for by somebody who may see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kgapp.domain.impact import Named
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.sites import compare
from kgapp.services.statements import Statements
from kgapp.services.transfer import projects
from kgapp.services.transfer.actions import actions

_DONE: Final = frozenset((KG.closed, KG.available, KG.approved, KG.validated, KG.transferred, KG.qualified, KG.inForce))


class Lane(StrEnum):
    """What kind of day it is, in the order of the picture."""

    GATE = "gate"
    RUN = "run"
    GAP = "gap"
    ACTION = "action"
    PACKAGE = "package item"
    STUDY = "study"
    PROCESS = "process"
    QUALIFICATION = "qualification"
    EQUIPMENT = "equipment"
    PERSON = "person"


class Standing(StrEnum):
    """How something stands on the day against which dates count."""

    DONE = "done"
    OVERDUE = "overdue"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day of the time line. ``what`` says what happens then, ``status`` is the recorded word."""

    day: date
    lane: Lane
    thing: Named
    what: str
    status: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Required:
    """What a gate requires, and whether it is done, as recorded."""

    thing: Named
    status: str
    done: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate with what must be done before. ``undated`` gates have no ``day``."""

    thing: Named
    day: date | None
    status: str
    owner: str
    required: tuple[Required, ...]
    cites: tuple[Named, ...]

    @property
    def passed(self) -> bool:
        """Whether somebody closed it."""
        return self.status == "closed"

    @property
    def missing(self) -> tuple[Required, ...]:
        """What is not done."""
        return tuple(each for each in self.required if not each.done)

    @property
    def word(self) -> str:
        """How it stands; nothing that is required is never “ready”."""
        if self.passed:
            return "passed, though not all is done" if self.missing else "passed"
        if not self.required:
            return "not known: nothing says what it requires"
        return f"{len(self.missing)} of {len(self.required)} not done" if self.missing else "ready: all is done"


@dataclass(frozen=True, slots=True)
class Timeline:
    """A transfer in time. ``undated`` counts what has no day; ``personal`` says whether days of leaving are in it."""

    project: Named
    on: date
    gates: tuple[Gate, ...]
    moments: tuple[Moment, ...]
    undated: tuple[Named, ...]
    personal: bool


def timeline(reader: RecordReader, project: Iri, on: date | None = None, *, personal: bool = False) -> Timeline:
    """The time line of a transfer project. Raises ``BadInput`` for something else."""
    found = projects.of(reader, project)
    look = _Look(Statements(reader), on or compare.reference_date(reader))
    gates = tuple(sorted((_gate(look, one) for one in look.parts(project, KG.TransferGate)), key=_gate_order))
    for each in _sources(look, reader, found, gates):
        look.add(*each)
    if personal:
        _leaving(look, reader)
    moments = tuple(sorted(look.moments, key=lambda each: (each.day, list(Lane).index(each.lane), each.thing.label)))
    return Timeline(Named(project, found.label), look.on, gates, moments, tuple(look.undated), personal)


_Source = tuple[Lane, Iri, Iri, str]


class _Look:
    """Collects moments; what has no readable day is counted, never dropped."""

    def __init__(self, known: Statements, on: date) -> None:
        self.known, self.on = known, on
        self.moments: list[Moment] = []
        self.undated: list[Named] = []
        self._seen: set[tuple[Iri, Iri]] = set()

    def parts(self, project: Iri, kind: Iri) -> tuple[Iri, ...]:
        return projects.parts(self.known, project, kind)

    def add(self, lane: Lane, thing: Iri, predicate: Iri, what: str) -> None:
        """A day of a thing, once."""
        if (thing, predicate) in self._seen:
            return
        self._seen.add((thing, predicate))
        named = Named(thing, self.known.name(thing))
        when = day_of(self.known.text(thing, predicate))
        if when is None:
            self.undated.append(named)
            return
        status = self.known.thing(thing, KG.status)
        standing = Standing.DONE if _is_done(status, lane, when, self.on) else self._late(when, lane)
        self.moments.append(Moment(when, lane, named, what, self.known.word(thing, KG.status), standing))

    def _late(self, when: date, lane: Lane) -> Standing:
        return Standing.OVERDUE if when < self.on and lane is not Lane.PROCESS else Standing.AHEAD


def _is_done(status: Iri | None, lane: Lane, when: date, on: date) -> bool:
    return status in _DONE if lane is not Lane.PROCESS else when <= on


def day_of(text: str) -> date | None:
    """A recorded day; ``None`` for none or one that cannot be read."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _sources(look: _Look, reader: RecordReader, project: projects.Project, gates: Iterable[Gate]) -> Iterator[_Source]:
    """What has a day in a transfer."""
    of = project.iri
    yield Lane.GATE, of, KG.due, "the transfer is due"
    yield from ((Lane.GATE, gate.thing.iri, KG.due, "gate") for gate in gates)
    yield from ((Lane.RUN, one, KG.eventDate, "run") for one in look.parts(of, KG.TransferRun))
    yield from ((Lane.GAP, one, KG.due, "gap due") for one in look.parts(of, KG.Gap))
    yield from ((Lane.ACTION, row.thing.iri, KG.due, "action due") for row in actions(reader, of, look.on).rows)
    yield from ((Lane.PACKAGE, one, KG.due, "item due") for one in look.parts(of, KG.PackageItem))
    yield from ((Lane.STUDY, one, KG.due, "study due") for one in look.parts(of, KG.ComparabilityStudy))
    yield from ((Lane.PROCESS, one, KG.effectiveFrom, "in effect from") for one in (project.receiving,) if one)
    yield from _at_site(look, project)


def _at_site(look: _Look, project: projects.Project) -> Iterator[_Source]:
    """Ends of what the receiving site is qualified for, where a day is recorded."""
    known = look.known
    site = known.thing(project.receiving, KG.atSite) if project.receiving else None
    if site is None:
        return
    people = known.that(KG.worksAt, site)
    for person in people:
        for one in known.that(KG.ofPerson, person):
            if KG.Qualification in known.types(one) and not known.retired(one):
                yield Lane.QUALIFICATION, one, KG.validUntil, "qualification ends"
    for one in (*known.that(KG.locatedAt, site), *known.that(KG.atSite, site)):
        if known.text(one, KG.requalificationDue):
            yield Lane.EQUIPMENT, one, KG.requalificationDue, "requalification due"


def _leaving(look: _Look, reader: RecordReader) -> None:
    for person in reader.instances((KG.Person,)):
        if look.known.text(person, KG.leavesOn):
            look.add(Lane.PERSON, person, KG.leavesOn, "leaves")


def _gate(look: _Look, one: Iri) -> Gate:
    known = look.known
    required = tuple(_required(known, each, look.on) for each in known.things(one, KG.requires))
    return Gate(
        Named(one, known.name(one)),
        day_of(known.text(one, KG.due)),
        known.word(one, KG.status),
        known.name(owner) if (owner := known.thing(one, KG.owner)) else "",
        tuple(sorted(required, key=lambda each: (each.done, each.thing.label))),
        tuple(Named(each, known.name(each)) for each in known.things(one, KG.citesProvision)),
    )


def _required(known: Statements, thing: Iri, on: date) -> Required:
    """Done is what a recorded word says is done, and is not over; what has no status is not known to be done."""
    word = next((known.word(thing, each) for each in _STATUSES if known.thing(thing, each)), "")
    done = any(known.thing(thing, each) in _DONE for each in _STATUSES)
    until = day_of(known.text(thing, KG.validUntil))
    if until is not None:
        word, done = f"valid until {until}", until >= on
    if KG.PackageItem in with_superclasses(known.types(thing)) and not known.things(thing, KG.providedBy):
        done = False
    return Required(Named(thing, known.name(thing)), word or "status not recorded", done)


def _gate_order(gate: Gate) -> tuple[str, str]:
    return gate.day.isoformat() if gate.day else "9999", gate.thing.label


_STATUSES: Final = (KG.status, KG.statusAtSite, KG.methodStatus, KG.qualificationStatus)

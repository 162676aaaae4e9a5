"""Who holds know-how on a date, and whether that was shown: read from holders, trainings and qualifications."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kgapp.domain.knowledge import Holder, Qualified, Thing, Transfer, competence, day
from kgapp.domain.shapes import with_subclasses, with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import retiring
from kgapp.services.statements import Statements

WAYS: Final = ((KG.knownBy, "knows"), (KG.doneBy, "does"), (KG.taughtBy, "teaches"))
_TRUTH: Final = {"true": True, "1": True, "false": False, "0": False}


class Holders:
    """One look at who holds what, on one date. ``gone`` are people who count no longer; retired ones never do."""

    def __init__(self, known: Statements, on: date, gone: frozenset[Iri] = frozenset()) -> None:
        self.known = known
        self.on = on
        self._gone = gone
        self._retired: dict[Iri, bool] = {}
        self._qualifications: dict[Iri, tuple[tuple[Iri, frozenset[Iri], date | None], ...]] = {}

    def of(self, know_how: Iri) -> tuple[Holder, ...]:
        """Those who hold it: recorded as holding it, or shown to be competent in a training."""
        ways = self._ways(know_how)
        trained = self.results(know_how)
        learned = {person for person, passed in trained.items() if passed}
        people = (set(ways) | learned) - self._gone
        steps = self.steps(know_how)
        return tuple(
            self._holder(person, (*ways.get(person, ()), *(("learned",) if person in learned else ())), trained, steps)
            for person in sorted(people, key=self._by_id)
            if not self.is_retired(person)
        )

    def transfers(self, know_how: Iri) -> tuple[Transfer, ...]:
        """The trainings that pass it on, by day; those without a day last."""
        found = (
            self.transfer(one)
            for one in self.known.that(KG.transfers, know_how)
            if not retiring.is_retired(self.known.reader, one)
        )
        return tuple(sorted(found, key=lambda each: (each.day or date.max, each.thing.iri)))

    def transfer(self, one: Iri) -> Transfer:
        """A training; a result of a later day than the one looked at is not there yet."""
        known = self.known
        held, person = day(known.text(one, KG.eventDate)), known.thing(one, KG.toPerson)
        result = _TRUTH.get(known.text(one, KG.competent))
        return Transfer(
            self.thing(one),
            self.thing(person) if person else None,
            self.things(known.things(one, KG.atSite)),
            held,
            None if held is not None and held > self.on else result,
            self.things(known.things(one, KG.assessor)),
        )

    def results(self, know_how: Iri) -> dict[Iri, bool]:
        """How the last assessed training ended, by person; of several on one day a failed one counts."""
        found: dict[Iri, tuple[date, bool]] = {}
        for each in self.transfers(know_how):
            if each.person is None or each.competent is None:
                continue
            last = (each.day or date.min, each.competent)
            before = found.get(each.person.iri, last)
            found[each.person.iri] = max(before, last, key=lambda result: (result[0], not result[1]))
        return {person: passed for person, (_, passed) in found.items()}

    def steps(self, know_how: Iri) -> frozenset[Iri]:
        """The steps it concerns; where it names none, those of the factors it concerns."""
        about = self.known.things(know_how, KG.concerns)
        named = frozenset(one for one in about if KG.ProcessStep in with_superclasses(self.known.types(one)))
        return named or frozenset(step for one in about for step in self.known.that(KG.hasFactor, one))

    def qualified(self, person: Iri, steps: frozenset[Iri]) -> Qualified:
        """Whether the person may do one of the steps on the day: the qualification that lasts longest decides."""
        ends = [until for _, about, until in self.qualifications(person) if about & steps]
        last = max((until for until in ends if until is not None), default=None)
        if last is not None and last >= self.on:
            return Qualified(True, last)
        return Qualified(None if last is None or None in ends else False, last)

    def qualifications(self, person: Iri) -> tuple[tuple[Iri, frozenset[Iri], date | None], ...]:
        """The qualifications of a person: for which steps, and until when if that is recorded."""
        if person not in self._qualifications:
            known = self.known
            self._qualifications[person] = tuple(
                (one, frozenset(known.things(one, KG.forUnitOperation)), day(known.text(one, KG.validUntil)))
                for one in known.that(KG.ofPerson, person)
                if not retiring.is_retired(known.reader, one)
            )
        return self._qualifications[person]

    def people(self) -> tuple[Iri, ...]:
        """Everybody who is in use, by id."""
        found = self.known.reader.instances(with_subclasses((KG.Person,)))
        return tuple(sorted((each for each in found if not self.is_retired(each)), key=self._by_id))

    def is_retired(self, person: Iri) -> bool:
        """Whether somebody is no longer there."""
        if person not in self._retired:
            self._retired[person] = retiring.is_retired(self.known.reader, person)
        return self._retired[person]

    def thing(self, iri: Iri) -> Thing:
        """A thing with its id and name."""
        return Thing(iri, self.known.notation(iri), self.known.name(iri))

    def things(self, iris: Iterable[Iri]) -> tuple[Thing, ...]:
        """Things with their names, in the order given."""
        return tuple(self.thing(each) for each in iris)

    def _ways(self, know_how: Iri) -> dict[Iri, tuple[str, ...]]:
        found: dict[Iri, tuple[str, ...]] = {}
        for way, word in WAYS:
            for person in self.known.things(know_how, way):
                found[person] = (*found.get(person, ()), word)
        for person in self.known.things(know_how, KG.heldBy):
            found.setdefault(person, ("holds",))
        return found

    def _holder(self, person: Iri, ways: tuple[str, ...], trained: dict[Iri, bool], steps: frozenset[Iri]) -> Holder:
        found, because = competence(trained.get(person), self.qualified(person, steps))
        return Holder(self.thing(person), ways, self.things(self.known.things(person, KG.worksAt)), found, because)

    def _by_id(self, iri: Iri) -> tuple[str, str]:
        return self.known.notation(iri), iri

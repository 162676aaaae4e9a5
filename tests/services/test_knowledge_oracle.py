"""Holders, competence and departures against brute force over random small graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from kgapp.domain.knowledge import Departure, Holding, KnowHow, Left, Lost
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.services import knowledge_departure, knowledge_risk
from kgapp.services.ports import Pattern, RecordReader

BASE = "https://w3id.org/kgapp/demo/"
ON = date(2026, 3, 1)


def losses(departure: Departure, kind: Lost, left: Left | None = None) -> dict[str, str]:
    return {loss.thing.id: loss.sentence for loss in departure.of(kind, left)}


class _Quads:
    """A graph in memory that answers what the service asks of a record."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._quads = tuple(quads)

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        found = (
            quad
            for quad in self._quads
            if pattern.subject in {None, quad.subject}
            and pattern.predicate in {None, quad.predicate}
            and (pattern.object is None or pattern.object == quad.object)
        )
        yield from list(found)[:limit]

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        wanted = frozenset(classes)
        return tuple(sorted({q.subject for q in self._quads if q.predicate == RDF.type and q.object in wanted}))


KNOW_HOW, PEOPLE, STEPS = ("K1", "K2", "K3"), ("A", "B", "C"), ("U1", "U2")
World = tuple[
    frozenset[tuple[str, str]],  # holds: know-how, person
    tuple[tuple[str, str, int, bool | None], ...],  # trainings: know-how, person, day, result
    tuple[tuple[str, str, int], ...],  # qualifications: person, step, last day
    frozenset[tuple[str, str]],  # concerns: know-how, step
]
_days = st.integers(-3, 3)
WORLDS: st.SearchStrategy[World] = st.tuples(
    st.frozensets(st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE))),
    st.lists(
        st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE), _days, st.sampled_from((True, False, None))),
        max_size=6,
    ).map(tuple),
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(STEPS), _days), max_size=5).map(tuple),
    st.frozensets(st.tuples(st.sampled_from(KNOW_HOW), st.sampled_from(STEPS))),
)


def graph_of(world: World) -> RecordReader:
    holds, trainings, qualifications, concerns = world
    quads: list[Quad] = []

    def say(subject: str, predicate: Iri, value: Term) -> None:
        quads.append(Quad(Iri(BASE + subject), predicate, value, Iri(BASE + "graph/main")))

    kinds = ((KNOW_HOW, KG.TacitAssertion), (PEOPLE, KG.Person), (STEPS, KG.UnitOperation))
    for names, kind in kinds:
        for name in names:
            say(name, RDF.type, kind)
            say(name, RDFS.label, Literal(name))
    for know_how, person in holds:
        say(know_how, KG.knownBy, Iri(BASE + person))
    for at, (know_how, person, when, result) in enumerate(trainings):
        say(f"E{at}", RDFS.label, Literal(f"Training {at}"))
        say(f"E{at}", KG.transfers, Iri(BASE + know_how))
        say(f"E{at}", KG.toPerson, Iri(BASE + person))
        say(f"E{at}", KG.eventDate, Literal(str(ON + timedelta(when)), XSD.date))
        if result is not None:
            say(f"E{at}", KG.competent, Literal(str(result).lower(), XSD.boolean))
    for at, (person, step, when) in enumerate(qualifications):
        say(f"L{at}", KG.ofPerson, Iri(BASE + person))
        say(f"L{at}", KG.forUnitOperation, Iri(BASE + step))
        say(f"L{at}", KG.validUntil, Literal(str(ON + timedelta(when)), XSD.date))
    for know_how, step in concerns:
        say(know_how, KG.concerns, Iri(BASE + step))
    return cast("RecordReader", _Quads(quads))


def expected(world: World, know_how: str) -> dict[str, str]:
    """Who holds it and how competent, by the rules in words; shares no code with the service."""
    holds, trainings, qualifications, concerns = world
    found = {}
    for person in PEOPLE:
        results = [(day, result) for one, who, day, result in trainings if (one, who) == (know_how, person)]
        past = [(day, result) for day, result in results if day <= 0 and result is not None]
        latest = max((day for day, _ in past), default=None)
        passed = None if latest is None else all(result for day, result in past if day == latest)
        ends = [day for who, step, day in qualifications if who == person and (know_how, step) in concerns]
        if (know_how, person) not in holds and not passed:
            continue
        if passed is False or (ends and max(ends) < 0):
            found[person] = "not competent"
        elif passed or ends:
            found[person] = "competent"
        else:
            found[person] = "competence not known"
    return found


@settings(max_examples=150, deadline=None)
@given(WORLDS)
def test_holders_and_competence_are_what_brute_force_finds(world: World) -> None:
    found = {each.thing.id: each for each in knowledge_risk.survey(graph_of(world), ON).know_how}
    for know_how in KNOW_HOW:
        wanted = expected(world, know_how)
        assert {holder.person.id: holder.competence.value for holder in found[know_how].holders} == wanted
        assert found[know_how].holding is (Holding.NOBODY, Holding.ONE, Holding.SEVERAL)[min(len(wanted), 2)]


@settings(max_examples=100, deadline=None)
@given(WORLDS, st.sampled_from(PEOPLE))
def test_a_departure_loses_exactly_what_brute_force_loses(world: World, who: str) -> None:
    departure = knowledge_departure.rehearse(graph_of(world), Iri(BASE + who), ON)
    held = {know_how: expected(world, know_how) for know_how in KNOW_HOW}
    mine = {know_how for know_how, holders in held.items() if who in holders}
    assert set(losses(departure, Lost.KNOW_HOW, Left.NOTHING)) == {each for each in mine if len(held[each]) == 1}
    assert set(losses(departure, Lost.KNOW_HOW, Left.OTHERS)) == {each for each in mine if len(held[each]) > 1}
    assert not departure.of(Lost.KNOW_HOW, Left.UNKNOWN)


def key(each: KnowHow) -> tuple[object, ...]:
    return each.order[:-2]


@settings(max_examples=100, deadline=None)
@given(WORLDS, st.sampled_from(KNOW_HOW), st.sampled_from(PEOPLE))
def test_one_more_holder_never_moves_know_how_forward_and_one_less_never_back(
    world: World, know_how: str, person: str
) -> None:
    holds, *rest = world
    more = cast("World", (holds | {(know_how, person)}, *rest))
    less = cast("World", (holds - {(know_how, person)}, *rest))
    ranked = [
        {each.thing.id: each for each in knowledge_risk.survey(graph_of(one), ON).know_how} for one in (less, more)
    ]
    for each in KNOW_HOW:
        assert key(ranked[0][each]) <= key(ranked[1][each])
        assert ranked[0][each].competent <= ranked[1][each].competent
        assert len(ranked[0][each].holders) <= len(ranked[1][each].holders)

"""Qualified people and know-how of two site processes: how many, until when, and what was shown to be held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.knowledge import day
from kgapp.domain.names import unmarked
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.sites import Dimension, Place, Row, Side, Start, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Fit, Pair, Subject, spoken


def people(pair: Pair, step: Iri) -> Row:
    """Who is qualified for a step on the day of the comparison, and whether they still are at the next run."""
    known = pair.known
    about = known.that(KG.forUnitOperation, step)
    valid = [[one for one in about if _works(pair, one, place) and _valid(pair, one)] for place in pair.places]
    lapsed = [one for one in about if _works(pair, one, pair.receiving) and not _valid(pair, one)]
    counts = [len(set(_persons(pair, each))) for each in valid]
    texts = [f"{count}: {_qualified(pair, each)}" if count else "" for count, each in zip(counts, valid, strict=True)]
    sides = [known.side(text, each, KG.ofPerson, KG.validUntil) for text, each in zip(texts, valid, strict=True)]
    subject = Subject(step, Dimension.PEOPLE, step, frozenset(), tuple(about))
    state, meaning = _stands(pair, counts[0], counts[1], lapsed)
    if state in _COUNTED:
        state, meaning = _at_the_next_run(pair, valid[1], state, meaning)
    return pair.row(subject, (sides[0], sides[1]), state, meaning, None)


def know_how(pair: Pair) -> Iterator[Row]:
    """What is held in all, then each piece under the first step it concerns, and whether the receiving site holds it."""
    rows = [_held(pair, step, one) for step, one in _every(pair)]
    wanted = [row for row in rows if row.state is not State.NOT_APPLICABLE]
    if wanted:
        yield _in_all(pair, wanted)
    yield from rows


def _every(pair: Pair) -> Iterator[tuple[Iri, Iri]]:
    known, told = pair.known, set[Iri]()
    for step in pair.steps:
        things = (step, *pair.factors[step])
        for one in dict.fromkeys(each for thing in things for each in known.that(KG.concerns, thing)):
            if KG.KnowHow in with_superclasses(known.types(one)) and one not in told:
                told.add(one)
                yield step, one


def _stands(pair: Pair, there: int, here: int, lapsed: Iterable[Iri]) -> tuple[State, str]:
    name, ended = pair.receiving.name, tuple(lapsed)
    if not here and ended:
        return State.MISSING, f"At {name} the qualification has lapsed: {_qualified(pair, ended)}."
    if not here and not there:
        return State.UNKNOWN, "Nobody is recorded as qualified at either site."
    if not here or not there:
        return State.UNKNOWN, f"Nobody is recorded as qualified at {pair.sending.name if here else name}."
    if here == there:
        return State.SAME, f"As many people at both sites: {here}."
    return (
        (State.NARROWER, f"{_people(here)} instead of {there}.")
        if here < there
        else (
            State.WIDER,
            f"{_people(here)} instead of {there}.",
        )
    )


def _at_the_next_run(pair: Pair, valid: Iterable[Iri], state: State, meaning: str) -> tuple[State, str]:
    """Fewer are qualified than it seems where all qualifications end before the next run of the transfer."""
    known, qualifications = pair.known, tuple(valid)
    run = _next_run(pair)
    ends = [day(known.text(one, KG.validUntil)) for one in qualifications]
    if run is None or any(end is not None and end >= run[0] for end in ends):
        return state, meaning
    count = len(set(_persons(pair, qualifications)))
    each = "qualification ends" if count == 1 else "all qualifications end"
    return State.NARROWER, f"{_people(count)}, {each} before the next run ({run[1]}, {run[0]})."


def _next_run(pair: Pair) -> tuple[date, str] | None:
    """The first run of the transfer from the day on that is not done."""
    known = pair.known
    runs = [
        (when, known.name(one))
        for project in pair.project
        for one in known.that(KG.inTransferProject, project)
        if KG.TransferRun in known.types(one)
        and known.thing(one, KG.status) != KG.closed
        and (when := day(known.text(one, KG.eventDate))) is not None
        and when >= pair.on
    ]
    return min(runs, default=None)


def _people(count: int) -> str:
    return "One person" if count == 1 else f"{count} people"


def _works(pair: Pair, qualification: Iri, place: Place) -> bool:
    known = pair.known
    return any(place.site.iri in known.things(person, KG.worksAt) for person in _persons(pair, (qualification,)))


def _valid(pair: Pair, qualification: Iri) -> bool:
    """Valid on the day; without an end, or with one that is no date, it does not count."""
    end = day(pair.known.text(qualification, KG.validUntil))
    return end is not None and end >= pair.on


def _persons(pair: Pair, qualifications: Iterable[Iri]) -> list[Iri]:
    known = pair.known
    return [person for one in qualifications for person in known.used(known.things(one, KG.ofPerson))]


def _qualified(pair: Pair, qualifications: Iterable[Iri]) -> str:
    known = pair.known
    return spoken(
        f"{unmarked(known.name(person))} until {known.text(one, KG.validUntil) or 'no recorded end'}"
        for one in qualifications
        for person in _persons(pair, (one,))
    )


def _held(pair: Pair, step: Iri, one: Iri) -> Row:
    known, here = pair.known, pair.receiving
    sides = (_holders(pair, one, pair.sending), _holders(pair, one, here))
    subject = Subject(step, Dimension.KNOW_HOW, one, frozenset(known.things(one, KG.affectsAttribute)))
    start = Start(one, ChangeKind.REMOVAL, here.site.iri)
    concerned = [each for each in known.things(one, KG.concerns) if pair.bringing(each)]
    if concerned and all(pair.fit(each, here) is Fit.LEFT_OUT for each in concerned) and not sides[1].recorded:
        things = spoken(map(known.name, concerned))
        meaning = f"About {things}: {here.name} chose another option."
        return pair.row(subject, sides, State.NOT_APPLICABLE, meaning, None)
    if concerned and all(pair.fit(each, pair.sending) is Fit.LEFT_OUT for each in concerned) and sides[1].recorded:
        things = spoken(map(known.name, concerned))
        meaning = f"Applies at {here.name} only: about {things}, and {pair.sending.name} chose another option."
        return pair.row(subject, sides, State.NOT_APPLICABLE, meaning, None)
    bound = known.things(one, KG.appliesAt)
    applies = [not bound or place.site.iri in bound for place in pair.places]
    if applies[0] != applies[1]:
        state, meaning = _of_one_site(pair, one, applies)
        return pair.row(subject, sides, state, meaning, start)
    trained = [each for each in known.that(KG.transfers, one) if here.site.iri in known.things(each, KG.atSite)]
    if trained and not sides[1].recorded:
        failed = any(known.text(each, KG.competent) == "false" for each in trained)
        words = "Competence was tried and not shown" if failed else "A transfer is planned and not done"
        return pair.row(subject, sides, State.MISSING, f"{words} at {here.name}.", start)
    if sides[0].recorded and sides[1].recorded:
        return pair.row(subject, sides, State.SAME, f"Held at both sites, as far as recorded at {here.name}.", None)
    lacking = [place.name for place, side in zip(pair.places, sides, strict=True) if not side.recorded]
    return pair.row(subject, sides, State.UNKNOWN, f"Nobody at {' and '.join(lacking)} is recorded to hold it.", None)


def _of_one_site(pair: Pair, one: Iri, applies: list[bool]) -> tuple[State, str]:
    """What is recorded for one of the sites only: a conflict where know-how that contradicts it holds at the other."""
    known = pair.known
    its, other = pair.places if applies[0] else pair.places[::-1]
    against = dict.fromkeys((*known.things(one, KG.contradicts), *known.that(KG.contradicts, one)))
    held = [each for each in known.used(against) if other.site.iri in known.things(each, KG.appliesAt)]
    told = f"Recorded for {its.name} only"
    if held:
        return State.DIFFERS, f"{told}; {spoken(map(known.notation, held))}, recorded for {other.name}, contradicts it."
    return State.UNKNOWN, f"{told}: whether it holds at {other.name} is not recorded."


def _holders(pair: Pair, one: Iri, place: Place) -> Side:
    """People of the site who are recorded to hold it, or showed competence in it there."""
    known = pair.known
    every = known.used(known.things(one, KG.heldBy))
    holding = [each for each in every if place.site.iri in known.things(each, KG.worksAt)]
    shown = [each for each in _shown(pair, one) if place.site.iri in known.things(each, KG.atSite)]
    names = (*holding, *(person for each in shown for person in known.used(known.things(each, KG.toPerson))))
    text = spoken(unmarked(known.name(each)) for each in names)
    held = tuple(quad for quad in known.quads(one, KG.heldBy) if quad.object in holding)
    return Side(text, (*held, *(quad for each in shown for quad in known.quads(each, KG.competent, KG.toPerson))))


def _shown(pair: Pair, one: Iri) -> list[Iri]:
    known = pair.known
    return [each for each in known.that(KG.transfers, one) if known.text(each, KG.competent) == "true"]


def _in_all(pair: Pair, rows: list[Row]) -> Row:
    """How much of what concerns the process each site holds; whoever holds something alone is counted."""
    known = pair.known
    here = pair.receiving.name
    there, ours = sum(row.sending.recorded for row in rows), sum(row.receiving.recorded for row in rows)
    texts = [f"{count} of {len(rows)}" for count in (there, ours)]
    sides = (
        Side(texts[0], tuple(quad for row in rows for quad in row.sending.quads)),
        Side(texts[1], tuple(quad for row in rows for quad in row.receiving.quads)),
    )
    missing = sum(row.state is State.MISSING for row in rows)
    alone = sum(len(_who(pair, row.thing.iri)) == 1 for row in rows)
    lacking = len(rows) - ours
    state = State.MISSING if missing else State.UNKNOWN if lacking else State.SAME
    meaning = f"{lacking} not shown to be held at {here}" if lacking else f"All of it is held at {here}"
    tried = f", {missing} of them tried or planned there and not shown" if missing else ""
    meaning = f"{meaning}{tried}; {alone} held by one person only."
    bears = frozenset(each for row in rows for each in known.things(row.thing.iri, KG.affectsAttribute))
    found = pair.row(Subject(None, Dimension.KNOW_HOW, pair.receiving.process.iri, bears), sides, state, meaning, None)
    return replace(found, thing=Named(pair.receiving.process.iri, "Know-how shown to be held"))


def _who(pair: Pair, one: Iri) -> set[Iri]:
    known = pair.known
    held = known.used(known.things(one, KG.heldBy))
    return {*held, *(person for each in _shown(pair, one) for person in known.used(known.things(each, KG.toPerson)))}


_COUNTED = (State.SAME, State.NARROWER, State.WIDER)

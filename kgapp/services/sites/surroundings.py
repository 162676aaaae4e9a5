"""Rooms, automation, people, know-how, provisions and gates of two site processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kgapp.domain.impact import ChangeKind
from kgapp.domain.names import unmarked
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.sites import Dimension, Measured, Place, Row, Side, Start, State, judge
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Fit, Pair, Subject, spoken


def rooms(pair: Pair, step: Iri) -> Iterator[Row]:
    """Openness, grade of the environment, biosafety level where one site records it, and automation."""
    for dimension, predicate, needed in _ROOMS:
        name = dimension.value
        sides = _site_step(pair, step, predicate)
        if not needed and not any(side.recorded for side in sides):
            continue
        found = judge(Measured(sides[0].text or None), Measured(sides[1].text or None))
        meaning = {
            State.SAME: f"The same {name}.",
            State.DIFFERS: f"Other {name}: {sides[0].text} → {sides[1].text}.",
        }.get(found.state, f"The {name} is not recorded at {_lacking(pair, sides)}.")
        at = pair.site_steps(step, pair.receiving)
        start = (
            Start(at[0], ChangeKind.REPLACEMENT, pair.receiving.site.iri, *(side.text for side in sides))
            if at
            else None
        )
        yield pair.row(Subject(step, dimension, step, frozenset(), at), sides, found.state, meaning, start)


def people(pair: Pair, step: Iri) -> Row:
    """Who is qualified for a step on the day of the comparison."""
    known = pair.known
    about = known.that(KG.forUnitOperation, step)
    valid = [[one for one in about if _works(pair, one, place) and _valid(pair, one)] for place in pair.places]
    lapsed = [one for one in about if _works(pair, one, pair.receiving) and not _valid(pair, one)]
    sides = tuple(known.side(_qualified(pair, each), each, KG.ofPerson, KG.validUntil) for each in valid)
    subject = Subject(step, Dimension.PEOPLE, step, frozenset(), tuple(about))
    there, here = (len(set(_persons(pair, each))) for each in valid)
    name = pair.receiving.name
    if not there and not here and not lapsed:
        state, meaning = State.UNKNOWN, "Nobody is recorded as qualified at either site."
    elif not here and lapsed:
        state, meaning = State.MISSING, f"At {name} the qualification has lapsed: {_qualified(pair, lapsed)}."
    elif not here or not there:
        where = name if not here else pair.sending.name
        state, meaning = State.UNKNOWN, f"Nobody is recorded as qualified at {where}."
    else:
        state = State.SAME if here == there else State.NARROWER if here < there else State.WIDER
        meaning = {State.SAME: "As many people.", State.NARROWER: "Fewer people.", State.WIDER: "More people."}[state]
    return pair.row(subject, (sides[0], sides[1]), state, meaning, None)


def know_how(pair: Pair) -> Iterator[Row]:
    """Each piece of know-how about the steps, under the first step it concerns, and whether the receiving site holds it."""
    known, told = pair.known, set[Iri]()
    for step in pair.steps:
        things = (step, *pair.factors[step])
        for one in dict.fromkeys(each for thing in things for each in known.that(KG.concerns, thing)):
            usable = KG.KnowHow in with_superclasses(known.types(one)) and known.thing(one, KG.status) != KG.retired
            if usable and one not in told:
                told.add(one)
                yield _held(pair, step, one)


def provisions(pair: Pair, step: Iri) -> Iterator[Row]:
    """What the regions' provisions ask of a step, then each gate that the receiving region sets before it."""
    known = pair.known
    bearing = [one for one in known.that(KG.bearsOn, step) if KG.Provision in known.types(one)]
    found = [
        [one for one in bearing if _regions(pair, place) & set(known.things(one, KG.inRegion))] for place in pair.places
    ]
    sides = [
        known.side(spoken(_provision(pair, one) for one in each), each, KG.bearsOn, KG.inRegion, KG.status)
        for each in found
    ]
    state = State.UNKNOWN if not all(found) else State.SAME if found[0] == found[1] else State.DIFFERS
    meaning = {
        State.SAME: "The same provisions bear on the step.",
        State.DIFFERS: "Other provisions bear on the step.",
    }.get(state, f"No provision is mapped to the step for {_lacking(pair, (sides[0], sides[1]))}.")
    yield pair.row(Subject(step, Dimension.PROVISIONS, step), (sides[0], sides[1]), state, meaning, None)
    for one in found[1]:
        if KG.biosafetyTopic in known.things(one, KG.bearsOnTopic) and known.thing(one, KG.status) == KG.inForce:
            yield _gate(pair, step, one, shared=one in found[0])


def _site_step(pair: Pair, step: Iri, predicate: Iri) -> tuple[Side, Side]:
    known, told = pair.known, []
    for place in pair.places:
        each = pair.site_steps(step, place)
        text = spoken(known.word(one, predicate) or known.text(one, predicate) for one in each)
        told.append(known.side(text, each, predicate))
    return told[0], told[1]


def _lacking(pair: Pair, sides: tuple[Side, Side]) -> str:
    lacking = [place.name for place, side in zip(pair.places, sides, strict=True) if not side.recorded]
    return " and ".join(lacking)


def _works(pair: Pair, qualification: Iri, place: Place) -> bool:
    known = pair.known
    people = known.things(qualification, KG.ofPerson)
    return any(place.site.iri in known.things(person, KG.worksAt) for person in people)


def _valid(pair: Pair, qualification: Iri) -> bool:
    """Valid on the day; without an end, or with one that is no date, it does not count."""
    text = pair.known.text(qualification, KG.validUntil)
    try:
        return date.fromisoformat(text) >= pair.on
    except ValueError:
        return False


def _persons(pair: Pair, qualifications: Iterable[Iri]) -> list[Iri]:
    return [person for one in qualifications for person in pair.known.things(one, KG.ofPerson)]


def _qualified(pair: Pair, qualifications: Iterable[Iri]) -> str:
    known = pair.known
    return spoken(
        f"{unmarked(known.name(person))} until {known.text(one, KG.validUntil) or 'no recorded end'}"
        for one in qualifications
        for person in known.things(one, KG.ofPerson)
    )


def _held(pair: Pair, step: Iri, one: Iri) -> Row:
    known, here = pair.known, pair.receiving
    sides = (_holders(pair, one, pair.sending), _holders(pair, one, here))
    subject = Subject(step, Dimension.KNOW_HOW, one, frozenset(known.things(one, KG.affectsAttribute)))
    bound = known.things(one, KG.appliesAt)
    if bound and here.site.iri not in bound:
        return pair.row(subject, sides, State.NOT_APPLICABLE, f"It does not apply at {here.name}.", None)
    concerned = [each for each in known.things(one, KG.concerns) if pair.bringing(each)]
    if concerned and all(pair.fit(each, here) is Fit.LEFT_OUT for each in concerned) and not sides[1].recorded:
        things = spoken(map(known.name, concerned))
        return pair.row(
            subject, sides, State.NOT_APPLICABLE, f"About {things}: {here.name} chose another option.", None
        )
    trained = [each for each in known.that(KG.transfers, one) if here.site.iri in known.things(each, KG.atSite)]
    if trained and not sides[1].recorded:
        failed = any(known.text(each, KG.competent) == "false" for each in trained)
        words = "Competence was tried and not shown" if failed else "A transfer is planned and not done"
        return pair.row(subject, sides, State.MISSING, f"{words} at {here.name}.", None)
    if sides[0].recorded and sides[1].recorded:
        return pair.row(subject, sides, State.SAME, f"Held at both sites, as far as recorded at {here.name}.", None)
    meaning = f"Nobody at {_lacking(pair, sides)} is recorded to hold it."
    return pair.row(subject, sides, State.UNKNOWN, meaning, None)


def _holders(pair: Pair, one: Iri, place: Place) -> Side:
    """People of the site who are recorded to hold it, or showed competence in it there."""
    known = pair.known
    holding = [each for each in known.things(one, KG.heldBy) if place.site.iri in known.things(each, KG.worksAt)]
    shown = [
        each
        for each in known.that(KG.transfers, one)
        if place.site.iri in known.things(each, KG.atSite) and known.text(each, KG.competent) == "true"
    ]
    names = (*holding, *(person for each in shown for person in known.things(each, KG.toPerson)))
    text = spoken(unmarked(known.name(each)) for each in names)
    held = tuple(quad for quad in known.quads(one, KG.heldBy) if quad.object in holding)
    return Side(text, (*held, *(quad for each in shown for quad in known.quads(each, KG.competent, KG.toPerson))))


def _regions(pair: Pair, place: Place) -> set[Iri]:
    return set(pair.known.things(place.site.iri, KG.inRegion))


def _provision(pair: Pair, one: Iri) -> str:
    known = pair.known
    status = known.thing(one, KG.status)
    name = known.notation(one)
    return name if status == KG.inForce else f"{name} ({known.word(one, KG.status) or 'status not recorded'})"


def _gate(pair: Pair, step: Iri, provision: Iri, *, shared: bool) -> Row:
    """A permit under a biosafety provision: met only where an item of a transfer to this process records it as there."""
    known, here = pair.known, pair.receiving
    wanted = {*pair.project, here.process.iri}
    items = [one for one in known.that(KG.citesProvision, provision) if wanted & _asked_for(pair, one)]
    there = known.side("applies there too" if shared else "", (provision,) if shared else (), KG.inRegion)
    text = spoken(f"{known.name(one)}: {known.word(one, KG.status) or 'status not recorded'}" for one in items)
    sides = (there, known.side(text, items, KG.status, KG.citesProvision, KG.requiredFor))
    statuses = {known.thing(one, KG.status) for one in items}
    subject = Subject(step, Dimension.GATE, provision, frozenset(), tuple(items))
    if statuses == {KG.available}:
        state, meaning = State.SAME, "The approval it asks for is recorded as available."
    elif statuses - {None}:
        state, meaning = State.MISSING, f"The approval it asks for is not available at {here.name}."
    else:
        state, meaning = State.UNKNOWN, f"Whether {here.name} has the approval it asks for is not recorded."
    return pair.row(subject, sides, state, meaning, None)


def _asked_for(pair: Pair, item: Iri) -> set[Iri]:
    known = pair.known
    return {*known.things(item, KG.inTransferProject), *known.things(item, KG.requiredFor)}


_ROOMS = (
    (Dimension.OPENNESS, KG.openness, True),
    (Dimension.ENVIRONMENT, KG.environmentGrade, True),
    (Dimension.BIOSAFETY, KG.biosafetyLevel, False),
    (Dimension.AUTOMATION, KG.automationLevel, True),
)

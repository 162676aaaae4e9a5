"""Rooms, automation, provisions and gates of two site processes."""

from __future__ import annotations

from collections.abc import Iterator

from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Dimension, Measured, Place, Row, Side, Start, State, judge
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites.pair import Pair, Subject, spoken


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
    drafts = spoken(known.notation(one) for one in found[1] if known.thing(one, KG.status) == KG.draft)
    if drafts:
        meaning = f"{meaning} Still a draft: {drafts}."
    yield pair.row(Subject(step, Dimension.PROVISIONS, step), (sides[0], sides[1]), state, meaning, None)
    for one in found[1]:
        if KG.biosafetyTopic in known.things(one, KG.bearsOnTopic) and known.thing(one, KG.status) == KG.inForce:
            yield _gate(pair, step, one, shared=one in found[0])


def _site_step(pair: Pair, step: Iri, predicate: Iri) -> tuple[Side, Side]:
    known, told = pair.known, []
    for place in pair.places:
        each = pair.site_steps(step, place)
        text = spoken(known.word(one, predicate) or known.written(one, predicate) for one in each)
        told.append(known.side(text, each, predicate))
    return told[0], told[1]


def _lacking(pair: Pair, sides: tuple[Side, Side]) -> str:
    lacking = [place.name for place, side in zip(pair.places, sides, strict=True) if not side.recorded]
    return " and ".join(lacking)


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
    if statuses and statuses <= _MET:
        state, meaning = State.SAME, "The approval it asks for is recorded as available."
    elif statuses - _MET - {None}:
        state, meaning = State.MISSING, f"The approval it asks for is not available at {here.name}."
    else:
        state, meaning = State.UNKNOWN, f"Whether {here.name} has the approval it asks for is not recorded."
    return pair.row(subject, sides, state, meaning, None)


def _asked_for(pair: Pair, item: Iri) -> set[Iri]:
    known = pair.known
    return {*known.things(item, KG.inTransferProject), *known.things(item, KG.requiredFor)}


_MET = {KG.available, KG.closed}
"""A package item that is there, a gate of the transfer that is passed."""
_ROOMS = (
    (Dimension.OPENNESS, KG.openness, True),
    (Dimension.ENVIRONMENT, KG.environmentGrade, True),
    (Dimension.BIOSAFETY, KG.biosafetyLevel, False),
    (Dimension.AUTOMATION, KG.automationLevel, True),
)

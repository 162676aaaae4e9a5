"""What a factor is for, and what takes its place at a site that does without it: by what is recorded, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgapp.domain.impact import ChangeKind
from kgapp.domain.sites import Dimension, Place, Row, Start, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.sites import factors
from kgapp.services.sites.pair import Fit, Pair, Subject, spoken


def replaced(pair: Pair, step: Iri) -> Iterator[Row]:
    """Each factor that is recorded to replace another, where one site has the one and the other site the other."""
    known = pair.known
    for new in pair.factors[step]:
        for old in known.used(known.things(new, KG.supersedes)):
            fits = [[pair.fit(one, place) for place in pair.places] for one in (old, new)]
            left = [[fit is Fit.LEFT_OUT for fit in each] for each in fits]
            if left[0] == [False, True] and left[1] == [True, False]:
                yield _replaced(pair, step, old, new)
            elif left[0] == [True, False] and left[1] == [False, True]:
                yield _replaced(pair, step, new, old)


def purpose(pair: Pair, factor: Iri) -> str:
    """What a factor acts on, as a sentence; empty where no influence is recorded."""
    names = spoken(sorted(map(pair.known.name, pair.bears_on((factor,)))))
    return f"It acts on {names}." if names else ""


def instead(pair: Pair, step: Iri, factor: Iri, place: Place) -> str:
    """Factors that the options of a site bring to the step and that act on something that this one acts on, too."""
    known, wanted = pair.known, pair.bears_on((factor,))
    others = [one for one in pair.factors[step] if one != factor and pair.fit(one, place) is Fit.BROUGHT]
    told = [(one, pair.bears_on((one,)) & wanted) for one in others if _fresh(pair, one, place)]
    found = [f"{known.name(one)} ({spoken(sorted(map(known.name, shared)))})" for one, shared in told if shared]
    return f"At {place.name} these act on the same: {spoken(found)}." if found else ""


def machines(pair: Pair, models: Iterable[Iri], place: Place) -> str:
    """What other models at a site are for."""
    known = pair.known
    told = [
        f"{known.name(one)}: {known.text(one, KG.hasFunction)}" for one in models if known.text(one, KG.hasFunction)
    ]
    return f"In its place at {place.name}: {'; '.join(told)}." if told else ""


def _fresh(pair: Pair, one: Iri, place: Place) -> bool:
    """Whether the other site left it out: what both have takes the place of nothing."""
    other = pair.places[0] if place is pair.receiving else pair.places[1]
    return pair.fit(one, other) is Fit.LEFT_OUT


def _replaced(pair: Pair, step: Iri, old: Iri, new: Iri) -> Row:
    known, here = pair.known, pair.receiving
    there = factors.set_side(pair, old, factors.set_at(pair, old, pair.sending))
    set_here = factors.set_side(pair, new, factors.set_at(pair, new, here))
    sides = (
        known.side(f"{known.name(old)}: {there.text or 'not set'}", (new,), KG.supersedes),
        known.side(f"{known.name(new)}: {set_here.text or 'not set'}", (new,), KG.supersedes),
    )
    meaning = f"{known.name(new)} takes the place of {known.name(old)}. {purpose(pair, old)}".strip()
    subject = Subject(step, Dimension.REPLACES, new, pair.bears_on((old, new)), (old,))
    start = Start(old, ChangeKind.REPLACEMENT, here.site.iri, known.name(old), known.name(new))
    state = State.DIFFERS if set_here.recorded else State.MISSING
    if state is State.MISSING:
        meaning = f"{meaning} Nothing is set for it at {here.name}."
    return pair.row(subject, sides, state, meaning, start)

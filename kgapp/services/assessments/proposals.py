"""Changes as they are recorded, and the questions they ask of the analysis of impact."""

from __future__ import annotations

from itertools import product
from typing import Final

from kgapp.domain.assessment import Proposal
from kgapp.domain.errors import BadInput
from kgapp.domain.impact import ChangeKind, Named
from kgapp.domain.quantity import convertible, symbol
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT
from kgapp.services.impact.assess import Question
from kgapp.services.statements import Statements

_KINDS: Final = {kind.iri: kind for kind in ChangeKind}
SETTLED: Final = frozenset((KG.closed, KG.rejected, KG.retired))
"""The states in which a change is no longer to be assessed."""


def read(known: Statements, change: Iri) -> Proposal:
    """A change as it is recorded."""
    kind = known.thing(change, KG.changeKind)
    return Proposal(
        iri=change,
        label=known.name(change),
        entities=named(known, change, KG.changes),
        kind=_KINDS.get(kind) if kind else None,
        old=_text(known, change, (KG.fromValue, KG.fromText, KG.fromRange)),
        new=_text(known, change, (KG.toValue, KG.toText, KG.toRange)),
        site=_first(known, change, KG.atSite),
        effective=known.text(change, KG.effectiveFrom),
        batches=named(known, change, KG.affectsBatch),
        duration=_duration(known, change),
        from_thing=_first(known, change, KG.fromThing),
        to_thing=_first(known, change, KG.toThing),
        external_ids=texts(known, change, KG.externalId),
        status=known.thing(change, KG.status),
        owners=named(known, change, KG.owner),
        arises_from=named(known, change, KG.arisesFrom),
    )


def questions(proposal: Proposal) -> tuple[Question, ...]:
    """What a change asks: one question for each thing it changes, and for each batch of an excursion.

    Raises ``BadInput`` for one that does not say what changes, or how.
    """
    if not proposal.entities:
        raise BadInput(f"The change “{proposal.label}” does not say what changes.", hint="Say it in the change.")
    if proposal.kind is None:
        raise BadInput(
            f"The change “{proposal.label}” does not say of what kind it is.", hint="Choose its kind in the change."
        )
    excursion = proposal.kind is ChangeKind.EXCURSION
    batches = [each.iri for each in proposal.batches] if excursion and proposal.batches else [None]
    return tuple(
        Question(
            entity=entity.iri,
            kind=proposal.kind,
            old=proposal.old,
            new=proposal.new,
            site=proposal.site.iri if proposal.site else None,
            effective=proposal.effective,
            batch=batch,
            duration=proposal.duration if excursion else "",
            new_thing=proposal.to_thing.iri if proposal.to_thing else None,
        )
        for entity, batch in product(proposal.entities, batches)
    )


def named(known: Statements, subject: Iri, predicate: Iri) -> tuple[Named, ...]:
    """The things that are values of a property, with their names."""
    return tuple(Named(each, known.name(each)) for each in known.things(subject, predicate))


def texts(known: Statements, subject: Iri, predicate: Iri) -> tuple[str, ...]:
    """The values of a property that are texts."""
    return tuple(each.lexical for each in known.about(subject).get(predicate, ()) if not isinstance(each, str))


def _first(known: Statements, subject: Iri, predicate: Iri) -> Named | None:
    return next(iter(named(known, subject, predicate)), None)


def _text(known: Statements, change: Iri, properties: tuple[Iri, Iri, Iri]) -> str:
    """A figure with its unit, else the text, else the limits of the range, as one would enter it."""
    value, text, ranged = properties
    if figure := known.text(change, value):
        return with_unit(figure, known.thing(change, KG.unit))
    return known.text(change, text) or next(
        (each for limits in known.things(change, ranged) if (each := _limits(known, limits))), ""
    )


def _limits(known: Statements, limits: Iri) -> str:
    low, high = (known.text(limits, each) for each in (KG.lowerLimit, KG.upperLimit))
    if low and high:
        return f"{low}-{high} {known.unit(limits)}".strip()
    return known.limits(limits)


def _duration(known: Statements, change: Iri) -> str:
    """How long an excursion lasted: as the deviation says that it arises from."""
    lasted = (duration_of(known, deviation) for deviation in known.things(change, KG.arisesFrom))
    return next(filter(None, lasted), "")


def duration_of(known: Statements, deviation: Iri) -> str:
    """How long a deviation lasted, as one would enter it; empty where that is not recorded."""
    figure = known.text(deviation, KG.duration)
    return with_unit(figure, duration_unit(known, deviation)) if figure else ""


def duration_unit(known: Statements, deviation: Iri) -> Iri | None:
    """The unit of a deviation's duration: its own, else the other unit beside it where that is one of time."""
    own, other = known.thing(deviation, KG.durationUnit), known.thing(deviation, KG.unit)
    return own or (other if other is not None and convertible(other, UNIT.SEC) else None)


def with_unit(figure: str, unit: Iri | None) -> str:
    """A figure as one enters it: ``90 min``."""
    return f"{figure} {symbol(unit)}".strip()

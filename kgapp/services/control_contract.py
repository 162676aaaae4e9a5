"""The control strategy as JSON for programs: the contract ``kgapp-control/1``."""

from __future__ import annotations

from typing import Any

from kgapp.domain.control import FORMAT, AttributeControl, BatchOutcome, ControlStrategy, Element, Event
from kgapp.domain.impact import Named

_Object = dict[str, Any]


def to_json(found: ControlStrategy) -> _Object:
    """The whole strategy as plain values; a strength that nobody recorded is null."""
    return {
        "format": FORMAT,
        "site": _named(found.site),
        "revision": found.revision,
        "revision_hash": found.revision_hash,
        "made_at": found.made_at.isoformat() if found.made_at else None,
        "attributes": [_attribute(each) for each in found.attributes],
    }


def _attribute(each: AttributeControl) -> _Object:
    return {
        **_things(attribute=each.attribute),
        "severity": each.severity.word if each.severity is not None else None,
        "role": each.role or None,
        "elements": [_element(one) for one in each.elements],
        "uncontrolled": [
            {
                **_things(factor=one.factor, site=one.site, step=one.step),
                "strength": one.strength.word if one.strength is not None else None,
                "sentence": one.sentence,
            }
            for one in each.uncontrolled
        ],
        "outcomes": [_outcome(one) for one in each.outcomes],
        "unjudged": each.unjudged,
        "deviations": [_event(one) for one in each.events],
    }


def _element(one: Element) -> _Object:
    return {
        "kind": one.kind.value,
        **_things(thing=one.thing, site=one.site, step=one.step, through=one.through),
        "strength": one.strength.word if one.strength is not None else None,
        "limit": one.limit or None,
        "status": one.status,
        "force": one.force.value,
        "why": list(one.why),
        "support": [{**_things(thing=each.thing), "evidence": each.evidence.word} for each in one.support],
    }


def _outcome(one: BatchOutcome) -> _Object:
    return {
        **_things(batch=one.batch, site=one.site, specification=one.specification),
        "day": one.day or None,
        "value": one.value,
        "limit": one.limit,
        "position": one.position.value,
        "why": one.why or None,
    }


def _event(one: Event) -> _Object:
    return {
        **_things(deviation=one.deviation, site=one.site),
        "day": one.day or None,
        "status": one.status,
        "external_id": one.external_id or None,
        "about": [_named(each) for each in one.about],
        "batches": [_named(each) for each in one.batches],
    }


def _things(**things: Named | None) -> _Object:
    return {name: _named(thing) for name, thing in things.items()}


def _named(thing: Named | None) -> _Object | None:
    return {"iri": thing.iri, "label": thing.label} if thing else None

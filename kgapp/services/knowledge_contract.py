"""Knowledge at risk as JSON for programs: ``kgapp-knowledge-risk/1``. What was not asked for, or is not known, is null."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kgapp.domain.knowledge import FORMAT, Departure, Holder, KnowHow, Loss, PersonRisk, Survey, Thing, Transfer, View
from kgapp.services import knowledge_risk, knowledge_tables


def to_json(survey: Survey, departure: Departure | None, people: tuple[PersonRisk, ...] | None) -> dict[str, Any]:
    """The contract; ``people`` is null where personal figures were not asked for."""
    answer = knowledge_tables.departure_answer(departure) if departure else knowledge_tables.survey_answer(survey)
    return {
        "format": FORMAT,
        "on": str(survey.on),
        "answer": list(answer),
        "know_how": [_know_how(each) for each in survey.know_how],
        "contradictions": [[_view(one), _view(other)] for one, other in survey.contradictions],
        "retired": survey.retired,
        "left_out": survey.hidden,
        "departure": _departure(departure) if departure else None,
        "people": None if people is None else [_person(each) for each in people],
        "people_source": None if people is None else knowledge_risk.SOURCE,
    }


def _thing(thing: Thing) -> dict[str, str]:
    return {"iri": thing.iri, "id": thing.id, "label": thing.label}


def _things(things: Iterable[Thing]) -> list[dict[str, str]]:
    return [_thing(each) for each in things]


def _know_how(each: KnowHow) -> dict[str, Any]:
    return {
        **_thing(each.thing),
        "holding": each.holding.name.lower(),
        "codified": each.codified,
        "exposed": each.exposed,
        "competent_holders": each.competent,
        "severity": None if each.severity is None else each.severity.word,
        "severity_complete": not each.open,
        "holders": [_holder(holder) for holder in each.holders],
        "affects": [
            {**_thing(stake.attribute), "severity": None if stake.severity is None else stake.severity.word}
            for stake in each.stakes
        ],
        "critical_parameters": _things(each.critical),
        "codified_in": _things(each.codified_in),
        "nobody_competent_at": _things(each.missing_at),
        "transfers": [_transfer(one) for one in each.transfers],
    }


def _holder(holder: Holder) -> dict[str, Any]:
    return {
        **_thing(holder.person),
        "ways": list(holder.ways),
        "sites": _things(holder.sites),
        "competence": holder.competence.name.lower(),
        "because": holder.because,
    }


def _transfer(each: Transfer) -> dict[str, Any]:
    return {
        **_thing(each.thing),
        "to_person": _thing(each.person) if each.person else None,
        "sites": _things(each.sites),
        "day": str(each.day) if each.day else None,
        "competent": each.competent,
        "assessors": _things(each.assessors),
    }


def _view(each: View) -> dict[str, Any]:
    return {
        **_thing(each.thing),
        "action": each.action,
        "rationale": each.rationale,
        "scope": each.scope,
        "applies_at": _things(each.applies_at),
        "status": each.status,
        "evidence": each.evidence,
        "sources": _things(each.sources),
        "holders": _things(each.holders),
    }


def _departure(departure: Departure) -> dict[str, Any]:
    return {
        "entity": _thing(departure.entity),
        "people": _things(departure.people),
        "losses": [_loss(each) for each in departure.losses],
        "next": [
            {**_thing(each.thing), "sentence": each.sentence, "day": str(each.day) if each.day else None}
            for each in departure.next
        ],
    }


def _loss(each: Loss) -> dict[str, Any]:
    return {
        **_thing(each.thing),
        "kind": each.kind.name.lower(),
        "left": each.left.name.lower(),
        "sentence": each.sentence,
        "hypothesis": each.hypothesis,
        "others": _things(each.others),
        "severity": None if each.severity is None else each.severity.word,
    }


def _person(each: PersonRisk) -> dict[str, Any]:
    return {
        **_thing(each.person),
        "sites": _things(each.sites),
        "attrition_risk": each.attrition,
        "position_risk": each.position,
        "total_risk": each.total,
        "leaves_on": str(each.leaves_on) if each.leaves_on else None,
        "holds": each.holds,
        "holds_alone": each.alone,
    }

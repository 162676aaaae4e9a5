"""A departure as one looks at it: each loss with what it bears on, its step, who else there is, and what would be lost with it.

What goes and what is left is told by ``knowledge_departure``; here only what stands around it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kgapp.domain.knowledge import Departure, KnowHow, Left, Loss, Lost, PersonRisk, Survey, Thing
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import knowledge_departure, knowledge_risk, knowledge_tables, process_map
from kgapp.services.knowledge_holders import Holders
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_OF_STEPS = frozenset((KG.UnitOperation, KG.ReleaseTesting, KG.ProcessStep))


@dataclass(frozen=True, slots=True)
class LossRow:
    """A loss with what surrounds it. ``written`` is where it is written down, ``passed_on`` how its trainings ended.

    ``materials`` are those that an offering, or a material at a site, is of.
    """

    loss: Loss
    steps: tuple[Thing, ...]
    bears_on: tuple[Thing, ...]
    written: tuple[Thing, ...] = ()
    passed_on: str = ""
    if_lost: str = ""
    materials: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A whole departure. ``kind`` is the class that goes: person, supplier or site."""

    departure: Departure
    kind: Iri
    answer: tuple[str, ...]
    rows: tuple[LossRow, ...]
    steps: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All know-how at risk. ``people`` have their figures only where somebody who may see them asked."""

    survey: Survey
    answer: tuple[str, ...]
    people: tuple[PersonRisk, ...]
    figures: bool


def rehearsal(reader: RecordReader, entity: Iri, today: date) -> Rehearsal:
    """What goes with a person, supplier or site. Raises ``BadInput`` for anything else."""
    on = knowledge_risk.reference_day(reader, today)
    hidden = knowledge_risk.marked_personal(reader) - {entity}
    departure = knowledge_departure.rehearse(reader, entity, on, hidden)
    known = Statements(reader)
    kind = knowledge_departure.goes(known.types(entity))
    assert kind is not None, "rehearsed, so it can go"
    look = Holders(known, on)
    rows = tuple(_row(look, loss, hidden) for loss in departure.losses)
    found = {step for row in rows for step in row.steps}
    steps = tuple(sorted(found, key=lambda step: (process_map.order(known, step.iri), step.label, step.iri)))
    return Rehearsal(departure, kind, knowledge_tables.departure_answer(departure), rows, steps)


def overview(reader: RecordReader, today: date, *, figures: bool) -> Overview:
    """All know-how, the most at risk first, and who holds it; figures about persons only if asked for."""
    on = knowledge_risk.reference_day(reader, today)
    hidden = frozenset[Iri]() if figures else knowledge_risk.marked_personal(reader)
    survey = knowledge_risk.survey(reader, on, hidden)
    found = tuple(each for each in knowledge_risk.people(reader, survey) if each.person.iri not in hidden)
    people = found if figures else tuple(sorted(map(_without_figures, found), key=_by_alone))
    return Overview(survey, knowledge_tables.survey_answer(survey), people, figures)


def _without_figures(each: PersonRisk) -> PersonRisk:
    return PersonRisk(each.person, each.sites, None, None, None, each.holds, each.alone)


def _by_alone(each: PersonRisk) -> tuple[int, int, str, str]:
    return -each.alone, -each.holds, each.person.id, each.person.iri


def _row(look: Holders, loss: Loss, hidden: frozenset[Iri]) -> LossRow:
    thing = loss.thing.iri
    if loss.kind is Lost.KNOW_HOW:
        found = knowledge_risk.know_how(look, thing, hidden)
        bears_on = tuple(stake.attribute for stake in found.stakes)
        steps = look.things(sorted(look.steps(thing), key=look.known.notation))
        return LossRow(loss, steps, bears_on, found.codified_in, _passed_on(found), _if_lost(loss, bears_on, found))
    about = look.known.things(thing, KG.hasCause)
    materials = (*look.known.things(thing, KG.ofMaterial), *look.known.things(thing, KG.offersMaterial))
    bears_on = look.things(look.known.things(thing, KG.hasEffect))
    bears_on += tuple(stake.attribute for stake in knowledge_risk.stakes(look, materials))
    said = _if_lost(loss, bears_on, None)
    return LossRow(
        loss, _steps(look, thing, about, materials), bears_on, if_lost=said, materials=look.things(materials)
    )


def _steps(look: Holders, thing: Iri, causes: tuple[Iri, ...], materials: tuple[Iri, ...]) -> tuple[Thing, ...]:
    """The steps that something is of: the step itself, that of a factor it starts from, or those that consume its material."""
    known = look.known
    if any(kind in _OF_STEPS for kind in with_superclasses(known.types(thing))):
        return (look.thing(thing),)
    found = [step for cause in causes for step in known.that(KG.hasFactor, cause)]
    found += [step for material in materials for step in known.that(KG.consumesMaterial, material)]
    found += [step for item in known.things(thing, KG.transfers) for step in look.steps(item)]
    general = (step for step in found if KG.SiteStep not in known.types(step))
    return look.things(dict.fromkeys(general))


def _passed_on(found: KnowHow) -> str:
    """How its trainings stand, in a few words."""
    if not found.transfers:
        return "No training is recorded."
    said = {True: "passed", False: "not passed", None: "no result yet"}
    words = [
        f"{each.person.label if each.person else each.thing.label}: {said[each.competent]}" for each in found.transfers
    ]
    missing = ", ".join(site.label for site in found.missing_at)
    return "; ".join(words) + "." + (f" Nobody is known to be competent at {missing}." if missing else "")


def _if_lost(loss: Loss, bears_on: tuple[Thing, ...], found: KnowHow | None) -> str:
    """What would be lost with it, in one or two sentences; what is not recorded is said to be unknown."""
    parts = [_left(loss)]
    if bears_on:
        severity = f" (severity {loss.severity.word})" if loss.severity is not None else ""
        parts.append(f"It bears on {_listed(bears_on)}{severity}.")
    elif loss.kind is Lost.KNOW_HOW:
        parts.append("What it bears on is not recorded.")
    if found is not None:
        where = _listed(found.codified_in)
        parts.append(f"It is written down in {where}." if where else "It is recorded in no document.")
        missing = _listed(found.missing_at)
        parts += [f"Nobody is known to be competent at {missing}."] if missing else []
    return " ".join(parts)


def _left(loss: Loss) -> str:
    if loss.left is Left.OTHERS and loss.others:
        return f"{_listed(loss.others)} {'is' if len(loss.others) == 1 else 'are'} left."
    if loss.left is Left.OTHERS:
        return "Others are left."
    return "Nobody is recorded as holding it." if loss.left is Left.UNKNOWN else _ALONE[loss.kind]


_ALONE = {
    Lost.KNOW_HOW: "Nobody else holds it.",
    Lost.CONCLUSION: "Nothing else supports it.",
    Lost.QUALIFICATION: "Nobody else is qualified for it.",
    Lost.TRAINING: "It cannot go on as recorded, or counts no longer.",
    Lost.METHOD: "It is valid nowhere else.",
    Lost.OFFERING: "No second source is qualified.",
    Lost.EQUIPMENT: "No other of its model is recorded.",
    Lost.PROCESS: "No other process of the same kind is recorded.",
    Lost.CHARGE: "Nobody else is named for it.",
}


def _listed(things: Iterable[Thing]) -> str:
    names = [thing.label for thing in things]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else ""

"""What a reader of a report must not miss, in sentences: what was not known, not listed, not compared, not applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kgapp.domain.impact import Barrier, Change, ChangeKind, Effect, Item, Named
from kgapp.domain.quantity import Order, Quantity, Span, compare
from kgapp.domain.rules import Kind
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import recorded
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.reached import Entity, Reached, local_name
from kgapp.services.impact.summary import names_of, of_case
from kgapp.services.impact.ways import subclasses

_EQUIPMENT = subclasses(KG.Equipment) | subclasses(KG.EquipmentModel)
_WHAT_EQUIPMENT_DOES = frozenset(
    Iri(f"https://w3id.org/kgapp/ontology/rules#{name}")
    for name in ("modelControlsFactor", "equipmentIsInstrument", "modelIsInstrument")
)
_ALTERS_RESULTS = (ChangeKind.METHOD, ChangeKind.SOFTWARE, ChangeKind.REPLACEMENT, ChangeKind.RELOCATION)
_CLOSE = 2
"""Links to know-how that is about the changed thing, or about the factor that a changed setting is of."""
_NOT_FILED = (ChangeKind.EXCURSION, ChangeKind.DEPARTURE)
_MOVES = (ChangeKind.VALUE, ChangeKind.RANGE, ChangeKind.TIMING, ChangeKind.EXCURSION)


def notes(
    cases: Sequence[Case],
    items: Sequence[Item],
    barriers: Sequence[Barrier],
    off: Sequence[Named] = (),
    told: Sequence[str] = (),
) -> tuple[str, ...]:
    """What a reader must not miss; ``told`` are sentences that come first."""
    found = list(told)
    if off:
        found.append(f"Not applied in this assessment: {', '.join(each.label for each in off)}.")
    if not items:
        found.append(_nothing_found(cases))
    found.extend(_twice(cases))
    found.extend(of_case(case, note, cases) for case in cases for note in _notes(case))
    found.extend(_trends(cases, items))
    found.extend(_contradictions(cases[0].reached, items))
    found.extend(_disputed(cases[0].reached))
    found.extend(_regions(cases))
    if barriers and all(barrier.void for barrier in barriers):
        found.append("No barrier holds; each candidate is listed with its reasons.")
    return tuple(dict.fromkeys(found))


def all_moved(change: Change) -> str:
    """What a move of a whole process says where its differences are not known."""
    against = change.against.label if change.against else "no process"
    return (
        f"Assessed against {against}, the sending process. Every setting, step, material and method of the receiving "
        "process counts as moved; which of them are the same is not compared here."
    )


def _regions(cases: Sequence[Case]) -> Iterable[str]:
    """Which provisions were left out for their region, and why none could be."""
    case = cases[0]
    left_out = [case.reached.entities[iri] for iri in sorted(case.reached.elsewhere)]
    if left_out:
        regions = {region for each in left_out for region in each.things(KG.inRegion)}
        names = sorted(case.reached.labels.get(region) or local_name(region) for region in regions)
        one = len(left_out) == 1
        yield (
            f"{len(left_out)} provision{'' if one else 's'} of {_listed(names)} {'is' if one else 'are'} not listed: "
            "neither a site of the change nor anything that is filed is there."
        )
    for each in cases:
        site = each.around.sites.get(each.site)
        if site is not None and not site.things(KG.inRegion):
            yield f"In which region {site.label} is, is not recorded: provisions of all regions are listed."
        elif site is not None and each.change.kind not in _NOT_FILED:
            unfiled = sorted(
                each.around.named(region).label
                for region in site.things(KG.inRegion)
                if region not in each.around.filed_in
            )
            yield from (
                f"Nothing filed is recorded in {name}: what has to be filed there is unknown, never “nothing”."
                for name in unfiled
            )


def _alone(case: Case) -> Iterable[str]:
    """The factors that act together with the changed one and are not said to move."""
    factor = case.around.factor
    for each in case.around.interactions if factor and factor.iri in case.own else ():
        others = [iri for iri in each.things(KG.ofFactor) if factor and iri != factor.iri and iri not in case.moved]
        if factor and others:
            names = " and ".join(case.around.named(iri).label for iri in others)
            on = " and ".join(case.around.named(iri).label for iri in each.things(KG.hasEffect)) or "something"
            finding = each.text(KG.finding)
            yield (
                f"{factor.label} acts on {on} together with {names}{f': {finding}' if finding else ''}. What {names} is then "
                "was not said; where it moves too, assess both together."
            )


def _stays(change: Change) -> bool:
    if not isinstance(change.old, Quantity) or not isinstance(change.new, Quantity):
        return False
    return compare(change.old, change.new) is Order.EQUAL


def _batch(label: str) -> str:
    return f"{label[:1].upper()}{label[1:]}" if label.lower().startswith("batch") else f"Batch {label}"


def _trends(cases: Sequence[Case], items: Sequence[Item]) -> Iterable[str]:
    """That results before and after do not form one trend."""
    moved = [item for item in items if item.kind is Kind.RESULT and item.effect is Effect.AFFECTED]
    attributes = [item for item in moved if item.class_iri == KG.QualityAttribute]
    if attributes and any(each.change.kind in _ALTERS_RESULTS for each in cases):
        yield f"Results of {names_of(attributes)} before and after it form no common trend until a study bridges the two."


def _contradictions(reached: Reached, items: Sequence[Item]) -> Iterable[str]:
    """Know-how close to the change that contradicts each other, side by side with its scope."""
    listed = {item.iri: item for item in items if item.hops <= _CLOSE}
    told: set[frozenset[Iri]] = set()
    for iri in listed:
        for other in reached.entities[iri].things(KG.contradicts):
            if other in listed and frozenset({iri, other}) not in told:
                told.add(frozenset({iri, other}))
                one, two = (_with_scope(reached.entities[each]) for each in sorted((iri, other)))
                yield f"{one} and {two} contradict each other. Both stand; which of them holds here is for a person to say."


def _disputed(reached: Reached) -> Iterable[str]:
    """What one judgement says to have an effect, and another none: the effect is followed, and the other is told."""
    for link in reached.without_effect:
        if any(each.judged and each.target == link.target for each in reached.links.get(link.source, ())):
            source, target = (
                reached.entities[iri].label if iri in reached.entities else local_name(iri)
                for iri in (link.source, link.target)
            )
            yield f"That {source} acts on {target} is disputed: one judgement says so, another says that it has no effect."


def _with_scope(entity: Entity) -> str:
    scope = entity.text(KG.scope)
    return f"“{entity.label}” ({scope or 'scope not recorded'})"


def _twice(cases: Sequence[Case]) -> Iterable[str]:
    """Things that are changed more than once in the same way at one site: where they end is not said."""
    counted = Counter((case.change.entity.iri, case.site, case.change.kind) for case in cases)
    for case in cases:
        times = counted[case.change.entity.iri, case.site, case.change.kind]
        if times > 1:
            yield f"{case.change.entity.label} is in {times} of these changes: where it ends is not said."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _notes(case: Case) -> list[str]:
    found = []
    if case.around.start.types & _EQUIPMENT and not _controls_something(case):
        found.append(
            f"Which factors {case.change.entity.label} controls is not recorded. What a change of it moves is unknown, "
            "never “no impact”."
        )
    factor = case.around.factor
    if factor is not None and factor.thing(KG.unit) is None and isinstance(case.change.new, Quantity | Span):
        found.append(f"No unit is recorded for {factor.label}; figures without one compare only with each other.")
    if case.change.kind is ChangeKind.EXCURSION and case.change.batch is not None:
        found.append(f"{_batch(case.change.batch.label)} needs a disposition; this report does not give one.")
    found.extend(recorded.notes(case))
    found.extend(_alone(case))
    if _stays(case.change):
        found.append(
            f"The figure stays {case.change.new}. Where it is measured in another way, the same figure is not the same."
        )
    if case.change.kind in _MOVES and case.change.new is None:
        found.append("No new value was given: where the move stands against ranges is not known.")
    return found


def _nothing_found(cases: Sequence[Case]) -> str:
    case = cases[0]
    name = " and ".join(dict.fromkeys(each.change.entity.label for each in cases))
    if case.reached.without_effect:
        return f"All that is recorded to follow from {name} was assessed as without effect; the rest is unknown."
    return f"No rule of kgapp leads on from {name} to anything in this graph. That is unknown, never “no impact”."


def _controls_something(case: Case) -> bool:
    links = (link for listed in case.reached.links.values() for link in listed)
    return any(link.rule.iri in _WHAT_EQUIPMENT_DOES for link in links)

"""What nobody has assessed: the cells moved factor × quality attribute of its process, in one request.

Not assessed is unknown, never "no impact". An attribute for which no factor of a process was assessed belongs to
every process; where a factor belongs to no process, every attribute counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from kgapp.domain.coverage import Standing, assessed
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Coverage, Named, NotCovered, StepCoverage
from kgapp.domain.rules import LinkNode
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import ways
from kgapp.services.impact.asking import Asking, Branch, batches
from kgapp.services.impact.barriers import Case
from kgapp.services.impact.reached import ANYWHERE, Entity, best_label, local_name

_COLUMNS = ("a", "o", "n")
_EVERYWHERE = Iri("")


def coverage(asking: Asking, cases: Sequence[Case]) -> tuple[Coverage, tuple[NotCovered, ...]]:
    """How many cells were assessed, by step, and for each moved factor the attributes for which its effect was not."""
    factors = _moved(cases)
    if not factors:
        return Coverage(()), ()
    attributes = _attributes(asking, factors)
    with_effect, without_effect = _assessed(cases)
    counts: dict[Iri, tuple[Named | None, list[int]]] = {}
    missing: list[NotCovered] = []
    for factor in factors:
        listed = _of_factor(factor, attributes)
        good, idle = with_effect[factor.iri], without_effect[factor.iri]
        open_cells = tuple(each for iri, each in listed if iri not in good and iri not in idle)
        place = factor.step.iri if factor.step else ANYWHERE
        step = counts.setdefault(place, (factor.step, [0, 0, 0]))[1]
        step[0] += sum(iri in good for iri, _ in listed) if good else 0
        step[1] += sum(iri in idle for iri, _ in listed) if idle else 0
        step[2] += len(open_cells)
        if open_cells:
            missing.append(NotCovered(factor.named, factor.step, open_cells))
    return Coverage(tuple(StepCoverage(counts[at][0], *counts[at][1]) for at in sorted(counts))), tuple(missing)


def _moved(cases: Sequence[Case]) -> list[Entity]:
    changed = {each.around.factor.iri: each.around.factor for each in cases if each.around.factor}
    entities = cases[0].reached.entities
    return [entities.get(iri) or changed[iri] for iri in sorted(cases[0].moved)]


def _attributes(asking: Asking, factors: list[Entity]) -> dict[Iri, list[tuple[Iri, Named]]]:
    """Quality attributes by process; under no process those that belong to all."""
    processes = sorted({process for factor in factors for process in factor.things(KG.partOf)})
    homeless = any(not factor.things(KG.partOf) for factor in factors)
    branches = [Branch(ways.attributes(of_no_process=not homeless))]
    if not homeless:
        branches += [Branch(ways.attributes_of_process(), batch) for batch in batches(processes)]
    labels: dict[Iri, dict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    for process, attribute, label in asking.rows(_COLUMNS, branches):
        assert attribute is not None
        at = Iri(process[1:-1]) if process else _EVERYWHERE
        labels[at][Iri(attribute[1:-1])].extend([label] if label else [])
    return {at: [(iri, _named(iri, names)) for iri, names in found.items()] for at, found in labels.items()}


def _named(iri: Iri, names: list[str]) -> Named:
    return Named(iri, best_label(names) or local_name(iri), KG.QualityAttribute, "quality attribute")


def _of_factor(factor: Entity, attributes: dict[Iri, list[tuple[Iri, Named]]]) -> list[tuple[Iri, Named]]:
    found: dict[Iri, Named] = {}
    for at in (_EVERYWHERE, *factor.things(KG.partOf)):
        found.update(attributes.get(at, ()))
    return sorted(found.items())


def _assessed(cases: Sequence[Case]) -> tuple[dict[Iri, set[Iri]], dict[Iri, set[Iri]]]:
    """Assessed cells with and without effect. What was assessed for another site only is not assessed here."""
    reached = cases[0].reached
    links = [link for listed in reached.links.values() for link in listed]
    found: dict[tuple[Iri, Iri], set[tuple[Iri, Grade | None]]] = defaultdict(set)
    for link in (*links, *reached.without_effect):
        if isinstance(link.rule.way, LinkNode) and link.rule.way.node_class == KG.Influence:
            found[link.source, link.target].add((link.via_site, link.strength))
    cells: dict[Standing, dict[Iri, set[Iri]]] = {standing: defaultdict(set) for standing in Standing}
    for (source, target), said in found.items():
        sites = {case.site for case in cases if source in case.own}
        standings = {assessed(grade for at, grade in said if at in (ANYWHERE, site)) for site in sites}
        cells[_of_all(standings)][source].add(target)
    return cells[Standing.EFFECT], cells[Standing.NO_EFFECT]


def _of_all(standings: Set[Standing]) -> Standing:
    """How a cell stands when a factor moves at several sites: assessed only when it was for each."""
    if not standings or not all(each.assessed for each in standings):
        return Standing.OPEN
    return Standing.EFFECT if Standing.EFFECT in standings else Standing.NO_EFFECT

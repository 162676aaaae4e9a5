"""The matrix of a process: which effects of its factors on quality attributes were assessed, and which nobody has looked at.

Rows and columns are found and cells counted as ``services.impact.coverage`` does: an attribute for which no factor of any step
was assessed belongs to every process.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from kgapp.domain import coverage
from kgapp.domain.coverage import Cell, Direction, Effects, Judgement, Line, Matrix, Place, StepRows
from kgapp.domain.errors import BadInput
from kgapp.domain.grades import evidence_of, grade_of
from kgapp.domain.impact import Named
from kgapp.domain.shapes import with_subclasses, with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG
from kgapp.services import browsing, process_map
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.statements import Statements

_DIRECTIONS: Final = {
    KG.increases: Direction.UP,
    KG.decreases: Direction.DOWN,
    KG.nonMonotonic: Direction.MIXED,
    KG.directionUnknown: Direction.UNKNOWN,
}
_MOST_CAUSES: Final = 20
"""An influence has one cause, a factor few steps; so many are looked at."""
_STEPS: Final = (KG.UnitOperation, KG.ReleaseTesting)


def direction_of(concept: Iri | None) -> Direction | None:
    """The direction a concept stands for; ``None`` where none is recorded."""
    return _DIRECTIONS.get(concept) if concept else None


def concept_of(direction: Direction) -> Iri:
    """The concept that stands for a direction."""
    return next(concept for concept, each in _DIRECTIONS.items() if each is direction)


def first_process(reader: RecordReader) -> Iri | None:
    """The process to begin with: the first general one by name that is in use; ``None`` when there is none."""
    known = Statements(reader)
    used = [one for one in reader.instances(with_subclasses((KG.GeneralProcess,))) if not known.retired(one)]
    return min(used, key=lambda one: (known.name(one), one), default=None)


def matrix(
    reader: RecordReader,
    about: Iri | None = None,
    *,
    effects: Effects = Effects.ATTRIBUTES,
    site: Iri | None = None,
    only: tuple[frozenset[Iri], frozenset[Iri]] | None = None,
) -> Matrix:
    """The matrix of a general process or of one of its steps; without ``about``, of the first process.

    ``site`` counts what was judged for that site too. ``only`` narrows it to some factors and some columns; an empty set
    leaves all; without ``about`` the factors tell the process. Raises ``BadInput`` for anything else.
    """
    known = Statements(reader)
    factors, wanted = only or (frozenset(), frozenset())
    about = about or _process_of(known, factors)
    process, steps = _asked(known, about)
    rows: list[tuple[Iri | None, tuple[Iri, ...]]] = [(step, process_map.factors_of(known, step)) for step in steps]
    if about == process or not about:
        rows.append((None, _homeless(known)))
    found = _rows(known, rows, factors)
    columns = _columns(known, process, found, effects)
    shown = tuple(column for column in columns if not wanted or column.iri in wanted)
    cells = _cells(known, found, frozenset(column.iri for column in shown), site)
    return Matrix(_named(known, process) if process else None, found, shown, cells, effects, _site(known, site))


def _process_of(known: Statements, factors: frozenset[Iri]) -> Iri | None:
    """The general process that most of some factors belong to; the first process where they tell none."""
    steps = (step for factor in sorted(factors) for step in known.that(KG.hasFactor, factor))
    counted = Counter(process for step in steps for process in known.things(step, KG.partOf))
    return max(sorted(counted), key=counted.__getitem__, default=None) or first_process(known.reader)


def _asked(known: Statements, about: Iri | None) -> tuple[Iri | None, tuple[Iri, ...]]:
    """The process and the steps that are meant."""
    if about is None:
        return None, ()
    kinds = with_superclasses(known.types(about))
    if KG.GeneralProcess in kinds:
        return about, steps_of(known, about)
    if any(kind in kinds for kind in _STEPS):
        return known.thing(about, KG.partOf), (about,)
    raise BadInput(
        f"“{browsing.compact(known.reader, about)}” is no general process and no step of one.",
        hint="Coverage is counted for the factors of a process or of a step.",
    )


def steps_of(known: Statements, process: Iri) -> tuple[Iri, ...]:
    """All steps of a general process in order, release testing among them."""
    parts = [
        part
        for part in known.that(KG.partOf, process)
        if any(kind in with_superclasses(known.types(part)) for kind in _STEPS)
    ]
    return tuple(sorted(parts, key=lambda step: (process_map.order(known, step), known.name(step))))


def _homeless(known: Statements) -> tuple[Iri, ...]:
    """Factors that no step has: they belong to every process, as in the list of an impact."""
    every = known.reader.instances(with_subclasses((KG.Factor,)))
    housed = {quad.object for quad in known.reader.quads(Pattern(predicate=KG.hasFactor))}
    return tuple(sorted((one for one in every if one not in housed), key=lambda one: (known.notation(one), one)))


def _rows(
    known: Statements, rows: list[tuple[Iri | None, tuple[Iri, ...]]], wanted: frozenset[Iri]
) -> tuple[StepRows, ...]:
    """Each factor once, at its first step; retired ones are left out."""
    seen: set[Iri] = set()
    found: list[StepRows] = []
    for step, factors in rows:
        own = [one for one in factors if one not in seen and not known.retired(one) and (not wanted or one in wanted)]
        seen.update(own)
        if own:
            lines = tuple(_line(known, one, known.typed(one, KG.criticality)) for one in own)
            found.append(StepRows(_named(known, step) if step else None, lines))
    return tuple(found)


def _columns(known: Statements, process: Iri | None, rows: tuple[StepRows, ...], effects: Effects) -> tuple[Line, ...]:
    if effects is Effects.FACTORS:
        own = [factor for step in rows for factor in step.factors]
        moved = {effect for factor in own for effect in _effects(known, factor.iri)}
        return tuple(factor for factor in own if factor.iri in moved)
    here = _assessed_for(known, process)
    attributes = known.reader.instances(with_subclasses((KG.QualityAttribute,)))
    found = (one for one in attributes if process is None or one in here or not _has_home(known.reader, one))
    lines = [_line(known, one, known.word(one, KG.severity)) for one in found if not known.retired(one)]
    return tuple(sorted(lines, key=lambda each: (each.id, each.label, each.iri)))


def _assessed_for(known: Statements, process: Iri | None) -> frozenset[Iri]:
    """What a factor of a step of a process was assessed against."""
    steps = known.that(KG.partOf, process) if process else ()
    factors = {factor for step in steps for factor in known.things(step, KG.hasFactor)}
    return frozenset(effect for factor in factors for effect in _effects(known, factor))


def _has_home(reader: RecordReader, attribute: Iri) -> bool:
    """Whether a factor of some step of a process was assessed against an attribute: then it belongs to that process."""
    for link in reader.quads(Pattern(predicate=KG.hasEffect, object=attribute)):
        for cause in reader.values(link.subject, KG.hasCause, limit=_MOST_CAUSES):
            for step in reader.users(cause, KG.hasFactor, limit=_MOST_CAUSES):
                if reader.values(step, KG.partOf, limit=1):
                    return True
    return False


def _effects(known: Statements, factor: Iri) -> Iterator[Iri]:
    for link in known.that(KG.hasCause, factor):
        yield from known.things(link, KG.hasEffect)


def _cells(
    known: Statements, rows: tuple[StepRows, ...], columns: frozenset[Iri], site: Iri | None
) -> dict[Place, Cell]:
    factors = {factor.iri for step in rows for factor in step.factors}
    judgements: dict[Place, list[Judgement]] = defaultdict(list)
    for factor in sorted(factors):
        for link in known.that(KG.hasCause, factor):
            for effect in known.things(link, KG.hasEffect):
                if effect in columns and effect != factor and KG.Influence in known.types(link):
                    judgements[Place(factor, effect)].append(judgement(known, link, site))
    suggested = _suggested(known, factors, columns)
    return {
        place: Cell(tuple(judgements.get(place, ())), tuple(suggested.get(place, ())))
        for place in sorted(judgements.keys() | suggested.keys())
    }


def judgement(known: Statements, link: Iri, site: Iri | None = None) -> Judgement:
    """An influence as it counts at a site, or where no site is named."""
    statuses = known.things(link, KG.status)
    levels = [evidence_of(each) for each in known.things(link, KG.evidenceLevel)]
    evidence = min(levels, default=evidence_of(None))
    strengths = [grade_of(each) for each in known.things(link, KG.strength)]
    sites = known.things(link, KG.atSite)
    return Judgement(
        link,
        known.name(link),
        coverage.judged(strengths, evidence, hypothesis=KG.hypothesis in statuses),
        direction_of(known.thing(link, KG.direction)),
        evidence,
        CONCEPTS[statuses[0]].label if statuses and statuses[0] in CONCEPTS else "",
        bool(statuses) and coverage.VOID.issuperset(statuses),
        not sites or site in sites,
        tuple(_named(known, each) for each in sites),
    )


def _suggested(known: Statements, factors: set[Iri], columns: frozenset[Iri]) -> dict[Place, list[Named]]:
    """Risks in use that name a factor and an attribute; what was assessed needs no suggestion, and keeps it for comparison."""
    found: dict[Place, list[Named]] = defaultdict(list)
    for risk in known.reader.instances(with_subclasses((KG.RiskItem,))):
        about = known.things(risk, KG.concerns)
        for factor in about:
            for effect in about:
                if factor in factors and effect in columns and factor != effect and not known.retired(risk):
                    found[Place(factor, effect)].append(_named(known, risk))
    return found


def _line(known: Statements, one: Iri, note: str) -> Line:
    return Line(one, known.notation(one), known.name(one), note)


def _named(known: Statements, one: Iri) -> Named:
    return Named(one, known.name(one))


def _site(known: Statements, site: Iri | None) -> Named | None:
    return _named(known, site) if site else None

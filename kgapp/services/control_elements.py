"""The elements that control one attribute: ranges of the factors that bear on it, controls, and tests.

An element is in force only where that is recorded. Whether a range holds as its site runs the process now, ``domain.holding``
decides; what is not recorded is "not known", never "in force".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain import holding
from kgapp.domain.control import Element, ElementKind, Force, Support, Uncontrolled
from kgapp.domain.grades import Evidence, Grade, evidence_of, grade_of
from kgapp.domain.holding import Answer, Known, Place, Proven, Reason
from kgapp.domain.impact import Named
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import holding_places
from kgapp.services.statements import Statements

_HELD: Final = (KG.NOR, KG.PAR)
_VOID_INFLUENCE: Final = frozenset((KG.rejected, KG.retired))
VALID_METHOD: Final = frozenset((KG.validated, KG.transferred))
"""A method counts at a site only with one of these."""
_PROVEN_CHECKS: Final = (holding.in_use, holding.same_equipment, holding.same_scale, holding.same_basis)
_FORCES: Final = {
    Answer.HOLDS: Force.IN_FORCE,
    Answer.UNKNOWN: Force.UNKNOWN,
    Answer.VOID: Force.NOT_IN_FORCE,
}
_KINDS: Final = (
    (KG.IdentityCheckpoint, ElementKind.IDENTITY),
    (KG.InProcessControl, ElementKind.IN_PROCESS),
    (KG.Control, ElementKind.AUTOMATIC),
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A factor that affects the attribute, or may. ``strength`` is the highest recorded one, ``None`` where one is unknown."""

    factor: Iri
    strength: Grade | None
    support: tuple[Support, ...]


def named(known: Statements, thing: Iri) -> Named:
    """A thing with its name."""
    return Named(thing, known.name(thing))


def bearing(known: Statements, attribute: Iri) -> tuple[Bearing, ...]:
    """The factors with an influence on the attribute that is neither rejected nor judged to have no effect."""
    found: dict[Iri, list[tuple[Grade | None, Iri]]] = {}
    for influence in known.that(KG.hasEffect, attribute):
        if KG.Influence not in known.types(influence) or _VOID_INFLUENCE & set(known.things(influence, KG.status)):
            continue
        grade = grade_of(known.thing(influence, KG.strength))
        if grade is not Grade.NONE:
            for factor in known.things(influence, KG.hasCause):
                found.setdefault(factor, []).append((grade, influence))
    return tuple(_bearing(known, factor, each) for factor, each in sorted(found.items()))


def _bearing(known: Statements, factor: Iri, found: list[tuple[Grade | None, Iri]]) -> Bearing:
    grades = [grade for grade, _ in found if grade is not None]
    highest = max(grades, default=None)
    unknown = len(grades) < len(found) and highest is not Grade.HIGH
    support = (
        Support(named(known, influence), evidence_of(known.thing(influence, KG.evidenceLevel)))
        for _, influence in found
    )
    return Bearing(factor, None if unknown else highest, tuple(support))


def elements(known: Statements, attribute: Iri, factors: Iterable[Bearing]) -> Iterator[Element]:
    """Every element of an attribute at every site, in no order."""
    for each in factors:
        yield from _ranges(known, attribute, each)
        yield from (_control(known, one, each) for one in _controls(known, each.factor))
    yield from (_control(known, one, None) for one in _controls(known, attribute))
    yield from _tests(known, attribute)


def uncontrolled(
    known: Statements, factors: Iterable[Bearing], found: Iterable[Element], sites: Iterable[Iri]
) -> Iterator[Uncontrolled]:
    """Factors without an element in force at a site where they have a setting or a range."""
    held = {
        (each.through.iri, each.site.iri)
        for each in found
        if each.through and each.site and each.force is Force.IN_FORCE
    }
    for each in factors:
        for site in sites:
            if (each.factor, site) not in held:
                yield _uncontrolled(known, each, site)


def steps_of(known: Statements, factor: Iri) -> Named | None:
    """The first step that has the factor."""
    step = next(iter(known.that(KG.hasFactor, factor)), None)
    return named(known, step) if step else None


def _uncontrolled(known: Statements, each: Bearing, site: Iri) -> Uncontrolled:
    strength = each.strength.word if each.strength is not None else "of unknown strength"
    return Uncontrolled(
        named(known, each.factor),
        named(known, site),
        steps_of(known, each.factor),
        each.strength,
        f"No element is recorded as in force for {known.name(each.factor)} at {known.name(site)}; "
        f"its influence is {strength}.",
    )


def _ranges(known: Statements, attribute: Iri, each: Bearing) -> Iterator[Element]:
    for one in known.that(KG.forFactor, each.factor):
        wanted = known.things(one, KG.forAttribute)
        kind = known.thing(one, KG.rangeType)
        if KG.AcceptableRange not in known.types(one) or kind not in _HELD or (wanted and attribute not in wanted):
            continue
        force, why = _range_force(known, one, each.factor)
        sources = tuple(Support(named(known, source), _level(known, source)) for source in _sources(known, one))
        unit = known.unit(one)
        yield Element(
            ElementKind.RANGE,
            named(known, one),
            _site(known, one),
            steps_of(known, each.factor),
            named(known, each.factor),
            each.strength,
            f"{known.limits(one) or 'no figures'} {unit}".strip(),
            known.word(one, KG.rangeType),
            force,
            why,
            (*sources, *each.support),
        )


def _range_force(known: Statements, one: Iri, factor: Iri) -> tuple[Force, tuple[str, ...]]:
    """Whether a range is for the process as it is run at its site now; a proven one also for equipment and scale."""
    site = known.thing(one, KG.atSite)
    about = (
        each for each in known.that(KG.forFactor, factor) if site is not None and site in known.things(each, KG.atSite)
    )
    settings = tuple(each for each in about if KG.SiteSetting in known.types(each) and not known.retired(each))
    if site is None or not settings:
        what = (
            "No setting of the factor is recorded at its site." if site else "It does not say at which site it holds."
        )
        return Force.UNKNOWN, (what,)
    place, words = holding_places.place(known, factor, site, settings), holding_places.words(known)
    proven = holding_places.proven(known, one, factor)
    checks = _PROVEN_CHECKS if known.thing(one, KG.rangeType) == KG.PAR else _set_checks(proven, place)
    found = [reason for check in checks if (reason := check(proven, place, words)) is not None]
    return _FORCES[holding.answer(found)], tuple(reason.sentence for reason in found)


def _set_checks(proven: Proven, place: Place) -> tuple[Callable[[Proven, Place, Known], Reason | None], ...]:
    """A range that is set stands beside the setting of its site: where neither says how it is measured, they go together."""
    silent = proven.bases == place.bases == {None}
    return (holding.in_use,) if silent else (holding.in_use, holding.same_basis)


def _controls(known: Statements, thing: Iri) -> tuple[Iri, ...]:
    wanted = set(with_subclasses((KG.ControlStrategyElement,)))
    return tuple(each for each in known.that(KG.controls, thing) if wanted.intersection(known.types(each)))


def _control(known: Statements, one: Iri, each: Bearing | None) -> Element:
    status = known.thing(one, KG.statusAtSite)
    retired = known.retired(one)
    force = (
        Force.NOT_IN_FORCE
        if retired or (status is not None and status != KG.validated)
        else Force.UNKNOWN
        if status is None
        else Force.IN_FORCE
    )
    why = (
        ("It is no longer in use.",)
        if retired
        else ("Its status at the site is not recorded.",)
        if status is None
        else (f"At the site it is {known.word(one, KG.statusAtSite)}.",)
        if force is Force.NOT_IN_FORCE
        else ()
    )
    sources = (*known.things(one, KG.testedBy), *_sources(known, one))
    return Element(
        next((kind for wanted, kind in _KINDS if wanted in known.types(one)), ElementKind.OTHER),
        named(known, one),
        _site(known, one),
        _step(known, one),
        named(known, each.factor) if each else None,
        each.strength if each else None,
        known.text(one, KG.actionLimit) or known.word(one, KG.controlKind),
        known.word(one, KG.statusAtSite) or "status not recorded",
        force,
        why,
        (
            *(Support(named(known, source), _level(known, source)) for source in sources),
            *(each.support if each else ()),
        ),
    )


def _tests(known: Statements, attribute: Iri) -> Iterator[Element]:
    for point in known.that(KG.forAttribute, attribute):
        if KG.SamplingPoint not in known.types(point):
            continue
        method, site = known.thing(point, KG.ofMethod), known.thing(point, KG.atSite)
        here = _methods_at(known, method, site)
        valid = [each for each in here if known.thing(each, KG.methodStatus) in VALID_METHOD]
        retired = known.retired(point)
        force = Force.NOT_IN_FORCE if retired or (here and not valid) else Force.IN_FORCE if valid else Force.UNKNOWN
        available = known.word(point, KG.resultAvailable)
        yield Element(
            ElementKind.TEST,
            named(known, point),
            _site(known, point),
            _step(known, point),
            None,
            None,
            f"result {available}" if available else "when its result is there is not recorded",
            " / ".join(sorted({known.word(each, KG.methodStatus) or "status not recorded" for each in here}))
            or "method not recorded at this site",
            force,
            tuple(_test_reasons(known, here, valid, retired=retired)),
            tuple(Support(named(known, each), Evidence.RECORDED) for each in here),
        )


def _test_reasons(known: Statements, here: tuple[Iri, ...], valid: list[Iri], *, retired: bool) -> Iterator[str]:
    if retired:
        yield "It is no longer in use."
    elif not here:
        yield "Whether its method is valid at this site is not recorded."
    elif not valid:
        words = known.word(here[0], KG.methodStatus) or "of no recorded status"
        yield f"Its method is {words} at this site."


def _methods_at(known: Statements, method: Iri | None, site: Iri | None) -> tuple[Iri, ...]:
    if method is None or site is None:
        return ()
    return tuple(
        each
        for each in known.that(KG.ofMethod, method)
        if KG.MethodAtSite in known.types(each) and site in known.things(each, KG.atSite) and not known.retired(each)
    )


def _site(known: Statements, one: Iri) -> Named | None:
    site = known.thing(one, KG.atSite)
    return named(known, site) if site else None


def _step(known: Statements, one: Iri) -> Named | None:
    """The unit operation at which it acts, also where a step of a site is recorded."""
    step = known.thing(one, KG.atStep)
    general = known.thing(step, KG.ofUnitOperation) if step else None
    return named(known, general or step) if step else None


def _sources(known: Statements, one: Iri) -> tuple[Iri, ...]:
    return (*known.things(one, KG.establishedBy), *known.things(one, KG.hasEvidence))


def _level(known: Statements, source: Iri) -> Evidence:
    level = known.thing(source, KG.evidenceLevel)
    return evidence_of(level) if level else Evidence.RECORDED

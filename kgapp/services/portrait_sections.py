"""What belongs to an entity on its page: settings, ranges, influences, specifications, know-how, and all that uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG
from kgapp.services.ports import Pattern
from kgapp.services.statements import Statements

SHOWN: Final = 40
"""How many lines a section names; its total is complete unless it says "at least"."""

_LOOKED_AT: Final = 600


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words. ``iri`` leads on; it is ``None`` for text.

    ``lead`` stands before it and says in what way it belongs here, ``note`` stands behind it.
    """

    text: str
    iri: Iri | None = None
    classes: tuple[Iri, ...] = ()
    note: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; ``total`` counts those that are not shown too."""

    title: str
    lines: tuple[Value, ...]
    total: int


def thing(known: Statements, iri: Iri, note: str = "") -> Value:
    """A thing to go to; a controlled word is only text."""
    if iri in CONCEPTS:
        return Value(CONCEPTS[iri].label, note=note)
    return Value(known.name(iri), iri, known.types(iri), note)


def related(known: Statements, entity: Iri) -> tuple[Section, ...]:
    """The sections of its kind that have lines."""
    classes = frozenset(with_superclasses(known.types(entity)))
    found = (
        _section(title, [line for one in known.that(predicate, entity) for line in spoken(known, one)])
        for kind, title, predicate, spoken in _SECTIONS
        if kind in classes
    )
    return tuple(section for section in found if section.total)


def know_how_about(known: Statements, entity: Iri) -> Section:
    """Know-how that concerns an entity or affects it."""
    found = {one for predicate in (KG.concerns, KG.affectsAttribute) for one in known.that(predicate, entity)}
    kept = sorted((one for one in found if _is_know_how(known, one)), key=known.notation)
    return _section("Know-how that concerns it", [_advice(known, one) for one in kept])


def uses(known: Statements, entity: Iri) -> tuple[Section, ...]:
    """What says something of an entity, by class, without what its other sections show."""
    said: dict[Iri, set[Iri]] = {}
    for quad in known.reader.quads(Pattern(object=entity), limit=_LOOKED_AT):
        said.setdefault(quad.subject, set()).add(quad.predicate)
    groups: dict[str, list[Iri]] = {}
    for subject in said:
        classes = frozenset(with_superclasses(known.types(subject)))
        if classes.isdisjoint(_SHOWN_ELSEWHERE):
            groups.setdefault(_class_label(known, subject), []).append(subject)
    return tuple(
        _section(title, [_user(known, subject, said[subject]) for subject in sorted(groups[title], key=known.name)])
        for title in sorted(groups)
    )


def _section(title: str, lines: list[Value]) -> Section:
    return Section(title, tuple(lines[:SHOWN]), len(lines))


def _class_label(known: Statements, subject: Iri) -> str:
    kind = next(iter(known.types(subject)), None)
    if kind is None:
        return "Other things"
    label = CLASSES[kind].label if kind in CLASSES else known.name(kind)
    return label[:1].upper() + label[1:]


def _user(known: Statements, subject: Iri, predicates: Iterable[Iri]) -> Value:
    names = sorted(known.name(predicate) for predicate in predicates)
    return Value(known.name(subject), subject, known.types(subject), _where(known, subject), ", ".join(names))


def _is_know_how(known: Statements, one: Iri) -> bool:
    return KG.KnowHow in with_superclasses(known.types(one))


def _advice(known: Statements, one: Iri) -> Value:
    return Value(known.name(one), one, known.types(one), known.typed(one, KG.procedureStatus), known.notation(one))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _where(known: Statements, one: Iri) -> str:
    places = (place for predicate in (KG.atSite, KG.inRegion) for place in known.things(one, predicate))
    return ", ".join(known.name(place) for place in places)


def _setting(known: Statements, one: Iri) -> list[Value]:
    if KG.SiteSetting not in known.types(one):
        return []
    figure = known.text(one, KG.setpoint)
    text = f"{figure} {known.unit(one)}".strip() if figure else known.text(one, KG.textValue)
    return [Value(text or known.name(one), one, known.types(one), known.word(one, KG.basis), _where(known, one))]


def _range(known: Statements, one: Iri) -> list[Value]:
    if KG.AcceptableRange not in known.types(one):
        return []
    limits = known.limits(one)
    text = f"{limits} {known.unit(one)}".strip() if limits else known.text(one, KG.finding)
    level = known.word(one, KG.evidenceLevel)
    note = _joined(
        _where(known, one),
        ", ".join(known.name(each) for each in known.things(one, KG.forAttribute)),
        f"evidence: {level}" if level else "",
    )
    return [Value(text or known.name(one), one, known.types(one), note, known.word(one, KG.rangeType))]


def _bears_on(known: Statements, one: Iri) -> list[Value]:
    return [_influence(known, one, effect) for effect in known.things(one, KG.hasEffect)]


def _borne_on_by(known: Statements, one: Iri) -> list[Value]:
    return [_influence(known, one, cause) for cause in known.things(one, KG.hasCause)]


def _influence(known: Statements, one: Iri, other: Iri) -> Value:
    strength = known.word(one, KG.strength)
    level = known.word(one, KG.evidenceLevel)
    lead = f"strength {strength}" if strength else "strength not recorded"
    note = _joined(known.word(one, KG.direction), f"evidence: {level}" if level else "")
    return Value(known.name(other), one, known.types(other), note, lead)


def _together(known: Statements, one: Iri) -> list[Value]:
    if KG.Interaction not in known.types(one):
        return []
    return [Value(known.name(one), one, known.types(one), known.text(one, KG.finding))]


def _criterion(known: Statements, one: Iri) -> list[Value]:
    if KG.Specification not in known.types(one):
        return []
    limits = known.limits(one)
    text = f"{limits} {known.unit(one)}".strip() if limits else known.text(one, KG.textValue)
    return [Value(text or known.name(one), one, known.types(one), lead=_where(known, one))]


_SECTIONS: Final[tuple[tuple[Iri, str, Iri, Callable[[Statements, Iri], list[Value]]], ...]] = (
    (KG.Factor, "Settings at sites", KG.forFactor, _setting),
    (KG.Factor, "Ranges and observations", KG.forFactor, _range),
    (KG.Factor, "Bears on", KG.hasCause, _bears_on),
    (KG.Factor, "Acts together", KG.ofFactor, _together),
    (KG.Factor, "What bears on it", KG.hasEffect, _borne_on_by),
    (KG.QualityAttribute, "Specifications", KG.forAttribute, _criterion),
    (KG.QualityAttribute, "What bears on it", KG.hasEffect, _borne_on_by),
)

_SHOWN_ELSEWHERE: Final = frozenset(
    (KG.SiteSetting, KG.AcceptableRange, KG.Influence, KG.Interaction, KG.KnowHow, KG.Result, KG.Specification)
)

"""What belongs to an entity on its page: settings, ranges, influences, specifications, know-how, and all that uses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri, Term
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

SHOWN: Final = 40
"""How many lines a section names; its total is complete unless it says "at least"."""

_LOOKED_AT: Final = 600


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words. ``iri`` leads on; it is ``None`` for text.

    ``lead`` stands before it and says in what way it belongs here, ``note`` stands behind it. ``term`` is the literal or the
    unit that the text spells.
    """

    text: str
    iri: Iri | None = None
    classes: tuple[Iri, ...] = ()
    note: str = ""
    lead: str = ""
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; ``total`` counts those that are not shown too. ``more`` says that not even they are all."""

    title: str
    lines: tuple[Value, ...]
    total: int
    more: bool = False


def belongings(reader: RecordReader, entity: Iri) -> tuple[Section, ...]:
    """What belongs to an entity of its kind, then the know-how that concerns it; sections without lines are left out."""
    known = Statements(reader)
    about = know_how_about(known, entity)
    return (*related(known, entity), *((about,) if about.total else ()))


def thing(known: Statements, iri: Iri, note: str = "") -> Value:
    """A thing to go to; a controlled word is only text."""
    if iri in CONCEPTS:
        return Value(CONCEPTS[iri].label, note=note)
    return Value(known.name(iri), iri, known.types(iri), note)


def related(known: Statements, entity: Iri) -> tuple[Section, ...]:
    """The sections of its kind that have lines."""
    classes = frozenset(with_superclasses(known.types(entity)))
    found = (
        _told(known, title, known.reader.users(entity, predicate, limit=_LOOKED_AT), spoken)
        for kind, title, predicate, spoken in _SECTIONS
        if kind in classes
    )
    return tuple(section for section in found if section.total)


def know_how_about(known: Statements, entity: Iri) -> Section:
    """Know-how that concerns an entity or affects it."""
    ways = (KG.concerns, KG.affectsAttribute)
    said = {way: known.reader.users(entity, way, limit=_LOOKED_AT) for way in ways}
    kept = {one for users in said.values() for one in users if _is_know_how(known, one)}
    lines = [_advice(known, one) for one in sorted(kept, key=known.notation)]
    return _section("Know-how that concerns it", lines, more=any(len(users) == _LOOKED_AT for users in said.values()))


def user(known: Statements, subject: Iri) -> Value:
    """Something that refers to a thing: its name, its kind and where it is."""
    return Value(
        known.name(subject), subject, known.types(subject), _where(known, subject), _class_label(known, subject)
    )


def _told(
    known: Statements, title: str, users: tuple[Iri, ...], spoken: Callable[[Statements, Iri], list[Value]]
) -> Section:
    lines = [line for one in users for line in spoken(known, one)]
    return _section(title, lines, more=len(users) == _LOOKED_AT)


def _section(title: str, lines: list[Value], *, more: bool) -> Section:
    return Section(title, tuple(lines[:SHOWN]), len(lines), more)


def _class_label(known: Statements, subject: Iri) -> str:
    kind = next(iter(known.types(subject)), None)
    if kind is None:
        return ""
    return CLASSES[kind].label if kind in CLASSES else known.name(kind)


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

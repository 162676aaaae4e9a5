"""Things that can be put in a field: those of the classes it takes, found by words, without what is retired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.names import fold
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, KG, UNITS
from kgapp.services import browsing, retiring, search
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader

_LOOKED_AT: Final = 1_000
_FIRST: Final = 500
"""Without words so many of a class are looked at, to show the first by name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A thing that can be chosen; ``note`` says what tells it from others of the same name."""

    thing: Named
    note: str
    classes: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """The best choices in their order; ``more`` tells that there are others."""

    choices: tuple[Choice, ...]
    more: bool


def candidates(reader: RecordReader, shape: PropertyShape, words: str, *, limit: int = 12) -> Picked:
    """Things that fit a field and some words; the first by name without words."""
    units = _units(shape, words)
    found = _searched(reader, shape, words) if words.strip() else _first(reader, shape)
    away = retiring.retired(reader, [choice.thing.iri for choice in found[: limit * 4]])
    fitting = [*units, *(choice for choice in found if choice.thing.iri not in away)]
    return Picked(tuple(fitting[:limit]), len(fitting) > limit)


def refusal(reader: RecordReader, shape: PropertyShape, thing: Iri) -> str:
    """Why a thing cannot be put in a field, in a sentence; empty when it can."""
    name = browsing.labels(reader, (thing,))[thing]
    if retiring.is_retired(reader, thing):
        return f"“{name}” is retired."
    types = (KG.Unit,) if thing in UNITS else reader.types((thing,)).get(thing, ())
    if not shape.classes or frozenset(shapes.with_superclasses(types)).intersection(shape.classes):
        return ""
    kinds = " and ".join(_class_label(kind) for kind in types) or "of no known kind"
    wanted = " or ".join(_class_label(kind) for kind in shape.classes)
    return f"“{name}” is {kinds}; this field takes {wanted}."


def _searched(reader: RecordReader, shape: PropertyShape, words: str) -> list[Choice]:
    allowed = shapes.with_subclasses(shape.classes)
    hits = search.find(reader, words, limit=_LOOKED_AT).hits
    return [
        Choice(hit.entity, _note(hit.types, hit.matched, hit.entity.label), tuple(kind.iri for kind in hit.types))
        for hit in hits
        if not shape.classes or allowed.intersection(kind.iri for kind in hit.types)
    ]


def _first(reader: RecordReader, shape: PropertyShape) -> list[Choice]:
    if not shape.classes:
        return []
    things = reader.instances(shapes.with_subclasses(shape.classes))[:_FIRST]
    names, types = browsing.labels(reader, things), reader.types(things)
    kinds = browsing.labels(reader, {kind for each in types.values() for kind in each})
    return [
        Choice(
            Named(thing, names[thing]),
            _note(tuple(Named(kind, kinds[kind]) for kind in types[thing]), "", names[thing]),
            types[thing],
        )
        for thing in sorted(things, key=lambda each: (fold(names[each]), each))
    ]


def _units(shape: PropertyShape, words: str) -> list[Choice]:
    """Units belong to the ontology, not to the project."""
    if KG.Unit not in shape.classes:
        return []
    wanted = fold(words)
    return [
        Choice(Named(unit, term.label), term.symbol, (KG.Unit,))
        for unit, term in UNITS.items()
        if wanted in fold(f"{term.label} {term.symbol}")
    ]


def _note(kinds: tuple[Named, ...], matched: str, label: str) -> str:
    kind = kinds[0].label if kinds else ""
    return kind if not matched or fold(matched) == fold(label) else f"{kind} · {matched}"


def _class_label(kind: Iri) -> str:
    label = CLASSES[kind].label if kind in CLASSES else kind
    article = "an" if label[:1].lower() in "aeiou" else "a"
    return f"{article} {label}"

"""What may be entered where: the part of the shapes that forms and ``kgapp set`` use to type values.

The table comes from ``ontology/shapes.ttl`` (``shape_table``, generated). Only checks of one value of one property
are made here; everything else is the work of SHACL in a child process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri, Literal
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, XSD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """What one property of a class may hold.

    At most one of ``datatype``, ``classes``, ``words`` and ``texts`` says of what kind a value is; where none does,
    ``entity`` tells a thing from a text. ``recommended`` values may be missing, which is a warning. ``message`` says all
    of this to a process scientist. Limits are written as decimal numbers.
    """

    path: Iri
    name: str
    order: int
    message: str
    min_count: int = 0
    max_count: int | None = None
    datatype: Iri | None = None
    classes: tuple[Iri, ...] = ()
    words: tuple[Iri, ...] = ()
    texts: tuple[str, ...] = ()
    entity: bool = False
    recommended: bool = False
    min_inclusive: str | None = None
    max_inclusive: str | None = None
    min_length: int = 0
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class NodeShape:
    """The properties of one class, its own only, in the order of a form."""

    target: Iri
    name: str
    properties: tuple[PropertyShape, ...] = field(default=())


def with_superclasses(classes: Iterable[Iri]) -> tuple[Iri, ...]:
    """Some classes and all that they are subclasses of, the most general first."""
    found: dict[Iri, None] = {}
    for kind in sorted(classes):
        term = CLASSES.get(kind)
        for parent in with_superclasses(term.parents) if term else ():
            found.setdefault(parent)
        found.setdefault(kind)
    return tuple(found)


def with_subclasses(classes: Iterable[Iri]) -> frozenset[Iri]:
    """Some classes and all subclasses of them."""
    wanted = frozenset(classes)
    return wanted | {kind for kind in CLASSES if wanted.intersection(with_superclasses((kind,)))}


def properties_of(types: Iterable[Iri], table: Mapping[Iri, NodeShape]) -> tuple[PropertyShape, ...]:
    """What things of these types may hold: general classes first, each in the order of its form."""
    found: dict[Iri, PropertyShape] = {}
    for kind in with_superclasses(types):
        for shape in table[kind].properties if kind in table else ():
            found[shape.path] = shape
    return tuple(found.values())


def literal(shape: PropertyShape, text: str) -> Literal:
    """The value that a person means who enters ``text``, with the written form kept as it is.

    For properties that hold literals. Raises ``BadInput`` when the text is no such value.
    """
    kind = shape.datatype or XSD.string
    if kind in _NUMBERS and _COMMA.search(text):
        raise BadInput(
            f"“{text}” has a comma in a figure.", hint=f"Write a point instead of the comma: {_pointed(text)}."
        )
    reading = _READINGS.get(kind)
    if reading is not None and not reading(text):
        raise _refused(shape, text)
    if shape.texts and text not in shape.texts:
        raise _refused(shape, text)
    if len(text) < shape.min_length or (shape.pattern and not re.search(shape.pattern, text)):
        raise _refused(shape, text)
    if kind in _NUMBERS and not _within(shape, Decimal(text)):
        raise _refused(shape, text)
    return Literal(text, kind)


def word(shape: PropertyShape, text: str) -> Iri:
    """The controlled word with this notation, label, name or IRI (in this order). Raises ``BadInput``."""
    wanted = text.strip().casefold()
    for spellings in (_notation, _label, _local_name, _iri):
        for concept in shape.words:
            if spellings(concept).casefold() == wanted:
                return concept
    known = ", ".join(_notation(concept) for concept in shape.words)
    raise BadInput(f"“{text}” is none of the words for “{shape.name}”.", hint=f"One of: {known}.")


def holds_literals(shape: PropertyShape) -> bool:
    """Whether values are texts, numbers or dates rather than things or words."""
    return not (shape.classes or shape.words or shape.entity)


def _refused(shape: PropertyShape, text: str) -> BadInput:
    return BadInput(f"“{text}” does not fit “{shape.name}”.", hint=shape.message)


def _within(shape: PropertyShape, number: Decimal) -> bool:
    low, high = shape.min_inclusive, shape.max_inclusive
    return (low is None or number >= Decimal(low)) and (high is None or number <= Decimal(high))


def _notation(concept: Iri) -> str:
    return CONCEPTS[concept].notation if concept in CONCEPTS else _local_name(concept)


def _label(concept: Iri) -> str:
    return CONCEPTS[concept].label if concept in CONCEPTS else ""


def _local_name(concept: Iri) -> str:
    return re.split(r"[#/]", concept)[-1]


def _iri(concept: Iri) -> str:
    return concept


def _pointed(text: str) -> str:
    """A figure with decimal comma as it is written here; an example where it is unclear what is meant."""
    return text.strip().replace(",", ".") if re.fullmatch(r"\s*[+-]?\d+,\d+\s*", text) else "3.5"


def _is_date(text: str) -> bool:
    return _parses(date.fromisoformat, text) and re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _is_date_time(text: str) -> bool:
    return _parses(datetime.fromisoformat, text) and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text) is not None


def _parses(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


_COMMA: Final = re.compile(r"\d,|,\d")
_NUMBERS: Final = frozenset({XSD.decimal, XSD.integer})
_READINGS: Final[dict[Iri, Callable[[str], bool]]] = {
    XSD.decimal: lambda text: re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", text) is not None,
    XSD.integer: lambda text: re.fullmatch(r"[+-]?[0-9]+", text) is not None,
    XSD.boolean: lambda text: text in {"true", "false", "1", "0"},
    XSD.date: _is_date,
    XSD.dateTime: _is_date_time,
}

"""What the ontology says about its own terms, as values; the tables of them stand in ``vocabulary``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Literal as OneOf

if TYPE_CHECKING:
    from kgapp.domain.terms import Iri


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class of the model. ``parents`` are its direct superclasses within the model."""

    iri: Iri
    label: str
    definition: str
    source: str
    parents: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property of the model.

    ``domains`` and ``ranges`` are alternatives; empty means that the model does not restrict them.
    """

    iri: Iri
    label: str
    definition: str
    source: str
    kind: OneOf["object", "data", "annotation"]
    domains: tuple[Iri, ...]
    ranges: tuple[Iri, ...]
    parents: tuple[Iri, ...]
    functional: bool


@dataclass(frozen=True, slots=True)
class ConceptTerm:
    """A controlled word. ``notation`` is how it is typed; ``rank`` its place on an ordinal scale, if it has one."""

    iri: Iri
    label: str
    definition: str
    notation: str
    rank: int | None
    scheme: Iri


@dataclass(frozen=True, slots=True)
class UnitTerm:
    """A unit: (figure + ``offset``) × ``multiplier`` is the figure in the reference unit of ``quantity_kind``.

    Both are written as decimal numbers, for ``decimal.Decimal``.
    """

    iri: Iri
    label: str
    symbol: str
    quantity_kind: Iri
    multiplier: str
    offset: str

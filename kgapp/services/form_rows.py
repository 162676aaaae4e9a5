"""How the fields of a form stand together: in groups, and a figure with its unit and basis as one row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kgapp.domain.quantity import decimal
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import DCTERMS, KG, PROV, RDFS, SKOS
from kgapp.services.form_fields import Entry, Field, Kind


class Group(StrEnum):
    """The parts of a form, in their order."""

    NAMES = "Names"
    FACTS = "Facts"
    SOURCES = "Evidence and sources"
    OTHER = "Also recorded"


@dataclass(frozen=True, slots=True)
class FormRow:
    """What stands on one row of a form: one field, or figures with their unit and basis.

    ``figures`` are one field, or the two ends of a range; ``unit`` and ``basis`` stand beside figures only.
    """

    group: Group
    name: str
    figures: tuple[Field, ...]
    unit: Field | None = None
    basis: Field | None = None

    @property
    def key(self) -> Iri:
        """What tells the row from others of its form: its first property."""
        return self.figures[0].path

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of the row."""
        return (*self.figures, *(field for field in (self.unit, self.basis) if field is not None))

    def bound_to(self, edited: Collection[Iri]) -> frozenset[Iri]:
        """What must not change unseen while properties are edited: those, with a figure its unit and basis, and vice versa."""
        figures = frozenset(field.path for field in self.figures)
        beside = frozenset(field.path for field in self.fields) - figures
        own = (figures | beside).intersection(edited)
        return own | (beside if own & figures else frozenset()) | (figures if own & beside else frozenset())

    @property
    def of_time(self) -> bool:
        """Whether its figure is a time, whatever the thing is about."""
        return self.figures[0].path in _TIMES

    @property
    def measured(self) -> bool:
        """Whether it is a figure or range with a unit."""
        return self.unit is not None or len(self.figures) > 1


def rows(fields: Sequence[Field]) -> tuple[FormRow, ...]:
    """The rows of some fields: groups in their order, each in the order given."""
    by_path = {field.path: field for field in fields}
    made: list[FormRow] = []
    used: set[Iri] = set()
    for field in fields:
        if field.path in used:
            continue
        row = _row(field, by_path, used)
        if row is not None:
            used.update(each.path for each in row.fields)
            made.append(row)
    for path, field in by_path.items():
        if path not in used:  # a unit or basis without a figure
            made.append(FormRow(_group(field), field.shape.name, (field,)))
    order = tuple(Group)
    return tuple(sorted(made, key=lambda row: order.index(row.group)))


def ends_exchanged(row: FormRow, low: Iterable[Entry], high: Iterable[Entry]) -> bool:
    """Whether a range ends below its start. Only the ends of a range are ordered, not before and after of a change."""
    if tuple(field.path for field in row.figures) != (KG.lowerLimit, KG.upperLimit):
        return False
    first, last = (next((decimal(entry.text) for entry in entries), None) for entries in (low, high))
    return first is not None and last is not None and first > last


def _row(field: Field, by_path: dict[Iri, Field], used: set[Iri]) -> FormRow | None:
    if field.path in _BESIDE:
        return None  # it comes with its figure, or by itself at the end
    pair = _PAIRS.get(field.path)
    if pair is not None and pair.other in by_path:
        low, high = by_path[pair.first], by_path[pair.other]
        return _measured(FormRow(_group(field), pair.name, (low, high)), by_path, used)
    row = FormRow(_group(field), field.shape.name, (field,))
    alone = field.path in _OWN_UNIT or not _waits_for_pair(by_path)
    return _measured(row, by_path, used) if field.kind is Kind.DECIMAL and alone else row


def _measured(row: FormRow, by_path: dict[Iri, Field], used: set[Iri]) -> FormRow:
    path = _OWN_UNIT.get(row.figures[0].path, KG.unit)
    unit = by_path.get(path) if path not in used else None
    basis = by_path.get(KG.basis) if path == KG.unit and KG.basis not in used else None
    return FormRow(row.group, row.name, row.figures, unit, basis)


def _waits_for_pair(by_path: dict[Iri, Field]) -> bool:
    """Whether a range of this form takes the unit, so that a single figure before it does not."""
    return any(pair.first in by_path and pair.other in by_path for pair in _PAIRS.values())


def _group(field: Field) -> Group:
    if field.path in _NAMES:
        return Group.NAMES
    if field.path in _SOURCES:
        return Group.SOURCES
    return Group.FACTS if field.known else Group.OTHER


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Iri
    other: Iri
    name: str


_RANGE: Final = _Pair(KG.lowerLimit, KG.upperLimit, "range")
_MOVE: Final = _Pair(KG.fromValue, KG.toValue, "from → to")
_PAIRS: Final = {path: pair for pair in (_RANGE, _MOVE) for path in (pair.first, pair.other)}
_TIMES: Final = frozenset((KG.duration, KG.turnaround))
_OWN_UNIT: Final = {KG.duration: KG.durationUnit}
_BESIDE: Final = frozenset((KG.unit, KG.basis, KG.durationUnit))
_NAMES: Final = frozenset((RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.notation))
_SOURCES: Final = frozenset(
    (
        KG.evidenceLevel,
        KG.evidenceWord,
        KG.hasEvidence,
        KG.cites,
        KG.strengthBasis,
        KG.establishedBy,
        KG.confidence,
        DCTERMS.source,
        PROV.wasDerivedFrom,
        RDFS.comment,
    )
)

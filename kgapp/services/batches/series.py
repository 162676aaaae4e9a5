"""Recorded results of one attribute from batches of one site process, as they can be charted and compared; the others with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.quantity import decimal
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.browsing import Named
from kgapp.services.ports import Having, RecordReader
from kgapp.services.statements import Statements

_ABOUT: Final = (KG.forAttribute, KG.forFactor)


@dataclass(frozen=True, slots=True)
class Point:
    """One result; ``on`` is the day of manufacture of its batch, else that of the result."""

    result: Iri
    batch: Named
    on: date
    value: Decimal
    written: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A result that is not counted, and why."""

    result: Named
    why: str


@dataclass(frozen=True, slots=True)
class Series:
    """Results in the order of manufacture, all in one unit and on one basis."""

    attribute: Named
    process: Named
    unit: str
    basis: str
    points: tuple[Point, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Their figures."""
        return tuple(point.value for point in self.points)


def of(reader: RecordReader, attribute: Iri, process: Iri) -> Series:
    """The results of an attribute of batches that a site process made. Raises ``BadInput`` for what is none of these.

    Of several units or bases, those that most results have are taken, and the others named as left out.
    """
    known = Statements(reader)
    if KG.SiteProcess not in known.types(process):
        raise BadInput(f"“{known.name(process)}” is no site process.", hint="Batches are made by a site process.")
    kinds = with_superclasses(known.types(attribute))
    if not {KG.QualityAttribute, KG.Factor, KG.PerformanceIndicator}.intersection(kinds):
        raise BadInput(f"“{known.name(attribute)}” is no quality attribute, parameter or performance indicator.")
    left: list[LeftOut] = []
    found: list[tuple[Point, str, str]] = []
    for result in dict.fromkeys(one for path in _ABOUT for one in known.that(path, attribute)):
        if KG.Result not in known.types(result) or known.retired(result):
            continue
        batch = known.thing(result, KG.ofBatch)
        if batch is not None and process not in known.things(batch, KG.madeBy):
            continue
        point = _point(known, result, batch)
        if isinstance(point, str):
            left.append(LeftOut(known.named(result), point))
        else:
            found.append((point, known.unit(result), known.word(result, KG.basis)))
    found, others = _alike(known, found)
    found, repeated = _once(known, found)
    points = tuple(sorted((point for point, _, _ in found), key=lambda each: (each.on, each.batch.label)))
    unit, basis = found[0][1:] if found else ("", "")
    return Series(known.named(attribute), known.named(process), unit, basis, points, (*left, *others, *repeated))


def most_recorded(
    reader: RecordReader, attributes: Iterable[Iri], processes: Iterable[Iri]
) -> tuple[Iri | None, tuple[Iri, ...]]:
    """The attribute that most results are of, and the site processes that made batches, those that made most first."""
    results = Having(RDF.type, (KG.Result,))
    counts: Counter[Iri] = Counter()
    for path in _ABOUT:
        counts.update(reader.tally(path, attributes, having=(results,)))
    made = reader.tally(KG.madeBy, processes)
    attribute = min(counts, key=lambda each: (-counts[each], each), default=None)
    return attribute, tuple(sorted(made, key=lambda each: (-made[each], each)))


def check_alike(one: Series, other: Series) -> None:
    """Raise ``BadInput`` for two series whose figures do not compare."""
    for name, first, second in (("unit", one.unit, other.unit), ("basis", one.basis, other.basis)):
        if one.points and other.points and first != second:
            raise BadInput(
                f"The {name} differs: “{first or 'none'}” at {one.process.label}, “{second or 'none'}” at {other.process.label}.",
                hint="Figures compare in one unit and measured in one way. A study may bridge them: that is for a person to judge.",
            )


def _point(known: Statements, result: Iri, batch: Iri | None) -> Point | str:
    written = known.text(result, KG.value)
    figure = decimal(written)
    if figure is None:
        return "It has no figure."
    if batch is None:
        return "It belongs to no batch."
    on = known.text(batch, KG.manufacturedOn) or known.text(result, KG.resultDate)
    try:
        day = date.fromisoformat(on[:10])
    except ValueError:
        return "Neither the day of manufacture nor that of the result is recorded."
    return Point(result, known.named(batch), day, figure, written)


def _alike(
    known: Statements, found: list[tuple[Point, str, str]]
) -> tuple[list[tuple[Point, str, str]], list[LeftOut]]:
    counted = Counter((unit, basis) for _, unit, basis in found)
    if not counted:
        return found, []
    most = max(sorted(counted), key=counted.__getitem__)
    return [each for each in found if each[1:] == most], [
        LeftOut(known.named(point.result), f"Its unit or basis differs: {unit or 'no unit'}, {basis or 'no basis'}.")
        for point, unit, basis in found
        if (unit, basis) != most
    ]


def _once(known: Statements, found: list[tuple[Point, str, str]]) -> tuple[list[tuple[Point, str, str]], list[LeftOut]]:
    """A batch with several results counts with none of them: which one is meant is not guessed."""
    counted = Counter(point.batch.iri for point, _, _ in found)
    return [each for each in found if counted[each[0].batch.iri] == 1], [
        LeftOut(known.named(point.result), f"“{point.batch.label}” has {counted[point.batch.iri]} results.")
        for point, _, _ in found
        if counted[point.batch.iri] > 1
    ]

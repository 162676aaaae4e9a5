"""Recorded results of a quality attribute by batch, and the specifications to draw beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kgapp.domain.quantity import decimal
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_LOOKED_AT: Final = 1_000
"""What is about an attribute and may be a result; a chart of more would not be read."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """One recorded result of an attribute; ``on`` is the day of manufacture of its batch."""

    batch: Named
    site: str
    on: date
    figure: Decimal
    unit: str
    basis: str


@dataclass(frozen=True, slots=True)
class Limits:
    """A specification to draw beside results; an open end is ``None``."""

    label: str
    low: Decimal | None
    high: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Results:
    """What a chart shows, in the order of manufacture.

    ``left_out`` counts results without a figure, a batch or a day; ``more`` says that there may be more than were looked at.
    """

    results: tuple[BatchResult, ...] = ()
    limits: tuple[Limits, ...] = ()
    left_out: int = 0
    more: bool = False


def results(reader: RecordReader, attribute: Iri) -> Results:
    """The results and limits of a thing, without what is retired; empty for what is no quality attribute."""
    known = Statements(reader)
    if KG.QualityAttribute not in known.types(attribute):
        return Results()
    every = reader.users(attribute, KG.forAttribute, limit=_LOOKED_AT)
    about = [one for one in every if not known.retired(one)]
    found = [_result(known, one) for one in about if KG.Result in known.types(one)]
    return Results(
        tuple(sorted((one for one in found if one), key=lambda each: (each.on, each.batch.label))),
        tuple(_limits(known, one) for one in about if _binds(known, one)),
        found.count(None),
        len(every) == _LOOKED_AT,
    )


def _binds(known: Statements, one: Iri) -> bool:
    return KG.Specification in known.types(one) and known.thing(one, KG.status) != KG.draft


def _result(known: Statements, result: Iri) -> BatchResult | None:
    batch, figure = known.thing(result, KG.ofBatch), decimal(known.text(result, KG.value))
    if batch is None or figure is None:
        return None
    on = known.text(batch, KG.manufacturedOn) or known.text(result, KG.resultDate)
    site = known.thing(batch, KG.atSite)
    try:
        day = date.fromisoformat(on[:10])
    except ValueError:
        return None
    basis = known.thing(result, KG.basis)
    return BatchResult(
        known.named(batch),
        known.name(site) if site else "no site recorded",
        day,
        figure,
        known.unit(result),
        known.name(basis) if basis else "",
    )


def _limits(known: Statements, one: Iri) -> Limits:
    low, high = (decimal(known.text(one, limit)) for limit in (KG.lowerLimit, KG.upperLimit))
    return Limits(known.name(one), low, high, known.unit(one))

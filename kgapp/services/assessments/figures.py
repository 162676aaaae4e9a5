"""What a change goes from and to, from texts as typed to statements: figures with their unit, ranges, or words.

Figures are read as the analysis of impact reads them, so that what was saved can be assessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from kgapp.domain import shapes
from kgapp.domain.errors import BadInput
from kgapp.domain.impact import ChangeKind
from kgapp.domain.quantity import Quantity, Span, convertible, quantity, span, symbol
from kgapp.domain.terms import Iri, Literal, Term
from kgapp.domain.vocabulary import KG, XSD
from kgapp.services.statements import Statements

_Figure = TypeVar("_Figure", Quantity, Span)
_FIGURES: Final = frozenset((ChangeKind.VALUE, ChangeKind.TIMING, ChangeKind.EXCURSION))


@dataclass(frozen=True, slots=True)
class Figures:
    """What changes, in which way, from what to what (texts as typed), at which site."""

    entity: Iri
    kind: ChangeKind
    old: str
    new: str
    site: Iri | None


def said(known: Statements, figures: Figures) -> list[tuple[Iri, Term | None]]:
    """The statements of a change that tell them.

    Raises ``BadInput`` for text where a figure is meant, and for a unit that does not convert to that of what changes.
    """
    old, new = figures.old.strip(), figures.new.strip()
    factor = _factor(known, figures.entity)
    if factor is None or (figures.kind not in _FIGURES and figures.kind is not ChangeKind.RANGE):
        return [(KG.fromText, _literal(old)), (KG.toText, _literal(new))]
    units = _units(known, factor, figures)
    if figures.kind is ChangeKind.RANGE:
        for each in filter(None, (old, new)):
            _read(each, span, units, known.name(factor))
        return [(KG.fromText, _literal(_with_unit(old, units))), (KG.toText, _literal(_with_unit(new, units)))]
    read = [_read(each, quantity, units, known.name(factor)) if each else None for each in (old, new)]
    given = {each.unit for each in read if each is not None}
    if len(given) > 1:  # one unit stands beside both figures: two are told as texts
        return [(KG.fromText, _literal(old)), (KG.toText, _literal(new))]
    return [(KG.fromValue, decimal(read[0])), (KG.toValue, decimal(read[1])), (KG.unit, next(iter(given), None))]


def _factor(known: Statements, entity: Iri) -> Iri | None:
    """The factor whose figures these are: the entity, or what a setting or range is for; ``None`` for what has words."""
    for each in (entity, *known.things(entity, KG.forFactor)):
        types = shapes.with_superclasses(known.types(each))
        if KG.Factor in types:
            return None if KG.MaterialChoice in types else each
    return None


def _units(known: Statements, factor: Iri, figures: Figures) -> list[Iri]:
    """The units in use for it: the factor's own first."""
    settings = [
        each
        for each in (figures.entity, *known.that(KG.forFactor, factor))
        if KG.SiteSetting in known.types(each)
        and (figures.site is None or figures.site in known.things(each, KG.atSite))
    ]
    return list(dict.fromkeys(unit for each in (factor, *settings) for unit in known.things(each, KG.unit)))


def _read(text: str, read: Callable[[str, Iri | None], _Figure], units: list[Iri], name: str) -> _Figure:
    unit = units[0] if units else None
    figure, bare = read(text, unit), _unit(read(text, None))
    if len(units) > 1 and bare is None:
        words = " and ".join(symbol(each) for each in units)
        raise BadInput(f"“{text}” has no unit, and {name} is recorded in {words}.", hint="Say the unit.")
    if not convertible(_unit(figure), unit):
        raise BadInput(
            f"“{text}” is in {symbol(bare)}, but {name} is in {symbol(unit) or 'no recorded unit'}: these do not convert.",
            hint="Give the figure in the unit of what changes.",
        )
    return figure


def _unit(figure: Quantity | Span) -> Iri | None:
    return figure.unit if isinstance(figure, Quantity) else figure.high.unit if figure.high else None


def _with_unit(text: str, units: list[Iri]) -> str:
    """A range with the unit that is meant, so that it says the same when the factor's unit becomes another."""
    if not text or not units or _unit(span(text, None)) is not None:
        return text
    return f"{text} {symbol(units[0])}"


def decimal(figure: Quantity | None) -> Literal | None:
    """As written, unless it was written in a way that a decimal number cannot be."""
    if figure is None:
        return None
    written = figure.written if "e" not in figure.written.lower() else f"{figure.value:f}"
    return Literal(written, XSD.decimal)


def _literal(text: str) -> Literal | None:
    return Literal(text) if text else None

"""Figures that are recorded beside a thing rather than on it: the ranges, settings and specifications of a factor or attribute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import retiring
from kgapp.services.browsing import Named
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Related:
    """A thing that holds figures about another, with the figures as they are written and the property to edit them at."""

    thing: Named
    figures: str
    path: Iri


def related(reader: RecordReader, entity: Iri) -> tuple[Related, ...]:
    """The first ranges, settings and specifications of a thing by name, without those no longer used."""
    statements = Statements(reader)
    found = {thing for predicate in (KG.forFactor, KG.forAttribute) for thing in statements.that(predicate, entity)}
    wanted = [thing for thing in sorted(found) if _path(statements, thing) is not None]
    shown = [thing for thing in wanted if not retiring.is_retired(reader, thing)]
    rows = (_row(statements, thing) for thing in shown)
    return tuple(sorted(rows, key=lambda row: (row.thing.label, row.thing.iri))[:MOST])


def figures_path(classes: Iterable[Iri]) -> Iri | None:
    """The property at which the figures of a thing of some classes are edited; ``None`` where it has none of its own."""
    kinds = with_superclasses(classes)
    return next((path for kind, path in _FIGURES.items() if kind in kinds), None)


def _row(statements: Statements, thing: Iri) -> Related:
    path = _path(statements, thing) or KG.lowerLimit
    text = statements.text(thing, path) if path == KG.setpoint else statements.limits(thing)
    figures = f"{text} {statements.unit(thing)}".strip() if text else statements.text(thing, KG.textValue)
    return Related(statements.named(thing), figures, path)


def _path(statements: Statements, thing: Iri) -> Iri | None:
    return figures_path(statements.types(thing))


_FIGURES: Final = {
    KG.AcceptableRange: KG.lowerLimit,
    KG.Specification: KG.lowerLimit,
    KG.SiteSetting: KG.setpoint,
}

"""Reads what a person says of a change: figures, ranges or words, in the unit of what changes."""

from __future__ import annotations

from datetime import date
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.impact import ChangeKind, Stated
from kgapp.domain.quantity import Quantity, Span, convertible, quantity, span, symbol
from kgapp.domain.rules import RuleBook, matches
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, UNIT
from kgapp.services.impact.reached import Entity

_ONE_FAMILY: Final = {KG.Equipment: KG.EquipmentModel, KG.MaterialAtSite: KG.Material}
_FIGURES: Final = frozenset({ChangeKind.VALUE, ChangeKind.TIMING, ChangeKind.EXCURSION})


def stated(text: str, kind: ChangeKind, factor: Entity | None, settings: tuple[Entity, ...]) -> Stated | None:
    """What a change goes from or to; ``None`` for an empty text. ``settings`` are those of the factor at the site.

    Raises ``BadInput`` for text where a figure is meant, for a unit that does not convert to the factor's, and for a bare
    figure where the site uses another unit than the factor.
    """
    if not text.strip():
        return None
    if kind not in _FIGURES and kind is not ChangeKind.RANGE:
        return text.strip()
    if factor is None or KG.MaterialChoice in factor.types:
        return text.strip()
    units = sorted({unit for each in (factor, *settings) for unit in each.things(KG.unit)})
    unit = next(iter(factor.things(KG.unit)), units[0] if units else None)
    read = span if kind is ChangeKind.RANGE else quantity
    figure: Quantity | Span = read(text, unit)
    given = _unit_of(figure)
    if len(units) > 1 and _unit_of(read(text, None)) is None:
        words = " and ".join(symbol(each) for each in units)
        raise BadInput(
            f"“{text.strip()}” has no unit, and {factor.label} is recorded in {words}.", hint="Say the unit."
        )
    if not convertible(given, unit):
        raise BadInput(
            f"“{text.strip()}” is in {symbol(given)}, but {factor.label} is in {symbol(unit) or 'no recorded unit'}: these do not convert.",
            hint="Give the figure in the unit of the factor.",
        )
    return figure


def _unit_of(figure: Quantity | Span) -> Iri | None:
    return figure.unit if isinstance(figure, Quantity) else figure.high.unit if figure.high else None


def duration(text: str) -> Quantity | None:
    """How long an excursion lasted; ``None`` for an empty text. Raises ``BadInput`` without a unit of time."""
    if not text.strip():
        return None
    found = quantity(text, None)
    if found.unit is None or not convertible(found.unit, UNIT.SEC):
        raise BadInput(
            f"“{text.strip()}” is not a duration.", hint="Write a figure with a unit of time, such as 90 min or 30 h."
        )
    return found


def effective(text: str) -> str:
    """An ISO date, or nothing. Raises ``BadInput`` for anything else."""
    if text.strip():
        try:
            date.fromisoformat(text.strip())
        except ValueError as error:
            raise BadInput(f"“{text.strip()}” is not a date.", hint="Write it like 2026-11-30.") from error
    return text.strip()


def check_kind(kind: ChangeKind, about: Entity, book: RuleBook) -> None:
    """Raises ``BadInput`` when this kind of change cannot be about such an entity; says which kinds can."""
    rows = {row.iri: row for row in book.change_kinds}
    if any(matches(about.types, each) for each in rows[kind.iri].applies_to):
        return
    fitting = [
        each.value for each in ChangeKind if any(matches(about.types, wanted) for wanted in rows[each.iri].applies_to)
    ]
    words = about.named.class_label or "something without a known class"
    raise BadInput(
        f"A change of the kind “{kind.value}” cannot be about {about.label}, which is {_article(words)} {words}.",
        hint=f"Kinds that can: {', '.join(fitting)}." if fitting else "No kind of change is known for it.",
    )


def check_new_thing(kind: ChangeKind, about: Entity, new: Entity, book: RuleBook) -> None:
    """Raises ``BadInput`` when something else than a replacement names what takes its place, or names another kind of thing."""
    if kind is not ChangeKind.REPLACEMENT:
        raise BadInput(
            f"Only a replacement says what takes its place; this is a change of the kind “{kind.value}”.",
            hint="Leave it out, or assess a replacement.",
        )
    if about.iri == new.iri:
        raise BadInput(f"{about.label} cannot take its own place.", hint="Name what it is replaced by.")
    one, other = (_families(each, book) for each in (about, new))
    if one.isdisjoint(other):
        words, others = (each.named.class_label or "something without a known class" for each in (new, about))
        raise BadInput(
            f"{new.label}, which is {_article(words)} {words}, cannot take the place of {about.label}, which is "
            f"{_article(others)} {others}.",
            hint="Name something of the same kind.",
        )


def _families(each: Entity, book: RuleBook) -> frozenset[Iri]:
    """The classes for which a replacement is known; a model and a machine, a material and its grade at a site are one."""
    row = next(row for row in book.change_kinds if row.iri == KG.replacement)
    return frozenset(_ONE_FAMILY.get(wanted, wanted) for wanted in row.applies_to if matches(each.types, wanted))


def check_site(site: Entity | None, given: Iri, about: Entity, known: tuple[Entity, ...]) -> None:
    """Raises ``BadInput`` when the site is none, or is not the one the entity belongs to."""
    if site is None or KG.Site not in site.types:
        listed = ", ".join(sorted(each.label for each in known)) or "none"
        raise BadInput(f"{site.label if site else given} is not a site of this project.", hint=f"Sites: {listed}.")
    if about.sites and given not in about.sites:
        raise BadInput(
            f"{about.label} does not belong to {site.label}.", hint="Leave out --site: it belongs to its own site."
        )


def _article(words: str) -> str:
    return "an" if words[:1] in "aeiou" else "a"

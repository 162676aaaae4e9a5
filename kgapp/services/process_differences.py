"""How the lanes of a process map differ from one of them. Pure: the map is read once and compared again as one likes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgapp.domain.quantity import Order, compare
from kgapp.domain.terms import Iri
from kgapp.services.process_board import Card, FactorRow, Lane, ProcessMap, Resource, Standing, plain_name


def compared(board: ProcessMap, reference: Iri | None = None) -> ProcessMap:
    """The map with every lane compared with the lane of a site; an unknown or planned one means the first lane."""
    if not board.lanes:
        return board
    sites = [lane.site.iri for lane in board.lanes]
    at = next((at for at, lane in enumerate(board.lanes) if lane.site.iri == reference and not lane.planned), 0)
    cards = tuple(
        tuple(_card(card, board.cards[at][column], lane, lane is board.lanes[at]) for column, card in enumerate(row))
        for lane, row in zip(board.lanes, board.cards, strict=True)
    )
    return replace(board, cards=cards, reference=sites[at])


def only_differing(board: ProcessMap) -> ProcessMap:
    """The map with only those factors, machines and materials that differ somewhere; steps without one are left out."""
    rows = [
        {row.factor.iri for lane in board.cards for row in lane[column].rows if row.differs}
        for column in range(len(board.steps))
    ]
    things = [
        {one.of for lane in board.cards for one in (*lane[column].equipment, *lane[column].materials) if one.differs}
        for column in range(len(board.steps))
    ]
    reference = [lane.site.iri for lane in board.lanes].index(board.reference) if board.reference else 0
    kept = [column for column in range(len(board.steps)) if rows[column] or things[column]]
    cards = tuple(
        tuple(_reduced(lane[column], rows[column], things[column], at == reference) for column in kept)
        for at, lane in enumerate(board.cards)
    )
    return replace(board, steps=tuple(board.steps[column] for column in kept), cards=cards)


def _reduced(card: Card, factors: set[Iri], things: set[Iri], is_reference: bool) -> Card:
    """On the reference lane what the others replace is kept too, so that both sides can be seen."""

    def stays(one: Resource) -> bool:
        return bool(one.differs) or one.of in things or (is_reference and bool(things))

    return replace(
        card,
        rows=tuple(row for row in card.rows if row.factor.iri in factors),
        equipment=tuple(filter(stays, card.equipment)),
        materials=tuple(filter(stays, card.materials)),
    )


def _card(here: Card, there: Card, lane: Lane, is_reference: bool) -> Card:
    plain = lane.planned or is_reference
    pairs = zip(here.rows, there.rows, strict=True)
    where = plain_name(there.site.label)
    equipment, materials = _present(here.equipment), _present(here.materials)
    return replace(
        here,
        rows=tuple(replace(row, differs="" if plain else _row(row, other, where)) for row, other in pairs),
        equipment=_resources(equipment, () if plain else _present(there.equipment), where, plain),
        materials=_resources(materials, () if plain else _present(there.materials), where, plain),
    )


def _row(here: FactorRow, there: FactorRow, where: str) -> str:
    if Standing.NOT_APPLICABLE in (here.standing, there.standing):
        return ""
    if here.standing is Standing.MISSING:
        return f"Not recorded here. {where}: {there.value}." if there.standing is Standing.SET else ""
    if there.standing is Standing.MISSING:
        return f"Not recorded at {where}."
    if here.value != there.value and not _same_figures(here, there):
        return f"{where}: {there.value}."
    if _same_basis(here, there):
        return ""
    bases = [each.basis or "not recorded" for each in (here, there)]
    return f"Same figure, other basis: here {bases[0]}; {where}: {bases[1]}."


def _same_figures(here: FactorRow, there: FactorRow) -> bool:
    """Whether 30 min (20–40) stands against 0.5 h (20–40 min): the same, written otherwise."""
    pairs = list(zip(here.exact, there.exact, strict=False))
    return bool(pairs) and all(
        one is other if one is None or other is None else compare(one, other) is Order.EQUAL for one, other in pairs
    )


def _same_basis(here: FactorRow, there: FactorRow) -> bool:
    """A bridge between two bases holds both ways."""
    return here.basis_iri == there.basis_iri or there.basis_iri in here.bridged or here.basis_iri in there.bridged


def _present(resources: Iterable[Resource]) -> tuple[Resource, ...]:
    """Without what an earlier comparison added."""
    return tuple(replace(one, differs="") for one in resources if not one.absent)


def _resources(
    here: tuple[Resource, ...], there: tuple[Resource, ...], where: str, plain: bool
) -> tuple[Resource, ...]:
    if plain:
        return here
    known = {one.of: one for one in there}
    only_there = [one for one in there if one.of not in {each.of for each in here}]
    named = ", ".join(_spoken(one) for one in only_there)
    found = [replace(one, differs=_resource(one, known.get(one.of), named, where)) for one in here]
    if not here or all(one.of in known for one in here):  # nothing here stands for what only the other site has
        words = "Not recorded here. {where}: {what}."
        found += [replace(one, differs=words.format(where=where, what=_spoken(one)), absent=True) for one in only_there]
    return tuple(found)


def _resource(here: Resource, there: Resource | None, others: str, where: str) -> str:
    if there is None:
        return f"{where}: {others}." if others else f"Not recorded at {where}."
    if here.grade == there.grade:
        return ""
    grades = [each.grade or "no grade recorded" for each in (here, there)]
    return f"Other grade: here {grades[0]}; {where}: {grades[1]}."


def _spoken(one: Resource) -> str:
    return f"{one.label} ({one.grade})" if one.grade else one.label

"""An impact laid over the process map: what is lit, what is drawn below the lanes, and what leads to what."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.impact import Change, ChangeKind, Effect, ImpactReport, Item
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.process_board import ProcessMap
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.impact_items import short_evidence, tone_of
from kgapp.ui.texts import count_of
from kgapp.ui.tones import Tone

AFFECTED_SHOWN: Final = 12
OTHERS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Node:
    """A thing below the lanes."""

    item: Item
    kind: str
    below: str
    word: str
    tone: Tone
    dashed: bool


@dataclass(frozen=True, slots=True)
class Lit:
    """A factor that is reached and stands on a card; ``value`` replaces what the card says, where it changes."""

    factor: Iri
    site: Iri | None
    tone: Tone
    dashed: bool
    value: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class Wire:
    """A lit link to a node, from another node or from a factor on a card."""

    source: Iri
    target: Iri
    tone: Tone
    dashed: bool


@dataclass(frozen=True, slots=True)
class Overlay:
    """``total`` counts all that the change reaches, ``shown`` what is drawn of it."""

    lit: tuple[Lit, ...]
    affected: tuple[Node, ...]
    others: tuple[Node, ...]
    wires: tuple[Wire, ...]
    total: int

    @property
    def shown(self) -> int:
        """How many items are drawn, as a row or as a node."""
        return len(self.affected) + len(self.others) + sum(one.item is not None for one in self.lit)


def overlay(report: ImpactReport, board: ProcessMap, wanted: Item | None = None) -> Overlay:
    """What of a report is drawn: the affected first, then what is touched, near things first; ``wanted`` in any case."""
    on_cards = {row.factor.iri for lane in board.cards for card in lane for row in card.rows}
    start = report.change.entity.iri
    reached = [item for item in report.items if item.iri in on_cards and item.effect is Effect.AFFECTED]
    lit = tuple(_lit(item) for item in reached if item.iri != start)
    if start in on_cards:
        lit = (_origin(report.change, board), *lit)
    rest = sorted((item for item in report.items if item.iri not in on_cards), key=lambda item: item != wanted)
    affected = [item for item in rest if item.effect is Effect.AFFECTED][:AFFECTED_SHOWN]
    others = _choose((item for item in rest if item.effect is not Effect.AFFECTED), wanted)
    places = {each.factor for each in lit} | {item.iri for item in (*affected, *others)}
    wires = tuple(wire for item in (*affected, *others) if (wire := _wire(item, places)))
    return Overlay(lit, tuple(map(_node, affected)), tuple(map(_node, others)), wires, len(report.items))


def path(report: ImpactReport, board: ProcessMap, item: Item) -> Overlay:
    """Only the way from what changes to one item: each thing on it, and what leads from one to the next."""
    on_cards = {row.factor.iri for lane in board.cards for card in lane for row in card.rows}
    changes = {change.entity.iri: change for change in report.changes}
    start = item.path[0].source if item.path else report.change.entity.iri
    stops = [_stop(report, step.target, item) for step in item.path]
    reached = [each for each in stops if each is not None]
    lit = tuple(_lit(each) for each in reached if each.iri in on_cards)
    if start in on_cards:
        lit = (_origin(changes.get(start, report.change), board), *lit)
    nodes = [each for each in reached if each.iri not in on_cards]
    placed = [each for each in (start, *(stop.iri for stop in reached)) if each in on_cards or each != start]
    ways = {stop.iri: stop for stop in reached}
    wires = tuple(
        Wire(source, target, tone_of(ways[target]), ways[target].undetermined)
        for source, target in itertools.pairwise(placed)
        if target in ways
    )
    affected = tuple(_node(each) for each in nodes if each.effect is Effect.AFFECTED)
    others = tuple(_node(each) for each in nodes if each.effect is not Effect.AFFECTED)
    return Overlay(lit, affected, others, wires, len(report.items))


def _stop(report: ImpactReport, thing: Iri, item: Item) -> Item | None:
    """What the report says of a thing on the way, at the item's site if it says so."""
    found = [each for each in report.items if each.iri == thing]
    return next((each for each in found if each.site == item.site), found[0] if found else None)


def _origin(change: Change, board: ProcessMap) -> Lit:
    """What changes: ``3 → 5 (2–4) TU/cell``, with the normal range that it is to be seen against."""
    site = change.site.iri if change.site else None
    ends = [each for each in (change.old, change.new) if each is not None]
    if change.kind is ChangeKind.VALUE and ends:
        rows = (row for lane in board.cards for card in lane if site in (None, card.site.iri) for row in card.rows)
        row = next((row for row in rows if row.factor.iri == change.entity.iri), None)
        figures = " → ".join(str(getattr(each, "written", each)) for each in ends)
        beside = (f"({row.normal})" if row.normal else "", row.unit) if row is not None else ()
        moves = " ".join(part for part in (figures, *beside) if part)
    else:
        moves = " → ".join(map(str, ends))
    return Lit(change.entity.iri, site, Tone.HIGH, False, moves, None)


def _lit(item: Item) -> Lit:
    return Lit(item.iri, item.site.iri if item.site else None, tone_of(item), item.undetermined, "", item)


def _choose(items: Iterable[Item], wanted: Item | None) -> list[Item]:
    """What must be looked at first: near things, the classes in the order of ``_FIRST``."""
    ranked = sorted(items, key=lambda item: (item != wanted, item.hops > 1, _place(item), item.hops))
    return ranked[:OTHERS_SHOWN]


def _place(item: Item) -> int:
    classes = frozenset(with_superclasses((item.class_iri,))) if item.class_iri else frozenset()
    return next((at for kind, at in _FIRST.items() if kind in classes), len(_FIRST))


def _wire(item: Item, places: set[Iri]) -> Wire | None:
    """From the nearest thing on its path that is drawn."""
    source = next((step.source for step in reversed(item.path) if step.source in places), None)
    if source is None or source == item.iri:
        return None
    return Wire(source, item.iri, tone_of(item), item.undetermined)


def _node(item: Item) -> Node:
    kind = kind_of((item.class_iri,) if item.class_iri else ())
    near = count_of(item.hops, "hop", "hops")
    below = f"{near} · {short_evidence(item)}" if item.effect is Effect.AFFECTED else item.class_label
    return Node(item, kind, below, item.reach, tone_of(item), item.undetermined)


_FIRST: Final[Mapping[Iri, int]] = {
    kind: at
    for at, kind in enumerate(
        (
            KG.RegistrationDetail,
            KG.AnalyticalMethod,
            KG.KnowHow,
            KG.KnowledgeTransfer,
            KG.Gap,
            KG.Document,
            KG.RiskItem,
            KG.Material,
            KG.Change,
        )
    )
}

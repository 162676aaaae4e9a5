"""What is drawn of a graph: cards, lines and the legend's counts, from its state and what is recorded.

Never a hairball: at most 150 cards. Parallel links between two cards are one line with all their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kgapp.domain.terms import Iri
from kgapp.services.graph_state import GraphState, Placed, Rest
from kgapp.services.neighbourhood import Surroundings, Thing
from kgapp.services.ports import Link

MOST_DRAWN: Final = 150


@dataclass(frozen=True, slots=True)
class Card:
    """One thing, a rest ("+93 more") or all things of a folded kind: exactly one of ``thing``, ``rest``, ``kind`` is set.

    ``count`` is how many things it stands for.
    """

    key: str
    x: float
    y: float
    count: int
    thing: Thing | None = None
    rest: Rest | None = None
    kind: str | None = None
    types: tuple[Iri, ...] = ()
    members: tuple[Iri, ...] = ()
    pinned: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A link type of a line; ``forward`` when it leads from the line's start to its end."""

    predicate: Iri
    label: str
    forward: bool
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """All links between two cards."""

    start: str
    end: str
    words: tuple[Word, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Which line it is."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the legend: a kind or a link type with how often it is in the graph, and whether it is shown."""

    key: str
    label: str
    count: int
    shown: bool
    types: tuple[Iri, ...] = ()
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """``shown`` things of ``total`` are drawn for themselves; the rest is grouped, hidden, filtered or too many."""

    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()
    kinds: tuple[Entry, ...] = ()
    links: tuple[Entry, ...] = ()
    shown: int = 0
    total: int = 0
    hidden: int = 0
    crowded: int = 0


def picture(state: GraphState, known: Surroundings) -> Picture:
    """What is drawn of a state; things that are gone from the project are left out."""
    things = {thing.iri: thing for thing in known.things}
    present = [(one, things[one.iri]) for one in state.placed if one.iri in things]
    wanted = [(one, thing) for one, thing in present if not one.hidden and thing.kind not in state.hidden_kinds]
    single = [(one, thing) for one, thing in wanted if thing.kind not in state.folded]
    rests = [card for card in _rests(state, known) if card.count]
    folded = list(_folded(state, wanted))
    room = max(0, MOST_DRAWN - len(folded) - len(rests))
    drawn = [_card(one, thing) for one, thing in single[:room]]
    shown = {card.key for card in drawn}
    cards = (*drawn, *folded, *(card for card in rests if card.rest is not None and card.rest.origin in shown))
    return Picture(
        cards,
        tuple(_lines(state, known, cards)),
        tuple(_kinds(state, [thing for _, thing in present])),
        tuple(_link_types(state, known)),
        len(drawn),
        len(present) + sum(card.count for card in rests),
        sum(one.hidden for one, _ in present),
        len(single) - len(drawn),
    )


def _card(one: Placed, thing: Thing) -> Card:
    return Card(
        one.iri,
        one.x,
        one.y,
        1,
        thing=thing,
        types=thing.types,
        members=(one.iri,),
        pinned=one.pinned,
        stopped=one.stopped,
    )


def rest_key(rest: Rest) -> str:
    """The key of the card of a rest; no IRI begins so."""
    return f"+{rest.step.way.value} {rest.step.predicate} {rest.origin}"


def _rests(state: GraphState, known: Surroundings) -> Iterator[Card]:
    counts = {(origin, step): count for origin, step, count in known.counts}
    for rest in state.rests:
        named = {ends[1] for link in known.links if (ends := rest.step.of(link)) is not None and ends[0] == rest.origin}
        left = counts.get((rest.origin, rest.step), 0) - len(named)
        yield Card(rest_key(rest), rest.x, rest.y, max(0, left), rest=rest)


def _folded(state: GraphState, wanted: list[tuple[Placed, Thing]]) -> Iterator[Card]:
    for kind in sorted(state.folded - state.hidden_kinds):
        members = [(one, thing) for one, thing in wanted if thing.kind == kind]
        if members:
            first, thing = members[0]
            iris = tuple(one.iri for one, _ in members)
            yield Card(f"*{kind}", first.x, first.y, len(members), kind=kind, types=thing.types, members=iris)


def _lines(state: GraphState, known: Surroundings, cards: tuple[Card, ...]) -> Iterator[Line]:
    at = {member: card.key for card in cards for member in card.members}
    labels = dict(known.words)
    found: dict[tuple[str, str], Counter[tuple[Iri, bool]]] = {}
    for link in known.links:
        if link.predicate not in state.hidden_links and link.subject in at and link.object in at:
            _count(found, at[link.subject], at[link.object], link)
    for card in cards:
        if card.rest is not None and card.rest.step.predicate not in state.hidden_links:
            step, origin = card.rest.step, at[card.rest.origin]
            words = found.setdefault((origin, card.key), Counter())
            words[step.predicate, step.way.value == "to"] += card.count
    for (start, end), words in sorted(found.items()):
        made = (Word(predicate, labels[predicate], forward, count) for (predicate, forward), count in words.items())
        yield Line(start, end, tuple(sorted(made, key=lambda word: (not word.forward, word.label, word.predicate))))


def _count(found: dict[tuple[str, str], Counter[tuple[Iri, bool]]], start: str, end: str, link: Link) -> None:
    if start == end and link.subject != link.object:
        return  # within a folded kind
    forward = start <= end
    pair = (start, end) if forward else (end, start)
    found.setdefault(pair, Counter())[link.predicate, forward] += 1


def _kinds(state: GraphState, things: list[Thing]) -> Iterator[Entry]:
    counts = Counter(thing.kind for thing in things)
    types = {thing.kind: thing.types for thing in reversed(things)}
    for kind, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        shown = kind not in state.hidden_kinds
        yield Entry(kind, kind, count, shown, types[kind], kind in state.folded)


def _link_types(state: GraphState, known: Surroundings) -> Iterator[Entry]:
    labels = dict(known.words)
    counts = Counter(link.predicate for link in known.links)
    for predicate, count in sorted(counts.items(), key=lambda each: (-each[1], labels[each[0]])):
        yield Entry(predicate, labels[predicate], count, predicate not in state.hidden_links)

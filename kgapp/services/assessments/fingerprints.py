"""What a verdict is given on, kept with it: the item, its path, what holds and detects it, coverage and rules.

No label and no text of the graph is part of it, so that only what a person would have to think about again makes a
difference. Figures are normalised: 5 and 5.0 are the same here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, Final, TypeVar

from kgapp.domain.assessment import ItemKey
from kgapp.domain.impact import Barrier, Change, Detection, Effect, ImpactReport, Item, RangePosition, Stated, Step
from kgapp.domain.quantity import Quantity, Span, decimal, symbol
from kgapp.domain.terms import Iri, Literal, ntriples
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_VERSION: Final = 1
_OF_ITEM: Final = (
    *(KG.inRegion, KG.reportingCategory, KG.filedRange, KG.methodStatus, KG.statusAtSite),
    *(KG.qualificationStatus, KG.role, KG.unit, KG.basis),
)
_FIGURES: Final = (KG.setpoint, KG.lowerLimit, KG.upperLimit, KG.actionLimit, KG.methodVersion)
"""Figures of an item: those of a setting, a range, a criterion or a control that is reached."""
_MEASURING: Final = frozenset((KG.filed, KG.PAR, KG.NOR, KG.edgeOfFailure))
"""The ranges of a factor that every effect of it is judged by, where they are of no other attribute."""
_OF_LINK: Final = (KG.direction, KG.status, KG.validWithin)


@dataclass(frozen=True, slots=True)
class Move:
    """What changes. Everything is an IRI, a word or a figure with its unit; empty when it was not said."""

    entity: str
    kind: str
    old: str
    new: str
    site: str
    batch: str
    duration: str
    against: str
    thing: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of the path. ``quads`` is a digest of the statements it is."""

    id: str
    via: str
    target: str
    rule: str
    strength: str
    evidence: str
    kind: str
    quads: str


@dataclass(frozen=True, slots=True)
class Hold:
    """A barrier. ``holds`` is ``yes`` or ``no``, ``because`` the names of the reasons why not."""

    iri: str
    attribute: str
    site: str
    evidence: str
    holds: str
    because: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A range that the move is measured by, and where the new value lies."""

    iri: str
    kind: str
    site: str
    limits: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Sight:
    """How it is detected."""

    point: str
    method: str
    when: str
    limit: str
    turnaround: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What is recorded of the item, or of a judgement on its path, that decides how it is judged."""

    thing: str
    property: str
    value: str


@dataclass(frozen=True, slots=True)
class Given:
    """What a verdict was given on. ``about`` spells the key of the item. ``reached`` is ``yes``, ``no``, or ``cell`` for what nobody had assessed.

    ``uncovered`` are the factors whose effect on the attribute nobody had assessed; ``off`` rules that were switched off.
    """

    about: str
    reached: str
    effect: str
    kind: str
    low: str
    high: str
    held: str
    evidence: str
    severity: str
    opposing: str
    rules: str
    off: tuple[str, ...]
    uncovered: tuple[str, ...]
    moves: tuple[Move, ...]
    path: tuple[Hop, ...]
    barriers: tuple[Hold, ...]
    ranges: tuple[Limit, ...]
    tests: tuple[Sight, ...]
    facts: tuple[Fact, ...]

    def things(self) -> frozenset[Iri]:
        """Everything it names, to be labelled where it is told."""
        rows: list[Any] = [*self.moves, *self.path, *self.barriers, *self.ranges, *self.tests, *self.facts]
        texts = {text for row in rows for text in spelled(row)} | {*self.uncovered, *self.off}
        return frozenset(Iri(text) for text in texts if ":" in text and " " not in text)


_SCALARS: Final = tuple(each.name for each in fields(Given))[:11]
_FIELDS: Final = {kind: tuple(each.name for each in fields(kind)) for kind in (Move, Hop, Hold, Limit, Sight, Fact)}
_OF_REACHED: Final = ("effect", "kind", "low", "high", "held", "evidence", "severity", "opposing")
_ROWS: Final = ("moves", "path", "barriers", "ranges", "tests", "facts")
_BETWEEN: Final = "│"
"""Between the fields of a row: one text for a row keeps the whole short, where a change has many parts."""
_Row = TypeVar("_Row", Move, Hop, Hold, Limit, Sight, Fact)


class Basis:
    """What verdicts on one report are given on. ``reader`` is of the project that the report was made of."""

    def __init__(self, reader: RecordReader, report: ImpactReport) -> None:
        self._report = report
        self._known = Statements(reader)
        self._moves = tuple(_move(each) for each in (report.change, *report.also))
        self._starts = tuple(fact for each in (report.change, *report.also) for fact in self._start(each))
        self._off = tuple(sorted(rule.iri for rule in report.switched_off))
        self._uncovered = defaultdict[Iri, set[str]](set)
        for each in report.not_covered:
            for attribute in each.attributes:
                self._uncovered[attribute.iri].add(each.factor.iri)

    def of_item(self, item: Item) -> Given:
        """What a verdict on an item of the report is given on."""
        held = frozenset(barrier.iri for barrier in item.held_by)
        return Given(
            about=_about(ItemKey(item.iri, item.site.iri if item.site else None)),
            reached="yes",
            effect=item.effect.value,
            kind=item.kind.value,
            low=_grade(item.low),
            high=_grade(item.high),
            held=_grade(item.held),
            evidence=item.evidence.word,
            severity=_grade(item.severity),
            opposing="yes" if item.opposing else "no",
            rules=self._report.rules_hash,
            off=self._off,
            uncovered=tuple(sorted(self._uncovered.get(item.iri, ()))),
            moves=self._moves,
            path=tuple(_hop(step) for step in item.path),
            barriers=tuple(sorted(map(_hold, item.held_by), key=spelled)),
            ranges=tuple(
                sorted((_limit(each) for each in self._report.positions if _matters(each, item, held)), key=spelled)
            ),
            tests=tuple(sorted(map(_sight, item.detected_by), key=spelled)),
            facts=tuple(sorted(set(self._facts(item)), key=spelled)),
        )

    def of_cell(self, key: ItemKey) -> Given:
        """What a verdict on a cell is given on: that nobody had assessed it."""
        return self._bare(key, "cell", (str(key.about_factor),))

    def of_nothing(self, key: ItemKey) -> Given:
        """What a verdict is given on whose item the report does not reach."""
        return self._bare(key, "no", ())

    def _bare(self, key: ItemKey, reached: str, uncovered: tuple[str, ...]) -> Given:
        return Given(
            about=_about(key),
            reached=reached,
            **dict.fromkeys(_OF_REACHED, ""),
            rules=self._report.rules_hash,
            off=self._off,
            uncovered=uncovered,
            moves=self._moves,
            path=(),
            barriers=(),
            ranges=(),
            tests=(),
            facts=(),
        )

    def _facts(self, item: Item) -> Iterable[Fact]:
        wanted = (*_OF_ITEM, KG.status) if item.class_iri == KG.Provision else _OF_ITEM
        yield from self._said(item.iri, wanted)
        yield from self._figures(item.iri)
        yield from self._starts
        for thing in dict.fromkeys((item.iri, *(step.source for step in item.path))):
            if self._known.retired(thing):
                yield Fact(thing, KG.status, KG.retired)
        for step in item.path:
            if step.via is not None:
                yield from self._said(step.via, _OF_LINK)

    def _start(self, change: Change) -> Iterable[Fact]:
        """Where the change starts from: what is set for the changed factor at its site, or at any."""
        for each in self._known.that(KG.forFactor, change.entity.iri):
            here = change.site is None or change.site.iri in self._known.things(each, KG.atSite)
            if here and KG.SiteSetting in self._known.types(each) and not self._known.retired(each):
                yield from self._said(each, (KG.unit, KG.basis))
                yield from self._figures(each)

    def _figures(self, thing: Iri) -> Iterable[Fact]:
        for predicate in _FIGURES:
            for value in self._known.about(thing).get(predicate, ()):
                if isinstance(value, Literal):
                    yield Fact(thing, predicate, _normal(value.lexical))

    def _said(self, thing: Iri, properties: Iterable[Iri]) -> Iterable[Fact]:
        for predicate in properties:
            for value in self._known.things(thing, predicate):
                yield Fact(thing, predicate, value)


def to_json(given: Given) -> str:
    """One line; the same for the same."""
    plain: dict[str, Any] = {name: getattr(given, name) for name in (*_SCALARS, "off", "uncovered")}
    rows = {name: [_BETWEEN.join(spelled(row)) for row in getattr(given, name)] for name in _ROWS}
    return json.dumps({"v": _VERSION, **plain, **rows}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Given | None:
    """What a verdict says that it was given on; ``None`` for what cannot be read. The text is untrusted."""
    try:
        found = json.loads(text)
        if found["v"] != _VERSION or not all(isinstance(found[name], str) for name in _SCALARS):
            return None
        return Given(
            **{name: found[name] for name in _SCALARS},
            off=tuple(map(_text, found["off"])),
            uncovered=tuple(map(_text, found["uncovered"])),
            moves=_rows(Move, found["moves"]),
            path=_rows(Hop, found["path"]),
            barriers=_rows(Hold, found["barriers"]),
            ranges=_rows(Limit, found["ranges"]),
            tests=_rows(Sight, found["tests"]),
            facts=_rows(Fact, found["facts"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def spelled(row: Move | Hop | Hold | Limit | Sight | Fact) -> tuple[str, ...]:
    """The fields of a row in their order."""
    return tuple(getattr(row, name) for name in _FIELDS[type(row)])


def _rows(kind: type[_Row], rows: Any) -> tuple[_Row, ...]:
    return tuple(kind(*_text(row).split(_BETWEEN)) for row in rows)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def figure(value: Quantity) -> str:
    """A figure with its unit, the same however it was written."""
    return f"{value.value.normalize():f} {symbol(value.unit)}".strip()


def _normal(written: str) -> str:
    """A figure the same however it was written; words as they are, on one line."""
    number = decimal(written)
    return f"{number.normalize():f}" if number is not None else written.replace(_BETWEEN, "|")


def _about(key: ItemKey) -> str:
    return " ".join(each or "-" for each in (key.item, key.site, key.about_factor))


def _stated(value: Stated | None) -> str:
    if isinstance(value, Quantity):
        return figure(value)
    if isinstance(value, Span):
        return _span(value)
    return (value or "").replace(_BETWEEN, "|")


def _span(value: Span) -> str:
    if value.low is not None and value.high is not None:
        return f"{value.low.value.normalize():f}–{figure(value.high)}"
    if value.low is not None:
        return f"≥ {figure(value.low)}"
    return f"≤ {figure(value.high)}" if value.high is not None else ""


def _move(change: Change) -> Move:
    thing = change.new_thing.iri if change.new_thing else ""
    named = not thing  # where something takes its place, the words for it are its label
    return Move(
        change.entity.iri,
        change.kind.value,
        _stated(change.old) if named else "",
        _stated(change.new) if named else "",
        change.site.iri if change.site else "",
        change.batch.iri if change.batch else "",
        _stated(change.duration),
        change.against.iri if change.against else "",
        thing,
    )


def _hop(step: Step) -> Hop:
    said = sorted(f"{quad.subject} {quad.predicate} {ntriples(quad.object)}" for quad in step.quads)
    return Hop(
        step.id,
        step.via or "",
        step.target,
        step.rule,
        _grade(step.strength),
        step.evidence.word,
        step.kind_out.value,
        sha256("\n".join(said).encode()).hexdigest()[:16],
    )


def _hold(barrier: Barrier) -> Hold:
    return Hold(
        barrier.iri,
        barrier.attribute or "",
        barrier.site.iri if barrier.site else "",
        barrier.evidence.word,
        "not known" if barrier.unsure else "no" if barrier.void else "yes",
        " ".join(sorted(barrier.codes)) or str(len(barrier.void)),
    )


def _matters(position: RangePosition, item: Item, held: frozenset[Iri]) -> bool:
    """Ranges that hold it, are of it or of every effect; what is filed matters to every registration detail."""
    attribute = position.attribute.iri if position.attribute else None
    filed = position.range_type == KG.filed and item.class_iri in (KG.RegistrationDetail, KG.EstablishedCondition)
    here = position.site is None or item.site is None or position.site.iri == item.site.iri
    measures = item.effect is Effect.AFFECTED and attribute is None and position.range_type in _MEASURING and here
    return position.range.iri in held or attribute == item.iri or filed or measures


def _limit(position: RangePosition) -> Limit:
    return Limit(
        position.range.iri,
        position.range_type,
        position.site.iri if position.site else "",
        _span(position.limits),
        position.old.value if position.old else "",
        position.new.value if position.new else "",
    )


def _sight(detection: Detection) -> Sight:
    when = {True: "before infusion", False: "after infusion", None: ""}[detection.before_infusion]
    return Sight(
        detection.sampling_point.iri,
        detection.method.iri,
        when,
        detection.limit.replace(_BETWEEN, "|"),
        _stated(detection.turnaround),
    )


def _grade(grade: Any) -> str:
    return grade.word if grade is not None else ""

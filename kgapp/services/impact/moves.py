"""A move to another site as a change made of changes: each difference between the two processes begins a path.

What is the same at both sites counts as the same; what nobody recorded is unknown and is said to be, never followed as
if it differed and never taken for the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.rules import Group, Kind, Rule, RuleBook
from kgapp.domain.sites import GAPS, Comparison, Dimension, Row, State
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG, OWL
from kgapp.services.impact.reached import ANYWHERE, Link
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.sites import compare

DIFFERS: Final = Iri("https://w3id.org/kgapp/ontology/rules#siteDifference")
"""Names the rule that a difference between two sites begins a path; its sentence is the difference."""

_TOUCHES: Final = frozenset(
    {
        *(Dimension.OPENNESS, Dimension.ENVIRONMENT, Dimension.BIOSAFETY, Dimension.AUTOMATION),
        *(Dimension.PEOPLE, Dimension.KNOW_HOW),
    }
)
"""What these differences move is not recorded: the step or the know-how is listed, not all that it is about."""


_ENTERS: Final = {
    Dimension.OPTION: KG.choosesOption,
    Dimension.EQUIPMENT: KG.ofModel,
    Dimension.MATERIAL: KG.ofMaterial,
}
"""The statements of the receiving site that say what it has in the place of what the sending site has."""


@dataclass(frozen=True, slots=True)
class Move:
    """The links from the receiving process to what differs there, and how much was compared."""

    links: tuple[Link, ...]
    told: str


def differences(reader: RecordReader, process: Iri) -> Move | None:
    """What differs at the receiving process of a transfer; ``None`` where no one sending process is recorded."""
    projects = {quad.subject for quad in reader.quads(Pattern(predicate=KG.receivingProcess, object=process))}
    sending = {
        quad.object
        for project in projects
        for quad in reader.quads(Pattern(subject=project, predicate=KG.sendingProcess))
        if isinstance(quad.object, str)
    }
    if len(sending) != 1:
        return None
    return _move(compare.compare(reader, sending.pop(), process))


def _move(comparison: Comparison) -> Move:
    receiving = comparison.receiving.process.iri
    found: dict[tuple[Iri, Kind], list[Row]] = {}
    for row in _differing(comparison):
        kind = Kind.TOUCHED if row.dimension in _TOUCHES else Kind.PRODUCT
        for target in (*((row.start.entity,) if row.start else ()), *_entering(row)):
            listed = found.setdefault((target, kind), [])
            listed.extend([] if row in listed else [row])
    links = tuple(_link(receiving, target, kind, rows) for (target, kind), rows in found.items())
    return Move(links, _told(comparison, len(links)))


def _differing(comparison: Comparison) -> tuple[Row, ...]:
    """What differs or is missing; a difference that somebody justified moves as much as any other."""
    return tuple(row for row in comparison.rows if row.state in GAPS or row.state is State.JUSTIFIED)


def _entering(row: Row) -> tuple[Iri, ...]:
    """What the receiving site has and the sending site does not: it enters with its own effects."""
    said = _ENTERS.get(row.dimension)
    there = {quad.object for quad in row.sending.quads}
    return tuple(
        quad.object
        for quad in row.receiving.quads
        if quad.predicate == said and isinstance(quad.object, str) and quad.object not in there
    )


def _told(comparison: Comparison, things: int) -> str:
    differing = _differing(comparison)
    silent = sum(row.start is None and not _entering(row) for row in differing)
    unknown = comparison.count(State.UNKNOWN)
    also = f" {silent} of them name nothing that could be followed." if silent else ""
    return (
        f"Made of {len(differing)} differences between {comparison.sending.name} and {comparison.receiving.name}, which "
        f"concern {things} things.{also} {comparison.count(State.SAME)} points are the same. {unknown} are not recorded at one "
        "site or at both: unknown, neither the same nor followed; the comparison of the sites lists them. Openness, "
        "environment and automation of a step touch the step; what they move is not recorded."
    )


def _link(receiving: Iri, target: Iri, kind: Kind, rows: list[Row]) -> Link:
    words = " ".join(dict.fromkeys(f"{row.thing.label} ({row.dimension.value}): {row.meaning}" for row in rows))
    quads: dict[Quad, None] = dict.fromkeys(quad for row in rows for quad in (*row.receiving.quads, *row.sending.quads))
    rule = Rule(
        iri=DIFFERS,
        group=Group.CAUSAL if kind is Kind.PRODUCT else Group.OBLIGATION,
        label="difference between two sites",
        from_class=KG.SiteProcess,
        to_class=OWL.Thing,
        way=(),
        accepts=frozenset({Kind.PRODUCT}),
        passes=kind,
        strength=Grade.HIGH,
        crosses_sites=False,
        sentence=words,
        first_only=True,
    )
    return Link(receiving, rule, None, target, Grade.HIGH, Evidence.RECORDED, 0, ANYWHERE, tuple(quads))


def without_the_rest(book: RuleBook) -> RuleBook:
    """The rules but for those by which everything of a site process counts as moved."""
    rest = tuple(rule for rule in book.rules if rule.group is not Group.CAUSAL or rule.from_class != KG.SiteProcess)
    return replace(book, rules=rest)

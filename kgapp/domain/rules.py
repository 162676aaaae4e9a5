"""Rules of propagation as values: what follows from what, and which kinds of effect travel along.

They are read from ``ontology/propagation.ttl``; the shipped ones stand in ``propagation`` (generated). A project can have
its own: ``services.rulebook`` joins the two.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES, OWL

MOST_HOPS: Final = 3
"""The most predicates in a path; closure comes from hops, so a path needs no more."""

_PLACEHOLDER: Final = re.compile(r"\{([a-z]+)\}")
_TEXTS: Final = frozenset({"label", "sentence"})


class Group(StrEnum):
    """What a rule, and an item it reaches, is about."""

    CAUSAL = "causal"
    OBLIGATION = "obligation"
    SUPPORT = "support"


class Kind(StrEnum):
    """What travels along a path: in what way the entity at its end is concerned."""

    PRODUCT = "product"
    """It is itself altered, so product or process can be."""
    RESULT = "result"
    """What is measured or reported of it is altered, the product is not."""
    BASIS = "basis"
    """What it was established with is altered, so it may no longer hold."""
    TOUCHED = "touched"
    """It must be looked at, because it names what is altered."""
    SUPPORT = "support"
    """It loses somebody or something that it rests on."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One predicate of a rule's path; ``inverse`` is followed from object to subject."""

    predicate: Iri
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class LinkNode:
    """An entity that stands for a link and is judged: entered by ``entry``, left by ``exit`` (both point away from it)."""

    node_class: Iri
    entry: Iri
    exit: Iri


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which being concerned passes from one entity to another.

    ``sentence`` has the placeholders {from}, {to}, {verb} and {strength}. ``strength`` is that of a rule with
    a path; with a link node it is ``None`` and the node says it. ``switch`` names an optional set that is off unless asked for.
    ``first_only`` rules lead on from what changes itself, not from what it reaches.
    """

    iri: Iri
    group: Group
    label: str
    from_class: Iri
    to_class: Iri
    way: tuple[Hop, ...] | LinkNode
    accepts: frozenset[Kind]
    passes: Kind
    strength: Grade | None
    crosses_sites: bool
    sentence: str
    not_for: frozenset[Iri] = frozenset()
    switch: str = ""
    first_only: bool = False

    @property
    def name(self) -> str:
        """The part of its IRI after the last ``#`` or ``/``."""
        return self.iri.rpartition("#")[2].rpartition("/")[2]


class Holds(StrEnum):
    """Which links a kind of barrier can hold."""

    FROM_CHANGED_FACTOR = "from the changed factor"
    INTO_FACTOR = "into a factor"
    NOTHING = "nothing"
    """It detects; it holds nothing."""


class Condition(StrEnum):
    """What must be true for a barrier to hold; each is checked in ``services.impact.barriers``."""

    INSIDE = "inside"
    SAME_SITE = "same site"
    SAME_EQUIPMENT = "same equipment"
    SAME_SCALE = "same scale"
    SAME_BASIS = "same basis"
    NO_INTERACTION_MOVES = "no interaction moves"
    INSIDE_FILED = "inside filed"
    NOT_REACHED = "not reached"
    VALIDATED = "validated"
    NOT_THE_SETPOINT = "not the setpoint"
    METHOD_VALID = "method valid"
    HAS_LIMIT = "has limit"


@dataclass(frozen=True, slots=True)
class BarrierKind:
    """A row of the barrier table: what holds or detects, for which kinds of change, and under which conditions."""

    iri: Iri
    label: str
    holds: Holds
    node_class: Iri
    change_kinds: frozenset[Iri]
    conditions: tuple[Condition, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class ChangeKindRow:
    """What a kind of change can be about, and as what it starts to travel."""

    iri: Iri
    applies_to: frozenset[Iri]
    starts_as: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A rule or kind of barrier that a project does without, and why."""

    iri: Iri
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rows that an impact report rests on.

    ``off`` is what the project switched off, ``altered`` which shipped rows it replaced, ``own`` which rows it added;
    ``notes`` are sentences that a report has to say.
    """

    rules: tuple[Rule, ...]
    barriers: tuple[BarrierKind, ...]
    change_kinds: tuple[ChangeKindRow, ...]
    off: tuple[SwitchedOff, ...] = ()
    altered: frozenset[Iri] = frozenset()
    own: frozenset[Iri] = frozenset()
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of few fields: what is kept of a book is mostly asked for with the same book, and reading all rows takes long."""
        return hash((len(self.rules), len(self.barriers), self.off, self.own))

    def digest(self) -> str:
        """SHA-256, in hex, over all rows in force in the order of their IRIs; labels and sentences do not count.

        They alter no reach: a word that is put better makes no verdict suspect.
        """
        return _digest(self)


@lru_cache(maxsize=8)
def _digest(book: RuleBook) -> str:
    rows = sorted([*map(_row_text, book.rules), *map(_row_text, book.barriers), *map(_row_text, book.change_kinds)])
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@cache
def ancestors(class_iri: Iri) -> frozenset[Iri]:
    """The class and every class above it in the shipped ontology; empty for a class that it does not know."""
    row = CLASSES.get(class_iri)
    if row is None:
        return frozenset()
    return frozenset({class_iri}).union(*(ancestors(parent) for parent in row.parents))


@cache
def matches(types: frozenset[Iri], wanted: Iri) -> bool:
    """Whether an entity of these classes is one of ``wanted``.

    An entity without any class known to the ontology is taken for everything: what is not classified is unknown, and
    unknown must never read as "no impact".
    """
    if wanted == OWL.Thing:
        return True
    known = [ancestors(each) for each in types if each in CLASSES]
    return not known or any(wanted in each for each in known)


def worded(template: str, words: Mapping[str, str]) -> str:
    """A sentence with its placeholders filled, each once: what a label says in braces stays as it is written."""
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), template)


def placeholders(template: str) -> frozenset[str]:
    """The names that a sentence has in braces."""
    return frozenset(_PLACEHOLDER.findall(template))


def _row_text(row: Rule | BarrierKind | ChangeKindRow) -> str:
    return "|".join(_field_text(getattr(row, field.name)) for field in fields(row) if field.name not in _TEXTS)


def _field_text(value: object) -> str:
    return (
        ",".join(sorted(map(str, value)))
        if isinstance(value, frozenset)
        else repr(value)
        if isinstance(value, tuple | LinkNode)
        else str(value)
    )

"""Knowledge at risk: who holds which know-how, what depends on it, and what goes with a person, supplier or site.

What is not recorded is unknown and never counts as safe. Figures about a person stand in ``PersonRisk`` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kgapp.domain.grades import Grade
from kgapp.domain.terms import Iri

FORMAT: Final = "kgapp-knowledge-risk/1"
MOST_RISK: Final = 5
"""Attrition risk and position risk go from 1 to this; their product is the total risk of a person."""


class Competence(StrEnum):
    """Whether somebody can do what know-how says."""

    COMPETENT = "competent"
    NOT_COMPETENT = "not competent"
    UNKNOWN = "competence not known"


class Holding(StrEnum):
    """How many hold know-how."""

    NOBODY = "nobody recorded"
    ONE = "one person"
    SEVERAL = "several"


class Left(StrEnum):
    """What is left of a kind when something goes, the worst first."""

    NOTHING = "only this one"
    UNKNOWN = "nobody recorded"
    OTHERS = "others too"


class Lost(StrEnum):
    """What kind of support goes, in the order in which it is told."""

    KNOW_HOW = "know-how"
    CONCLUSION = "conclusions"
    QUALIFICATION = "qualifications by step"
    TRAINING = "trainings"
    METHOD = "methods"
    OFFERING = "materials and offerings"
    EQUIPMENT = "equipment"
    PROCESS = "processes"
    CHARGE = "open tasks and responsibilities"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with the id people use and its name."""

    iri: Iri
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Qualified:
    """Whether a person is qualified for a step that know-how concerns; ``None`` where nothing tells.

    ``until`` is the last day of the qualification that decides.
    """

    valid: bool | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds know-how: in which ways, at which sites, and whether that was shown."""

    person: Thing
    ways: tuple[str, ...]
    sites: tuple[Thing, ...]
    competence: Competence
    because: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """A training: whose, where, when, and how it ended. ``competent`` is ``None`` before there is a result."""

    thing: Thing
    person: Thing | None
    sites: tuple[Thing, ...]
    day: date | None
    competent: bool | None
    assessors: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Stake:
    """An attribute that know-how bears on; ``severity`` is ``None`` where nobody recorded it."""

    attribute: Thing
    severity: Grade | None


@dataclass(frozen=True, slots=True)
class KnowHow:
    """One piece of know-how with all that decides how much is at risk with it.

    ``critical`` are the critical process parameters it concerns, ``missing_at`` the sites it applies at where nobody competent
    works, ``transfers`` its trainings by day.
    """

    thing: Thing
    holders: tuple[Holder, ...]
    stakes: tuple[Stake, ...]
    critical: tuple[Thing, ...]
    codified_in: tuple[Thing, ...]
    missing_at: tuple[Thing, ...]
    transfers: tuple[Transfer, ...]

    @property
    def holding(self) -> Holding:
        """How many hold it."""
        if not self.holders:
            return Holding.NOBODY
        return Holding.ONE if len(self.holders) == 1 else Holding.SEVERAL

    @property
    def codified(self) -> bool:
        """Whether a document or batch record step is recorded that contains it."""
        return bool(self.codified_in)

    @property
    def competent(self) -> int:
        """How many of its holders are known to be competent."""
        return sum(holder.competence is Competence.COMPETENT for holder in self.holders)

    @property
    def severity(self) -> Grade | None:
        """The highest severity among what it bears on; ``None`` where none is recorded."""
        return max((stake.severity for stake in self.stakes if stake.severity is not None), default=None)

    @property
    def open(self) -> bool:
        """Whether the severity may be higher than what is recorded."""
        return self.severity is not Grade.HIGH and (
            not self.stakes or any(each.severity is None for each in self.stakes)
        )

    @property
    def exposed(self) -> bool:
        """Whether at most one person holds it and nothing contains it."""
        return self.holding is not Holding.SEVERAL and not self.codified

    @property
    def order(self) -> tuple[int, int, bool, int, int, str, str]:
        """The place in a list, the most at risk first.

        Held by one or nobody and not codified, then by one or nobody, then not codified; then severity, unknown next to high;
        then what concerns a critical process parameter; then the fewest competent and the fewest at all. One more holder never moves it forward.
        """
        alone = self.holding is not Holding.SEVERAL
        tier = (0 if alone else 2) + (1 if self.codified else 0)
        severe = dread(None if self.open else self.severity)
        return tier, severe, not self.critical, self.competent, len(self.holders), self.thing.id, self.thing.iri


@dataclass(frozen=True, slots=True)
class View:
    """One side of a contradiction: what it says, for what it holds, and on what it rests."""

    thing: Thing
    action: str
    rationale: str
    scope: str
    applies_at: tuple[Thing, ...]
    status: str
    evidence: str
    sources: tuple[Thing, ...]
    holders: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """All know-how in use, the most at risk first, and the pairs that contradict each other. ``retired`` were left out.

    ``hidden`` were left out too, because they are marked personal and nobody asked for what is.
    """

    on: date
    know_how: tuple[KnowHow, ...]
    contradictions: tuple[tuple[View, View], ...]
    retired: int
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class PersonRisk:
    """The personal figures of one person: never shown unless asked for. ``None`` is not recorded, or no figure from 1 to 5."""

    person: Thing
    sites: tuple[Thing, ...]
    attrition: int | None
    position: int | None
    leaves_on: date | None
    holds: int
    alone: int

    @property
    def total(self) -> int | None:
        """Attrition risk times position risk, 1 to 25; ``None`` unless both are recorded."""
        return None if self.attrition is None or self.position is None else self.attrition * self.position


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that loses support, what is left of its kind, and why. ``others`` are those that remain."""

    kind: Lost
    thing: Thing
    left: Left
    sentence: str
    others: tuple[Thing, ...] = ()
    severity: Grade | None = None
    codified: bool = False
    hypothesis: bool = False

    @property
    def order(self) -> tuple[int, int, int, bool, str, str]:
        """The place among all: kind, what is left, severity, what nothing contains, id."""
        left = tuple(Left).index(self.left)
        return tuple(Lost).index(self.kind), left, dread(self.severity), self.codified, self.thing.id, self.thing.iri


@dataclass(frozen=True, slots=True)
class Next:
    """Something recorded that would help, or that is open: never advice of the program's own."""

    thing: Thing
    sentence: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """What loses support when an entity goes; ``people`` go with it. Only this one first, within every kind."""

    entity: Thing
    on: date
    people: tuple[Thing, ...]
    losses: tuple[Loss, ...]
    next: tuple[Next, ...]
    know_how: int
    hidden: int = 0

    def of(self, kind: Lost, left: Left | None = None) -> tuple[Loss, ...]:
        """The losses of one kind, or those of them of which so much is left."""
        return tuple(loss for loss in self.losses if loss.kind is kind and left in {None, loss.left})


def dread(severity: Grade | None) -> int:
    """The place of a severity, the worst first; unknown stands next to high, for it may be.

    >>> [dread(each) for each in (Grade.HIGH, None, Grade.MEDIUM, Grade.NONE)]
    [0, 1, 2, 4]
    """
    return {Grade.HIGH: 0, None: 1, Grade.MEDIUM: 2, Grade.LOW: 3, Grade.NONE: 4}[severity]


def competence(shown: bool | None, qualified: Qualified) -> tuple[Competence, str]:
    """Whether somebody is competent, and why: by the result of the last assessment and by qualification.

    A failed assessment or a lapsed qualification weighs more than anything else; without either nothing is known.
    """
    if shown is False:
        return Competence.NOT_COMPETENT, "the last assessment was not passed"
    if qualified.valid is False:
        return Competence.NOT_COMPETENT, f"qualification ended {qualified.until}"
    if shown:
        return Competence.COMPETENT, "shown in a training"
    if qualified.valid:
        return Competence.COMPETENT, f"qualified until {qualified.until}"
    return Competence.UNKNOWN, "no assessment and no valid qualification recorded"


def figure(text: str) -> int | None:
    """A risk as it was written, or ``None`` for anything but a whole number from 1 to 5.

    >>> figure("5"), figure("0"), figure("high")
    (5, None, None)
    """
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_RISK else None


def day(text: str) -> date | None:
    """A date as it was written, or ``None`` for text that is none.

    >>> day("2026-11-30"), day("soon")
    (datetime.date(2026, 11, 30), None)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

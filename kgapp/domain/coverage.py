"""What was judged of a factor's effect on something: the cells factor × attribute, and how they are counted.

One rule for the list of an impact and for the matrix. Not assessed is unknown, never "no impact": an influence without strength
is not assessed, and neither is one that was rejected or retired. That there is no effect is not known from a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final, NamedTuple

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.impact import Coverage, Named, StepCoverage
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG

VOID: Final = frozenset({KG.rejected, KG.retired})
"""The states in which an influence says nothing any more."""


def judged(strengths: Collection[Grade | None], evidence: Evidence, *, hypothesis: bool) -> Grade | None:
    """The strength that an influence was judged to have; ``None`` when it was not.

    >>> judged([Grade.NONE], Evidence.OPINION, hypothesis=True) is None
    True
    """
    if None in strengths or not strengths:
        return None
    strength = max(each for each in strengths if each is not None)
    guessed = hypothesis or evidence is Evidence.UNKNOWN
    return None if strength is Grade.NONE and guessed else strength


class Standing(StrEnum):
    """How a cell stands; only the first two are assessed."""

    EFFECT = "assessed, with effect"
    NO_EFFECT = "assessed, no effect"
    UNKNOWN = "strength not judged"
    VOID = "rejected or retired"
    ELSEWHERE = "assessed for another site only"
    OPEN = "not assessed"

    @property
    def assessed(self) -> bool:
        """Whether somebody judged it."""
        return self in {Standing.EFFECT, Standing.NO_EFFECT}


def assessed(grades: Iterable[Grade | None]) -> Standing:
    """How a cell stands by the grades of the influences that speak there: one with effect outweighs one without.

    >>> assessed([Grade.NONE, Grade.LOW]).value, assessed([None, Grade.NONE]).value, assessed([None]).value
    ('assessed, with effect', 'assessed, no effect', 'strength not judged')
    """
    found = set(grades)
    if found - {None, Grade.NONE}:
        return Standing.EFFECT
    if Grade.NONE in found:
        return Standing.NO_EFFECT
    return Standing.UNKNOWN if found else Standing.OPEN


class Direction(Enum):
    """Whether more of the cause means more of the effect."""

    UP = "increases"
    DOWN = "decreases"
    MIXED = "non-monotonic"
    UNKNOWN = "direction unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One influence. ``strength`` is what it was judged to have (see ``judged``); ``here`` whether it speaks at the site asked for."""

    iri: Iri
    label: str
    strength: Grade | None
    direction: Direction | None
    evidence: Evidence
    status: str
    void: bool
    here: bool
    sites: tuple[Named, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it counts."""
        return self.here and not self.void


@dataclass(frozen=True, slots=True)
class Cell:
    """What is recorded of a factor's effect on one thing. ``suggested`` are risks that name both: candidates, no judgement."""

    judgements: tuple[Judgement, ...] = ()
    suggested: tuple[Named, ...] = ()

    @property
    def speaking(self) -> tuple[Judgement, ...]:
        """Those that count."""
        return tuple(each for each in self.judgements if each.speaks)

    @property
    def standing(self) -> Standing:
        """How the cell stands."""
        speaking = self.speaking
        if speaking:
            return assessed(each.strength for each in speaking)
        if any(not each.void for each in self.judgements):
            return Standing.ELSEWHERE
        return Standing.VOID if self.judgements else Standing.OPEN

    @property
    def strength(self) -> Grade | None:
        """The strongest judgement; ``None`` when there is none."""
        return max((each.strength for each in self.speaking if each.strength is not None), default=None)

    @property
    def direction(self) -> Direction | None:
        """The direction on which all that count agree; unknown when they do not."""
        found = {each.direction for each in self.speaking if each.direction not in {None, Direction.UNKNOWN}}
        if len(found) > 1:
            return Direction.MIXED if Direction.MIXED in found else Direction.UNKNOWN
        return next(iter(found), None)

    @property
    def evidence(self) -> Evidence | None:
        """The best evidence for the strength of the cell; ``None`` when nobody judged it."""
        strength = self.strength
        return max(
            (each.evidence for each in self.speaking if strength is not None and each.strength is strength),
            default=None,
        )

    @property
    def conflicting(self) -> bool:
        """Whether those that count disagree on strength, or on direction."""
        grades = {each.strength for each in self.speaking if each.strength is not None}
        ways = {each.direction for each in self.speaking if each.direction in {Direction.UP, Direction.DOWN}}
        return len(grades) > 1 or len(ways) > 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: a thing with the id people use. ``note`` is its severity or criticality, empty where not recorded."""

    iri: Iri
    id: str
    label: str
    note: str = ""

    @property
    def named(self) -> str:
        """Id and name, as lists show them.

        >>> Line(Iri("a"), "P17", "MOI").named, Line(Iri("a"), "MOI", "MOI").named
        ('P17 MOI', 'MOI')
        """
        return f"{self.id} {self.label}" if self.id and self.id != self.label else self.label


class Place(NamedTuple):
    """A factor, and what it may bear on."""

    factor: Iri
    effect: Iri


@dataclass(frozen=True, slots=True)
class StepRows:
    """The factors of a step; ``step`` is ``None`` for those of none."""

    step: Named | None
    factors: tuple[Line, ...]


class Effects(Enum):
    """What stands in the columns. Only attributes are counted."""

    ATTRIBUTES = "attributes"
    FACTORS = "factors"


_OPEN: Final = Cell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Factors by step × what they may bear on. ``cells`` holds those of its rows and columns of which something is recorded."""

    process: Named | None
    steps: tuple[StepRows, ...]
    columns: tuple[Line, ...]
    cells: Mapping[Place, Cell]
    effects: Effects = Effects.ATTRIBUTES
    site: Named | None = None

    @property
    def factors(self) -> tuple[Line, ...]:
        """All rows."""
        return tuple(factor for step in self.steps for factor in step.factors)

    @property
    def size(self) -> int:
        """How many cells there are."""
        own = {column.iri for column in self.columns}
        return sum(len(own) - (factor.iri in own) for factor in self.factors)

    def cell(self, place: Place) -> Cell:
        """What is recorded of a place."""
        return self.cells.get(place, _OPEN)

    @property
    def coverage(self) -> Coverage:
        """How many cells of each step were assessed."""
        columns = {column.iri for column in self.columns}
        found = Counter((place.factor, cell.standing) for place, cell in self.cells.items())
        return Coverage(tuple(_counted(rows, columns, found) for rows in self.steps))

    def missing(self) -> tuple[Place, ...]:
        """The cells that nobody has assessed, in the order of the matrix."""
        return tuple(
            place
            for factor in self.factors
            for column in self.columns
            if column.iri != factor.iri and not self.cell(place := Place(factor.iri, column.iri)).standing.assessed
        )


def _counted(rows: StepRows, columns: Set[Iri], found: Counter[tuple[Iri, Standing]]) -> StepCoverage:
    own = [factor.iri for factor in rows.factors]
    good, idle = (sum(found[iri, standing] for iri in own) for standing in (Standing.EFFECT, Standing.NO_EFFECT))
    cells = sum(len(columns) - (iri in columns) for iri in own)
    return StepCoverage(rows.step, good, idle, cells - good - idle)

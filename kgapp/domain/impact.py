"""What a change touches, why, and how sure that is: the values of an impact report.

A report is complete or does not exist. It supports a decision and takes none: reach is a priority for assessment on an
ordinal scale, not a risk rating in the sense of ICH Q9.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kgapp.domain.grades import Evidence, Grade
from kgapp.domain.quantity import Position, Quantity, Span
from kgapp.domain.rules import Group, Kind
from kgapp.domain.terms import Iri, Quad
from kgapp.domain.vocabulary import KG

FORMAT: Final = "kgapp-impact/1"


class ChangeKind(StrEnum):
    """The kinds of change, by the word of the command line."""

    VALUE = "value"
    RANGE = "range"
    REPLACEMENT = "replacement"
    REMOVAL = "removal"
    ADDITION = "addition"
    RELOCATION = "relocation"
    TIMING = "timing"
    SPECIFICATION = "specification"
    METHOD = "method"
    SOFTWARE = "software"
    SHORTAGE = "shortage"
    DEPARTURE = "departure"
    REQUIREMENT = "requirement"
    EXCURSION = "excursion"

    @property
    def iri(self) -> Iri:
        """The concept of the ontology."""
        return _CHANGE_KINDS[self]


Stated = Quantity | Span | str
"""What a change goes from or to: a figure, a range, or words where there is no figure."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with the words for it. ``label`` falls back to the end of the IRI; ``class_iri`` may be empty."""

    iri: Iri
    label: str
    class_iri: Iri | None = None
    class_label: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What changes, from what to what, where and from when.

    ``old`` and ``new`` are ``None`` when they were not said. ``effective`` is an ISO date or empty. ``batch`` and
    ``duration`` belong to an excursion. ``against`` is what a relocation is compared with: the sending process.
    ``new_thing`` is what takes the place of a replaced entity.
    """

    entity: Named
    kind: ChangeKind
    old: Stated | None = None
    new: Stated | None = None
    site: Named | None = None
    effective: str = ""
    batch: Named | None = None
    duration: Quantity | None = None
    against: Named | None = None
    new_thing: Named | None = None


class Effect(StrEnum):
    """In which of the three ways an item is concerned."""

    AFFECTED = "affected"
    TOUCHED = "touched"
    LOSES_SUPPORT = "loses support"


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a path: one application of a rule.

    ``id`` is the same in every report of the same graph. ``strength`` is ``None`` when nobody has recorded it.
    ``judged`` links carry evidence and can be taken away; recorded facts cannot.
    """

    id: str
    source: Iri
    rule: Iri
    via: Iri | None
    target: Iri
    kind_in: Kind
    kind_out: Kind
    group: Group
    strength: Grade | None
    evidence: Evidence
    judged: bool
    sentence: str
    quads: tuple[Quad, ...]


@dataclass(frozen=True, slots=True)
class Best:
    """A point of the Pareto set: no path is better in grade and in weakest evidence at once."""

    grade: Grade
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something that could hold the change, for one item. It holds when ``void`` is empty; else ``void`` says why not.

    ``unsure``: all that speaks against it is that something is not known. Nothing may count on it either. ``codes`` name
    the kinds of the reasons in ``void``, without any label.
    """

    iri: Iri
    label: str
    kind: Iri
    kind_label: str
    attribute: Iri | None
    site: Named | None
    evidence: Evidence
    sentence: str
    void: tuple[str, ...] = ()
    unsure: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Detection:
    """A test that would show the effect: valid method at the site, and an action limit. It holds nothing."""

    sampling_point: Named
    method: Named
    step: Named | None
    before_infusion: bool | None
    turnaround: Quantity | None
    limit: str
    sentence: str


class SmallestSize(StrEnum):
    """How few judgements an item rests on: the smallest number whose removal lowers it."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    MORE = "more than 3"
    FACTS = "recorded facts only"


@dataclass(frozen=True, slots=True)
class SmallestSet:
    """The smallest set of judgement links whose removal leaves no path of the grade; ``links`` is empty for MORE and FACTS."""

    size: SmallestSize
    links: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One entity that the change reaches, at one site.

    Grades are ``None`` but for what is affected. ``low`` counts unknown strengths as none, ``high`` as high; ``decided_by``
    are the unknown links that make the difference. ``held`` is ``high`` with valid barriers in place. ``path`` is the
    witness: of the highest grade, then the best evidence, then the fewest hops. ``disjoint_paths`` ("at least") and
    ``smallest_set`` are ``None`` until asked for. ``undetected_because`` says why nothing detects an attribute.
    ``kind`` tells "product affected" from "result affected". ``step`` is the unit operation it belongs to. ``note`` is what a
    reader must know of it: region and category of a registration detail, status of a method, draft provisions. ``others`` are
    further paths of the grade that share no link with the witness or each other; only of an item that was opened.
    """

    iri: Iri
    label: str
    class_iri: Iri | None
    class_label: str
    group: Group
    effect: Effect
    kind: Kind
    site: Named | None
    step: Named | None
    low: Grade | None
    high: Grade | None
    held: Grade | None
    held_by: tuple[Barrier, ...]
    severity: Grade | None
    detected_by: tuple[Detection, ...]
    undetected_because: tuple[str, ...]
    best: tuple[Best, ...]
    evidence: Evidence
    path: tuple[Step, ...]
    disjoint_paths: int | None
    load_bearing: tuple[Step, ...]
    smallest_set: SmallestSet | None
    decided_by: tuple[Step, ...]
    opposing: bool
    note: str = ""
    others: tuple[tuple[Step, ...], ...] = ()

    @property
    def hops(self) -> int:
        """The number of links of the witness."""
        return len(self.path)

    @property
    def reach(self) -> str:
        """The reach in words: ``high``, ``none–high``, ``touched`` or ``loses support``."""
        if self.low is None or self.high is None:
            return self.effect.value
        return self.high.word if self.low == self.high else f"{self.low.word}–{self.high.word}"

    @property
    def undetermined(self) -> bool:
        """Whether what nobody has recorded decides how far it is affected."""
        return self.low != self.high

    @property
    def why(self) -> str:
        """The witness as one text."""
        return " ".join(step.sentence for step in self.path)


@dataclass(frozen=True, slots=True)
class RangePosition:
    """Where a move stands against one range of the changed factor. ``reason`` says why something does not compare.

    ``factor`` tells the moves of several changes apart. ``words`` are the limits for people: figures, or what is written where
    there are none.
    """

    range: Named
    range_type: Iri
    limits: Span
    site: Named | None
    region: Named | None
    attribute: Named | None
    old: Position | None
    new: Position | None
    reason: str
    sentence: str
    factor: Named | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class StepCoverage:
    """How many cells factor × attribute of one step were assessed. ``step`` is ``None`` for factors of no step."""

    step: Named | None
    with_effect: int
    without_effect: int
    not_assessed: int

    @property
    def cells(self) -> int:
        """All cells of the step."""
        return self.with_effect + self.without_effect + self.not_assessed

    @property
    def percent_assessed(self) -> int:
        """Assessed cells, in whole percent, rounded down: 100 only when nothing is missing."""
        return 100 * (self.with_effect + self.without_effect) // self.cells if self.cells else 0

    @property
    def never_assessed(self) -> str:
        """The rest, as it is told: all of it only when nothing was assessed.

        >>> StepCoverage(None, 1, 0, 200).never_assessed, StepCoverage(None, 0, 0, 5).never_assessed
        ('more than 99 %', '100 %')
        """
        percent = 100 - self.percent_assessed
        return "more than 99 %" if percent == 100 and self.not_assessed < self.cells else f"{percent} %"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was assessed of the factors the change moves, against every quality attribute."""

    steps: tuple[StepCoverage, ...]

    @property
    def total(self) -> StepCoverage:
        """All steps together."""
        return StepCoverage(
            None,
            sum(step.with_effect for step in self.steps),
            sum(step.without_effect for step in self.steps),
            sum(step.not_assessed for step in self.steps),
        )


@dataclass(frozen=True, slots=True)
class NotCovered:
    """A moved factor with the attributes for which nobody has assessed its effect: unknown, never "no impact"."""

    factor: Named
    step: Named | None
    attributes: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ImpactReport:
    """What a change touches, in the default order: severity, then reach.

    Always complete: where an answer could not be completed there is an error and no report. ``graph_hash`` is ``None``
    unless asked for. ``barriers`` are all candidates, also those of attributes that were not reached. ``notes`` are
    sentences that a reader must not miss. ``requests`` counts what was asked of the graph. ``also`` are the changes that
    were assessed together with ``change``: one reach from all of them. ``switched_off`` are the rules that were not applied.
    """

    change: Change
    revision_hash: str
    rules_hash: str
    graph_hash: str | None
    made_at: datetime
    items: tuple[Item, ...]
    positions: tuple[RangePosition, ...]
    barriers: tuple[Barrier, ...]
    coverage: Coverage
    not_covered: tuple[NotCovered, ...]
    summary: tuple[str, ...]
    notes: tuple[str, ...]
    requests: int
    also: tuple[Change, ...] = ()
    switched_off: tuple[Named, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes that were assessed together, the one asked for first."""
        return (self.change, *self.also)

    @property
    def complete(self) -> bool:
        """Always true."""
        return True

    def of(self, group: Group) -> tuple[Item, ...]:
        """The items of one group, in order."""
        return tuple(item for item in self.items if item.group is group)


_CHANGE_KINDS: Final = {
    ChangeKind.VALUE: KG.valueChange,
    ChangeKind.RANGE: KG.rangeChange,
    ChangeKind.REPLACEMENT: KG.replacement,
    ChangeKind.REMOVAL: KG.removal,
    ChangeKind.ADDITION: KG.addition,
    ChangeKind.RELOCATION: KG.relocation,
    ChangeKind.TIMING: KG.timingChange,
    ChangeKind.SPECIFICATION: KG.specificationChange,
    ChangeKind.METHOD: KG.methodChange,
    ChangeKind.SOFTWARE: KG.softwareChange,
    ChangeKind.SHORTAGE: KG.shortage,
    ChangeKind.DEPARTURE: KG.departure,
    ChangeKind.REQUIREMENT: KG.requirementChange,
    ChangeKind.EXCURSION: KG.excursion,
}

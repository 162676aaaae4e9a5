"""What follows from a change outside the product: filings by region, methods, papers, people, studies, supply.

Nothing here is a decision. A stored category and its citation stand side by side as they are recorded; where no filing
is recorded, that is unknown and never "none".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kgapp.domain.impact import Item, Named, RangePosition


class Topic(StrEnum):
    """What the things that follow are, in the order in which they are worked through."""

    FILINGS = "registration details"
    METHODS = "methods"
    PAPERS = "documents and batch record steps"
    TRAININGS = "trainings"
    KNOW_HOW = "know-how"
    STUDIES = "comparability studies"
    RISKS = "open risks"
    SUPPLY = "offerings"
    GAPS = "gaps"
    CHANGES = "other open changes"
    PROVISIONS = "provisions"
    OTHERS = "other things touched"


class Stage(StrEnum):
    """At which stage something is filed; told apart because the rules for changes differ."""

    CLINICAL = "clinical"
    COMMERCIAL = "commercial"
    BOTH = "clinical and commercial processes there: which of them is meant is not recorded"
    UNKNOWN = "stage not recorded"


@dataclass(frozen=True, slots=True)
class Told:
    """What is recorded of a thing; an empty value is not recorded."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Following:
    """One thing that follows, with what a reader must know of it."""

    item: Item
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision that a filing or its category cites. ``settled`` is false for drafts and announcements."""

    provision: Named
    text: str
    status: str
    settled: bool

    @property
    def words(self) -> str:
        """The provision with its status where that is not "in force": a draft is never read as a rule."""
        return (
            self.provision.label if self.settled else f"{self.provision.label} [{self.status or 'status not recorded'}]"
        )


@dataclass(frozen=True, slots=True)
class Filing:
    """A registration detail: its filed range, and category and citation as stored."""

    item: Item
    established: bool
    section: str
    filed: str
    standing: tuple[RangePosition, ...]
    category: str
    citations: tuple[Citation, ...]
    stage: Stage
    concerns: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class RegionFilings:
    """The filings of one region. ``region`` is ``None`` for details that name none; ``gap`` says that none is reached.

    ``recorded`` is what is filed there about the thing that changes, where the change does not touch it.
    """

    region: Named | None
    filings: tuple[Filing, ...]
    gap: str = ""
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class FollowGroup:
    """The things of one topic."""

    topic: Topic
    things: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class Follows:
    """Everything that follows; every item of the report that is not affected stands in it once."""

    regions: tuple[RegionFilings, ...]
    groups: tuple[FollowGroup, ...]

    @property
    def total(self) -> int:
        """How many items it holds."""
        return sum(len(each.filings) for each in self.regions) + sum(len(each.things) for each in self.groups)

"""Assessments of changes: who judged which item how and why, on what, and what is missing before one can be closed.

A verdict keeps what it was given on. When that changes it is doubted, with what changed; it is never altered by that.
A closed assessment is never altered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kgapp.domain.impact import ChangeKind, ImpactReport, Item, Named
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CONCEPTS, KG


class Outcome(StrEnum):
    """What a function found, by the word of the command line."""

    IMPACTED = "impacted"
    NOT_IMPACTED = "not-impacted"
    NEEDS_STUDY = "needs-study"

    @property
    def iri(self) -> Iri:
        """The concept of the ontology."""
        return _OUTCOMES[self]

    @property
    def label(self) -> str:
        """The words people read."""
        return CONCEPTS[self.iri].label


class Function(StrEnum):
    """Who judges, by the word of the command line."""

    PROCESS = "process"
    QC = "qc"
    REGULATORY = "regulatory"
    QUALITY = "quality"
    SUPPLY = "supply"

    @property
    def iri(self) -> Iri:
        """The concept of the ontology."""
        return _FUNCTIONS[self]

    @property
    def label(self) -> str:
        """The words people read."""
        return CONCEPTS[self.iri].label


@dataclass(frozen=True, slots=True, order=True)
class ItemKey:
    """What a verdict is about: an item of a report at its site, or, with ``about_factor``, a cell nobody has assessed.

    Of a cell ``item`` is the attribute. ``site`` is ``None`` for an item of no one site.
    """

    item: Iri
    site: Iri | None = None
    about_factor: Iri | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one function about one item.

    ``by`` is the name and by what identity it is known. ``state`` is what it was given on, as JSON without labels; empty
    when nobody kept it. ``revision`` is the hash of the revision that the report was made of.
    """

    iri: Iri
    key: ItemKey
    function: Function
    outcome: Outcome
    rationale: str
    by: str
    at: datetime | None
    revision: str
    state: str
    actions: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to judge an item, for which function (``None``: any) and until when (an ISO date or empty)."""

    iri: Iri
    key: ItemKey
    function: Function | None
    owners: tuple[Named, ...]
    due: str


@dataclass(frozen=True, slots=True)
class RuleException:
    """A rule that is switched off for one assessment, and why."""

    iri: Iri
    rule: Named
    rationale: str


@dataclass(frozen=True, slots=True)
class Raised:
    """An action or a question that came out of an assessment. ``kind`` and ``status`` are concepts, ``due`` an ISO date or empty."""

    iri: Iri
    label: str
    kind: Iri | None
    status: Iri | None
    owners: tuple[Named, ...]
    due: str
    answer: str
    concerns: tuple[Iri, ...]
    site: Iri | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A ``kg:Change`` as it is recorded. ``old``, ``new`` and ``duration`` are texts as one would enter them, with unit.

    ``kind`` is ``None`` when none, or an unknown one, is recorded. ``status`` is a concept.
    """

    iri: Iri
    label: str
    entities: tuple[Named, ...]
    kind: ChangeKind | None
    old: str
    new: str
    site: Named | None
    effective: str
    batches: tuple[Named, ...]
    duration: str
    from_thing: Named | None
    to_thing: Named | None
    external_ids: tuple[str, ...]
    status: Iri | None
    owners: tuple[Named, ...]
    arises_from: tuple[Named, ...]

    @property
    def move(self) -> str:
        """From and to in words: ``3 → 5``; empty when neither was said."""
        old = self.old or (self.from_thing.label if self.from_thing else "")
        new = self.new or (self.to_thing.label if self.to_thing else "")
        return " → ".join((old or "not stated", new or "not stated")) if old or new else ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment with the changes it is about, and everything that was said in it.

    ``asks`` are the functions that must judge every item; empty means that any one is enough. ``closed_at``,
    ``closed_by``, ``conclusion``, ``revision`` and ``rules_digest`` are of a closed one.
    """

    iri: Iri
    label: str
    closed: bool
    changes: tuple[Proposal, ...]
    asks: tuple[Function, ...]
    owners: tuple[Named, ...]
    opened_at: datetime | None
    arises_from: tuple[Named, ...]
    closed_at: datetime | None = None
    closed_by: str = ""
    conclusion: str = ""
    revision: str = ""
    rules_digest: str = ""
    verdicts: tuple[Verdict, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    raised: tuple[Raised, ...] = ()


class Doubt(StrEnum):
    """Why a verdict is suspect."""

    UNREADABLE = "what it was given on cannot be read"
    GONE = "no longer reached"
    STRONGER = "a stronger path appears"
    GRADE = "the reach changed"
    HELD = "what holds it changed"
    PATH = "the path changed"
    JUDGEMENT = "a judgement on the path changed"
    RANGE = "a range changed"
    DETECTION = "what detects it changed"
    SEVERITY = "the severity changed"
    COVERAGE = "what is assessed changed"
    CHANGE = "the change itself was altered"
    RULES = "the rules of impact changed"
    TWICE = "two verdicts of one function"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One reason why a verdict is suspect, as a sentence that names what changed."""

    doubt: Doubt
    sentence: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, and why it is suspect; it holds while ``suspicions`` is empty."""

    verdict: Verdict
    suspicions: tuple[Suspicion, ...] = ()

    @property
    def suspect(self) -> bool:
        """Whether what it was given on has changed."""
        return bool(self.suspicions)


class Standing(StrEnum):
    """How far an item is decided."""

    OPEN = "open"
    PARTLY = "partly decided"
    DECIDED = "decided"
    SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One item, or one cell nobody has assessed, with the verdicts about it.

    ``item`` is ``None`` for a cell, and for what a verdict is about but the report no longer reaches. ``missing`` are the
    functions that were asked and have no verdict that holds; ``awaits_any`` is true when any one would do and none is there.
    ``reached`` says whether the report still holds it.
    """

    key: ItemKey
    label: str
    site: Named | None
    factor: Named | None
    item: Item | None
    verdicts: tuple[Judged, ...]
    assignments: tuple[Assignment, ...]
    raised: tuple[Raised, ...]
    missing: tuple[Function, ...]
    awaits_any: bool
    reached: bool = True

    @property
    def standing(self) -> Standing:
        """How far it is decided: suspect before everything else."""
        if any(each.suspect for each in self.verdicts):
            return Standing.SUSPECT
        if not self.missing and not self.awaits_any:
            return Standing.DECIDED
        return Standing.PARTLY if self.verdicts else Standing.OPEN

    @property
    def cell(self) -> bool:
        """Whether it is a factor and an attribute between which nobody has assessed an effect."""
        return self.key.about_factor is not None

    def by(self, function: Function) -> Judged | None:
        """The verdict of one function."""
        return next((each for each in self.verdicts if each.verdict.function is function), None)


@dataclass(frozen=True, slots=True)
class State:
    """An assessment against a report: where every item stands, in the order of the report, then cells, then what is gone.

    ``missing`` are sentences: what must be done before it can be closed; empty when it can. ``review`` are the reasons to
    look again at a closed one; each names its item.
    """

    assessment: Assessment
    report: ImpactReport
    standings: tuple[ItemStanding, ...]
    missing: tuple[str, ...]
    review: tuple[str, ...] = ()

    @property
    def decided(self) -> int:
        """How many items are decided."""
        return sum(each.standing is Standing.DECIDED for each in self.standings)

    @property
    def suspect(self) -> int:
        """How many items have a suspect verdict."""
        return sum(each.standing is Standing.SUSPECT for each in self.standings)

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self.standings)

    def of(self, key: ItemKey) -> ItemStanding | None:
        """Where one item stands."""
        return next((each for each in self.standings if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Shift:
    """An item of both reports that stands differently in them; ``sentences`` say in what, first A, then B."""

    one: Item
    other: Item
    sentences: tuple[str, ...]
    other_witness: bool

    @property
    def graded_differently(self) -> bool:
        """Whether more differs than the path that is told."""
        return len(self.sentences) > int(self.other_witness)


@dataclass(frozen=True, slots=True)
class Cell:
    """A factor and an attribute between which nobody has assessed an effect."""

    factor: Named
    attribute: Named


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side. ``same`` counts the items that stand alike in both."""

    one: ImpactReport
    other: ImpactReport
    only_one: tuple[Item, ...]
    only_other: tuple[Item, ...]
    shifted: tuple[Shift, ...]
    same: int
    cells_only_one: tuple[Cell, ...]
    cells_only_other: tuple[Cell, ...]
    notes: tuple[str, ...]


_OUTCOMES: Final = {
    Outcome.IMPACTED: KG.impacted,
    Outcome.NOT_IMPACTED: KG.notImpacted,
    Outcome.NEEDS_STUDY: KG.needsStudy,
}
_FUNCTIONS: Final = {
    Function.PROCESS: KG.processFunction,
    Function.QC: KG.qcFunction,
    Function.REGULATORY: KG.regulatoryFunction,
    Function.QUALITY: KG.qualityFunction,
    Function.SUPPLY: KG.supplyFunction,
}

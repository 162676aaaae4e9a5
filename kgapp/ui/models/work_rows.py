"""The rows of the work list of a review: items, and cells that nobody has assessed, with how far each is decided.

Made on any thread; what is shown of them, and in which order, is one frozen value (``WorkView``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from kgapp.domain.assessment import Function, ItemKey, ItemStanding, Outcome, Standing, State
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Effect, ImpactReport, Item, Named
from kgapp.domain.names import unmarked
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.impact_items import item_title, short_evidence, tone_of
from kgapp.ui.models.verdict_words import verdict_words
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, tr


class Scope(Enum):
    """Which of the lists a row stands in."""

    WORK = "work"
    CELLS = "cells"


class GroupBy(Enum):
    """What the rows are put together by: marked words."""

    WHAT = mark("What it is")
    STEP = mark("Step")
    SITE = mark("Site")
    CLASS = mark("Class")
    OWNER = mark("Owner")
    NOTHING = mark("Nothing")


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row. ``order`` is its place in the report: severity, then reach. ``search`` is folded."""

    key: ItemKey
    item: Item | None
    standing: ItemStanding | None
    order: int
    label: str
    icon: str
    reach: str
    tone: Tone
    severity: Grade | None
    detected: str
    detected_rank: int
    evidence: str
    why: str
    what: str
    kind: str
    site: str
    step: str
    owners: tuple[str, ...]
    search: str

    @property
    def hops(self) -> int:
        """The number of links of its witness; none for a cell."""
        return self.item.hops if self.item is not None else 0

    @property
    def held(self) -> bool:
        """Whether something in place lowers its reach."""
        return self.item is not None and self.item.held is not None and self.item.held != self.item.high

    @property
    def cell(self) -> bool:
        """Whether it is a factor and an attribute between which nobody has assessed an effect."""
        return self.key.about_factor is not None

    @property
    def suspect(self) -> bool:
        """Whether a verdict about it is doubted."""
        return self.standing is not None and self.standing.standing is Standing.SUSPECT

    @property
    def undecided(self) -> bool:
        """Whether a verdict that holds is missing."""
        return self.standing is None or self.standing.standing is not Standing.DECIDED

    def open_for(self, function: Function) -> bool:
        """Whether the function is asked and has not given a verdict that holds."""
        if self.standing is None:
            return True
        return function in self.standing.missing or self.standing.awaits_any

    @property
    def verdict(self) -> str:
        """The verdicts in words; each outcome has a sign of its own."""
        return verdict_words(self.standing) if self.standing is not None else ""


@dataclass(frozen=True, slots=True)
class WorkView:
    """What is shown of the rows, and how. ``only`` holds the names of the filters that are on (``FILTERS``)."""

    scope: Scope = Scope.WORK
    group: GroupBy = GroupBy.WHAT
    words: str = ""
    only: frozenset[str] = field(default_factory=frozenset)
    owner: str | None = None
    """An owner's name; empty for what nobody owns, ``None`` for all."""
    function: Function | None = None
    column: int = -1
    """The column that sorts; -1 for the order of the report."""
    descending: bool = False

    def sorted_by(self, column: int) -> WorkView:
        """After a click on a column: one way, the other way, and at the third click the order of the report."""
        begins = column in _HIGHEST_FIRST
        if self.column != column:
            return replace(self, column=column, descending=begins)
        if self.descending == begins:
            return replace(self, descending=not begins)
        return replace(self, column=-1, descending=False)

    def keeps(self, row: WorkRow) -> bool:
        """Whether a row is shown. Filters of one kind widen, filters of different kinds narrow."""
        return all(test(row) for test in self._tests())

    def kept(self, every: Iterable[WorkRow]) -> list[WorkRow]:
        """The rows that are shown, in their order; the tests are made once for all of them."""
        found = list(every)
        for test in self._tests():
            found = [row for row in found if test(row)]
        return found

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.words.strip() or self.only or self.owner is not None or self.function is not None)

    def _tests(self) -> Iterator[Callable[[WorkRow], bool]]:
        yield _SCOPES[self.scope]
        words = self.words.casefold().split()
        if words:
            yield lambda row: all(word in row.search for word in words)
        kinds: dict[str, list[Callable[[WorkRow], bool]]] = {}
        for each in FILTERS:
            if each.name in self.only:
                kinds.setdefault(each.kind, []).append(each.keeps)
        yield from (_any_of(tests) for tests in kinds.values())
        owner, function = self.owner, self.function
        if owner is not None:
            yield lambda row: owner in row.owners if owner else not row.owners
        if function is not None:
            yield lambda row: row.open_for(function)


def _any_of(tests: list[Callable[[WorkRow], bool]]) -> Callable[[WorkRow], bool]:
    return lambda row: any(test(row) for test in tests)


@dataclass(frozen=True, slots=True)
class RowFilter:
    """One choice of the filter menu: marked words for it and for its kind."""

    kind: str
    name: str
    keeps: Callable[[WorkRow], bool]


@dataclass(frozen=True, slots=True)
class WorkColumn:
    """A column: its marked words, its width in pixels of the drawings (a share below 1), and what sorts by it."""

    name: str
    width: float
    sorts_by: Callable[[WorkRow], object]
    text: Callable[[WorkRow], str]


def rows(report: ImpactReport, state: State | None) -> tuple[WorkRow, ...]:
    """Every row of a report; with a kept assessment also what its verdicts are about and is no longer reached."""
    if state is not None:
        return tuple(_of_standing(each, at) for at, each in enumerate(state.standings))
    items = [_of_item(item, ItemKey(item.iri, item.site.iri if item.site else None), None, at)
             for at, item in enumerate(report.items)]  # fmt: skip
    cells = [
        _of_cell(ItemKey(each.iri, None, missing.factor.iri), each.label, missing.factor, None, len(items))
        for missing in report.not_covered
        for each in missing.attributes
    ]
    return (*items, *cells)


def shown(every: Iterable[WorkRow], view: WorkView) -> tuple[tuple[str, tuple[WorkRow, ...]], ...]:
    """The rows that a view keeps, in its order, under the titles of its groups. Ties keep the order of the report."""
    kept = view.kept(every)
    if view.column >= 0:
        kept.sort(key=COLUMNS[view.column].sorts_by, reverse=view.descending)  # type: ignore[arg-type]  # comparable
    if view.group is GroupBy.NOTHING:
        return (("", tuple(kept)),) if kept else ()
    groups: dict[str, list[WorkRow]] = {}
    for row in kept:
        groups.setdefault(_title(row, view.group), []).append(row)
    return tuple((title, tuple(found)) for title, found in groups.items())


def owners(every: Iterable[WorkRow]) -> tuple[str, ...]:
    """Everybody to whom something is assigned, by name."""
    return tuple(sorted({owner for row in every for owner in row.owners}))


def _of_standing(standing: ItemStanding, at: int) -> WorkRow:
    if standing.item is not None:
        return _of_item(standing.item, standing.key, standing, at)
    if standing.cell and standing.factor is not None:
        return _of_cell(standing.key, standing.label, standing.factor, standing, at)
    site = unmarked(standing.site.label) if standing.site else ""
    why = tr("No longer reached; its verdict stays until somebody looks at it.")
    return WorkRow(
        standing.key, None, standing, at, standing.label, "thing", tr("not reached"), Tone.UNKNOWN, None, "", 0, "",
        why, tr("No longer reached"), "", site, "", _owners(standing), f"{standing.label} {why}".casefold(),
    )  # fmt: skip


def _of_item(item: Item, key: ItemKey, standing: ItemStanding | None, at: int) -> WorkRow:
    detected, rank = _detected(item)
    opposing = " " + tr("Other paths point the other way.") if item.opposing else ""
    why = _STRENGTHS.sub(lambda found: found[1] or "", item.why) + opposing
    site = unmarked(item.site.label) if item.site else ""
    return WorkRow(
        key=key,
        item=item,
        standing=standing,
        order=at,
        label=item.label,
        icon=kind_of((item.class_iri,) if item.class_iri else ()),
        reach=item.reach,
        tone=tone_of(item),
        severity=item.severity,
        detected=detected,
        detected_rank=rank,
        evidence=short_evidence(item),
        why=why,
        what=item_title(item),
        kind=item.class_label,
        site=site,
        step=item.step.label if item.step else "",
        owners=_owners(standing),
        search=f"{item.label} {item.class_label} {site} {why}".casefold(),
    )


def _of_cell(key: ItemKey, label: str, factor: Named, standing: ItemStanding | None, at: int) -> WorkRow:
    why = tr("Nobody has recorded whether it is affected by {factor}: unknown, not “no impact”.").format(
        factor=factor.label
    )
    what = tr("{factor}: effect not assessed").format(factor=factor.label)
    return WorkRow(
        key, None, standing, at, label, "attribute", tr("unknown"), Tone.UNKNOWN, None, "", 0, tr("none"),
        why, what, tr("quality attribute"), "", "", _owners(standing), f"{label} {factor.label}".casefold(),
    )  # fmt: skip


def _owners(standing: ItemStanding | None) -> tuple[str, ...]:
    if standing is None:
        return ()
    return tuple(dict.fromkeys(unmarked(each.label) for one in standing.assignments for each in one.owners))


def _detected(item: Item) -> tuple[str, int]:
    """The earliest valid test in words, and its rank: before infusion, when is not recorded, after it, none."""
    if item.detected_by:
        ranks = {True: 1, None: 2, False: 3}
        best = min(ranks[each.before_infusion] for each in item.detected_by)
        words = {1: tr("before infusion"), 2: tr("when not recorded"), 3: tr("after infusion")}[best]
        partly = bool(item.undetected_because)
        return (tr("{when}, not at every site").format(when=words) if partly else words), best
    return (tr("nothing"), 4) if item.undetected_because else ("", 0)


def _title(row: WorkRow, group: GroupBy) -> str:
    return {
        GroupBy.WHAT: row.what,
        GroupBy.STEP: " · ".join(each for each in (row.step or tr("No one step"), row.site) if each),
        GroupBy.SITE: row.site or tr("Any site"),
        GroupBy.CLASS: row.kind[:1].upper() + row.kind[1:] or tr("Other things"),
        GroupBy.OWNER: ", ".join(row.owners) or tr("Nobody yet"),
    }[group]


def _by_outcome(outcome: Outcome) -> Callable[[WorkRow], bool]:
    def found(row: WorkRow) -> bool:
        return row.standing is not None and any(each.verdict.outcome is outcome for each in row.standing.verdicts)

    return found


def _effect(effect: Effect) -> Callable[[WorkRow], bool]:
    return lambda row: row.item is not None and row.item.effect is effect


def _severity(grade: Grade | None) -> Callable[[WorkRow], bool]:
    return lambda row: row.severity is grade


def _rank(grade: Grade | None) -> int:
    return -1 if grade is None else int(grade)


def _reach_rank(row: WorkRow) -> tuple[int, int]:
    return (_rank(row.item.high), _rank(row.item.low)) if row.item is not None else (-2, -2)


_STRENGTHS: Final = re.compile(r"( \(a hypothesis)?(?:,| \()\s*strength [^()]*(?(1)(?=\))|\))")
"""What the columns beside a sentence say already; that it is a hypothesis is said nowhere else."""

_SCOPES: Final[Mapping[Scope, Callable[[WorkRow], bool]]] = {
    Scope.WORK: lambda row: not row.cell,
    Scope.CELLS: lambda row: row.cell,
}
FILTERS: Final = (
    RowFilter(mark("Effect"), mark("affected"), _effect(Effect.AFFECTED)),
    RowFilter(mark("Effect"), mark("touched"), _effect(Effect.TOUCHED)),
    RowFilter(mark("Effect"), mark("loses support"), _effect(Effect.LOSES_SUPPORT)),
    RowFilter(mark("Effect"), mark("decided by unknowns"), lambda row: row.item is not None and row.item.undetermined),
    RowFilter(mark("Effect"), mark("not detected"), lambda row: row.detected_rank == _UNDETECTED),
    RowFilter(mark("Effect"), mark("held"), lambda row: row.held),
    RowFilter(mark("Severity"), mark("severity high"), _severity(Grade.HIGH)),
    RowFilter(mark("Severity"), mark("severity medium"), _severity(Grade.MEDIUM)),
    RowFilter(mark("Severity"), mark("severity low"), _severity(Grade.LOW)),
    RowFilter(mark("Severity"), mark("severity not recorded"), _severity(None)),
    RowFilter(mark("Verdict"), mark("undecided"), lambda row: row.undecided),
    RowFilter(mark("Verdict"), mark("suspect"), lambda row: row.suspect),
    RowFilter(mark("Verdict"), mark("impacted"), _by_outcome(Outcome.IMPACTED)),
    RowFilter(mark("Verdict"), mark("not impacted"), _by_outcome(Outcome.NOT_IMPACTED)),
    RowFilter(mark("Verdict"), mark("needs study"), _by_outcome(Outcome.NEEDS_STUDY)),
)
_UNDETECTED: Final = 4

COLUMNS: Final = (
    WorkColumn(mark("Affected"), 0.23, lambda row: row.label.casefold(), lambda row: row.label),
    WorkColumn(mark("Reach"), 96, _reach_rank, lambda row: row.reach),
    WorkColumn(
        mark("Severity"), 70, lambda row: _rank(row.severity), lambda row: row.severity.word if row.severity else ""
    ),
    WorkColumn(mark("Detected"), 84, lambda row: row.detected_rank, lambda row: row.detected),
    WorkColumn(mark("Evidence"), 90, lambda row: row.item.evidence if row.item else -1, lambda row: row.evidence),
    WorkColumn(mark("Hops"), 50, lambda row: row.hops, lambda row: str(row.hops) if row.item else ""),
    WorkColumn(mark("Why"), 0.0, lambda row: row.why.casefold(), lambda row: row.why),
    WorkColumn(mark("Owner"), 96, lambda row: row.owners, lambda row: ", ".join(row.owners)),
    WorkColumn(mark("Verdict"), 118, lambda row: row.verdict, lambda row: row.verdict),
)
"""In the order of the list; ``Why`` takes what is left."""

REACH: Final = 1
WHY: Final = 6
OWNER: Final = 7
VERDICT: Final = 8
_HIGHEST_FIRST: Final = frozenset({1, 2, 3, 4})
"""Columns that begin with the highest: reach, severity, detection, evidence."""

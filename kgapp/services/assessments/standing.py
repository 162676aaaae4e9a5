"""Where every item of an assessment stands: who judged it, whether that still holds, and what is missing for closing.

Items are those of the report, the cells nobody has assessed, and what a verdict is about but the report no longer
reaches. Undetermined, held and uncovered ones need a verdict like every other: unknown is never "no impact".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Final

from kgapp.domain.assessment import (
    Assessment,
    Assignment,
    Doubt,
    Function,
    ItemKey,
    ItemStanding,
    Judged,
    Raised,
    Standing,
    State,
    Suspicion,
    Verdict,
)
from kgapp.domain.impact import ImpactReport, Item, Named
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import browsing, history, rulebook
from kgapp.services.assessments import suspicions
from kgapp.services.assessments.fingerprints import Basis, Given
from kgapp.services.impact import summary
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements

_NAMED: Final = 3
_COUNTED: Final = {
    Standing.SUSPECT: "suspect: give a new verdict, or confirm the old one",
    Standing.PARTLY: "judged by some of the functions asked",
    Standing.OPEN: "without a verdict",
}


def key_of(item: Item) -> ItemKey:
    """What a verdict on an item is about."""
    return ItemKey(item.iri, item.site.iri if item.site else None)


def keys(report: ImpactReport) -> tuple[ItemKey, ...]:
    """Everything in a report that asks for a verdict, in its order: items, then cells nobody has assessed."""
    return (*map(key_of, report.items), *_cells(report))


def givens(reader: RecordReader, report: ImpactReport) -> Mapping[ItemKey, Given]:
    """What verdicts on a report are given on, for everything that asks for one."""
    basis = Basis(reader, report)
    return {key_of(item): basis.of_item(item) for item in report.items} | {
        key: basis.of_cell(key) for key in _cells(report)
    }


def state(reader: RecordReader, assessment: Assessment, report: ImpactReport) -> State:
    """An assessment against a report: where everything stands, and what is missing before it can be closed.

    The report of the state leaves out what is no item of the assessment, so that both count the same.
    """
    own = _own(reader, assessment)
    standings = _Standings(reader, assessment, report).all(own)
    missing = () if assessment.closed else tuple(_missing(assessment, standings))
    review = tuple(_review(standings)) if assessment.closed else ()
    return State(assessment, _without(report, own), standings, missing, review)


def _own(reader: RecordReader, assessment: Assessment) -> frozenset[Iri]:
    """The changes of an assessment, and risks and actions that it raised itself: no items of it."""
    raised = Statements(reader).that(KG.raisedBy, assessment.iri)
    return frozenset((*raised, *(each.iri for each in assessment.changes)))


def _without(report: ImpactReport, own: Collection[Iri]) -> ImpactReport:
    """The report without some items; its first sentence is the one that counts."""
    items = tuple(item for item in report.items if item.iri not in own)
    if len(items) == len(report.items):
        return report
    return replace(report, items=items, summary=(summary.counted(items), *report.summary[1:]))


def _cells(report: ImpactReport) -> dict[ItemKey, tuple[Named, Named]]:
    """The cells nobody has assessed, with attribute and factor."""
    return {
        ItemKey(attribute.iri, None, row.factor.iri): (attribute, row.factor)
        for row in report.not_covered
        for attribute in row.attributes
    }


class _Standings:
    """Joins the verdicts of an assessment with what a report says now."""

    def __init__(self, reader: RecordReader, assessment: Assessment, report: ImpactReport) -> None:
        self._reader = reader
        self._assessment = assessment
        self._report = report
        self._now = givens(reader, report)
        self._basis = Basis(reader, report)
        self._verdicts = defaultdict[ItemKey, list[Verdict]](list)
        for verdict in assessment.verdicts:
            self._verdicts[verdict.key].append(verdict)
        self._assignments = defaultdict[ItemKey, list[Assignment]](list)
        for assignment in assessment.assignments:
            self._assignments[assignment.key].append(assignment)
        self._raised = defaultdict[tuple[Iri, Iri | None], list[Raised]](list)
        for raised in assessment.raised:
            for about in raised.concerns:
                self._raised[about, raised.site].append(raised)
        self._names = self._labels()
        self._altered: dict[str, tuple[str, ...]] = {}

    def all(self, own: Collection[Iri]) -> tuple[ItemStanding, ...]:
        """Items in the order of the report without its own, then cells, then what is no longer there."""
        items = {key_of(item): item for item in self._report.items if item.iri not in own}
        cells = _cells(self._report)
        gone = sorted(key for key in self._verdicts if key not in self._now)
        return (
            *(self._standing(key, item.label, item, item.site, None) for key, item in items.items()),
            *(self._standing(key, attribute.label, None, None, factor) for key, (attribute, factor) in cells.items()),
            *(self._gone(key) for key in gone),
        )

    def _gone(self, key: ItemKey) -> ItemStanding:
        site, factor = (Named(each, self._names[each]) if each else None for each in (key.site, key.about_factor))
        return self._standing(key, self._names[key.item], None, site, factor)

    def _standing(
        self, key: ItemKey, label: str, item: Item | None, site: Named | None, factor: Named | None
    ) -> ItemStanding:
        judged = tuple(self._judged(key))
        held = {each.verdict.function for each in judged if not each.suspect}
        asked = self._assessment.asks
        return ItemStanding(
            key=key,
            label=label,
            site=site,
            factor=factor,
            item=item,
            verdicts=judged,
            assignments=tuple(self._assignments.get(key, ())),
            raised=tuple(self._raised.get((key.item, key.site), ())),
            missing=tuple(each for each in asked if each not in held),
            awaits_any=not asked and not held,
            reached=key in self._now,
        )

    def _judged(self, key: ItemKey) -> Iterable[Judged]:
        listed = sorted(self._verdicts.get(key, ()), key=lambda each: (_FUNCTIONS.index(each.function), each.iri))
        functions = [each.function for each in listed]
        now = self._given(key)
        for verdict in listed:
            found = list(self._doubts(verdict, now))
            if functions.count(verdict.function) > 1:
                told = f"Two verdicts of the function {verdict.function.label} stand side by side."
                found.append(Suspicion(Doubt.TWICE, told))
            yield Judged(verdict, tuple(found))

    def _doubts(self, verdict: Verdict, now: Given) -> Iterable[Suspicion]:
        if not verdict.by.strip() or not verdict.rationale.strip():
            yield Suspicion(Doubt.UNREADABLE, "It does not say who gave it and why.")
        for each in suspicions.suspicions(verdict.state, now, self._names):
            if each.sentence == suspicions.RULES_CHANGED:
                yield Suspicion(Doubt.RULES, self._rules(verdict))
            else:
                yield each

    def _given(self, key: ItemKey) -> Given:
        return self._now.get(key) or self._basis.of_nothing(key)

    def _rules(self, verdict: Verdict) -> str:
        """That the rules changed, and which of the project's did since the report the verdict was given on."""
        if verdict.revision not in self._altered:
            self._altered[verdict.revision] = _altered_rules(self._reader, verdict)
        names = self._altered[verdict.revision]
        if not names:
            return suspicions.RULES_CHANGED
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        return f"{suspicions.RULES_CHANGED[:-1]}: {', '.join(f'“{name}”' for name in names[:_NAMED])}{more}."

    def _labels(self) -> Mapping[Iri, str]:
        """Names for everything that may have to be told: nothing where nothing differs."""
        wanted: set[Iri] = set()
        for key, verdicts in self._verdicts.items():
            now = self._given(key)
            for verdict in verdicts:
                wanted |= suspicions.things(verdict.state, now)
            if key not in self._now:
                wanted |= {each for each in (key.item, key.site, key.about_factor) if each}
        rules = {iri: row.label for iri, row in rulebook.SHIPPED.items()} if wanted else {}
        return browsing.labels(self._reader, wanted) | {iri: rules[iri] for iri in wanted & rules.keys()}


def _altered_rules(reader: RecordReader, verdict: Verdict) -> tuple[str, ...]:
    """The names of the project's rules that were altered since the report a verdict was given on.

    A report is not much older than the verdict: where its revision is not of this project, the search ends there.
    """
    given = next((each.seq for each in reader.revisions(entity=verdict.iri, limit=1)), 0)
    graph = rulebook.rules_graph(reader.meta().base)
    since = takewhile(
        lambda each: each.hash != verdict.revision and each.seq > given - _BEFORE, history.newest_first(reader)
    )
    looked_at = [each.seq for each in since] or [given]
    change = reader.net(looked_at[-1] - 1, looked_at[0], limit=_LOOKED_AT)
    changed = {quad.subject for quad in change.removed | change.added if quad.graph == graph}
    return tuple(sorted(set(browsing.labels(reader, changed).values())))


_BEFORE: Final = 50
_LOOKED_AT: Final = 100_000
_FUNCTIONS: Final = tuple(Function)


def _missing(assessment: Assessment, standings: tuple[ItemStanding, ...]) -> Iterable[str]:
    if not assessment.changes:
        yield "It assesses no change."
    for each in assessment.exceptions:
        if not each.rationale.strip():
            yield f"The rule “{each.rule.label}” is switched off, and nobody said why."
    for standing, words in _COUNTED.items():
        found = [each for each in standings if each.standing is standing]
        if found:
            verb = "is" if len(found) == 1 else "are"
            yield f"{len(found)} of {len(standings)} {verb} {words}: {_listed(found)}."


def _listed(found: list[ItemStanding]) -> str:
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return ", ".join(told(each) for each in found[:_NAMED]) + more


def told(standing: ItemStanding) -> str:
    """An item in words: ``MOI at Leiden``, or ``MOI → potency`` for a cell; with the functions that are missing."""
    name = f"{standing.factor.label} → {standing.label}" if standing.factor else standing.label
    where = f" at {standing.site.label}" if standing.site else ""
    functions = ", ".join(each.label for each in standing.missing)
    return f"“{name}”{where}" + (f" ({functions})" if functions and standing.verdicts else "")


def _review(standings: tuple[ItemStanding, ...]) -> Iterable[str]:
    """Why a closed assessment should be looked at again; what is true of many items is told once."""
    reasons = defaultdict[str, list[ItemStanding]](list)
    for each in standings:
        if not each.verdicts:
            told_by = "is reached now" if each.item else "is not assessed now"
            yield f"{told(each)} {told_by} and was not when the assessment was closed."
        for reason in dict.fromkeys(one.sentence for judged in each.verdicts for one in judged.suspicions):
            reasons[reason].append(each)
    for reason, concerned in reasons.items():
        yield f"{_listed(concerned)}: {reason}"

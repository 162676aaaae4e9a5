"""The first page of an impact report: what a change board needs, on one page.

Where there is more than the page can hold, it says how much more and where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kgapp.domain.assessment import Function, Outcome, State
from kgapp.domain.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Count,
    Counts,
    Facts,
    Grading,
    Manner,
    Note,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
    Words,
    named,
    plain,
    words,
)
from kgapp.domain.follows import Follows, RegionFilings, Topic
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Change, Effect, ImpactReport, Item, RangePosition
from kgapp.domain.names import unmarked
from kgapp.domain.vocabulary import KG
from kgapp.services.impact import summary
from kgapp.services.reports import ranges, wording
from kgapp.services.reports.origin import NOT_RECORDED
from kgapp.services.reports.wording import at_most, counted, listed

TOP: Final = 5
_RANGES: Final = 8
_LINES: Final = 4
_REGIONS: Final = 6
_NOTES: Final = 5


def blocks(report: ImpactReport, follows: Follows, state: State | None) -> tuple[Block, ...]:
    """The blocks of the first page; ``state`` is that of the assessment, ``None`` where nobody judges."""
    return (
        *_switched_off(report, state),
        Paragraph(plain(" ".join(report.summary)), Manner.LEAD),
        counts(report),
        _change(report, state),
        *_standing(report),
        *_top(report),
        _registration(follows),
        *_verdicts(state),
        _rest(report, follows, state),
        *_notes(report),
    )


def counts(report: ImpactReport) -> Counts:
    """How many items are concerned in which way."""
    affected = [item for item in report.items if item.effect is Effect.AFFECTED]
    certain = [item for item in affected if not item.undetermined]
    found = [
        Count(sum(item.high is grade for item in certain), f"affected, {grade.word}", wording.TONES[grade])
        for grade in (Grade.HIGH, Grade.MEDIUM, Grade.LOW)
    ]
    found += (
        Count(len(affected) - len(certain), "decided by what nobody has recorded", Tone.UNKNOWN),
        Count(sum(item.effect is Effect.TOUCHED for item in report.items), "touched", Tone.QUIET),
        Count(sum(item.effect is Effect.LOSES_SUPPORT for item in report.items), "lose support", Tone.QUIET),
        Count(sum(map(is_held, affected)), "held, to be confirmed", Tone.LOW),
    )
    shown = tuple(count for count in found if count.number)
    return Counts(shown if affected else (Count(0, "affected", Tone.QUIET), *shown))


def is_held(item: Item) -> bool:
    """Whether something would lower its reach, if a person confirms it."""
    return item.held is not None and item.high is not None and item.held < item.high


def _switched_off(report: ImpactReport, state: State | None) -> Iterator[Note]:
    """Rules that were not applied, with the reason: no reader may miss them."""
    reasons = {each.rule.iri: each.rationale for each in state.assessment.exceptions} if state else {}
    if report.switched_off:
        told = "; ".join(
            f"“{rule.label}”: {reasons.get(rule.iri) or 'no reason recorded'}" for rule in report.switched_off
        )
        number = counted(len(report.switched_off), "rule was", "rules were")
        yield Note((Run(f"{number} switched off for this report. ", Style.STRONG, Tone.HIGH), Run(told)), Tone.HIGH)


def _change(report: ImpactReport, state: State | None) -> Facts:
    proposals = state.assessment.changes if state else ()
    changes = [_titled(change) for change in report.changes]
    ids = [each for proposal in proposals for each in proposal.external_ids]
    batches = [change.batch.label for change in report.changes if change.batch]
    batches += [batch.label for proposal in proposals for batch in proposal.batches]
    sites = dict.fromkeys(change.site.label if change.site else "everywhere" for change in report.changes)
    effective = dict.fromkeys(change.effective for change in report.changes if change.effective)
    rows = [
        ("Change" if len(changes) == 1 else "Changes", words(*at_most(changes, _LINES, "see “The change”"))),
        ("Number", words(listed(ids) or "no number of the quality system recorded")),
        ("Where", words(listed(map(unmarked, sites)))),
        ("Takes effect", words(listed(effective) or NOT_RECORDED)),
        ("Batches in process", words(listed(batches, 8) or "none named: ask manufacturing")),
    ]
    return Facts(tuple(rows))


def _titled(change: Change) -> str:
    title = summary.title(change)
    return title if title.endswith(change.kind.value) else f"{title} ({change.kind.value})"


def _standing(report: ImpactReport) -> Iterator[Block]:
    """The move against what it is judged by: normal, proven and filed ranges."""
    judged_by = tuple(each for each in report.positions if each.range_type in (KG.NOR, KG.PAR, KG.filed))
    if judged_by:
        table = ranges.table(judged_by, "The move against normal, proven and filed ranges", reasons=False)
        shown = table.rows[:_RANGES]
        more = len(table.rows) - len(shown)
        hint = f"{more} more under “The change”." if more else ""
        yield Table(table.title, table.columns, shown, hint)
    elif report.positions:
        yield Paragraph(plain("No normal, proven or filed range is recorded: how the move stands to them is unknown."))


def _top(report: ImpactReport) -> Iterator[Block]:
    """The quality attributes that come first, by severity and then reach."""
    attributes = [item for item in report.items if item.effect is Effect.AFFECTED and item.severity is not None]
    rated = attributes or [item for item in report.items if item.effect is Effect.AFFECTED]
    if not rated:
        yield Paragraph((Run("Nothing that the graph knows is affected in product or results.", Style.STRONG),))
        yield from _lost(report)
        return
    what = "quality attributes" if attributes else "affected items"
    first = f"the first {TOP} of {len(rated)}" if len(rated) > TOP else f"all {len(rated)}"
    columns = (
        Column("What", 5),
        Column("Severity", 2),
        Column("Reach", 3),
        Column("Detected by", 6),
        Column("Held by", 5),
    )
    rows = tuple(Row(tuple(_rated(item))) for item in rated[:TOP])
    yield Table(f"{wording.capital(what)}, most severe first ({first})", columns, rows)


def _lost(report: ImpactReport) -> Iterator[Block]:
    """What loses support, where that is all that happens."""
    lost = [item for item in report.items if item.effect is Effect.LOSES_SUPPORT]
    if lost:
        first = f"the first {TOP} of {len(lost)}" if len(lost) > TOP else f"all {len(lost)}"
        columns = (Column("What", 4), Column("Class", 2), Column("Why", 6))
        rows = tuple(Row((named(item.label), words(item.class_label), words(item.why))) for item in lost[:TOP])
        yield Table(f"What loses support ({first})", columns, rows)


def _rated(item: Item) -> Iterator[Cell]:
    yield named(item.label, unmarked(item.site.label) if item.site else "")
    yield wording.severity(item.severity)
    yield wording.reach(item)
    yield words(detection(item))
    yield words(holding(item))


def detection(item: Item) -> str:
    """What would show an effect on an item, or that nothing does."""
    if not item.detected_by:
        return "nothing" if item.undetected_because else NOT_RECORDED
    return listed((_test(each.method.label, each.before_infusion) for each in item.detected_by), 2)


def _test(method: str, before: bool | None) -> str:
    when = {True: "before infusion", False: "after infusion", None: "when is not recorded"}[before]
    return f"{unmarked(method)} ({when})"


def holding(item: Item) -> str:
    """What holds an item, or how many candidates are void."""
    valid = [barrier.label for barrier in item.held_by if not barrier.void]
    if valid:
        return f"{listed(valid, 2)}: to {item.held.word if item.held is not None else 'unknown'}, to be confirmed"
    unsure = sum(barrier.unsure for barrier in item.held_by)
    void = len(item.held_by) - unsure
    said = [f"{counted(void, 'candidate')} void"] if void else []
    said += [f"of {counted(unsure, 'candidate')} not known"] if unsure else []
    return "; ".join(("nothing", *said))


def _registration(follows: Follows) -> Block:
    if not follows.regions:
        return Paragraph(plain("Registration: no region with a process or a filing is recorded."))
    columns = (Column("Region", 3), Column("Filed", 5), Column("Category as stored", 5), Column("Cites", 6))
    shown = follows.regions[:_REGIONS]
    more = len(follows.regions) - len(shown)
    hint = f"{counted(more, 'more region')} under “What follows”." if more else ""
    return Table("Registration by region", columns, tuple(Row(tuple(_region(each))) for each in shown), hint)


def _region(each: RegionFilings) -> Iterator[Cell]:
    yield named(unmarked(each.region.label) if each.region else "no region recorded")
    if each.recorded:
        yield Grading("filed, not touched", Tone.UNKNOWN, ((Run(each.recorded, Style.SECOND),),))
        yield words("not touched")
        yield words("not touched")
        return
    if each.gap:
        yield Grading("unknown", Tone.UNKNOWN, ((Run("no filing recorded for what is reached", Style.SECOND),),))
        yield words(NOT_RECORDED)
        yield words(NOT_RECORDED)
        return
    filed = [f"{filing.filed}: {_new(filing.standing)}" for filing in each.filings if filing.filed]
    yield words(counted(len(each.filings), "detail"), *at_most(tuple(dict.fromkeys(filed)), 3, "“What follows”"))
    categories = dict.fromkeys(
        f"{filing.category or 'no category recorded'}, {filing.stage.value}" for filing in each.filings
    )
    yield words(*at_most(tuple(categories), 3, "“What follows”"))
    cited = dict.fromkeys(citation.words for filing in each.filings for citation in filing.citations)
    yield words(listed(map(unmarked, cited), 3) or "nothing cited")


def _new(standing: Sequence[RangePosition]) -> str:
    found = dict.fromkeys(
        f"new value {each.new.value}{', as a figure only' if each.reason else ''}" if each.new else "move not given"
        for each in standing
    )
    return ", ".join(found) or "not compared"


def _verdicts(state: State | None) -> Iterator[Block]:
    if state is None:
        yield Paragraph(
            (Run("Verdicts: ", Style.SECOND), Run("none; this report was made without an assessment.")), Manner.BODY
        )
        return
    asked = state.assessment.asks or tuple(Function)
    columns = (
        Column("Verdicts", 4),
        *(Column(outcome.label, 3) for outcome in Outcome),
        Column("Suspect", 2),
        Column("Not yet judged", 3),
        Column("By", 6),
    )
    shown = [each for each in Function if each in asked or any(one.by(each) for one in state.standings)]
    yield Table("", columns, tuple(Row(tuple(_function(state, each))) for each in shown))
    if state.assessment.closed:
        at = state.assessment.closed_at
        when = f" on {at:%Y-%m-%d}" if at else ""
        said = f"Closed{when} by {state.assessment.closed_by or NOT_RECORDED}. {state.assessment.conclusion}"
        yield Note(plain(said.strip()), Tone.LOW)
    elif state.missing:
        told = at_most(state.missing, 3, "see “Verdicts”")
        yield Paragraph((Run("Before it can be closed: ", Style.SECOND), Run(" ".join(told))))


def _function(state: State, function: Function) -> Iterator[Cell]:
    judged = [found for each in state.standings if (found := each.by(function))]
    yield Words(((Run(function.label),),))
    for outcome in Outcome:
        yield words(str(sum(each.verdict.outcome is outcome for each in judged)))
    suspect = sum(each.suspect for each in judged)
    yield Grading(str(suspect), Tone.UNKNOWN) if suspect else words("0")
    asked = not state.assessment.asks or function in state.assessment.asks
    yield words(f"{state.total - len(judged)} of {state.total}" if asked else "not asked")
    yield words(listed(each.verdict.by for each in judged) or "nobody yet")


def _rest(report: ImpactReport, follows: Follows, state: State | None) -> Facts:
    studies = [
        unmarked(each.item.label) for group in follows.groups if group.topic is Topic.STUDIES for each in group.things
    ]
    others = {
        group.topic.value: len(group.things)
        for group in follows.groups
        if group.topic in (Topic.METHODS, Topic.PAPERS, Topic.TRAININGS, Topic.RISKS, Topic.SUPPLY)
    }
    total = report.coverage.total
    rows = [("Studies", words(listed(studies, 3) or "none recorded that is reached"))]
    if state is not None:
        rows.append(("Actions", words(_actions(state))))
    rows.append(
        ("To be looked at", words("; ".join(f"{name} {number}" for name, number in others.items()) or "nothing"))
    )
    if total.cells:
        said = (
            f"{total.not_assessed} of {total.cells} pairs of a moved factor and an attribute: unknown, not “no impact”"
        )
        rows.append(("Never assessed", words(said)))
    return Facts(tuple(rows))


def _actions(state: State) -> str:
    raised = state.assessment.raised
    if not raised:
        return "none raised"
    open_ = [each for each in raised if each.status != KG.closed]
    names = listed((f"{each.label}{f', due {each.due}' if each.due else ''}" for each in open_), 3)
    return f"{len(open_)} of {len(raised)} open{f': {names}' if names else ''}"


def _notes(report: ImpactReport) -> Iterator[Block]:
    if report.notes:
        yield Bullets(tuple(map(plain, at_most(report.notes, _NOTES, "see “What a reader must know”"))))

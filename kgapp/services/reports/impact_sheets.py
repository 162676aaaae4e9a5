"""An impact report as sheets, where each column holds one thing, to be filtered and sorted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kgapp.domain.assessment import Function, ItemKey, ItemStanding, State
from kgapp.domain.document import Cell, Column, Figure, Grading, Line, Sheet, Tone, line_text, words
from kgapp.domain.follows import Filing, Follows
from kgapp.domain.impact import Barrier, ImpactReport, Item, RangePosition
from kgapp.domain.quantity import Position, Quantity
from kgapp.services.reports import wording, work_list
from kgapp.services.reports.claims import Claims
from kgapp.services.reports.impact_verdicts import OUTCOMES
from kgapp.services.reports.origin import NOT_RECORDED

_WORK: tuple[str, ...] = (
    *("What", "Class", "Group", "Effect", "Kind", "Step", "Site", "Reach", "Lowest", "Highest", "Held", "Severity"),
    *(
        "Evidence",
        "Hops",
        "Why",
        "Claims",
        "Also",
        "Held by",
        "Void because",
        "Detected by",
        "Not detected because",
        "Address",
    ),
)


def sheets(report: ImpactReport, follows: Follows, claims: Claims, state: State | None) -> tuple[Sheet, ...]:
    """Work list, ranges, candidates for holding, filings, what was never assessed, actions, and the trace."""
    found = (
        _work(report, claims, state),
        _sheet("Ranges", _RANGES, (_range(each) for each in report.positions)),
        _sheet("What could hold it", _BARRIERS, (_barrier(each) for each in dict.fromkeys(report.barriers))),
        _sheet("Registration", _FILINGS, _filings(follows)),
        _sheet("Recorded of what follows", _TOLD, _told(follows)),
        _sheet("Never assessed", ("Factor", "Step", "Attribute"), _not_covered(report)),
        *((_sheet("Actions", _ACTIONS, _actions(state)),) if state else ()),
        _sheet("Trace", ("Claim", "Sentence", "Statement (N-Quads)"), _trace(claims)),
    )
    return tuple(sheet for sheet in found if sheet.rows or sheet.name == "Work list")


def _sheet(name: str, heads: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> Sheet:
    return Sheet(name, tuple(map(Column, heads)), tuple(rows))


def _work(report: ImpactReport, claims: Claims, state: State | None) -> Sheet:
    heads = _WORK + (tuple(f"Verdict: {each.label}" for each in Function) if state else ())
    heads += ("Standing",) if state else ()
    standings = {each.key: each for each in state.standings} if state else None
    return _sheet("Work list", heads, (tuple(_item(item, claims, standings)) for item in report.items))


def _item(item: Item, claims: Claims, standings: work_list.Standings | None) -> Iterator[Cell]:
    yield from map(words, (item.label, item.class_label, item.group.value, item.effect.value, item.kind.value))
    yield words(item.step.label if item.step else "")
    yield words(item.site.label if item.site else "every site")
    yield wording.reach(item)
    for grade in (item.low, item.high, item.held):
        yield words("" if grade is None else grade.word)
    yield wording.severity(item.severity) if item.severity is not None else words()
    yield words(item.evidence.phrase)
    yield Figure(Decimal(item.hops))
    yield words(item.why)
    yield words(claims.numbers(item.path))
    yield _lines(work_list.why(item))
    yield words("; ".join(barrier.label for barrier in item.held_by if not barrier.void))
    yield words(*(f"{barrier.label}: {' '.join(barrier.void)}" for barrier in item.held_by if barrier.void))
    yield words(*(detection.sentence for detection in item.detected_by))
    yield words(*item.undetected_because)
    yield words(item.iri)
    if standings is not None:
        yield from _verdicts(standings.get(ItemKey(item.iri, item.site.iri if item.site else None)))


def _verdicts(standing: ItemStanding | None) -> Iterator[Cell]:
    for function in Function:
        judged = standing.by(function) if standing else None
        if judged is None:
            yield words("")
        else:
            verdict = judged.verdict
            said = (
                f"{verdict.outcome.label}{' (suspect)' if judged.suspect else ''}: {verdict.rationale} ({verdict.by})"
            )
            yield Grading(said, Tone.UNKNOWN if judged.suspect else OUTCOMES[verdict.outcome])
    yield words(standing.standing.value if standing else "")


def _lines(lines: Iterator[Line]) -> Cell:
    return words(*map(line_text, lines))


_RANGES = (
    "Range",
    "Type",
    "Lower limit",
    "Upper limit",
    "Site",
    "Region",
    "Attribute",
    "From",
    "To",
    "Reason",
    "Address",
)


def _range(each: RangePosition) -> tuple[Cell, ...]:
    return (
        words(each.range.label),
        words(wording.concept(each.range_type)),
        _figure(each.limits.low),
        _figure(each.limits.high),
        *(words(named.label if named else "") for named in (each.site, each.region, each.attribute)),
        *(_position(found) for found in (each.old, each.new)),
        words(each.reason),
        words(each.range.iri),
    )


def _position(found: Position | None) -> Cell:
    return words("not given" if found is None else found.value)


def _figure(found: Quantity | None) -> Cell:
    if found is None:
        return words("")
    unit = str(found).removeprefix(found.written).strip()
    return Figure(found.value, unit, found.written)


_BARRIERS = ("Candidate", "Kind", "Site", "State", "Reasons", "Evidence", "Address")


def _barrier(each: Barrier) -> tuple[Cell, ...]:
    return (
        words(each.label),
        words(each.kind_label),
        words(each.site.label if each.site else ""),
        wording.barrier_state(each),
        words(*(each.void or (each.sentence,))),
        words(each.evidence.phrase),
        words(each.iri),
    )


_FILINGS = (
    "Region",
    "Detail",
    "Section",
    "Established condition",
    "Filed range",
    "Category as stored",
    "Cites",
    "Stage",
    "Address",
)


def _filings(follows: Follows) -> Iterator[tuple[Cell, ...]]:
    for region in follows.regions:
        name = region.region.label if region.region else "no region recorded"
        if region.gap:
            yield (words(name), words(region.gap), *(words() for _ in _FILINGS[2:]))
        for filing in region.filings:
            yield _filing(name, filing)


def _filing(region: str, filing: Filing) -> tuple[Cell, ...]:
    return (
        words(region),
        words(filing.item.label),
        words(filing.section),
        words("yes" if filing.established else "no"),
        words(filing.filed or NOT_RECORDED),
        words(filing.category or NOT_RECORDED),
        words(*(citation.words for citation in filing.citations)),
        words(filing.stage.value),
        words(filing.item.iri),
    )


_TOLD = ("Topic", "What", "Recorded", "Value", "Address")


def _told(follows: Follows) -> Iterator[tuple[Cell, ...]]:
    for group in follows.groups:
        for thing in group.things:
            for told in thing.told:
                values = (group.topic.value, thing.item.label, told.name, told.value or NOT_RECORDED, thing.item.iri)
                yield tuple(map(words, values))


def _not_covered(report: ImpactReport) -> Iterator[tuple[Cell, ...]]:
    for each in report.not_covered:
        for attribute in each.attributes:
            yield words(each.factor.label), words(each.step.label if each.step else ""), words(attribute.label)


_ACTIONS = ("What", "Kind", "Status", "Owner", "Due", "Answer", "Address")


def _actions(state: State) -> Iterator[tuple[Cell, ...]]:
    for each in state.assessment.raised:
        owners = ", ".join(owner.label for owner in each.owners)
        kind, status = wording.concept(each.kind), wording.concept(each.status)
        yield tuple(map(words, (each.label, kind, status, owners, each.due, each.answer, each.iri)))


def _trace(claims: Claims) -> Iterator[tuple[Cell, ...]]:
    for entry in claims.entries():
        for line in entry.lines:
            yield Figure(Decimal(entry.number)), words(entry.claim), words(line)

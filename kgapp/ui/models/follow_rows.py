"""What follows from a change, and what holds it, as rows under headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kgapp.domain.follows import Filing, FollowGroup, Following, Follows, RegionFilings, Topic
from kgapp.domain.impact import Barrier, ImpactReport, Item, RangePosition
from kgapp.ui.kinds import kind_of
from kgapp.ui.models.impact_items import short_evidence
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.texts import number
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

FOLLOW_COLUMNS: Final = (mark("What follows"), mark("Recorded"), mark("Stored category"), mark("Citation, or why"))
HELD_COLUMNS: Final = (mark("What"), mark("State"), mark("Evidence"), mark("Why"))


def follows(found: Follows) -> tuple[Group, ...]:
    """The filings by region, then every topic."""
    return (*(_region(each) for each in found.regions), *(_group(each) for each in found.groups))


def held(report: ImpactReport) -> tuple[Group, ...]:
    """What is held and waits for a person to confirm it, then everything that could hold the change."""
    items = [item for item in report.items if item.held is not None and item.held != item.high]
    return (
        Group(
            tr("Held, to be confirmed by a person  {count}").format(count=number(len(items))), tuple(map(_held, items))
        ),
        Group(
            tr("What could hold this change  {count}").format(count=number(len(report.barriers))),
            tuple(row for one in report.barriers for row in _barrier(one)),
        ),
    )


def _region(region: RegionFilings) -> Group:
    name = region.region.label if region.region is not None else tr("No region recorded")
    if region.gap:
        title = tr("Registration · {region}").format(region=name)
        unknown = Cell(tr("filed, not touched") if region.recorded else tr("no filing recorded"), tone=Tone.UNKNOWN)
        return Group(title, (Row((Cell(name, icon="region"), unknown, Cell(""), Cell(region.gap, ink="second"))),))
    title = tr("Registration · {region}  {count}").format(region=name, count=number(len(region.filings)))
    return Group(title, tuple(map(_filing, region.filings)))


def _filing(filing: Filing) -> Row:
    item = filing.item
    recorded = [filing.filed or tr("filed range not recorded"), filing.stage.value]
    if filing.section:
        recorded.append(tr("section {number}").format(number=filing.section))
    if filing.established:
        recorded.append(tr("established condition"))
    cited = ", ".join(each.words for each in filing.citations) or tr("no citation recorded")
    standing = " ".join(_standing(each) for each in filing.standing)
    return Row(
        (
            Cell(item.label, icon="document", iri=item.iri),
            Cell(" · ".join(recorded)),
            Cell(filing.category or tr("not recorded"), ink="first" if filing.category else "second"),
            Cell(f"{cited}\n{standing}" if standing else cited, ink="second"),
        ),
        item,
    )


def _standing(position: RangePosition) -> str:
    """Where the move stands against what is filed; a figure that may not compare is never told as one that does."""
    figures, _, why = position.sentence.partition(". ")
    return (
        f"{figures}." if not why else tr("{figures}; not known to be measured in the same way.").format(figures=figures)
    )


def _group(group: FollowGroup) -> Group:
    title = f"{said(_TOPICS[group.topic])}  {number(len(group.things))}"
    return Group(title, tuple(map(_thing, group.things)))


def _thing(thing: Following) -> Row:
    item = thing.item
    told = " · ".join(
        f"{each.name} {each.value}" if each.value else tr("{name} not recorded").format(name=each.name)
        for each in thing.told
    )
    return Row(
        (
            Cell(item.label, icon=kind_of((item.class_iri,) if item.class_iri else ()), iri=item.iri),
            Cell(told or item.note, ink="first" if told else "second"),
            Cell(""),
            Cell(item.why, ink="second"),
        ),
        item,
    )


def _held(item: Item) -> Row:
    low = item.held.word if item.held is not None else ""
    by = " ".join(barrier.sentence for barrier in _holding(item.held_by))
    high = item.high.word if item.high is not None else ""
    return Row(
        (
            Cell(item.label, icon=kind_of((item.class_iri,) if item.class_iri else ()), iri=item.iri),
            Cell(f"{high} → {low}", tone=Tone.LOW),
            Cell(short_evidence(item), ink="second"),
            Cell(by, ink="second"),
        ),
        item,
    )


def _holding(barriers: Iterable[Barrier]) -> list[Barrier]:
    return [each for each in barriers if not each.void]


def _barrier(one: Barrier) -> Iterable[Row]:
    """One row for each reason that makes it void, so that none is cut."""
    state, tone = (tr("holds"), Tone.LOW) if not one.void else (tr("void"), Tone.PLAIN)
    if one.unsure:
        state, tone = tr("not known"), Tone.UNKNOWN
    first, *rest = one.void or (one.sentence,)
    yield Row(
        (
            Cell(one.label, icon="parameter", iri=one.iri),
            Cell(state, tone=tone),
            Cell(one.evidence.phrase, ink="second"),
            Cell(first, ink="second"),
        ),
    )
    for reason in rest:
        yield Row((Cell(""), Cell(""), Cell(""), Cell(reason, ink="second", iri="")))


_TOPICS: Final = {
    Topic.METHODS: mark("Methods"),
    Topic.PAPERS: mark("Documents and batch record steps"),
    Topic.TRAININGS: mark("Trainings"),
    Topic.KNOW_HOW: mark("Know-how"),
    Topic.STUDIES: mark("Comparability studies"),
    Topic.RISKS: mark("Open risks"),
    Topic.SUPPLY: mark("Supply"),
    Topic.GAPS: mark("Gaps"),
    Topic.CHANGES: mark("Other open changes"),
    Topic.PROVISIONS: mark("Provisions"),
    Topic.OTHERS: mark("Other things touched"),
}

"""The report of an impact, or of an assessment with its verdicts: first page, work list, what follows, trace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kgapp.domain.assessment import State
from kgapp.domain.document import (
    Block,
    Column,
    Document,
    Facts,
    Grading,
    Heading,
    Manner,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
    Tone,
    Trace,
    Words,
    named,
    plain,
    words,
)
from kgapp.domain.follows import Filing, FollowGroup, Follows, RegionFilings
from kgapp.domain.impact import Barrier, Change, Effect, ImpactReport
from kgapp.domain.names import unmarked
from kgapp.services.impact import summary
from kgapp.services.reports import impact_front, impact_sheets, impact_verdicts, ranges, wording, work_list
from kgapp.services.reports.claims import Claims
from kgapp.services.reports.origin import INVENTED, NOT_RECORDED, SUPPORTS, Asked

_TITLED: Final = 3


def document(report: ImpactReport, follows: Follows, asked: Asked, state: State | None = None) -> Document:
    """The report; with ``state``, that of the assessment: verdicts, actions and what closing needs."""
    claims = Claims()
    sections = (
        _change(report, state),
        *work_list.sections(report, claims, state),
        *_barriers(report),
        _follows(follows, claims),
        _not_assessed(report),
        *(impact_verdicts.sections(state) if state else ()),
        _trace(report, claims),
    )
    return Document(
        kind="Assessment of a change" if state else "Impact of a change",
        title=(state.assessment.label if state else "") or title(report),
        front=impact_front.blocks(report, follows, state),
        sections=sections,
        origin=asked.origin(
            ("Revision", report.revision_hash or "none"),
            ("Rules", report.rules_hash),
            ("Graph", report.graph_hash or asked.graph),
        ),
        purpose=(
            f"{SUPPORTS} {summary.NOT_A_RATING}",
            f"Complete: every answer was read whole ({report.requests} requests). {INVENTED}",
        ),
        sheets=impact_sheets.sheets(report, follows, claims, state),
    )


def title(report: ImpactReport) -> str:
    """The changes in one line; of many, the first and how many more."""
    if len(report.also) < _TITLED:
        return summary.heading(report)
    return f"{summary.title(report.change)} and {len(report.also)} more changes"


def _trace(report: ImpactReport, claims: Claims) -> Section:
    """The statements of each claim, and where everything else that is named can be looked up."""
    said = "Each sentence of a path, and the statements it was read from, as N-Quads."
    places = [(each.iri, each.label, each.class_label) for each in report.items]
    places += [(each.iri, each.label, each.kind_label) for each in report.barriers]
    places += [(each.range.iri, each.range.label, wording.concept(each.range_type)) for each in report.positions]
    places += [(change.entity.iri, change.entity.label, change.entity.class_label) for change in report.changes]
    columns = (Column("Named", 5), Column("Class", 3), Column("Address", 6))
    rows = tuple(
        Row((words(label), words(kind), Words(((Run(iri, Style.CODE),),)))) for iri, label, kind in sorted(set(places))
    )
    return Section(
        "Trace",
        (
            Paragraph(plain(said), Manner.HINT),
            Trace(claims.entries()),
            Table("Addresses of what is named", columns, rows),
        ),
    )


def _change(report: ImpactReport, state: State | None) -> Section:
    blocks: list[Block] = []
    for change in report.changes:
        if report.also:
            blocks.append(Heading(summary.title(change)))
        blocks.append(_facts(change))
    for proposal in state.assessment.changes if state else ():
        told = (
            ("Recorded as", words(proposal.label)),
            ("Number", words(", ".join(proposal.external_ids) or NOT_RECORDED)),
            (
                "Batches in process",
                words(*(batch.label for batch in proposal.batches)) if proposal.batches else words("none named"),
            ),
            ("Arises from", words(", ".join(each.label for each in proposal.arises_from) or NOT_RECORDED)),
            ("Owner", words(", ".join(each.label for each in proposal.owners) or NOT_RECORDED)),
        )
        blocks.append(Facts(told))
    if report.positions:
        blocks.append(ranges.table(report.positions, "Where it stands against recorded ranges", reasons=True))
        blocks.append(
            Paragraph(
                plain(
                    "A published observation is never a proven range. “As a figure only” means that figures compare, but "
                    "that they are not known to be measured in the same way."
                ),
                Manner.HINT,
            )
        )
    if report.notes:
        blocks.append(Heading("What a reader must know"))
        blocks.extend(Note(plain(note)) for note in report.notes)
    return Section("The change", tuple(blocks))


def _facts(change: Change) -> Facts:
    entity = change.entity
    rows = [
        ("What changes", Words(((Run(entity.label, Style.STRONG), Run(f"  {entity.class_label}", Style.SECOND)),))),
        ("Kind", words(change.kind.value)),
        ("From", words(NOT_RECORDED if change.old is None else str(change.old))),
        ("To", words("not stated" if change.new is None else str(change.new))),
        ("Where", words(change.site.label if change.site else "everywhere: no site was named")),
        ("Takes effect", words(change.effective or "not stated")),
    ]
    optional = (
        ("In its place", change.new_thing),
        ("Batch", change.batch),
        ("Against", change.against),
    )
    rows += [(name, words(each.label)) for name, each in optional if each is not None]
    if change.duration is not None:
        rows.append(("Lasted", words(str(change.duration))))
    return Facts(tuple(rows))


def _barriers(report: ImpactReport) -> Iterator[Section]:
    barriers = tuple(dict.fromkeys(report.barriers))
    if barriers:
        columns = (Column("Candidate", 4), Column("Kind", 3), Column("State", 2), Column("Reasons", 9))
        rows = tuple(_barrier(number, barrier) for number, barrier in enumerate(barriers, 1))
        hint = "A barrier never removes an item. Every candidate is listed; a void one says why."
        yield Section("What could hold it", (Table("", columns, rows, hint),))


def _barrier(number: int, barrier: Barrier) -> Row:
    reasons = barrier.void or (barrier.sentence,)
    where = unmarked(barrier.site.label) if barrier.site else ""
    return Row(
        (named(barrier.label, where), words(barrier.kind_label), wording.barrier_state(barrier), words(*reasons)),
        work_list.anchor(number),
    )


def _follows(follows: Follows, claims: Claims) -> Section:
    blocks: list[Block] = []
    if follows.regions:
        columns = (
            Column("Detail", 5),
            Column("Filed range", 3),
            Column("Category as stored", 4),
            Column("Cites", 4),
            Column("Stage", 3),
        )
        rows = tuple(row for each in follows.regions for row in _region(each))
        hint = "Category and citation stand as they are stored; nothing here classifies the change. Drafts say so in brackets."
        blocks.append(Table("Registration details by region", columns, rows, hint))
    blocks.extend(_group(group, claims) for group in follows.groups)
    return Section(
        "What follows", tuple(blocks) or (Paragraph(plain("Nothing else that is recorded follows from it.")),)
    )


def _region(each: RegionFilings) -> Iterator[Row]:
    name = unmarked(each.region.label) if each.region else "no region recorded"
    if each.gap:
        yield Row(
            (
                named(name),
                Grading("filed, not touched" if each.recorded else "unknown", Tone.UNKNOWN),
                words(each.gap),
                words(),
                words(),
            )
        )
    for filing in each.filings:
        yield _filing(name, filing)


def _filing(region: str, filing: Filing) -> Row:
    kind = "established condition" if filing.established else ""
    stands = [
        f"new value {one.new.value}{', as a figure only' if one.reason else ''}" for one in filing.standing if one.new
    ]
    return Row(
        (
            named(filing.item.label, region, filing.section, kind),
            words(filing.filed or NOT_RECORDED, *dict.fromkeys(stands)),
            words(filing.category or NOT_RECORDED),
            words(*(f"{unmarked(one.words)}{f': {one.text}' if one.text else ''}" for one in filing.citations))
            if filing.citations
            else words("nothing"),
            words(filing.stage.value),
        )
    )


def _group(group: FollowGroup, claims: Claims) -> Table:
    columns = (Column("What", 5), Column("Recorded", 5), Column("Why", 8))
    rows = []
    for each in group.things:
        told = tuple((Run(f"{one.name}: ", Style.SECOND), Run(one.value or NOT_RECORDED)) for one in each.told)
        second = [unmarked(each.item.site.label) if each.item.site else "", each.item.note]
        lost = "loses support" if each.item.effect is Effect.LOSES_SUPPORT else ""
        rows.append(Row((named(each.item.label, *second, lost), Words(told), Words(claims.path(each.item.path)))))
    return Table(f"{wording.capital(group.topic.value)} ({len(rows)})", columns, tuple(rows))


def _not_assessed(report: ImpactReport) -> Section:
    total = report.coverage.total
    if not total.cells:
        said = "No pair of a factor that this moves and a quality attribute is recorded: what it moves is unknown."
        return Section("Never assessed", (Paragraph(plain(said)),))
    said = (
        f"Unknown, never “no impact”. Of {total.cells} pairs of a moved factor and a quality attribute, "
        f"{total.with_effect} were assessed with an effect, {total.without_effect} without, and {total.not_assessed} "
        f"not at all ({total.never_assessed})."
    )
    steps = tuple(
        Row(
            (
                words(unmarked(each.step.label) if each.step else "no step recorded"),
                words(f"{each.percent_assessed} %"),
                words(str(each.with_effect)),
                words(str(each.without_effect)),
                words(str(each.not_assessed)),
            )
        )
        for each in report.coverage.steps
    )
    columns = (
        Column("Step", 6),
        Column("Assessed", 2),
        Column("With effect", 2),
        Column("Without", 2),
        Column("Not assessed", 2),
    )
    factors = tuple(
        Row(
            (
                named(each.factor.label, unmarked(each.step.label) if each.step else ""),
                words(" · ".join(attribute.label for attribute in each.attributes)),
            )
        )
        for each in report.not_covered
    )
    pairs = Table(
        "Factors and attributes",
        (Column("Factor", 3), Column("Attributes that nobody has assessed it against", 8)),
        factors,
    )
    return Section("Never assessed", (Paragraph(plain(said)), Table("By step", columns, steps), pairs))

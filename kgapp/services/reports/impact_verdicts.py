"""Verdicts, actions and what closing needs, for the report of an assessment."""

from __future__ import annotations

from collections.abc import Iterator

from kgapp.domain.assessment import ItemStanding, Judged, Outcome, Raised, Standing, State
from kgapp.domain.document import (
    Block,
    Bullets,
    Column,
    Grading,
    Heading,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Signatures,
    Style,
    Table,
    Tone,
    Words,
    named,
    plain,
    words,
)
from kgapp.domain.names import unmarked
from kgapp.services.reports import wording
from kgapp.services.reports.origin import NOT_RECORDED

OUTCOMES = {Outcome.IMPACTED: Tone.HIGH, Outcome.NOT_IMPACTED: Tone.LOW, Outcome.NEEDS_STUDY: Tone.MEDIUM}
_STANDINGS = {
    Standing.OPEN: Tone.QUIET,
    Standing.PARTLY: Tone.MEDIUM,
    Standing.DECIDED: Tone.LOW,
    Standing.SUSPECT: Tone.UNKNOWN,
}


def verdict_lines(standing: ItemStanding | None) -> Iterator[Line]:
    """What was judged about an item, and which functions have still to."""
    if standing is None:
        return
    for judged in standing.verdicts:
        yield from _judged(judged)
    if standing.missing:
        yield (Run("Not yet judged by ", Style.SECOND), Run(", ".join(each.label for each in standing.missing)))
    elif standing.awaits_any:
        yield (Run("Not yet judged", Style.SECOND),)


def _judged(judged: Judged) -> Iterator[Line]:
    verdict = judged.verdict
    day = f", {verdict.at:%Y-%m-%d}" if verdict.at else ""
    yield (
        Run(f"{wording.capital(verdict.function.label)}: ", Style.SECOND),
        Run(verdict.outcome.label, Style.MARK, OUTCOMES[verdict.outcome]),
        Run(f" {verdict.rationale} "),
        Run(f"({verdict.by or 'name not recorded'}{day})", Style.SECOND),
    )
    for suspicion in judged.suspicions:
        yield (Run("Suspect: ", Style.STRONG, Tone.UNKNOWN), Run(suspicion.sentence))


def sections(state: State) -> Iterator[Section]:
    """The standing of every item and pair, actions and questions, and lines to sign."""
    blocks: list[Block] = [Paragraph(plain(_said(state)))]
    if state.missing:
        blocks += (Heading("Before it can be closed"), Bullets(tuple(map(plain, state.missing))))
    if state.review:
        blocks += (Heading("Review after closure"), Bullets(tuple(map(plain, state.review))))
    if state.assessment.exceptions:
        rows = tuple(Row((words(each.rule.label), words(each.rationale))) for each in state.assessment.exceptions)
        blocks.append(Table("Rules switched off", (Column("Rule", 2), Column("Why", 3)), rows))
    columns = (Column("What", 5), Column("Stands", 2), Column("Verdicts", 10))
    rows = tuple(Row((_about(each), _standing(each), Words(tuple(verdict_lines(each))))) for each in state.standings)
    blocks.append(Table(f"Every item ({state.total})", columns, rows))
    yield Section("Verdicts", tuple(blocks))
    if state.assessment.raised:
        yield Section("Actions and questions", (_raised(state.assessment.raised),))
    asked = state.assessment.asks
    if not state.assessment.closed and asked:
        hint = "For a printed copy. The record of decision stays in the quality system."
        roles = tuple(f"{wording.capital(each.label)}: name, date" for each in asked)
        yield Section("Signatures", (Paragraph(plain(hint)), Signatures(roles)))


def _said(state: State) -> str:
    undecided = state.total - state.decided
    said = f"{state.decided} of {state.total} decided, {undecided} not; {state.suspect} with a suspect verdict."
    if not state.assessment.closed:
        return said
    at = state.assessment.closed_at
    when = f" on {at:%Y-%m-%d %H:%M} UTC" if at else ""
    by = state.assessment.closed_by or "somebody not recorded"
    return f"Closed{when} by {by}: {state.assessment.conclusion or 'no conclusion recorded'}. {said}"


def _about(standing: ItemStanding) -> Words:
    site = unmarked(standing.site.label) if standing.site else ""
    if standing.factor is not None:
        return named(f"{standing.factor.label} on {standing.label}", "never assessed", site)
    return named(standing.label, site, "" if standing.reached else "no longer reached")


def _standing(standing: ItemStanding) -> Grading:
    return Grading(standing.standing.value, _STANDINGS[standing.standing])


def _raised(raised: tuple[Raised, ...]) -> Table:
    columns = (
        Column("What", 6),
        Column("Kind", 2),
        Column("Status", 2),
        Column("Owner", 3),
        Column("Due", 2),
        Column("Answer", 5),
    )
    rows = tuple(
        Row(
            (
                named(each.label),
                words(wording.concept(each.kind) or NOT_RECORDED),
                words(wording.concept(each.status) or NOT_RECORDED),
                words(", ".join(owner.label for owner in each.owners) or "nobody yet"),
                words(each.due or "no date"),
                words(each.answer),
            )
        )
        for each in raised
    )
    return Table("", columns, rows)

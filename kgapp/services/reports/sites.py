"""The report of two sites compared: what a transfer lead takes to the meeting.

What differs stands first, the most severe and furthest reaching on top; what nobody recorded is named; what is the same is
counted, and listed at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Count,
    Counts,
    Document,
    Entry,
    Grading,
    Line,
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
from kgapp.domain.grades import Grade
from kgapp.domain.names import unmarked
from kgapp.domain.sites import GAPS, Comparison, Readiness, Side, State, StepReadiness
from kgapp.domain.sites import Row as Compared
from kgapp.domain.terms import nquad
from kgapp.services.impact import summary
from kgapp.services.reports import sites_sheets, wording
from kgapp.services.reports.origin import INVENTED, NOT_RECORDED, SUPPORTS, Asked
from kgapp.services.reports.wording import at_most, counted
from kgapp.services.sites.gaps import Assessed, Reach

STATES: Final = {
    State.MISSING: Tone.HIGH,
    State.DIFFERS: Tone.MEDIUM,
    State.WIDER: Tone.MEDIUM,
    State.NARROWER: Tone.MEDIUM,
    State.UNKNOWN: Tone.UNKNOWN,
    State.JUSTIFIED: Tone.QUIET,
    State.SAME: Tone.LOW,
    State.NOT_APPLICABLE: Tone.QUIET,
}
_READY: Final = {Readiness.READY: Tone.LOW, Readiness.NOT_READY: Tone.HIGH, Readiness.NOT_KNOWN: Tone.UNKNOWN}
_FIRST: Final = 6
_SAME: Final = (
    "“Same” is said only where value, unit, basis, bridged method and grade agree and are recorded. "
    "Unknown is what nobody recorded; it is never “the same”."
)


def document(comparison: Comparison, assessed: Assessed | None, asked: Asked) -> Document:
    """The report; ``assessed`` holds how far each difference reaches, ``None`` where that was not asked for."""
    numbers = {row: number for number, row in enumerate(ranked(comparison.rows, assessed), 1)}
    made = _Tables(comparison, assessed, numbers)
    return Document(
        kind="Comparison of two sites",
        title=comparison.title,
        front=tuple(made.front()),
        sections=tuple(made.sections()),
        origin=asked.origin(("Revision", comparison.revision_hash or "none")),
        purpose=(
            f"{SUPPORTS} {summary.NOT_A_RATING}",
            f"Every recorded respect of every step was compared. {INVENTED}",
        ),
        sheets=sites_sheets.sheets(comparison, assessed),
    )


def ranked(rows: Sequence[Compared], assessed: Assessed | None) -> list[Compared]:
    """Gaps first; then severity, then reach, the highest first; else in the order of the process."""
    return sorted(rows, key=lambda row: (row.state not in GAPS, *_rank(row, assessed)))


def _rank(row: Compared, assessed: Assessed | None) -> tuple[int, int]:
    found = assessed.of(row) if assessed else None
    high = found.high if found else None
    severity = row.severity if found is None or found.severity is None else found.severity
    return _low_first(severity), _low_first(high)


def _low_first(grade: Grade | None) -> int:
    return 1 if grade is None else -int(grade)


def step_of(row: Compared) -> str:
    """The step of a row in words."""
    return unmarked(row.step.label) if row.step else "Whole process"


class _Tables:
    """The parts of one comparison."""

    def __init__(self, comparison: Comparison, assessed: Assessed | None, numbers: dict[Compared, int]) -> None:
        self._comparison, self._assessed, self._numbers = comparison, assessed, numbers
        self._names = unmarked(comparison.sending.name), unmarked(comparison.receiving.name)

    def front(self) -> Iterator[Block]:
        """Who is compared, counts, what comes first, and how each step stands."""
        one = self._comparison
        places = [
            f"{unmarked(each.process.label)} ({each.region or 'no region recorded'})"
            for each in (one.sending, one.receiving)
        ]
        yield Paragraph(
            plain(
                f"{places[0]} and {places[1]}, both derived from “{unmarked(one.general.label)}”. "
                f"Qualifications as of {one.on}."
            ),
            Manner.LEAD,
        )
        yield Counts(
            tuple(Count(number, state.value, STATES[state]) for state in State if (number := one.count(state)))
        )
        yield from self._asked()
        gaps = ranked(one.gaps, self._assessed)
        if gaps:
            first = f"the first {_FIRST} of {len(gaps)}" if len(gaps) > _FIRST else f"all {len(gaps)}"
            columns = (
                Column("What", 6),
                Column(self._names[0], 4),
                Column(self._names[1], 4),
                Column("State", 3),
                Column("Severity", 3),
                Column("Reach", 3),
            )
            yield Table(
                f"What must be settled first ({first})", columns, tuple(self._short(row) for row in gaps[:_FIRST])
            )
        else:
            yield Paragraph((Run("Nothing that is recorded differs.", Style.STRONG),))
        heads = (
            Column("Step", 4),
            Column("Stands", 3),
            Column("Gaps", 1),
            Column("Unknown", 2),
            Column("Reasons", 9),
        )
        yield Table("Readiness by step", heads, tuple(map(self._ready, one.readiness)))
        yield Paragraph(plain(_SAME), Manner.SMALL)

    def _asked(self) -> Iterator[Block]:
        if self._assessed is None:
            yield Note(plain("How far the differences reach was not assessed for this report."))
        elif self._assessed.not_run:
            left, run = len(self._assessed.not_run), len(self._assessed.reaches)
            yield Note(plain(f"{counted(run, 'difference')} assessed, {left} not; each of these says why."))

    def _short(self, row: Compared) -> Row:
        return Row(
            (
                named(row.thing.label, f"{step_of(row)} · {row.dimension.value}"),
                _side(row.sending),
                _side(row.receiving),
                Grading(row.state.value, STATES[row.state]),
                wording.severity(row.severity),
                self._reach(row),
            )
        )

    def _ready(self, each: StepReadiness) -> Row:
        gaps = sum(
            row.state in GAPS and row.step is not None and row.step.iri == each.step.iri
            for row in self._comparison.rows
        )
        return Row(
            (
                named(unmarked(each.step.label)),
                Grading(
                    "no reason against" if each.readiness is Readiness.READY else each.readiness.value,
                    _READY[each.readiness],
                ),
                words(str(gaps)),
                words(str(each.unknown)),
                words(*at_most(each.reasons, 2, "see “Readiness”")),
            )
        )

    def sections(self) -> Iterator[Section]:
        """Reasons, gaps by step, what is not known, what is justified, what is the same, and the trace."""
        yield Section("Readiness", tuple(self._reasons()))
        gaps = self._by_step(lambda state: state in GAPS)
        yield Section(
            "To be closed, justified or accepted", gaps or (Paragraph(plain("Nothing that is recorded differs.")),)
        )
        unknown = self._by_step(lambda state: state is State.UNKNOWN)
        if unknown:
            hint = Paragraph(
                plain("What nobody recorded at one site or at both. It is not the same, and not different."),
                Manner.HINT,
            )
            yield Section("Not known", (hint, *unknown))
        settled = self._by_step(lambda state: state in (State.JUSTIFIED, State.NOT_APPLICABLE))
        if settled:
            yield Section("Justified, or not applicable by design", settled)
        yield from self._left_out()
        yield self._same()
        entries = tuple(self._entries())
        if entries:
            said = "Each line with what was recorded at the two sites, as N-Quads. Lines are numbered as in the tables."
            yield Section("Trace", (Paragraph(plain(said), Manner.HINT), Trace(entries)))

    def _reasons(self) -> Iterator[Block]:
        columns = (Column("Step", 4), Column("Stands", 3), Column("Reasons", 12))
        rows = tuple(
            Row((named(unmarked(each.step.label)), self._ready(each).cells[1], words(*_told(each))))
            for each in self._comparison.readiness
        )
        yield Table("", columns, rows)

    def _by_step(self, wanted: Callable[[State], bool]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for step, same in groupby(self._comparison.rows, key=step_of):
            rows = ranked([row for row in same if wanted(row.state)], self._assessed)
            if rows:
                blocks.append(self._table(f"{step} ({len(rows)})", rows))
        return tuple(blocks)

    def _table(self, title: str, rows: Sequence[Compared]) -> Table:
        columns = (
            Column("What", 5),
            Column(self._names[0], 4),
            Column(self._names[1], 4),
            Column("State", 5),
            Column("What it means", 7),
        )
        return Table(title, columns, tuple(self._row(row) for row in rows))

    def _row(self, row: Compared) -> Row:
        number = self._numbers[row]
        traced = f"claim-{number}" if row.sending.quads or row.receiving.quads else ""
        thing = named(row.thing.label, row.dimension.value)
        mark: Line = (Run(f"[{number}]", Style.SECOND, link=traced),)
        below: list[Line] = []
        if row.severity is not None:
            below.append((Run(f"severity {row.severity.word}", Style.SECOND),))
        below.extend(self._reach_lines(row))
        meaning = [
            *([plain(row.meaning)] if row.meaning else []),
            *((Run(f"Recorded gap: {gap.label}", Style.SECOND),) for gap in row.gaps),
        ]
        return Row(
            (
                Words((*thing.lines, mark)),
                _side(row.sending),
                _side(row.receiving),
                Grading(row.state.value, STATES[row.state], tuple(below)),
                Words(tuple(meaning)),
            )
        )

    def _reach(self, row: Compared) -> Cell:
        if self._assessed is None:
            return words("not assessed")
        found = self._assessed.of(row)
        if found is None:
            return words("not assessed" if row.start else "no change to assess")
        return Grading(found.word, reach_tone(found), ((Run(f"{found.affected} affected", Style.SECOND),),))

    def _reach_lines(self, row: Compared) -> Iterator[Line]:
        if self._assessed is None or row.start is None:
            return
        found = self._assessed.of(row)
        if found is None:
            yield (Run(f"impact not assessed: {self._assessed.why_not(row)}", Style.SECOND),)
            return
        yield (Run("reach ", Style.SECOND), Run(found.word, Style.MARK, reach_tone(found)))
        yield (Run(f"{found.affected} affected, {found.touched} touched", Style.SECOND),)
        if found.undetected:
            nouns = "affected attribute" if found.undetected == 1 else "affected attributes"
            yield (Run(f"{found.undetected} {nouns} that no test detects there", Style.STRONG, Tone.UNKNOWN),)

    def _left_out(self) -> Iterator[Section]:
        if self._assessed is not None and self._assessed.not_run:
            left = {each.start: each.why for each in self._assessed.not_run}
            rows = tuple(
                Row((named(row.thing.label, f"{step_of(row)} · {row.dimension.value}"), words(left[row.start])))
                for row in self._comparison.rows
                if row.start in left
            )
            yield Section(
                "Differences whose impact was not assessed", (Table("", (Column("What", 2), Column("Why", 3)), rows),)
            )

    def _same(self) -> Section:
        same = [row for row in self._comparison.rows if row.state is State.SAME]
        said = Paragraph(plain(f"{counted(len(same), 'line')} of {len(self._comparison.rows)} are the same. {_SAME}"))
        columns = (Column("Step", 4), Column("What", 6), Column("Respect", 3), Column("At both", 5))
        rows = tuple(
            Row((words(step_of(row)), words(row.thing.label), words(row.dimension.value), _side(row.receiving)))
            for row in same
        )
        return Section("Appendix: what is the same", (said, Table("", columns, rows)) if rows else (said,))

    def _entries(self) -> Iterator[Entry]:
        for row, number in self._numbers.items():
            quads = dict.fromkeys((*row.sending.quads, *row.receiving.quads))
            if quads:
                claim = f"{step_of(row)}: {row.thing.label} ({row.dimension.value}), {row.state.value}"
                yield Entry(number, claim, tuple(map(nquad, quads)), f"claim-{number}")


def _side(side: Side) -> Cell:
    return words(side.text) if side.recorded else Words(((Run(NOT_RECORDED, Style.SECOND),),))


def _told(each: StepReadiness) -> tuple[str, ...]:
    unknown = f"{each.unknown} not recorded" if each.unknown else ""
    return (*each.reasons, unknown)


def reach_tone(found: Reach) -> Tone:
    """The tone of how far a difference reaches."""
    if found.high is None:
        return Tone.QUIET
    return Tone.UNKNOWN if found.low is not found.high else wording.TONES[found.high]

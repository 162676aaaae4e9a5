"""The report of a gap list: what a meeting decided and what it still has to, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kgapp.domain.document import (
    Block,
    Cell,
    Column,
    Count,
    Counts,
    Document,
    Facts,
    Grading,
    Line,
    Manner,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Style,
    Table,
    Tone,
    Words,
    named,
    plain,
    words,
)
from kgapp.domain.names import unmarked
from kgapp.domain.sites import State
from kgapp.services.reports import wording
from kgapp.services.reports.origin import INVENTED, NOT_RECORDED, SUPPORTS, Asked
from kgapp.services.reports.sites import STATES
from kgapp.services.transfer.gaps import COLUMNS, Meeting
from kgapp.services.transfer.gaps import Line as Listed

_FIRST: Final = 8
_TONES: Final = {"high": Tone.HIGH, "medium": Tone.MEDIUM, "low": Tone.LOW}
_ORDER: Final = ("high", "medium", "low")


def document(meeting: Meeting, lines: Sequence[Listed], asked: Asked) -> Document:
    """The report of the lines that are shown; how many of the whole list they are is said."""
    return Document(
        kind="Gap list of a transfer",
        title=f"{unmarked(meeting.project.label)}: {meeting.title}",
        front=tuple(_front(meeting, lines)),
        sections=tuple(_sections(meeting, lines)),
        origin=asked.origin(("Revision", meeting.revision_hash or "none")),
        purpose=(SUPPORTS, INVENTED),
        sheets=(_sheet(meeting, lines),),
    )


def _front(meeting: Meeting, lines: Sequence[Listed]) -> Iterator[Block]:
    lacking = [line for line in lines if line.lacking]
    late = [line for line in lines if line.overdue(meeting.on)]
    shown = f"{len(lines)} of {len(meeting.lines)} lines" if len(lines) < len(meeting.lines) else f"{len(lines)} lines"
    yield Paragraph(
        plain(
            f"{shown}; {wording.counted(meeting.recorded, 'gap')} recorded. {len(lacking)} lack a severity, a decision, "
            f"an owner or a day; {len(late)} should have been done by {meeting.on}."
        ),
        Manner.LEAD,
    )
    yield Counts(
        tuple(
            Count(number, state.value, STATES[state])
            for state in State
            if (number := sum(line.state is state for line in lines))
        )
    )
    if meeting.why_not:
        yield Note(plain(f"The two sites could not be compared: {meeting.why_not} Only recorded gaps are listed."))
    yield Facts(
        (
            ("Sending", words(unmarked(meeting.sending) or NOT_RECORDED)),
            ("Receiving", words(unmarked(meeting.receiving) or NOT_RECORDED)),
            ("As of", words(str(meeting.on))),
        )
    )
    first = sorted(lacking, key=_severest)[:_FIRST]
    if first:
        columns = (
            Column("What", 6),
            Column("State", 3),
            Column("Severity", 3),
            Column("Still to be decided", 4),
            Column("Owner", 3),
            Column("Due", 3),
        )
        title = f"To be decided, most severe first ({len(first)} of {len(lacking)})"
        yield Table(title, columns, tuple(_open(line) for line in first))
    if late:
        heads = (Column("What", 6), Column("Owner", 3), Column("Due", 2), Column("Status", 2))
        title = f"Overdue ({min(len(late), _FIRST)} of {len(late)})"
        rows = tuple(
            Row(
                (
                    _what(line),
                    words(line.value("owner") or "nobody yet"),
                    words(line.value("due")),
                    words(line.value("status")),
                )
            )
            for line in late[:_FIRST]
        )
        yield Table(title, heads, rows)


def _severest(line: Listed) -> int:
    word = _severity(line)
    return _ORDER.index(word) if word in _ORDER else len(_ORDER)


def _severity(line: Listed) -> str:
    return line.value("severity") or (line.proposed.word if line.proposed is not None else "")


def _open(line: Listed) -> Row:
    lacking = [column.title for column in COLUMNS if column.key in line.lacking]
    return Row(
        (
            _what(line),
            _state(line),
            _graded(line),
            words(", ".join(lacking).lower()),
            words(line.value("owner") or "nobody yet"),
            words(line.value("due") or "no date"),
        )
    )


def _what(line: Listed) -> Words:
    step = unmarked(line.step.label) if line.step else "Whole process"
    return named(
        line.gap.label if line.gap else wording.capital(line.thing.label),
        " · ".join(filter(None, (step, line.dimension))),
    )


def _state(line: Listed, *below: Line) -> Cell:
    if line.state is None:
        return Grading("recorded gap", Tone.QUIET, below)
    return Grading(line.state.value, STATES[line.state], below)


def _graded(line: Listed) -> Grading:
    decided = line.value("severity")
    word = _severity(line)
    if not word:
        return Grading("not recorded", Tone.UNKNOWN)
    below = () if decided else ((Run("proposed from the attributes", Style.SECOND),),)
    return Grading(word, _TONES.get(word, Tone.QUIET), below)


def _sections(meeting: Meeting, lines: Sequence[Listed]) -> Iterator[Section]:
    names = unmarked(meeting.sending) or "Sending", unmarked(meeting.receiving) or "Receiving"
    columns = (
        Column("What", 5),
        Column(names[0], 3),
        Column(names[1], 3),
        Column("State, severity", 3),
        Column("Decided", 5),
    )
    for step, same in groupby(lines, key=lambda line: unmarked(line.step.label) if line.step else "Whole process"):
        rows = tuple(_row(line) for line in same)
        yield Section(f"{step} ({len(rows)})", (Table("", columns, rows),))


def _row(line: Listed) -> Row:
    severity = _graded(line)
    below = ((Run("severity ", Style.SECOND), Run(severity.word, Style.MARK, severity.tone)), *severity.below)
    decided: list[Line] = [
        (Run(f"{column.title}: ", Style.SECOND), Run(line.value(column.key) or NOT_RECORDED))
        for column in COLUMNS
        if column.key != "severity"
    ]
    decided += [(Run("Action: ", Style.SECOND), Run(action.label)) for action in line.actions]
    what = _what(line)
    meaning = (plain(line.meaning),) if line.meaning else ()
    return Row(
        (
            Words((*what.lines, *meaning)),
            words(line.sending or NOT_RECORDED),
            words(line.receiving or NOT_RECORDED),
            _state(line, *below),
            Words(tuple(decided)),
        )
    )


def _sheet(meeting: Meeting, lines: Sequence[Listed]) -> Sheet:
    names = unmarked(meeting.sending) or "Sending", unmarked(meeting.receiving) or "Receiving"
    heads = (
        "Step",
        "Respect",
        "What",
        *names,
        "State",
        "What it means",
        "Proposed severity",
        *(column.title for column in COLUMNS),
    )
    rows = tuple(tuple(_cells(line)) for line in lines)
    return Sheet("Gap list", tuple(map(Column, (*heads, "Actions", "Gap", "Address"))), rows)


def _cells(line: Listed) -> Iterator[Cell]:
    yield words(unmarked(line.step.label) if line.step else "Whole process")
    yield from map(
        words, (line.dimension, line.thing.label, line.sending or NOT_RECORDED, line.receiving or NOT_RECORDED)
    )
    yield _state(line)
    yield words(line.meaning)
    yield words(line.proposed.word if line.proposed is not None else "")
    yield from map(words, line.values)
    yield words(*(action.label for action in line.actions))
    yield words(line.gap.label if line.gap else "not recorded as a gap")
    yield words(line.gap.iri if line.gap else line.thing.iri)

"""The gap meeting as rows: which lines are shown, what stands in their cells, what is counted above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from kgapp.domain.names import words
from kgapp.domain.sites import State
from kgapp.services.transfer.cells import Kind
from kgapp.services.transfer.gaps import COLUMNS, Line, Meeting
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetRow
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

HEADS: Final = (
    SheetColumn("thing", mark("What"), 0.42),
    SheetColumn("sites", mark("Both sites"), 0.34),
    SheetColumn("state", mark("State"), 92),
    SheetColumn("severity", mark("Severity"), 82),
    SheetColumn("disposition", mark("Disposition"), 88),
    SheetColumn("justification", mark("Reason"), 0.24),
    SheetColumn("owner", mark("Owner"), 118),
    SheetColumn("due", mark("Due"), 88),
    SheetColumn("status", mark("Status"), 84),
    SheetColumn("actions", mark("Actions"), 66),
)
_TONES: Final = {"high": Tone.HIGH, "medium": Tone.MEDIUM, "low": Tone.LOW}
_STATES: Final = {State.MISSING: Tone.HIGH, State.UNKNOWN: Tone.UNKNOWN, State.JUSTIFIED: Tone.PLAIN}
_KINDS: Final = {each.key: each for each in COLUMNS}
_SOON: Final = timedelta(days=30)


class Which(Enum):
    """The lines of interest."""

    UNDECIDED = mark("To decide")
    GAPS = mark("All gaps")
    RECORDED = mark("Recorded gaps")
    UNKNOWN = mark("All gaps and what is unknown")
    CLOSED = mark("Closed gaps")


class Due(Enum):
    """When lines are due."""

    ANY = mark("Any day")
    OVERDUE = mark("Overdue")
    SOON = mark("Within 30 days")
    NO_DAY = mark("No day")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the bar above the list says; empty texts narrow nothing."""

    which: Which = Which.GAPS
    due: Due = Due.ANY
    severity: str = ""
    owner: str = ""
    step: str = ""
    words: str = ""


def keys(lines: Sequence[Line]) -> dict[str, Line]:
    """The lines by a name that stays when a gap is recorded about one of them."""
    count: Counter[str] = Counter()
    found: dict[str, Line] = {}
    for line in lines:
        count[line.place] += 1
        found[f"{line.place} {count[line.place]}"] = line
    return found


def rows(meeting: Meeting, narrowing: Narrowing, owners: tuple[str, ...]) -> tuple[SheetRow, ...]:
    """The rows that are shown, in the order of the meeting's list."""
    tokens = words(narrowing.words)
    return tuple(
        _row(key, line, meeting.on, owners)
        for key, line in keys(meeting.lines).items()
        if _wanted(line, narrowing, meeting.on) and _holds(line, tokens)
    )


def counts(meeting: Meeting) -> tuple[tuple[str, str, Tone], ...]:
    """What stands above the list: a number, its words, its tone."""
    listed = [line for line in meeting.lines if listed_as_gap(line)]
    late = sum(line.overdue(meeting.on) for line in listed)
    return (
        (str(len(listed)), tr("gaps"), Tone.PLAIN),
        (str(sum(not line.lacking for line in listed)), tr("decided"), Tone.LOW),
        (str(sum(bool(line.lacking) for line in listed)), tr("to decide"), Tone.MEDIUM),
        (str(late), tr("overdue on {day}").format(day=meeting.on.isoformat()), Tone.HIGH),
        (str(len(meeting.lines) - len(listed)), tr("unknown"), Tone.UNKNOWN),
    )


def listed_as_gap(line: Line) -> bool:
    """What nobody recorded at either site is unknown: a gap only once somebody says so."""
    return line.gap is not None or line.state is not State.UNKNOWN


def owners_of(meeting: Meeting) -> tuple[str, ...]:
    """Who owns something in the list, by name."""
    return tuple(sorted({line.value("owner") for line in meeting.lines if line.value("owner")}))


def steps_of(meeting: Meeting) -> tuple[str, ...]:
    """The steps of the list, in its order."""
    return tuple(dict.fromkeys(line.step.label for line in meeting.lines if line.step))


def detail(line: Line, on: date) -> str:
    """Everything about a line in sentences, for the strip below the list."""
    parts = [f"{line.gap.label if line.gap else line.name}.", line.meaning]
    if not line.gap:
        parts.append(tr("No gap is recorded yet: what you enter records it."))
    if line.proposed is not None and not line.value("severity"):
        parts.append(tr("The attributes it bears on are of severity “{word}”.").format(word=line.proposed.word))
    if line.lacking:
        titles = ", ".join(_KINDS[key].title.lower() for key in line.lacking)
        parts.append(tr("Still to decide: {what}.").format(what=titles))
    if line.overdue(on):
        parts.append(tr("It was due on {day}.").format(day=line.value("due")))
    if line.actions:
        parts.append(tr("Actions: {names}.").format(names="; ".join(each.label for each in line.actions)))
    return " ".join(part for part in parts if part)


def _wanted(line: Line, narrowing: Narrowing, on: date) -> bool:
    return (
        _WHICH[narrowing.which](line)
        and _due(line, narrowing.due, on)
        and (not narrowing.severity or line.value("severity") == narrowing.severity)
        and (not narrowing.owner or line.value("owner") == narrowing.owner)
        and (not narrowing.step or (line.step is not None and line.step.label == narrowing.step))
    )


def _due(line: Line, due: Due, on: date) -> bool:
    day = line.value("due")
    if due is Due.OVERDUE:
        return line.overdue(on)
    if due is Due.SOON:
        return bool(day) and not line.closed and day <= (on + _SOON).isoformat()
    return not day if due is Due.NO_DAY else True


def _holds(line: Line, tokens: Sequence[str]) -> bool:
    if not tokens:
        return True
    step = line.step.label if line.step else ""
    told = " ".join((step, line.thing.label, line.name, line.dimension, line.meaning, *line.values))
    own = words(told)
    return all(any(word.startswith(token) for word in own) for token in tokens)


def _row(key: str, line: Line, on: date, owners: tuple[str, ...]) -> SheetRow:
    where = " · ".join(part for part in (line.step.label if line.step else "", line.dimension) if part)
    state = line.state.value if line.state else tr("only recorded")
    waiting = tr("{open} open").format(open=line.open_actions) if line.open_actions else ""
    return SheetRow(
        key,
        (
            SheetCell(line.thing.label, where, strong=True),
            SheetCell(line.sending or "–", f"→ {line.receiving or '–'}", share=True),
            SheetCell(state, tone=_STATES.get(line.state, Tone.MEDIUM) if line.state else Tone.PLAIN),
            *(_asked(line, each.key, on, owners) for each in COLUMNS),
            SheetCell(str(len(line.actions)) if line.actions else "–", waiting),
        ),
        line,
        line.gap.iri if line.gap else line.thing.iri,
    )


def _asked(line: Line, key: str, on: date, owners: tuple[str, ...]) -> SheetCell:
    column, text = _KINDS[key], line.value(key)
    second = ""
    if key == "due" and line.overdue(on):
        second = tr("overdue")
    if key == "severity" and not text and line.proposed is not None:
        second = tr("{word}?").format(word=line.proposed.word)
    tone = _TONES.get(text) if key == "severity" else None
    choices = column.words if column.kind is Kind.WORD else owners if column.kind is Kind.OWNER else ()
    return SheetCell(text, second, tone, column.kind, choices)


_WHICH: Final[Mapping[Which, Callable[[Line], bool]]] = {
    Which.UNDECIDED: lambda line: listed_as_gap(line) and bool(line.lacking),
    Which.GAPS: listed_as_gap,
    Which.RECORDED: lambda line: line.gap is not None,
    Which.UNKNOWN: lambda _line: True,
    Which.CLOSED: lambda line: line.closed,
}


def heads() -> tuple[SheetColumn, ...]:
    """The columns in the user's language."""
    return tuple(SheetColumn(each.key, said(each.title), each.width) for each in HEADS)

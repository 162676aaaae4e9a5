"""The rows of a comparison of two sites, grouped and narrowed as a transfer team works through them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kgapp.domain.sites import GAPS, Comparison, Dimension, Readiness, Row, Start, State, StepReadiness
from kgapp.services.process_map import brief
from kgapp.services.sites.gaps import NotRun, Reach
from kgapp.ui.models.impact_items import tone_of_grade
from kgapp.ui.models.sections import Cell, Group
from kgapp.ui.models.sections import Row as TableRow
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

ITEM: Final = 0
REACH: Final = 5
ASSESS: Final = 6
GAP: Final = 7
Found = Mapping[Start, Reach | NotRun]
"""What is known of how far differences reach, by their start."""


class Grouping(Enum):
    """What the headings of the list are."""

    STEP = mark("By step")
    DIMENSION = mark("By kind")
    SEVERITY = mark("By severity")
    STATE = mark("By state")


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the comparison is listed, and under which headings. ``state`` is one of ``COUNTS``; ``None`` for all."""

    only_gaps: bool = True
    grouping: Grouping = Grouping.STEP
    words: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """One of the big figures: its marked word, the states it counts, its tone."""

    word: str
    states: frozenset[State]
    tone: Tone


COUNTS: Final = (
    Count(mark("same"), frozenset({State.SAME}), Tone.PLAIN),
    Count(mark("differ"), frozenset({State.DIFFERS, State.WIDER, State.NARROWER}), Tone.MEDIUM),
    Count(mark("missing"), frozenset({State.MISSING}), Tone.HIGH),
    Count(mark("unknown"), frozenset({State.UNKNOWN}), Tone.UNKNOWN),
    Count(mark("justified"), frozenset({State.JUSTIFIED}), Tone.LOW),
    Count(mark("not applicable by design"), frozenset({State.NOT_APPLICABLE}), Tone.PLAIN),
)


def counted(comparison: Comparison, count: Count) -> int:
    """How many rows one of the big figures counts."""
    return sum(row.state in count.states for row in comparison.rows)


def headings(comparison: Comparison) -> tuple[str, ...]:
    """The columns: the sites with their regions among them."""
    places = (comparison.sending, comparison.receiving)
    names = (" · ".join(part for part in (place.name, place.region) if part) for place in places)
    return (tr("Item"), *names, tr("State"), tr("What it means"), tr("Reach"), "", "")


def rows(comparison: Comparison, shown: Shown) -> tuple[Row, ...]:
    """The rows that a choice leaves, in the order of the comparison."""
    wanted = shown.words.casefold().split()
    states = COUNTS[shown.count].states if shown.count is not None else _OPEN if shown.only_gaps else frozenset(State)
    return tuple(row for row in comparison.rows if row.state in states and _holds(row, wanted))


def groups(comparison: Comparison, shown: Shown, found: Found, *, writable: bool) -> tuple[Group, ...]:
    """The rows as they are listed, under their headings."""
    title, order = _GROUPINGS[shown.grouping]
    grouped: dict[str, list[Row]] = {}
    for row in sorted(rows(comparison, shown), key=order):
        grouped.setdefault(title(row), []).append(row)
    return tuple(
        Group(f"{name}  {len(each)}", tuple(_row(row, found, writable=writable) for row in each), name)
        for name, each in grouped.items()
    )


def with_reach(row: TableRow, fresh: frozenset[Start], found: Found) -> TableRow | None:
    """A listed row with the reach that was found since; ``None`` for one that it does not concern."""
    subject = row.subject
    if not isinstance(subject, Row) or subject.start not in fresh:
        return None
    return TableRow((*row.cells[:REACH], reach(subject, found), *row.cells[REACH + 1 :]), subject)


def readiness(comparison: Comparison) -> tuple[Group, ...]:
    """Every step with what stands against it, a row each; those that are not ready first."""
    order = (Readiness.NOT_READY, Readiness.NOT_KNOWN, Readiness.READY)
    steps = sorted(comparison.readiness, key=lambda each: order.index(each.readiness))
    return tuple(Group(_step_title(each), _reasons(each), each.step.iri) for each in steps)


def item(row: Row) -> str:
    """What a row is about, in as few words as tell it from others: ``MOI: normal range``."""
    if row.dimension in _OF_STEPS:
        return said(_DIMENSIONS[row.dimension][0])
    words = _BESIDE.get(row.dimension)
    return f"{row.thing.label}: {said(words)}" if words else row.thing.label


def state(row: Row) -> Cell:
    """The state with its mark, its word and its form."""
    word, tone = _STATES[row.state]
    if row.state in _EDGED:
        return Cell(f"≠ {said(word)}", edge=True)
    return Cell(said(word), tone=tone)


def reach(row: Row, found: Found) -> Cell:
    """How far a difference reaches; ``?`` where the row is unknown or the impact is not run yet."""
    if row.state is State.UNKNOWN:
        return Cell("?", tone=Tone.UNKNOWN)
    if row.start is None:
        return Cell("")
    known = found.get(row.start)
    if known is None:
        return Cell("…", ink="third")
    if isinstance(known, NotRun):
        return Cell(tr("not run"), ink="second")
    if known.high is None or known.low is None:
        return Cell(tr("{count} touched").format(count=known.touched), ink="second")
    tone = tone_of_grade(known.high) if known.low is known.high else Tone.UNKNOWN
    return Cell(f"{known.affected} · {known.word}", tone=tone)


def starts(comparison: Comparison) -> tuple[Start, ...]:
    """Every difference to be assessed once, the most severe first."""
    ranked = sorted(comparison.gaps, key=lambda row: -1 if row.severity is None else int(row.severity), reverse=True)
    return tuple(dict.fromkeys(row.start for row in ranked if row.start is not None))


def table(comparison: Comparison, shown: Shown, found: Found) -> tuple[tuple[str, ...], ...]:
    """The listed rows as cells of a spreadsheet, with their headings."""
    head = (tr("Step"), *headings(comparison)[: REACH + 1])
    return (head, *(tuple(_flat(cell) for cell in line(row, found)) for row in rows(comparison, shown)))


def line(row: Row, found: Found) -> tuple[str, ...]:
    """One row as texts."""
    step = row.step.label if row.step else tr("Whole process")
    texts = (item(row), row.sending.text, row.receiving.text, said(_STATES[row.state][0]), row.meaning)
    return (step, *texts, reach(row, found).text)


def short(text: str) -> str:
    """A text for a narrow column: 2000000000 as 2e9; what is written stays in the inspector."""
    return _LARGE.sub(lambda found: brief(found[0]), text)


def dimension(row: Row) -> str:
    """In which respect the sites are compared, for people."""
    return said(_DIMENSIONS[row.dimension][0])


def icon(row: Row) -> str:
    """The shape for what a row is about."""
    return _DIMENSIONS[row.dimension][1]


def _row(row: Row, found: Found, *, writable: bool) -> TableRow:
    nothing = Cell(tr("not recorded"), ink="third")
    sides = [Cell(short(side.text)) if side.recorded else nothing for side in (row.sending, row.receiving)]
    can_assess = row.start is not None
    gap = tr("Gap") if row.gaps else tr("+ Gap") if writable and row.state in _OPEN else ""
    return TableRow(
        (
            Cell(item(row), icon=icon(row), iri=row.thing.iri),
            *sides,
            state(row),
            Cell(row.meaning),
            reach(row, found),
            Cell(tr("Assess") if can_assess else "", ink="accent"),
            Cell(gap, ink="accent"),
        ),
        row,
    )


def _step_title(each: StepReadiness) -> str:
    words = f"{each.step.label}: {said(_READY[each.readiness][0])}"
    return words + tr(" · {count} not recorded").format(count=each.unknown) if each.unknown else words


def _reasons(each: StepReadiness) -> tuple[TableRow, ...]:
    word, tone = _READY[each.readiness]
    reasons = each.reasons or (tr("Nothing recorded stands against it."),)
    step = each.step
    return tuple(
        TableRow((Cell(reason, icon="step", iri=step.iri), Cell(said(word), tone=tone)), (step.iri, reason))
        for reason in reasons
    )


def _holds(row: Row, wanted: Iterable[str]) -> bool:
    step = row.step.label if row.step else ""
    text = " ".join((item(row), step, dimension(row), row.sending.text, row.receiving.text, row.meaning)).casefold()
    return all(word in text for word in wanted)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _by_step(row: Row) -> str:
    return row.step.label if row.step else tr("Whole process")


def _by_severity(row: Row) -> str:
    if row.severity is None:
        return tr("Severity not recorded")
    return tr("Severity {word}").format(word=row.severity.word)


def _severity(row: Row) -> int:
    return 1 if row.severity is None else -int(row.severity)


_LARGE: Final = re.compile(r"(?<![\d.])\d{7,}(?![\d.])")
_OPEN: Final = GAPS | {State.UNKNOWN}
_EDGED: Final = frozenset({State.DIFFERS, State.WIDER, State.NARROWER})

_STATES: Final[Mapping[State, tuple[str, Tone]]] = {
    State.SAME: (mark("= same"), Tone.LOW),
    State.DIFFERS: (mark("differs"), Tone.MEDIUM),
    State.WIDER: (mark("wider"), Tone.MEDIUM),
    State.NARROWER: (mark("narrower"), Tone.MEDIUM),
    State.MISSING: (mark("∅ missing"), Tone.HIGH),
    State.UNKNOWN: (mark("? unknown"), Tone.UNKNOWN),
    State.JUSTIFIED: (mark("✓ justified"), Tone.LOW),
    State.NOT_APPLICABLE: (mark("not applicable"), Tone.PLAIN),
}

_DIMENSIONS: Final[Mapping[Dimension, tuple[str, str]]] = {
    Dimension.OPTION: (mark("Chosen option"), "step"),
    Dimension.SETTING: (mark("Setting"), "parameter"),
    Dimension.NORMAL_RANGE: (mark("Normal range"), "parameter"),
    Dimension.HOLD_TIME: (mark("Hold time"), "parameter"),
    Dimension.CUMULATIVE: (mark("Hold times together"), "parameter"),
    Dimension.EQUIPMENT: (mark("Equipment"), "equipment"),
    Dimension.FUNCTION: (mark("What equipment is for"), "equipment"),
    Dimension.REPLACES: (mark("Takes the place of"), "parameter"),
    Dimension.MATERIAL: (mark("Material"), "material"),
    Dimension.METHOD: (mark("Method"), "method"),
    Dimension.SAMPLING: (mark("Sampling"), "method"),
    Dimension.OPENNESS: (mark("Openness"), "step"),
    Dimension.ENVIRONMENT: (mark("Environment grade"), "step"),
    Dimension.BIOSAFETY: (mark("Biosafety level"), "step"),
    Dimension.AUTOMATION: (mark("Automation"), "step"),
    Dimension.CONTROL: (mark("Control"), "document"),
    Dimension.IDENTITY: (mark("Identity and custody"), "document"),
    Dimension.PEOPLE: (mark("Qualified people"), "person"),
    Dimension.KNOW_HOW: (mark("Know-how"), "know-how"),
    Dimension.PROVISIONS: (mark("Provisions"), "document"),
    Dimension.GATE: (mark("Permit"), "document"),
}

_OF_STEPS: Final = frozenset(
    {
        Dimension.OPENNESS,
        Dimension.ENVIRONMENT,
        Dimension.BIOSAFETY,
        Dimension.AUTOMATION,
        Dimension.IDENTITY,
        Dimension.PEOPLE,
        Dimension.PROVISIONS,
    }
)

_BESIDE: Final[Mapping[Dimension, str]] = {
    Dimension.OPTION: mark("chosen option"),
    Dimension.NORMAL_RANGE: mark("normal range"),
    Dimension.CUMULATIVE: mark("together"),
    Dimension.FUNCTION: mark("what controls it"),
    Dimension.REPLACES: mark("in place of another"),
    Dimension.SAMPLING: mark("sampling"),
    Dimension.CONTROL: mark("control"),
    Dimension.GATE: mark("permit"),
}

_READY: Final[Mapping[Readiness, tuple[str, Tone]]] = {
    Readiness.NOT_READY: (mark("not ready"), Tone.HIGH),
    Readiness.NOT_KNOWN: (mark("not known"), Tone.UNKNOWN),
    Readiness.READY: (mark("nothing against it"), Tone.LOW),
}

_ORDER: Final = tuple(_STATES)
_KINDS: Final = tuple(Dimension)

_GROUPINGS: Final[Mapping[Grouping, tuple[Callable[[Row], str], Callable[[Row], int]]]] = {
    Grouping.STEP: (_by_step, lambda _: 0),
    Grouping.DIMENSION: (dimension, lambda row: _KINDS.index(row.dimension)),
    Grouping.SEVERITY: (_by_severity, _severity),
    Grouping.STATE: (lambda row: said(_STATES[row.state][0]), lambda row: _ORDER.index(row.state)),
}

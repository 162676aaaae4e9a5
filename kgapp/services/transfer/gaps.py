"""The list of a gap meeting: what differs between two sites, joined with the gaps that are recorded about it.

Guarantees: every row of the comparison that differs, is missing, is unknown or is justified is a line, and every recorded
gap is on at least one line, also one that the comparison no longer shows. A gap that says its dimension belongs to that
row alone; one that does not belongs to every row about what it concerns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.domain.grades import Grade
from kgapp.domain.impact import Named
from kgapp.domain.sites import GAPS, Comparison, Row, Start, State
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services.ports import RecordReader
from kgapp.services.sites import compare
from kgapp.services.statements import Statements
from kgapp.services.transfer import cells, projects
from kgapp.services.transfer.cells import Kind

COLUMNS: Final = (
    cells.column(KG.Gap, "severity", "Severity", KG.gapSeverity, Kind.WORD),
    cells.column(KG.Gap, "disposition", "Disposition", KG.disposition, Kind.WORD),
    cells.column(KG.Gap, "justification", "Reason", KG.justification, Kind.TEXT),
    cells.column(KG.Gap, "owner", "Owner", KG.owner, Kind.OWNER),
    cells.column(KG.Gap, "due", "Due", KG.due, Kind.DATE),
    cells.column(KG.Gap, "status", "Status", KG.status, Kind.WORD),
)
"""What the meeting decides, in the order of the list."""

KEYS: Final = tuple(each.key for each in COLUMNS)
_LISTED: Final = GAPS | {State.UNKNOWN, State.JUSTIFIED}
_CLOSED: Final = "closed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the meeting. ``gap`` is the recorded gap, ``None`` where nobody recorded one yet.

    ``state`` is ``None`` for a gap that no row of the comparison explains. ``values`` are in the order of ``COLUMNS``.
    ``proposed`` is the severity of the attributes it bears on: what a gap begins with when nobody says otherwise.
    """

    step: Named | None
    thing: Named
    dimension: str
    sending: str
    receiving: str
    state: State | None
    meaning: str
    proposed: Grade | None
    gap: Named | None
    values: tuple[str, ...] = ("",) * len(COLUMNS)
    actions: tuple[Named, ...] = ()
    open_actions: int = 0
    start: Start | None = None
    rests_on: frozenset[Iri] = frozenset()
    """What the two sides were read from."""

    @property
    def place(self) -> str:
        """What the line is about, whether a gap is recorded or not: stays the same when the list is made anew."""
        return " ".join((self.step.iri if self.step else "-", self.dimension.replace(" ", "_") or "-", self.thing.iri))

    @property
    def key(self) -> str:
        """Names the line: its gap and what it is about."""
        return f"{self.gap.iri if self.gap else '-'} {self.place}"

    def value(self, key: str) -> str:
        """What a column holds."""
        return self.values[KEYS.index(key)]

    @property
    def name(self) -> str:
        """What a person calls the line: the gap's name, else what differs and where."""
        if self.gap is not None:
            return self.gap.label
        where = f" at {self.step.label}" if self.step else ""
        return f"{self.thing.label}: {self.dimension}{where}"

    @property
    def closed(self) -> bool:
        """Whether somebody closed the gap."""
        return self.value("status") == _CLOSED

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is still to be decided, by column key; nothing for a gap that is closed."""
        if self.closed:
            return ()
        return tuple(key for key in ("severity", "disposition", "owner", "due") if not self.value(key))

    def overdue(self, on: date) -> bool:
        """Whether it should have been done by a day."""
        due = self.value("due")
        return bool(due) and not self.closed and due < on.isoformat()


@dataclass(frozen=True, slots=True)
class Meeting:
    """The whole list. ``on`` is the day against which dates count; ``why_not`` says why there is no comparison."""

    project: Named
    title: str
    sending: str
    receiving: str
    on: date
    revision: int
    revision_hash: str
    lines: tuple[Line, ...]
    why_not: str = ""

    @property
    def decided(self) -> tuple[Line, ...]:
        """The lines that lack nothing."""
        return tuple(line for line in self.lines if not line.lacking)

    @property
    def recorded(self) -> int:
        """How many different gaps are recorded."""
        return len({line.gap.iri for line in self.lines if line.gap})

    def count(self, state: State | None) -> int:
        """How many lines have a state."""
        return sum(line.state is state for line in self.lines)


def meeting(reader: RecordReader, project: Iri, on: date | None = None) -> Meeting:
    """The list of a transfer project. Raises ``BadInput`` for something else than a transfer project.

    Where its processes cannot be compared, the recorded gaps stand alone and ``why_not`` says why.
    """
    found = projects.of(reader, project)
    comparison, why_not = _compared(reader, found, on)
    known = Statements(reader)
    gaps = projects.parts(known, project, KG.Gap)
    lines = tuple(_lines(known, comparison, gaps))
    head = reader.head()
    return Meeting(
        Named(project, found.label),
        comparison.title if comparison else found.label,
        comparison.sending.name if comparison else _name(known, found.sending),
        comparison.receiving.name if comparison else _name(known, found.receiving),
        comparison.on if comparison else on or compare.reference_date(reader),
        head.seq if head else 0,
        head.hash if head else "",
        lines,
        why_not,
    )


def belongs(known: Statements, gap: Iri, line: Line | Row) -> bool:
    """Whether a recorded gap says that it is about just this thing, in this respect, at this step."""
    if known.text(gap, KG.gapDimension) != str(line.dimension) or line.thing.iri not in known.things(gap, KG.concerns):
        return False
    steps = known.things(gap, KG.atStep)
    return not steps or (line.step is not None and line.step.iri in steps)


def _compared(reader: RecordReader, found: projects.Project, on: date | None) -> tuple[Comparison | None, str]:
    if not found.sending or not found.receiving:
        return None, "The transfer project does not say which process is sent and which one receives it."
    try:
        return compare.compare(reader, found.sending, found.receiving, on), ""
    except BadInput as error:
        return None, f"The two processes cannot be compared: {error.sentence}"


def _lines(known: Statements, comparison: Comparison | None, gaps: Sequence[Iri]) -> Iterator[Line]:
    rows = comparison.rows if comparison else ()
    matched = [(row, _matching(known, row, gaps)) for row in rows]
    shown = {gap for row, found in matched if row.state in _LISTED for gap in found}
    for row, found in matched:
        if row.state in _LISTED:
            mine = found
        else:  # what is the same now, or left out by design: only for a gap that has no other line
            mine = tuple(gap for gap in found if gap not in shown)
            shown.update(mine)
        if mine:
            yield from (_line(known, row, gap) for gap in mine)
        elif row.state in _LISTED:
            yield _line(known, row, None)
    yield from (_alone(known, gap) for gap in gaps if gap not in shown)


def _matching(known: Statements, row: Row, gaps: Sequence[Iri]) -> tuple[Iri, ...]:
    own = {gap.iri for gap in row.gaps}
    found = []
    for gap in gaps:
        narrow = bool(known.text(gap, KG.gapDimension))
        if belongs(known, gap, row) if narrow else gap in own:
            found.append(gap)
    return tuple(found)


def _line(known: Statements, row: Row, gap: Iri | None) -> Line:
    line = Line(
        row.step,
        row.thing,
        str(row.dimension),
        row.sending.text,
        row.receiving.text,
        row.state,
        row.meaning,
        row.severity,
        None,
        start=row.start,
        rests_on=frozenset(
            term
            for quad in (*row.sending.quads, *row.receiving.quads)
            for term in (quad.subject, quad.object)
            if isinstance(term, str)
        ),
    )
    return _with(known, line, gap) if gap else _asked(known, line)


def _alone(known: Statements, gap: Iri) -> Line:
    """A gap that no row of the comparison explains: it stands with what it concerns."""
    about = known.thing(gap, KG.concerns) or gap
    step = known.thing(gap, KG.atStep)
    line = Line(
        Named(step, known.name(step)) if step else None,
        Named(about, known.name(about)),
        known.text(gap, KG.gapDimension),
        "",
        "",
        None,
        "Recorded as a gap; the comparison of the two processes does not show it.",
        None,
        None,
    )
    return _with(known, line, gap)


def _with(known: Statements, line: Line, gap: Iri) -> Line:
    values = tuple(cells.shown(known, gap, each.predicate) for each in COLUMNS)
    actions = known.that(KG.closes, gap)
    return _acting(known, replace(line, gap=Named(gap, known.name(gap)), values=values), actions)


def _asked(known: Statements, line: Line) -> Line:
    """With the actions that are about the thing itself, in this respect nobody recorded a gap yet."""
    return _acting(known, line, known.that(KG.concerns, line.thing.iri))


def _acting(known: Statements, line: Line, found: Iterable[Iri]) -> Line:
    actions = tuple(one for one in found if KG.Action in known.types(one))
    waiting = sum(known.thing(one, KG.status) != KG.closed for one in actions)
    return replace(line, actions=tuple(Named(one, known.name(one)) for one in actions), open_actions=waiting)


def _name(known: Statements, thing: Iri) -> str:
    return known.name(thing) if thing else ""

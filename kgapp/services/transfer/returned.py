"""A gap list that comes back from a partner: cell by cell what they say, what was sent, and what is recorded now.

Guarantees: nothing is written before somebody accepts it; a cell that both sides changed is a conflict and is taken over only
by name; what cannot be taken over is listed with sheet, row, column and reason, never dropped; a calculated cell is never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kgapp.domain.document import visible
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.domain.workbook import Book, Cell, CellKind, Sheet
from kgapp.services.ports import RecordReader
from kgapp.services.transfer import deciding, gaps
from kgapp.services.transfer.cells import Entered
from kgapp.services.transfer.deciding import Decision
from kgapp.services.transfer.gaps import COLUMNS, KEYS, Line, Meeting
from kgapp.services.transfer.sending import FORMAT, HEAD_ROWS, LIST, SENT
from kgapp.services.workspace import Workspace

_TITLES: Final = {each.key: each.title for each in COLUMNS}
_CUT: Final = 32_000
"""A cell of a workbook holds no more; what was cut when it was sent is no difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell in a row of the sheet: what was sent, what they say now, what is recorded now. ``trouble`` says why it cannot be taken over."""

    column: str
    sent: str
    theirs: str
    ours: str
    row: int
    trouble: str = ""

    @property
    def conflict(self) -> bool:
        """Whether both sides changed it, differently."""
        return _plain(self.ours) != _plain(self.sent)

    @property
    def title(self) -> str:
        """What the column is called."""
        return _TITLES[self.column]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row with what differs in it; ``line`` is as it is now."""

    name: str
    line: Line
    cells: tuple[Difference, ...]

    @property
    def conflict(self) -> bool:
        """Whether some cell of it was changed on both sides."""
        return any(cell.conflict for cell in self.cells)

    @property
    def acceptable(self) -> tuple[Difference, ...]:
        """What can be taken over."""
        return tuple(cell for cell in self.cells if not cell.trouble)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A cell or row that cannot be taken over, and why. ``row`` counts from 1; 0 where it is about the whole sheet."""

    sheet: str
    row: int
    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Returned:
    """The difference of a whole workbook. ``sent_revision`` is the one that it was made from."""

    meeting: Meeting
    file: str
    sha256: str
    sent_revision: int
    rows: tuple[ReturnedRow, ...]
    rejected: tuple[Rejected, ...]
    unchanged: int
    agreed: int
    """Cells that both sides changed alike: there is nothing to take over."""

    @property
    def clear(self) -> tuple[str, ...]:
        """The names of the rows that can be taken over without a choice."""
        return tuple(row.name for row in self.rows if row.acceptable and not row.conflict)

    @property
    def conflicts(self) -> tuple[ReturnedRow, ...]:
        """The rows that need a choice."""
        return tuple(row for row in self.rows if row.conflict)


@dataclass(frozen=True, slots=True)
class _Sent:
    key: str
    values: tuple[str, ...]


def compare(reader: RecordReader, project: Iri, book: Book) -> Returned:
    """What a workbook that came back says. Raises ``BadInput`` for one that is not a gap list of this transfer project."""
    sent, revision = _sent(reader, project, book)
    form = book.sheet(LIST)
    if form is None:
        raise BadInput(
            f"“{book.name}” has no sheet “{LIST}” any more.", hint="Ask for the workbook with all its sheets."
        )
    meeting = gaps.meeting(reader, project)
    reading = _Reading(meeting, sent, form)
    rows = [row for row in reading.rows() if row.cells]
    rows = _checked(reader, project, _agreeing(rows))
    troubled = [
        Rejected(LIST, cell.row, cell.title, cell.theirs, cell.trouble)
        for row in rows
        for cell in row.cells
        if cell.trouble
    ]
    return Returned(
        meeting,
        book.name,
        book.sha256,
        revision,
        tuple(rows),
        (*reading.rejected, *troubled),
        reading.unchanged,
        reading.agreed,
    )


def accept(workspace: Workspace, found: Returned, names: Collection[str], why: str) -> Revision | None:
    """Take over the rows of these names as one revision. Raises ``BadInput``: then nothing is saved."""
    known = {row.name for row in found.rows}
    unknown = sorted(set(names) - known)
    if unknown:
        raise BadInput(
            f"“{unknown[0]}” is no row that differs.",
            hint=f"Rows: {', '.join(sorted(known)) or 'none'}. Nothing was saved.",
        )
    decisions = tuple(
        Decision(row.line, tuple(_entered(cell) for cell in row.acceptable))
        for row in found.rows
        if row.name in names and row.acceptable
    )
    return deciding.save(workspace, found.meeting.project.iri, decisions, why) if decisions else None


class _Reading:
    """One pass over the sheet that was filled in."""

    def __init__(self, meeting: Meeting, sent: dict[str, _Sent], form: Sheet) -> None:
        self._sent, self._form = sent, form
        self._by_key = {line.key: line for line in meeting.lines}
        self._by_place = {line.place: line for line in meeting.lines}
        self._by_gap = {line.gap.iri: line for line in reversed(meeting.lines) if line.gap}
        self.rejected: list[Rejected] = []
        self.unchanged = self.agreed = 0

    def rows(self) -> Iterator[ReturnedRow]:
        """The rows that differ."""
        places = self._places()
        seen: Counter[str] = Counter()
        for number in range(2, len(self._form.rows) + 1):
            name = self._form.at(number, places["Row"]).text.strip()
            if not name and not any(cell.text for cell in self._form.rows[number - 1]):
                continue
            seen[name] += 1
            sent = self._sent.get(name)
            if sent is None:
                self._reject(number, "", name, "This row was not in the list that was sent.")
            elif seen[name] > 1:
                self._reject(number, "", name, "This row stands twice in the sheet: only the first is read.")
            else:
                yield from self._row(number, name, sent, places)
        for name in self._sent.keys() - seen.keys():
            self._reject(0, "", name, "This row was taken out of the sheet: nothing is changed by that.")

    def _places(self) -> dict[str, int]:
        """Where each column stands now, by its head."""
        heads = [cell.text.strip() for cell in self._form.rows[0]] if self._form.rows else []
        found = {head: at for at, head in reversed(list(enumerate(heads, 1)))}
        if "Row" not in found:
            raise BadInput(
                f"The sheet “{LIST}” has no column “Row” any more: its rows cannot be told apart.",
                hint="Ask for the workbook as it was sent, with the answers filled in.",
            )
        for each in COLUMNS:
            if each.title not in found:
                self._reject(
                    1, each.title, "", "This column is not in the sheet any more: nothing of it is taken over."
                )
        return found

    def _row(self, number: int, name: str, sent: _Sent, places: dict[str, int]) -> Iterator[ReturnedRow]:
        line = self._line(sent.key)
        if line is None:
            if self._says_something(number, sent, places):
                self._reject(number, "", name, "What this row is about is not in the list any more.")
            return
        cells = tuple(self._cells(number, line, sent, places))
        self.unchanged += not cells
        yield ReturnedRow(name, line, cells)

    def _line(self, key: str) -> Line | None:
        gap, _, place = key.partition(" ")
        return self._by_key.get(key) or (self._by_place.get(place) if gap == "-" else self._by_gap.get(Iri(gap)))

    def _says_something(self, number: int, sent: _Sent, places: dict[str, int]) -> bool:
        return any(
            _plain(self._form.at(number, places[each.title]).text) != _plain(value)
            for each, value in zip(COLUMNS, sent.values, strict=True)
            if each.title in places
        )

    def _cells(self, number: int, line: Line, sent: _Sent, places: dict[str, int]) -> Iterator[Difference]:
        for key, before in zip(KEYS, sent.values, strict=True):
            title = _TITLES[key]
            if title not in places:
                continue
            cell = self._form.at(number, places[title])
            if cell.kind in _NOT_READ:
                self._reject(number, title, cell.text, _NOT_READ[cell.kind])
                continue
            theirs = _text(cell)
            if _plain(theirs) == _plain(before):
                continue
            if _plain(theirs) == _plain(line.value(key)):
                self.agreed += 1
                continue
            yield Difference(key, before, theirs, line.value(key), number)

    def _reject(self, row: int, column: str, text: str, why: str) -> None:
        self.rejected.append(Rejected(LIST, row, column, text, why))


def _sent(reader: RecordReader, project: Iri, book: Book) -> tuple[dict[str, _Sent], int]:
    """What was sent, by the names of the rows, and the number of the revision."""
    sheet = book.sheet(SENT)
    if sheet is None or sheet.at(1, 1).text != FORMAT:
        raise BadInput(
            f"“{book.name}” is not a gap list that kgapp made.",
            hint="Choose the file that was sent and answered. Other tables cannot be read here.",
        )
    if sheet.at(1, 2).text != project or sheet.at(1, 3).text != reader.meta().project_id:
        raise BadInput(
            f"“{book.name}” belongs to another transfer project.",
            hint="Choose the transfer project that it was sent from.",
        )
    rows = [[sheet.at(row, column).text for column in range(1, 3 + len(KEYS))] for row in _numbers(sheet)]
    return {row[0]: _Sent(row[1], tuple(row[2:])) for row in rows if row[0]}, _revision(reader, book, sheet)


def _numbers(sheet: Sheet) -> range:
    return range(HEAD_ROWS + 1, len(sheet.rows) + 1)


def _revision(reader: RecordReader, book: Book, sheet: Sheet) -> int:
    text, head = sheet.at(1, 5).text, reader.head()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if head is None or not 0 < number <= head.seq or reader.revision(number).hash != sheet.at(1, 4).text:
        raise BadInput(
            f"“{book.name}” was made from a state that this project does not hold.",
            hint="Open the project that it was sent from, not an older copy of it.",
        )
    return number


def _agreeing(rows: Sequence[ReturnedRow]) -> list[ReturnedRow]:
    """One gap can stand in several rows: where those say different things, none of them is taken over."""
    said: dict[tuple[Iri, str], set[str]] = {}
    for row in rows:
        for cell in row.cells:
            if row.line.gap:
                said.setdefault((row.line.gap.iri, cell.column), set()).add(_plain(cell.theirs))
    why = "Another row about the same gap says something else here."
    return [
        replace(
            row,
            cells=tuple(
                replace(cell, trouble=why) if row.line.gap and len(said[row.line.gap.iri, cell.column]) > 1 else cell
                for cell in row.cells
            ),
        )
        for row in rows
    ]


def _checked(reader: RecordReader, project: Iri, rows: Iterable[ReturnedRow]) -> list[ReturnedRow]:
    return [_checked_row(reader, project, row) for row in rows]


def _checked_row(reader: RecordReader, project: Iri, row: ReturnedRow) -> ReturnedRow:
    """Each cell by itself first, then a decision with its reason: they belong together."""

    def why_not(*entered: Entered) -> str:
        try:
            deciding.change(reader, project, (Decision(row.line, entered),))
        except BadInput as error:
            return error.sentence
        return ""

    def alone(cell: Difference) -> str:
        if cell.column == _REASON:
            return ""
        some_reason = Entered(_REASON, row.line.value(_REASON), row.line.value(_REASON) or "…")
        return why_not(_entered(cell), *((some_reason,) if cell.column == "disposition" else ()))

    cells = [replace(cell, trouble=cell.trouble or alone(cell)) for cell in row.cells]
    pair = [cell for cell in cells if cell.column in _TOGETHER and not cell.trouble]
    why = why_not(*map(_entered, pair)) if pair else ""
    return replace(row, cells=tuple(replace(cell, trouble=why) if why and cell in pair else cell for cell in cells))


def _entered(cell: Difference) -> Entered:
    return Entered(cell.column, cell.ours, cell.theirs)


def _text(cell: Cell) -> str:
    return cell.text.strip() if cell.kind is not CellKind.TEXT else cell.text


def _plain(text: str) -> str:
    """A text as it is compared: what a cell cannot hold and how its lines are broken makes no difference."""
    shown = " ".join(visible(text).split())
    return shown if len(shown) <= _CUT else shown[:_CUT]


_REASON: Final = "justification"
_TOGETHER: Final = frozenset(("disposition", _REASON))
_NOT_READ: Final = {
    CellKind.FORMULA: "A calculated cell: write the value itself.",
    CellKind.FAULT: "A fault of the spreadsheet.",
}

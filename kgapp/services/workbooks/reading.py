"""A mapped workbook read against the project: what it would change, cell by cell, and everything that it would not and why.

Guarantees: nothing is written here; an empty cell changes nothing; a calculated cell is never read; a new thing that lacks what
its class needs is left out whole; of a foreign table, values are added where a property can have several and names of things stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import UserError
from kgapp.domain.names import fold
from kgapp.domain.terms import Iri, Literal, Quad, shorten
from kgapp.domain.vocabulary import KG, RDFS
from kgapp.domain.workbook import NO_CELL, Book, Cell, Sheet
from kgapp.domain.workbook_mapping import Column, Mapping, Role, SheetMap, Target
from kgapp.services.exchange import main_graph
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workbooks import crossing, own
from kgapp.services.workbooks.crossing import Judging
from kgapp.services.workbooks.matching import Matching, Subject, label_of
from kgapp.services.workbooks.parts import Parts
from kgapp.services.workbooks.plan import EMPTY_WORD, Counts, Plan, Rejected, Unread, Where, text_of, trouble
from kgapp.services.workbooks.wishes import Wish, Wishes


@dataclass(frozen=True, slots=True)
class Asked:
    """What a table does not say itself: at which site, for which site process, and how a matrix was judged."""

    site: Iri | None = None
    site_process: Iri | None = None
    judging: Judging | None = None


def read(reader: RecordReader, book: Book, mapping: Mapping, asked: Asked | None = None) -> Plan:
    """What a workbook would change. Raises ``BadInput`` for one that is not of this project or has too many rows."""
    return _Reading(reader, book, asked or Asked()).plan(mapping)


class _Reading:
    """One pass over a workbook."""

    def __init__(self, reader: RecordReader, book: Book, asked: Asked) -> None:
        self._reader, self._book, self._asked = reader, book, asked
        self._known = Statements(reader)
        self._sent = own.sent(reader, book)
        self._matching = Matching(reader, self._known)
        self._rejected: list[Rejected] = []
        self._unread: list[Unread] = []
        self._count: Counter[str] = Counter()
        self._main = main_graph(reader.meta().base)
        self._wishes = Wishes(reader, self._known, self._rejected)
        self._parts = Parts(self._known, self._matching, self._wishes, asked.site, asked.site_process)
        self._rows: dict[Iri, int] = {}

    def plan(self, mapping: Mapping) -> Plan:
        """Everything that the workbook would change."""
        own.check_size(self._book, own.MOST_ROWS)
        self._unread += [Unread(name, "", why) for name, why in mapping.unread]
        matrices = [each for each in mapping.sheets if each.matrix]
        for found in mapping.sheets:
            sheet = self._book.sheet(found.sheet)
            if sheet is None:
                self._reject(Where(found.sheet), "", "The workbook has no such sheet.")
            elif not found.matrix:
                self._sheet(found, sheet)
        done = self._wishes.outcome()
        crossed = crossing.read(self._reader, self._book, matrices, self._asked.judging, self._wishes.coming())
        head = self._reader.head()
        rows = self._count["rows"] + crossed.rows
        differences = (*done.differences, *crossed.differences)
        change = ChangeSet(
            shorten(f"Read the workbook {self._book.name}: {len(differences)} differences", 200),
            done.removed | crossed.change.removed,
            done.added | crossed.change.added,
        )
        return Plan(
            self._book.name,
            self._book.sha256,
            head.seq if head else 0,
            change,
            differences,
            (*self._rejected, *crossed.rejected),
            tuple(self._unread),
            Counts(rows, self._count["same"] + done.same + crossed.same, crossed.blank, crossed.judged),
        )

    def _sheet(self, found: SheetMap, sheet: Sheet) -> None:
        places = self._places(found, sheet)
        heads = sheet.rows[found.head_row - 1] if 0 < found.head_row <= len(sheet.rows) else ()
        known = {fold(column.head) for column in found.columns}
        for column in found.columns:
            if column.target.role is Role.NOT_READ:
                self._unread.append(Unread(sheet.name, column.head, column.note or "It was said not to be read."))
        for text in dict.fromkeys(" ".join(cell.text.split()) for cell in heads):
            if text and fold(text) not in known:
                self._unread.append(Unread(sheet.name, text, "The mapping does not know this head."))
        for number in range(found.head_row + 1, len(sheet.rows) + 1):
            if any(cell.text or trouble(cell) for cell in sheet.rows[number - 1]):
                self._count["rows"] += 1
                self._row(found, sheet, places, number)

    def _places(self, found: SheetMap, sheet: Sheet) -> dict[str, int]:
        heads = sheet.rows[found.head_row - 1] if 0 < found.head_row <= len(sheet.rows) else ()
        counted = Counter(fold(cell.text) for cell in heads)
        at = {fold(cell.text): number for number, cell in enumerate(heads, 1) if counted[fold(cell.text)] == 1}
        for column in found.columns:
            if column.target.role is not Role.NOT_READ and fold(column.head) not in at:
                why = "This head stands twice." if counted[fold(column.head)] else "This column is not in the sheet."
                self._reject(Where(sheet.name, found.head_row, column.head), "", f"{why} Nothing of it is taken over.")
        return {column.head: at[fold(column.head)] for column in found.columns if fold(column.head) in at}

    def _row(self, found: SheetMap, sheet: Sheet, places: dict[str, int], number: int) -> None:
        cells = {
            column.head: (column, sheet.at(number, places[column.head]))
            for column in found.columns
            if column.head in places and column.target.role is not Role.NOT_READ
        }
        where = Where(sheet.name, number)
        subject = self._subject(found, cells.values(), where)
        if subject is None:
            return
        was = self._sent.get((sheet.name, subject.iri), {})
        for column, cell in cells.values():
            if column.target.role in _SAYS or (column.target.role is Role.NAME and found.own and not subject.new):
                self._cell(found, subject, column, cell, was)
        for target, text in found.fixed:
            self._say(found, subject, Column(_FIXED, target), text, Where(sheet.name, number, _FIXED))
        self._parts.finish(subject)

    def _subject(self, found: SheetMap, cells: Iterable[tuple[Column, Cell]], where: Where) -> Subject | None:
        by_role = {column.target.role: cell for column, cell in cells if column.target.role in _NAMES}
        for role, cell in by_role.items():
            if why := trouble(cell):
                self._reject(where, cell.text, f"The {role.value} of the row: {why}")
                return None
        address, identifier, name = (text_of(by_role.get(role, NO_CELL)) for role in _NAMES)
        try:
            thing = (
                self._matching.by_address(address, found.thing)
                if address
                else self._matching.find(identifier, name, found.thing)
            )
        except UserError as error:
            self._reject(where, address or identifier or name, str(error))
            return None
        if thing is None:
            return self._new(found, identifier, name, where)
        if thing in self._rows:
            self._reject(where, name or identifier, f"The same thing stands in row {self._rows[thing]}: that is read.")
            return None
        self._rows[thing] = where.row
        if name and not found.own and not self._is_name(thing, name):
            now = shorten(self._known.name(thing), 80)
            self._reject(
                where, name, f"It is called “{now}” here; a table changes no names. The rest of the row is read."
            )
        return Subject(thing, found.thing, self._known.name(thing), where, new=False)

    def _is_name(self, thing: Iri, name: str) -> bool:
        return thing in self._reader.called(fold(name)) or fold(name) == fold(self._known.name(thing))

    def _new(self, found: SheetMap, identifier: str, name: str, where: Where) -> Subject | None:
        label = label_of(found.thing)
        if name in {"", EMPTY_WORD}:
            why = f"Nothing of the kind {label} is called so, and a new one needs a name." if identifier else "No name."
            self._reject(where, identifier, why)
            return None
        for alias in (identifier, name):
            if alias and (other := self._wishes.coming_called(alias, found.thing)) is not None:
                self._reject(
                    where, name, f"Row {other.where.row} makes a new {label} with this name or identifier already."
                )
                return None
        made = Subject(self._matching.mint(found.thing, name), found.thing, name, where, new=True)
        made.aliases = tuple(each for each in (name, identifier) if each)
        if identifier:
            made.direct.add(Quad(made.iri, KG.externalId, Literal(identifier), self._main))
        self._wishes.add(made)
        self._wishes.want(made, Wish(RDFS.label, name, where))
        return made

    def _cell(self, found: SheetMap, subject: Subject, column: Column, cell: Cell, was: dict[str, str]) -> None:
        where = Where(subject.where.sheet, subject.where.row, column.head)
        if why := trouble(cell):
            self._reject(where, cell.text, why)
            return
        text, sent = text_of(cell), was.get(column.head)
        if sent is not None and own.plain(text) == own.plain(sent):
            self._count["same"] += 1
        elif not text:
            if sent:
                self._reject(where, "", f"An empty cell removes nothing. Write {EMPTY_WORD} to take the value away.")
        elif sent is not None and own.cut(sent):
            self._reject(where, shorten(text, 80), "The text was too long for a cell and was cut: change it in kgapp.")
        else:
            self._say(found, subject, column, text, where, sent)

    def _say(
        self, found: SheetMap, subject: Subject, column: Column, text: str, where: Where, sent: str | None = None
    ) -> None:
        target = column.target
        if target.part:
            self._parts.say(found.part(target.part), subject, column, text, where)
        elif target.role is Role.OF and target.path is not None:
            self._of(subject, target, text, where)
        else:
            path = RDFS.label if target.role is Role.NAME else target.path
            assert path is not None, "a column that says something has a property"
            wanted = "" if text == EMPTY_WORD else text
            several = not found.own
            self._wishes.want(subject, Wish(path, wanted, where, column.unit, adds=several, sent=sent))

    def _of(self, subject: Subject, target: Target, text: str, where: Where) -> None:
        assert target.path is not None
        for name in filter(None, map(str.strip, text.split(";"))):
            try:
                owner = self._matching.one_of(name, _HAVING[target.path])
            except UserError as error:
                self._reject(where, name, str(error))
                continue
            if subject.iri in self._known.things(owner, target.path):
                self._count["same"] += 1
                continue
            self._wishes.link(
                subject, Quad(owner, target.path, subject.iri, self._main), self._known.name(owner), where
            )

    def _reject(self, where: Where, text: str, why: str) -> None:
        self._rejected.append(Rejected(where, shorten(text, 200), why))


_FIXED: Final = "(said for every row)"
_NAMES: Final = (Role.ADDRESS, Role.ID, Role.NAME)
_SAYS: Final = frozenset((Role.VALUE, Role.RANGE, Role.OF))
_HAVING: Final = {KG.hasFactor: (KG.UnitOperation, KG.ReleaseTesting), KG.consumesMaterial: (KG.UnitOperation,)}
"""What can have the thing of a row as a value of these properties."""

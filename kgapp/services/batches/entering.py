"""Results of batches from a table: batch, date, attribute, value, unit, one result a row. What is doubtful is listed, nothing is guessed.

A figure in another unit than the one recorded for the attribute is converted where nothing is rounded, and the result says what the
table said; else it is listed. A batch that has a result of the attribute, here or in the project, gets no second
one. A date is a date cell or 2026-03-31; 03/04/2026 could be two days, so it is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, UserError
from kgapp.domain.names import fold
from kgapp.domain.quantity import Quantity, decimal, exactly, quantity, symbol
from kgapp.domain.shapes import with_superclasses
from kgapp.domain.terms import Iri, Literal, Quad, Term, language_literal, shorten
from kgapp.domain.vocabulary import KG, RDF, RDFS, XSD
from kgapp.domain.workbook import Book, Cell, Sheet
from kgapp.services import entities
from kgapp.services.exchange import main_graph
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.workbooks import own
from kgapp.services.workbooks.matching import Matching
from kgapp.services.workbooks.plan import Counts, Difference, Plan, Rejected, Unread, Where, text_of, trouble

_LOOKED_AT: Final = 25

_HEADS: Final = {
    head: key
    for key, heads in {
        "batch": "batch|batch no|batch no.|batch number|batch id|lot|lot no|lot no.|lot number|run",
        "made": "date of manufacture|manufacturing date|manufactured|manufactured on|made on",
        "date": "date|result date|test date|tested|tested on|date of test|date of result",
        "about": "attribute|quality attribute|cqa|parameter|test|property|indicator|performance indicator",
        "value": "value|result|measured value|figure",
        "unit": "unit|units|uom",
        "method": "method|by method|method at site",
        "basis": "basis|measurement basis",
    }.items()
    for head in heads.split("|")
}
_NEEDED: Final = ("batch", "about", "value", "unit")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it was read; ``at`` are the cells by what their column says."""

    where: Where
    at: dict[str, str]


@dataclass(slots=True)
class _Batch:
    iri: Iri
    name: str
    where: Where
    made: str
    site: Iri
    process: Iri
    counted: bool = False


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the row is about, with the property that says so and the unit of its figures."""

    iri: Iri
    path: Iri
    name: str
    unit: Iri | None = field(default=None)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in the unit of what was measured; ``said`` is what the table says, where that was another unit."""

    written: str
    said: str = ""

    @property
    def told(self) -> str:
        """What the table says, in words."""
        return f"The table says {self.said}."


def read(reader: RecordReader, book: Book, process: Iri) -> Plan:
    """What a table of results would add to a site process. Raises ``BadInput`` for what is no such table or no site process."""
    known = Statements(reader)
    site = known.thing(process, KG.atSite)
    if KG.SiteProcess not in known.types(process) or site is None:
        raise BadInput(
            f"“{known.name(process)}” is no site process with a site.", hint="Name the one that made the batches."
        )
    own.check_size(book, own.MOST_ROWS)
    return _Entering(reader, known, book, process, site).plan()


class _Entering:
    """One pass over a table of results."""

    def __init__(self, reader: RecordReader, known: Statements, book: Book, process: Iri, site: Iri) -> None:
        self._reader, self._known, self._book = reader, known, book
        self._process, self._site = process, site
        self._matching = Matching(reader, known)
        self._main = main_graph(reader.meta().base)
        self._rejected: list[Rejected] = []
        self._unread: list[Unread] = []
        self._differences: list[Difference] = []
        self._added: set[Quad] = set()
        self._batches: dict[str, _Batch] = {}
        self._rows = self._same = 0

    def plan(self) -> Plan:
        """Everything that the table would add."""
        rows = [row for sheet in self._book.sheets for row in self._sheet(sheet)]
        if not rows and not self._rejected:
            raise BadInput(
                f"“{self._book.name}” holds no table of results.",
                hint="Its heads are: batch, date, attribute, value, unit.",
            )
        self._rows = len(rows)
        counted = Counter((fold(row.at["batch"]), fold(row.at["about"])) for row in rows)
        for row in rows:
            key = (fold(row.at["batch"]), fold(row.at["about"]))
            if counted[key] > 1 and all(key):
                why = f"The table has {counted[key]} results of this attribute for this batch: none of them is taken."
                self._reject(row, "batch", why)
                continue
            try:
                self._row(row)
            except UserError as error:
                self._reject(row, "", str(error))
        head = self._reader.head()
        name = self._known.name(self._process)
        results = len(self._differences)
        return Plan(
            self._book.name,
            self._book.sha256,
            head.seq if head else 0,
            ChangeSet(
                shorten(f"Read {results} results and batches of “{name}” from {self._book.name}", 200),
                added=frozenset(self._added),
            ),
            tuple(self._differences),
            tuple(self._rejected),
            tuple(self._unread),
            Counts(self._rows, self._same),
        )

    def _sheet(self, sheet: Sheet) -> Iterator[_Row]:
        found = self._heads(sheet)
        if found is None:
            if any(cell.text for row in sheet.rows for cell in row):
                self._unread.append(
                    Unread(sheet.name, "", "It has no row with the heads batch, attribute, value and unit.")
                )
            return
        head_row, places = found
        for number in range(head_row + 1, len(sheet.rows) + 1):
            cells = {key: sheet.at(number, place) for key, place in places.items()}
            if not any(cell.text or trouble(cell) for cell in cells.values()):
                continue
            where = Where(sheet.name, number)
            bad = self._bad(cells)
            if bad:
                key, why = bad
                self._rejected.append(Rejected(Where(sheet.name, number, key), cells[key].text, why))
            else:
                yield _Row(where, {key: text_of(cell) for key, cell in cells.items()})

    def _bad(self, cells: dict[str, Cell]) -> tuple[str, str] | None:
        for key, cell in cells.items():
            if why := trouble(cell):
                return key, why
        return None

    def _heads(self, sheet: Sheet) -> tuple[int, dict[str, int]] | None:
        for number, row in enumerate(sheet.rows[:_LOOKED_AT], 1):
            keys = [_HEADS.get(fold(cell.text), "") for cell in row]
            if not all(key in keys for key in _NEEDED):
                continue
            twice = sorted(key for key, count in Counter(keys).items() if key and count > 1)
            if twice:
                raise BadInput(
                    f"The sheet “{sheet.name}” has two columns that could be the {twice[0]}.",
                    hint="Take one of them out.",
                )
            for cell, key in zip(row, keys, strict=True):
                if cell.text and not key:
                    self._unread.append(Unread(sheet.name, cell.text, "It means nothing in a table of results."))
            return number, {key: place for place, key in enumerate(keys, 1) if key}
        return None

    def _row(self, row: _Row) -> None:
        for key in _NEEDED[:3]:
            if not row.at[key]:
                self._reject(row, key, "It is empty.")
                return
        measured = self._measured(row.at["about"])
        written = row.at["value"]
        if not _WRITTEN.fullmatch(written):
            hint = " Write a point instead of the comma." if "," in written else ""
            self._reject(row, "value", f"It is no figure.{hint}")
            return
        figure = self._figure(row, measured, written)
        if figure is None:
            return
        dates = {key: row.at.get(key, "") for key in ("made", "date")}
        for key, text in dates.items():
            if text and not _is_day(text):
                self._reject(row, key, "It is no day such as 2026-03-31; other ways to write it could be two days.")
                return
        batch = self._batch(row, dates)
        if batch is None or not self._free(row, batch, measured, figure):
            return
        extra = [(path, thing) for key, path, kind in _EXTRA if (thing := self._extra(row, key, kind)) is not None]
        self._add(row, batch, measured, figure, extra)

    def _measured(self, text: str) -> _Measured:
        thing = self._matching.one_of(text, (KG.QualityAttribute, KG.Factor, KG.PerformanceIndicator))
        quality = KG.QualityAttribute in with_superclasses(self._known.types(thing))
        path = KG.forAttribute if quality else KG.forFactor
        return _Measured(thing, path, self._known.name(thing), self._known.thing(thing, KG.unit))

    def _figure(self, row: _Row, measured: _Measured, written: str) -> _Figure | None:
        """The figure in the unit of the attribute; ``None`` when the row does not say that, and is listed."""
        said, wanted = row.at["unit"], symbol(measured.unit)
        if not measured.unit:
            if said:
                self._reject(row, "unit", f"No unit is recorded for “{measured.name}”: record it first.")
                return None
            return _Figure(written)
        if not said and wanted:
            self._reject(row, "unit", f"It is empty; “{measured.name}” is recorded in {wanted}.")
            return None
        if said == wanted:
            return _Figure(written)
        try:
            unit = quantity(f"0 {said}", None).unit
        except UserError as error:
            self._reject(row, "unit", str(error))
            return None
        found = exactly(Quantity(Decimal(written), unit, written), measured.unit)
        if found is None:
            self._reject(row, "unit", f"“{measured.name}” is recorded in {wanted}: convert the figure.")
            return None
        return _Figure(written) if unit == measured.unit else _Figure(f"{found:f}", f"{written} {said}")

    def _batch(self, row: _Row, dates: dict[str, str]) -> _Batch | None:
        name = row.at["batch"]
        if fold(name) in self._batches:
            batch = self._batches[fold(name)]
            if dates["made"] and batch.made and dates["made"] != batch.made:
                self._reject(row, "made", f"The batch was made on {batch.made} by what is recorded or said before.")
                return None
            return batch
        there = self._matching.find(name, name, KG.Batch)
        if there is not None:
            if self._process not in self._known.things(there, KG.madeBy):
                other = self._known.thing(there, KG.madeBy)
                made_by = self._known.name(other) if other else "nothing that is recorded"
                self._reject(row, "batch", f"This batch was made by {made_by}.")
                return None
            made = self._known.text(there, KG.manufacturedOn)[:10]
            if made and dates["made"] and made != dates["made"]:
                self._reject(row, "made", f"It was made on {made} by what is recorded.")
                return None
            batch = _Batch(there, self._known.name(there), row.where, made, self._site, self._process, counted=True)
        else:
            if not (dates["made"] or dates["date"]):
                self._reject(row, "batch", "The batch is new, and the row has no date.")
                return None
            iri = self._matching.mint(KG.Batch, name)
            batch = _Batch(iri, name, row.where, dates["made"], self._site, self._process)
        self._batches[fold(name)] = batch
        return batch

    def _free(self, row: _Row, batch: _Batch, measured: _Measured, figure: _Figure) -> bool:
        if not batch.counted:
            return True
        for result in self._known.that(KG.ofBatch, batch.iri):
            if measured.iri not in self._known.things(result, measured.path) or self._known.retired(result):
                continue
            now = self._known.text(result, KG.value)
            if decimal(now) is not None and decimal(now) == decimal(figure.written):
                self._same += 1
            else:
                self._reject(row, "value", f"A result is recorded already: {now or 'no figure'}. Change it there.")
            return False
        return True

    def _extra(self, row: _Row, key: str, kind: Iri) -> Iri | None:
        return self._matching.one_of(row.at[key], (kind,)) if row.at.get(key) else None

    def _add(
        self, row: _Row, batch: _Batch, measured: _Measured, figure: _Figure, extra: list[tuple[Iri, Iri]]
    ) -> None:
        if not batch.counted:
            batch.counted = True
            said: list[tuple[Iri, Term]] = [(KG.madeBy, batch.process), (KG.atSite, batch.site)]
            said += [(KG.manufacturedOn, Literal(batch.made, XSD.date))] if batch.made else []
            self._new(batch.iri, KG.Batch, batch.name, said)
            self._differences.append(Difference(row.where, batch.iri, batch.name, "batch"))
        label = f"{measured.name} of {batch.name}"
        result = entities.free(self._reader, self._matching.mint(KG.Result, label))
        said = [
            (KG.ofBatch, batch.iri),
            (measured.path, measured.iri),
            (KG.value, Literal(figure.written, XSD.decimal)),
        ]
        said += [(KG.unit, measured.unit)] if measured.unit else []
        said += [(KG.resultDate, Literal(row.at["date"], XSD.date))] if row.at.get("date") else []
        said += [(RDFS.comment, language_literal(figure.told, "en"))] if figure.said else []
        self._new(result, KG.Result, label, [*said, *extra])
        shown = f"{label}: {figure.written} {symbol(measured.unit)}".strip() + (f" ({figure.told})" * bool(figure.said))
        self._differences.append(Difference(row.where, result, shown, "result"))

    def _new(self, thing: Iri, kind: Iri, label: str, said: list[tuple[Iri, Term]]) -> None:
        every: list[tuple[Iri, Term]] = [(RDF.type, kind), (RDFS.label, language_literal(label, "en")), *said]
        self._added |= {Quad(thing, path, value, self._main) for path, value in every}

    def _reject(self, row: _Row, key: str, why: str) -> None:
        text = row.at.get(key, "") if key else row.at["batch"]
        self._rejected.append(Rejected(Where(row.where.sheet, row.where.row, key), shorten(text, 200), why))


_WRITTEN: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_EXTRA: Final = (("method", KG.byMethod, KG.MethodAtSite), ("basis", KG.basis, KG.MeasurementBasis))

"""Workbooks that kgapp writes to be filled in: a sheet for each class, columns from the shapes, drop-downs, units, examples, notes.

A template is empty, an export holds the things of a project; both are read back by the same way. What each cell held is kept unseen,
so that what came back can be told from what was changed in the project meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.errors import BadInput
from kgapp.domain.names import fold
from kgapp.domain.quantity import symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.shapes import PropertyShape
from kgapp.domain.terms import Iri, shorten
from kgapp.domain.vocabulary import CLASSES, CONCEPTS, KG, RDFS, UNITS, XSD
from kgapp.services import grid_rows
from kgapp.services.ports import RecordReader
from kgapp.services.statements import Statements
from kgapp.services.transfer.sending import FormColumn, FormSheet
from kgapp.services.workbooks import guessing
from kgapp.services.workbooks.own import ADDRESS, FORMAT, READ_ME, SENT
from kgapp.services.workbooks.plan import EMPTY_WORD

SPARE_ROWS: Final = 500
"""Rows below what is there that have drop-downs, too."""
MOST_THINGS: Final = 20_000
_MOST_CHOICES: Final = 1_000
_LONGEST: Final = 30_000

USUAL: Final = (
    KG.UnitOperation,
    KG.ProcessParameter,
    KG.MaterialAttribute,
    KG.HoldTime,
    KG.QualityAttribute,
    KG.AcceptableRange,
    KG.SiteSetting,
    KG.Material,
    KG.MaterialAtSite,
    KG.AnalyticalMethod,
    KG.MethodAtSite,
    KG.ControlStrategyElement,
    KG.BatchRecordStep,
    KG.RiskItem,
    KG.Influence,
    KG.Batch,
    KG.Result,
)
"""What a template holds when nobody says what it should hold."""


@dataclass(frozen=True, slots=True)
class FormBook:
    """A workbook to be filled in; ``sent`` is the sheet that is not shown. ``left_out`` counts things that are retired."""

    title: str
    by: str
    forms: tuple[FormSheet, ...]
    read_me: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, ...], ...]
    unseen: str = SENT
    read_me_name: str = READ_ME
    left_out: int = 0


def classes(names: Iterable[str]) -> tuple[Iri, ...]:
    """The classes of these names, as labels or ``kg:`` names. Raises ``BadInput`` for one that has no form."""
    found = []
    for name in names:
        plain = name.removeprefix("kg:")
        kind = next((one for one in CLASSES if one.rpartition("#")[2] == plain), guessing.class_called(plain))
        if not kind or not guessing.has_form(kind):
            known = ", ".join(CLASSES[one].label for one in USUAL)
            raise BadInput(f"No class with a form is called “{shorten(name, 60)}”.", hint=f"Such as: {known}.")
        found.append(kind)
    return tuple(dict.fromkeys(found))


def template(reader: RecordReader, kinds: Sequence[Iri], by: str) -> FormBook:
    """An empty workbook for things of these classes."""
    return _book(reader, kinds, by, {}, 0)


def export(reader: RecordReader, kinds: Sequence[Iri], by: str) -> FormBook:
    """The things of these classes, all that have a form without ``kinds``. Raises ``BadInput`` for more than a workbook can take."""
    known = Statements(reader)
    wanted = kinds or [one for one in CLASSES if guessing.has_form(one) and reader.instances((one,))]
    rows: dict[Iri, list[Iri]] = {}
    seen: set[Iri] = set()
    retired = 0
    for kind in wanted:
        own = [one for one in reader.instances((kind,)) if one not in seen]
        used = [one for one in own if not known.retired(one)]
        retired += len(own) - len(used)
        seen.update(own)
        rows[kind] = sorted(used, key=lambda one: (fold(known.name(one)), one))
    count = sum(map(len, rows.values()))
    if count > MOST_THINGS:
        raise BadInput(
            f"{count:,} things are more than the {MOST_THINGS:,} of one workbook.",
            hint="Name the classes that you need.",
        )
    return _book(reader, [one for one in wanted if rows[one]] if not kinds else wanted, by, rows, retired)


def _book(reader: RecordReader, kinds: Sequence[Iri], by: str, things: dict[Iri, list[Iri]], left_out: int) -> FormBook:
    forms, sent = [], []
    choices = _Choices(reader)
    names: set[str] = {READ_ME.casefold(), SENT.casefold(), "lists"}
    for kind in kinds:
        columns = shapes.properties_of((kind,), SHAPES)
        heads = (ADDRESS, *(head(each) for each in columns))
        name = _free(CLASSES[kind].label, names)
        rows = _rows(reader, kind, columns, things.get(kind, ()))
        forms.append(FormSheet(name, _form_columns(columns, choices), rows, SPARE_ROWS))
        sent += [("heads", name, kind, *heads), *(("row", name, *row) for row in rows)]
    revision = reader.head()
    first = (FORMAT, reader.meta().project_id, str(revision.seq if revision else 0))
    title = "Things of the project" if things else "Template"
    return FormBook(title, by, tuple(forms), _read_me(title, left_out), (first, *sent), left_out=left_out)


def head(shape: PropertyShape) -> str:
    """The head of a property's column."""
    return shape.name[:1].upper() + shape.name[1:]


def _rows(
    reader: RecordReader, kind: Iri, columns: Sequence[PropertyShape], things: Sequence[Iri]
) -> tuple[tuple[str, ...], ...]:
    rows = [grid_rows.RowThing(thing, "", (kind,)) for thing in things]
    return tuple(
        (row.thing, *(_held(cell.text) for cell in cells))
        for row, cells in zip(rows, grid_rows.cells(reader, rows, columns), strict=True)
    )


def _held(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST + 2_000]


def _form_columns(columns: Sequence[PropertyShape], choices: _Choices) -> tuple[FormColumn, ...]:
    address = FormColumn(
        ADDRESS, 30, editable=True, hidden=True, note="Names the row. Leave it as it is; new rows have none."
    )
    return (address, *(_form_column(each, choices) for each in columns))


def _form_column(shape: PropertyShape, choices: _Choices) -> FormColumn:
    words = choices.of(shape)
    wide = shape.path == RDFS.label or (shape.datatype is None and not words)
    return FormColumn(
        head(shape),
        36 if wide else 18,
        editable=True,
        choices=words,
        strict=bool(words)
        and shape.max_count == 1
        and bool(shape.words or shape.texts or shape.datatype == XSD.boolean),
        note=_note(shape),
    )


def _note(shape: PropertyShape) -> str:
    need = " Needed." if shape.min_count else " Should be there." if shape.recommended else ""
    several = " Several are parted by “;”." if shape.max_count != 1 and not shapes.holds_literals(shape) else ""
    return f"{shape.message}{need}{several}{_example(shape)}"


def _example(shape: PropertyShape) -> str:
    if shape.words:
        return f" Example: {CONCEPTS[shape.words[0]].label}."
    if KG.Unit in shape.classes:
        return f" Example: {symbol(next(iter(UNITS)))}, °C, min."
    return {
        XSD.decimal: " Example: 7.40. The unit stands in its own column.",
        XSD.integer: " Example: 3.",
        XSD.date: " Example: 2026-03-31.",
        XSD.boolean: " Example: true.",
    }.get(shape.datatype or Iri(""), "")


class _Choices:
    """The words of drop-downs, looked up once for each class."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader, self._known = reader, Statements(reader)
        self._named: dict[Iri, tuple[str, ...]] = {}

    def of(self, shape: PropertyShape) -> tuple[str, ...]:
        """What can be chosen; nothing where too much could be."""
        if shape.words:
            return tuple(CONCEPTS[each].label for each in shape.words)
        if shape.texts:
            return shape.texts
        if shape.datatype == XSD.boolean:
            return ("true", "false")
        if KG.Unit in shape.classes:
            return tuple(sorted({symbol(each) for each in UNITS} - {""}, key=str.casefold))
        names = [name for kind in shape.classes for name in self._of_class(kind)]
        return tuple(dict.fromkeys(names)) if len(names) <= _MOST_CHOICES else ()

    def _of_class(self, kind: Iri) -> tuple[str, ...]:
        if kind not in self._named:
            things = self._reader.instances(shapes.with_subclasses((kind,)))
            few = things if len(things) <= _MOST_CHOICES else ()
            names = {self._known.name(one) for one in few if not self._known.retired(one)}
            self._named[kind] = tuple(sorted((name for name in names if len(name) < 200), key=str.casefold))
        return self._named[kind]


def _free(label: str, names: set[str]) -> str:
    wanted = found = label[:28]
    number = 1
    while found.casefold() in names:
        number += 1
        found = f"{wanted} {number}"
    names.add(found.casefold())
    return found


def _read_me(title: str, left_out: int) -> tuple[tuple[str, str], ...]:
    gone = [("Left out", f"{left_out} things that are no longer used.")] if left_out else []
    return (
        (title, ""),
        ("What it is", "One sheet for each kind of thing; each row is one thing, each column one of its properties."),
        *gone,
        ("How to fill it in", "A note at each head says what belongs there, with an example. Lists open at the cells."),
        ("New things", "Write them into free rows. A new thing needs its label and what its notes call “Needed”."),
        ("Units", "A figure stands alone in its cell, with a point: 7.40. Its unit stands in the column “Unit”."),
        ("Several values", "are parted by “;”. Things are named by their labels or ids."),
        ("Empty cells", f"change nothing. Write {EMPTY_WORD} to take a value away."),
        ("Calculated cells", "are not read: write the value itself."),
        ("Rows", "may be sorted, filtered and deleted; a row that is deleted changes nothing."),
        (
            "What happens then",
            "Every difference is shown before anything is written, and every cell that cannot be read.",
        ),
        ("Intended use", "The project supports decisions; the record of decision is in your quality system."),
    )

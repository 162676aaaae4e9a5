"""What a foreign workbook most likely means, from its heads: offered for a look, never applied unseen.

A head is compared without case, accents and what stands in brackets; a unit in brackets is that of the figures below. A column that
means nothing here is named as not read, and a head that stands twice is not read at all: which one is meant is not guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from kgapp.domain import shapes
from kgapp.domain.errors import BadInput
from kgapp.domain.names import fold
from kgapp.domain.quantity import symbol
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import Iri, shorten
from kgapp.domain.vocabulary import CLASSES, KG, PROPERTIES, RDFS, UNITS
from kgapp.domain.workbook import Book, Cell, Sheet
from kgapp.domain.workbook_mapping import MATRIX, NO_CLASS, NOT_READ, Column, Kind, Mapping, Role, SheetMap, Target
from kgapp.services import coverage_matrix, coverage_paste
from kgapp.services.ports import RecordReader
from kgapp.services.workbooks.kinds import KINDS

_LOOKED_AT: Final = 25
"""Rows in which the heads are looked for."""
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_SCORES: Final = frozenset((KG.severityScore, KG.occurrence, KG.detection))
_OUR_SCALE: Final = re.compile(r"1\s*(?:-|–|to|\.\.|…)\s*10")
TWICE: Final = "This head stands twice; give the columns different heads."
_MEANS_NOTHING: Final = "It means nothing here."
_KNOWN: Final = "It is known, and not read: it is calculated, or says in free words what belongs to a thing of its own."


def mapping(reader: RecordReader, book: Book) -> Mapping:
    """What each sheet of a workbook most likely means; those that mean nothing are named with the reason."""
    sheets: list[SheetMap] = []
    unread: list[tuple[str, str]] = []
    for sheet in book.sheets:
        found = of_sheet(reader, sheet)
        if found is not None:
            sheets.append(found)
        elif any(cell.text for row in sheet.rows for cell in row):
            unread.append((sheet.name, "No row of it has heads that are known."))
    return Mapping(tuple(sheets), tuple(unread))


def of_sheet(reader: RecordReader, sheet: Sheet) -> SheetMap | None:
    """What a sheet most likely means: a matrix, one of the ready kinds, or a class by the name of the sheet."""
    tables = [found for kind in KINDS.values() if (found := as_kind(sheet, kind)) is not None]
    best = max(tables, key=_understood, default=None)
    crossed = as_matrix(reader, sheet)
    if crossed is not None and (best is None or _understood(best) < 3):
        return crossed
    return best or as_class(sheet, class_called(sheet.name))


def as_kind(sheet: Sheet, kind: Kind, said: Table[str, Target] = MappingProxyType({})) -> SheetMap | None:
    """A sheet read as a table of a kind; ``None`` where it has no row with the heads that such a table needs.

    ``said`` are folded heads with what somebody says they mean.
    """
    heads = {**kind.heads, **said}
    rows = [(number, _columns(row, heads)) for number, row in enumerate(sheet.rows[:_LOOKED_AT], 1) if _filled(row) > 1]
    fitting = [(number, columns) for number, columns in rows if _fits(columns, heads, kind)]
    if not fitting:
        return None
    number, columns = max(fitting, key=lambda each: (_count(each[1]), -each[0]))
    return SheetMap(sheet.name, kind.key, kind.thing, number, columns, kind.parts)


def as_class(sheet: Sheet, thing: Iri, said: Table[str, Target] = MappingProxyType({})) -> SheetMap | None:
    """A sheet read as things of a class, by the names of its properties."""
    if thing == NO_CLASS:
        return None
    heads = {**heads_of(thing), **said}
    rows = [(number, _columns(row, heads)) for number, row in enumerate(sheet.rows[:_LOOKED_AT], 1) if _filled(row)]
    named = [(number, columns) for number, columns in rows if _roles(columns) & {Role.NAME, Role.ID}]
    if not named:
        return None
    number, columns = max(named, key=lambda each: (_count(each[1]), -each[0]))
    return SheetMap(sheet.name, "", thing, number, columns)


def as_matrix(reader: RecordReader, sheet: Sheet) -> SheetMap | None:
    """A sheet read as a cause and effect matrix; ``None`` where nothing of it is a factor crossed with an attribute."""
    if sum(map(len, sheet.rows)) > coverage_paste.MOST_CELLS:
        return None
    matrix = coverage_matrix.matrix(reader)
    lines = (*matrix.factors, *matrix.columns)
    names = {fold(name) for line in lines for name in (line.id, line.label, line.named)} - {""}
    down = [number for number, row in enumerate(sheet.rows, 1) if row and fold(row[0].text) in names]
    for number, row in enumerate(sheet.rows[:_LOOKED_AT], 1):
        across = sum(fold(cell.text) in names for cell in row[1:])
        if across and any(below > number for below in down) and 2 * across >= _filled(row[1:]):
            return SheetMap(sheet.name, MATRIX, NO_CLASS, number, ())
    return None


def heads_of(thing: Iri) -> dict[str, Target]:
    """How the properties of a class are called as heads: by their names in forms and in the model."""
    found: dict[str, Target] = {fold("Address"): Target(Role.ADDRESS), "id": Target(Role.ID), "name": Target(Role.NAME)}
    for shape in shapes.properties_of((thing,), SHAPES):
        target = Target(Role.NAME) if shape.path == RDFS.label else Target(Role.VALUE, shape.path)
        for name in (shape.name, PROPERTIES[shape.path].label if shape.path in PROPERTIES else ""):
            if name:
                found.setdefault(fold(name), target)
    return found


def has_form(kind: Iri) -> bool:
    """Whether things of a class have properties that can be filled in, its own or those of a class above it."""
    return bool(shapes.properties_of((kind,), SHAPES))


def class_called(name: str) -> Iri:
    """The class with this name, also in the plural; ``NO_CLASS`` for none."""
    wanted = fold(name)
    for kind, term in sorted(CLASSES.items()):
        label = fold(term.label)
        if has_form(kind) and wanted in {label, f"{label}s", label.removesuffix("y") + "ies"}:
            return kind
    return NO_CLASS


def unit_in(head: str) -> Iri | None:
    """The unit that a head names in brackets: ``Setpoint [TU/cell]``."""
    for inside in _BRACKETS.findall(head):
        wanted = inside.strip().replace("μ", "µ")
        for unit, row in UNITS.items():
            if wanted and wanted in {symbol(unit), row.label}:
                return unit
    return None


def unknown_unit_in(head: str) -> str:
    """What a head says in brackets that is no unit; empty for none."""
    if unit_in(head) is not None:
        return ""
    return next((inside.strip() for inside in _BRACKETS.findall(head) if inside.strip()), "")


def with_meaning(sheet: SheetMap, head: str, meaning: str) -> SheetMap:
    """The same sheet with a column read as somebody said: ``id``, ``name``, ``not read``, a property, or ``of`` a property.

    Raises ``BadInput`` for a head that is not there and for what no class of the sheet has.
    """
    known = [column.head for column in sheet.columns if fold(column.head) == fold(head)]
    if len(known) != 1:
        heads = ", ".join(f"“{shorten(column.head, 60)}”" for column in sheet.columns)
        raise BadInput(f"The sheet “{sheet.sheet}” has no one column “{shorten(head, 60)}”.", hint=f"Heads: {heads}.")
    return sheet.with_column(known[0], target_called(sheet, meaning))


def target_called(sheet: SheetMap, meaning: str) -> Target:
    """What a word says that a column means. Raises ``BadInput``."""
    wanted = fold(meaning)
    for role in (Role.ID, Role.NAME, Role.NOT_READ):
        if wanted in {role.value, "-" if role is Role.NOT_READ else role.value}:
            return Target(role)
    ready = KINDS[sheet.kind].heads if sheet.kind in KINDS else {}
    every: dict[str, Target] = {**ready, **heads_of(sheet.thing)}
    found = every.get(wanted) or every.get(fold(_spaced(meaning.removeprefix("kg:"))))
    if found is None:
        label = CLASSES[sheet.thing].label if sheet.thing in CLASSES else "row"
        raise BadInput(
            f"A {label} has no property “{shorten(meaning, 60)}”.",
            hint="Write id, name, “not read”, or the name of a property as in its form.",
        )
    return found


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)


def _columns(row: Iterable[Cell], heads: Table[str, Target]) -> tuple[Column, ...]:
    texts = [" ".join(cell.text.split()) for cell in row]
    counted = Counter(fold(text) for text in texts)
    found = [_column(text, heads, twice=counted[fold(text)] > 1) for text in texts if text]
    once: dict[str, Column] = {}
    for column in found:
        once.setdefault(column.head, column)
    return _each_role_once(tuple(once.values()))


def _column(head: str, heads: Table[str, Target], *, twice: bool) -> Column:
    if twice:
        return Column(head, NOT_READ, note=TWICE)
    target = _meant(head, heads)
    if target is None:
        return Column(head, NOT_READ, note=_MEANS_NOTHING)
    if target.path in _SCORES:
        return _score(head, target)
    unknown = unknown_unit_in(head) if target.role in {Role.VALUE, Role.RANGE} and fold(head) not in heads else ""
    if unknown and _figures(target):
        return Column(head, NOT_READ, note=f"“{shorten(unknown, 40)}” is not a unit that kgapp knows.")
    return Column(head, target, unit_in(head), _KNOWN if target.role is Role.NOT_READ else "")


def _meant(head: str, heads: Table[str, Target]) -> Target | None:
    return heads.get(fold(head)) or heads.get(fold(_BRACKETS.sub(" ", head)))


def _score(head: str, target: Target) -> Column:
    """A score has no unit; what stands in brackets behind it is a letter, or its scale, which is taken from 1 to 10 only."""
    inside = [each.strip() for each in _BRACKETS.findall(head) if each.strip()]
    other = [each for each in inside if len(each) > 1 and not _OUR_SCALE.fullmatch(each)]
    note = f"“{shorten(other[0], 40)}” is not the scale of scores here, which is 1 to 10." if other else ""
    return Column(head, NOT_READ if note else target, note=note)


def _figures(target: Target) -> bool:
    term = PROPERTIES.get(target.path) if target.path else None
    return term is not None and any(each.endswith(("#decimal", "#integer")) for each in term.ranges)


def _each_role_once(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A row has one name and one id; the first columns that could be them are."""
    seen: set[Target] = set()
    found: list[Column] = []
    for column in columns:
        single = column.target.role in {Role.ID, Role.NAME}
        note = f"Another column is the {column.target.role.value} already."
        found.append(replace(column, target=NOT_READ, note=note) if single and column.target in seen else column)
        seen.add(column.target)
    return tuple(found)


def _fits(columns: tuple[Column, ...], heads: Table[str, Target], kind: Kind) -> bool:
    """Whether there is all that such a table needs; a column that is not read for its unit or scale is there, and says so."""
    meant = [_meant(column.head, heads) or NOT_READ for column in columns if column.note != TWICE]
    said: set[Role | Iri] = {target.role for target in meant}
    said |= {target.path for target in meant if target.path}
    return all(said & group for group in kind.needs)


def _understood(found: SheetMap) -> int:
    return _count(found.columns)


def _count(columns: Iterable[Column]) -> int:
    return sum(column.target.role is not Role.NOT_READ for column in columns)


def _roles(columns: Iterable[Column]) -> set[Role]:
    return {column.target.role for column in columns}


def _filled(row: Iterable[Cell]) -> int:
    return sum(bool(cell.text.strip()) for cell in row)

"""The job that reads one workbook: foreign bytes in, cells as text out. No formula is calculated and none is believed.

The container is looked over before the library sees it: how much it holds unpacked, what it repeats, how far its cells
reach, where formulas stand. A workbook that reaches further than its cells fill would cost memory for nothing, so it is refused.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.parsers import expat

from kgapp.children.protocol import Channel
from kgapp.domain.errors import BadInput, UserError
from kgapp.domain.messages import JobFailed, ReadWorkbook, SheetRows, WorkbookRead
from kgapp.domain.terms import shorten
from kgapp.domain.workbook import CellKind

MOST_BYTES: Final = 30_000_000
"""Of the file."""
MOST_UNPACKED: Final = 200_000_000
"""Of everything in it, unpacked."""
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 200
MOST_PLACES: Final = 3_000_000
"""Rows times columns of a sheet, up to its last cell."""
MOST_TEXT: Final = 60_000_000
"""Characters of all cells."""
_BATCH: Final = 200
_BATCH_TEXT: Final = 500_000
_PIECE: Final = 1 << 16
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_OLD: Final = b"\xd0\xcf\x11\xe0"

Pair = tuple[str, str]


def serve(channel: Channel) -> None:
    """Read the one workbook that is asked for."""
    request = channel.receive(ReadWorkbook)
    try:
        channel.send(_send(Path(request.path), channel))
    except UserError as error:
        channel.send(JobFailed(error.sentence, error.hint))


def _send(path: Path, channel: Channel) -> WorkbookRead:
    content = _content(path)
    formulas = _looked_over(content, path.name)
    names: list[str] = []
    characters = 0
    for name, rows in _sheets(content, path.name):
        names.append(name)
        channel.send(SheetRows(name, ()))
        for batch in _batches(_row(row, at, formulas.get(name, frozenset())) for at, row in enumerate(rows, 1)):
            characters += sum(len(text) for row in batch for _, text in row)
            if characters > MOST_TEXT:
                raise _too_much(path.name, "its cells hold too much text")
            channel.send(SheetRows(name, batch))
    return WorkbookRead(tuple(names), hashlib.sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(
            f"“{path.name}” cannot be opened: {error.strerror or error}.",
            hint="Is it open in another program? Close it there, then try again.",
        ) from error
    if len(content) > MOST_BYTES:
        raise _too_much(path.name, f"it is larger than {MOST_BYTES // 1_000_000} MB")
    if content.startswith(_OLD):
        raise BadInput(
            f"“{path.name}” is a workbook of an older kind, or protected by a password.",
            hint="Save it as *.xlsx without a password.",
        )
    return content


def _sheets(content: bytes, name: str) -> Iterator[tuple[str, Sequence[Sequence[object]]]]:
    import python_calamine

    try:
        with python_calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    found = book.get_sheet_by_name(sheet.name)
                    yield sheet.name, found.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise _unreadable(name, str(error)) from error


def _row(row: Iterable[object], at: int, formulas: frozenset[tuple[int, int]]) -> tuple[Pair, ...]:
    cells = [
        (CellKind.FORMULA.value, "") if (at, place) in formulas else _cell(value) for place, value in enumerate(row, 1)
    ]
    while cells and cells[-1] == ("", ""):
        cells.pop()
    return tuple(cells)


def _cell(value: object) -> Pair:
    if isinstance(value, str):
        if value.startswith("#") and value in _FAULTS:
            return CellKind.FAULT.value, value
        return (CellKind.TEXT.value, value) if value else ("", "")
    if isinstance(value, bool):
        return CellKind.TRUTH.value, "true" if value else "false"
    if isinstance(value, int | float):
        return CellKind.NUMBER.value, _figure(value)
    if isinstance(value, datetime):
        whole = value.time() == time()
        return CellKind.DATE.value, value.date().isoformat() if whole else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return CellKind.DATE.value, value.isoformat()
    return CellKind.TEXT.value, str(value) if isinstance(value, timedelta) else ""


def _figure(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def _batches(rows: Iterable[tuple[Pair, ...]]) -> Iterator[tuple[tuple[Pair, ...], ...]]:
    batch: list[tuple[Pair, ...]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(len(text) + 12 for _, text in row)
        if len(batch) >= _BATCH or size > _BATCH_TEXT:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


# ---- the container, before the library sees it


def _looked_over(content: bytes, name: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Where formulas stand, by name of the sheet. Raises ``BadInput`` for a container that is no honest workbook."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_parts(archive, name)
            return _formulas(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise _unreadable(name, str(error)) from error


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise _too_much(name, f"it has more than {MOST_PARTS:,} parts")
    if len({part.filename.casefold() for part in parts}) != len(parts):
        raise _unreadable(name, "two of its parts have the same name")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_much(name, f"it holds more than {MOST_UNPACKED // 1_000_000} MB")


def _formulas(archive: zipfile.ZipFile, name: str) -> dict[str, frozenset[tuple[int, int]]]:
    targets = dict(_links(archive, name))
    names = list(_sheet_names(archive, name))
    if len(names) > MOST_SHEETS:
        raise _too_much(name, f"it has more than {MOST_SHEETS} sheets")
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for sheet, link in names:
        target = targets.get(link, "")
        if target.startswith("xl/worksheets/"):
            found[sheet] = _cells_of(archive, target, name, sheet)
    return found


def _links(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    for tag, said in _elements(archive, "xl/_rels/workbook.xml.rels", name):
        if tag == "Relationship":
            target = said.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            yield said.get("Id", ""), whole


def _sheet_names(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    for tag, said in _elements(archive, "xl/workbook.xml", name):
        if tag == "sheet":
            yield said.get("name", ""), next((said[key] for key in said if key.endswith(":id") or key == "id"), "")


@dataclass(slots=True)
class _Reach:
    """How far the cells of a sheet reach, and which are formulas."""

    row: int = 0
    column: int = 0
    at: tuple[int, int] = (0, 0)
    formulas: set[tuple[int, int]] = field(default_factory=set)

    def cell(self, reference: str) -> None:
        found = _REFERENCE.match(reference)
        self.at = (int(found[2]), _column(found[1])) if found else (self.at[0], self.at[1] + 1)
        self.row, self.column = max(self.row, self.at[0]), max(self.column, self.at[1])


def _cells_of(archive: zipfile.ZipFile, part: str, name: str, sheet: str) -> frozenset[tuple[int, int]]:
    reach = _Reach()
    for tag, said in _elements(archive, part, name):
        if tag == "row":
            number = said.get("r", "")
            reach.at = (int(number) if number.isdigit() and len(number) < 8 else reach.at[0] + 1, 0)
        elif tag == "c":
            reach.cell(said.get("r", ""))
            if reach.row * reach.column > MOST_PLACES:
                raise _too_much(name, f"the sheet “{shorten(sheet, 60)}” reaches to cell {said.get('r', '')}")
        elif tag == "f":
            reach.formulas.add(reach.at)
    return frozenset(reach.formulas)


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of a part as they begin, without namespaces. Raises ``BadInput`` for entities and broken XML."""
    begun: list[tuple[str, dict[str, str]]] = []
    reader = expat.ParserCreate()
    reader.StartElementHandler = lambda tag, said: begun.append((tag.rpartition(":")[2], said))
    reader.StartDoctypeDeclHandler = lambda *_: _no_doctype(name)
    try:
        with archive.open(part) as file:
            while piece := file.read(_PIECE):  # at most as much as the container says that it holds
                reader.Parse(piece, False)
                yield from begun
                begun.clear()
            reader.Parse(b"", True)
            yield from begun
    except expat.ExpatError as error:
        raise _unreadable(name, expat.ErrorString(error.code)) from error


def _no_doctype(name: str) -> None:
    raise _unreadable(name, "it declares entities, which no workbook does")


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _too_much(name: str, why: str) -> BadInput:
    return BadInput(f"“{name}” is too large to be read: {why}.", hint="Take out what is not needed, then try again.")


def _unreadable(name: str, why: str) -> BadInput:
    return BadInput(
        f"“{name}” cannot be read as a workbook: {shorten(why, 200)}.",
        hint="Save it as *.xlsx in your spreadsheet program. The project is unchanged.",
    )


_FAULTS: Final = frozenset(("#REF!", "#N/A", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!", "#GETTING_DATA"))

"""Workbooks for spreadsheet programs, sheet by sheet: the only place that knows XlsxWriter.

Guarantees: text is written as text whatever it looks like, so that nothing becomes a formula, a link or a date; a number
is a number where a spreadsheet can hold all of its digits, else text; the file appears whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from kgapp.domain.document import Tone, visible
from kgapp.domain.errors import BadInput
from kgapp.services import whole_files
from kgapp.services.transfer.sending import FormColumn, FormSheet

LONGEST: Final = 32_000
"""Characters of a cell. A spreadsheet holds 32,767; what is cut says so."""

MOST_ROWS: Final = 1_048_000
"""Rows of a sheet. A spreadsheet holds 1,048,576."""

IN_MEMORY: Final[Mapping[str, object]] = {"in_memory": True}
FLOWING: Final[Mapping[str, object]] = {"constant_memory": True}
"""Rows are put away as they come; each is written once, from the first on."""

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_NAME: Final = 31
_DIGITS: Final = 15
"""A spreadsheet keeps so many digits of a figure; one with more is written as text, whole."""
_MEASURED: Final = 1000
_WIDEST: Final = 60
_TONES: Final = {
    Tone.HIGH: ("#B4232A", "#FBE9E9"),
    Tone.MEDIUM: ("#A85B00", "#FDF1DF"),
    Tone.LOW: ("#2F6F4F", "#E6F3EB"),
    Tone.UNKNOWN: ("#5B4B8A", "#EEEAF7"),
    Tone.QUIET: ("#5A6474", "#EDEFF3"),
}


@dataclass(frozen=True, slots=True)
class Graded:
    """Text with a tone."""

    text: str
    tone: Tone


Value = str | Decimal | Graded
"""What a cell holds. A ``Decimal`` is shown with as many places as it has."""


class Sheets:
    """The sheets of one workbook, in the order in which they are added.

    ``cut`` counts the cells of tables that were cut, ``spelled`` those whose text no cell can hold as it is.
    """

    def __init__(self, book: xlsxwriter.Workbook, title: str) -> None:
        self._book, self._title = book, title
        self.cut = self.spelled = 0
        self._formats: dict[str, Format] = {}
        self._names: set[str] = set()
        self._lists: Worksheet | None = None
        self._listed = 0

    def add(self, name: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
        """Add a sheet: heads that stay in sight and are repeated on paper, filters, widths that fit.

        Raises ``BadInput`` for more rows than a sheet can hold: nothing is cut.
        """
        if len(rows) > MOST_ROWS:
            raise BadInput(
                f"{len(rows):,} rows are more than a sheet of a workbook can hold.", hint="Choose another kind of file."
            )
        sheet = self._begin(name)
        for place, head in enumerate(columns):
            sheet.write_string(0, place, _held(head), self._format("head"))
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self._write(sheet, number, place, value)
        for place, head in enumerate(columns):
            sheet.set_column(place, place, _width(head, [row[place] for row in rows[:1000]]))
        sheet.freeze_panes(1, 1 if len(columns) > 3 else 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.repeat_rows(0)

    def add_rows(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        """The same for rows that come one after the other and are not held; for a book that is ``FLOWING``.

        Raises ``BadInput`` for more rows than a sheet can hold: nothing is cut.
        """
        sheet = self._begin(name)
        for place, head in enumerate(columns):
            sheet.write_string(0, place, _held(head), self._format("head"))
        measured: list[Sequence[Value]] = []
        number = 0
        for number, row in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise BadInput(
                    f"There are more rows than a sheet of a workbook can hold ({MOST_ROWS:,}).",
                    hint="Choose another kind of file.",
                )
            for place, value in enumerate(row):
                self._write(sheet, number, place, value)
            if number <= _MEASURED:
                measured.append(row)
        for place, head in enumerate(columns):
            sheet.set_column(place, place, _width(head, [row[place] for row in measured]))
        sheet.freeze_panes(1, 0)
        if number:
            sheet.autofilter(0, 0, number, len(columns) - 1)

    def add_text(self, name: str, lines: Sequence[tuple[str, str]]) -> None:
        """Add a sheet of text: what it is about, and what is said; the first line is its title."""
        sheet = self._begin(name)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 110)
        for number, (key, text) in enumerate(lines):
            sheet.write_string(number, 0, _held(key), self._format("head" if number == 0 else "key"))
            sheet.write_string(number, 1, _held(text), self._format("head" if number == 0 else "text"))

    def add_form(self, form: FormSheet) -> None:
        """Add a sheet that is filled in: white cells for answers, grey ones locked, drop-downs, notes at the heads.

        It is protected without a password, unless rows can be added: that keeps hands off by mistake, not by intent.
        """
        sheet = self._begin(form.name)
        sheet.activate()
        for place, column in enumerate(form.columns):
            sheet.write_string(0, place, _held(column.title), self._format("head"))
            sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
            if column.note:
                sheet.write_comment(0, place, _held(column.note), {"x_scale": 2, "author": ""})
            for number, row in enumerate(form.rows, 1):
                self._write_answer(sheet, number, place, column, row[place])
            self._offer(sheet, place, column, len(form.rows) + form.spare)
        first = next((at for at, column in enumerate(form.columns) if not column.hidden), 0)
        sheet.freeze_panes(1, first + 2)
        if form.rows:
            sheet.autofilter(0, 0, len(form.rows), len(form.columns) - 1)
        sheet.repeat_rows(0)
        if not form.spare:
            sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})

    def add_unseen(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """Add a sheet of text that spreadsheet programs do not list."""
        sheet = self._begin(name)
        sheet.very_hidden()
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if value:
                    sheet.write_string(number, place, _held(value))

    def _write_answer(self, sheet: Worksheet, row: int, place: int, column: FormColumn, text: str) -> None:
        looks = self._format("date" if column.date else "answer" if column.editable else "locked")
        if column.date and (day := _day(text)) is not None:
            sheet.write_datetime(row, place, day, looks)
        elif text:
            sheet.write_string(row, place, _held(text), looks)
        else:
            sheet.write_blank(row, place, None, looks)

    def _offer(self, sheet: Worksheet, place: int, column: FormColumn, rows: int) -> None:
        """A drop-down below a head; the words stand on a sheet of their own, because a list of them is limited to 255 characters."""
        if not rows or not column.choices:
            return
        if self._lists is None:
            self._lists = self._book.add_worksheet(self._free("Lists"))
            self._lists.very_hidden()
        at = self._listed
        self._listed += 1
        for number, choice in enumerate(column.choices):
            self._lists.write_string(number, at, _held(choice))
        last = xl_rowcol_to_cell(len(column.choices) - 1, at, row_abs=True, col_abs=True)
        source = f"='{self._lists.get_name()}'!{xl_rowcol_to_cell(0, at, row_abs=True, col_abs=True)}:{last}"
        how = "stop" if column.strict else "warning"
        asked = {"validate": "list", "source": source, "error_type": how, "error_title": _held(column.title)[:32]}
        sheet.data_validation(1, place, rows, place, asked | {"error_message": "Please choose from the list."})

    def _begin(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(self._free(name))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self._title[:100].replace('&', '&&')}&R&P of &N")
        return sheet

    def _free(self, name: str) -> str:
        """A name that spreadsheet programs accept: no longer than they allow, and not there yet."""
        plain = _FORBIDDEN.sub(" ", " ".join(visible(name).split())).strip("' ") or "Sheet"
        found, number = plain[:_NAME].rstrip(), 1
        while found.casefold() in self._names or found.casefold() == "history":
            number += 1
            found = f"{plain[: _NAME - len(str(number)) - 1].rstrip()} {number}"
        self._names.add(found.casefold())
        return found

    def _write(self, sheet: Worksheet, row: int, place: int, value: Value) -> None:
        if isinstance(value, Decimal):
            self._write_figure(sheet, row, place, value)
        elif isinstance(value, Graded):
            sheet.write_string(row, place, _held(value.text), self._format(value.tone))
        elif value:
            shown = visible(value)
            self.cut += len(shown) > LONGEST
            self.spelled += shown != value
            sheet.write_string(row, place, _held(value), self._format("text"))

    def _write_figure(self, sheet: Worksheet, row: int, place: int, value: Decimal) -> None:
        if value.is_finite() and Decimal(f"{float(value):.{_DIGITS}G}") == value:
            sheet.write_number(row, place, float(value), self._format(_shape(value)))
        else:
            sheet.write_string(row, place, str(value), self._format("text"))

    def _format(self, key: str) -> Format:
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_looks(key))
        return self._formats[key]


@contextmanager
def book(file: Path, title: str, at: datetime, by: str, how: Mapping[str, object] = IN_MEMORY) -> Iterator[Sheets]:
    """A workbook that is written when the block ends well. Raises ``BadInput`` where the file cannot be written."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, **how}
    try:
        with whole_files.aside(file) as part:
            made = xlsxwriter.Workbook(str(part), options)
            made.set_properties({"title": _held(title)[:200], "author": _held(by)[:200], "created": at.astimezone(UTC)})
            try:
                yield Sheets(made, title)
            except BaseException:
                with suppress(OSError, FileCreateError):
                    made.close()  # lets go of the rows that were put away; the file is dropped with its part
                raise
            made.close()
    except (OSError, FileCreateError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise BadInput(f"The workbook could not be written to {file}: {why}.", hint="Choose another place.") from error


def _held(text: str) -> str:
    """Text as a cell can hold it; what is cut says so."""
    shown = visible(text)
    if len(shown) <= LONGEST:
        return shown
    return f"{shown[:LONGEST]} … (cut: the first {LONGEST:,} of {len(shown):,} characters)"


def _day(text: str) -> datetime | None:
    """A day that a spreadsheet can hold as one."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - a day of a calendar, at no place
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _width(head: str, values: Sequence[Value]) -> float:
    lines = [line for value in values for line in (value.text if isinstance(value, Graded) else str(value)).split("\n")]
    return min(_WIDEST, max(8, len(head) + 3, *(len(line) + 1 for line in lines), 0))


def _shape(value: Decimal) -> str:
    """How a figure is shown: with the places it was written with, powers of ten where it was."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent > 0 or abs(value.adjusted()) > 9:
        return "0.###E+0"
    return f"0.{'0' * -exponent}" if exponent else "0"


def _looks(key: str) -> dict[str, object]:
    fixed: dict[str, dict[str, object]] = {
        "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F4F5F7"},
        "key": {"valign": "top", "font_color": "#5A6474"},
        "text": {"text_wrap": True, "valign": "top"},
        "locked": {"text_wrap": True, "valign": "top", "font_color": "#5A6474", "bg_color": "#F4F5F7"},
        "answer": {"text_wrap": True, "valign": "top", "locked": False, "border": 1, "border_color": "#DFE2E8"},
        "date": {"valign": "top", "locked": False, "num_format": "yyyy-mm-dd", "border": 1, "border_color": "#DFE2E8"},
    }
    if key in fixed:
        return fixed[key]
    if key in _TONES:
        ink, ground = _TONES[Tone(key)]
        return {"text_wrap": True, "valign": "top", "font_color": ink, "bg_color": ground}
    return {"num_format": key, "valign": "top"} if key[0] == "0" else fixed["text"]

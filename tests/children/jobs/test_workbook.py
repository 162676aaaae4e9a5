"""The workbook job on good, odd, damaged and hostile files; and its child killed at its limits."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kgapp.adapters import workbook as adapter
from kgapp.adapters.children.process import Limits
from kgapp.children.jobs import workbook
from kgapp.domain.errors import BadInput
from kgapp.domain.messages import JobFailed, ReadWorkbook, SheetRows, WorkbookRead
from kgapp.domain.workbook import CellKind
from kgapp.services.transfer.sending import FormColumn, FormSheet, GapBook


@pytest.fixture
def read(talk: Any) -> Callable[[Path], Any]:
    def run(path: Path) -> Any:
        return talk(workbook.serve, [ReadWorkbook(str(path))], SheetRows, WorkbookRead, JobFailed).messages

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("One & two")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_string(0, 0, "=1+1")
    sheet.write_number(0, 1, 3)
    sheet.write_number(0, 2, 0.25)
    sheet.write_datetime(0, 3, datetime(2026, 3, 31), day)  # noqa: DTZ001 - a day of a spreadsheet
    sheet.write_boolean(0, 4, True)
    sheet.write_formula(0, 5, '=HYPERLINK("http://evil")', None, 42)
    sheet.write_string(2, 0, "@SUM(A1)")
    sheet.write_datetime(2, 1, datetime(2026, 3, 31, 12, 30), book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))  # noqa: DTZ001
    sheet.write_number(2, 2, 9.5 / 24, book.add_format({"num_format": "hh:mm"}))
    sheet.write_number(2, 3, 1.5, book.add_format({"num_format": "[h]:mm"}))
    book.add_worksheet("Empty")
    book.add_chartsheet("Picture")
    book.close()
    return path


def rows_of(messages: Any, sheet: str) -> list[Any]:
    return [row for each in messages if isinstance(each, SheetRows) and each.sheet == sheet for row in each.rows]


def test_cells_come_as_text_with_what_they_were_and_formulas_are_not_believed(read: Any, good: Path) -> None:
    messages = read(good)
    assert rows_of(messages, "One & two") == [
        (
            ("text", "=1+1"),
            ("number", "3"),
            ("number", "0.25"),
            ("date", "2026-03-31"),
            ("truth", "true"),
            ("formula", ""),
        ),
        (),
        (("text", "@SUM(A1)"), ("date", "2026-03-31 12:30:00"), ("date", "09:30:00"), ("text", "1 day, 12:00:00")),
    ]
    assert messages[-1].sheets == ("One & two", "Empty")


def failed(messages: Any) -> str:
    assert isinstance(messages[-1], JobFailed)
    return f"{messages[-1].sentence} {messages[-1].hint}"


def altered(path: Path, part: str, content: bytes, to: Path) -> Path:
    """The same workbook with one part replaced."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == part else old.read(each))
    return to


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"not a zip", "cannot be read as a workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password"),
        (b"", "cannot be read as a workbook"),
    ],
)
def test_what_is_no_workbook_is_told(read: Any, tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    assert why in failed(read(path))


def test_a_file_that_cannot_be_opened_is_told(read: Any, tmp_path: Path) -> None:
    assert "cannot be opened" in failed(read(tmp_path / "none.xlsx"))


def test_cells_that_reach_too_far_are_refused_before_they_are_read(read: Any, good: Path, tmp_path: Path) -> None:
    far = HEAD + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + TAIL
    assert "reaches to cell XFD1048576" in failed(read(altered(good, SHEET, far, tmp_path / "far.xlsx")))


def test_entities_are_refused(read: Any, good: Path, tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha">]>' + HEAD + TAIL
    assert "declares entities" in failed(read(altered(good, SHEET, bomb, tmp_path / "bomb.xlsx")))


def test_broken_parts_are_told(read: Any, good: Path, tmp_path: Path) -> None:
    assert "cannot be read" in failed(read(altered(good, SHEET, b"<worksheet", tmp_path / "broken.xlsx")))
    missing = tmp_path / "missing.xlsx"
    with zipfile.ZipFile(missing, "w") as made:
        made.writestr("hello.txt", "hello")
    assert "cannot be read" in failed(read(missing))


def test_two_parts_of_one_name_are_refused(read: Any, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.xlsx"
    path.write_bytes(good.read_bytes())
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(SHEET.upper(), "")
    assert "the same name" in failed(read(path))


def test_a_cell_without_a_place_follows_the_one_before(read: Any, good: Path, tmp_path: Path) -> None:
    odd = HEAD + b"<row><c><v>1</v></c><c><f>1+1</f><v>2</v></c></row>" + TAIL
    messages = read(altered(good, SHEET, odd, tmp_path / "odd.xlsx"))
    assert rows_of(messages, "One & two") == [(("number", "1"), ("formula", ""))]


@pytest.mark.parametrize(
    ("limit", "most", "why"),
    [
        ("MOST_BYTES", 100, "larger than"),
        ("MOST_UNPACKED", 100, "holds more than"),
        ("MOST_PARTS", 2, "parts"),
        ("MOST_SHEETS", 1, "sheets"),
        ("MOST_TEXT", 3, "too much text"),
    ],
)
def test_what_is_too_large_is_refused(
    read: Any, good: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, why: str
) -> None:
    monkeypatch.setattr(workbook, limit, most)
    assert why in failed(read(good))


def test_many_rows_come_in_batches_and_faults_by_their_names(read: Any, tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Many")
    for row in range(450):
        sheet.write_string(row, 0, f"row {row}")
    sheet.write_string(450, 0, "#REF!")
    book.close()
    messages = read(path)
    assert len(messages) > 4
    assert rows_of(messages, "Many")[-2:] == [(("text", "row 449"),), (("fault", "#REF!"),)]


def test_a_workbook_that_is_written_is_read_again_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    hostile = ("=cmd|'/c calc'!A0", "+1", "-1", "@SUM(1)", "http://x.org", "<b>&\n\u202etext", "")
    columns = (
        FormColumn("Row", 12, hidden=True, note="Leave it."),
        FormColumn("Free", 20, editable=True),
        FormColumn("Word", 10, editable=True, choices=("low", "high"), strict=True),
        FormColumn("Due", 10, editable=True, date=True),
    )
    rows = tuple((f"r{at}", words, "low", "2026-03-31" if at % 2 else "0001-01-01") for at, words in enumerate(hostile))
    content = GapBook("Title", "me", FormSheet("Gaps", columns, rows), (("What", ""), ("Why", "text")), (("a", ""),))
    adapter.write_gaps(content, path, datetime.now(UTC))
    found = adapter.read(path)
    form = found.sheet("Gaps")
    assert form is not None
    assert [form.at(at, 2).text for at in range(2, 7)] == list(hostile[:5])
    assert {form.at(at, 2).kind for at in range(2, 8)} == {CellKind.TEXT}
    assert (form.at(3, 4).text, form.at(3, 4).kind) == (date(2026, 3, 31).isoformat(), CellKind.DATE)
    assert form.at(2, 4).kind is CellKind.TEXT
    assert [sheet.name for sheet in found.sheets] == ["Gaps", "Lists", "Read me", "Sent"]
    sent = found.sheet("Sent")
    assert sent is not None
    assert sent.at(1, 1).text == "a"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there is nothing to wait for")
def test_a_child_that_takes_too_long_is_killed_and_told(tmp_path: Path) -> None:
    endless = tmp_path / "endless.xlsx"
    os.mkfifo(endless)
    with pytest.raises(BadInput, match="took too long"):
        adapter.read(endless, limit_s=0.3)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")
def test_a_child_without_memory_is_told(good: Path) -> None:
    with pytest.raises(BadInput, match="too much memory"):
        adapter.read(good, limits=Limits(memory_bytes=20_000_000))


def test_what_the_child_cannot_read_is_its_own_sentence(tmp_path: Path) -> None:
    old = tmp_path / "old.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(BadInput, match="older kind"):
        adapter.read(old)


def test_what_the_library_cannot_read_is_told(read: Any, good: Path, tmp_path: Path) -> None:
    wrong = HEAD + b'<row r="1"><c r="A1" t="s"><v>9999</v></c></row>' + TAIL
    assert "cannot be read" in failed(read(altered(good, SHEET, wrong, tmp_path / "wrong.xlsx")))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    content = GapBook("Title", "me", FormSheet("Gaps", (FormColumn("Row", 12),), ()), ())
    with pytest.raises(BadInput, match="could not be written"):
        adapter.write_gaps(content, tmp_path / "no" / "where" / "x.xlsx", datetime.now(UTC))

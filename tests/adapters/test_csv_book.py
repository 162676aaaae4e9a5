"""CSV files as workbooks: what their cells are, how they are parted, and what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kgapp.adapters import csv_book
from kgapp.adapters.student import ScipyStudent
from kgapp.domain.errors import BadInput, Missing
from kgapp.domain.workbook import Cell, CellKind


def made(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "Table 1.csv"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_first_line_says_what_parts_the_cells(tmp_path: Path, mark: str, code: str) -> None:
    text = mark.join(("µ", '"a,b;c\td\nnext"', "1.50", "")) + "\r\n" + mark.join(("2e3", " -7 ", "x"))
    book = csv_book.read(made(tmp_path, text.encode(code)))
    (sheet,) = book.sheets
    assert (book.name, sheet.name) == ("Table 1.csv", "Table 1")
    assert [cell.text for cell in sheet.rows[0]] == ["µ", "a,b;c\td\nnext", "1.50", ""]
    assert [cell.kind for cell in sheet.rows[0]] == [CellKind.TEXT, CellKind.TEXT, CellKind.NUMBER, CellKind.EMPTY]
    assert [cell.kind for cell in sheet.rows[1]] == [CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT]


@pytest.mark.parametrize("text", ["=A1+1", "@SUM(A1)", "+(1)", "-(A1)", " =1"])
def test_what_a_spreadsheet_would_calculate_is_not_read(tmp_path: Path, text: str) -> None:
    book = csv_book.read(made(tmp_path, f"{text},-,+ up,-low\n".encode()))
    assert book.sheets[0].rows[0][0] == Cell("", CellKind.FORMULA)
    assert [cell.text for cell in book.sheets[0].rows[0][1:]] == ["-", "+ up", "-low"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,\xb5m\n", "not in UTF-8"),
        (b"a,b\x00c\n", "is no text"),
        (b'a,"b" c\n', "is no table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        csv_book.read(made(tmp_path, content))


def test_an_empty_file_has_no_rows(tmp_path: Path) -> None:
    assert csv_book.read(made(tmp_path, b"")).sheets[0].rows == ()


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made(tmp_path, b"a,b\nc,d\n")
    monkeypatch.setattr(csv_book, "MOST_CELLS", 3)
    with pytest.raises(BadInput, match="more than 3 cells"):
        csv_book.read(file)
    monkeypatch.setattr(csv_book, "MOST_BYTES", 5)
    with pytest.raises(BadInput, match="is larger than"):
        csv_book.read(file)
    with pytest.raises(BadInput, match="cannot be opened"):
        csv_book.read(tmp_path / "none.csv")


def test_without_scipy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    student = ScipyStudent()
    assert student.quantile(0.95, 8) == pytest.approx(1.859548, abs=1e-6), "any table of t"
    assert student.above(1.859548, 8) == pytest.approx(0.05, abs=1e-6)
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(Missing, match="not installed"):
        ScipyStudent()

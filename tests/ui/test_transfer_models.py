"""Tables that are edited in place, and the rows of a gap meeting, without a window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from kgapp.domain.grades import Grade
from kgapp.domain.impact import Named
from kgapp.domain.sites import State
from kgapp.domain.terms import Iri
from kgapp.services.transfer.cells import Kind
from kgapp.services.transfer.gaps import Line, Meeting
from kgapp.ui.models import gap_rows, roles
from kgapp.ui.models.gap_rows import Due, Narrowing, Which
from kgapp.ui.models.sheet import SheetCell, SheetColumn, SheetModel, SheetRow

ON = date(2026, 3, 1)
COLUMNS = (SheetColumn("name", "Name", 0.5), SheetColumn("due", "Due", 90))


def row(key: str, due: str = "") -> SheetRow:
    return SheetRow(key, (SheetCell(key, "more"), SheetCell(due, kind=Kind.DATE)), key, f"http://e/{key}")


@pytest.fixture
def model() -> SheetModel:
    made = SheetModel(COLUMNS)
    made.show((row("a"), row("b", "2026-01-01")))
    return made


def test_the_model_is_one(model: SheetModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Due"
    assert model.headerData(1, Qt.Orientation.Vertical) == "2"
    assert model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(0, 0), roles.IRI) == "http://e/a"
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Name: a, more"
    assert "more" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_what_is_entered_waits_and_is_told_once(model: SheetModel) -> None:
    told: list[tuple[str, str, str]] = []
    model.entered.connect(lambda *said: told.append(said))
    cell = model.index(1, 1)
    assert model.setData(cell, " 2026-02-02 ")
    assert not model.setData(cell, "2026-02-02")
    assert not model.setData(model.index(1, 0), "no")
    assert not model.setData(cell, "x", Qt.ItemDataRole.DisplayRole)
    assert told == [("b", "due", "2026-02-02")]
    assert model.waiting(cell) == "2026-02-02"
    model.take_back("b")
    assert model.data(cell) == "2026-01-01"
    model.take_back("not there")
    model.writable = False
    assert not model.setData(cell, "2026-03-03")


def test_rows_that_come_again_keep_their_places(model: SheetModel) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    assert model.show((row("a"), row("b", "2026-05-05")))
    assert changed == [1]
    assert not model.show((row("b"),))
    assert (model.place_of("b"), model.place_of("a")) == (0, -1)
    assert model.row_at(5) is None


def line(label: str, state: State | None = State.DIFFERS, *, gap: bool = False, **values: str) -> Line:
    keys = ("severity", "disposition", "justification", "owner", "due", "status")
    return Line(
        Named(Iri("http://e/U1"), "Fill"),
        Named(Iri(f"http://e/{label}"), label),
        "setting",
        "1",
        "2",
        state,
        "They differ.",
        Grade.HIGH,
        Named(Iri(f"http://e/gap-{label}"), f"Gap of {label}") if gap else None,
        tuple(values.get(key, "") for key in keys),
        (Named(Iri("http://e/A"), "Measure"),) if gap else (),
        1 if gap else 0,
    )


LINES = (
    line("A", gap=True, severity="high", disposition="close", owner="Ben", due="2026-02-01", status="open"),
    line("B"),
    line("C", State.UNKNOWN),
    line("D", None, gap=True, severity="low", status="closed"),
    line("E", State.UNKNOWN, gap=True, due="2026-03-20"),
    line("B"),
)
MEETING = Meeting(Named(Iri("http://e/TP"), "TP"), "Boston → Leiden", "Boston", "Leiden", ON, 1, "0", LINES)


@pytest.mark.parametrize(
    ("narrowing", "shown"),
    [
        (Narrowing(), "ABDEB"),
        (Narrowing(Which.UNDECIDED), "BEB"),
        (Narrowing(Which.RECORDED), "ADE"),
        (Narrowing(Which.UNKNOWN), "ABCDEB"),
        (Narrowing(Which.CLOSED), "D"),
        (Narrowing(due=Due.OVERDUE), "A"),
        (Narrowing(due=Due.SOON), "AE"),
        (Narrowing(due=Due.NO_DAY), "BDB"),
        (Narrowing(severity="low"), "D"),
        (Narrowing(owner="Ben"), "A"),
        (Narrowing(step="Fill"), "ABDEB"),
        (Narrowing(step="Other"), ""),
        (Narrowing(words="gap of a"), "A"),
    ],
)
def test_the_bar_narrows_the_list(narrowing: Narrowing, shown: str) -> None:
    found = gap_rows.rows(MEETING, narrowing, ("Ben",))
    assert "".join(each.cells[0].text for each in found) == shown
    assert len({each.key for each in found}) == len(found)


def test_counts_tell_gaps_from_what_is_unknown() -> None:
    assert [count for count, _, _ in gap_rows.counts(MEETING)] == ["5", "2", "3", "1", "1"]
    assert (gap_rows.owners_of(MEETING), gap_rows.steps_of(MEETING)) == (("Ben",), ("Fill",))


def test_the_strip_says_what_is_lacking_and_late() -> None:
    assert "It was due on 2026-02-01. Actions: Measure." in gap_rows.detail(LINES[0], ON)
    told = gap_rows.detail(LINES[1], ON)
    assert "what you enter records it" in told
    assert "of severity “high”" in told
    assert "Still to decide: severity, disposition, owner, due." in told


def test_words_of_a_row_are_not_only_colours() -> None:
    cells = gap_rows.rows(MEETING, Narrowing(), ())[0].cells
    assert [cell.second for cell in cells if cell.second == "overdue"] == ["overdue"]
    assert cells[-1] == SheetCell("1", "1 open")
    assert gap_rows.rows(MEETING, Narrowing(), ())[1].cells[3].second == "high?"

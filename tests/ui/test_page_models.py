"""The models of pages without a window, through Qt's own tester."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kgapp.domain.terms import Iri
from kgapp.services.browsing import Named
from kgapp.services.site_figures import Entry
from kgapp.services.site_table import Column, Figure, SiteRow, SiteTable
from kgapp.ui.models.sections import MOST, STEP, Before, Cell, Group, More, Row, SectionsModel
from kgapp.ui.models.site_table import SiteTableModel

A, B = Iri("https://e.org/a"), Iri("https://e.org/b")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_long_groups_are_shown_in_parts(qtbot: QtBot) -> None:
    model = SectionsModel(("What", "Value"))
    tester = QAbstractItemModelTester(model, FATAL)
    rows = tuple(Row((Cell(f"row {number}"), Cell("x")), number) for number in range(10_000))
    model.update((Group("Long", rows, "long"), Group("Short", rows[:2], "short", "older…")))
    heading = model.index(0, 0)
    assert model.rowCount(heading) == STEP + 1
    assert model.index(STEP, 1, heading).data() == f"and {10_000 - STEP:,} more"
    assert model.subject(model.index(STEP, 0, heading)) == More("long")
    place = QPersistentModelIndex(model.find(5_000))
    assert place.data() == "row 5000"
    assert model.subject(model.index(0, 0, heading)) == Before("long")
    for _ in range(5):
        assert model.more("long")
    assert model.rowCount(heading) == MOST + 2
    for _ in range(40):
        model.less("long")
    assert model.index(0, 0, heading).data() == "row 0"
    assert model.find(9_999).data() == "row 9999"
    assert not model.more("long")
    assert not model.more("none")
    model.less("none")
    assert model.index(2, 1, model.index(1, 0)).data() == "older…"
    assert not model.more("short")
    assert tester.model() is model


def test_what_stays_the_same_stays_where_it_is(qtbot: QtBot) -> None:
    model = SectionsModel(("What", "Value"))
    tester = QAbstractItemModelTester(model, FATAL)

    def group(key: str, *names: str) -> Group:
        return Group(key.upper(), tuple(Row((Cell(name),), name) for name in names), key)

    model.update((group("a", "1", "2"), group("b", "3")))
    kept = QPersistentModelIndex(model.find("3"))
    model.update((group("a", "1", "2", "x"), group("new", "4"), group("b", "3")))
    assert (kept.data(), kept.parent().data(), kept.parent().row()) == ("3", "B", 2)
    model.update((group("b", "0", "3"), group("a", "2"), group("empty")))
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["B", "A"]
    assert model.find("0").row() == 0
    assert model.key(model.find("2")) == "a"
    assert model.key(QModelIndex()) == ""
    assert model.cell(model.index(0, 0)) is None
    assert model.place_of("none") == -1
    assert tester.model() is model


def test_the_table_of_sites_is_a_sound_model(qtbot: QtBot) -> None:
    model = SiteTableModel(writable=True)
    tester = QAbstractItemModelTester(model, FATAL)
    factor, site = Named(A, "MOI"), Named(B, "Boston (invented)")
    figure = Figure("2–4 TU/cell", A)
    void = Figure("1–5 TU/cell", A, "VCN", ("Proven elsewhere.", "Measured otherwise."))
    row = SiteRow(factor, site, "TU/cell", ((), (figure,), (void,), (figure, figure), (Figure("Titre (by dots)", B),)))
    for table in (SiteTable((row, row), 1, 1), SiteTable(), SiteTable((row,), 1, 1), SiteTable((row,), 1, 1)):
        model.show(table)
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts[:4] == ["MOI", "Boston", "not recorded", "2–4 TU/cell"]
    assert texts[4:] == ["none holds here\n1–5 TU/cell: Proven elsewhere.", "2–4 TU/cell\n2–4 TU/cell", "Titre"]
    assert "Measured otherwise." in model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "by dots" in model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole)
    editable = [bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in range(7)]
    assert editable == [False, False, True, True, False, False, False]
    typed: list[Entry] = []
    model.entered.connect(typed.append)
    for text in ("", "2–4", "2–6"):
        assert not model.setData(model.index(0, 3), text)
    assert [(entry.column, entry.thing, entry.text) for entry in typed] == [(Column.NORMAL, A, "2–6")]
    assert model.index(0, 3).data(Qt.ItemDataRole.EditRole) == "2–6"
    model.forget()
    assert model.index(0, 3).data(Qt.ItemDataRole.EditRole) == "2–4"
    assert model.index(0, 2).data(Qt.ItemDataRole.EditRole) == ""
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Normal range: 2–4 TU/cell"
    assert tester.model() is model

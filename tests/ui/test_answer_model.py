"""The rows of an answer as a table shows them: sorted, grown, kept in place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt

from kgapp.domain.answers import Row
from kgapp.services.questions.answers import Cell, Column
from kgapp.ui.models import roles
from kgapp.ui.models.answer_rows import AnswerModel

XSD = "http://www.w3.org/2001/XMLSchema#"
COLUMNS = (Column("name", "name"), Column("size", "size"))


def raw(name: str, size: str) -> Row:
    return f'"{name}"', f'"{size}"^^<{XSD}integer>' if size else None


def shown(model: AnswerModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_numbers_are_sorted_by_size_empty_cells_last_and_the_order_of_the_answer_comes_back() -> None:
    pairs = (("b", "10"), ("A", "9"), ("c", ""))
    owner = QObject()
    rows = tuple((Cell(name), Cell(size)) for name, size in pairs)
    model = AnswerModel(COLUMNS, rows, tuple(raw(*pair) for pair in pairs), owner)
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(1)
    assert shown(model) == ["A", "b", "c"]
    assert kept.data() == "b"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["b", "A", "c"]
    model.append(((Cell("d"), Cell("11")),), (raw("d", "11"),))
    assert shown(model) == ["d", "b", "A", "c"]
    assert [row[0].text for row in model.shown()] == ["d", "b", "A", "c"]
    model.sort(0)
    assert shown(model) == ["A", "b", "c", "d"]
    model.sort(-1)
    assert shown(model) == ["b", "A", "c", "d"]
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) != right


def test_without_the_terms_behind_them_cells_are_sorted_as_texts() -> None:
    owner = QObject()
    model = AnswerModel(COLUMNS, ((Cell("b"), Cell("10")), (Cell("a"), Cell("9"))), (), owner)
    model.sort(1)
    assert shown(model) == ["b", "a"]
    model.append(((Cell("c"), Cell("0")),), ((None, None),))
    model.sort(-1)
    assert shown(model) == ["b", "a", "c"]


def test_marked_rows_offer_to_say_why_they_are_there() -> None:
    owner = QObject()
    rows = ((Cell("b"), Cell("2")), (Cell("a"), Cell("1")), (Cell("c"), Cell("3")))
    model = AnswerModel(COLUMNS, rows, (), owner, (False, True, False))
    assert (model.why_column, model.columnCount()) == (2, 3)
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Follows"
    assert [model.index(row, 2).data() for row in range(3)] == [None, "+ Why?", None]
    assert "Enter says why" in model.index(1, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, 2).data(Qt.ItemDataRole.TextAlignmentRole) is not None
    assert (model.index(1, 2).data(roles.INK), model.index(1, 2).data(roles.IRI)) == ("accent", None)
    model.sort(2)
    assert shown(model) == ["a", "b", "c"]
    assert (model.is_marked(0), model.place_of(0)) == (True, 1)
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["b", "c", "a"]
    plain = AnswerModel(COLUMNS, rows, (), owner, (False, False, False))
    assert (plain.why_column, plain.columnCount()) == (-1, 2)

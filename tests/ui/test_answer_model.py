"""The rows of an answer as a table shows them: sorted, grown, kept in place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt

from kgapp.domain.answers import Row
from kgapp.services.questions.answers import Cell, Column
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

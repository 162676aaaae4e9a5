"""The rows of an answer, and the questions as rows of a list."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kgapp.domain import question as questions
from kgapp.domain.question import Question
from kgapp.services.questions import library
from kgapp.services.questions.answers import Cell, Column
from kgapp.services.questions.library import Library
from kgapp.ui.models import roles, sections
from kgapp.ui.models.sections import Group, Row
from kgapp.ui.texts import line, tip
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class AnswerModel(QAbstractTableModel):
    """A table of cells; a cell that leads to a thing says so by its ink."""

    def __init__(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns, self._rows = columns, rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return line(self._columns[section].heading, 60) if across else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line(cell.text, 300)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(cell.text)
        if role == roles.IRI:
            return cell.thing or ""
        if role == roles.INK:
            return "accent" if cell.thing else "first"
        return None


def listed(found: Library, words: str) -> tuple[Group, ...]:
    """The questions that fit some words under their headings, and what cannot be asked."""
    shown = library.find(found.questions, words) if words.strip() else found.questions
    groups = [
        Group(heading, tuple(_row(each) for each in questions), heading) for heading, questions in library.groups(shown)
    ]
    wanted = words.casefold().strip()
    broken = tuple(
        Row((sections.Cell(f"{each.label}: {each.problem}", tone=Tone.MEDIUM, ink="second"),), each)
        for each in found.broken
        if wanted in each.label.casefold()
    )
    return (*groups, Group(tr("Cannot be asked"), broken, "broken"))


def _row(each: Question) -> Row:
    labels = {parameter.name: f"({parameter.label})" for parameter in each.parameters}
    return Row((sections.Cell(questions.worded(each.sentence, labels)),), each)

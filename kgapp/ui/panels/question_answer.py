"""The answer of a question: a table whose things can be opened, or yes or no, and what it is true of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kgapp.domain import results
from kgapp.domain.question import Question
from kgapp.domain.sparql_text import Form
from kgapp.services import queries
from kgapp.services.questions import answers, asking
from kgapp.services.questions.answers import Cell, Column
from kgapp.services.workspace import Workspace
from kgapp.ui.models import roles
from kgapp.ui.models.answer_rows import AnswerModel
from kgapp.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 2_000
"""Rows that are shown."""
_WIDEST: Final = 420
_NARROWEST: Final = 72
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was read. ``truth`` is that of a question of yes or no; ``more`` says that rows are left out."""

    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool
    truth: bool | None
    revision: int
    seconds: float


def answered(workspace: Workspace, question: Question, given: Mapping[str, str]) -> Answered:
    """Ask, and read what the window shows of the answer. Raises what asking raises."""
    reader = workspace.reader
    terms = asking.values(reader, question, given)
    with asking.ask(reader, workspace.engine, question, terms) as result:
        sentence = asking.said(reader, question, terms)
        answer = result.answer
        if answer.form is Form.ASK:
            return Answered(sentence, (), (), False, results.truth(answer), answer.seq, result.seconds)
        rows, more = queries.first_rows(answer, MOST)
        columns = answers.columns(answer.columns)
        shown = answers.cells(reader, columns, rows)
        return Answered(sentence, columns, shown, more, None, answer.seq, result.seconds)


class AnswerTable(QTableView):
    """Enter, a double click or a click on the name of a thing opens it."""

    opened = Signal(str)
    """A thing is to be opened."""
    menu_wanted = Signal(str, QPoint)
    """The menu of the thing in a cell."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(_Linked(self, theme))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._open)

    def show_rows(self, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> None:
        """Replace what is shown."""
        old = self.model()
        self.setModel(AnswerModel(columns, rows, self))
        if old is not None:
            old.deleteLater()
        self.resizeColumnsToContents()
        for column in range(len(columns)):
            wide = min(max(self.columnWidth(column), self._theme.px(_NARROWEST)), self._theme.px(_WIDEST))
            self.setColumnWidth(column, wide)
        if rows:
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        thing = index.data(roles.IRI)
        if thing:
            self.opened.emit(thing)

    def _menu(self, place: QPoint) -> None:
        thing = self.indexAt(place).data(roles.IRI)
        if thing:
            self.menu_wanted.emit(thing, self.viewport().mapToGlobal(place))


class _Linked(QStyledItemDelegate):
    """Names of things in accent ink and underlined."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(roles.INK) == "accent":
            option.palette.setColor(QPalette.ColorRole.Text, self._theme.colours.accent)
            option.font.setUnderline(True)

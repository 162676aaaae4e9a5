"""What kind of thing is to be made: the classes as a tree, with what they mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTreeView

from kgapp.domain.names import fold
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import CLASSES
from kgapp.ui.models.classes import ClassesModel, ClassFilter
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Keys
from kgapp.ui.panels.marked_rows import MarkedRows
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.texts import block
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 520
_HEIGHT: Final = 520


class ChooseClass(QDialog):
    """``chosen`` is called with the class; nothing happens when the dialog is closed."""

    def __init__(self, desk: Desk, chosen: Callable[[Iri], None]) -> None:
        super().__init__(QApplication.activeWindow())
        self._chosen = chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New thing"))
        self.filter, self.tree = QLineEdit(), QTreeView()
        self.model = ClassFilter(ClassesModel(self), self)
        self._meaning = parts.text("", ink="second")
        self.make = parts.button(tr("Fill in its form"), self._choose, primary=True)
        self.make.setDefault(True)
        self._dress(desk)
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(tr("What is the new thing?"), desk.theme, 16))
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._meaning)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.make))
        room = self.screen().availableSize()
        px = desk.theme.px
        self.resize(min(px(_WIDTH), room.width() - 80), min(px(_HEIGHT), room.height() - 80))
        self._narrow("")
        self.filter.setFocus()

    def _dress(self, desk: Desk) -> None:
        self.filter.setPlaceholderText(tr("Type to find a kind: range, know-how, batch…"))
        self.filter.setAccessibleName(tr("Find a kind of thing"))
        self.filter.setClearButtonEnabled(True)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(MarkedRows(self.tree, desk.theme, height_px=28))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(tr("Kinds of things"))
        self._meaning.setMinimumHeight(int(desk.theme.metrics().height() * 3))
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.filter.textChanged.connect(self._narrow)
        self.tree.selectionModel().currentChanged.connect(lambda now, _: self._explain(now))
        self.tree.doubleClicked.connect(lambda _: self._choose())
        Keys(self.filter, self._key)

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        if words.strip():
            self.tree.expandAll()
        best = self._best(words)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(best, flag)
        self.tree.scrollTo(best)
        self._explain(best)

    def _best(self, words: str) -> QModelIndex:
        """The row whose name begins with the words, else the first that fits, else the first."""
        wanted = fold(words)
        found = [each for each in self._all(QModelIndex()) if wanted in fold(str(each.data()))]
        begun = [each for each in found if fold(str(each.data())).startswith(wanted)]
        return next(iter([*begun, *found]), self.model.index(0, 0))

    def _all(self, above: QModelIndex) -> list[QModelIndex]:
        found: list[QModelIndex] = []
        for row in range(self.model.rowCount(above)):
            index = self.model.index(row, 0, above)
            found += [index, *self._all(index)]
        return found

    def _explain(self, index: QModelIndex) -> None:
        kind = self.model.kind(index) if index.isValid() else None
        nothing = tr("No kind of thing has these words. Fewer words find more.")
        self._meaning.setText(block(CLASSES[kind].definition) if kind else nothing)
        self.make.setEnabled(kind is not None)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QApplication.sendEvent(self.tree, QKeyEvent(event))
            return True
        return False

    def _choose(self) -> None:
        kind = self.model.kind(self.tree.currentIndex())
        if kind is not None:
            self.accept()
            self._chosen(kind)

"""A table of large rows that are edited in place: words from a list, dates as typed, names completed while one types."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kgapp.services.transfer.cells import Kind
from kgapp.ui.canvas import painting
from kgapp.ui.models import roles
from kgapp.ui.models.sheet import SheetColumn, SheetModel, SheetRow
from kgapp.ui.texts import block, line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 62
_HEADING: Final = 30
_LEAST: Final = 64
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EDITOR: Final = "cell"
"""The name of the field in which a cell is typed."""


class SheetTable(QTableView):
    """F2, Enter or typing edits a cell; on what is not edited Enter opens the thing of the row."""

    opened = Signal(str)
    """The thing of a row is to be opened."""
    chosen = Signal(object)
    """The subject of the row that is current."""
    menu_wanted = Signal(str, QPoint)
    """The menu of the thing of a row."""

    def __init__(self, name: str, columns: tuple[SheetColumn, ...], theme: Theme, rows: float = _ROW) -> None:
        super().__init__()
        self._theme, self._tall = theme, rows
        self._later: tuple[SheetRow, ...] | None = None
        self.sheet = SheetModel(columns, self)
        self.setModel(self.sheet)
        self.setItemDelegate(SheetCells(self, theme))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.selectionModel().currentChanged.connect(lambda *_: self._choose())
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> SheetRow | None:
        """The row that is current."""
        return self.sheet.row_at(self.currentIndex().row())

    def show_rows(self, rows: tuple[SheetRow, ...]) -> None:
        """Replace the rows; the current cell and what is in sight stay. While a cell is being edited, the rows wait."""
        if self.editing:
            self._later = rows
            return
        here, column = self.current, max(0, self.currentIndex().column())
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        if self.sheet.show(rows):
            self._choose()
            return
        self._set_apart()
        at = self.sheet.place_of(here.key) if here else 0
        if at < 0:
            at = min(place, len(rows) - 1)  # the row went away: the one that took its place
        headings = set(self.sheet.headings)
        while at in headings:
            at += 1
        self.setCurrentIndex(self.sheet.index(at, column))
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())
        self._choose()

    def ask_for(self, key: str, column: str) -> None:
        """Edit another cell next, once the one that is being edited is closed."""
        QTimer.singleShot(0, self, lambda: self._edit_next(key, column))

    def go_to(self, key: str, column: str = "") -> bool:
        """Make a cell current; false when its row is not shown."""
        at = self.sheet.place_of(key)
        if at < 0:
            return False
        place = self.sheet.column_of(column) if column else max(0, self.currentIndex().column())
        self.setCurrentIndex(self.sheet.index(at, place))
        self.setFocus()
        return True

    @property
    def editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def event(self, event: QEvent) -> bool:
        """F2 and Enter are the table's while it has the keyboard."""
        own = (Qt.Key.Key_F2, *_ENTER)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in _ENTER and not self.editing and index.isValid():
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            else:
                self._open(index)
        elif event.key() == Qt.Key.Key_Delete and not self.editing and index.isValid():
            self.sheet.setData(index, "")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.setFocus()
        rows, self._later = self._later, None
        if rows is not None:
            self.show_rows(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _edit_next(self, key: str, column: str) -> None:
        if not self.editing and self.go_to(key, column):
            self.edit(self.currentIndex())

    def _open(self, index: Index) -> None:
        iri = index.data(roles.IRI)
        if iri:
            self.opened.emit(iri)

    def _menu(self, place: QPoint) -> None:
        iri = self.indexAt(place).data(roles.IRI) if self.indexAt(place).isValid() else ""
        if iri:
            self.menu_wanted.emit(iri, self.viewport().mapToGlobal(place))

    def _choose(self) -> None:
        row = self.current
        self.chosen.emit(row.subject if row else None)

    def _set_apart(self) -> None:
        """Headings go over all columns, and are low."""
        self.clearSpans()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(self._tall))
        for at in self.sheet.headings:
            self.setRowHeight(at, self._theme.px(_HEADING))
            self.setSpan(at, 0, 1, len(self.sheet.columns))

    def _dress(self) -> None:
        self._set_apart()
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(_LEAST))
        self._share()

    def _share(self) -> None:
        """Widths below 1 share what the fixed ones leave, never less than they need to be read."""
        px, columns = self._theme.px, self.sheet.columns
        fixed = sum(px(each.width) for each in columns if each.width > 1)
        rest = max(0, self.viewport().width() - fixed)
        for at, each in enumerate(columns):
            width = px(each.width) if each.width > 1 else max(px(130), int(rest * each.width))
            self.setColumnWidth(at, width)


class Words(QComboBox):
    """Words to choose from: letters and arrows choose, Enter takes over, Alt+Down opens the list, where a choice is taken over."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed = False
        self.activated.connect(self._pick)

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def _pick(self) -> None:
        if self._listed:
            self.picked.emit()


class SheetCells(QStyledItemDelegate):
    """Draws the cells and edits them."""

    def __init__(self, table: SheetTable, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        cell = self._table.sheet.cell(index)
        name = line(self._table.sheet.columns[index.column()].title, 60)
        made = (
            self._words(parent, cell.choices)
            if cell.kind is Kind.WORD
            else self._field(parent, cell.kind, cell.choices)
        )
        made.setObjectName(EDITOR)
        made.setAccessibleName(name)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText() if editor.currentIndex() > 0 else "")
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        place = option.rect
        tall = max(editor.sizeHint().height(), self._theme.px(28))
        editor.setGeometry(place.left(), place.top() + self._theme.px(4), place.width(), min(tall, place.height()))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        theme, colours, px = self._theme, self._theme.colours, self._theme.px
        cell, waits = self._table.sheet.cell(index), self._table.sheet.waiting(index)
        place = QRectF(option.rect)
        painter.save()
        painter.setClipRect(place)
        if self._table.sheet.is_heading(index):
            self._heading(painter, place, cell.text)
            painter.restore()
            return
        if self._table.currentIndex().row() == index.row():
            painter.fillRect(place, QColor(colours.accent_ground))
        painter.setPen(QColor(colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inner = place.adjusted(px(8), px(6), -px(6), -px(4))
        text = block(cell.text if waits is None else waits)
        if cell.tone is not None and text and waits is None:
            inner.setTop(self._chip(painter, inner, text, cell.tone))
        elif text:
            font = theme.font(strong=cell.strong)
            font.setItalic(waits is not None)
            painter.setFont(font)
            painter.setPen(QColor(colours.second if waits is not None else colours.ink))
            most = int(inner.height() / painter.fontMetrics().lineSpacing()) // 2 if cell.share else bool(cell.second)
            inner.setTop(self._words_in(painter, inner, text, most))
        if cell.second and inner.height() > px(10):
            painter.setFont(theme.font(13 if cell.share else 12))
            painter.setPen(QColor(colours.ink if cell.share else colours.second))
            self._words_in(painter, inner, block(cell.second), 0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _heading(self, painter: QPainter, place: QRectF, title: str) -> None:
        colours, px = self._theme.colours, self._theme.px
        painter.fillRect(place, QColor(colours.page))
        painting.write(painter, title, place.adjusted(px(8), 0, 0, 0), self._theme.font(strong=True), colours.second)
        painter.setPen(QColor(colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _words_in(self, painter: QPainter, inner: QRectF, text: str, more: int) -> float:
        """Write whole lines as far as they fit, the last one cut with an ellipsis; returns where the next line begins.

        ``more`` is how many lines are left for what stands below.
        """
        metrics = painter.fontMetrics()
        high = metrics.lineSpacing()
        room = max(1, int((inner.height() + 3) / high) - more)
        layout = QTextLayout(text.replace("\n", "\u2028"), painter.font())
        layout.beginLayout()
        starts: list[int] = []
        while (part := layout.createLine()).isValid():
            part.setLineWidth(inner.width())
            starts.append(part.textStart())
        layout.endLayout()
        y = inner.top()
        for at, start in enumerate(starts[:room]):
            end = starts[at + 1] if at + 1 < len(starts) else len(text)
            cut = at + 1 == room < len(starts)
            told = text[start:].replace("\n", " ") if cut else text[start:end].rstrip("\n")
            shown = metrics.elidedText(told, Qt.TextElideMode.ElideRight, int(inner.width())) if cut else told
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), shown)
            y += high
        return y + 1

    def _chip(self, painter: QPainter, inner: QRectF, text: str, tone: Any) -> float:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(11.5, strong=True)
        wide = self._theme.metrics(11.5, strong=True)
        shown = wide.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() - 14)
        right = inner.left() + wide.horizontalAdvance(shown) + 14
        painting.chip(painter, shown, right, inner.top() + self._theme.px(9), font, self._theme.colours.tone(tone))
        return inner.top() + self._theme.px(22)

    def _words(self, parent: QWidget, choices: tuple[str, ...]) -> QComboBox:
        made = Words(parent)
        made.addItems([tr("(nothing)"), *choices])
        made.picked.connect(lambda: self._done(made))
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:  # who clicks wants to see the words at once
            QTimer.singleShot(0, made, made.showPopup)
        return made

    def _field(self, parent: QWidget, kind: Kind | None, choices: tuple[str, ...]) -> QLineEdit:
        made = QLineEdit(parent)
        if kind is Kind.DATE:
            made.setPlaceholderText(tr("such as 2026-03-31"))
        if choices:
            completer = QCompleter(list(choices), made)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCompleter(completer)
        return made

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

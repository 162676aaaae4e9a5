"""The list to work through: headings and rows of two lines, sorted, with several rows chosen at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kgapp.domain.assessment import ItemKey
from kgapp.ui import icons
from kgapp.ui.canvas import painting
from kgapp.ui.models.work_list import WorkList, tone_of_cell
from kgapp.ui.models.work_rows import COLUMNS, OWNER, VERDICT, WHY, WorkRow, WorkView
from kgapp.ui.texts import block, line
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import said, tr

Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW: Final = 46
_HEADING: Final = 30
_LEAST_WHY: Final = 150
_LEAST: Final = 70
_SPARED: Final = (5, 4, OWNER, 3, 2, VERDICT)
"""Columns that give way, in this order, where there is little room: hops, evidence, owner, detected, severity, verdict."""


class WorkTable(QTableView):
    """Rows are chosen with click, Shift, Ctrl and Ctrl+A; a click on a heading chooses what stands below it."""

    chosen = Signal(object)
    """The ``WorkRow`` the keyboard is on; ``None`` for a heading."""
    several_chosen = Signal()
    """Other rows are chosen than before."""
    opened = Signal(str)
    """A thing is to be opened, as IRI."""
    menu_wanted = Signal(QPoint)
    """The menu of the chosen rows, at a place of the screen."""
    sort_wanted = Signal(int)
    """A column was clicked."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden: frozenset[int] = frozenset()
        self.list = WorkList(self)
        self.setModel(self.list)
        self.setItemDelegate(_Rows(self, theme))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._columns_menu)
        head.sectionClicked.connect(self.sort_wanted)
        self.selectionModel().currentChanged.connect(lambda index: self.chosen.emit(self.list.row(index)))
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.several_chosen.emit())
        self.customContextMenuRequested.connect(self._menu)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> WorkRow | None:
        """The row that the keyboard is on."""
        return self.list.row(self.currentIndex())

    @property
    def chosen_rows(self) -> tuple[WorkRow, ...]:
        """The chosen rows, in their order."""
        spans = self.selectionModel().selection().toList()
        lines = sorted({at for span in spans for at in range(span.top(), span.bottom() + 1)})
        return self.list.at(lines)

    def show_rows(self, every: tuple[WorkRow, ...], view: WorkView) -> None:
        """Replace everything; what was chosen stays so where it is still shown."""
        current = self.current
        kept = tuple(row.key for row in self.chosen_rows)
        self.list.show(every, view)
        self._lay_out()
        self._mark_sorting(view)
        self._choose_keys(kept, current.key if current is not None else None)

    def take_verdicts(self, every: tuple[WorkRow, ...]) -> None:
        """The same rows with new verdicts: nothing moves unless it must."""
        current = self.current
        kept = tuple(row.key for row in self.chosen_rows)
        if not self.list.replace(every):
            self._lay_out()
            self._choose_keys(kept, current.key if current is not None else None)

    def choose(self, subject: object) -> bool:
        """Choose the row of an item or a key, and bring it into sight; false when it is not shown."""
        index = self.list.place(subject) if isinstance(subject, ItemKey) else self._place_of(subject)
        if index.isValid():  # whatever keys are held down now
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the first row."""
        found = self.list.rows
        if found:
            self.choose(found[0].key)

    def choose_all(self) -> None:
        """Choose every row that is shown."""
        headings = frozenset(self.list.headings)
        self._choose_lines((at, at) for at in range(self.list.rowCount()) if at not in headings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.list.heading(index) is not None:
            self._choose_below(index)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.list.row(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.opened.emit(row.key.item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in _ENTER and self.current is not None:
            self.opened.emit(self.current.key.item)
        elif key in (*_ENTER, Qt.Key.Key_Space) and self.list.heading(index) is not None:
            self._choose_below(index)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose_all()
        else:
            super().keyPressEvent(event)

    def _place_of(self, subject: object) -> QModelIndex:
        found = next((row for row in self.list.rows if row.item is subject or row.item == subject), None)
        return self.list.place(found.key) if found is not None and subject is not None else QModelIndex()

    def _choose_below(self, heading: QModelIndex) -> None:
        lines = tuple(self.list.below(heading))
        if lines:
            self._choose_lines(((lines[0], lines[-1]),))
            self.selectionModel().setCurrentIndex(
                self.list.index(lines[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _choose_keys(self, keys: Iterable[ItemKey], current: ItemKey | None) -> None:
        places = [place.row() for key in keys if (place := self.list.place(key)).isValid()]
        if current is not None and self.list.place(current).isValid():
            self.selectionModel().setCurrentIndex(self.list.place(current), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._choose_lines((at, at) for at in places)

    def _choose_lines(self, spans: Iterable[tuple[int, int]]) -> None:
        last = len(COLUMNS) - 1
        selection = QItemSelection()
        for first, end in _joined(spans):
            selection.select(self.list.index(first, 0), self.list.index(end, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _menu(self, place: QPoint) -> None:
        if self.chosen_rows:
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def _dress(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._theme.px(_HEADING))
        self._lay_out()
        self._share()

    def _lay_out(self) -> None:
        self.clearSpans()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW))  # also where a heading stood before
        for at in self.list.headings:
            self.setSpan(at, 0, 1, len(COLUMNS))
            self.setRowHeight(at, self._theme.px(_HEADING))

    def _share(self) -> None:
        """Widths for the room there is: columns give way one after the other, the reason takes the rest."""
        width, px = self.viewport().width(), self._theme.px
        wanted = {
            at: int(width * column.width) if 0 < column.width < 1 else px(column.width)
            for at, column in enumerate(COLUMNS)
            if at != WHY
        }
        away = set(self._hidden)
        if not any(row.owners for row in self.list.every):
            away.add(OWNER)
        if not any(row.standing for row in self.list.every):
            away.add(VERDICT)
        for column in _SPARED:
            least = px(_LEAST if column == VERDICT else _LEAST_WHY)
            if width - sum(size for at, size in wanted.items() if at not in away) >= least:
                break
            away.add(column)
        for at, size in wanted.items():
            self.setColumnHidden(at, at in away)
            self.setColumnWidth(at, size)
        self.setColumnWidth(WHY, max(px(60), width - sum(size for at, size in wanted.items() if at not in away)))

    def _mark_sorting(self, view: WorkView) -> None:
        head = self.horizontalHeader()
        head.setSortIndicatorShown(view.column >= 0)
        order = Qt.SortOrder.DescendingOrder if view.descending else Qt.SortOrder.AscendingOrder
        if view.column >= 0:
            head.setSortIndicator(view.column, order)
        self._share()

    def _columns_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(tr("Columns"))
        for at, column in enumerate(COLUMNS):
            if at in _SPARED:
                action = QAction(said(column.name), menu)
                action.setCheckable(True)
                action.setChecked(at not in self._hidden)
                action.toggled.connect(lambda on, at=at: self._hide(at, away=not on))
                menu.addAction(action)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _hide(self, column: int, *, away: bool) -> None:
        self._hidden = self._hidden | {column} if away else self._hidden - {column}
        self._share()


class _Rows(QStyledItemDelegate):
    """Draws headings, chips, and texts on two lines, the second cut with an ellipsis."""

    def __init__(self, table: WorkTable, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._table.list.row(index)
        if row is None:
            self._heading(painter, option, index)
        else:
            self._cell(painter, option, row, index.column())
        painter.restore()

    def _heading(self, painter: QPainter, option: Any, index: Index) -> None:
        theme, colours, place = self._theme, self._theme.colours, QRectF(option.rect)
        painter.fillRect(place, QColor(colours.page))
        words = self._table.list.heading(index) or ""
        inner = place.adjusted(theme.px(10), 0, -theme.px(8), 0)
        painting.write(painter, words, inner, theme.font(strong=True), colours.second)
        if self._table.currentIndex().row() == index.row() and self._table.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)

    def _cell(self, painter: QPainter, option: Any, row: WorkRow, column: int) -> None:
        colours, px = self._theme.colours, self._theme.px
        place = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.accent_ground))
        painter.setPen(QColor(colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        self._edge(painter, place, row, column)
        inner = place.adjusted(px(10 if column == 0 else 8), px(6), -px(6), -px(4))
        text = COLUMNS[column].text(row)
        tone = tone_of_cell(row, column)
        if tone is not None:
            self._chip(painter, inner, text, tone)
            return
        if column == 0:
            side = px(14)
            icons.paint(
                painter, row.icon, QRectF(inner.left(), inner.top() + px(2), side, side), QColor(colours.second)
            )
            inner.adjust(px(22), 0, 0, 0)
        ink = colours.ink if column in (0, WHY, VERDICT) else colours.second
        if column == VERDICT and text == tr("open"):
            ink = colours.third
        self._lines(painter, inner, text, ink)

    def _edge(self, painter: QPainter, place: QRectF, row: WorkRow, column: int) -> None:
        """The mark of the row that the keyboard is on, which can be another than those chosen."""
        if column == 0 and self._table.hasFocus() and self._table.current is row:
            painter.fillRect(QRectF(place.left(), place.top(), 3, place.height()), QColor(self._theme.colours.accent))

    def _chip(self, painter: QPainter, inner: QRectF, text: str, tone: Tone) -> None:
        theme = self._theme
        font, metrics = theme.font(11.5, strong=True), theme.metrics(11.5, strong=True)
        first = line(text.partition("\n")[0])
        words = metrics.elidedText(first, Qt.TextElideMode.ElideRight, max(20.0, inner.width() - 14))
        width = metrics.horizontalAdvance(words) + 14
        painting.chip(painter, words, inner.left() + width, inner.top() + theme.px(9), font, theme.colours.tone(tone))
        rest = text.partition("\n")[2].replace("\n", ", ")
        if rest:
            below = inner.adjusted(0, theme.px(19), 0, 0)
            below.setHeight(theme.metrics().height())
            painting.write(painter, rest, below, theme.font(), theme.colours.ink)

    def _lines(self, painter: QPainter, inner: QRectF, text: str, ink: str) -> None:
        font = self._theme.font()
        high, top = _metrics(font.toString()).height(), inner.top()
        for each in _two_lines(block(text, 400), int(inner.width()), font.toString()):
            painting.write(painter, each, QRectF(inner.left(), top, inner.width(), high), font, ink)
            top += high


@lru_cache(maxsize=8192)
def _two_lines(text: str, width: int, font_key: str) -> tuple[str, ...]:
    """A text on at most two lines; the second may be too long."""
    metrics = _metrics(font_key)
    first, _, rest = text.partition("\n")
    rest = rest.replace("\n", " ")
    if metrics.horizontalAdvance(first) <= width:
        return (first, rest) if rest else (first,)
    words = first.split(" ")
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return " ".join(words[:count]), " ".join((*words[count:], rest)).strip()


@lru_cache(maxsize=16)
def _metrics(font_key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(font_key)
    return QFontMetricsF(font)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch made one: a selection of thousands of single lines is slow."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found

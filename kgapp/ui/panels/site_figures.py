"""Settings and ranges side by side, to read, to follow and to write: type over a figure, say why, done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kgapp.domain.changes import ChangeSet
from kgapp.domain.findings import Finding, worst_first
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import site_figures, spreadsheets
from kgapp.services.site_figures import Entry
from kgapp.services.site_table import Column, SiteTable
from kgapp.ui.models import roles
from kgapp.ui.models.facts import TONES, severity_word
from kgapp.ui.models.site_table import FACTOR, SITE, SiteTableModel
from kgapp.ui.panels import parts
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import caption, line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

Index = QModelIndex | QPersistentModelIndex
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SHARES: Final = {FACTOR: 0.14, SITE: 0.1, 2: 0.11, 3: 0.13, 4: 0.22, 5: 0.14}
"""The width of each column but the last, as a share of the whole."""
_MOST_FINDINGS: Final = 4
_READABLE: Final = 920
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SiteFigures(QWidget):
    """The table with its heading and, when an entry does not fit, the sentence that says why."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self.model = SiteTableModel(self, writable=desk.project.writable)
        self.model.entered.connect(self._enter)
        self.view = _View(desk, self.model, self)
        self._heading = parts.text("", ink="second")
        self._hint = parts.text("", ink="third")
        self._problem = parts.text("", ink="high")
        self._problem.setAccessibleName(tr("What does not fit"))
        self._problem.hide()
        layout = parts.column(self, (12, 6, 12, 10), 4)
        self._findings = QWidget()
        self._said = parts.column(self._findings, (0, 4, 0, 0), 4)
        self._limit()
        for widget in (self._heading, self.view, self._problem, self._hint, self._findings):
            layout.addWidget(widget)
        desk.findings.changed.connect(self._show_findings)
        self._redraw()
        desk.theme.changed.connect(self._redraw)
        self.hide()

    @property
    def problem(self) -> str:
        """Why what was typed last was not taken."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def show_table(self, table: SiteTable) -> None:
        """Show a table; without rows there is none."""
        self.model.show(table)
        self.view.setColumnHidden(FACTOR, not self.model.several_factors)
        shown = len({row.factor for row in table.rows})
        words = tr("At the sites")
        if shown < table.factors:
            words = tr("At the sites: {shown} of {total} factors").format(shown=shown, total=table.factors)
        self._heading.setText(words)
        self.setVisible(bool(table.rows))
        self.view.fit()
        self._show_findings()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a check found about the settings and ranges of the table, worst first."""
        things = dict.fromkeys(
            one.thing for row in self.model.rows for cell in row.cells for one in cell if not one.void
        )
        found = (finding for thing in things for finding in self._desk.findings.of(thing))
        return tuple(sorted(found, key=worst_first))

    def _show_findings(self) -> None:
        parts.clear(self._said)
        found = self.findings
        for one in found[:_MOST_FINDINGS]:
            chip = parts.Chip(severity_word(one.severity), TONES[one.severity], self._theme)
            link = parts.Link(one.message)
            link.setText(line(one.message, 600))
            link.setProperty("ink", "first")  # a wall of links would be harder to read than sentences
            link.followed.connect(partial(self._desk.edit, Iri(one.focus), Iri(one.path) if one.path else None))
            row = parts.row(chip, stretch=False)
            row.addWidget(link, 1)
            self._said.addLayout(row)
        if len(found) > _MOST_FINDINGS:
            words = tr("and {count} more in the list of findings (F8)").format(
                count=number(len(found) - _MOST_FINDINGS)
            )
            self._said.addWidget(parts.text(words, ink="second"))
        self._findings.setVisible(bool(found))

    def _limit(self) -> None:
        """Sentences are not wider than can be read with ease."""
        self._findings.setMaximumWidth(self._theme.px(_READABLE))

    def _redraw(self) -> None:
        self._limit()
        self._heading.setFont(self._theme.font(strong=True))
        keys = tr("F2 or a double click edits a figure, Enter opens its page.")
        self._hint.setText(keys if self._desk.project.writable else tr("Enter opens the page of a figure."))
        self.view.fit()

    def _enter(self, entry: Entry) -> None:
        """Check what was typed before anybody is asked for a reason."""
        self._problem.hide()
        self._desk.project.read(
            lambda reader: site_figures.change(reader, entry),
            lambda change: self._save(entry, change),
            self._refuse,
            "site figures",
        )

    def _save(self, entry: Entry, change: ChangeSet) -> None:
        if not change:
            self.model.forget()
            self._desk.say(tr("It says exactly that."))
            return
        step = Step(
            change.summary,
            lambda workspace, why: site_figures.write(workspace, entry, why),
            lambda _: self.model.forget(),
            self._refuse,
            self.model.forget,
        )
        self._desk.save(step)

    def _refuse(self, failure: Failure) -> None:
        self._problem.setText(f"{failure.sentence} {failure.hint}".strip())
        self._problem.show()
        index = self.view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.setFocus()
            self.view.edit(index)


class _View(QTableView):
    """One cell is chosen at a time; the table is as tall as its rows."""

    def __init__(self, desk: Desk, model: SiteTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.setModel(model)
        self.setItemDelegate(_Cells(self, desk.theme))
        self.setAccessibleName(tr("Settings and ranges at the sites"))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.setMouseTracking(True)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height of the rows, soon."""
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        behind = event.button() == Qt.MouseButton.MiddleButton or bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if index.isValid() and (behind or index.data(roles.INK) == "accent"):
            self._open(index, behind=behind)
        elif index.isValid() and index.data(roles.IRI) and event.button() == Qt.MouseButton.LeftButton:
            self._desk.inspect(Iri(index.data(roles.IRI)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in _ENTER and not editing:
            self._open(index, behind=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        elif event.key() == Qt.Key.Key_F2 and not editing and index.isValid():
            self.edit_cell(index)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.data(roles.INK) != "accent":
            self.edit_cell(index)

    def edit_cell(self, index: QModelIndex) -> None:
        """Write over a figure, or open the form where that is not enough to say it."""
        project, figures = self._desk.project, self._model.figures(index)
        if not project.writable:
            self._desk.say(tr("This project can only be read here."))
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif self._model.column(index) is Column.BASIS:
            setting = self._model.row(index).cell(Column.SETTING)
            if setting:
                self._desk.edit(setting[0].thing, KG.basis)
        elif figures:
            self._desk.edit(figures[0].thing, KG.lowerLimit)
        elif self._model.column(index) is not None:
            self._desk.create_thing(KG.AcceptableRange)

    def _open(self, index: QModelIndex, *, behind: bool) -> None:
        iri = index.data(roles.IRI) if index.isValid() else ""
        if iri and behind:
            self._desk.open_behind(Iri(iri))
        elif iri:
            self._desk.open_entity(Iri(iri))

    def _menu(self, place: QPoint) -> None:
        inside = QRect(QPoint(), self.viewport().size()).contains(place)
        index = self.indexAt(place) if inside else self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for figure in self._model.figures(index):
            words = tr("Open {name}").format(name=caption(figure.text, 40))
            menu.addAction(words, partial(self._desk.open_entity, figure.thing))
        if self._desk.project.writable and self._model.column(index) is not None:
            menu.addAction(tr("Edit") + "\tF2", lambda: self.edit_cell(index))
        menu.addSeparator()
        menu.addAction(tr("Copy value"), lambda: QGuiApplication.clipboard().setText(str(index.data() or "")))
        menu.addAction(tr("Copy as table"), self._copy)
        menu.popup(self.viewport().mapToGlobal(place))

    def _copy(self) -> None:
        columns = [at for at in range(self._model.columnCount()) if not self.isColumnHidden(at)]
        heads = [str(self._model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
        rows = [
            [str(self._model.index(row, at).data() or "").replace("\n", "; ") for at in columns]
            for row in range(self._model.rowCount())
        ]
        QGuiApplication.clipboard().setText(spreadsheets.as_tabs((heads, *rows)))

    def _fit(self) -> None:
        width = self.viewport().width()
        shown = {at: share for at, share in _SHARES.items() if not self.isColumnHidden(at)}
        total = sum(shown.values()) + 1 - sum(_SHARES.values())
        for at, share in shown.items():
            heading = str(self._model.headerData(at, Qt.Orientation.Horizontal))
            words = (heading, *self._words(at))
            least = max(map(self._desk.theme.metrics(strong=True).horizontalAdvance, words)) + self._desk.theme.px(22)
            self.setColumnWidth(at, max(int(width * share / total), int(least)))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if self.horizontalHeader().length() > width else 0
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + room + 4)

    def _words(self, column: int) -> tuple[str, ...]:
        """The words of the cells of a column: none of them is to be cut."""
        cells = (str(self._model.index(row, column).data() or "") for row in range(self._model.rowCount()))
        return tuple(line(word, 24) for cell in cells for word in cell.split())


class _Cells(QStyledItemDelegate):
    """Wrapped plain text in the inks of the page; a line to type in."""

    def __init__(self, view: _View, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._theme.px
        width = max(px(40), self._view.columnWidth(index.column()) - px(16))
        text = _breaking(index)
        metrics = QFontMetrics(self._theme.font())
        place = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text)
        return QSize(width, min(place.height(), metrics.lineSpacing() * 9) + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, colours = self._theme, self._theme.colours
        place: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.accent_ground))
        painter.setPen(QColor(colours.faint_line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inks = {"accent": colours.accent, "third": colours.third}
        painter.setPen(QColor(inks.get(index.data(roles.INK) or "", colours.ink)))
        painter.setFont(theme.font())
        inner = place.adjusted(theme.px(8), theme.px(7), -theme.px(8), -theme.px(4))
        painter.drawText(inner, _WRAP, _breaking(index))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        heading = self._view.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        editor.setPlaceholderText("3" if index.column() == 2 else "2–6")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        editor.setGeometry(place.x(), place.y(), max(place.width(), self._theme.px(120)), self._theme.px(32))


def _breaking(index: Index) -> str:
    """The text of a cell. A range may end its line after the dash: a limit that is cut reads as another figure."""
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("–", "–\u200b")

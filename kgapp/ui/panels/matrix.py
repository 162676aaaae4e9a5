"""The coverage matrix: which effects of parameters on quality were assessed, and the place to judge those that were not.

``MatrixPanel(desk, IRI)`` shows a general process or a step, ``MatrixPanel(desk, factors=…, attributes=…)`` a part of it, as a
tab of its own or within another view.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QScrollArea, QStackedWidget, QTableView, QVBoxLayout, QWidget

from kgapp.domain.coverage import Effects, Matrix
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import coverage_matrix
from kgapp.services.coverage_writing import Entry
from kgapp.services.ports import RecordReader
from kgapp.ui import places_table
from kgapp.ui.judging import Judging, RunChoice
from kgapp.ui.models.matrix import MatrixModel, Shown, counted, prepared
from kgapp.ui.panels import matrix_keys, parts, results_chart
from kgapp.ui.panels.discard import ask_discard
from kgapp.ui.panels.matrix_bar import Legend, RunBar
from kgapp.ui.panels.matrix_cell import cell_menu, open_cell
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.canvas.matrix_view import MatrixView
    from kgapp.ui.desk import Desk

_AGAIN_MS: Final = 200
_WIDE: Final = 124
_HEAD: Final = 62
_LEAST_HIGH: Final = 260


class MatrixPanel(View):
    """Reads the matrix itself, and again after each change."""

    def __init__(
        self,
        desk: Desk,
        about: Iri | None = None,
        *,
        factors: frozenset[Iri] = frozenset(),
        attributes: frozenset[Iri] = frozenset(),
        site: Iri | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._about, self._only, self._site = desk, about, (factors, attributes), site
        self._topic = f"matrix {id(self)}"
        self._effects = Effects.ATTRIBUTES
        self.model = MatrixModel(self)
        self.judging = Judging(desk, self.model, self)
        self.drawing_view: MatrixView | None = None
        self.table = _Twin(self)
        self._head = parts.heading("", desk.theme, 17)
        self._sentence = parts.text("", ink="second")
        self._cell = parts.text("", ink="first")
        self._cell.setAccessibleName(tr("What the chosen cell says"))
        self.problem = parts.text("", ink="high")
        self.problem.setAccessibleName(tr("What was not done"))
        self._shown = QStackedWidget()
        self._legend = Legend(desk.theme)
        self.columns = QComboBox()
        self.columns.setAccessibleName(tr("What stands in the columns"))
        self.columns.addItem(tr("Quality attributes"), Effects.ATTRIBUTES)
        self.columns.addItem(tr("Other parameters"), Effects.FACTORS)
        self.bar = RunBar(desk, self.judging, self)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out(content)
        self.states = States(_scrolling(content), desk.theme)
        parts.column(self).addWidget(self.states)
        desk.theme.changed.connect(self._dress)
        self._dress()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._read)
        self._join()
        self._open()

    @property
    def entity(self) -> Iri | None:
        return self._about

    def take_focus(self) -> None:
        (self._shown.currentWidget() or self).setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._again.start()

    def view_steps(self) -> tuple[str, str]:
        return self.judging.steps

    def undo_view(self) -> None:
        self.judging.undo()

    def redo_view(self) -> None:
        self.judging.redo()

    def may_close(self) -> bool:
        if not self.judging.waiting:
            return True
        words = tr("{count} judgements are not saved.").format(count=number(len(self.judging.waiting)))
        return ask_discard(self, words)

    def closing(self) -> None:
        self.judging.stop()
        self._again.stop()
        self._desk.project.forget(self._topic)

    def show_as_table(self, *, table: bool) -> None:
        """Show the same as a table, or drawn; the chosen cell stays chosen."""
        row, column = self.chosen
        self._shown.setCurrentWidget(self.table if table or self.drawing_view is None else self.drawing_view)
        self.choose(row, column)
        self.take_focus()

    @property
    def chosen(self) -> tuple[int, int]:
        """The row and column of the chosen cell."""
        if self._shown.currentWidget() is self.table:
            index = self.table.currentIndex()
            return max(0, index.row()), max(0, index.column())
        return self.drawing_view.current if self.drawing_view is not None else (0, 0)

    def choose(self, row: int, column: int) -> None:
        """Give a cell the keyboard."""
        if self._shown.currentWidget() is self.table:
            self.table.setCurrentIndex(self.model.index(row, column))
            self.table.scrollTo(self.table.currentIndex())
        elif self.drawing_view is not None:
            self.drawing_view.choose(row, column)

    def choose_next(self, way: int = 1) -> None:
        """Go to the next cell that nobody has assessed."""
        found = self.model.next_open(*self.chosen, way)
        if found is None:
            self._desk.say(tr("Every cell here is assessed."))
        else:
            self.choose(*found)
            (self._shown.currentWidget() or self).setFocus()

    def ask_run(self) -> None:
        """Ask once who judges and on what that rests."""
        from kgapp.ui.panels.matrix_run import RunDialog

        dialog = RunDialog(self._desk, self.judging.choice, self._site, self)
        dialog.begun.connect(self._begin)
        dialog.rejected.connect(self.judging.give_up_first)
        dialog.finished.connect(lambda _: self.take_focus())
        dialog.open()

    def discard_waiting(self) -> None:
        """Forget what was judged and is not saved, after asking."""
        if self.may_close():
            self.judging.discard()
            self.take_focus()

    def zoom(self, steps: int) -> None:
        """Make cells larger or smaller."""
        if self.drawing_view is not None:
            self.drawing_view.step_zoom(steps)

    def fit(self) -> None:
        """Bring all cells in sight."""
        if self.drawing_view is not None:
            self.drawing_view.fit()

    def paste(self) -> None:
        """Read a table from the clipboard and show what it would make."""
        from kgapp.ui.panels.matrix_paste import PasteDialog

        dialog = PasteDialog(self._desk, self.model.matrix, self)
        dialog.taken.connect(self.judging.say)
        dialog.open()

    def press(self, event: QKeyEvent) -> None:
        """A key on the chosen cell."""
        self.problem.hide()
        row, column = self.chosen
        place = self.model.place(row, column)
        key = matrix_keys.meaning(event)
        if key is None:
            return
        event.accept()
        if isinstance(key, matrix_keys.Go):
            self.choose_next(key.value)
        elif isinstance(key, matrix_keys.Paste):
            self.paste()
        elif place is None or place.factor == place.effect:
            self._desk.say(tr("Choose a cell first."))
        elif not self._desk.project.writable:
            self._desk.say(tr("This project can only be read here."))
        else:
            self.judging.say((Entry(place, key.said),))

    def _begin(self, choice: RunChoice) -> None:
        self.judging.begin(choice)

    def _lay_out(self, content: QWidget) -> None:
        layout: QVBoxLayout = parts.column(content, (16, 12, 16, 10), 8)
        layout.addWidget(self._head)
        layout.addWidget(self._sentence)
        layout.addWidget(self.bar)
        layout.addWidget(self._shown, 1)
        self._shown.addWidget(self.table)
        layout.addWidget(self.problem)
        layout.addWidget(self._cell)
        layout.addWidget(self._legend)
        self.problem.hide()

    def _dress(self) -> None:
        self._head.setFont(self._desk.theme.font(17, strong=True))
        self._shown.setMinimumHeight(self._desk.theme.px(_LEAST_HIGH))

    def _join(self) -> None:
        self.columns.activated.connect(self._choose_columns)
        self.judging.run_wanted.connect(self.ask_run)
        self.judging.refused.connect(self._refuse)
        self.judging.changed.connect(self._say)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.model.dataChanged.connect(lambda *_: self._say())
        self.table.activated.connect(lambda index: open_cell(self, index.row(), index.column()))
        self.table.customContextMenuRequested.connect(self._menu_in_table)

    def _choose_columns(self) -> None:
        chosen = Effects(self.columns.currentData())
        if chosen is not self._effects:
            self._effects = chosen
            self._read()

    def _open(self) -> None:
        self.states.busy(tr("Counting what was assessed…"))
        self._read()

    def _read(self) -> None:
        about, only, effects, site = self._about, self._only, self._effects, self._site

        def work(reader: RecordReader) -> Shown:
            results_chart.load()  # what draws takes half a second to load, so it is not done on the GUI thread
            wanted = only if effects is Effects.ATTRIBUTES else (only[0], frozenset[Iri]())
            part = wanted if any(wanted) else None
            return prepared(coverage_matrix.matrix(reader, about, effects=effects, site=site, only=part))

        self._desk.project.read(work, self._show, self._fail, self._topic)

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._open)

    def _show(self, shown: Shown) -> None:
        matrix = shown.matrix
        self.model.show(shown)
        self.judging.settle()
        self._head.setText(self._title(matrix))
        self.titled.emit(tr("Coverage: {name}").format(name=self._short(matrix)))
        if not self.model.rows or not self.model.columns:
            self._nothing(matrix)
            return
        first = self.drawing_view is None
        if first:
            self._make_view()
        self.states.content()
        self._say()
        if first and self.isVisible() and self.window().focusWidget() is None:
            self.take_focus()

    def _make_view(self) -> None:
        from kgapp.ui.canvas.matrix_view import MatrixView  # pyqtgraph is loaded by now

        view = MatrixView(self.model, self._desk.theme, self)
        view.moved.connect(lambda *_: self._say())
        view.opened.connect(partial(open_cell, self))
        view.pressed.connect(self.press)
        view.menu_wanted.connect(partial(cell_menu, self))
        self.drawing_view = view
        self._shown.addWidget(view)
        self._shown.setCurrentWidget(view)
        self.setFocusProxy(self._shown)

    def _nothing(self, matrix: Matrix) -> None:
        if self._effects is Effects.FACTORS and matrix.factors:
            self.columns.setCurrentIndex(0)
            self._effects = Effects.ATTRIBUTES
            self._desk.say(tr("No effect of one parameter on another is recorded here."))
            self._read()
            return
        new = [parts.button(tr("New parameter…"), partial(self._desk.create_thing, KG.ProcessParameter), primary=True)]
        new.append(parts.button(tr("New quality attribute…"), partial(self._desk.create_thing, KG.QualityAttribute)))
        self.states.empty(
            tr("Nothing to assess yet"),
            tr("Here stand the parameters of each step against the quality attributes. Record both first."),
            *(new if self._desk.project.writable else ()),
        )

    def _title(self, matrix: Matrix) -> str:
        return tr("Coverage of {name}").format(name=self._short(matrix))

    def _short(self, matrix: Matrix) -> str:
        steps = [rows.step for rows in matrix.steps if rows.step]
        if self._about is not None and len(steps) == 1 and steps[0].iri == self._about:
            return line(steps[0].label, 80)
        return line(matrix.process.label, 80) if matrix.process else tr("all parameters")

    def _say(self) -> None:
        total = self.model.total
        said = [counted(total) + ".", tr("Not assessed is unknown, never “no effect”.")]
        if self._effects is Effects.FACTORS:
            said.append(tr("Effects of parameters on each other are not part of the percentage of an impact."))
        self._sentence.setText(" ".join(said))
        row, column = self.chosen
        self._cell.setText(self.model.telling(row, column))
        self.steps_changed.emit()

    def _refuse(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _menu_in_table(self, place: QPoint) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            cell_menu(self, index.row(), index.column(), self.table.viewport().mapToGlobal(place))

    def form_place(self, factor: Iri, effect: Iri) -> str:
        """The place of the form of a new influence between two."""
        return places_table.new_with(KG.Influence, (KG.hasCause, factor), (KG.hasEffect, effect))

    @property
    def desk(self) -> Desk:
        """The window around it."""
        return self._desk


def _scrolling(content: QWidget) -> QScrollArea:
    """Large text leaves little room: then the whole view scrolls, and the matrix keeps some height."""
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


class _Twin(QTableView):
    """The same cells as a table, for screen readers and for who likes words better."""

    def __init__(self, panel: MatrixPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.setModel(panel.model)
        self.setAccessibleName(tr("Coverage matrix as a table"))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        panel.model.modelReset.connect(self._shape)
        panel.desk.theme.changed.connect(self._shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if matrix_keys.meaning(event) is not None:
            self._panel.press(event)
        else:
            super().keyPressEvent(event)

    def _shape(self) -> None:
        px = self._panel.desk.theme.px
        self.horizontalHeader().setDefaultSectionSize(px(_WIDE))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.verticalHeader().setDefaultSectionSize(px(26))
        self.verticalHeader().setMaximumWidth(px(280))
        self.clearSpans()
        for at, row in enumerate(self._panel.model.rows):
            if row.factor is None and len(self._panel.model.columns) > 1:
                self.setSpan(at, 0, 1, len(self._panel.model.columns))

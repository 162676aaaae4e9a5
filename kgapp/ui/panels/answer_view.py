"""An answer, whatever it was asked with: as table, chart or graph, to be saved or copied, with what it is true of."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QStackedWidget, QWidget

from kgapp.domain.answers import Row
from kgapp.domain.terms import Iri
from kgapp.services import answer_charts, answer_copy, answer_files, answer_graphs
from kgapp.services.answer_files import Kind
from kgapp.services.answer_graphs import Drawable
from kgapp.services.asking import limits
from kgapp.services.ports import SparqlSource
from kgapp.services.questions.answers import Cell
from kgapp.services.shown_answers import Answered
from kgapp.services.workspace import Workspace
from kgapp.ui import answer_export, places_table
from kgapp.ui.panels import parts, results_chart
from kgapp.ui.panels.answer_chart import AnswerChart
from kgapp.ui.panels.answer_table import AnswerTable
from kgapp.ui.panels.answer_why import RowWhy
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.words import said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NUMBERS: Final = itertools.count()
_HASH: Final = 12


def engine_of(workspace: Workspace) -> SparqlSource:
    """What answers where nothing else is said."""
    return workspace.engine


class AnswerView(QWidget):
    """Shows what it is given and asks nothing by itself, but for files, which hold all rows.

    ``source`` says what answers then: whoever asks something else than the engine (what follows, too) sets it.
    ``when_empty`` says what to do when there are no rows.
    """

    answered = Signal(object)
    """An ``Answered`` is shown."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topic = f"answer {next(_NUMBERS)}"
        self.shown: Answered | None = None
        self.source: Callable[[Workspace], SparqlSource] = engine_of
        self.when_empty = ""
        theme = desk.theme
        self.head = parts.heading("", theme, 13, wrap=False)
        self.table_button, self.chart_button = self._page_button(tr("Table"), 0), self._page_button(tr("Chart"), 1)
        self.graph_button = parts.button(
            tr("Graph"), self.open_graph, tip=tr("Show the things of the answer as a graph")
        )
        self.export_button = QPushButton(tr("Export"))
        self.menu = QMenu(self.export_button)
        self.export_button.setMenu(self.menu)
        self.copy_button = parts.button(tr("Copy"), self.copy, tip=tr("Copy the rows for a spreadsheet or a text"))
        self._pages_group = QButtonGroup(self)
        for each in (self.table_button, self.chart_button):
            self._pages_group.addButton(each)
        self.why = RowWhy(desk, self)
        self._tools = [self.head, self.table_button, self.graph_button, self.chart_button, self.why.button]
        self._tools += [self.export_button, self.copy_button]
        self.bar = parts.Flow(self._tools, 8)
        self.table = AnswerTable(name, theme)
        self.chart = AnswerChart(theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.chart)
        self.states = States(self.pages, theme)
        self.note = parts.text("", ink="second")
        self._place = parts.column(self, (0, 0, 0, 0), 6)
        self._place.addWidget(self.bar)
        self._place.addWidget(self.states, 1)
        self._place.addWidget(self.note)
        self.table.opened.connect(lambda iri: desk.open_entity(Iri(iri)))
        self.table.menu_wanted.connect(self.why.menu)
        self.table.why_wanted.connect(self.why.ask)
        self.table.row_chosen.connect(self.why.suit)
        theme.changed.connect(self._dress)
        self._dress()
        self._tell_nothing()

    def empty(self, title: str, words: str) -> None:
        """There is no answer: say why."""
        self._tell_nothing()
        self.states.empty(title, words)

    def busy(self, stop: Callable[[], None]) -> None:
        """It is being asked."""
        self._tell_nothing()
        self.states.busy(tr("Looking for the answer…"), stop)

    def stopped(self) -> None:
        """Somebody stopped it."""
        self.empty(tr("Stopped"), tr("Nothing in the project was changed. Ask again when you like."))

    def failed(self, failure: Failure, again: Callable[[], None] | None = None) -> None:
        """It was not answered."""
        self._tell_nothing()
        self.states.failed(failure, again)

    def show_answer(self, answered: Answered) -> None:
        """Show an answer, or its first rows."""
        self.shown = answered
        self.table.show_rows(answered.columns, answered.rows, answered.raw, answered.marked)
        choice = answer_charts.choice(answered)
        self.chart_button.setEnabled(not choice.why_not)
        self.chart_button.setToolTip(choice.why_not or tr("Draw the numbers of the answer"))
        drawable = answered.truth is None and bool(answered.rows)
        self.graph_button.setEnabled(drawable and not answered.endpoint)
        if answered.endpoint:
            self.graph_button.setToolTip(tr("The graph of an answer needs a project file."))
        self.copy_button.setEnabled(answered.truth is None)
        self._fill_menu(answered)
        self._turn(0)
        self.why.suit()
        self._tell(answered)
        self.bar.show()
        if answered.truth is not None:
            self.states.empty(tr("Yes") if answered.truth else tr("No"), line(answered.sentence, 300))
        elif not answered.rows:
            nothing = tr("The graph holds nothing that fits. That is not a proof that there is nothing.")
            self.states.empty(tr("No rows"), f"{nothing} {self.when_empty}".strip())
        else:
            self.states.content()
        self.answered.emit(answered)

    def append(self, rows: tuple[tuple[Cell, ...], ...], raw: tuple[Row, ...]) -> None:
        """More rows of the answer that is shown, at its end."""
        if self.table.rows is not None:
            self.table.rows.append(rows, raw)

    def add_tool(self, button: QWidget) -> None:
        """One more button in the row above the answer."""
        self._tools.append(button)
        self._place.removeWidget(self.bar)
        old, self.bar = self.bar, parts.Flow(self._tools, 8)
        self._place.insertWidget(0, self.bar)
        self.bar.setVisible(not old.isHidden())
        old.deleteLater()

    def copy(self) -> None:
        """Put the rows on the clipboard as they are sorted, as text and as a table."""
        answered, model = self.shown, self.table.rows
        if answered is None or model is None:
            return
        text, page = answer_copy.table(answered, model.shown())
        data = QMimeData()
        data.setText(text)
        data.setHtml(page)
        QGuiApplication.clipboard().setMimeData(data)
        words = (
            tr("Copied {count} rows. There are more: export has all of them.")
            if answered.more
            else tr("Copied {count} rows")
        )
        self._desk.say(words.format(count=number(len(answered.rows))))

    def open_graph(self) -> None:
        """The things of the answer in the graph view, in a tab of its own."""
        answered = self.shown
        if answered is None:
            return

        def show(found: Drawable) -> None:
            if found.things:
                self._desk.open_place(places_table.graph_answer(found))
            else:
                self._desk.say(tr("The project knows no thing of this answer: there is nothing to draw."))

        self._desk.project.read(
            lambda reader: answer_graphs.drawable(reader, answered), show, self._desk.tell, f"{self._topic} graph"
        )

    def show_chart(self) -> None:
        """Draw it; what draws takes half a second to load, so that is not done on the GUI thread."""
        answered = self.shown
        if answered is None:
            return
        choice = answer_charts.choice(answered)
        if choice.why_not:
            self._desk.say(choice.why_not)
            return

        def draw(_: None) -> None:
            if self.shown is answered and self.chart_button.isChecked():
                self.chart.show_answer(answered, choice)

        self._desk.project.survey(lambda _: results_chart.load(), draw, self._desk.tell, f"{self._topic} chart")

    def closing(self) -> None:
        """Let go of what is wanted."""
        self.why.leave()
        for topic in ("graph", "chart"):
            self._desk.project.forget(f"{self._topic} {topic}")

    def _page_button(self, words: str, page: int) -> QPushButton:
        made = parts.button(words, lambda: self._turn(page))
        made.setCheckable(True)
        return made

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        (self.chart_button if page else self.table_button).setChecked(True)
        if page:
            self.show_chart()
        else:
            self.chart.clear()

    def _fill_menu(self, answered: Answered) -> None:
        self.menu.clear()
        for kind in answer_files.fitting(answered.form):
            words = f"{said(answer_export.NAMES[kind.key])} (*{kind.suffix})…"
            self.menu.addAction(words, partial(self._export, answered, kind))

    def _export(self, answered: Answered, kind: Kind) -> None:
        self._desk.reports.answers.choose_and_save(answered, kind, self.source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Let the buttons and the note keep all their lines, however narrow it is; what is around scrolls."""
        self.bar.relay()
        for each in (self.bar, self.note):
            each.setMinimumHeight(max(0, each.heightForWidth(self.width())))

    def _tell(self, answered: Answered) -> None:
        self.head.setText(_counted(answered))
        words = tr("Numbers are values, not as they were written: 7.40 reads 7.4.")
        self.note.setText(
            " ".join(each for each in (_true_of(answered), answered.note, answered.marks_said, words) if each)
        )
        self.make_room()

    def _tell_nothing(self) -> None:
        self.shown = None
        self.why.leave()
        self.head.clear()
        self.note.clear()
        self.bar.hide()
        self.chart.clear()

    def _dress(self) -> None:
        self.head.setMinimumHeight(self.copy_button.sizeHint().height())
        self.head.setFont(self._desk.theme.font(13, strong=True))
        self.make_room()


def _counted(answered: Answered) -> str:
    """How many rows there are, and how long it took."""
    count = number(len(answered.rows))
    if answered.truth is not None:
        rows = tr("Yes or no")
    elif answered.limit:
        rows = tr("The first {count} rows of more: kgapp stops at {limit}").format(
            count=count, limit=number(answered.limit)
        )
    elif answered.more:
        rows = tr("The first {count} rows of more").format(count=count)
    else:
        rows = tr("1 row") if len(answered.rows) == 1 else tr("{count} rows").format(count=count)
    return tr("{rows} · {time}").format(rows=rows, time=limits.duration(answered.seconds))


def _true_of(answered: Answered) -> str:
    asked = line(answered.sentence, 300)
    if answered.endpoint:
        told = tr("True of what {endpoint} held then.").format(endpoint=line(answered.endpoint, 120))
    else:
        told = tr("True of revision {revision} ({hash}).").format(
            revision=answered.revision, hash=answered.revision_hash[:_HASH]
        )
    return f"{asked} {told}".strip()

"""The question library: questions by group, the chosen one as a sentence with fields, and its answer once it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSplitter, QWidget

from kgapp.domain import sparql_text
from kgapp.domain.history import Revision
from kgapp.domain.question import Question, fill
from kgapp.domain.terms import Iri, Term
from kgapp.services import browsing, shown_answers
from kgapp.services.ports import RecordReader
from kgapp.services.questions import asking, library, saving
from kgapp.services.questions.library import Library
from kgapp.services.shown_answers import Answered
from kgapp.services.workspace import Workspace
from kgapp.ui import places_table
from kgapp.ui.models import answer_rows
from kgapp.ui.panels import parts, sparql_open
from kgapp.ui.panels.answer_view import AnswerView
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.question_blanks import Blanks
from kgapp.ui.panels.states import States
from kgapp.ui.panels.table import Table
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, line
from kgapp.ui.undo_keys import LeavesUndo
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TALL: Final = 150
_LEAST_LIST: Final = 96
_LEAST_ANSWER: Final = 200
_NARROW: Final = 680
"""In a narrower view the list stands above the question, and away while an answer is read."""
_Usual = tuple[dict[str, Term], dict[Iri, str]]


class QuestionsPanel(View):
    """Nothing is asked before somebody presses “Ask”."""

    def __init__(self, desk: Desk, first: Iri | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._wanted = desk, first
        self._topic = f"question {id(self)}"
        self._reading = False
        self.found: Library | None = None
        self.question: Question | None = None
        self.blanks: Blanks | None = None
        theme = desk.theme
        self._head = parts.heading(tr("Questions"), theme, 17)
        self.filter = QLineEdit()
        self.list = Table(tr("Questions"), (tr("Question"),), (0.0,), theme)
        self.sentence = QWidget()
        self._place = parts.column(self.sentence)
        self.explanation = parts.text("", ink="second")
        self.people = QCheckBox(tr("Show &personal figures"))
        self.ask = parts.button(tr("Ask"), self.ask_now, primary=True)
        self.sparql = parts.button(tr("Show the SPARQL"), self.show_sparql)
        self.edit = parts.button(
            tr("Edit a copy"), self.edit_copy, tip=tr("The query in the SPARQL editor; nothing is run")
        )
        self.copy = parts.button(tr("Save a copy…"), self.save_copy)
        self.others = parts.button(tr("Other questions"), self._back_to_list)
        self._buttons = parts.Flow((self.ask, self.sparql, self.edit, self.copy, self.others), 8)
        self.text = QPlainTextEdit()
        self.view = AnswerView(desk, tr("Answer"))
        self._left = QWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("page")
        self._split.setChildrenCollapsible(False)
        self._lay_out(self._split)
        self._join()
        self.states = States(self._split, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._dress)
        self._dress()
        self.titled.emit(tr("Questions"))
        self.states.busy(tr("Looking up the questions…"))
        self._read()

    def came_to_front(self) -> None:
        self.titled.emit(tr("Questions"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def take_focus(self) -> None:
        self.filter.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._read()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)
        self._desk.project.forget(f"{self._topic} list")
        self.view.closing()

    def choose(self, iri: Iri) -> bool:
        """Show a question; false when there is none at this address."""
        shown = self.found.questions if self.found else ()
        found = next((each for each in shown if each.iri == iri), None)
        if found is not None and not self.list.choose(found):
            self._show(found)
        return found is not None

    def ask_now(self) -> None:
        """Ask what the sentence says now."""
        question, blanks = self.question, self.blanks
        if question is None or blanks is None or not self.ask.isEnabled():
            return
        given = blanks.given()
        self.view.busy(self._stop)
        self._reading = True
        self._turn()

        def work(workspace: Workspace) -> Answered:
            reader = workspace.reader
            terms = asking.values(reader, question, given)
            return shown_answers.read(workspace, fill(question, terms), sentence=asking.said(reader, question, terms))

        self._desk.project.ask(work, self._answered, self._failed, self._topic)

    def show_sparql(self) -> None:
        """The query with what stands in the blanks, or away with it."""
        question, blanks = self.question, self.blanks
        if self.text.isVisible() or question is None or blanks is None:
            self.text.hide()
            self.sparql.setText(tr("Show the SPARQL"))
            return
        given = blanks.given()
        self._desk.project.read(lambda reader: _sparql(reader, question, given), self._told, self._desk.tell, "sparql")

    def edit_copy(self) -> None:
        """The query with what stands in the blanks in the SPARQL editor."""
        question, blanks = self.question, self.blanks
        if question is None or blanks is None:
            return
        given = blanks.given()

        def show(text: str) -> None:
            sparql_open.open_text(self._desk, text, question.label)

        self._desk.project.read(lambda reader: _sparql(reader, question, given), show, self._desk.tell, "sparql")

    def save_copy(self) -> None:
        """Keep a copy in the project and open it, to be altered there."""
        question = self.question
        if question is None:
            return
        made: list[Iri] = []

        def work(workspace: Workspace, why: str) -> Revision:
            label = saving.free_label(workspace.reader, question)
            iri, revision = saving.save(workspace, replace(saving.copy(question), label=label), why)
            made.append(iri)
            return revision

        def done(_revision: Revision | None) -> None:
            self._wanted = made[0]
            self._desk.edit(made[0])

        self._desk.save(Step(tr("Copy of the question “{name}”").format(name=line(question.label, 80)), work, done))

    def _lay_out(self, content: QSplitter) -> None:
        left, right = self._left, QWidget()
        layout = parts.column(left, (16, 12, 8, 12), 8)
        self.filter.setObjectName("filter")
        self.filter.setPlaceholderText(tr("Find a question by its words"))
        self.filter.setAccessibleName(tr("Find a question by its words"))
        self.filter.setClearButtonEnabled(True)
        LeavesUndo(self.filter)
        for widget in (self._head, self.filter):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout = parts.column(right, (8, 12, 16, 12), 8)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The query in SPARQL"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.hide()
        for each in (
            self.sentence,
            self.explanation,
            self.people,
            self._buttons,
        ):
            layout.addWidget(each)
        layout.addWidget(self.text)
        layout.addWidget(self.view, 1)
        content.addWidget(left)
        self._scroll = scrolling(right)
        content.addWidget(self._scroll)
        content.setStretchFactor(0, 2)
        content.setStretchFactor(1, 3)

    def _join(self) -> None:
        self.filter.textChanged.connect(lambda _: self._fill())
        self.list.chosen.connect(lambda subject: self._show(subject) if isinstance(subject, Question) else None)
        self.list.acted.connect(self._act)
        self.people.toggled.connect(lambda _: self._suit())

    def _dress(self) -> None:
        self._head.setFont(self._desk.theme.font(17, strong=True))
        self.text.setFixedHeight(self._desk.theme.px(_TALL))
        self.list.setMinimumHeight(self._desk.theme.px(_LEAST_LIST))
        self.view.setMinimumHeight(self._desk.theme.px(_LEAST_ANSWER))
        self._turn()

    def _turn(self) -> None:
        """List and question side by side, or one below the other where large text leaves little room."""
        narrow = self.width() < self._desk.theme.px(_NARROW)
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._left.setVisible(not (narrow and self._reading))
        self.others.setVisible(narrow and self._reading)
        self._buttons.relay()

    def _back_to_list(self) -> None:
        self._reading = False
        self._turn()
        self.filter.setFocus()

    def _look_at_answer(self) -> None:
        """Where the view scrolls, what was asked for comes into sight."""
        QTimer.singleShot(0, self.view, lambda: self._scroll.ensureWidgetVisible(self.view, 0, 0))

    def _read(self) -> None:
        self._desk.project.read(library.library, self._listed, self._unread, f"{self._topic} list")

    def _unread(self, failure: Failure) -> None:
        self.states.failed(failure, self._read)

    def _listed(self, found: Library) -> None:
        self.found = found
        self.states.content()
        self._fill()
        if self._wanted is not None and self.choose(self._wanted):
            self._wanted = None
        elif self.question is None:
            self.list.begin()

    def _fill(self) -> None:
        if self.found is not None:
            self.list.update_groups(answer_rows.listed(self.found, self.filter.text()))

    def _act(self, subject: object) -> None:
        """Enter on a question goes to its first field; what cannot be asked is opened to be mended."""
        if isinstance(subject, library.Broken):
            self._desk.open_entity(subject.iri)
        elif self.blanks is not None:
            (self.blanks.first() or self.ask).setFocus()

    def _show(self, question: Question) -> None:
        if self.question == question:
            return
        self.question = question
        self.place = places_table.question_of(question.iri)
        self._desk.project.forget(self._topic)

        def usual(reader: RecordReader) -> _Usual:
            found = {each.name: asking.usual(reader, each) for each in question.parameters}
            terms = {name: term for name, term in found.items() if term is not None}
            return terms, browsing.labels(reader, {term for term in terms.values() if isinstance(term, str)})

        self._desk.project.read(usual, lambda found: self._blank(question, found), self._failed, self._topic)

    def _blank(self, question: Question, found: _Usual) -> None:
        if self.blanks is not None:
            self._place.removeWidget(self.blanks)
            self.blanks.deleteLater()
        self.blanks = Blanks(self._desk, question, *found)
        self.blanks.entered.connect(self.ask_now)
        self._place.addWidget(self.blanks)
        self.explanation.setText(block(question.explanation))
        self.people.setVisible(asking.shows_people(question))
        self.people.setChecked(False)
        self.text.hide()
        self.sparql.setText(tr("Show the SPARQL"))
        self.view.empty(tr("Not asked yet"), tr("Fill the blanks and press “Ask”."))
        self._suit()

    def _suit(self) -> None:
        allowed = self.question is not None and (self.people.isChecked() or not asking.shows_people(self.question))
        self.ask.setEnabled(allowed)
        self.copy.setEnabled(self._desk.project.writable)

    def _stop(self) -> None:
        self._desk.project.stop(self._topic)
        self.view.stopped()

    def _answered(self, answered: Answered) -> None:
        words = tr("“Edit a copy” opens its SPARQL, where “Why no rows?” and “With what follows” help.")
        self.view.when_empty = "" if self._desk.project.endpoint else words
        self.view.show_answer(answered)
        self._look_at_answer()

    def _failed(self, failure: Failure) -> None:
        self.view.failed(failure)
        self._look_at_answer()

    def _told(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.show()
        self.sparql.setText(tr("Hide the SPARQL"))


def _sparql(reader: RecordReader, question: Question, given: dict[str, str]) -> str:
    """The query as far as its blanks are filled."""
    terms: dict[str, Term] = {}
    for each in question.parameters:
        text = given.get(each.name, "").strip()
        term = asking.value(reader, each, text) if text else asking.usual(reader, each)
        if term is not None:
            terms[each.name] = term
    return sparql_text.with_prefixes(fill(question, terms), browsing.prefixes_of(reader).items())

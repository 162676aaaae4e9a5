"""Reason with logic: whether the project contradicts the ontology, why, and what else follows. Run only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kgapp.domain.errors import QueryStopped
from kgapp.domain.terms import Iri
from kgapp.services import reasoning
from kgapp.services.reasoning import Explained, Falls, Reasoning
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, line, number
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.services.ports import Reasoner
    from kgapp.ui.desk import Desk

_MOST: Final = 40


class ReasoningPanel(View):
    """Idle until asked; then busy with a way to stop, and in the end an answer, the reason why there is none, or stopped."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topic = f"reasoning {id(self)}"
        self._reasoner: Reasoner | None = None  # of the last run: one that was stopped stays stopped
        self.found: Reasoning | None = None
        content = QWidget()
        content.setObjectName("page")
        layout = parts.column(content, (16, 12, 16, 12), 8)
        self._head = parts.heading("", desk.theme, 17)
        self._old = parts.text(tr("The project has changed since."), ink="second")
        self.again = parts.button(tr("Reason again"), self.run)
        self._told = QVBoxLayout()
        self._told.setSpacing(desk.theme.px(6))
        layout.addWidget(self._head)
        layout.addWidget(self._old)
        layout.addLayout(self._told)
        layout.addWidget(parts.Flow((self.again,)))
        layout.addStretch(1)
        self.states = States(scrolling(content), desk.theme)
        parts.column(self).addWidget(self.states)
        desk.theme.changed.connect(self._dress)
        desk.project.closing.connect(self._end)
        self._idle(tr("Reason with logic"))

    def came_to_front(self) -> None:
        self.titled.emit(tr("Reason with logic"))

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self._old.setVisible(self.found is not None)

    def closing(self) -> None:
        self._desk.project.forget(self._topic)
        self._end()

    def run(self) -> None:
        """Ask the reasoner, beside all other work."""
        self.found = None
        self.states.busy(tr("Reasoning over the whole project…"), self.stop)
        reasoner = self._reasoner = self._desk.reports.reasoner()
        self._desk.project.survey(
            lambda reader: reasoning.reason(reader, reasoner, explain=True), self._show, self._failed, self._topic
        )

    def stop(self) -> None:
        """Stop it; nothing is known then."""
        self._desk.project.forget(self._topic)
        self._end()
        self._idle(tr("Reasoning was stopped"))

    def _end(self) -> None:
        if self._reasoner is not None:
            self._reasoner.stop()

    def _idle(self, title: str) -> None:
        words = tr(
            "Looks whether the statements contradict the ontology, which classes nothing can belong to, and what else "
            "follows. It takes from seconds to minutes; you can go on working. Nothing in the project is changed."
        )
        self.states.empty(title, words, parts.button(tr("Start reasoning"), self.run, primary=True))

    def _failed(self, failure: Failure) -> None:
        if isinstance(failure.error, QueryStopped):
            self._idle(tr("Reasoning was stopped"))
        else:
            self.states.failed(failure, self.run)

    def _dress(self) -> None:
        self._head.setFont(self._desk.theme.font(17, strong=True))
        if self.found is not None:
            self._fill(self.found)

    def _show(self, found: Reasoning) -> None:
        self.found = found
        self._old.hide()
        self._fill(found)
        self.states.content()

    def _fill(self, found: Reasoning) -> None:
        parts.clear(self._told)
        self._head.setText(_verdict(found))
        count = number(found.answer.statements)
        self._say(
            tr("{count} statements of the project and the ontology were looked at.").format(count=count), "second"
        )
        for sentence in found.answer.not_done:
            self._say(tr("Not done: {what}").format(what=sentence))
        for reason, left in found.answer.left_out:
            self._say(tr("Not looked at: {count} statements, {why}.").format(count=number(left), why=reason), "second")
        if not found.answer.consistent:
            self._contradiction(found)
        for each in found.explained:
            self._class(each)
        self._list(tr("Classes that fall under a class nobody stated"), found.wider)
        self._list(tr("Things that are of a kind nobody stated"), found.kinds)
        if found.answer.consistent and not (found.wider or found.kinds or found.answer.not_done):
            self._say(tr("Nothing else follows for classes and kinds that is not stated."))

    def _contradiction(self, found: Reasoning) -> None:
        self._title(tr("These statements contradict each other"))
        self._sentences(found.because)
        for thing, name in found.things[:_MOST]:
            self._open(tr("Open {name}").format(name=name), thing)
        self._rest(len(found.things))
        if found.rules:
            self._title(tr("under these rules of the ontology"))
            self._sentences(found.rules)
        if not found.answer.minimal:
            self._say(tr("Time was over before the smallest set was found: some of these may not be needed."), "second")

    def _class(self, found: Explained) -> None:
        self._title(tr("Nothing can belong to “{name}”").format(name=line(found.name)))
        if not found.because and not found.rules:
            self._say(tr("Time was over before it was found why."), "second")
            return
        self._sentences((*found.because, *found.rules))
        if not found.minimal:
            self._say(tr("Time was over before the smallest set was found: some of these may not be needed."), "second")
        self._open(tr("Open {name}").format(name=found.name), found.about)

    def _list(self, title: str, found: tuple[Falls, ...]) -> None:
        if found:
            self._title(f"{title} ({number(len(found))})")
        for each in found[:_MOST]:
            self._open(each.sentence, each.thing)
        self._rest(len(found))

    def _rest(self, count: int) -> None:
        if count > _MOST:
            words = tr("Showing {shown} of {count}. The command “kgapp reason --json” lists all.")
            self._say(words.format(shown=_MOST, count=number(count)), "second")

    def _title(self, words: str) -> None:
        self._told.addWidget(parts.heading(words, self._desk.theme, 13.5))

    def _sentences(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences[:_MOST]:
            self._say("•  " + sentence)
        self._rest(len(sentences))

    def _say(self, words: str, ink: str = "first") -> None:
        self._told.addWidget(parts.text(block(words), ink=ink))

    def _open(self, words: str, thing: Iri) -> None:
        link = parts.Link(words)
        link.followed.connect(lambda: self._desk.open_entity(thing))
        self._told.addWidget(link)


def _verdict(found: Reasoning) -> str:
    if not found.answer.consistent:
        return tr("The project contradicts the ontology.")
    if found.answer.unsatisfiable:
        return tr("No contradiction, but there are classes that nothing can belong to.")
    if found.answer.not_done:
        return tr("No contradiction was found, but not all was looked at.")
    return tr("No contradiction.")

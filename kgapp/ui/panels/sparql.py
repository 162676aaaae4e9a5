"""The SPARQL editor: a text of one's own in a tab, kept while one types, run only when somebody says so, its answer below.

The widgets are made when the tab is looked at first: tabs that are there again after a restart cost nothing until then.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kgapp.domain.errors import QueryFailed, QueryRefused
from kgapp.domain.sparql import parsing
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.services import inference
from kgapp.services.asking import emptiness
from kgapp.services.asking.emptiness import Emptiness
from kgapp.services.ports import SparqlSource
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts, sparql_compare, sparql_history, sparql_open, sparql_running, sparql_saving
from kgapp.ui.panels.sparql_bar import Acts
from kgapp.ui.panels.sparql_parts import Parts
from kgapp.ui.panels.sparql_running import Ran
from kgapp.ui.panels.sparql_text import SparqlText
from kgapp.ui.tasks import Failure
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class SparqlPanel(View):
    """A text of the SPARQL editor. Nothing is run before somebody presses “Run” or Ctrl+Enter."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._name = desk, name
        self._project, self._queries = desk.project, desk.drafts.queries
        self._topic = f"sparql run {id(self)}"
        self._parts: Parts | None = None
        self._form: Form | None = None
        self._form_of = ""
        self.running = False
        self._column = parts.column(self)
        self._queries.reopened(name)

    @property
    def made(self) -> Parts:
        """The widgets, made when they are asked for first."""
        if self._parts is None:
            self._parts = Parts(self._desk, self._acts(), self)
            self._join(self._parts)
        return self._parts

    @property
    def text(self) -> SparqlText:
        """Where the text is written."""
        return self.made.text

    def came_to_front(self) -> None:
        self._say_title()
        self.made.help.prepare()

    def take_focus(self) -> None:
        self.made.text.setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        if self._parts is not None and self.isVisible():
            self._parts.help.prepare()

    def closing(self) -> None:
        self._project.forget(self._topic)
        if self._parts is not None:
            self._parts.help.close()
            self._parts.answer.closing()
        self._queries.closed(self._name)

    def run(self) -> None:
        """Run what the text says now; a change of the project is shown before anything is done."""
        text = self.made.text.text
        if self.running or not text.strip():
            return
        if text != self._form_of:  # it is run sooner than it was looked at
            self._project.read(lambda _: parsing.form(text), partial(self._run_as, text), self._desk.tell, self._topic)
            return
        if self._form is Form.UPDATE:
            self._preview(text)
            return
        history, inferred = self._queries.history, self._queries.of(self._name).inferred
        self.made.help.offer_nothing()
        self.made.answer.source = partial(_source, inferred)
        self._set_running(running=True)
        self.made.help.tell_of(None)
        self.made.answer.busy(self.stop)

        def work(workspace: Workspace) -> Ran:
            return sparql_running.run(workspace, history(workspace.reader.meta()), text, inferred=inferred)

        self._project.ask(work, self._ran, lambda failure: self._failed(text, failure), self._topic)

    def _run_as(self, text: str, form: Form | None) -> None:
        if self.made.text.text == text:
            self._form_is(form)
            self.run()

    def stop(self) -> None:
        """Stop what runs; the text stays."""
        if self.running:
            self._project.stop(self._topic)
            self._set_running(running=False)
            self.made.answer.stopped()

    def save(self) -> None:
        """Keep the text as a question of the project."""
        sparql_saving.open_dialog(self._desk, self.made.text.text, self)

    def history(self) -> None:
        """What was run before, and texts whose tabs were closed."""
        sparql_history.open_dialog(self._desk, self)

    def compare(self) -> None:
        """Compare the answer with that of the last run of the same text."""
        if self.made.past is not None:
            sparql_compare.open_dialog(self._desk, self.made.past, self)

    def explain(self) -> None:
        """Say which parts of the text leave no rows; that asks the engine for parts of it, as was asked for."""
        text, source = self.made.text.text, self.made.answer.source
        self._set_running(running=True)
        self.made.strip.say(tr("Looking for what leaves no rows…"))

        def done(found: Emptiness) -> None:
            self._set_running(running=False)
            self.made.strip.say(" ".join(found.sentences))
            if found.culprits and self.made.text.text == text:
                self.made.text.go_to(found.culprits[0].start, found.culprits[0].end)

        def failed(failure: Failure) -> None:
            self._set_running(running=False)
            self.made.strip.say(failure.sentence)

        def work(workspace: Workspace) -> Emptiness:
            return emptiness.explain(workspace.reader, source(workspace), text)

        self._project.ask(work, done, failed, self._topic)

    def _acts(self) -> Acts:
        return Acts(
            self.run,
            self.stop,
            lambda: self.made.help.format(),  # noqa: PLW0108 - the widgets are made after this
            self.save,
            self.history,
            lambda: sparql_open.open_new(self._desk),
            self.compare,
            self.explain,
            lambda on: self._queries.infer(self._name, inferred=on),
        )

    def _preview(self, text: str) -> None:
        from kgapp.ui.panels import update_preview

        update_preview.show(self._desk, text)

    def _join(self, made: Parts) -> None:
        self._column.addWidget(made)
        kept = self._queries.of(self._name)
        made.text.show_text(kept.text, kept.cursor)
        made.bar.name.setText(kept.title)
        made.bar.infer.setChecked(kept.inferred)
        if self._project.endpoint:
            made.bar.infer.setEnabled(False)
            made.bar.infer.setToolTip(
                tr("What follows is worked out for projects; at a server that is up to the server.")
            )
        made.text.textChanged.connect(self._keep)
        made.text.run_wanted.connect(self.run)
        made.text.stop_wanted.connect(self.stop)
        made.text.refused.connect(made.strip.say)
        made.bar.name.editingFinished.connect(self._rename)
        made.help.form_is.connect(self._form_is)
        made.compare.hide()

    def _keep(self) -> None:
        text = self.made.text.text
        if text != self._queries.of(self._name).text:
            self.made.strip.say("")
            self._queries.typed(self._name, text, self.made.text.at)
            self._say_title()

    def _rename(self) -> None:
        self._queries.rename(self._name, self.made.bar.name.text())
        self._say_title()

    def _say_title(self) -> None:
        name = self._queries.of(self._name).name
        self.titled.emit(tr("SPARQL: {name}").format(name=name) if name else tr("SPARQL"))

    def _form_is(self, form: Form | None) -> None:
        self._form, self._form_of = form, self.made.text.text
        self.made.bar.suit(form, running=self.running)

    def _set_running(self, *, running: bool) -> None:
        self.running = running
        self.made.bar.suit(self._form, running=running)

    def _ran(self, ran: Ran) -> None:
        self._set_running(running=False)
        made = self.made
        made.past = ran.past
        made.compare.setVisible(ran.past is not None)
        made.why.setVisible(ran.answered.form is Form.SELECT and not ran.answered.rows)
        made.answer.when_empty = sparql_running.when_empty(ran.answered)
        made.answer.show_answer(ran.answered)
        made.answer.make_room()
        if ran.not_kept:
            made.strip.say(ran.not_kept)

    def _failed(self, text: str, failure: Failure) -> None:
        self._set_running(running=False)
        made = self.made
        made.past = None
        made.compare.hide()
        made.why.hide()
        made.answer.failed(failure, self.run)
        if isinstance(failure.error, QueryFailed | QueryRefused):
            self._place(text, failure.sentence)

    def _place(self, text: str, sentence: str) -> None:
        """Show where in the text the engine found something wrong."""
        language = self._queries.language
        self._project.read(
            lambda reader: language(reader).placed(text, sentence),
            lambda problem: self.made.help.tell_of(problem) if self.made.text.text == text else None,
            self._desk.tell,
            f"{self._topic} place",
        )


def _source(inferred: bool, workspace: Workspace) -> SparqlSource:
    """What answers a text."""
    return inference.source(workspace.engine, inferred=inferred)

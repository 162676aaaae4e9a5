"""What helps while one writes SPARQL: completion, problems, brackets, tips, layout. All of it is found off the GUI thread.

An answer that is no longer of the text and the place that were asked about is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal

from kgapp.domain.sparql import editing, layout, parsing, prefixes
from kgapp.domain.sparql.editing import Change
from kgapp.domain.sparql.prefixes import Insertion
from kgapp.domain.sparql_text import Form
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.ui.panels.sparql_popup import Candidates
from kgapp.ui.panels.sparql_strip import Strip, told
from kgapp.ui.panels.sparql_text import SparqlText
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line

if TYPE_CHECKING:
    from kgapp.domain.sparql.problems import Fix, Problem
    from kgapp.services.sparql.language import Candidate, Hover, Offer
    from kgapp.ui.desk import Desk

T = TypeVar("T")
CHECK_MS: Final = 350
"""So long after the last key the text is looked at."""
OFFER_MS: Final = 60
_Checked = tuple[str, Form | None, "tuple[Problem, ...]"]


class WritingHelp(QObject):
    """Joins a text field to what knows the language."""

    form_is = Signal(object)
    """The ``Form`` of the text, or ``None`` when that cannot be told yet."""

    def __init__(self, desk: Desk, editor: SparqlText, strip: Strip, popup: Candidates, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._editor, self._strip, self._popup = desk, editor, strip, popup
        self._project, self._queries = desk.project, desk.drafts.queries  # a timer may end after the project is closed
        self._topic = f"sparql {id(self)}"
        self._offer: tuple[str, Offer] | None = None
        self._wanted_at: tuple[str, int] | None = None
        self._told: Problem | None = None
        self._seen = editor.text
        self._check = _timer(self, CHECK_MS, self._look)
        self._complete = _timer(self, OFFER_MS, self.complete)
        self._pair = _timer(self, OFFER_MS, self._match)
        editor.key_first = popup.key
        editor.textChanged.connect(self._typed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.verticalScrollBar().valueChanged.connect(lambda _: popup.hide())
        editor.complete_wanted.connect(self.complete)
        editor.left.connect(self.offer_nothing)
        editor.comment_wanted.connect(self.comment)
        editor.format_wanted.connect(self.format)
        editor.told_wanted.connect(lambda: self._hover(editor.at, None))
        editor.hovered.connect(self._hover)
        popup.taken.connect(self._accept)
        strip.wanted.connect(self._go)
        strip.mended.connect(self._mend)
        self._look()

    def close(self) -> None:
        """The view goes: nothing more is wanted."""
        for each in (self._check, self._complete, self._pair):
            each.stop()
        for kind in _KINDS:
            self._project.forget(f"{self._topic} {kind}")

    def prepare(self) -> None:
        """Count what the data holds, beside all other work, so that completion can say it."""
        language = self._queries.language
        self._project.survey(lambda reader: language(reader).prepare(), _nothing, self._quiet, "sparql counts")

    def complete(self) -> None:
        """Offer what can stand at the cursor."""
        text, at = self._wanted_at = (self._editor.text, self._editor.at)
        language = self._queries.language

        def work(reader: RecordReader) -> Offer:
            return language(reader).complete(text, at)

        def done(offer: Offer) -> None:
            if self._wanted_at == (text, at) == (self._editor.text, self._editor.at) and self._editor.hasFocus():
                self._offer = (text, offer)
                self._popup.offer(offer, self._cursor())

        self._ask(work, done, "offer")

    def offer_nothing(self) -> None:
        """Take away what has popped up, and what was about to."""
        self._complete.stop()
        self._offer = self._wanted_at = None
        self._popup.hide()

    def comment(self) -> None:
        """The lines chosen become a comment, or no longer one."""
        text, (first, last) = self._editor.text, self._editor.lines_chosen()
        self._ask(lambda _: editing.toggled(text, first, last), lambda made: self._replace(text, made), "comment")

    def format(self) -> None:
        """Lay the text out anew."""
        text = self._editor.text
        self._ask(lambda _: layout.formatted(text), lambda made: self._replace(text, made), "format")

    def tell_of(self, problem: Problem | None) -> None:
        """A problem that the engine found, told until the text is changed; ``None`` for none."""
        self._told = problem
        self._look()

    def _typed(self) -> None:
        text = self._editor.text
        if text == self._seen:
            return
        grown = len(text) - len(self._seen)
        self._seen, self._told = text, None
        self._check.start()
        before = text[max(0, self._editor.at - 1) : self._editor.at]
        if (self._popup.isVisible() or grown == 1) and (before.isalnum() or before in _BEGINS):
            self._complete.start()
        else:  # what was offered fits no more, and Enter is to be a new line
            self.offer_nothing()

    def _moved(self) -> None:
        self._pair.start()
        if not self._complete.isActive() and self._editor.text == self._seen:
            self._popup.hide()

    def _look(self) -> None:
        text, told = self._editor.text, self._told
        language = self._queries.language

        def work(reader: RecordReader) -> _Checked:
            if not text.strip():
                return text, None, ()
            found = language(reader).problems(text)
            return text, parsing.form(text), (*(() if told is None else (told,)), *found)

        self._ask(work, self._checked, "problems")

    def _checked(self, found: _Checked) -> None:
        text, form, problems = found
        if text != self._editor.text:
            return
        self._editor.mark(problems)
        self._strip.show_problems(problems)
        self.form_is.emit(form)

    def _match(self) -> None:
        text, at = self._editor.text, self._editor.at

        def done(pair: tuple[int, int] | None) -> None:
            if (self._editor.text, self._editor.at) == (text, at):
                self._editor.match(pair)

        self._ask(lambda _: editing.brackets(text, at), done, "brackets")

    def _hover(self, at: int, place: QPoint | None) -> None:
        text, problem = self._editor.text, self._editor.problem_at(at)
        language = self._queries.language

        def done(found: Hover | None) -> None:
            words = [told(problem)] if problem is not None else []
            words += [f"{found.title}: {found.words}"] if found is not None else []
            if words and text == self._editor.text:
                said = " ".join(words)
                self._editor.tell(said, place)
                if place is None:
                    self._desk.say(line(said, 300))

        self._ask(lambda reader: language(reader).hover(text, at), done, "hover")

    def _accept(self, candidate: Candidate) -> None:
        if self._offer is None or self._offer[0] != self._editor.text:
            return
        _, offer = self._offer
        self._editor.apply((Change(offer.start, offer.end, candidate.insert),))
        self._complete.stop()
        self._popup.hide()
        if candidate.prefix_iri:
            self._add_prefix(candidate.prefix, candidate.prefix_iri)

    def _add_prefix(self, prefix: str, iri: Iri) -> None:
        """Declare a prefix where it is not yet; again, when the text was changed meanwhile."""
        text = self._editor.text

        def done(found: Insertion | None) -> None:
            if self._editor.text != text:
                self._add_prefix(prefix, iri)
            elif found is not None:
                self._editor.apply((Change(found.at, found.at, found.text),))

        self._ask(lambda _: prefixes.insertion(text, prefix, iri), done, "accept")

    def _mend(self, fix: Fix) -> None:
        if not self._check.isActive():  # what was found is of this text
            self._editor.apply(fix.changes)
        self._editor.setFocus()

    def _go(self, problem: Problem) -> None:
        self._editor.go_to(problem.start)
        self._editor.setFocus()

    def _replace(self, text: str, made: str) -> None:
        if self._editor.text == text and made != text:
            self._editor.replace_all(made)

    def _cursor(self) -> QRect:
        where = self._editor.cursorRect()
        return where.translated(self._editor.viewport().mapTo(self._popup.over, QPoint(0, 0)))

    def _ask(self, work: Callable[[RecordReader], T], done: Callable[[T], None], kind: str) -> None:
        self._project.read(work, done, self._quiet, f"{self._topic} {kind}")

    def _quiet(self, failure: Failure) -> None:
        """Help that does not come is missed, not told: the text itself is safe."""
        self._strip.say(failure.sentence)


_KINDS: Final = ("offer", "problems", "brackets", "hover", "comment", "format", "accept")
_BEGINS: Final = frozenset("?$:_")


def _timer(parent: QObject, wait_ms: int, run: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(wait_ms)
    made.timeout.connect(run)
    return made


def _nothing(_: object) -> None:
    """There is nothing left to do."""

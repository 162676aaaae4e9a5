"""Why something holds that nobody stated: the sentence, the rule in words, and the statements it rests on, each asked again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kgapp.domain.errors import NotFound
from kgapp.domain.terms import Iri
from kgapp.services import why_told
from kgapp.services.ports import RecordReader
from kgapp.services.why_rows import RowReasons
from kgapp.services.why_told import Told
from kgapp.ui import why_places
from kgapp.ui.panels import parts
from kgapp.ui.panels.departure import scrolling
from kgapp.ui.panels.states import States
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.theme import Theme
from kgapp.ui.views import View
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_MOST: Final = 40
_INDENT: Final = 22
_DEEPEST: Final = 5
"""Below this, what is asked again is no longer moved to the right."""
_NAME: Final = 60


class WhyPanel(View):
    """Looked up in the record, beside all other work; again when the project changes. It asks no query."""

    def __init__(self, desk: Desk, rest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.asked = why_places.asked(rest)
        self._topic = f"why {id(self)}"
        self.told: tuple[Told, ...] = ()
        content = QWidget()
        content.setObjectName("page")
        self._column = parts.column(content, (16, 12, 16, 12), 8)
        self.around = scrolling(content)
        self.states = States(self.around, desk.theme)
        parts.column(self).addWidget(self.states)
        desk.theme.changed.connect(self._fill)
        self.reload()

    @property
    def entity(self) -> Iri | None:
        """What the one statement is about that is explained."""
        facts = self.asked.facts
        return facts[0].subject if len(facts) == 1 and self.asked.row is None else None

    def came_to_front(self) -> None:
        self._say_title()
        if self.entity is not None:
            self._desk.inspect(self.entity)

    def take_focus(self) -> None:
        first = next((each for each in self.around.findChildren(QWidget) if _takes_keys(each)), None)
        (first or self).setFocus()

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.reload()

    def closing(self) -> None:
        self._desk.project.forget(self._topic)

    def reload(self) -> None:
        """Look it up again."""
        facts = self.asked.facts
        if not self.told:
            self.states.busy(tr("Looking for the reason…"))

        def work(reader: RecordReader) -> tuple[Told, ...]:
            return tuple(why_told.told(reader, fact) for fact in facts)

        self._desk.project.check(work, self._show, self._failed, self._topic)

    def _show(self, told: tuple[Told, ...]) -> None:
        same, self.told = self.told == told, told
        if not told:
            self.states.empty(tr("Nothing to explain"), tr("Choose a statement or a row of an answer, and ask why."))
            return
        if not same:
            self._fill()
        self._say_title()
        self.states.content()

    def _failed(self, failure: Failure) -> None:
        self.told = ()
        if isinstance(failure.error, NotFound):
            self.states.empty(tr("This does not hold, or no longer"), f"{failure.sentence} {failure.hint}")
        else:
            self.states.failed(failure, self.reload)

    def _say_title(self) -> None:
        if self.asked.row is not None or not self.told:
            self.titled.emit(tr("Why is this row there?") if self.asked.row is not None else tr("Why?"))
        else:
            self.titled.emit(tr("Why: {statement}").format(statement=self.told[0].sentence))

    def _fill(self) -> None:
        if not self.told:
            return
        parts.clear(self._column)
        theme, row = self._desk.theme, self.asked.row
        if row is not None:
            self._column.addWidget(parts.heading(tr("Why is this row there?"), theme))
            for words in _of_row(row):
                self._column.addWidget(parts.text(words))
        for told in self.told:
            self._column.addWidget(parts.heading(told.sentence, theme, 17 if row is None else 14))
            self._column.addWidget(Reasons(told, self._desk, 0))
        words = tr("What follows is not in the record and not exported; impact does not use it.")
        self._column.addWidget(parts.text(words, ink="second"))
        self._column.addStretch(1)


class Reasons(QWidget):
    """Why one statement holds, below its sentence."""

    def __init__(self, told: Told, desk: Desk, depth: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = parts.column(self, spacing=6)
        if not told.follows:
            column.addWidget(parts.text(_stated(told)))
            _add_links(column, told, desk)
            return
        own = tr("This follows by a rule that this project states itself:")
        column.addWidget(parts.text(own if told.own else tr("This follows by a rule of the ontology:"), ink="second"))
        column.addLayout(_moved(parts.text(told.rule), desk.theme, 0))
        column.addWidget(parts.text(_from(len(told.premises)), ink="second"))
        for premise in told.premises[:_MOST]:
            column.addLayout(_moved(Premise(premise, desk, depth + 1), desk.theme, depth))
        if len(told.premises) > _MOST:
            words = tr("Showing {shown} of {count}. The command “kgapp why” lists all.")
            column.addWidget(parts.text(words.format(shown=_MOST, count=number(len(told.premises))), ink="second"))


class Premise(QWidget):
    """A statement that another rests on: where it is stated, or a button that tells why it follows."""

    def __init__(self, told: Told, desk: Desk, depth: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told, self._desk, self._depth = told, desk, depth
        self._reasons: Reasons | None = None
        self._column = parts.column(self, (0, 0, 0, 4), 2)
        self._column.addWidget(parts.text(told.sentence))
        self.why: QPushButton | None = None
        if told.follows:
            self.why = parts.button(tr("Why?"), self.turn, tip=tr("Show or hide why this follows"))
            self.why.setAccessibleName(tr("Why: {statement}").format(statement=line(told.sentence)))
            self.why.setCheckable(True)
        self._column.addWidget(parts.text(_stated(told), ink="second"))
        _add_links(self._column, told, desk, *((self.why,) if self.why is not None else ()))

    def turn(self) -> None:
        """Show the reason of this statement, or hide it."""
        if self._reasons is None:
            self._reasons = Reasons(self._told, self._desk, self._depth)
            self._column.addSpacing(4)
            self._column.addLayout(_moved(self._reasons, self._desk.theme, self._depth))
            return
        self._reasons.setVisible(self._reasons.isHidden())


def _add_links(column: QVBoxLayout, told: Told, desk: Desk, *before: QWidget) -> None:
    """The things of a statement: their pages open by mouse and keyboard."""
    widgets = list(before)
    tall = max((each.sizeHint().height() for each in before), default=0)  # beside a button, words stand on its line
    for thing, name in told.things:
        link = parts.Link(tr("Open {name}").format(name=line(name, _NAME)))
        link.setWordWrap(False)
        link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        link.setMinimumHeight(tall)
        link.followed.connect(partial(desk.open_entity, thing))
        widgets.append(link)
    column.addWidget(parts.Flow(widgets, 14))


def _moved(widget: QWidget, theme: Theme, depth: int) -> QVBoxLayout:
    """A little to the right, as long as there is room for that."""
    layout = QVBoxLayout()
    layout.setContentsMargins(round(theme.px(_INDENT)) if depth < _DEEPEST else 0, 0, 0, 0)
    layout.addWidget(widget)
    return layout


def _stated(told: Told) -> str:
    if told.follows:
        return tr("Nobody stated this: it follows, too.")
    where = ", ".join(f"“{line(each, _NAME)}”" for each in told.graphs)
    return tr("This is stated, in the graph {graphs}.").format(graphs=where)


def _from(count: int) -> str:
    return (
        tr("from this statement:") if count == 1 else tr("from these {count} statements:").format(count=number(count))
    )


def _of_row(row: RowReasons) -> tuple[str, ...]:
    follow = count_of(len(row.facts), tr("statement"), tr("statements"))
    words = tr("The row rests on {follow} that nobody stated, and on {stated} that are stated.")
    return (words.format(follow=follow, stated=number(row.stated)), *row.left)


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()

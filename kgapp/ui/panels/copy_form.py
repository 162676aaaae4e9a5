"""The form for a copy: from which server, what of it, and how far around that. It asks the server what there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from kgapp.services.remote import looking, part_reading
from kgapp.services.remote.looking import Held, Things
from kgapp.services.remote.part_reading import Part
from kgapp.services.search import Hit
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.copy_wanted import Sort, Wanted, WantedList
from kgapp.ui.panels.fields import Choice, Keys
from kgapp.ui.panels.narrow_form import NarrowForm
from kgapp.ui.panels.server_choice import ServerChoice
from kgapp.ui.panels.server_form import Chosen, to_copy
from kgapp.ui.servers import Attempt
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import block, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_TYPED_MS: Final = 350
_ROWS: Final = 6


class CopyForm(NarrowForm):
    """Nothing is read of a server before one is chosen, and nothing is changed anywhere."""

    looked = Signal(object)
    """What would be copied is wanted: a ``Part``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._topic, self._search_topic = f"copy from {id(self)}", f"copy search {id(self)}"
        self._attempt: Attempt | None = None
        self._workspace: Workspace | None = None
        self.server = ServerChoice(desk, to_copy())
        self.told = parts.text("", ink="second")
        self.stop = parts.button(tr("Stop"), self._stop)
        self.again = parts.button(tr("Try again"), self._connect)
        self.words, self.hits, self.found = QLineEdit(), QListWidget(), parts.text("", ink="second")
        self.classes, self.graphs = Choice(), Choice()
        self.list = WantedList(desk.theme)
        self.hops, self.uses = QSpinBox(), QCheckBox(tr("With what leads &to them"))
        self.look = parts.button(tr("Look what would be copied"), self._look, primary=True)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_TYPED_MS)
        self._waiting = QWidget()
        parts.column(self._waiting).addLayout(parts.row(self.stop, self.again))
        self._lay_out()
        self._join()
        self._say(tr("Choose a server first: then it is asked what it holds."))
        self._show_held(None)

    @property
    def chosen(self) -> Chosen | None:
        """The server."""
        return self.server.wanted

    def let_go(self) -> None:
        """Nothing more is asked."""
        self._late.stop()
        for topic in (self._topic, self._search_topic):
            self._desk.project.forget(topic)
        if self._attempt is not None:
            self._attempt.stop()
        self._attempt = self._workspace = None

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.words.setPlaceholderText(tr("type the name of a thing there, or its address"))
        self.words.setMaxLength(400)
        self.words.setAccessibleName(tr("Search things on the server"))
        self.hits.setAccessibleName(tr("Things found on the server"))
        self.hits.setMaximumHeight(theme.px(24 * _ROWS))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.hide()
        self.classes.setAccessibleName(tr("Class"))
        self.graphs.setAccessibleName(tr("Graph"))
        self.hops.setRange(0, part_reading.MOST_STEPS)
        self.hops.setValue(1)
        self.hops.setAccessibleName(tr("Steps around"))
        self.add_class = parts.button(tr("Add"), lambda: self._add(self.classes))
        self.add_graph = parts.button(tr("Add"), lambda: self._add(self.graphs))
        self.add_class.setAccessibleName(tr("Add the class"))
        self.add_graph.setAccessibleName(tr("Add the graph"))
        self.take_out = parts.button(tr("Take out"), self.list.take_out)
        form = self.fields
        form.addRow(tr("&Server"), self.server)
        form.addRow("", self.told)
        form.addRow("", self._waiting)
        form.addRow(tr("Things b&y name"), _above(self.words, self.hits, self.found))
        form.addRow(tr("All of a c&lass"), _beside(self.classes, self.add_class))
        form.addRow(tr("A whole &graph"), _beside(self.graphs, self.add_graph))
        form.addRow(tr("To cop&y"), _beside(self.list, self.take_out))
        form.addRow(tr("Steps &around"), self.hops)
        form.addRow("", self.uses)
        words = tr(
            "A step leads from a thing to what it names; what leads to the chosen things is a step, too. All of a part is read, or nothing is copied: at most {statements} "
            "statements and {things} things at once. Nothing in this project is removed or overwritten."
        ).format(statements=number(part_reading.MOST_STATEMENTS), things=number(part_reading.MOST_THINGS))
        layout = parts.column(self, (16, 12, 16, 12), 12)
        self.title = parts.heading(tr("Copy from a server"), theme, 17)
        layout.addWidget(self.title)
        layout.addLayout(form)
        layout.addWidget(parts.text(words, ink="second"))
        layout.addWidget(parts.Flow((self.look,)))
        layout.addStretch(1)
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.title.setFont(self._desk.theme.font(17, strong=True))
        self.hits.setMaximumHeight(self._desk.theme.px(24 * _ROWS))

    def _join(self) -> None:
        self.server.chosen.connect(self._connect)
        self.list.changed.connect(self._check)
        self.list.currentRowChanged.connect(lambda _: self._check())
        self.hits.itemClicked.connect(lambda _: self._take_hit())
        self.words.textEdited.connect(lambda _: self._late.start())
        self._late.timeout.connect(self._search)
        self._keys = Keys(self.words, self._key)

    # ------------------------------------------------------------------------------------------------ the server

    def _connect(self) -> None:
        """Ask the chosen server what it holds."""
        self.let_go()
        self._show_held(None)
        self.list.empty()
        wanted, servers = self.server.wanted, self._desk.reports.servers
        if wanted is None:
            self._say(tr("Choose a server first: then it is asked what it holds."))
            return
        attempt = self._attempt = servers.attempt()
        self._say(tr("Asking {name}…").format(name=line(wanted.name, 200)), busy=True)

        def work(_: object) -> tuple[Workspace, int, Held]:
            connection, secret = servers.meant(wanted)
            workspace, found = attempt.begin(connection, secret)
            return workspace, found.statements, looking.held(workspace.reader)

        self._desk.project.check(work, self._connected, self._failed, self._topic)

    def _connected(self, found: tuple[Workspace, int, Held]) -> None:
        self._workspace, statements, held = found
        words = tr("It answers. It holds {count} statements. Nothing is changed there.")
        self._say(words.format(count=number(statements)))
        self._show_held(held)
        if not self.isHidden():
            self.words.setFocus()

    def _failed(self, failure: Failure) -> None:
        self._workspace = None
        self._say(block(f"{failure.sentence} {failure.hint}", 600), failed=True)

    def _stop(self) -> None:
        self.let_go()
        self._say(tr("Stopped: the server was not asked to the end."), failed=True)

    def _say(self, words: str, *, busy: bool = False, failed: bool = False) -> None:
        self.told.setText(words)
        self.stop.setVisible(busy)
        self.again.setVisible(failed)
        self.fields.setRowVisible(self._waiting, busy or failed)
        self._check()

    def _show_held(self, held: Held | None) -> None:
        self.words.clear()
        self._show_found(None)
        self.classes.clear()
        self.graphs.clear()
        for kind, count in held.classes if held else ():
            wanted = Wanted(Sort.CLASS, kind.iri, kind.label, count)
            self.classes.addItem(f"{line(kind.label)} ({number(count)})", wanted)
        for graph, count in held.graphs if held else ():
            self.graphs.addItem(f"{line(graph, 200)} ({number(count)})", Wanted(Sort.GRAPH, graph, graph, count))
        if held is not None and not held.graphs:
            self.graphs.addItem(tr("It has no named graph"), None)
        if held is not None and not held.classes:
            self.classes.addItem(tr("Nothing there has a class"), None)
        self._check()

    # ------------------------------------------------------------------------------------------------ what of it

    def _search(self) -> None:
        workspace, words = self._workspace, self.words.text().strip()
        if workspace is None or not words:
            self._show_found(None)
            return
        self.found.setText(tr("Looking…"))
        self.found.show()
        self._desk.project.check(
            lambda _: looking.things(workspace.reader, words), self._show_found, self._not_found, self._search_topic
        )

    def _show_found(self, found: Things | None) -> None:
        self.hits.clear()
        for hit in found.hits if found else ():
            kinds = ", ".join(line(kind.label, 60) for kind in hit.types)
            row = QListWidgetItem(f"{line(hit.entity.label)}   {kinds}")
            row.setData(Qt.ItemDataRole.UserRole, hit)
            self.hits.addItem(row)
        self.hits.setCurrentRow(0)
        self.hits.setVisible(bool(self.hits.count()))
        words = ""
        if found is not None and not found.hits:
            words = tr("Nothing there is found with these words.")
        elif found is not None:
            shown = tr("Enter adds the marked one. Showing {shown} of {count}.")
            if found.more:
                shown = tr("Enter adds the marked one. Showing {shown} of more than {count}: type more words.")
            words = shown.format(shown=number(len(found.hits)), count=number(found.total))
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def _not_found(self, failure: Failure) -> None:
        self._show_found(None)
        self.found.setText(block(f"{failure.sentence} {failure.hint}", 400))
        self.found.show()

    def _key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self.hits.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shown and not self._late.isActive():
                self._take_hit()
            else:
                self._late.stop()
                self._search()
            return True
        if shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.hits.setCurrentRow(max(0, min(self.hits.currentRow() + step, self.hits.count() - 1)))
            return True
        if shown and key == Qt.Key.Key_Escape:
            self._show_found(None)
            return True
        return False

    def _take_hit(self) -> None:
        hit = self.hits.currentItem().data(Qt.ItemDataRole.UserRole) if self.hits.count() else None
        if isinstance(hit, Hit):
            self.list.add(Wanted(Sort.THING, hit.entity.iri, hit.entity.label))
            self.words.clear()
            self._show_found(None)

    def _add(self, choice: Choice) -> None:
        wanted = choice.currentData()
        if isinstance(wanted, Wanted):
            self.list.add(wanted)

    def _check(self) -> None:
        ready = self._workspace is not None
        for each in (self.words, self.classes, self.graphs):
            each.setEnabled(ready)
        self.add_class.setEnabled(ready and self.classes.currentData() is not None)
        self.add_graph.setEnabled(ready and self.graphs.currentData() is not None)
        self.take_out.setEnabled(self.list.currentRow() >= 0)
        around = any(each.sort is not Sort.GRAPH for each in self.list.wanted)
        self.hops.setEnabled(around)
        self.uses.setEnabled(around)
        self.look.setEnabled(ready and bool(self.list.count()))
        self.look.setToolTip("" if self.list.count() else tr("Say first what to copy"))

    def _look(self) -> None:
        part: Part = self.list.part(self.hops.value(), uses=self.uses.isChecked())
        self.looked.emit(part)


def _beside(first: QWidget, *others: QWidget) -> QWidget:
    """A field with its buttons."""
    made = QWidget()
    row = parts.row(first, *others, stretch=False)
    row.setStretch(0, 1)
    for each in others:
        row.setAlignment(each, Qt.AlignmentFlag.AlignTop if isinstance(first, WantedList) else Qt.AlignmentFlag(0))
    parts.column(made).addLayout(row)
    made.setFocusProxy(first)
    return made


def _above(*widgets: QWidget) -> QWidget:
    """Widgets below each other in the place of one."""
    made = QWidget()
    layout = parts.column(made, spacing=4)
    for each in widgets:
        layout.addWidget(each)
    made.setFocusProxy(widgets[0])
    return made

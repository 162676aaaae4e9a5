"""The form for writing the project to a server: which server and graph, how, and which state of the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from kgapp.domain import connections, terms
from kgapp.domain.errors import UserError
from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.narrow_form import NarrowForm
from kgapp.ui.panels.server_choice import ServerChoice
from kgapp.ui.panels.server_form import Chosen, to_write
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_UPDATE: Final = "update"
_STORE: Final = "graph-store"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written where; ``seq`` is ``None`` for the project as it is now."""

    server: Chosen
    over: str
    write_url: str
    graph: Iri
    seq: int | None
    people: bool


class PublishForm(NarrowForm):
    """Nothing is asked of a server here, and nothing is written."""

    looked = Signal(object)
    """What would be sent is wanted: a ``Wish``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self.server = ServerChoice(desk, to_write())
        self.write_url, self.graph = QLineEdit(), QLineEdit()
        self.over, self.state, self.seq = Choice(), Choice(), QSpinBox()
        self.people = QCheckBox(tr("With what is pe&rsonal"))
        self.told = parts.text("", ink="second")
        self.look = parts.button(tr("Look what would be sent"), self._look, primary=True)
        self._lay_out()
        self._join()
        self._check()
        desk.project.read(_known, self._know, desk.tell, f"publish form {id(self)}")

    @property
    def wish(self) -> Wish | str:
        """What is filled in, or what is missing or wrong in a sentence."""
        server, url = self.server.wanted, self.write_url.text().strip()
        if server is None:
            return tr("Choose a server. Nothing is written before you have seen what, and said yes.")
        try:
            graph = terms.iri(self.graph.text().strip())
            connections.check_url(url)
        except UserError as error:
            return f"{error.sentence} {error.hint}".strip()
        seq = self.seq.value() if self.state.currentData() else None
        return Wish(server, self.over.currentData(), url, graph, seq, self.people.isChecked())

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.over.addItem(tr("By SPARQL UPDATE"), _UPDATE)
        self.over.addItem(tr("By the Graph Store Protocol"), _STORE)
        self.state.addItem(tr("The project as it is now"), False)
        self.state.addItem(tr("As it was after a revision"), True)
        self.seq.setRange(1, 1)
        usual = tr(
            "Usual addresses for writing: Virtuoso /sparql or /sparql-auth, Oxigraph /update; of graph stores Virtuoso "
            "/sparql-graph-crud, Oxigraph /store."
        )
        form = self.fields
        first: tuple[tuple[str, str, QWidget], ...] = (
            (tr("&Server"), tr("Server"), self.server),
            (tr("Address for w&riting"), tr("Address for writing"), self.write_url),
            (tr("&How"), tr("How it is written"), self.over),
        )
        for text, name, widget in first:
            widget.setAccessibleName(name)
            form.addRow(text, widget)
        form.addRow("", parts.text(usual, ink="second"))
        last: tuple[tuple[str, str, QWidget], ...] = (
            (tr("Into the &graph"), tr("Graph that takes it"), self.graph),
            (tr("&What"), tr("State of the project"), self.state),
            (tr("Re&vision"), tr("Revision"), self.seq),
        )
        for text, name, widget in last:
            widget.setAccessibleName(name)
            form.addRow(text, widget)
        form.addRow("", self.people)
        personal = tr("That is what is marked personal, and figures on people. Without the tick it stays here.")
        form.addRow("", parts.text(personal, ink="second"))
        words = tr(
            "All statements go into one graph of the server. The history, and in which graph a statement stood, are not sent. "
            "What is marked internal is sent, too: you see how much that is before, and nothing is sent without your yes."
        )
        layout = parts.column(self, (16, 12, 16, 12), 12)
        self.title = parts.heading(tr("Write to a server"), theme, 17)
        layout.addWidget(self.title)
        layout.addLayout(form)
        layout.addWidget(parts.text(words, ink="second"))
        layout.addWidget(self.told)
        layout.addWidget(parts.Flow((self.look,)))
        layout.addStretch(1)

    def _join(self) -> None:
        self.server.chosen.connect(self._server_chosen)
        for field in (self.write_url, self.graph):
            field.textChanged.connect(lambda _: self._check())
            field.returnPressed.connect(self._look)
        self.state.currentIndexChanged.connect(lambda _: self._check())

    def _know(self, known: tuple[Iri, int]) -> None:
        base, head = known
        self.seq.setRange(min(1, head), head)
        self.seq.setValue(head)
        if not self.graph.text():
            self.graph.setText(f"{base}graph/published")
        self._check()

    def _server_chosen(self) -> None:
        wanted = self.server.wanted
        if wanted is not None:
            self.write_url.setText(wanted.connection.update_url or wanted.connection.url)
        self._check()

    def _check(self) -> None:
        self.fields.setRowVisible(self.seq, bool(self.state.currentData()))
        wish = self.wish
        self.look.setEnabled(isinstance(wish, Wish))
        self.told.setText(line(wish, 600) if isinstance(wish, str) else "")

    def _look(self) -> None:
        wish = self.wish
        if isinstance(wish, Wish):
            self.looked.emit(wish)


def _known(reader: RecordReader) -> tuple[Iri, int]:
    head = reader.head()
    return reader.meta().base, head.seq if head else 0

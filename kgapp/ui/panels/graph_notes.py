"""What is said of a graph: how much of it is drawn, what is hidden, what is gone, and that a search runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from kgapp.domain.names import local_name
from kgapp.domain.terms import Iri
from kgapp.services.graph_picture import MOST_DRAWN, Picture
from kgapp.ui.panels import parts
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_NAMED = 4


class GraphNotes(QWidget):
    """The line below the graph; ``gone`` and ``busy`` stand above it."""

    forget_gone = Signal()
    show_hidden = Signal()
    stop_search = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._said: QLabel = parts.text("", ink="second")
        self._again = parts.button(tr("Show hidden"), self.show_hidden.emit)
        layout = parts.column(self, (16, 6, 12, 6))
        row = parts.row(stretch=False)
        row.addWidget(self._said, 1)
        row.addWidget(self._again)
        layout.addLayout(row)
        self.gone = QWidget()
        self._gone: QLabel = parts.text("", ink="first")
        self._line(self.gone, self._gone, parts.button(tr("Take them out"), self.forget_gone.emit))
        self.busy = QWidget()
        searching = parts.text(tr("Looking for ways…"), ink="second")
        self._line(self.busy, searching, parts.button(tr("Stop"), self.stop_search.emit))
        self.gone.hide()
        self.busy.hide()

    def tell(self, picture: Picture, gone: tuple[Iri, ...]) -> None:
        """Say it of a picture."""
        said = [tr("Showing {shown} of {total}").format(shown=number(picture.shown), total=number(picture.total))]
        grouped = sum(card.count for card in picture.cards if card.kind is not None)
        filtered = [entry.label or tr("no kind") for entry in picture.kinds if not entry.shown]
        if grouped:
            said.append(tr("{count} grouped by kind").format(count=number(grouped)))
        if picture.hidden:
            said.append(tr("{count} hidden").format(count=number(picture.hidden)))
        if filtered:
            said.append(tr("filtered out: {kinds}").format(kinds=line(", ".join(filtered), 120)))
        if any(not entry.shown for entry in picture.links):
            said.append(tr("some links are filtered out"))
        if picture.crowded:
            most = tr("{count} not drawn: at most {most} cards can be read")
            said.append(most.format(count=number(picture.crowded), most=MOST_DRAWN))
        self.words = " · ".join(said)
        self._said.setText(self.words)
        self._again.setVisible(bool(picture.hidden))
        self.gone.setVisible(bool(gone))
        names = ", ".join(line(local_name(one) or one, 40) for one in gone[:_NAMED])
        more = tr(" and {count} more").format(count=len(gone) - _NAMED) if len(gone) > _NAMED else ""
        self._gone.setText(tr("No longer in the project: {names}").format(names=names + more))

    def _line(self, widget: QWidget, label: QLabel, *others: QWidget) -> None:
        layout = parts.column(widget, (16, 4, 12, 4))
        row = parts.row(stretch=False)
        row.addWidget(label, 1)
        for other in others:
            row.addWidget(other)
        layout.addLayout(row)

"""The home of the window: the process map with its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kgapp.domain.impact import ImpactReport
from kgapp.domain.terms import Iri
from kgapp.services.process_board import ProcessMap
from kgapp.ui.canvas.map_view import MapView, Spot
from kgapp.ui.canvas.overlay import Overlay, overlay
from kgapp.ui.panels import parts
from kgapp.ui.panels.impact import title
from kgapp.ui.panels.states import States
from kgapp.ui.tones import Tone
from kgapp.ui.views import View

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class MapPanel(View):
    """Loads the map itself, and again after a change; an impact can be laid over it."""

    stays = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._project, self._theme = desk, desk.project, desk.theme
        theme = desk.theme
        self._board: ProcessMap | None = None
        self._report: ImpactReport | None = None
        self._overlay: Overlay | None = None
        self._place_at = 0
        self.view = MapView(theme)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda spot: desk.open_entity(spot.thing))
        self.view.menu_wanted.connect(lambda spot, place: desk.menu((spot.thing,), place))
        content = QWidget()
        content.setObjectName("board")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = parts.column(content)
        inner.addWidget(self.view, 1)
        self._legend = QHBoxLayout()
        self._legend.setContentsMargins(16, 8, 16, 8)
        self._legend.setSpacing(10)
        inner.addLayout(self._legend)
        self.states = States(content, theme)
        parts.column(self).addWidget(self.states)
        theme.changed.connect(self._redraw_legend)
        self.reload()

    def reload(self) -> None:
        """Look everything up again."""
        if self._board is None:
            self.states.busy("Drawing the process map…")
        self._project.board(self._show, lambda failure: self.states.failed(failure, self.reload))

    def project_changed(self, subjects: frozenset[Iri]) -> None:
        self.reload()

    def came_to_front(self) -> None:
        if self.view.current is None:
            self._desk.inspector.show_nothing()
        else:
            self._choose(self.view.current)

    def take_focus(self) -> None:
        self.view.setFocus()

    def show_report(self, report: ImpactReport | None) -> None:
        """Lay an impact over the map, or take it away."""
        self._report = report
        if self._board is not None:
            self._show(self._board)

    def _show(self, board: ProcessMap) -> None:
        self._board = board
        if board.process is None:
            self.states.empty(
                "No process yet",
                "A general process with its unit operations, and the processes of the sites, stand here side by side.",
            )
            return
        self._overlay = overlay(self._report, board) if self._report else None
        self.states.content()
        self.view.show_map(board, self._overlay)
        self._redraw_legend()

    def _choose(self, spot: Spot) -> None:
        if self._report is not None and spot.item is not None:
            self._desk.project.forget("inspector")
            self._desk.inspector.show_item(self._report, spot.item)
        else:
            self._desk.inspect(spot.thing)

    def _redraw_legend(self) -> None:
        parts.clear(self._legend)
        board, theme = self._board, self._theme
        if board is None:
            return
        if self._overlay is not None and self._report is not None:
            words = f"{title(self._report.change)} · showing {self._overlay.shown} of {self._overlay.total}"
            chips = [parts.Chip(word, tone, theme) for word, tone in _TONES]
        else:
            words = f"Showing {self.view.rows_shown} of {board.factors} factors"
            chips = []
        mark = parts.text("▌", wrap=False)
        mark.setStyleSheet(f"color: {theme.colours.difference}")
        first = board.lanes[0].site.label.partition(" (")[0] if board.lanes else "the first site"
        differs = parts.text(f"differs from {first}", ink="second", wrap=False)
        self._legend.addWidget(parts.Flow((parts.text(words, wrap=False), *chips, mark, differs), 8), 1)
        if self._overlay is not None:
            self._legend.addWidget(parts.button("◀", lambda: self._step(-1), tip="Previous thing reached"))
            self._legend.addWidget(parts.button("▶", lambda: self._step(1), tip="Next thing reached"))
            self._legend.addWidget(parts.button("Clear", lambda: self.show_report(None), tip="Take the impact away"))
        self._legend.addWidget(parts.button("Fit", self.view.fit, tip="Show the whole process (0)"))

    def _step(self, by: int) -> None:
        """To the next or previous thing that the change reaches."""
        reached = [spot for spot in self.view.spots if spot.item is not None]
        if reached:
            self._place_at = (self._place_at + by) % len(reached)
            spot = reached[self._place_at]
            self.view.choose(spot.thing, spot.site)
            self._choose(spot)


_TONES = (
    ("high", Tone.HIGH),
    ("medium", Tone.MEDIUM),
    ("low", Tone.LOW),
    ("unknown decides", Tone.UNKNOWN),
    ("touched", Tone.PLAIN),
)

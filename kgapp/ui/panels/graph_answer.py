"""The graph view of the things of an answer: exactly these to begin with, and what of the answer is not drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout

from kgapp.domain.terms import Iri
from kgapp.services import answer_graphs, graph_growing
from kgapp.services.answer_graphs import LeftOut
from kgapp.ui.graph_work import Arrangement
from kgapp.ui.panels import parts
from kgapp.ui.panels.graph import GraphPanel
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_COUNTS: Final = 5


class AnswerGraph(GraphPanel):
    """``rest`` is what its place says: counts of what is left out, then the things."""

    def __init__(self, desk: Desk, rest: Sequence[str]) -> None:
        counts = [int(word) if word.isdecimal() else 0 for word in rest[:_COUNTS]]
        total, unknown, unrecorded, values, more = counts + [0] * (_COUNTS - len(counts))
        super().__init__(desk, tuple(map(Iri, rest[_COUNTS:])))
        left = LeftOut(total, unknown, unrecorded, values, bool(more))
        said = answer_graphs.sentences(left, len(self._start))
        self.left_out = parts.text(" ".join(said), ink="second")
        self.left_out.setContentsMargins(16, 6, 12, 6)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.addWidget(self.left_out)
        self._arranged = False

    def reload(self) -> None:
        """Look everything up from the beginning."""
        self.states.busy(tr("Drawing the graph…"))
        self.work.start(self._start, graph_growing.only)

    def _loaded(self) -> None:
        fresh = self._fresh
        super()._loaded()
        if fresh:
            self.view.choose(frozenset())
            self.table.choose(self.view.keys)
            self.view.fit()
        if self._fresh_answer():
            self.work.arrange(Arrangement.FREE)

    def _fresh_answer(self) -> bool:
        first, self._arranged = not self._arranged, True
        return first and len(self._start) > 1

    def _title(self) -> str:
        return tr("Graph of an answer")

"""Keep a comparison as evidence: how strong it is, and of which influences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kgapp.domain.terms import Iri
from kgapp.services.batches.comparing import Supported
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.short_form import ShortForm
from kgapp.ui.panels.tick_list import TickList
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_TALL: Final = 200


class EvidenceForm(ShortForm):
    """``wanted`` is called with the level and the influences that are ticked. Strengths stay as they are: a person judges these."""

    def __init__(
        self,
        offered: Supported,
        wanted: Callable[[Iri, tuple[Iri, ...]], None],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        words = tr(
            "What was found is kept with both samples, method and notes, as evidence of the influences that you tick. Their strengths "
            "stay as they are: judging these is yours."
        )
        super().__init__(tr("Keep the comparison as evidence"), words, tr("Keep it…"), theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.level = Choice()
        self.influences = TickList((each.label, each.iri) for each in offered.influences)
        for each in offered.levels:
            self.level.addItem(line(each.label, 120), each.iri)
        self.influences.setMinimumHeight(theme.px(_TALL))
        self.add(tr("Level of evidence"), self.level)
        self.add(tr("Influences"), self.influences)
        self.accepted.connect(lambda: wanted(Iri(self.level.currentData()), self.ticked))
        self.check()

    @property
    def ticked(self) -> tuple[Iri, ...]:
        """The influences that are ticked."""
        return self.influences.ticked

    def missing(self) -> str:
        return ""

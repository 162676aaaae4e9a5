"""Keep a comparison as evidence: how strong it is, and of which influences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.batches.comparing import Supported
from kgapp.ui.panels.fields import Choice
from kgapp.ui.panels.short_form import ShortForm
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
        self.level, self.influences = Choice(), QListWidget()
        for each in offered.levels:
            self.level.addItem(line(each.label, 120), each.iri)
        for each in offered.influences:
            row = QListWidgetItem(line(each.label, 200), self.influences)
            row.setData(Qt.ItemDataRole.UserRole, each.iri)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Unchecked)
        self.influences.setMinimumHeight(theme.px(_TALL))
        self.add(tr("Level of evidence"), self.level)
        self.add(tr("Influences"), self.influences)
        self.accepted.connect(lambda: wanted(Iri(self.level.currentData()), self.ticked))
        self.check()

    @property
    def ticked(self) -> tuple[Iri, ...]:
        """The influences that are ticked."""
        rows = (self.influences.item(at) for at in range(self.influences.count()))
        ticked = (row for row in rows if row.checkState() is Qt.CheckState.Checked)
        return tuple(Iri(row.data(Qt.ItemDataRole.UserRole)) for row in ticked)

    def missing(self) -> str:
        return ""

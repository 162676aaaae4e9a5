"""The ranges and settings of a factor at the foot of its form, each one step from being edited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from kgapp.services.form_related import MOST, Related
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class RelatedFigures(QWidget):
    """Name, figures, and a button that opens the form at the figures."""

    def __init__(self, related: tuple[Related, ...], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = desk.theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(px(16), 0, px(16), px(4))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(related):
            label = line(each.thing.label, 160)
            edit = parts.button(tr("Edit…"), partial(desk.edit, each.thing.iri, each.path))
            edit.setAccessibleName(tr("Edit {name}").format(name=label))
            grid.addWidget(parts.text(label, ink="second"), row, 0)
            grid.addWidget(parts.text(line(each.figures, 60) or tr("no figures")), row, 1)
            grid.addWidget(edit, row, 2)
        if len(related) == MOST:
            grid.addWidget(parts.text(tr("More are on its page."), ink="second"), len(related), 0)

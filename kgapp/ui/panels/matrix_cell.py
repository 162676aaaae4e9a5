"""What can be done with one cell of the coverage matrix: open what is recorded, record it, judge it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from kgapp.domain.coverage import Cell, Direction, Place
from kgapp.domain.grades import Grade
from kgapp.services.coverage_writing import Entry, Said
from kgapp.ui.texts import caption
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.panels.matrix import MatrixPanel

_SAY: Final[tuple[tuple[str, str, Said], ...]] = (
    (mark("No effect"), "0", Grade.NONE),
    (mark("Low"), "1", Grade.LOW),
    (mark("Medium"), "2", Grade.MEDIUM),
    (mark("High"), "3", Grade.HIGH),
    (mark("More makes more"), "+", Direction.UP),
    (mark("More makes less"), "-", Direction.DOWN),
    (mark("Goes both ways"), "~", Direction.MIXED),
    (mark("Not assessed after all"), "U", None),
)


def open_cell(panel: MatrixPanel, row: int, column: int) -> None:
    """Open the one influence of a cell; list several; where there is none, begin a new one."""
    place = panel.model.place(row, column)
    if place is None or place.factor == place.effect:
        return
    found = panel.model.matrix.cell(place).judgements
    if len(found) == 1:
        panel.desk.open_entity(found[0].iri)
    elif found:
        view = panel.drawing_view
        at = view.place_of(row, column).toPoint() if view is not None else panel.mapToGlobal(QPoint(0, 0))
        cell_menu(panel, row, column, at)
    elif panel.desk.project.writable:
        panel.desk.open_place(panel.form_place(place.factor, place.effect))
    else:
        panel.desk.say(tr("Nothing is recorded here."))


def cell_menu(panel: MatrixPanel, row: int, column: int, place: QPoint) -> None:
    """The menu of a cell: everything recorded in it, and what may be said of it."""
    at = panel.model.place(row, column)
    if at is None or at.factor == at.effect:
        return
    menu = QMenu(panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(tr("What is recorded in this cell, and what can be said of it"))
    _recorded(panel, menu, panel.model.matrix.cell(at))
    if panel.desk.project.writable:
        menu.addSeparator()
        for words, key, meant in _SAY:
            menu.addAction(f"{said(words)}\t{key}", partial(_say, panel, at, meant))
        menu.addSeparator()
        menu.addAction(
            tr("Record a new influence…"), lambda: panel.desk.open_place(panel.form_place(at.factor, at.effect))
        )
    menu.addSeparator()
    for words, thing in ((tr("Open the parameter"), at.factor), (tr("Open what it bears on"), at.effect)):
        menu.addAction(words, partial(panel.desk.open_entity, thing))
    menu.popup(place)


def _say(panel: MatrixPanel, place: Place, meant: Said) -> None:
    panel.judging.say((Entry(place, meant),))


def _recorded(panel: MatrixPanel, menu: QMenu, cell: Cell) -> None:
    for each in cell.judgements:
        strength = tr("strength not judged") if each.strength is None else each.strength.word
        words = tr("Open “{name}”: {strength}, {status}").format(
            name=each.label, strength=strength, status=each.status or tr("no status")
        )
        menu.addAction(caption(words, 120), partial(panel.desk.open_entity, each.iri))
    for risk in cell.suggested:
        words = tr("Suggested by the risk “{name}”").format(name=risk.label)
        menu.addAction(caption(words, 120), partial(panel.desk.open_entity, risk.iri))

"""A window in a process of its own, for a test that kills it: types into a grid or a form and says when the input has been kept."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import RDFS
from kgapp.ui import application
from kgapp.ui.panels.entity import EntityPanel
from kgapp.ui.panels.grid import GridPanel
from kgapp.ui.theme import Theme
from kgapp.ui.views import View
from kgapp.ui.window import MainWindow

LOOK_MS = 50


def main(project: Path, place: str, text: str, folder: Path) -> None:
    """Open the project, type into the first cell that takes a text, or into the label; print ``kept`` when there is a draft file.

    ``place`` is that of a grid, or ``edit IRI``.
    """
    app = QApplication(["kgapp"])
    application.dress(app)
    window = MainWindow(bootstrap, Theme(app))
    window.show()
    window.open(project)
    word, _, rest = place.partition(" ")
    asked: list[bool] = []
    typed: list[bool] = []

    def look() -> None:
        here = window.tabs.here if window.tabs is not None else None
        if here is None:
            return
        if not asked:
            asked.append(True)
            if word == "edit":
                window.edit(Iri(rest))
            else:
                window.open_place(place)
        elif not typed and (into_grid(here, text) if word == "grid" else into_form(here, text)):
            typed.append(True)
        elif typed and any(folder.glob("*/*.json")):
            sys.stdout.write("kept\n")
            sys.stdout.flush()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    app.exec()


def into_grid(here: View, text: str) -> bool:
    """Type into the first row; whether that could be done yet."""
    if not isinstance(here, GridPanel) or not here.model.plan.rows or here.model.loaded != len(here.model.plan.rows):
        return False
    column = next(at for at, each in enumerate(here.model.plan.columns) if each.name == "text value")
    here.table.changed.emit(here.model.enter("Edit", {(0, column): text}))
    return True


def into_form(here: View, text: str) -> bool:
    """Type into the label, key by key; whether that could be done yet."""
    view = here.form.row(RDFS.label) if isinstance(here, EntityPanel) and here.form is not None else None
    if view is None:
        return False
    field = view.findChildren(QLineEdit)[0]
    field.selectAll()
    QTest.keyClicks(field, text)
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))

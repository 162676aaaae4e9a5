"""A window in a process of its own, for a test that kills it: types into a grid and says when the input has been kept."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kgapp import bootstrap
from kgapp.ui import application
from kgapp.ui.panels.grid import GridPanel
from kgapp.ui.theme import Theme
from kgapp.ui.window import MainWindow

LOOK_MS = 50


def main(project: Path, place: str, text: str, drafts: Path) -> None:
    """Open the project, enter a text into the first cell that takes one, print ``kept`` when a draft file is there."""
    app = QApplication(["kgapp"])
    application.dress(app)
    window = MainWindow(bootstrap, Theme(app))
    window.show()
    window.open(project)
    typed: list[bool] = []

    def look() -> None:
        here = window.tabs.here if window.tabs is not None else None
        if here is None:
            return
        if not isinstance(here, GridPanel):
            window.open_place(place)
        elif not typed and here.model.plan.rows and here.model.loaded == len(here.model.plan.rows):
            column = next(at for at, each in enumerate(here.model.plan.columns) if each.name == "text value")
            here.table.changed.emit(here.model.enter("Edit", {(0, column): text}))
            typed.append(True)
        elif typed and any(True for _ in drafts.glob("*/*.json")):
            sys.stdout.write("kept\n")
            sys.stdout.flush()
            timer.stop()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))

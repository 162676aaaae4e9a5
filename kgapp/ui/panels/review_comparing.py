"""What to compare a review with: another one that is open, or a kept assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QListWidgetItem

from kgapp.services.assessments import reading
from kgapp.services.assessments.reading import Row
from kgapp.services.impact import summary
from kgapp.ui import places_table, reviewing
from kgapp.ui.panels import parts
from kgapp.ui.panels.message import message
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.reviewing import Review


def ask(desk: Desk, review: Review) -> None:
    """Look up what there is, then ask."""
    desk.project.read(reading.rows, lambda rows: _ask(desk, review, rows), desk.tell, "what to compare with")


def _ask(desk: Desk, review: Review, rows: tuple[Row, ...]) -> None:
    open_ones = [
        each for each in reviewing.open_reviews(desk.project) if each is not review and each.report is not None
    ]
    choices = [(each.name, line(summary.heading(each.report), 120)) for each in open_ones if each.report is not None]
    known = {name for name, _ in choices} | {review.name}
    for row in rows:
        if row.iri not in known:
            standing = tr("closed") if row.closed else tr("in review")
            choices.append((row.iri, f"{line(row.label, 120)} · {standing}"))
    if not choices:
        words = tr("There is nothing to compare it with.")
        message(
            QApplication.activeWindow() or desk.inspector, words, tr("Assess another change, or keep an assessment.")
        )
        return
    _Choose(desk, review, choices).open()


class _Choose(QDialog):
    """The list; Enter or a double click compares."""

    def __init__(self, desk: Desk, review: Review, choices: list[tuple[str, str]]) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._review = desk, review
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare with"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Reviews to compare with"))
        for name, words in choices:
            entry = QListWidgetItem(words)
            entry.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _: self._compare())
        compare = parts.button(tr("Compare"), self._compare, primary=True)
        compare.setDefault(True)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Compare with"), desk.theme, 16))
        layout.addWidget(parts.text(tr("What only one of them reaches, and what stands differently."), ink="second"))
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), compare))
        parts.size(self, 520, 380, desk.theme)

    def _compare(self) -> None:
        chosen = self.list.currentItem()
        if chosen is not None:
            self.accept()
            other = str(chosen.data(Qt.ItemDataRole.UserRole))
            self._desk.open_place(places_table.compared(self._review.name, other))

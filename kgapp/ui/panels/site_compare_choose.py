"""Which two sites are compared: a small dialog that proposes the pair of the transfer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFormLayout

from kgapp.domain.terms import Iri
from kgapp.services.ports import RecordReader
from kgapp.services.sites import processes
from kgapp.services.sites.processes import Choice, Offered
from kgapp.ui import places_table
from kgapp.ui.panels import parts
from kgapp.ui.panels.message import message
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.texts import caption
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 460
_HEIGHT: Final = 210


def choose(desk: Desk, _thing: Iri | None = None) -> None:
    """Ask for two sites, then compare them."""
    desk.project.read(processes.offered, lambda found: _ask(desk, found), desk.tell, "choose sites")


def compare_transfer(desk: Desk, _thing: Iri | None = None) -> None:
    """Compare the two sites of the one transfer; with several, or none, ask."""

    def show(found: Offered) -> None:
        if len(found.pairs) == 1:
            desk.open_place(places_table.sites_of(*found.pairs[0]))
        else:
            _ask(desk, found)

    desk.project.read(processes.offered, show, desk.tell, "choose sites")


def compare_with(desk: Desk, thing: Iri | None) -> None:
    """Compare a site or process with the other one of its transfer; without one, ask."""
    if thing is None:
        return
    here = thing

    def read(reader: RecordReader) -> tuple[Offered, Iri]:
        return processes.offered(reader), processes.of(reader, here)

    def show(found: tuple[Offered, Iri]) -> None:
        offered, process = found
        pair = next((each for each in offered.pairs if process in each), None)
        if pair is not None:
            desk.open_place(places_table.sites_of(*pair))
        else:
            _ask(desk, offered, process)

    desk.project.read(read, show, desk.tell, "choose sites")


def _ask(desk: Desk, found: Offered, first: Iri | None = None) -> None:
    if len(found.choices) > 1:
        ChooseSites(desk, found, first).open()
        return
    window = QApplication.activeWindow()
    if window is not None:
        message(
            window,
            tr("There are no two site processes to compare."),
            tr("Record a site process for each site, derived from one general process."),
        )


class ChooseSites(QDialog):
    """The sending site above, the receiving one below."""

    def __init__(self, desk: Desk, found: Offered, first: Iri | None = None) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._choices = desk, found.choices
        self.setWindowTitle(tr("Compare two sites"))
        self.sending = self._box(tr("Sending site"))
        self.receiving = self._box(tr("Receiving site"))
        self.compare = parts.button(tr("Compare"), self._compare, primary=True)
        self._why = parts.text("", ink="second")
        form = QFormLayout()
        form.addRow(tr("From"), self.sending)
        form.addRow(tr("To"), self.receiving)
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(tr("Which two sites?"), desk.theme, 16))
        layout.addLayout(form)
        layout.addWidget(self._why)
        layout.addStretch(1)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.compare))
        parts.size(self, _WIDTH, _HEIGHT, desk.theme)
        self._propose(found, first)
        for box in (self.sending, self.receiving):
            box.currentIndexChanged.connect(self._check)
        self._check()

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItems([caption(each.label, 80) for each in self._choices])
        return box

    def _propose(self, found: Offered, first: Iri | None) -> None:
        known = [each.process for each in self._choices]
        pair = found.pairs[0] if found.pairs and first is None else (first or known[0], known[-1])
        for box, process in zip((self.sending, self.receiving), pair, strict=True):
            box.setCurrentIndex(known.index(process) if process in known else 0)
        if self.sending.currentIndex() == self.receiving.currentIndex():
            self.receiving.setCurrentIndex((self.sending.currentIndex() + 1) % len(known))

    @property
    def _pair(self) -> tuple[Choice, Choice]:
        return self._choices[self.sending.currentIndex()], self._choices[self.receiving.currentIndex()]

    def _check(self) -> None:
        one, other = self._pair
        same = one.process == other.process
        apart = not set(one.general) & set(other.general)
        why = tr("Choose two different ones.") if same else ""
        if apart:
            why = tr("These two are not derived from one general process, so they do not compare.")
        self._why.setText(why)
        self.compare.setEnabled(not why)

    def _compare(self) -> None:
        one, other = self._pair
        self.accept()
        self._desk.open_place(places_table.sites_of(one.process, other.process))

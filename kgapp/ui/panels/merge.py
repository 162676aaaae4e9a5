"""Two things side by side that are to become one: which stays, and where they disagree, whose value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from kgapp.domain.terms import Iri
from kgapp.services import browsing, merging
from kgapp.services.merging import MergePlan, Side
from kgapp.services.ports import RecordReader
from kgapp.ui import entity_commands
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import count_of, line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 720
_HEIGHT: Final = 460
_TEXT: Final = 300
"""So much of a value is shown; the tip tells all of it."""


class MergeDialog(QDialog):
    """The first thing stays unless they are exchanged; conflicts keep its value unless the other one's is chosen."""

    def __init__(self, desk: Desk, one: Iri, other: Iri | None) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._stays, self._goes = desk, one, other
        self.plan: MergePlan | None = None
        self._groups: dict[Iri, QButtonGroup] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge"))
        self._title = parts.heading(tr("Make one of two"), desk.theme, 16)
        self.other = ThingField(desk, tr("The one that goes"))
        self.other.chosen.connect(self._choose)
        self.swap = parts.button(tr("Exchange: let the other one stay"), self._exchange)
        self._said = parts.text("", ink="second")
        self._table = QWidget()
        self._scroll = QScrollArea()
        self.ready = parts.button(tr("Merge…"), self._save, primary=True)
        self.ready.setDefault(True)
        self._lay_out()
        self._load()

    @property
    def chosen(self) -> dict[Iri, Side]:
        """Whose value is chosen, by property."""
        return {path: Side.GOES if group.checkedId() else Side.STAYS for path, group in self._groups.items()}

    @property
    def said(self) -> str:
        """What the dialog says would happen, or why it cannot."""
        return self._said.text()

    def group(self, path: Iri) -> QButtonGroup:
        """The choice of a property that the two disagree about: 0 is the value of the one that stays."""
        return self._groups[path]

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Where the two disagree"))
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(self._title)
        layout.addWidget(parts.text(tr("Which thing is the same, and goes?"), ink="second"))
        layout.addWidget(self.other)
        layout.addLayout(parts.row(self.swap))
        layout.addWidget(self._said)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.ready))
        room, px = self.screen().availableSize(), self._desk.theme.px
        self.resize(min(px(_WIDTH), room.width() - 80), min(px(_HEIGHT), room.height() - 80))

    def _load(self) -> None:
        stays, goes = self._stays, self._goes
        self._show(None)
        if goes is None:
            self._desk.project.read(self._name, self._begin, self._desk.tell, "merge")
            self.other.setFocus()
        else:
            self._desk.project.read(lambda reader: merging.plan(reader, stays, goes), self._show, self._fail, "merge")

    def _name(self, reader: RecordReader) -> str:
        return browsing.labels(reader, (self._stays,))[self._stays]

    def _begin(self, label: str) -> None:
        self._title.setText(tr("“{name}” stays").format(name=line(label, 120)))
        self._said.setText(tr("Type the name of the one that is the same, and choose it. Nothing is done yet."))

    def _choose(self, thing: str) -> None:
        self._goes = Iri(thing) if thing else None
        if thing:
            self._load()
        else:
            self._show(None)

    def _exchange(self) -> None:
        if self._goes is not None:
            self._stays, self._goes = self._goes, self._stays
            self._load()

    def _fail(self, failure: Failure) -> None:
        self._said.setText(line(f"{failure.sentence} {failure.hint}", 400))
        self.swap.setEnabled(self._goes is not None)

    def _show(self, plan: MergePlan | None) -> None:
        self.plan = plan
        self._groups = {}
        self.ready.setEnabled(plan is not None)
        self.swap.setEnabled(plan is not None)
        self._table = QWidget()
        if plan is not None:
            self._title.setText(tr("“{name}” stays").format(name=line(plan.stays.label, 120)))
            self.other.show_thing(plan.goes.iri, plan.goes.label)
            self._said.setText(_told(plan))
            self._compare(plan)
        self._scroll.setWidget(self._table)

    def _compare(self, plan: MergePlan) -> None:
        grid = QGridLayout(self._table)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(self._desk.theme.px(12))
        if plan.conflicts:
            for column, words in ((1, tr("stays: {name}")), (2, tr("goes: {name}"))):
                name = plan.stays.label if column == 1 else plan.goes.label
                grid.addWidget(parts.text(words.format(name=line(name, 60)), ink="second"), 0, column)
        for row, conflict in enumerate(plan.conflicts, 1):
            grid.addWidget(parts.text(line(conflict.predicate.label, 30), ink="second", wrap=False), row, 0)
            group = QButtonGroup(self._table)
            for at, said in enumerate((conflict.stays_text, conflict.goes_text)):
                text = said or tr("not stated")
                button = QRadioButton()
                button.setAccessibleName(f"{line(conflict.predicate.label, 60)}: {line(text, 120)}")
                group.addButton(button, at)
                value = parts.row(button, stretch=False, spacing=4)
                value.addWidget(_Value(text, button), 1)
                grid.addLayout(value, row, at + 1)
            group.button(0).setChecked(True)
            self._groups[conflict.predicate.iri] = group
        grid.setRowStretch(grid.rowCount(), 1)

    def _save(self) -> None:
        if self.plan is not None:
            chosen = self.chosen
            self.accept()
            entity_commands.save_merge(self._desk, self.plan, chosen)


class _Value(QLabel):
    """A value in words that belongs to a button: a click on it chooses it. It wraps, which the button's own text cannot."""

    def __init__(self, words: str, button: QRadioButton) -> None:
        super().__init__(line(words, _TEXT))
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setToolTip(tip(words))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._button.setChecked(True)


def _told(plan: MergePlan) -> str:
    told = [
        tr("{facts} are taken over").format(facts=count_of(plan.moved, tr("statement"), tr("statements"))),
        tr("{uses} will point to the one that stays").format(
            uses=count_of(plan.redirected, tr("reference"), tr("references"))
        ),
    ]
    if plan.between:
        told.append(
            tr("{links} between the two are dropped").format(
                links=count_of(plan.between, tr("statement"), tr("statements"))
            )
        )
    words = "; ".join(told) + ". " + tr("The other one is retired and names what replaces it.")
    if plan.of_other_kind:
        words += " " + tr("The two are of different kinds: look twice.")
    if plan.conflicts:
        words += " " + tr("They disagree below: choose what stays.")
    return words

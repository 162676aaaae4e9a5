"""A table from a spreadsheet for the coverage matrix: what it would make, and everything in it that is left out, before anything is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QWidget

from kgapp.domain.coverage import Line, Matrix, Place
from kgapp.domain.grades import Grade
from kgapp.domain.terms import Iri
from kgapp.services import coverage_paste
from kgapp.services.coverage_paste import Plan, Scale
from kgapp.services.coverage_writing import Entry
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts
from kgapp.ui.panels.table import Table
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 760
_HEIGHT: Final = 620
_TEXT: Final = 96
_TOPIC: Final = "table of judgements"
_SCALES: Final = (
    (Scale.NOT_READ, mark("Figures are not read")),
    (Scale.TO_THREE, mark("0, 1, 2, 3 are none, low, medium, high")),
    (Scale.TO_NINE, mark("0, 1, 3, 9 are none, low, medium, high")),
)


class PasteDialog(QDialog):
    """Reads while one looks; ``taken`` gives the judgements."""

    taken = Signal(object)
    """Entries to judge."""

    def __init__(self, desk: Desk, matrix: Matrix, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._matrix = desk, matrix
        self.plan: Plan | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Paste a table"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("The table, as copied from a spreadsheet"))
        self.text.setPlaceholderText(tr("Copy the table with its headings in your spreadsheet and paste it here."))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(desk.theme.px(_TEXT))
        self.scale = QComboBox()
        self.scale.setAccessibleName(tr("What figures in the table mean"))
        for scale, words in _SCALES:
            self.scale.addItem(said(words), scale)
        self.said = parts.text("", ink="first")
        self.table = Table(
            tr("What the table makes, and what is left out"),
            (tr("Where"), tr("It says"), tr("What becomes of it")),
            (0.36, 0.16, 0),
            desk.theme,
        )
        self.take = parts.button(tr("Judge"), self._take, primary=True)
        self._lay_out()
        self.text.textChanged.connect(self._read)
        self.scale.currentIndexChanged.connect(lambda _: self._read())
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self._read()
        self.finished.connect(lambda _: desk.project.forget(_TOPIC))
        parts.size(self, _WIDTH, _HEIGHT, desk.theme)

    def _lay_out(self) -> None:
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(tr("Judgements from a table"), self._desk.theme, 16))
        words = tr(
            "Parameters down, attributes across or the other way round, by id or whole name; cells say H, M, L or N, with + "
            "or - for the direction. Nothing is guessed, and what is assessed already stays."
        )
        layout.addWidget(parts.text(words, ink="second"))
        layout.addWidget(self.text)
        layout.addWidget(self.scale)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        buttons = parts.row(stretch=False)
        buttons.addStretch(1)
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        buttons.addWidget(self.take)
        layout.addLayout(buttons)

    def _read(self) -> None:
        text, matrix, scale = self.text.toPlainText(), self._matrix, Scale(self.scale.currentData())
        self.take.setEnabled(False)
        self.plan = None
        if not text.strip():
            self.said.setText(tr("Nothing is pasted yet."))
            self.table.show_groups(())
            return
        self._desk.project.read(lambda _: coverage_paste.read(matrix, text, scale), self._show, self._fail, _TOPIC)

    def _fail(self, failure: Failure) -> None:
        self.said.setText(f"{failure.sentence} {failure.hint}".strip())
        self.table.show_groups(())

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        parts_said = [tr("{count} cells would be judged").format(count=number(plan.cells))]
        parts_said.append(tr("{count} say what is recorded already").format(count=number(plan.same)))
        parts_said.append(tr("{count} are empty").format(count=number(plan.blank)))
        parts_said.append(tr("{count} rows, columns or cells are left out").format(count=number(len(plan.problems))))
        words = ", ".join(parts_said) + "."
        if plan.turned:
            words += " " + tr("The table has attributes down and parameters across.")
        self.said.setText(words)
        self.take.setText(tr("Judge {count} cells").format(count=number(plan.cells)))
        self.take.setEnabled(bool(plan.entries))
        self.table.show_groups(tuple(self._groups(plan)))

    def _groups(self, plan: Plan) -> list[Group]:
        names: dict[Iri, Line] = {each.iri: each for each in (*self._matrix.factors, *self._matrix.columns)}
        left = tuple(
            Row((Cell(each.where), Cell(line(each.text, 60)), Cell(each.because)), each) for each in plan.problems
        )
        words: dict[Place, list[str]] = {}
        for entry in plan.entries:
            words.setdefault(entry.place, []).append(_word(entry))
        made = tuple(
            Row((Cell(_where(names, place)), Cell(", ".join(each)), Cell(tr("is judged so"), ink="second")), place)
            for place, each in words.items()
        )
        found = [Group(tr("Left out ({count})").format(count=number(len(left))), left, "left")] if left else []
        if made:
            found.append(Group(tr("Would be judged ({count})").format(count=number(plan.cells)), made, "made"))
        return found

    def _take(self) -> None:
        if self.plan is not None and self.plan.entries:
            self.accept()
            self.taken.emit(self.plan.entries)


def _where(names: dict[Iri, Line], place: Place) -> str:
    return f"{names[place.factor].label} × {names[place.effect].label}"


def _word(entry: Entry) -> str:
    return entry.said.word if isinstance(entry.said, Grade) else entry.said.value if entry.said else ""

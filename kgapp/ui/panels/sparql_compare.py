"""An answer beside that of the last run of the same text: which rows are only in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kgapp.services.asking import comparing
from kgapp.services.asking.comparing import Compared
from kgapp.services.asking.history import History, Past
from kgapp.services.ports import RecordReader
from kgapp.services.questions import answers
from kgapp.services.questions.answers import Cell, Column
from kgapp.ui.panels import parts
from kgapp.ui.panels.answer_table import AnswerTable
from kgapp.ui.texts import count_of
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SIZE: Final = (780, 560)


@dataclass(frozen=True, slots=True)
class Shown:
    """Two answers compared, with cells for people; without ``compared`` there is nothing to compare with."""

    compared: Compared | None
    columns: tuple[Column, ...] = ()
    only_before: tuple[tuple[Cell, ...], ...] = ()
    only_now: tuple[tuple[Cell, ...], ...] = ()


def with_last(reader: RecordReader, history: History, now: Past) -> Shown:
    """Compare a run with the last one of the same text before it."""
    before = history.earlier(now.run.text, than=now.number, inferred=now.run.inferred)
    kept, other = history.kept(now), history.kept(before) if before is not None else None
    if kept is None or other is None:
        return Shown(None)
    found = comparing.compare(other, kept)
    columns = answers.columns(found.columns)
    only_before = answers.cells(reader, columns, found.only_before)
    return Shown(found, columns, only_before, answers.cells(reader, columns, found.only_now))


def open_dialog(desk: Desk, now: Past, parent: QWidget) -> None:
    """Look both answers up and show what is different."""
    history = desk.drafts.queries.history

    def show(shown: Shown) -> None:
        if shown.compared is None:
            desk.say(tr("There is no earlier answer of this text to compare with."))
        else:
            ComparedDialog(shown, desk.theme, parent.window()).open()

    desk.project.read(lambda reader: with_last(reader, history(reader.meta()), now), show, desk.tell, "sparql compare")


class ComparedDialog(QDialog):
    """Sentences first, then the rows that are only in one of the answers."""

    def __init__(self, shown: Shown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compared with the last run"))
        layout = parts.column(self, (16, 16, 16, 12), 8)
        layout.addWidget(parts.heading(tr("Compared with the last run"), theme, 16))
        self.sentences = shown.compared.sentences if shown.compared is not None else ()
        for sentence in self.sentences:
            layout.addWidget(parts.text(sentence))
        for words, rows in ((tr("Only then"), shown.only_before), (tr("Only now"), shown.only_now)):
            if rows:
                heading = f"{words}: {count_of(len(rows), tr('row'), tr('rows'))}"
                layout.addWidget(parts.heading(heading, theme, 14))
                table = AnswerTable(heading, theme)
                table.show_rows(shown.columns, rows)
                layout.addWidget(table, 1)
        if not shown.only_before and not shown.only_now:
            layout.addStretch(1)
        line = parts.row()
        line.addWidget(parts.button(tr("Close"), self.accept, primary=True))
        layout.addLayout(line)
        parts.size(self, *_SIZE, theme)

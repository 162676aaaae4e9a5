"""What was run before in this project by this user, and texts whose tabs were closed: to be looked at again, not run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from kgapp.domain.sparql_text import Form
from kgapp.services.asking import limits
from kgapp.services.asking.history import Outcome, Past
from kgapp.services.query_texts import QueryText
from kgapp.ui.models.sections import Cell, Group, Row
from kgapp.ui.panels import parts, sparql_open
from kgapp.ui.panels.table import Table
from kgapp.ui.texts import line, number
from kgapp.ui.tones import Tone
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SIZE: Final = (900, 600)
_TALL: Final = 150


def open_dialog(desk: Desk, parent: QWidget) -> None:
    """Look the runs up and show them."""
    history = desk.drafts.queries.history

    def show(past: tuple[Past, ...]) -> None:
        HistoryDialog(desk, past, desk.drafts.queries.closed_texts, parent.window()).open()

    desk.project.read(lambda reader: history(reader.meta()).past(), show, desk.tell, "sparql history")


class HistoryDialog(QDialog):
    """A list of runs and of closed texts; the text of the chosen one below."""

    def __init__(
        self, desk: Desk, past: tuple[Past, ...], closed: tuple[QueryText, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: Past | QueryText | None = None
        theme = desk.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        headings = (tr("Text"), tr("Run"), tr("Rows"), tr("Time"), tr("Revision"))
        self.list = Table(tr("What was run before"), headings, (0.46, 140, 100, 80, 0), theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("The text of the chosen run"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(_TALL))
        self.take = parts.button(tr("Open in a tab"), self.open_text, primary=True)
        self.take.setEnabled(False)
        layout = parts.column(self, (16, 16, 16, 12), 8)
        layout.addWidget(parts.heading(tr("What was run before"), theme, 16))
        words = tr("Kept for you on this computer, not in the project. Opening a text runs nothing.")
        layout.addWidget(parts.text(words, ink="second"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.text)
        buttons = parts.row()
        for each in (self.take, parts.button(tr("Close"), self.reject)):
            buttons.addWidget(each)
        layout.addLayout(buttons)
        parts.size(self, *_SIZE, theme)
        self.list.chosen.connect(self._choose)
        self.list.acted.connect(lambda _: self.open_text())
        self.list.update_groups(groups(past, closed))
        if past or closed:
            self.list.begin()
        else:
            self.text.setPlaceholderText(tr("Nothing was run yet."))

    def open_text(self) -> None:
        """The chosen text in a tab of its own, and nothing is run."""
        chosen = self._chosen
        if isinstance(chosen, Past):
            opened = sparql_open.open_text(self._desk, chosen.run.text, inferred=chosen.run.inferred)
        elif isinstance(chosen, QueryText):
            opened = sparql_open.open_again(self._desk, chosen)
        else:
            return
        if opened:
            self.accept()

    def _choose(self, subject: object) -> None:
        if isinstance(subject, Past | QueryText):
            self._chosen = subject
            run = subject.run if isinstance(subject, Past) else None
            told = "".join(f"# {words}\n" for words in _about(subject))
            self.text.setPlainText(told + (run.text if run is not None else subject.text))  # type: ignore[union-attr]
            self.take.setEnabled(True)


def groups(past: tuple[Past, ...], closed: tuple[QueryText, ...]) -> tuple[Group, ...]:
    """Runs, then closed texts, as rows."""
    runs = tuple(_run(each) for each in past)
    texts = tuple(Row((Cell(line(each.name, 120)), Cell(""), Cell(""), Cell(""), Cell("")), each) for each in closed)
    return (Group(tr("Runs"), runs, "runs"), Group(tr("Texts of closed tabs"), texts, "closed"))


def _run(past: Past) -> Row:
    run = past.run
    words = {Outcome.STOPPED: tr("stopped"), Outcome.FAILED: tr("failed")}.get(run.outcome, "")
    rows = words or (tr("yes or no") if run.form is Form.ASK else number(run.rows) + (" +" if run.more else ""))
    name = QueryText("", run.at, run.text).name
    return Row(
        (
            Cell(line(name, 120)),
            Cell(f"{run.at.astimezone():%Y-%m-%d %H:%M}", ink="second"),
            Cell(rows, tone=Tone.MEDIUM if words else None),
            Cell(limits.duration(run.seconds) if not words else "", ink="second"),
            Cell(f"{run.seq} · {run.revision_hash[:8]}" if run.revision_hash else line(run.endpoint, 30), ink="second"),
        ),
        past,
    )


def _about(subject: Past | QueryText) -> tuple[str, ...]:
    if isinstance(subject, QueryText):
        return ()
    followed = tr("Asked with what follows.") if subject.run.inferred else ""
    return tuple(line(words, 300) for words in (followed, subject.run.problem, subject.not_kept) if words)

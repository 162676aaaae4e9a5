"""The buttons above the SPARQL editor, and in words what running it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kgapp.domain.sparql_text import Form
from kgapp.ui.panels import parts, sparql_running
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Acts:
    """What the buttons of the editor do."""

    run: Callable[[], None]
    stop: Callable[[], None]
    layout: Callable[[], None]
    save: Callable[[], None]
    history: Callable[[], None]
    new: Callable[[], None]
    compare: Callable[[], None]
    explain: Callable[[], None]
    infer: Callable[[bool], None]


class Bar(QWidget):
    """One primary button: what runs the text."""

    def __init__(self, acts: Acts, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of this text"))
        self.name.setPlaceholderText(tr("Name"))
        self.name.setToolTip(tr("What the tab is called; without a name by how the text begins"))
        self.run = parts.button(tr("Run"), acts.run, primary=True, tip=tr("Run this text (Ctrl+Enter)"))
        self.stop = parts.button(tr("Stop"), acts.stop, tip=tr("Stop what runs (Esc)"))
        self.layout_text = parts.button(tr("Format"), acts.layout, tip=tr("Lay the text out anew (Ctrl+Shift+F)"))
        self.save = parts.button(tr("Save as question…"), acts.save)
        self.history = parts.button(
            tr("History…"), acts.history, tip=tr("What was run before, and texts that were closed")
        )
        self.new = parts.button(tr("New text"), acts.new, tip=tr("Another text in a tab of its own"))
        buttons = (self.run, self.stop, self.layout_text, self.save, self.history, self.new)
        for each in buttons:
            each.setAutoDefault(False)
        self.infer = QCheckBox(tr("With what follows"))
        self.infer.setToolTip(
            tr(
                "Ask also what follows from the statements by the ontology: wider classes and properties, inverses, chains"
            )
        )
        self.infer.clicked.connect(acts.infer)
        self.note = parts.text("", ink="second")
        self._flow = parts.Flow((*buttons, self.name, self.infer), 8)
        column = parts.column(self, (16, 10, 16, 8), 6)
        column.addWidget(self._flow)
        column.addWidget(self.note)
        self.stop.setEnabled(False)
        self.suit(None, running=False)
        self.dress()

    def dress(self) -> None:
        """Take the sizes in force."""
        self.name.setFixedWidth(self._theme.px(150))
        self.infer.setMinimumHeight(self.run.sizeHint().height())  # on one line with the buttons
        self._flow.place()

    def suit(self, form: Form | None, *, running: bool) -> None:
        """Name what a text of this form does when it is run."""
        self.run.setText(tr("Preview…") if form is Form.UPDATE else tr("Run"))
        self.run.setEnabled(not running)
        self.stop.setEnabled(running)
        self.save.setEnabled(form is not None and form is not Form.UPDATE)
        self.note.setText(sparql_running.note(form))
        self._flow.place()

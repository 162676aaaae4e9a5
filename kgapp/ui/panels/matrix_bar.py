"""Above and below the coverage matrix: the run of judgements with its progress, and what the letters mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from kgapp.domain.grades import evidence_of
from kgapp.ui.judging import Judging
from kgapp.ui.panels import parts
from kgapp.ui.texts import number
from kgapp.ui.theme import Theme
from kgapp.ui.tones import Tone
from kgapp.ui.words import mark, said, tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.panels.matrix import MatrixPanel

_LETTERS: Final = (
    (mark("H high"), Tone.HIGH),
    (mark("M medium"), Tone.MEDIUM),
    (mark("L low"), Tone.LOW),
    (mark("0 no effect"), Tone.PLAIN),
    (mark("? strength not judged"), Tone.UNKNOWN),
)
_SIGNS: Final = (
    mark("empty: not assessed"),
    mark("× rejected or retired"),
    mark("↑ ↓ ↕ direction"),
    mark("2≠ two that disagree"),
    mark("◇ suggested by a risk"),
    mark("• not saved"),
)
_BAR: Final = 120


class Legend(QWidget):
    """What colours, letters and signs mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made: list[QWidget] = [parts.Chip(said(words), tone, theme) for words, tone in _LETTERS]
        made += [parts.text(said(words), ink="second", wrap=False) for words in _SIGNS]
        parts.column(self).addWidget(parts.Flow(made, 10))


class RunBar(QWidget):
    """The buttons of the matrix, and how far the run is."""

    def __init__(self, desk: Desk, judging: Judging, panel: MatrixPanel) -> None:
        super().__init__(panel)
        self._judging = judging
        writable = desk.project.writable
        self.run = parts.button(tr("Judge cells…"), panel.ask_run, primary=True)
        self.end = parts.button(tr("End the run"), judging.end)
        self.save = parts.button("", judging.save_all)
        self.discard = parts.button(tr("Discard"), panel.discard_waiting)
        self.next = parts.button(tr("Next not assessed"), panel.choose_next, tip=tr("Next not assessed (Space)"))
        self.paste = parts.button(tr("Paste a table…"), panel.paste, tip=tr("Paste a table (Ctrl+V)"))
        self.twin: QPushButton = parts.button(tr("As a table"), self._turn)
        self.twin.setCheckable(True)
        self.smaller = parts.button("−", lambda: panel.zoom(-1), tip=tr("Smaller cells"))
        self.larger = parts.button("+", lambda: panel.zoom(1), tip=tr("Larger cells"))
        for button in (self.smaller, self.larger):
            button.setAccessibleName(button.toolTip())
        self.all = parts.button(tr("All in sight"), panel.fit)
        self.said = parts.text("", ink="second", wrap=False)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(desk.theme.px(_BAR))
        self.progress.setAccessibleName(tr("Judged in this run"))
        for widget in (self.run, self.paste):
            widget.setEnabled(writable)
        self._panel = panel
        shown = (self.run, self.save, self.discard, self.end, self.next, self.paste, self.twin)
        sizes = (self.smaller, self.larger, self.all)
        self._flow = parts.Flow([*shown, *sizes, panel.columns])
        layout = parts.column(self, spacing=6)
        layout.addWidget(self._flow)
        layout.addLayout(parts.row(self.progress, self.said))
        judging.changed.connect(self._suit)
        self._suit()

    def _turn(self) -> None:
        self._panel.show_as_table(table=self.twin.isChecked())
        for widget in (self.smaller, self.larger, self.all):
            widget.setEnabled(not self.twin.isChecked())

    def _suit(self) -> None:
        choice, waiting = self._judging.choice, len({each.place for each in self._judging.waiting})
        self.run.setText(tr("Change the run…") if choice else tr("Judge cells…"))
        self.run.setProperty("primary", not waiting)
        self.save.setProperty("primary", bool(waiting))
        for button in (self.run, self.save):
            button.style().unpolish(button)
            button.style().polish(button)
        self.save.setText(tr("Save {count} as one revision").format(count=number(waiting)))
        for widget in (self.save, self.discard):
            widget.setVisible(bool(waiting))
        self.end.setVisible(choice is not None and not waiting)
        self.said.setVisible(choice is not None)
        self.progress.setVisible(choice is not None)
        if choice is not None:
            done, all_of_them = self._judging.progress
            words = tr("{done} of {total} judged · {level}")
            level = tr("hypotheses") if choice.run.hypothesis else evidence_of(choice.run.level).phrase
            self.said.setText(words.format(done=number(done), total=number(all_of_them), level=level))
            self.progress.setRange(0, max(1, all_of_them))
            self.progress.setValue(min(done, all_of_them))
        self._flow.again()

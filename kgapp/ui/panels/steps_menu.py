"""The steps behind the undo and redo buttons: choosing one takes back all up to there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from kgapp.services.revision_log import NextSteps
from kgapp.ui.texts import caption
from kgapp.ui.words import tr


class StepsMenu(QMenu):
    """The next steps to undo, or to redo."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def show_steps(self, steps: tuple[tuple[int, str], ...], chosen: Callable[[int], None]) -> None:
        """Fill the menu; ``chosen`` gets the number of the revision to go to."""
        self.clear()
        for at, (seq, name) in enumerate(steps):
            text = f"{seq}  {caption(name, 70)}"
            action = self.addAction(text if not at else tr("{step}  (and those above)").format(step=text))
            action.triggered.connect(lambda _checked=False, seq=seq: chosen(seq))
        if not steps:
            self.addAction(tr("Nothing")).setEnabled(False)

    def add_history(self, steps: NextSteps, open_history: Callable[[], None]) -> None:
        """Where there is more: the history; an import is taken back there."""
        self.addSeparator()
        if steps.blocked_by is not None:
            text = tr("Before that: {name}. Take it back in the history…")
            self.addAction(text.format(name=caption(steps.blocked_by.summary, 50))).triggered.connect(
                lambda _checked=False: open_history()
            )
        else:
            self.addAction(tr("History…")).triggered.connect(lambda _checked=False: open_history())

"""Tells the user that kgapp made an error: what is safe, where the report is, and how to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from kgapp.ui.crash import Report
from kgapp.ui.panels import parts
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_SIZE: Final = (600, 440)


class CrashDialog(QDialog):
    """``quit_`` closes the window as its close button does; otherwise work goes on."""

    def __init__(
        self,
        report: Report,
        quit_: Callable[[], object],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        earlier: bool = False,
    ) -> None:
        super().__init__(parent)
        self._report, self._quit = report, quit_
        self.setWindowTitle(tr("An error of kgapp"))
        title = tr("kgapp ended unexpectedly last time") if earlier else tr("kgapp made an error")
        saved = tr(
            "Everything you saved is in the project. What you were typing is kept and is offered when you open the "
            "project again."
        )
        self.text = QPlainTextEdit(report.text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setFont(theme.font(12))
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(parts.heading(title, theme, 16))
        layout.addWidget(parts.text(saved))
        layout.addWidget(parts.text(self._where(), ink="second"))
        layout.addWidget(self.text, 1)
        buttons = parts.row(parts.button(tr("Copy the report"), self._copy))
        if earlier:
            on = parts.button(tr("Close"), self.accept, primary=True)
        else:
            buttons.addWidget(parts.button(tr("Quit"), self._leave))
            on = parts.button(tr("Go on"), self.accept, primary=True)
        buttons.addWidget(on)
        layout.addLayout(buttons)
        parts.size(self, *_SIZE, theme)
        on.setFocus()

    def _where(self) -> str:
        about = tr("The report says where in the program it happened. It holds nothing of your project and no names.")
        if self._report.path is None:
            return f"{about} {tr('It could not be written to a file: copy it.')}"
        return f"{about} {tr('It is in {path}').format(path=line(str(self._report.path), 300))}"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text)

    def _leave(self) -> None:
        self.accept()
        self._quit()

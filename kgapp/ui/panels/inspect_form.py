"""What is shown in an inspection, and as of which revision."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget

from kgapp.domain.history import Revision
from kgapp.ui.models.history import moment
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

_WIDTH = 480


class InspectForm(QDialog):
    """``chosen`` is called with the number of a revision, ``None`` for the project as it is now."""

    def __init__(
        self, revisions: tuple[Revision, ...], chosen: Callable[[int | None], None], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Inspection mode"))
        self.setMinimumWidth(theme.px(_WIDTH))
        self.revision = QComboBox()
        self.revision.setAccessibleName(tr("As of revision"))
        self.revision.addItem(tr("as it is now"), None)
        for each in revisions[1:]:
            self.revision.addItem(
                tr("revision {number}, {when}").format(number=each.seq, when=moment(each.at)), each.seq
            )
        label = QLabel(tr("&Show the project"))
        label.setBuddy(self.revision)
        show = parts.button(tr("Show the copy"), self.accept, primary=True)
        show.setDefault(True)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(tr("Show this project in an inspection"), theme, 16))
        layout.addLayout(parts.row(label, self.revision))
        words = tr(
            "The window shows a copy that nobody can change. Not in it: notes, personal figures, what is marked internal or "
            "personal, know-how without a mark, assessments with their verdicts, and the history."
        )
        layout.addWidget(parts.text(words, ink="second"))
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), show))
        self.accepted.connect(lambda: self._chosen(self.revision.currentData()))

"""A date: typed, or chosen in a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from kgapp.services.form_fields import Entry, Field
from kgapp.ui import icons
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Surroundings, ValueEditor
from kgapp.ui.texts import tip
from kgapp.ui.words import tr

_FORM = "yyyy-MM-dd"


class DateEditor(ValueEditor):
    """A field for a date as it is written, with a calendar beside it (Alt+Down)."""

    def __init__(self, kind: Field, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(kind, around, parent)
        px = around.desk.theme.px
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("such as 2026-03-31"))
        self.line.setMaximumWidth(px(170))
        self.line.textEdited.connect(self.take)
        self.open = QToolButton()
        self.open.setIcon(icons.icon("calendar", around.desk.theme.colours.second, px(14)))
        self.open.setToolTip(tip(tr("Choose in a calendar (Alt+Down)")))
        self.open.setShortcut("")
        self.open.clicked.connect(self.open_calendar)
        self._layout.addWidget(self.line, 1)
        self._layout.addWidget(self.open)
        self._layout.addStretch(1)
        self.setFocusProxy(self.line)

    def present(self, entry: Entry) -> None:
        if entry.text != self.line.text():
            self.line.setText(entry.text)

    def name(self, words: str) -> None:
        self.line.setAccessibleName(words)
        self.open.setAccessibleName(tr("{field}: calendar").format(field=words))

    def open_calendar(self) -> None:
        """Show the calendar at the date that stands in the field, else at today."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setObjectName("popup")
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(tr("Calendar"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        date = QDate.fromString(self.line.text().strip(), _FORM)
        calendar.setSelectedDate(date if date.isValid() else QDate.currentDate())
        calendar.activated.connect(lambda chosen: self._choose(chosen, frame))
        calendar.clicked.connect(lambda chosen: self._choose(chosen, frame))
        parts.column(frame, (4, 4, 4, 4)).addWidget(calendar)
        frame.move(self.mapToGlobal(QPoint(0, self.height())))
        frame.show()
        calendar.setFocus()

    def _choose(self, date: QDate, frame: QFrame) -> None:
        frame.close()
        text = date.toString(_FORM)
        self.line.setText(text)
        self.take(text)
        self.line.setFocus()

"""A date: typed, or chosen in a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from kgapp.services.form_fields import Entry, Field
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Keys, Surroundings, ValueEditor
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
        self.open.setIcon(around.icon("calendar", 14))
        self.open.setIconSize(QSize(px(14), px(14)))
        self.open.setToolTip(tip(tr("Choose in a calendar (Alt+Down)")))
        Keys(self.line, self._key)
        self.open.clicked.connect(self.open_calendar)
        self._layout.addWidget(self.line, 1)
        self._layout.addWidget(self.open)
        self._layout.addStretch()
        self.setFocusProxy(self.line)

    def present(self, entry: Entry) -> None:
        if entry.text != self.line.text():
            self.line.setText(entry.text)

    def name(self, words: str) -> None:
        self.line.setAccessibleName(words)
        self.open.setAccessibleName(tr("{field}: calendar").format(field=words))

    def open_calendar(self) -> None:
        """Show the calendar at the date that stands in the field, else at today."""
        date = QDate.fromString(self.line.text().strip(), _FORM)
        popup = CalendarPopup(self, date if date.isValid() else QDate.currentDate())
        popup.chosen.connect(self._choose)
        popup.show()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return True
        return False

    def _choose(self, date: QDate) -> None:
        text = date.toString(_FORM)
        self.line.setText(text)
        self.take(text)
        self.line.setFocus()


class CalendarPopup(QFrame):
    """A calendar below its field, which goes when something is chosen, at Escape, and when the keyboard goes elsewhere."""

    chosen = Signal(QDate)

    def __init__(self, field: QWidget, date: QDate) -> None:
        super().__init__(field.window())
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(date)
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        parts.column(self, (4, 4, 4, 4)).addWidget(self.calendar)
        self.adjustSize()
        window = field.window()
        place = field.mapTo(window, QPoint(0, field.height() + 2))
        if place.y() + self.height() > window.height():
            place = field.mapTo(window, QPoint(0, -self.height() - 2))
        self.move(min(place.x(), max(0, window.width() - self.width())), max(0, place.y()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.raise_()
        self.calendar.setFocus()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, date: QDate) -> None:
        self.chosen.emit(date)
        self.close()

    def _focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

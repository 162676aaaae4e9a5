"""The form that says what changes, before its impact is asked for: one change, or several that are assessed together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QLineEdit, QStackedWidget, QTabBar, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import change_choices, change_drafts
from kgapp.services.change_choices import Choices, OpenChange
from kgapp.services.change_drafts import ChangeDraft, Drafted
from kgapp.services.impact.assess import Question
from kgapp.ui.panels import parts
from kgapp.ui.panels.change_editor import ChangeEditor
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.texts import line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 560
_LABEL: Final = 74
_MOST: Final = 6
"""So many open changes are offered; how many more there are is said."""


class ChangeForm(QDialog):
    """``asked`` is called with the changes when the form is accepted, and with what they are called."""

    def __init__(self, desk: Desk, choices: Choices, asked: Callable[[Drafted, str], None]) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._asked = desk, asked
        self.setWindowTitle(tr("Impact of a change"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(desk.theme.px(_WIDTH))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Changes that are assessed together"))
        self.tabs.setExpanding(False)
        self.out = parts.button(tr("Leave this change out"), self._drop)
        self.tabs.currentChanged.connect(self._turn)
        self._editors = QStackedWidget()
        self.more = ThingField(desk, tr("What else changes"))
        self.more.chosen.connect(self._add)
        self._open_boxes: dict[Iri, QCheckBox] = {}
        self._heading = parts.heading("", desk.theme, 16)
        self.complaint = parts.text("", ink="high")
        self.complaint.hide()
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(self._heading)
        layout.addWidget(self.tabs)
        layout.addWidget(self._editors)
        layout.addLayout(parts.row(self.out))
        layout.addWidget(self._together(choices.open_changes))
        note = tr("An analysis changes nothing in the project. It supports a decision; it does not take it.")
        layout.addWidget(parts.text(note, ink="second"))
        layout.addWidget(self.complaint)
        show = parts.button(tr("Show what it touches"), self.accept, primary=True)
        show.setDefault(True)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), show))
        self._put(choices)
        self.editor.start()

    @property
    def editor(self) -> ChangeEditor:
        """The fields of the change that is shown."""
        shown = self._editors.currentWidget()
        assert isinstance(shown, ChangeEditor)
        return shown

    @property
    def kind(self) -> QComboBox:
        """The kind of the change that is shown."""
        return self.editor.kind

    @property
    def site(self) -> QComboBox:
        """Its site."""
        return self.editor.site

    @property
    def old(self) -> QLineEdit:
        """What it goes from."""
        return self.editor.old

    @property
    def new(self) -> QLineEdit:
        """What it goes to."""
        return self.editor.new

    def question(self) -> Question:
        """What the form asks, but for open changes that are ticked: those are read when it is accepted."""
        return Drafted(self._drafts()).question

    def accept(self) -> None:
        """Read the open changes that are ticked, then ask."""
        ticked = tuple(change for change, box in self._open_boxes.items() if box.isChecked())
        if not ticked:
            self._go(())
            return
        self._desk.project.read(
            lambda reader: change_drafts.recorded(reader, ticked), self._go, self._desk.tell, "change form"
        )

    def _go(self, recorded: tuple[ChangeDraft, ...]) -> None:
        super().accept()
        names = [self._editor(at).title for at in range(self._editors.count())]
        self._asked(Drafted((*self._drafts(), *recorded)), " + ".join(names))

    def _drafts(self) -> tuple[ChangeDraft, ...]:
        return tuple(self._editor(at).draft() for at in range(self._editors.count()))

    def _editor(self, at: int) -> ChangeEditor:
        editor = self._editors.widget(at)
        assert isinstance(editor, ChangeEditor)
        return editor

    def _together(self, open_changes: tuple[OpenChange, ...]) -> QWidget:
        """What else is assessed with it: open changes nearby, and further ones of any thing."""
        together = QWidget()
        box = parts.column(together, spacing=6)
        if open_changes:
            box.addWidget(parts.text(tr("Open changes nearby: tick what is to be assessed together"), ink="second"))
        for one in open_changes[:_MOST]:
            tick = QCheckBox(line(f"{one.change.label} ({one.why})", _LABEL))
            tick.setToolTip(tip(f"{one.change.label} ({one.why})"))
            self._open_boxes[one.change.iri] = tick
            box.addWidget(tick)
        if len(open_changes) > _MOST:
            more = len(open_changes) - _MOST
            box.addWidget(parts.text(tr("{count} more are open nearby.").format(count=more), ink="second"))
        box.addWidget(parts.text(tr("Changes something else too?"), ink="second"))
        box.addWidget(self.more)
        return together

    def _add(self, thing: str) -> None:
        if thing:
            read = change_choices.choices
            self._desk.project.read(
                lambda reader: read(reader, Iri(thing)), self._put_more, self._desk.tell, "change form"
            )

    def _put_more(self, choices: Choices) -> None:
        if not choices.kinds:
            words = tr("“{name}” cannot change by itself.").format(name=line(choices.entity.label))
            self.complaint.setText(words)
            self.complaint.show()
            return
        self.complaint.hide()
        self._put(choices)
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.more.clear()
        self.editor.start()

    def _put(self, choices: Choices) -> None:
        editor = ChangeEditor(self._desk, choices)
        self._editors.addWidget(editor)
        at = self.tabs.addTab(line(choices.entity.label, 30))
        editor.changed.connect(lambda: self._name(editor))
        self._name(editor)
        self._several(at > 0)
        self._head()

    def _name(self, editor: ChangeEditor) -> None:
        self.tabs.setTabText(self._editors.indexOf(editor), line(editor.title, 40))

    def _turn(self, at: int) -> None:
        if 0 <= at < self._editors.count():
            self._editors.setCurrentIndex(at)
            self._head()

    def _drop(self) -> None:
        at, gone = self.tabs.currentIndex(), self.editor
        self._editors.removeWidget(gone)
        gone.deleteLater()
        self.tabs.removeTab(at)
        self._several(self.tabs.count() > 1)
        self._turn(self.tabs.currentIndex())

    def _several(self, several: bool) -> None:
        for widget in (self.tabs, self.out):
            widget.setVisible(several)

    def _head(self) -> None:
        name = line(self.editor.choices.entity.label, 90)
        self._heading.setText(tr("What if {name} changes?").format(name=name))

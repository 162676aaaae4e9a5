"""The rows of a form in their groups. Fields that are empty and not asked for wait behind a button until they are wanted."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kgapp.domain.terms import Iri
from kgapp.services.form_rows import FormRow, Group
from kgapp.services.forms import Form, Inputs
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Surroundings
from kgapp.ui.panels.form_related import RelatedFigures
from kgapp.ui.panels.form_row import FormRowView
from kgapp.ui.texts import tip
from kgapp.ui.words import tr

_AT_ONCE_S: Final = 0.02
"""How long rows are made before the window may do something else."""
_NAMED: Final = 8
_MOST: Final = 920
"""A form is not wider than that: its fields would be further apart than the eye goes."""


class FormGroups(QWidget):
    """All rows of one form. Rows are made in small portions; ``ready`` says when all that are to be seen are there."""

    ready = Signal()
    made = Signal(object)
    """A ``FormRowView`` was made."""

    def __init__(self, form: Form, inputs: Inputs, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._inputs, self._around = form, dict(inputs), around
        self.rows: dict[Iri, FormRowView] = {}
        self._order = {row.key: at for at, row in enumerate(form.rows)}
        self._hidden: dict[Group, tuple[FormRow, ...]] = {}
        self._places: dict[Group, QVBoxLayout] = {}
        self._more: dict[Group, QToolButton] = {}
        self._names: dict[Group, QLabel] = {}
        self._layout = parts.column(self, (0, 0, 0, 16))
        self.setMaximumWidth(around.desk.theme.px(_MOST))
        self._waiting = iter(self._all())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._some)
        self._timer.start()

    def view(self, path: Iri) -> FormRowView | None:
        """The row of a property, brought to light if it was hidden."""
        row = next((row for row in self._form.rows if any(field.path == path for field in row.fields)), None)
        if row is None:
            return None
        if row.key not in self.rows:
            self._place(row)
            self._count(row.group)
        return self.rows[row.key]

    @property
    def first(self) -> FormRowView | None:
        """The row at the top."""
        return next((self.rows[row.key] for row in self._form.rows if row.key in self.rows), None)

    def show_all(self) -> None:
        """Bring every field to light."""
        for group in tuple(self._hidden):
            self._unfold(group)

    def _all(self) -> list[FormRow]:
        """Make the groups; the rows that are to be seen from the start."""
        found: list[FormRow] = []
        for group in Group:
            rows = [row for row in self._form.rows if row.group is group]
            if not rows:
                continue
            self._begin(group)
            shown = [row for row in rows if self._wanted(row)]
            self._hidden[group] = tuple(row for row in rows if row not in shown)
            self._count(group)
            found += shown
        if self._form.related:
            self._layout.addWidget(self._heading(tr("Its ranges and settings")))
            self._layout.addWidget(RelatedFigures(self._form.related, self._around.desk))
        self._layout.addStretch(1)
        return found

    def _some(self) -> None:
        start = time.perf_counter()
        for row in self._waiting:
            if row.key not in self.rows:
                self._place(row)
            if time.perf_counter() - start > _AT_ONCE_S:
                self._timer.start()
                return
        self.ready.emit()

    def _begin(self, group: Group) -> None:
        words = {
            Group.NAMES: tr("Names"),
            Group.FACTS: tr("Facts"),
            Group.SOURCES: tr("Evidence and sources"),
            Group.OTHER: tr("Also recorded"),
        }[group]
        px = self._around.desk.theme.px
        self._layout.addWidget(self._heading(words))
        place = QVBoxLayout()
        self._places[group] = place
        self._layout.addLayout(place)
        more = QToolButton()
        more.setIcon(self._around.icon("add", 12))
        more.setIconSize(QSize(px(12), px(12)))
        more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        more.clicked.connect(lambda: self._unfold(group, focus=True))
        more.hide()
        self._more[group] = more
        named = parts.text("", ink="second")
        self._names[group] = named
        line = parts.row(more, stretch=False, spacing=4)
        line.addWidget(named, 1)
        line.setContentsMargins(px(10), 0, px(16), px(4))
        self._layout.addLayout(line)

    def _heading(self, words: str) -> QLabel:
        px = self._around.desk.theme.px
        heading = parts.heading(words, self._around.desk.theme, 13)
        heading.setProperty("ink", "second")
        heading.setContentsMargins(px(16), px(12), px(16), px(4))
        return heading

    def _wanted(self, row: FormRow) -> bool:
        """What holds something, has input or is asked for; of a new thing all facts."""
        if self._form.new and row.group is Group.FACTS:
            return True
        return any(
            field.entries or field.required or field.shape.recommended or field.path in self._inputs
            for field in row.fields
        )

    def _place(self, row: FormRow) -> FormRowView:
        view = FormRowView(row, self._around)
        self.rows[row.key] = view
        above = [each.row for each in self.rows.values() if each.row.group is row.group]
        before = sum(self._order[each.key] < self._order[row.key] for each in above)
        self._places[row.group].insertWidget(before, view)
        view.show()  # not when the layout comes to it: only what is shown can be given the keyboard for certain
        if any(field.path in self._inputs for field in row.fields):
            view.show_inputs({field.path: self._inputs.get(field.path, field.entries) for field in row.fields})
        self.made.emit(view)
        return view

    def _unfold(self, group: Group, *, focus: bool = False) -> None:
        views = [self._place(row) for row in self._hidden[group] if row.key not in self.rows]
        self._count(group)
        if views and focus:
            views[0].focus()

    def _count(self, group: Group) -> None:
        if group not in self._hidden:
            return
        left = [row.name for row in self._hidden[group] if row.key not in self.rows]
        self._hidden[group] = tuple(row for row in self._hidden[group] if row.key not in self.rows)
        more, names = self._more[group], self._names[group]
        words = tr("{count} empty fields") if len(left) != 1 else tr("{count} empty field")
        more.setText(words.format(count=len(left)))
        more.setAccessibleDescription(", ".join(left))
        names.setText(", ".join(left[:_NAMED]) + (" …" if len(left) > _NAMED else ""))
        names.setToolTip(tip(", ".join(left)))
        for widget in (more, names):
            widget.setVisible(bool(left))

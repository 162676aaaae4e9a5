"""The form of a thing: every field that its shapes know and all else that is said of it, checked while one types.

It loads itself, follows what others change meanwhile, and keeps unsaved input as a draft. Nothing is saved but through the desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget

from kgapp.domain.errors import UserError
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import entities, forms
from kgapp.services.events import ChangeCommitted
from kgapp.services.form_fields import Entry, Field, Problem, Weight
from kgapp.services.form_input import FormDraft
from kgapp.services.form_rows import FormRow
from kgapp.services.forms import Form
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.fields import Surroundings
from kgapp.ui.panels.form_frame import FormFoot, FormHead
from kgapp.ui.panels.form_groups import FormGroups
from kgapp.ui.panels.form_leaving import ask_before_leaving
from kgapp.ui.panels.form_row import FormRowView, Meanwhile
from kgapp.ui.panels.form_state import Standing
from kgapp.ui.panels.states import States
from kgapp.ui.saving import Step
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_NONE: Final = Iri("")


class FormPanel(QWidget):
    """``FormPanel(desk, entity)`` edits a thing, ``FormPanel.new(desk, kind)`` makes one."""

    saved = Signal(str)
    """The thing that was saved, as IRI."""
    left = Signal()
    """The user is done with the form."""
    titled = Signal(str)
    filled = Signal()
    """All fields that are to be seen are there."""

    def __init__(
        self, desk: Desk, entity: Iri, predicate: Iri | None = None, *, kind: Iri = _NONE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entity, self.kind = entity, kind
        self.form: Form | None = None
        self._desk, self._wanted = desk, predicate
        self._around = Surroundings(desk)
        self._inputs: dict[Iri, tuple[Entry, ...]] = {}
        self._meanwhile: dict[Iri, Meanwhile] = {}
        self._stops: dict[Iri, list[tuple[Iri, Problem]]] = {}
        self._saving = self._settled = False
        self.groups: FormGroups | None = None
        self.head = FormHead(desk.theme)
        self.foot = FormFoot(self.save, self.revert, self.leave, desk.theme)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("page")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = parts.column(content)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.foot)
        self.states = States(content, desk.theme)
        parts.column(self).addWidget(self.states)
        self._join()
        self._load()

    @classmethod
    def new(cls, desk: Desk, kind: Iri) -> FormPanel:
        """The form of a new thing of a class."""
        return cls(desk, _NONE, kind=kind)

    @property
    def place(self) -> str:
        """Under which name its unsaved input is kept: ``edit IRI`` or ``new CLASS``."""
        return f"edit {self.entity}" if self.entity else f"new {self.kind}"

    @property
    def changed(self) -> bool:
        """Whether there is input that is not saved."""
        return self.form is not None and bool(forms.changed(self.form, self._inputs))

    def row(self, path: Iri) -> FormRowView | None:
        """The row of a property, brought to light if it was hidden."""
        return self.groups.view(path) if self.groups is not None else None

    def go_to(self, path: Iri | None) -> None:
        """Give the keyboard to the field of a property, now or when it is there; without one to the first field."""
        self._wanted = path
        view = self.row(path) if path is not None else self.groups.first if self.groups is not None else None
        if view is not None:
            self._wanted = None
            view.focus(path)
            self._see(view)

    def to_draft(self) -> FormDraft:
        """The unsaved input as a value."""
        return FormDraft(self.entity, self.kind, self.form.revision if self.form else 0, tuple(self._inputs.items()))

    def from_draft(self, draft: FormDraft, names: Mapping[Iri, str] | None = None) -> None:
        """Put unsaved input back; fields that the thing no longer has are left out. ``names`` are of things in it."""
        if self.form is None:
            return
        self._around.names.update(names or {})
        known = {field.path for field in self.form.fields}
        self._inputs = {path: entries for path, entries in draft.fields if path in known}
        self._fill()

    def save(self) -> None:
        """Save what was changed; the first field that cannot be saved gets the keyboard instead."""
        form = self.form
        if form is None or self._saving or not (self.changed or form.new) or self._stopped():
            return
        self._saving = True
        self._say_state()
        inputs = dict(self._inputs)
        made: list[Iri] = []

        def work(workspace: Workspace, why: str) -> Revision | None:
            revision: Revision | None
            if form.new:
                thing, revision = entities.create(workspace, form, inputs, why)
            else:
                thing, revision = form.entity.iri, forms.save(workspace, form, inputs, why)
            made.append(thing)
            return revision

        name = forms.summary(form, inputs)
        self._desk.save(Step(name, work, lambda _: self._saved(made[0]), self._not_saved, self._stay, self._hold))

    def revert(self) -> None:
        """All fields as they are recorded."""
        self._desk.drafts.settled(self.place)
        self._inputs.clear()
        self._meanwhile.clear()
        self.head.clear()
        self._fill()

    def may_close(self) -> bool:
        """Whether nothing is lost when the form goes away; it asks where something would be, and ``left`` tells the end."""
        if self._saving:
            self._desk.say(tr("Saving…"))
            return False
        if not self.changed:
            return True
        ask_before_leaving(self, self._name(), self.save, self._set_aside, self._give_up)
        return False

    def leave(self) -> None:
        """Go away, after asking what becomes of unsaved input."""
        if self.may_close():
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _join(self) -> None:
        self._desk.project.changed.connect(self._changed)
        self._desk.findings.changed.connect(self._say_all)
        self._desk.theme.changed.connect(self._fill)

    def _load(self) -> None:
        self.states.busy(tr("Looking it up…"))
        self._desk.project.read(self._look, self._show, self._fail, f"form {self.place}")

    def _look(self, reader: RecordReader) -> Form:
        return forms.form(reader, self.entity) if self.entity else forms.new_form(reader, self.kind)

    def _show(self, form: Form) -> None:
        self.form = form
        self._around.names.update(form.names)
        self.titled.emit(form.entity.label)
        left = self._desk.drafts.take(self.place)
        if left is None or not self._put_back(left.content):
            self._fill()
        self.states.content()

    def _put_back(self, content: str) -> bool:
        try:
            draft = FormDraft.from_json(content)
        except UserError as error:
            self.head.say(error.sentence)
            return False
        words = tr("Your unsaved input is back. It is not saved yet.")
        if self.form is not None and forms.overtaken(self.form, draft.revision):
            words += " " + tr("What it began from was changed since: look at each changed field.")
        self.head.say(words, (tr("Discard it"), self.revert))
        self.from_draft(draft)
        return True

    def _fill(self) -> None:
        """Make the rows anew from the form and the input."""
        if self.form is None:
            return
        self._stops = {}
        for row in self.form.rows:
            self._judge(row)
        self._around.forget_icons()
        self._around.units_of = partial(forms.row_units, self.form)
        self.head.show_form(self.form)
        self.groups = FormGroups(self.form, self._inputs, self._around)
        self.groups.made.connect(self._join_row)
        self.groups.ready.connect(self._ready)
        self._scroll.setWidget(self.groups)
        self._say_state()

    def _join_row(self, view: FormRowView) -> None:
        view.edited.connect(lambda path: self._edited(view, Iri(path)))
        view.taken_back.connect(lambda: self._take_back(view))
        self._say(view)

    def _ready(self) -> None:
        self._say_state()
        if self._wanted is not None or not self._settled:
            self.go_to(self._wanted)
        self._settled = True
        self.filled.emit()

    def _edited(self, view: FormRowView, path: Iri) -> None:
        self._inputs[path] = view.inputs()[path]
        self._say(view)
        self._say_state()
        self._desk.drafts.typed(self.place, self._name(), lambda: self.to_draft().to_json())

    def _take_back(self, view: FormRowView) -> None:
        for field in view.row.fields:
            self._inputs.pop(field.path, None)
            self._meanwhile.pop(field.path, None)
        view.show_inputs({field.path: field.entries for field in view.row.fields})
        view.focus()
        self._say(view)
        self._say_state()
        if not self.changed:
            self._desk.drafts.settled(self.place)

    def _say_all(self) -> None:
        for view in self.groups.rows.values() if self.groups else ():
            self._say(view)

    def _say(self, view: FormRowView) -> None:
        """Mark a row as changed, and say what is wrong with it."""
        if self.form is None:
            return
        paths = {field.path for field in view.row.fields}
        changed = {field.path for field in forms.changed(self.form, self._inputs)} & paths
        problems = [each for some in self._judge(view.row).values() for each in some]
        found = [
            each for each in self._desk.findings.of(self.entity) if each.path in paths and each.path not in changed
        ]
        view.show_changed(changed=bool(changed))
        untouched = self.form.new and not paths & self._inputs.keys()
        shown = [each for each in problems if not (untouched and each.at < 0)]
        view.show_notes(shown, found, {path: each for path, each in self._meanwhile.items() if path in paths})

    def _problems(self) -> list[tuple[Iri, Problem]]:
        return [found for each in self._stops.values() for found in each]

    def _judge(self, row: FormRow) -> Mapping[Iri, tuple[Problem, ...]]:
        """What is wrong in a row; what would stop a save is remembered, so that a key press judges one row only."""
        assert self.form is not None
        found = forms.problems(self.form, row, self._inputs)
        self._stops[row.key] = [
            (path, each) for path, some in found.items() for each in some if each.weight is Weight.STOPS
        ]
        return found

    def _stopped(self) -> bool:
        """Whether something has to be corrected first; then the keyboard goes there."""
        path = next(iter(self._meanwhile), None)
        at = 0
        if path is None:
            found = self._problems()
            if not found:
                return False
            path, problem = found[0]
            at = problem.at
        view = self.row(path)
        if view is not None:
            self._inputs.setdefault(path, view.inputs()[path])
            self._say(view)
            view.focus(path, at)
            self._see(view)
        return True

    def _see(self, view: FormRowView) -> None:
        """Scroll to a row, once the rows above it have their places."""
        QTimer.singleShot(0, view, lambda: self._scroll.ensureWidgetVisible(view))

    def _say_state(self) -> None:
        if self.form is None:
            return
        count, wrong = len(forms.changed(self.form, self._inputs)), len(self._problems())
        writable = self._desk.project.writable
        now = Standing(self.form.new, count, wrong, bool(self._meanwhile), self._saving, writable)
        self.foot.show_state(now.words, changed=count > 0 and not self._saving, ready=now.ready)

    def _saved(self, thing: Iri) -> None:
        self._inputs.clear()
        self._meanwhile.clear()
        self._stay()
        self._desk.drafts.settled(self.place)
        self.saved.emit(thing)

    def _not_saved(self, failure: Failure) -> None:
        self._stay()
        self._desk.tell(failure)
        self._follow()

    def _hold(self) -> None:
        """While it is saved nothing can be entered that would be lost with the form."""
        self._scroll.setEnabled(False)

    def _stay(self) -> None:
        self._saving = False
        self._scroll.setEnabled(True)
        self._say_state()

    def _changed(self, event: ChangeCommitted) -> None:
        if not self._saving and self.entity and (not event.subjects or self.entity in event.subjects):
            self._follow()

    def _follow(self) -> None:
        """Read again; input stays."""
        if self.entity and self.form is not None:
            self._desk.project.read(self._look, self._merge, self._fail, f"form {self.place}")

    def _merge(self, now: Form) -> None:
        """Take over what was changed meanwhile; where it was changed here too, both are shown."""
        before = self.form
        if before is None or before.quads == now.quads:
            return
        clashing = forms.clashes(before, now, self._inputs)
        edited = {field.path for field in forms.changed(before, self._inputs)}
        known = {field.path for field in now.fields} & edited
        self._inputs = {path: entries for path, entries in self._inputs.items() if path in known}
        for field in clashing:
            self._inputs.setdefault(field.path, forms.entries(before, field.path))
            self._meanwhile[field.path] = self._both(now, field)
        self.form = now
        self._around.names.update(now.names)
        if self._meanwhile:
            self.head.clear()
            self.head.say(tr("Somebody changed this meanwhile. Choose beside each field which value stays."))
        self._fill()

    def _both(self, now: Form, field: Field) -> Meanwhile:
        theirs = forms.spoken(now, field, field.entries)
        return Meanwhile(
            theirs, lambda: self._decide(field.path, mine=False), lambda: self._decide(field.path, mine=True)
        )

    def _decide(self, path: Iri, *, mine: bool) -> None:
        self._meanwhile.pop(path, None)
        if not mine:
            self._inputs.pop(path, None)
        if not self._meanwhile:
            self.head.clear()
        self._wanted = path
        self._fill()

    def _set_aside(self) -> None:
        self._desk.drafts.set_aside(self.place, self._name(), self.to_draft().to_json())
        self._inputs.clear()
        self.left.emit()

    def _give_up(self) -> None:
        self._desk.drafts.settled(self.place)
        self._inputs.clear()
        self.left.emit()

    def _name(self) -> str:
        return line(self.form.entity.label, 120) if self.form else ""

    def _fail(self, failure: Failure) -> None:
        self.states.failed(failure, self._load)

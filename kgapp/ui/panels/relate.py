"""How two things are related: what the model allows between them, in words and in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QButtonGroup, QDialog, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from kgapp.domain.terms import Iri
from kgapp.services import browsing, relations
from kgapp.services.ports import RecordReader
from kgapp.services.relations import Relation
from kgapp.ui import entity_commands
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.panels.thing_field import ThingField
from kgapp.ui.texts import caption, line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 580
_HEIGHT: Final = 460
Known = tuple[str, str, tuple[Relation, ...]]


class RelateDialog(QDialog):
    """Adds a relation between a thing and another, which is asked for where it is not given; removes one that is there."""

    def __init__(self, desk: Desk, one: Iri, other: Iri | None) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._one = desk, one
        self._found: tuple[Relation, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Add a relation"))
        self._title = parts.heading("", desk.theme, 16)
        self.other = ThingField(desk, tr("Related to"))
        self.other.chosen.connect(lambda thing: self._look(Iri(thing)) if thing else self._show(()))
        self.choices = QButtonGroup(self)
        self.choices.idToggled.connect(lambda _at, _on: self._suit())
        self._list = QVBoxLayout()
        self._said = parts.text("", ink="second")
        self.remove = parts.button(tr("Remove it…"), self._remove)
        self.add = parts.button(tr("Add it…"), self._add, primary=True)
        self.add.setDefault(True)
        self._lay_out()
        self._show(())
        if other is None:
            desk.project.read(self._name, self._title.setText, desk.tell, "relate")
            self.other.setFocus()
        else:
            self._look(other)

    @property
    def said(self) -> str:
        """What stands above the choices."""
        return self._said.text()

    def _lay_out(self) -> None:
        content = QWidget()
        inner = parts.column(content, (0, 0, 8, 0), 6)
        inner.addLayout(self._list)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("Relations that are possible"))
        layout = parts.column(self, (20, 18, 20, 16), 10)
        layout.addWidget(self._title)
        layout.addWidget(self.other)
        layout.addWidget(self._said)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.remove, self.add))
        room, px = self.screen().availableSize(), self._desk.theme.px
        self.resize(min(px(_WIDTH), room.width() - 80), min(px(_HEIGHT), room.height() - 80))

    def _name(self, reader: RecordReader) -> str:
        label = browsing.labels(reader, (self._one,))[self._one]
        return tr("Relate “{name}” to…").format(name=line(label, 120))

    def _look(self, other: Iri) -> None:
        one = self._one

        def work(reader: RecordReader) -> Known:
            names = browsing.labels(reader, (one, other))
            return names[one], names[other], relations.between(reader, one, other)

        self._desk.project.read(work, lambda found: self._known(other, found), self._desk.tell, "relate")

    def _known(self, other: Iri, found: Known) -> None:
        one, label, possible = found
        self._title.setText(tr("Relate “{name}” to…").format(name=line(one, 120)))
        self.other.show_thing(other, label)
        self._show(possible)
        if not possible:
            words = tr("The model has no relation between “{one}” and “{other}”.")
            self._said.setText(words.format(one=line(one, 80), other=line(label, 80)))

    def _show(self, possible: tuple[Relation, ...]) -> None:
        for button in self.choices.buttons():
            self.choices.removeButton(button)
        parts.clear(self._list)
        self._found = possible
        self._said.setText(
            tr("What is to be recorded?") if possible else tr("Type the name of the other thing above, and choose it.")
        )
        for at, relation in enumerate(possible):
            button = QRadioButton(caption(relation.sentence, 200))
            button.setToolTip(tip(relation.definition))
            button.setAccessibleDescription(line(relation.definition, 300))
            self.choices.addButton(button, at)
            self._list.addWidget(button)
            note = _note(relation)
            if note:
                words = parts.text(note, ink="second")
                words.setContentsMargins(self._desk.theme.px(24), 0, 0, 0)
                self._list.addWidget(words)
        first = next((at for at, relation in enumerate(possible) if not relation.present), 0)
        if possible:
            self.choices.button(first).setChecked(True)
        self._suit()

    @property
    def chosen(self) -> Relation | None:
        """The relation that is chosen."""
        at = self.choices.checkedId()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _suit(self) -> None:
        relation = self.chosen
        self.add.setEnabled(relation is not None and not relation.present)
        self.remove.setVisible(relation is not None and relation.present)

    def _add(self) -> None:
        relation = self.chosen
        if relation is not None:
            self.accept()
            entity_commands.save_relation(self._desk, relation)

    def _remove(self) -> None:
        relation = self.chosen
        if relation is not None:
            self.accept()
            entity_commands.remove_relation(self._desk, relation)


def _note(relation: Relation) -> str:
    if relation.present:
        return tr("is recorded already")
    names = ", ".join(line(each.label, 80) for each in relation.replaces)
    return tr("replaces {names}").format(names=names) if names else ""

"""Before a thing goes out of use: what refers to it, and the choice between retiring and deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import retiring
from kgapp.services.browsing import Use
from kgapp.services.retiring import References
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.new_inline import buttons
from kgapp.ui.saving import Step
from kgapp.ui.texts import count_of, line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_WIDTH: Final = 560
_SHOWN: Final = 6


class RetireDialog(QDialog):
    """What refers to the thing, each with a link; retire, or delete for good where nothing refers to it."""

    def __init__(self, desk: Desk, found: References) -> None:
        super().__init__(QApplication.activeWindow())
        self._desk, self._found = desk, found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Retire"))
        self.retire = QRadioButton(tr("&Retire: it stays readable and is no longer offered"))
        self.delete = QRadioButton(tr("&Delete for good: only the history will know it"))
        self.ready = parts.button(tr("Retire…"), self._save, primary=True)
        self.ready.setDefault(True)
        layout = parts.column(self, (20, 18, 20, 16), 12)
        name = line(found.thing.label, 120)
        layout.addWidget(parts.heading(tr("Retire “{name}”?").format(name=name), desk.theme, 16))
        layout.addWidget(parts.text(self._result()))
        if found.uses:
            layout.addWidget(self._uses(), 1)
        if found.retired:
            layout.addWidget(parts.text(tr("It is retired already."), ink="second"))
        self.retire.setChecked(True)
        self.retire.setEnabled(not found.retired)
        self.delete.setEnabled(not found.total)
        layout.addWidget(self.retire)
        layout.addWidget(self.delete)
        if found.total:
            words = tr("It cannot be deleted while something refers to it.")
            layout.addWidget(parts.text(words, ink="second"))
        elif found.retired:
            self.delete.setChecked(True)
        self.delete.toggled.connect(lambda _: self._suit())
        layout.addLayout(buttons(parts.button(tr("Cancel"), self.reject), self.ready))
        self._suit()
        room = self.screen().availableSize()
        self.resize(min(desk.theme.px(_WIDTH), room.width() - 80), min(self.sizeHint().height(), room.height() - 80))

    def _suit(self) -> None:
        deleting = self.delete.isChecked()
        self.ready.setText(tr("Delete…") if deleting else tr("Retire…"))
        self.ready.setEnabled(deleting or not self._found.retired)

    def _result(self) -> str:
        if not self._found.total:
            return tr("Nothing refers to it.")
        statements = count_of(self._found.total, tr("statement refers to it"), tr("statements refer to it"))
        return tr("{statements}. They stay as they are: look whether they still hold.").format(statements=statements)

    def _uses(self) -> QWidget:
        content = QWidget()
        layout = parts.column(content, (8, 6, 8, 6), 6)
        for use in self._found.uses:
            self._use(use, layout)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("What refers to it"))
        scroll.setMinimumHeight(self._desk.theme.px(120))
        return scroll

    def _use(self, use: Use, layout: QVBoxLayout) -> None:
        words = f"{line(use.predicate.label, 60)}  {number(use.count)}"
        layout.addWidget(parts.text(words, ink="second", wrap=False))
        for source in use.sources[:_SHOWN]:
            link = parts.Link(line(source.label, 120))
            link.setContentsMargins(12, 0, 0, 0)
            link.followed.connect(lambda thing=source.iri: self._open(thing))
            layout.addWidget(link)
        if use.count > _SHOWN:
            more = tr("and {count} more").format(count=number(use.count - _SHOWN))
            layout.addWidget(parts.text(f"   {more}", ink="second", wrap=False))

    def _open(self, thing: Iri) -> None:
        self.reject()
        self._desk.open_entity(thing)

    def _save(self) -> None:
        thing, deleting, name = self._found.thing.iri, self.delete.isChecked(), self._found.thing.label
        self.accept()

        def work(workspace: Workspace, why: str) -> Revision | None:
            return (retiring.delete if deleting else retiring.retire)(workspace, thing, why)

        words = tr("Delete “{name}”") if deleting else tr("Retire “{name}”")
        self._desk.save(Step(words.format(name=name), work, _nothing))


def _nothing(_: object) -> None:
    """The views hear of the change themselves."""

"""The menu of saved views: open, save, rename, delete. A window that may only read opens them and says why it saves none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox, QPushButton, QWidget

from kgapp.services import saved_views
from kgapp.services.graph_state import GraphState
from kgapp.ui import places_table
from kgapp.ui.texts import caption, line, tip
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk


class SavedViews:
    """Belongs to one graph; ``name`` is what it was opened from or saved as."""

    def __init__(
        self, desk: Desk, parent: QWidget, state: Callable[[], GraphState], named: Callable[[str], None]
    ) -> None:
        self._desk, self._parent, self._state, self._named = desk, parent, state, named
        self.name = ""
        self.names: tuple[str, ...] = ()
        self.button = QPushButton(tr("Saved views"))
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(tr("Saved views"))
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)
        self.reload()

    def reload(self) -> None:
        """Look up which views there are."""
        self._desk.project.read(saved_views.names, self._show, self._desk.tell, f"view names {id(self)}")

    def save(self) -> None:
        """Save under the name it has, or ask for one."""
        if self.name:
            self._keep(self.name)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a name and save; a view of that name is replaced only when that is said."""
        name = self._ask(tr("Save this view"), self.name)
        if (
            name
            and name != self.name
            and name in self.names
            and not self._sure(tr("Replace the view “{name}”?").format(name=line(name, 80)), tr("Replace"))
        ):
            return
        if name:
            self._keep(name)

    def rename(self) -> None:
        """Ask for another name."""
        to = self._ask(tr("Rename this view"), self.name)
        if to and to != self.name:
            name = self.name
            self._desk.project.write(
                lambda workspace: saved_views.rename(workspace, name, to), lambda _: self._kept(to), self._desk.tell
            )

    def delete(self) -> None:
        """Delete the saved view; what is drawn stays."""
        name = self.name
        if self._sure(tr("Delete the saved view “{name}”?").format(name=line(name, 80)), tr("Delete")):
            self._desk.project.write(
                lambda workspace: saved_views.drop(workspace, name), lambda _: self._kept(""), self._desk.tell
            )

    def _keep(self, name: str) -> None:
        state = self._state()
        self._desk.project.write(
            lambda workspace: saved_views.keep(workspace, name, state), lambda _: self._kept(name), self._desk.tell
        )

    def _kept(self, name: str) -> None:
        said = tr("Saved as “{name}”").format(name=line(name, 80)) if name else tr("The saved view was deleted")
        self._desk.say(said)
        self.name = name
        self._named(name)
        self.reload()

    def _show(self, names: tuple[str, ...]) -> None:
        self.names = names

    def _fill(self) -> None:
        self.menu.clear()
        writable, why = self._desk.project.writable, self._desk.project.read_only_because
        save = self.menu.addAction(tr("Save"), self.save)
        save_as = self.menu.addAction(tr("Save as…"), self.save_as)
        rename = self.menu.addAction(tr("Rename…"), self.rename)
        delete = self.menu.addAction(tr("Delete…"), self.delete)
        for action, possible in ((save, True), (save_as, True), (rename, bool(self.name)), (delete, bool(self.name))):
            action.setEnabled(writable and possible)
            action.setToolTip(tip(why) if not writable else "")
        if not writable:
            said = self.menu.addAction(tr("Views cannot be saved: this window only reads."))
            said.setEnabled(False)
        self.menu.addSeparator()
        for name in self.names:
            entry = self.menu.addAction(caption(name))
            entry.setCheckable(True)
            entry.setChecked(name == self.name)
            entry.triggered.connect(lambda _on=False, one=name: self._desk.open_place(places_table.graph_view(one)))
        if not self.names:
            self.menu.addAction(tr("No view was saved yet")).setEnabled(False)

    def _ask(self, title: str, text: str) -> str:
        label = tr("Name of the view")
        name, done = QInputDialog.getText(self._parent, title, label, QLineEdit.EchoMode.Normal, text)
        return name.strip() if done else ""

    def _sure(self, question: str, word: str) -> bool:
        box = QMessageBox(self._parent)
        box.setText(question)
        yes = box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is yes

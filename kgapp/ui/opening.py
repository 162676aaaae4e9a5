"""Opening, making and closing projects: on the writer thread, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from kgapp.services.workspace import Workspace
from kgapp.ui import places
from kgapp.ui.bundle_start import BundleStart
from kgapp.ui.panels.new_project import NewProject, Wish
from kgapp.ui.panels.states import States
from kgapp.ui.servers import Servers
from kgapp.ui.tasks import Tasks
from kgapp.ui.texts import line
from kgapp.ui.theme import Theme
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.window import MainWindow


class Opening(QObject):
    """Keeps what was opened until it is closed again. ``leave`` closes the present project, unless the user stays."""

    opened = Signal(object)
    """A ``Workspace``."""

    def __init__(self, window: MainWindow, doors: Doors, states: States, leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._doors, self._states, self._leave = window, doors, states, leave
        self._open_ones: list[Workspace] = []
        self._from_bundle = BundleStart(window, doors, self)
        self._servers = Servers(window, doors, self, self._open_ones.append)

    @property
    def shown(self) -> str:
        """The name or address of the server that is open; empty for a file."""
        return self._servers.shown

    @property
    def servers(self) -> Servers:
        """The servers of this window."""
        return self._servers

    def choose_server(self) -> None:
        """Ask for a server, to open it, to try it or to forget it."""
        self._servers.choose()

    def open(self, project: Path | str) -> None:
        """Open a project, or a server by its name or address, in place of the present one."""
        if isinstance(project, str):
            self._servers.open(project)
        else:
            self._open_file(project)

    def leave(self) -> bool:
        """Close the present project; whether there is none now."""
        if not self._leave():
            return False
        self._servers.leave()
        return True

    def _open_file(self, path: Path) -> None:
        if not self.leave():
            return
        self._states.busy(tr("Opening {name}…").format(name=line(path.name)))
        self.tasks.write(
            lambda: self._open(path),
            done=self.opened.emit,
            failed=lambda failure: self._states.failed(failure, lambda: self.open(path)),
        )

    def open_demo(self) -> None:
        """Open the demo, made first where it is not there yet."""
        path = places.demo()
        if path.exists():
            self.open(path)
        elif self.leave():
            self._states.busy(tr("Making the CAR-T demo…"))
            self.tasks.write(
                lambda: self._make_demo(path),
                done=lambda _: self.open(path),
                failed=lambda failure: self._states.failed(failure, self.open_demo),
            )

    def tour_demo(self) -> None:
        """Open the demo with the tour beside it."""
        self._window.helping.tour()
        self.open_demo()

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        kinds = tr("kgapp projects (*{suffix})").format(suffix=places.SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a project"), str(places.home()), kinds)
        if chosen:
            self.open(Path(chosen))

    def choose_and_create(self) -> None:
        """Ask for name, place and base address, make an empty project there and open it."""
        form = NewProject(self._create, self._window.theme, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def choose_bundle(self) -> None:
        """Ask for a bundle, and start a project from it."""
        self._from_bundle.choose()

    def close_all(self) -> None:
        """Give back every file that is open; on the writer thread."""
        self.tasks.settle()
        while self._open_ones:
            self._open_ones.pop().close()

    @property
    def states(self) -> States:
        """What the window shows in the place of a project."""
        return self._states

    @property
    def tasks(self) -> Tasks:
        """The window's threads."""
        return self._window.tasks

    @property
    def theme(self) -> Theme:
        """The window's colours and sizes."""
        return self._window.theme

    def _open(self, path: Path) -> Workspace:
        workspace = self._doors.open_for_window(path)
        self._open_ones.append(workspace)
        return workspace

    def _make_demo(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._doors.create_demo(path)

    def _create(self, wish: Wish) -> None:
        self.tasks.write(lambda: self._make_empty(wish), done=lambda _: self.open(wish.path), failed=self._window.tell)

    def _make_empty(self, wish: Wish) -> None:
        wish.make_folder()
        self._doors.create(wish.path, wish.base)

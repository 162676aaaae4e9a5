"""Bundles in the window: one is chosen, opened beside the project off the GUI thread, and its sender's key is confirmed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from kgapp.domain.bundle import SUFFIX
from kgapp.domain.history import Revision
from kgapp.domain.keys import SignedCard
from kgapp.domain.terms import Iri
from kgapp.services.bundles import receiving
from kgapp.services.bundles.differences import Decision
from kgapp.services.bundles.receiving import Arrival
from kgapp.services.bundles.verifying import Checker
from kgapp.services.workspace import Workspace
from kgapp.ui import places, places_table
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.tasks import Failure
    from kgapp.ui.window import MainWindow

_CONFIRM: Final = "confirm a key"


class Bundles(QObject):
    """The bundles that came in, and the keys of who sent them."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self._passwords: dict[Path, str] = {}
        """Passwords of the own key that were typed for encrypted bundles in this window."""

    def choose(self) -> None:
        """Ask for a bundle, and open it beside the project."""
        kinds = f"{tr('Bundle of kgapp')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Open a bundle"), str(places.home()), kinds)
        if chosen:
            self._window.open_place(places_table.bundle_of(chosen))

    def look(
        self, file: Path, folder: Path, done: Callable[[Arrival], None], failed: Callable[[Failure], None], topic: str
    ) -> None:
        """Compare a bundle with the project; one that is encrypted is opened into a folder, with the user's password."""
        doors, password = self._doors, self._passwords.get(file, "")

        def work(workspace: Workspace) -> Arrival:
            checker = self._checker()
            plain = _plain(doors, file, folder, password)
            return receiving.look(workspace.reader, checker, plain)

        self._window.project.ask(work, done, failed, topic)

    def encrypted(self, file: Path) -> bool:
        """Whether a bundle opens only with a password that was not typed yet."""
        return file not in self._passwords and self._doors.exchange().containers.encrypted(file)

    def ask_password(self, file: Path) -> bool:
        """Ask for the password of the user's key; false when none is given."""
        asked = tr("This bundle is encrypted to you. The password of your key:")
        hidden = QLineEdit.EchoMode.Password
        typed, given = QInputDialog.getText(self._window, tr("Open a bundle"), asked, hidden)
        if given and typed:
            self._passwords[file] = typed
        return bool(given and typed)

    def forget_password(self, file: Path) -> None:
        """Ask for it once more next time."""
        self._passwords.pop(file, None)

    def acceptance(
        self, file: Path, folder: Path, arrival: Arrival, decisions: Mapping[Iri, Decision], *, despite_gap: bool
    ) -> Callable[[Workspace, str], Revision | None]:
        """What takes over what was decided, with the reason, on the writer's thread."""

        def work(workspace: Workspace, why: str) -> Revision | None:
            plain = opened_copy(file, folder)
            return receiving.accept(workspace, self._checker(), plain, arrival, decisions, why, despite_gap=despite_gap)

        return work

    def confirm(self, signed: SignedCard, said: str, how: str, done: Callable[[], None]) -> None:
        """Take a sender's key in, and confirm it by the fingerprint that its holder read aloud."""

        def work() -> None:
            keys = self._doors.exchange().keys
            keys.trust(keys.card_file(signed))
            keys.confirm(signed.card.key, said, how)

        self._window.tasks.check(work, done=lambda _: done(), failed=self._window.tell, topic=_CONFIRM)

    def _checker(self) -> Checker:
        return Checker(self._doors.exchange(), self._doors.rdf_files(), datetime.now(UTC))


def folder_for() -> tempfile.TemporaryDirectory[str]:
    """A folder for the readable copy of an encrypted bundle; whoever asks for it removes it."""
    return tempfile.TemporaryDirectory(prefix="kgapp-")


def opened_copy(file: Path, folder: Path) -> Path:
    """The readable copy of an encrypted bundle, else the bundle itself."""
    copy = folder / file.name
    return copy if copy.exists() else file


def _plain(doors: Doors, file: Path, folder: Path, password: str) -> Path:
    exchange = doors.exchange()
    if not exchange.containers.encrypted(file):
        return file
    readable = folder / file.name
    exchange.containers.decrypt(file, readable, exchange.keys.open(password).identity)
    return readable

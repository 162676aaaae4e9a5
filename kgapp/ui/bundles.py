"""Bundles in the window: one is chosen, opened beside the project off the GUI thread, and its sender's key is confirmed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from kgapp.domain import bundle
from kgapp.domain.bundle import SUFFIX, Audience, Profile
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.resources import shipped
from kgapp.services.bundles import answering, building, foreseeing, looking, profile, receiving, sending
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.bundles.differences import Decision
from kgapp.services.bundles.foreseeing import Foreseen
from kgapp.services.bundles.looking import Arrival
from kgapp.services.bundles.sending import Made, Tools, Wanted
from kgapp.services.bundles.verifying import Checker
from kgapp.services.ports import RecordReader
from kgapp.services.watch import Watch
from kgapp.services.workspace import Workspace
from kgapp.ui import bundle_places, places
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.tasks import Failure
    from kgapp.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Wish:
    """A bundle to make: what of the project, for whom, what for; the password opens the user's key."""

    profile: Profile
    audience: Audience
    purpose: str
    password: str = field(repr=False)
    answer: bool = False
    encrypt: bool = False
    pages: bool = True


class Bundles(QObject):
    """The bundles that came in, and the keys of who sent them."""

    def __init__(self, window: MainWindow, doors: Doors) -> None:
        super().__init__(window)
        self._window, self._doors = window, doors
        self._passwords: dict[Path, str] = {}
        """Passwords of the own key that were typed for encrypted bundles in this window."""

    def choose(self) -> None:
        """Ask for a bundle, and open it beside the project."""
        file = self.ask_file(tr("Open a bundle"))
        if file is not None:
            self._window.open_place(bundle_places.bundle_of(str(file)))

    def ask_file(self, title: str) -> Path | None:
        """Ask for a bundle."""
        kinds = f"{tr('Bundle of kgapp')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(places.home()), kinds)
        return Path(chosen) if chosen else None

    def look(
        self, file: Path, folder: Path, done: Callable[[Arrival], None], failed: Callable[[Failure], None], topic: str
    ) -> None:
        """Compare a bundle with the project; one that is encrypted is opened into a folder, with the user's password."""

        def work(workspace: Workspace) -> Arrival:
            return looking.look(workspace.reader, self.checker(), self.readable(file, folder))

        self._window.project.ask(work, done, failed, topic)

    def readable(self, file: Path, folder: Path) -> Path:
        """The bundle itself, or of an encrypted one a copy in a folder, opened with the password that was typed."""
        exchange = self._doors.exchange()
        if not exchange.containers.encrypted(file):
            return file
        copy = folder / file.name
        exchange.containers.decrypt(file, copy, exchange.keys.open(self._passwords.get(file, "")).identity)
        return copy

    def locked(self, file: Path) -> bool:
        """Whether a bundle opens only with a password that was not typed yet; of one that cannot be read, a look says so."""
        try:
            return file not in self._passwords and self._doors.exchange().containers.encrypted(file)
        except BadInput:
            return False

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
            return receiving.accept(workspace, self.checker(), plain, arrival, decisions, why, despite_gap=despite_gap)

        return work

    def foresee(
        self,
        arrival: Arrival,
        decisions: Mapping[Iri, Decision],
        watch: Watch,
        done: Callable[[Foreseen], None],
        failed: Callable[[Failure], None],
        topic: str,
    ) -> None:
        """What the shapes would newly find if that were accepted."""
        doors = self._doors

        def work(reader: RecordReader) -> Foreseen:
            with closing(doors.shape_checker()) as checker:
                return foreseeing.foreseen(reader, checker, arrival, decisions, watch)

        self._window.project.survey(work, done, failed, topic)

    def page(self, file: Path, folder: Path, arrival: Arrival, topic: str) -> None:
        """Make a page of what a bundle says, here from its graph, and open it in the system's browser."""
        doors, said = self._doors, arrival.checked.manifest
        assert said is not None, "it was looked at"

        def work(_: RecordReader) -> Path:
            plain = opened_copy(file, folder)
            if looking.sha256_of(plain) != arrival.sha256:
                raise BadInput(f"{file.name} changed since it was looked at.", hint="Look at it once more.")
            with doors.exchange().containers.open(plain) as container:
                seen = Bundled(said, (b"".join(container.pieces(bundle.GRAPH)),))
            page = folder / "bundle.html"
            page.unlink(missing_ok=True)
            doors.save_dossier(said, seen, page)
            return page

        self._window.project.survey(work, self._show_page, self._window.tell, f"page {topic}")

    def _show_page(self, page: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            self._window.say(tr("The system has no program to show a page."))

    def rehearse(self, wish: Wish, done: Callable[[Made], None], failed: Callable[[Failure], None], topic: str) -> None:
        """Make a bundle, tell what is in it, and throw it away."""

        def work(workspace: Workspace) -> Made:
            opened = self._doors.exchange().keys.open(wish.password)
            return sending.rehearse(workspace.reader, self._tools(), _wanted(workspace, wish), opened)

        self._window.project.ask(work, done, failed, topic)

    def making(self, wish: Wish, file: Path) -> Callable[[Workspace, str], Revision | None]:
        """What makes the bundle, with the reason, on the writer's thread."""

        def work(workspace: Workspace, why: str) -> Revision | None:
            opened = self._doors.exchange().keys.open(wish.password)
            makers = self._doors.bundle_makers() if wish.pages else ()
            with closing(self._doors.shape_checker()) as shapes:
                tools = replace(self._tools(), shapes=shapes, makers=makers)
                sending.create(workspace, tools, _wanted(workspace, wish), opened, file, why)
            return workspace.reader.head()

        return work

    def _tools(self) -> Tools:
        return Tools(self.checker(), building.shipped(shipped("ontology")), None)

    def checker(self) -> Checker:
        """What a check of a bundle needs, now."""
        return Checker(self._doors.exchange(), self._doors.rdf_files(), datetime.now(UTC))


def _wanted(workspace: Workspace, wish: Wish) -> Wanted:
    addressed = profile.addressed(wish.profile, wish.audience)
    answers = answering.newest(workspace.reader, wish.audience.organization) if wish.answer else ""
    return Wanted(addressed, wish.purpose, wish.encrypt, answers)


def folder_for() -> tempfile.TemporaryDirectory[str]:
    """A folder for the readable copy of an encrypted bundle; whoever asks for it removes it."""
    return tempfile.TemporaryDirectory(prefix="kgapp-")


def opened_copy(file: Path, folder: Path) -> Path:
    """The readable copy of an encrypted bundle, else the bundle itself."""
    copy = folder / file.name
    return copy if copy.exists() else file

"""A project that begins with a bundle: the sender's key is confirmed, then name and place are asked, then all it says is in it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from kgapp.domain.bundle import Checked, State
from kgapp.domain.errors import BadInput
from kgapp.services.bundles import looking, receiving, verifying
from kgapp.ui import bundles
from kgapp.ui.panels.key_confirm import KeyConfirm
from kgapp.ui.panels.new_project import NewProject, Wish
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.opening import Opening
    from kgapp.ui.window import MainWindow

_TOPIC: Final = "start from a bundle"
_CONFIRMABLE: Final = (State.NEW_KEY, State.DIFFERENT_KEY)


@dataclass(frozen=True, slots=True)
class _Source:
    """The bundle; ``plain`` can be read, and goes with ``folder`` where it is a copy."""

    file: Path
    plain: Path
    folder: tempfile.TemporaryDirectory[str]


class BundleStart(QObject):
    """Nothing is made before the bundle is verified, and half a project never stays."""

    def __init__(self, window: MainWindow, doors: Doors, opening: Opening) -> None:
        super().__init__(window)
        self._window, self._doors, self._opening = window, doors, opening

    def choose(self) -> None:
        """Ask for a bundle and begin with it."""
        here = self._window.reports.bundles
        file = here.ask_file(tr("New project from a bundle"))
        if file is None:
            return
        if here.locked(file) and not here.ask_password(file):
            return
        folder = bundles.folder_for()

        def work() -> tuple[_Source, Checked]:
            plain = here.readable(file, Path(folder.name))
            return _Source(file, plain, folder), verifying.check(self._window.reports.bundles.checker(), plain)

        def failed(failure: Failure) -> None:
            folder.cleanup()
            here.forget_password(file)
            self._window.tell(failure)

        self._window.tasks.check(work, done=lambda found: self._checked(*found), failed=failed, topic=_TOPIC)

    def _checked(self, source: _Source, checked: Checked) -> None:
        said = checked.manifest
        if checked.state in _CONFIRMABLE and said is not None:
            ring = self._window.reports.keys
            dialog = KeyConfirm(
                said.sender.card,
                lambda words, how: ring.confirm(said.sender, words, how, lambda: self._again(source)),
                self._window.theme,
                self._window,
            )
            dialog.rejected.connect(source.folder.cleanup)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
            return
        why = looking.hindrance(checked)
        if why or said is None:
            source.folder.cleanup()
            sentence = tr("No project was made. {why}").format(why=why)
            self._window.tell(Failure(sentence, checked.hint, BadInput(sentence, hint=checked.hint)))
            return
        title = tr("A project from bundle {number} of {sender}").format(
            number=said.sequence, sender=line(said.sender.card.organization, 80)
        )
        told = tr(
            "{sentence} What the sender said stays in the sender's part of the project; what you add gets addresses of your own."
        ).format(sentence=line(checked.sentence, 300))
        form = NewProject(lambda wish: self._try(wish, source, checked), self._window.theme, self._window, title, told)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.rejected.connect(source.folder.cleanup)
        form.open()

    def _again(self, source: _Source) -> None:
        self._window.tasks.check(
            lambda: verifying.check(self._window.reports.bundles.checker(), source.plain),
            done=lambda found: self._checked(source, found),
            failed=self._window.tell,
            topic=_TOPIC,
        )

    def _try(self, wish: Wish, source: _Source, checked: Checked) -> None:
        """What cannot be started is said while nothing is closed yet; then the form comes again."""

        def failed(failure: Failure) -> None:
            self._checked(source, checked)
            self._window.tell(failure)

        self._window.tasks.check(
            lambda: receiving.check_startable(self._window.reports.bundles.checker(), source.plain, wish.base),
            done=lambda _: self._make(wish, source),
            failed=failed,
            topic=_TOPIC,
        )

    def _make(self, wish: Wish, source: _Source) -> None:
        if not self._opening.leave():
            source.folder.cleanup()
            return
        self._opening.states.busy(tr("Starting a project from {file}…").format(file=line(source.file.name)))

        def done(_: None) -> None:
            source.folder.cleanup()
            self._opening.open(wish.path)

        def again() -> None:
            self._make(wish, source)

        self._window.tasks.write(
            lambda: self._made(wish, source.plain),
            done=done,
            failed=lambda failure: self._opening.states.failed(failure, again),
        )

    def _made(self, wish: Wish, plain: Path) -> None:
        wish.make_folder()
        self._doors.create(wish.path, wish.base)
        try:
            workspace = self._doors.open_for_window(wish.path)
            try:
                receiving.start(workspace, self._window.reports.bundles.checker(), plain, f"Started from {plain.name}")
            finally:
                workspace.close()
        except BaseException:
            wish.path.unlink(missing_ok=True)
            raise

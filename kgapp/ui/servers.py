"""Opens a server in the place of a project: asks it first, says above the window what it is, and lets it go again.

Nothing is asked on the GUI thread. A server that does not answer leaves a page that says why, with what can be done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from kgapp.domain.connections import Connection
from kgapp.domain.errors import Missing, QueryStopped
from kgapp.services.remote import looking, publishing
from kgapp.services.remote.connections import UNNAMED
from kgapp.services.remote.looking import Found
from kgapp.services.remote.publishing import Closable, States
from kgapp.services.workspace import Workspace
from kgapp.ui.panels import parts
from kgapp.ui.panels.server_form import Chosen, Purpose, ServerForm
from kgapp.ui.server_strip import ServerStrip
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.doors import Doors
    from kgapp.ui.opening import Opening
    from kgapp.ui.window import MainWindow

_OPEN: Final = "server"
_TRY: Final = "try a server"
_LIST: Final = "connections"


class Attempt:
    """One conversation with a server; ``stop`` may be called from any thread, before, during and after it."""

    def __init__(self, doors: Doors, keep: Callable[[Workspace], None]) -> None:
        self._doors, self._keep = doors, keep
        self._lock = threading.Lock()
        self._workspace: Workspace | None = None
        self._target: Closable | None = None
        self._stopped = False

    def begin(self, connection: Connection, secret: str | None) -> tuple[Workspace, Found]:
        """The server in the place of a project, and what it holds. Raises what keeps it from being one."""
        workspace = self._doors.open_server(connection, secret)
        self._keep(workspace)
        with self._lock:
            self._workspace = workspace
            stopped = self._stopped
        if stopped:
            raise QueryStopped("Stopped.")
        return workspace, looking.look(workspace.reader)

    @contextmanager
    def until_stopped(self, target: Closable) -> Iterator[None]:
        """While the block runs, ``stop`` stops what is written, too."""
        with self._lock:
            self._target = target
            stopped = self._stopped
        if stopped:
            raise QueryStopped("Stopped.")
        try:
            yield
        finally:
            with self._lock:
                self._target = None

    def stop(self) -> None:
        """Give up."""
        with self._lock:
            self._stopped = True
            workspace, target = self._workspace, self._target
        if workspace is not None:
            workspace.engine.end()
        if target is not None:
            target.stop()


class Servers(QObject):
    """The servers of a window; ``keep`` is told of every one that has to be closed with the window."""

    def __init__(self, window: MainWindow, doors: Doors, opening: Opening, keep: Callable[[Workspace], None]) -> None:
        super().__init__(opening)
        self._window, self._doors, self._opening, self._keep = window, doors, opening, keep
        self._attempt: Attempt | None = None
        self._trial: Attempt | None = None
        self._typed: dict[tuple[str, str], str] = {}
        """Secrets that were typed in this window."""
        self._wanted: Chosen | str = ""
        self._back_to = ""
        self.shown = ""
        """The name or address of the server that is open."""
        window.tasks.closing.connect(self._let_go)

    def choose(self, wanted: Chosen | str = "") -> None:
        """The form for a server, filled in with one that was asked for before."""
        self.kept(lambda kept: self._show_form(kept, wanted, self.open))

    def pick(self, purpose: Purpose, wanted: Chosen | str, done: Callable[[Chosen], None]) -> None:
        """The form for a server that is wanted for something else than to be opened."""
        self.kept(lambda kept: self._show_form(kept, wanted, done, purpose))

    def kept(self, done: Callable[[tuple[Connection, ...]], None]) -> None:
        """The kept connections, by name."""
        self._window.tasks.check(
            lambda: self._doors.connections().all(), done=done, failed=self._window.tell, topic=_LIST
        )

    def attempt(self) -> Attempt:
        """A conversation with a server beside the open project; it is closed with the window at the latest."""
        return Attempt(self._doors, self._keep)

    def target(self, wanted: Chosen | str, *, over: str, write_url: str) -> Closable:
        """A server to write to; not on the GUI thread, nothing is asked yet, and the caller closes it."""
        connection, secret = self.meant(wanted)
        return self._doors.publish_to(connection, secret, over=over, write_url=write_url)

    def states(self) -> States:
        """How far what is written to servers came."""
        return self._doors.publish_states()

    def open(self, wanted: Chosen | str, back_to: str = "") -> None:
        """Open a server by its name or address, or as the form says, in place of the present project; then go to a place."""
        if not self._opening.leave():
            return
        self._wanted, self._back_to = wanted, back_to
        attempt = self._attempt = Attempt(self._doors, self._keep)
        self._opening.states.busy(tr("Asking {name}…").format(name=line(_name(wanted), 200)), self._stop)
        self._window.tasks.write(  # its turn comes when the project before was put away
            lambda: None, done=lambda _: self._ask(attempt, wanted), failed=self._window.tell
        )

    def leave(self) -> None:
        """Another project is opened."""
        if self._attempt is not None:
            self._attempt.stop()
            self._window.tasks.drop(_OPEN)
        self._attempt, self.shown = None, ""

    def _ask(self, attempt: Attempt, wanted: Chosen | str) -> None:
        def work() -> tuple[Workspace, Connection]:
            connection, secret = self.meant(wanted)
            return attempt.begin(connection, secret)[0], connection

        if attempt is self._attempt:
            self._window.tasks.ask(work, done=self._show, failed=self._fail, topic=_OPEN)

    def meant(self, wanted: Chosen | str) -> tuple[Connection, str | None]:
        """On another thread: the connection that is meant, kept if it was named, and the secret where it was typed here."""
        if isinstance(wanted, str):
            connection, secret = self._doors.connections().for_target(wanted), ""
        else:
            connection, secret = wanted.connection, wanted.secret
            if wanted.keep:
                self._keep_connection(wanted)
        if secret:
            self._typed[_place(connection)] = secret
        return connection, self._typed.get(_place(connection))

    def _keep_connection(self, wanted: Chosen) -> None:
        kept = self._doors.connections()
        try:
            kept.keep(wanted.connection, wanted.secret or None)
        except Missing:  # no keyring: the secret stays in this window
            kept.keep(wanted.connection)

    def _show(self, opened: tuple[Workspace, Connection]) -> None:
        workspace, connection = opened
        self._attempt = None
        unnamed = connection.name == UNNAMED
        self.shown = connection.url if unnamed else connection.name
        self._opening.opened.emit(workspace)
        name = connection.url if unnamed else f"{connection.name} ({connection.url})"
        ServerStrip(self._window, name, self._reload)
        self._window.open_place(self._back_to)

    def _reload(self) -> None:
        """Open it once more: everything is read anew. The view in front comes back."""
        tabs = self._window.tabs
        self.open(self._wanted, tabs.here.place if tabs is not None and tabs.here is not None else "")

    def _fail(self, failure: Failure) -> None:
        self._attempt = None
        wanted, back_to = self._wanted, self._back_to
        change = parts.button(tr("Change the connection…"), lambda: self.choose(wanted))
        self._opening.states.failed(failure, lambda: self.open(wanted, back_to), change)

    def _stop(self) -> None:
        if self._attempt is not None:
            stopped = QueryStopped(tr("The server was not opened."), hint=tr("You stopped it."))
            self.leave()
            self._fail(Failure(stopped.sentence, stopped.hint, stopped))

    def _show_form(
        self,
        kept: tuple[Connection, ...],
        wanted: Chosen | str,
        done: Callable[[Chosen], None],
        purpose: Purpose | None = None,
    ) -> None:
        form = ServerForm(kept, self._window.theme, self._window, purpose)
        if isinstance(wanted, Chosen):
            form.fill(wanted.connection)
        elif wanted:
            named = (each for each in kept if wanted in (each.name, each.url))
            form.fill(next(named, Connection(UNNAMED, wanted)))
        form.wanted.connect(done)
        form.tried.connect(lambda chosen: self._try(form, chosen))
        form.stopped.connect(self._stop_trial)
        form.forgotten.connect(lambda name: self._forget(form, name))
        form.open()

    def _try(self, form: ServerForm, chosen: Chosen) -> None:
        attempt = self._trial = Attempt(self._doors, self._keep)
        form.show_busy(chosen.name)

        def work() -> tuple[Found, bool]:
            typed = chosen.secret or self._typed.get(_place(chosen.connection))
            found = attempt.begin(chosen.connection, typed)[1]
            if chosen.connection.update_url:
                with closing(self._doors.publish_to(chosen.connection, typed)) as target, attempt.until_stopped(target):
                    publishing.try_writing(target)
            return found, bool(chosen.connection.update_url)

        self._window.tasks.check(
            work, done=lambda found: form.show_found(found[0], writes=found[1]), failed=form.show_failure, topic=_TRY
        )

    def _stop_trial(self) -> None:
        if self._trial is not None:
            self._trial.stop()
            self._trial = None
            self._window.tasks.drop(_TRY)

    def _forget(self, form: ServerForm, name: str) -> None:
        def forgotten(kept: tuple[Connection, ...]) -> None:
            form.show_kept(kept)

        def work() -> tuple[Connection, ...]:
            known = self._doors.connections()
            known.drop(name)
            return known.all()

        self._window.tasks.check(work, done=forgotten, failed=form.show_failure, topic=_TRY)

    def _let_go(self) -> None:
        for each in (self._attempt, self._trial):
            if each is not None:
                each.stop()


def _name(wanted: Chosen | str) -> str:
    return wanted if isinstance(wanted, str) else wanted.name


def _place(connection: Connection) -> tuple[str, str]:
    return connection.name, connection.url

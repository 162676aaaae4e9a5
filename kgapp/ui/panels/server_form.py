"""The form for a server: its address or a kept connection, how to sign in, and what a first look at it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QLineEdit, QWidget

from kgapp.domain import connections
from kgapp.domain.connections import Bounds, Connection, SignIn
from kgapp.domain.errors import BadInput
from kgapp.services.remote.connections import UNNAMED
from kgapp.services.remote.looking import Found
from kgapp.ui.panels import parts
from kgapp.ui.tasks import Failure
from kgapp.ui.texts import line, number
from kgapp.ui.theme import Theme
from kgapp.ui.words import mark, said, tr

_WIDTH: Final = 620
WAYS: Final[Mapping[SignIn, str]] = {
    SignIn.NONE: mark("Without signing in"),
    SignIn.BASIC: mark("User and password"),
    SignIn.DIGEST: mark("User and password, by Digest (Virtuoso)"),
    SignIn.BEARER: mark("Token"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says. Without a ``secret`` the one in the keyring is meant; ``keep``: the user gave it a name."""

    connection: Connection
    secret: str
    keep: bool

    @property
    def name(self) -> str:
        """What to call it."""
        return self.connection.name if self.keep else self.connection.url


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a server is wanted for: the words of the form."""

    title: str
    heading: str
    verb: str
    promise: str


def to_open() -> Purpose:
    """It is read in the place of a project."""
    return Purpose(
        tr("Open a server"),
        tr("Read a server in the place of a project"),
        tr("Open"),
        tr("kgapp only reads it: nothing is changed."),
    )


def to_copy() -> Purpose:
    """A part of it is copied."""
    return Purpose(
        tr("A server to copy from"),
        tr("Copy from a server"),
        tr("Use this server"),
        tr("kgapp only reads it: nothing is changed there."),
    )


def to_write() -> Purpose:
    """The project is written to it."""
    return Purpose(
        tr("A server to write to"),
        tr("Write to a server"),
        tr("Use this server"),
        tr("Nothing is written before you have seen what, and said yes."),
    )


class ServerForm(QDialog):
    """Asks nothing itself: it says what is wanted, and shows what came of it."""

    wanted = Signal(object)
    """A ``Chosen`` is to be opened."""
    tried = Signal(object)
    """A ``Chosen`` is to be tried."""
    stopped = Signal()
    """What is tried is no longer wanted."""
    forgotten = Signal(str)
    """A kept connection, by its name."""

    def __init__(
        self, kept: tuple[Connection, ...], theme: Theme, parent: QWidget | None = None, purpose: Purpose | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._purpose = theme, purpose or to_open()
        self._bounds = Bounds()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._purpose.title)
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.kept, self.way = QComboBox(), QComboBox()
        self.url, self.name, self.user, self.secret = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.update_url = QLineEdit()
        self.private = QCheckBox(tr("It may lie on this computer or in a &private network"))
        self.told = parts.text("", ink="second")
        self._lay_out()
        self._join()
        self.show_kept(kept)
        self.url.setFocus()

    def fill(self, connection: Connection | None) -> None:
        """Show a connection; ``None`` for a new one."""
        shown = connection or Connection("", "")
        self._bounds = shown.bounds
        self.kept.setCurrentIndex(max(0, self.kept.findText(shown.name)) if shown.name else 0)
        self.url.setText(shown.url)
        self.update_url.setText(shown.update_url)
        self.name.setText("" if shown.name == UNNAMED else shown.name)
        self.way.setCurrentIndex(self.way.findData(shown.sign_in))
        self.user.setText(shown.user)
        self.secret.clear()
        self.private.setChecked(shown.allow_private)
        self._check()

    def show_kept(self, kept: tuple[Connection, ...]) -> None:
        """The kept connections, to choose from."""
        self.kept.clear()
        self.kept.addItem(tr("A new one"), None)
        for each in kept:
            self.kept.addItem(each.name, each)
        self.fill(None)

    def show_busy(self, name: str) -> None:
        """It is being tried."""
        self._say(tr("Asking {name}…").format(name=line(name, 200)), busy=True)

    def show_found(self, found: Found, *, writes: bool = False) -> None:
        """It answered; ``writes``: the address for writing takes them, too."""
        there = tr("It answers. It holds {count} statements.").format(count=number(found.statements))
        if found.processes:
            words = tr("{there} There are processes for the map; addresses begin with {base}").format(
                there=there, base=line(found.base, 200)
            )
        else:
            words = tr("{there} No process as kgapp describes one: search, graph, questions and SPARQL work.").format(
                there=there
            )
        self._say(" ".join((words, tr("It takes writes from you."))) if writes else words)

    def show_failure(self, failure: Failure) -> None:
        """It did not answer."""
        self._say(line(f"{failure.sentence} {failure.hint}", 600))

    def chosen(self) -> Chosen | str:
        """What is filled in, or what is wrong with it in a sentence."""
        name, way = self.name.text().strip(), SignIn(self.way.currentData())
        user = self.user.text().strip() if way in connections.WITH_USER else ""
        url, update_url = self.url.text().strip(), self.update_url.text().strip()
        made = Connection(name or UNNAMED, url, way, user, self.private.isChecked(), self._bounds, update_url)
        try:
            connections.checked(made)
        except BadInput as error:
            return f"{error.sentence} {error.hint}".strip()
        return Chosen(made, self.secret.text() if way is not SignIn.NONE else "", bool(name))

    def _lay_out(self) -> None:
        layout = parts.column(self, (20, 18, 20, 16), 12)
        layout.addWidget(parts.heading(self._purpose.heading, self._theme, 16))
        layout.addLayout(self._fields())
        layout.addWidget(self.told)
        self.forget = parts.button(tr("Forget this connection"), self._forget)
        self.test = parts.button(tr("Test connection"), self._try)
        self.stop = parts.button(tr("Stop"), self._stop)
        self.open_button = parts.button(self._purpose.verb, self._open, primary=True)
        self.open_button.setDefault(True)
        line_ = parts.row(self.forget)
        for each in (self.test, self.stop, parts.button(tr("Cancel"), self.reject), self.open_button):
            line_.addWidget(each)
        layout.addLayout(line_)
        self.stop.hide()

    def _fields(self) -> QFormLayout:
        for way, text in WAYS.items():
            self.way.addItem(said(text), way.value)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.url.setPlaceholderText("https://example.org/sparql")
        self.update_url.setPlaceholderText(tr("only to write there; empty: the address above"))
        self.name.setPlaceholderText(tr("to keep it; empty: only this once"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, name, widget in (
            (tr("&Connection"), tr("Connection"), self.kept),
            (tr("&Address"), tr("Address"), self.url),
            (tr("Address for w&riting"), tr("Address for writing"), self.update_url),
            (tr("Keep it &as"), tr("Keep it as"), self.name),
            (tr("Si&gn in"), tr("Sign in"), self.way),
            (tr("&User"), tr("User"), self.user),
            (tr("Pass&word or token"), tr("Password or token"), self.secret),
        ):
            widget.setAccessibleName(name)
            form.addRow(text, widget)
        form.addRow("", self.private)
        why = tr(
            "Without this such an address is refused: a name on the internet must not lead kgapp into your own network."
        )
        form.addRow("", parts.text(why, ink="second"))
        return form

    def _join(self) -> None:
        self.kept.activated.connect(lambda _: self.fill(self.kept.currentData()))
        self.way.currentIndexChanged.connect(lambda _: self._check())
        self.private.toggled.connect(lambda _: self._check())
        for field in (self.url, self.update_url, self.name, self.user, self.secret):
            field.textChanged.connect(lambda _: self._check())
        self.finished.connect(lambda _: self.stopped.emit())

    def _check(self) -> None:
        way = SignIn(self.way.currentData())
        self.user.setEnabled(way in connections.WITH_USER)
        self.secret.setEnabled(way is not SignIn.NONE)
        known = self.kept.currentData() is not None
        held = known and way is not SignIn.NONE
        self.secret.setPlaceholderText(tr("as kept in the keyring; type to replace it") if held else "")
        self.forget.setVisible(known)
        chosen = self.chosen()
        ready = isinstance(chosen, Chosen)
        self.test.setEnabled(ready)
        self.open_button.setEnabled(ready)
        if isinstance(chosen, str) and self.url.text().strip():
            self._say(chosen)
        else:
            self._say(self._way_in_words() if way is not SignIn.NONE else self._purpose.promise)

    def _way_in_words(self) -> str:
        if self.name.text().strip():
            return tr("The password or token goes into the keyring of this system, never into a file.")
        return tr("Without a name the password or token is used in this window only, and kept nowhere.")

    def _say(self, words: str, *, busy: bool = False) -> None:
        self.told.setText(words)
        self.stop.setVisible(busy)
        self.test.setVisible(not busy)

    def _try(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, Chosen):
            self.tried.emit(chosen)

    def _open(self) -> None:
        chosen = self.chosen()
        if isinstance(chosen, Chosen):
            self.accept()
            self.wanted.emit(chosen)

    def _stop(self) -> None:
        self.stopped.emit()
        self._check()

    def _forget(self) -> None:
        known = self.kept.currentData()
        if isinstance(known, Connection):
            self.forgotten.emit(known.name)

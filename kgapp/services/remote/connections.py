"""The connections of a user: kept by name in the user's own folder, their secrets in the keyring of the system.

Where there is no keyring, and on the command line, the environment variable ``SECRET`` holds the secret of the one
connection that is used; otherwise it has to be asked for each time, and is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from kgapp.domain import connections
from kgapp.domain.connections import Connection, SignIn
from kgapp.domain.errors import BadInput, Missing, NotFound

SECRET: Final = "KGAPP_ENDPOINT_PASSWORD"  # noqa: S105 - the name of a variable
PRIVATE: Final = "KGAPP_ALLOW_PRIVATE"
UNNAMED: Final = "endpoint"
"""The name of a connection that was never kept: an address that somebody typed."""


class ConnectionStore(Protocol):
    """Where connections are kept, without their secrets."""

    def read(self) -> tuple[Connection, ...]:
        """All of them. What cannot be read is left out, never an error."""
        ...

    def write(self, kept: tuple[Connection, ...]) -> None:
        """Keep these and no others, whole or not at all. Raises ``BadInput``."""
        ...


class Secrets(Protocol):
    """The keyring of the system. Every method raises ``Missing`` where there is none, or where it stays locked."""

    def get(self, name: str, url: str) -> str | None:
        """The secret for a connection at this address."""
        ...

    def keep(self, name: str, url: str, secret: str) -> None: ...
    def forget(self, name: str, url: str) -> None:
        """Harmless when there is none."""
        ...


class Connections:
    """The connections of a user, by name."""

    def __init__(self, store: ConnectionStore, secrets: Secrets, environ: Mapping[str, str]) -> None:
        self._store = store
        self._secrets = secrets
        self._environ = environ

    def all(self) -> tuple[Connection, ...]:
        """By name."""
        return tuple(sorted(self._store.read(), key=lambda each: each.name.casefold()))

    def named(self, name: str) -> Connection:
        """Raises ``NotFound``."""
        for each in self._store.read():
            if each.name.casefold() == name.casefold():
                return each
        known = ", ".join(f"“{each.name}”" for each in self.all())
        raise NotFound(f"There is no connection “{name}”.", hint=f"There are: {known}." if known else "Keep one first.")

    def for_target(self, target: str) -> Connection:
        """The connection that a name, or an address that somebody typed, stands for.

        An address without a kept connection is asked without a sign-in. Raises ``NotFound`` and ``BadInput``.
        """
        if not connections.is_url(target):
            return self.named(target)
        found = next((each for each in self.all() if each.url == target), None)
        return found or connections.checked(Connection(UNNAMED, target, allow_private=self._private))

    def keep(self, connection: Connection, secret: str | None = None) -> None:
        """Keep a connection in place of the one with this name; without a ``secret`` the one in the keyring stays.

        A secret belongs to an address too: it is never sent to another one. Raises ``BadInput``, and ``Missing`` when
        there is a secret and no keyring; then nothing is kept.
        """
        connections.checked(connection)
        if secret is not None and connection.sign_in is not SignIn.NONE:
            _check_secret(secret)
            self._secrets.keep(connection.name, connection.url, secret)
        others = (each for each in self._store.read() if each.name.casefold() != connection.name.casefold())
        self._store.write((*others, connection))

    def drop(self, name: str) -> None:
        """Forget a connection and its secret. Raises ``NotFound``; a keyring that is not there holds nothing."""
        found = self.named(name)
        self._store.write(tuple(each for each in self._store.read() if each.name != found.name))
        if found.sign_in is not SignIn.NONE:
            try:
                self._secrets.forget(found.name, found.url)
            except Missing:
                return  # what was never kept need not be forgotten

    def secret(self, connection: Connection) -> str:
        """The secret of a connection; empty for one that needs none.

        Raises ``Missing`` when it has to be asked for: its hint names the variable that can hold it.
        """
        if connection.sign_in is SignIn.NONE:
            return ""
        told = self._environ.get(SECRET, "")
        if told:
            return told
        what = "token" if connection.sign_in is SignIn.BEARER else "password"
        hint = f"Give the {what} each time, or put it into the environment variable {SECRET}."
        try:
            found = self._secrets.get(connection.name, connection.url)
        except Missing as missing:
            raise Missing(f"The {what} of “{connection.name}” is not known: {missing.sentence}", hint=hint) from missing
        if found is None:
            raise Missing(f"The keyring has no {what} of “{connection.name}” for {connection.url}.", hint=hint)
        return found

    @property
    def _private(self) -> bool:
        return self._environ.get(PRIVATE, "") == "1"


def _check_secret(secret: str) -> None:
    if not secret or not secret.isprintable():
        raise BadInput("A password or token has at least one character and no line breaks.")

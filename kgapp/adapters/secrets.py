"""Passwords and tokens in the keyring of the system (Windows, macOS, Secret Service); never in a file of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kgapp.domain.errors import Missing
from kgapp.domain.terms import shorten

_SERVICE: Final = "kgapp endpoint"


class Keyring:
    """Implements the port ``Secrets``. The library is loaded when it is first asked."""

    def get(self, name: str, url: str) -> str | None:
        """The secret of a connection at this address; ``None`` for none."""
        import keyring

        with _translated():
            return keyring.get_password(_SERVICE, _place(name, url))

    def keep(self, name: str, url: str, secret: str) -> None:
        """Keep a secret in place of the one there."""
        import keyring

        with _translated():
            keyring.set_password(_SERVICE, _place(name, url), secret)

    def forget(self, name: str, url: str) -> None:
        """Forget a secret, if there is one."""
        import keyring

        with _translated():
            if keyring.get_password(_SERVICE, _place(name, url)) is not None:
                keyring.delete_password(_SERVICE, _place(name, url))


def _place(name: str, url: str) -> str:
    """With the address: a connection that is sent elsewhere by whoever can write its file takes no secret along."""
    return f"{name} <{url}>"


@contextmanager
def _translated() -> Iterator[None]:
    from keyring.errors import KeyringError, NoKeyringError

    try:
        yield
    except NoKeyringError as error:
        raise Missing(
            "This system has no keyring that kgapp can use.", hint="Install one (GNOME Keyring, KWallet)."
        ) from error
    except KeyringError as error:
        raise Missing(f"The keyring of this system does not open: {shorten(str(error))}.", hint="Unlock it.") from error

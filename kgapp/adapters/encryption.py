"""Encryption to recipients (age, by pyrage): the only room that knows it, and it may not be installed (extra ``encryption``)."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kgapp.domain.errors import BadInput


class Age:
    """Implements the ports ``services.keys.Envelopes`` and ``services.bundles.sealing.Envelopes``."""

    def new_identity(self) -> tuple[str, str]:
        """A new private identity and the recipient that others encrypt to."""
        identity = _pyrage().x25519.Identity.generate()
        return str(identity), str(identity.to_public())

    def encrypt(self, source: Path, target: Path, recipients: tuple[str, ...]) -> None:
        """Encrypt a file to all of the recipients. Raises ``BadInput`` for one that is none."""
        pyrage = _pyrage()
        try:
            known = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
            pyrage.encrypt_file(str(source), str(target), known)
        except (pyrage.RecipientError, pyrage.EncryptError, OSError) as error:
            raise BadInput(f"It cannot be encrypted: {error}.", page="exchange") from error

    def decrypt(self, source: Path, target: Path, identity: str) -> None:
        """Decrypt a file that was encrypted to this identity. Raises ``BadInput``."""
        pyrage = _pyrage()
        try:
            pyrage.decrypt_file(str(source), str(target), [pyrage.x25519.Identity.from_str(identity)])
        except (pyrage.IdentityError, pyrage.DecryptError, OSError) as error:
            raise BadInput(
                "This file does not open with your key: it was encrypted to somebody else, or altered.",
                hint="Send your key card to the sender, and ask for the bundle once more.",
                page="exchange",
            ) from error


def _pyrage() -> Any:
    """The package, which says nothing about its types."""
    import pyrage

    return pyrage


def installed() -> bool:
    """Whether encryption is installed."""
    return find_spec("pyrage") is not None

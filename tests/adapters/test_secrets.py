"""The keyring of the system keeps secrets; where there is none or it stays closed, that is said."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from kgapp.adapters.secrets import Keyring
from kgapp.domain.errors import Missing

URL = "https://e.org/sparql"


class Ring(KeyringBackend):
    """A keyring of the test's own."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class Locked(Ring):
    """One that stays closed."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the user said no")


@pytest.fixture(autouse=True)
def own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(Ring())
    yield
    keyring.set_keyring(before)


def test_a_secret_is_kept_for_a_name_and_an_address_and_forgotten() -> None:
    ring = Keyring()
    assert ring.get("plant", URL) is None
    ring.keep("plant", URL, "pass")
    assert ring.get("plant", URL) == "pass"
    assert ring.get("plant", "https://evil.org/") is None
    ring.forget("plant", URL)
    ring.forget("plant", URL)
    assert ring.get("plant", URL) is None


def test_no_keyring_is_said() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    with pytest.raises(Missing, match="no keyring"):
        Keyring().keep("plant", URL, "pass")


def test_a_locked_keyring_is_said() -> None:
    keyring.set_keyring(Locked())
    with pytest.raises(Missing, match="does not open: the user said no"):
        Keyring().get("plant", URL)

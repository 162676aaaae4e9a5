"""Keys of a user in a folder of their own: the trust list, and one locked file for each private key.

The folder may be entered, and its files read, by this user alone where the system knows such rights; on Windows the rights
of the user's profile hold. Nothing in it is readable as a private key without its password.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from kgapp.domain import keys
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.keys import Trust, Trusted
from kgapp.services import key_cards, strict_json, whole_files
from kgapp.services.key_cards import Seals
from kgapp.services.strict_json import Fields

_FORMAT: Final = "kgapp-trust-list/1"
_LIST: Final = "trust.json"
_SUFFIX: Final = ".locked"
_MOST_BYTES: Final = 10_000_000


class KeyFiles:
    """Implements the port ``KeyStore`` in a folder, which is made when the first key is kept."""

    def __init__(self, folder: Path, seals: Seals) -> None:
        self._folder = folder
        self._seals = seals

    def trusted(self) -> tuple[Trusted, ...]:
        """The list. Raises ``BadInput`` when it cannot be read: an unreadable list is not an empty one."""
        try:
            with (self._folder / _LIST).open("rb") as file:
                content = file.read(_MOST_BYTES)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._unreadable(error.strerror or str(error)) from error
        try:
            fields = Fields(json.loads(content), "The list of keys")
            fields.form(_FORMAT)
            return tuple(self._one(each) for each in fields.objects("keys"))
        except (ValueError, RecursionError) as error:
            raise self._unreadable("it is damaged") from error
        except BadInput as error:
            raise self._unreadable(error.sentence) from error

    def keep(self, trusted: Iterable[Trusted]) -> None:
        told = {"format": _FORMAT, "keys": [self._row(each) for each in trusted]}
        self._write(_LIST, json.dumps(told, ensure_ascii=False, indent=1).encode())

    def own(self) -> frozenset[str]:
        try:
            names = [path.name.removesuffix(_SUFFIX) for path in self._folder.iterdir() if path.name.endswith(_SUFFIX)]
        except OSError:
            return frozenset()
        return frozenset(name for name in names if keys.is_key_id(name))

    def private(self, key: str) -> bytes:
        try:
            return (self._folder / f"{key}{_SUFFIX}").read_bytes()
        except OSError as error:
            raise NotFound("The private part of this key is not here.", page="exchange") from error

    def keep_private(self, key: str, locked: bytes) -> None:
        self._write(f"{key}{_SUFFIX}", locked)

    def _write(self, name: str, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if os.name == "posix":
                self._folder.chmod(0o700)
            with whole_files.aside(self._folder / name) as part:
                part.chmod(0o600)
                part.write_bytes(content)
        except OSError as error:
            raise BadInput(
                f"The key cannot be kept: {error.strerror or error}.", hint=f"The folder is {self._folder}."
            ) from error

    def _row(self, one: Trusted) -> dict[str, Any]:
        return {
            **key_cards.row(one.signed),
            "trust": one.trust.value,
            "who": one.who,
            "at": strict_json.written(one.at),
            "how": one.how,
            "successor": one.successor,
        }

    def _one(self, told: object) -> Trusted:
        fields = Fields(told, "The list of keys")
        signed = key_cards.of_row(
            self._seals, {name: fields.object(name) for name in ("card", "signature", "signature_of_replaced")}
        )
        one = Trusted(
            signed,
            Trust(fields.text("trust")),
            fields.text("who"),
            fields.time("at"),
            fields.text("how"),
            fields.text("successor"),
        )
        fields.done()
        return one

    def _unreadable(self, why: str) -> BadInput:
        return BadInput(
            f"The list of keys cannot be read: {why}",
            hint=f"The file is {self._folder / _LIST}. Put it back from a backup; nothing is trusted until then.",
        )

"""What the user told kgapp about himself, in a small file that the window writes and the command line reads as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from kgapp.domain.errors import BadInput
from kgapp.services import whole_files

_FORMAT: Final = "kgapp-user/1"
_FILE: Final = "user.json"
_MOST_CHARACTERS: Final = 200
_MOST_BYTES: Final = 10_000


class UserSettings:
    """The settings in a folder of the user's, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    @property
    def name(self) -> str:
        """The name the user wants to stand in the history; empty when none was told or the file cannot be read."""
        try:
            with self._file.open("rb") as file:
                told = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError):
            return ""
        fits = isinstance(told, dict) and told.get("format") == _FORMAT and isinstance(told.get("name"), str)
        return _plain(told["name"]) if fits else ""

    def keep_name(self, name: str) -> None:
        """Keep a name; an empty one takes it back. Raises ``BadInput`` where the file cannot be written."""
        text = json.dumps({"format": _FORMAT, "name": _plain(name)}, ensure_ascii=False, indent=1)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            whole_files.write(self._file, f"{text}\n".encode())
        except OSError as error:
            raise BadInput(
                f"Your name cannot be kept: {error.strerror or error}.", hint=f"The file is {self._file}."
            ) from error


def _plain(name: str) -> str:
    """One line of printable characters."""
    return " ".join("".join(each if each.isprintable() else " " for each in name).split())[:_MOST_CHARACTERS]

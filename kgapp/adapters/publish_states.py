"""How far a publication came, as small files of the user's: one for each that is not finished."""

from __future__ import annotations

from pathlib import Path

from kgapp.domain.errors import BadInput
from kgapp.services import whole_files


class PublishStates:
    """Files below a folder, which is made when the first is kept; implements the port ``States``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> int:
        """Confirmed statements; 0 when nothing is known."""
        try:
            text = self._file(key).read_text("ascii").strip()
        except (OSError, ValueError):
            return 0
        return int(text) if text.isdigit() and len(text) < 16 else 0

    def write(self, key: str, confirmed: int) -> None:
        """Keep the number. Raises ``BadInput`` where that is not possible."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            whole_files.write(self._file(key), f"{confirmed}\n".encode())
        except OSError as error:
            raise BadInput(
                f"How far the publication came cannot be kept: {error.strerror or error}.",
                hint=f"The folder is {self._folder}.",
            ) from error

    def forget(self, key: str) -> None:
        """Forget it; harmless when nothing is known."""
        self._file(key).unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.txt"

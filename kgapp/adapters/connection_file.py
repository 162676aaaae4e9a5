"""The connections of a user in a small file below the user's own folder; secrets are not in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kgapp.domain import connections
from kgapp.domain.connections import Bounds, Connection, SignIn
from kgapp.domain.errors import BadInput
from kgapp.services import whole_files

_FORMAT: Final = "kgapp-connections/1"
_FILE: Final = "connections.json"
_MOST_BYTES: Final = 1_000_000
_LONGEST_S: Final = 86_400


class ConnectionFile:
    """Implements the port ``ConnectionStore`` in a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def read(self) -> tuple[Connection, ...]:
        """Those that can be read."""
        try:
            with self._file.open("rb") as file:
                told = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return ()
        rows = told.get("connections") if isinstance(told, dict) and told.get("format") == _FORMAT else None
        found = (_connection(row) for row in rows) if isinstance(rows, list) else ()
        return tuple(each for each in found if each is not None)

    def write(self, kept: tuple[Connection, ...]) -> None:
        """Write the file whole. Raises ``BadInput`` where that is not possible."""
        told = {"format": _FORMAT, "connections": [_row(each) for each in kept]}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            whole_files.write(self._file, f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode())
        except OSError as error:
            raise BadInput(
                f"The connection cannot be kept: {error.strerror or error}.", hint=f"The file is {self._file}."
            ) from error


def _row(each: Connection) -> Mapping[str, object]:
    return {
        "name": each.name,
        "url": each.url,
        "sign_in": each.sign_in.value,
        "user": each.user,
        "allow_private": each.allow_private,
        "answer_bytes": each.bounds.answer_bytes,
        "rows": each.bounds.rows,
        "connect_s": each.bounds.connect_s,
        "silence_s": each.bounds.silence_s,
        "update_url": each.update_url,
    }


def _connection(row: object) -> Connection | None:
    if not isinstance(row, dict):
        return None
    words = [row.get(name) for name in ("name", "url", "sign_in", "user")]
    figures = [row.get(name) for name in ("answer_bytes", "rows")]
    texts = [word for word in words if isinstance(word, str)]
    sizes = [figure for figure in figures if isinstance(figure, int) and figure > 0]
    if len(texts) != len(words) or len(sizes) != len(figures):
        return None
    name, url, sign_in, user = texts
    try:
        usual = Bounds()
        connect_s, silence_s = _seconds(row, "connect_s", usual.connect_s), _seconds(row, "silence_s", usual.silence_s)
        bounds = Bounds(answer_bytes=sizes[0], rows=sizes[1], connect_s=connect_s, silence_s=silence_s)
        update_url = row.get("update_url", "")  # earlier versions have none
        allowed = row.get("allow_private") is True
        return connections.checked(
            Connection(
                name, url, SignIn(sign_in), user, allowed, bounds, update_url if isinstance(update_url, str) else ""
            )
        )
    except (BadInput, ValueError):
        return None


def _seconds(row: Mapping[str, object], name: str, usual: float) -> float:
    """A limit of time; the usual one where the file has none, as those of earlier versions, or none that can be one."""
    found = row.get(name)
    return float(found) if isinstance(found, int | float) and 0 < found <= _LONGEST_S else usual

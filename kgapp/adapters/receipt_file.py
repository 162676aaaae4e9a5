"""Which bundles a user received, in a small file below the user's own folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from kgapp.domain.errors import BadInput
from kgapp.services import whole_files
from kgapp.services.bundles.receipts import Received, Stream
from kgapp.services.strict_json import Fields

_FORMAT: Final = "kgapp-received/1"
_MOST_BYTES: Final = 50_000_000


class ReceiptFile:
    """Implements the port ``ReceiptStore``; the file is made when the first bundle is remembered."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def received(self, stream: Stream) -> Received:
        return self._read().get(stream, Received())

    def keep(self, stream: Stream, sequence: int, digest: str) -> None:
        every = self._read()
        every[stream] = Received({**every.get(stream, Received()).digests, sequence: digest})
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            whole_files.write(self._file, json.dumps(_told(every), ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise BadInput(
                f"That the bundle was received cannot be kept: {error.strerror or error}.",
                hint=f"The file is {self._file}.",
            ) from error

    def _read(self) -> dict[Stream, Received]:
        try:
            with self._file.open("rb") as file:
                fields = Fields(json.loads(file.read(_MOST_BYTES)), "The list of received bundles")
            fields.form(_FORMAT)
            return dict(_stream(each) for each in fields.objects("streams"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError, BadInput) as error:
            raise BadInput(
                "The list of received bundles cannot be read: whether this bundle is older is not known.",
                hint=f"The file is {self._file}. Put it back from a backup.",
            ) from error


def _told(every: dict[Stream, Received]) -> dict[str, Any]:
    rows = [
        {
            "project": stream.project,
            "sender": stream.sender,
            "receiver": stream.receiver,
            "bundles": [{"sequence": number, "digest": digest} for number, digest in sorted(received.digests.items())],
        }
        for stream, received in sorted(every.items(), key=lambda each: each[0])
    ]
    return {"format": _FORMAT, "streams": rows}


def _stream(told: object) -> tuple[Stream, Received]:
    fields = Fields(told, "A stream of bundles")
    stream = Stream(fields.text("project"), fields.text("sender"), fields.text("receiver"))
    bundles = (Fields(each, "A received bundle") for each in fields.objects("bundles"))
    return stream, Received({each.number("sequence"): each.text("digest") for each in bundles})

"""What a project keeps of its exchange beside the graph: small records as views, large ones as bytes that a view names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import Damaged, NotFound
from kgapp.domain.history import Note
from kgapp.services import attachments
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace

_SMALL: Final = 200_000
_BYTES: Final = "kept in bytes "


def keep(workspace: Workspace, name: str, kind: str, content: str) -> None:
    """Keep a record in place of one of the same name. Raises ``ReadOnly``, and ``BadInput`` for more than an attachment can be."""
    if len(content) <= _SMALL:
        workspace.keep_view(name, kind, content)
        return
    raw = content.encode()
    workspace.attach(raw, ChangeSet("Keep a record"), Note(workspace.author, "Keep a record"))
    workspace.keep_view(name, kind, json.dumps(_BYTES + hashlib.sha256(raw).hexdigest()))


def every(reader: RecordReader, kind: str) -> Iterator[tuple[str, str]]:
    """Names and contents of the records of a kind, by name; empty for one whose bytes are gone. The contents are untrusted."""
    for name, content in reader.views(kind):
        yield name, _content(reader, content)


def _content(reader: RecordReader, content: str) -> str:
    sha256 = content.strip('"').removeprefix(_BYTES) if content.startswith(f'"{_BYTES}') else ""
    if not sha256:
        return content
    try:
        return attachments.content(reader, sha256).decode()
    except (NotFound, Damaged, UnicodeDecodeError):
        return ""

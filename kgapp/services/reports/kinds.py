"""The kinds of file a report can be: the end of its name decides."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from kgapp.domain.errors import BadInput


class FileKind(Enum):
    """A kind of file, by the end of its name."""

    HTML = ".html"
    PDF = ".pdf"
    WORD = ".docx"
    WORKBOOK = ".xlsx"


def kind_of(file: Path) -> FileKind:
    """The kind of a file. Raises ``BadInput`` for an end of the name that no report has."""
    suffix = file.suffix.lower()
    try:
        return FileKind(".html" if suffix == ".htm" else suffix)
    except ValueError:
        known = ", ".join(kind.value for kind in FileKind)
        raise BadInput(
            f"A report of the kind “{file.suffix or file.name}” cannot be written.",
            hint=f"End the name with one of {known}.",
        ) from None

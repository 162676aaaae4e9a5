"""What all pages share: templates that escape, one style sheet allowed by its digest, and how a page is written."""

from __future__ import annotations

import base64
import hashlib
from importlib import metadata
from pathlib import Path
from typing import Final

import jinja2

from kgapp.domain.errors import BadInput

_FOLDER: Final = Path(__file__).parent


def environment() -> jinja2.Environment:
    """Templates of this folder; everything is escaped, and a name that is not there is an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style() -> str:
    """The style sheet of all reports."""
    return (_FOLDER / "report.css").read_text(encoding="utf-8")


def style_hash(text: str) -> str:
    """What the page's policy allows: this style and nothing else."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def version() -> str:
    """The version of the program that made a page."""
    try:
        return metadata.version("kgapp")
    except metadata.PackageNotFoundError:
        return "(run from a checkout)"


def write(html: str, file: Path) -> None:
    """Write a page, over one that is there. Raises ``BadInput`` where it cannot be written."""
    try:
        file.write_text(html, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f"The report could not be written to {file}: {error.strerror}.", hint="Choose another place."
        ) from error

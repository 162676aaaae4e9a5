"""The page of knowledge at risk, or of a rehearsed departure.

Guarantees: everything from the graph is escaped; the page has no script, loads nothing, and its policy forbids both. It
shows what it is told and reads nothing else, so that personal figures are on it only where the telling has them.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final

import jinja2

from kgapp.domain.errors import BadInput
from kgapp.domain.history import Author
from kgapp.services.knowledge_tables import NOT_DECIDING, Telling

_FOLDER: Final = Path(__file__).parent


def save(telling: Telling, project: str, revision: str, asked_by: Author, file: Path) -> None:
    """Write the page to a file, over one that is there. Raises ``BadInput`` where it cannot be written."""
    html = page(telling, project, revision, asked_by, datetime.now(UTC))
    try:
        file.write_text(html, encoding="utf-8")
    except OSError as error:
        raise BadInput(
            f"The report could not be written to {file}: {error.strerror}.", hint="Choose another place."
        ) from error


def page(telling: Telling, project: str, revision: str, asked_by: Author, made_at: datetime) -> str:
    """The page as HTML; ``project`` names the file that was looked at, ``revision`` is the hash of its head."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    return environment.get_template("knowledge.html.j2").render(
        telling=telling,
        project=project,
        revision=revision,
        asked_by=asked_by,
        made=made_at.strftime("%Y-%m-%d %H:%M:%S UTC"),
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        not_deciding=NOT_DECIDING,
        version=_version(),
    )


def _version() -> str:
    try:
        return metadata.version("kgapp")
    except metadata.PackageNotFoundError:
        return "(run from a checkout)"

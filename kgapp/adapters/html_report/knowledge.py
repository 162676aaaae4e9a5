"""The page of knowledge at risk, or of a rehearsed departure.

Guarantees: everything from the graph is escaped; the page has no script, loads nothing, and its policy forbids both. It
shows what it is told and reads nothing else, so that personal figures are on it only where the telling has them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kgapp.adapters.html_report import pages
from kgapp.domain.history import Author
from kgapp.services.knowledge_tables import NOT_DECIDING, Telling


def save(telling: Telling, project: str, revision: str, asked_by: Author, file: Path) -> None:
    """Write the page to a file, over one that is there. Raises ``BadInput`` where it cannot be written."""
    pages.write(page(telling, project, revision, asked_by, datetime.now(UTC)), file)


def page(telling: Telling, project: str, revision: str, asked_by: Author, made_at: datetime) -> str:
    """The page as HTML; ``project`` names the file that was looked at, ``revision`` is the hash of its head."""
    style = pages.style()
    return (
        pages.environment()
        .get_template("knowledge.html.j2")
        .render(
            telling=telling,
            project=project,
            revision=revision,
            asked_by=asked_by,
            made=made_at.strftime("%Y-%m-%d %H:%M:%S UTC"),
            style=style,
            style_hash=pages.style_hash(style),
            not_deciding=NOT_DECIDING,
            version=pages.version(),
        )
    )

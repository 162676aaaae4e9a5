"""What commands with ``--report`` share: the option, the check before work begins, and the writing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgapp.cli.program import program

if TYPE_CHECKING:
    from kgapp.domain.document import Document
    from kgapp.services.ports import RecordReader
    from kgapp.services.reports.origin import Asked

report_option = click.option(
    "--report",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a report too; its name ends with .html, .pdf, .docx or .xlsx.",
)


def check_report(file: Path | None) -> None:
    """Raises ``BadInput`` for a report of a kind that cannot be written, before any work is done for it."""
    if file is not None:
        from kgapp.services.reports import kinds

        kinds.kind_of(file)


def make_report(file: Path | None, reader: RecordReader, make: Callable[[Asked], Document]) -> Document | None:
    """The report while its project is open; ``None`` where nobody asked for one."""
    if file is None:
        return None
    from datetime import UTC, datetime

    from kgapp.services.reports.origin import Asked

    return make(
        Asked(
            reader.meta().endpoint or reader.meta().path.name,
            program().author(),
            datetime.now(UTC),
            reader.graph_hash(),
        )
    )


def save_report(document: Document | None, file: Path | None) -> str:
    """Write a report; the answer says where, and whether it took the place of one. Empty where there is none."""
    if document is None or file is None:
        return ""
    replaced = " (replaces the one that was there)" if file.exists() else ""
    program().save_document(document, file)
    return f"Report: {file.resolve()}{replaced}"

"""The files of a bundle that are made to be read without kgapp: a page and a workbook, both of its graph alone.

Guarantee: the same graph and the same manifest give the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kgapp.adapters import workbook
from kgapp.adapters.html_report import writing
from kgapp.domain.bundle import Manifest
from kgapp.domain.errors import BadInput
from kgapp.services.bundles.bundled import Bundled
from kgapp.services.bundles.containers import Entry
from kgapp.services.dossier import chapters, making
from kgapp.services.workbooks import template

REPORT: Final = "report.html"


def tables(said: Manifest, bundled: Bundled) -> Iterator[Entry]:
    """A workbook with a sheet for each class; none where there are more things than a workbook can take, or none with a form."""
    try:
        book = template.export(bundled.reader, (), said.sender.card.holder)
    except BadInput:
        return
    if not book.forms:
        return
    with tempfile.TemporaryDirectory(prefix="kgapp-") as folder:
        file = Path(folder) / chapters.TABLES
        workbook.write_forms(book, file, said.sent)
        yield Entry(chapters.TABLES, (file.read_bytes(),))


def save(said: Manifest, bundled: Bundled, file: Path) -> None:
    """Write that page, over one that is there. Raises ``BadInput`` where it cannot be written."""
    writing.put(writing.dossier_page(making.dossier(said, bundled)), file)


def report(said: Manifest, bundled: Bundled) -> Iterator[Entry]:
    """The page that tells what is in the bundle."""
    yield Entry(REPORT, (writing.dossier_page(making.dossier(said, bundled)).encode(),))

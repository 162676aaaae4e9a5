"""Doors to files that others make or read, and to the statistics of what stands in them; part of ``bootstrap``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgapp.domain.bundle import Manifest
    from kgapp.domain.document import Document
    from kgapp.domain.workbook import Book
    from kgapp.services.answer_files import Lines
    from kgapp.services.answer_sheets import SheetRow
    from kgapp.services.batches.equivalence import Student
    from kgapp.services.bundles.bundled import Bundled, Maker
    from kgapp.services.ports import RecordReader
    from kgapp.services.transfer.sending import GapBook
    from kgapp.services.workbooks.template import FormBook


def read_workbook(path: Path) -> Book:
    """A workbook that came in, read by a child. Raises ``BadInput``."""
    from kgapp.adapters import workbook

    return workbook.read(path)


def save_gaps(content: GapBook, file: Path) -> None:
    """Write the gap list as a workbook that a partner fills in. Raises ``BadInput``."""
    from kgapp.adapters import workbook

    workbook.write_gaps(content, file, datetime.now(UTC))


def save_forms(content: FormBook, file: Path) -> None:
    """Write a template, or things of a project, as a workbook that is filled in. Raises ``BadInput``."""
    from kgapp.adapters import workbook

    workbook.write_forms(content, file, datetime.now(UTC))


def save_answer_book(
    file: Path, title: str, heads: tuple[str, ...], rows: Iterable[SheetRow], about: Lines
) -> tuple[str, ...]:
    """Write the answer of a query as a workbook, rows as they come; see ``answer_files.Books``. Raises ``BadInput``."""
    from kgapp.adapters import answer_book

    return answer_book.save(file, title, heads, rows, about)


def save_document(document: Document, file: Path) -> None:
    """Write a report; the end of the file's name says as what. Raises ``BadInput``."""
    from importlib import import_module

    from kgapp.services.reports.kinds import FileKind, kind_of

    rooms = {
        FileKind.HTML: "kgapp.adapters.html_report.writing",
        FileKind.PDF: "kgapp.adapters.pdf_report.writing",
        FileKind.WORD: "kgapp.adapters.word_report.writing",
        FileKind.WORKBOOK: "kgapp.adapters.workbook_report.writing",
    }
    import_module(rooms[kind_of(file)]).save(document, file)


def bundle_makers() -> tuple[Maker, ...]:
    """What makes the files of a bundle that are read without kgapp, in this order: the page tells of those before it."""
    from kgapp.adapters import bundle_pages

    return bundle_pages.tables, bundle_pages.report


def save_dossier(said: Manifest, seen: Bundled, file: Path) -> None:
    """Write what is in a bundle as a page. Raises ``BadInput``."""
    from kgapp.adapters import bundle_pages

    bundle_pages.save(said, seen, file)


def picture_of(reader: RecordReader) -> bytes:
    """The processes of a project as one SVG file. Raises ``BadInput`` where there is none to draw."""
    from kgapp.adapters.html_report import writing
    from kgapp.services.dossier import making

    return writing.drawing_file(*making.pictures(reader)).encode()


def student() -> Student:
    """Student's t distribution. Raises ``Missing`` where the extra ``statistics`` is not installed."""
    from kgapp.adapters.student import ScipyStudent

    return ScipyStudent()

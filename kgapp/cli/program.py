"""What commands get from outside: the doors to projects and files that ``bootstrap`` joins."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

if TYPE_CHECKING:
    from kgapp.domain.document import Document
    from kgapp.domain.history import Author, Revision
    from kgapp.domain.terms import Iri
    from kgapp.domain.workbook import Book
    from kgapp.services.for_inspection import Shown
    from kgapp.services.ports import Engine, RdfFiles, Reasoner, RecordReader, ShapeChecker
    from kgapp.services.transfer.sending import GapBook
    from kgapp.services.verification import Verification
    from kgapp.services.workspace import Workspace


class Program(Protocol):
    """The program around the commands; each is described where it is made, in ``bootstrap``."""

    @property
    def DEFAULT_BASE(self) -> Iri: ...  # noqa: N802 - a constant of the module that implements this
    def author(self) -> Author: ...
    def reading(self, target: Path | str) -> AbstractContextManager[Workspace]: ...
    def writing(self, path: Path) -> AbstractContextManager[Workspace]: ...
    def create(self, path: Path, base: Iri = ..., prefix: str = ...) -> None: ...
    def create_demo(self, path: Path) -> Revision | None: ...
    def create_inspection(self, reader: RecordReader, path: Path, seq: int | None = ...) -> Shown: ...
    def rdf_files(self) -> RdfFiles: ...
    def shape_checker(self) -> ShapeChecker: ...
    def reasoner(self) -> Reasoner: ...
    def verify(self, path: Path) -> Verification: ...
    def save_document(self, document: Document, file: Path) -> None: ...
    def read_workbook(self, path: Path) -> Book: ...
    def save_gaps(self, content: GapBook, file: Path) -> None: ...
    def engine_at(self, reader: RecordReader, seq: int) -> AbstractContextManager[Engine]: ...
    def open_window(self, project: Path | None) -> int: ...


def program() -> Program:
    """The program that runs the present command."""
    found = click.get_current_context().find_root().obj
    assert found is not None, "a command runs through kgapp.__main__.run"
    doors: Program = found
    return doors

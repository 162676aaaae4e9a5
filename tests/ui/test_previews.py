"""Attached files are untrusted: what they look like never costs more than a little memory."""

from __future__ import annotations

import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kgapp import bootstrap
from kgapp.domain.terms import Iri
from kgapp.services import attachments
from kgapp.services.attachments import File
from kgapp.services.workspace import Workspace
from kgapp.ui import previews
from kgapp.ui.previews import Preview

THING = Iri("https://e.org/thing")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "a.kgproject"
    bootstrap.create(path, Iri("https://e.org/"))
    with bootstrap.writing(path) as opened:
        yield opened


def look(workspace: Workspace, name: str, content: bytes) -> Preview:
    attachments.attach(workspace, THING, File(name, content), "why")
    found = attachments.attached_to(workspace.reader, THING)
    return previews.preview(workspace.reader, next(one for one in found if one.name == name))


def png(width: int, height: int, rows: int = 0) -> bytes:
    """A picture that says a size; with only some of its rows when told so."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = zlib.compress(b"\\0" * (rows or height) * (1 + (width + 7) // 8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def real_picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x112233)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, with which PySide 6.11 crashes
    return bytes(buffer.data().data())


def test_a_picture_is_shown_small(workspace: Workspace, qtbot: QtBot) -> None:
    found = look(workspace, "a.png", real_picture(2000, 500))
    assert found.image is not None
    assert (found.image.width(), found.words) == (900, "2,000 × 500 pixels")
    small = look(workspace, "b.png", real_picture(10, 10))
    assert small.image is not None
    assert small.image.width() == 10


@pytest.mark.qt_log_ignore("libpng", "QImageReader", "Read Error", "QImageIOHandler", "QPngHandler")
def test_a_picture_that_would_fill_the_memory_is_not_decoded(workspace: Workspace, qtbot: QtBot) -> None:
    began = time.perf_counter()
    found = look(workspace, "bomb.png", png(30_000, 30_000, rows=10))
    assert found.image is None
    assert "30,000 × 30,000 pixels: too large" in found.words
    assert time.perf_counter() - began < 2


@pytest.mark.qt_log_ignore("libpng", "QImageReader", "Read Error", "QImageIOHandler", "QPngHandler")
@pytest.mark.parametrize("cut", [20, 30, 60])
def test_a_truncated_picture_says_so_or_shows_what_is_there(workspace: Workspace, cut: int, qtbot: QtBot) -> None:
    found = look(workspace, f"cut{cut}.png", real_picture(300, 300)[:cut])
    assert found.image is None
    assert "damaged or not whole" in found.words


def test_a_file_of_another_kind_than_its_name_is_what_it_is(workspace: Workspace, qtbot: QtBot) -> None:
    assert look(workspace, "picture.png", b"<b>only words</b>").text == "<b>only words</b>"
    assert look(workspace, "notes.txt", real_picture(5, 5)).image is not None
    assert "No preview" in look(workspace, "a.pdf", b"%PDF-1.7 words").words
    assert "No preview" in look(workspace, "a.bin", b"\x00\x01").words


def test_a_huge_text_is_cut(workspace: Workspace, qtbot: QtBot) -> None:
    found = look(workspace, "big.txt", b"line \xe2\x80\xae\x09of text\n" * 200_000)
    assert len(found.text) < 80_000
    assert "The first 64 KB of" in found.words
    assert "\u202e" not in found.text
    long_line = look(workspace, "one.txt", b"x" * 1_000_000)
    assert len(long_line.text) <= 2_000

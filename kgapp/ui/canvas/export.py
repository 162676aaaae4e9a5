"""Drawn views as files and on paper: SVG with real text, PNG of a chosen size, PDF on A3 or A4.

A file is written whole or not at all. Everything but ``play`` and ``of_scene`` may run on any thread, so that the window
goes on meanwhile: ``project.read(lambda _: export.write(...), …)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageWriter,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPicture,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from kgapp.domain.errors import BadInput
from kgapp.services import whole_files
from kgapp.services.ports import RecordReader
from kgapp.ui.canvas import sheets
from kgapp.ui.canvas.look import Look
from kgapp.ui.canvas.sheets import Drawing, Spread
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

MOST_PIXELS: Final = 60_000_000
"""Larger pictures would take a quarter of a gigabyte, and few programs open them."""
_DPI: Final = 96
_MARGIN_MM: Final = 10.0


class Format(Enum):
    """The files that a drawing can be written to, by suffix."""

    SVG = ".svg"
    PNG = ".png"
    PDF = ".pdf"


class PageSize(Enum):
    """Paper, lying."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is made: ``scale`` counts pixels of a PNG to a length of the drawing; the rest is for PDF."""

    format: Format = Format.PDF
    scale: float = 2.0
    size: PageSize = PageSize.A3
    spread: Spread = Spread.FIT


def stamp(reader: RecordReader) -> tuple[str, ...]:
    """What a picture says of its origin: project, revision with its hash, day."""
    head = reader.head()
    revision = (
        tr("revision {seq} ({hash})").format(seq=head.seq, hash=head.hash[:12]) if head else tr("no revision yet")
    )
    return (line(reader.meta().path.stem), revision, date.today().isoformat())  # noqa: DTZ011 - the user's day


def of_scene(scene: QGraphicsScene, part: QRectF) -> sheets.Paint:
    """A scene as it is now, ready to be drawn on any thread. Call it on the GUI thread."""
    picture = QPicture()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(QPointF(0, 0), part.size()), part, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()

    def paint(other: QPainter, _part: QRectF) -> None:
        other.save()
        other.translate(part.topLeft())
        _replay(other, picture, 1.0)
        other.restore()

    return paint


def pixels(size: QSizeF, scale: float) -> QSize:
    """How large a PNG of a sheet is. Raises ``BadInput`` for more than ``MOST_PIXELS``."""
    wanted = _pixels(size, scale)
    if wanted.width() * wanted.height() > MOST_PIXELS:
        raise BadInput(
            tr("The picture would be {width} × {height} pixels; more than {most} million are not made.").format(
                width=number(wanted.width()), height=number(wanted.height()), most=MOST_PIXELS // 1_000_000
            ),
            hint=tr("Choose a smaller resolution, or SVG or PDF, which stay sharp at any size."),
        )
    return wanted


def page_layout(size: PageSize) -> QPageLayout:
    """A lying sheet with even margins."""
    known = {PageSize.A4: QPageSize.PageSizeId.A4, PageSize.A3: QPageSize.PageSizeId.A3}[size]
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    return QPageLayout(QPageSize(known), QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter)


def page_room(layout: QPageLayout) -> QSizeF:
    """What a page offers within its margins, in lengths of the drawings."""
    return QSizeF(layout.paintRectPixels(_DPI).size())


def write(drawing: Drawing, look: Look, path: Path, options: Options) -> Path:
    """Write a drawing to a file. Raises ``BadInput`` with a sentence when that cannot be."""
    content = content_of(drawing, look, options)
    try:
        whole_files.write(path, content)
    except OSError as error:
        raise BadInput(
            tr("{file} could not be written: {why}.").format(file=line(path.name), why=error.strerror or str(error)),
            hint=tr("Choose another folder. A file that was there before is as it was."),
        ) from error
    return path


def content_of(drawing: Drawing, look: Look, options: Options) -> bytes:
    """The bytes of the file."""
    if options.format is Format.PDF:
        return _pdf(drawing, look, options)
    picture, size = sheets.sheet(drawing, look)
    if options.format is Format.SVG:
        return _svg(drawing, picture, size)
    return _png(picture, size, options.scale)


def play(pages: tuple[QPicture, ...], device: QPagedPaintDevice) -> None:
    """Draw recorded pages on a printer or into a PDF, one to a page."""
    painter = QPainter(device)
    factor = device.logicalDpiX() / _DPI
    for at, page in enumerate(pages):
        if at:
            device.newPage()
        painter.save()
        _replay(painter, page, factor)
        painter.restore()
    painter.end()


def _replay(painter: QPainter, picture: QPicture, scale: float) -> None:
    """Draw what was recorded at a scale; by itself Qt would scale by the ratio of the resolutions."""
    by_itself = painter.device().logicalDpiX() / picture.logicalDpiX()
    painter.scale(scale / by_itself, scale / by_itself)
    painter.drawPicture(QPointF(0, 0), picture)


def _pixels(size: QSizeF, scale: float) -> QSize:
    return QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))


def _svg(drawing: Drawing, picture: QPicture, size: QSizeF) -> bytes:
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(_pixels(size, 1))
    generator.setViewBox(QRectF(QPointF(0, 0), size))
    generator.setTitle(line(drawing.title))
    generator.setDescription(" · ".join(line(note) for note in drawing.notes))
    painter = QPainter(generator)
    _replay(painter, picture, 1.0)
    painter.end()
    return bytes(buffer.data().data())


def _png(picture: QPicture, size: QSizeF, scale: float) -> bytes:
    wanted = pixels(size, scale)
    image = QImage(wanted, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_DPI * scale / 0.0254))
    image.setDotsPerMeterY(round(_DPI * scale / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _replay(painter, picture, scale)
    painter.end()
    buffer = _buffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _pdf(drawing: Drawing, look: Look, options: Options) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    layout = page_layout(options.size)
    writer.setPageLayout(layout)
    writer.setResolution(600)
    writer.setTitle(line(drawing.title))
    writer.setCreator("kgapp")
    play(sheets.pages(drawing, look, page_room(layout), options.spread), writer)
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer

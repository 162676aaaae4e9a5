"""What an attached file looks like, made off the GUI thread: its bytes are untrusted, so sizes are looked at before anything is decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kgapp.domain import media
from kgapp.services import attachments
from kgapp.services.attachments import Attachment
from kgapp.services.ports import RecordReader
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

MOST_PIXELS: Final = 40_000_000
"""Larger pictures are not decoded: 160 MB of memory."""

_ALLOCATION_MB: Final = 256
_SIDE: Final = 900
_LINES: Final = 2_000
_WIDTH: Final = 2_000


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture, or a text, or only ``words`` that say why there is neither."""

    words: str
    image: QImage | None = None
    text: str = ""


def preview(reader: RecordReader, attachment: Attachment) -> Preview:
    """Look at an attachment. Raises ``NotFound`` or ``Damaged`` for bytes that are not there or were altered."""
    content = attachments.content(reader, attachment.sha256)
    kind = media.media_type(content, attachment.name)  # what is said of the file may be wrong
    if kind in media.IMAGES:
        return picture(content)
    if media.is_text(content) and not content.startswith(b"%PDF-"):
        return _text(content)
    return Preview(tr("No preview for this kind of file: save it, or open it with the system's program."))


def picture(content: bytes) -> Preview:
    """A picture, at most 900 pixels a side; a truncated or huge one is told in words."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid():
        return Preview(tr("This picture cannot be read: it is damaged or not whole."))
    pixels = size.width() * size.height()
    words = tr("{width} × {height} pixels").format(width=number(size.width()), height=number(size.height()))
    if pixels > MOST_PIXELS:
        return Preview(tr("{size}: too large to show here. Save it to look at it.").format(size=words))
    if max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return Preview(tr("This picture cannot be read: it is damaged or not whole."))
    return Preview(words, image)


def _text(content: bytes) -> Preview:
    lines = media.text_of(content).splitlines()[:_LINES]
    cut = len(content) > media.TEXT_SHOWN_BYTES
    words = tr("The first 64 KB of {size} bytes").format(size=number(len(content))) if cut else ""
    return Preview(words, text="\n".join(line(each, _WIDTH) for each in lines))

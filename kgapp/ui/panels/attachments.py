"""The files that belong to a thing: attach, look at, save, open, take away. File contents are never trusted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from kgapp.domain import media
from kgapp.domain.history import Revision
from kgapp.domain.terms import Iri
from kgapp.services import attachments
from kgapp.services.attachments import Attachment, File
from kgapp.services.ports import RecordReader
from kgapp.services.workspace import Workspace
from kgapp.ui import places, previews
from kgapp.ui.panels import parts
from kgapp.ui.previews import Preview
from kgapp.ui.saving import Step
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk

_SHOWN: Final = 6
_PICTURE: Final = 260
_MOST_AT_ONCE: Final = 20


class AttachmentsPanel(QWidget):
    """A list of files and, for the chosen one, what it looks like."""

    def __init__(self, desk: Desk, entity: Iri, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._entity = desk, desk.theme, entity
        self._found: tuple[Attachment, ...] = ()
        self._heading = parts.text("", ink="second")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Attachments"))
        self.list.currentRowChanged.connect(self._choose)
        self._words = parts.text("", ink="second")
        self._image = QLabel()
        self._image.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._image.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("Text of the file"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._looks = QStackedWidget()
        for widget in (QWidget(), self._image, self._text):
            self._looks.addWidget(widget)
        self._save = parts.button(tr("Save as…"), self._save_as)
        self._open = parts.button(tr("Open…"), self._open_outside, tip=tr("With the system's program, after asking"))
        self._remove = parts.button(tr("Take away…"), self._take_away)
        self._buttons = QWidget()
        row = parts.row(self._save, self._open, self._remove)
        self._buttons.setLayout(row)
        layout = parts.column(self, (12, 6, 12, 10), 6)
        for widget in (self._heading, self.list, self._words, self._looks, self._buttons):
            layout.addWidget(widget)
        self._redraw()
        desk.theme.changed.connect(self._redraw)
        self.hide()

    def show_found(self, found: tuple[Attachment, ...]) -> None:
        """The files of the thing; hidden without any."""
        chosen = self.current
        self._found = found
        self.list.clear()
        for one in found:
            item = QListWidgetItem(_told(one))
            item.setToolTip("")
            self.list.addItem(item)
        self._heading.setText(tr("Attachments") + f"  {number(len(found))}")
        self.setVisible(bool(found))
        self._redraw()
        if found:
            self.list.setCurrentRow(found.index(chosen) if chosen in found else 0)

    @property
    def current(self) -> Attachment | None:
        """The chosen file."""
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    @property
    def shown(self) -> str:
        """What the preview is: ``picture``, ``text`` or nothing."""
        return ("", "picture", "text")[self._looks.currentIndex()]

    @property
    def words(self) -> str:
        """What is said about the preview."""
        return self._words.text()

    def ask_for_file(self) -> None:
        """Ask which file to attach."""
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Attach a file"), str(places.home()))
        if chosen:
            self.attach_paths((Path(chosen),))

    def attach_paths(self, paths: tuple[Path, ...]) -> None:
        """Attach files of this computer; each is a step of its own."""
        for path in paths[:_MOST_AT_ONCE]:
            self._attach(path.name, partial(attachments.read, path))
        if len(paths) > _MOST_AT_ONCE:
            self._desk.say(tr("The first {count} files were taken.").format(count=_MOST_AT_ONCE))

    def attach_image(self, image: QImage) -> None:
        """Attach a picture from the clipboard."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, with which PySide 6.11 crashes
        file = File(tr("Pasted picture") + ".png", bytes(buffer.data().data()))
        self._attach(file.name, lambda: file)

    def _attach(self, name: str, get: Callable[[], File]) -> None:
        entity = self._entity

        def work(workspace: Workspace, why: str) -> Revision | None:
            return attachments.attach(workspace, entity, get(), why)

        self._desk.save(Step(tr("Attach {name}").format(name=line(name, 80)), work, self._attached))

    def _attached(self, revision: Revision | None) -> None:
        if revision is None:
            self._desk.say(tr("This file is attached already."))

    def _choose(self, _row: int) -> None:
        chosen = self.current
        self._looks.setCurrentIndex(0)
        self._looks.setFixedHeight(0)
        self._words.setText("")
        self._words.hide()
        self._open.setVisible(chosen is not None and media.opens_safely(chosen.kind))
        self._remove.setVisible(chosen is not None and self._desk.project.writable and chosen.document != self._entity)
        if chosen is None:
            return
        self._desk.project.read(
            lambda reader: previews.preview(reader, chosen),
            self._show,
            lambda failure: self._show(Preview(f"{failure.sentence} {failure.hint}")),
            f"preview {self._entity}",
        )

    def _show(self, preview: Preview) -> None:
        self._words.setText(preview.words)
        self._words.setVisible(bool(preview.words))
        if preview.image is not None:
            self._image.setAccessibleName(tr("Picture: {name}").format(name=line(self._name(), 80)))
            height = min(self._theme.px(_PICTURE), preview.image.height())
            scaled = preview.image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
            self._image.setPixmap(QPixmap.fromImage(scaled))
            self._looks.setCurrentIndex(1)
            self._looks.setFixedHeight(height + 4)
        elif preview.text:
            self._text.setPlainText(preview.text)
            self._looks.setCurrentIndex(2)
            lines = preview.text.count("\n") + 2
            tall = lines * int(self._theme.metrics().lineSpacing() + 1) + self._theme.px(24)
            self._looks.setFixedHeight(min(self._theme.px(_PICTURE), tall))

    def _name(self) -> str:
        return self.current.name if self.current is not None else ""

    def _save_as(self) -> None:
        chosen = self.current
        if chosen is None:
            return
        start = str(places.home() / media.clean_name(chosen.name))
        target, _ = QFileDialog.getSaveFileName(self, tr("Save a copy"), start)
        if target:
            path = Path(target)
            self._desk.project.read(
                lambda reader: attachments.save(reader, chosen, path),
                lambda _: self._desk.say(tr("Saved {path}").format(path=path)),
                self._desk.tell,
            )

    def _open_outside(self) -> None:
        chosen = self.current
        if chosen is None or not media.opens_safely(chosen.kind):
            return
        words = tr("“{name}” came from outside and is opened by another program. Do you trust where it came from?")
        asked = QMessageBox(
            QMessageBox.Icon.Warning, tr("Open a file"), words.format(name=line(chosen.name, 80)), parent=self
        )
        asked.setTextFormat(Qt.TextFormat.PlainText)
        go = asked.addButton(tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        asked.setDefaultButton(asked.addButton(QMessageBox.StandardButton.Cancel))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.buttonClicked.connect(lambda button: self._open_copy(chosen) if button is go else None)
        asked.open()

    def _open_copy(self, chosen: Attachment) -> None:
        """A copy under an ending of its true kind, so that nothing can be run by its name."""
        self._desk.project.read(
            lambda reader: _copy(reader, chosen),
            self._opened,
            self._desk.tell,
        )

    def _opened(self, path: Path) -> None:
        if not path.suffix:
            self._desk.say(tr("This kind of file is not opened from here: save it."))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.say(tr("The system has no program for this file. Save it instead."))

    def _take_away(self) -> None:
        chosen, entity = self.current, self._entity
        if chosen is None:
            return
        name = tr("Take {name} away").format(name=line(chosen.name, 80))
        self._desk.save(
            Step(
                name, lambda workspace, why: attachments.detach(workspace, entity, chosen.document, why), lambda _: None
            )
        )

    def _redraw(self) -> None:
        self._heading.setFont(self._theme.font(strong=True))
        rows = min(_SHOWN, max(1, len(self._found)))
        self.list.setFixedHeight(rows * self._theme.px(30) + 6)


def accept(event: QDragEnterEvent) -> None:
    """Take files that are dragged over a page."""
    if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
        event.acceptProposedAction()


def dropped(event: QDropEvent) -> tuple[Path, ...]:
    """The files that were dropped."""
    return paths(event.mimeData())


def paste(panel: Callable[[], AttachmentsPanel]) -> None:
    """Attach what the clipboard holds: an image, or files."""
    board = QGuiApplication.clipboard()
    image: QImage = board.image()
    if not image.isNull():
        panel().attach_image(image)
    elif board.mimeData().hasUrls():
        panel().attach_paths(paths(board.mimeData()))


def paths(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer that were copied or dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _told(one: Attachment) -> str:
    size = tr("{size} bytes").format(size=number(one.size)) if one.size is not None else ""
    return line(" · ".join(part for part in (one.name, _kind(one.kind), size) if part), 200)


def _kind(kind: str) -> str:
    """What kind of file it is, in a word where there is one."""
    if kind in media.IMAGES:
        return tr("picture")
    words = {media.TEXT: tr("text"), "text/csv": tr("table"), media.PDF: "PDF", media.UNKNOWN: tr("unknown kind")}
    return words.get(kind, kind)


def _copy(reader: RecordReader, chosen: Attachment) -> Path:
    content = attachments.content(reader, chosen.sha256)
    ending = media.ending_for(media.media_type(content, chosen.name))
    if not ending:
        return Path(media.clean_name(chosen.name)).with_suffix("")
    folder = Path(tempfile.mkdtemp(prefix="kgapp-open-"))
    path = folder / (Path(media.clean_name(chosen.name)).stem + ending)
    attachments.save(reader, chosen, path)
    path.chmod(0o400)
    return path

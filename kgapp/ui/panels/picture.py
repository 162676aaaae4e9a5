"""Pictures of a drawn view: the dialog that asks what file, and printing. The drawing itself is made off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPicture
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QWidget

from kgapp.domain.errors import BadInput
from kgapp.services.ports import RecordReader
from kgapp.ui import places
from kgapp.ui.canvas import export, sheets
from kgapp.ui.canvas.export import Format, Options, PageSize
from kgapp.ui.canvas.look import Look, Paper
from kgapp.ui.canvas.sheets import Drawing, Spread
from kgapp.ui.panels import parts
from kgapp.ui.panels.target import with_ending
from kgapp.ui.texts import line, number
from kgapp.ui.words import tr

if TYPE_CHECKING:
    from kgapp.ui.desk import Desk
    from kgapp.ui.views import View

Make = Callable[[RecordReader], Drawing]
TOPIC: Final = "picture"


@dataclass(frozen=True, slots=True)
class _Ready:
    """A drawing with the look it was made for."""

    drawing: Drawing
    look: Look


def export_view(desk: Desk, view: View | None) -> None:
    """Export the view in front, if it is drawn."""
    make = view.drawing() if view is not None else None
    if view is None or make is None:
        desk.say(tr("Nothing is drawn here. Go to the process map or to a graph first."))
    else:
        export_picture(desk, view, make)


def print_view(desk: Desk, view: View | None) -> None:
    """Print the view in front, if it is drawn."""
    make = view.drawing() if view is not None else None
    if view is None or make is None:
        desk.say(tr("Nothing is drawn here. Go to the process map or to a graph first."))
    else:
        print_picture(desk, view, make)


def export_picture(desk: Desk, parent: QWidget, make: Make) -> None:
    """Make a drawing, ask for a file and write it."""
    look = Paper.like(desk.theme)
    desk.project.read(make, lambda drawing: _ask(desk, parent, _Ready(drawing, look)), desk.tell, topic=TOPIC)


def print_picture(desk: Desk, parent: QWidget, make: Make) -> None:
    """Make a drawing and print it. Where Qt's printing cannot be loaded, say so."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # needs libraries that not every system has
    except ImportError:
        desk.say(tr("This system cannot print from here. Export the picture as PDF and print that."))
        return
    look = Paper.like(desk.theme)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setDocName(tr("kgapp drawing"))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    room = export.page_room(printer.pageLayout())
    desk.project.read(
        lambda reader: _pages(make(reader), look, room),
        lambda pages: _print(desk, pages, printer),
        desk.tell,
        topic=TOPIC,
    )


class PictureDialog(QDialog):
    """What kind of picture: format, resolution, paper."""

    def __init__(self, drawing: Drawing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing, self._look = drawing, look
        self._size = sheets.sheet_size(drawing, look)
        self.setWindowTitle(tr("Export picture"))
        self.format = _choice(_formats(), tr("Format"))
        self.scale = _choice(_scales(), tr("Resolution"))
        self.scale.setCurrentIndex(1)
        self.paper = _choice((("A3", PageSize.A3), ("A4", PageSize.A4)), tr("Paper"))
        self.spread = _choice(_spreads(), tr("Pages"))
        self._words = parts.text("", ink="second")
        self._words.setMinimumWidth(360)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._form = QFormLayout()
        for words, box in (
            (tr("&Format"), self.format),
            (tr("&Resolution"), self.scale),
            (tr("P&aper"), self.paper),
            (tr("Pa&ges"), self.spread),
        ):
            self._form.addRow(words, box)
            box.currentIndexChanged.connect(self._tell)
        column = parts.column(self, (20, 16, 20, 16), 12)
        column.addLayout(self._form)
        column.addWidget(self._words)
        column.addWidget(buttons)
        self._tell()

    @property
    def options(self) -> Options:
        """What was chosen."""
        return Options(
            Format(self.format.currentData()),
            float(self.scale.currentData()),
            PageSize(self.paper.currentData()),
            Spread(self.spread.currentData()),
        )

    def _tell(self) -> None:
        """Say what comes of it, before it is made."""
        options = self.options
        for box, shown in (
            (self.scale, options.format is Format.PNG),
            (self.paper, options.format is Format.PDF),
            (self.spread, options.format is Format.PDF),
        ):
            self._form.setRowVisible(box, shown)
        try:
            words = self._result(options)
        except BadInput as problem:
            words = str(problem)
            self.save.setEnabled(False)
        else:
            self.save.setEnabled(True)
        self._words.setText(words)

    def _result(self, options: Options) -> str:
        if options.format is Format.SVG:
            return tr("A drawing that stays sharp at any size; its text can be searched and changed.")
        if options.format is Format.PNG:
            size = export.pixels(self._size, options.scale)
            return tr("{width} × {height} pixels").format(width=number(size.width()), height=number(size.height()))
        room = export.page_room(export.page_layout(options.size))
        layout = sheets.lay_out(self._drawing, self._look, room, options.spread)
        percent = round(layout.scale * 100)
        if layout.pages > 1:
            return tr("{count} pages, drawn at {percent} %").format(count=layout.pages, percent=percent)
        small = tr(" The text would be hard to read: several pages show it larger.") if percent < _LEGIBLE else ""
        return tr("One page, drawn at {percent} %.").format(percent=percent) + small


def _ask(desk: Desk, parent: QWidget, ready: _Ready) -> None:
    dialog = PictureDialog(ready.drawing, ready.look, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    options = dialog.options
    dialog.deleteLater()
    path = _file(parent, ready.drawing, options) if accepted else None
    if path is not None:
        desk.project.read(
            lambda _reader: export.write(ready.drawing, ready.look, path, options),
            lambda written: desk.say(tr("Saved {path}").format(path=written)),
            desk.tell,
            topic=TOPIC,
        )


def _file(parent: QWidget, drawing: Drawing, options: Options) -> Path | None:
    suffix = options.format.value
    name = "".join(each if each.isalnum() else "-" for each in line(drawing.title, 60)).strip("-") or "picture"
    kinds = {
        Format.SVG: tr("SVG drawing (*.svg)"),
        Format.PNG: tr("PNG picture (*.png)"),
        Format.PDF: tr("PDF (*.pdf)"),
    }
    start = str(places.home() / f"{name}{suffix}")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Export picture"), start, kinds[options.format])
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(suffix) else with_ending(parent, chosen, suffix)


def _pages(drawing: Drawing, look: Look, room: QSizeF) -> tuple[QPicture, ...]:
    return sheets.pages(drawing, look, room, Spread.FIT)


def _print(desk: Desk, pages: tuple[QPicture, ...], printer: QPagedPaintDevice) -> None:
    export.play(pages, printer)
    desk.say(tr("Sent to the printer"))


def _choice(entries: tuple[tuple[str, object], ...], name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in entries:
        box.addItem(words, value)
    return box


def _formats() -> tuple[tuple[str, object], ...]:
    return (
        (tr("PDF, for paper and mail"), Format.PDF),
        (tr("SVG, to work on"), Format.SVG),
        (tr("PNG, for slides"), Format.PNG),
    )


def _scales() -> tuple[tuple[str, object], ...]:
    return tuple((tr("{dpi} dots per inch").format(dpi=round(scale * 96)), scale) for scale in (1.0, 2.0, 3.125, 6.25))


def _spreads() -> tuple[tuple[str, object], ...]:
    return (
        (tr("Everything on one page"), Spread.FIT),
        (tr("Readable, on several pages"), Spread.TILES),
    )


_LEGIBLE: Final = 55

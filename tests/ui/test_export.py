"""Drawn views on paper: SVG, PNG, PDF, pages, and files that are whole or not there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QGraphicsScene

from kgapp import bootstrap
from kgapp.domain.errors import BadInput
from kgapp.domain.terms import Iri
from kgapp.services.process_map import process_map
from kgapp.ui.canvas import export, map_picture, painting, sheets
from kgapp.ui.canvas.export import Format, Options, PageSize
from kgapp.ui.canvas.look import Paper
from kgapp.ui.canvas.map_level import Level
from kgapp.ui.canvas.map_state import MapState
from kgapp.ui.canvas.sheets import Drawing, Sign, Spread
from kgapp.ui.theme import Theme

HOSTILE = "<b>bold</b> & \x00 \u202eright\u202c"


@pytest.fixture
def look(theme: Theme) -> Paper:
    return Paper.like(theme)


def grid(columns: int, rows: int, look: Paper) -> Drawing:
    """Boxes of 100 × 50 with names, and headings of 80 and 30."""

    def paint(painter: QPainter, part: QRectF) -> None:
        for column in range(columns):
            for row in range(rows):
                place = QRectF(80 + column * 100, 30 + row * 50, 96, 46)
                if place.intersects(part):
                    painting.write(painter, f"box {column}/{row}", place, look.font(), look.colours.ink)

    def edge(painter: QPainter, place: QRectF) -> None:
        painter.fillRect(place, look.colours.difference)

    area = QRectF(0, 0, 80 + columns * 100, 30 + rows * 50)
    stops = tuple(80.0 + 100 * at for at in range(columns))
    lines = tuple(30.0 + 50 * at for at in range(rows))
    return Drawing(paint, area, HOSTILE, ("a note",), (Sign(edge, "differs"),) * 20, 80, 30, stops, lines)


def texts(svg: bytes) -> str:
    """All text of an SVG file."""
    return " ".join("".join(each.itertext()) for each in ET.fromstring(svg).iter() if each.tag.endswith("text"))


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_an_svg_has_its_title_notes_legend_and_texts_as_text(look: Paper, tmp_path: Path) -> None:
    path = export.write(grid(3, 2, look), look, tmp_path / "a.svg", Options(Format.SVG))
    words = texts(path.read_bytes())
    for expected in ("box 2/1", "a note", "differs", "<b>bold</b> &"):
        assert expected in words
    assert "\u202e" not in words


def test_a_png_has_the_size_that_was_foretold(look: Paper, tmp_path: Path) -> None:
    drawing = grid(3, 2, look)
    foretold = export.pixels(sheets.sheet_size(drawing, look), 2.0)
    path = export.write(drawing, look, tmp_path / "a.png", Options(Format.PNG, scale=2.0))
    image = QImage(str(path))
    assert image.size() == foretold
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 3


def test_a_png_that_is_too_large_is_refused_with_a_way_out(look: Paper, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="more than 60 million") as problem:
        export.write(grid(100, 100, look), look, tmp_path / "a.png", Options(Format.PNG, scale=6.25))
    assert "SVG" in problem.value.hint
    assert not (tmp_path / "a.png").exists()


def test_a_pdf_fits_on_one_page_or_takes_as_many_as_it_needs(look: Paper) -> None:
    drawing = grid(40, 30, look)
    one = export.content_of(drawing, look, Options(Format.PDF))
    many = export.content_of(drawing, look, Options(Format.PDF, size=PageSize.A4, spread=Spread.TILES))
    room = export.page_room(export.page_layout(PageSize.A4))
    layout = sheets.lay_out(drawing, look, room, Spread.TILES)
    assert one.startswith(b"%PDF")
    assert (pages(one), pages(many)) == (1, layout.pages)
    assert layout.pages > 4


def test_pages_end_between_columns_and_leave_nothing_out(look: Paper) -> None:
    drawing = grid(40, 30, look)
    layout = sheets.lay_out(drawing, look, QSizeF(1000, 700), Spread.TILES)
    assert {(part.left() - 80) % 100 for part in layout.parts} == {0.0}
    assert {(part.top() - 30) % 50 for part in layout.parts} == {0.0}
    assert sum(part.width() * part.height() for part in layout.parts) == 4000 * 1500


def test_what_is_longer_than_a_page_is_cut(look: Paper) -> None:
    drawing = Drawing(lambda _painter, _part: None, QRectF(0, 0, 5000, 100), "long")
    layout = sheets.lay_out(drawing, look, QSizeF(1000, 700), Spread.TILES)
    assert [part.width() for part in layout.parts] == [1250.0] * 4
    assert sheets.lay_out(drawing, look, QSizeF(1000, 700), Spread.FIT).scale == 0.2


def test_too_many_pages_are_refused(look: Paper) -> None:
    with pytest.raises(BadInput, match="pages"):
        sheets.lay_out(grid(400, 400, look), look, QSizeF(1000, 700), Spread.TILES)


def test_a_scene_can_be_exported_and_printed(look: Paper, tmp_path: Path) -> None:
    scene = QGraphicsScene()
    scene.addText("drawn in a scene")
    part = QRectF(0, 0, 300, 60)
    drawing = Drawing(export.of_scene(scene, part), part, "Scene")
    assert "drawn in a scene" in texts(export.content_of(drawing, look, Options(Format.SVG)))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    room = export.page_room(printer.pageLayout())
    export.play(sheets.pages(drawing, look, room, Spread.FIT), printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert pages(printed) == 1


def test_a_file_that_cannot_be_written_is_left_as_it_was(look: Paper, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="could not be written"):
        export.write(grid(1, 1, look), look, tmp_path / "none" / "a.svg", Options(Format.SVG))
    (tmp_path / "a.svg").mkdir()
    with pytest.raises(BadInput, match=re.escape("a.svg could not be written")):
        export.write(grid(1, 1, look), look, tmp_path / "a.svg", Options(Format.SVG))
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize("level", list(Level))
def test_the_whole_map_comes_onto_paper(demo_made: Path, theme: Theme, look: Paper, level: Level) -> None:
    with bootstrap.reading(demo_made) as workspace:
        board = process_map(workspace.reader)
        make = map_picture.maker(board, None, MapState(level=level), theme, lambda _thing: (), "")
        drawing = make(workspace.reader)
        revision = workspace.reader.head()
    words = texts(export.content_of(drawing, look, Options(Format.SVG)))
    assert "Process map: Autologous CD19 CAR-T" in words
    assert revision is not None
    assert revision.hash[:12] in words
    for expected in ("Activation", "Boston", "Kobe", "differs from Boston", "know-how", "Planned: no setting"):
        assert expected in words
    if level is not Level.OVERVIEW:
        assert all(expected in words for expected in ("MOI", "3 (2–4) TU/cell", "RetroNectin"))
    if level is Level.PARAMETER:
        assert all(row.factor.label[:20] in words for lane in board.cards[:2] for card in lane for row in card.rows)


def test_a_folded_map_says_what_is_folded(demo_made: Path, theme: Theme, look: Paper) -> None:
    demo = "https://w3id.org/kgapp/demo/"
    state = MapState(folded_steps=frozenset({Iri(f"{demo}UO05")}), folded_sites=frozenset({Iri(f"{demo}LEI")}))
    with bootstrap.reading(demo_made) as workspace:
        make = map_picture.maker(process_map(workspace.reader), None, state, theme, lambda _thing: (), "MOI 3 → 5")
        drawing = make(workspace.reader)
    words = texts(export.content_of(drawing, look, Options(Format.SVG)))
    assert "Folded: 11 steps" in words
    assert "MOI 3 → 5" in words
    assert "MOI at" not in words

"""One document in four kinds of file: whole, nothing run, nothing fetched, and the same text in each."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from html.parser import HTMLParser
from importlib import metadata
from pathlib import Path

import docx
import pytest
import python_calamine
import typst

from kgapp import bootstrap
from kgapp.adapters.html_report import writing as html_page
from kgapp.adapters.pdf_report import writing as pdf
from kgapp.adapters.word_report import parts
from kgapp.adapters.word_report import writing as word
from kgapp.domain.document import (
    Block,
    Bullets,
    Column,
    Count,
    Counts,
    Document,
    Entry,
    Facts,
    Figure,
    Grading,
    Heading,
    Manner,
    Note,
    Origin,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Sheet,
    Signatures,
    Style,
    Table,
    Tone,
    Trace,
    Words,
    keyed,
    named,
    plain,
    words,
)
from kgapp.domain.errors import BadInput

EVIL = (
    '=HYPERLINK("http://x") #panic() $x$ \\ @ref `raw` <b>*b* _c_ // {{ 7*7 }} [x] '
    "<script>alert('x')</script> \x00\x1b\u202e → ≥ µ 神戸"
)
SHOWN = EVIL.replace("\x00", "\\u0000").replace("\x1b", "\\u001b").replace("\u202e", "\\u202e")
HASH = "ab" * 32
COLUMNS = (Column("What", 3), Column("Reach", 2), Column("Why", 6), Column(f"Setpoint {EVIL}", 2))


def row(number: int) -> Row:
    return Row(
        (
            named(f"CAR+ cells {number}", EVIL),
            Grading("none–high", Tone.UNKNOWN, (keyed("held:", EVIL), (Run("low", Style.MARK, Tone.LOW),))),
            Words(((Run("MOI raises it"), Run(" [1]", Style.SECOND, link="claim-1")), (Run("x", link="nowhere"),))),
            Figure(Decimal("7.4"), "TU/cell", "7.40"),
        ),
        f"row-{number}",
    )


def everything(rows: int = 2) -> tuple[Block, ...]:
    return (
        Heading(f"Heading {EVIL}", "heading"),
        Paragraph((Run(f"First\nsecond {EVIL}"), Run("code", Style.CODE)), Manner.SMALL),
        Bullets((plain(f"Bullet {EVIL}"),)),
        Facts(((f"Name {EVIL}", words(EVIL)),)),
        Table(f"Table [{EVIL}", COLUMNS, tuple(row(number) for number in range(rows)), f"Hint {EVIL}"),
        Note(plain(f"Note {EVIL}"), Tone.HIGH),
        Counts((Count(4, f"affected {EVIL}", Tone.HIGH), Count(2, "unknown", Tone.UNKNOWN))),
        PageBreak(),
        Signatures((f"Quality {EVIL}", "QC")),
    )


DOCUMENT = Document(
    kind=f"Impact {EVIL}",
    title=f"MOI at Leiden: 3 → 5 {EVIL}",
    front=(Paragraph(plain(f"Lead {EVIL}"), Manner.LEAD), Bullets((plain("x"),)), *everything()[5:7], everything()[3]),
    sections=(
        Section(f"Section {EVIL}", everything(), "section"),
        Section("Trace", (Trace((Entry(1, f"Claim {EVIL}", (f'<urn:a> <urn:b> "{EVIL}" .',), "claim-1"),)),)),
    ),
    origin=Origin(
        f"demo {EVIL}",
        datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
        f"A. Reviewer {EVIL}",
        "KGAPP_USER",
        (("Revision", HASH),),
    ),
    purpose=(f"Supports a decision {EVIL}",),
)


def pages(document: Document) -> int:
    """How many pages Typst makes of a document."""
    template = (Path(pdf.__file__).parent / "report.typ").read_bytes()
    made: object = typst.compile(template, format="svg", sys_inputs={"document": pdf.data(document)})
    return len(made) if isinstance(made, list) else 1


def word_text(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


class Balanced(HTMLParser):
    """Fails for an element that is not closed, and lists what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


# ---- web page


def test_the_page_is_whole_and_loads_and_runs_nothing() -> None:
    page = Balanced()
    page.feed(html_page.page(DOCUMENT))

    assert not page.open
    assert {tag for tag, _ in page.seen}.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    links = [attributes["href"] for tag, attributes in page.seen if tag == "a"]
    assert links
    assert all(link is not None and link.startswith("#") for link in links)
    names = {name for _, attributes in page.seen for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]


def test_the_page_shows_text_as_text_and_its_policy_allows_one_style() -> None:
    html = html_page.page(DOCUMENT)

    assert "<script" not in html
    assert html.count("&lt;script&gt;") > 20
    assert "{{ 7*7 }}" in html
    assert "\\u202e" in html
    assert HASH in html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy in html.replace("&#43;", "+")
    assert "url(" not in style[1]
    assert "@import" not in style[1]


@pytest.mark.parametrize(("known", "told"), [(True, "kgapp 9.9"), (False, "kgapp (run from a checkout)")])
def test_a_report_names_the_version(monkeypatch: pytest.MonkeyPatch, known: bool, told: str) -> None:
    def version(name: str) -> str:
        if not known:
            raise metadata.PackageNotFoundError(name)
        return "9.9"

    monkeypatch.setattr(metadata, "version", version)
    assert told in html_page.page(DOCUMENT)


# ---- PDF


def test_a_pdf_is_made_of_hostile_text_as_text() -> None:
    made = pdf.made(DOCUMENT)

    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert SHOWN in pdf.data(DOCUMENT).encode().decode().replace("\\\\", "\\").replace('\\"', '"').replace("\u200b", "")
    assert b"/JavaScript" not in made
    assert b"/URI" not in made


def test_a_megabyte_in_one_word_and_a_link_to_nowhere_are_no_error() -> None:
    huge = Paragraph((Run("x#$" * 100_000, link="nowhere"),))
    assert pdf.made(replace(DOCUMENT, front=(), sections=(Section("Huge", (huge,)),))).startswith(b"%PDF-")


def test_very_many_places_are_not_linked_so_that_a_report_is_made_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert '"claim-1"]' in pdf.data(DOCUMENT)
    monkeypatch.setattr(pdf, "MOST_LINKED", 1)
    assert '"claim-1"]' not in pdf.data(DOCUMENT)


def test_the_first_page_is_made_to_fit_and_what_cannot_fit_goes_on() -> None:
    some = replace(DOCUMENT, title="Short", front=tuple(everything(5)[place] for place in (3, 4, 5, 6)), sections=())
    many = replace(some, front=(everything(200)[4],))

    assert pages(some) == 1
    assert pages(replace(some, sections=DOCUMENT.sections[1:])) == 2
    assert pages(many) > 3


# ---- Word


def test_a_word_document_has_headings_heads_that_repeat_and_properties() -> None:
    made = docx.Document(io.BytesIO(word.made(DOCUMENT)))

    headings = [
        (each.style.name, each.text) for each in made.paragraphs if each.style and each.style.name.startswith("Heading")
    ]
    assert ("Heading 1", f"MOI at Leiden: 3 → 5 {SHOWN}") in headings
    assert ("Heading 2", f"Section {SHOWN}") in headings
    assert ("Heading 3", f"Heading {SHOWN}") in headings
    table = next(each for each in made.tables if len(each.columns) == 4)
    assert [cell.text for cell in table.rows[0].cells][:3] == ["What", "Reach", "Why"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml
    assert table.rows[1].cells[3].text == "7.40 TU/cell"
    assert made.core_properties.title.startswith("MOI at Leiden")
    assert made.core_properties.created == datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert HASH in made.core_properties.comments


def test_a_word_document_holds_no_macro_and_no_link_that_leads_outside() -> None:
    content = word.made(DOCUMENT)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        relations = "".join(archive.read(name).decode() for name in names if name.endswith(".rels"))
        foot = "".join(archive.read(name).decode() for name in names if "footer" in name and name.endswith(".xml"))
        body = archive.read("word/document.xml").decode()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert 'TargetMode="External"' not in relations
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot
    assert set(re.findall(r'w:instr="(\w+)"', body)) == set()
    anchors = set(re.findall(r'w:hyperlink w:anchor="(\w+)"', body))
    assert anchors - set(re.findall(r'w:bookmarkStart[^>]*w:name="(\w+)"', body)) == {parts.mark("nowhere")}
    assert "\\u202e" in word_text(content)


# ---- workbook


def sheets(document: Document, tmp_path: Path) -> dict[str, list[list[object]]]:
    file = tmp_path / "report.xlsx"
    bootstrap.save_document(document, file)
    book = python_calamine.CalamineWorkbook.from_path(str(file))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_a_workbook_holds_the_same_cells_numbers_as_numbers_and_formulas_as_text(tmp_path: Path) -> None:
    found = sheets(DOCUMENT, tmp_path)

    assert next(iter(found)) == "About"
    (name,) = (each for each in found if each != "About")
    assert len(name) <= 31
    heads, first, _ = found[name]
    assert heads == ["What", "Reach", "Why", f"Setpoint {SHOWN}", "Unit"]
    assert first == [f"CAR+ cells 0\n{SHOWN}", f"none–high\nheld: {SHOWN}\nlow", "MOI raises it [1]\nx", 7.4, "TU/cell"]
    about = {(str(key), str(text)) for key, text in found["About"]}
    assert ("Note", f"Note {SHOWN}") in about
    assert ("Revision", HASH) in about
    assert ("Counts", f"4 affected {SHOWN}; 2 unknown") in about
    with zipfile.ZipFile(tmp_path / "report.xlsx") as archive:
        xml = "".join(archive.read(each).decode() for each in archive.namelist() if "worksheets/sheet" in each)
        everything_in = archive.namelist()
    assert "<f>" not in xml
    assert "<hyperlink" not in xml
    assert not [each for each in everything_in if "vba" in each.lower() or "external" in each.lower()]


def test_sheets_of_a_document_take_the_place_of_its_tables(tmp_path: Path) -> None:
    long, figures = (
        "x" * 40_000,
        (Figure(Decimal("0.12345678901234567890"), "h"), Figure(Decimal("1E+12"), "", "no number")),
    )
    rows = ((words(long), *figures), (words(""), Figure(Decimal("NaN")), Figure(Decimal(80), "", "80.0")))
    columns = (Column("Text"), Column("A"), Column("B"))
    document = replace(DOCUMENT, sheets=tuple(Sheet(name, columns, rows) for name in ("a/b", "A b", "history", "")))

    found = sheets(document, tmp_path)

    assert list(found) == ["About", "a b", "A b 2", "history 2", "Sheet"]
    heads, first, second = found["a b"]
    assert heads == ["Text", "A", "Unit", "B"]
    assert str(first[0]).endswith("… (cut: the first 32,000 of 40,000 characters)")
    assert first[1:] == ["0.12345678901234567890", "h", 1e12]
    assert second == ["", "NaN", "", 80.0]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgapp.adapters.xlsx_sheets.MOST_ROWS", 1)
    with pytest.raises(BadInput, match="more than a sheet"):
        bootstrap.save_document(DOCUMENT, tmp_path / "report.xlsx")
    assert not list(tmp_path.iterdir())


# ---- all of them


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.pdf", "a.docx", "a.xlsx"])
def test_the_end_of_the_name_decides_and_a_file_is_whole_or_not_there(tmp_path: Path, name: str) -> None:
    begins: dict[str, Callable[[bytes], bool]] = {
        ".html": lambda content: content.startswith(b"<!doctype html>"),
        ".htm": lambda content: content.startswith(b"<!doctype html>"),
        ".pdf": lambda content: content.startswith(b"%PDF-"),
        ".docx": lambda content: content.startswith(b"PK"),
        ".xlsx": lambda content: content.startswith(b"PK"),
    }
    file = tmp_path / name
    file.write_text("the older one")

    bootstrap.save_document(DOCUMENT, file)

    assert begins[file.suffix.lower()](file.read_bytes())
    assert [each.name for each in tmp_path.iterdir()] == [name]
    with pytest.raises(BadInput, match="could not be written"):
        bootstrap.save_document(DOCUMENT, tmp_path / "nowhere" / name)


def test_a_kind_of_file_that_is_not_known_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"“\.odt” cannot be written"):
        bootstrap.save_document(DOCUMENT, tmp_path / "a.odt")

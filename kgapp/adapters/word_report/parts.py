"""Runs, bookmarks, links and fields of a Word document, as XML."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from kgapp.domain.document import Run, Style, Tone, visible

INK: Final = {
    Tone.PLAIN: "",
    Tone.HIGH: "B4232A",
    Tone.MEDIUM: "A85B00",
    Tone.LOW: "2F6F4F",
    Tone.UNKNOWN: "5B4B8A",
    Tone.QUIET: "5A6474",
}
GROUND: Final = {
    Tone.PLAIN: "F4F5F7",
    Tone.HIGH: "FBE9E9",
    Tone.MEDIUM: "FDF1DF",
    Tone.LOW: "E6F3EB",
    Tone.UNKNOWN: "EEEAF7",
    Tone.QUIET: "EDEFF3",
}
SIZES: Final = {"lead": 10.0, "body": 9.0, "hint": 8.5, "small": 8.0}
_SECOND: Final = "5A6474"
_LINK: Final = "2457D6"
_CODE: Final = "Courier New"
_numbers = itertools.count(1)


def add_runs(paragraph: Paragraph, runs: Iterable[Run], size: float = 9.0) -> None:
    """Add runs to a paragraph; ``size`` in points."""
    paragraph._p.extend(made(runs, size))  # noqa: SLF001 - the library offers its XML under this name


def made(runs: Iterable[Run], size: float) -> list[Any]:
    """The XML of runs; a link within the document where there is one."""
    found = []
    for one in runs:
        element = _run(one, size)
        if one.link:
            link = OxmlElement("w:hyperlink", {qn("w:anchor"): mark(one.link)})
            link.append(element)
            element = link
        found.append(element)
    return found


def _run(one: Run, size: float) -> Any:
    element = OxmlElement("w:r")
    looks = OxmlElement("w:rPr")
    if one.style is Style.CODE:
        looks.append(OxmlElement("w:rFonts", {qn("w:ascii"): _CODE, qn("w:hAnsi"): _CODE, qn("w:cs"): _CODE}))
    if one.style in (Style.STRONG, Style.MARK):
        looks.append(OxmlElement("w:b"))
    ink = _LINK if one.link else INK[one.tone] or (_SECOND if one.style is Style.SECOND else "")
    if ink:
        looks.append(OxmlElement("w:color", {qn("w:val"): ink}))
    halves = round(2 * (6.5 if one.style is Style.CODE else size))
    looks.append(OxmlElement("w:sz", {qn("w:val"): str(halves)}))
    if one.style is Style.MARK:
        looks.append(
            OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): GROUND[one.tone]})
        )
    element.append(looks)
    element.extend(_texts(visible(one.text)))
    return element


def _texts(text: str) -> Iterable[Any]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield OxmlElement("w:br")
        part = OxmlElement("w:t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        part.text = line.replace("\t", " ")
        yield part


def mark(anchor: str) -> str:
    """A bookmark's name for an anchor: Word takes 40 letters, digits and underscores."""
    return f"a_{hashlib.sha256(anchor.encode()).hexdigest()[:24]}"


def bookmark(paragraph: Paragraph, anchor: str) -> None:
    """Let links lead to a paragraph."""
    if anchor:
        paragraph._p.extend(bookmarks(anchor))  # noqa: SLF001 - as above


def bookmarks(anchor: str) -> Sequence[Any]:
    """The XML of a bookmark: its start and its end."""
    number = str(next(_numbers))
    return (
        OxmlElement("w:bookmarkStart", {qn("w:id"): number, qn("w:name"): mark(anchor)}),
        OxmlElement("w:bookmarkEnd", {qn("w:id"): number}),
    )


def shade(paragraph: Paragraph, tone: Tone) -> None:
    """A ground and a left edge in a tone."""
    looks = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - as above
    edges = OxmlElement("w:pBdr")
    side = {qn("w:val"): "single", qn("w:sz"): "18", qn("w:space"): "6", qn("w:color"): INK[tone] or _SECOND}
    edges.append(OxmlElement("w:left", side))
    looks.append(edges)
    looks.append(OxmlElement("w:shd", {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): GROUND[tone]}))


def one_font(style: ParagraphStyle) -> None:
    """The style's font for letters of all kinds: the template names another one for headings."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:hAnsi"), "Arial")
    fonts.set(qn("w:cs"), "Arial")


def foot(paragraph: Paragraph, title: str) -> None:
    """The title at the left and “3 of 12” at the right."""
    if paragraph.style is not None:  # its own stops would catch the tab
        assert isinstance(paragraph.style, ParagraphStyle)
        paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(498), WD_TAB_ALIGNMENT.RIGHT)
    add_runs(paragraph, (Run(f"{title}", Style.SECOND),), 8)
    paragraph.add_run("\t")
    _field(paragraph, "PAGE")
    add_runs(paragraph, (Run(" of ", Style.SECOND),), 8)
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple", {qn("w:instr"): name})
    field.extend(made((Run("1", Style.SECOND),), 8))
    paragraph._p.append(field)  # noqa: SLF001 - as above

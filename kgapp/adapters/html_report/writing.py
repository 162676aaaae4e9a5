"""A document as a page: static HTML.

Guarantees: everything from the graph is escaped; the page has no script, loads nothing, and its policy forbids both.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import jinja2

from kgapp.adapters.program_version import version
from kgapp.domain.document import Document, visible
from kgapp.domain.dossier import Dossier, Drawing
from kgapp.domain.errors import BadInput
from kgapp.services import whole_files

_FOLDER: Final = Path(__file__).parent
_BETWEEN: Final = 24
"""Pixels between drawings in one file, and around them."""


def save(document: Document, file: Path) -> None:
    """Write a page, over one that is there. Raises ``BadInput`` where it cannot be written."""
    put(page(document), file)


def put(content: str, file: Path) -> None:
    """Write the text of a page, over one that is there. Raises ``BadInput`` where it cannot be written."""
    try:
        whole_files.write(file, content.encode())
    except OSError as error:
        raise BadInput(
            f"The report could not be written to {file}: {error.strerror}.", hint="Choose another place."
        ) from error


def page(document: Document) -> str:
    """The page as HTML."""
    style = _styles("report.css")
    return (
        _environment()
        .get_template("document.html.j2")
        .render(document=document, style=style, style_hash=_digest(style), version=version())
    )


def dossier_page(dossier: Dossier) -> str:
    """The page of a bundle as HTML. The same dossier gives the same bytes."""
    style = _styles("report.css", "drawing.css", "dossier.css")
    return (
        _environment().get_template("dossier.html.j2").render(dossier=dossier, style=style, style_hash=_digest(style))
    )


def drawing_file(title: str, drawings: Sequence[Drawing]) -> str:
    """Drawings below each other as one SVG 1.1 file that needs nothing else. The same drawings give the same bytes."""
    tops = list(accumulate((each.height + _BETWEEN for each in drawings), initial=_BETWEEN))
    return (
        _environment()
        .get_template("drawing.svg.j2")
        .render(
            title=title,
            drawings=list(zip(tops[:-1], drawings, strict=True)),
            width=max(each.width for each in drawings) + 2 * _BETWEEN,
            edge=_BETWEEN,
            height=tops[-1],
            style=_styles("drawing.css"),
        )
        .lstrip()
    )


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(seen=visible, kind=lambda block: type(block).__name__)
    return environment


def _styles(*names: str) -> str:
    return "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


def _digest(style: str) -> str:
    """What the page's policy allows: this style and nothing else."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

"""The page of knowledge at risk: it parses, runs nothing, loads nothing, and escapes what the graph says."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kgapp.adapters.html_report import knowledge
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Author
from kgapp.services.knowledge_tables import Table, Telling

HOSTILE = '<script>alert(1)</script><img src=x onerror="a()">{{ 7*7 }}'
TOLD = Telling(
    HOSTILE,
    (f"Answer {HOSTILE}",),
    (f"Note {HOSTILE}",),
    (Table(f"Title {HOSTILE}", ("What", HOSTILE), ((HOSTILE, f"first\n{HOSTILE}"),), f"Hint {HOSTILE}"),),
)


class _Page(HTMLParser):
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


def made() -> str:
    return knowledge.page(
        TOLD, f"{HOSTILE}.kgproject", "", Author(HOSTILE, "KGAPP_USER"), datetime(2026, 3, 1, tzinfo=UTC)
    )


def test_the_page_is_whole_and_has_no_script_and_nothing_to_load() -> None:
    page = _Page()
    page.feed(made())
    assert not page.open
    tags = {tag for tag, _ in page.seen}
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "form", "a"})
    assert not [name for _, attributes in page.seen for name in attributes if name.startswith("on") or name == "src"]


def test_what_the_graph_says_is_text() -> None:
    html = made()
    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 12
    assert "{{ 7*7 }}" in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="could not be written"):
        knowledge.save(TOLD, "a", "b", Author("A", "KGAPP_USER"), tmp_path / "none" / "a.html")

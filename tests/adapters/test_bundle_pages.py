"""The page and the workbook in a bundle: whole, the same each time, nothing run, nothing fetched; as a browser shows them."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import python_calamine

from kgapp import bootstrap
from kgapp.adapters import bundle_pages
from kgapp.domain.bundle import BundledFile
from kgapp.services.workbooks import template
from tests.services.dossier.conftest import SAID, bundled
from tests.services.dossier.test_dossier import PROCESS

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\\u202E{{ 7*7 }} =1+1"
EVERYTHING = f"""{PROCESS}
    MOI label "{EVIL}"
    K1 cue "{EVIL}"
    S1 label "{EVIL}"
    BOS label "{EVIL}"
"""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_MAKER = re.compile(r"^https?://([a-z0-9-]+[.])*(google|googleapis|gvt1|gstatic)[.]com/")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed here")


def page(text: str = EVERYTHING) -> str:
    (entry,) = bundle_pages.report(SAID, bundled(text))
    return b"".join(entry.pieces).decode()


class Page(HTMLParser):
    """What a page holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(told)
        self.ids += [each for each in (told.get("id"),) if each]
        self.links += [each for each in (told.get("href"),) if each]


def test_the_page_holds_no_script_loads_nothing_and_every_link_leads_somewhere() -> None:
    html = page()
    found = Page(html)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & found.tags
    assert not {each for each in found.attributes if each.startswith("on") or each in {"style", "src"}}
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert all(link.startswith("#") for link in found.links)
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'" in html.replace("&#43;", "+")
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_the_same_bundle_gives_the_same_page_and_tables() -> None:
    makers = bootstrap.bundle_makers()
    one, other = ([entry for make in makers for entry in make(SAID, bundled(PROCESS))] for _ in range(2))
    assert [entry.path for entry in one] == ["tables.xlsx", "report.html"]
    assert one == other


def test_the_tables_hold_every_class_and_nothing_of_the_sender_but_the_name() -> None:
    (entry,) = bundle_pages.tables(SAID, bundled(EVERYTHING))
    content = b"".join(entry.pieces)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert {"unit operation", "process parameter", "gap", "document", "Read me"} <= set(book.sheet_names)
    rows = book.get_sheet_by_name("gap").to_python()
    assert "Own titre assay" in rows[1]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        core = packed.read("docProps/core.xml").decode()
        whole = b"".join(map(packed.read, packed.namelist()))
    assert "2026-11-24T09:00:00Z" in core
    assert "<dc:creator>Ann, Innovator</dc:creator>" in core
    assert b"<f>" not in whole


def test_there_are_no_tables_of_nothing_and_of_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(bundle_pages.tables(SAID, bundled('A label "A"')))
    monkeypatch.setattr(template, "MOST_THINGS", 1)
    assert not list(bundle_pages.tables(SAID, bundled(PROCESS)))


def test_a_page_of_a_received_bundle_is_written_here_and_is_the_same(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    received = replace(SAID, files=(*SAID.files, BundledFile("report.html", "e" * 64, 9)))
    bootstrap.save_dossier(received, bundled(PROCESS), file)
    assert file.read_text("utf-8") == page(PROCESS)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(tmp_path_factory.mktemp("browser"))


class Browser:
    """A browser without a window, with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "report.html"
        self.file.write_text(page(), "utf-8")

    def run(self, *options: str, file: Path | None = None) -> str:
        """Show the page; returns what the browser said, messages of the page's console among it."""
        assert CHROMIUM is not None
        command = [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--no-first-run",
            "--disable-background-networking",
            "--enable-logging=stderr",
            f"--user-data-dir={self.folder / 'profile'}",
            *options,
            (file or self.file).as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
        return done.stderr.decode(errors="replace")


@needs_chromium
@pytest.mark.no_cover
def test_a_browser_shows_the_page_without_a_message_and_asks_for_nothing(browser: Browser) -> None:
    log, picture = browser.folder / "net.json", browser.folder / "page.png"
    said = browser.run(f"--log-net-log={log}", f"--screenshot={picture}", "--window-size=1200,1600")
    assert "CONSOLE" not in said
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert not foreign(log)


@needs_chromium
@pytest.mark.no_cover
def test_a_message_and_a_request_would_be_noticed(browser: Browser) -> None:
    log, other = browser.folder / "other.json", browser.folder / "other.html"
    other.write_text("<script>console.log(1)</script><img src='http://127.0.0.1:9/planted.png'>", "utf-8")
    assert "CONSOLE" in browser.run(f"--log-net-log={log}", "--dump-dom", file=other)
    assert foreign(log) == {"http://127.0.0.1:9/planted.png"}


def foreign(log: Path) -> set[str]:
    """What was asked for over a network, but for what the browser asks its maker by itself."""
    events = json.loads(log.read_text("utf-8"))["events"]
    asked = {url for event in events if isinstance(url := event.get("params", {}).get("url"), str)}
    return {url for url in asked if url.startswith(("http", "ws", "ftp")) and not _MAKER.search(url)}


@needs_chromium
@pytest.mark.no_cover
def test_a_browser_prints_all_of_it(browser: Browser) -> None:
    printed = browser.folder / "page.pdf"
    assert "CONSOLE" not in browser.run(f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    assert printed.read_bytes().startswith(b"%PDF")

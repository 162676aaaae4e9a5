"""What kind of file some bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgapp.domain import media

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "a.txt", "image/png"),
        (b"\xff\xd8\xffrest", "a", "image/jpeg"),
        (b"RIFF0000WEBPVP8", "a.webp", "image/webp"),
        (b"%PDF-1.7", "a.exe", "application/pdf"),
        (b"PK\x03\x04", "a.docx", WORD),
        (b"PK\x03\x04", "a.docm", "application/zip"),
        (b"MZ\x00", "report.pdf", "application/x-executable"),
        (b"\x7fELF\x02", "notes.txt", "application/x-executable"),
        (b"#!/bin/sh\nrm -r", "notes.txt", "text/x-script"),
        (b"a;b\n1;2", "a.CSV", "text/csv"),
        (b"<script>", "a.html", "text/html"),
        (b"words", "picture.png", "text/plain"),
        ("caf\u00e9".encode("utf-16"), "a.txt", "text/plain"),
        (b"", "a", "text/plain"),
        (b"\x00\x01\x02", "a.txt", "application/octet-stream"),
        (b"\xfe\xfe\xfe", "a.txt", "application/octet-stream"),
    ],
)
def test_the_kind_comes_from_the_bytes(content: bytes, name: str, kind: str) -> None:
    assert media.media_type(content, name) == kind


def test_a_character_cut_at_the_end_of_what_is_looked_at_is_text_still() -> None:
    assert media.is_text(("a" * 4095 + "\u00e9" + "b" * 100).encode())
    assert not media.is_text(b"a" * 4000 + b"\xff" + b"a" * 200)


def test_text_is_cut_at_64_kb_and_never_fails() -> None:
    assert len(media.text_of(b"a" * 1_000_000)) == 65536
    assert media.text_of(b"a\xffb") == "a\ufffdb"
    assert media.text_of("\ufeffx".encode()) == "x"


@pytest.mark.parametrize(
    "kind", ["application/x-executable", "text/x-script", "text/html", "image/svg+xml", media.UNKNOWN]
)
def test_what_could_run_is_never_opened(kind: str) -> None:
    assert not media.opens_safely(kind)
    assert media.ending_for(kind) == ""


def test_documents_open_under_an_ending_of_their_kind() -> None:
    assert media.opens_safely(media.PDF)
    assert (media.ending_for(media.PDF), media.ending_for(WORD)) == (".pdf", ".docx")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a b.pdf", "a b.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\x00b\n.txt", "ab.txt"),
        ("...", "file"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("x" * 300, "x" * 120),
    ],
)
def test_names_lose_folders_and_what_hides(name: str, clean: str) -> None:
    assert media.clean_name(name) == clean


@given(st.text())
def test_a_clean_name_is_a_name(name: str) -> None:
    clean = media.clean_name(name)
    assert 0 < len(clean) <= 120
    assert not set(clean) & set("/\\\x00\n")
    assert media.clean_name(clean) == clean


@given(st.binary())
def test_any_bytes_have_a_kind_and_a_text(content: bytes) -> None:
    assert "/" in media.media_type(content, "a.txt")
    assert isinstance(media.text_of(content), str)

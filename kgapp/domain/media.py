"""What kind of file some bytes are, by what they are and not by what they are called."""

from __future__ import annotations

import unicodedata
from typing import Final

TEXT: Final = "text/plain"
PDF: Final = "application/pdf"
UNKNOWN: Final = "application/octet-stream"
IMAGES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})

TEXT_SHOWN_BYTES: Final = 64 * 1024
_LOOKED_AT: Final = 4096
_LONGEST_NAME: Final = 120


def media_type(content: bytes, name: str) -> str:
    """The media type of some bytes. The ending of a name tells only between kinds that begin alike (zip files, texts)."""
    for start, offset, kind in _STARTS:
        if content[offset : offset + len(start)] == start:
            return _zipped(name) if kind == _ZIP else kind
    if is_text(content):
        return _WRITTEN.get(ending(name), TEXT)
    return UNKNOWN


def is_text(content: bytes) -> bool:
    """Whether the beginning of some bytes is text: Unicode without control characters."""
    if not content:
        return True
    try:
        words = content[:_LOOKED_AT].decode(_encoding(content))
    except UnicodeDecodeError as error:
        if len(content) <= _LOOKED_AT or error.start < _LOOKED_AT - 4:
            return False
        words = content[: error.start].decode(_encoding(content))
    return not any(character < " " and character not in "\t\n\r\f" for character in words)


def text_of(content: bytes) -> str:
    """The first 64 KB as text; what is no Unicode becomes a replacement character."""
    return content[:TEXT_SHOWN_BYTES].decode(_encoding(content), errors="replace").removeprefix("\ufeff")


def opens_safely(kind: str) -> bool:
    """Whether a file of this kind may be given to the system's program: documents and pictures, never what could run."""
    return kind in _OPENED


def ending_for(kind: str) -> str:
    """The ending that a file of this kind gets, whatever it was called; empty for a kind that is not opened."""
    return _OPENED.get(kind, "")


def clean_name(name: str) -> str:
    """A file name without folders, control or direction characters, of at most 120 characters."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    kept = "".join(one for one in last if unicodedata.category(one) not in _HIDDEN and one not in '<>:"|?*')
    kept = kept.strip(" .")
    if len(kept) > _LONGEST_NAME:
        end = ending(kept)
        kept = kept[: _LONGEST_NAME - len(end)] + end
    return kept or "file"


def ending(name: str) -> str:
    """The ending of a name in lower case with its dot; empty for none or one that is no ending."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if stem and dot and end.isalnum() and len(end) <= _LONGEST_ENDING else ""


def _encoding(content: bytes) -> str:
    return "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"


def _zipped(name: str) -> str:
    return _PACKED.get(ending(name), _ZIP)


_LONGEST_ENDING: Final = 8
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ZIP: Final = "application/zip"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_STARTS: Final = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b"WEBP", 8, "image/webp"),
    (b"BM", 0, "image/bmp"),
    (b"%PDF-", 0, PDF),
    (b"PK\x03\x04", 0, _ZIP),
    (b"#!", 0, "text/x-script"),
    (b"MZ", 0, "application/x-executable"),
    (b"\x7fELF", 0, "application/x-executable"),
)
_PACKED: Final = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_WRITTEN: Final = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".htm": "text/html",
    ".svg": "image/svg+xml",
    ".js": "text/x-script",
    ".py": "text/x-script",
    ".sh": "text/x-script",
    ".bat": "text/x-script",
    ".cmd": "text/x-script",
    ".ps1": "text/x-script",
    ".vbs": "text/x-script",
}
_OPENED: Final = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
    PDF: ".pdf",
    TEXT: ".txt",
    "text/csv": ".csv",
    **{kind: end for end, kind in _PACKED.items()},
}

"""Writes RDF files: statements in a fixed order, the file whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kgapp.adapters.children import jobs
from kgapp.domain.errors import BadInput, ChildDied
from kgapp.domain.messages import WriteFile, Written
from kgapp.services import whole_files
from kgapp.services.ports import RdfTarget

_LIMIT_S: Final = 3600.0
_CHUNK_LINES: Final = 2000
_REST: Final = re.compile(rb'("(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[a-z0-9-]+)?|<[^>]*>|_:\S+)(?: (<[^>]*>))? \.')
_AS_LINES: Final = frozenset({"nq", "nt"})


def write(target: RdfTarget, chunks: Iterable[bytes]) -> int:
    """Write N-Quads chunks in the target's syntax and return the number of statements.

    The file appears by one rename after it is on the disk. Raises ``BadInput`` when the syntax cannot say a
    statement or the folder cannot be written.
    """
    lines = _ordered(chunks, target)
    try:
        with whole_files.aside(target.path) as part:
            _write(part, target, lines)
    except OSError as error:
        raise BadInput(f"“{target.path}” cannot be written: {error.strerror or error}.") from error
    return len(lines)


def _write(part: Path, target: RdfTarget, lines: list[bytes]) -> None:
    if target.syntax.key in _AS_LINES:
        with part.open("wb") as file:
            file.writelines(_chunks(lines))
        return
    request = WriteFile(str(part.resolve()), target.syntax.key, target.prefixes)
    try:
        jobs.write("write", request, _chunks(lines), Written, limit_s=_LIMIT_S)
    except ChildDied as died:
        raise BadInput(f"“{target.path.name}” cannot be written: the writer ended on it.", hint=str(died)) from died


def _ordered(chunks: Iterable[bytes], target: RdfTarget) -> list[bytes]:
    lines = {line for chunk in chunks for line in chunk.split(b"\n") if line}
    if target.genid:
        lines = {_with_blank_nodes(line, f"<{target.genid}".encode()) for line in lines}
    return sorted(lines, key=_by_graph) if target.syntax.key == "trig" else sorted(lines)


def _by_graph(line: bytes) -> tuple[bytes, bytes]:
    return line[line.rindex(b" ", 0, -2) :], line


def _with_blank_nodes(line: bytes, genid: bytes) -> bytes:
    if genid not in line:
        return line
    subject, predicate, rest = line.split(b" ", 2)
    value, graph = _REST.fullmatch(rest).groups()  # type: ignore[union-attr]  # the record's lines are canonical
    parts = (_blank(subject, genid), predicate, _blank(value, genid), _blank(graph or b"", genid), b".")
    return b" ".join(part for part in parts if part)


def _blank(term: bytes, genid: bytes) -> bytes:
    return b"_:g" + term[len(genid) : -1] if term.startswith(genid) else term


def _chunks(lines: list[bytes]) -> Iterator[bytes]:
    for start in range(0, len(lines), _CHUNK_LINES):
        yield b"\n".join(lines[start : start + _CHUNK_LINES]) + b"\n"

"""Files from outside and the way a file is written: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kgapp.adapters.children import jobs
from kgapp.adapters.rdf_files import reading, writing
from kgapp.adapters.rdf_files.files import FileSystem
from kgapp.domain import syntaxes
from kgapp.domain.errors import BadInput, ChildDied
from kgapp.domain.terms import Iri
from kgapp.services.ports import RdfTarget

BASE, GRAPH = Iri("http://base/"), Iri("http://base/graph/main")
LINES = b'<http://e/b> <http://e/p> "2" <http://e/h> .\n<http://e/a> <http://e/p> "1" <http://e/g> .\n'


def target(path: Path, key: str, genid: str = "") -> RdfTarget:
    return RdfTarget(path, syntaxes.by_key(key), (), genid)


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ttl"
    os.mkfifo(pipe)
    for path, said in ((pipe, "ordinary"), (tmp_path, "folder"), (tmp_path / "none.ttl", "no file")):
        with pytest.raises(BadInput, match=said):
            reading.look(path)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.ttl"
    path.write_bytes(b"<a> <b> <c> .")
    monkeypatch.setattr(reading, "MOST_BYTES", 5)
    with pytest.raises(BadInput, match="limit is 5"):
        reading.look(path)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ttl"
    path.write_bytes(b"<a> <b> <c> .")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadInput, match="Permission denied"):
        reading.look(path)


@pytest.mark.parametrize(
    ("content", "key"),
    [(b'<?xml version="1.0"?>', "rdf"), (b"\xef\xbb\xbf@prefix a: <b> .", "ttl"), (b"<http://e/a> <http://e/b> <http://e/c> .", "ttl"), (b'{"@id"', "jsonld")],
)  # fmt: skip
def test_an_owl_file_shows_its_syntax(tmp_path: Path, content: bytes, key: str) -> None:
    path = tmp_path / "a.owl"
    path.write_bytes(content)
    assert reading.look(path).syntax.key == key


def test_a_reader_or_writer_that_dies_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object, **__: object) -> None:
        raise ChildDied("signal 6")

    path = tmp_path / "a.nt"
    path.write_bytes(b"<http://e/a> <http://e/b> <http://e/c> .")
    source = reading.look(path)
    monkeypatch.setattr(jobs, "read", die)
    monkeypatch.setattr(jobs, "write", die)
    with pytest.raises(BadInput, match=r"a\.nt.*ended on it"):
        list(FileSystem().quads(source, BASE, GRAPH))
    with pytest.raises(BadInput, match=r"b\.ttl.*ended on it"):
        FileSystem().write(target(tmp_path / "b.ttl", "ttl"), [LINES])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.nt"]


def test_lines_are_ordered_counted_and_written_once(tmp_path: Path) -> None:
    out = tmp_path / "out.nq"
    assert writing.write(target(out, "nq"), [LINES, LINES]) == 2
    assert out.read_bytes().splitlines() == sorted(LINES.splitlines())
    assert writing.write(target(out, "nq"), []) == 0
    assert out.read_bytes() == b""


def test_trig_is_ordered_by_graph(tmp_path: Path) -> None:
    out = tmp_path / "out.trig"
    writing.write(target(out, "trig"), [LINES, LINES.replace(b"<http://e/g>", b"<http://e/h>")])
    text = out.read_text(encoding="utf-8")
    assert text.count("<http://e/h> {") == 1


def test_blank_nodes_are_restored_in_every_place_but_the_predicate(tmp_path: Path) -> None:
    out, genid = tmp_path / "out.nq", "http://base/.well-known/genid/"
    line = f'<{genid}1> <{genid}2> <{genid}3> <{genid}4> .\n<{genid}1> <http://e/p> "<{genid}5> ."@en <http://e/g> .\n'
    writing.write(target(out, "nq", genid), [line.encode()])
    assert out.read_text(encoding="utf-8").splitlines() == [
        f"_:g1 <{genid}2> _:g3 _:g4 .",
        f'_:g1 <http://e/p> "<{genid}5> ."@en <http://e/g> .',
    ]

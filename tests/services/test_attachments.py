"""Files that belong to things."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.errors import BadInput, Damaged, NotFound
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG
from kgapp.services import attachments, history
from kgapp.services.attachments import File
from kgapp.services.ports import Pattern
from kgapp.services.workspace import Workspace

BASE = "https://w3id.org/kgapp/demo/"
P, Q = Iri(f"{BASE}P"), Iri(f"{BASE}Q")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
Tell = Callable[[str], None]


@pytest.fixture
def project(workspace: Workspace, tell: Tell) -> Workspace:
    """A project with two things."""
    tell('P a ProcessParameter\nP label "MOI"\nQ a ProcessParameter\nQ label "Speed"')
    return workspace


def test_a_file_is_kept_and_said_to_belong_to_the_thing(project: Workspace) -> None:
    revision = attachments.attach(project, P, File("/tmp/titre curve.png", PNG), "from the report")
    (found,) = attachments.attached_to(project.reader, P)
    assert (found.name, found.kind, found.size) == ("titre curve.png", "image/png", len(PNG))
    assert found.sha256 == hashlib.sha256(PNG).hexdigest()
    assert attachments.content(project.reader, found.sha256) == PNG
    assert revision is not None
    assert revision.summary == "Attach titre curve.png to “MOI”"
    assert attachments.attached_to(project.reader, found.document) == (found,)


def test_the_same_bytes_are_kept_once(project: Workspace) -> None:
    attachments.attach(project, P, File("a.png", PNG), "why")
    assert attachments.attach(project, P, File("b.png", PNG), "why") is None
    attachments.attach(project, Q, File("c.png", PNG), "why")
    (first,), (second,) = (attachments.attached_to(project.reader, each) for each in (P, Q))
    assert first == second
    assert attachments.attach(project, first.document, File("a.png", PNG), "why") is None


def test_undo_takes_the_statements_and_leaves_the_bytes(project: Workspace) -> None:
    attachments.attach(project, P, File("a.png", PNG), "why")
    (found,) = attachments.attached_to(project.reader, P)
    history.undo(project, "oops")
    assert attachments.attached_to(project.reader, P) == ()
    assert attachments.content(project.reader, found.sha256) == PNG
    assert verify(project.reader.meta().path).problems == ()
    history.redo(project, "again")
    assert attachments.attached_to(project.reader, P) == (found,)


def test_taking_it_away_keeps_what_others_refer_to(project: Workspace) -> None:
    for thing in (P, Q):
        attachments.attach(project, thing, File("a.png", PNG), "why")
    (found,) = attachments.attached_to(project.reader, P)
    attachments.detach(project, P, found.document, "wrong thing")
    assert attachments.attached_to(project.reader, Q) == (found,)
    attachments.detach(project, Q, found.document, "wrong thing")
    assert not any(project.reader.quads(Pattern(subject=found.document)))
    with pytest.raises(NotFound):
        attachments.detach(project, Q, found.document, "again")


def test_what_is_no_file_or_too_large_or_empty_is_refused(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match="is no file"):
        attachments.read(tmp_path)
    with pytest.raises(BadInput, match="is empty"):
        attachments.attach(project, P, File("a", b""), "why")
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    (tmp_path / "big.bin").write_bytes(b"0" * 11)
    with pytest.raises(BadInput, match="too large"):
        attachments.read(tmp_path / "big.bin")
    with pytest.raises(BadInput, match="too large"):
        attachments.attach(project, P, File("a", b"0" * 11), "why")
    (tmp_path / "small.bin").write_bytes(b"0" * 10)
    assert attachments.read(tmp_path / "small.bin") == File("small.bin", b"0" * 10)
    monkeypatch.setattr(Path, "open", _refuse)
    with pytest.raises(BadInput, match="cannot be read: Permission denied"):
        attachments.read(tmp_path / "small.bin")


def test_bytes_that_are_not_there_or_were_altered_are_told(project: Workspace) -> None:
    with pytest.raises(NotFound, match="not in this project"):
        attachments.content(project.reader, "0" * 64)
    attachments.attach(project, P, File("a.png", PNG), "why")
    (found,) = attachments.attached_to(project.reader, P)
    path = project.reader.meta().path
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE attachment SET content = x'00'")
    connection.close()
    with pytest.raises(Damaged):
        attachments.content(project.reader, found.sha256)
    assert [problem.sentence for problem in verify(path).problems] == ["Its bytes were altered."]


def test_bytes_that_nothing_names_are_a_problem(project: Workspace) -> None:
    path = project.reader.meta().path
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO attachment VALUES (?, ?)", (hashlib.sha256(PNG).hexdigest(), PNG))
    connection.close()
    assert [problem.sentence for problem in verify(path).problems] == ["No statement has ever named these bytes."]


def test_an_attachment_is_saved_whole_or_not_at_all(
    project: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachments.attach(project, P, File("a.png", PNG), "why")
    (found,) = attachments.attached_to(project.reader, P)
    attachments.save(project.reader, found, tmp_path / "out.png")
    with pytest.raises(BadInput, match="the project itself"):
        attachments.save(project.reader, found, project.reader.meta().path)
    assert (tmp_path / "out.png").read_bytes() == PNG
    with pytest.raises(BadInput, match="cannot be written"):
        attachments.save(project.reader, found, tmp_path / "no folder" / "out.png")
    monkeypatch.setattr(Path, "replace", _refuse)
    with pytest.raises(BadInput, match="cannot be written"):
        attachments.save(project.reader, found, tmp_path / "other.png")
    assert not list(tmp_path.glob(".kgapp-*"))


def test_a_document_that_others_wrote_is_an_attachment_too(project: Workspace, tell: Tell) -> None:
    tell(f'D a Document\nD label "Report"\nD sha256 "{"a" * 64}"\nD byteSize "many"\nP attachment D\nP attachment E')
    (found,) = attachments.attached_to(project.reader, P)
    assert (found.name, found.kind, found.size) == ("Report", "application/octet-stream", None)
    assert [quad.object for quad in project.reader.quads(Pattern(subject=P, predicate=KG.attachment))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(min_size=1, max_size=400), name=st.text(max_size=30))
def test_any_bytes_come_back_as_they_went_in(workspace: Workspace, content: bytes, name: str) -> None:
    attachments.attach(workspace, P, File(name, content), "why")
    digest = hashlib.sha256(content).hexdigest()
    assert attachments.content(workspace.reader, digest) == content
    assert digest in {each.sha256 for each in attachments.attached_to(workspace.reader, P)}


def _refuse(*_: object, **__: object) -> object:
    raise PermissionError(13, "Permission denied")

"""Files that released versions made must open for ever, with the same hashes."""

import shutil
from pathlib import Path

import pytest

from kgapp.adapters.sqlite_record import files
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad
from kgapp.services.ports import Pattern

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    return Path(shutil.copy(GOLDEN / "format-1.kgproject", tmp_path / "old.kgproject"))


def test_a_file_of_format_1_passes_its_check(version_1: Path) -> None:
    found = verify(version_1)
    assert found.problems == ()
    assert (found.revisions, found.quads) == (4, 11)
    assert found.head == "3504eb5f33dede3ca0b103384d475a92ad5d9610e4510f4cee5843c261c17a68"
    assert found.graph_hash == "c6342b851a01f45ec1954b4c372fcfbf63d5356df6b0bd4fd3dbb3505ae62e1f"


def test_a_file_of_format_1_opens_and_says_the_same(version_1: Path) -> None:
    reader = files.open_reader(version_1)
    assert reader.meta().project_id == "d78f9b23-b680-4f4c-9358-2fa2a780936c"
    assert [revision.note.kind for revision in reader.revisions()] == [
        RevisionKind.REDO,
        RevisionKind.UNDO,
        RevisionKind.EDIT,
        RevisionKind.IMPORT,
    ]
    written = {quad.object.lexical for quad in reader.quads(Pattern()) if isinstance(quad.object, Literal)}
    assert {"7.40", "007", "2024-03-31+02:00", "1.0E2", "PT60M", "a\x00b", "Überstand\n\U0001f9eb", "5.0"} <= written
    assert [candidate.iri for candidate in reader.named("uberstand", 10)] == ["https://w3id.org/kgapp/demo/P17"]
    reader.close()


def test_a_file_of_format_1_can_be_written(version_1: Path) -> None:
    writer = files.open_writer(version_1)
    reader = files.open_reader(version_1)
    author = reader.revision(1).note.author
    quad = Quad(Iri("https://e.org/s"), Iri("https://e.org/p"), Literal("new"), Iri("https://e.org/g"))
    writer.commit(ChangeSet("Add", added=frozenset({quad})), Note(author, "why"))
    assert reader.count() == 12
    reader.close()
    writer.close()
    assert verify(version_1).problems == ()

"""``verify`` finds what was altered behind kgapp's back, and says where."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgapp.adapters.sqlite_record import files, schema
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.changes import ChangeSet
from kgapp.domain.history import Author, Note, RevisionKind
from kgapp.domain.terms import Iri, Quad, language_literal
from kgapp.domain.vocabulary import RDFS

NOTE = Note(Author("A. Scientist", "KGAPP_USER"), "because of the shear")
P17, MAIN = Iri("https://w3id.org/kgapp/demo/P17"), Iri("https://w3id.org/kgapp/demo/graph/main")


def quad(text: str) -> Quad:
    return Quad(P17, RDFS.label, language_literal(text, "en"), MAIN)


@pytest.fixture
def filled(project: Path) -> Path:
    """A project with three revisions: an import, an edit and its undo."""
    writer = files.open_writer(project)
    line = b'<https://w3id.org/kgapp/demo/P17> <https://w3id.org/kgapp/ontology#note> "harvest"  <https://e.org/g> .\n'.replace(
        b'"  <', b'" <'
    )
    writer.import_nquads([line], "Imported facts", Note(NOTE.author, NOTE.why, RevisionKind.IMPORT))
    writer.commit(ChangeSet("Label it", added=frozenset({quad("multiplicity")})), NOTE)
    writer.commit(
        ChangeSet("Unlabel it", removed=frozenset({quad("multiplicity")})),
        Note(NOTE.author, "no", RevisionKind.UNDO, reverts=2),
    )
    writer.commit(ChangeSet("Label it", added=frozenset({quad("infection")})), NOTE)
    writer.close()
    return project


def tamper(path: Path, *statements: str) -> None:
    """Alter a file with SQL, past its triggers, and put these back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for name in schema.TRIGGERS:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for sql in schema.TRIGGERS.values():
        connection.execute(sql)
    connection.close()


def places(path: Path) -> list[str]:
    return [problem.place for problem in verify(path).problems]


def test_a_whole_project_passes(filled: Path) -> None:
    found = verify(filled)
    assert (found.problems, found.revisions, found.quads) == ((), 4, 2)
    reader = files.open_reader(filled)
    head = reader.head()
    assert head is not None
    assert (found.head, found.graph_hash) == (head.hash, reader.graph_hash())
    reader.close()


def test_an_empty_project_passes(project: Path) -> None:
    found = verify(project)
    assert (found.problems, found.revisions, found.quads, found.head) == ((), 0, 0, "")


@pytest.mark.parametrize(
    "column",
    [
        "at",
        "zone",
        "author",
        "identity",
        "why",
        "summary",
        "kind",
        "source_digest",
        "changes_digest",
        "previous_hash",
        "hash",
    ],
)
def test_an_altered_revision_is_named(filled: Path, column: str) -> None:
    tamper(filled, f"UPDATE revision SET {column} = {column} || 'x' WHERE seq = 2")
    assert "revision 2" in places(filled)
    if column == "hash":
        assert "revision 3" in places(filled)


@pytest.mark.parametrize("column", ["reverts", "removed_count", "added_count"])
def test_an_altered_number_of_a_revision_is_found(filled: Path, column: str) -> None:
    tamper(filled, f"UPDATE revision SET {column} = 7 WHERE seq = 3")
    assert "revision 3" in places(filled)


def test_a_lost_revision_is_found(filled: Path) -> None:
    tamper(filled, "DELETE FROM revision WHERE seq = 2")
    found = places(filled)
    assert "revision 3" in found
    assert "table change, revision 2" in found


def test_the_lost_newest_revision_is_found(filled: Path) -> None:
    tamper(filled, "DELETE FROM revision WHERE seq = 4")
    assert places(filled) == ["table change, revision 4"]


def test_an_altered_project_id_breaks_the_chain_at_its_start(filled: Path) -> None:
    tamper(filled, "UPDATE meta SET value = 'other' WHERE key = 'project_id'")
    assert places(filled) == ["revision 1"]


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE change SET op = 'A' WHERE seq = 3", "revision 3"),
        ("UPDATE change SET p = o WHERE seq = 2", "revision 2"),
        ("DELETE FROM change WHERE seq = 2", "revision 2"),
        ("INSERT INTO change SELECT 4, s, p, o, g, 'A' FROM change WHERE seq = 1", "revision 4"),
        ("INSERT INTO change SELECT 9, s, p, o, g, 'A' FROM change WHERE seq = 2", "table change, revision 9"),
        ("UPDATE change SET o = 4711 WHERE seq = 4", "revision 4"),
    ],
)
def test_an_altered_change_is_found(filled: Path, statement: str, place: str) -> None:
    tamper(filled, statement)
    assert place in places(filled)


def test_an_altered_term_is_found_where_it_is_used(filled: Path) -> None:
    tamper(filled, """UPDATE term SET form = '"Infection"@en' WHERE form = '"infection"@en'""")
    assert "revision 4" in places(filled)


def test_a_term_that_is_none_is_named(filled: Path) -> None:
    tamper(filled, "UPDATE term SET form = 'infection' WHERE id = 2")
    assert "table term, row 2" in places(filled)


def test_a_term_that_nothing_uses_is_found(filled: Path) -> None:
    tamper(filled, "INSERT INTO term (id, form) VALUES (99, '\"planted\"')")
    assert places(filled) == ["table term, row 99"]


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("DELETE FROM quad", "table quad"),
        ("INSERT INTO quad VALUES (1, 1, 1, 1)", "table quad"),
        ("DELETE FROM name", "table name"),
        ("INSERT INTO name VALUES ('planted', 1)", "table name"),
        ("DELETE FROM search", "table search, row"),
        ("UPDATE search SET labels = 'planted'", "table search, row"),
        ("UPDATE search_content SET c0 = 'planted'", "table search"),
        ("DELETE FROM search_data WHERE id > 10", "table search"),
        ("INSERT INTO attachment VALUES ('abc', x'00')", "table attachment, row abc"),
        ("CREATE TABLE planted (x)", "table, index or trigger planted"),
    ],
)
def test_what_does_not_follow_from_the_changes_is_found(filled: Path, statement: str, place: str) -> None:
    tamper(filled, statement)
    assert any(found.startswith(place) for found in places(filled))


def test_text_that_is_no_utf8_is_found(filled: Path) -> None:
    tamper(filled, "UPDATE revision SET why = CAST(x'ff' AS TEXT) WHERE seq = 1")
    assert "revision 1" in places(filled)


def test_verifying_alters_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    verify(filled)
    assert filled.read_bytes() == before


def stored(path: Path, text: bytes) -> list[int]:
    """Where in the file some bytes stand."""
    content = path.read_bytes()
    found, start = [], content.find(text)
    while start >= 0:
        found.append(start)
        start = content.find(text, start + 1)
    return found


@pytest.mark.parametrize("text", [b"because of the shear", b"Label it", b'"infection"@en', b"graph/main", b'"harvest"'])
def test_every_changed_byte_of_a_revision_or_term_is_found(filled: Path, text: bytes) -> None:
    whole = filled.read_bytes()
    for start in stored(filled, text):
        for offset in (0, len(text) // 2, len(text) - 1):
            flipped = bytearray(whole)
            flipped[start + offset] ^= 0x01
            filled.write_bytes(flipped)
            assert verify(filled).problems, (start, offset)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_flipped_bit_never_crashes_and_never_alters_the_graph_unseen(filled: Path, data: st.DataObject) -> None:
    whole = Path(filled).read_bytes()
    good = verify(filled)
    place = data.draw(st.integers(100, len(whole) - 1))
    flipped = bytearray(whole)
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    filled.write_bytes(flipped)
    try:
        found = verify(filled)
        assert found.problems or (found.head, found.graph_hash) == (good.head, good.graph_hash)
    finally:
        filled.write_bytes(whole)


def in_a_leaf_of(table: str) -> Callable[[Path], list[int]]:
    """The bytes of the cells on the pages of a small table."""

    def found(path: Path) -> list[int]:
        connection = sqlite3.connect(path)
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.close()
        page = path.read_bytes()[(root - 1) * size : root * size]
        content = int.from_bytes(page[5:7], "big")
        return [(root - 1) * size + place for place in range(content, size)]

    return found


@pytest.mark.parametrize("table", ["revision", "change", "term"])
def test_a_changed_byte_anywhere_in_the_rows_of_a_table_is_found(filled: Path, table: str) -> None:
    whole = filled.read_bytes()
    for place in in_a_leaf_of(table)(filled)[:: 3 if table == "revision" else 1]:
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        filled.write_bytes(flipped)
        assert verify(filled).problems, place

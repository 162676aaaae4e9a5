"""What every record must do (the contract of ``RecordReader`` and ``RecordWriter``)."""

import hashlib
import threading
from datetime import UTC, datetime, timedelta

import pytest

from kgapp.adapters.sqlite_record.reader import SqliteReader
from kgapp.adapters.sqlite_record.writer import SqliteWriter
from kgapp.domain import changes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.history import Author, Note, RevisionKind
from kgapp.domain.messages import ObjectsNow
from kgapp.domain.terms import XSD, Iri, Literal, Quad, Term, language_literal, nquad
from kgapp.domain.vocabulary import KG, RDF, RDFS, SKOS
from kgapp.services.ports import Pattern

DEMO = "https://w3id.org/kgapp/demo/"
MAIN = Iri(DEMO + "graph/main")
P17 = Iri(DEMO + "P17")
NOTE = Note(Author("A. Scientist", "KGAPP_USER"), "because")
ODD = [
    "7.40",
    "007",
    "",
    " ",
    "\x00",
    "a\x00b",
    "\r\n",
    '"""',
    "\\",
    "\\u0041",
    "\u2028",
    "\ufeff",
    "\U0010ffff",
    "á",
    "a\u0301",
    "𝔸",
]


def quad(value: Term, *, subject: Iri = P17, predicate: Iri = RDFS.label, graph: Iri = MAIN) -> Quad:
    return Quad(subject, predicate, value, graph)


def adding(*quads: Quad) -> ChangeSet:
    return ChangeSet("Add", added=frozenset(quads))


def removing(*quads: Quad) -> ChangeSet:
    return ChangeSet("Remove", removed=frozenset(quads))


def imported(writer: SqliteWriter, *quads: Quad) -> None:
    writer.import_nquads(["".join(f"{nquad(one)}\n" for one in quads).encode()], "Imported", NOTE)


def test_a_new_project_is_empty(reader: SqliteReader) -> None:
    assert reader.head() is None
    assert reader.count() == 0
    assert reader.graphs() == ()
    assert list(reader.quads(Pattern())) == []
    assert reader.graph_hash() == hashlib.sha256(b"").hexdigest()
    with reader.snapshot() as snapshot:
        assert (snapshot.seq, snapshot.quads, list(snapshot.chunks)) == (0, 0, [])


def test_a_project_knows_its_base_and_prefixes(reader: SqliteReader) -> None:
    meta = reader.meta()
    assert (meta.base, meta.prefixes) == (DEMO, (("demo", DEMO),))
    assert len(meta.project_id) == 36


def test_a_commit_says_who_when_and_why(writer: SqliteWriter, reader: SqliteReader) -> None:
    committed = writer.commit(adding(quad(Literal("a")), quad(Literal("b"))), NOTE)
    assert committed is not None
    revision = committed.revision
    assert (revision.seq, revision.note, revision.summary) == (1, NOTE, "Add")
    assert (revision.removed_count, revision.added_count) == (0, 2)
    assert datetime.now(UTC) - revision.at < timedelta(minutes=1)
    assert revision.at.utcoffset() == timedelta(0)
    assert len(revision.zone) == 6
    assert reader.head() == revision == reader.revision(1)


def test_a_revision_names_the_digest_of_its_lines(writer: SqliteWriter) -> None:
    change = adding(quad(Literal("a")), quad(Literal("b")))
    committed = writer.commit(change, NOTE)
    assert committed is not None
    assert committed.revision.changes_digest == changes.digest(changes.patch_lines(change))


def test_revisions_form_a_chain(writer: SqliteWriter) -> None:
    first = writer.commit(adding(quad(Literal("a"))), NOTE)
    second = writer.commit(adding(quad(Literal("b"))), NOTE)
    assert first is not None
    assert second is not None
    assert second.revision.previous_hash == first.revision.hash
    assert first.revision.previous_hash != ""


def test_only_the_effective_part_is_recorded(writer: SqliteWriter, reader: SqliteReader) -> None:
    a, b = quad(Literal("a")), quad(Literal("b"))
    writer.commit(adding(a), NOTE)
    committed = writer.commit(
        ChangeSet("Both", removed=frozenset({a, quad(Literal("never"))}), added=frozenset({b})), NOTE
    )
    assert committed is not None
    assert committed.change == reader.change(2) == ChangeSet("Both", removed=frozenset({a}), added=frozenset({b}))


def test_a_change_without_effect_makes_no_revision(writer: SqliteWriter, reader: SqliteReader) -> None:
    writer.commit(adding(quad(Literal("a"))), NOTE)
    assert writer.commit(adding(quad(Literal("a"))), NOTE) is None
    assert writer.commit(removing(quad(Literal("never"))), NOTE) is None
    assert reader.head() == reader.revision(1)


@pytest.mark.parametrize("text", ODD)
def test_a_literal_is_kept_exactly(writer: SqliteWriter, reader: SqliteReader, text: str) -> None:
    values = {quad(Literal(text)), quad(Literal(text, Iri(XSD + "decimal"))), quad(language_literal(text, "de"))}
    writer.commit(adding(*values), NOTE)
    assert set(reader.quads(Pattern(subject=P17))) == values


@pytest.mark.parametrize("text", ODD)
def test_an_imported_literal_is_kept_exactly(writer: SqliteWriter, reader: SqliteReader, text: str) -> None:
    imported(writer, quad(Literal(text)), quad(language_literal(text, "de-at")))
    assert set(reader.quads(Pattern())) == {quad(Literal(text)), quad(language_literal(text, "de-at"))}


def test_a_literal_of_a_megabyte_is_kept_exactly(writer: SqliteWriter, reader: SqliteReader) -> None:
    text = "Überstand " * 105_000 + '\x00\n"'
    writer.commit(adding(quad(Literal(text))), NOTE)
    assert [found.object for found in reader.quads(Pattern(subject=P17))] == [Literal(text)]


def test_equal_values_in_different_forms_are_different_statements(writer: SqliteWriter, reader: SqliteReader) -> None:
    decimal = Iri(XSD + "decimal")
    writer.commit(adding(quad(Literal("1.0", decimal)), quad(Literal("1.00", decimal))), NOTE)
    assert reader.count() == 2


@pytest.mark.parametrize(
    "bad", [Literal("\ud800"), Iri("no iri"), Literal("x", Iri("bad type")), Literal("x", RDF.type, "no tag")]
)
def test_what_is_no_term_is_refused_before_anything_happens(
    writer: SqliteWriter, reader: SqliteReader, bad: Term
) -> None:
    with pytest.raises(BadTerm):
        writer.commit(adding(quad(Literal("good")), quad(bad)), NOTE)
    assert reader.head() is None


def test_a_reason_that_is_no_text_is_refused(writer: SqliteWriter) -> None:
    with pytest.raises(BadTerm, match="no Unicode character"):
        writer.commit(adding(quad(Literal("a"))), Note(NOTE.author, "\udcff"))


def test_patterns_find_what_they_say(writer: SqliteWriter, reader: SqliteReader) -> None:
    other = Iri(DEMO + "Q03")
    one, two, three = (
        quad(Literal("a")),
        quad(P17, subject=other, predicate=KG.hasEffect),
        quad(Literal("a"), graph=Iri(DEMO + "g2")),
    )
    writer.commit(adding(one, two, three), NOTE)
    assert set(reader.quads(Pattern())) == {one, two, three}
    assert set(reader.quads(Pattern(subject=P17))) == {one, three}
    assert list(reader.quads(Pattern(object=P17))) == [two]
    assert list(reader.quads(Pattern(predicate=KG.hasEffect))) == [two]
    assert list(reader.quads(Pattern(P17, RDFS.label, Literal("a"), MAIN))) == [one]
    assert list(reader.quads(Pattern(subject=Iri(DEMO + "unknown")))) == []
    assert len(list(reader.quads(Pattern(), limit=2))) == 2
    assert reader.graphs() == ((Iri(DEMO + "g2"), 1), (MAIN, 2))
    assert reader.usage(P17) == ((KG.hasEffect, 1),)
    assert reader.holds((one, quad(Literal("other")))) == {one}


def test_a_commit_during_an_iteration_does_not_disturb_it(writer: SqliteWriter, reader: SqliteReader) -> None:
    before = {quad(Literal(str(number))) for number in range(10)}
    writer.commit(adding(*before), NOTE)
    found = reader.quads(Pattern(subject=P17))
    first = next(found)
    writer.commit(removing(*before), NOTE)
    assert {first, *found} == before


def test_labels_are_english_first_and_rdfs_before_skos(writer: SqliteWriter, reader: SqliteReader) -> None:
    things = [Iri(f"{DEMO}L{number}") for number in range(5)]
    writer.commit(
        adding(
            quad(language_literal("deutsch", "de"), subject=things[0]),
            quad(language_literal("english", "en-gb"), subject=things[0]),
            quad(Literal("plain"), subject=things[1]),
            quad(language_literal("deutsch", "de"), subject=things[1]),
            quad(language_literal("preferred", "en"), subject=things[2], predicate=SKOS.prefLabel),
            quad(language_literal("deutsch", "de"), subject=things[2]),
            quad(language_literal("only", "en"), subject=things[3], predicate=SKOS.prefLabel),
            quad(P17, subject=things[4]),
        ),
        NOTE,
    )
    assert reader.labels(things) == dict(zip(things, ["english", "plain", "deutsch", "only"], strict=False))
    assert reader.labels([]) == {}


def test_types_and_instances_are_what_is_asserted(writer: SqliteWriter, reader: SqliteReader) -> None:
    typed = [
        quad(KG.Material, predicate=RDF.type),
        quad(KG.Factor, predicate=RDF.type),
        quad(Literal("x"), predicate=RDF.type),
    ]
    writer.commit(adding(*typed), NOTE)
    assert reader.types([P17, MAIN]) == {P17: (KG.Factor, KG.Material)}
    assert reader.instances([KG.Material, KG.Site]) == (P17,)


def test_literals_are_given_by_subject(writer: SqliteWriter, reader: SqliteReader) -> None:
    label = language_literal("MOI", "en")
    writer.commit(adding(quad(label), quad(Literal("7.40"), predicate=KG.setpoint), quad(MAIN)), NOTE)
    assert {thing: set(pairs) for thing, pairs in reader.literals([P17, MAIN]).items()} == {
        P17: {(RDFS.label, label), (KG.setpoint, Literal("7.40"))}
    }


def test_history_is_newest_first_and_by_entity(writer: SqliteWriter, reader: SqliteReader) -> None:
    other = Iri(DEMO + "Q03")
    for number in range(4):
        writer.commit(adding(quad(Literal(str(number)), subject=other if number == 2 else P17)), NOTE)
    assert [revision.seq for revision in reader.revisions()] == [4, 3, 2, 1]
    assert [revision.seq for revision in reader.revisions(limit=2, before=4)] == [3, 2]
    assert [revision.seq for revision in reader.revisions(entity=other)] == [3]
    assert reader.revisions(entity=Iri(DEMO + "unknown")) == ()


def test_an_unknown_revision_is_not_found(writer: SqliteWriter, reader: SqliteReader) -> None:
    with pytest.raises(NotFound, match="This project has none yet"):
        reader.revision(1)
    writer.commit(adding(quad(Literal("a"))), NOTE)
    with pytest.raises(NotFound, match=r"There is no revision 7\. The newest is 1"):
        reader.change(7)


def test_a_delta_is_the_whole_list_of_objects_of_what_was_touched(writer: SqliteWriter) -> None:
    writer.commit(adding(quad(Literal("a")), quad(Literal("b")), quad(Literal("x"), predicate=RDFS.comment)), NOTE)
    committed = writer.commit(
        ChangeSet("Swap", removed=frozenset({quad(Literal("a"))}), added=frozenset({quad(Literal("c"))})), NOTE
    )
    assert committed is not None
    assert (committed.delta.seq, committed.delta.previous) == (2, 1)
    place = (f"<{P17}>", f"<{RDFS.label}>", f"<{MAIN}>")
    assert committed.delta.entries == (ObjectsNow(*place, ('"b"', '"c"')),)
    emptied = writer.commit(removing(quad(Literal("b")), quad(Literal("c"))), NOTE)
    assert emptied is not None
    assert emptied.delta.entries == (ObjectsNow(*place, ()),)


def test_an_import_is_one_revision_with_the_digest_of_its_new_lines(writer: SqliteWriter, reader: SqliteReader) -> None:
    old, new = quad(Literal("old")), quad(Literal("new"))
    writer.commit(adding(old), NOTE)
    lines = f"{nquad(new)}\n{nquad(old)}\n{nquad(new)}\n".encode()
    committed = writer.import_nquads([lines], "Imported x.nq", Note(NOTE.author, "why", RevisionKind.IMPORT, "ab" * 32))
    assert committed is not None
    assert (committed.revision.seq, committed.revision.added_count, committed.delta.previous) == (2, 1, -1)
    assert committed.revision.note.source_digest == "ab" * 32
    assert committed.revision.changes_digest == changes.digest([f"A {nquad(new)}"])
    assert reader.change(2).added == {new}
    assert set(reader.quads(Pattern())) == {old, new}


def test_importing_the_same_again_changes_nothing(writer: SqliteWriter, reader: SqliteReader) -> None:
    lines = [f"{nquad(quad(Literal(text)))}\n".encode() for text in ODD]
    writer.import_nquads(lines, "First", NOTE)
    assert writer.import_nquads(lines, "Again", NOTE) is None
    assert writer.import_nquads([], "Nothing", NOTE) is None
    assert reader.head() == reader.revision(1)


@pytest.mark.parametrize(
    "line",
    [
        "nothing",
        "<https://e.org/s> <https://e.org/p> <https://e.org/o> .",
        '<https://e.org/s> <https://e.org/p> "a" .',
        '<https://e.org/s> <https://e.org/p> "a" <https://e.org/g>',
        '_:b0 <https://e.org/p> "a" <https://e.org/g> .',
        '<https://e.org/s> <https://e.org/p> "a"b" <https://e.org/g> .',
        '<https://e.org/s> <https://e.org/p> "\\u0041" <https://e.org/g> .',
        '<https://e.org/s> <https://e.org/p> "a"@EN <https://e.org/g> .',
        '<https://e.org/s> <https://e.org/p> "a"^^<http://www.w3.org/2001/XMLSchema#string> <https://e.org/g> .',
        "<https://e.org/s> <https://e.org/p> _:b0 <https://e.org/g> .",
        '<relative> <https://e.org/p> "a" <https://e.org/g> .',
    ],
)
def test_a_line_that_is_not_canonical_stops_the_whole_import(
    writer: SqliteWriter, reader: SqliteReader, line: str
) -> None:
    good = nquad(quad(Literal("good")))
    with pytest.raises(BadInput):
        writer.import_nquads([f"{good}\n{line}\n".encode()], "Bad", NOTE)
    assert reader.count() == 0
    assert reader.head() is None


def test_bytes_that_are_no_text_stop_an_import(writer: SqliteWriter) -> None:
    with pytest.raises(BadInput, match="not UTF-8"):
        writer.import_nquads([b"\xff\n"], "Bad", NOTE)


def test_an_import_that_fails_halfway_leaves_nothing(writer: SqliteWriter, reader: SqliteReader) -> None:
    def chunks() -> list[bytes]:
        raise BadInput("The file ends in the middle.")

    with pytest.raises(BadInput):
        writer.import_nquads((chunk for _ in (1,) for chunk in chunks()), "Bad", NOTE)
    assert writer.commit(adding(quad(Literal("a"))), NOTE) is not None
    assert reader.count() == 1


def test_an_import_and_edits_lead_to_the_same_graph(writer: SqliteWriter, reader: SqliteReader) -> None:
    quads = [quad(Literal(text)) for text in ODD]
    imported(writer, *quads[:5])
    writer.commit(adding(*quads[5:]), NOTE)
    expected = hashlib.sha256("".join(sorted(f"{nquad(one)}\n" for one in quads)).encode()).hexdigest()
    assert reader.graph_hash() == expected
    writer.commit(removing(quads[0]), NOTE)
    assert reader.graph_hash() != expected


def test_a_snapshot_keeps_its_state_while_edits_go_on(writer: SqliteWriter, reader: SqliteReader) -> None:
    writer.commit(adding(quad(Literal("a"))), NOTE)
    with reader.snapshot() as snapshot:
        writer.commit(
            ChangeSet("Swap", removed=frozenset({quad(Literal("a"))}), added=frozenset({quad(Literal("b"))})), NOTE
        )
        assert (snapshot.seq, snapshot.quads) == (1, 1)
        assert b"".join(snapshot.chunks).decode() == nquad(quad(Literal("a"))) + "\n"


def test_a_snapshot_of_many_quads_has_every_line_once(writer: SqliteWriter, reader: SqliteReader) -> None:
    lines = sorted(nquad(quad(Literal(str(number)), subject=Iri(f"{DEMO}E{number}"))) for number in range(21_000))
    writer.import_nquads([("\n".join(lines) + "\n").encode()], "Many", NOTE)
    with reader.snapshot() as snapshot:
        chunks = list(snapshot.chunks)
    assert all(chunk.endswith(b"\n") for chunk in chunks)
    assert sorted(b"".join(chunks).decode().splitlines()) == lines


def test_any_thread_may_read(writer: SqliteWriter, reader: SqliteReader) -> None:
    writer.commit(adding(quad(Literal("a"))), NOTE)
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(len(list(reader.quads(Pattern())))))
    thread.start()
    thread.join()
    assert found == [1]


def test_snapshots_beside_edits_are_always_of_one_revision(writer: SqliteWriter, reader: SqliteReader) -> None:
    def watch() -> None:
        while not done.is_set():
            with reader.snapshot() as snapshot:
                seen.add((snapshot.seq, snapshot.quads, b"".join(snapshot.chunks).count(b"\n")))

    done = threading.Event()
    seen: set[tuple[int, int, int]] = set()
    thread = threading.Thread(target=watch)
    thread.start()
    for number in range(60):
        writer.commit(adding(*(quad(Literal(f"{part} of {number}")) for part in range(5))), NOTE)
    done.set()
    thread.join()
    assert seen
    assert all(quads == lines == 5 * seq for seq, quads, lines in seen)


def test_names_are_found_by_prefix_exact_first(writer: SqliteWriter, reader: SqliteReader) -> None:
    shear, shearing = Iri(DEMO + "A"), Iri(DEMO + "B")
    imported(
        writer,
        quad(language_literal("Shear rate", "en"), subject=shearing),
        quad(language_literal("Shear", "en"), subject=shear),
    )
    assert [candidate.iri for candidate in reader.named("shear", 10)] == [shear, shearing]
    assert reader.called("shear") == (shear,)
    assert reader.called("b") == (shearing,)
    assert reader.named("zz", 10) == ()


def test_words_are_found_in_names_and_texts(writer: SqliteWriter, reader: SqliteReader) -> None:
    imported(
        writer,
        quad(language_literal("Überstand 7.40", "de")),
        quad(Literal("Listen to the pump."), predicate=KG.statement),
    )
    assert [found.iri for found in reader.matching(("uber", "40"), 10, names_only=True)] == [P17]
    assert reader.matching(("pump",), 10, names_only=True) == ()
    assert [found.iri for found in reader.matching(("pump", "uber"), 10, names_only=False)] == [P17]
    assert reader.matching((), 10, names_only=False) == ()


def test_search_follows_edits(writer: SqliteWriter, reader: SqliteReader) -> None:
    old, new = quad(language_literal("alpha", "en")), quad(language_literal("omega", "en"))
    writer.commit(adding(old), NOTE)
    writer.commit(ChangeSet("Rename", removed=frozenset({old}), added=frozenset({new})), NOTE)
    assert reader.called("alpha") == ()
    assert reader.matching(("alpha",), 10, names_only=False) == ()
    assert reader.called("omega") == (P17,)
    imported(
        writer,
        quad(Literal("P-17 old"), predicate=SKOS.altLabel),
        quad(Literal("17", Iri(XSD + "integer")), predicate=SKOS.notation),
    )
    assert reader.called("p-17 old") == reader.called("17") == (P17,)
    writer.commit(removing(*reader.quads(Pattern(subject=P17))), NOTE)
    assert reader.matching(("omega",), 10, names_only=False) == ()
    assert reader.called("p17") == ()


def test_numbers_are_not_texts_to_search(writer: SqliteWriter, reader: SqliteReader) -> None:
    writer.commit(adding(quad(Literal("4711", Iri(XSD + "decimal")), predicate=KG.setpoint)), NOTE)
    assert reader.matching(("4711",), 10, names_only=False) == ()


def test_users_come_page_by_page_each_once(writer: SqliteWriter, reader: SqliteReader) -> None:
    site, at = Iri("https://e.org/site"), Iri("https://e.org/at")
    for name in "cab":
        quads = {Quad(Iri(f"https://e.org/{name}"), at, site, Iri(f"https://e.org/g{graph}")) for graph in (1, 2)}
        writer.commit(ChangeSet(name, added=frozenset(quads)), NOTE)
    first = reader.users(site, at, limit=2)
    assert [one[-1] for one in first] == ["c", "a"]
    assert [one[-1] for one in reader.users(site, at, limit=2, after=first[-1])] == ["b"]
    assert reader.users(site, Iri("https://e.org/other"), limit=2) == ()


def test_the_part_of_a_change_about_one_subject(writer: SqliteWriter, reader: SqliteReader) -> None:
    one, two = (
        Quad(Iri(f"https://e.org/{name}"), Iri("https://e.org/p"), Literal("x"), Iri("https://e.org/g"))
        for name in "ab"
    )
    writer.commit(ChangeSet("both", added=frozenset({one, two})), NOTE)
    assert reader.change(1, about=one.subject).added == {one}
    assert reader.change(1).added == {one, two}
    assert not reader.change(1, about=Iri("https://e.org/none"))


def test_bytes_are_kept_once_with_what_is_said_of_them(writer: SqliteWriter, reader: SqliteReader) -> None:
    said = Quad(Iri("https://e.org/a"), Iri("https://e.org/p"), Literal("x"), Iri("https://e.org/g"))
    assert writer.attach(b"bytes", ChangeSet("attach", added=frozenset({said})), NOTE) is not None
    assert writer.attach(b"bytes", ChangeSet("attach", added=frozenset({said})), NOTE) is None
    assert reader.attachment(hashlib.sha256(b"bytes").hexdigest()) == b"bytes"
    assert reader.attachment("0" * 64) is None

"""Random users: whatever they edit, import, undo, redo and reopen, the graph equals the replayed log and ``verify`` passes."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from kgapp.adapters.sqlite_record import files
from kgapp.adapters.sqlite_record.verify import verify
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound, UndoConflict
from kgapp.domain.history import Author, Note, Revision, RevisionKind
from kgapp.domain.terms import XSD, Iri, Literal, Quad, Term, language_literal, nquad
from kgapp.domain.vocabulary import KG, RDFS, SKOS
from kgapp.services import history
from kgapp.services.ports import Delta, Engine, Pattern
from kgapp.services.workspace import Workspace

BASE = Iri("https://w3id.org/kgapp/demo/")
SUBJECTS = st.sampled_from([Iri(f"{BASE}E{number}") for number in range(4)])
PREDICATES = st.sampled_from([RDFS.label, SKOS.altLabel, SKOS.notation, KG.setpoint, KG.forFactor])
TEXTS = st.sampled_from(["7.40", "7.4", "", "a|b", "Überstand", "\x00", "x y", '"', "shear rate", "Shear"])
VALUES: st.SearchStrategy[Term] = st.one_of(
    SUBJECTS,
    TEXTS.map(Literal),
    TEXTS.map(lambda text: language_literal(text, "de")),
    TEXTS.map(lambda text: Literal(text, Iri(XSD + "decimal"))),
)
QUADS = st.builds(Quad, SUBJECTS, PREDICATES, VALUES, st.sampled_from([Iri(BASE + "g1"), Iri(BASE + "g2")]))


class Follower:
    """Does what an engine does with a delta: replaces the objects of what was touched."""

    def __init__(self) -> None:
        self.objects: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self.reload = False

    def follow(self, delta: Delta) -> None:
        self.reload |= delta.previous < 0
        self.objects.update({(entry.subject, entry.predicate, entry.graph): entry.objects for entry in delta.entries})

    def load(self, chunks: Iterable[bytes]) -> None:
        self.objects = {}
        for line in b"".join(chunks).decode().splitlines():
            subject, predicate, rest = line.split(" ", 2)
            value, _, graph = rest[:-2].rpartition(" ")
            key = (subject, predicate, graph)
            self.objects[key] = (*self.objects.get(key, ()), value)
        self.reload = False

    def lines(self) -> set[str]:
        return {f"{s} {p} {value} {g} ." for (s, p, g), values in self.objects.items() for value in values}

    def close(self) -> None:
        """There is nothing to close."""


class Project(RuleBasedStateMachine):
    """One project file and what it should hold."""

    known = Bundle("known")

    @initialize()
    def create(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.kgproject"
        files.create(self.path, BASE)
        self.follower = Follower()
        self.expected: set[Quad] = set()
        self.open()

    def open(self) -> None:
        reader, writer = files.open_reader(self.path), files.open_writer(self.path)
        self.workspace = Workspace(reader, writer, cast("Engine", self.follower), Author("a", "b"))

    @rule(target=known, quads=st.frozensets(QUADS, max_size=4))
    def name_quads(self, quads: frozenset[Quad]) -> frozenset[Quad]:
        return quads

    @rule(added=known, removed=known)
    def edit(self, added: frozenset[Quad], removed: frozenset[Quad]) -> None:
        done = self.workspace.commit(ChangeSet("edit", removed, added), Note(self.workspace.author, "why"))
        before = frozenset(self.expected)
        self.expected = (self.expected - removed) | added
        assert (done is None) == (before == self.expected)

    @rule(quads=known)
    def add_file(self, quads: frozenset[Quad]) -> None:
        lines = "".join(f"{nquad(quad)}\n" for quad in quads).encode()
        self.workspace.import_nquads([lines], "import", Note(self.workspace.author, "why", RevisionKind.IMPORT))
        self.expected |= quads

    @rule()
    def undo(self) -> None:
        self.step(lambda: history.undo(self.workspace, "why"))

    @rule()
    def redo(self) -> None:
        self.step(lambda: history.redo(self.workspace, "why"))

    @rule(place=st.integers(1, 12))
    def undo_by_number(self, place: int) -> None:
        self.step(lambda: history.undo(self.workspace, "why", place))

    def step(self, revert: Callable[[], Revision]) -> None:
        before = self.workspace.reader.graph_hash()
        try:
            done = revert()
        except (NotFound, UndoConflict):
            assert self.workspace.reader.graph_hash() == before
            return
        assert done.note.reverts is not None
        reverted = self.workspace.reader.change(done.note.reverts)
        assert not reverted.removed & self.expected
        assert reverted.added <= self.expected
        self.expected = (self.expected - reverted.added) | reverted.removed

    @rule()
    def reopen(self) -> None:
        self.workspace.close()
        self.open()

    @rule()
    def check(self) -> None:
        found = verify(self.path)
        assert found.problems == ()
        assert found.graph_hash == self.workspace.reader.graph_hash()

    @invariant()
    def the_graph_is_as_expected(self) -> None:
        if hasattr(self, "workspace"):
            assert set(self.workspace.reader.quads(Pattern())) == self.expected
            assert self.workspace.reader.count() == len(self.expected)

    @invariant()
    def the_log_replays_to_the_graph(self) -> None:
        if hasattr(self, "workspace"):
            state: set[Quad] = set()
            for revision in reversed(self.workspace.reader.revisions()):
                change = self.workspace.reader.change(revision.seq)
                assert change.removed <= state
                assert not change.added & state
                state = (state - change.removed) | change.added
            assert state == self.expected

    @invariant()
    def a_follower_has_the_same_graph(self) -> None:
        if hasattr(self, "workspace"):
            with self.workspace.reader.snapshot() as snapshot:
                chunks = list(snapshot.chunks)
            if self.follower.reload:
                self.follower.load(chunks)
            assert (
                self.follower.lines()
                == set(b"".join(chunks).decode().splitlines())
                == {nquad(quad) for quad in self.expected}
            )

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.workspace.close()
            assert verify(self.path).problems == ()
            self.folder.cleanup()


Project.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestProject = Project.TestCase

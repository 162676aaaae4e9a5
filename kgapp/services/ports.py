"""What the services need from the outside; adapters implement these, ``bootstrap`` joins them.

Threads: a ``RecordReader`` may be used by any thread (each has a connection of its own), a ``RecordWriter`` by the writer thread only; an
``Engine`` may be called from any thread and blocks its caller, except for ``follow``, ``stop`` and ``end``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kgapp.domain.answers import Answer, Table
from kgapp.domain.changes import ChangeSet
from kgapp.domain.findings import Finding
from kgapp.domain.history import Note, Revision
from kgapp.domain.messages import Findings, Reasoned
from kgapp.domain.messages import ObjectsNow as ObjectsNow  # noqa: PLC0414 - re-exported: part of Delta
from kgapp.domain.syntaxes import Syntax
from kgapp.domain.terms import Iri, Literal, Quad, Term
from kgapp.services.term_uses import CountsUse
from kgapp.services.watch import Watch


@dataclass(frozen=True, slots=True)
class ProjectMeta:
    """What a project file says about itself; of an endpoint, ``endpoint`` is the address and ``path`` its name, else its host."""

    path: Path
    project_id: str
    base: Iri
    prefixes: tuple[tuple[str, Iri], ...]
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Delta:
    """What an engine at any earlier state must replace to be at revision ``seq``: idempotent (DESIGN: engine sync)."""

    seq: int
    previous: int
    entries: tuple[ObjectsNow, ...]


@dataclass(frozen=True, slots=True)
class Committed:
    """What a commit did: the revision, its effective change and what an engine must follow."""

    revision: Revision
    change: ChangeSet
    delta: Delta


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The present state as N-Quads in chunks of whole lines, all of revision ``seq`` (0 = empty project)."""

    seq: int
    quads: int
    chunks: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A quad pattern; ``None`` matches everything."""

    subject: Iri | None = None
    predicate: Iri | None = None
    object: Term | None = None
    graph: Iri | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a search found, with the words of its names (folded), to be ranked."""

    iri: Iri
    labels: tuple[str, ...]
    synonyms: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Having:
    """A test of things: one of ``values`` is a value of ``predicate``, or, without values, there is any; ``lacking`` turns it round."""

    predicate: Iri
    values: tuple[Iri, ...] = ()
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing of a list, and whether it is no longer used."""

    iri: Iri
    retired: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One thing leads to another by a property, in whichever graphs."""

    subject: Iri
    predicate: Iri
    object: Iri


class RecordReader(CountsUse, Protocol):
    """The present state and the history of one project file."""

    def meta(self) -> ProjectMeta: ...
    def head(self) -> Revision | None: ...
    def count(self) -> int: ...
    def graphs(self) -> tuple[tuple[Iri, int], ...]:
        """Graphs with their number of quads, by name."""
        ...

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        """The quads that match, complete at the moment of the call: a commit during the iteration changes nothing."""
        ...

    def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
        """The quads that match any of the patterns, each once: an endpoint is asked for all of them together."""
        ...

    def holds(self, quads: Iterable[Quad]) -> frozenset[Quad]:
        """Those of the quads that are in the graph now."""
        ...

    def usage(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """In how many quads the entity is the object, by predicate."""
        ...

    def users(self, entity: Iri, predicate: Iri, *, limit: int, after: Iri | None = None) -> tuple[Iri, ...]:
        """The subjects that have the entity as this property's value, each once, in the order they came into the project.

        With ``after``, those behind that one.
        """
        ...

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        """The best label of each IRI that has one: rdfs:label, then skos:prefLabel; English before others."""
        ...

    def literals(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[tuple[Iri, Literal], ...]]:
        """The predicates and literals of each IRI that has some."""
        ...

    def types(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]: ...
    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """What has one of these classes as rdf:type (no inference), by IRI."""
        ...

    def listed(self, having: tuple[Having, ...], *, limit: int, offset: int = 0) -> tuple[Listed, ...]:
        """The things that pass all tests, by label then id, those no longer used last, from a place in that order.

        The first test is not a lacking one, and the one that fewest things pass makes it quick.
        """
        ...

    def count_of(self, having: tuple[Having, ...]) -> int:
        """How many things pass all tests."""
        ...

    def tally(self, predicate: Iri, objects: Iterable[Iri], *, having: tuple[Having, ...] = ()) -> Mapping[Iri, int]:
        """How many things (that pass all tests) have each of these as a value of a property; others are left out."""
        ...

    def values_of(self, having: tuple[Having, ...], predicate: Iri) -> Mapping[Iri, int]:
        """The things that are a value of a property of what passes all tests, and of how many each is."""
        ...

    def classes(self) -> Mapping[Iri, int]:
        """Every class that something belongs to (no inference), and how many things do."""
        ...

    def revisions(
        self, *, entity: Iri | None = None, limit: int = 200, before: int | None = None
    ) -> tuple[Revision, ...]:
        """Newest first; with ``entity`` only those that changed quads with that subject."""
        ...

    def revision(self, seq: int) -> Revision:
        """Raises ``NotFound``."""
        ...

    def change(self, seq: int, *, about: Iri | None = None, limit: int | None = None) -> ChangeSet:
        """The effective change of a revision, or the part of it that has this subject. Raises ``NotFound``.

        With ``limit``, at most so many removed statements and so many added ones, subject by subject.
        """
        ...

    def net(self, start: int, end: int, *, limit: int | None = None) -> ChangeSet:
        """What the revisions after ``start`` up to ``end`` changed in all; what was changed back is left out.

        With ``limit``, at most so many statements.
        """
        ...

    def graph_hash(self) -> str:
        """SHA-256 over the sorted N-Quads lines of all asserted graphs, each ended by a newline; cached per revision."""
        ...

    def named(self, name: str, limit: int) -> tuple[Candidate, ...]:
        """Entities with a name (label, synonym, id) that begins with this folded one, exact names first."""
        ...

    def called(self, name: str) -> tuple[Iri, ...]:
        """Entities with exactly this folded name (label, synonym or id), by IRI."""
        ...

    def words(self) -> tuple[str, ...]:
        """The words of all names (labels, synonyms, ids), folded, each once; of at most 200,000 names. Cached per revision."""
        ...

    def matching(self, tokens: tuple[str, ...], limit: int, *, names_only: bool) -> tuple[Candidate, ...]:
        """Entities that have a word beginning with each folded token, in their names or anywhere, in no order."""
        ...

    def outgoing(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things of the project an entity leads to, by property; classes and controlled words are no things."""
        ...

    def incoming(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things lead to an entity, by property, but for what it is the class of."""
        ...

    def values(self, entity: Iri, predicate: Iri, *, limit: int) -> tuple[Iri, ...]:
        """The first things of the project that an entity leads to by a property, each once."""
        ...

    def degrees(self, things: Iterable[Iri], *, limit: int) -> Mapping[Iri, int]:
        """In how many quads each thing stands; beyond ``limit`` on either side it is no longer counted."""
        ...

    def around(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link between one of these things and another thing of the project; bound the things by ``degrees``."""
        ...

    def between(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link among these things."""
        ...

    def views(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Names and contents of the saved views of a kind, by name; the contents are untrusted."""
        ...

    def attachment(self, sha256: str) -> bytes | None:
        """The bytes kept under a SHA-256 digest (hex); ``None`` when there are none. They may have been altered."""
        ...

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """A consistent copy to stream, on a connection of its own: may run in any thread, beside edits."""
        ...

    def close(self) -> None: ...


class RecordWriter(Protocol):
    """The only way to alter a project file."""

    def commit(self, change: ChangeSet, note: Note) -> Committed | None:
        """Commit the effective part in one transaction; ``None`` when nothing would change."""
        ...

    def attach(self, content: bytes, change: ChangeSet, note: Note) -> Committed | None:
        """Keep bytes (at most 100 MB) once and commit what is said of them in one transaction; ``None`` as ``commit``."""
        ...

    def import_nquads(self, chunks: Iterable[bytes], summary: str, note: Note) -> Committed | None:
        """Add N-Quads (canonical, whole lines per chunk, no blank nodes, every line with a graph) as one revision.

        All or nothing. Of a large import the answer leaves out the change, and its delta is empty with
        ``previous`` = -1: engines then reload.
        """
        ...

    def keep_view(self, name: str, kind: str, content: str) -> None:
        """Keep a view, in place of one of the same kind and name; no revision. Raises ``BadInput``."""

    def drop_view(self, name: str, kind: str) -> None:
        """Delete a view. Raises ``NotFound``."""

    def rename_view(self, name: str, kind: str, to: str) -> None:
        """Call a view differently. Raises ``NotFound`` or, when the name is taken or cannot be one, ``BadInput``."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class RdfSource:
    """An RDF file that is there: its syntax and the SHA-256 of its bytes, in hex."""

    path: Path
    syntax: Syntax
    sha256: str


class RdfFiles(Protocol):
    """RDF files on disk; their content is read and written by children only."""

    def look(self, path: Path) -> RdfSource:
        """What a file is, from outside. Raises ``BadInput`` with a sentence when it is no RDF file."""
        ...

    def quads(self, source: RdfSource, base: Iri, graph: Iri) -> Iterator[bytes]:
        """The content as canonical N-Quads in chunks of whole lines, without blank nodes.

        ``graph`` receives what is in no graph. Raises ``BadInput`` with the place of what cannot be read.
        """
        ...

    def write(self, target: RdfTarget, lines: Iterable[bytes]) -> int:
        """Write N-Quads chunks to a file, whole or not at all; returns the number of statements.

        Raises ``BadInput`` naming the statement that the syntax cannot say.
        """
        ...


@dataclass(frozen=True, slots=True)
class RdfTarget:
    """A file to write. ``prefixes`` are for syntaxes that know them; ``genid`` restores blank nodes under that prefix if given."""

    path: Path
    syntax: Syntax
    prefixes: tuple[tuple[str, Iri], ...] = ()
    genid: str = ""


class SparqlSource(Protocol):
    """Something that answers SPARQL: the engine, or a remote endpoint."""

    def select(self, query: str, *, timeout_s: float = 60.0) -> Table:
        """All rows, complete. Raises ``QueryTimeout``, ``QueryFailed``, ``QueryRefused`` or ``IncompleteAnswer``."""
        ...

    def answer(self, query: str, *, timeout_s: float = 60.0) -> AbstractContextManager[Answer]:
        """The answer of a query of any form, page by page; the limit counts the time spent on finding and fetching it."""
        ...


class Engine(SparqlSource, Protocol):
    """The index in a child process that follows the record."""

    def start(self) -> None:
        """Begin loading in the background; returns at once. Requests start it too."""

    def follow(self, delta: Delta) -> None:
        """Take over a commit; returns at once. Later requests see it; a gap makes the engine reload."""
        ...

    def stop(self) -> None:
        """Kill what runs; the next request starts a new child. Callable from any thread."""

    def end(self) -> None:
        """Kill what runs, for good: later requests are refused. Returns at once; callable from any thread."""

    def close(self) -> None: ...


class ShapeChecker(Protocol):
    """Checks statements against shapes, in child processes."""

    def whole(self, chunks: Iterable[bytes], shapes: Path | None, watch: Watch) -> Findings:
        """Check all statements (N-Quads, whole lines per chunk) against the shipped shapes, or against those of a file.

        ``watch`` is told how many of the checks to make are made. Raises ``BadInput`` for shapes that cannot be used,
        ``QueryTimeout`` when it takes too long, ``QueryStopped`` when it was told to stop and ``ChildDied``.
        """
        ...

    def piece(self, nquads: bytes, focus: tuple[Iri, ...]) -> tuple[Finding, ...]:
        """Check some nodes within a small piece of a graph, fast. Raises ``ChildDied``, also when closed meanwhile."""
        ...

    def fingerprint(self) -> str:
        """A digest of the shipped shapes and of what they are read with: findings of others are no longer valid."""
        ...

    def stop(self) -> None:
        """End the check of a piece that runs, and check no more; returns at once, callable from any thread."""

    def close(self) -> None:
        """Stop, and wait until nothing is left."""


class Reasoner(Protocol):
    """Looks for contradictions between statements and the shipped ontology."""

    def reason(self, chunks: Iterable[bytes], *, explain: bool) -> Reasoned:
        """Reason over N-Quads, whole lines per chunk. Raises ``Missing``, ``BadInput``, ``QueryTimeout``, ``QueryStopped``."""
        ...

    def stop(self) -> None:
        """End what runs or is about to, for good; returns at once, callable from any thread."""

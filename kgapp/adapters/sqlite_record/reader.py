"""Reading a project file: the present state, the history, and copies of the whole to stream."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kgapp.adapters.sqlite_record import chain, connections, kept_views, links, search_index, search_rows
from kgapp.adapters.sqlite_record.errors import translated
from kgapp.adapters.sqlite_record.listing import Listing
from kgapp.adapters.sqlite_record.snapshots import chunks, lines
from kgapp.adapters.sqlite_record.term_table import Ids, Rows, TermTable, batches
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import NotFound
from kgapp.domain.history import Revision
from kgapp.domain.names import LABELS
from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import Iri, Literal, Quad, Term, parse
from kgapp.domain.vocabulary import RDF
from kgapp.services.ports import Candidate, Having, Link, Listed, Pattern, ProjectMeta, Snapshot
from kgapp.services.term_uses import TermUse

_ALL = "SELECT s, p, o, g FROM quad"
_NET = (
    "SELECT s, p, o, g FROM change WHERE seq > ? AND seq <= ? GROUP BY s, p, o, g"
    " HAVING sum(CASE op WHEN 'A' THEN 1 ELSE -1 END) = ? LIMIT ?"
)


class SqliteReader:
    """The read-only side of a project file; each thread that reads has a connection of its own."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connections = connections.PerThread(path, connection)
        self._hashes: dict[str, str] = {}
        self._words: tuple[str, tuple[str, ...]] | None = None

    def meta(self) -> ProjectMeta:
        """What the file says about itself."""
        with translated(self._path):
            return project_meta(self._path, self._connection)

    def head(self) -> Revision | None:
        """The newest revision; ``None`` in an empty project."""
        found = self._revisions("ORDER BY seq DESC LIMIT 1")
        return found[0] if found else None

    def count(self) -> int:
        """Quads now, from the counts of the revisions."""
        return int(self._all("SELECT coalesce(sum(added_count - removed_count), 0) FROM revision")[0][0])

    def graphs(self) -> tuple[tuple[Iri, int], ...]:
        """Graphs with their number of quads, by name."""
        rows = self._all(
            "SELECT form, n FROM (SELECT g, count(*) n FROM quad GROUP BY g) JOIN term ON id = g ORDER BY form"
        )
        return tuple((Iri(form[1:-1]), n) for form, n in rows)

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        """The quads that match, complete at the moment of the call: later commits do not disturb the iteration."""
        with translated(self._path):
            terms = TermTable(self._connection)
            bound: list[int] = []
            tests: list[str] = []
            for column, term in zip(
                "spog", (pattern.subject, pattern.predicate, pattern.object, pattern.graph), strict=True
            ):
                if term is None:
                    continue
                number = terms.id_of(term)
                if number is None:
                    return iter(())
                tests.append(f"{column} = ?")
                bound.append(number)
            where = f" WHERE {' AND '.join(tests)}" if tests else ""
            rows = Rows(self._connection.execute(f"{_ALL}{where} LIMIT ?", (*bound, -1 if limit is None else limit)))
        return terms.quads(rows)

    def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
        """The quads that match any of the patterns, each once."""
        return iter(dict.fromkeys(quad for pattern in patterns for quad in self.quads(pattern)))

    def holds(self, quads: Iterable[Quad]) -> frozenset[Quad]:
        """Those of the quads that are in the graph now."""
        with translated(self._path):
            return TermTable(self._connection).held(quads)

    def usage(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """In how many quads the entity is the object, by predicate."""
        rows = self._all(
            "SELECT form, n FROM (SELECT p, count(*) n FROM quad WHERE o = (SELECT id FROM term WHERE form = ?) GROUP BY p)"
            " JOIN term ON id = p ORDER BY form",
            f"<{entity}>",
        )
        return tuple((Iri(form[1:-1]), n) for form, n in rows)

    def users(self, entity: Iri, predicate: Iri, *, limit: int, after: Iri | None = None) -> tuple[Iri, ...]:
        """The subjects that have the entity as this property's value, each once, in the order they came into the project."""
        rows = self._all(
            "SELECT form FROM (SELECT DISTINCT s FROM quad WHERE o = (SELECT id FROM term WHERE form = ?)"
            " AND p = (SELECT id FROM term WHERE form = ?)"
            " AND s > coalesce((SELECT id FROM term WHERE form = ?), 0) ORDER BY s LIMIT ?) JOIN term ON id = s ORDER BY s",
            f"<{entity}>",
            f"<{predicate}>",
            f"<{after}>" if after is not None else "",
            limit,
        )
        return tuple(Iri(form[1:-1]) for (form,) in rows)

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        """The best label of each IRI that has one: rdfs:label, then skos:prefLabel; English before others."""
        best: dict[Iri, tuple[int, int, str, str]] = {}
        for rank, predicate in enumerate(LABELS):
            for subject, value in self._objects(iris, predicate):
                if isinstance(value, Literal):
                    key = (rank, _language_rank(value.language), value.language, value.lexical)
                    best[subject] = min(best.get(subject, key), key)
        return {subject: key[3] for subject, key in best.items()}

    def literals(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[tuple[Iri, Literal], ...]]:
        """The predicates and literals of each IRI that has some."""
        with translated(self._path):
            subjects = TermTable(self._connection).ids_of({f"<{iri}>" for iri in iris})
            found: dict[Iri, list[tuple[Iri, Literal]]] = {}
            for subject, predicate, form in search_index.literals(self._connection, subjects.values()):
                value = parse(form)
                assert isinstance(value, Literal)
                found.setdefault(Iri(subject[1:-1]), []).append((Iri(predicate[1:-1]), value))
        return {subject: tuple(pairs) for subject, pairs in found.items()}

    def types(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        """The asserted classes of each IRI that has some, by IRI."""
        found: dict[Iri, set[Iri]] = {}
        for subject, value in self._objects(iris, RDF.type):
            if isinstance(value, str):
                found.setdefault(subject, set()).add(value)
        return {subject: tuple(sorted(classes)) for subject, classes in found.items()}

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """What has one of these classes as rdf:type (no inference), by IRI."""
        found = {
            quad.subject for wanted in set(classes) for quad in self.quads(Pattern(predicate=RDF.type, object=wanted))
        }
        return tuple(sorted(found))

    def listed(self, having: tuple[Having, ...], *, limit: int, offset: int = 0) -> tuple[Listed, ...]:
        """The things that pass all tests, by label then id, those no longer used last, from a place in that order."""
        with translated(self._path):
            return Listing(self._connection).page(having, limit, offset)

    def count_of(self, having: tuple[Having, ...]) -> int:
        """How many things pass all tests."""
        with translated(self._path):
            return Listing(self._connection).count(having)

    def tally(self, predicate: Iri, objects: Iterable[Iri], *, having: tuple[Having, ...] = ()) -> Mapping[Iri, int]:
        """How many things (that pass all tests) have each of these as a value of a property; others are left out."""
        with translated(self._path):
            return Listing(self._connection).tally(predicate, objects, having)

    def values_of(self, having: tuple[Having, ...], predicate: Iri) -> Mapping[Iri, int]:
        """The things that are a value of a property of what passes all tests, and of how many each is."""
        with translated(self._path):
            return Listing(self._connection).values(having, predicate)

    def classes(self) -> Mapping[Iri, int]:
        """Every class that something belongs to (no inference), and how many things do."""
        with translated(self._path):
            return Listing(self._connection).classes()

    def term_uses(self) -> tuple[TermUse, ...]:
        """How many things of each class, and of all, have each property."""
        with translated(self._path):
            return Listing(self._connection).uses()

    def revisions(
        self, *, entity: Iri | None = None, limit: int = 200, before: int | None = None
    ) -> tuple[Revision, ...]:
        """Newest first; with ``entity`` only those that changed quads with that subject."""
        tests = "WHERE seq < ?"
        bound: list[object] = [before if before is not None else 2**62]
        if entity is not None:
            tests += " AND seq IN (SELECT seq FROM change WHERE s = (SELECT id FROM term WHERE form = ?))"
            bound.append(f"<{entity}>")
        return tuple(self._revisions(f"{tests} ORDER BY seq DESC LIMIT ?", *bound, limit))

    def revision(self, seq: int) -> Revision:
        """Raises ``NotFound``."""
        found = self._revisions("WHERE seq = ?", seq)
        if not found:
            newest = self.head()
            known = f"The newest is {newest.seq}." if newest else "This project has none yet."
            raise NotFound(f"There is no revision {seq}. {known}", hint="kgapp history lists them.")
        return found[0]

    def change(self, seq: int, *, about: Iri | None = None, limit: int | None = None) -> ChangeSet:
        """The effective change of a revision, or the part of it that has this subject. Raises ``NotFound``."""
        summary = self.revision(seq).summary
        only = "" if about is None else " AND s = (SELECT id FROM term WHERE form = ?)"
        bound = () if about is None else (f"<{about}>",)
        parts: dict[str, frozenset[Quad]] = {}
        for op in "DA":
            sql = f"SELECT s, p, o, g FROM change WHERE seq = ? AND op = ?{only} LIMIT ?"  # noqa: S608  (constants)
            rows: list[Ids] = self._all(sql, seq, op, *bound, -1 if limit is None else limit)
            parts[op] = frozenset(TermTable(self._connection).quads(rows))
        return ChangeSet(summary, removed=parts["D"], added=parts["A"])

    def net(self, start: int, end: int, *, limit: int | None = None) -> ChangeSet:
        """What the revisions after ``start`` up to ``end`` changed in all: a statement comes and goes in turns."""
        parts: dict[int, frozenset[Quad]] = {}
        for sign in (-1, 1):
            rows: list[Ids] = self._all(_NET, start, end, sign, -1 if limit is None else limit)
            parts[sign] = frozenset(TermTable(self._connection).quads(rows))
        return ChangeSet(f"From revision {start} to {end}", removed=parts[-1], added=parts[1])

    def graph_hash(self) -> str:
        """SHA-256 over the sorted N-Quads lines of all asserted graphs, each ended by a newline; cached per revision."""
        with translated(self._path), self._transaction():
            head = self.head()
            key = head.hash if head else ""
            if key not in self._hashes:
                total = hashlib.sha256()
                for line in sorted_in_parts(list(lines(self._connection, Rows(self._connection.execute(_ALL))))):
                    total.update(line)
                self._hashes[key] = total.hexdigest()
            return self._hashes[key]

    def named(self, name: str, limit: int) -> tuple[Candidate, ...]:
        """Entities with a name (label, synonym, id) that begins with this folded one, exact names first."""
        with translated(self._path):
            return search_rows.named(self._connection, name, limit)

    def called(self, name: str) -> tuple[Iri, ...]:
        """Entities with exactly this folded name (label, synonym or id), by IRI."""
        rows = self._all("SELECT form FROM name JOIN term ON id = entity WHERE folded = ? ORDER BY form", name)
        return tuple(Iri(form[1:-1]) for (form,) in rows)

    def words(self) -> tuple[str, ...]:
        """The words of all names, folded, each once; of at most 200,000 names. Cached per revision."""
        with translated(self._path):
            head = self.head()
            key = head.hash if head else ""
            kept = self._words
            if kept is None or kept[0] != key:
                kept = self._words = (key, search_rows.words(self._connection))
            return kept[1]

    def matching(self, tokens: tuple[str, ...], limit: int, *, names_only: bool) -> tuple[Candidate, ...]:
        """Entities that have a word beginning with each token, in their names or anywhere, in no order."""
        with translated(self._path):
            return search_rows.matching(self._connection, tokens, limit, names_only=names_only)

    def outgoing(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things of the project an entity leads to, by property."""
        with translated(self._path):
            return links.outgoing(self._connection, entity)

    def incoming(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things lead to an entity, by property."""
        with translated(self._path):
            return links.incoming(self._connection, entity)

    def values(self, entity: Iri, predicate: Iri, *, limit: int) -> tuple[Iri, ...]:
        """The first things of the project that an entity leads to by a property."""
        with translated(self._path):
            return links.values(self._connection, entity, predicate, limit)

    def degrees(self, things: Iterable[Iri], *, limit: int) -> Mapping[Iri, int]:
        """In how many quads each thing stands; beyond ``limit`` on either side it is no longer counted."""
        with translated(self._path):
            return links.degrees(self._connection, things, limit)

    def around(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link between one of these things and another thing of the project."""
        with translated(self._path):
            return links.around(self._connection, things)

    def between(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link among these things."""
        with translated(self._path):
            return links.between(self._connection, things)

    def views(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Names and contents of the saved views of a kind, by name."""
        with translated(self._path):
            return kept_views.views(self._connection, kind)

    def attachment(self, sha256: str) -> bytes | None:
        """The bytes kept under a digest; ``None`` when there are none. They may have been altered: compare the digest."""
        found = self._all("SELECT content FROM attachment WHERE sha256 = ?", sha256)
        return bytes(found[0][0]) if found else None

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """A consistent copy to stream, on a connection of its own: may run in any thread, beside edits.

        The row numbers are read at once, so no reading blocks a commit for longer than that; terms never change.
        """
        with translated(self._path):
            connection = connections.reader(self._path)
            try:
                connection.execute("BEGIN")
                seq = int(connection.execute("SELECT coalesce(max(seq), 0) FROM revision").fetchone()[0])
                rows = Rows(connection.execute(_ALL))
                connection.execute("COMMIT")
                yield Snapshot(seq, len(rows), chunks(connection, rows))
            finally:
                connection.close()

    def close(self) -> None:
        """Close all connections; nothing may be reading."""
        self._connections.close()

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._connections.here()

    def _objects(self, iris: Iterable[Iri], predicate: Iri) -> Iterator[tuple[Iri, Term]]:
        with translated(self._path):
            terms = TermTable(self._connection)
            number = terms.id_of(predicate)
            subjects = {} if number is None else terms.ids_of({f"<{iri}>" for iri in iris})
            for batch in batches(subjects.values()):
                where = f"s IN ({','.join('?' * len(batch))}) AND p = ?"
                for quad in terms.quads(Rows(self._connection.execute(f"{_ALL} WHERE {where}", (*batch, number)))):
                    yield quad.subject, quad.object

    def _revisions(self, rest: str, *bound: object) -> list[Revision]:
        return [chain.revision(row) for row in self._all(f"SELECT {chain.COLUMNS} FROM revision {rest}", *bound)]  # noqa: S608  (constants)

    def _all(self, sql: str, *bound: object) -> list[Any]:
        with translated(self._path):
            return self._connection.execute(sql, bound).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")


def project_meta(path: Path, connection: sqlite3.Connection) -> ProjectMeta:
    """What a project file says about itself; ``prefixes`` are sorted by prefix."""
    values = dict(connection.execute("SELECT key, value FROM meta"))
    prefixes = tuple(
        sorted((key.removeprefix("prefix:"), Iri(value)) for key, value in values.items() if key.startswith("prefix:"))
    )
    return ProjectMeta(path, values["project_id"], Iri(values["base"]), prefixes)


def _language_rank(language: str) -> int:
    if language == "en" or language.startswith("en-"):
        return 0
    return 2 if language else 1

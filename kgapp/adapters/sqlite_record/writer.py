"""The only way to alter a project file: one transaction for revision, change, quads and search tables.

Guarantees: a commit that returned is on the disk; one that raised altered nothing; revisions are numbered without gaps.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kgapp.adapters.sqlite_record import bulk, chain, heads, kept_views, search_index
from kgapp.adapters.sqlite_record.errors import translated
from kgapp.adapters.sqlite_record.lock import WriterLock
from kgapp.adapters.sqlite_record.reader import project_meta
from kgapp.adapters.sqlite_record.term_table import Ids, TermTable, parts
from kgapp.domain import changes
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadTerm
from kgapp.domain.history import Note, Revision
from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import Quad, Term, ntriples, parse
from kgapp.services.ports import Committed, Delta, ObjectsNow

_MOST_FOLLOWED: Final = 20_000
"""Of a larger change an engine is only told that it must load again, which is quicker."""

_RELOAD: Final = -1


class SqliteWriter:
    """The writing side of a project file; holds its lock until closed. Used by the writer thread only."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._terms = TermTable(connection)

    def commit(self, change: ChangeSet, note: Note) -> Committed | None:
        """Commit the effective part in one transaction; ``None`` when nothing would change.

        Raises ``BadTerm`` for a term that cannot be written, before anything is altered.
        """
        _check(change, note)
        with self._transaction():
            done = self._commit(change, note)
        return self._remembered(done)

    def attach(self, content: bytes, change: ChangeSet, note: Note) -> Committed | None:
        """Keep bytes, once, and commit what is said of them in the same transaction; ``None`` when that changes nothing.

        Raises ``BadTerm`` as ``commit``.
        """
        _check(change, note)
        sha256 = hashlib.sha256(content).hexdigest()
        with self._transaction():
            self._connection.execute(
                "INSERT OR IGNORE INTO attachment (sha256, content) VALUES (?, ?)", (sha256, content)
            )
            done = self._commit(change, note)
        return self._remembered(done)

    def import_nquads(self, chunks: Iterable[bytes], summary: str, note: Note) -> Committed | None:
        """Add N-Quads (canonical, whole lines per chunk, no blank nodes, every line with a graph) as one revision.

        All or nothing: the chunks are read to their end before the file is touched. Raises ``BadInput`` for a line that is
        not canonical.
        """
        lines = bulk.read(chunks)
        with self._transaction():
            found = bulk.only_new(self._connection, lines)
            added = len(found.rows)
            if not added:
                return None
            revision = self._append(note, summary, (0, added), found.digest)
            bulk.write(self._connection, revision.seq, found)
        heads.remember(self._project_id(), revision.hash)
        return Committed(revision, ChangeSet(summary), Delta(revision.seq, _RELOAD, ()))

    def keep_view(self, name: str, kind: str, content: str) -> None:
        """Keep a view, in place of one of the same kind and name."""
        with self._transaction():
            kept_views.keep(self._connection, name, kind, content)

    def drop_view(self, name: str, kind: str) -> None:
        """Delete a view. Raises ``NotFound``."""
        with self._transaction():
            kept_views.drop(self._connection, name, kind)

    def rename_view(self, name: str, kind: str, to: str) -> None:
        """Call a view differently. Raises ``NotFound`` or ``BadInput``."""
        with self._transaction():
            kept_views.rename(self._connection, name, kind, to)

    def close(self) -> None:
        """Close the file, then give the lock back; the empty journal goes unless somebody reads just now. Twice is harmless."""
        with contextlib.suppress(sqlite3.OperationalError, sqlite3.ProgrammingError):
            self._connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        self._connection.close()
        self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _commit(self, change: ChangeSet, note: Note) -> Committed | None:
        effective = change.effective(self._terms.held(change.removed | change.added))
        if not effective:
            return None
        ids = self._known_ids(effective)
        quads = effective.removed | effective.added
        touched = {ids[f"<{quad.subject}>"] for quad in quads}
        before = search_index.documents(self._connection, touched)
        counts = (len(effective.removed), len(effective.added))
        digest = changes.digest(changes.patch_lines(effective))
        revision = self._append(note, effective.summary, counts, digest)
        self._write(revision.seq, "D", effective.removed, ids)
        self._write(revision.seq, "A", effective.added, ids)
        search_index.replace(self._connection, before, search_index.documents(self._connection, touched))
        if len(quads) > _MOST_FOLLOWED:
            return Committed(revision, effective, Delta(revision.seq, _RELOAD, ()))
        entries = tuple(self._objects_now({(quad.subject, quad.predicate, quad.graph) for quad in quads}, ids))
        return Committed(revision, effective, Delta(revision.seq, revision.seq - 1, entries))

    def _remembered(self, done: Committed | None) -> Committed | None:
        if done is not None:
            heads.remember(self._project_id(), done.revision.hash)
        return done

    def _known_ids(self, change: ChangeSet) -> dict[str, int]:
        forms = _forms(change)
        ids = self._terms.ids_of(forms)
        for form in sorted(forms - ids.keys()):
            ids[form] = int(
                self._connection.execute("INSERT INTO term (form) VALUES (?) RETURNING id", (form,)).fetchone()[0]
            )
        return ids

    def _append(self, note: Note, summary: str, counts: tuple[int, int], digest: str) -> Revision:
        last = self._connection.execute("SELECT seq, hash FROM revision ORDER BY seq DESC LIMIT 1").fetchone()
        meta = project_meta(self._path, self._connection)
        seq, previous = last or (0, chain.first_hash(meta.project_id, meta.base))
        now = datetime.now(UTC)
        row = chain.sealed(
            (
                seq + 1,
                now.isoformat(timespec="microseconds"),
                now.astimezone().isoformat()[-6:],
                note.author.name,
                note.author.identity,
                note.why,
                summary,
                str(note.kind),
                note.source_digest,
                note.reverts,
                *counts,
                digest,
                previous,
                "",
            )
        )
        marks = ",".join("?" * len(row))
        self._connection.execute(f"INSERT INTO revision ({chain.COLUMNS}) VALUES ({marks})", row)  # noqa: S608  (constants)
        return chain.revision(row)

    def _write(self, seq: int, op: str, quads: frozenset[Quad], ids: dict[str, int]) -> None:
        rows = sorted_in_parts([_whole(quad, ids) for quad in quads])
        self._connection.executemany(
            "INSERT INTO change (seq, s, p, o, g, op) VALUES (?, ?, ?, ?, ?, ?)", ((seq, *row, op) for row in rows)
        )
        if op == "A":
            self._connection.executemany("INSERT INTO quad (s, p, o, g) VALUES (?, ?, ?, ?)", rows)
        else:
            self._connection.executemany("DELETE FROM quad WHERE s = ? AND p = ? AND o = ? AND g = ?", rows)

    def _objects_now(self, touched: Iterable[tuple[str, str, str]], ids: dict[str, int]) -> Iterator[ObjectsNow]:
        for subject, predicate, graph in sorted(touched):
            rows = self._connection.execute(
                "SELECT form FROM quad JOIN term ON id = o WHERE s = ? AND p = ? AND g = ? ORDER BY form",
                (ids[f"<{subject}>"], ids[f"<{predicate}>"], ids[f"<{graph}>"]),
            )
            yield ObjectsNow(f"<{subject}>", f"<{predicate}>", f"<{graph}>", tuple(row[0] for row in rows))

    def _project_id(self) -> str:
        return str(self._connection.execute("SELECT value FROM meta WHERE key = 'project_id'").fetchone()[0])


def _check(change: ChangeSet, note: Note) -> None:
    terms: set[Term] = set()
    for quad in change.removed | change.added:
        terms.update(parts(quad))
    for term in terms:
        form = ntriples(term)
        if not _encodes(form) or parse(form) != term:
            raise BadTerm(f"{form[:80]!a} cannot be written as an RDF term.")
    for text in (change.summary, note.why, note.author.name, note.author.identity, note.source_digest):
        if not _encodes(text):
            raise BadTerm(
                f"{text[:80]!a} holds a character that is no Unicode character.",
                hint="Write it again without that character.",
            )


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _forms(change: ChangeSet) -> set[str]:
    return {ntriples(term) for quad in change.removed | change.added for term in parts(quad)}


def _whole(quad: Quad, ids: dict[str, int]) -> Ids:
    return ids[f"<{quad.subject}>"], ids[f"<{quad.predicate}>"], ids[ntriples(quad.object)], ids[f"<{quad.graph}>"]

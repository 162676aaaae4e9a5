"""An open project: its record, its engine, and what happens when it changes.

Guarantees: a change reaches the record first and whole; then the engine is told, then listeners. A failed
commit alters nothing and tells nobody. What is sealed (closed assessments, signed verdicts) is never altered. The
engine starts on the first request that needs it, never for reading, editing or history. Closing twice is harmless.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import ReadOnly
from kgapp.domain.history import Author, Note, Revision
from kgapp.services import sealing
from kgapp.services.events import ChangeCommitted, Events
from kgapp.services.ports import Committed, Engine, RecordReader, RecordWriter


class Workspace:
    """One open project. ``writer`` is ``None`` when somebody else writes; ``read_only_because`` then says who.

    ``endpoint`` is the address of what is read in the place of a file.
    """

    def __init__(
        self,
        reader: RecordReader,
        writer: RecordWriter | None,
        engine: Engine,
        author: Author,
        read_only_because: str = "",
        endpoint: str = "",
    ) -> None:
        self.reader = reader
        self.engine = engine
        self.author = author
        self.events = Events()
        self.read_only_because = read_only_because
        self.endpoint = endpoint
        self._writer = writer

    @property
    def writable(self) -> bool:
        """Whether this instance may commit."""
        return self._writer is not None

    def commit(self, change: ChangeSet, note: Note) -> Revision | None:
        """Commit the effective part of a change; ``None`` when nothing would change. Raises ``ReadOnly`` or ``Sealed``."""
        writer = self._writing()
        sealing.check(self.reader, change, note)
        return self._told(writer.commit(change, note))

    def attach(self, content: bytes, change: ChangeSet, note: Note) -> Revision | None:
        """Keep bytes and commit what is said of them; ``None`` when that changes nothing. Raises as ``commit``."""
        writer = self._writing()
        sealing.check(self.reader, change, note)
        return self._told(writer.attach(content, change, note))

    def import_nquads(self, chunks: Iterable[bytes], summary: str, note: Note) -> Revision | None:
        """Commit N-Quads as one revision, all or nothing; ``None`` when nothing was new. Raises as ``commit``."""
        return self._told(self._writing().import_nquads(sealing.checked(self.reader, chunks), summary, note))

    def keep_view(self, name: str, kind: str, content: str) -> None:
        """Keep a saved view; no revision. Raises ``ReadOnly`` or ``BadInput``."""
        self._writing().keep_view(name, kind, content)

    def drop_view(self, name: str, kind: str) -> None:
        """Delete a saved view. Raises ``ReadOnly`` or ``NotFound``."""
        self._writing().drop_view(name, kind)

    def rename_view(self, name: str, kind: str, to: str) -> None:
        """Call a saved view differently. Raises ``ReadOnly``, ``NotFound`` or ``BadInput``."""
        self._writing().rename_view(name, kind, to)

    def close(self) -> None:
        """End the engine, then give the file back."""
        self.engine.close()
        if self._writer is not None:
            self._writer.close()
        self.reader.close()

    def _writing(self) -> RecordWriter:
        if self._writer is None:
            raise ReadOnly(
                self.read_only_because or "This project was opened for reading.", hint="Close it there, then try again."
            )
        return self._writer

    def _told(self, committed: Committed | None) -> Revision | None:
        if committed is None:
            return None
        self.engine.follow(committed.delta)
        subjects = frozenset(quad.subject for quad in committed.change.removed | committed.change.added)
        self.events.tell(ChangeCommitted(committed.revision, subjects))
        return committed.revision

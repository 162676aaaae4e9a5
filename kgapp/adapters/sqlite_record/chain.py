"""The hash chain over revisions, and how a revision is kept in its row.

A revision's hash is SHA-256 over three lines: the previous hash, the header in JCS (RFC 8785), the digest of the
changes. The first revision follows the hash of the project's own name, so the project id and base are chained too.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from kgapp.domain.history import Author, Note, Revision, RevisionKind

COLUMNS: Final = (
    "seq, at, zone, author, identity, why, summary, kind, source_digest, reverts, removed_count, added_count,"
    " changes_digest, previous_hash, hash"
)

Row = tuple[int, str, str, str, str, str, str, str, str, int | None, int, int, str, str, str]


def first_hash(project_id: str, base: str) -> str:
    """What the first revision names as its previous hash."""
    return _sha256(_jcs({"format": "kgapp-project/1", "project": project_id, "base": base}))


def revision_hash(row: Row) -> str:
    """The hash that a row's revision must have; the row's own last column is not read."""
    header = _jcs(
        {
            "format": "kgapp-revision/1",
            "seq": row[0],
            "at": row[1],
            "zone": row[2],
            "author": row[3],
            "identity": row[4],
            "why": row[5],
            "summary": row[6],
            "kind": row[7],
            "source": row[8],
            "reverts": row[9],
            "removed": row[10],
            "added": row[11],
        }
    )
    return _sha256(b"\n".join((row[13].encode(), header, row[12].encode())))


def sealed(row: Row) -> Row:
    """The row with its hash filled in."""
    return (*row[:14], revision_hash(row))


def revision(row: Row) -> Revision:
    """The revision that a row keeps."""
    note = Note(Author(row[3], row[4]), row[5], RevisionKind(row[7]), row[8], row[9])
    return Revision(
        row[0], datetime.fromisoformat(row[1]), row[2], note, row[6], row[10], row[11], row[12], row[13], row[14]
    )


def _jcs(value: dict[str, str | int | None]) -> bytes:
    import rfc8785

    return rfc8785.dumps(value)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

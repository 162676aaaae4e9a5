"""How the commands print revisions and terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kgapp.cli.common import plain, print_table

if TYPE_CHECKING:
    from kgapp.domain.history import Revision
    from kgapp.domain.terms import Term


def print_revisions(revisions: Sequence[Revision]) -> None:
    """A table of revisions, newest first as given."""
    print_table(
        ("revision", "when (UTC)", "who", "what", "why", "removed", "added", "hash"),
        [
            (
                str(revision.seq),
                revision.at.strftime("%Y-%m-%d %H:%M"),
                f"{revision.note.author.name} ({revision.note.author.identity})",
                revision.summary,
                revision.note.why,
                f"{revision.removed_count:,}",
                f"{revision.added_count:,}",
                revision.hash[:12],
            )
            for revision in revisions
        ],
    )


def say_revision(revision: Revision) -> None:
    """One line about a revision just made."""
    click.echo(f"Revision {revision.seq}: {plain(revision.summary)} ({revision.hash[:12]})")


def revision_json(revision: Revision) -> dict[str, object]:
    """A revision for programs."""
    return {
        "revision": revision.seq,
        "at": revision.at.isoformat(),
        "zone": revision.zone,
        "author": revision.note.author.name,
        "identity": revision.note.author.identity,
        "why": revision.note.why,
        "kind": str(revision.note.kind),
        "summary": revision.summary,
        "reverts": revision.note.reverts,
        "source_digest": revision.note.source_digest or None,
        "removed": revision.removed_count,
        "added": revision.added_count,
        "changes_digest": revision.changes_digest,
        "previous_hash": revision.previous_hash,
        "hash": revision.hash,
    }


def term_json(term: Term, label: str = "") -> dict[str, object]:
    """A term for programs; literals in their written form."""
    if isinstance(term, str):
        return {"type": "iri", "value": term, "label": label or None}
    if term.language:
        return {"type": "literal", "value": term.lexical, "language": term.language}
    return {"type": "literal", "value": term.lexical, "datatype": term.datatype}

"""What is known about the findings of a project: as of which revision, and what an edit changed about them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.history import RevisionKind
from kgapp.domain.names import unmarked
from kgapp.domain.terms import Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import validation
from kgapp.services.browsing import labels
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kgapp.services.ports import RecordReader, ShapeChecker
    from kgapp.services.validation import Validation
    from kgapp.services.watch import Watch

MOST_QUADS: Final = 2_000
"""With more statements than this changed since the last check, only a check of everything is worth its time."""

SMALL: Final = 50_000
"""Projects with fewer statements are checked without being asked."""


MOST_PARTS: Final = 5_000
"""So many settings or ranges of a thing, by one link, are looked at for findings about it."""


@dataclass(frozen=True, slots=True)
class Known:
    """The findings of revision ``seq``, worst first, with the label of each thing that they name and the site it is at.

    ``checked`` is the number of statements of the last check of everything.
    """

    findings: tuple[Finding, ...]
    names: Mapping[Iri, str]
    sites: Mapping[Iri, str]
    seq: int
    revision_hash: str
    checked: int

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


@dataclass(frozen=True, slots=True)
class Followed:
    """What is known after some revisions. With ``too_much`` these changed more than can be followed: ``known`` is as before."""

    known: Known
    appeared: tuple[Finding, ...] = ()
    resolved: tuple[Finding, ...] = ()
    too_much: bool = False


def concerned(reader: RecordReader, things: tuple[Iri, ...]) -> frozenset[Iri]:
    """Some things with what findings about them can be about: the factors of a step, settings and ranges, what is at a site."""
    factors = [factor for thing in things for factor in reader.values(thing, KG.hasFactor, limit=MOST_PARTS)]
    parts = [
        part
        for thing in (*things, *factors)
        for link in (KG.forFactor, KG.forAttribute, KG.atSite)
        for part in reader.users(thing, link, limit=MOST_PARTS)
    ]
    return frozenset((*things, *factors, *parts))


def whole(reader: RecordReader, checker: ShapeChecker, watch: Watch) -> Known:
    """Check everything. Raises ``QueryStopped``, ``QueryTimeout`` and ``ChildDied``."""
    found = validation.whole(reader, checker, watch=watch)
    sites = _sites(reader, found)
    return Known(found.findings, dict(found.names), sites, found.seq, found.revision_hash, found.checked)


def follow(reader: RecordReader, checker: ShapeChecker, known: Known) -> Followed:
    """Bring what is known to the newest revision by checking what changed since. Raises ``ChildDied``."""
    head = reader.head()
    if head is None or head.seq == known.seq:
        return Followed(known)
    if is_much(reader, known.seq):
        return Followed(known, too_much=True)
    found = validation.since(reader, checker, known.seq, known.findings)
    if found is None:
        return Followed(known, too_much=True)
    return merged(known, found, _sites(reader, found))


def warm(reader: RecordReader, checker: ShapeChecker) -> None:
    """Have the checker load its shapes and try its rules on a thing that many of them are about. Raises ``ChildDied``."""
    for quad in reader.quads(Pattern(predicate=RDF.type, object=KG.AcceptableRange), limit=1):
        validation.after_edit(reader, checker, reader.quads(Pattern(subject=quad.subject, predicate=KG.forFactor)))


def is_much(reader: RecordReader, seq: int) -> bool:
    """Whether the revisions after ``seq`` changed more than can be followed: an import, or its undo."""
    head = reader.head()
    missing = (head.seq if head else 0) - seq
    revisions = reader.revisions(limit=max(0, missing))
    imported = any(revision.note.kind is RevisionKind.IMPORT for revision in revisions)
    return imported or sum(revision.added_count + revision.removed_count for revision in revisions) > MOST_QUADS


def merged(known: Known, found: Validation, sites: Mapping[Iri, str]) -> Followed:
    """Put what a check of some things found in the place of what was known of them."""
    kept = [finding for finding in known.findings if finding.focus not in found.focus]
    gone = {same(finding): finding for finding in known.findings if finding.focus in found.focus}
    come = {same(finding): finding for finding in found.findings}
    now = Known(
        tuple(sorted([*kept, *found.findings], key=worst_first)),
        {**known.names, **found.names},
        {**known.sites, **sites},
        found.seq,
        found.revision_hash,
        known.checked,
    )
    return Followed(
        now,
        tuple(finding for key, finding in come.items() if key not in gone),
        tuple(finding for key, finding in gone.items() if key not in come),
    )


def same(finding: Finding) -> tuple[str, str, str, str, str]:
    """What makes two findings the same although their sentences differ, because a figure or a name in them changed."""
    return (finding.focus, finding.path, finding.value, finding.shape, finding.constraint)


def _sites(reader: RecordReader, found: Validation) -> dict[Iri, str]:
    """Where the things are that findings are about; empty for what is at no site."""
    at: dict[Iri, Iri] = {}
    for thing in {Iri(finding.focus) for finding in found.findings} | found.focus:
        for quad in reader.quads(Pattern(subject=thing, predicate=KG.atSite), limit=1):
            if isinstance(quad.object, str):
                at[thing] = quad.object
    named = labels(reader, at.values())
    return {thing: unmarked(named[site]) for thing, site in at.items()}

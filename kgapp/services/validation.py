"""Whether a project holds what its shapes ask for: as a whole, or only where something changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri, nquad
from kgapp.services.browsing import labels
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kgapp.domain.terms import Quad
    from kgapp.services.ports import RecordReader, ShapeChecker

MOST_NEIGHBOURS: Final = 400
"""A node with more neighbours than this is a hub, such as a site: pieces do not grow through it."""


@dataclass(frozen=True, slots=True)
class Validation:
    """What the shapes say of one revision: findings, worst first, and the label of each thing they name.

    ``revision_hash`` is empty for a project without revisions; ``checked`` is the number of statements.
    """

    findings: tuple[Finding, ...]
    names: Mapping[Iri, str]
    checked: int
    revision_hash: str

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def reaching(self, limit: Severity) -> tuple[Finding, ...]:
        """The findings that are at least as bad as ``limit``."""
        return tuple(finding for finding in self.findings if finding.severity.reaches(limit))


def whole(reader: RecordReader, checker: ShapeChecker, shapes: Path | None = None) -> Validation:
    """Check the project as it is now. Raises ``BadInput`` for shapes that cannot be used."""
    head = reader.head()
    with reader.snapshot() as snapshot:
        found = checker.whole(snapshot.chunks, shapes)
    return _named(reader, found.findings, found.checked, head.hash if head else "")


def after_edit(reader: RecordReader, checker: ShapeChecker, changed: Iterable[Iri]) -> Validation:
    """Check what an edit of these subjects can have touched: they, and what refers to them or they refer to.

    Pieces end two steps away and at hubs; a rule that looks further is checked by ``whole``.
    """
    focus = _touched(reader, changed)
    quads = _piece(reader, focus)
    text = "".join(f"{nquad(quad)}\n" for quad in quads).encode()
    head = reader.head()
    return _named(reader, checker.piece(text, tuple(sorted(focus))), len(quads), head.hash if head else "")


def _touched(reader: RecordReader, changed: Iterable[Iri]) -> frozenset[Iri]:
    found = set(changed)
    for subject in tuple(found):
        found.update(quad.subject for quad in _few(reader, Pattern(object=subject)))
    return frozenset(found)


def _piece(reader: RecordReader, focus: frozenset[Iri]) -> frozenset[Quad]:
    """What is said of some nodes and their neighbours, and by which others those are named."""
    quads = {quad for subject in focus for quad in reader.quads(Pattern(subject=subject))}
    near = {quad.object for quad in quads if isinstance(quad.object, str)} - focus
    around = {quad for node in near for quad in _few(reader, Pattern(object=node))}
    far = near | {quad.subject for quad in around}
    return frozenset(quads | around | {quad for node in far - focus for quad in reader.quads(Pattern(subject=node))})


def _few(reader: RecordReader, pattern: Pattern) -> tuple[Quad, ...]:
    found = tuple(reader.quads(pattern, limit=MOST_NEIGHBOURS + 1))
    return found if len(found) <= MOST_NEIGHBOURS else ()


def _named(reader: RecordReader, findings: tuple[Finding, ...], checked: int, revision_hash: str) -> Validation:
    things = {Iri(iri) for finding in findings for iri in (finding.focus, finding.path) if iri}
    things |= {Iri(finding.value[1:-1]) for finding in findings if finding.value.startswith("<")}
    return Validation(findings, labels(reader, things), checked, revision_hash)

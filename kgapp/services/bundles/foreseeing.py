"""What the shapes would say of the project if something of a bundle were accepted: told before it enters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgapp.domain.findings import Finding, worst_first
from kgapp.domain.terms import Iri, Literal, Quad, nquad
from kgapp.domain.vocabulary import RDFS
from kgapp.services import browsing, known_findings
from kgapp.services.bundles import receiving

if TYPE_CHECKING:
    from kgapp.services.bundles.differences import Decision
    from kgapp.services.bundles.looking import Arrival
    from kgapp.services.ports import RecordReader, ShapeChecker
    from kgapp.services.watch import Watch


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The findings that would be new and those that would be gone, worst first, and what the things they are about are called."""

    appeared: tuple[Finding, ...]
    resolved: tuple[Finding, ...]
    names: Mapping[str, str]


def foreseen(
    reader: RecordReader, checker: ShapeChecker, arrival: Arrival, decisions: Mapping[Iri, Decision], watch: Watch
) -> Foreseen:
    """Check the whole project as it is and as it would be; nothing is changed. Takes twice as long as a check.

    Rules of impact are not among it: no bundle brings any. Raises ``BadInput`` for what is not decided, ``QueryStopped`` and
    ``ChildDied``.
    """
    removed, added = receiving.decided(arrival, decisions)
    before = _by_sameness(_checked(reader, checker, frozenset(), frozenset(), watch))
    after = _by_sameness(_checked(reader, checker, removed, added, watch))
    appeared = [finding for key, finding in after.items() if key not in before]
    resolved = [finding for key, finding in before.items() if key not in after]
    things = {Iri(finding.focus) for finding in (*appeared, *resolved)}
    new = {
        quad.subject: quad.object.lexical
        for quad in added
        if quad.subject in things and quad.predicate == RDFS.label and isinstance(quad.object, Literal)
    }
    names = {str(thing): name for thing, name in (browsing.labels(reader, things) | new).items()}
    return Foreseen(tuple(sorted(appeared, key=worst_first)), tuple(sorted(resolved, key=worst_first)), names)


def _checked(
    reader: RecordReader, checker: ShapeChecker, removed: frozenset[Quad], added: frozenset[Quad], watch: Watch
) -> tuple[Finding, ...]:
    with reader.snapshot() as snapshot:
        return checker.whole(_changed(snapshot.chunks, removed, added), None, watch).findings


def _changed(chunks: Iterable[bytes], removed: frozenset[Quad], added: frozenset[Quad]) -> Iterator[bytes]:
    gone = {f"{nquad(quad)}\n".encode() for quad in removed}
    for chunk in chunks:
        yield b"".join(line for line in chunk.splitlines(keepends=True) if line not in gone) if gone else chunk
    yield b"".join(sorted(f"{nquad(quad)}\n".encode() for quad in added))


def _by_sameness(findings: Iterable[Finding]) -> dict[tuple[str, ...], Finding]:
    return {known_findings.same(finding): finding for finding in findings}

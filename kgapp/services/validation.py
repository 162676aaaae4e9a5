"""Whether a project holds what its shapes ask for: as a whole, or only where something changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain.findings import Finding, Severity
from kgapp.domain.terms import Iri, nquad
from kgapp.domain.vocabulary import KG, PROV, RDF
from kgapp.services import history
from kgapp.services.browsing import labels
from kgapp.services.ports import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kgapp.domain.terms import Quad
    from kgapp.services.ports import RecordReader, ShapeChecker

MOST_NEIGHBOURS: Final = 400
"""A node that more statements than this point to, such as a site, is not looked at from the other end."""

MOST_CHANGED: Final = 100
"""With more subjects changed than this, checking everything is simpler and hardly slower."""

_SEEN_THROUGH: Final = frozenset(
    {
        RDF.type,
        KG.atSite,
        KG.criticality,
        KG.unit,
        KG.quantityKind,
        KG.conversionMultiplier,
        KG.excludes,
        PROV.wasDerivedFrom,
    }
)
"""What shapes look at from a node that points to the one that says it."""

_COMPARED: Final = frozenset(
    {KG.forFactor, KG.forAttribute, KG.atSite, KG.rangeType, KG.lowerLimit, KG.upperLimit, KG.unit, KG.basis}
)
"""What shapes compare between ranges and settings of one factor."""

_ACROSS: Final = frozenset({KG.forFactor, KG.choosesOption, KG.precedes})
"""Over what shapes reach the neighbours of a neighbour."""


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


def after_edit(reader: RecordReader, checker: ShapeChecker, changed: Iterable[Quad]) -> Validation:
    """Check what an edit can have touched: the subjects of the quads it added and removed, and who looks at them.

    Pieces end two steps away and at hubs; a rule that looks further is checked by ``whole``.
    """
    focus = _touched(reader, frozenset(changed))
    quads = _piece(reader, focus)
    text = "".join(f"{nquad(quad)}\n" for quad in quads).encode()
    head = reader.head()
    return _named(reader, checker.piece(text, tuple(sorted(focus))), len(quads), head.hash if head else "")


def since(reader: RecordReader, checker: ShapeChecker, seq: int) -> Validation:
    """Check what the revisions after ``seq`` can have touched, or all if they changed much. Raises ``NotFound``."""
    head = reader.head()
    change = history.difference(reader, seq, head.seq if head else 0).change
    quads = change.removed | change.added
    if len({quad.subject for quad in quads}) > MOST_CHANGED:
        return whole(reader, checker)
    return after_edit(reader, checker, quads)


def _touched(reader: RecordReader, changed: frozenset[Quad]) -> frozenset[Iri]:
    found = {quad.subject for quad in changed}
    for subject in {quad.subject for quad in changed if quad.predicate in _SEEN_THROUGH}:
        found.update(quad.subject for quad in _few(reader, Pattern(object=subject)))
    for subject in {quad.subject for quad in changed if quad.predicate in _COMPARED}:
        for quad in reader.quads(Pattern(subject=subject, predicate=KG.forFactor)):
            pattern = Pattern(predicate=KG.forFactor, object=quad.object)
            found.update(sibling.subject for sibling in _few(reader, pattern))
    return frozenset(found)


def _piece(reader: RecordReader, focus: frozenset[Iri]) -> frozenset[Quad]:
    """What is said of some nodes and their neighbours, and of those that share a factor, an option or an order with them."""
    quads = {quad for subject in focus for quad in reader.quads(Pattern(subject=subject))}
    near = {quad.object for quad in quads if isinstance(quad.object, str)} - focus
    across = {quad.object for quad in quads if isinstance(quad.object, str) and quad.predicate in _ACROSS}
    around = {quad for node in across for quad in _few(reader, Pattern(object=node))}
    further = near | {quad.subject for quad in around} | _ends(reader, near)
    return frozenset(quads | {quad for node in further - focus for quad in reader.quads(Pattern(subject=node))})


def _ends(reader: RecordReader, near: frozenset[Iri] | set[Iri]) -> set[Iri]:
    """What the neighbours point to: the kinds of things that paths end at."""
    found = (quad.object for node in near for quad in reader.quads(Pattern(subject=node)))
    return {term for term in found if isinstance(term, str)}


def _few(reader: RecordReader, pattern: Pattern) -> tuple[Quad, ...]:
    """What matches, or nothing at a hub."""
    found = tuple(reader.quads(pattern, limit=MOST_NEIGHBOURS + 1))
    return found if len(found) <= MOST_NEIGHBOURS else ()


def _named(reader: RecordReader, findings: tuple[Finding, ...], checked: int, revision_hash: str) -> Validation:
    things = {Iri(iri) for finding in findings for iri in (finding.focus, finding.path) if iri}
    things |= {Iri(finding.value[1:-1]) for finding in findings if finding.value.startswith("<")}
    return Validation(findings, labels(reader, things), checked, revision_hash)

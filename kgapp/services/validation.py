"""Whether a project holds what its shapes ask for: as a whole, or only where something changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kgapp.domain.findings import Finding, Severity, worst_first
from kgapp.domain.terms import Iri, Literal, ntriples
from kgapp.domain.vocabulary import RDF, RDFS
from kgapp.services import history, rulebook, rules_checks, rules_reading, shape_reach
from kgapp.services.browsing import labels
from kgapp.services.ports import Pattern
from kgapp.services.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kgapp.domain.terms import Quad
    from kgapp.services.ports import RecordReader, ShapeChecker

MOST_CHANGED: Final = 100
"""With more subjects changed than this, checking everything is simpler and hardly slower."""


@dataclass(frozen=True, slots=True)
class Validation:
    """What the shapes say of one revision: findings, worst first, and the label of each thing they name.

    ``revision_hash`` is empty and ``seq`` 0 for a project without revisions; ``checked`` is the number of statements.
    ``focus`` are the things that were checked; empty means everything.
    """

    findings: tuple[Finding, ...]
    names: Mapping[Iri, str]
    checked: int
    seq: int
    revision_hash: str
    focus: frozenset[Iri] = frozenset()

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def reaching(self, limit: Severity) -> tuple[Finding, ...]:
        """The findings that are at least as bad as ``limit``."""
        return tuple(finding for finding in self.findings if finding.severity.reaches(limit))


def whole(
    reader: RecordReader, checker: ShapeChecker, shapes: Path | None = None, watch: Watch | None = None
) -> Validation:
    """Check the project as it is now, its rules of impact too unless it is checked against other shapes.

    Raises ``BadInput`` for shapes that cannot be used, ``QueryStopped`` when told to stop.
    """
    with reader.snapshot() as snapshot:
        seq = snapshot.seq
        checked = checker.whole(snapshot.chunks, shapes, watch or Watch())
    rules = rules_checks.findings(reader) if shapes is None else ()
    found = tuple(sorted((*checked.findings, *rules), key=worst_first)) if rules else checked.findings
    return Validation(found, _names(reader, found), checked.checked, seq, _hash(reader, seq))


def after_edit(
    reader: RecordReader, checker: ShapeChecker, changed: Iterable[Quad], known: Iterable[Finding] = ()
) -> Validation | None:
    """Check what an edit can have touched: all about which a shape may judge differently now.

    Of the ``known`` findings those are checked again that name a thing by a label that changed. ``None`` when that is so
    much that everything should be checked. Raises ``ChildDied``.
    """
    head = reader.head()
    quads = frozenset(changed)
    known = tuple(known)
    rules = rules_checks.findings(reader) if _about_rules(reader, quads) else ()
    try:
        focus = shape_reach.touched(reader, quads) | _naming(reader, quads, known)
        if _about_rules(reader, quads):
            before = (finding for finding in known if finding.shape == rules_checks.SHAPE)
            focus |= {Iri(finding.focus) for finding in (*rules, *before)}
        triples = shape_reach.piece(reader, focus)
    except shape_reach.TooFar:
        return None
    text = "".join(sorted(f"{ntriples(s)} {ntriples(p)} {ntriples(o)} .\n" for s, p, o in triples)).encode()
    findings = (*checker.piece(text, tuple(sorted(focus))), *rules)
    names = {**labels(reader, focus), **_names(reader, findings)}
    return Validation(findings, names, len(triples), head.seq if head else 0, head.hash if head else "", focus)


def since(reader: RecordReader, checker: ShapeChecker, seq: int, known: Iterable[Finding] = ()) -> Validation | None:
    """Check what the revisions after ``seq`` can have touched; ``None`` when that is too much. Raises ``NotFound``."""
    head = reader.head()
    change = history.net_change(reader, seq, head.seq if head else 0)
    quads = change.removed | change.added
    if len({quad.subject for quad in quads}) > MOST_CHANGED:
        return None
    return after_edit(reader, checker, quads, known)


def _about_rules(reader: RecordReader, changed: frozenset[Quad]) -> bool:
    """Whether a change is about the rules of impact of the project."""
    graph = rulebook.rules_graph(reader.meta().base)
    return any(quad.graph == graph or quad.predicate in rules_reading.READ - _ORDINARY for quad in changed)


_ORDINARY: Final = frozenset({RDF.type, RDFS.label})
"""Of what a rule is made of, what other things have too."""


def _naming(reader: RecordReader, changed: frozenset[Quad], known: Iterable[Finding]) -> frozenset[Iri]:
    """What findings are about that name a thing whose label changed."""
    subjects = {quad.subject for quad in changed if quad.predicate == RDFS.label}
    relabelled = [quad for quad in changed if quad.predicate == RDFS.label]
    for subject in subjects:
        relabelled += reader.quads(Pattern(subject=subject, predicate=RDFS.label))
    texts: set[str] = {quad.object.lexical for quad in relabelled if isinstance(quad.object, Literal)}
    texts |= subjects
    return frozenset(Iri(finding.focus) for finding in known if any(text in finding.message for text in texts))


def _names(reader: RecordReader, findings: tuple[Finding, ...]) -> Mapping[Iri, str]:
    things = {Iri(iri) for finding in findings for iri in (finding.focus, finding.path) if iri}
    things |= {Iri(finding.value[1:-1]) for finding in findings if finding.value.startswith("<")}
    return labels(reader, things)


def _hash(reader: RecordReader, seq: int) -> str:
    return reader.revision(seq).hash if seq else ""

"""What can no longer be altered: closed assessments with all that was said in them, and verdicts that were signed.

Every change passes here before it is committed, whoever makes it: forms, grids, commands, queries, imports. Sealed are

- a closed assessment, its verdicts, assignments and rule exceptions: nothing is said of them any more, nothing is taken
  away, and nothing joins them;
- of the changes it assesses, what changes, how, from what to what and where. Their status, owner, number and dates go on.

A verdict of an open assessment is given anew or not at all: what it says never differs from what was signed. An assessment
is closed with all that belongs to it. What is sealed is taken back by the number of its revision only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import Sealed
from kgapp.domain.history import Note, RevisionKind
from kgapp.domain.terms import Iri, Quad, parse
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import browsing
from kgapp.services.ports import Pattern, RecordReader

_MEMBERS: Final = frozenset((KG.Verdict, KG.Assignment, KG.RuleException))
_WATCHED: Final = _MEMBERS | {KG.Assessment, KG.Change}
_SIGNED: Final = frozenset((KG.inAssessment, KG.function, KG.outcome, KG.rationale, RDF.type)) | frozenset(
    (KG.judgedState, KG.judgedBy, KG.judgedAt, KG.atRevision)
)
_CLOSING: Final = frozenset((KG.closedAt, KG.closedBy, KG.conclusion, KG.atRevision, KG.rulesDigest))
_ASSESSED: Final = frozenset(
    (KG.changes, KG.changeKind, KG.fromValue, KG.toValue, KG.fromRange, KG.toRange, KG.fromThing, KG.toThing)
) | frozenset((KG.fromText, KG.toText, KG.unit, KG.basis, KG.atSite, KG.affectsBatch, KG.arisesFrom, RDF.type))
_REVERTING: Final = frozenset((RevisionKind.UNDO, RevisionKind.REDO))
_HINT: Final = (
    "Open a new assessment of the change. To take the closing back, undo its revision by number, with a reason."
)


def check(reader: RecordReader, change: ChangeSet, note: Note) -> None:
    """Raise ``Sealed`` when a change would alter what is sealed; taking a closing back opens it."""
    quads = change.removed | change.added
    types = reader.types({quad.subject for quad in quads})
    watched = {thing: kinds for thing, kinds in types.items() if not _WATCHED.isdisjoint(kinds)}
    if not watched and not any(quad.predicate == KG.inAssessment for quad in quads):
        return
    effective = change.effective(reader.holds(quads))
    reverting = note.kind in _REVERTING
    opened = {quad.subject for quad in effective.removed if _says_closed(quad)} if reverting else frozenset[Iri]()
    closed = cache(lambda each: _is_closed(reader, each))
    for quad in sorted(effective.removed | effective.added, key=lambda each: (each.subject, each.predicate)):
        for assessment in sorted(_concerned(reader, quad, watched) - opened):
            if closed(assessment):
                raise _sealed(reader, quad.subject, assessment)
    _check_members(reader, effective)
    closing = _closed_now(effective, watched)
    if reverting and closing:
        raise Sealed(
            f"“{_name(reader, closing[0])}” is closed by closing it, not by taking back that it was opened.",
            hint="Close it again: what is missing is checked then.",
        )
    if not reverting:
        _check_signatures(reader, effective, watched, _anew(change))
        _check_closing(reader, effective, closing)


def signs(change: ChangeSet) -> bool:
    """Whether a change gave or took a verdict, or closed or opened an assessment."""
    return any(quad.predicate in (KG.judgedAt, KG.closedAt) for quad in change.removed | change.added)


def checked(reader: RecordReader, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """N-Quads on their way in; raises ``Sealed`` at a new statement about a verdict or a closing that is here already."""
    guarded = _guarded(reader)
    closed = tuple(f" <{KG.inAssessment}> <{each}> ".encode() for each in _closed_ones(reader))
    for chunk in chunks:
        if guarded:
            for line in chunk.splitlines():
                predicates = guarded.get(line.partition(b" ")[0])
                if predicates is not None or any(each in line for each in closed):
                    _check_line(reader, line, predicates)
        yield chunk


def _check_line(reader: RecordReader, line: bytes, predicates: frozenset[Iri] | None) -> None:
    quad = _quad(line.decode())
    if predicates and quad.predicate not in predicates:
        return
    if not reader.holds((quad,)):
        raise Sealed(
            f"This says something new of “{_name(reader, quad.subject)}”, which was signed or is part of an assessment that is closed.",
            hint="Nothing was added. Leave it out of what is imported.",
        )


def _guarded(reader: RecordReader) -> dict[bytes, frozenset[Iri]]:
    """What an import may not say anything new of, with the properties that are meant; none means all."""
    every = frozenset[Iri]()
    found: dict[Iri, frozenset[Iri]] = dict.fromkeys(reader.instances((KG.Verdict,)), _SIGNED)
    found |= dict.fromkeys(reader.instances((KG.Assessment,)), _CLOSING | {KG.status})
    for closed in _closed_ones(reader):
        found |= {quad.subject: every for quad in reader.quads(Pattern(predicate=KG.inAssessment, object=closed))}
        found[closed] = every
        assessed = [quad.object for quad in reader.quads(Pattern(closed, KG.assesses)) if isinstance(quad.object, str)]
        found |= dict.fromkeys(assessed, _ASSESSED)
    return {f"<{thing}>".encode(): predicates for thing, predicates in found.items()}


def _closed_ones(reader: RecordReader) -> list[Iri]:
    return [each for each in reader.instances((KG.Assessment,)) if _is_closed(reader, each)]


def _is_closed(reader: RecordReader, assessment: Iri) -> bool:
    return any(_says_closed(quad) for quad in reader.quads(Pattern(subject=assessment)))


def _says_closed(quad: Quad) -> bool:
    return quad.predicate == KG.closedAt or (quad.predicate == KG.status and quad.object == KG.closed)


def _concerned(reader: RecordReader, quad: Quad, watched: Mapping[Iri, tuple[Iri, ...]]) -> set[Iri]:
    """The assessments that a statement belongs to, as they are now."""
    kinds = watched.get(quad.subject, ())
    concerned: set[Iri] = set()
    if KG.Assessment in kinds:
        concerned.add(quad.subject)
    if not _MEMBERS.isdisjoint(kinds):
        concerned |= _things(reader.quads(Pattern(quad.subject, KG.inAssessment)))
    if quad.predicate == KG.inAssessment and isinstance(quad.object, str):
        concerned.add(quad.object)
    if KG.Change in kinds and quad.predicate in _ASSESSED:
        concerned |= {each.subject for each in reader.quads(Pattern(predicate=KG.assesses, object=quad.subject))}
    return concerned


def _closed_now(change: ChangeSet, watched: Mapping[Iri, tuple[Iri, ...]]) -> list[Iri]:
    """The assessments, there already, that a change closes."""
    return sorted(
        {quad.subject for quad in change.added if _says_closed(quad) and KG.Assessment in watched.get(quad.subject, ())}
    )


def _check_closing(reader: RecordReader, change: ChangeSet, closing: list[Iri]) -> None:
    for each in closing:
        said = {quad.predicate for quad in change.added if quad.subject == each}
        if not said >= _CLOSING:
            raise Sealed(
                f"“{_name(reader, each)}” is not closed by setting its status.",
                hint="Close the assessment: what is missing is checked then, and who closed it is kept.",
            )


def _check_members(reader: RecordReader, change: ChangeSet) -> None:
    """An assessment does not go while something that was said in it stays."""
    for quad in change.removed:
        if quad.predicate == RDF.type and quad.object == KG.Assessment:
            said = frozenset(reader.quads(Pattern(predicate=KG.inAssessment, object=quad.subject)))
            if not said <= change.removed:
                raise Sealed(
                    f"“{_name(reader, quad.subject)}” holds verdicts or other things that were said in it.",
                    hint="Take these back first, by the numbers of their revisions.",
                )


def _anew(change: ChangeSet) -> frozenset[Iri]:
    """What a change signs, be it at the very moment at which it was signed before."""
    return frozenset(quad.subject for quad in change.added if quad.predicate == KG.judgedAt)


def _check_signatures(
    reader: RecordReader, change: ChangeSet, watched: Mapping[Iri, tuple[Iri, ...]], anew: frozenset[Iri]
) -> None:
    verdicts = {thing for thing, kinds in watched.items() if KG.Verdict in kinds}
    touched = {
        quad.subject for quad in change.removed | change.added if quad.subject in verdicts and quad.predicate in _SIGNED
    }
    for each in sorted(touched - anew):
        if anew and change.removed >= frozenset(reader.quads(Pattern(subject=each))):
            continue  # it gives way to the verdict that takes its place
        raise Sealed(
            f"“{_name(reader, each)}” is a signed verdict and is not altered.",
            hint="Give a new verdict in the assessment; this one stays in the history. Or undo its revision by number.",
        )


def _sealed(reader: RecordReader, subject: Iri, assessment: Iri) -> Sealed:
    about = "" if subject == assessment else f" with “{_name(reader, subject)}”"
    return Sealed(f"“{_name(reader, assessment)}” is closed{about} and is never altered.", hint=_HINT)


def _name(reader: RecordReader, thing: Iri) -> str:
    return browsing.labels(reader, (thing,))[thing]


def _things(quads: Iterable[Quad]) -> set[Iri]:
    return {quad.object for quad in quads if isinstance(quad.object, str)}


def _quad(line: str) -> Quad:
    """One canonical line as a value."""
    subject, _, rest = line.partition(" ")
    predicate, _, rest = rest.partition(" ")
    value, _, graph = rest.removesuffix(" .").rpartition(" ")
    return Quad(Iri(subject[1:-1]), Iri(predicate[1:-1]), parse(value), Iri(graph[1:-1]))

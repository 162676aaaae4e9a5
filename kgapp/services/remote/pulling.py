"""Copies things with their surroundings from an endpoint into a project, as one revision.

Guarantees: what is copied is complete, or nothing is; nothing that the project says is removed or written otherwise; a
statement that it has already, by value and in whichever graph, is not added once more. The revision says where from and when.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.terms import XSD, Iri, Literal, Quad, Term, nquad, shorten
from kgapp.domain.vocabulary import RDF
from kgapp.services import browsing, history
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.workspace import Workspace

MOST_STATEMENTS: Final = 100_000
_BATCH: Final = 200

_Triple = tuple[Iri, Iri, Term]


@dataclass(frozen=True, slots=True)
class Part:
    """What to copy: things, and what they lead to in so many steps."""

    things: tuple[Iri, ...]
    hops: int = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pull would add to revision ``seq`` of a project.

    ``found`` statements are at the endpoint, about ``things`` things; ``beside`` tells where the project has another value.
    """

    change: ChangeSet
    sentences: tuple[str, ...]
    beside: tuple[str, ...]
    found: int
    things: int
    digest: str
    seq: int
    revision_hash: str


def plan(source: RecordReader, reader: RecordReader, part: Part) -> Plan:
    """Read the part, all of it, and compare it with the project; nothing is changed.

    Raises ``NotFound`` for a thing of which the endpoint says nothing, ``BadInput`` for too much, and what the endpoint raises
    for an answer that is not whole.
    """
    endpoint = source.meta().endpoint
    at = datetime.now(UTC).replace(microsecond=0)
    found, things = _read(source, part)
    head = reader.head()
    present = _present(reader, {quad.subject for quad in found})
    added = frozenset(quad for quad in found if _key(quad) not in present)
    names = browsing.labels(source, part.things)
    about = ", ".join(f"“{names[each]}”" for each in part.things)
    summary = shorten(f"Pulled {about} with {part.hops} steps around from {endpoint} at {at.isoformat()}", 300)
    change = ChangeSet(summary, added=added)
    digest = hashlib.sha256("".join(sorted(f"{nquad(quad)}\n" for quad in found)).encode()).hexdigest()
    return Plan(
        change,
        history.sentences(reader, change),
        _beside(reader, added),
        len(found),
        things,
        digest,
        head.seq if head else 0,
        head.hash if head else "",
    )


def commit(workspace: Workspace, planned: Plan, why: str) -> Revision | None:
    """Add what was planned as one revision; ``None`` when the project has it all.

    Raises ``BadInput`` when the project was changed since, ``ReadOnly`` and ``Sealed``.
    """
    head = workspace.reader.head()
    if (head.seq if head else 0, head.hash if head else "") != (planned.seq, planned.revision_hash):
        raise BadInput("The project was changed since it was compared; nothing was added.", hint="Pull again.")
    note = Note(workspace.author, why, RevisionKind.IMPORT, source_digest=planned.digest)
    return workspace.commit(planned.change, note)


def _read(source: RecordReader, part: Part) -> tuple[frozenset[Quad], int]:
    known: set[Iri] = set()
    found: set[Quad] = set()
    ring = tuple(dict.fromkeys(part.things))
    for step in range(part.hops + 1):
        said = _about(source, ring)
        silent = sorted(set(ring) - {quad.subject for quad in said}) if step == 0 else ()
        if silent:
            raise NotFound(f"The endpoint says nothing of <{silent[0]}>.", hint="Nothing was pulled.")
        known.update(ring)
        found |= said
        if len(found) > MOST_STATEMENTS:
            raise BadInput(
                f"This part has more than {MOST_STATEMENTS:,} statements; nothing was pulled.",
                hint="Pull fewer things, or fewer steps around them.",
            )
        leads_to = {quad.object for quad in said if isinstance(quad.object, str) and quad.predicate != RDF.type}
        ring = tuple(sorted(leads_to - known))
    return frozenset(found), len({quad.subject for quad in found})


def _about(source: RecordReader, things: tuple[Iri, ...]) -> set[Quad]:
    batches = (things[at : at + _BATCH] for at in range(0, len(things), _BATCH))
    return {quad for batch in batches for quad in source.any_of(Pattern(subject=each) for each in batch)}


def _present(reader: RecordReader, subjects: Iterable[Iri]) -> set[_Triple]:
    return {_key(quad) for subject in subjects for quad in reader.quads(Pattern(subject=subject))}


def _key(quad: Quad) -> _Triple:
    """What a statement says, whichever way its number is written."""
    return quad.subject, quad.predicate, value_of(quad.object)


def value_of(term: Term) -> Term:
    """The term, a number in one form for all ways of writing it."""
    if isinstance(term, str) or not term.datatype.startswith(XSD) or term.datatype.endswith("#string"):
        return term
    try:
        number = Decimal(term.lexical)
    except InvalidOperation:
        return term
    return Literal(str(number.normalize()), term.datatype) if number.is_finite() else term


def _beside(reader: RecordReader, added: frozenset[Quad]) -> tuple[str, ...]:
    """Where the project has a value already and gets another one beside it."""
    said: list[str] = []
    for subject, predicate in sorted({(quad.subject, quad.predicate) for quad in added}):
        here = [quad.object for quad in reader.quads(Pattern(subject, predicate))]
        if here:
            there = [quad.object for quad in added if (quad.subject, quad.predicate) == (subject, predicate)]
            names = browsing.labels(reader, (subject, predicate, *(x for x in (*here, *there) if isinstance(x, str))))
            old, new = (_told(each, names) for each in (here, there))
            said.append(f"{names[subject]}: {names[predicate]} is {old} here; {new} comes beside it")
    return tuple(said)


def _told(terms: list[Term], names: dict[Iri, str]) -> str:
    return ", ".join(
        sorted(names[each] if isinstance(each, str) else f"“{shorten(each.lexical, 120)}”" for each in terms)
    )

"""Copies a part of an endpoint into a project, as one revision.

Guarantees: what is copied is complete, or nothing is; nothing that the project says is removed or written otherwise; a
statement that it has already, by value and in whichever graph, is not added once more. Where it came from is said twice: by
the revision, and by statements about every thing of which something was added (``source_graph``).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.terms import Iri, Literal, Quad, Term, iri, nquad, shorten
from kgapp.domain.vocabulary import DCTERMS, PROV, RDF, RDFS
from kgapp.domain.vocabulary import XSD as TYPES
from kgapp.services import browsing, history, rulebook
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.remote import by_value, part_reading
from kgapp.services.remote.part_reading import Part
from kgapp.services.workspace import Workspace

TOLD: Final = 2_000
"""So many statements are told in sentences."""

_BATCH: Final = 200
_TRUTHS: Final = {"1": "true", "0": "false"}

_Triple = tuple[Iri, Iri, Term]


@dataclass(frozen=True, slots=True)
class Things:
    """How many things of a part are not in the project yet, are there with other statements, and are there with all of them."""

    new: int
    differing: int
    same: int

    @property
    def all(self) -> int:
        """How many the part is about."""
        return self.new + self.differing + self.same


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pull would add to revision ``seq`` of a project.

    ``found`` statements are at the endpoint, ``copied`` of them are not here yet; ``change`` holds besides them the statements
    about where they came from. ``sentences`` tell ``told`` of the copied ones, ``beside`` where the project has another
    value, ``notes`` what one might not expect.
    """

    change: ChangeSet
    sentences: tuple[str, ...]
    told: int
    beside: tuple[str, ...]
    notes: tuple[str, ...]
    found: int
    copied: int
    things: Things
    digest: str
    seq: int
    revision_hash: str


def source_graph(base: Iri) -> Iri:
    """Where a project keeps what it says of where its copies came from."""
    return Iri(f"{base}graph/copies")


def plan(
    source: RecordReader, reader: RecordReader, part: Part, heard: Callable[[int], None] = part_reading.nobody
) -> Plan:
    """Read the part, all of it, and compare it with the project; nothing is changed. ``heard`` is told how far it is read.

    Raises what ``part_reading.read`` raises, and what the endpoint does for an answer that is not whole.
    """
    head = reader.head()
    at = datetime.now(UTC).replace(microsecond=0)
    read = part_reading.read(source, part, heard)
    base = reader.meta().base
    main = main_graph(base)
    found = frozenset(
        Quad(each.subject, each.predicate, each.object, part_reading.graph_here(each.graph, main))
        for each in read.quads
    )
    here = _here(reader, {quad.subject for quad in found})
    present = {_key(quad) for quads in here.values() for quad in quads}
    added = frozenset(quad for quad in found if _key(quad) not in present)
    things = _things(found, added, here)
    digest = hashlib.sha256("".join(sorted(f"{nquad(quad)}\n" for quad in found)).encode()).hexdigest()
    what, where = part_reading.described(source, part), source.meta().endpoint
    summary = shorten(f"Copied from {where} at {at.isoformat()}: {what}", 300)
    counts = f"{len(found):,} statements about {things.all:,} things found, {len(added):,} of them added"
    told = frozenset(islice(sorted(added, key=lambda quad: (quad.subject, quad.predicate, nquad(quad))), TOLD))
    names = _Names(source, reader)
    return Plan(
        ChangeSet(summary, added=added.union(_source(base, added, where, at, f"{what}: {counts}. SHA-256 {digest}."))),
        history.sentences(reader, ChangeSet(summary, added=told), names.of),
        len(told),
        _beside(names, added, here),
        _notes(reader, added, read.inferred),
        len(found),
        len(added),
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
        raise BadInput("The project was changed since it was compared; nothing was added.", hint="Compare again.")
    note = Note(workspace.author, why, RevisionKind.IMPORT, source_digest=planned.digest)
    return workspace.commit(planned.change, note)


def _source(base: Iri, added: frozenset[Quad], where: str, at: datetime, words: str) -> Iterator[Quad]:
    """Where something was added of came from, in the words of PROV-O."""
    if not added:
        return
    graph = source_graph(base)
    key = hashlib.sha256(f"{where}\n{at.isoformat()}\n{words}".encode()).hexdigest()[:16]
    copy = Iri(f"{base}copy/{key}")
    label = f"Copied from {where} on {at:%Y-%m-%d at %H:%M:%S} UTC"
    time = Literal(f"{at:%Y-%m-%dT%H:%M:%SZ}", TYPES.dateTime)
    yield Quad(copy, RDF.type, PROV.Activity, graph)
    yield Quad(copy, RDFS.label, Literal(label), graph)
    yield Quad(copy, PROV.used, iri(where), graph)
    yield Quad(copy, PROV.endedAtTime, time, graph)
    yield Quad(copy, DCTERMS.description, Literal(words), graph)
    for each in {quad.subject for quad in added}:
        yield Quad(each, PROV.wasGeneratedBy, copy, graph)


def _here(reader: RecordReader, subjects: set[Iri]) -> dict[Iri, list[Quad]]:
    found: dict[Iri, list[Quad]] = {each: [] for each in subjects}
    every = iter(sorted(subjects))
    while some := tuple(islice(every, _BATCH)):
        for quad in reader.any_of(Pattern(subject=each) for each in some):
            found[quad.subject].append(quad)
    return found


def _things(found: frozenset[Quad], added: frozenset[Quad], here: Mapping[Iri, list[Quad]]) -> Things:
    touched, every = ({quad.subject for quad in quads} for quads in (added, found))
    new = sum(not here[each] for each in touched)
    return Things(new, len(touched) - new, len(every - touched))


def _notes(reader: RecordReader, added: frozenset[Quad], inferred: int) -> tuple[str, ...]:
    rules = rulebook.rules_graph(reader.meta().base)
    ruling = sum(quad.graph == rules for quad in added)
    said: list[str] = []
    if ruling:
        said.append(
            f"{ruling:,} of the statements join the rules of this project: they may change what an assessment finds."
        )
    if inferred:
        said.append(f"{inferred:,} statements that follow from others were left out: they are worked out here.")
    return tuple(said)


def _key(quad: Quad) -> _Triple:
    """What a statement says, whichever way its number is written."""
    return quad.subject, quad.predicate, value_of(quad.object)


def value_of(term: Term) -> Term:
    """The term, in one form for all ways of writing its value; true is not the number 1 here."""
    if isinstance(term, Literal) and term.datatype == TYPES.boolean:
        return Literal(_TRUTHS.get(term.lexical, term.lexical), term.datatype)
    return by_value.of(term)


@dataclass(frozen=True, slots=True)
class _Names:
    """How things are called: here, else at the endpoint."""

    source: RecordReader
    reader: RecordReader

    def of(self, things: Iterable[Iri]) -> dict[Iri, str]:
        wanted = frozenset(things)
        here = browsing.labels(self.reader, wanted)
        known = self.reader.labels(wanted)
        there = self.source.labels(each for each in wanted - set(known) if not each.startswith(part_reading.WORDS))
        return here | {each: name for each, name in there.items() if each not in known}


def _beside(names: _Names, added: frozenset[Quad], here: Mapping[Iri, list[Quad]]) -> tuple[str, ...]:
    """Where the project has a value already and gets another one beside it."""
    old, new = _values(quad for quads in here.values() for quad in quads), _values(added)
    both = sorted(new.keys() & old.keys())
    wanted = {each for pair in both for each in (*pair, *old[pair], *new[pair]) if isinstance(each, str)}
    called = names.of(wanted)
    return tuple(
        f"{called[subject]}: {called[predicate]} is {_told(old[subject, predicate], called)} here; "
        f"{_told(new[subject, predicate], called)} comes beside it"
        for subject, predicate in both
    )


def _values(quads: Iterable[Quad]) -> dict[tuple[Iri, Iri], set[Term]]:
    found: defaultdict[tuple[Iri, Iri], set[Term]] = defaultdict(set)
    for quad in quads:
        found[quad.subject, quad.predicate].add(quad.object)
    return found


def _told(terms: set[Term], names: Mapping[Iri, str]) -> str:
    return ", ".join(
        sorted(names[each] if isinstance(each, str) else f"“{shorten(each.lexical, 120)}”" for each in terms)
    )

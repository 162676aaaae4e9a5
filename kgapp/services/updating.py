"""SPARQL UPDATE on a project: run on a copy, shown as a difference in sentences, committed as one revision.

Guarantees: nothing is changed before ``commit``, and that commits exactly what was shown, or nothing. A value that the
update does not change keeps its written form. The copy holds values, so a removed value removes every statement of the
record with that value; an added one is written as in the record or in the text where it stands there.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Protocol

from kgapp.domain import sparql_text, sparql_update
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, BadTerm, QueryFailed
from kgapp.domain.history import Note, Revision, RevisionKind
from kgapp.domain.messages import RunUpdate, UpdateStep
from kgapp.domain.terms import RDF_LANG_STRING, XSD_STRING, Iri, Literal, Quad, nquad, parse, shorten, skolem_prefix
from kgapp.domain.vocabulary import PREFIXES
from kgapp.services import history, sealing
from kgapp.services.exchange import main_graph
from kgapp.services.ports import Pattern, RecordReader
from kgapp.services.updating_words import warnings
from kgapp.services.workspace import Workspace

MOST_STATEMENTS: Final = 100_000
"""So many statements one update may change; more is an import, or several updates."""
TOLD: Final = 2_000
"""So many statements are told in sentences."""

_PLAIN: Final = frozenset((XSD_STRING, RDF_LANG_STRING))


@dataclass(frozen=True, slots=True)
class Ran:
    """What an update did to a copy, as lines of N-Quads.

    ``written`` are the literals of its text as (value, written form), ``alike`` the statements of the record that were asked
    about as (line, line in values).
    """

    removed: tuple[str, ...]
    added: tuple[str, ...]
    written: tuple[tuple[str, str], ...]
    alike: tuple[tuple[str, str], ...]


class Updates(Protocol):
    """Runs an update on a copy of the graph."""

    def run(
        self,
        chunks: Iterable[bytes],
        request: RunUpdate,
        alike: Callable[[tuple[str, ...], tuple[str, ...]], tuple[str, ...]],
        *,
        limit_s: float,
    ) -> Ran:
        """Run it on the N-Quads given; ``alike`` says which statements of the record to compare what changed with.

        Raises ``QueryFailed``, ``QueryTimeout`` or ``QueryStopped``.
        """
        ...

    def stop(self) -> None:
        """End what runs or is about to, for good; callable from any thread."""


@dataclass(frozen=True, slots=True)
class GraphCount:
    """How many statements of a graph go and come."""

    graph: Iri
    removed: int
    added: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an update would change, as of revision ``seq``.

    ``sentences`` tell the first ``told`` of ``statements``; ``warnings`` say what one might not expect. ``sweeping`` says,
    with counts, that more than half of the project goes, or all of a graph: that takes a yes of its own.
    """

    text: str
    seq: int
    revision_hash: str
    change: ChangeSet
    sentences: tuple[str, ...]
    told: int
    graphs: tuple[GraphCount, ...]
    warnings: tuple[str, ...]
    sweeping: tuple[str, ...] = ()

    @property
    def statements(self) -> int:
        """How many statements go or come."""
        return len(self.change.removed) + len(self.change.added)


def preview(workspace: Workspace, updates: Updates, text: str, *, timeout_s: float = 60.0) -> Preview:
    """Run an update on a copy and say what it would change; nothing is changed.

    Raises ``QueryRefused``, ``QueryFailed``, ``QueryTimeout``, ``QueryStopped``, ``Sealed`` and ``BadInput``.
    """
    reader = workspace.reader
    if reader.meta().endpoint:
        raise only_read()
    operations = sparql_update.gate(text)
    with reader.snapshot() as snapshot:
        seq = snapshot.seq
        ran = updates.run(
            snapshot.chunks,
            _request(reader, text, operations),
            lambda removed, added: tuple(_candidates(reader, (*removed, *added))),
            limit_s=timeout_s,
        )
    written = _Written(reader, ran, text)
    change = written.change()
    head = reader.head()
    if (head.seq if head else 0) != seq:
        raise _stale()
    sealing.check(reader, change, Note(workspace.author, "", RevisionKind.UPDATE))
    shown, graphs = _first(change), _graphs(change)
    return Preview(
        text,
        seq,
        head.hash if head else "",
        change,
        history.sentences(reader, shown),
        len(shown.removed) + len(shown.added),
        graphs,
        warnings(reader, change, written.values, written.computed),
        tuple(_sweeping(reader, graphs)),
    )


def commit(workspace: Workspace, shown: Preview, why: str, *, agreed: tuple[str, ...] = ()) -> Revision | None:
    """Commit what was shown as one revision; ``None`` when that changes nothing.

    ``agreed`` is what was said yes to of ``shown.sweeping``: all of it, or nothing is done. Raises ``BadInput`` without that
    yes and when the project was changed after it was shown, ``ReadOnly`` and ``Sealed``.
    """
    if set(shown.sweeping) - set(agreed):
        raise unconfirmed(shown)
    head = workspace.reader.head()
    if (head.seq if head else 0, head.hash if head else "") != (shown.seq, shown.revision_hash):
        raise _stale()
    digest = hashlib.sha256(shown.text.encode()).hexdigest()
    return workspace.commit(shown.change, Note(workspace.author, why, RevisionKind.UPDATE, source_digest=digest))


def only_read() -> BadInput:
    """What to raise for an update of an endpoint."""
    return BadInput(
        "An endpoint is only read: an update is not sent to it.", hint="Change the project that is published there."
    )


def unconfirmed(shown: Preview) -> BadInput:
    """Why an update that removes so much is not done unless somebody says that it is meant."""
    return BadInput(
        f"{' '.join(shown.sweeping)} Nothing was changed.",
        hint="Look at what it matches. When all of that is meant to go, say so: with --remove-so-much, or by the tick in the window.",
    )


def _sweeping(reader: RecordReader, graphs: tuple[GraphCount, ...]) -> Iterator[str]:
    removed = sum(each.removed for each in graphs)
    if not removed:
        return
    total, sizes = reader.count(), dict(reader.graphs())
    if removed * 2 > total:
        yield f"It removes {removed:,} of the {total:,} statements of the project."
    for each in graphs:
        if each.removed and each.removed == sizes.get(each.graph):
            what = "the only statement" if each.removed == 1 else f"all {each.removed:,} statements"
            yield f"It removes {what} of the graph <{each.graph}>."


def _stale() -> BadInput:
    return BadInput(
        "The project was changed since the update was run on a copy; nothing was changed by it.",
        hint="Look at it again.",
    )


def _request(reader: RecordReader, text: str, operations: tuple[sparql_update.Operation, ...]) -> RunUpdate:
    meta = reader.meta()
    steps = tuple(UpdateStep(each.kind, each.text, each.declared, each.literals) for each in operations)
    prefixes = tuple((PREFIXES | dict(meta.prefixes)).items())
    used = sparql_text.used_prefixes(text)
    return RunUpdate(
        text, steps, tuple(each for each in prefixes if each[0] in used), main_graph(meta.base), MOST_STATEMENTS
    )


def _candidates(reader: RecordReader, lines: Iterable[str]) -> Iterator[str]:
    """The statements whose values may be written differently from how an engine writes them, where something changed."""
    places = {(quad.subject, quad.predicate) for quad in map(_quad, lines) if not quad.subject.startswith("_:")}
    for subject, predicate in sorted(places):
        for quad in reader.quads(Pattern(subject, predicate)):
            if isinstance(quad.object, Literal) and quad.object.datatype not in _PLAIN:
                yield nquad(quad)


def _quad(line: str) -> Quad:
    """A line of the child as a value; blank nodes keep their names for now. Raises ``QueryFailed``."""
    subject, _, rest = line.partition(" ")
    predicate, _, rest = rest.partition(" ")
    value, _, graph = rest.removesuffix(" .").rpartition(" ")
    try:
        term = Iri(value) if value.startswith("_:") else parse(value)
    except BadTerm as error:
        raise QueryFailed(
            f"The update makes what kgapp does not keep: {shorten(value)}.", hint="Nothing was changed."
        ) from error
    return Quad(_name(subject), _name(predicate), term, _name(graph))


def _name(term: str) -> Iri:
    if term.startswith("_:"):
        return Iri(term)
    found = parse(term)
    assert isinstance(found, str), "subjects, predicates and graphs are names"
    return found


@dataclass(slots=True)
class _Written:
    """Turns what changed in values into what changes in the record."""

    reader: RecordReader
    ran: Ran
    text: str
    values: dict[Literal, str] = field(default_factory=dict)
    """What is written otherwise than queries show it, with its value."""
    computed: set[Literal] = field(default_factory=set)
    """What is added as the engine writes it, because it stands nowhere else."""

    def change(self) -> ChangeSet:
        """The change of the record."""
        forms: dict[Quad, list[Quad]] = {}
        for line, value in self.ran.alike:
            forms.setdefault(_quad(value), []).append(_quad(line))
        removed = frozenset(each for line in self.ran.removed for each in self._recorded(_quad(line), forms))
        added = frozenset(self._added(forms, removed))
        summary = f"SPARQL update: {len(removed):,} removed, {len(added):,} added"
        return ChangeSet(summary, removed, added)

    def _recorded(self, value: Quad, forms: dict[Quad, list[Quad]]) -> list[Quad]:
        found = forms.get(value) or [value]
        for quad in found:
            if quad != value and isinstance(quad.object, Literal) and isinstance(value.object, Literal):
                self.values[quad.object] = value.object.lexical
        return found

    def _added(self, forms: dict[Quad, list[Quad]], removed: frozenset[Quad]) -> Iterator[Quad]:
        places: dict[tuple[Iri, Iri, Literal], set[Literal]] = {}
        moved: dict[tuple[Iri, Literal], set[Literal]] = {}
        for value, quads in forms.items():
            assert isinstance(value.object, Literal), "only these are asked about"
            literals = {quad.object for quad in quads if isinstance(quad.object, Literal)}
            places.setdefault((value.subject, value.predicate, value.object), set()).update(literals)
            if removed.intersection(quads):
                moved.setdefault((value.subject, value.object), set()).update(literals)
        typed = self._typed()
        names = self._blank_nodes()
        for line in self.ran.added:
            quad = _quad(line)
            term = quad.object
            found: Iterable[Literal | Iri] = (names.get(term, term),) if isinstance(term, str) else (term,)
            if isinstance(term, Literal) and term.datatype not in _PLAIN:
                found = places.get((quad.subject, quad.predicate, term)) or moved.get((quad.subject, term)) or ()
                found = found or typed.get(term) or (term,)
                self.computed |= {term} if found == (term,) and term not in typed else set()
            subject = names.get(quad.subject, quad.subject)
            yield from (Quad(subject, quad.predicate, each, quad.graph) for each in found)

    def _typed(self) -> dict[Literal, tuple[Literal]]:
        """How values are written in the text, where that is one way."""
        found: dict[str, set[str]] = {}
        for value, written in self.ran.written:
            found.setdefault(value, set()).add(written)
        pairs = ((parse(value), parse(next(iter(written)))) for value, written in found.items() if len(written) == 1)
        return {
            value: (written,) for value, written in pairs if isinstance(value, Literal) and isinstance(written, Literal)
        }

    def _blank_nodes(self) -> dict[Iri, Iri]:
        """The IRIs that take the place of new blank nodes: the same text makes others on another revision."""
        named = [term for line in self.ran.added for term in _blank(_quad(line))]
        if not named:
            return {}
        head = self.reader.head()
        digest = hashlib.sha256(f"{head.hash if head else ''}\n{self.text}".encode()).hexdigest()
        prefix = skolem_prefix(self.reader.meta().base, digest)
        return {term: Iri(f"{prefix}{at}") for at, term in enumerate(dict.fromkeys(named), 1)}


def _blank(quad: Quad) -> Iterator[Iri]:
    for term in (quad.subject, quad.object):
        if isinstance(term, str) and term.startswith("_:"):
            yield term


def _first(change: ChangeSet) -> ChangeSet:
    if len(change.removed) + len(change.added) <= TOLD:
        return change
    ordered = sorted(change.removed | change.added, key=lambda quad: (quad.subject, quad.predicate, nquad(quad)))
    kept = frozenset(ordered[:TOLD])
    return ChangeSet(change.summary, change.removed & kept, change.added & kept)


def _graphs(change: ChangeSet) -> tuple[GraphCount, ...]:
    gone, come = (Counter(quad.graph for quad in quads) for quads in (change.removed, change.added))
    return tuple(GraphCount(graph, gone[graph], come[graph]) for graph in sorted(gone.keys() | come.keys()))

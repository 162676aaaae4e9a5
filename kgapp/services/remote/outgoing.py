"""What of a project goes to a server: its statements now or as of a revision, joined into one graph.

What is marked personal is left out, and what refers to it, unless people are to be included. What is marked internal, and know-how
without a mark, goes along: a server in the place of the project must say the same of an impact. How much that is, is told. A mark counts
that was there then, or is now: what was marked later is no less confidential in an earlier revision.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kgapp.domain.history import Revision
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Quad, Term, ntriples
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services import as_of
from kgapp.services.for_inspection import PERSONAL
from kgapp.services.ports import Pattern, RecordReader

Triple = tuple[Iri, Iri, Term]
_OPEN: Final = frozenset((KG.partner, KG.public, KG.personal))


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent, of revision ``seq``: ``triples`` in one order, ``digest`` over them, and what is told before.

    ``personal_things`` are marked so, ``personal_figures`` are statements on people that count as personal, and ``named`` are
    the people who are sent in any case.
    """

    triples: tuple[Triple, ...]
    digest: str
    seq: int
    revision_hash: str
    graphs: int
    joined: int
    personal_things: int
    left_out: int
    internal_things: int
    with_people: bool
    personal_figures: int = 0
    named: int = 0

    @property
    def confidential(self) -> int:
        """How much of what is sent is marked internal or personal; it is sent only to a yes that names this number."""
        return self.internal_things + (self.personal_things + self.personal_figures if self.with_people else 0)

    @property
    def becomes_visible(self) -> str:
        """What of that whoever may read the server reads afterwards; empty when it is nothing."""
        parts = [(self.internal_things, "things marked internal, or know-how without a mark")]
        if self.with_people:
            parts += [(self.personal_things, "things marked personal"), (self.personal_figures, "figures on people")]
        return "; ".join(f"{count:,} {what}" for count, what in parts if count)

    @property
    def visible(self) -> str:
        """That, as one of the sentences; empty without it."""
        found = self.becomes_visible
        return f"Sent, too: {found}. Whoever may read the server reads them." if found else ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What whoever sends it must know before."""
        joined = f"; {self.joined:,} that stand in several graphs are sent once" if self.joined else ""
        first = (
            f"Revision {self.seq} ({self.revision_hash[:16] or 'empty'}): {len(self.triples):,} statements of "
            f"{'1 graph' if self.graphs == 1 else f'{self.graphs:,} graphs'}, joined into one{joined}. In which graph each stood, and the history, are not sent."
        )
        told = [first]
        if not self.with_people:
            told.append(
                f"Left out: {self.left_out:,} statements, with {self.personal_things:,} things marked personal "
                f"and {self.personal_figures:,} figures on people."
            )
        if self.visible:
            told.append(self.visible)
        if self.named:
            told.append(f"Sent, too: {self.named:,} people by their names, with what they know, do and decided.")
        return tuple(told)


def plan(reader: RecordReader, seq: int | None = None, *, people: bool = False) -> Plan:
    """Collect what is sent. Raises ``NotFound`` for no such revision, ``BadInput`` when too much has changed since."""
    quads, revision = _quads(reader, seq)
    marks = _marks((*quads, *reader.quads(Pattern(predicate=KG.confidentiality))))
    personal = frozenset(each for each, found in marks.items() if KG.personal in found)
    hidden = frozenset() if people else personal
    kept = [quad for quad in quads if people or not _is_personal(quad, hidden)]
    triples = {(quad.subject, quad.predicate, quad.object) for quad in kept}
    ordered = tuple(sorted(triples, key=written))
    return Plan(
        ordered,
        hashlib.sha256("".join(f"{written(each)}\n" for each in ordered).encode()).hexdigest(),
        revision.seq if revision else 0,
        revision.hash if revision else "",
        len({quad.graph for quad in kept}),
        len(kept) - len(triples),
        len(personal),
        len(quads) - len(kept),
        len(_internal(quads, marks) - personal),
        people,
        sum(quad.predicate in PERSONAL for quad in quads),
        len({quad.subject for quad in kept if quad.predicate == RDF.type and quad.object == KG.Person}),
    )


def written(triple: Triple) -> str:
    """One statement in N-Triples, which SPARQL reads as well."""
    subject, predicate, value = triple
    return f"<{subject}> <{predicate}> {ntriples(value)} ."


def _quads(reader: RecordReader, seq: int | None) -> tuple[frozenset[Quad], Revision | None]:
    head = reader.head()
    then = head if seq is None else reader.revision(seq)
    quads = frozenset(reader.quads(Pattern()))
    if then is None or head is None or then.seq == head.seq:
        return quads, then
    since = as_of.changed_since(reader, then.seq, head.seq)
    return (quads - since.added) | since.removed, then


def _marks(quads: Iterable[Quad]) -> Mapping[Iri, set[Term]]:
    marks: dict[Iri, set[Term]] = {}
    for quad in quads:
        if quad.predicate == KG.confidentiality:
            marks.setdefault(quad.subject, set()).add(quad.object)
    return marks


def _is_personal(quad: Quad, hidden: frozenset[Iri]) -> bool:
    return quad.predicate in PERSONAL or bool(hidden & {quad.subject, quad.graph}) or quad.object in hidden


def _internal(quads: frozenset[Quad], marks: Mapping[Iri, set[Term]]) -> set[Iri]:
    kinds = with_subclasses((KG.KnowHow,))
    know_how = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object in kinds}
    silent = {each for each in know_how if not marks.get(each, set()) & _OPEN}
    return silent | {each for each, found in marks.items() if KG.internal in found}

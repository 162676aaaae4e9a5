"""The statements of a bundle beside those of the project: what of them may come in at all, and what they would change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from kgapp.domain import shapes, terms
from kgapp.domain.bundle import Manifest, Profile
from kgapp.domain.shape_table import SHAPES
from kgapp.domain.terms import GENID, Iri, Quad
from kgapp.domain.vocabulary import CLASSES, KG, PREFIXES, PROPERTIES, RDF
from kgapp.services.bundles import differences, rules, visible
from kgapp.services.bundles.canonical_names import Row
from kgapp.services.bundles.differences import Difference, States
from kgapp.services.bundles.rules import written

_SILENT: Final = (*rules.NEVER, KG.PropagationRule, KG.BarrierKind, KG.Question, KG.QuestionParameter)
"""How a side works and what it asks: no bundle brings it."""
_GUARDED: Final = (*_SILENT, *rules.INTERNAL_UNLESS_MARKED, KG.Person)
"""Kinds that keep things from going by themselves: no bundle takes one away."""
_TYPE: Final = written(RDF.type)
_MARK: Final = written(KG.confidentiality)
_STATUS: Final = written(KG.status)
_DRAFT: Final = written(KG.elicited)
_RETIRED: Final = written(KG.retired)
_SHUT: Final = frozenset((written(KG.internal), written(KG.personal)))
_UNNAMED: Final = f"/{GENID}".encode()
_VOCABULARIES: Final = tuple(f"<{PREFIXES[each]}".encode() for each in ("kg", "rdf", "rdfs", "owl"))


@dataclass(frozen=True, slots=True)
class Rows:
    """Both states of what came in: ``base`` was known to both, ``theirs`` is the bundle, ``removed`` what it says was taken away.

    ``theirs_here`` are the graphs that hold what came from this sender: only there can it take something away without an answer.

    With ``one_value`` two values where one can be are a conflict; a project that is started takes all as it is said.

    ``shown`` is the profile of the bundle that is answered: it names the unnamed things of the project; ``None`` where they
    have the names of the bundle already.
    """

    manifest: Manifest
    base: Sequence[bytes]
    theirs: Sequence[bytes]
    removed: frozenset[Quad]
    shown: Profile | None
    one_value: bool = True
    theirs_here: frozenset[Iri] = frozenset()


@dataclass(frozen=True, slots=True)
class Incoming:
    """What would change, by thing, and what somebody has to know before."""

    differences: tuple[Difference, ...]
    left_out: tuple[str, ...]
    kinds: Mapping[Iri, str]
    drafts: frozenset[Iri]
    blocked: Mapping[Iri, str]
    notes: Mapping[Iri, tuple[str, ...]]
    graphs: Mapping[Iri, tuple[Iri, ...]]
    back: Mapping[Iri, Iri]


def without(lines: Iterable[bytes], things: Iterable[Iri]) -> tuple[bytes, ...]:
    """The statements about everything else, without those about unnamed parts of these things."""
    shut, every = set(map(written, things)), list(visible.rows(lines))
    below: dict[bytes, list[bytes]] = defaultdict(list)
    for subject, _, value, _ in every:
        if _local(value):
            below[subject].append(value)
    waiting = list(shut)
    while waiting:
        found = [each for each in below[waiting.pop()] if each not in shut]
        shut.update(found)
        waiting += found
    return tuple(visible.line(row) for row in every if row[0] not in shut)


def of(rows: Rows, chunks: Sequence[bytes], own: Iri) -> Incoming:
    """What the bundle would change in a project whose base is ``own``; ``chunks`` are all of its statements."""
    base = list(visible.rows(rows.base))
    there = {_iri(row[3]) for row in visible.rows(chunks)}
    theirs, left_out = allowed(visible.rows(rows.theirs), (rows.manifest.base, own), there)
    to_bundle = visible.of(chunks, own, rows.shown).names if rows.shown and _has_unnamed(base, theirs) else {}
    came_before = {end for row in theirs for end in (row[0], row[2]) if end in to_bundle}
    to_bundle = {here: there for here, there in to_bundle.items() if here not in came_before}
    theirs = _aligned(theirs, base, to_bundle.values())
    wanted = _touched(base, theirs, rows.removed)
    every = [
        (to_bundle.get(s, s), p, to_bundle.get(o, o), g)
        for s, p, o, g in visible.rows(chunks)
        if to_bundle.get(s, s) in wanted
    ]
    facts = _Facts()
    facts.read(theirs, every)
    own_graphs = {f"<{own}{each}>".encode() for each in rules.OWN_GRAPHS}
    mine = [row for row in every if row[3] not in own_graphs]
    removed = {_row(quad) for quad in rows.removed}
    theirs, removed = facts.decided_here(theirs, removed)
    states = States(
        _quads(row for row in base if row[0] in wanted),
        _quads(row for row in theirs if row[0] in wanted),
        _quads(mine),
        _quads(removed),
    )
    shared = {row[3] for row in base} if rows.shown else set(map(written, rows.theirs_here))
    found = tuple(_shared(differences.of(states, facts.single if rows.one_value else _several), shared))
    entities = [each.entity for each in found]
    return Incoming(
        found,
        left_out,
        {each: facts.kind(each) for each in entities},
        frozenset(each for each in entities if facts.is_draft(each)) | facts.drafts(theirs),
        {each.entity: why for each in found if (why := facts.blocked(each))},
        {each: tuple(facts.notes[each]) for each in entities if each in facts.notes},
        facts.graphs(mine),
        {_iri(there): _iri(here) for here, there in to_bundle.items()},
    )


@dataclass(slots=True)
class _Facts:
    """What decides about a thing, as it stands here and in the bundle."""

    here: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    there: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    statuses: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    subjects: set[bytes] = field(default_factory=set)
    notes: dict[Iri, list[str]] = field(default_factory=lambda: defaultdict(list))

    def read(self, theirs: Iterable[Row], mine: Iterable[Row]) -> None:
        for subject, predicate, value, _ in theirs:
            if predicate == _TYPE:
                self.there[subject].add(value)
        for subject, predicate, value, _ in mine:
            self.subjects.add(subject)
            if predicate == _TYPE:
                self.here[subject].add(value)
            elif predicate == _MARK:
                self.marks[subject].add(value)
            elif predicate == _STATUS:
                self.statuses[subject].add(value)

    def decided_here(self, theirs: Iterable[Row], removed: Set[Row]) -> tuple[list[Row], set[Row]]:
        """Without what each side decides for itself: who may see a thing that is here, and how far know-how is reviewed."""
        kept: list[Row] = []
        for row in theirs:
            if row[1] == _MARK and row[0] in self.subjects:
                if row[2] not in self.marks[row[0]]:
                    self.notes[_iri(row[0])].append(
                        "Who may see it is decided here: the confidentiality that the bundle states is not taken over."
                    )
            elif not self._reviewed_here(row):
                kept.append(row)
            elif row[2] not in (_DRAFT, *self.statuses[row[0]]):
                self.notes[_iri(row[0])].append(
                    "How far it is reviewed is decided here: the status there is not taken over."
                )
        drafts = {row[0] for row in removed if row[1] == _STATUS and self._know_how(row[0])}
        return kept, {
            row
            for row in removed
            if not (row[1] == _MARK and row[0] in self.subjects)
            and not (row[1] == _STATUS and row[0] in drafts)
            and not (row[1] == _TYPE and row[2] in rules.kinds(_GUARDED))
        }

    def single(self, thing: Iri, predicate: Iri) -> bool:
        types = frozenset(self.here[written(thing)] | self.there[written(thing)])
        return predicate in _single(types)

    def kind(self, thing: Iri) -> str:
        types = sorted(self.here[written(thing)] or self.there[written(thing)])
        names = (CLASSES[kind].label if (kind := _iri(each)) in CLASSES else kind for each in types)
        return ", ".join(names)

    def is_draft(self, thing: Iri) -> bool:
        return written(thing) not in self.subjects and self._know_how(written(thing))

    def blocked(self, found: Difference) -> str:
        for thing in {written(found.entity), *(written(each.subject) for each in found.touched)}:
            if self.marks[thing] & _SHUT:
                return (
                    "It is marked internal or personal here, and no bundle changes that. Mark it for the partner first."
                )
            if self.here[thing] & rules.kinds(rules.INTERNAL_UNLESS_MARKED) and not self.marks[thing]:
                return "It is internal here until somebody marks it for partners, and no bundle changes that."
            if self.here[thing] & rules.kinds(_SILENT):
                return "It is a record of decisions or a question here, and no bundle changes that."
        return ""

    def graphs(self, mine: Iterable[Row]) -> dict[Iri, tuple[Iri, ...]]:
        """Where each thing that is here stands: first the graph that says most about it."""
        counts: dict[bytes, Counter[bytes]] = defaultdict(Counter)
        for subject, _, _, graph in mine:
            counts[subject][graph] += 1
        return {
            _iri(subject): tuple(map(_iri, sorted(found, key=lambda graph: (-found[graph], graph))))
            for subject, found in counts.items()
        }

    def drafts(self, theirs: Iterable[Row]) -> frozenset[Iri]:
        """What a review status would come in of: know-how, also unnamed, and things that nobody says the kind of."""
        found = {row[0] for row in theirs if row[1] == _STATUS and row[0] not in self.statuses}
        typed = {each for each in found if self.here[each] or self.there[each]}
        return frozenset(_iri(each) for each in found if each not in typed or self._know_how(each))

    def _reviewed_here(self, row: Row) -> bool:
        """Whether a row says how far know-how is reviewed whose review is recorded here; that it is retired is news."""
        return row[1] == _STATUS and row[2] != _RETIRED and row[0] in self.statuses and self._know_how(row[0])

    def _know_how(self, thing: bytes) -> bool:
        return bool((self.here[thing] | self.there[thing]) & rules.kinds((KG.KnowHow,)))


@cache
def _single(types: frozenset[bytes]) -> frozenset[Iri]:
    """The properties that a thing of these types has one value of at most: by the shapes and by the ontology."""
    shaped = {each.path for each in shapes.properties_of(map(_iri, types), SHAPES) if each.max_count == 1}
    return frozenset(shaped | {path for path, term in PROPERTIES.items() if term.functional})


def allowed(rows: Iterable[Row], bases: Sequence[Iri], there: Iterable[Iri] = ()) -> tuple[list[Row], tuple[str, ...]]:
    """What may come in at all, and sentences about what may not; ``there`` are the graphs of the project."""
    shut = {f"<{base}{graph}>".encode() for base in bases for graph in rules.OWN_GRAPHS}
    beginnings = tuple(f"<{base}graph/".encode() for base in bases)
    silent_kinds = rules.kinds(_SILENT)
    theirs = list(rows)
    graphs = {*map(written, there), *(row[3] for row in theirs)}
    silent = {row[0] for row in theirs if row[1] == _TYPE and row[2] in silent_kinds}
    counts: Counter[str] = Counter()
    kept = []
    for row in theirs:
        if row[3] in shut or row[0] in shut:
            counts["in graphs that hold how a side works"] += 1
        elif row[0] in graphs or row[0].startswith(beginnings):
            counts["about graphs: who may see them is decided here"] += 1
        elif row[0] in silent or row[2] in silent:
            counts["about assessments, rules or questions"] += 1
        elif row[0].startswith(_VOCABULARIES):
            counts["about the vocabulary itself"] += 1
        else:
            kept.append(row)
    return kept, tuple(f"Never taken over: {count:,} statements {what}." for what, count in sorted(counts.items()))


def _aligned(theirs: Iterable[Row], base: Iterable[Row], here: Iterable[bytes]) -> list[Row]:
    """With the names that unnamed things have in the base or here, where they are the same things."""
    names = {_local(end): end for end in here}
    names |= {_local(end): end for row in base for end in (row[0], row[2]) if _local(end)}
    return [(names.get(_local(s), s), p, names.get(_local(o), o), g) for s, p, o, g in theirs]


def _shared(found: Iterable[Difference], shared: Set[bytes]) -> Iterator[Difference]:
    """Without what would be taken away, and nothing put in its place, from graphs that the sender has nothing to say about."""
    for each in found:
        touched = [
            one
            if one.added or one.conflict
            else replace(one, removed=frozenset(quad for quad in one.removed if written(quad.graph) in shared))
            for one in each.touched
        ]
        kept = tuple(one for one in touched if one.added or one.removed or one.conflict)
        if kept:
            yield replace(each, touched=kept)


def _several(_thing: Iri, _predicate: Iri) -> bool:
    return False


def _local(end: bytes) -> bytes:
    return end.rpartition(_UNNAMED)[2] if end[:1] == b"<" and _UNNAMED in end else b""


def _has_unnamed(*every: Iterable[Row]) -> bool:
    return any(_UNNAMED in row[0] or _UNNAMED in row[2] for rows in every for row in rows)


def _touched(base: Sequence[Row], theirs: Sequence[Row], removed: Iterable[Quad]) -> set[bytes]:
    """The things that something is said about which was not known to both, or no longer is; unnamed ones with their owners."""
    known = {row[:3] for row in base}
    wanted = {row[0] for row in theirs if row[:3] not in known} | {written(quad.subject) for quad in removed}
    unnamed = {row[0] for rows in (base, theirs) for row in rows if _UNNAMED in row[0] or _UNNAMED in row[2]}
    return wanted | unnamed


def _quads(rows: Iterable[Row]) -> frozenset[Quad]:
    return frozenset(map(quad, rows))


def quad(row: Row) -> Quad:
    value: Any = _iri(row[2]) if row[2][:1] == b"<" else terms.parse(row[2].decode())
    return Quad(_iri(row[0]), _iri(row[1]), value, _iri(row[3]))


def _row(quad: Quad) -> Row:
    return written(quad.subject), written(quad.predicate), terms.ntriples(quad.object).encode(), written(quad.graph)


def _iri(part: bytes) -> Iri:
    return Iri(part[1:-1].decode())

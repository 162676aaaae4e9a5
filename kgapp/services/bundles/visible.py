"""The statements that a recipient may see, built up from none.

A statement goes only if its subject, its property, its object and its graph may be seen. A thing may be seen if no mark of it,
in whichever graph, speaks against it; what says something about a statement goes only with that; and a thing that would lose
what its class cannot be without (a setting its factor) stays here, whether what is missing is confidential or was never there.
So what is confidential leaves no trace: neither in what goes, nor in its order, nor in the names of what has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from kgapp.domain.bundle import Level, Profile
from kgapp.domain.ordering import sorted_in_parts
from kgapp.domain.terms import GENID, Iri
from kgapp.domain.vocabulary import KG, RDF
from kgapp.services.bundles import canonical_names, completeness, parts, rules
from kgapp.services.bundles.canonical_names import Row
from kgapp.services.bundles.rules import written

_TYPE: Final = written(RDF.type)
_MARK: Final = written(KG.confidentiality)
_DIGEST: Final = written(KG.sha256)
_UNNAMED: Final = f"/{GENID}".encode()
_ABOUT: Final = frozenset(map(written, rules.ABOUT_STATEMENTS))


@dataclass(frozen=True, slots=True)
class Visible:
    """The lines of the bundled graph, sorted, each with its newline; and, for the sender alone, what stayed.

    ``names`` leads from the names of unnamed things here to those in the bundle, as written in N-Quads. ``graphs`` are those that
    may be seen, also where nothing of them is.
    """

    lines: list[bytes]
    files: tuple[str, ...]
    names: dict[bytes, bytes]
    withheld: Withheld
    graphs: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Withheld:
    """What stays with the sender: never told to anybody else."""

    statements: int
    things: int
    incomplete: tuple[str, ...]
    graphs: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Facts:
    """What all statements say, in whichever graph, that decides who may see a thing."""

    types: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    marks: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    about: dict[bytes, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    files: set[bytes] = field(default_factory=set)
    graphs: Counter[bytes] = field(default_factory=Counter)


def rows(chunks: Iterable[bytes]) -> Iterator[Row]:
    """The statements of canonical N-Quads, chunk by chunk of whole lines."""
    for chunk in chunks:
        for line in chunk.splitlines():
            subject, predicate, rest = line.split(b" ", 2)
            value, graph, _ = rest.rsplit(b" ", 2)
            yield subject, predicate, value, graph


def line(row: Row) -> bytes:
    """A statement as a line of N-Quads."""
    return b"%s %s %s %s .\n" % row


def of(chunks: Sequence[bytes], base: Iri, profile: Profile) -> Visible:
    """What of the statements (canonical N-Quads, whole lines per chunk) a profile lets go.

    Raises ``BadInput`` for a part that does not go, and for things without names that cannot be named.
    """
    facts = _facts(chunks)
    hidden = _hidden(facts, profile)
    graphs = _graphs(facts, base, profile, hidden)
    shut = {written(each) for each in rules.PERSONAL_PROPERTIES}
    shut |= set() if profile.notes else {written(each) for each in rules.NOTES}
    kept = list(_seen(chunks, hidden, shut, graphs))
    incomplete = completeness.incomplete(kept)
    if incomplete:
        kept = [row for row in kept if row[0] not in incomplete and row[2] not in incomplete]
    kept = _reached(parts.chosen(kept, profile.parts) if profile.parts else kept)
    named, names = _renamed(kept, base)
    total = facts.graphs.total()
    return Visible(
        sorted_in_parts(named),
        tuple(sorted({row[2][1:65].decode() for row in kept if row[1] == _DIGEST})),
        names,
        Withheld(
            total - len(named),
            len(hidden),
            tuple(sorted(each[1:-1].decode() for each in incomplete)),
            tuple(sorted((each[1:-1].decode(), count) for each, count in facts.graphs.items() if each not in graphs)),
        ),
        frozenset(graphs),
    )


def _facts(chunks: Sequence[bytes]) -> _Facts:
    facts = _Facts()
    told = {_TYPE: facts.types, _MARK: facts.marks} | dict.fromkeys(_ABOUT, facts.about)
    counts: Counter[bytes] = facts.graphs
    for subject, predicate, value, graph in rows(chunks):
        counts[graph] += 1
        if predicate in told:
            told[predicate][subject].add(value)
        elif predicate == _DIGEST:
            facts.files.add(subject)
    return facts


def _hidden(facts: _Facts, profile: Profile) -> set[bytes]:
    """All that must not be seen: marked so, of a kind that stays, or about a statement that cannot be seen."""
    allowed = {written(rules.WORDS[each]) for each in profile.levels}
    hidden = {thing for thing, marks in facts.marks.items() if not marks <= allowed}
    never = rules.kinds(rules.NEVER) | (frozenset() if profile.people else rules.kinds((KG.Person,)))
    silent = rules.kinds(rules.INTERNAL_UNLESS_MARKED)
    unmarked_go = Level.INTERNAL in profile.levels
    for thing, types in facts.types.items():
        if types & never or (types & silent and not unmarked_go and thing not in facts.marks):
            hidden.add(thing)
    if not unmarked_go:
        hidden |= {thing for thing in facts.files if thing not in facts.marks}
    hidden |= {written(each) for each in rules.PERSONAL_PROPERTIES}
    return _with_what_tells(hidden, facts.about)


def _with_what_tells(hidden: set[bytes], about: dict[bytes, set[bytes]]) -> set[bytes]:
    """With everything that says something about a statement in which something hidden occurs."""
    tellers = {teller for teller, ends in about.items() if ends & hidden} - hidden
    while tellers:
        hidden |= tellers
        tellers = {teller for teller, ends in about.items() if ends & hidden} - hidden
    return hidden


def _graphs(facts: _Facts, base: Iri, profile: Profile, hidden: Set[bytes]) -> set[bytes]:
    """The main graph, those that are marked for the recipient and those that the profile names; never a hidden one."""
    own = {f"<{base}{each}>".encode() for each in rules.OWN_GRAPHS}
    wanted = {f"<{base}graph/main>".encode(), *(written(each) for each in profile.graphs)}
    return {graph for graph in facts.graphs if graph in wanted or graph in facts.marks} - own - hidden


def _seen(chunks: Sequence[bytes], hidden: Set[bytes], shut: Set[bytes], graphs: Set[bytes]) -> Iterator[Row]:
    closed = hidden | shut
    for row in rows(chunks):
        subject, predicate, value, graph = row
        if graph not in graphs or predicate in closed or subject in hidden or value in hidden:
            continue
        if value.endswith(b">") and value.startswith(b'"') and value[value.rindex(b"^^<") + 2 :] in hidden:
            continue  # a value of a kind that must not be seen
        yield row


def _reached(kept: list[Row]) -> list[Row]:
    """Without the unnamed things that nothing leads to: what they belong to stays, so they do."""
    unnamed = [row for row in kept if _UNNAMED in row[0]]
    if not unnamed:
        return kept
    below: dict[bytes, list[bytes]] = defaultdict(list)
    for row in unnamed:
        if _is_unnamed(row[2]):
            below[row[0]].append(row[2])
    reached: set[bytes] = set()
    waiting = [row[2] for row in kept if _is_unnamed(row[2]) and _UNNAMED not in row[0]]
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += below[node]
    return [row for row in kept if _UNNAMED not in row[0] or row[0] in reached]


def _is_unnamed(value: bytes) -> bool:
    return _UNNAMED in value and value[:1] == b"<"


def _renamed(kept: list[Row], base: Iri) -> tuple[list[bytes], dict[bytes, bytes]]:
    nodes = {end for row in kept for end in (row[0], row[2]) if _is_unnamed(end)}
    if not nodes:
        return [line(row) for row in kept], {}
    found = canonical_names.names(kept, nodes)
    names = {node: f"<{base}{GENID}{name}>".encode() for node, name in found.items()}
    return [line((names.get(s, s), p, names.get(o, o), g)) for s, p, o, g in kept], names

"""Reads a part of an endpoint: things with their surroundings, all things of a class, whole graphs.

Guarantees: a part is read whole, or refused with a sentence: what is too much, what nothing is said of, and what has no name of
its own (a blank node), because an endpoint cannot be asked what else it says of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kgapp.domain.endpoint_names import BLANK, UNNAMED
from kgapp.domain.errors import BadInput, BadTerm, NotFound
from kgapp.domain.inference import INFERRED
from kgapp.domain.names import fold, local_name
from kgapp.domain.shapes import with_subclasses
from kgapp.domain.terms import Iri, Literal, Quad, iri, shorten
from kgapp.domain.vocabulary import CLASSES, PREFIXES, RDF
from kgapp.services import browsing
from kgapp.services.ports import Having, Pattern, RecordReader

MOST_STATEMENTS: Final = 100_000
MOST_THINGS: Final = 20_000
MOST_STEPS: Final = 5
WORDS: Final = tuple(PREFIXES[prefix] for prefix in ("kg", "unit", "rdf", "rdfs", "owl", "xsd", "skos"))
"""What is named with one of these is a word of a vocabulary: no step leads on from it."""

_BATCH: Final = 200
_SAMPLE: Final = 3


@dataclass(frozen=True, slots=True)
class Part:
    """What to copy: things and all things of classes, with what they lead to in ``hops`` steps, and whole graphs as they are.

    With ``uses`` also what leads to the chosen things themselves: that is the first step. ``classes`` are with their
    narrower ones.
    """

    things: tuple[Iri, ...] = ()
    classes: tuple[Iri, ...] = ()
    graphs: tuple[Iri, ...] = ()
    hops: int = 1
    uses: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """All statements of a part, and how many of what follows at the endpoint were left out: that is worked out here."""

    quads: frozenset[Quad]
    inferred: int


def named(
    source: RecordReader,
    *,
    things: Iterable[str] = (),
    classes: Iterable[str] = (),
    graphs: Iterable[str] = (),
    hops: int = 1,
    uses: bool = False,
) -> Part:
    """The part that words name: labels, ids, prefixed names and addresses as the endpoint has them.

    Raises ``NotFound``, ``Ambiguous``, ``BadTerm``, and ``BadInput`` when nothing is named.
    """
    part = Part(
        tuple(dict.fromkeys(browsing.resolve(source, each) for each in things)),
        tuple(dict.fromkeys(_class(source, each) for each in classes)),
        tuple(dict.fromkeys(browsing.spelled(source, each) or _no_graph(source, each) for each in graphs)),
        hops,
        uses,
    )
    if not (part.things or part.classes or part.graphs):
        raise BadInput("It is not said what to copy.", hint="Name a thing, a class or a graph.")
    return part


def described(source: RecordReader, part: Part) -> str:
    """The part in words, all of it."""
    names = browsing.labels(source, (*part.things, *part.classes))
    what = [f"“{names[each]}” (<{each}>)" for each in part.things]
    what += [f"all things of the class “{names[each]}” (<{each}>)" for each in part.classes]
    around = ""
    if what:
        steps = "1 step" if part.hops == 1 else f"{part.hops} steps"
        around = f" with {steps} around" + (", and what leads to it" if part.uses else "")
    graphs = [f"the graph <{each}>" for each in part.graphs]
    return "; ".join((*((", ".join(what) + around,) if what else ()), *graphs))


def nobody(_statements: int) -> None:
    """Nobody wants to know."""


def read(source: RecordReader, part: Part, told: Callable[[int], None] = nobody) -> Read:
    """All of a part; ``told`` hears how many statements were read so far, and may raise. Raises ``NotFound`` for what the endpoint does not have and ``BadInput`` for what cannot be copied."""
    gathered = _Gathered(source, told)
    for graph in part.graphs:
        gathered.graph(graph)
    start = tuple(dict.fromkeys((*part.things, *_instances(source, part.classes))))
    if start:
        gathered.around(start, part)
    _check_names(gathered.quads)
    kept = frozenset(quad for quad in gathered.quads if quad.graph != INFERRED)
    return Read(kept, len(gathered.quads) - len(kept))


@dataclass(slots=True)
class _Gathered:
    """What was read so far; more than the bounds is refused as soon as it is known."""

    source: RecordReader
    told: Callable[[int], None]
    quads: set[Quad] = field(default_factory=set)

    def graph(self, graph: Iri) -> None:
        """All statements of one graph."""
        counted = dict(self.source.graphs()).get(graph, 0)
        if not counted:
            _no_graph(self.source, f"<{graph}>")
        _check_size(counted)
        self._add(self.source.quads(Pattern(graph=graph)))

    def around(self, start: tuple[Iri, ...], part: Part) -> None:
        """What is said of things, and of what they lead to step by step."""
        known: set[Iri] = set()
        ring = start
        for step in range(max(part.hops, int(part.uses)) + 1):
            known.update(ring)
            _check_things(len(known))
            said = self._about(ring)
            silent = sorted(set(part.things) - {quad.subject for quad in said}) if step == 0 else ()
            if silent:
                raise NotFound(f"The endpoint says nothing of <{silent[0]}>.", hint="Nothing was copied.")
            ring = tuple(sorted(self._next(said, start, part, step) - known))

    def _next(self, said: set[Quad], start: tuple[Iri, ...], part: Part, step: int) -> set[Iri]:
        found = {quad.object for quad in said if isinstance(quad.object, str) and quad.predicate != RDF.type}
        found = {each for each in found if not each.startswith(WORDS)} if step < part.hops else set()
        if step == 0 and part.uses:
            for some in _batches(start):
                among = frozenset(some)
                found |= {link.subject for link in self.source.around(some) if link.object in among}
                _check_things(len(found))
        return found

    def _about(self, things: tuple[Iri, ...]) -> set[Quad]:
        blank = next((each for each in things if each.startswith(BLANK)), None)
        if blank is not None:
            raise _unnamed(1)
        said: set[Quad] = set()
        for some in _batches(things):
            said.update(self.source.any_of(Pattern(subject=each) for each in some))
            self._add(said)
        return said

    def _add(self, quads: Iterable[Quad]) -> None:
        self.quads.update(quads)
        _check_size(len(self.quads))
        self.told(len(self.quads))


def _batches(things: tuple[Iri, ...]) -> Iterator[tuple[Iri, ...]]:
    return (things[at : at + _BATCH] for at in range(0, len(things), _BATCH))


def _instances(source: RecordReader, classes: tuple[Iri, ...]) -> tuple[Iri, ...]:
    found: list[Iri] = []
    for each in classes:
        kinds = tuple(sorted(with_subclasses((each,))))
        _check_things(source.count_of((Having(RDF.type, kinds),)))
        here = source.instances(kinds)
        if not here:
            raise NotFound(f"The endpoint has nothing of the class <{each}>.", hint="Nothing was copied.")
        found.extend(here)
    return tuple(found)


def _class(source: RecordReader, text: str) -> Iri:
    found = browsing.spelled(source, text)
    if found is not None:
        return found
    wanted = fold(text)
    known = sorted(kind for kind, term in CLASSES.items() if wanted in {fold(local_name(kind)), fold(term.label)})
    if not known:
        raise NotFound(f"The model has no class “{shorten(text)}”.", hint="Write its name, or its address.")
    return known[0]


def _no_graph(source: RecordReader, text: str) -> Iri:
    there = [graph for graph, _ in source.graphs()]
    shown = ", ".join(f"<{each}>" for each in there[:_SAMPLE])
    more = f" and {len(there) - _SAMPLE:,} more" if len(there) > _SAMPLE else ""
    hint = f"There are {shown}{more}." if there else "It has no named graph."
    raise NotFound(f"The endpoint has no graph {shorten(text)}.", hint=hint)


def _check_names(quads: set[Quad]) -> None:
    """What is copied has names, and each is one: what an endpoint says of an address is taken as it stands until here."""
    unnamed = sum(any(each.startswith(BLANK) for each in _names(quad)) for quad in quads)
    if unnamed:
        raise _unnamed(unnamed)
    for name in {each for quad in quads for each in (*_names(quad), quad.predicate, quad.graph)}:
        try:
            iri(name)
        except BadTerm as error:
            raise BadInput(
                f"The endpoint uses what is no address: {error.sentence}", hint="Nothing was copied."
            ) from error


def _names(quad: Quad) -> tuple[Iri, ...]:
    value = quad.object.datatype if isinstance(quad.object, Literal) else quad.object
    return quad.subject, value


def _unnamed(count: int) -> BadInput:
    which = "1 statement" if count == 1 else f"{count:,} statements"
    return BadInput(
        f"At least {which} of this part name what has no name of its own (a blank node); nothing was copied.",
        hint="An endpoint cannot be asked what else it says of that. Copy fewer steps, or publish the graph with names for everything, as kgapp does.",
    )


def _check_size(statements: int) -> None:
    if statements > MOST_STATEMENTS:
        raise BadInput(
            f"This part has more than {MOST_STATEMENTS:,} statements; nothing was copied.",
            hint="Copy fewer things, or fewer steps around them.",
        )


def _check_things(things: int) -> None:
    if things > MOST_THINGS:
        raise BadInput(
            f"This part is about more than {MOST_THINGS:,} things; nothing was copied.",
            hint="Copy fewer things, or fewer steps around them.",
        )


def graph_here(graph: Iri, main: Iri) -> Iri:
    """Where a statement goes: into the graph it is in, and what is in none into the main one."""
    return main if graph == UNNAMED else graph

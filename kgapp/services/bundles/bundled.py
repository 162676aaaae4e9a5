"""The graph of a bundle as something that views can look at: its statements and nothing else.

Whatever is made for a recipient is made of this, so that nothing can be in it that is not in the bundle. It answers those
questions of a record that looks ask; it has no history, and saves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final, cast

from kgapp.domain import terms
from kgapp.domain.bundle import Manifest
from kgapp.domain.terms import Iri, Literal, Quad, Term, ntriples
from kgapp.domain.vocabulary import RDF, RDFS, SKOS
from kgapp.services.bundles import visible
from kgapp.services.bundles.canonical_names import Row
from kgapp.services.bundles.containers import Entry
from kgapp.services.bundles.rules import written
from kgapp.services.ports import Pattern, ProjectMeta, RecordReader

Maker = Callable[[Manifest, "Bundled"], Iterable[Entry]]
"""Makes files of a bundle from its graph and what it says about itself; that lists the files that were made before."""

_NAMES: Final = (RDFS.label, SKOS.prefLabel)


class Bundled:
    """What a bundle holds, looked up by subject and by property with value."""

    def __init__(self, said: Manifest, lines: Iterable[bytes]) -> None:
        self._meta = ProjectMeta(Path(), said.project, said.base, ())
        self._by_subject: dict[bytes, list[Row]] = defaultdict(list)
        self._by_value: dict[bytes, list[Row]] = defaultdict(list)
        for row in visible.rows(lines):
            self._by_subject[row[0]].append(row)
            if row[2][:1] == b"<":
                self._by_value[row[2]].append(row)

    @property
    def reader(self) -> RecordReader:
        """For services that look at a record; none of them asks for more than there is."""
        return cast("RecordReader", self)

    def subjects(self) -> Iterator[Iri]:
        """Everything that something is said about."""
        return map(_iri, self._by_subject)

    def meta(self) -> ProjectMeta:
        return self._meta

    def head(self) -> None:
        """No revision: which one a bundle came from stays with its sender."""

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        """The statements that match, in the order of the bundle."""
        parts: tuple[Term | None, ...] = (pattern.subject, pattern.predicate, pattern.object, pattern.graph)
        wanted = [(place, ntriples(part).encode()) for place, part in enumerate(parts) if part is not None]
        rows = (row for row in self._candidates(pattern) if all(row[place] == part for place, part in wanted))
        return islice(map(_quad, rows), limit)

    def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
        """Those that match any of the patterns, each once."""
        yield from dict.fromkeys(quad for pattern in patterns for quad in self.quads(pattern))

    def usage(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """In how many statements a thing is the value, by property."""
        counts = Counter(row[1] for row in self._by_value.get(written(entity), ()))
        return tuple((_iri(predicate), count) for predicate, count in sorted(counts.items()))

    def users(self, entity: Iri, predicate: Iri, *, limit: int, after: Iri | None = None) -> tuple[Iri, ...]:
        """What has a thing as the value of a property, by address."""
        wanted = written(predicate)
        found = sorted({_iri(row[0]) for row in self._by_value.get(written(entity), ()) if row[1] == wanted})
        return tuple(islice((one for one in found if after is None or one > after), limit))

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        """The best name of each that has one: English before others."""
        found: dict[Iri, str] = {}
        for thing in iris:
            names = [(q.predicate, q.object) for q in self.quads(Pattern(thing)) if q.predicate in _NAMES]
            ranked = sorted((_rank(predicate, value) for predicate, value in names if isinstance(value, Literal)))
            if ranked:
                found[thing] = ranked[0][2]
        return found

    def literals(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[tuple[Iri, Literal], ...]]:
        """The properties and texts of each that has some."""
        found: dict[Iri, tuple[tuple[Iri, Literal], ...]] = {}
        for thing in iris:
            said = tuple((q.predicate, q.object) for q in self.quads(Pattern(thing)) if isinstance(q.object, Literal))
            if said:
                found[thing] = said
        return found

    def types(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        """The classes of each thing that has some."""
        found = {thing: tuple(_things(self.quads(Pattern(thing, RDF.type)))) for thing in iris}
        return {thing: kinds for thing, kinds in found.items() if kinds}

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """What belongs to one of these classes, by address."""
        found = {quad.subject for kind in classes for quad in self.quads(Pattern(predicate=RDF.type, object=kind))}
        return tuple(sorted(found))

    def classes(self) -> Mapping[Iri, int]:
        """Every class that something belongs to, and how many things do."""
        kind = written(RDF.type)
        of = {value: {row[0] for row in rows if row[1] == kind} for value, rows in self._by_value.items()}
        return {_iri(value): len(things) for value, things in sorted(of.items()) if things}

    def _candidates(self, pattern: Pattern) -> Iterable[Row]:
        if pattern.subject is not None:
            return self._by_subject.get(written(pattern.subject), ())
        if isinstance(pattern.object, str):
            return self._by_value.get(written(pattern.object), ())
        return (row for rows in self._by_subject.values() for row in rows)


def _quad(row: Row) -> Quad:
    subject, predicate, value, graph = row
    known = _iri(value) if value[:1] == b"<" else terms.parse(value.decode())
    return Quad(_iri(subject), _iri(predicate), known, _iri(graph))


def _iri(part: bytes) -> Iri:
    return Iri(part[1:-1].decode())


def _things(quads: Iterable[Quad]) -> Iterator[Iri]:
    yield from (quad.object for quad in quads if isinstance(quad.object, str))


def _rank(predicate: Iri, value: Literal) -> tuple[int, bool, str]:
    return _NAMES.index(predicate), not value.language.startswith("en"), value.lexical

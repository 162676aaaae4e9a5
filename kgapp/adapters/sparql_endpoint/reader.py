"""An endpoint read as a project is: what it says now. It keeps no history, and its literals are values as it writes them.

Implements ``RecordReader``. An answer is whole or an error; what is not there at an endpoint (revisions, saved views,
attachments, a hash of the graph) is empty, or refused with a sentence where a person asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kgapp.adapters.sparql_endpoint.asked import Asked, Wanted, askable, graph_of, number, quad, spelled, thing
from kgapp.adapters.sparql_endpoint.described import Described, is_thing
from kgapp.adapters.sparql_endpoint.listing import Listing
from kgapp.adapters.sparql_endpoint.searching import Searching
from kgapp.domain.changes import ChangeSet
from kgapp.domain.errors import BadInput, NotFound
from kgapp.domain.history import NO_HISTORY, Revision
from kgapp.domain.names import LABELS
from kgapp.domain.terms import Iri, Literal, Quad, Term, sparql
from kgapp.domain.vocabulary import KG, PREFIXES, RDF
from kgapp.services.ports import (
    Candidate,
    Having,
    Link,
    Listed,
    Pattern,
    ProjectMeta,
    Snapshot,
    SparqlSource,
)
from kgapp.services.term_uses import TermUse

_GRAPHS: Final = ("graph/main", "graph/assessments", "graph/rules")
"""How the graphs of a project end, before which stands its base."""
_LOOKED_AT: Final = 20


class EndpointReader:
    """The present state of an endpoint, called by its ``name``, else its host. ``base`` is read from the names of its graphs where it is not given."""

    def __init__(
        self,
        source: SparqlSource,
        url: str,
        *,
        default_base: Iri,
        base: Iri | None = None,
        prefixes: tuple[tuple[str, Iri], ...] = (),
        name: str = "",
    ) -> None:
        self._url = url
        self._name = name or urlsplit(url).hostname or url
        self._default_base = default_base
        self._asked = Asked(source)
        self._described = Described(self._asked)
        self._listing = Listing(self._asked)
        self._searching = Searching(self._asked, self._described)
        self._base = base
        self._prefixes = prefixes

    @property
    def requests(self) -> int:
        """How many questions were asked so far."""
        return self._asked.requests

    def meta(self) -> ProjectMeta:
        """What is known of the endpoint: its address, and the base of the project that was published to it."""
        if self._base is None:
            self._base = self._published() or self._default_base
        return ProjectMeta(Path(self._name), self._url, self._base, self._prefixes or _prefix_of(self._base), self._url)

    def head(self) -> Revision | None:
        """There are no revisions."""
        return None

    def count(self) -> int:
        """How many statements the endpoint counts."""
        rows = self._asked.rows(Wanted(("(COUNT(*) AS ?n)",), "?s ?p ?o", group=" "))
        return sum(number(n) for (n,) in rows)

    def graphs(self) -> tuple[tuple[Iri, int], ...]:
        """Named graphs with their number of statements, by name."""
        counted = Wanted(("g", "(COUNT(*) AS ?n)"), "GRAPH ?g { ?s ?p ?o }", group=" GROUP BY ?g")
        found = ((thing(g), n) for g, n in self._asked.rows(counted))
        return tuple(sorted((g, number(n)) for g, n in found if g is not None))

    def quads(self, pattern: Pattern, *, limit: int | None = None) -> Iterator[Quad]:
        """The statements that match, complete, as they were when they were first read in this session."""
        found: Iterable[Quad]
        if pattern.subject is not None:
            found = self._whole(pattern.subject)
        elif pattern.predicate is not None and pattern.object is not None:
            found = self._described.users(pattern.predicate, pattern.object)
        else:
            return self._any(pattern, limit)
        return islice((one for one in found if _matches(one, pattern)), limit)

    def any_of(self, patterns: Iterable[Pattern]) -> Iterator[Quad]:
        """The statements that match any of the patterns, each once: things and users are looked up together."""
        every = tuple(patterns)
        self._described.about(each.subject for each in every if each.subject is not None)
        self._described.users_of(
            (each.predicate, each.object)
            for each in every
            if each.subject is None and each.predicate is not None and isinstance(each.object, str)
        )
        return iter(dict.fromkeys(one for each in every for one in self.quads(each)))

    def holds(self, quads: Iterable[Quad]) -> frozenset[Quad]:
        """Those of the statements that the endpoint has, written like this."""
        asked = frozenset(quads)
        said = self._described.about(one.subject for one in asked)
        return asked & {one for found in said.values() for one in found}

    def usage(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things have the entity as a value, by property."""
        counted = Wanted(("p", "(COUNT(DISTINCT ?s) AS ?n)"), f"?s ?p {spelled(entity)} .", group=" GROUP BY ?p")
        found = ((thing(p), n) for p, n in self._asked.rows(counted))
        return tuple(sorted((p, number(n)) for p, n in found if p is not None))

    def users(self, entity: Iri, predicate: Iri, *, limit: int, after: Iri | None = None) -> tuple[Iri, ...]:
        """The subjects that have the entity as this property's value, each once, by IRI."""
        found = sorted({one.subject for one in self._described.users(predicate, entity)})
        return tuple(islice((one for one in found if after is None or one > after), limit))

    def labels(self, iris: Iterable[Iri]) -> Mapping[Iri, str]:
        """The best label of each IRI that has one: rdfs:label, then skos:prefLabel; English before others."""
        found = {each: min(filter(None, map(_label, said)), default=None) for each, said in self._said(iris)}
        return {each: best[3] for each, best in found.items() if best is not None}

    def literals(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[tuple[Iri, Literal], ...]]:
        """The predicates and literals of each IRI that has some."""
        found = {
            each: tuple(dict.fromkeys((one.predicate, one.object) for one in said if isinstance(one.object, Literal)))
            for each, said in self._said(iris)
        }
        return {each: pairs for each, pairs in found.items() if pairs}

    def types(self, iris: Iterable[Iri]) -> Mapping[Iri, tuple[Iri, ...]]:
        """The asserted classes of each IRI that has some, by IRI."""
        found = {
            each: tuple(
                sorted({one.object for one in said if one.predicate == RDF.type and isinstance(one.object, str)})
            )
            for each, said in self._said(iris)
        }
        return {each: classes for each, classes in found.items() if classes}

    def instances(self, classes: Iterable[Iri]) -> tuple[Iri, ...]:
        """What has one of these classes as rdf:type (no inference), by IRI."""
        found = self._described.users_of((RDF.type, each) for each in classes)
        return tuple(sorted({one.subject for one in found}))

    def listed(self, having: tuple[Having, ...], *, limit: int, offset: int = 0) -> tuple[Listed, ...]:
        """The things that pass all tests, by label then id, those no longer used last, from a place in that order."""
        return self._listing.page(having, limit, offset)

    def count_of(self, having: tuple[Having, ...]) -> int:
        """How many things pass all tests."""
        return self._listing.count(having)

    def tally(self, predicate: Iri, objects: Iterable[Iri], *, having: tuple[Having, ...] = ()) -> Mapping[Iri, int]:
        """How many things (that pass all tests) have each of these as a value of a property; others are left out."""
        return self._listing.tally(predicate, objects, having)

    def values_of(self, having: tuple[Having, ...], predicate: Iri) -> Mapping[Iri, int]:
        """The things that are a value of a property of what passes all tests, and of how many each is."""
        return self._listing.values(having, predicate)

    def classes(self) -> Mapping[Iri, int]:
        """Every class that something belongs to (no inference), and how many things do."""
        return self._listing.classes()

    def term_uses(self) -> tuple[TermUse, ...]:
        """How many things of each class, and of all, have each property."""
        return self._listing.uses()

    def revisions(
        self,
        *,
        entity: Iri | None = None,
        limit: int = 200,
        before: int | None = None,
    ) -> tuple[Revision, ...]:
        """There are none."""
        return ()

    def revision(self, seq: int) -> Revision:
        """Raises ``NotFound``: there are none."""
        raise _no_revision(seq)

    def change(self, seq: int, *, about: Iri | None = None, limit: int | None = None) -> ChangeSet:
        """Raises ``NotFound``: there are no revisions."""
        raise _no_revision(seq)

    def net(self, start: int, end: int, *, limit: int | None = None) -> ChangeSet:
        """Raises ``NotFound``: there are no revisions."""
        raise _no_revision(end)

    def graph_hash(self) -> str:
        """Empty: what an endpoint holds is never read as a whole, and may change while it is read."""
        return ""

    def named(self, name: str, limit: int) -> tuple[Candidate, ...]:
        """Entities with a name (label, synonym, id) that begins with this folded one, exact names first."""
        return self._searching.named(name, limit)

    def called(self, name: str) -> tuple[Iri, ...]:
        """Entities with exactly this folded name (label, synonym or id), by IRI."""
        return self._searching.called(name)

    def words(self) -> tuple[str, ...]:
        """None: an endpoint is not asked for all its names, so no other spellings are offered."""
        return ()

    def matching(self, tokens: tuple[str, ...], limit: int, *, names_only: bool) -> tuple[Candidate, ...]:
        """Entities that have a word beginning with each token, in their names or in the model's texts, by IRI."""
        return self._searching.matching(tokens, limit, names_only=names_only)

    def outgoing(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things of the project an entity leads to, by property."""
        return _counted({(link.predicate, link.object) for link in _links(self._whole(entity), {entity})})

    def incoming(self, entity: Iri) -> tuple[tuple[Iri, int], ...]:
        """How many things lead to an entity, by property, but for what it is the class of."""
        return tuple((predicate, n) for predicate, n in self.usage(entity) if predicate != RDF.type)

    def values(self, entity: Iri, predicate: Iri, *, limit: int) -> tuple[Iri, ...]:
        """The first things of the project that an entity leads to by a property, each once, by IRI."""
        found = {link.object for link in _links(self._whole(entity), {entity}) if link.predicate == predicate}
        return tuple(sorted(found))[:limit]

    def degrees(self, things: Iterable[Iri], *, limit: int) -> Mapping[Iri, int]:
        """In how many statements each thing stands; beyond ``limit`` on either side it is no longer counted."""
        said = self._described.about(things)
        counted = Wanted(("a", "(COUNT(*) AS ?n)"), "?s ?p ?a .", group=" GROUP BY ?a")
        used = {thing(a): number(n) for a, n in self._asked.about(said, counted)}
        found = {each: min(limit, len(of)) + min(limit, used.get(each, 0)) for each, of in said.items()}
        return {each: degree for each, degree in found.items() if degree}

    def around(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link between one of these things and another thing of the project."""
        said = self._described.about(things)
        wanted = Wanted(("s", "p", "a", "g"), graph_of("?s ?p ?a ."), parts="s")
        users = (quad(*row) for row in self._asked.about(said, wanted))
        return tuple(_links((*(one for found in said.values() for one in found), *users), None))

    def between(self, things: Iterable[Iri]) -> tuple[Link, ...]:
        """Every link among these things."""
        said = self._described.about(things)
        among = set(said)
        return tuple(link for link in _links((one for of in said.values() for one in of), None) if link.object in among)

    def views(self, kind: str) -> tuple[tuple[str, str], ...]:
        """There are none."""
        return ()

    def attachment(self, sha256: str) -> bytes | None:
        """There are none."""
        return None

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """Raises ``BadInput``: an endpoint is not copied as a whole."""
        raise BadInput(
            "An endpoint is not read as a whole, so this works on a project file only.",
            hint="Work on a project file that holds the part you need.",
        )

    def close(self) -> None:
        """The source belongs to the engine, which closes it."""

    def _said(self, iris: Iterable[Iri]) -> Iterable[tuple[Iri, tuple[Quad, ...]]]:
        return self._described.about(iris).items()

    def _whole(self, entity: Iri) -> tuple[Quad, ...]:
        spelled(entity)
        return self._described.about((entity,))[entity]

    def _any(self, pattern: Pattern, limit: int | None) -> Iterator[Quad]:
        parts = [
            f"?{name}" if value is None else spelled(value)
            for name, value in (("s", None), ("p", pattern.predicate), ("o", pattern.object))
        ]
        triple = " ".join(parts) + " ."
        where = f"GRAPH {sparql(pattern.graph)} {{ {triple} }}" if pattern.graph else graph_of(triple)
        wanted = Wanted(("s", "p", "o", "g"), where, parts="s")
        rows = self._asked.rows(wanted) if limit is None else self._asked.first(wanted, limit)
        given = (None, pattern.predicate, pattern.object, pattern.graph)
        forms = tuple(None if value is None else sparql(value) for value in given)
        full = (tuple(form or cell for form, cell in zip(forms, row, strict=True)) for row in rows)
        return iter(dict.fromkeys(quad(s, p, o, g) for s, p, o, g in full))

    def _published(self) -> Iri | None:
        """The base of the project that was published: it begins the names of its graphs, else that of the project."""
        rows = self._asked.first(Wanted(("s", "g"), graph_of(f"?s a {sparql(KG.Project)} .")), _LOOKED_AT)
        graphs = {
            Iri(graph.removesuffix(end))
            for _, g in rows
            if (graph := thing(g)) is not None
            for end in _GRAPHS
            if graph.endswith(end)
        }
        named = {
            Iri(one[: max(one.rfind("/"), one.rfind("#")) + 1])
            for s, _ in rows
            if (one := thing(s)) is not None and askable(one)
        }
        found = graphs or named
        return found.pop() if len(found) == 1 else None


def _prefix_of(base: Iri) -> tuple[tuple[str, Iri], ...]:
    """The last word of a base as the prefix for it, if it can be one."""
    word = base.rstrip("/#").rpartition("/")[2]
    return ((word, base),) if re.fullmatch("[A-Za-z][A-Za-z0-9_-]*", word) and word not in PREFIXES else ()


def _matches(one: Quad, pattern: Pattern) -> bool:
    wanted = (pattern.subject, pattern.predicate, pattern.object, pattern.graph)
    there: tuple[Term, ...] = (one.subject, one.predicate, one.object, one.graph)
    return all(want is None or want == have for want, have in zip(wanted, there, strict=True))


def _label(one: Quad) -> tuple[int, int, str, str] | None:
    if one.predicate not in LABELS or not isinstance(one.object, Literal):
        return None
    language = one.object.language
    rank = 0 if language == "en" or language.startswith("en-") else 2 if language else 1
    return LABELS.index(one.predicate), rank, language, one.object.lexical


def _links(quads: Iterable[Quad], subjects: set[Iri] | None) -> Iterator[Link]:
    """What leads from a thing to a thing, each once; ``subjects`` may be words too."""
    found = {
        Link(one.subject, one.predicate, one.object)
        for one in quads
        if isinstance(one.object, str)
        and one.predicate != RDF.type
        and is_thing(one.object)
        and (subjects is not None or is_thing(one.subject))
    }
    return iter(sorted(found, key=lambda link: (link.subject, link.predicate, link.object)))


def _counted(pairs: set[tuple[Iri, Iri]]) -> tuple[tuple[Iri, int], ...]:
    predicates = [predicate for predicate, _ in pairs]
    return tuple((each, predicates.count(each)) for each in sorted(set(predicates)))


def _no_revision(seq: int) -> NotFound:
    return NotFound(f"There is no revision {seq}. {NO_HISTORY}", hint="Ask what it holds now.")
